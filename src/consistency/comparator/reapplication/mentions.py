"""The refusals that the box of a form tells: one mention each, with date, state, kind and number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from consistency.normalizer import dates, places
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.identifiers import find_application_numbers
from consistency.normalizer.refusing import says_refused
from consistency.normalizer.text import fold

KINDS = {
    "visitor": r"visitors?|visit|touris\w*|trv|temporary resident visa|super visa|visiteurs?|vrt",
    "work": r"work|working|employment|wp|travail|emploi|lmia|pgwp",
    "study": r"stud(?:y|ent|ies)|sp|etudes?|etudiante?|scolaire",
    "eta": r"eta|esta|ave|electronic travel",
    "permanent": r"permanent|express entry|pr|immigrant|immigration visa|residence permanente",
}
_KINDS = {kind: expression(rf"\b(?:{words})\b") for kind, words in KINDS.items()}
_REFUSED = expression(
    r"\b(?:refus\w*|rejet\w*|reject\w*|denied|deny|denial|declined|turned down|negative|removed|ordered)\b"
)
_OTHERWISE = expression(
    r"\b(?:approv\w*|grant\w*|issued|obtained|accept\w*|held|valid|entered|visited|studied|worked|arrived|applied"
    r"|submitted|since|accorde\w*|delivre\w*|obtenue?s?|demandee?s?)\b"
)
_GRANTED = expression(
    r"\b(?:(?<!not )(?:approv\w*|grant\w*|issued|obtained)|accorde\w*|delivre\w*|obtenue?s?)\b"
)
_YEARS = expression(r"\b(?:19|20)\d\d\s*(?:-|–|to|until|till|à|au)\s*(?:19|20)\d\d\b")
"""Years through which something lasted, as no refusal does: "work permits 2016-2019"."""
_ENDED = expression(
    r"\b(?:withdr[ae]w\w*|cancel\w*|revoked|discontinued|abandon\w*|pending|lapsed|retiree?s?|annulee?s?|revoquee?s?|desist\w*"
    r"|en cours)\b"
)
"""Words (folded) for an end that may have been no refusal: that has to be asked, not assumed."""
_DENIED = expression(
    r"\b(?:not|never|pas|jamais|non) (?:\w+ )?(?:refus\w*|rejet\w*|reject\w*|denied|declined)\b"
)
_OF_NO_VISA = expression(
    r"\b(?:reconsider\w*|re ?open\w*|reexam\w*|judicial review|application for leave|leave application"
    r"|controle judiciaire)\b"
)
"""Words (folded) of what is asked after a refusal: its answer is no second one."""
_SEVERAL = expression(
    r"\b(?:twice|both|two|2 times|deux|(?:visas|permits|applications|demandes|permis) (?:were |ont ete )?refus\w*"
    r"|refusals)\b"
)
_THRICE = expression(r"\b(?:three|thrice|3 times|trois)\b")
_CUT = expression(r"[;\n•]|\.\s|(?<=\w)\)\s*,|\b\d\)\s")
_AND = expression(r"\s*(?:,|&|\band\b|\bet\b|\+)\s*")
_SHORT = {"US": "US", "USA": "US", "U.S.": "US", "UK": "GB", "UAE": "AE", "KSA": "SA"}


class Mention(Struct, frozen=True, dict=True):
    """One refusal as the box of a form tells it."""

    text: str
    date: PartialDate | None
    numbers: tuple[str, ...] = ()
    countries: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    times: int = 1
    """How many refusals it may stand for."""

    @cached_property
    def is_refusal(self) -> bool:
        """True unless it tells of an application, a grant or a stay."""
        words = fold(self.text)
        otherwise = _OTHERWISE.search(words) or _YEARS.search(self.text)
        return not _OF_NO_VISA.search(words) and (self.refused or not otherwise)

    @cached_property
    def is_sure(self) -> bool:
        """True for a refusal that is called one, or called nothing else."""
        return self.is_refusal and (self.refused or not _ENDED.search(fold(self.text)))

    @cached_property
    def refused(self) -> bool:
        """True where it says so in words."""
        folded = _DENIED.sub(" ", fold(self.text))
        return bool(_REFUSED.search(folded)) or says_refused(folded)


@lru_cache(maxsize=512)
def mentions(text: str) -> tuple[Mention, ...]:
    """Read the refusals that a box tells, one by one."""
    return tuple(mention for part in _CUT.split(text) for mention in _of_part(part))


def _of_part(part: str) -> Iterator[Mention]:
    """Read one entry: where it says "twice" but gives one date, that mention stands for two."""
    folded = fold(part)
    said = 3 if _THRICE.search(folded) else 2 if _SEVERAL.search(folded) else 1
    found = [_mention(piece) for piece in _pieces(part)]
    if not any(mention.refused for mention in found) and _GRANTED.search(folded):
        found = [
            replace(mention, text=" ".join(part.split())) for mention in found
        ]  # "permits 2016, 2017, all issued"
    for index, mention in enumerate(found):
        yield replace(mention, times=max(1, said - len(found) + 1)) if index == 0 else mention


def _pieces(part: str) -> Iterator[str]:
    """Cut a part into pieces with one date or number each, at commas and "and"."""
    held = ""
    for piece in _AND.split(part):
        if _two_dates(held, piece) or _two_numbers(held, piece):
            yield held
            held = piece
        else:
            held = f"{held}, {piece}" if held else piece
    if fold(held):
        yield held


def _two_dates(held: str, piece: str) -> bool:
    """True where two pieces are two refusals: each with a date, or the second with a word of refusal and a kind."""
    words = fold(piece)
    own = _REFUSED.search(words) and _says(held) and (_REFUSED.search(fold(held)) or kinds_in(words))
    return bool(dates.find_dates(held) and (dates.find_dates(piece) or own))


def _two_numbers(held: str, piece: str) -> bool:
    return bool(find_application_numbers(held) and find_application_numbers(piece))


def _says(piece: str) -> bool:
    """True where a piece holds more than a date."""
    return bool(_REFUSED.search(fold(piece)) or kinds_in(fold(piece)))


def _mention(text: str) -> Mention:
    found = dates.find_dates(text)
    refused = [f for f in found if _REFUSED.search(fold(text[: f.start])[-24:])]
    folded = fold(text)
    return Mention(
        text=" ".join(text.split()),
        date=next((f.date for f in refused or found), None),
        numbers=find_application_numbers(text),
        countries=frozenset(_countries(text)),
        kinds=kinds_in(folded),
    )


def _countries(text: str) -> Iterator[str]:
    words = re.findall(r"[^\W\d_](?:[\w.'-]*\w)?", text)
    for start in range(len(words)):
        for size in range(1, 5):
            run = " ".join(words[start : start + size])
            code = _SHORT.get(run) or (places.country(run) if len(run) > 3 else None)
            if code:
                yield code
    if re.search(r"schengen", text, re.IGNORECASE):
        yield "SCHENGEN"


def kinds_in(text: str) -> frozenset[str]:
    """Give the kinds of visas and permits of which a text (folded) speaks."""
    return frozenset(kind for kind, pattern in _KINDS.items() if pattern.search(text))
