"""A printed form whose barcodes were read: what they hold, and beside it what its pages print.

The barcodes count. The page is asked for what they do not hold (the signature, names of cities that they hold as
codes, the values of a barcode that is not legible), and is compared with them: what differs is a problem that
names the field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct, field
from msgspec.structs import replace
from rapidfuzz import fuzz

from consistency.extractors.form_reading.definition import Layout, Question, Source
from consistency.extractors.form_reading.paths import Fields, steps
from consistency.extractors.form_reading.printed.way_in import record_name
from consistency.extractors.reading import Reading
from consistency.model import Answer, AsOf, Document, Evidence, Fact, FormField, Problem, Record
from consistency.normalizer.dates import Period
from consistency.readers import problems

Told = tuple[object, Evidence]
"""A value and its place."""

SURE = 0.9
"""Confidence from which recognised words may be held against a barcode."""
OTHER = 40.0
"""Likeness, of 100, up to which recognised words are others, and not the same misread."""
LONG = 12
"""Letters from which a printed value may be the beginning of one that did not fit its box."""


def as_printed(document: Document) -> Document:
    """Give a document as if it had no barcodes: its pages alone."""
    return replace(document, form=None, method="ocr" if document.pictures else "text")


def combined(document: Document, layout: Layout, held: Reading, page: Reading) -> Reading:
    """Join what the barcodes hold with what the page prints."""
    return _Both(document, layout, held, page).reading()


class _Both(Struct):
    """Joins two readings of one form; it gathers where they differ."""

    document: Document
    layout: Layout
    held: Reading
    page: Reading
    differing: list[Problem] = field(default_factory=list)
    filled: bool = False
    """A value was taken from the page where the barcode's code could not be understood."""

    def reading(self) -> Reading:
        """Give the joined reading."""
        facts = tuple(self._facts())
        records = tuple(chain(self._records(), self._answers()))
        kept = (p for p in self.held.problems if not (self.filled and p.code == "unknown-code"))
        return replace(
            self.held,
            as_of=self._as_of(),
            facts=facts,
            records=records,
            signed=self.page.signed if self.document.lines else None,
            problems=tuple(dict.fromkeys((*kept, *self.differing))),
        )

    def _as_of(self) -> AsOf:
        return self.page.as_of if self.page.as_of.date is not None else self.held.as_of

    # --- facts -------------------------------------------------------------------------------------------

    def _facts(self) -> Iterator[Fact]:
        own = {fact.attribute: fact for fact in self.held.facts}
        printed = {fact.attribute: fact for fact in self.page.facts}
        yield from own.values()
        for name, fact in printed.items():
            if name in own:
                self._compare(name, (own[name].value, own[name].evidence), (fact.value, fact.evidence))
            elif self._counts(name, fact, own):
                yield fact

    def _counts(self, name: str, fact: Fact, own: Iterable[str]) -> bool:
        """Tell whether a printed value counts of which the barcodes say nothing."""
        source = self.layout.facts.get(name)
        if source is None:
            return not {"family_name", "given_names"} & set(own)
        if self._is_lost(source) or not _stands(self._places(), source):
            return True
        if _blurred(self.document):
            return False
        self._note(name, "", fact.value, fact.evidence)
        return True

    def _is_lost(self, source: Source) -> bool:
        return _stands(self._lost(), source)

    def _lost(self) -> Fields:
        return _fields(self.document.form.unread if self.document.form else ())

    def _places(self) -> Fields:
        return _fields(self.document.form.nodes if self.document.form else ())

    # --- records -----------------------------------------------------------------------------------------

    def _records(self) -> Iterator[Record]:
        own = _by_kind(self.held.records)
        printed = _by_kind(self.page.records)
        for kind in dict.fromkeys((*own, *printed)):
            yield from self._rows(kind, own.get(kind, []), printed.get(kind, []))

    def _rows(self, kind: str, own: list[Record], printed: list[Record]) -> Iterable[Record]:
        """Give the rows of a kind: those of the barcodes, and of the page where barcodes have none or not all."""
        if self._has(kind, self._lost()):
            return self._rows_of_both(kind, own, printed)
        if len(own) == len(printed):
            return [self._row(kind, *pair) for pair in zip(own, printed, strict=True)]
        if not own and not self._has(kind, self._places()):
            return printed
        if len(own) > len(printed) or _blurred(self.document):
            return own
        self._note(kind, f"{len(own)} rows", f"{len(printed)} rows", printed[-1].evidence)
        return own or printed

    def _rows_of_both(self, kind: str, own: list[Record], printed: list[Record]) -> Iterable[Record]:
        """Give rows of which a barcode is not legible: the page's, as far as it has them and they are not torn."""
        pairs = list(zip(own, printed, strict=False))
        alike = not any(
            _differ(one, other, self.document) for pair in pairs for _, one, other in _common(*pair)
        )
        if alike and not self._is_torn(own):
            more = own if len(own) > len(printed) else printed
            return [*(self._row(kind, *pair) for pair in pairs), *more[len(pairs) :]]
        return printed if len(printed) >= len(own) else own

    def _has(self, kind: str, places: Fields) -> bool:
        """Tell whether one of these places belongs to records of a kind."""
        sources = [source for source in self.layout.records if record_name(source) == kind]
        rows = (
            (source, row)
            for source in sources
            for row in (places.rows(source.rows) if source.rows else (places,))
        )
        return any(_stands(row, place) for source, row in rows for place in source.fields.values())

    def _is_torn(self, records: Iterable[Record]) -> bool:
        """Tell whether a row has fields in a barcode that was not read."""
        unread = self.document.form.unread if self.document.form else ()
        rows = [f"{record.evidence.field}/" for record in records]
        return any(path.startswith(row) for path in unread for row in rows)

    def _row(self, kind: str, own: Record, printed: Record) -> Record:
        """Give a row of the barcodes, with what only the page says of it; note where they differ."""
        for name, held, seen in _common(own, printed):
            self._compare(f"{kind} {name}", held, seen)
        missing = {name: getattr(printed, name) for name in own.field_names() if name != "period"}
        missing = {name: value for name, value in missing.items() if value and not getattr(own, name)}
        if not missing:
            return own
        self.filled = True
        cells = {**own.cells, **{name: printed.cite(name) for name in missing}}
        return replace(own, cells=cells, **missing)

    # --- answers -----------------------------------------------------------------------------------------

    def _answers(self) -> Iterator[Answer]:
        own = {answer.question: answer for answer in _answers(self.held)}
        printed = {answer.question: answer for answer in _answers(self.page)}
        asked = {question.name: question for question in self.layout.questions}
        for name in dict.fromkeys((*own, *printed)):
            answer, other = own.get(name), printed.get(name)
            if answer is None and other is not None and self._is_open(asked.get(name)):
                yield other
            elif answer is not None:
                yield answer
                self._compare_answers(name, answer, other)

    def _is_open(self, question: Question | None) -> bool:
        """Tell whether the barcodes have no place for an answer, or one that was not read."""
        if question is None:
            return True
        return all(self._is_lost(box) or not _stands(self._places(), box) for box in question.boxes)

    def _compare_answers(self, name: str, own: Answer, printed: Answer | None) -> None:
        if printed is not None and own.answer and printed.answer and not _blurred(self.document):
            places = (own.cite("answer"), printed.cite("answer"))
            self._compare(name, (own.answer, places[0]), (printed.answer, places[1]))

    # --- differences -------------------------------------------------------------------------------------

    def _compare(self, name: str, held: Told, printed: Told) -> None:
        if _differ(held, printed, self.document):
            self._note(name, held[1].quote or str(held[0]), printed[1].quote or str(printed[0]), printed[1])

    def _note(self, name: str, held: str, printed: str, place: Evidence) -> None:
        words = name.replace("_", " ").replace("/", " ")
        self.differing.append(
            problems.barcode_disagrees(self.document.path, words, (held, printed), place.page)
        )


