"""offer/expired: the assessment runs out before the application is filed."""

from collections.abc import Iterator

from consistency.clocks import lmia
from consistency.comparator.day_spans import number_of_days
from consistency.comparator.engine import Mismatch, rule
from consistency.model import Case, Clock, Person, Severity


@rule(Severity.CRITICAL, references=["IRPR s.203(1)"])
def expired(case: Case) -> Iterator[Mismatch]:
    """The labour market impact assessment is no longer valid when the application is filed.

    Why: an application with an assessment whose validity has ended should be refused.
    Advice: file before the assessment expires; or ask the employer for a new assessment and name its number in all
    papers.

    Reports an assessment that expired before the day of filing:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2025-08-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2025-08-01: deadline=2026-02-01

    Accepts the last day of validity:
        draft/imm1295.pdf as of 2026-02-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2025-08-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2025-08-01: deadline=2026-02-01

    Accepts an assessment beside the one that took its place:
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7999999
        draft/lmia_old.pdf as of 2025-02-01: offer employer=Acme title=Cook number=7894563
        draft/lmia_old.pdf as of 2025-02-01: deadline=2025-08-01
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7999999
        draft/lmia.pdf as of 2026-01-10: deadline=2026-07-10

    Accepts the assessment of a past application:
        2024/imm1295.pdf as of 2024-03-01: offer employer=Acme title=Cook number=7000001
        2024/lmia.pdf as of 2024-02-01: deadline=2024-08-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
    """
    for person in case.people:
        yield from (_mismatch(case, person, clock) for clock in lmia.clocks(case, person) if clock.passed)


def _mismatch(case: Case, person: Person, clock: Clock) -> Mismatch:
    told = clock.citation
    days = "a day" if clock.days_over == 1 else number_of_days(clock.days_over)
    number = lmia.number(case.by_path[told.evidence.document])
    detail = (
        f"The assessment {number} is valid until {told.value}; the draft is of {case.as_of}, {days} later."
    )
    return Mismatch(person, "lmia validity", detail, (told,))
