"""Letters as they are seen: ligatures written out, invisible characters dropped."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = str.maketrans({"\xad": None, "\u200b": None, "\ufeff": None, "\u2060": None, "\xa0": " "})
LIGATURES = re.compile("[\ufb00-\ufb06\ufb13-\ufb17]")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def cleaned(text: str) -> str:
    """Write out ligatures, drop what is not seen, and compose letters; line breaks and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    text = LIGATURES.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text.translate(INVISIBLE))
    return unicodedata.normalize("NFC", CONTROLS.sub("", text))
