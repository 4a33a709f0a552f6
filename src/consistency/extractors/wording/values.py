"""How the values of official papers are written in the facts contract."""

import re

from consistency.extractors.wording.prose import plain
from consistency.normalizer import places
from consistency.normalizer.text import fold

_SEXES = {"m": "male", "male": "male", "masculin": "male", "homme": "male", "h": "male", "f": "female"}
_SEXES |= {
    "female": "female",
    "feminin": "female",
    "femme": "female",
    "x": "unspecified",
    "unspecified": "unspecified",
}
_STATUSES = (
    ("common-law", r"common[- ]?law|conjoint[es]? de fait|union (?:de fait|libre)|\bc/?l\b"),
    ("married", r"^(?!un|not|non|never)\W*(?:legally |physically )?(?:married|mariee?|marie\(e\)|mar)\b"),
    ("divorced", r"divorc"),
    ("separated", r"separ"),
    ("widowed", r"widow|veuf|veuve"),
    ("annulled", r"annul"),
    ("single", r"single|never married|unmarried|not married|celibataire|non mariee?"),
    ("conjugal", r"conjugal"),
    ("unknown", r"unknown|inconnu"),
)


def sex_word(text: str) -> str | None:
    """Give the word for a sex written in short, or in two languages."""
    words = fold(text).split()
    return next((_SEXES[word] for word in words if word in _SEXES), None) if len(words) <= 3 else None


def country_code(text: str) -> str | None:
    """Give the country of a name, a nationality or a code, alone or beside others ("Moroccan / MAR")."""
    options = [text, *re.split(r"\s*[/|(),]\s*", text)]
    return next((code for option in options if option and (code := _code(option.strip(" .)")))), None)


def _code(text: str) -> str | None:
    if re.fullmatch(r"[A-Z]{1,3}<{0,2}", text):
        return places.country_from_mrz(text.rstrip("<")) or places.country(text)
    return places.country(text) or places.country(
        re.sub(r"^(?:citizen|national) of (?:the )?", "", text, flags=re.IGNORECASE)
    )


def marital_word(text: str) -> str | None:
    """Give the vocabulary word of a marital status in English or French."""
    low = plain(text).strip()
    return next((word for word, pattern in _STATUSES if re.search(pattern, low)), None)


def is_plain_name(text: str) -> bool:
    """Tell whether a text can be a printed name: letters, and no machine-readable filler."""
    return (
        bool(text.strip()) and "<" not in text and not any(sign.isdigit() or sign in "█■[]" for sign in text)
    )
