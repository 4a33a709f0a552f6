"""Who an official paper is about, by its labels: name, birth, sex, nationality, marital status, passport."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from consistency.extractors.reading import cite
from consistency.extractors.wording.labels import Accept, Value
from consistency.extractors.wording.letters import Cut, without_honorific
from consistency.extractors.wording.official import day_of, told
from consistency.extractors.wording.persons import before_label, is_person, name_of
from consistency.extractors.wording.persons import named as name_after
from consistency.extractors.wording.prose import plain
from consistency.extractors.wording.values import country_code, marital_word, sex_word
from consistency.model import Document, Fact, Line, Segment
from consistency.normalizer import dates, places
from consistency.normalizer.dates import Order, PartialDate
from consistency.normalizer.expressions import expression

PARTS = ("family_name", "given_names")
NAMES = (*PARTS, "full_name")
_FAMILY = expression(r"\b(?:last name|surname|family name|nom de famille)\b")
_GIVEN = expression(r"\b(?:first name|given names?|forenames?|prenoms?)\b")
_PASSPORT = expression(r"(?=(?:\D*\d){5})[a-z]{0,3} ?\d[\da-z -]{4,12}")
_CERTIFIES = expression(
    r"\b(?:certif\w+|attest\w*|confirm\w*) (?:that|que)\W+(?:(?:mr|mrs|ms|miss|m|mme)\b\.? )?"
)
_SPACED = expression(r"(?<![\d/.-])\d\d \d\d (?:19|20)\d\d(?!\d)")
_EDGE = 3.0
"""Points by which the lines of one cell may begin apart."""
_LEADING = 0.6
"""Lines of one cell are no farther apart than this part of a line's height."""
_LONGEST = 60
_REST = 2
"""Words that a narrow cell may break off from a name."""


def accepted(order: Order | None) -> dict[str, Accept]:
    """Say what the values must look like, where a label's neighbours leave a choice."""
    accept: dict[str, Accept] = dict.fromkeys(NAMES, _is_name)
    accept["birth_date"] = lambda text: bool(dates.find_dates(text, order=order))
    accept["sex"] = lambda text: sex_word(text) is not None
    accept["citizenship"] = lambda text: country_code(text) is not None
    accept["marital_status"] = lambda text: len(text) < _LONGEST and marital_word(text) is not None
    accept["passport_number"] = lambda text: _PASSPORT.fullmatch(text.strip().lower()) is not None
    return accept


def _is_name(text: str) -> bool:
    text = text.split("\n")[0]
    return any(map(str.isalpha, text)) and not any(map(str.isdigit, text))


def facts(
    document: Document, found: Mapping[str, Sequence[Value]], order: Order | None = None
) -> tuple[Fact, ...]:
    """Give what a paper's labels tell of the person whom it is about."""
    return (*named(document, found), *_rest(found, order))


def named(document: Document, found: Mapping[str, Sequence[Value]]) -> Iterator[Fact]:
    """Give the name: in its parts where the paper has them apart, else whole."""
    parts = {role: _part(found.get(role, ())) for role in PARTS}
    family, given = parts["family_name"], parts["given_names"]
    if family and given:
        yield Fact("family_name", family.text, family.evidence)
        yield Fact("given_names", given.text, given.evidence)
        return
    if family and " " in family.text and not found.get("given_names"):
        yield Fact("full_name", family.text, family.evidence)
        return
    for value in found.get("full_name", ()):
        if whole := whole_name(document, value):
            yield Fact("full_name", whole.text, whole.evidence)
            return


def certified(document: Document) -> Iterator[Fact]:
    """Give the name of whom somebody certifies something in a sentence."""
    if (who := name_after(told(document), _CERTIFIES)) is not None:
        yield Fact("full_name", who.text, who.evidence)


