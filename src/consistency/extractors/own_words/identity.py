"""What an applicant says in sentences of the own birth and passport: "I was born in Sfax", "holder of passport ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.extractors.wording.prose import Passage
from consistency.model import Fact
from consistency.normalizer import dates, places
from consistency.normalizer.expressions import expression
from consistency.normalizer.speakers import speaks_of_others
from consistency.normalizer.text import fold

_LATER = expression(
    r"\b(?:since|citizen\w*|became|obtained|acquired|married|moved|came|depuis|citoyen\w*|devenue?|mariee?)\b"
)
"""What came after a birth: its day is none on which one was born."""
_BORN = expression(r"\b(?:i was born|i am born|i, born|je suis nee?|j'ai vu le jour)\b")
_WITH_I = expression(
    r"\b(?:(?:i|je), ?|i,? the undersigned,? |je,? soussignee?,? )"
    r"(?:(?!\b(?:of|the|with|and|my|et|mon|ma|mere|pere)\b)[a-z' .-]){3,50}, ?(?:born|nee?)(?= (?:on|in|at|le|en|a)\b)"
    r"|\b(?:i am|je suis) (?:an? |une? )?(?:[a-z]+ ){0,3}?(?:national|citizen|native|ressortissante?|citoyenn?e?)"
    r"(?: [a-z]+){0,2}?,? (?:born|nee?)(?= (?:on|in|at|le|en|a)\b)"
)
"""A birth told beside who writes: one beside a child or a spouse is theirs."""
_RAISED = expression(r"^ and (?:raised|brought up|grew up|bred)")
_AFTER = 70
"""Signs in which the day and the place of a birth follow its word."""
_THEIRS_BEFORE = expression(r"\b(?:his|her|their|whose|son|sa|leurs?)\b")
_THEIRS_AFTER = expression(r"^\W{0,3}(?:of|for|belong\w*|issued to|du|de|d') ?(?!me\b|moi\b)[a-z]")
"""Words around a number by which a passport is another's."""
_PLACE = expression(
    r"(?:^|[ ,])(?:in|at|a|à|au|en) (?P<name>[A-ZÀ-Ý][\w'’.\-]*(?:[ \-][A-ZÀ-Ý][\w'’.\-]*){0,3})"
)
_PASSPORT = expression(
    r"\b(?:passports?|passeport)(?: (?:bearing|with|having|portant|sous))?"
    r"(?: (?:the |le )?(?:number|numero|no|nos?\.|n°|num\.?|#))?"
    r" ?[.:#]? ?(?:is |est (?:le )?)?(?P<number>[a-z]{0,3} ?\d[a-z0-9]{5,9})\b"
)
_NOT_NOW = expression(
    r"\b(?:old|previous\w*|former\w*|expired|lost|stolen|cancel\w*|damaged|first|earlier|then|replac\w*|renew\w*"
    r"|ancien\w*|precedent\w*|expire\w*|perdu|vole|annule\w*|remplac\w*|renouvel\w*)\b"
)


def identity(told: Sequence[Passage], order: dates.Order | None) -> list[Fact]:
    """Give the day and place of birth and the passport that the sentences of a letter tell of who writes it."""
    found: dict[str, Fact] = {}
    for sentence in told:
        for fact in (*_birth(sentence, order), *_passport(sentence)):
            found.setdefault(fact.attribute, fact)
    return list(found.values())


def _birth(sentence: Passage, order: dates.Order | None) -> Iterator[Fact]:
    born = _BORN.search(sentence.plain) or _WITH_I.search(sentence.plain)
    if born is None or _RAISED.match(sentence.plain[born.end() :]):
        return
    end = min(born.end() + _AFTER, len(sentence.text))
    for day in dates.find_dates(sentence.text, order=order):
        beside = sentence.plain[born.end() : max(day.start, born.end())]
        if _LATER.search(beside):
            break
        if born.end() <= day.start < end and day.date.precision == "day":
            yield Fact("birth_date", day.date.iso, sentence.cite(day.start, day.end))
            break
    place = _PLACE.search(sentence.text, born.end(), end)
    if place is not None:
        yield from _place(sentence, place.start("name"), place["name"].rstrip(".'’-"))


def _place(sentence: Passage, start: int, name: str) -> Iterator[Fact]:
    """Give a city that is known as one, else a country; a province or a village says nothing for certain."""
    where = sentence.cite(start, start + len(name))
    country = places.country(name)
    if places.country_of_city(name):
        yield Fact("birth_city", name, where)
    elif country:
        yield Fact("birth_country", country, where)


def _passport(sentence: Passage) -> Iterator[Fact]:
    """Give the number of the passport that is held now, by who writes."""
    low = sentence.plain
    for found in _PASSPORT.finditer(low):
        before = fold(low[: found.start()])
        theirs = _THEIRS_BEFORE.search(before) or _THEIRS_AFTER.match(low[found.end() :])
        if (
            len(list(_PASSPORT.finditer(low))) > 1
            or _NOT_NOW.search(fold(low))
            or speaks_of_others(before)
            or theirs
        ):
            return
        start, end = found.span("number")
        yield Fact("passport_number", sentence.text[start:end], sentence.cite(start, end))
        return