def _fields(paths: Iterable[str]) -> Fields:
    return Fields((steps(path), FormField(path, "")) for path in paths)


def _stands(places: Fields, source: Source) -> bool:
    """Tell whether one of the places of a value is among these."""
    found = any(places.find(part) is not None for part in source.parts)
    return found or (source.otherwise is not None and _stands(places, source.otherwise))


def _blurred(document: Document) -> bool:
    """Tell whether the words of the pages were recognised in pictures."""
    return bool(document.pictures)


def _common(own: Record, printed: Record) -> Iterator[tuple[str, Told, Told]]:
    """Give what two rows both say: the name of the field, and the value of each with its place."""
    one, other = _said(own), _said(printed)
    for name in one.keys() & other.keys():
        yield name, (one[name], own.cite(name)), (other[name], printed.cite(name))


def _said(record: Record) -> dict[str, object]:
    period = record.period or Period(None, None)
    said = {name: getattr(record, name) for name in record.field_names() if name != "period"}
    said |= {"from": period.start, "to": period.end}
    return {name: value for name, value in said.items() if value not in (None, ())}


def _by_kind(records: Sequence[Record]) -> dict[str, list[Record]]:
    """Give the records by type, those of a relation that a form asks for on its own apart."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if not isinstance(record, Answer):
            relation = getattr(record, "relation", None) if record.type == "relationship" else None
            found[f"{record.type}/{relation}" if relation else record.type].append(record)
    return found


def _answers(reading: Reading) -> Iterator[Answer]:
    return (record for record in reading.records if isinstance(record, Answer))


def _differ(held: Told, printed: Told, document: Document) -> bool:
    """Tell whether two values are not the same: of dates as far as both are known, of long words as far as printed."""
    first, second = (str(getattr(one, "iso", one)) for one in (held[0], printed[0]))
    one, other = _bare(first), _bare(second)
    if one == other or (len(other) >= LONG and one.startswith(other)) or _is_same_day(first, second):
        return False
    return not _blurred(document) or (fuzz.ratio(one, other) <= OTHER and printed[1].confidence >= SURE)


def _bare(value: str) -> str:
    return "".join(letter for letter in value.casefold() if letter.isalnum())


def _is_same_day(one: str, other: str) -> bool:
    """Tell whether two dates agree as far as both are known."""
    return f"{one}-".startswith(f"{other}-") or f"{other}-".startswith(f"{one}-")
