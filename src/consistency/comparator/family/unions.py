"""Marriages and partnerships over all papers of a person: with whom, from when to when, and what ended them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Literal

from msgspec import Struct

from consistency.comparator.aligned.alignment import Same, Told, same
from consistency.comparator.searching import passages_with
from consistency.comparator.statements import misread
from consistency.model import Case, Citation, Fact, Paper, Person, Relationship
from consistency.normalizer import dates
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression

COUPLE = frozenset({"spouse", "partner"})
PREVIOUS = "previous-spouse"
Which = Literal["start", "end"]

CEREMONY = expression(
    r"\b(?:religious|nikah|nikkah|church|temple|mosque|gurdwara|traditional|customary|tribal|civil|court|registr\w+"
    r"|wedding|ceremon\w+|blessing|rites?|engagement|engaged|separated|separation|decree|divorce\w*|religieu\w+|eglise"
    r"|mosquee|coutumi\w+|traditionnel\w*|mairie|noces|fiancailles|fiance\w*|ceremonies?|separe\w*|jugement"
    r"|common law|cohabit\w*|(?:live|lived|living|moved in|vi\w+|vecu) (?:ensemble|together)|vie commune"
    r"|(?:conjoints?|conjointes?|union) de fait|union libre|concubin\w*)\b"
)
"""Words (folded) that tell one of two days from the other: of two ceremonies, of a separation and a divorce, of a life
together and what it is by law a year later."""


class Day(Struct, frozen=True, eq=False):
    """The day on which a union began or ended, as one paper tells it."""

    paper: Paper
    which: Which
    kind: str | None
    """``marriage`` or ``common-law``, None where the paper does not say."""
    date: PartialDate
    citation: Citation

    @property
    def value(self) -> str:
        """The day as the paper writes it."""
        return self.date.iso


class Union(Struct, frozen=True):
    """A marriage or partnership with one person, as all papers tell it."""

    partner: str
    told: tuple[Told[Relationship], ...]
    days: tuple[Day, ...]

    def of(self, which: Which) -> tuple[Day, ...]:
        """Give the days of its beginning, or of its end."""
        return tuple(day for day in self.days if day.which == which)


def unions(case: Case, person: Person) -> tuple[Union, ...]:
    """Give the unions of a person; a date without a name belongs to the only spouse whom it may mean."""
    groups = same(case, person, Relationship)
    loose = [day for paper in case.of(person) for day in _without_a_name(paper)]
    homes = {id(day): _home(groups, day) for day in loose}
    found = [
        Union(
            _called(group),
            group.told,
            (*_days(group), *(day for day in loose if homes[id(day)] == index)),
        )
        for index, group in enumerate(groups)
    ]
    rest = tuple(day for day in loose if homes[id(day)] is None)
    return (*found, Union("", (), rest)) if rest else tuple(found)


def _called(group: Same[Relationship]) -> str:
    names = [told.record.name for told in group.told if told.record.name]
    return min(names, key=lambda name: (-names.count(name), -len(name), name), default="")


def _days(group: Same[Relationship]) -> Iterator[Day]:
    for told in group.told:
        period = told.record.period
        start, end = (period.start, period.end) if period is not None else (None, None)
        kind = _kind(told.paper, told.record)
        if start is not None:
            yield Day(told.paper, "start", kind, start, told.cite(_cell(told, "from"), start.iso))
        if end is not None:
            yield Day(told.paper, "end", None, end, told.cite(_cell(told, "to"), end.iso))


def _cell(told: Told[Relationship], name: str) -> str:
    return name if name in told.record.cells else "period"


def _kind(paper: Paper, union: Relationship) -> str | None:
    """Say what began: a paper of a common-law couple tells the first day together, one of spouses the wedding."""
    if union.relation == "partner":
        return "common-law"
    if paper.kind == "civil-certificate":
        return "marriage"
    if union.relation == PREVIOUS:
        return None
    status = paper.value("marital_status")
    return {"married": "marriage", "common-law": "common-law"}.get(status or "")


def _without_a_name(paper: Paper) -> Iterator[Day]:
    """Give the day of a marriage that a paper tells apart from a spouse's name."""
    fact = paper.fact("marriage_date")
    named = any(r.relation in COUPLE and r.period is not None for r in paper.all(Relationship))
    if fact is not None and not named:
        status = paper.value("marital_status")
        kind = "common-law" if status == "common-law" else "marriage"
        yield Day(paper, "start", kind, PartialDate.of(fact.value), _cited(paper, fact))


def _cited(paper: Paper, fact: Fact) -> Citation:
    return Citation(fact.evidence, fact.value, paper.as_of.date)


def _home(groups: Sequence[Same[Relationship]], day: Day) -> int | None:
    """Give the union that a loose date belongs to: the one of that submission's spouse, else the only one."""
    current = [
        (index, [t for t in group.told if t.record.relation in COUPLE]) for index, group in enumerate(groups)
    ]
    current = [(index, told) for index, told in current if told]
    beside = [i for i, told in current if any(t.paper.application == day.paper.application for t in told)]
    indices = beside or [i for i, _ in current]
    return indices[0] if len(indices) == 1 else None


def conflicts(days: Sequence[Day]) -> list[tuple[Day, Day]]:
    """Give the pairs of days that cannot be one day: of one kind, and no misreading of a picture."""
    return [
        (one, other)
        for one, other in combinations(days, 2)
        if one.date.conflicts(other.date) and _comparable(one, other) and not misread(one, other)
    ]


def _comparable(one: Day, other: Day) -> bool:
    return one.kind == other.kind or None in (one.kind, other.kind)


def both_told(papers: Iterable[Paper], days: Iterable[Day]) -> bool:
    """True where one paper tells all of some days beside the words of ceremonies: then both are true.

    The year of a register, on an extract from it, tells no day.
    """
    wanted = {day.date for day in days}
    for paper in papers:
        if paper.is_form:
            continue
        told = [
            found.date
            for passage in passages_with(paper, CEREMONY)
            for found in dates.find_dates(passage.text)
            if not (paper.kind == "civil-certificate" and found.date.precision == "year")
        ]
        if all(any(not day.conflicts(other) for other in told) for day in wanted):
            return True
    return False


def never_wed(case: Case, person: Person) -> bool:
    """Tell whether somebody lives with a partner, and no paper of theirs calls them married."""
    told = {fact.value for p in case.of(person) for fact in p.facts if fact.attribute == "marital_status"}
    return "common-law" in told and "married" not in told


def year_later(day: PartialDate) -> PartialDate:
    """Give the day on which two who live together since a day are common-law partners: after a year (IRPR s.1(1)).

    >>> str(year_later(PartialDate.of("2020-02-29"))), str(year_later(PartialDate.of("2019-05")))
    ('2021-02-28', '2020-05')
    """
    leap = (day.month, day.day) == (2, 29)
    return PartialDate(day.year + 1, day.month, 28 if leap else day.day)
