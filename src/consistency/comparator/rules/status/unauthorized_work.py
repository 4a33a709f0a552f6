"""status/unauthorized-work: work in Canada outside the dates, employer or place of what allowed it."""

from collections.abc import Iterator, Sequence
from datetime import date

from consistency.clocks.six_month_bar import bar, barred
from consistency.comparator.answers import answers
from consistency.comparator.day_spans import length
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.statements import named as papers_named
from consistency.comparator.status.canadian_work import Unauthorised, as_student, unauthorised
from consistency.comparator.status.stay import INSIDE, Cover, covers
from consistency.comparator.telling import Told
from consistency.comparator.work.history import named, subject
from consistency.model import Case, Citation, Job, Offer, Paper, Person, Severity
from consistency.normalizer import organisations


@rule(Severity.CRITICAL, references=["IRPR s.183(5)", "IRPR s.186(u)", "IRPR s.200(3)(e)"])
def unauthorized_work(case: Case) -> Iterator[Mismatch]:
    """Work in Canada lies outside the dates, employer or place of the permits.

    Why: while six months have not passed since unauthorised work ended, an officer shall not issue a work permit
    (R200(3)(e)); and the form asks whether it ever happened.
    Advice: enclose what allowed the work (another permit, the confirmation of an extension filed in time, a letter of
    authorisation); correct dates, employer or place in the draft where they are wrong; or say openly in the
    explanation letter what happened, and file after the six months.

    Reports work for another employer than the permit's:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="Silver Birch Ltd" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: job employer="Chinook Catering" title=cook country=CA from=2024-07 to=present

    Reports work after the permit had ended:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-12-27: job employer="Chinook Catering" title=cook country=CA from=2022-02 to=present

    Reports work between two permits:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-03-31
        draft/permit_2.pdf as of 2021-09-20: permit number=U334081832 status="Work Permit" from=2021-09-20 to=2024-06-20
        draft/employment-letter.pdf as of 2024-01-10: job employer="Chinook Catering" title=cook country=CA from=2021-05-03 to=present

    Reports work between the permits for an employer whose name tells of seasons:
        draft/permit.pdf as of 2022-04-04: permit number=U334081832 status="Work Permit" from=2022-04-04 to=2022-11-15
        draft/permit_2.pdf as of 2023-04-11: permit number=U334081833 status="Work Permit" from=2023-04-11 to=2023-11-15
        draft/imm1295.pdf as of 2026-03-01: job employer="Auberge des Quatre Saisons" title=cook country=CA from=2022-04 to=2023-10

    Reports work on a visitor record:
        draft/permit.pdf as of 2024-01-10: permit number=V334081832 status="Visitor Record" from=2024-01-10 to=2025-01-09
        draft/cv.pdf as of 2024-12-01: job employer="Chinook Catering" title=cook country=CA from=2024-03 to=2024-09

    Reports work after the extension was refused:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        2024/imm5710.pdf as of 2024-05-02: job employer="Chinook Catering" title=cook country=CA from=2022-02 to=present
        2024/refusal-letter.pdf as of 2024-09-13: refusal country=CA number=W334081832 from=2024-09-13
        draft/imm5710.pdf as of 2024-11-20: job employer="Chinook Catering" title=cook country=CA from=2022-02 to=present

    Reports the employer's other town, where the permit names the place:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="Silver Birch" city=Calgary from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: job employer="Silver Birch" title=cook city=Halifax country=CA from=2024-07 to=present

    Reports as a note full-time work during the studies:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/imm5709.pdf as of 2021-08-27: education institution="Bow College" country=CA from=2019-09 to=2021-05
        draft/employment-letter.pdf as of 2021-06-27: job employer="Chinook" title=cook country=CA from=2020-01-05 to=2021-05-03 hours=40

    Reports as a question a contract that began before the form was signed:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="Silver Birch" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: offer employer="Maple Foods" title=cook number=8464260 from=2026-09-01 to=2028-08-31

    Reports as a note work that is declared and more than six months over:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/cv.pdf as of 2026-12-01: job employer="Chinook Catering" title=cook country=CA from=2022-02 to=2024-08
        draft/imm1295.pdf as of 2026-12-27: answer question=overstayed answer=yes

    Reports a payslip for days after the permit has ended:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-12-27: job employer="Chinook Catering" title=cook country=CA from=2022-02 to=2024-06
        draft/payslip.pdf as of 2024-08-09: job employer="Chinook Catering" paid_from=2024-07-21 paid_to=2024-08-03

    Reports a payslip of another employer than the permit's:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="Silver Birch" from=2024-06-12 to=2027-03-31
        draft/payslip.pdf as of 2025-08-09: job employer="Harbour Freight" country=CA paid_from=2025-07-21 paid_to=2025-08-03

    Accepts the months between the seasons of one row:
        draft/permit.pdf as of 2022-04-04: permit number=U334081832 status="Work Permit" from=2022-04-04 to=2022-11-15
        draft/permit_2.pdf as of 2023-04-11: permit number=U334081833 status="Work Permit" from=2023-04-11 to=2023-11-15
        draft/imm1295.pdf as of 2026-03-01: job employer="Hill Farm" title="seasonal picker" country=CA from=2022-04 to=2023-10

    Reports the last day of a season outside the permit:
        draft/permit.pdf as of 2022-04-04: permit number=U334081832 status="Work Permit" from=2022-04-04 to=2022-11-15
        draft/permit_2.pdf as of 2023-04-11: permit number=U334081833 status="Work Permit" from=2023-04-11 to=2023-08-15
        draft/employment-letter.pdf as of 2026-03-01: job employer="Hill Farm" title="seasonal picker" country=CA from=2022-04-05 to=2023-10-26

    Accepts a payslip for days on which the permit ended:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-12-27: job employer="Chinook Catering" title=cook country=CA from=2022-02 to=2024-06
        draft/payslip.pdf as of 2024-07-05: job employer="Chinook Catering" country=CA paid_from=2024-06-16 paid_to=2024-06-29

    Accepts a payslip that may be of the permit's employer, under the name of who pays for it:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="Silver Birch" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: job employer="Silver Birch" title=cook country=CA from=2024-07 to=present
        draft/payslip.pdf as of 2025-08-09: job employer="Pinnacle Payroll" country=CA paid_from=2025-07-21 paid_to=2025-08-03

    Accepts a payslip of an employer abroad:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="Silver Birch" from=2024-06-12 to=2027-03-31
        draft/payslip.pdf as of 2025-08-09: job employer="Harbour Freight" paid_from=2025-07-21 paid_to=2025-08-03

    Reports work after the refusal of the extension, which the employer's letter alone tells:
        2026/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="Silver Birch" from=2024-06-12 to=2026-05-31
        2026/imm5710.pdf as of 2026-05-20: offer employer="Silver Birch" title=clerk number=8464260
        2026/imm5710.pdf as of 2026-05-20: job employer="Silver Birch" title=clerk country=CA from=2024-06 to=present
        2026/refusal-letter.pdf as of 2026-07-30: refusal country=CA from=2026-07-30 number=W330977914
        draft/imm5710.pdf as of 2026-10-05: job employer="Silver Birch" title=clerk country=CA from=2024-06 to=2026-07
        draft/employment-letter.pdf as of 2026-09-28: job employer="Silver Birch" title=clerk from=2024-06 to=present

    Accepts work under an open permit:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-05-27: job employer="Chinook Catering" title=cook country=CA from=2021-06 to=present

    Accepts a permit that names no employer in words:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" employer="OPEN" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-05-27: job employer="Chinook Catering" title=cook country=CA from=2021-06 to=present

    Accepts the permit's employer under another form of the name:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="SILVER BIRCH LOGISTICS LTD." from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: job employer="Silver Birch Logistics" title=cook country=CA from=2024-06 to=present

    Accepts an employer whose two names another paper explains:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="2233 Ontario Inc" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: job employer="Chinook Catering" title=cook country=CA from=2024-06 to=present
        draft/employment-letter.pdf as of 2026-09-01: text "2233 Ontario Inc, operating as Chinook Catering, certifies:"

    Accepts a permit held before for the other employer:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-30
        draft/permit_2.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="Silver Birch" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: job employer="Chinook Catering" title=cook country=CA from=2021-07 to=2024-06
        draft/imm5710.pdf as of 2026-10-27: job employer="Silver Birch" title=cook country=CA from=2024-07 to=present

    Reports work that the form tells once, though the offer names its first day too:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="Silver Birch" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: job employer="Harbour Freight Ltd." title=clerk country=CA from=2025-07 to=present
        draft/offer-of-employment.pdf as of 2026-10-01: offer employer="Harbour Freight" title=clerk from=2025-07-15

    Accepts work before the first permit in the folder, of which older permits may tell:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer=Chinook from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: job employer=Chinook title=cook country=CA from=2021-07 to=present

    Accepts a student's work:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/imm5709.pdf as of 2021-08-27: education institution="Bow College" country=CA from=2019-09 to=2021-05
        draft/employment-letter.pdf as of 2021-06-27: job employer="Chinook Catering" title=cook country=CA from=2020-01-05 to=2021-05-03 hours=20
        draft/imm5710.pdf as of 2021-08-27: job employer="Chinook Catering" title=cook country=CA from=2020-01 to=2021-05

    Accepts maintained status under the old conditions:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" employer=Chinook from=2021-06-20 to=2024-06-20
        2024/imm5710.pdf as of 2024-06-02: job employer=Chinook title=cook country=CA from=2022-02 to=present
        2024/refusal-letter.pdf as of 2024-09-13: refusal country=CA number=W334081832 from=2024-09-13
        draft/imm5710.pdf as of 2024-11-20: job employer=Chinook title=cook country=CA from=2022-02 to=2024-09

    Accepts an end told to the month in which the permit ends:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-12-27: job employer="Chinook Catering" title=cook country=CA from=2022-02 to=2024-06

    Accepts two towns of one area:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="Silver Birch" city=Brampton from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: job employer="Silver Birch" title=cook city=Mississauga country=CA from=2024-07 to=present

    Accepts work abroad, and time without work:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="Silver Birch" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: job employer="Harbour Freight" title=clerk country=PH from=2024-07 to=2024-10
        draft/imm5669.pdf as of 2026-10-27: job title=Unemployed country=CA from=2024-11 to=2025-02

    Accepts work from abroad for an employer in Canada:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/cv.pdf as of 2026-10-27: job employer="Maple Apps (remote)" title=developer country=CA from=2022-07 to=2024-10
        draft/cv.pdf as of 2026-10-27: job employer="Oak Apps" title=developer country=CA from=2024-11 to=2025-10
        draft/imm5669.pdf as of 2026-10-27: address city=Pune country=IN from=2021-09 to=present

    Accepts an offer that is to begin:
        draft/permit.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" employer="Silver Birch" from=2024-06-12 to=2027-03-31
        draft/imm5710.pdf as of 2026-10-27: offer employer="Maple Foods" title=cook number=8464260 from=2027-02-01 to=2028-08-31
    """
    for person in case.people:
        faults = list(unauthorised(case, person))
        yield from (_mismatch(case, person, fault) for fault in faults)
        yield from (_while_studying(person, one) for one in as_student(case, person))
        worked = [t.record.employer for fault in faults for t in fault.told if t.record.employer]
        yield from _begun(case, person, worked)


