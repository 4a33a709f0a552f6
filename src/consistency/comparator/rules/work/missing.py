"""work/missing: a job that one paper tells and another leaves out."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import said_openly
from consistency.comparator.work.history import (
    Absence,
    absences,
    at_ircc,
    is_added,
    is_bare,
    lacking_evidence,
    papers_listed,
    stands,
    subject,
    surest,
    told_instead,
    weighed,
)
from consistency.model import Case, Paper, Person, Severity

NO_ROOM = "A job does not fit on the form"


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def missing(case: Case) -> Iterator[Mismatch]:
    """A job in one document is absent from another that asks for it.

    Why: officers lay the histories of all applications side by side; a job that was told once and is gone now,
    or that a letter shows and the signed form does not, reads as withheld.
    Advice: add the job to the draft, on an extra page where the form has no room; or say openly in the
    explanation letter that an older form left it out, and why; or document why the job does not belong there.

    Reports a job that a past form told and the draft leaves out:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2018-01 to=2020-01
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present

    Reports a job that only a letter in the draft shows:
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/employment-letter.pdf as of 2020-01-20: job employer=Acme title=cook from=2018-01-08 to=2020-01-15

    Reports a part-time job beside another:
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2018-02 to=present
        2024/imm1295.pdf as of 2024-06-01: job employer="Night Taxi" title=driver from=2019-02 to=2022-03
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2018-02 to=present

    Reports a job that the curriculum vitae leaves out in the middle of its time:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/cv.pdf as of 2026-02-01: job employer=Diner title=waiter from=2015-01 to=2017-12
        draft/cv.pdf as of 2026-02-01: job employer=Bistro title=chef from=2020-02 to=present

    Reports a job that a full form and the letter beside it leave out:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-02 to=2021-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Canteen title=chef from=2021-07 to=present
        draft/employment-letter.pdf as of 2018-01-10: job employer=Diner title=waiter from=2017-01-09 to=2017-12-20
        draft/explanation-letter.pdf as of 2026-03-01: text "I have worked at Canteen since July 2021."

    Reports a job that the letter beside a full form only mentions:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-02 to=2021-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Canteen title=chef from=2021-07 to=present
        draft/employment-letter.pdf as of 2018-01-10: job employer="Blue Diner" title=waiter from=2017-01-09 to=2017-12-20
        draft/explanation-letter.pdf as of 2026-03-01: text "I also attach a letter from Blue Diner dated 10 January 2018."

    Accepts a job that the letter beside a full form dates, under the first words of the employer's name:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-02 to=2021-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Canteen title=chef from=2021-07 to=present
        draft/employment-letter.pdf as of 2018-01-10: job employer="Blue Lake Diner and Grill" title=waiter from=2017-01-09 to=2017-12-20
        draft/explanation-letter.pdf as of 2026-03-01: text "Before: waiter, Blue Lake, from January 2017 to December 2017."

    Reports a job to which the letter beside a full form gives other years:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-02 to=2021-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Canteen title=chef from=2021-07 to=present
        draft/employment-letter.pdf as of 2018-01-10: job employer="Blue Lake Diner and Grill" title=waiter from=2017-01-09 to=2017-12-20
        draft/explanation-letter.pdf as of 2026-03-01: text "I lived near Blue Lake from January 2014 to December 2015."

    Reports a job beside which the letter tells a stay in a place of that name:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-02 to=2021-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Canteen title=chef from=2021-07 to=present
        draft/employment-letter.pdf as of 2018-01-10: job employer="Blue Lake Diner and Grill" title=waiter from=2017-01-09 to=2017-12-20
        draft/explanation-letter.pdf as of 2026-03-01: text "I lived near Blue Lake from January 2017 to December 2017."
        draft/explanation-letter.pdf as of 2026-03-01: text "My brother worked at Blue Lake from January 2017 to December 2017."

    Reports a job of which a full draft says that there was no work:
        2024/imm5669.pdf as of 2024-06-01: job employer=Acme title=cook from=2018-01 to=2019-12
        2024/imm5669.pdf as of 2024-06-01: job employer=Bistro title=chef from=2020-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-01 to=2022-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Canteen title=chef from=2022-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job title=Homemaker from=2017-06 to=2019-12

    Reports a job that the data of a form leave out, whatever else is written there:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2018-01 to=2020-01
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: text "Acme"

    Reports once a form that lists no job at all:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2018-01 to=2020-01
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: birth_date=1990-01-01

    Reports as a note a job for which the form has no room:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-02 to=2021-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Canteen title=chef from=2021-07 to=present
        draft/employment-letter.pdf as of 2018-01-10: job employer=Diner title=waiter from=2017-01-09 to=2017-12-20

    Accepts a job that began after the older form was signed:
        2019/imm5257.pdf as of 2019-02-01: job employer=Acme title=cook from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-09
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-10 to=present

    Reports a payslip for a time in which the form tells no work:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2023-05
        draft/imm1295.pdf as of 2026-03-01: job title=Unemployed from=2023-06 to=present
        draft/payslip.pdf as of 2024-02-05: job employer=Bistro paid_from=2024-01-01 paid_to=2024-01-31

    Reports a payslip of a second employer beside one of the job that the form tells:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present
        draft/payslip.pdf as of 2024-02-05: job employer=Bistro paid_from=2024-01-01 paid_to=2024-01-31
        draft/payslip_2.pdf as of 2024-02-05: job employer=Acme paid_from=2024-01-01 paid_to=2024-01-31

    Reports work of a year in another country than that in which the history tells work at the time:
        draft/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef country=MX from=2018-02 to=present
        draft/tax-slip.pdf as of 2019-12-31: job employer=Acme country=US paid_from=2019 paid_to=2019

    Reports a business that a register shows, beside a job that the form tells:
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2018-02 to=present
        draft/business-registration.pdf as of 2021-05-03: job employer="Rosa Catering" title=Owner paid_from=2021-05-03 paid_to=2021-05-03

    Accepts the register of a business that the form tells without its name:
        draft/imm1295.pdf as of 2026-03-01: job employer="Self-employed" title=caterer from=2021-02 to=present
        draft/business-registration.pdf as of 2021-05-03: job employer="Rosa Catering" title=Owner paid_from=2021-05-03 paid_to=2021-05-03

    Accepts a payslip that may be of the job that the form tells, under the name of who pays for it:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present
        draft/payslip.pdf as of 2024-02-05: job employer="Pinnacle Payroll" paid_from=2024-01-01 paid_to=2024-01-31

    Accepts payslips of the job that the form tells:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present
        draft/payslip.pdf as of 2024-02-05: job employer="ACME Ltd" paid_from=2024-01-01 paid_to=2024-01-31

    Accepts a job that ended before the ten years of the form:
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2016-10 to=present
        draft/cv.pdf as of 2026-02-01: job employer=Acme title=cook from=2012-01 to=2015-09
        draft/cv.pdf as of 2026-02-01: job employer=Bistro title=chef from=2016-10 to=present

    Accepts a job that ended in the month in which the ten years begin:
        2024/imm1295.pdf as of 2024-03-20: job employer=Acme title=cook from=2012-01 to=2016-03
        draft/imm1295.pdf as of 2026-03-20: job employer=Bistro title=chef from=2016-04 to=present
        2024/imm1295.pdf as of 2024-03-20: job employer=Bistro title=chef from=2016-04 to=present

    Accepts a curriculum vitae that begins later than the form:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-04 to=2018-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2018-02 to=present
        draft/cv.pdf as of 2026-02-01: job employer=Bistro title=chef from=2018-02 to=present

    Accepts letters, which tell one job each:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer=Acme title=cook from=2016-04-01 to=2018-01-05
        draft/employment-letter_2.pdf as of 2026-02-01: job employer=Bistro title=chef from=2018-02-01 to=present

    Accepts a job listed in the letter because the form has no room:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-02 to=2021-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Canteen title=chef from=2021-07 to=present
        draft/employment-letter.pdf as of 2018-01-10: job employer=Diner title=waiter from=2017-01-09 to=2017-12-20
        draft/explanation-letter.pdf as of 2026-03-01: text "The form is full. I was a waiter at Diner in 2017."

    Accepts a job listed in the letter under a name with initials:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-02 to=2021-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Canteen title=chef from=2021-07 to=present
        draft/employment-letter.pdf as of 2018-01-10: job employer="Hotel Norte Q.J." from=2017-01-09 to=2017-12-20
        draft/explanation-letter.pdf as of 2026-03-01: text "There was no room for my work at Hotel Norte Q.J. in 2017."

    Accepts a job that another form of the submission lists because this one has no room:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-02 to=2021-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Canteen title=chef from=2021-07 to=present
        draft/imm5669.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/imm5669.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-02 to=2021-06
        draft/imm5669.pdf as of 2026-03-01: job employer=Canteen title=chef from=2021-07 to=present
        draft/imm5669.pdf as of 2026-03-01: job employer=Diner title=waiter from=2017-01 to=2017-12

    Accepts a military service that the form tells in its own question:
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2018-07 to=present
        draft/imm1295.pdf as of 2026-03-01: answer question=military answer=yes details="Army, 2016-09 to 2018-03"
        draft/cv.pdf as of 2026-02-01: job employer=Bistro title=chef from=2018-07 to=present
        draft/cv.pdf as of 2026-02-01: job employer=Army title=conscript from=2016-09 to=2018-03

    Accepts a military service in the rows that a form has for it:
        draft/imm5669.pdf as of 2026-03-01: job employer=Bistro title=chef from=2018-07 to=present
        draft/imm5669.pdf as of 2026-03-01: military_service name="Army, 3rd Brigade" from=2016-09 to=2018-03
        draft/cv.pdf as of 2026-02-01: job employer=Bistro title=chef from=2018-07 to=present
        draft/cv.pdf as of 2026-02-01: job employer=Army title=conscript from=2016-09 to=2018-03

    Reports a service of other years than the rows that a form has for it:
        draft/imm5669.pdf as of 2026-03-01: job employer=Bistro title=chef from=2018-07 to=present
        draft/imm5669.pdf as of 2026-03-01: military_service name="Army, 3rd Brigade" from=2010-09 to=2011-03
        draft/cv.pdf as of 2026-02-01: job employer=Bistro title=chef from=2018-07 to=present
        draft/cv.pdf as of 2026-02-01: job employer=Army title=conscript from=2016-09 to=2018-03

    Reports a service of other years than the form tells in its own question:
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2018-07 to=present
        draft/imm1295.pdf as of 2026-03-01: answer question=military answer=yes details="Army, 2009-09 to 2010-03"
        draft/cv.pdf as of 2026-02-01: job employer=Bistro title=chef from=2018-07 to=present
        draft/cv.pdf as of 2026-02-01: job employer=Army title=conscript from=2016-09 to=2018-03

    Accepts times without work:
        2024/imm5669.pdf as of 2024-06-01: job title=Unemployed from=2018-01 to=2018-06
        2024/imm5669.pdf as of 2024-06-01: job title=Student employer="City College" from=2016-09 to=2017-12
        2024/imm5669.pdf as of 2024-06-01: job employer=Bistro title=chef from=2018-07 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2018-07 to=present

    Accepts a promotion told as rows in one paper and as one row in another:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=analyst from=2018-01 to=2019-12
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title="senior analyst" from=2020-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="senior analyst" from=2018-01 to=present

    Accepts an employer under another legal form:
        2024/imm1295.pdf as of 2024-06-01: job employer="Acme Foods Pvt Ltd" title=cook from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer="ACME FOODS" title=cook from=2018-01 to=present

    Accepts an employer misread from a picture, at a time that was read in part:
        draft/imm1295.pdf as of 2026-03-01: job employer="Zenith Power Works" title=cook from=2018-01 to=2020-05
        draft/employment-letter.png as of 2020-06-01: job employer="Zemth Power Warks" title=cook from=2018-01-08

    Accepts another employer at the same time, title and place, which is one contradiction and told elsewhere:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook city=Pune from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Zenith title=cook city=Pune from=2018-01 to=2020-05

    Accepts a past job that is new in the draft, which is another contradiction:
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-01

    Accepts an employer that a print-out names although no row of it was read:
        2024/imm1295.pdf as of 2024-06-01: job employer="Acme Foods" title=cook from=2018-01 to=2020-01
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/cv.pdf as of 2026-03-01: job employer=Diner title=waiter from=2016-01 to=2017-12
        draft/cv.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/cv.pdf as of 2026-03-01: text "Acme Foods: two happy years in the kitchen"
        2024/imm1295.pdf as of 2024-06-01: job employer=Diner title=waiter from=2016-01 to=2017-12

    Accepts a form of which a page was not read:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2018-01 to=2020-01
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: problem code=no-text message="Page 2 is a picture." read=partial

    Accepts the work of another person of the family:
        draft/imm1295.pdf as of 2026-03-01: birth_date=1990-01-01 family_name=RAHIMI given_names=Ali
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2018-07 to=present
        spouse/imm5257.pdf as of 2026-03-01: birth_date=1992-02-02 family_name=KARIMI given_names=Sara
        spouse/imm5257.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-07 to=present
    """
    for person in case.people:
        found = list(absences(case, person))
        bare = [paper for paper in case.of(person) if is_bare(paper)]
        for absence in found:
            listing = replace(absence, missing=tuple(p for p in absence.missing if not is_bare(p)))
            if _is_missing(case, listing):
                yield _mismatch(case, person, listing)
            elif not absence.missing and any(case.in_draft(p) for p in absence.no_room):
                yield _no_room(case, person, absence)
        for paper in bare:
            yield from _nothingstands(case, person, paper, found)


def _nothingstands(case: Case, person: Person, paper: Paper, found: Sequence[Absence]) -> Iterator[Mismatch]:
    """Report once a form that lists no job at all, with all the jobs that it asks for."""
    alone = [replace(a, missing=(paper,)) for a in found if paper in a.missing]
    told = [absence for absence in alone if _is_missing(case, absence)]
    if told:
        single = [_mismatch(case, person, absence) for absence in told]
        yield replace(
            max(single, key=lambda mismatch: mismatch.severity or Severity.MAJOR),
            subject=f"every job {paper.kind} {paper.as_of.date}",
            detail=f"{paper.path} lists no job at all. {'; '.join(stands(a.job) for a in told)}.",
            evidence=tuple(dict.fromkeys(citation for mismatch in single for citation in mismatch.evidence)),
        )


def _is_missing(case: Case, absence: Absence) -> bool:
    """False for a job that is new in the draft: that is a job that was added."""
    told = any(at_ircc(case, paper) for paper in absence.job.papers)
    lacking = any(not at_ircc(case, paper) for paper in absence.missing)
    return bool(absence.missing) and (told or lacking) and not is_added(case, absence)


def _mismatch(case: Case, person: Person, absence: Absence) -> Mismatch:
    known = any(at_ircc(case, paper) for paper in absence.job.papers)
    level = Severity.CRITICAL if known else Severity.MAJOR
    letter = absence.openly
    return Mismatch(
        person=person,
        subject=subject(absence.job),
        detail=f"{stands(absence.job)}. It is not in {papers_listed(absence.missing)}, "
        f"which {'ask' if len(absence.missing) > 1 else 'asks'} for it.{told_instead(absence)}{said_openly(letter)}",
        evidence=(
            *lacking_evidence(absence.job, absence.missing, absence.denials),
            *([letter.citation] if letter else []),
        ),
        severity=weighed(case, level, {t.record.title for t in absence.job.told}, letter is not None),
        confidence=surest(absence.job.told, "employer"),
    )


def _no_room(case: Case, person: Person, absence: Absence) -> Mismatch:
    forms = [paper for paper in absence.no_room if case.in_draft(paper)]
    return Mismatch(
        person=person,
        subject=subject(absence.job),
        detail=f"{stands(absence.job)}. All rows of {papers_listed(forms)} are in use: list it on an extra page.",
        evidence=lacking_evidence(absence.job, forms),
        severity=Severity.INFO,
        title=NO_ROOM,
        advice="List the job on an extra page that names the form and the question, or in the explanation letter.",
    )
