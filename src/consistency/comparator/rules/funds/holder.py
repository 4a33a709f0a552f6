"""funds/holder: the account is somebody else's."""

import re
from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.funds.accounts import Shown, fits, shown
from consistency.comparator.identity.mentions import among, calls, family_names
from consistency.comparator.identity.naming import Named, named_in, shortened
from consistency.comparator.passages import LETTER, SUPPORT, mentioned, passages
from consistency.model import Case, FamilyMember, Person, Relationship, Severity
from consistency.normalizer import names
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import find_amounts
from consistency.normalizer.names import PersonName
from consistency.normalizer.text import fold

OWN = expression(
    r"\b(?:my|mes|mon|ma) (?:own |personal |propres? )?(?:savings?|(?:bank |savings )?account|funds|bank balance|economies|epargne"
    r"|compte|fonds)\b"
)
"""Words (folded) by which a letter calls money the applicant's own."""


@rule(Severity.MAJOR, references=["IRPR s.200(1)(b)"])
def holder(case: Case) -> Iterator[Mismatch]:
    """The holder of a bank account is neither the applicant, nor family, nor somebody whom a letter names.

    Money of a parent or sibling that the explanation letter calls the applicant's own counts as a stranger's.

    Why: money of somebody whom no paper explains does not count for the applicant, and raises the question whose it is.
    Advice: enclose the applicant's own statements; or say in the explanation letter who the holder is, and enclose
    a letter of support; or document that both names are one person's.

    Reports a stranger's account:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        draft/bank-statement.pdf as of 2026-02-20: balance amount=90000 currency=BRL name="Marcos Teixeira"

    Reports a stranger whom only the letter of a past application names:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        2024/explanation-letter.pdf as of 2024-03-01: text "My uncle Marcos Teixeira pays for the journey."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        draft/bank-statement.pdf as of 2026-02-20: balance amount=90000 currency=BRL name="Marcos Teixeira"

    Reports the account of somebody of the same family name whom no paper explains:
        draft/imm1295.pdf as of 2026-03-01: family_name="SILVA COSTA" given_names=ANA birth_date=1990-05-04
        draft/imm5476.pdf as of 2026-03-01: full_name="Ana Silva Costa" birth_date=1990-05-04
        draft/bank-statement.pdf as of 2026-02-20: full_name="Marcos Silva"
        draft/bank-statement.pdf as of 2026-02-20: balance amount=90000 currency=BRL name="Marcos Silva"

    Reports a sister's account that the letter calls the applicant's savings:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_member relation=sibling name="Carla Silva" birth_date=1985-01-01
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings at the bank are BRL 90,000."
        draft/bank-statement.pdf as of 2026-02-20: balance amount=90000 currency=BRL name="Carla Silva"

    Accepts the husband's account that the letter calls the applicant's savings:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_member relation=spouse name="Rui Silva" birth_date=1985-01-01
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings at the bank are BRL 90,000."
        draft/bank-statement.pdf as of 2026-02-20: balance amount=90000 currency=BRL name="Rui Silva"

    Accepts a sister's account beside other savings:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_member relation=sibling name="Carla Silva" birth_date=1985-01-01
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings at the bank are BRL 40,000."
        draft/bank-statement.pdf as of 2026-02-20: balance amount=90000 currency=BRL name="Carla Silva"

    Accepts one that the applicant holds with another, and one that tells the family name alone:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        draft/imm5476.pdf as of 2026-03-01: full_name="Ana Silva" birth_date=1990-05-04
        draft/bank-statement.pdf as of 2026-02-20: balance amount=90000 currency=BRL name="A Silva & R Silva"
        draft/bank-statement_2.pdf as of 2026-02-20: balance amount=80000 currency=BRL name="Ms. Silva"

    Accepts the applicant's own:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        draft/bank-statement.pdf as of 2026-02-20: balance amount=90000 currency=BRL name="Ms Ana M. Silva"

    Accepts a joint account:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        draft/bank-statement.pdf as of 2026-02-20: balance amount=90000 currency=BRL name="Marcos Teixeira and Ana Silva"

    Accepts the spouse's and a parent's:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_member relation=father name="Marcos Teixeira" birth_date=1960-01-01
        draft/bank-statement.pdf as of 2026-02-20: balance amount=90000 currency=BRL name="Marcos Teixeira"

    Accepts a sponsor whom the letter names:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My uncle Marcos Teixeira pays for the journey."
        draft/bank-statement.pdf as of 2026-02-20: balance amount=90000 currency=BRL name="Marcos Teixeira"

    Accepts a sponsor who says so:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        draft/support-letter.pdf as of 2026-03-01: text "I, Marcos Teixeira, will sponsor my niece Ana Silva."
        draft/bank-statement.pdf as of 2026-02-20: balance amount=90000 currency=BRL name="Marcos Teixeira"
    """
    for person in case.people:
        own = named_in(case, person)
        linked = [named for named in own if named.linked]
        known = [named for named in linked if named.in_parts] or linked
        for one in (*shown(case, person), *_of_kin(case, person)):
            if linked and _stranger(case, one, known):
                yield _mismatch(person, one, linked[-1])


