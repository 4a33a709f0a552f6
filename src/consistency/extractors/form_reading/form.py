"""The machine that reads any official form: from its definition and its filled fields to facts and records.

It knows no form by name. What a form is called, where its values stand and how they are written is said in
``forms/<kind>.toml``; see docs/adding-a-form.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from consistency.extractors.form_reading import barcoded
from consistency.extractors.form_reading.captions import place
from consistency.extractors.form_reading.definition import (
    FormDefinition,
    Layout,
    Question,
    RecordSource,
    Source,
)
from consistency.extractors.form_reading.loading import definitions
from consistency.extractors.form_reading.paths import Fields, acroform_fields, dataset_fields, has_node, steps
from consistency.extractors.form_reading.printed import way_in as printed
from consistency.extractors.form_reading.recognition import recognise, revision
from consistency.extractors.form_reading.tables import DefinitionError
from consistency.extractors.form_reading.values import Decoder, Value
from consistency.extractors.reading import Reading
from consistency.model import Answer, Asked, AsOf, Document, Evidence, Fact, Problem, Record
from consistency.normalizer.dates import PartialDate, Period

__all__ = ["DefinitionError", "FormDefinition", "definitions", "read", "recognise"]

_BARCODED = {"barcode", "text", "ocr"}
"""Ways of reading by which the data of a form can only have come from its barcodes."""
_TRUE = {"yes", "oui", "true", "1", "y", "o"}


def read(document: Document, definition: FormDefinition) -> Reading:
    """Read what a form says; every value cites the field that holds it.

    The XFA data counts; the classic form's values only where there is no data, or where the data says nothing;
    of a print-out, which has neither, the words beside the captions, and before them what its barcodes hold.
    """
    form = document.form
    if form is None or not (form.datasets or form.acroform):
        return _read_page(document, definition)
    layout = next(x for x in definition.layouts if x.has is None or has_node(form, x.has))
    first = _Reader(document, definition, layout, dataset_fields(form)).reading()
    if document.method in _BARCODED:
        page = _read_page(barcoded.as_printed(document), definition)
        return barcoded.combined(document, layout, first, page)
    if first.facts or first.records or not form.acroform:
        return first
    return _Reader(document, definition, layout, acroform_fields(form)).reading()


def _read_page(document: Document, definition: FormDefinition) -> Reading:
    words = Fields((steps(value.path), value) for value in printed.fields(document, definition))
    return _Reader(document, definition, printed.layout(definition), words).reading()


class _Reader(Struct):
    """Reads one document; it gathers the problems that it meets on the way."""

    document: Document
    definition: FormDefinition
    layout: Layout
    fields: Fields
    language: str | None = None
    problems: list[Problem] = field(default_factory=list)

    def reading(self) -> Reading:
        """Give everything that the form says."""
        layout, decoder = self.layout, Decoder(self.document, self.definition.codes)
        version, self.language = revision(self.document, self.definition)
        facts = tuple(self._facts(layout, decoder))
        records = tuple(self._records(layout, decoder))
        answers = tuple(self._answers(layout, decoder))
        signed = self._value(layout.signed, decoder, self.fields) if layout.signed else None
        validated = self._validated(layout, decoder)
        return Reading(
            as_of=self._as_of(layout, decoder, signed, validated),
            facts=facts,
            records=records + answers,
            asked=tuple(self._asked(one, layout, decoder) for one in layout.asked),
            form_version=version,
            language=self.language,
            signed=None if layout.signed is None else signed is not None,
            validated=validated,
            problems=tuple(dict.fromkeys(self.problems)),
        )

    def _value(self, source: Source, decoder: Decoder, fields: Fields) -> Value | None:
        """Give a value that could be read; note the problem of one that could not."""
        value = decoder.value(source, fields)
        if value is not None and value.problem is not None:
            self.problems.append(value.problem)
        return value

    def _facts(self, layout: Layout, decoder: Decoder) -> Iterator[Fact]:
        for name, source in layout.facts.items():
            value = self._value(source, decoder, self.fields)
            if value is not None and value.text is not None:
                yield Fact(name, value.text, self._named(value.evidence, name))

    def _records(self, layout: Layout, decoder: Decoder) -> Iterator[Record]:
        told: list[Record] = []
        for source in layout.records:
            rows = self.fields.rows(source.rows) if source.rows else (self.fields,)
            for row in rows:
                record = self._record(source, decoder, row)
                if record is not None and not (source.distinct and _is_told(record, told)):
                    told.append(record)
        return iter(told)

    def _record(self, source: RecordSource, decoder: Decoder, row: Fields) -> Record | None:
        values = {
            name: value
            for name, part in source.fields.items()
            if (value := self._value(part, decoder, row)) is not None
        }
        if not any(name in values for name in source.needs):
            return None
        kind, relation = source.record.type, source.constants.get("relation")
        kind = f"{kind}/{relation}" if f"{kind}/{relation}" in self.definition.captions else kind
        cells = {name: self._named(value.evidence, f"{kind}.{name}") for name, value in values.items()}
        said = {name: value.text for name, value in values.items() if value.text is not None}
        period = _period(said, source.open_end and "to" not in values)
        whole = _whole(list(cells.values()), row.prefix)
        return source.record(evidence=whole, cells=cells, period=period, **_arguments(source.constants, said))

    def _answers(self, layout: Layout, decoder: Decoder) -> Iterator[Answer]:
        for question in layout.questions:
            answer = self._answer(question, decoder)
            if answer is not None:
                yield answer

    def _answer(self, question: Question, decoder: Decoder) -> Answer | None:
        """Give the answer to a question: of several boxes one Yes is Yes, and No only where all are No."""
        values = [self._value(box, decoder, self.fields) for box in question.boxes]
        given = [value for value in values if value is not None and value.text is not None]
        if not given:
            return None
        deciding = next((value for value in given if value.text == "yes"), given[0])
        cells = {"answer": self._named(deciding.evidence, question.name)}
        details = self._value(question.details, decoder, self.fields) if question.details else None
        if details is not None:
            cells["details"] = self._named(details.evidence, f"{question.name}.details")
        return Answer(
            evidence=cells["answer"],
            cells=cells,
            question=question.name,
            answer=deciding.text,
            details=details.text if details else None,
        )

    def _named(self, evidence: Evidence, key: str) -> Evidence:
        """Add the words by which the form names a field: what a person looks for on it."""
        if evidence.field is None:
            return evidence
        return replace(evidence, place=place(self.definition.captions, key, evidence.field, self.language))

    def _asked(self, asked: Asked, layout: Layout, decoder: Decoder) -> Asked:
        """Say where a form answers that it lists no records of a type, if it does."""
        for gate in layout.gates:
            answer = self._answer(gate.box, decoder) if gate.record == asked.record else None
            if answer is not None and answer.answer == gate.denial:
                return replace(asked, none=answer.cite("answer"))
        return asked

    def _validated(self, layout: Layout, decoder: Decoder) -> bool | None:
        if layout.validated is None:
            return None
        if self.document.method in _BARCODED and self.document.form is not None:
            return True  # a form shows its barcodes when it is validated, and hides them when it is changed
        flag = decoder.value(layout.validated.flag, self.fields)
        return flag is not None and flag.text is not None and flag.text.lower() in _TRUE

    def _as_of(self, layout: Layout, decoder: Decoder, signed: Value | None, validated: bool | None) -> AsOf:
        """Give the day of signing, else the day of validation; a later edit takes the validation back."""
        if signed is not None and signed.text is not None:
            return AsOf(PartialDate.of(signed.text), "signature")
        day = decoder.value(layout.validated.day, self.fields) if layout.validated and validated else None
        if day is not None and day.text is not None:
            return AsOf(PartialDate.of(day.text), "validated")
        return AsOf(None, "unknown")


def _period(said: Mapping[str, str], ongoing: bool) -> Period | None:
    start, end = said.get("from"), said.get("to")
    ongoing = ongoing or end == "present"
    if start is None and end is None and not ongoing:
        return None
    first = None if start in (None, "present") else PartialDate.of(str(start))
    last = None if end is None or ongoing else PartialDate.of(end)
    return Period(first, last, ongoing)


def _arguments(constants: Mapping[str, str], said: Mapping[str, str]) -> dict[str, Any]:
    """Give the fields of a record in the types of the model."""
    arguments: dict[str, Any] = {**constants, **said}
    arguments.pop("from", None)
    arguments.pop("to", None)
    if "birth_date" in arguments:
        arguments["birth_date"] = PartialDate.of(arguments["birth_date"])
    return arguments


def _whole(cells: list[Evidence], row: str) -> Evidence:
    """Give the place of a whole record: the row, or the first field, with the words of all fields."""
    words = " | ".join(dict.fromkeys(cell.quote for cell in cells if cell.quote))
    first = cells[0]
    box = first.box
    for cell in cells:
        if box is not None and cell.box is not None and cell.page == first.page:
            box = box.union(cell.box)
    return Evidence(
        first.document,
        words,
        page=first.page,
        field=first.field and (row or first.field),
        place=first.place,
        box=box,
        confidence=min(cell.confidence for cell in cells),
    )


def _is_told(record: Record, told: list[Record]) -> bool:
    """Tell whether a record of that type stands before it that says the same, as far as both speak."""
    names = [name for name in record.field_names() if name != "period"]
    return any(type(other) is type(record) and _agree(record, other, names) for other in told)


def _agree(record: Record, other: Record, names: list[str]) -> bool:
    pairs = ((getattr(record, name), getattr(other, name)) for name in names)
    return all(str(a).casefold() == str(b).casefold() for a, b in pairs if a is not None and b is not None)
