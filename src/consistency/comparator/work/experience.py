"""Years of experience that a letter or curriculum vitae claims: "more than 8 years of experience as a cook"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from consistency.comparator.passages import Passage, passages
from consistency.model import Paper
from consistency.normalizer.counts import COUNTS
from consistency.normalizer.expressions import expression, longest_first

NUMBERS: dict[str, float] = {
    **COUNTS, "twenty-five": 25, "vingt-cinq": 25, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20,
    "trentaine": 30,
}  # fmt: skip
"""Numbers in words, and what they mean."""
_WORDS = "|".join(longest_first(NUMBERS))
_UNITS = ("year", "yr", "ans", "année", "annee", "decade", "décennie", "decennie")
"""What a span of time is counted in, as :data:`_SPAN` has it."""
_HALF = r"(?P<half>\s*½|\s+and\s+a\s+half|\s+et\s+demie?)?"
_SPAN = (
    rf"(?<![\w.,/$€£-])(?:(?P<number>\d{{1,2}}(?:[.,]\d)?|\b(?:{_WORDS})\b)(?:\s*\((?:\d{{1,2}}"
    rf"|[^\W\d_]+)\))?{_HALF}\s*\+?(?:[\s-]*(?:full|complete|solid|long|good|bonnes|whole)?[\s-]*(?:d['’])?(?:years?"
    rf"|yrs?|ans|ann[ée]es?)(?!\w)['’]?"
    r"(?:\s+et\s+demie?(?!\w)|\s+and\s+a\s+half(?!\w))?)(?:\s*(?:,|and|et|&)?\s*(?P<months>\d{1,2})\s*(?:months?"
    r"|mois))?|(?P<decade>(?:a|two|une|deux)\s+(?:decades?|d[ée]cennies?)))"
)
_BEFORE = r"(?:\s+\(?[^\W\d_][\w'’/-]*\)?,?){0,5}?"
_AFTER = expression(
    rf"{_SPAN}(?:\s+(?:of|in|de|d['’])|\s*d['’]|\s*['’])?(?P<before>{_BEFORE})(?:\s+|(?<=['’])|\s*d['’]\s*)exp[ée]rience\b",
    re.IGNORECASE,
)
_LEADING = expression(
    r"\bexp[ée]rience(?P<before>(?:\s+(?:professionnelle|in|as|en|dans|comme|with|at|working"
    r"|[^\W\d_][\w'’-]*)){0,6}?)\s*(?:of|de|:|–|-|spanning|is|totals?|totalling|totaling|over|for|est de|exceeds?"
    r"|exceeding|dépasse|sur)\s*(?:more than |over |about |around |at least |nearly |almost |approximately |"
    r"|plus de |environ |près de ){0,2}"
    rf"{_SPAN}",
    re.IGNORECASE,
)
_WORKED = expression(
    r"\b(?:worked|working|works?|employed|served|serving|practi[sc]ed|practi[sc]ing|been (?:an? |in (?:the |this )?)"
    r"|travaill[ée]e?s?|travaille|travaillait|exerce|exercé|oeuvre|œuvre|suis (?:employée? |un |une )?)"
    r"(?P<before>[^.;:!?]{0,90}?)(?:\bfor|\bduring|\bover|\bpendant|\bdepuis|\bdurant|\bthese|\bces)\s+"
    r"(?:(?:the |les |ces )?(?:past|last|derni[èe]res?|a |total of|more than|over|about|around|at least|almost|nearly"
    r"|approximately|plus de|environ|près de|plus d['’]|une? )\s*){0,4}"
    rf"{_SPAN}(?!\s+(?:ago|of age|old|contract|in (?:prison|school))\b)",
    re.IGNORECASE,
)
_OWN = expression(
    r"\b(?:I|he|she|they|mr|mrs|ms|applicant|candidate|have|has|possess\w*|bring\w*|with|holds?|gain\w+|acquir\w+"
    r"|accumulat\w+|offers?|my|his|her|total|having|years['’]|j['’]ai|je|il|elle|ai|possède|cumule|fort|forte"
    r"|totalise"
    r"|dispose|compte|justifie|mon|ma|son|avec|au total|depuis|pendant|worked|working)\b",
    re.IGNORECASE,
)
_SOMEBODY = expression(
    r"\b(?:I|he|she|they|mr|mrs|ms|j['’]ai|je|il|elle|applicant|candidate)\b", re.IGNORECASE
)
_ASKED = expression(
    r"\b(?:requir\w*|minimum|needs?|needed|must|should|ask\w*|demand\w*|exig\w*|requis\w*|n[ée]cessit\w*|criteri\w+"
    r"|qualification|lacks?|without|less than|moins de|no more than|sans)\b",
    re.IGNORECASE,
)
"""What is asked for, or not there."""
_OTHERS = expression(
    r"\b(?:company|firm|employer|family|famille|father|mother|parents|husband|wife|brother|sister|uncle|team"
    r"|combined|colleagues?|clients?|business|restaurant|soci[ée]t[ée]|entreprise|employeur|équipe|collègues?|père"
    r"|mère|mari|épouse|frère|patron"
    r"|(?:my|our|the|his|her|their|mon|ma|notre|le|la) (?:\w+ )?"
    r"(?:supervisor|manager|owner|chef|superviseure?|gérante?))\b",
    re.IGNORECASE,
)
"""Who else may have the years."""
_UNTRUE = expression(
    r"\b(?:will|would|could|shall|after|once|aura|aurai|après|stated|wrote|claimed|declared|indicated|assessed"
    r"|officer"
    r"|agent|we have|nous avons|had|avait|avais)\b",
    re.IGNORECASE,
)
"""What speaks of another time, or of what somebody else has or said."""
_UNWANTED_AFTER = expression(
    r"^\W*(?:is|are|was|were|of experience is|be|as)?\s*(?:required|needed|necessary|requises?|exigée?s?|mandatory"
    r"|preferred|old|of age|ago)\b",
    re.IGNORECASE,
)
_APPROXIMATE = expression(
    r"\b(?:about|around|approximately|approx|almost|nearly|close to|roughly|some|near|past|last|environ|presque"
    r"|près de"
    r"|quasi|à peu près|derni[èe]res|dizaine|douzaine|quinzaine|vingtaine|trentaine|decades?|décennies?)\b",
    re.IGNORECASE,
)
_KIND = expression(
    r"^\s*(?:working |work |professionnelle |de travail )?(?:as|in|within|comme|en tant que|en qualité de?|dans"
    r"|en)\s+"
    r"(?:an?\s+|the\s+|l['’]|le\s+|la\s+|les\s+|d['’])?(?P<kind>[^\W\d_][^.;:,()\d]{1,60})",
    re.IGNORECASE,
)
_ANY_TRADE = expression(
    r"^(?:this|that|the same|the|my|his|her|such|ce|cette|mon|ma|son|sa|same|le même)?\s*(?:trade|field|industry"
    r"|domain|profession|occupation|line|area|sector|role|roles|position|métier|domaine|secteur|différents?|various"
    r"|several"
    r"|many|total|all|general)\b",
    re.IGNORECASE,
)
_REACH = 70
"""Signs before a number in which whose experience it is is looked for."""


class Claim(Struct, frozen=True):
    """So many months of experience, in a kind of work where it is said, and the words in which it stands."""

    passage: Passage
    words: str
    months: float
    kind: str | None
    """The trade or title of which the words speak; None where they speak of all work."""
    approximate: bool
    around: str
    """The words of the claim with what belongs to it: where an employer may be named."""


def claims(paper: Paper) -> Iterator[Claim]:
    """Give the claims of a paper, each once."""
    seen: set[tuple[float, str]] = set()
    for passage in _texts(paper):
        for claim in _claims_in(passage):
            key = (claim.months, claim.words.lower())
            if key not in seen:
                seen.add(key)
                yield claim


def _texts(paper: Paper) -> Iterator[Passage]:
    """Give sentences; of a curriculum vitae, which has few, each line alone and with the next one."""
    if paper.kind != "cv":
        yield from passages(paper)
        return
    lines = [line for line in paper.document.lines if line.text.strip()]
    for line in lines:
        for part in re.split(r"\s{2,}|(?<=[.!?;])\s+", line.text):
            yield Passage(paper, part, line)
    for line, following in pairwise(lines):
        first, second = line.text.split("  ")[-1], following.text.split("  ")[-1]
        yield Passage(paper, f"{first} {second}", line)


def _claims_in(passage: Passage) -> Iterator[Claim]:
    text = passage.text
    small = text.lower()
    if not any(
        unit in small for unit in _UNITS
    ):  # the patterns cost more, and most sentences tell of no time
        return
    taken: list[tuple[int, int]] = []
    for pattern in (_AFTER, _LEADING, _WORKED):
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(start < last and first < end for first, last in taken) or not _is_own(passage, found):
                continue
            taken.append((start, end))
            yield _claim(passage, found, pattern is _WORKED)


def _is_own(passage: Passage, found: re.Match[str]) -> bool:
    """True where the years are those of the one whom the paper is about, and are not asked for or wished."""
    at = found.start("number") if found["number"] else found.start("decade")
    before = passage.text[max(0, at - _REACH) : at]
    if _UNWANTED_AFTER.match(passage.text[found.end() :]) or _UNTRUE.search(before):
        return False
    if _last(_OTHERS, before) > _last(_SOMEBODY, before):
        return False
    own = _last(_OWN, before)
    return own > _last(_ASKED, before) or (passage.paper.kind == "cv" and own == -1 == _last(_ASKED, before))


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((found.end() for found in pattern.finditer(text)), default=-1)


def _claim(passage: Passage, found: re.Match[str], worked: bool) -> Claim:
    text = passage.text
    before = found["before"].strip(" ,")
    kind = _kind(before, text[found.end() :], worked)
    lead = text[max(0, found.start() - 30) : found.end()]
    return Claim(
        passage=passage,
        words=text[found.start() : found.end()].strip(),
        months=_months(found),
        kind=kind,
        approximate=bool(_APPROXIMATE.search(lead)),
        around=text[found.start() : found.end() + 90]
        if not worked
        else text[found.start() : found.end() + 40],
    )


def _months(found: re.Match[str]) -> float:
    if found["decade"]:
        return 12.0 * (20 if found["decade"].lower().startswith(("two", "deux")) else 10)
    word = found["number"].lower()
    years = NUMBERS.get(word) or float(word.replace(",", "."))
    half = 0.5 if found["half"] or re.search(r"\bdemie?\b|\ba half\b|½", found[0], re.IGNORECASE) else 0.0
    return 12 * (years + half) + float(found["months"] or 0)


def _kind(before: str, after: str, worked: bool) -> str | None:
    """Give the trade that the words name: behind "as" or "in", or before "experience"."""
    found = _KIND.match(before if worked else after) or (_KIND.match(after) if worked else None)
    kind = found["kind"].strip() if found else ("" if worked else before)
    if not kind or _ANY_TRADE.match(kind):
        return None
    return re.split(r"\s+(?:at|with|for|from|since|including|chez|pour|depuis|and|et|where)\b", kind)[
        0
    ].strip()
