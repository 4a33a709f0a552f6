"""Where a person lives now, as forms and letters tell it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from consistency.comparator.day_spans import Span
from consistency.comparator.passages import LETTER, Passage, passages
from consistency.comparator.telling import Told
from consistency.model import Address, Citation, Paper
from consistency.normalizer import places, streets
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_LIVES = expression(
    r"\b(?:i|je|j) ?(?:am |have been |currently |presently |now |actuellement |still |also |present |who )*"
    r"(?:reside|residing|live|living|based|settled|domiciled|habite|reside|vis)"
    r"(?: (?:currently|presently|now|actuellement))? (?:in|at|a|au|aux|en|dans) "
    r"(?!an? |my |our |his |her |their |une? |mon |ma |notre |common )(?P<where>[a-z ]+)"
)
PROOF = "address-proof"
RECENT = 120
"""So many days before a form may a bill have been written that still shows where its customer lives."""
_CARE_OF = expression(r"\bc o\b|\bcare of\b|\baux soins\b|\battn\b")


class Home(Struct, frozen=True):
    """An address at which the applicant lives when a form is signed."""

    told: Told[Address]
    postal: bool = False
    """True for a post box or an address in care of another: nobody lives there."""

    @property
    def record(self) -> Address:
        """The address."""
        return self.told.record

    @property
    def value(self) -> str:
        """The address in one line."""
        country = places.name_of(self.record.country) if self.record.country else None
        parts = (self.record.street, self.record.city, country)
        return ", ".join(part for part in parts if part)

    def cite(self) -> Citation:
        """Cite the address as one side of a finding."""
        return self.told.cite("city", self.value)


def homes_of(paper: Paper) -> list[Home]:
    """Give where a form says that the applicant lives: of two addresses without dates the second is the home."""
    rows = [Told(paper, record) for record in paper.all(Address)]
    if not paper.is_form or not rows:
        return []
    dated = [row for row in rows if row.record.period is not None]
    if dated:
        return [Home(row, _is_postal(row.record)) for row in dated if _is_lived_in(row)]
    return [Home(rows[-1], _is_postal(rows[-1].record))]


def proven(paper: Paper, form: Paper) -> Home | None:
    """Give where a lease or a bill shows the applicant living when a form was signed; None where it does not tell."""
    record = next(paper.all(Address), None)
    signed, shown = form.as_of.date, paper.as_of.date
    if paper.kind != PROOF or record is None or signed is None or not (record.street and record.city):
        return None
    if record.period is not None:
        days = record.period.span(None)
        return (
            Home(Told(paper, record))
            if days and days[0] <= signed.earliest and signed.latest <= days[1]
            else None
        )
    recent = shown is not None and 0 <= (signed.latest - shown.earliest).days <= RECENT
    return Home(Told(paper, record)) if recent else None


def _is_postal(record: Address) -> bool:
    street = record.street or ""
    return streets.is_post_box(street) or bool(_CARE_OF.search(fold(street)))


def _is_lived_in(row: Told[Address]) -> bool:
    """True for a row of an address history that reaches the day of the form."""
    days, as_of = days_of(row), row.paper.as_of.date
    return days is not None and as_of is not None and days[1] >= as_of.earliest


def days_of(row: Told[Address]) -> Span | None:
    """Give the widest days of a row of an address history."""
    period, as_of = row.record.period, row.paper.as_of.date
    return period.span(as_of.latest if as_of else None) if period is not None else None


def history_of(paper: Paper) -> list[Told[Address]]:
    """Give the rows of an address history."""
    return [Told(paper, record) for record in paper.all(Address) if record.period is not None]


def one_home(one: Address, other: Address) -> bool:
    """True where two addresses may be one, as far as both are told."""
    if one.country and other.country and one.country != other.country:
        return False
    if one.city and other.city and not places.compare_cities(one.city, other.city).agrees:
        return False
    return not one.street or not other.street or streets.compare(one.street, other.street).agrees


def told_home(paper: Paper) -> Iterator[tuple[Passage, str]]:
    """Give the sentences of a letter that say where the applicant lives, and the country."""
    if paper.kind != LETTER:
        return
    for passage in passages(paper):
        found = _LIVES.search(fold(passage.text))
        country = _country(found["where"]) if found else None
        if country is not None:
            yield passage, country


def _country(where: str) -> str | None:
    """Give the country of a place at the beginning of some words: "dubai united arab emirates with my family"."""
    words = where.split()[:6]
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            code = places.country(" ".join(words[start : start + size]))
            if code is not None:
                return code
    return next(
        (code for size in (3, 2, 1) if (code := places.country_of_city(" ".join(words[:size])))), None
    )
