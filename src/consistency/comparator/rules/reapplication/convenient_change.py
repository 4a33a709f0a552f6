"""reapplication/convenient-change: what the refusal lacked is there now, and nothing says how it came."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.funds.accounts import Shown, money, shown
from consistency.comparator.funds.credits import explained
from consistency.comparator.openly import supplements
from consistency.comparator.reapplication.decisions import Refused, decisions, letters, refused_papers
from consistency.comparator.telling import Told
from consistency.comparator.work.history import jobs, named, subject
from consistency.comparator.work.pay import a_year, of_two_kinds, pay_shown
from consistency.model import Case, Job, Paper, Person, Severity
from consistency.normalizer import occupations
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

MONEY = frozenset({"finances"})
"""Grounds of refusal that are about means."""

PAID = frozenset({"finances", "employment"})
"""Grounds of refusal that pay at home answers."""

GROWN = 3.0
"""So many times as much money as before is a new fact, not the same account some months later."""

RAISED = 2.0
"""So many times the pay of the same work is more than raises make in a few years."""

UNSTEADY = frozenset(
    {"ARS", "ETB", "GHS", "IRR", "LBP", "MMK", "NGN", "SDG", "SSP", "SYP", "TRY", "VES", "ZWL"}
)
"""Currencies that lost so much of their worth in a few years that amounts in them grow by themselves."""

RAISE = expression(
    r"\b(?:rais(?:e|ed)|increment\w*|promot\w+|appraisal|revis\w+|increas\w+|grown|new (?:position|role|post)"
    r"|augment\w+|promu\w*|promotion|revaloris\w+|nouveau poste)\b"
)


class Sides(Struct, frozen=True):
    """The papers of the application that was refused last, and those of the draft."""

    before: Sequence[Paper]
    now: Sequence[Paper]


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPR s.200(1)(b)"])
def convenient_change(case: Case) -> Iterator[Mismatch]:
    """What the refusal missed has grown manifold since, and no paper says how.

    Why: an improvement exactly on the ground of the refusal is what an officer checks first: by a call to the bank or
    the employer.
    Advice: say in the explanation letter how the change came about, and enclose what shows it (statements of the whole
    time, the deed of a sale, the letter of a raise); or correct the amount where it is a slip.

    Reports a balance that is manifold after a refusal for finances:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/bank-statement.pdf as of 2024-02-20: balance amount=20000 currency=BRL from=2024-02-20
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=finances
        draft/imm1295.pdf as of 2024-11-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2024-11-01: text "My financial situation is good."
        draft/bank-statement.pdf as of 2024-10-20: balance amount=150000 currency=BRL from=2024-10-20

    Reports a doubled pay for the same work:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/employment-letter.pdf as of 2024-02-20: job employer=Acme title=Cook from=2018-01 to=present amount=3000 currency=BRL per=month
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=employment
        draft/imm1295.pdf as of 2024-11-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2024-11-01: text "I am well employed at Acme."
        draft/employment-letter.pdf as of 2024-10-20: job employer=Acme title=Cook from=2018-01 to=present amount=7500 currency=BRL per=month

    Accepts a balance of which the letter tells the source:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/bank-statement.pdf as of 2024-02-20: balance amount=20000 currency=BRL from=2024-02-20
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=finances
        draft/imm1295.pdf as of 2024-11-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2024-11-01: text "In August I sold a piece of land in Olinda."
        draft/bank-statement.pdf as of 2024-10-20: balance amount=150000 currency=BRL from=2024-10-20

    Accepts a balance that the pay of the time can have made:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/bank-statement.pdf as of 2024-02-20: balance amount=2000 currency=BRL from=2024-02-20
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=finances
        draft/imm1295.pdf as of 2025-11-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2025-11-01: text "My financial situation is good."
        draft/employment-letter.pdf as of 2025-10-20: job employer=Acme title=Cook from=2018-01 to=present amount=5000 currency=BRL per=month
        draft/bank-statement.pdf as of 2025-10-20: balance amount=40000 currency=BRL from=2025-10-20

    Accepts a balance that has grown a little, or is in another currency:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/bank-statement.pdf as of 2024-02-20: balance amount=20000 currency=BRL from=2024-02-20
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=finances
        draft/imm1295.pdf as of 2024-11-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2024-11-01: text "My financial situation is good."
        draft/bank-statement_1.pdf as of 2024-10-20: balance amount=38000 currency=BRL from=2024-10-20
        draft/bank-statement_2.pdf as of 2024-10-20: balance amount=90000 currency=ARS from=2024-10-20

    Accepts another account, which was not shown before:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/bank-statement.pdf as of 2024-02-20: balance amount=20000 currency=BRL from=2024-02-20
        2024/bank-statement.pdf as of 2024-02-20: text "City Bank Account: 6647634351"
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=finances
        draft/imm1295.pdf as of 2024-11-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2024-11-01: text "My financial situation is good."
        draft/bank-statement.pdf as of 2024-10-20: balance amount=150000 currency=BRL from=2024-10-20
        draft/bank-statement.pdf as of 2024-10-20: text "City Bank Account: 6647639999"

    Accepts a refusal on another ground:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/bank-statement.pdf as of 2024-02-20: balance amount=20000 currency=BRL from=2024-02-20
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=travel
        draft/imm1295.pdf as of 2024-11-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2024-11-01: text "I have travelled."
        draft/bank-statement.pdf as of 2024-10-20: balance amount=150000 currency=BRL from=2024-10-20

    Accepts a raise that the letter tells of:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/employment-letter_1.pdf as of 2024-02-20: job employer=Acme title=Cook from=2018-01 to=present amount=3000 currency=BRL per=month
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=employment
        draft/imm1295.pdf as of 2024-11-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2024-11-01: text "My pay was raised in July."
        draft/employment-letter_2.pdf as of 2024-10-20: job employer=Acme title=Cook from=2018-01 to=present amount=7500 currency=BRL per=month

    Accepts pay in a currency that lost its worth:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/employment-letter.pdf as of 2024-02-20: job employer=Acme title=Cook from=2018-01 to=present amount=30000 currency=TRY per=month
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=employment
        draft/imm1295.pdf as of 2025-11-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2025-11-01: text "I am well employed at Acme."
        draft/employment-letter.pdf as of 2025-10-20: job employer=Acme title=Cook from=2018-01 to=present amount=62000 currency=TRY per=month
    """
    for person in case.people:
        for last in decisions(case, person)[-1:]:
            sides = _sides(case, person, last)
            reasons = {told.record.reason for told in last.reasons}
            if sides.before and letters(case, person) and reasons & MONEY:
                yield from _richer(case, person, last, sides)
            if sides.before and letters(case, person) and reasons & PAID:
                yield from _better_paid(case, person, last, sides)


def _sides(case: Case, person: Person, last: Refused) -> Sides:
    now = case.drafted(person)
    return Sides(refused_papers(case, person, last), now)


def _richer(case: Case, person: Person, last: Refused, sides: Sides) -> Iterator[Mismatch]:
    """Give money in one currency that is manifold, and more than the pay of the time between could make."""
    balances = list(shown(case, person))
    old, new = (_accounts([b for b in balances if b.paper in side]) for side in (sides.before, sides.now))
    for account in sorted(old.keys() & new.keys()):
        before, after = old[account], new[account]
        if before.currency in UNSTEADY or explained(case, after.paper):
            continue
        gain = after.amount - before.amount
        if not before.amount or after.amount < GROWN * before.amount or gain <= _earned(sides, before, after):
            continue
        detail = (
            f"{before.paper.path} shows {money(before.amount, before.currency)} on {before.day}, {after.paper.path} "
            f"{money(after.amount, after.currency)} on {after.day}; {_ground(last)}, and no paper says where the money "
            "came from."
        )
        yield Mismatch(person, f"more money {' '.join(account)}", detail, (before.citation, after.citation))


def _accounts(balances: Sequence[Shown]) -> dict[tuple[str, str], Shown]:
    """Give the last balance of each account, by currency and number, else by the bank."""
    latest: dict[tuple[str, str], Shown] = {}
    for one in sorted(balances, key=lambda b: (b.day.latest.isoformat() if b.day else "", b.paper.path)):
        if one.currency:
            latest[one.currency, one.account or one.bank] = one
    return latest


def _earned(sides: Sides, before: Shown, after: Shown) -> float:
    """Give the pay between two balances, as the letters of the draft tell it; none where they tell none."""
    if before.day is None or after.day is None:
        return 0.0
    pay = [
        a_year(job, None) for paper in sides.now for job in paper.all(Job) if job.currency == after.currency
    ]
    years = (after.day.latest - before.day.latest).days / 365
    return max((float(one) for one in pay if one is not None), default=0.0) * years


def _better_paid(case: Case, person: Person, last: Refused, sides: Sides) -> Iterator[Mismatch]:
    told = [sheet for letter in letters(case, person)[:1] for sheet in supplements(case, letter)]
    if any(RAISE.search(fold(paper.document.text)) for paper in told):
        return
    for job in jobs(case, person):
        old, new = (
            [t for t in job.told if t.paper in side and t.record.amount] for side in (sides.before, sides.now)
        )
        pair = next(((a, b) for a in old for b in new if _raised(a, b)), None)
        if pair is not None:
            words = [pay_shown(row.record) for row in pair]
            detail = (
                f"{named(job)} paid {words[0]} in {pair[0].paper.path} and pays {words[1]} in {pair[1].paper.path}; "
                f"{_ground(last)}, and the letter does not mention a raise."
            )
            places = tuple(row.cite("amount", value) for row, value in zip(pair, words, strict=True))
            yield Mismatch(person, f"more pay {subject(job)}", detail[0].upper() + detail[1:], places)


def _raised(old: Told[Job], new: Told[Job]) -> bool:
    """True for pay that is manifold for the same work, in a currency that keeps its worth."""
    first, second = old.record, new.record
    if first.currency is None or first.currency != second.currency or first.currency in UNSTEADY:
        return False
    if first.title and second.title and not occupations.compare_titles(first.title, second.title).agrees:
        return False
    hours = first.hours or second.hours
    before, after = a_year(first, hours), a_year(second, hours)
    if before is None or after is None or float(after) < RAISED * float(before):
        return False
    return not of_two_kinds(old, new, float(before / after))


def _ground(last: Refused) -> str:
    return f"the refusal of {last.papers[0].as_of.date} was about this"
