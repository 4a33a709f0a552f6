"""reapplication/metadata: what the files themselves tell does not fit what stands in them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import combinations

from consistency.comparator.aligned.employment import employer_of
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.statements import named
from consistency.comparator.work.one_group import related
from consistency.model import Case, Citation, Evidence, Job, Paper, Person, Severity
from consistency.normalizer import organisations
from consistency.normalizer.text import fold

LETTER = "employment-letter"
DATED = frozenset({LETTER, "offer-of-employment", "employment-contract", "bank-statement"})
"""Papers that somebody else writes, on the day that they bear."""

WRITTEN = frozenset({"text", "docx"})
"""How a file is read that was written on a machine: a scan is made whenever it is."""

STATED = frozenset({"signature", "stated"})
LATE = timedelta(days=31)
"""So long after its own day a paper may be written out once more."""

AT_ONE_TIME = timedelta(minutes=15)
"""Within so long the letters of two employers do not come about by themselves."""

ANYBODY = frozenset(
    {
        "user", "admin", "administrator", "owner", "hp", "dell", "lenovo", "acer", "asus", "pc", "computer", "windows",
        "microsoft", "office", "unknown", "author", "python", "docx", "root", "guest", "default", "hr",
    }
)  # fmt: skip
"""Words of names under which a machine writes that nobody gave a name."""


@rule(Severity.INFO, references=["IRPA s.16(1)"])
def metadata(case: Case) -> Iterator[Mismatch]:
    """Letters of different employers come from one hand, or a file is younger than the day that it bears.

    Why: an officer who looks at the files sees who wrote them and when; a letter that the applicant wrote for the
    employer to sign raises questions, as does one that was made long after its date.
    Advice: ask the employers for the letters as they issue them; or keep the originals at hand; or say in the
    explanation letter how the files came about (scanned, written out anew, translated).

    Reports one author of the letters of two employers:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer="Harbour Freight" title=Clerk from=2018-01 to=2021-01
        draft/employment-letter_1.pdf as of 2026-02-01: author="Ana Silva"
        draft/employment-letter_2.pdf as of 2026-02-11: job employer="Blue Lantern Hotel" title=Cook from=2021-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-11: author="Ana Silva"

    Reports two letters made within minutes:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer="Harbour Freight" title=Clerk from=2018-01 to=2021-01
        draft/employment-letter_1.pdf as of 2026-02-01: producer=Word created=2026-02-11T10:01:00
        draft/employment-letter_2.pdf as of 2026-02-11: job employer="Blue Lantern Hotel" title=Cook from=2021-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-11: producer=Word created=2026-02-11T10:08:00

    Reports a letter made long after its date:
        draft/employment-letter.pdf as of 2021-02-01: job employer="Harbour Freight" title=Clerk from=2018-01 to=2021-01
        draft/employment-letter.pdf as of 2021-02-01: producer=Word created=2026-02-11T10:01:00

    Accepts letters of two hands and days:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer="Harbour Freight" title=Clerk from=2018-01 to=2021-01
        draft/employment-letter_1.pdf as of 2026-02-01: author="J. Doe" producer=Word created=2026-02-01T10:01:00
        draft/employment-letter_2.pdf as of 2026-02-11: job employer="Blue Lantern Hotel" title=Cook from=2021-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-11: author="R. Roe" producer=Word created=2026-02-11T10:08:00

    Accepts two letters of one employer:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer="Harbour Freight" title=Clerk from=2018-01 to=2021-01
        draft/employment-letter_1.pdf as of 2026-02-01: author="J. Doe"
        draft/employment-letter_2.pdf as of 2026-02-11: job employer="Harbour Freight Ltd" title=Cook from=2021-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-11: author="J. Doe"

    Accepts an author that is a machine's:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer="Harbour Freight" title=Clerk from=2018-01 to=2021-01
        draft/employment-letter_1.pdf as of 2026-02-01: author="Windows User"
        draft/employment-letter_2.pdf as of 2026-02-11: job employer="Blue Lantern Hotel" title=Cook from=2021-02 to=present
        draft/employment-letter_2.pdf as of 2026-02-11: author="Windows User"

    Accepts scans, which are made together and later:
        draft/employment-letter_1.png as of 2021-02-01: job employer="Harbour Freight" title=Clerk from=2018-01 to=2021-01
        draft/employment-letter_1.png as of 2021-02-01: producer=Scan created=2026-02-11T10:01:00
        draft/employment-letter_2.png as of 2026-02-11: job employer="Blue Lantern Hotel" title=Cook from=2021-02 to=present
        draft/employment-letter_2.png as of 2026-02-11: producer=Scan created=2026-02-11T10:02:00
    """
    for person in case.people:
        written = [p for p in case.drafted(person) if p.document.method in WRITTEN]
        for one, other in combinations([p for p in written if p.kind == LETTER], 2):
            if _two_employers(one, other):
                yield from _one_hand(person, one, other)
        for paper in written:
            yield from _late(person, paper)


def _two_employers(one: Paper, other: Paper) -> bool:
    names = [[name for job in p.all(Job) if (name := employer_of(job))] for p in (one, other)]
    pairs = [(a, b) for a in names[0] for b in names[1]]
    return bool(pairs) and not any(organisations.compare(a, b).agrees or related(a, b) for a, b in pairs)


def _one_hand(person: Person, one: Paper, other: Paper) -> Iterator[Mismatch]:
    author = one.document.metadata.get("author", "")
    if set(fold(author).split()) - ANYBODY and fold(author) == fold(
        other.document.metadata.get("author", "")
    ):
        detail = f"{named([one, other])} are letters of two employers, and both files name “{author}” as their author."
        yield Mismatch(person, "letters of one author", detail, (_cite(one, author), _cite(other, author)))
        return
    days = [_created(paper) for paper in (one, other)]
    producers = {paper.document.metadata.get("producer", "") for paper in (one, other)}
    if days[0] and days[1] and len(producers) == 1 and abs(days[0] - days[1]) <= AT_ONE_TIME:
        detail = f"{named([one, other])} are letters of two employers, made with one program at {days[0]} and {days[1]}."
        yield Mismatch(
            person, "letters of one time", detail, (_cite(one, str(days[0])), _cite(other, str(days[1])))
        )


def _late(person: Person, paper: Paper) -> Iterator[Mismatch]:
    created, day = _created(paper), paper.as_of.date
    if paper.kind not in DATED or created is None or day is None or paper.as_of.basis not in STATED:
        return
    if created.date() - day.latest > LATE:
        detail = f"{paper.path} bears the date {day}; the file was made on {created.date()}."
        yield Mismatch(person, f"made later {paper.kind} {day}", detail, (_cite(paper, str(created.date())),))


def _created(paper: Paper) -> datetime | None:
    try:
        return datetime.fromisoformat(paper.document.metadata.get("created", "")).replace(tzinfo=None)
    except ValueError:
        return None


def _cite(paper: Paper, value: str) -> Citation:
    return Citation(Evidence(paper.path, None), value, paper.as_of.date)
