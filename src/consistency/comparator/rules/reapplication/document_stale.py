"""reapplication/document-stale: a paper of the draft that is out of date on the day of filing."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.clocks import medical_exam, passport, police_certificate
from consistency.comparator.engine import Mismatch, rule
from consistency.model import Case, Citation, Clock, Evidence, Job, Paper, Person, Severity
from consistency.normalizer import organisations


class Age(Struct, frozen=True):
    """How old a kind of paper may be, in days, and what to call it."""

    days: int
    title: str


AGES = {
    "bank-statement": Age(122, "bank paper"),
    "payslip": Age(122, "pay slip"),
}
"""Four months for money."""

PASSPORT = frozenset({"passport"})


@rule(Severity.MINOR, references=["IRPA s.16(1)", "IRPR s.30", "IRPR s.52"])
def document_stale(case: Case) -> Iterator[Mismatch]:
    """A paper of the draft is out of date on the day of filing.

    Why: an officer gives little weight to an old statement or certificate, and a passport that has run out cannot be
    used at all.
    Advice: enclose a new paper of the same kind; or say in the letter why the old one still holds.

    Reports an old bank letter:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/bank-statement.pdf as of 2025-08-01: balance amount=90000 currency=BRL

    Reports a passport that has run out as major:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/passport.pdf as of 2016-02-01: passport_number=C1234567 passport_expiry_date=2026-02-01

    Reports a police certificate older than six months:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/police-certificate.pdf as of 2025-08-31: family_name=SILVA birth_date=1990-05-04

    Reports a physician's sheet older than twelve months:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/other.pdf as of 2025-02-28: family_name=SILVA birth_date=1990-05-04
        draft/other.pdf as of 2025-02-28: text "IMM 1017B Upfront Medical Report"
        draft/other.pdf as of 2025-02-28: text "Date of examination: 2025-02-28"

    Accepts a police certificate of six months, to the day:
        draft/imm1295.pdf as of 2026-02-28: family_name=SILVA birth_date=1990-05-04
        draft/police-certificate.pdf as of 2025-08-31: family_name=SILVA birth_date=1990-05-04

    Accepts a letter that tells of an older examination, whose sheet is not enclosed:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I had my medical examination on 2024-02-28 for my studies."

    Accepts a paper of the last months:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/bank-statement.pdf as of 2026-01-15: balance amount=90000 currency=BRL

    Accepts an old statement beside a new one:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/bank-statement_1.pdf as of 2025-08-01: balance amount=80000 currency=BRL
        draft/bank-statement_2.pdf as of 2026-02-01: balance amount=90000 currency=BRL

    Accepts the old passport beside the new one:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/passport_1.pdf as of 2016-02-01: passport_number=C1234567 passport_expiry_date=2026-02-01
        draft/passport_2.pdf as of 2026-01-01: passport_number=D7654321 passport_expiry_date=2036-01-01

    Reports an old pay slip:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: job employer="Blue Lantern Hotel" title=Cook from=2021-02 to=present
        draft/payslip.pdf as of 2025-06: job employer="Blue Lantern Hotel" title=Cook paid_from=2025-06 paid_to=2025-06

    Accepts a pay slip of a work that is over:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: job employer="Harbour Freight" title=Clerk from=2018-01 to=2021-01
        draft/payslip.pdf as of 2020-06: job employer="Harbour Freight" title=Clerk paid_from=2020-06 paid_to=2020-06

    Accepts the paper of a past application:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/bank-statement.pdf as of 2024-02-01: balance amount=80000 currency=BRL
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
    """
    for person in case.people:
        drafted = case.drafted(person)
        for kind, age in AGES.items():
            yield from _old(
                case, person, [p for p in drafted if p.kind == kind and not _is_of_the_past(p, drafted)], age
            )
        yield from (
            _police(person, clock) for clock in police_certificate.clocks(case, person) if clock.passed
        )
        for clock in medical_exam.clocks(case, person):
            if clock.passed and _stands_in(case, clock, medical_exam.LOOSE):
                yield _medical(person, clock)
        for clock in passport.clocks(case, person):
            if clock.passed and _stands_in(case, clock, PASSPORT):
                yield _passport(person, clock)


def _is_of_the_past(slip: Paper, drafted: Sequence[Paper]) -> bool:
    """True for a pay slip of a work that is over by what the other papers tell: it proves that, and no present pay."""
    paid = [job for job in slip.all(Job) if job.paid_to is not None and job.employer]
    told = [job for paper in drafted if paper is not slip for job in paper.all(Job)]
    ended = [
        other.period.end is not None and not other.period.open
        for job in paid
        for other in told
        if other.period is not None and organisations.compare(job.employer or "", other.employer or "").agrees
    ]
    return bool(ended) and all(ended)


def _old(case: Case, person: Person, papers: list[Paper], age: Age) -> Iterator[Mismatch]:
    """Give the newest paper of a kind where even that one is too old."""
    dated = [(p.as_of.date, p) for p in papers if p.as_of.date is not None]
    if not dated or len(dated) < len(papers):
        return
    day, paper = max(dated, key=lambda one: one[0].latest)
    days = (case.as_of - day.latest).days
    if days > age.days:
        fact = paper.fact("document_date")
        evidence = fact.evidence if fact else Evidence(paper.path, None)
        detail = f"The newest {age.title} of the draft ({paper.path}) is of {day}, {days} days before {case.as_of}."
        yield Mismatch(person, age.title, detail, (Citation(evidence, str(day), day),))


def _police(person: Person, clock: Clock) -> Mismatch:
    told = clock.citation
    days = (clock.as_of - clock.start.latest).days if clock.start else clock.days_over
    detail = (
        f"The newest police certificate of the draft ({told.evidence.document}) is of {told.value}, {days} days before "
        f"{clock.as_of}."
    )
    return Mismatch(person, "police certificate", detail, (told,))


def _medical(person: Person, clock: Clock) -> Mismatch:
    told = clock.citation
    detail = (
        f"The medical examination in {told.evidence.document} is of {told.value}: its twelve months ended on "
        f"{clock.latest}, before {clock.as_of}."
    )
    return Mismatch(person, "medical examination", detail, (told,))


def _passport(person: Person, clock: Clock) -> Mismatch:
    told = clock.citation
    detail = f"The passport in {told.evidence.document} ran out on {told.value}, before {clock.as_of}."
    return Mismatch(person, "passport", detail, (told,), Severity.MAJOR)


def _stands_in(case: Case, clock: Clock, kinds: frozenset[str]) -> bool:
    """True for a day that the paper itself states, not a form or a letter that speaks of it."""
    return case.by_path[clock.citation.evidence.document].kind in kinds