def _of_kin(case: Case, person: Person) -> Iterator[Shown]:
    """Give what bank papers of the applicant's relatives show, who have no other papers here."""
    for other in case.people if person == case.principal else ():
        if other.role == "other" and among(names.parse_full(other.name or ""), family_names(case)):
            yield from shown(case, other)


_JOINED = expression(r"\s+(?:and|et|y|e|or|ou)\s+|\s*[&/]\s*", re.IGNORECASE)
"""Between the holders of one account."""


def _stranger(case: Case, one: Shown, own: Sequence[Named]) -> bool:
    name = one.told.record.name
    if not name or not fold(name) or _holds(name, own):
        return False
    parsed = names.parse_full(name)
    if among(parsed, family_names(case)) and (_is_partner(case, parsed, own) or not _called_own(case, one)):
        return False
    if any(calls(one.paper.document.text, known.name) for known in own):
        return False
    letters = [
        p for p in case.papers if p.application == one.paper.application and p.kind in {LETTER, SUPPORT}
    ]
    return not any(mentioned(letter, [fold(parsed.display)]) for letter in letters)


def _holds(name: str, own: Sequence[Named]) -> bool:
    """True where the applicant is among the holders."""
    if any(calls(name, known.name) for known in own):
        return True
    holders = [names.parse_full(part) for part in _JOINED.split(name) if part.strip()]
    return any(_is_one(holder, known.name) for holder in holders for known in own)


def _is_partner(case: Case, name: PersonName, own: Sequence[Named]) -> bool:
    """True for a spouse or partner, whose money is the couple's: by another word than the applicant's family name."""
    told = [
        m.name
        for paper in case.papers
        for m in paper.all(FamilyMember)
        if m.relation in {"spouse", "partner"}
    ]
    told += [union.name for paper in case.papers for union in paper.all(Relationship)]
    shared = {word for known in own for word in known.name.all_tokens}
    theirs = {word for partner in told if partner for word in names.parse_full(partner).all_tokens}
    return bool(set(name.all_tokens) & (theirs - shared))


def _called_own(case: Case, one: Shown) -> bool:
    """True where the explanation letter of the application calls the very sum of an account the applicant's own."""
    letters = [p for p in case.papers if p.application == one.paper.application and p.kind == LETTER]
    own = (passage for letter in letters for passage in passages(letter) if OWN.search(fold(passage.text)))
    amounts = (amount for passage in own for amount in find_amounts(passage.text))
    return any(fits(float(a.value), [one.amount]) and a.currency in (None, one.currency) for a in amounts)


def _is_one(name: PersonName, own: PersonName) -> bool:
    """True for another form of one name; who has another given name beside the family name is somebody else."""
    if set(name.all_tokens) <= set(own.all_tokens):
        return True
    return names.compare(name, own).agrees or shortened(name, own) or names.spelling_slip(name, own)


def _mismatch(person: Person, one: Shown, own: Named) -> Mismatch:
    name = one.told.record.name or ""
    detail = f"The account in {one.paper.path} is held by “{name}”; the applicant of {own.paper.path} is “{own.value}”."
    return Mismatch(person, f"holder {fold(name)}", detail, (one.told.cite("name", name), own.citation))
