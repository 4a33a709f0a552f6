"""What the head of an entry names: title and employer, award and school."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from consistency.extractors.careers.places import KIND_OF_WORK, commas, may_be_town, without_end
from consistency.extractors.wording import career_words as words
from consistency.model import Line
from consistency.normalizer.expressions import expression
from consistency.normalizer.places import country_of_city, is_town
from consistency.normalizer.text import fold

_STRONG = expression(
    r"\s+(?:\||[-–—―]{1,2}|·|•|∙|::?|//?|>|→|\+(?= [A-Z][\w. ]+, [A-Z]))\s+|\s*\|\s*|\t+|\s+@\s+"
    r"|,?\s+(?:at|chez|auprès de|with)\s+(?=[A-ZÀ-Ý0-9])"
)
_AT = expression(r",?\s+(?:at|chez|auprès de|@)\s+(?!(?:home|sea|night|present|weekends?)\b)")
_LINK = expression(r"\(?\b(?:https?://|www\.)[^\s)]+\)?", re.IGNORECASE)
_NUMBERING = expression(r"^\s*\(?\d{1,2}[.)]\s+(?=[^\W\d])")


_ASIDE = expression(r"(?<=\S)\s*\(([^()]+)\)\s*$")
_LABEL = expression(
    r"^\s*(?:place of work|lieu de travail|place|location|city|lieu|ville|employer|company"
    r"|employeur|entreprise|position|title"
    r"|designation|role|poste|institution|school|university|école|établissement|duration|period|période)\s*:\s*",
    re.IGNORECASE,
)


class Atom(Struct, frozen=True):
    """One thing that the head of an entry names, and the line that it stands on."""

    text: str
    line: Line
    rank: int = 0
    """The row of the head, counted from its first."""


class Pair(NamedTuple):
    """Two things of one entry in the order of the paper; the second may be missing."""

    first: Atom | None
    second: Atom | None


def pieces(text: str) -> list[str]:
    """Part a cell at strong signs: bars, dashes with spaces, "at"."""
    plain = _LABEL.sub("", _NUMBERING.sub("", _LINK.sub(" | ", text)))
    found = [re.sub(r"^(?:[\s,;:|•·–—-]|\.(?=\s))+|[\s,;:|•·–—-]+$", "", piece) for piece in _split(plain)]
    found = [_without_hours(piece) for piece in found]
    return [piece for piece in found if piece and not KIND_OF_WORK.match(piece.strip("()"))]


def _without_hours(piece: str) -> str:
    """Take the kind of work in brackets off the end of a piece: "Harbour Deli, Oslo (15-20 h/week)"."""
    aside = _ASIDE.search(piece)
    return piece[: aside.start()] if aside and KIND_OF_WORK.match(aside[1]) else piece


def _split(text: str) -> list[str]:
    """Part a text at strong signs, and a French title from the employer that "au" or "à l'" leads to."""
    return [part for whole in _at_signs(text) for part in (_apart(whole) or (whole,))]


def _apart(text: str) -> tuple[str, str] | None:
    """Give two things that no strong sign parts."""
    return _french_at(text) or _before_capitals(text) or _behind_colon(text) or _behind_stop(text)


def _behind_stop(text: str) -> tuple[str, str] | None:
    """Part the title behind a point from the employer: "Boiler Works Ltd. Welder", "Hotel Sol, Puno. Cook"."""
    found = _STOPPED.fullmatch(text)
    if found is None or words.title_weight(found["title"]) < 1:
        return None
    name = found["name"]
    house = words.employer_weight(name) > 0 and words.title_weight(name) < 1
    return (name, found["title"]) if house else None


_STOPPED = expression(
    r"(?P<name>(?:St\. )?(?:[^.:]|\.(?=[,)])){3,80}?(?:\b(?:Ltd|Inc|Co|Corp|Est)\.)?)(?:(?<=\.)|\.)\s+"
    r"(?P<title>[A-ZÀ-Ý][^.:]{2,70})\.?"
)


def _behind_colon(text: str) -> tuple[str, str] | None:
    """Part the title behind a colon from the employer: "Boiler Works, Gori: welder"."""
    name, colon, title = text.partition(": ")
    small = title[:1].islower() or words.title_weight(title) >= 1
    named = name[:1] != "[" and ("," in name or words.employer_weight(name) > 0)
    return (
        (name, title)
        if colon and small and named and ":" not in title and len(title.split()) <= _LONGEST_TITLE
        else None
    )


_LONGEST_TITLE = 6


def _before_capitals(text: str) -> tuple[str, str] | None:
    """Part a title from an employer that stands behind it in capitals alone: "Head Baker SUNRISE MILLS LTD"."""
    found = _CAPITALS.fullmatch(text)
    if found is None or sum(map(str.isalpha, found["name"])) < _LEAST_CAPITALS:
        return None
    title, name = found["title"].strip(" ,"), found["name"].strip()
    told = max(words.title_weight(title), words.award_weight(title), words.employer_weight(name))
    return (title, name) if told >= 1 else None


_CAPITALS = expression(
    r"(?P<title>[A-ZÀ-Ý][\w/&'’.-]*[a-zà-ÿ)](?: [\w/&'’.()-]*[a-zà-ÿ)])*)\s+"
    r"(?P<name>[A-ZÀ-Ý][A-ZÀ-Ý'’.-]{2,}(?:[ ,]+[A-ZÀ-Ý0-9&'’.()-]+)+)"
)
_LEAST_CAPITALS = 10
"""Letters of a name in capitals at the least: "Java SAP ABAP" names none."""


def _french_at(text: str) -> tuple[str, str] | None:
    """Part "cuisinière au Restaurant Le Palmier" in two; in "Conseiller à la Clientèle" no employer follows.

    The name begins with a word for a place of work; or it alone is written large, in two words at least.
    """
    for found in _FRENCH_AT.finditer(text):
        title, name = text[: found.start()], text[found.end() :]
        heads = fold(name).split()[:1]
        workplace = bool(heads) and heads[0] in words.listed("workplaces")
        named = _OF_A_FIRM.search(found[0]) is not None
        large = named or (title == title.lower() and _TWO_LARGE.match(name) is not None)
        if _ONLY_AT.fullmatch(found[0]):  # "Boucher à Marché Plus Distribution"; "Boucher à Fès" says where
            house = re.split(r"[,(]", name)[0].strip()
            known = words.employer_weight(house) >= 1 or words.has_legal_form(house)
            workplace = large = known and not is_town(house) and country_of_city(house) is None
        if words.title_weight(title) >= 1 and (workplace or large):
            return title, name
    return None


_TWO_LARGE = expression(r"[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý]")


_ONLY_AT = expression(r",?\s+à\s+")
_OF_A_FIRM = expression(r"(?:société|entreprise|compagnie|sté|ets)\s+$")
_FRENCH_AT = expression(
    r",?\s+(?:à\s+la|à\s+l['’]|dans\s+la|dans\s+l['’]|pour\s+la)\s*(?:société|entreprise|compagnie|sté"
    r"|ets)\s+(?=[A-ZÀ-Ý])"
    r"|,?\s+(?:au|aux|à\s+la|à\s+l['’]|dans\s+(?:le|la|l['’]|un|une)|pour\s+(?:le\s+compte\s+d(?:e|u)|la|le|l['’])"
    r"|au\s+sein\s+d(?:e|u)|à)(?:(?<=['’])|\s+(?:(?:la|le)\s+|l['’])?)(?=[A-ZÀ-Ý«“\"])"
)


def _at_signs(text: str) -> list[str]:
    """Part a text at strong signs, but for "Dishwasher / Prep Cook" and "Packer (agency worker at Mill Foods)"."""
    parts: list[str] = []
    start, sign = 0, ""
    for found in [*_STRONG.finditer(text), None]:
        part = text[start : found.start() if found else len(text)]
        if parts and _is_one(parts[-1], sign, part):
            parts[-1] += sign + part
        else:
            parts.append(part)
        if found:
            start, sign = found.end(), found[0]
    return parts


def _is_one(before: str, sign: str, part: str) -> bool:
    """True where a sign parts nothing: within brackets, and between two titles."""
    titles = "/" in sign and min(words.title_weight(before), words.title_weight(part)) >= 1
    return titles or before.count("(") > before.count(")")


def says_at(text: str) -> bool:
    """Tell whether the text says "title at employer"."""
    return _AT.search(text) is not None or _french_at(text) is not None


# --- two things out of one --------------------------------------------------------------------------------


Weight = Callable[[str], float]
"""Positive for what stands first, negative for what stands second."""


def job_weight(text: str) -> float:
    """Weigh title against employer: positive for a title."""
    return words.title_weight(text) - words.employer_weight(text)


def study_weight(text: str) -> float:
    """Weigh award against school: positive for an award."""
    return words.award_weight(text) - words.institution_weight(text)


def split_commas(atom: Atom, weight: Weight, leading: float) -> Pair:
    """Part "Cook, Garden Court Hotel" in two; ``leading`` says which stands first in this paper (see Weight)."""
    parts = commas(atom.text)
    if len(parts) > 1 and weight is study_weight and _DEPARTMENT.match(parts[-1]) and weight(parts[-2]) <= 0:
        parts = parts[:-1]
        atom = Atom(without_end(atom.text, parts), atom.line, atom.rank)
    if len(parts) < 2:
        return Pair(atom, None)
    if _ends_in_town(parts, weight):
        parts = parts[:-1]
        atom = Atom(without_end(atom.text, parts), atom.line, atom.rank)
    at = _boundary(parts, weight, leading)
    cut = _start_of(atom.text, parts, at)
    first, second = atom.text[:cut].strip(" ,"), atom.text[cut:].strip(" ,")
    return Pair(Atom(first, atom.line, atom.rank), Atom(second, atom.line, atom.rank))


_DEPARTMENT = expression(r"(?i)(?:dept\b\.?|department|division|département)\s+(?:of|de|d['’])")
"""A part of a school behind its name, which tells the field and no school."""


def _ends_in_town(parts: Sequence[str], weight: Weight) -> bool:
    """Tell whether a town that no list knows stands last: "Cook, Hotel Sol S.A.C., Urubamba"."""
    if len(parts) < 3 or weight(parts[-2]) > 0:  # "Vice President, Marketing"
        return False
    named = any(weight(part) < -1 for part in parts[:-1]) or _names_its_town(parts[-2], parts[-1])
    named = named or (weight(parts[0]) > 0 and _begins_with_trade(parts[-2]))
    named = named or (weight(parts[0]) > 0 and _HOME.match(parts[-2]) is not None)
    return named and weight(parts[-1]) == 0 and may_be_town(parts[-1])


_HOME = expression(
    r"(?:Résidence|Foyer|EHPAD|Ehpad|Maison de (?:retraite|repos)|Residencia|Hogar|Casa de (?:repos\w*))\s+\S"
)
"""How the name of a house begins in which old people live."""


def _begins_with_trade(name: str) -> bool:
    """Tell whether a name begins with its trade, as many languages have it: "Toko Maju", "Hotel Sol"."""
    first, *rest = fold(name).split() or [""]
    return bool(rest) and first in words.listed("trades")


def _names_its_town(name: str, town: str) -> bool:
    """Tell whether the name of a house ends in its town: "EPS de Thiès", "Lycée d'Azrou"."""
    return fold(town) in fold(re.sub("['’]", " ", name)).split()[1:]


def _start_of(text: str, parts: Sequence[str], at: int) -> int:
    place = 0
    for part in parts[:at]:
        place = text.index(part, place) + len(part)
    return place


def _boundary(parts: Sequence[str], weight: Weight, leading: float) -> int:
    if len(parts) == 2:
        return 1
    if leading >= 0:  # the name that is looked for stands last: take all parts that speak for one
        at = len(parts) - 1
        if weight(parts[at]) >= 0 and weight is study_weight:
            return next((i for i in range(1, len(parts)) if weight(parts[i]) < 0), at)
        while at > 1 and weight(parts[at]) <= -2 and weight(parts[at - 1]) <= -2:
            at -= 1
        return at
    return next((i for i in range(1, len(parts)) if weight(parts[i]) > 0), 1)


def leaning(pairs: Iterable[Pair], weight: Weight) -> float:
    """Say which thing stands first in the entries of one paper: positive for the one that weighs positive."""
    total = 0.0
    for first, second in pairs:
        if first is not None and second is not None:
            total += _clip(weight(first.text)) - _clip(weight(second.text))
    return total


def _clip(value: float) -> float:
    return max(-2.0, min(2.0, value))
