"""The twelve months for which an immigration medical examination counts.

IRPR s.30 and IRCC's instructions ("Foreign workers: Assessing medical requirements"): a medical certificate rests on
the most recent examination within the previous 12 months. They are counted by the calendar from the examination
(Interpretation Act s.28). Its day is told by the physician's sheet (IMM 1017, eMedical), or by a letter of the draft;
of several the latest counts.
"""

from collections.abc import Iterator

from consistency.clocks._counting import either, months, readings
from consistency.comparator.openly import is_supplement
from consistency.comparator.passages import utterances
from consistency.model import Case, Citation, Clock, Paper, Person
from consistency.normalizer import dates
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.negation import flat

MONTHS = 12
LOOSE = frozenset({"other", "unknown", "personal-record"})
"""Kinds of paper among which the physician's sheet is."""

_SHEET = expression(r"\bimm ?1017|\be-?medical\b|\bpanel physician|\bupfront medical|medecin designe")
_LABEL = expression(
    r"\b(?:date of (?:the )?(?:medical )?exam\w*|(?:medical )?exam\w* date|date de l'examen)\b"
)
_EXAM = expression(r"\bmedical exam\w*|\bime\b|\bexamen medical|\bvisite medicale")
_DONE = expression(
    r"\b(?:completed|underwent|undergone|took|taken|passed|done|had|attended|performed"
    r"|ai (?:passe|subi|fait|effectue)|effectuee?)\b"
)
_TO_COME = expression(
    r"\b(?:will|shall|scheduled|booked|appointment|request\w*|rendez-vous|vais|expir\w*|valid)\b"
)


def clocks(case: Case, person: Person) -> Iterator[Clock]:
    """Give the time for which the latest examination that the draft tells counts."""
    told = [one for paper in case.drafted(person) for one in _examined(paper)]
    known = [(day, cited) for day, cited in told if day.earliest <= case.as_of]
    if not known:
        return
    day, cited = max(known, key=lambda one: one[0].latest)
    first, last = readings(day, months(MONTHS))
    yield Clock(
        person=person.id,
        title=f"medical examination of {day}",
        provisions=("IRPR s.30",),
        citation=cited,
        start=day,
        earliest=first,
        latest=last,
        as_of=case.as_of,
        sentence=f"Twelve months from the examination end on {either(first, last)}.",
    )


def _examined(paper: Paper) -> Iterator[tuple[PartialDate, Citation]]:
    """Give the days on which a paper says that the examination took place."""
    sheet = paper.kind in LOOSE and bool(_SHEET.search(flat(paper.document.text)))
    for passage in utterances(paper) if sheet or is_supplement(paper) else ():
        words = flat(passage.text)
        label = _LABEL.search(words) if sheet else None
        if label or _tells(words):
            for found in dates.find_dates(words[label.end() if label else 0 :])[:1]:
                yield found.date, passage.cite(str(found.date))


def _tells(words: str) -> bool:
    """True for a sentence (flat) that says that the examination has been done."""
    return bool(_EXAM.search(words) and _DONE.search(words)) and not _TO_COME.search(words)
