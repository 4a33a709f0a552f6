"""From papers to a case: as-of dates, persons, submissions, and the day on which clocks are read."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from consistency.case import applications, people
from consistency.case.bookings import without_plans
from consistency.case.border_records import without_visits_home
from consistency.case.businesses import without_others
from consistency.case.certificates import turned
from consistency.case.dating import dated, with_their_letters
from consistency.case.taught import Taught, with_taught
from consistency.model import AsOf, Case, Paper
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
    days = with_their_letters([dated(paper, choices.dates) for paper in named])
    known = sorted(days, key=_age)
    persons, assigned = people.assign(known)
    owned = without_others(without_visits_home(assigned), persons)
    assembly = applications.assemble(turned(owned, persons), persons, choices.draft)
    case = Case(path, date.min, persons, assembly.applications, assembly.papers, assembly.notes)
    case = without_plans(replace(case, papers=tuple(_with_day(case, paper) for paper in case.papers)))
    day, note = _clock(case, choices.as_of)
    return replace(case, as_of=day, notes=case.notes + ((note,) if note else ()))


def _with_day(case: Case, paper: Paper) -> Paper:
    """Give a form of the draft that nothing dates the day of the papers that lie with it: it is not signed so far."""
    if paper.as_of.date is not None or not paper.is_form or not case.in_draft(paper):
        return paper
    beside = [p.as_of.date for p in case.papers if case.in_draft(p) and applications.has_own_day(p)]
    days = [day for day in beside if day is not None and day.precision == "day"]
    day = max(days, key=lambda one: one.latest, default=None)
    return paper if day is None else replace(paper, as_of=AsOf(day, "folder"))


def _age(paper: Paper) -> tuple[date, str]:
    return (paper.as_of.date.latest if paper.as_of.date else date.max), paper.path


def _clock(case: Case, chosen: date | None) -> tuple[date, str | None]:
    """Give the day that clocks are read at: the one named, the draft's latest, the folder's latest, or today."""
    if chosen is not None:
        return chosen, None
    drafted = [p for p in case.papers if case.in_draft(p)]
    own = [p for p in drafted if applications.has_own_day(p)]
    for papers in (own, drafted, case.papers):
        days = [p.as_of.date.latest for p in papers if p.as_of.date is not None]
        if days:
            return max(days), None
    return date.today(), "No paper has a date: clocks are read as of today."