def _mismatch(case: Case, person: Person, fault: Unauthorised) -> Mismatch:
    held = fault.against
    papers = list({t.paper.path: t.paper for t in fault.told}.values())
    days = f"from {fault.start} to {fault.end}" + (" at least" if fault.ongoing else "")
    return Mismatch(
        person=person,
        subject=subject(fault.job),
        detail=f"{papers_named(papers)} {'tell' if len(papers) > 1 else 'tells'} work in Canada, {named(fault.job)}, "
        f"{days} ({length(*fault.spans)} days). {_reason(fault)} "
        f"{bar(case, fault)}{_question(fault)}",
        evidence=(
            *(t.cite("employer", t.record.employer or t.record.title) for t in fault.told),
            *(_when(t) for t in fault.told),
            *(c for cover in held for c in _cited(fault, cover)),
        ),
        severity=_level(case, person, fault),
        ask=fault.pending or fault.fault == "no status",
    )


def _when(told: Told[Job]) -> Citation:
    """Cite when a row tells the work; a payslip by the time that was paid for."""
    name = "paid_from" if told.record.paid else "period"
    return told.cite(name, str(told.record.paid or told.record.period))


def _reason(fault: Unauthorised) -> str:
    titles = " and ".join(dict.fromkeys(cover.title for cover in fault.against))
    shown = f"For these days the folder shows only {titles}, which"
    held = [cover.held for cover in fault.against if cover.held]
    if fault.fault == "employer":
        return f"{shown} names {' and '.join(dict.fromkeys(one.employer or '' for one in held))} as the employer."
    if fault.fault == "place":
        return f"{shown} names {' and '.join(dict.fromkeys(one.permit.city or '' for one in held))} as the place."
    if fault.fault == "visitor":
        return f"{shown} allows no work."
    ended = fault.against[0]
    begins = (
        f", and {fault.against[1].title} begins on {fault.against[1].span[0]}"
        if len(fault.against) > 1
        else ""
    )
    return f"Nothing in the folder covers these days: {ended.title} ended on {ended.span[1]}{begins}."


