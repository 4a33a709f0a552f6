"""What the documents of a finding say, where and when: the quotes that every table shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from consistency.comparator.telling import Told
from consistency.model import Case, Citation, Finding, Paper, Record, RefusalReason, Residence, Trip
from consistency.normalizer import organisations
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.text import fold
from consistency.views.pointing import is_at

Part = Literal["past", "draft", "loose"]
"""In which submission a document lies; a loose one is in none that is known."""

MOST_NAMES = 3
"""A thing that papers call by more names is named by none of them."""


class Quote(Struct, frozen=True):
    """The words of one document, as they stand there.

    ``words`` is None where nothing stands there: where ``whole`` is True, the document as a whole is meant.
    """

    document: str
    kind: str
    part: Part
    day: PartialDate | None
    page: int | None
    place: str | None
    """The place in words: of a form as it prints them, of a DOCX the paragraph or cell."""
    field: str | None
    """The path of a form's field, which stands for the place where no words do."""
    words: str | None
    value: str | None
    whole: bool = False


class Thing(Struct, frozen=True):
    """What a finding is about: the names that papers give it, or the country (ISO 3166-1) where it has none."""

    names: tuple[str, ...] = ()
    country: str | None = None


def quotes(case: Case, finding: Finding) -> tuple[Quote, ...]:
    """Give each place of a finding once, in its order: the oldest document first."""
    empty = not any(citation.evidence.quote for citation in finding.evidence)
    told = (_quote(case, citation, whole=empty) for citation in finding.evidence)
    return tuple({(q.document, q.page, q.place or q.field, q.words): q for q in told}.values())


def quoted(case: Case, told: Told[RefusalReason]) -> Quote:
    """Give the words with which a refusal states a reason."""
    return _quote(case, told.cite("reason", told.record.reason))


def _quote(case: Case, citation: Citation, whole: bool = False) -> Quote:
    evidence = citation.evidence
    paper = case.by_path.get(evidence.document)
    return Quote(
        document=evidence.document,
        kind=paper.kind if paper else "unknown",
        part=_part(case, paper),
        day=citation.as_of,
        page=evidence.page,
        place=evidence.place,
        field=evidence.field,
        words=evidence.quote,
        value=citation.value,
        whole=whole,
    )


def _part(case: Case, paper: Paper | None) -> Part:
    application = case.application_of(paper) if paper else None
    if application is None or application.role == "unassigned":
        return "loose"
    return "draft" if application.role == "draft" else "past"


def _quoted(case: Case, finding: Finding) -> list[Record]:
    """Give the records of which a finding quotes a field."""
    cited = {citation.evidence for citation in finding.evidence if citation.evidence.quote}
    papers = [case.by_path[path] for path in sorted({e.document for e in cited}) if path in case.by_path]

    def is_quoted(record: Record) -> bool:
        places = (record.evidence, *record.cells.values())
        return any(is_at(one, place) for place in places for one in cited)

    return [record for paper in papers for record in paper.records if is_quoted(record)]


def thing(case: Case, finding: Finding) -> Thing:
    """Say what a finding is about by the records that its quotes are of, with every name that they give it."""
    records = _quoted(case, finding)
    names: dict[str, str] = {}
    for name in _names(records):
        names.setdefault(organisations.key(name) or fold(name), name)
    countries = {r.country for r in records if r.country and isinstance(r, (Trip, Residence))}
    if 0 < len(names) <= MOST_NAMES:
        return Thing(tuple(names.values()))
    return Thing(country=next(iter(countries)) if not names and len(countries) == 1 else None)


def _names(records: list[Record]) -> Iterator[str]:
    """Give the name of each record that has one: the employer, the school, the relative."""
    for record in records:
        for field in ("employer", "institution", "name"):
            name = getattr(record, field, None)
            if name:
                yield name
                break
