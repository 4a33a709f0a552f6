"""funds/salary: the pay that the employer confirms is not what the letter, the pay slips or the account show."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.funds.accounts import shown
from consistency.comparator.funds.credits import WAGES, Credit, credits
from consistency.comparator.passages import Passage
from consistency.comparator.reapplication.decisions import argument, letters
from consistency.comparator.telling import Same, Told
from consistency.comparator.work.history import jobs, named, subject
from consistency.comparator.work.pay import TAXED, a_year, kinds_in, kinds_told, pay_shown, written
from consistency.model import Case, Citation, Job, Person, Severity
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import Amount, find_amounts, yearly
from consistency.normalizer.text import fold

OWN = expression(
    r"\b(?:my (?:\w+ ){0,3}(?:salary|pay|wages?|income|earnings|remuneration)"
    r"|i (?:currently |presently |now )?(?:earn|am paid|receive|make)"
    r"|\bi (?:have|am|work|serve)\b.{0,160}? (?:drawing|earning|getting) (?:an? )?(?:\w+ ){0,3}?"
    r"(?:salary|pay|tk|rs|[a-z]{3}) (?:of )?(?:\w+ )?\d[\d ]*"
    r"|mon (?:\w+ ){0,2}(?:salaire|revenu|traitement)|je (?:gagne|touche|percois|recois)"
    r"|(?:i am|i work|je suis|je travaille) .{3,160}? (?:with|for|at|avec|pour|a|et) (?:an? "
    r"|une? )?(?:\w+ )?(?:salary|wage|salaire"
    r"|traitement|remuneration) (?:of|de|d))\b"
)
"""Words (folded) by which applicants tell what they earn."""

NOT_NOW = expression(
    r"\b(?:canad\w*|offer\w*|lmia|will|would|contract|future|previous\w*|former\w*|used to|was|were|husband|wife|spouse"
    r"|family|household|rent\w*|together|total|bonus\w*|offre|eimt|sera\w*|ancien\w*|etait|conjointe?|mari|epouse"
    r"|famille|loyers?|business)\b"
)
"""Words (folded) of a sentence that speaks of other money, or of another time."""

NEAR = 0.10
"""Share by which a claim may be rounded."""

PAID_OUT = (0.5, 1.15)
"""What may come to the account of gross pay: after tax and deductions, and with a little beside it."""

ON_A_SLIP = (0.6, 1.5)
"""What a pay slip may show of the pay of a letter: unpaid leave, overtime, allowances."""

ONE_MONEY = 4.0
"""So many times another pay a slip without a currency shows at most that is in the same money."""

GROSS_OF_NET = 0.9
"""What a slip, which shows the gross pay, has of a net pay at the least."""

GROSS = frozenset({"gross"})
MONTH_APART = timedelta(days=20)
FEWEST = 2
"""So many wages on an account, a month apart, show what is paid."""


class Other(Struct, frozen=True):
    """What another paper shows of the same pay, and where."""

    shown: str
    citation: Citation


@rule(Severity.MAJOR, references=["IRPR s.200(1)(b)", "IRPA s.16(1)"])
def salary(case: Case) -> Iterator[Mismatch]:
    """The pay in the employer's letter is not what the explanation letter, the pay slips or the account show.

    Why: officers hold the letter against the account: pay that does not arrive there is not believed, nor is the job.
    Advice: correct the amount in the explanation letter; have the employer's letter say gross, net and allowances; or
    say in the explanation letter how the pay comes (cash, another account), and enclose the pay slips.

    Reports a letter that claims more than the employer confirms:
        draft/explanation-letter.pdf as of 2026-03-01: text "My monthly salary is BRL 9,000 per month."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=4500 currency=BRL per=month

    Reports a claim beside another half of its sentence, which tells of the past:
        draft/explanation-letter.pdf as of 2026-03-01: text "The old letter was short; the new one gives my duties and salary (BRL 9,000 a month)."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=4500 currency=BRL per=month

    Reports a claim in rupees, whose sign ends no sentence:
        draft/explanation-letter.pdf as of 2026-03-01: text "I work at Acme and my salary is Rs. 51,500 per month."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=31500 currency=INR per=month

    Reports a claim of more than the gross pay:
        draft/explanation-letter.pdf as of 2026-03-01: text "My salary is BRL 6,000 per month."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=4500 currency=BRL per=month
        draft/employment-letter.pdf as of 2026-02-20: text "Her gross salary is BRL 4,500 per month."

    Accepts a claim of what is left of the gross pay:
        draft/explanation-letter.pdf as of 2026-03-01: text "My salary is BRL 3,600 per month."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=4500 currency=BRL per=month
        draft/employment-letter.pdf as of 2026-02-20: text "Her gross salary is BRL 4,500 per month."

    Reports wages on the account that are a fraction of the pay:
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=9000 currency=BRL per=month
        draft/bank-statement.pdf as of 2026-02-20: balance amount=12000 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "2025-12-01  Balance  5,000.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-01-05  Salary Acme  2,500.00  7,500.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-05  Salary Acme  2,500.00  10,000.00"

    Reports a pay slip of other pay:
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=9000 currency=BRL per=month
        draft/payslip.pdf as of 2026-01-31: job employer=Acme amount=3000 currency=BRL per=month

    Reports a claim in francs, whose name tells by the letter of which country they are:
        draft/explanation-letter.pdf as of 2026-03-01: text "My salary is 300 000 F CFA per month."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=95000 currency=XOF per=month

    Reports a pay slip beside a certificate of the pay alone:
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme amount=9000 currency=MAD per=month
        draft/payslip.pdf as of 2026-02-28: job employer=Acme amount=4100 per=month paid_from=2026-02-01 paid_to=2026-02-28

    Reports a slip that shows less before deductions than the letter says is paid net:
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2020-01 to=present amount=6500 currency=MAD per=month
        draft/employment-letter.pdf as of 2026-02-20: text "Elle perçoit un salaire mensuel net de 6500 dirhams."
        draft/payslip.pdf as of 2026-02-28: job employer=Acme amount=4400 currency=MAD per=month

    Accepts a pay slip that may be in another money:
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=1000 currency=USD per=month
        draft/payslip.pdf as of 2026-02-28: job employer=Acme amount=61000 per=month

    Accepts a pay slip of half a month:
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=9000 currency=PHP per=month
        draft/payslip.pdf as of 2026-01-31: job employer=Acme amount=4500 currency=PHP per=half-month

    Accepts a payment that is no pay:
        draft/explanation-letter.pdf as of 2026-03-01: text "My payment of BRL 7,000 per month goes to the bank."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=4500 currency=BRL per=month

    Reports a claim beside what was saved from it:
        draft/explanation-letter.pdf as of 2026-03-01: text "My balance is BRL 9,100, saved from my salary of BRL 7,000 per month."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=4500 currency=BRL per=month

    Reports a claim with the post, beside the pay of before:
        draft/explanation-letter.pdf as of 2026-03-01: text "Je suis chef avec un salaire de 7 000 BRL par mois, contre 3 000 BRL en 2024."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=4500 currency=BRL per=month

    Accepts what was saved beside the pay that the employer confirms:
        draft/explanation-letter.pdf as of 2026-03-01: text "My balance is BRL 9,100, saved from my salary of BRL 4,500 per month."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=4500 currency=BRL per=month

    Accepts an amount that is rounded, and one by the year:
        draft/explanation-letter.pdf as of 2026-03-01: text "I earn about BRL 55,000 per year."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=4500 currency=BRL per=month

    Accepts net pay beside gross pay:
        draft/explanation-letter.pdf as of 2026-03-01: text "My net salary is BRL 3,300 per month."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=4500 currency=BRL per=month

    Accepts another currency:
        draft/explanation-letter.pdf as of 2026-03-01: text "I earn about CAD 1,100 per month."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=4500 currency=BRL per=month

    Accepts the pay of the job in Canada, and of a former job:
        draft/explanation-letter.pdf as of 2026-03-01: text "In Canada I will earn BRL 20,000 per month."
        draft/explanation-letter.pdf as of 2026-03-01: text "My former salary was BRL 2,000 per month."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=4500 currency=BRL per=month

    Accepts wages after tax on the account:
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=3000 currency=BRL per=month
        draft/bank-statement.pdf as of 2026-02-20: balance amount=12000 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "2025-12-01  Balance  5,000.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-01-05  Salary Acme  2,500.00  7,500.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-05  Salary Acme  2,500.00  10,000.00"

    Accepts a single wage, which may be a part of one:
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=9000 currency=BRL per=month
        draft/bank-statement.pdf as of 2026-02-20: balance amount=12000 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "2026-01-05  Balance  7,500.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-05  Salary Acme  2,500.00  10,000.00"

    Accepts two present jobs, of which the amount may be either's:
        draft/explanation-letter.pdf as of 2026-03-01: text "My monthly salary is BRL 9,000 per month."
        draft/employment-letter_1.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=4500 currency=BRL per=month
        draft/employment-letter_2.pdf as of 2026-02-20: job employer="Blue Lantern Hotel" from=2021-01 to=present amount=2000 currency=BRL per=month

    Reports a claim without a time that the employer confirms neither by the month nor by the year:
        draft/explanation-letter.pdf as of 2026-03-01: text "My salary is now PKR 265,000."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=195000 currency=PKR per=month

    Accepts a claim without a time that is of a month:
        draft/explanation-letter.pdf as of 2026-03-01: text "My salary is now PKR 195,000."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=195000 currency=PKR per=month

    Accepts a claim without a time that is of a year:
        draft/explanation-letter.pdf as of 2026-03-01: text "My salary is now PKR 2,340,000."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=195000 currency=PKR per=month

    Reports the pay that somebody is drawing in the same sentence as the work:
        draft/explanation-letter.pdf as of 2026-03-01: text "I have been with Acme since 2018, drawing Tk. 88,500 per month."
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=68500 currency=BDT per=month

    Accepts a letter in which the pay is nought:
        draft/employment-letter.pdf as of 2026-02-20: job employer=Acme from=2018-01 to=present amount=0 currency=BRL per=month
        draft/bank-statement.pdf as of 2026-02-20: balance amount=12000 currency=BRL from=2026-02-20
        draft/bank-statement.pdf as of 2026-02-20: text "2025-12-01  Balance  5,000.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-01-05  Salary Acme  2,500.00  7,500.00"
        draft/bank-statement.pdf as of 2026-02-20: text "2026-02-05  Salary Acme  2,500.00  10,000.00"
    """
    for person in case.people:
        confirmed = [
            (job, told)
            for job in jobs(case, person)
            for told in job.told
            if case.in_draft(told.paper) and told.paper.kind == "employment-letter" and _is_pay(told)
        ]
        if len({subject(job) for job, _ in confirmed}) == 1:  # of two jobs, any amount may be either's
            for job, told in confirmed:
                yield from _compared(case, person, job, told)


def _is_pay(told: Told[Job]) -> bool:
    """True for what a letter says is paid now: of a job that goes on, or of one of which it tells the pay alone."""
    period = told.record.period
    return (period is None or period.open) and bool(a_year(told.record, None))


def _compared(case: Case, person: Person, job: Same[Job], told: Told[Job]) -> Iterator[Mismatch]:
    pay = float(a_year(told.record, None) or 0)
    found = [
        *_claims(case, person, told, pay),
        *_on_accounts(case, person, told, pay),
        *_slips(case, job, told, pay),
    ]
    if found:
        others = "; ".join(f"{other.shown} in {other.citation.evidence.document}" for other in found)
        own = pay_shown(told.record)
        detail = f"{named(job)} pays {own} by {told.paper.path}, and {others}."
        yield Mismatch(
            person,
            f"salary {subject(job)}",
            detail[0].upper() + detail[1:],
            (told.cite("amount", own), *(other.citation for other in found)),
            follows=(Cause("work/pay-or-hours"),),
        )


def _claims(case: Case, person: Person, told: Told[Job], pay: float) -> Iterator[Other]:
    """Give what the explanation letter claims and the employer's does not confirm."""
    for letter in letters(case, person):
        for passage in _clauses(argument(letter)):
            words = fold(passage.text)
            if not OWN.search(words) or NOT_NOW.search(words):
                continue
            amounts = find_amounts(passage.text, frozenset(filter(None, (told.record.currency,))))
            timed = [amount for amount in amounts if amount.per]
            if len(timed if len(amounts) > 1 else amounts) != 1:
                continue  # beside what was saved, or is paid no more, pay is told for a time
            claim = (timed or amounts)[0]
            years = tuple(_years(claim, told.record.hours))
            if claim.currency != told.record.currency or not years:
                continue
            kinds, confirmed = kinds_in(passage.text), kinds_told(told)
            if not any(_fits(year, pay, kinds, confirmed) for year in years):
                said = written(claim.value, claim.currency, claim.per)
                yield Other(said, passage.cite(said))


