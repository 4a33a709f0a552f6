"""identity/sex: one person, two sexes."""

from collections.abc import Iterator

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.statements import by_value, citations, said, stated
from consistency.model import Case, Severity

TOLD = frozenset({"male", "female"})


@rule(Severity.MINOR, references=["IRPA s.16(1)"])
def sex(case: Case) -> Iterator[Mismatch]:
    """The sex differs between forms, or from the passport.

    Why: F or M on a form has to be what the passport shows, or the records are not matched.
    Advice: correct the draft; or say openly in the explanation letter which older record was wrong; or enclose the
    paper that documents the change.

    Reports:
        draft/passport.pdf as of 2024-05-02: family_name=RAHIMI birth_date=1990-05-04 sex=male
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 sex=female

    Accepts X beside F or M:
        draft/passport.pdf as of 2024-05-02: family_name=RAHIMI birth_date=1990-05-04 sex=unspecified
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 sex=female
    """
    for person in case.people:
        groups = by_value(s for s in stated(case, person, "sex") if s.value in TOLD)
        if len(groups) > 1:
            yield Mismatch(person, "sex", f"The sex differs: {said(groups)}.", citations(groups))
