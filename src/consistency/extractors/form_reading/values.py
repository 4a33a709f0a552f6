"""What a filled field means: dates over three boxes, codes of lists, names, places, ticked boxes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from consistency.extractors.form_reading.definition import CodeTable, Source
from consistency.extractors.form_reading.paths import Fields, Pattern
from consistency.model import Document, Evidence, FormField, Problem, around
from consistency.normalizer import dates, kinship, places
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression

_NOTHING = {"n/a", "not applicable", "s/o", "sans objet", "-", "--", "---", "*"}
"""What is written into a field to say that there is nothing to write."""
_APART = expression(r"(?<=\d)\s+(?=\d)")
"""Between year, month and day where they are printed apart ("1991  02  08")."""
_LONGEST_SHOWN = 80
_UNKNOWN_PART = expression(r"[-/.]?[*?]{1,2}$")


class Value(Struct, frozen=True):
    """What stands in a field and what it means; ``text`` is None where it cannot be understood."""

    text: str | None
    evidence: Evidence
    problem: Problem | None = None


class Decoder(Struct, frozen=True):
    """Reads the values of one document with the code lists of its form and those that the file carries."""

    document: Document
    tables: Mapping[str, CodeTable]

    def value(self, source: Source, fields: Fields) -> Value | None:
        """Give the value of a source, or None where nothing is filled in."""
        parts = [_filled(fields, part) for part in source.parts]
        found = [field for field in parts if field]
        if not found:
            return self.value(source.otherwise, fields) if source.otherwise else None
        if source.encoding == "boxes":
            return self._boxes(source, fields)
        if source.encoding in ("date", "end"):
            return self._date(source.encoding, parts, found)
        if source.encoding in self.tables:
            return self._code(source.encoding, found[0])
        return self._text(ENCODINGS[source.encoding], parts)

    def _text(self, encoding: Encoding, parts: Sequence[FormField | None]) -> Value | None:
        text = encoding([" ".join(field.value.split()) if field else "" for field in parts])
        found = [field for field in parts if field]
        if text is None:
            return Value(None, self.cite(found), _unread(found[0], "place"))
        return Value(text, self._cite_text(encoding, found, text)) if text else None

    def _cite_text(self, encoding: Encoding, found: Sequence[FormField], text: str) -> Evidence:
        if encoding is not _country or not found[0].value.strip().isdigit():
            return self.cite(found)
        code = found[0].value.strip()
        return self.cite(found, f"{code} ({self._country_label(code) or places.name_of(text)})")

    def _country_label(self, code: str) -> str | None:
        codes = self.document.form.codes if self.document.form else {}
        lists = (codes[name] for name in codes if name.startswith("Country"))
        return next((entries[code] for entries in lists if entries.get(code)), None)

    def _date(
        self, encoding: str, parts: Sequence[FormField | None], found: Sequence[FormField]
    ) -> Value | None:
        words = [field.value.strip() if field else "" for field in parts]
        place = self.cite(found, "-".join(field.value.strip() for field in found))
        if encoding == "end" and dates.is_present(words[0]):
            return Value("present", place)
        known = [_UNKNOWN_PART.sub("", _UNKNOWN_PART.sub("", word)) for word in words]
        if not any(known):
            return None
        day = one_date(known[0]) if len(known) == 1 else _joined_date(known)
        return Value(day.iso, place) if day else Value(None, place, _unread(found[0], "date"))

    def _code(self, name: str, field: FormField) -> Value | None:
        code, table = field.value.strip(), self.tables[name]
        label = self._label(table, code)
        meaning = table.meaning(code, label)
        if meaning == "":
            return None
        if meaning is None:
            message = f"{field.path}: the code {_shortened(code)!r} {self._unlisted(name)}."
            return Value(None, self.cite([field]), Problem("unknown-code", message, field.page))
        quote = None if meaning == code or self.printed else f"{code} ({label or meaning})"
        return Value(meaning, self.cite([field], quote))

    def _unlisted(self, name: str) -> str:
        """Say why a code means nothing: a print-out, and a copy by another program, lack the lists of the form."""
        lists = self.tables[name].lists
        codes = self.document.form.codes if self.document.form else {}
        if self.tables[name].labels and not any(codes.get(one) for one in lists):
            return f"for {name} is in a list of the form that this file does not carry"
        return f"is not in the form's list of values for {name}"

    def _label(self, table: CodeTable, code: str) -> str | None:
        codes = self.document.form.codes if self.document.form else {}
        return next((label for name in table.lists if (label := codes.get(name, {}).get(code))), None)

    def _boxes(self, source: Source, fields: Fields) -> Value | None:
        """Read a pair of boxes, Yes and No: none ticked is no answer, and both are none that can be read."""
        yes, no = (fields.find(part) for part in source.parts)
        ticked = [(word, box) for word, box in (("yes", yes), ("no", no)) if box and _ticked(box)]
        if not ticked:
            return None
        word, box = ticked[0]
        if len(ticked) == 1:
            return Value(word, self.cite([box], f"{box.value.strip()} ({word})"))
        return Value(None, self.cite([box]), _unread(box, "answer: Yes and No are both ticked"))

    def cite(self, found: Sequence[FormField], quote: str | None = None) -> Evidence:
        """Give the place of fields that together hold a value: their words, and the path of the first."""
        first = found[0]
        words = " ".join((field.words or field.value).strip() for field in found) if quote is None else quote
        path = None if self.printed else first.path
        sure = min(field.confidence for field in found)
        boxes = [field.box for field in found if field.box is not None and field.page == first.page]
        box = around(boxes) if boxes else None
        return Evidence(self.document.path, words, page=first.page, field=path, box=box, confidence=sure)

    @property
    def printed(self) -> bool:
        """True where the values are words beside captions: they have a box on the page, and no field."""
        form = self.document.form
        return form is None or not (form.datasets or form.acroform)


def one_date(text: str) -> PartialDate | None:
    """Read a date written in one field: by the form's own picture, else as people write it."""
    try:
        return PartialDate.of(_APART.sub("-", text))
    except ValueError:
        return dates.parse(text)


