"""Goes through the rows of a print-out from top to bottom and gathers its values under what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field

from consistency.extractors.form_reading.printed.bands import (
    Band,
    Bands,
    Column,
    column_values,
    is_close,
    value_rows,
)
from consistency.extractors.form_reading.printed.captions import APPLICANT, DETAILS, Vocabulary, is_question
from consistency.extractors.form_reading.printed.flow import Piece, Row
from consistency.extractors.form_reading.printed.marks import MARKS, Marks, marks, question_text
from consistency.model import FormField, around
from consistency.normalizer.expressions import expression

Keys = tuple[str, ...]

TABLE = 3
"""As many captions of one record in a row are the head of a table."""
BESIDE = 30.0
"""How far behind a caption with a colon its value may begin, in points."""
_DATES = ("from", "to", "birth_date")
_DATED = ("_date", "/from", "/to")
_WHOLE_DATE = expression(r"\d{4}(?:[\s/.-]+\d{1,2}){1,2}")
_FACTS = {
    "name": "full_name",
    "name.1": "given_names",
    "name.2": "family_name",
    "birth_date": "birth_date",
    "country": "birth_country",
    "marital_status": "marital_status",
    "email": "email",
}
"""What a field of a relative is called where the relative is the applicant."""


class _Instance(Struct):
    """A record while its values are gathered: its number, the heading above it, the captions it has had."""

    number: int
    heading: str
    captions: set[str] = field(default_factory=set)


class PrintReader(Struct):
    """Reads one print-out."""

    rows: Sequence[Row]
    words: Vocabulary
    heading: str = ""
    asked: str = ""
    """The last question."""
    found: dict[str, FormField] = field(default_factory=dict)
    boxes: Counter[str] = field(default_factory=Counter)
    records: dict[str, _Instance] = field(default_factory=dict)

    def fields(self) -> tuple[FormField, ...]:
        """Give all values, in the order of the print-out; of two for one place the first counts."""
        bands, index = Bands(self.rows, self.words), 0
        while index < len(self.rows):
            answer = marks(self.rows[index])
            if answer is not None:
                index = self._question(index, answer)
                continue
            band = bands.at(index)
            if band is not None:
                self._band(band, bands)
                index = band.end
                continue
            self._heading(self.rows[index])
            index += 1
        return tuple(self.found.values())

    def _heading(self, row: Row) -> None:
        first = row.pieces[0]
        if row.bold or len(row.pieces) == 1:
            self.heading = self.words.heading(first.text, row.bold) or self.heading
        self._statement(first)

    def _statement(self, piece: Piece) -> None:
        """Read a box with a statement behind it: "X I do not have any children"."""
        name = self.words.question(piece.text) if piece.words[0].text in MARKS else None
        if name is not None and len(piece.words) > 1:
            mark = FormField(
                f"{name}/answer[0]", "yes", piece.page, piece.place, piece.confidence, piece.text
            )
            self.found.setdefault(mark.path, mark)

    def _question(self, index: int, answer: Marks) -> int:
        text, end = question_text(self.rows, index, answer, is_close, self._is_other)
        if not text:
            return end
        words = " ".join(piece.text for piece in text)
        self.heading = self.words.heading(words, bold=True) or self.heading
        name = self.words.question(words)
        if name is not None and answer.piece is not None and answer.answer is not None:
            piece = answer.piece
            path = f"{name}/answer[{self.boxes[name]}]"
            said = FormField(path, answer.answer, piece.page, piece.place, piece.confidence, piece.text)
            self.found.setdefault(said.path, said)
        self.asked = name or ""
        self.boxes[self.asked] += 1
        return end

    def _is_other(self, text: str) -> bool:
        """Tell whether a text is a caption or a heading."""
        return self.words.caption(text) is not None or self.words.heading(text) is not None

    # --- captions ----------------------------------------------------------------------------------------

    def _band(self, band: Band, bands: Bands) -> None:
        keys = [self._keys(column) for column in band.columns]
        names: dict[str, list[str]] = {}
        for owner, _, name in (key.partition(".") for found in keys for key in found):
            names.setdefault(owner, []).append(name)
        record = next((owner for owner, found in names.items() if len(found) >= TABLE), None)
        bands.fill(band, table=record is not None)
        if record is not None:
            dated = {
                i for i, found in enumerate(keys) if any(key.partition(".")[2] in _DATES for key in found)
            }
            self._table(record, keys, value_rows(band, self.rows, dated))
            return
        found = {owner: self._instance(owner, set(fields)) for owner, fields in names.items()}
        for index, pieces in (*column_values(band).items(), *self._beside(band)):
            self._values(keys[index], pieces, found)

    def _keys(self, column: Column) -> tuple[str, ...]:
        """Give what a column is the caption of; a caption may itself be what the captions behind it belong to."""
        self.heading = self.words.heading(column.raw) or self.heading
        return self.words.keys(column.words, self.heading) if column.known else ()

    def _values(self, keys: Keys, pieces: Sequence[Piece], records: Mapping[str, _Instance]) -> None:
        """Keep a value that stands alone: a fact, the details of an answer, or a field of the record at hand."""
        for key in keys:
            owner, _, name = key.partition(".")
            if key == DETAILS:
                self._keep(f"{self.asked}/{DETAILS}", pieces)
            elif name == DETAILS and is_question(owner):
                self._keep(f"{owner}/{DETAILS}", pieces)
            elif not name:
                self._keep(f"facts/{key}", pieces)
            elif (whose := self._owner(owner, "")) is not None:
                self._keep_field(whose, name, records[owner], pieces)

    def _table(self, record: str, keys: Sequence[Keys], groups: Sequence[dict[int, list[Piece]]]) -> None:
        own = ((i, key) for i, found in enumerate(keys) for key in found if key.startswith(f"{record}."))
        names = {i: key.partition(".")[2] for i, key in own}
        for group in groups:
            label = next(
                (_text(group[i]) for i, name in names.items() if name == "relation" and i in group), ""
            )
            owner = self._owner(record, label)
            cells = {name: group[i] for i, name in names.items() if i in group and name != "relation"}
            if owner is None or not cells:
                continue
            instance = self._instance(owner, set(names.values()), len(groups) > 1)
            for name, pieces in cells.items():
                self._keep_field(owner, name, instance, pieces)

    def _owner(self, record: str, label: str) -> str | None:
        """Give the record that a row is: by its label, else by the heading above, else that of the captions."""
        known = self.words.headings.get(self.heading, "")
        variants = any(name.startswith(f"{record}/") for name in self.words.headings.values())
        if not variants:
            return record
        if known.startswith(f"{record}/"):
            return known
        variant = self.words.variant(record, label) if label else None
        return f"{record}/{variant}" if variant else None

    def _instance(self, owner: str, captions: set[str], several: bool = False) -> _Instance:
        """Give the record at hand, or begin another: below a heading of its own, or where a caption comes again."""
        last = self.records.get(owner)
        opened = (
            last is not None
            and last.heading != self.heading
            and self.words.headings.get(self.heading) == owner
        )
        if last is None or several or opened or last.captions & captions:
            last = _Instance(last.number + 1 if last else 0, self.heading)
            self.records[owner] = last
        last.captions |= captions
        return last

    def _beside(self, band: Band) -> Iterator[tuple[int, list[Piece]]]:
        """Give what stands behind a caption that ends in a colon, with the number of the column."""
        for index, (column, value) in enumerate(pairwise(band.columns)):
            near = value.box.x0 - column.box.x1 <= BESIDE
            if near and column.known and not value.known and column.raw.rstrip().endswith(":"):
                yield index, [piece for piece in self.rows[band.start].pieces if piece.box.x0 == value.box.x0]

    # --- values ------------------------------------------------------------------------------------------

    def _keep_field(self, owner: str, name: str, instance: _Instance, pieces: Sequence[Piece]) -> None:
        if owner.endswith(f"/{APPLICANT}"):
            if name in _FACTS:
                self._keep(f"facts/{_FACTS[name]}", pieces)
            return
        self._keep(f"{owner.replace('/', '-')}[{instance.number}]/{name}", pieces)

    def _keep(self, path: str, pieces: Sequence[Piece]) -> None:
        pieces = _date_line(pieces) if path.endswith(_DATED) else pieces
        place = around([piece.place for piece in pieces if piece.page == pieces[0].page])
        if path not in self.found and pieces:
            sure = min(piece.confidence for piece in pieces)
            self.found[path] = FormField(path, _text(pieces), pieces[0].page, place, sure)


def _date_line(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Give the first line of a cell where it is a date: below it stands how to write one."""
    first = [piece for piece in pieces if piece.box.y0 < pieces[0].box.y1]
    return first if _WHOLE_DATE.fullmatch(_text(first)) else pieces


def _text(pieces: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in pieces)
