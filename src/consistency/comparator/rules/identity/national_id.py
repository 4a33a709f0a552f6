"""identity/national-id: one person, two national identity numbers."""

from collections.abc import Iterator

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.statements import Statement, citations, parted, said, settled, stated
from consistency.model import Case, Severity
from consistency.normalizer.text import fold

CARD = "identity-card"
NEAR = 2
"""So many signs may differ in a number that was meant to be the same."""


@rule(Severity.MINOR, references=["IRPA s.16(1)"])
def national_id(case: Case) -> Iterator[Mismatch]:
    """The number of the national identity document differs.

    Why: officers match records by it, and two numbers may be two persons.
    Advice: correct the draft to the number on the card; or say openly in the explanation letter which older record
    was wrong; or enclose the new card where it was issued again.

    Reports a slip:
        2024/imm1295.pdf as of 2024-05-02: family_name=RAHIMI birth_date=1990-05-04 national_id=628818827943
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 national_id=628818872943

    Reports two numbers inside one application:
        draft/imm5669.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 national_id=4410
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 national_id=628818872943

    Accepts a card that was issued again:
        2024/imm1295.pdf as of 2024-05-02: family_name=RAHIMI birth_date=1990-05-04 national_id=628818827943
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 national_id=M5409917

    Reports a slip against the card:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 national_id=628818827943
        draft/identity-card.pdf as of 2021-03-01: family_name=RAHIMI birth_date=1990-05-04 national_id=628818827945

    Accepts another number that a card bears:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 national_id=628818827943
        draft/identity-card.pdf as of 2021-03-01: family_name=RAHIMI birth_date=1990-05-04 national_id=AB440917

    Accepts O for 0 in a picture:
        2024/imm1295.png as of 2024-05-02: family_name=RAHIMI birth_date=1990-05-04 national_id=AO28818827943
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 national_id=A028818827943

    Accepts blanks and hyphens:
        2024/imm1295.pdf as of 2024-05-02: family_name=RAHIMI birth_date=1990-05-04 national_id="6288 1882 7943"
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 national_id=6288-1882-7943
    """
    for person in case.people:
        groups = settled(parted(stated(case, person, "national_id"), _agree))
        if len(groups) > 1:
            yield Mismatch(
                person,
                "national identity number",
                f"The number of the national identity document differs: {said(groups)}.",
                citations(groups),
            )


def _agree(one: Statement, other: Statement) -> bool:
    """Say whether two numbers are one, or those of a card and of the one issued later."""
    first, second = (fold(s.value).replace(" ", "") for s in (one, other))
    if first == second:
        return True
    if CARD in {one.paper.kind, other.paper.kind}:
        return not _near(first, second)  # a card bears several numbers
    return one.paper.application != other.paper.application and not _near(first, second)


def _near(first: str, second: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(first, second) <= NEAR
