"""The names under which the papers of a person name that person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from consistency.case.people import APPLICATION_FORMS
from consistency.model import Case, Citation, Fact, Paper, Person
from consistency.normalizer import names
from consistency.normalizer.expressions import expression
from consistency.normalizer.names import PersonName
from consistency.normalizer.text import fold

PARTS = ("family_name", "given_names")
NUMBERED = ("birth_date", "passport_number", "uci", "national_id")
"""What links a paper to a person beside the name."""

CHANGED = expression(
    r"\b(?:name (?:was )?(?:legally )?changed?|changed? (?:of |my |her |his |the )?(?:family |last |given )?name"
    r"|(?:legal|deed of) (?:name )?change|deed poll|maiden name|married name|name before marriage|birth name"
    r"|name at birth|family name after|adopted the (?:family )?name|took (?:my|her|his) (?:husband|wife|spouse)s?"
    r"|formerly known|also known as|aka|alias|nee|born as|now known as|chang\w+ de nom|nom de jeune fille"
    r"|nom de naissance|nom (?:d epouse|de mariee|marital)|epouse|anciennement|dit|dite)\b"
)
"""Words (folded) that tell of another name of one person."""


class Named(Struct, frozen=True):
    """A name of the person whose paper it is, and the facts that give it."""

    paper: Paper
    name: PersonName
    facts: tuple[Fact, ...]

    @property
    def value(self) -> str:
        """The name in one line."""
        return self.name.display

    @property
    def citation(self) -> Citation:
        """The name as one side of a finding."""
        return Citation(self.facts[0].evidence, self.value, self.paper.as_of.date)

    @property
    def in_parts(self) -> bool:
        """True where the paper gives family and given names apart."""
        return bool(self.name.family and self.name.given)

    @property
    def official(self) -> bool:
        """True for a form or a passport: there the name has to be the passport's."""
        return self.paper.is_form or self.paper.kind == "passport"

    @property
    def linked(self) -> bool:
        """True where a number or birth date says whose the paper is, whatever name it carries."""
        return any(self.paper.value(attribute) for attribute in NUMBERED)

    @property
    def on_application(self) -> bool:
        """True for an application form."""
        return self.paper.kind in APPLICATION_FORMS


def named_in(case: Case, person: Person) -> tuple[Named, ...]:
    """Give the names in the papers of a person, the oldest paper first."""
    return case.once(
        (named_in, person.id),
        lambda: tuple(named for paper in case.of(person) if (named := name_of(paper)) is not None),
    )


def name_of(paper: Paper) -> Named | None:
    """Give the name of the person that a paper is about, or None where it tells none."""
    parts = {fact.attribute: fact for fact in reversed(paper.facts) if fact.attribute in PARTS}
    if parts:
        name = PersonName(*(parts[a].value if a in parts else "" for a in PARTS))
        return Named(paper, name, tuple(parts[a] for a in PARTS if a in parts)) if name.display else None
    full = paper.fact("full_name")
    return Named(paper, names.parse_full(full.value), (full,)) if full and fold(full.value) else None


def agree(one: Named, other: Named) -> bool:
    """Say whether two names are one, known variants of one, or one leaves out some of the other's names."""
    if names.compare(one.name, other.name).agrees or shortened(one.name, other.name):
        return True
    return _by_one_name(one, other) or _by_one_name(other, one)


def _by_one_name(one: Named, other: Named) -> bool:
    """Say whether a letter calls somebody by one name alone, as a salutation does: "Dear Ms. Okafor", "Dear Ngozi"."""
    return not one.official and len(one.name.all_tokens) == 1 and words(one.name) < words(other.name)


def shortened(one: PersonName, other: PersonName) -> bool:
    """Say whether one name has two words or more, and all of them are the other's."""
    first, second = sorted((words(one), words(other)), key=len)
    return len(first) > 1 and first < second


def words(name: PersonName) -> frozenset[str]:
    """Give the words of a name in one spelling, without initials."""
    return frozenset(names.canonical(word) for word in name.all_tokens if len(word) > 1)


def related(one: PersonName, other: PersonName) -> bool:
    """Say whether two names share a word, or are a slip of one another."""
    return bool(words(one) & words(other)) or names.spelling_slip(one, other)


def same_given(one: PersonName, other: PersonName) -> bool:
    """Say whether two names share given names but no family name: the mark of a maiden or married name."""
    shared = words(one) & words(other)
    if not shared:
        return False
    families = [words(PersonName(full=n.family)) for n in (one, other) if n.family]
    return (
        not any(family & shared for family in families)
        if families
        else _first_word(one) == _first_word(other)
    )


def _first_word(name: PersonName) -> str:
    return next(iter(name.all_tokens), "")


def aliases(paper: Paper) -> Iterator[Named]:
    """Give the other names that a form tells beside the name itself."""
    for family, given in _alias_pairs(paper):
        facts = tuple(fact for fact in (family, given) if fact is not None)
        own = paper.value("given_names") or ""
        name = PersonName(family.value if family else "", given.value if given else own if family else "")
        if facts and name.display:
            yield Named(paper, name, facts)


def _alias_pairs(paper: Paper) -> Iterable[tuple[Fact | None, Fact | None]]:
    families = [fact for fact in paper.facts if fact.attribute == "other_family_name"]
    givens = [fact for fact in paper.facts if fact.attribute == "other_given_names"]
    for index in range(max(len(families), len(givens))):
        yield (
            families[index] if index < len(families) else None,
            givens[index] if index < len(givens) else None,
        )
