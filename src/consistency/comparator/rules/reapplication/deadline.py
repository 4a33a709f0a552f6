"""reapplication/deadline: what has to be done by a day: answering a fairness letter, asking the Federal Court."""

from collections.abc import Iterator
from datetime import date, timedelta

from consistency.comparator.elsewhere import LETTER
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.reapplication import Refused, decisions
from consistency.comparator.statements import stated
from consistency.model import Case, Citation, Paper, Person, Refusal, Severity

FAIRNESS = frozenset({"fairness-letter", "procedural-fairness-letter"})
INSIDE = frozenset({"imm5708", "imm5709", "imm5710"})
"""Applications that are made in Canada."""
IN_CANADA, OUTSIDE = 15, 60
"""Days to apply for leave and judicial review (IRPA s.72(2)(b)), by where the matter arose."""


@rule(Severity.INFO, references=["IRPA s.72(2)(b)", "IRPA s.16(1)"])
def deadline(case: Case) -> Iterator[Mismatch]:
    """A deadline of IRCC or of the Federal Court is running, or has passed.

    Why: a fairness letter that is not answered in time is decided against the applicant; the time to ask the Federal
    Court is short and is counted from the notice of the decision.
    Advice: answer the fairness letter by its day, or ask for more time in writing; ask a lawyer at once where judicial
    review is thought of. A new application does not stop these clocks.

    Reports the days left to answer a fairness letter:
        2026/fairness-letter.pdf as of 2026-02-20: deadline=2026-03-22
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04

    Reports a fairness letter whose day has passed without an answer:
        2026/fairness-letter.pdf as of 2026-01-10: deadline=2026-02-09
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04

    Reports the days left for judicial review of a refusal abroad:
        2026/refusal-letter.pdf as of 2026-02-01: refusal country=CA from=2026-02-01 number=W123456789
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04

    Accepts a fairness letter that was answered in time:
        2026/fairness-letter.pdf as of 2026-01-10: deadline=2026-02-09
        2026/explanation-letter.pdf as of 2026-02-01: text "I answer your letter of 10 January 2026."
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04

    Accepts a refusal long past:
        2024/refusal-letter.pdf as of 2024-02-01: refusal country=CA from=2024-02-01 number=W123456789
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
    """
    for person in case.people:
        yield from _fairness(case, person)
        for refused in decisions(case, person)[-1:]:
            yield from _review(case, person, refused)


def _fairness(case: Case, person: Person) -> Iterator[Mismatch]:
    for told in stated(case, person, "deadline"):
        if told.paper.kind not in FAIRNESS or _answered(case, person, told.paper, told.date.latest):
            continue
        left = (told.date.latest - case.as_of).days
        when = f"{_days(left)} left" if left >= 0 else f"{_days(-left)} ago"
        detail = f"The fairness letter in {told.paper.path} is to be answered by {told.value}: {when} on {case.as_of}."
        level = Severity.INFO if left >= 0 else Severity.CRITICAL
        yield Mismatch(person, f"fairness letter {told.value}", detail, (told.citation,), level)


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _answered(case: Case, person: Person, letter: Paper, last: date) -> bool:
    """True where a letter of the applicant was written after the fairness letter, by its day."""
    asked = letter.as_of.date
    answers = (p.as_of.date for p in case.of(person) if p.kind == LETTER and p.as_of.date is not None)
    return asked is not None and any(day.latest >= asked.earliest and day.earliest <= last for day in answers)


def _review(case: Case, person: Person, refused: Refused) -> Iterator[Mismatch]:
    paper = refused.papers[0]
    day = paper.as_of.date
    if day is None or day.precision != "day":
        return
    inside = any(p.kind in INSIDE and p.application == paper.application for p in case.of(person))
    last = day.latest + timedelta(IN_CANADA if inside else OUTSIDE)
    left = (last - case.as_of).days
    if left < 0 or case.as_of < day.earliest:
        return
    where = "in Canada" if inside else "outside Canada"
    weekend = f", a {last:%A}" if last.weekday() >= 5 else ""
    detail = (
        f"The refusal of {day} arose {where}: leave for judicial review can be asked for until {last}{weekend}, if notice "
        f"was received on that day ({_days(left)} left on {case.as_of}). Ask a lawyer."
    )
    refusal = next(paper.all(Refusal))
    cited = Citation(refusal.cite("period"), str(day), day)
    yield Mismatch(person, f"judicial review {day}", detail, (cited,))
