"""The parties of a paper where "Name:" stands below headings such as "Employer" and "Employee"."""

import re
from collections.abc import Iterator, Mapping

from consistency.extractors.wording.letters import Cut
from consistency.extractors.wording.official import narrowed
from consistency.extractors.wording.prose import Passage, Piece, plain
from consistency.model import Document, Line, Segment
from consistency.normalizer.expressions import expression

_NAME = expression(
    r"\W*(?:full |legal |business |company )?(?:name|nom|nombre|nome)(?: (?:complet[oe]?|et prenoms?"
    r"|in full|legal|of (?:the )?(?:company|business)))?\s*(?::|$)\s*"
)
_BETWEEN = expression(r"\W*(?:by and )?(?:between|entre)(?: les soussignes| the undersigned)?\W*")
_AND = expression(r"\W*(?:and|et)\W*")
_FAR = 10
"""Lines from one party to the other at the most."""

Headings = Mapping[str, re.Pattern[str]]
"""Party → the words of its heading."""


def is_heading(text: str, headings: Headings) -> bool:
    """Tell whether a text is the word for a party and nothing more."""
    return any(pattern.fullmatch(plain(text)) for pattern in headings.values())


def under_headings(document: Document, headings: Headings) -> Iterator[tuple[str, Cut]]:
    """Give what stands beside "Name" below the heading of a party, with the party."""
    above: list[tuple[str, float]] = []
    for line in document.lines:
        found = [
            (r, _left(segment, n))
            for n, segment in enumerate(line.segments)
            if (r := _role(segment, headings))
        ]
        if found:
            above = found
            continue
        for left, name in _names_in(document, line) if above else ():
            role = min(above, key=lambda heading: abs(heading[1] - left))[0]
            yield role, name


def over_lines(document: Document, roles: Headings) -> Iterator[tuple[str, Cut]]:
    """Give the parties that stand below "BETWEEN" and below "AND", each alone on its line, with their parts.

    What is told of a party up to the other says which it is; where it says nothing, the employer stands first.
    """
    lines = [line for line in document.lines if line.text.strip()]
    texts = [plain(line.text) for line in lines]
    first = next((n for n, text in enumerate(texts) if _BETWEEN.fullmatch(text)), None)
    if first is None:
        return
    second = next(
        (n for n in range(first + 2, min(first + _FAR, len(lines))) if _AND.fullmatch(texts[n])), None
    )
    if second is None or second + 1 >= len(lines):
        return
    told = (" ".join(texts[first + 1 : second]), " ".join(texts[second + 1 : second + _FAR // 2]))
    turned = _is(roles, "employee", told[0]) and not _is(roles, "employer", told[0])
    order = ("employee", "employer") if turned else ("employer", "employee")
    for role, at in zip(order, (first + 1, second + 1), strict=True):
        segment = lines[at].segments[0]
        whole = Passage(document, segment.text, (Piece(0, lines[at], segment),))
        yield role, Cut(segment.text.strip(), narrowed(whole.cite(), segment.text.strip()))


def _is(roles: Headings, role: str, text: str) -> bool:
    return any(roles[role].fullmatch(word) is not None for word in re.findall(r"[^\W\d_]+", text))


def _role(segment: Segment, headings: Headings) -> str | None:
    text = plain(segment.text)
    return next((role for role, pattern in headings.items() if pattern.fullmatch(text)), None)


def _left(segment: Segment, number: int) -> float:
    return segment.box.x0 if segment.box else float(number)


def _names_in(document: Document, line: Line) -> Iterator[tuple[float, Cut]]:
    """Give what stands after "Name:" in a line, in the same segment or the next, with where the label begins."""
    for number, segment in enumerate(line.segments):
        lead = _NAME.match(plain(segment.text))
        where, start = segment, lead.end() if lead else 0
        if lead and not segment.text[start:].strip() and number + 1 < len(line.segments):
            where, start = line.segments[number + 1], 0
        text = where.text[start:].strip()
        if lead and text and not (where is not segment and _NAME.match(plain(text))):
            whole = Passage(document, where.text, (Piece(0, line, where),))
            yield _left(segment, number), Cut(text, narrowed(whole.cite(), text))
