"""What a paper says: single facts and records of several fields, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import ClassVar

from consistency.model.geometry import Box
from consistency.normalizer.dates import PartialDate, Period


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place of a value: document, page, field or box, and the words as they stand there."""

    document: str
    quote: str | None
    page: int | None = None
    field: str | None = None
    box: Box | None = None
    place: str | None = None
    confidence: float = 1.0
    """1.0 for typed text; the engine's own figure for text read from a picture."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One side of a finding: where, the words, and the value compared (None where it is absent)."""

    evidence: Evidence
    value: str | None
    as_of: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One single value: the attribute's name, the value as the facts contract writes it, and its place."""

    attribute: str
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Something with several fields, most of them with a period.

    ``cells`` holds the place of single fields where they are known apart from the whole record's.
    """

    type: ClassVar[str] = ""
    evidence: Evidence
    cells: Mapping[str, Evidence] = field(default_factory=dict, compare=False)
    period: Period | None = None
    city: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""

    def cite(self, name: str) -> Evidence:
        """Give the place of one field, or of the whole record."""
        return self.cells.get(name, self.evidence)

    @classmethod
    def field_names(cls) -> tuple[str, ...]:
        """Name the fields that a document can fill, without places."""
        return tuple(f.name for f in fields(cls) if f.name not in {"evidence", "cells"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(Record):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Study(Record):
    """Time at a school, college or university."""

    type: ClassVar[str] = "education"
    institution: str | None = None
    field_of_study: str | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Residence(Record):
    """A country lived in, and the status there."""

    type: ClassVar[str] = "residence"
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address(Record):
    """A place lived at or written to."""

    type: ClassVar[str] = "address"
    street: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip(Record):
    """A journey to another country."""

    type: ClassVar[str] = "trip"
    purpose: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship(Record):
    """A marriage or common-law relationship: ``name`` is the other person."""

    type: ClassVar[str] = "relationship"
    relation: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyMember(Record):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """A signed Yes or No."""

    type: ClassVar[str] = "answer"
    question: str
    answer: str | None = None
    details: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal(Record):
    """A refused application; ``period.start`` is the day of the decision, ``country`` the refusing state."""

    type: ClassVar[str] = "refusal"
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalReason(Record):
    """One ground of a refusal."""

    type: ClassVar[str] = "refusal_reason"
    reason: str | None = None
    details: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit(Record):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Record):
    """An entry to a country."""

    type: ClassVar[str] = "entry"
    purpose: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Record):
    """The job in Canada that the application is for."""

    type: ClassVar[str] = "offer"
    employer: str | None = None
    title: str | None = None
    amount: float | None = None
    currency: str | None = None
    number: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance(Record):
    """Money on an account; ``period.start`` is the day of the balance."""

    type: ClassVar[str] = "balance"
    amount: float | None = None
    currency: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageTest(Record):
    """The result of a language test."""

    type: ClassVar[str] = "language_test"
    number: str | None = None
    details: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Record):
    """Membership of an organisation."""

    type: ClassVar[str] = "membership"
    name: str | None = None
    details: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MilitaryService(Record):
    """Service in an army, militia, police or security force."""

    type: ClassVar[str] = "military_service"
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernmentPosition(Record):
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
