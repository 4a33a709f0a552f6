"""What letters of two employers share: telephones, addresses, signatories, wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from consistency.comparator.statements import listed
from consistency.comparator.work.copied import Pair, copied
from consistency.comparator.work.letters import Letter, Mark, one_number
from consistency.model import Case, Citation, Person
from consistency.normalizer import organisations

SHOWN = 3
"""So many shared sentences are quoted."""

LEAST_OF_A_NAME = 4
"""Letters that a domain and an employer's name have in common, where the domain is that employer's."""


class Tie(Struct, frozen=True):
    """Something that letters of two employers share: what it is, how it is written, and where it stands in both."""

    what: str
    shown: str
    citations: tuple[Citation, ...]
    strong: bool
    """False for what two employers may share by chance: a name, a provider of e-mail."""


class Own(Struct, frozen=True):
    """The applicant's own telephones (digits) and e-mail addresses, which stand in every letter by right."""

    digits: frozenset[str]
    mails: frozenset[str]

    @classmethod
    def of(cls, case: Case, person: Person) -> Own:
        """Give those of a person, as all papers tell them."""
        told = {
            fact.value
            for paper in case.of(person)
            for fact in paper.facts
            if fact.attribute in {"phone", "email"}
        }
        digits = ("".join(filter(str.isdigit, value)).lstrip("0") for value in told if "@" not in value)
        return cls(frozenset(filter(None, digits)), frozenset(v.lower() for v in told if "@" in v))


def ties(own: Own, one: Letter, other: Letter) -> Iterator[Tie]:
    """Give what two letters share and the applicant does not."""
    for first, second in _shared(one.phones, other.phones, numbers=True):
        if not any(one_number(number, first.value) for number in own.digits):
            yield _tie("telephone", one, first, other, second)
    same = [pair for pair in _shared(one.mails, other.mails) if pair[0].value not in own.mails]
    yield from (_tie("e-mail address", one, first, other, second) for first, second in same)
    for first, second in _shared(one.domains, other.domains) if not same else ():
        if not any(mail.endswith(first.value) for mail in own.mails):
            theirs = any(_belongs(first.value, letter.employer) for letter in (one, other))
            yield _tie("domain", one, first, other, second, strong=theirs)
    for first, second in _shared(one.authors, other.authors):
        yield _tie("signatory", one, first, other, second, strong=False)
    found = copied(one, other)
    if found.is_copy:
        yield _wording(one, other, found.pairs)


def _shared(one: Sequence[Mark], other: Sequence[Mark], numbers: bool = False) -> list[tuple[Mark, Mark]]:
    """Pair the marks that are the same in both, each value once."""
    found: dict[str, tuple[Mark, Mark]] = {}
    for first in one:
        for second in other:
            alike = one_number(first.value, second.value) if numbers else first.value == second.value
            if alike:
                found.setdefault(first.value, (first, second))
    return list(found.values())


def _belongs(domain: str, employer: str) -> bool:
    """True where a domain is made of an employer's name."""
    name = domain.split(".")[0]
    words = [word for word in organisations.key(employer).split() if len(word) >= LEAST_OF_A_NAME]
    return any(word[:8] in name for word in words)


def _tie(what: str, one: Letter, first: Mark, other: Letter, second: Mark, strong: bool = True) -> Tie:
    return Tie(what, first.shown.strip(), (one.cite(first), other.cite(second)), strong)


def _wording(one: Letter, other: Letter, pairs: Sequence[Pair]) -> Tie:
    quoted = listed(pair.one.text for pair in pairs[:SHOWN])
    more = f" and {len(pairs) - SHOWN} more" if len(pairs) > SHOWN else ""
    cited = tuple(c for pair in pairs[:SHOWN] for c in (one.cite(pair.one), other.cite(pair.other)))
    return Tie("wording", f"{quoted}{more}", cited, True)