def _cited(fault: Unauthorised, cover: Cover) -> tuple[Citation, ...]:
    if cover.held is None or fault.fault not in {"employer", "place"}:
        return cover.citations
    field = "employer" if fault.fault == "employer" else "city"
    return (*cover.held.cite(field), *cover.citations)


def _question(fault: Unauthorised) -> str:
    if fault.pending:
        return " An application naming this employer was open: was the work authorised while it was pending?"
    if fault.fault == "no status":
        return (
            " Was there another permit, or an application to extend that was filed in time? Then enclose it."
        )
    return ""


def _level(case: Case, person: Person, fault: Unauthorised) -> Severity:
    """Weigh it: a note where it is owned up to and the six months are over, a question where it may have been allowed."""
    if not barred(case, fault) and _declared(case, person):
        return Severity.INFO
    return Severity.MAJOR if fault.asked else Severity.CRITICAL


def _declared(case: Case, person: Person) -> bool:
    told = [t for t in answers(case, person, "overstayed") if case.in_draft(t.paper)]
    return any(t.record.answer == "yes" for t in told) and all(t.record.answer == "yes" for t in told)


def _while_studying(person: Person, one: Unauthorised) -> Mismatch:
    """Ask about full-time work on a study permit."""
    hours = max(t.record.hours or 0 for t in one.told)
    return Mismatch(
        person=person,
        subject=f"studies {subject(one.job)}",
        detail=f"{papers_named(t.paper for t in one.told)} tells {hours:g} hours a week for {named(one.job)} during the "
        f"studies, from {one.start} to {one.end}, under {one.against[0].title} alone. Was it co-op work, or allowed by "
        "the permit's conditions?",
        evidence=(
            *(t.cite("hours", f"{t.record.hours:g} hours") for t in one.told),
            *(c for cover in one.against for c in cover.citations),
        ),
        severity=Severity.INFO,
        title="Full-time work is told for a time of studies in Canada",
        ask=True,
    )