def in_columns(document: Document) -> Iterator[Fact]:
    """Give the name whose parts stand in columns below a line that heads both: "Last name   First name"."""
    for line, *rest in zip(document.lines, document.lines[1:], document.lines[2:], strict=False):
        low = plain(line.text)
        if not (_FAMILY.search(low) and _GIVEN.search(low)):
            continue
        for other in rest:
            cells = [s for s in other.segments if is_person(s.text.strip())]
            if cells and len(cells) == len(other.segments):
                for name, cell in zip(PARTS if len(cells) > 1 else ("full_name",), cells, strict=False):
                    yield Fact(name, " ".join(cell.text.split()), cite(document, cell, page=other.page))
                return


def _part(values: Sequence[Value]) -> Cut | None:
    for value in values:
        text = without_honorific(before_label(value.text)).strip(" ,.:")
        if is_person(text):
            return Cut(text, replace(value.evidence, quote=text if text in value.text else value.text))
    return None


def whole_name(document: Document, value: Value) -> Cut | None:
    """Give the name that stands beside or below a label, with what a narrow cell broke off."""
    first, *others = lines_of(document, value)
    name = name_of(Cut(first, value.evidence))
    if name and others and not first.endswith(",") and _is_rest(others[0], name.text):
        return name_of(Cut(f"{first} {others[0]}", value.evidence)) or name
    return name


def _is_rest(text: str, name: str) -> bool:
    """Tell whether a line goes on with a name: a word or two, in capitals as it is, and no place."""
    return (
        is_person(text)
        and len(text.split()) <= _REST
        and text.isupper() == name.isupper()
        and not (places.split_place(text)[1])
    )


def lines_of(document: Document, value: Value) -> tuple[str, ...]:
    """Give the lines of the cell in which a value stands, or that begin below it at its edge."""
    if "\n" in value.text:
        return tuple(value.text.split("\n"))
    start = next((n for n, line in enumerate(document.lines) if _cell_of(line, value)), None)
    if start is None:
        return (value.text,)
    last, found = _cell_of(document.lines[start], value), [value.text]
    for line in document.lines[start + 1 :]:
        following = next((s for s in line.segments if last and _goes_on(last, s)), None)
        row_of_its_own = following is not None and line.segments[0] is not following
        if following is None or row_of_its_own or line.page != document.lines[start].page:
            break
        found.append(following.text)
        last = following
    return tuple(found)


def _cell_of(line: Line, value: Value) -> Segment | None:
    """Give the cell of a line that a value fills."""
    box = value.evidence.box
    if box is None or line.page != value.evidence.page:
        return None
    level = (s for s in line.segments if s.box and abs(s.box.y0 - box.y0) < 1)
    return next((s for s in level if s.text.strip() == value.text), None)


def _goes_on(last: Segment, segment: Segment) -> bool:
    if last.box is None or segment.box is None:
        return False
    gap, height = segment.box.y0 - last.box.y1, last.box.y1 - last.box.y0
    return abs(segment.box.x0 - last.box.x0) < _EDGE and -height < gap <= _LEADING * height


def in_boxes(text: str, order: Order | None) -> PartialDate | None:
    """Give the day that stands in the boxes of a form, or on a card: "17 03 1989"; None where none does."""
    found = _SPACED.search(text)
    return dates.parse(found[0].replace(" ", "/"), order=order or "dmy") if found else None


def _rest(found: Mapping[str, Sequence[Value]], order: Order | None) -> Iterator[Fact]:
    for value in found.get("birth_date", ())[:1]:
        if (day := in_boxes(value.text, order)) is not None:
            yield Fact("birth_date", day.iso, value.evidence)
        elif told := day_of(value, order):
            yield Fact("birth_date", told.date.iso, told.evidence)
    for value in found.get("marital_status", ())[:1]:
        yield Fact("marital_status", marital_word(value.text) or "", value.evidence)
    for value in found.get("sex", ())[:1]:
        yield Fact("sex", sex_word(value.text) or "", value.evidence)
    for value in found.get("citizenship", ())[:1]:
        yield Fact("citizenship", country_code(value.text) or "", value.evidence)
    for value in found.get("passport_number", ())[:1]:
        yield Fact("passport_number", value.text.strip(), value.evidence)