def _joined_date(parts: Sequence[str]) -> PartialDate | None:
    """Read a date whose year, month and day stand in fields of their own; what is missing stays unknown."""
    numbers = [int(part) if part.isdecimal() and len(part) <= 4 else None for part in parts]
    if numbers[0] is None or any(
        part and number is None for part, number in zip(parts, numbers, strict=True)
    ):
        return None
    month = numbers[1]
    day = numbers[2] if len(numbers) > 2 and month is not None else None
    try:
        return PartialDate(numbers[0], month, day)
    except ValueError:
        return None


def _filled(fields: Fields, part: tuple[Pattern, ...]) -> FormField | None:
    field = fields.find(part)
    return None if field is None or field.value.strip().lower() in _NOTHING else field


def _ticked(box: FormField) -> bool:
    return box.value.strip().lower() not in {"", "0", "off", "false", "no", "n"}


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _unread(field: FormField, what: str) -> Problem:
    message = f"{field.path}: {_shortened(field.value.strip())!r} could not be read as a {what}."
    return Problem("unread-value", message, field.page)


# --- ways of writing that no list is needed for ----------------------------------------------------------


def _plain(words: Sequence[str]) -> str | None:
    return " ".join(word for word in words if word)


def _email(words: Sequence[str]) -> str | None:
    """Give the address without the spaces at which a narrow cell was broken."""
    return "".join(words[0].split()).lower()


def _phone(words: Sequence[str]) -> str | None:
    """Join country code, area and number; one part alone is the number as the form itself put it together."""
    if len(words) == 1:
        return words[0]
    code = f"+{words[0].lstrip('+')}" if words[0] else ""
    return " ".join(part for part in (code, *words[1:]) if part)


def _country(words: Sequence[str]) -> str | None:
    text = words[0]
    if text.isdigit():
        return places.country_from_ircc(text)
    return places.country(text) or places.split_place(text)[1]


def _city_of_place(words: Sequence[str]) -> str | None:
    return places.split_place(words[0])[0] or ""


def _country_of_place(words: Sequence[str]) -> str | None:
    return places.split_place(words[0])[1]


def _signed(words: Sequence[str]) -> str | None:
    """Read a place for a signature or its date: whatever stands there is a Yes."""
    return "yes" if any(words) else ""


def _relation(words: Sequence[str]) -> str | None:
    """Give the relation that a word for a person tells; nothing for one who is no relative."""
    return kinship.relation(words[0]) or ""


Encoding = Callable[[Sequence[str]], str | None]
ENCODINGS: Mapping[str, Encoding] = {
    "text": _plain,
    "email": _email,
    "phone": _phone,
    "country": _country,
    "city-of-place": _city_of_place,
    "country-of-place": _country_of_place,
    "relation": _relation,
    "signed": _signed,
    "date": _plain,
    "end": _plain,
    "boxes": _plain,
}
"""Ways of writing by name; an empty value is none, None is one that could not be read."""
