"""What a paper says: single facts and records of several fields, each with its place."""

from collections.abc import Mapping
from functools import cache
from operator import attrgetter
from typing import ClassVar

from msgspec import Struct, field

from consistency.model.geometry import Box
from consistency.normalizer.dates import PartialDate, Period


class Evidence(Struct, frozen=True):
    """The place of a value: document, page, field or box, and the words as they stand there."""

    document: str
    quote: str | None
    page: int | None = None
    field: str | None = None
    box: Box | None = None
    place: str | None = None
    confidence: float = 1.0
    """1.0 for typed text; the engine's own figure for text read from a picture."""


class Citation(Struct, frozen=True):
    """One side of a finding: where, the words, and the value compared (None where it is absent)."""

    evidence: Evidence
    value: str | None
    as_of: PartialDate | None = None


class Fact(Struct, frozen=True):
    """One single value: the attribute's name, the value as the facts contract writes it, and its place."""

    attribute: str
    value: str
    evidence: Evidence


class Saying(Struct, frozen=True):
    """A sentence, or an item of a list, as its author puts it: where it stands, and its words that tell something.

    The words are folded, without small words, dates and numbers.
    """

    evidence: Evidence
    words: tuple[str, ...]
    common: bool = False
    """True for what anybody would write there: an address, good wishes, the formulas of such papers."""

    @property
    def text(self) -> str:
        """The sentence."""
        return self.evidence.quote or ""


_UNASKED = frozenset({"evidence", "cells", "in_passing", "recorder"})
"""What no document fills in: where a record stands, and how it is told."""


class Record(Struct, frozen=True, kw_only=True, eq=False):
    """Something with several fields, most of them with a period.

    ``cells`` holds the place of single fields where they are known apart from the whole record's.
    """

    type: ClassVar[str] = ""
    evidence: Evidence
    cells: Mapping[str, Evidence] = field(default_factory=dict)
    period: Period | None = None
    city: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""

    @property
    def start(self) -> PartialDate | None:
        """When it began, as far as it is told."""
        return self.period.start if self.period else None

    @property
    def end(self) -> PartialDate | None:
        """When it ended, as far as it is told."""
        return self.period.end if self.period else None

    @property
    def goes_on(self) -> bool:
        """True where it is told not to have ended."""
        return self.period is not None and self.period.open

    def cite(self, name: str) -> Evidence:
        """Give the place of one field, or of the whole record."""
        return self.cells.get(name, self.evidence)

    @classmethod
    def field_names(cls) -> tuple[str, ...]:
        """Name the fields that a document can fill, without places."""
        return tuple(name for name in cls.__struct_fields__ if name not in _UNASKED)

    def __eq__(self, other: object) -> bool:
        """Say whether a record tells the same at the same place; where its single fields stand is not asked."""
        return type(other) is type(self) and _told(type(self))(self) == _told(type(self))(other)

    def __hash__(self) -> int:
        """Go with what is compared."""
        return hash(_told(type(self))(self))


@cache
def _told(kind: type[Record]) -> "attrgetter[tuple[object, ...]]":
    """Give what asks a record of a kind for all that is compared of it."""
    return attrgetter(*(name for name in kind.__struct_fields__ if name != "cells"))


class Job(Record, frozen=True, kw_only=True):
    """Employment, or another activity told in a work history."""

    type: ClassVar[str] = "job"
    title: str | None = None
    employer: str | None = None
    amount: float | None = None
    """Pay as stated, for the period that ``per`` names."""
    currency: str | None = None
    per: str | None = None
    hours: float | None = None
    """Hours a week."""
    duties: tuple[str, ...] = ()
    paid_from: PartialDate | None = None
    paid_to: PartialDate | None = None
    """First and last day that a payslip paid for: that the job began or ended then is not told."""
    in_passing: bool = False
    """True for a job that a paper tells in passing: compared as any other, and no record of the contract."""

    @property
    def paid(self) -> Period | None:
        """The time that a payslip paid for, where no other is told."""
        if self.period is not None or self.paid_from is None or self.paid_to is None:
            return None
        return Period(self.paid_from, self.paid_to)


class Study(Record, frozen=True, kw_only=True):
    """Time at a school, college or university."""

    type: ClassVar[str] = "education"
    institution: str | None = None
    field_of_study: str | None = None
    level: str | None = None


class Residence(Record, frozen=True, kw_only=True):
    """A country lived in, and the status there."""

    type: ClassVar[str] = "residence"
    status: str | None = None


