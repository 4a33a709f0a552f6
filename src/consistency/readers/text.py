"""Letters as they are seen: ligatures written out, invisible characters dropped."""

from __future__ import annotations

import unicodedata

from consistency.normalizer.expressions import expression

INVISIBLE = str.maketrans({"\xad": None, "\u200b": None, "\ufeff": None, "\u2060": None, "\xa0": " "})
LIGATURES = expression("[\ufb00-\ufb06\ufb13-\ufb17]")
SYMBOLS = {
    0x6C: "•", 0x6E: "•", 0x76: "•", 0x9F: "•", 0xA7: "•", 0xB7: "•", 0xD8: "•", 0xE0: "→",
    0x6F: "☐", 0x71: "☐", 0xA3: "☐", 0xA8: "☐", 0x52: "☑", 0x78: "☒", 0xFD: "☒", 0xFE: "☒", 0xFB: "✗", 0xFC: "✓",
}  # fmt: skip
"""Characters of the symbol fonts by their low byte; they stand at U+F000 in text."""
PRIVATE = expression("[\uf020-\uf0ff]")
CONTROLS = expression("[\x00-\x08\x0b-\x1f\x7f]")


def cleaned(text: str) -> str:
    """Write out ligatures, drop what is not seen, and compose letters; line breaks and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    text = PRIVATE.sub(lambda m: symbol(ord(m[0])), text)
    text = LIGATURES.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text.translate(INVISIBLE))
    return unicodedata.normalize("NFC", CONTROLS.sub("", text))


def symbol(code: int) -> str:
    """Give a character of a symbol font as it looks."""
    low = code & 0xFF
    return SYMBOLS.get(low) or (chr(low) if 0x20 <= low < 0x7F else "•")
