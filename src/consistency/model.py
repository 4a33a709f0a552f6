"""The nouns: what is read from a paper, who it belongs to, and what is found.

Everything here is immutable and picklable. Only :mod:`consistency.normalizer` stands above this module,
because a record holds dates and a date needs nothing of a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import ClassVar, Literal, NamedTuple, TypeVar

from consistency.normalizer.dates import PartialDate, Period

Method = Literal["xfa", "acroform", "barcode", "text", "ocr", "docx", "none"]
Extent = Literal["full", "partial", "failed"]
Role = Literal["principal", "spouse", "child", "other", "unknown"]
Basis = Literal["signature", "stated", "validated", "metadata", "folder", "config", "unknown"]
Status = Literal["open", "acknowledged", "explained"]
Outcome = Literal["refused", "approved", "withdrawn", "unknown"]


class Severity(IntEnum):
    """How much a finding weighs; the order is the order of weight."""

    INFO = 0
    MINOR = 1
    MAJOR = 2
    CRITICAL = 3

    def __str__(self) -> str:
        return self.name.lower()

    def moved(self, steps: int) -> Severity:
        """Give the level ``steps`` higher or lower, kept within minor and critical."""
        return Severity(min(max(self + steps, Severity.MINOR), Severity.CRITICAL))


# --- what stands on a paper -------------------------------------------------------------------------------


class Box(NamedTuple):
    """A rectangle in PDF points (1/72 inch) from the page's top left, as it is seen (rotation applied)."""

    x0: float
    y0: float
    x1: float
    y1: float

    def union(self, other: Box) -> Box:
        """Give the smallest box that holds both."""
        return Box(
            min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1)
        )


class Word(NamedTuple):
    """A word of a PDF page or picture and where it stands."""

    text: str
    box: Box


class Segment(NamedTuple):
    """A run of words of one line without a wide gap: a label, a value, a table cell.

    ``place`` names it where there is no box: "paragraph 4", "table 2, row 3, cell 1".
    """

    text: str
    box: Box | None = None
    place: str | None = None
    words: tuple[Word, ...] = ()
    confidence: float = 1.0
    """1.0 for typed text; for text read from a picture the engine's own figure."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is seen: of a PDF page, a DOCX paragraph, or a row of a DOCX table (a segment a cell)."""

    segments: tuple[Segment, ...]
    page: int | None = None
    part: str = "body"
    """Where in the file: body, header, footer, footnote, comment, text box."""
    bold: bool = False
    size: float | None = None
    """Height of the letters in points, where known."""

    @property
    def text(self) -> str:
        """The words of the line; segments are set apart by two spaces."""
        return "  ".join(segment.text for segment in self.segments)

    @property
    def box(self) -> Box | None:
        """The box around all segments."""
        found: Box | None = None
        for segment in self.segments:
            if segment.box is not None:
                found = segment.box if found is None else found.union(segment.box)
        return found

    @property
    def confidence(self) -> float:
        """The confidence of the least certain segment."""
        return min((segment.confidence for segment in self.segments), default=1.0)

    @property
    def place(self) -> str | None:
        """The place of the first segment."""
        return self.segments[0].place if self.segments else None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a PDF or a picture: 1-based number, size in points, words in the order of the file."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()


class FormField(NamedTuple):
    """A field of an interactive form that holds a value.

    ``path`` is the datasets path with ``[n]`` (0-based) on repeated siblings, or the AcroForm's full name.
    """

    path: str
    value: str
    page: int | None = None
    box: Box | None = None


class Problem(NamedTuple):
    """Something that kept a document from being read in full: a code, a sentence, a page."""

    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The interactive form inside a PDF.

    ``datasets`` are the XFA values by path in the order of the file (None where the packet is absent);
    ``acroform`` the values of the classic form; ``codes`` the code lists that the file carries, list name →
    code → label; ``template`` texts that name the form and its revision.
    """

    datasets: tuple[FormField, ...] | None = None
    acroform: tuple[FormField, ...] = ()
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    template: tuple[str, ...] = ()
    root: str | None = None
    """The name of the datasets' root element ("form1", "IMM_5645")."""
    nodes: tuple[str, ...] = ()
    """Every element path of the datasets, empty ones too: what tells forms with one root apart."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file after reading, before anything is made of it."""

    path: str
    """Relative to the case folder, with forward slashes."""
    sha256: str
    media: Literal["pdf", "docx", "image", "other"]
    method: Method
    read: Extent
    pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...] = ()
    form: Form | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    """Lower-case keys: title, author, producer, creator, created, modified (dates ISO)."""
    page_count: int | None = None
    problems: tuple[Problem, ...] = ()
    pictures: tuple[int, ...] = ()
    """Pages (from 1) that are pictures: what they say can only be known by text recognition."""

    @property
    def text(self) -> str:
        """All lines, one below the other."""
        return "\n".join(line.text for line in self.lines)


# --- what a paper says ------------------------------------------------------------------------------------


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
    """A permit, visa or visitor record; the period runs from issue to expiry."""

    type: ClassVar[str] = "permit"
    number: str | None = None
    status: str | None = None
    employer: str | None = None


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

