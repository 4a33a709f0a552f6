"""The terms that an employment letter gives: pay, hours, place and duties."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from consistency.extractors.careers.places import Where, peel_place
from consistency.extractors.employment.letterhead import CLOSING
from consistency.extractors.pages.layout import Paragraph
from consistency.extractors.wording.hours_words import in_figures
from consistency.extractors.wording.official import has_mark
from consistency.extractors.wording.prose import plain
from consistency.model import Line
from consistency.normalizer.currencies import Local
from consistency.normalizer.dates import find_dates, find_periods
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import Amount, Per, find_amounts
from consistency.normalizer.places import split_place

_PAY = expression(
    r"\b(?:salar(?:y|ies)|wages?|remunerat\w+|paid|pay|earn(?:s|ed|ing)?|compensation|ctc|stipend|package"
    r"|income|emoluments?|take[- ]?home"
    r"|salaire|rémunér\w+|payée?|traitement|touch\w+|gagn\w+)\b",
    re.IGNORECASE,
)
_TIMES: dict[Per, re.Pattern[str]] = {
    "year": expression(r"\b(?:annual|yearly|annuel(?:le)?)\b", re.IGNORECASE),
    "month": expression(r"\b(?:monthly|mensuel(?:le)?)\b", re.IGNORECASE),
    "week": expression(r"\bweekly (?:salary|wage|pay|earnings)\b", re.IGNORECASE),
}
_HOURS = expression(
    r"(?P<hours>\d{1,2}(?:[.,]\d{1,2})?)\)?[\s-]*(?:\([^)]{2,30}\)\s*)?(?:working |work |de travail )?(?:hours?"
    r"|hrs?|heures|h)\b\.?[\s-]*(?:of (?:work|duty|service) |de travail |worked |on duty )?"
    r"(?:(?P<day>(?:per|a|each|every|/|par|la|in a)\s*(?:day|shift|jour(?:née)?)\b|daily|journali\w+)"
    r"|(?:work(?:ing)?[\s-])?week\b"
    r"|(?:per|a|each|every|/|par|la|weekly|hebdomadaires?|in (?:a|the|one))\s*(?:week|wk|semaine)?)",
    re.IGNORECASE,
)
_DAYS = expression(
    r"(?P<days>[1-7]|one|two|three|four|five|six|seven|deux|trois|quatre|cinq|sept)\s*(?:\([^)]{1,8}\)\s*)?"
    r"(?:working )?(?:days|jours)\s*(?:per|a|in a|each|every|/|par|sur)?\s*(?:the |la )?(?:week|wk|semaine|sept\b)",
    re.IGNORECASE,
)
_COUNTED = {
    word: number
    for number, words in enumerate(
        ("one", "two deux", "three trois", "four quatre", "five cinq", "six", "seven sept"), 1
    )
    for word in (*words.split(), str(number))
}
_WEEKLY = expression(
    r"(?P<hours>\d{1,2}(?:[.,]\d{1,2})?)\s*(?:hours?|hrs?|heures|h)?\s*(?:per|a|/|par)\s*(?:week"
    r"|semaine)\b|^(?P<bare>\d{1,2}(?:[.,]\d)?)$",
    re.IGNORECASE,
)
_HOURS_ALONE = expression(r"(\d{2}(?:[.,]\d)?)\s*(?:hours?|hrs?|heures|h)", re.IGNORECASE)
"""The hours beside a label: so many are of a week."""
_AT_PLACE = expression(
    r"\b(?:at|in|from|à|dans) (?:our|the|notre|nos) (?P<place>[A-ZÀ-Ý][^;:.()\n]{2,60}?) (?:location"
    r"|branch|office|site|plant|farm|premises|factory|restaurant|hotel|outlet|facility|unit|store|campus"
    r"|warehouse)\b"
    r"|\b(?:based|located|stationed|posted|assigned|deployed|placed|basée?|située?|affectée?)"
    r"(?: (?:to|at|à) (?:our|the|notre|nos|la|le) (?:[\w-]+ ){0,2}[\w-]+)? (?:in"
    r"|at|à|au|en) (?P<based>[A-ZÀ-Ý][^;:.()\n]{2,50}?)(?=[.;(\n]|\s+(?:and|et|where|with|on)\b|$)"
    r"|\b(?:succursale|bureau|établissement|site|magasin|usine) (?:de"
    r"|d['’]|à) (?P<site>[A-ZÀ-Ý][^;:.()\n]{2,40}?)(?=[.;(\n]|\s+(?:et|où|avec)\b|$)"
)
_OFF_TOPIC = expression(
    r"\b(?:leave of absence|granted|congé|canad\w+|contract abroad|visa(?! ?(?:no|number|file|n[°º]|#)\b)"
    r"|return|retour|will (?:be|resume"
    r"|rejoin))\b",
    re.IGNORECASE,
)
_CALLED_UPON = expression(
    r"\b(?:called upon|required|expected|tasked|entrusted|responsible|duties (?:are|were|included?)"
    r"|work (?:includes?|included|consists? of|involves?|involved))(?: to| with| for)?\s*:\s*(.+;.+)$",
    re.IGNORECASE,
)
"""A list of duties at the end of a sentence: "she is called upon to: …; …"."""


class Pay(NamedTuple):
    """An amount and the words that say so."""

    amount: Amount
    words: str
    paragraph: Paragraph


def pay_in(paragraphs: Sequence[Paragraph], local: Local) -> Pay | None:
    """Give the pay: the first amount in a sentence about pay, one with a period before one without.

    ``local`` are the currencies of the countries in the head: "N310,000.00" is money in Nigeria.
    """
    found = [
        Pay(for_a_time(amount, sentence), sentence, paragraph)
        for paragraph in paragraphs
        for sentence in sentences(paragraph.text)
        if _PAY.search(sentence)
        for amount in find_amounts(sentence) or find_amounts(sentence, local)
    ]
    if not found:
        found = list(_pay_for_a_time(paragraphs, local))
    return next((pay for pay in found if pay.amount.per), found[0] if found else None)


def _pay_for_a_time(paragraphs: Sequence[Paragraph], local: Local) -> Iterator[Pay]:
    """Give amounts for a time that no word calls pay: "45 hours a week for 210,000 F CFA a month"."""
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.text):
            for amount in find_amounts(sentence, local):
                if amount.per and (amount.currency or amount.per == "hour"):
                    yield Pay(amount, sentence, paragraph)


def for_a_time(amount: Amount, sentence: str) -> Amount:
    """Give an amount with the time that stands before it: "her annual emolument is N3,120,000.00"."""
    times = {per for per, words in _TIMES.items() if words.search(sentence)}
    return replace(amount, per=times.pop()) if amount.per is None and len(times) == 1 else amount


def speaks_of_pay(text: str) -> bool:
    """Tell whether the text says a word about pay."""
    return _PAY.search(text) is not None


def on_topic(text: str) -> str:
    """Give the sentences of a text without those about leave, travel or the time to come.

    Of one that tells before since when somebody works, that is left: "our cook since 2019, has been granted leave".
    """
    return " ".join(filter(None, map(_on_topic, sentences(text))))


def _on_topic(sentence: str) -> str:
    off = _OFF_TOPIC.search(sentence)
    if off is None:
        return sentence
    before = sentence[: off.start()]
    return before.strip() if _SINCE.search(before) and find_dates(before) else ""


_SINCE = expression(r"\b(?:since|depuis)\b", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """Part a text at the ends of its sentences; the point of an abbreviation is none."""
    return re.split(
        r"(?<=[a-zà-ÿ0-9)%]{2}[.!?])(?<!\b[A-Z][a-z]\.)(?<!Ltd\.)(?<!Inc\.)(?<!Mrs\.)(?<!Pvt\.)(?<!Mme\.)\s+(?=[A-ZÀ-Ý])",
        text,
    )


def hours_in(paragraphs: Iterable[Paragraph]) -> float | None:
    """Give the hours a week."""
    found = (
        _hours(match) for paragraph in paragraphs for match in _HOURS.finditer(in_figures(paragraph.text))
    )
    return next((hours for hours in found if hours is not None), None)


def _hours(match: re.Match[str]) -> float | None:
    """Give the hours a week: those of a day only times its days, and None where these are not told."""
    hours, around = _number(match["hours"]), match.string[match.start() : match.end() + 20]
    if match["day"] is None:
        return hours if re.search(r"week|wk|semaine|hebdo", around, re.IGNORECASE) else None
    days = _DAYS.search(match.string, match.end(), match.end() + 50)
    return hours * _COUNTED[days["days"].lower()] if days else None


def hours_of(text: str) -> float | None:
    """Read the value of a label for hours: "40 per week (full-time)"."""
    match = _WEEKLY.search(text.strip())
    if match is not None:
        return _number(match["hours"] or match["bare"])
    if (alone := _HOURS_ALONE.fullmatch(text.strip(" ."))) is not None:
        return _number(alone[1])
    told = _HOURS.search(text)
    return None if told is None else _hours(told) if told["day"] else _number(told["hours"])


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def place_in(paragraphs: Iterable[Paragraph]) -> Where | None:
    """Give the place of work that the prose names."""
    for paragraph in paragraphs:
        for match in _AT_PLACE.finditer(paragraph.text):
            said = match["place"] or match["based"] or match["site"]
            city, code = split_place(said)
            if code is not None:
                return Where(city, code, said, paragraph.place(said))
    return None


def as_place(text: str, line: Line) -> Where | None:
    """Read the value of a label for a place; an address keeps only its end."""
    _, where = peel_place(text.strip(" ."), line)
    if where is not None:
        return where
    city, code = split_place(text.strip(" ."))
    return Where(city, code, text.strip(), line) if city or code else None


def duties(paragraphs: Sequence[Paragraph], stated: int | None) -> tuple[str, ...]:
    """Give the duties: the items of the list, or what stands after "Duties:", one by one."""
    for index, paragraph in enumerate(paragraphs):
        match = re.match(
            r"^(?:(?:his|her|their|the|main|key|major|job|ses|les|principales|primary)\s+){0,3}(?:duties"
            r"|responsibilities|tâches|responsabilités|fonctions|tasks)\b[^:]{0,60}:\s*(.*)$",
            paragraph.text,
            re.IGNORECASE,
        )
        if match is not None:
            return _parted(match[1]) if match[1].strip() else _items(paragraphs[index + 1 :])
    for paragraph in paragraphs:
        listed = _CALLED_UPON.search(paragraph.text)
        if listed is not None:
            return _parted(listed[1])
    if any(paragraph.bullet for paragraph in paragraphs):  # an item with its own time is a role
        return tuple(
            part.text
            for part in paragraphs
            if part.bullet and not find_periods(part.text) and not _IS_PAY.match(part.text)
        )
    return _items(paragraphs[stated + 1 :], closed=True) if stated is not None else ()


_IS_PAY = expression(
    r"\W*(?:(?:basic|gross|net|total|monthly|housing|house rent|transport\w*|food|medical|overtime|other|special"
    r"|conveyance|dearness)\b[^:\d]{0,30}|(?:salary|allowances?|benefits?)\b[^:\d]{0,20})[:=–-]\s*(?:[A-Z]{2,3}\b|Rs\b|\$|\d)",
    re.IGNORECASE,
)
"""An item that is a part of the pay, and no duty: "Housing allowance: AED 500"."""


def _parted(text: str) -> tuple[str, ...]:
    """Give what semicolons part in a sentence."""
    return tuple(part for piece in re.split(r"\s*;\s*", text) if (part := piece.strip(" .")))


def _items(paragraphs: Sequence[Paragraph], closed: bool = False) -> tuple[str, ...]:
    """Give the lines of a list; where it has no heading it must be ``closed``: a sentence follows it."""
    out: list[str] = []
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        if not paragraph.bullet and (text.endswith((".", ":")) or len(text.split()) > 25):
            return tuple(out)
        if (
            has_mark(plain(text))
            or CLOSING.match(text)
            or (len(paragraph.lines[0].segments) > 1 and not paragraph.bullet)
        ):
            break
        if not _IS_PAY.match(text):
            out.append(text)
    return () if closed else tuple(out)
