"""Machine-readable zones of passports, cards and visas: ICAO Doc 9303 parts 3 to 7."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from consistency.normalizer import mrz_names, places
from consistency.normalizer.agreement import Agreement
from consistency.normalizer.expressions import expression
from consistency.normalizer.mrz_layout import LAYOUTS, Layout, Span

_FILLERS = str.maketrans({"«": "<<", "≪": "<<", "‹": "<", "〈": "<", "＜": "<", "❮": "<"})
_VALUES = {sign: value for value, sign in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")} | {"<": 0}
_LOOK_ALIKE = str.maketrans("OQDIZSB01258", "000125" + "8OIZSB")
_FIRST_LINE = expression(r"[PVIAC][A-Z<][A-Z0-9<]{3}[A-Z0-9<]*")
_SIZES = ((2, 44), (2, 36), (3, 30))
_LOST_FILLERS = 4  # how many "<" a line may lack or have too many: readings miscount long runs


class Mrz(Struct, frozen=True):
    """What a machine-readable zone says, and which of its check digits do not fit.

    ``birth_raw`` and ``expiry_raw`` are as written (``YYMMDD``); ``birth`` and ``expiry`` are None where a part
    is unknown or no such day exists. ``issuer`` and ``nationality`` are ISO 3166-1 alpha-2, None for codes of no
    country (UTO, XXX, UNO); the codes as written stand beside them. ``bad`` names the check digits that fail:
    number, birth, expiry, optional, composite. ``slips`` names fields that look misread (a letter among digits,
    O for 0, a line of another length): they are kept as they were read.
    """

    format: str
    code: str
    issuer_code: str
    family: str
    given: str
    names_field: str
    number: str
    nationality_code: str
    birth_raw: str
    sex: str
    expiry_raw: str
    optional: str
    birth: date | None
    expiry: date | None
    issuer: str | None
    nationality: str | None
    bad: tuple[str, ...]
    slips: tuple[str, ...]


def check_digit(text: str) -> str:
    """Give the check digit of a field: weights 7, 3, 1, letters from A = 10, fillers 0 (ICAO 9303-3, 4.9)."""
    total = sum(_VALUES.get(sign, 0) * (7, 3, 1)[place % 3] for place, sign in enumerate(text))
    return str(total % 10)


def parse_mrz(zone: str | Sequence[str], as_of: date | None = None) -> Mrz | None:
    """Read a zone given as its lines or as one text; None where it has none of the five ICAO shapes.

    ``as_of`` is a day on which the bearer was alive and the document in use: it settles the centuries (born on or
    before it, expiry within fifty years of it). Without it expiry years 00 to 69 are of this century.
    """
    given = re.split(r"\s*\n\s*", zone.strip()) if isinstance(zone, str) else list(zone)
    cleaned = [line for line in map(_clean, given) if line]
    if len(cleaned) == 1:
        cleaned = _cut(cleaned[0])
    return next((found for size in _SIZES if (found := _read(cleaned, *size, as_of))), None)


def find_mrz(lines: Sequence[str], as_of: date | None = None) -> tuple[int, Mrz] | None:
    """Find a zone among the lines of a page: the index of its first line and what it says, or None.

    Spaces inside lines, guillemets for fillers and miscounted runs of fillers are understood.
    """
    cleaned = [_clean(line) for line in lines]
    for start, line in enumerate(cleaned):
        if not _FIRST_LINE.fullmatch(line):
            continue
        for count, width in _SIZES:
            found = _read(cleaned[start : start + count], count, width, as_of)
            if found:
                return start, found
    return None


def mrz_name_agrees(family: str, given: str, mrz: Mrz) -> Agreement:
    """Compare printed names with those of a zone by ICAO's transliteration and truncation rules."""
    return mrz_names.agree(family, given, mrz.names_field)


def _clean(line: str) -> str:
    return re.sub(r"\s", "", line.translate(_FILLERS)).upper()


def _cut(text: str) -> list[str]:
    for count, width in _SIZES:
        if len(text) == count * width:
            return [text[start : start + width] for start in range(0, len(text), width)]
    return [text]


def _read(lines: Sequence[str], count: int, width: int, as_of: date | None) -> Mrz | None:
    if len(lines) != count:
        return None
    fitted = [_fit(line, width) for line in lines]
    if not all(fitted) or not _FIRST_LINE.fullmatch(fitted[0]):
        return None
    miscounted = ("length",) if fitted != list(lines) else ()
    text = "".join(fitted)
    layout = LAYOUTS[name := _format(text[0], count, width)]
    if not _looks_right(text, layout):
        return None
    return _fields(name, layout, text, as_of, miscounted)


def _format(first: str, count: int, width: int) -> str:
    if count == 3:
        return "TD1"
    if first == "V":
        return "MRV-A" if width == 44 else "MRV-B"
    return "TD3" if width == 44 else "TD2"


def _fit(line: str, width: int) -> str:
    """Give the line at its full width by stretching or shortening its longest run of fillers; "" where it cannot be."""
    lack = width - len(line)
    if lack == 0 or abs(lack) > _LOST_FILLERS or not re.fullmatch(r"[A-Z0-9<]+", line):
        return line if lack == 0 and re.fullmatch(r"[A-Z0-9<]+", line) else ""
    runs = sorted((len(run.group()), run.end()) for run in re.finditer(r"<{2,}", line))
    if not runs or runs[-1][0] + lack < 1:
        return ""
    end = runs[-1][1]
    return line[:end] + "<" * lack + line[end:] if lack > 0 else line[: end + lack] + line[end:]