class Address(Record, frozen=True, kw_only=True):
    """A place lived at or written to."""

    type: ClassVar[str] = "address"
    street: str | None = None


class Trip(Record, frozen=True, kw_only=True):
    """A journey to another country."""

    type: ClassVar[str] = "trip"
    purpose: str | None = None
    recorder: str | None = None
    """The state that told it, where its record of its own border shows it as a visit there."""


class Relationship(Record, frozen=True, kw_only=True):
    """A marriage or common-law relationship: ``name`` is the other person."""

    type: ClassVar[str] = "relationship"
    relation: str | None = None
    name: str | None = None


class FamilyMember(Record, frozen=True, kw_only=True):
    """A relative; ``country`` is the country of birth."""

    type: ClassVar[str] = "family_member"
    relation: str | None = None
    name: str | None = None
    birth_date: PartialDate | None = None
    marital_status: str | None = None
    occupation: str | None = None
    address: str | None = None
    accompanying: str | None = None
    kinship: str | None = None
    """The relation more closely, as the form lists or the applicant writes it: "half-brother", "step-son"."""


class Answer(Record, frozen=True, kw_only=True):
    """A signed Yes or No."""

    type: ClassVar[str] = "answer"
    question: str
    answer: str | None = None
    details: str | None = None


class Refusal(Record, frozen=True, kw_only=True):
    """A refused application; ``period.start`` is the day of the decision, ``country`` the refusing state."""

    type: ClassVar[str] = "refusal"
    number: str | None = None


class RefusalReason(Record, frozen=True, kw_only=True):
    """One ground of a refusal."""

    type: ClassVar[str] = "refusal_reason"
    reason: str | None = None
    details: str | None = None


class Permit(Record, frozen=True, kw_only=True):
    """A permit, visa or visitor record; the period runs from issue to expiry.

    ``city`` is where a work permit binds its holder to. A form tells the number of the latest one, and, one record
    each, what it applies for: their ``status`` is then "restoration", "same employer", "new employer" or such.
    """

    type: ClassVar[str] = "permit"
    number: str | None = None
    status: str | None = None
    employer: str | None = None
    conditions: str | None = None
    """The remarks or conditions as they are printed."""


class Entry(Record, frozen=True, kw_only=True):
    """An entry to a country."""

    type: ClassVar[str] = "entry"
    purpose: str | None = None


class Offer(Record, frozen=True, kw_only=True):
    """The job in Canada that the application is for."""

    type: ClassVar[str] = "offer"
    employer: str | None = None
    title: str | None = None
    amount: float | None = None
    currency: str | None = None
    number: str | None = None
    name: str | None = None


class Balance(Record, frozen=True, kw_only=True):
    """Money on an account; ``period.start`` is the day of the balance."""

    type: ClassVar[str] = "balance"
    amount: float | None = None
    currency: str | None = None
    name: str | None = None


class LanguageTest(Record, frozen=True, kw_only=True):
    """The result of a language test."""

    type: ClassVar[str] = "language_test"
    number: str | None = None
    details: str | None = None


class Membership(Record, frozen=True, kw_only=True):
    """Membership of an organisation."""

    type: ClassVar[str] = "membership"
    name: str | None = None
    details: str | None = None


class MilitaryService(Record, frozen=True, kw_only=True):
    """Service in an army, militia, police or security force."""

    type: ClassVar[str] = "military_service"
    name: str | None = None


class GovernmentPosition(Record, frozen=True, kw_only=True):
    """A position in a government."""

    type: ClassVar[str] = "government_position"
    name: str | None = None
    details: str | None = None


RECORD_TYPES: Mapping[str, type[Record]] = {
    record.type: record
    for record in (
        Job, Study, Residence, Address, Trip, Relationship, FamilyMember, Answer, Refusal, RefusalReason,
        Permit, Entry, Offer, Balance, LanguageTest, Membership, MilitaryService, GovernmentPosition,
    )
}  # fmt: skip

FACT_ATTRIBUTES = (
    "family_name", "given_names", "full_name", "other_family_name", "other_given_names", "sex", "birth_date",
    "birth_city", "birth_country", "citizenship", "uci", "national_id", "native_language", "marital_status",
    "marriage_date", "passport_number", "passport_country", "passport_issue_date", "passport_expiry_date",
    "email", "phone", "application_number", "document_date", "decision", "deadline",
)  # fmt: skip
