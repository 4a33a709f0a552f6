"""The permits, visas and visitor records that Canada issued to a person, and whom they let the person work for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from consistency.comparator.day_spans import Span
from consistency.comparator.statements import LOOK_ALIKE
from consistency.comparator.telling import Told, told_by
from consistency.model import Case, Citation, Paper, Permit, Person
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

Kind = Literal["work", "study", "visitor", "residence", "visa", "unknown"]

_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("visa", expression(r"\b(?:visa|trv|vrt)\b")),
    ("residence", expression(r"\btemporary resident permit|\bpermis de sejour temporaire|\btrp\b")),
    ("visitor", expression(r"\bvisitors?\b|\bvisiteur\b")),
    ("study", expression(r"\bstud(?:y|ent)\b|\betudes?\b")),
    ("work", expression(r"\bwork(?:er)?\b|\btravail(?:leur)?\b")),
)
_ANY_EMPLOYER = expression(
    r"(?:(?:open|any|all|unrestricted|various|n a|na|none|nil|not applicable|unspecified|unknown"
    r"|see (?:below|remarks)|ouverte?|tout|tous|quelconque|sans objet|aucune?|x+|employers?|employeurs?"
    r"|work|permit|permis|de|travail)(?: |$))*"
)
"""What stands in the employer's field (folded) of a permit that names none."""

TYPE = "work permit"
"""How the type of permit on a form ends, which is no box of what is applied for."""

SLIP = 2
"""So many signs of a number may be wrong, or stand in another order, for it to be the same number mistyped."""


class Held(Struct, frozen=True):
    """A permit, with every copy of it in the folder."""

    copies: tuple[Told[Permit], ...]
    kind: Kind
    span: Span
    """From issue to expiry; an end that is not told is as far away as can be."""

    @property
    def permit(self) -> Permit:
        """The permit as the first copy tells it."""
        return self.copies[0].record

    @property
    def title(self) -> str:
        """The permit in a few words."""
        names = {"work": "work permit", "study": "study permit", "visitor": "visitor record", "visa": "visa"}
        what = names.get(self.kind, "permit")
        return f"the {what} {self.permit.number}" if self.permit.number else f"the {what}"

    @property
    def employer(self) -> str | None:
        """The only employer that it lets the holder work for; None where it names none."""
        name = self.permit.employer
        return name if self.kind == "work" and name and not _ANY_EMPLOYER.fullmatch(fold(name)) else None

    @property
    def earliest_end(self) -> date:
        """The last day in its earliest reading, of the copy by which it ends last."""
        ends = [told.record.end for told in self.copies if told.record.end]
        return max((end.earliest for end in ends if end.latest == self.span[1]), default=self.span[1])

    @property
    def expiry(self) -> str:
        """The day on which it ends, as it is told."""
        period = self.permit.period
        return str(period.end) if period and period.end else "an unknown day"

    def bears(self, number: str, *, nearly: bool = False) -> bool:
        """True where a copy bears a number; ``nearly``: but for a slip of two signs.

        Of a picture, signs that look alike are one.
        """
        for copy in self.copies:
            other, own = _bare(copy.record.number or ""), _bare(number)
            if copy.paper.document.method == "ocr":
                other, own = other.translate(LOOK_ALIKE), own.translate(LOOK_ALIKE)
            if other == own or (nearly and other and _distance(other, own) <= SLIP):
                return True
        return False

    def cite(self, field: str = "period") -> tuple[Citation, ...]:
        """Cite every copy by one field: its days, its number or its employer."""
        return tuple(told.cite(field, _value(told.record, field)) for told in self.copies)


def _bare(number: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", number.upper())


def _distance(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other))


def _value(permit: Permit, field: str) -> str | None:
    if field == "period":
        return str(permit.period) if permit.period else None
    value: str | None = getattr(permit, field)
    return value


def held(case: Case, person: Person) -> tuple[Held, ...]:
    """Give the permits of a person, the oldest first; copies of one are one."""
    found: dict[tuple[str, ...], list[Told[Permit]]] = {}
    for told in _issued(case, person):
        found.setdefault(_key(told.record), []).append(told)
    made = (Held(tuple(copies), _kind(copies[0].record), _span(copies)) for copies in found.values())
    return tuple(sorted(made, key=lambda h: (h.span, h.permit.number or "")))


def _issued(case: Case, person: Person) -> Iterator[Told[Permit]]:
    """Give what the permits themselves say, never what a form says of them."""
    papers = (paper for paper in case.of(person) if paper.kind == "permit")
    return (told for told in told_by(papers, Permit) if told.record.period is not None)


def _key(permit: Permit) -> tuple[str, ...]:
    number = fold(permit.number or "").replace(" ", "")
    return (number,) if number else (_kind(permit), str(permit.period))


def _kind(permit: Permit) -> Kind:
    words = fold(permit.status or "")
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), "unknown")


def _span(copies: Iterable[Told[Permit]]) -> Span:
    """Give the widest days that the copies tell."""
    periods = [told.record.period for told in copies if told.record.period]
    starts = [p.start.earliest if p.start else date.min for p in periods]
    ends = [p.end.latest if p.end else date.max for p in periods]
    return min(starts), max(ends)


def applied_for(form: Paper) -> dict[str, Permit]:
    """Give what an in-Canada form applies for, by word: "restoration", "extension", "new employer"."""
    ticked = (p for p in form.all(Permit) if p.number is None and p.period is None)
    return {p.status: p for p in ticked if p.status and not p.status.endswith(TYPE)}