def _looks_right(text: str, layout: Layout) -> bool:
    """Say whether the dates, the sex and the names have the shapes of a zone, letters read for digits included."""
    dates = text[slice(*layout.birth)] + text[slice(*layout.expiry)]
    like_digits = sum(sign.isdigit() or sign in "<OQDILZSBG" for sign in dates)
    names = text[slice(*layout.names)]
    return (
        like_digits >= 10
        and text[slice(*layout.sex)] in "MFX<"
        and 2 * sum(map(str.isdigit, names)) < len(names)
    )


def _fields(name: str, layout: Layout, text: str, as_of: date | None, miscounted: tuple[str, ...]) -> Mrz:
    def at(span: Span) -> str:
        return text[slice(*span)]

    number, optional, spans = _number(layout, text)
    family, _, given = at(layout.names).rstrip("<").partition("<<")
    birth, expiry = _dates(at(layout.birth), at(layout.expiry), as_of)
    return Mrz(
        format=name,
        code=text[:2].rstrip("<"),
        issuer_code=text[2:5].rstrip("<"),
        family=_words(family),
        given=_words(given),
        names_field=at(layout.names),
        number=number,
        nationality_code=at(layout.nationality).rstrip("<"),
        birth_raw=at(layout.birth),
        sex=at(layout.sex).replace("<", ""),
        expiry_raw=at(layout.expiry),
        optional=optional,
        birth=birth,
        expiry=expiry,
        issuer=places.country_from_mrz(text[2:5].rstrip("<")),
        nationality=places.country_from_mrz(at(layout.nationality).rstrip("<")),
        bad=tuple(_failing(layout, text, spans)),
        slips=tuple(_slips(layout, text, spans)) + miscounted,
    )


def _words(field: str) -> str:
    return " ".join(part for part in field.split("<") if part)


def _number(layout: Layout, text: str) -> tuple[str, str, tuple[str, str]]:
    """Give the document number, the optional data, and the checked text of the number with its check digit.

    The number of a card that has more than nine signs runs on into the optional data: a filler stands for its check
    digit (ICAO 9303-5 and -6, TD1 and TD2).
    """
    start, end = layout.number
    optional = [text[slice(*span)] for span in layout.optional]
    head, digit = text[start:end], text[end]
    rest, _, after = optional[0].partition("<")
    if digit == "<" and len(rest) >= 2 and layout.of_a_card:
        optional[0] = after
        head, digit = head + rest[:-1], rest[-1]
    return head.rstrip("<"), _joined(optional), (head, digit)


def _joined(optional: Sequence[str]) -> str:
    return " ".join(part for part in (text.strip("<").replace("<", " ") for text in optional) if part)


def _failing(layout: Layout, text: str, number: tuple[str, str]) -> Iterator[str]:
    if check_digit(number[0]) != number[1]:
        yield "number"
    for name, (start, end) in (("birth", layout.birth), ("expiry", layout.expiry)):
        if check_digit(text[start:end]) != text[end]:
            yield name
    if layout.optional_check is not None:
        optional = text[slice(*layout.optional[0])]
        digit = text[layout.optional_check]
        if check_digit(optional) != digit and not (digit == "<" and not optional.strip("<")):
            yield "optional"
    if layout.composite:
        place = layout.composite[-1][1]
        if check_digit("".join(text[slice(*span)] for span in layout.composite)) != text[place]:
            yield "composite"


def _slips(layout: Layout, text: str, number: tuple[str, str]) -> Iterator[str]:
    for name, (start, end) in (("birth", layout.birth), ("expiry", layout.expiry)):
        if re.search(r"[A-Z]", text[start : end + 1]):
            yield name
    for name, span in (("nationality", layout.nationality), ("names", layout.names), ("issuer", (2, 5))):
        if re.search(r"\d", text[slice(*span)]):
            yield name
    head, digit = number
    if check_digit(head) != digit and _one_look_alike_mends(head, digit):
        yield "number"


def _one_look_alike_mends(head: str, digit: str) -> bool:
    swapped = head.translate(_LOOK_ALIKE)
    options = (head[:i] + swapped[i] + head[i + 1 :] for i in range(len(head)) if swapped[i] != head[i])
    return digit.isalpha() or any(check_digit(option) == digit for option in options)


def _dates(birth: str, expiry: str, as_of: date | None) -> tuple[date | None, date | None]:
    middle = as_of.year if as_of else 2020
    ends = _day(expiry, middle + 49)
    latest = as_of or ends
    born = _day(birth, latest.year if latest else 2069)
    if born and latest and born > latest:
        born = _day(birth, latest.year - 1)
    return born, ends


def _day(raw: str, latest_year: int) -> date | None:
    """Give the day of ``YYMMDD`` in the last year that ends so and is not after the latest year."""
    if not raw.isdigit():
        return None
    year = latest_year - (latest_year - int(raw[:2])) % 100
    try:
        return date(year, int(raw[2:4]), int(raw[4:]))
    except ValueError:
        return None
