"""work/letter-incomplete: an employment letter that does not say what proves work."""

from collections.abc import Iterator, Sequence

from consistency.comparator.aligned.alignment import Same, Told
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.time import MONTH
from consistency.comparator.work.history import jobs, named, papers_listed, subject
from consistency.comparator.work.letter_contents import VERIFYING, VITAL, lacks
from consistency.comparator.work.letters import Letter, letters_of
from consistency.model import Case, Citation, Job, Person, Severity
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

BEFORE_LEAVING = 14
"""Days before the last one of work on which a letter may be written in the past tense."""

DATED_EARLY = "A letter is dated before a day that it claims"

PLANNED = expression(
    r"\b(?:will|shall|notice|contract|term|until further|expected|scheduled|effective|up to and including|renew\w*"
    r"|fixed|expir\w*|sera|preavis|contrat|prevu\w*|renouvel\w*)\b"
)
"""Words (folded) by which a day to come is named as one to come."""


@rule(Severity.MINOR, references=["IRPA s.16(1)", "IRPR s.200(3)(a)"])
def letter_incomplete(case: Case) -> Iterator[Mismatch]:
    """An employment letter lacks what proves the work, or is dated before a day that it claims.

    Why: an officer counts experience from letters that give dates, title, duties, hours and pay, and that somebody can
    be asked about; a letter written before the day it speaks of cannot be true.
    Advice: ask the employer for a letter that says it; or, where the employer no longer writes letters, enclose other
    proof (contract, pay slips, tax papers) and say in the explanation letter why.

    Reports a letter without duties and hours:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-01-08 to=present amount=900
        draft/employment-letter.pdf as of 2026-02-01: text "Ms. Rao works here. (signed) Omar Haddad, hr@acme.example"

    Reports a letter without the beginning of the work:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook hours=40 amount=900 duties="Cook;Clean"
        draft/employment-letter.pdf as of 2026-02-01: text "She works as cook. (signed) Omar Haddad, hr@acme.example"

    Reports a letter without any means of contact:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-01-08 to=present hours=40
        draft/employment-letter.pdf as of 2026-02-01: text "She is paid 900 a month. Her duties: soups. Omar Haddad"

    Reports a letter dated before the end that it tells:
        draft/employment-letter.pdf as of 2024-01-20: job employer=Acme title=cook from=2018-01-08 to=2024-06-30 hours=40
        draft/employment-letter.pdf as of 2024-01-20: text "She worked with us. Pay 900. Duties: soups. hr@acme.example"
        draft/employment-letter.pdf as of 2024-01-20: text "(signed) Omar Haddad"

    Accepts a letter that says all:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-01-08 to=present hours=40
        draft/employment-letter.pdf as of 2026-02-01: text "Her salary is INR 43,000 monthly. Her duties: soups, pastry."
        draft/employment-letter.pdf as of 2026-02-01: text "(signed) Omar Haddad, Tel. +91 402 555 0168"

    Accepts duties that a sentence tells without a word for them:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=turner from=2018-01-08 to=present hours=40
        draft/employment-letter.pdf as of 2026-02-01: text "He was operating two lathes, changing tools and measuring."
        draft/employment-letter.pdf as of 2026-02-01: text "Paid 900 a month. (signed) Omar Haddad, hr@acme.example"

    Reports a sentence of what one was doing that tells no duties:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=turner from=2018-01-08 to=present hours=40
        draft/employment-letter.pdf as of 2026-02-01: text "He was working with us, and he is leaving on his own will."
        draft/employment-letter.pdf as of 2026-02-01: text "Paid 900 a month. (signed) Omar Haddad, hr@acme.example"

    Accepts a letter that the family itself signs, which employs:
        draft/employment-letter.pdf as of 2026-02-01: job employer="Karen O'Neill" title=nanny from=2018-01-08 to=2020-02-01
        draft/employment-letter.pdf as of 2026-02-01: text "Her duties: meals, school runs. Paid 900 a month for 40 hours a week."
        draft/employment-letter.pdf as of 2026-02-01: text "Telephone +852 5550 1142"
        draft/employment-letter.pdf as of 2026-02-01: text "Karen O'Neill"

    Accepts what the reader did not make out and the text speaks of:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme
        draft/employment-letter.pdf as of 2026-02-01: text "Since 3 May 2018 she is employed full time as our cook."
        draft/employment-letter.pdf as of 2026-02-01: text "In charge of soups, at a wage that we agreed."
        draft/employment-letter.pdf as of 2026-02-01: text "(signed) Omar Haddad, Tel. +91 402 555 0168"

    Accepts the days of another calendar:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook hours=40 amount=900 duties="Cook;Clean"
        draft/employment-letter.pdf as of 2026-02-01: text "Date: 1398/02/21. He worked here from 1392/10/01 until 1398/01/31."
        draft/employment-letter.pdf as of 2026-02-01: text "(signed) Omar Haddad, hr@acme.example"

    Accepts two letters of one job that say all together:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-01-08 to=present
        draft/employment-letter_1.pdf as of 2026-02-01: text "Duties: soups. (signed) Omar Haddad, hr@acme.example"
        draft/employment-letter_2.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-01-08 to=present hours=40
        draft/employment-letter_2.pdf as of 2026-02-01: text "Paid INR 43,000. (signed) Omar Haddad, hr@acme.example"

    Accepts a scan of which a line could not be read:
        draft/employment-letter.png as of 2026-02-01: job employer=Acme title=cook from=2018-01-08 to=present
        draft/employment-letter.png as of 2026-02-01: text "ME ER Bl" confidence=0.2

    Accepts a letter that was filed before:
        2024/employment-letter.pdf as of 2024-02-01: job employer=Acme title=cook from=2018-01-08 to=present
        2024/employment-letter.pdf as of 2024-02-01: text "She works here."
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present

    Accepts an end that is still to come, and named so:
        draft/employment-letter.pdf as of 2024-01-20: job employer=Acme title=cook from=2018-01-08 to=2024-06-30 hours=40
        draft/employment-letter.pdf as of 2024-01-20: text "Her contract ends on 30 June 2024. Pay 900. Duties: soups."
        draft/employment-letter.pdf as of 2024-01-20: text "(signed) Omar Haddad, hr@acme.example"

    Accepts a letter written in the last days of the work:
        draft/employment-letter.pdf as of 2024-06-20: job employer=Acme title=cook from=2018-01-08 to=2024-06-30 hours=40
        draft/employment-letter.pdf as of 2024-06-20: text "She worked with us. Pay 900. Duties: soups. hr@acme.example"
        draft/employment-letter.pdf as of 2024-06-20: text "(signed) Omar Haddad"

    Accepts the short letter of a spouse who does not apply:
        draft/imm1295.pdf as of 2026-03-01: family_name=SHAH given_names=ANITA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Vijay Shah"
        draft/employment-letter.pdf as of 2026-02-20: full_name="Vijay Shah" document_date=2026-02-20
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme title=Clerk from=2018-01-08 to=present
    """
    for person in case.people:
        if person.role != "principal" and not any(paper.is_form for paper in case.of(person)):
            continue
        own = letters_of(case, person)
        for job in jobs(case, person):
            paths = {told.paper.path for told in job.told}
            found = [letter for letter in own if letter.paper.path in paths and case.in_draft(letter.paper)]
            if found:
                yield from _incomplete(person, job, found)
                yield from _dated_early(person, job, found)


