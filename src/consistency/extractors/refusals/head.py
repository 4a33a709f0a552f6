"""The head of what an office writes: whose application, which numbers, and the day."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import (
    BORN,
    Cut,
    Dated,
    addressed_to,
    cells,
    is_name,
    letter_date,
    order_of,
    salutation_at,
    without_honorific,
)
from consistency.extractors.wording.prose import Passage, passage
from consistency.model import AsOf, Document, Fact, Segment
from consistency.normalizer import dates, identifiers, places
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

LABELS = vocabulary("refusal_letter")
_FORM = expression(r"(?:imm|esdc|emp)[ -]?\d{4}", re.IGNORECASE)
"""The number of a printed form, at the foot of a page."""
_FILE = expression(
    r"(?:[A-Z][A-Za-z]{0,3}[ .:/-]{1,2}){0,2}[A-Z]{0,5}\d[A-Z0-9]*(?:[ ./-]{1,3}[A-Z]{0,3}\d[A-Z0-9]*)*"
)
"""Digits in groups, with letters before or among them; no words."""
_BORN = expression(BORN)
_LABEL = 18
"""Within so many letters a line begins with the label of a birth."""


class Head(Struct, frozen=True):
    """What stands above a letter: facts of the numbers, the name and the day."""

    facts: tuple[Fact, ...]
    day: Dated | None

    @property
    def as_of(self) -> AsOf:
        """The day as of which the paper speaks."""
        return AsOf(self.day.date, "stated") if self.day else AsOf(None, "unknown")

    @property
    def number(self) -> Fact | None:
        """The number of the application."""
        return next((fact for fact in self.facts if fact.attribute == "application_number"), None)


def head_of(document: Document) -> Head:
    """Read the head of a letter, or of notes that came with one."""
    order = order_of(document)
    labelled = Labelled(document, LABELS, _accept(order)).values()
    found = {name: values[0] for name, values in labelled.items()}
    day = _day(document, found.get("document_date"), order)
    facts = list(_numbers(document, labelled))
    if day:
        facts.append(Fact("document_date", day.date.iso, day.evidence))
    name = _name(document, found.get("full_name"))
    if name:
        facts.append(Fact("full_name", name.text, name.evidence))
    return Head(tuple(facts), day)


def _accept(order: dates.Order | None) -> dict[str, Accept]:
    return {
        "document_date": lambda text: dates.parse(text, order=order) is not None,
        "uci": lambda text: identifiers.uci(text) is not None or identifiers.is_temporary_uci(text),
        "application_number": lambda text: _file_number(text) is not None,
        "full_name": lambda text: is_name(without_honorific(text)),
    }


def _day(document: Document, labelled: Value | None, order: dates.Order | None) -> Dated | None:
    day = dates.parse(labelled.text, order=order) if labelled else None
    if labelled and day:
        return Dated(day, labelled.evidence)
    dated = letter_date(document, order)
    return dated if dated and dated.date.precision == "day" else _broken_day(document, order) or dated


def _broken_day(document: Document, order: dates.Order | None) -> Dated | None:
    """Give a day that a narrow column broke over two lines of the head."""
    for above, below in pairwise(document.lines[: salutation_at(document) or 15]):
        for first in above.segments:
            second = next((s for s in below.segments if _below(first, s)), None)
            if second is None:
                continue
            both = passage(document, [replace(above, segments=(first,)), replace(below, segments=(second,))])
            for found in dates.find_dates(both.text, order=order):
                if found.date.precision == "day" and found.start < len(first.text) < found.end:
                    return Dated(found.date, both.cite(found.start, found.end))
    return None


def _below(first: Segment, second: Segment) -> bool:
    return first.box is not None and second.box is not None and abs(first.box.x0 - second.box.x0) < 3


def _numbers(document: Document, found: Mapping[str, Sequence[Value]]) -> Iterator[Fact]:
    """Give the client's and the application's number, labelled or not; Canada's own before another's."""
    text = passage(document, document.lines)
    if "uci" in found:
        yield Fact("uci", found["uci"][0].text, found["uci"][0].evidence)
    elif number := identifiers.find_uci(text.text):
        yield from _shown("uci", r"[\s-]?".join(number), text)
    files = [
        (number, one) for one in found.get("application_number", ()) if (number := _file_number(one.text))
    ]
    if files:
        number, value = next((one for one in files if identifiers.find_application_numbers(one[0])), files[0])
        yield Fact("application_number", number, value.evidence)
    else:
        yield from _shown("application_number", r"(?<![0-9A-Za-z])[A-Z] ?\d{9}(?![0-9A-Za-z])", text)


def _shown(name: str, shape: str, text: Passage) -> Iterator[Fact]:
    shown = re.search(shape, text.text)
    if shown:
        yield Fact(name, shown[0], text.cite(*shown.span()))


def _file_number(text: str) -> str | None:
    """Give the number of an application or a file that a value holds: Canada's own, or another."""
    own = identifiers.find_application_numbers(text)
    if own:
        return own[0]
    number = text.strip(" -–—|/,;:()")
    canadian = identifiers.application_number(number)
    if canadian:
        return canadian
    if len(number) > 30 or _FORM.match(number) or dates.parse(number) is not None:
        return None
    return number if sum(sign.isdigit() for sign in number) >= 5 and _FILE.fullmatch(number) else None


def _name(document: Document, labelled: Value | None) -> Cut | None:
    if labelled:
        return Cut(without_honorific(labelled.text), labelled.evidence)
    addressed, above = addressed_to(document), _above_address(document)
    if addressed and above and set(fold(addressed.text).split()) < set(fold(above.text).split()):
        return above
    return addressed or above or _of_the_addressee(document)


def _of_the_addressee(document: Document) -> Cut | None:
    """Give a name of the head that stands after a title, or before a day of birth."""
    head = list(cells(document, document.lines[: salutation_at(document) or 15]))
    for cell, below in zip_longest(head, head[1:]):
        whole = cell.text.strip()
        born = _BORN.search(cell.plain)
        text = (whole[: born.start()] if born else whole).strip(" ,;-–—")
        titled = without_honorific(text) != text
        led = born is not None or (below is not None and _BORN.search(below.plain[:_LABEL]) is not None)
        name = without_honorific(text)
        if (titled or led) and len(name.split()) > 1 and is_name(name):
            start = cell.text.find(name)
            return Cut(name, cell.cite(start, start + len(name)))
    return None


def _above_address(document: Document) -> Cut | None:
    """Give the name at the top of the block with the address."""
    head = list(cells(document, document.lines[: salutation_at(document) or 15]))
    for cell, below in pairwise(head):
        text = without_honorific(cell.text.strip())
        if is_name(text) and _is_address(below.text):
            start = cell.text.find(text)
            return Cut(text, cell.cite(start, start + len(text)))
    return None


def _is_address(text: str) -> bool:
    """Tell whether a text is a line of an address: a number and a word, or a town and its country."""
    if ":" in text or dates.find_dates(text):
        return False
    numbered = re.search(r"\d.*[^\W\d]{3}|[^\W\d]{3}.*\d", text) is not None
    return numbered or ("," in text and places.find_country(text) is not None and len(text) < 60)
