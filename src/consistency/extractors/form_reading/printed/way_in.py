"""The way in for a print-out of a form: the values that stand beside its captions, by what they are.

A print-out ("Print to PDF" of the filled form) has no fields, only words. :func:`fields` gives its values as if
they were fields, and :func:`layout` says where the machine that reads forms finds them, so that codes, dates,
records and questions are read in one way only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from consistency.extractors.form_reading.definition import (
    FormDefinition,
    Layout,
    Question,
    RecordSource,
    Source,
)
from consistency.extractors.form_reading.paths import Pattern
from consistency.extractors.form_reading.printed.captions import vocabulary
from consistency.extractors.form_reading.printed.flow import BIRTH_DATE, repeated_birth_date, rows
from consistency.extractors.form_reading.printed.reading import PrintReader
from consistency.model import Document, FormField
from consistency.normalizer.dates import parse

BOXES = 6
"""How many boxes may put one question."""
_DATES = ("date", "end")


def fields(document: Document, definition: FormDefinition) -> tuple[FormField, ...]:
    """Give the values of a print-out with page and box: ``facts/birth_city``, ``job[0]/employer``."""
    if not definition.captions:
        return ()
    found = PrintReader(rows(document), vocabulary(definition, blurred=document.method == "ocr")).fields()
    if any(one.path == BIRTH_DATE and parse(one.value) for one in found):
        return found
    again = next((one for one in repeated_birth_date(document) if parse(one.value)), None)
    return (*(one for one in found if one.path != BIRTH_DATE), again) if again else found


def layout(definition: FormDefinition) -> Layout:
    """Give the form's newest layout with the places of a print-out instead of those of the data."""
    base = next(found for found in definition.layouts if found.has is None)
    facts = {name: _source(f"facts/{name}", source) for name, source in base.facts.items()}
    facts.setdefault("full_name", _source("facts/full_name", Source(())))
    signed = facts.get("document_date") if base.signed else None
    return replace(
        base,
        facts=facts,
        records=tuple(_records(base.records)),
        questions=tuple(map(_question, base.questions)),
        gates=tuple(replace(gate, box=_question(gate.box)) for gate in base.gates),
        signed=signed,
        validated=None,
    )


def record_name(source: RecordSource) -> str:
    """Name a record as captions do: its type, and the relation where that tells records of one type apart."""
    relation = source.constants.get("relation")
    return f"{source.record.type}/{relation}" if relation else source.record.type


def _records(sources: Iterable[RecordSource]) -> Iterator[RecordSource]:
    """Give the records of a form, those of one name joined: on paper they are rows of one kind."""
    joined: dict[str, RecordSource] = {}
    for source in sources:
        name = record_name(source)
        first = joined.get(name, source)
        both = {**source.fields, **first.fields}
        distinct = first.distinct or source.distinct
        joined[name] = replace(
            first, fields=both, distinct=distinct, open_end=first.open_end or source.open_end
        )
    for name, source in joined.items():
        yield replace(source, rows=(Pattern.of(path_name(name)),), fields=dict(_cells(source.fields)))


def path_name(record: str) -> str:
    """Give the name of a record as a segment of a path."""
    return record.replace("/", "-")


def _cells(sources: Mapping[str, Source]) -> Iterator[tuple[str, Source]]:
    for name, source in sources.items():
        if source.encoding in ("city-of-place", "country-of-place"):
            alone = Source(_parts(name, 1), "country" if name == "country" else "text")
            yield name, Source(_parts("place", 1), source.encoding, alone)
        else:
            yield name, _source(name, source)


def _source(path: str, source: Source) -> Source:
    """Give the place of a value on paper; a date stands there as one."""
    if source.encoding == "boxes":
        return Source(_parts(path, 1), "answer")
    return Source(_parts(path, 1 if source.encoding in _DATES else len(source.parts)), source.encoding)


def _parts(path: str, count: int) -> tuple[tuple[Pattern, ...], ...]:
    """Give the places of a value, or of its parts, the first of which may be the whole."""
    parts = [(Pattern.of(f"{path}.{number}"),) for number in range(1, max(count, 1) + 1)]
    return ((Pattern.of(path), *parts[0]), *parts[1:])


def _question(question: Question) -> Question:
    boxes = (
        Source(((Pattern.of(f"{question.name}/answer[{number}]"),),), "answer") for number in range(BOXES)
    )
    details = Source(((Pattern.of(f"{question.name}/details"),),)) if question.details else None
    return Question(question.name, tuple(boxes), details)
