"""The documents of the draft as numbered exhibits: which is which, and what each bears on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from consistency.model import Case, Paper, Person
from consistency.normalizer.dates import PartialDate
from consistency.views.explaining import Explanation, Point

ORDER = (
    "imm", "explanation-letter", "refusal-letter", "decision-notes", "gcms-notes", "fairness-letter", "passport",
    "identity-card", "permit", "residence-permit", "travel-history", "admission-record", "travel-booking", "cv",
    "employment-letter", "employment-record", "payslip", "tax-slip", "tax-assessment", "business-registration",
    "education-certificate", "language-test", "lmia", "offer-of-employment", "employment-contract", "bank-statement",
    "support-letter", "address-proof", "personal-record", "civil-certificate", "name-change", "police-certificate",
)  # fmt: skip
"""The order in which a package is read: forms, what is answered, who, what was done, the offer, means, certificates."""


class Exhibit(Struct, frozen=True):
    """A document of the draft, its number, and what of the letter it bears on.

    ``reasons`` and ``points`` are the numbers under which the letter treats them: a reason that papers of its kind
    answer, a point in whose quotes it stands.
    """

    number: int
    document: str
    kind: str
    day: PartialDate | None
    person: Person | None
    reasons: tuple[int, ...]
    points: tuple[int, ...]


def numbers(case: Case) -> Mapping[str, int]:
    """Number the documents of the draft, by path; sheets that say nothing have no number."""
    drafted = (paper for paper in case.papers if case.in_draft(paper) and paper.kind != "other")
    ordered = sorted(drafted, key=lambda paper: (_rank(paper), paper.kind, paper.path))
    return {paper.path: number for number, paper in enumerate(ordered, 1)}


def _rank(paper: Paper) -> int:
    kind = "imm" if paper.is_form else paper.kind
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def exhibits(case: Case, explanation: Explanation) -> tuple[Exhibit, ...]:
    """Give the index of exhibits, in the order of their numbers."""
    people = {person.id: person for person in case.people}
    return tuple(
        Exhibit(
            number,
            path,
            case.by_path[path].kind,
            case.by_path[path].as_of.date,
            people.get(case.by_path[path].person or ""),
            tuple(_answered(explanation, case.by_path[path])),
            tuple(point.number for point in explanation.every_point if _cites(point, path)),
        )
        for path, number in numbers(case).items()
    )


def _answered(explanation: Explanation, paper: Paper) -> Iterator[int]:
    """Give the reasons that papers of this kind answer, of the person whose paper it is."""
    for reason in explanation.reasons:
        ground = reason.answer.ground
        own = paper.person in {reason.person.id, None}
        if own and ground is not None and paper.kind in ground.answered:
            yield reason.number


def _cites(point: Point, path: str) -> bool:
    return any(quote.document == path for quote in point.quotes)


def bearing_on(found: Sequence[Exhibit], reason: int) -> tuple[int, ...]:
    """Give the numbers of the exhibits that bear on a reason."""
    return tuple(one.number for one in found if reason in one.reasons)
