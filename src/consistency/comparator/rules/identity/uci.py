"""identity/uci: one person, two client numbers."""

from collections.abc import Iterator

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.statements import Statement, citations, only_officers, parted, said, stated
from consistency.model import Case, Severity
from consistency.normalizer.identifiers import same_uci


@rule(Severity.MAJOR, references=["IRPA s.16(1)"])
def uci(case: Case) -> Iterator[Mismatch]:
    """Two client numbers (UCI) stand for one person.

    Why: a UCI is for life: a wrong one ties the application to somebody else's file, two of them hide the history.
    Advice: correct the draft to the number on IRCC's own letters; or, if IRCC did give two, say so openly in the
    explanation letter and ask that they be merged; or document to whom each number belongs.

    Reports:
        2024/refusal-letter.pdf as of 2024-05-02: full_name="Ali Rahimi" uci=1234-5678
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 uci=1234-5687

    Accepts hyphens:
        2024/refusal-letter.pdf as of 2024-05-02: full_name="Ali Rahimi" uci=1234-5678
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 uci=12345678

    Accepts eight digits written as ten:
        2024/refusal-letter.pdf as of 2024-05-02: full_name="Ali Rahimi" uci=00-1234-5678
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 uci=12345678

    Accepts a temporary number:
        2024/refusal-letter.pdf as of 2024-05-02: full_name="Ali Rahimi" uci=CAN000123456789
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04 uci=12345678
    """
    for person in case.people:
        groups = parted(stated(case, person, "uci"), _agree)
        if len(groups) > 1:
            yield Mismatch(
                person,
                "client number",
                f"Two client numbers (UCI) stand for one person: {said(groups)}.",
                citations(groups),
                Severity.INFO if only_officers(groups) else None,
            )


def _agree(one: Statement, other: Statement) -> bool:
    return same_uci(one.value, other.value) is not False
