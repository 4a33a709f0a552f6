"""funds/holder: the account is somebody else's."""

from collections.abc import Iterator, Sequence

from consistency.comparator.accounts import Shown, shown
from consistency.comparator.elsewhere import LETTER, SUPPORT, mentioned
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.mentions import among, calls, family_names
from consistency.comparator.naming import Named, named_in, shortened
from consistency.model import Case, Person, Severity
from consistency.normalizer import names
from consistency.normalizer.names import PersonName
from consistency.normalizer.text import fold


@rule(Severity.MAJOR, references=["IRPR s.200(1)(b)"])
def holder(case: Case) -> Iterator[Mismatch]:
    """The holder of a bank account is neither the applicant, nor family, nor somebody whom a letter names.

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
        for one in shown(case, person):
            if linked and _stranger(case, one, known):
                yield _mismatch(person, one, linked[-1])


def _stranger(case: Case, one: Shown, own: Sequence[Named]) -> bool:
    name = one.told.record.name
    if not name or not fold(name) or any(calls(name, known.name) for known in own):
        return False
    parsed = names.parse_full(name)
    if any(_is_one(parsed, known.name) for known in own) or among(parsed, family_names(case)):
        return False
    if any(calls(one.paper.document.text, known.name) for known in own):
        return False
    letters = [
        p for p in case.papers if p.application == one.paper.application and p.kind in {LETTER, SUPPORT}
    ]
    return not any(mentioned(letter, [fold(parsed.display)]) for letter in letters)


def _is_one(name: PersonName, own: PersonName) -> bool:
    """True for another form of one name: who shares the family name alone is somebody else."""
    return names.compare(name, own).agrees or shortened(name, own) or names.spelling_slip(name, own)


def _mismatch(person: Person, one: Shown, own: Named) -> Mismatch:
    name = one.told.record.name or ""
    detail = f"The account in {one.paper.path} is held by “{name}”; the applicant of {own.paper.path} is “{own.value}”."
    return Mismatch(person, f"holder {fold(name)}", detail, (one.told.cite("name", name), own.citation))
