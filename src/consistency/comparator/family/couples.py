"""The applicant and the spouse, each with papers of their own, and what these say of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from consistency.comparator.aligned.relatives import SHARED, names_alike
from consistency.comparator.family.kin import is_told
from consistency.comparator.family.unions import COUPLE, Day, unions
from consistency.comparator.mismatch import Cause, Mismatch
from consistency.comparator.telling import Told, told_by
from consistency.model import Address, Case, Citation, FamilyMember, Paper, Person, Severity
from consistency.normalizer import kinship, places
from consistency.normalizer.text import fold

TOGETHER = 31
"""Days between two forms within which both speak of one time."""


class Couple(Struct, frozen=True):
    """The applicant and the spouse, each with the papers of their own."""

    case: Case
    applicant: Person
    spouse: Person

    @property
    def sides(self) -> tuple[tuple[Person, Person], tuple[Person, Person]]:
        """Each of the two with the other."""
        return (self.applicant, self.spouse), (self.spouse, self.applicant)

    def mismatch(
        self,
        subject: str,
        detail: str,
        evidence: Iterable[Citation],
        *,
        severity: Severity | None = None,
        cause: str | None = None,
    ) -> Mismatch:
        """Report a difference between the two; ``cause`` is the rule of which it may be the shadow."""
        follows = (Cause(cause),) if cause else ()
        cited = tuple(dict.fromkeys(evidence))
        return Mismatch(self.applicant, subject, detail, cited, severity=severity, follows=follows)

    def wedding(self, one: Person, other: Person) -> list[Day]:
        """Give how one of the two dates the marriage to the other."""
        return [
            day
            for union in unions(self.case, one)
            if union.partner and may_be(union.partner, other)
            for day in union.of("start")
        ]

    def rows(self, one: Person) -> list[Told[FamilyMember]]:
        """Give how one of the two tells the other on family forms."""
        rows = told_by(self.case.of(one), FamilyMember)
        return [row for row in rows if row.record.relation in COUPLE and is_told(row.record)]

    def named(self, one: Person) -> Iterator[tuple[Paper, str, Citation]]:
        """Give the spouse's names on the forms of one of the two."""
        for union in unions(self.case, one):
            for told in union.told:
                name = told.record.name
                if told.record.relation in COUPLE and name and told.paper.is_form:
                    yield told.paper, name, told.cite("name", name)

    def homes(self, other: Person, beside: Paper) -> list[Told[Address]]:
        """Give the addresses on one's own forms that speak of the time of a paper."""
        forms = (p for p in self.case.of(other) if p.is_form and at_one_time(p, beside))
        return [told for told in told_by(forms, Address) if told.record.period is None]


def may_be(name: str, person: Person) -> bool:
    """True for a name that shares a word with a person's."""
    return names_alike(name, person.name) >= SHARED


def at_one_time(one: Paper, other: Paper) -> bool:
    """True for two papers that are no more than a month apart."""
    if one.as_of.date is None or other.as_of.date is None:
        return False
    return one.as_of.date.distance(other.as_of.date) <= TOGETHER


def elsewhere(text: str | None, own: Address) -> bool:
    """True where an address in free text lies in another country than the own one, or in another known city of it."""
    if not text or kinship.nobody(text) or not own.country:
        return False
    if own.city and f" {fold(own.city)} " in f" {fold(text)} ":
        return False
    country = places.country_of_address(text)
    if country is not None and country != own.country:
        return True
    return bool(own.city) and _in_another_city(text, own.city or "", own.country)


def _in_another_city(text: str, city: str, country: str) -> bool:
    """True where both cities are known ones of the country, and no part of the text may be the own one."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if places.country_of_city(city) != country or any(
        places.compare_cities(part, city).agrees for part in parts
    ):
        return False
    cities = [part for part in parts if places.country_of_city(part) == country]
    return bool(cities) and not any(places.one_area(city, part, country) for part in cities)
