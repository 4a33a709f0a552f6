"""From papers to a case: as-of dates, persons, submissions, and the day on which clocks are read."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from consistency.case import applications, people
from consistency.case.certificates import turned
from consistency.case.dating import dated
from consistency.case.taught import Taught, with_taught
from consistency.model import Case, Paper
from consistency.normalizer.dates import PartialDate


class Choices(Struct, frozen=True):
    """What the user says of a case: the draft's folder, the day, single papers' days, and names that are one."""

    draft: str | None = None
    as_of: date | None = None
    dates: Mapping[str, PartialDate] = field(default_factory=dict)
    taught: Taught = field(default_factory=Taught)


def assemble(path: str, papers: Iterable[Paper], choices: Choices | None = None) -> Case:
    """Make a case of the papers of a folder; the order of the papers does not matter.

    Raises :class:`~consistency.case.applications.NoSuchDraft` where the named draft holds no paper.
    """
    choices = choices or Choices()
    named = (with_taught(paper, choices.taught) for paper in papers)
    known = sorted((dated(paper, choices.dates) for paper in named), key=_age)
    persons, owned = people.assign(known)
    assembly = applications.assemble(turned(owned, persons), persons, choices.draft)
    case = Case(path, date.min, persons, assembly.applications, assembly.papers, assembly.notes)
    day, note = _clock(case, choices.as_of)
    return replace(case, as_of=day, notes=case.notes + ((note,) if note else ()))


def _age(paper: Paper) -> tuple[date, str]:
    return (paper.as_of.date.latest if paper.as_of.date else date.max), paper.path


def _clock(case: Case, chosen: date | None) -> tuple[date, str | None]:
    """Give the day that clocks are read at: the one named, the draft's latest, the folder's latest, or today."""
    if chosen is not None:
        return chosen, None
    for papers in ([p for p in case.papers if case.in_draft(p)], case.papers):
        days = [p.as_of.date.latest for p in papers if p.as_of.date is not None]
        if days:
            return max(days), None
    return date.today(), "No paper has a date: clocks are read as of today."
