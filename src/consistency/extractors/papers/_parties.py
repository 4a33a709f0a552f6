"""The parties of a contract where "Name:" stands below the headings "Employer" and "Employee"."""

import re
from collections.abc import Iterator

from consistency.extractors.papers._letters import Cut
from consistency.extractors.papers._offer_terms import Terms
from consistency.extractors.papers._official import narrowed
from consistency.extractors.papers._prose import Passage, Piece, plain
from consistency.model import Line, Segment

_HEADINGS = {
    "employer": re.compile(
        r"\W*(?:(?:part )?[a-e0-9i]+[.):]\W*)?(?:the |l')?(?:employer|employeur|company"
        r"|entreprise)(?:'s)?(?: (?:information|details|information on))?(?: \(?first party\)?)?\W*"
        r"|(?:information about|renseignements sur) (?:the |l')?(?:employer|employeur)\W*"
    ),
    "employee": re.compile(
        r"\W*(?:(?:part )?[a-e0-9i]+[.):]\W*)?(?:the |l[ea] |l')?(?:foreign "
        r"|temporary foreign )?(?:employee|worker|employee?|employe\(e\)|salariee?"
        r"|travailleur)(?:'s)?(?: (?:information|details))?\W*|(?:information about"
        r"|renseignements sur) (?:the |l[ea] |l')?(?:employee|worker|employee?|travailleur)\W*"
    ),
}
_NAME = re.compile(
    r"\W*(?:full |legal |business |company )?(?:name|nom)(?: (?:complet|legal|of (?:the )?(?:company"
    r"|business)))?\s*(?::|$)\s*"
)


def is_heading(text: str) -> bool:
    """Tell whether a text is the word for a party and nothing more."""
    return any(pattern.fullmatch(plain(text)) for pattern in _HEADINGS.values())


def under_headings(terms: Terms) -> Iterator[tuple[str, Cut]]:
    """Give what stands beside "Name" below the heading of a party, with the party."""
    above: list[tuple[str, float]] = []
    for line in terms.document.lines:
        headings = [
            (role, _left(segment, n)) for n, segment in enumerate(line.segments) if (role := _role(segment))
        ]
        if headings:
            above = headings
            continue
        for left, name in _names_in(terms, line) if above else ():
            role = min(above, key=lambda heading: abs(heading[1] - left))[0]
            yield role, name


def _role(segment: Segment) -> str | None:
    text = plain(segment.text)
    return next((role for role, pattern in _HEADINGS.items() if pattern.fullmatch(text)), None)


def _left(segment: Segment, number: int) -> float:
    return segment.box.x0 if segment.box else float(number)


def _names_in(terms: Terms, line: Line) -> Iterator[tuple[float, Cut]]:
    """Give what stands after "Name:" in a line, in the same segment or the next, with where the label begins."""
    for number, segment in enumerate(line.segments):
        lead = _NAME.match(plain(segment.text))
        where, start = segment, lead.end() if lead else 0
        if lead and not segment.text[start:].strip() and number + 1 < len(line.segments):
            where, start = line.segments[number + 1], 0
        text = where.text[start:].strip()
        if lead and text and not (where is not segment and _NAME.match(plain(text))):
            whole = Passage(terms.document, where.text, (Piece(0, line, where),))
            yield _left(segment, number), Cut(text, narrowed(whole.cite(), text))
