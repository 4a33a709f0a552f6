"""funds/amount: the amount claimed is not the one that the bank shows."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.funds.accounts import Shown, claimed, fits, money, shown
from consistency.comparator.statements import named
from consistency.comparator.telling import Told
from consistency.model import Balance, Case, Severity

RECENT = 190
"""Days before the claim from which a bank paper still shows what is claimed."""


@rule(Severity.MAJOR, references=["IRPR s.200(1)(b)", "IRPA s.16(1)"])
def amount(case: Case) -> Iterator[Mismatch]:
    """A letter or form claims another amount than the bank papers of the same application show.

    Why: the officer holds every sum in the letter against the statements; a sum that no statement shows costs the
    letter its credit.
    Advice: correct the amount to the statement and its day; or enclose the statements of all accounts; or explain what
    else the sum is made of.

    Reports a letter with more than the bank shows:
        draft/explanation-letter.pdf as of 2026-03-01: balance amount=237200 currency=BRL
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20

    Accepts a balance that moved a little:
        draft/explanation-letter.pdf as of 2026-03-01: balance amount=130000 currency=BRL
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20

    Accepts the sum of several accounts:
        draft/explanation-letter.pdf as of 2026-03-01: balance amount=200000 currency=BRL
        draft/bank-statement_1.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20
        draft/bank-statement_2.pdf as of 2026-02-20: balance amount=75000 currency=BRL from=2026-02-20

    Accepts an account in another currency:
        draft/explanation-letter.pdf as of 2026-03-01: balance amount=50000 currency=CAD
        draft/bank-statement.pdf as of 2026-02-20: balance amount=124800 currency=BRL from=2026-02-20

    Accepts an old statement beside a newer claim:
        draft/explanation-letter.pdf as of 2026-03-01: balance amount=237200 currency=BRL
        draft/bank-statement.pdf as of 2025-02-20: balance amount=124800 currency=BRL from=2025-02-20

    Accepts the statement of a past application:
        2024/explanation-letter.pdf as of 2024-03-01: balance amount=90000 currency=BRL
        2024/bank-statement.pdf as of 2024-02-20: balance amount=90000 currency=BRL from=2024-02-20
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: balance amount=237200 currency=BRL
    """
    for person in case.people:
        balances = list(shown(case, person))
        for claim in claimed(case, person):
            beside = [one for one in balances if _beside(claim, one)]
            if beside and not fits(claim.record.amount or 0.0, [one.amount for one in beside]):
                yield _mismatch(case, claim, beside)


def _beside(claim: Told[Balance], one: Shown) -> bool:
    """True for a balance of the same application and currency, of the months before the claim."""
    if one.paper.application != claim.paper.application or one.currency != claim.record.currency:
        return False
    claimed_on, day = claim.paper.as_of.date, one.day
    return claimed_on is None or day is None or (claimed_on.latest - day.latest).days <= RECENT


def _mismatch(case: Case, claim: Told[Balance], beside: Sequence[Shown]) -> Mismatch:
    words = money(claim.record.amount or 0.0, claim.record.currency)
    told = "; ".join(
        f"{money(one.amount, one.currency)} on {one.day} in {named([one.paper])}" for one in beside
    )
    return Mismatch(
        person=next((p for p in case.people if p.id == claim.paper.person), None),
        subject=f"funds {claim.record.currency or ''} {claim.paper.as_of.date or ''}",
        detail=f"{claim.paper.path} claims {words}; the bank shows {told}.",
        evidence=(claim.cite("amount", words), *(one.citation for one in beside)),
    )
