"""The two years for which the result of a language test counts.

IRCC's instructions and the testing bodies' own rule: two years from the day of the test. They are counted by the
calendar (Interpretation Act s.28): a test of 29 February counts to 28 February. DELF and DALF do not run out. The
newest report of each test in the draft counts. What a work permit needs of a language: IRPR s.200(3)(a).
"""

from collections.abc import Iterator

from consistency.clocks._counting import either, months, readings
from consistency.comparator.education.language_reports import Report, reports
from consistency.model import Case, Clock, Person
from consistency.normalizer.dates import PartialDate

MONTHS = 24
NEVER_RUN_OUT = frozenset({"DELF", "DALF"})


until = months(MONTHS)
"""The last day on which a result counts, from the day of the test."""


def newest(case: Case, person: Person) -> Iterator[tuple[Report, PartialDate]]:
    """Give the newest report of each test in the draft, with the day of the test."""
    found = [r for p in case.drafted(person) for r in reports(p) if r.test not in NEVER_RUN_OUT]
    for test in sorted({report.test for report in found}):
        dated = [(report, report.day) for report in found if report.test == test and report.day is not None]
        if dated:
            yield max(dated, key=lambda one: (one[1].latest, str(one[1])))


def clocks(case: Case, person: Person) -> Iterator[Clock]:
    """Give the time for which the newest report of each test in the draft counts."""
    for report, day in newest(case, person):
        first, last = readings(day, until)
        yield Clock(
            person=person.id,
            title=f"{report.test} result of {day}",
            provisions=("IRCC instructions on language tests", "IRPR s.200(3)(a)"),
            citation=report.citation,
            start=day,
            earliest=first,
            latest=last,
            as_of=case.as_of,
            sentence=f"Two years from the test end on {either(first, last)}.",
        )
