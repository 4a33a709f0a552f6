"""identity/name-order: family and given names are swapped."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.identity.naming import Named, named_in
from consistency.comparator.statements import citations, named
from consistency.model import Case, Person, Severity
from consistency.normalizer import names

KINDS = frozenset({"passport", "permit"})
"""Papers beside the forms that part the names by the rule of machine-readable zones."""


@rule(Severity.MINOR, references=["IRPA s.16(1)", "IRPR s.10(2)(a)"])
def name_order(case: Case) -> Iterator[Mismatch]:
    """Family and given names are swapped.

    Why: the passport's zone decides which name is the family name; swapped names are found as another person, and
    an offer of employment is not matched with its application.
    Advice: correct the draft to the fields of the passport; or say openly in the explanation letter that an older
    form had them swapped; or document that a passport was issued with another order.

    Reports a form against the passport:
        draft/passport.pdf as of 2024-05-02: family_name=SINGH given_names=HARPREET birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: family_name=HARPREET given_names=SINGH birth_date=1990-05-04

    Reports two forms:
        2024/imm1295.pdf as of 2024-05-02: family_name=SINGH given_names=HARPREET birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: family_name=HARPREET given_names=SINGH birth_date=1990-05-04

    Accepts a letter in native order:
        draft/imm1295.pdf as of 2026-03-01: family_name=NGUYEN given_names="VAN AN" birth_date=1990-05-04
        draft/employment-letter.pdf as of 2026-03-01: full_name="Nguyen Van An"

    Accepts a paper that does not part the names:
        draft/imm1295.pdf as of 2026-03-01: family_name=SINGH given_names=HARPREET birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: full_name="Harpreet Singh" birth_date=1990-05-04

    Accepts a single name:
        draft/passport.pdf as of 2024-05-02: family_name=SURYADI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: family_name=SURYADI birth_date=1990-05-04
    """
    for person in case.people:
        told = [*filter(_is_asked, named_in(case, person))]
        if not told:
            continue
        usual = next((n for n in told if n.paper.kind == "passport"), None) or _of_most(told)
        turned = [n for n in told if names.swapped(n.name, usual.name)]
        if turned:
            paths = {n.paper.path for n in turned}
            yield _mismatch(person, turned, [n for n in told if n.paper.path not in paths])


def _is_asked(name: Named) -> bool:
    """True for a name in parts on a form, a passport or a permit."""
    return name.in_parts and (name.paper.is_form or name.paper.kind in KINDS)


def _of_most(told: Sequence[Named]) -> Named:
    """Give a name in the order that most papers have."""
    return max(told, key=lambda n: (-sum(names.swapped(n.name, m.name) for m in told), n.value, n.paper.path))


def _mismatch(person: Person, turned: Sequence[Named], usual: Sequence[Named]) -> Mismatch:
    sides = [any(n.paper.kind == "passport" for n in side) for side in (turned, usual)]
    forms = [any(n.paper.is_form for n in side) for side in (usual, turned)]
    against = any(page and form for page, form in zip(sides, forms, strict=True))
    told = " but ".join(
        f"family name “{side[0].name.family}”, given names “{side[0].name.given}” in {named(n.paper for n in side)}"
        for side in (turned, usual)
    )
    return Mismatch(
        person=person,
        subject="name order",
        detail=f"Family and given names are swapped: {told}.",
        evidence=citations([turned, usual]),
        severity=Severity.MAJOR if against else Severity.MINOR,
    )