def _years(claim: Amount, hours: float | None) -> Iterator[float]:
    """Give what a claim comes to in a year; one without a time may be of a month or of a year."""
    for per in (claim.per,) if claim.per else ("month", "year"):
        year = yearly(replace(claim, per=per), hours)
        if year is not None:
            yield float(year)


def _clauses(told: Iterable[Passage]) -> Iterator[Passage]:
    """Cut sentences at their semicolons: one half may tell of another time."""
    for sentence in told:
        yield from (replace(sentence, text=half) for half in sentence.text.split("; ") if half)


def _fits(claim: float, pay: float, kinds: frozenset[str], confirmed: frozenset[str]) -> bool:
    low, high = sorted((claim, pay))
    if high - low <= NEAR * high:
        return True
    if confirmed == GROSS and not kinds and claim > pay:
        return False  # no net pay is more than the gross one
    return bool(kinds or confirmed) and kinds != confirmed and low >= TAXED * high


def _on_accounts(case: Case, person: Person, told: Told[Job], pay: float) -> Iterator[Other]:
    """Give the wages on an account that are no usual part of the pay."""
    papers = {one.paper.path: one for one in shown(case, person) if case.in_draft(one.paper)}
    for one in papers.values():
        wages = _monthly([c for c in credits(one.paper) if WAGES.search(c.words)])
        if one.currency != told.record.currency or len(wages) < FEWEST:
            continue
        month = median(credit.amount for credit in wages)
        if not PAID_OUT[0] <= month * 12 / pay <= PAID_OUT[1]:
            text = written(month, one.currency, "month")
            yield Other(text, wages[-1].cite(text))


def _monthly(wages: Sequence[Credit]) -> list[Credit]:
    """Leave out what comes more often than by the month: a part of the pay."""
    days = sorted(credit.day.latest for credit in wages)
    apart = all(later - day >= MONTH_APART for day, later in pairwise(days))
    return sorted(wages, key=lambda credit: credit.day.latest) if apart else []


def _slips(case: Case, job: Same[Job], told: Told[Job], pay: float) -> Iterator[Other]:
    for slip in job.told:
        year = a_year(slip.record, told.record.hours)
        if slip.paper.kind != "payslip" or not case.in_draft(slip.paper) or year is None:
            continue
        ratio = float(year) / pay
        same = slip.record.currency == told.record.currency or (
            slip.record.currency is None and 1 / ONE_MONEY <= ratio <= ONE_MONEY
        )
        least = GROSS_OF_NET if kinds_told(told) == {"net"} else ON_A_SLIP[0]
        if same and not least <= ratio <= ON_A_SLIP[1]:
            yield Other(pay_shown(slip.record), slip.cite("amount", pay_shown(slip.record)))
