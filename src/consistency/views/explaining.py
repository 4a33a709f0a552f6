"""What a letter of explanation has to take up: the reasons of the last refusals, and the points that papers raise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from consistency.case.people import APPLICATION_FORMS
from consistency.comparator.reapplication.answering import Answering, answers_to
from consistency.comparator.reapplication.decisions import Refused, decisions
from consistency.model import Case, Finding, Person, Refusal, Severity, by_weight
from consistency.normalizer import tables
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.text import fold
from consistency.views.quoting import Quote, Thing, quoted, quotes, thing

UNANSWERED = "reapplication/reason-unanswered"
"""The rule whose finding is a reason itself."""

UNNAMED = "other"
"""The slug of a reason that the refusal states in words of its own."""


class Point(Struct, frozen=True):
    """A finding that the letter takes up, under its number; the quotes are all that its papers say."""

    number: int
    finding: Finding
    about: Thing
    quotes: tuple[Quote, ...]
    person: Person | None


class Reason(Struct, frozen=True):
    """A reason of a person's last refusal: its ground, the officer's words, and the points that touch it."""

    number: int
    answer: Answering
    person: Person
    quotes: tuple[Quote, ...]
    points: tuple[Point, ...] = ()

    @property
    def slug(self) -> str:
        """The ground, or that it is stated in words of its own."""
        return self.answer.slug or UNNAMED


class Heads(Struct, frozen=True):
    """What stands above the letter; what the papers do not tell, or tell otherwise from one another, is as told."""

    name: str | None
    refused: bool
    client_numbers: tuple[str, ...]
    refused_on: PartialDate | None
    refused_number: str | None
    form: str | None
    """The kind of the draft's application form."""


class Explanation(Struct, frozen=True):
    """The contents of the letter: every reason once, and every open critical or major finding once."""

    heads: Heads
    reasons: tuple[Reason, ...]
    points: tuple[Point, ...]
    """Those that touch no reason."""
    preparations: tuple[Point, ...]
    """Those that are put right in the package before it is filed, not explained."""

    @property
    def every_point(self) -> Iterator[Point]:
        """Give all points in the order in which they stand in the letter, which is that of their numbers."""
        for reason in self.reasons:
            yield from reason.points
        yield from self.points
        yield from self.preparations


def explanation(case: Case, findings: Iterable[Finding]) -> Explanation:
    """Lay out what the letter has to take up."""
    weighty = [f for f in findings if f.status == "open" and f.severity >= Severity.MAJOR]
    reasons = tuple(_reasons(case))
    places = {finding.id: _place(finding, reasons) for finding in weighty}
    ordered = sorted(by_weight(weighty), key=lambda f: places[f.id])
    points = {f.id: _point(case, number, f) for number, f in enumerate(ordered, 1)}
    at = _by_place(places, [points[f.id] for f in ordered])
    return Explanation(
        _heads(case),
        tuple(replace(reason, points=at.get(reason.number, ())) for reason in reasons),
        at.get(len(reasons) + 1, ()),
        at.get(len(reasons) + 2, ()),
    )


def _by_place(places: Mapping[str, int], points: Sequence[Point]) -> dict[int, tuple[Point, ...]]:
    found: dict[int, tuple[Point, ...]] = {}
    for point in points:
        place = places[point.finding.id]
        found[place] = (*found.get(place, ()), point)
    return found


def _place(finding: Finding, reasons: Sequence[Reason]) -> int:
    """Give the number of the reason that a finding touches first; above all reasons come points and preparations."""
    if _listed(finding.rule, table()["rules"]):
        return len(reasons) + 2
    for reason in reasons:
        if finding.person in {reason.person.id, None} and reason.answer.touched_by(finding):
            return reason.number
    return len(reasons) + 1


def _listed(rule: str, names: Iterable[str]) -> bool:
    """True for a rule that a list of rules ("work/dates") and families ("work") names."""
    return any(rule == name or rule.startswith(f"{name}/") for name in names)


@cache
def table() -> Mapping[str, Any]:
    """Give the findings that are put right rather than explained."""
    return tables.read(Path(__file__).with_name("preparations.toml"))


def _point(case: Case, number: int, finding: Finding) -> Point:
    person = next((p for p in case.people if p.id == finding.person), None)
    return Point(number, finding, thing(case, finding), quotes(case, finding), person)


def _reasons(case: Case) -> Iterator[Reason]:
    """Give each reason of each person's last refusal once, the principal applicant's first."""
    number = 0
    for person in case.people:
        last = _last(case, person)
        for answer in answers_to(case, person, last) if last else ():
            number += 1
            words = {(q.document, q.words): q for q in (quoted(case, one) for one in answer.told)}
            yield Reason(number, answer, person, tuple(words.values()))


def _last(case: Case, person: Person) -> Refused | None:
    """Give the last decision that refused a person."""
    return next(iter(decisions(case, person)[-1:]), None)


def _heads(case: Case) -> Heads:
    person = case.principal or next(iter(case.people), None)
    if person is None:
        return Heads(None, False, (), None, None, None)
    own = case.of(person)
    uci = {fold(value): value for paper in own if (value := paper.value("uci"))}
    forms = [p.kind for p in own if case.in_draft(p) and p.kind in APPLICATION_FORMS]
    last = _last(case, person)
    refused = next(last.papers[0].all(Refusal)) if last else None
    day = refused.period.start if refused and refused.period else None
    return Heads(
        person.name,
        refused is not None,
        tuple(uci.values()),
        day,
        refused.number if refused else None,
        next(iter(forms), None),
    )