def _begun(case: Case, person: Person, worked: Sequence[str]) -> Iterator[Mismatch]:
    """Ask about a job that was to begin before the in-Canada form was signed, under a permit that does not allow it.

    Nothing is asked of an employer for whom the papers tell that the work has begun.
    """
    drafted = case.drafted(person)
    signed = max(
        (p.as_of.date.earliest for p in drafted if p.kind in INSIDE and p.as_of.date), default=date.min
    )
    known = [c for c in covers(case, person) if c.held]
    for paper, offer, start in _starts(drafted):
        if any(organisations.compare(name, offer.employer or "").agrees for name in worked):
            continue
        bound = [c for c in known if c.span[0] <= start <= c.span[1]] if start < signed else []
        if bound and not any(_lets(c, offer) for c in bound):
            yield _asked(person, paper, offer, start, bound)


def _starts(papers: Sequence[Paper]) -> Iterator[tuple[Paper, Offer, date]]:
    """Give the jobs offered by a named employer, with the latest day on which each is to begin."""
    for paper in papers:
        for offer in paper.all(Offer):
            start = offer.start
            if start is not None and offer.employer:
                yield paper, offer, start.latest


def _lets(cover: Cover, offer: Offer) -> bool:
    name = cover.held.employer if cover.held else None
    if cover.held is not None and cover.held.kind == "visitor":
        return False
    return name is None or organisations.compare(name, offer.employer or "").agrees


def _asked(person: Person, paper: Paper, offer: Offer, start: date, bound: Sequence[Cover]) -> Mismatch:
    titles = " and ".join(dict.fromkeys(cover.title for cover in bound))
    return Mismatch(
        person=person,
        subject=f"offer {organisations.key(offer.employer or '')}",
        detail=f"{paper.path} lets the job at {offer.employer} begin by {start}, before the form was signed, and "
        f"{titles} does not allow it. Has the work begun? If it has not, correct the start.",
        evidence=(
            Citation(offer.cite("from"), str(offer.period), paper.as_of.date),
            *(c for cover in bound for c in (cover.held.cite("employer") if cover.held else cover.citations)),
        ),
        severity=Severity.MAJOR,
        title="A job in Canada was to begin before it was allowed",
        ask=True,
    )
