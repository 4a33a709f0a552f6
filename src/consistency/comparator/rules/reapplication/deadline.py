"""reapplication/deadline: what has to be done by a day: answering a fairness letter, asking the Federal Court."""

from collections.abc import Iterator

from consistency.clocks import fairness_letter, judicial_review, left
from consistency.comparator.engine import Mismatch, rule
from consistency.model import Case, Clock, Person, Severity


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

    Accepts a fairness letter whose answer the refusal says was considered:
        2025/fairness-letter.pdf as of 2025-01-10: deadline=2025-02-09
        2025/refusal-letter.pdf as of 2025-04-01: refusal country=CA from=2025-04-01 number=W123456789
        2025/refusal-letter.pdf as of 2025-04-01: text "Your submissions of 3 February 2025 have been carefully reviewed."
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04

    Reports a fairness letter whose answer the refusal says was not received:
        2025/fairness-letter.pdf as of 2025-01-10: deadline=2025-02-09
        2025/refusal-letter.pdf as of 2025-04-01: refusal country=CA from=2025-04-01 number=W123456789
        2025/refusal-letter.pdf as of 2025-04-01: text "Your response to my letter was not received in time."
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04

    Accepts a refusal long past:
        2024/refusal-letter.pdf as of 2024-02-01: refusal country=CA from=2024-02-01 number=W123456789
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
    """
    for person in case.people:
        yield from (_fairness(person, clock) for clock in fairness_letter.clocks(case, person))
        for clock in judicial_review.clocks(case, person):
            if clock.matters and _runs(clock):
                yield _review(person, clock)


def _runs(clock: Clock) -> bool:
    """True for a time that is counted from a known day and has begun, and is not over."""
    start = clock.start
    return (
        start is not None and start.precision == "day" and start.earliest <= clock.as_of and not clock.passed
    )


def _fairness(person: Person, clock: Clock) -> Mismatch:
    told = clock.citation
    letter = told.evidence.document
    detail = (
        f"The fairness letter in {letter} is to be answered by {told.value} ({left(clock)} on {clock.as_of})."
    )
    level = Severity.CRITICAL if clock.passed else Severity.INFO
    return Mismatch(person, f"fairness letter {told.value}", detail, (told,), level)


def _review(person: Person, clock: Clock) -> Mismatch:
    detail = f"{clock.sentence} On {clock.as_of}: {left(clock)}."
    return Mismatch(person, f"judicial review {clock.start}", detail, (clock.citation,))
