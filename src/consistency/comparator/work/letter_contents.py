"""What an employment letter must say to prove work, and whether it does: by what was read, and by its words.

A thing is called absent only where neither the reader found it nor any word in the text speaks of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from consistency.comparator.work.letters import Letter
from consistency.normalizer.dates import calendar_hint, find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import find_amounts
from consistency.normalizer.negation import flat
from consistency.normalizer.occupations import fields
from consistency.normalizer.text import fold

CLEAR = 0.7
"""Confidence below which a line of a picture was not read: what stands there may be the thing that is missing."""

OWN_WORDS = 2
"""From so many sentences of its own on a letter tells what was done, under whatever heading."""

_START = expression(
    r"\b(?:since|from|joined|joining|depuis|du|a compter|embauch\w+|hired|appointed|started|commenced)\b"
)
_GOES_ON = expression(
    r"\b(?:present\w*|current\w*|continu\w*|to date|till date|still|ongoing|is (?:\w+ ){0,2}(?:our|working|employed)"
    r"|works|toujours|a ce jour|actuel\w*|occupe|travaille|until|till|upto|up to|left|resign\w*|relieved"
    r"|last working|to|jusqu\w*|fin|quitt\w+|demission\w*|termin\w+|ended|completed|for (?:\w+ )?(?:years?|months?)"
    r"|pendant|durant)\b"
)
_TITLE = expression(
    r"\b(?:as|position|post|designat\w+|title|role|capacity|occupation|job|poste|fonctions?|titre|comme|qualite"
    r"|emploi|en tant)\b"
)
_DUTIES = expression(
    r"\b(?:dut(?:y|ies)|responsib\w+|tasks?|in charge of|role (?:includ\w*|was|is)|job description"
    r"|functions? (?:includ\w*|were|are)|taches?|responsab\w+|attributions?|charge\w* de|missions?|work (?:includes?"
    r"|involve\w+)|involve[sd]?|engaged in)\b"
)
_HOURS = expression(
    r"\b(?:\d{1,2}(?: \d)? ?(?:h|hrs?|hours?|heures?)\b|hours?|heures?|full ?time|part ?time|temps (?:plein|partiel"
    r"|complet)|horaire|shifts?|hourly|week(?:ly)?|semaine|hebdomadaire)\b"
)
_PAY = expression(
    r"\b(?:salar\w+|wages?|remunerat\w+|pay|paid|earn\w*|compensation|ctc|stipend|income|package|salaire|traitement"
    r"|touche|gagne|per (?:month|annum|hour|year)|monthly|annual)\b"
)
_OFFICE = expression(
    r"\b(?:manager|director|owner|proprietor|president|officer|human resources|hr|head|ceo|partner|founder"
    r"|supervisor|secretary|administrator|directeur|directrice|gerante?|responsable|ressources humaines|proprietaire"
    r"|chef|signatory)\b"
)
_CONTACT = expression(
    r"@|\b(?:www|http)|\+\s?\d[\d\s().\-/]{6,}|\(\d{2,5}\)\s?\d{3}|\b\d{2,5}[\s.\-/]\d{3,4}[\s.\-/]?\d{3,4}\b"
    r"|\b0\d{8,10}\b"
    r"|\b0\d{1,3}(?:[\s.\-]\d{2,3}){3,4}\b|\b\d{2,3}[\s.\-]\d{2,3}[\s.\-]\d\d[\s.\-]\d\d\b",
    re.IGNORECASE,
)
"""An address, a page, or a telephone number: an amount has no such groups."""

_MARK = (
    r"\((?:(?:stamp|seal),? )?(?:signed|sgd\.?|signé|signée|signature)(?:[ ,]+(?:and )?[^\W\d]{4,14}){0,2}\)"
)
_NAMED = r"(?<!\w)(?-i:(?:[A-ZÀ-Ý]\. ?){1,3}|(?:[A-ZÀ-Ý][\w'’.-]*,? ){1,4})(?-i:[A-ZÀ-Ý])[\w'’-]{2,}"
_BESIDE_MARK = expression(
    rf"{_NAMED},?\s*(?:\([A-Z][a-z]{{1,5}}\.?\)\s*)?{_MARK}|{_MARK}\s*{_NAMED}", re.IGNORECASE
)
"""A name beside the mark of the signature: "N. Orozova (signed)", "(Sgd.) ADA M. REYES"."""

_HEAD_OF_THE_EAST = expression(
    r"(?:대표이사|대표|원장|代表取締役|代表者|負責人|董事長|院長)[\s　:：]*[^\W\d_]{2,}"
)
"""Who leads a house in Korea, Japan or Taiwan, before the name."""

Test = Callable[[Letter, str], bool]


def _has_start(letter: Letter, text: str) -> bool:
    period = letter.job.period
    told = period is not None and period.start is not None
    return told or (bool(_START.search(text)) and len(_days(letter)) > 0) or _foreign_days(letter) > 1


def _has_end(letter: Letter, text: str) -> bool:
    period = letter.job.period
    told = period is not None and (period.open or period.end is not None)
    return told or bool(_GOES_ON.search(text)) or _foreign_days(letter) > 2  # its own day, the start, the end


_FOREIGN_DAY = expression(r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b")


def _foreign_days(letter: Letter) -> int:
    """Count the days of another calendar, which nobody converted: 1392/10/01."""
    return sum(calendar_hint(day) is not None for day in _FOREIGN_DAY.findall(letter.paper.document.text))


def _days(letter: Letter) -> set[str]:
    """Give the dates of a letter but its own."""
    own = letter.paper.as_of.date
    found = {found.date.iso for found in find_dates(letter.paper.document.text)}
    return found - {own.iso} if own is not None else found


_DID = expression(
    r"(?:^|(?<=[.;] ))(?:he|she|they|il|elle)\s+(?:also |mainly |always |daily )?"
    r"(?!(?:is|was|has|had|will|may|can|works?|worked|joined|left|leaves?|earn\w*|receiv\w*|draws?|drew|goes|went|resign\w*"
    r"|served?|serves|stopped|start\w*|began|est|a|etait|travaill\w*|percoit|touche|quitt\w*|remains?|became|lived?|lives"
    r"|needs?|wish\w*|return\w*|reports?|holds?|held|proved|showed|knows?)\b)[a-z]{3,}"
    r"[^.]{8,}"
)
"""What one did at work, told without a word for duties: "She cooked, cleaned and minded the children"."""


_DOING = expression(
    r"\b(?:he|she|they)\s+(?:was|is|were|has been|had been)\s+(?:also |mainly |regularly )?"
    r"(?!(?:work|serv|leav|join|earn|receiv|draw|liv|resign|return|go|com|stay|be|hav|get|apply)ing\b)[a-z]{2,}ing\b"
    r"[^.]{3,60}?(?:,| and )[^.]{3,}"
    r"|\bworked on (?!(?:an?|the|our|his|her) )[^.]{3,60}?(?:,| and )[^.]{3,}"
    r"|\b(?:work\w*|employed|served)\b[^.]{0,160}?, (?!(?:work|serv|leav|join|earn|receiv|draw|includ|dur|accord|start"
    r"|begin|end|be|hav|commenc|hold|bear|reach|com)ing\b)[a-z]{3,}ing [^.,]{2,50}(?:,| and )[^.]{3,}"
)
"""What one was doing, told with two things or more: "He was operating two lathes, changing inserts and measuring"."""


_LISTED = expression(
    r"(?:^|(?<=[.;] ))[a-z]{2,}(?:age|ation|ing|upe|ment|ente|ien|ure|erie)s?\b(?: (?:[^\W\d]|[' ]){2,40})?"
    r"(?:, [^\W\d](?:[^\W\d]|[' ]){2,40}){2,6}(?=\.|$)"
)
"""What was done, named one by one without a verb: "Découpe de viande, vente, nettoyage"."""


def _has_duties(letter: Letter, text: str) -> bool:
    whole = " ".join(flat(letter.paper.document.text).split())
    if _DID.search(whole) or _DOING.search(whole) or _LISTED.search(whole):
        return True
    told = [sentence for sentence in letter.sentences if len(sentence.words) > 2]
    return bool(letter.job.duties) or bool(_DUTIES.search(text)) or len(told) >= OWN_WORDS


def _has_pay(letter: Letter, text: str) -> bool:
    return letter.job.amount is not None or bool(
        _PAY.search(text) or find_amounts(letter.paper.document.text)
    )


def _has_author(letter: Letter, text: str) -> bool:
    if letter.authors or letter.signed_by_employer or letter.paper.signed is False or _OFFICE.search(text):
        return True
    whole = letter.paper.document.text
    return bool(_BESIDE_MARK.search(whole) or _HEAD_OF_THE_EAST.search(whole))


def _has_contact(letter: Letter, _: str) -> bool:
    if letter.phones or letter.mails:
        return True
    return bool(_CONTACT.search(_without_dates(letter)))


def _without_dates(letter: Letter) -> str:
    """Give the text without its dates, whose numbers are neither amounts nor telephone numbers."""
    text = letter.paper.document.text
    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]} | {text[found.end :]}"
    return text


ELEMENTS: dict[str, Test] = {
    "the day on which the work began": _has_start,
    "whether or when it ended": _has_end,
    "the title": lambda letter, text: bool(letter.job.title or _TITLE.search(text) or fields(text)),
    "the duties": _has_duties,
    "the hours": lambda letter, text: bool(letter.job.hours) or bool(_HOURS.search(text)),
    "the pay": _has_pay,
    "who signs it": _has_author,
    "a telephone number or e-mail address of the employer": _has_contact,
}
"""What a letter should hold, and how it is known to be there."""

VITAL = frozenset({"the day on which the work began", "the title"})
"""What nothing can be counted without."""

VERIFYING = frozenset({"who signs it", "a telephone number or e-mail address of the employer"})
"""What nothing can be asked of anybody without."""


def lacks(letter: Letter) -> Iterator[str]:
    """Name what a letter does not say; nothing where a part of it was not read."""
    document = letter.paper.document
    text = fold(document.text)
    unclear = document.method == "ocr" and any(line.confidence < CLEAR for line in document.lines)
    if document.read != "full" or unclear or not text:
        return
    for name, told in ELEMENTS.items():
        if not told(letter, text):
            yield name
