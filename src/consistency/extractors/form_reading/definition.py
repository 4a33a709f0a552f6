"""What is known of an official form: how it names itself, where its values stand, what it asks and for how long."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property

from msgspec import Struct, field

from consistency.extractors.form_reading.paths import Pattern
from consistency.model import Asked, Record

QUESTIONS = (
    "ever-refused", "overstayed", "applied-before", "criminal", "military", "government", "medical",
    "violent-group", "ill-treatment", "other-names", "previously-married", "post-secondary",
)  # fmt: skip
"""The names of the Yes/No questions: what is asked, whatever its number on a form."""


class Source(Struct, frozen=True):
    """Where one value stands, and in which way it is written there.

    Several ``parts`` are one value over several fields: the year, month and day of a date, the given and the
    family name. ``otherwise`` is where to look when nothing stands there.
    """

    parts: tuple[tuple[Pattern, ...], ...]
    encoding: str = "text"
    otherwise: Source | None = None


class CodeTable(Struct, frozen=True):
    """A code list: what each code means in our vocabulary, and the lists of the file that hold its labels."""

    meanings: Mapping[str, str]
    """By code, and by the word itself, which third-party fillers write instead; empty for "no answer"."""
    lists: tuple[str, ...] = ()
    labels: bool = False
    """True where the label is the meaning of a code without one (the cities of Canada)."""

    @classmethod
    def of(cls, codes: Mapping[str, str], lists: tuple[str, ...] = (), labels: bool = False) -> CodeTable:
        """Build the table from code → meaning."""
        words = {meaning.casefold(): meaning for meaning in codes.values() if meaning}
        return cls({**words, **{_bare(code): meaning for code, meaning in codes.items()}}, lists, labels)

    def meaning(self, code: str, label: str | None) -> str | None:
        """Say what a code means, or None where the list does not have it."""
        found = self.meanings.get(_bare(code))
        if found is None and self.labels:
            return label or (None if code.isdigit() else code)
        return found


def _bare(code: str) -> str:
    """Leave out the zeros before a number: fillers and barcodes drop them."""
    return (code.lstrip("0") or "0") if code.isdigit() else code.casefold()


class Question(Struct, frozen=True):
    """A Yes/No question; where one question is put in several boxes, one Yes is a Yes."""

    name: str
    boxes: tuple[Source, ...]
    details: Source | None = None


class Gate(Struct, frozen=True):
    """A box that says whether the form lists any records of a type: "have you travelled", "did not travel"."""

    record: str
    box: Question
    denial: str
    """The answer by which there are none."""


class RecordSource(Struct, frozen=True):
    """Where records of a type stand: the rows of a table, or one place of the form.

    A record exists if a field of ``needs`` is filled: a country that the blank form already holds is no answer.
    """

    record: type[Record]
    fields: Mapping[str, Source]
    rows: tuple[Pattern, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    open_end: bool = False
    """An empty end means that it had not ended (a current job, never a course of study)."""
    distinct: bool = False
    """Only told where it differs from the records before it (a residential beside a mailing address)."""


class Validation(Struct, frozen=True):
    """The flag that the form's Validate button sets, and the day on which it was pressed."""

    flag: Source
    day: Source


class Layout(Struct, frozen=True):
    """The field names of one or more revisions of a form; ``has`` is the path that tells them from others."""

    has: Pattern | None
    facts: Mapping[str, Source]
    records: tuple[RecordSource, ...]
    questions: tuple[Question, ...]
    asked: tuple[Asked, ...]
    gates: tuple[Gate, ...]
    signed: Source | None
    validated: Validation | None


class Root(Struct, frozen=True):
    """What the data of a form begins with, and which path it has, or lacks, unlike others of that root."""

    name: str
    has: Pattern | None = None
    lacks: Pattern | None = None


class Contents(Struct, frozen=True):
    """What a form holds and how it is written there."""

    layouts: tuple[Layout, ...]
    codes: Mapping[str, CodeTable]
    captions: Mapping[str, tuple[str, ...]]
    """The printed words beside a value, by what the value is (``birth_city``, ``job.employer``)."""


class FormDefinition(Struct, frozen=True, dict=True):
    """One official form with all its revisions and languages.

    What it holds is read when it is first asked for: a folder has few of the forms that there are.
    """

    kind: str
    number: str
    title: str
    titles: tuple[str, ...]
    """The headings of its first page, English and French, in capitals or not."""
    roots: tuple[Root, ...]
    printed: re.Pattern[str]
    """How the form names itself in its own footer, title and template."""
    read: Callable[[], Contents]

    @cached_property
    def contents(self) -> Contents:
        """What it holds; raises what reading it raises."""
        return self.read()

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """Its layouts, the one that fits where no other does at the end."""
        return self.contents.layouts

    @property
    def codes(self) -> Mapping[str, CodeTable]:
        """Its code lists by name."""
        return self.contents.codes

    @property
    def captions(self) -> Mapping[str, tuple[str, ...]]:
        """The printed words beside its values."""
        return self.contents.captions
