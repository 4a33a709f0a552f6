"""Signed Yes and No answers, and the refusals and applications that they are held against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.comparator.alignment import same
from consistency.comparator.elsewhere import LETTER
from consistency.comparator.telling import Same, Told
from consistency.model import Answer, Case, Citation, Paper, Person, Refusal
from consistency.normalizer import places
from consistency.normalizer.dates import PartialDate

DECISIONS = frozenset({"refusal-letter", "gcms-notes", "decision-notes"})
CANADA = "CA"


def answers(case: Case, person: Person, question: str) -> tuple[Told[Answer], ...]:
    """Give how the papers of a person answer a question, the oldest first; papers without a date are left out."""
    return tuple(
        Told(paper, answer)
        for paper in case.of(person)
        if paper.as_of.date is not None
        for answer in paper.all(Answer)
        if answer.question == question and answer.answer is not None
    )


def signed(told: Told[Answer]) -> PartialDate:
    """Give the day of an answer: that of its paper."""
    day = told.paper.as_of.date
    assert day is not None, "answers() gives dated papers only"
    return day


def older(day: PartialDate | None, than: Told[Answer]) -> bool:
    """True where something happened certainly before an answer was signed."""
    return day is not None and day.before(signed(than))


@dataclass(frozen=True, slots=True)
class Known:
    """A refusal that the papers tell: its day, the state that refused, its numbers, and who tells it."""

    day: PartialDate | None
    country: str | None
    numbers: tuple[str, ...]
    told: tuple[Told[Refusal], ...]

    @property
    def name(self) -> str:
        """Name the refusal in a sentence."""
        state = places.name_of(self.country) if self.country else "a state"
        number = f" ({self.numbers[0]})" if self.numbers else ""
        return f"the refusal by {state} of {self.day or 'an unknown day'}{number}"

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Cite every paper that tells it."""
        value = f"refused {self.day}" if self.day else "refused"
        return tuple(t.cite("from", value) for t in self.told)


def refusals(case: Case, person: Person) -> tuple[Known, ...]:
    """Give the refusals of a person that the papers tell, the oldest first.

    Decisions tell them for certain. What only the applicant's letter tells counts where it cannot be a decision
    told with a slip: another state's, or one more than there are decisions.
    """
    groups = same(case, person, Refusal)
    decided = _merged([g for g in groups if any(p.kind in DECISIONS for p in g.papers)])
    only_told = _merged([g for g in groups if not any(p.kind in DECISIONS for p in g.papers)])
    foreign = [k for k in only_told if k.country not in {None, CANADA}]
    listed = max((sum(1 for _ in p.all(Refusal)) for p in case.of(person) if p.kind == LETTER), default=0)
    more = [k for k in only_told if k not in foreign] if listed > len(decided) + len(foreign) else []
    return tuple(sorted((*decided, *foreign, *more), key=lambda k: str(k.day or "")))


def _merged(groups: Sequence[Same[Refusal]]) -> list[Known]:
    """Make one refusal of all that one state decided on one day: a number may be misread."""
    by_day: dict[tuple[str, str], list[Told[Refusal]]] = {}
    for group in groups:
        day, country = _day(group.told), _country(group.told)
        key = (day.iso if day else group.told[0].record.number or "", country or "")
        by_day.setdefault(key, []).extend(group.told)
    return [_known(told) for told in by_day.values()]


def _known(told: Sequence[Told[Refusal]]) -> Known:
    numbers = tuple(dict.fromkeys(t.record.number for t in told if t.record.number))
    return Known(_day(told), _country(told), numbers, tuple(told))


def _day(told: Sequence[Told[Refusal]]) -> PartialDate | None:
    """Give the day that a decision tells, else the one that a letter tells."""
    ordered = sorted(told, key=lambda t: (t.paper.kind not in DECISIONS, t.paper.document.method == "ocr"))
    return next((t.record.period.start for t in ordered if t.record.period and t.record.period.start), None)


def _country(told: Sequence[Told[Refusal]]) -> str | None:
    return next((t.record.country for t in told if t.record.country), None)


def unsure(told: Told[Answer]) -> bool:
    """True for a mark that was read from a picture."""
    return told.paper.document.method == "ocr"


def submitted_with(case: Case, paper: Paper) -> Iterator[Paper]:
    """Give the papers of the submission that a paper belongs to, itself among them."""
    return (p for p in case.papers if p.application == paper.application and p.person == paper.person)
