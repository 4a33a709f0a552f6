"""work/pay-or-hours: one job at one time, two amounts of pay or two working weeks."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from consistency.comparator.aligned.alignment import Same, Told
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.time import MONTH, THREE_MONTHS
from consistency.comparator.work.history import jobs, named, subject
from consistency.comparator.work.pay import a_year, of_two_kinds, pay_shown
from consistency.model import Case, Job, Person, Severity

TOLERANCE = 0.05
"""Share by which two amounts may differ: rounding, and weeks counted in another way."""

HOURS = 1.0
"""Hours a week by which two working weeks may differ: a break counted or not."""

Pair = tuple[Told[Job], Told[Job]]


@rule(Severity.MINOR, references=["IRPA s.16(1)"])
def pay_or_hours(case: Case) -> Iterator[Mismatch]:
    """Two documents give another pay or other hours for one job at one time.

    Why: officers weigh full-time experience by the hours, and the truth of a letter by the pay that an account shows.
    Advice: have the letter corrected where it is wrong; or say in the explanation letter why both are true (a raise,
    net and gross pay, allowances, overtime), and enclose pay slips.

    Reports another pay in two letters of one time:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer=Acme from=2018-01 to=present amount=43000 currency=INR per=month
        draft/employment-letter_2.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=58000 currency=INR per=month

    Reports another pay of a job that had ended:
        2022/employment-letter.pdf as of 2020-06-01: job employer=Acme from=2018-01 to=2020-05 amount=2000 currency=EUR per=month
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme from=2018-01 to=2020-05 amount=36000 currency=EUR per=year

    Reports other hours:
        2022/employment-letter.pdf as of 2020-06-01: job employer=Acme from=2018-01 to=2020-05 hours=24
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme from=2018-01 to=2020-05 hours=40

    Reports another rate of an hour on a pay slip:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme from=2018-01 to=present amount=21.5 per=hour hours=40
        draft/payslip.pdf as of 2026-01-31: job employer=Acme amount=18.75 currency=CAD per=hour paid_from=2026-01-12 paid_to=2026-01-25

    Accepts the rate of a pay slip of another year:
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme from=2018-01 to=present amount=21.5 per=hour hours=40
        draft/payslip.pdf as of 2024-01-31: job employer=Acme amount=18.75 currency=CAD per=hour paid_from=2024-01-12 paid_to=2024-01-25

    Accepts a raise since the older letter:
        2024/employment-letter.pdf as of 2024-02-01: job employer=Acme from=2018-01 to=present amount=43000 currency=INR per=month
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=58000 currency=INR per=month

    Accepts two rows of one paper, and pay of which a letter does not say when:
        draft/cv.pdf as of 2026-03-01: job employer=Acme from=2018-01 to=2020-05 amount=2000 currency=EUR per=month
        draft/cv.pdf as of 2026-03-01: job employer=Acme from=2018-01 to=2020-05 amount=2600 currency=EUR per=month
        draft/employment-letter.pdf as of 2026-03-01: job employer=Acme amount=3000 currency=EUR per=month

    Accepts the same pay by the year and by the month:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer=Acme from=2018-01 to=present amount=3000 currency=EUR per=month
        draft/employment-letter_2.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=36000 currency=EUR per=year

    Accepts the same pay by the hour and by the month, with the hours:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer=Acme from=2018-01 to=present amount=20 currency=CAD per=hour hours=40
        draft/employment-letter_2.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=3467 currency=CAD per=month

    Accepts another currency:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer=Acme from=2018-01 to=present amount=43000 currency=INR per=month
        draft/employment-letter_2.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=700 currency=CAD per=month

    Accepts net pay against gross pay:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer=Acme from=2018-01 to=present amount=3000 currency=EUR per=month
        draft/employment-letter_1.pdf as of 2026-02-01: text "Her gross salary is EUR 3000 a month."
        draft/employment-letter_2.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=2300 currency=EUR per=month
        draft/employment-letter_2.pdf as of 2026-02-20: text "She is paid EUR 2300 net each month."

    Accepts a basic salary against one with allowances:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer=Acme from=2018-01 to=present amount=3000 currency=AED per=month
        draft/employment-letter_1.pdf as of 2026-02-01: text "Basic salary AED 3000 per month"
        draft/employment-letter_2.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=4500 currency=AED per=month

    Accepts pay of which the time is not told:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer=Acme from=2018-01 to=present amount=3000 currency=EUR
        draft/employment-letter_2.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=36000 currency=EUR per=year

    Accepts an amount of which a picture blurs a sign:
        draft/employment-letter_1.png as of 2026-02-01: job employer=Acme from=2018-01 to=present amount=43000 currency=INR per=month
        draft/employment-letter_2.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=48000 currency=INR per=month

    Accepts an hour more or less:
        draft/employment-letter_1.pdf as of 2026-02-01: job employer=Acme from=2018-01 to=present hours=40
        draft/employment-letter_2.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present hours=39
    """
    for person in case.people:
        for job in jobs(case, person):
            for what, differ, field in (
                ("pay", _pay_differs, "amount"),
                ("working week", _hours_differ, "hours"),
            ):
                found = [pair for pair in combinations(job.told, 2) if differ(*pair) and _one_time(*pair)]
                if found:
                    yield _mismatch(person, job, what, field, found)


def _one_time(one: Told[Job], other: Told[Job]) -> bool:
    """True for rows of two papers that speak of one time: the end of the job, or about one day."""
    first, second = one.record.period, other.record.period
    if one.paper.path == other.paper.path:
        return False
    if first is None or second is None:
        return _is_slip_of(one, other) or _is_slip_of(other, one)
    if first.end is not None and second.end is not None:
        return first.end.distance(second.end) <= MONTH
    days = [told.paper.as_of.date for told in (one, other)]
    if not (first.open and second.open) or days[0] is None or days[1] is None:
        return False
    return days[0].distance(days[1]) <= THREE_MONTHS


def _is_slip_of(slip: Told[Job], letter: Told[Job]) -> bool:
    """True for the rate of an hour on a pay slip, and one that a letter of about that time tells."""
    paid, when, day = slip.record.paid, letter.record.period, letter.paper.as_of.date
    if paid is None or paid.end is None or when is None or not when.open or day is None:
        return False
    hourly = slip.record.per == letter.record.per == "hour"
    return hourly and paid.end.distance(day) <= THREE_MONTHS


def _hours_differ(one: Told[Job], other: Told[Job]) -> bool:
    first, second = one.record.hours, other.record.hours
    if not first or not second or abs(first - second) <= HOURS:
        return False
    return not _blurred(one, other, first, second)


def _pay_differs(one: Told[Job], other: Told[Job]) -> bool:
    first, second = one.record, other.record
    known = {record.currency for record in (first, second) if record.currency}
    if not first.amount or not second.amount or len(known) > 1:
        return False
    hourly = (
        first.per == second.per == "hour"
    )  # of one employer's rates by the hour neither need tell the currency
    if not hourly and (first.currency != second.currency or not known):
        return False
    hours = first.hours or second.hours
    years = [a_year(record, hours) for record in (first, second)]
    if years[0] is None or years[1] is None:
        return False
    low, high = sorted(map(float, (years[0], years[1])))
    if high - low <= TOLERANCE * high or _blurred(one, other, first.amount, second.amount):
        return False
    return hourly or not of_two_kinds(one, other, low / high)


def _blurred(one: Told[Job], other: Told[Job], first: float, second: float) -> bool:
    """True where one number was read from a picture and may be the other: one sign differs, or a mark is lost."""
    if "ocr" not in {one.paper.document.method, other.paper.document.method}:
        return False
    from rapidfuzz.distance import OSA

    digits = [
        f"{value:.2f}".rstrip("0").rstrip(".").replace(".", "").rstrip("0") for value in (first, second)
    ]
    return OSA.distance(*digits) <= 1


def _mismatch(person: Person, job: Same[Job], what: str, field: str, found: Sequence[Pair]) -> Mismatch:
    rows = list(dict.fromkeys((told.paper.path, _shown(told, field)) for pair in found for told in pair))
    cited = dict.fromkeys(told.cite(field, _shown(told, field)) for pair in found for told in pair)
    said = "; ".join(f"{value} in {path}" for path, value in rows)
    return Mismatch(
        person=person,
        subject=f"{what} {subject(job)}",
        detail=f"The {what} of {named(job)} differs for one time: {said}.",
        evidence=tuple(cited),
    )


def _shown(told: Told[Job], field: str) -> str:
    record = told.record
    if field == "hours":
        return f"{record.hours:g} hours a week"
    return pay_shown(record)