R = TypeVar("R", bound=Record)


class AsOf(NamedTuple):
    """The day as of which a document speaks, and how it is known."""

    date: PartialDate | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class Asked:
    """That a document asks for all records of a type, over a window and with so many rows.

    ``years`` counts back from the document's date (None = a whole life); ``since_18`` cuts the window at the
    eighteenth birthday; ``capacity`` is the number of rows (None = no limit); ``scope`` says which records:
    all of the window, only the current one, or only the highest.
    """

    record: str
    years: int | None = None
    since_18: bool = False
    capacity: int | None = None
    scope: Literal["all", "current", "highest"] = "all"
    relations: tuple[str, ...] = ()
    """For relatives: which ones are asked for."""
    gapless: bool = False
    """True where the history must account for all time."""
    min_days: int = 0
    """Shorter records need not be told (residences: more than six months)."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with its meaning: its kind, what it says and as of when, and whose it is."""

    document: Document
    kind: str
    as_of: AsOf
    facts: tuple[Fact, ...] = ()
    records: tuple[Record, ...] = ()
    asked: tuple[Asked, ...] = ()
    form_version: str | None = None
    language: str | None = None
    signed: bool | None = None
    """None where the kind is not one that is signed."""
    validated: bool | None = None
    problems: tuple[Problem, ...] = ()
    """Problems found while its meaning was read; those of the file itself are the document's."""
    person: str | None = None
    application: str | None = None

    @property
    def path(self) -> str:
        """The document's path, relative to the case folder."""
        return self.document.path

    @property
    def is_form(self) -> bool:
        """True for an official IRCC form."""
        return self.kind.startswith("imm")

    def all(self, record: type[R]) -> Iterator[R]:
        """Give the records of one type."""
        return (r for r in self.records if isinstance(r, record))

    def fact(self, attribute: str) -> Fact | None:
        """Give the first fact of an attribute."""
        return next((f for f in self.facts if f.attribute == attribute), None)

    def value(self, attribute: str) -> str | None:
        """Give the first value of an attribute."""
        found = self.fact(attribute)
        return found.value if found else None

    def answer(self, question: str) -> Answer | None:
        """Give the answer to a question of the form."""
        return next((a for a in self.all(Answer) if a.question == question), None)

    def asks(self, record: type[Record]) -> Asked | None:
        """Say how the document asks for a type of record, if it does."""
        return next((a for a in self.asked if a.record == record.type), None)

    def absent(self) -> Evidence:
        """Give the evidence that something does not stand here: the document itself, without a quote."""
        return Evidence(self.path, None)


# --- the case ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose papers are in the folder."""

    id: str
    name: str
    role: Role
    birth_date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """A submission: the papers that were, or will be, filed together."""

    id: str
    role: Literal["past", "draft", "unassigned"]
    as_of: PartialDate | None
    outcome: Outcome | None
    documents: tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """All papers of a folder, and who said what when."""

    path: str
    as_of: date
    people: tuple[Person, ...]
    applications: tuple[Application, ...]
    papers: tuple[Paper, ...]
    notes: tuple[str, ...] = ()
    """What was inferred and should be said: which folder is the draft, which day is taken."""
    memory: dict[object, object] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What was worked out of this case once and is asked for again (alignments)."""

    @cached_property
    def by_path(self) -> Mapping[str, Paper]:
        """Papers by their path."""
        return {paper.path: paper for paper in self.papers}

    @cached_property
    def draft(self) -> Application | None:
        """The application about to be submitted."""
        return next((a for a in self.applications if a.role == "draft"), None)

    def of(self, person: Person) -> tuple[Paper, ...]:
        """Give the papers of one person, oldest first."""
        return tuple(p for p in self.papers if p.person == person.id)

    def in_draft(self, paper: Paper) -> bool:
        """True for a paper of the draft."""
        return self.draft is not None and paper.application == self.draft.id

    def application_of(self, paper: Paper) -> Application | None:
        """Give the submission that a paper belongs to."""
        return next((a for a in self.applications if a.id == paper.application), None)

    @cached_property
    def principal(self) -> Person | None:
        """The principal applicant."""
        return next((p for p in self.people if p.role == "principal"), None)


# --- what is found ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Citation:
    """One side of a finding: where, the words, and the value compared (None where it is absent)."""

    evidence: Evidence
    value: str | None
    as_of: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """That somebody has looked at a finding and said why it may stand."""

    reason: str
    by: str | None = None
    on: str | None = None
    expires: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A mismatch as the report shows it."""

    id: str
    rule: str
    severity: Severity
    person: str | None
    title: str
    detail: str
    why: str
    advice: str
    references: tuple[str, ...]
    evidence: tuple[Citation, ...]
    confidence: float = 1.0
    status: Status = "open"
    acknowledgement: Acknowledgement | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a check."""

    case: Case
    findings: tuple[Finding, ...]
    verdict: Literal["pass", "findings", "incomplete"]
    fail_on: Severity = Severity.MAJOR