def _incomplete(person: Person, job: Same[Job], found: Sequence[Letter]) -> Iterator[Mismatch]:
    """Report what none of the letters of a job says."""
    lists = [list(lacks(letter)) for letter in found]
    absent = [name for name in lists[0] if all(name in names for names in lists)]
    if not absent:
        return
    papers = papers_listed(letter.paper for letter in found)
    read = any(letter.paper.document.method == "ocr" for letter in found)
    vital = bool(VITAL & set(absent)) or set(absent) >= VERIFYING
    yield Mismatch(
        person=person,
        subject=f"letter {subject(job)}",
        detail=f"{papers} ({named(job)}) {'does' if len(found) == 1 else 'do'} not say {_listed(absent)}.",
        evidence=tuple(Citation(letter.paper.absent(), None, letter.paper.as_of.date) for letter in found),
        severity=Severity.MAJOR if vital and not read else Severity.MINOR,
    )


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _dated_early(person: Person, job: Same[Job], found: Sequence[Letter]) -> Iterator[Mismatch]:
    """Report a letter that tells in the past tense of a day after its own."""
    for letter in found:
        if PLANNED.search(fold(letter.paper.document.text)):
            continue
        for told in job.by(letter.paper):
            period, written = told.record.period, letter.paper.as_of.date
            end = period.end if period is not None else None
            days = (end.earliest - written.latest).days if end is not None and written is not None else 0
            if days > BEFORE_LEAVING:
                yield _early(person, job, told, days)


def _early(person: Person, job: Same[Job], told: Told[Job], days: int) -> Mismatch:
    paper, end = told.paper, told.record.end
    dated = paper.fact("document_date")
    written = Citation(dated.evidence if dated else paper.absent(), str(paper.as_of.date), paper.as_of.date)
    light = days <= MONTH or paper.document.method == "ocr"
    return Mismatch(
        person=person,
        subject=f"date of letter {subject(job)}",
        title=DATED_EARLY,
        detail=f"{paper.path} is dated {paper.as_of.date} and says that {named(job)} lasted until {end}, {days} days later.",
        evidence=(told.cite("to", str(end)), written),
        severity=Severity.MINOR if light else Severity.MAJOR,
    )
