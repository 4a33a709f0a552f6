"""status/restoration: status that has ended and is restored too late, or not asked to be restored."""

from collections.abc import Iterator

from consistency.clocks.restoration import DAYS, Loss, lost
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.status.permits import applied_for
from consistency.comparator.status.status_words import maintained
from consistency.model import Case, Citation, Person, Severity


@rule(Severity.CRITICAL, references=["IRPR s.182(1)", "IRPR s.183(5)", "IRPR s.201"])
def restoration(case: Case) -> Iterator[Mismatch]:
    """Status was lost more than 90 days before, or the box to restore it is not ticked.

    Why: a permit can be renewed only before it ends; afterwards status may be restored within 90 days and only where
    that is asked for. Later, or without it, the application is refused whatever it says.
    Advice: tick the box and pay for the restoration where the 90 days are not over; enclose the paper that extended
    the status where there is one; where the days are over, take counsel on applying from outside Canada.

    Reports a form that is later than 90 days:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-10-19: permit status=restoration

    Reports a box that is not ticked:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-08-19: permit status=extension

    Reports a restoration counted from the refusal that ended the maintained status:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        2024/imm5710.pdf as of 2024-06-02: permit status=extension
        2024/refusal-letter.pdf as of 2024-09-13: refusal country=CA number=W334081832 from=2024-09-13
        draft/imm5710.pdf as of 2024-12-20: permit status=restoration

    Reports a second restoration, for the first does not stop the 90 days:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        2024/imm5710.pdf as of 2024-07-20: permit status=restoration
        2024/refusal-letter.pdf as of 2024-09-13: refusal country=CA number=W334081832 from=2024-09-13
        draft/imm5710.pdf as of 2024-10-20: permit status=restoration

    Reports a form on which no box is ticked:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-08-19: family_name=RAHIMI birth_date=1990-05-04

    Reports as a question a picture, of which the boxes are not read:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.png as of 2024-08-19: family_name=RAHIMI birth_date=1990-05-04

    Accepts a restoration within 90 days:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-09-18: permit status=restoration

    Reports as critical a late restoration whose letter tells the maintained status that was counted:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        2024/imm5710.pdf as of 2024-06-02: permit status=extension
        2024/refusal-letter.pdf as of 2024-09-13: refusal country=CA number=W334081832 from=2024-09-13
        draft/imm5710.pdf as of 2024-12-20: permit status=restoration
        draft/explanation-letter.pdf as of 2024-12-20: text "I was on maintained status until 13 September 2024."

    Accepts a restoration within 90 days of the refusal that ended the maintained status:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        2024/imm5710.pdf as of 2024-06-02: permit status=extension
        2024/refusal-letter.pdf as of 2024-09-13: refusal country=CA number=W334081832 from=2024-09-13
        draft/imm5710.pdf as of 2024-12-10: permit status=restoration

    Accepts an extension before the end:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2024-06-20: permit status=extension

    Accepts a refusal while the permit still runs:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2026-06-20
        2024/imm5710.pdf as of 2024-06-02: permit status="new employer"
        2024/refusal-letter.pdf as of 2024-09-13: refusal country=CA number=W334081832 from=2024-09-13
        draft/imm5710.pdf as of 2025-12-10: permit status="new employer"

    Accepts a form of which the folder holds no permit:
        draft/imm5710.pdf as of 2024-08-19: permit status=extension

    Accepts a form that names a newer permit, which is not in the folder:
        draft/permit.pdf as of 2019-06-20: permit number=S334081832 status="Study Permit" from=2019-06-20 to=2021-06-20
        draft/imm5710.pdf as of 2024-08-19: permit status=extension
        draft/imm5710.pdf as of 2024-08-19: permit number=U100200300

    Accepts a new entry since:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2025-01-19: permit status="new employer"
        draft/imm5710.pdf as of 2025-01-19: entry country=CA city=Calgary from=2024-10-10

    Accepts an application from outside Canada:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm1295.pdf as of 2025-01-19: family_name=RAHIMI birth_date=1990-05-04

    Accepts a form of the past:
        draft/permit.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        2024/imm5710.pdf as of 2024-10-19: permit status=restoration
        2024/refusal-letter.pdf as of 2024-12-13: refusal country=CA number=W334081832 from=2024-12-13
        draft/imm1295.pdf as of 2025-06-19: family_name=RAHIMI birth_date=1990-05-04
    """
    for person in case.people:
        for one in lost(case, person):
            if one.late or "restoration" not in applied_for(one.form):
                yield _mismatch(case, person, one)


def _mismatch(case: Case, person: Person, one: Loss) -> Mismatch:
    boxes = applied_for(one.form)
    counted = one.loss.ground == "maintained"  # then the letter says nothing that was not counted
    letter = None if counted else maintained(case, person)
    told = f" {letter.paper.path} says: “{letter.text}” Enclose the proof." if letter else ""
    cited = [Citation(p.cite("status"), word, one.form.as_of.date) for word, p in sorted(boxes.items())]
    if "restoration" not in boxes:
        cited.append(Citation(one.form.absent(), None, one.form.as_of.date))
    known = one.late or bool(boxes) or one.form.document.has_data
    level = Severity.CRITICAL if known else Severity.INFO
    return Mismatch(
        person=person,
        subject="restoration",
        detail=f"{one.loss.title[0].upper()}{one.loss.title[1:]} ended on {one.loss.span[1]}; {one.form.path} is of "
        f"{one.filing}. {_reason(one, known)}{told}",
        evidence=(*one.loss.citations, *cited),
        severity=level.moved(-1) if letter and known else level,
        ask=not known or letter is not None,
    )


def _reason(one: Loss, known: bool) -> str:
    if one.late:
        over = (one.filing - one.deadline).days
        return f"The {DAYS} days in which status may be restored ended on {one.deadline}, {over} days before."
    left = f"Until {one.deadline} the status may be restored"
    return f"{left}, but the box for it is not ticked." if known else f"{left}: is the box for it ticked?"
