"""The head and the foot of a letter of work: whose house it is of, and where that is."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from consistency.extractors.careers.places import Where, peel_place
from consistency.extractors.employment import heads
from consistency.extractors.employment.labels import label_of
from consistency.extractors.employment.person import is_name
from consistency.extractors.wording import career_words as words
from consistency.extractors.wording.scripts import latin
from consistency.model import Document, Line
from consistency.normalizer.dates import find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.places import country, country_of_city

_CONTACT = expression(
    r"@|\bT(?:[ée]l)?\b\.?\s*:?\s*\+?\d|\b(?:phone|fax|e-?mail|www|http)|\+\d", re.IGNORECASE
)
_NO_HEAD = expression(
    r"\d{3,}|:|^\W*\d{1,2}[.)]\s|^\W*$|^\W*\(|\bISO\b|\bcertified\b|\bau capital\b|\b(?:CIN|RCCM|GSTIN|NIF"
    r"|NINEA|ICE)\b|\bregd\b"
)
"""What stands under the name of a company, and is none: its capital, its registers, "(a group company)"."""
_GOVERNMENT = expression(
    r"^\W*(?:the\s+)?(?:government of|gouvernement (?:de la|de l['’]|de|du))\s+", re.IGNORECASE
)
_MOTTO = expression(
    r"\W*[^\W\d]+(?:[ ’'][^\W\d]+){0,3}(?:\s*[-–—,;•/]\s*[^\W\d]+(?:[ ’'][^\W\d]+){0,3}){1,3}\W*|\W+"
)
CLOSING = expression(
    r"^\W*(?:yours|sincerely|respectfully|faithfully|(?:kind |best |warm )?regards|cordialement"
    r"|veuillez|salutations|respectueusement|for and on behalf|authori[sz]ed signatory|bien à vous)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = expression(r"\s*\(([^\W\d][^()\d]+)\)\s*$")
_FOOT = 8
"""Lines at the end of a paper among which whoever issues it is named."""
_TITLE_BEHIND = expression(
    r"\s+[-–—|:]+\s+[^-–—|]{0,40}\b(?:certifi\w+|attestation|letter|lettre|constancia|carta|references?"
    r"|verification)\b"
    r".*$",
    re.IGNORECASE,
)
"""The title of the paper that stands behind the name of the house, in one line."""
_REGISTERED = expression(r"\s*\([^()]{0,24}?(?:\d[ -]?){5,14}(?:-?[A-Z])?\)$")
"""The number of a company in its register, behind its name: "(1155440-K)", "(Company No. 202201012345)"."""
_PARTED = expression(
    r"\n|\s+[•·|]\s+|\s+[–—]\s+(?=[^\n]*\d{2})"
    r"|\s+[:;~*.-]\s+(?=(?:NIT|RUC|RFC|RUT|CUIT|CNPJ|CIN|NIF|NINEA|RCCM|ICE|GSTIN|TIN|VAT|EIN|Reg|T[eé]l)\b)"
)
"""What stands between the parts of a letterhead in one line: "Mill Foods Ltd. • 4 Mill Road", and a telephone."""


def letterhead(document: Document) -> tuple[str, Line] | None:
    """Give the name at the top of the letter: over an address or the means of contact."""
    top = [
        line
        for line in takewhile(lambda line: not _begins_table(line), document.lines[:12])
        if line.part in ("header", "body", "text box")
    ]
    weighed = [(_head_weight(*one, order), one) for order, one in enumerate(_heads(top))]
    weight, best = max(weighed, key=lambda one: one[0], default=(0.0, None))
    if best is None or weight <= 0:
        return None
    if heads.is_ministry(best[0]):
        return next((one for one in heads.houses(_heads(top)) if _head_weight(*one, order=1) > 0), best)
    return best


def _begins_table(line: Line) -> bool:
    """Tell whether a line has a label and its value in two cells: what stands below is no head."""
    return len(line.segments) > 1 and label_of(line.segments[0].text) not in (None, "date")


def _heads(lines: Iterable[Line]) -> Iterator[tuple[str, Line]]:
    """Give what each line of the head begins with; the state and its motto stand over a letterhead, and are none."""
    state = False
    for line in lines:
        told = [part for segment in line.segments for part in _PARTED.split(segment.text)]
        parts = [latin(part.strip(" |")) for part in told]
        state = state or any(map(_is_state, parts))
        own = [part for part in parts if not (state and (_is_state(part) or _is_motto(part)))]
        if own:
            yield _without_address(_TITLE_BEHIND.sub("", _REGISTERED.sub("", own[0]))), line


def _without_address(text: str) -> str:
    """Cut a house off the street and the telephone behind it in one line: "City Hospital, 87 Hill Road, tel. 555"."""
    cut = _STREET_BEHIND.search(text)
    return text[: cut.start()] if cut and words.employer_weight(text[: cut.start()]) > 0 else text


_STREET_BEHIND = expression(r",\s+[^,]*\d[^,]*(?:,|$)")
"""The first part between commas that holds a figure."""


def _is_state(text: str) -> bool:
    return country(_GOVERNMENT.sub("", text)) is not None


def _is_motto(text: str) -> bool:
    return _MOTTO.fullmatch(text) is not None and words.employer_weight(text) == 0


def _head_weight(name: str, line: Line, order: int) -> float:
    if (
        not name
        or len(name) > 80
        or name[0].islower()
        or _CONTACT.search(name)
        or find_dates(name)
        or _NO_HEAD.search(name)
        or label_of(name) is not None
        or heads.is_address(name)
    ):
        return 0.0
    if re.match(
        r"\W*(?:to|from|mr|mrs|ms|miss|mme|mlle|madame|monsieur|ref|re|subject|objet|date|dear|à l['’]"
        r"|a l['’]|à la|aux?|madame|monsieur|chère?|fait"
        r"|attestation|certifica(?:ts?|tes?|tion)|(?:settlement|termination) of|finiquito|this|we|la présente"
        r"|nous|(?:work|service|labou?r|job|working|salary|career) (?:certificate|reference|letter|experience)"
        r"|employment|experience|letter|printed|page|traduction|clearance (?:paper|slip|form|certificate)"
        r"|(?:certified |sworn |official |true )?translat\w+"
        r"|(?:the |la |el )?(?:human (?:resources?|talent|capital)|hr|personnel|talento humano|recursos humanos)"
        r" (?:management|department|office|division|section|team|directorate))\b",
        name,
        re.IGNORECASE,
    ):
        return 0.0
    return (
        words.employer_weight(name)
        + (2.5 if order == 0 else 1.0 if order < 3 else 0.0)
        + 0.1 * (line.size or 0.0)
    )


def name_at_foot(document: Document) -> tuple[str, Line] | None:
    """Give the company that stands on a line of its own at the end of a paper, by its legal form."""
    for line in document.lines[-_FOOT:]:
        name = _without_post(latin(line.text.strip(" |")))
        if words.has_legal_form(name) and CLOSING.match(name) is None and _head_weight(name, line, _FOOT) > 0:
            return name, line
    return None


def _without_post(text: str) -> str:
    """Leave out the post of who signs before the company: "HR Manager, Acme (Pvt) Ltd"."""
    post, _, name = text.partition(", ")
    return name if words.has_legal_form(name) and words.title_weight(post) >= 1 else text


def address_in_head(document: Document) -> Where | None:
    """Give city and country of the address in the letterhead."""
    return _address_in(document.lines[:8])


def address_at_foot(document: Document) -> Where | None:
    """Give city and country of the address below a letter."""
    return _address_in(document.lines[8:][-3:])


def _address_in(lines: Iterable[Line]) -> Where | None:
    for line in lines:
        if _TRANSLATOR.search(line.text):
            continue
        for text in re.split(r"\s*[|•·]\s*|\s{2,}|\s[–—]\s|\n", line.text):
            part = _IN_BRACKETS.sub(_behind_comma, text)
            if "," not in part or _CONTACT.search(part) or find_dates(part) or _is_signatory(part):
                continue
            rest, where = peel_place(part.strip(), line)
            if where is not None and where.country is not None:
                found = _within(rest, where)
                bare = re.sub(
                    r"\s*[-–]\s*(?:\d{3,7})?$", "", found.city or ""
                )  # "Kochi - 682001" without its number
                return found._replace(city=bare or None)
    return None


_TRANSLATOR = expression(r"(?i)\b(?:translat\w+|traduit\w*|traduct\w+|traduç\w+)\b")
"""Who translated a letter, whose town is not where it was written."""


def _behind_comma(state: re.Match[str]) -> str:
    return f", {state[1]}" if country(state[1]) else state[0]


def _is_signatory(text: str) -> bool:
    """Tell whether a line names somebody and an office in letters that a country has, too: "Ida Sample, HR"."""
    name, _, letters = text.rpartition(", ")
    return (
        re.fullmatch(r"[A-Z]{2}\.?", letters) is not None
        and len(name.split()) > 1
        and is_name(name)
        and country_of_city(name) is None
    )


def _within(rest: str, province: Where) -> Where:
    """Give the town that stands before its province: "Hill Road, Tagaytay City, Cavite"."""
    town = peel_place(rest, province.line)[1] if rest else None
    return town if town is not None and town.country == province.country else province
