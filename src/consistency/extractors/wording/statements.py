"""Sentences about work and about offers of work, read by the little words before each part.

"I have worked as Cook at Saffron House, León, since July 2024" and "Depuis juillet 2024, j'occupe le poste de
cuisinier chez Saffron House" have the same parts in another order: a title after *as*, an employer after *at* or
*chez*, a town after *in*, a time after *since*. The order does not matter.
"""

import re
from collections.abc import Iterator
from itertools import chain, islice, zip_longest

from msgspec import Struct, field

from consistency.extractors.wording.prose import Passage, trimmed
from consistency.extractors.wording.statement_words import (
    AFTER_FORM,
    ARTICLE,
    BEGINNING,
    BUSINESS,
    EMPLOYS,
    EXEMPT,
    FORM,
    FORM_IN_BRACKETS,
    HAS_A_TOWN,
    IN_A_NAME,
    LMIA,
    MAYBE_BEGINNING,
    NO_TITLE,
    NUMBERED_COMPANY,
    OTHER_EVENT,
    STOP,
    SUBJECT,
    is_a_firm,
    is_french,
    little_words,
    names_a_place,
)
from consistency.model import Evidence
from consistency.normalizer import dates, money, places
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import Amount


class Statement(Struct):
    """The parts of a sentence about work, each with its place."""

    evidence: Evidence
    title: str | None = None
    employer: str | None = None
    city: str | None = None
    country: str | None = None
    period: Period | None = None
    amount: Amount | None = None
    number: str | None = None
    cells: dict[str, Evidence] = field(default_factory=dict)

    @property
    def filled(self) -> int:
        """How many parts are known."""
        parts = (self.title, self.employer, self.city, self.period, self.amount, self.number)
        return sum(part is not None for part in parts)


_OFFERED_BY = expression(
    r"\bque (?:m'offr(?:e|ent|irait)|me propos(?:e|ent)|m'(?:a|ont) (?:offert|propose)) (?:la societe |l'entreprise )?"
    r"(?:(?:la|le|les) |l')?(?P<name>[^\W\d_][\w&.'’ -]{2,60}?(?:, inc\b\.?)?)"
    r"(?=,|;|$|\.\s|\.$| (?:a|en|dans|est|va|debute|commence|se|sera|depuis|comme) | du \d)"
)
"""Who offers a post, behind the verb: "le poste que m'offre la Fromagerie du Lac, à Alma"."""
_CLAUSE_BEFORE = expression(r"(?:^|\s)[a-zà-ÿ]{2,}, (?:and|but|so|et|mais|donc) (?=[A-ZÀ-Ý])")
"""What another clause ends with, before the one that names who offers."""


class _Anchor(Struct, frozen=True):
    role: str
    start: int
    end: int


def statement(sentence: Passage, order: dates.Order | None = None) -> Statement:
    """Read the parts of one sentence."""
    found = Statement(sentence.cite())
    times = _times(sentence.text, order)
    anchors = list(_anchors(sentence, times))
    for anchor, following in zip_longest(anchors, anchors[1:]):
        end = following.start if following else len(sentence.text)
        _fill(found, sentence, anchor, end)
    _own_business(found, sentence)
    _subject(found, sentence)
    _time(found, sentence, order)
    _numbers(found, sentence)
    return found


def _times(text: str, order: dates.Order | None) -> list[tuple[int, int]]:
    periods = [(start, end) for start, end, _ in dates.find_periods(text, order=order)]
    days = [(found.start, found.end) for found in dates.find_dates(text, order=order)]
    return periods + [day for day in days if not any(s <= day[0] < e for s, e in periods)]


def _anchors(sentence: Passage, times: list[tuple[int, int]]) -> Iterator[_Anchor]:
    """Give the little words in order; one inside a date or before no name is none."""
    low = sentence.plain
    seen: set[str] = set()
    french = is_french(low)
    for match in little_words(french).finditer(low):
        role, end = _meant(sentence.text, low, match, french)
        if any(start <= match.start() < stop or end == start for start, stop in times):
            role = "time"
        elif role in {"", "time"} or (role in seen and role != "city"):
            continue
        elif role != "title" and not _opens_a_name(sentence.text, low, end):
            role = "pay" if re.match(r"(?:an? |the |un |le )?(?:[$€£]|[a-z]{3} ?\d|\d)", low[end:]) else ""
        if role:
            seen.add(role)
            yield _Anchor(role, match.start(), end)


def _meant(text: str, low: str, match: re.Match[str], french: bool) -> tuple[str, int]:
    """Say what a little word stands before, and where that begins; "" for an "of" within a name."""
    role, end = match.lastgroup or "", match.end()
    if role == "city" and IN_A_NAME.search(low, 0, end):
        return "", end
    if role in {"employer", "city"}:
        end = _past_article(text, low, end, french)
    if role == "bare":
        role = "title" if text[end : end + 1].isupper() else ""
    if role == "house":
        role = "city" if names_a_place(text, end) else "employer"
    return role, end


def _past_article(text: str, low: str, at: int, french: bool) -> int:
    """Give where a name begins after its article: "by the Hotel Lotus"; "chez La Ruche" has none."""
    article = ARTICLE[french].match(low, at)
    if article is None or text[at].isupper() or not text[article.end() : article.end() + 1].isupper():
        return at
    return article.end()


def _opens_a_name(text: str, low: str, at: int) -> bool:
    first = text[at : at + 1]
    if re.match(r"(?:cad|usd|[a-z]{3}) ?[$\d]", low[at:]) or re.match(
        r"(?:canada|i|my|the visa|this|that)\b(?! ?[a-z]* (?:inc|ltd))", low[at:]
    ):
        return False
    return first.isupper() or first in "\"“«'" or bool(re.match(r"\d+ ?[a-z]+ [a-z]+ (?:inc|ltd)", low[at:]))


def _fill(found: Statement, sentence: Passage, anchor: _Anchor, end: int) -> None:
    stop = STOP.search(sentence.plain, anchor.end, end)
    while stop and _within_a_name(sentence.plain, anchor.end, stop):
        stop = STOP.search(sentence.plain, stop.end(), end)
    start, end = trimmed(sentence.text, anchor.end, stop.start() if stop else end, ',"“”«»')
    if sentence.text[end : end + 1] in tuple('"”»') and re.search('["“«]', sentence.text[start:end]):
        end += 1  # LLC "Zenit"
    if start >= end:
        return
    if anchor.role == "title" and found.title is None:
        _title(found, sentence, start, end)
    elif anchor.role == "employer" and found.employer is None:
        _employer(found, sentence, start, end)
    elif anchor.role == "city" and found.employer is None and is_a_firm(sentence.text, start, end):
        _employer(found, sentence, start, end)  # "a chef in Lotus Hotel Co."
    elif anchor.role == "city" and found.city is None and not _of_a_paper(sentence, anchor):
        _city(found, sentence, start, end)


def _within_a_name(low: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether a point or a bracket belongs to a name: "Co.", "(Private) Limited"."""
    if stop[0] == "(":
        return FORM_IN_BRACKETS.match(low, stop.start()) is not None
    short = (
        r"(?:\b(?:ltd|inc|co|corp|pvt|st|no|s\.a|c\.v|de c\.v|drs?|mrs?|ms|mmes?|mlles?|messrs|mfg|mfrs?|intl|bros|engg"
        r"|contg|equip|indus?|svcs?|cv|pt|ud)"
        r"|\b[a-z])$"
    )
    return stop[0] == "." and re.search(short, low[start : stop.start()]) is not None


def _of_a_paper(sentence: Passage, anchor: _Anchor) -> bool:
    """Tell whether "of" follows a common noun: in "the record of IMSS" and "my letter of Acme" no town follows."""
    if not sentence.plain.startswith("of ", anchor.start):
        return False
    before = sentence.text[: anchor.start].split()[-1:]
    return bool(before) and before[0].islower() and HAS_A_TOWN.fullmatch(before[0]) is None


def _title(found: Statement, sentence: Passage, start: int, end: int) -> None:
    comma = sentence.text.find(",", start, end)
    end = comma if comma > 0 else end
    paid = _PAY_BEHIND.search(sentence.text, start, end)
    end = paid.start() if paid else end
    if len(sentence.text[start:end].split()) <= 8 and not NO_TITLE.fullmatch(sentence.text[start:end]):
        found.title = sentence.text[start:end]
        found.cells["title"] = sentence.cite(start, end)


_PAY_BEHIND = expression(
    r"\s+(?:at|for|on|a|à|au|pour|earning|with)\s+(?:(?:an? |un |the |le )?(?:salary|wage|rate|pay|salaire|taux)\b"
    r"|(?:[A-Z]{2,3}\s?|(?:US|CA?)?\$\s?|[€£₦])\d|\d[\d .,]*\s?(?:[A-Z]{3}|[$€£₦])(?!\w)|\d+[.,]\d\d\b)"
)
"""The pay behind a title or an employer: "employed by Acme Haulage at USD 620 per month", "a carer at $19.00"."""


def _employer(found: Statement, sentence: Passage, start: int, end: int) -> None:
    """Take the name up to the comma before a town; a comma before a legal form belongs to the name."""
    text = sentence.text
    pay = _PAY_BEHIND.search(text, start, end)
    end = pay.start() if pay else end
    form = AFTER_FORM.search(text, start, end)
    stop = end = form.end() if form else end
    for comma in re.finditer(r",\s*", text[start:end]):
        rest = text[start + comma.end() : end]
        if not FORM.match(rest):
            stop = start + comma.start()
            _city(found, sentence, start + comma.end(), end)
            break
    if places.country_of_city(text[start:stop]) and found.city is None and "," not in text[start:end]:
        _city(found, sentence, start, stop)
        return
    found.employer = text[start:stop]
    found.cells["employer"] = sentence.cite(start, stop)


def _city(found: Statement, sentence: Passage, start: int, end: int) -> None:
    start, end = trimmed(sentence.text, start, end, ",")
    text = sentence.text[start:end]
    if not text or not text[0].isupper() or len(text.split()) > 6 or re.search(r"\d", text):
        return
    city, country = places.split_place(text)
    city = city if city is not None else (None if country else text)
    found.country = found.country or country
    if city:
        at = start + max(text.find(city), 0)
        found.city = city
        found.cells["city"] = sentence.cite(at, at + len(city))


def _own_business(found: Statement, sentence: Passage) -> None:
    """Read "my own bakery, La Ruche"."""
    own = BUSINESS.search(sentence.plain)
    if found.employer is None and own and _opens_a_name(sentence.text, sentence.plain, own.end()):
        stop = re.search(
            r",|\.(?=\s|$)| (?:since|in|from|depuis|a|which)\b|[;(]", sentence.plain[own.end() :]
        )
        end = own.end() + stop.start() if stop else len(sentence.text)
        _employer(found, sentence, *trimmed(sentence.text, own.end(), end, ',"“”«»'))


def _subject(found: Statement, sentence: Passage) -> None:
    """Read "Lakehead Services Inc. has offered me": the employer is who offers, or who employs."""
    employs = EMPLOYS.search(sentence.plain) if found.employer is None else None
    if employs and sentence.text[employs.start("name")].isupper():
        _employer_only(found, sentence, *employs.span("name"))
        return
    offered = _OFFERED_BY.search(sentence.plain)
    if offered and sentence.text[offered.start("name")].isupper():
        _employer_only(found, sentence, *offered.span("name"))
        return
    if found.employer is not None and not re.search(r"offer(?:ed|s) me|m'a offert|m'offre", sentence.plain):
        return
    match = SUBJECT.search(sentence.plain)
    if match is None:
        return
    start, end = trimmed(sentence.text, *match.span("name" if match["name"] else "now"), ",")
    lead = re.match(
        r"(?:.*?\b(?:that|my (?:future |prospective |new )?employer,?|que)\s+)?"
        r"(?:(?:l'(?:entreprise|employeur|hotel)|l[ae] (?:societe|compagnie|ferme)|the (?:company|firm)) )?",
        sentence.plain[start:end],
    )
    start += lead.end() if lead else 0
    start += next((m.end() for m in _CLAUSE_BEFORE.finditer(sentence.text[start:end])), 0)
    of = re.search(r",?\s(?:of|in|from|[aà]|de)\s+(?=[A-Z])", sentence.text[start:end])
    if of:
        _city(found, sentence, start + of.end(), end)
        end = start + of.start()
    if sentence.text[start : start + 1].isupper() and sentence.plain[start:end] not in {
        "i",
        "we",
        "he",
        "they",
    }:
        _employer_only(found, sentence, start, end)


def _employer_only(found: Statement, sentence: Passage, start: int, end: int) -> None:
    found.employer = None
    _employer(found, sentence, *trimmed(sentence.text, start, end, ","))


def _time(found: Statement, sentence: Passage, order: dates.Order | None) -> None:
    periods = dates.find_periods(sentence.text, order=order)
    for start, end, period in sorted(periods, key=lambda p: p[2].end is None and not p[2].open):
        found.period = period
        found.cells["period"] = sentence.cite(start, end)
        return
    days = [(day, sentence.plain[: day.start]) for day in dates.find_dates(sentence.text, order=order)]
    strong = (day for day, before in days if BEGINNING.search(before))
    weak = (day for day, before in days if MAYBE_BEGINNING.search(before) and not OTHER_EVENT.search(before))
    for day in islice(chain(strong, weak), 1):
        found.period = Period(day.date, None)
        found.cells["period"] = sentence.cite(day.start, day.end)


def _numbers(found: Statement, sentence: Passage) -> None:
    paid = [amount for amount in money.find_amounts(sentence.text) if amount.per]
    found.amount = next(iter(sorted(paid, key=lambda amount: amount.per != "hour")), None)
    found.number, evidence = offer_number(sentence)
    if evidence:
        found.cells["number"] = evidence


def offer_number(sentence: Passage) -> tuple[str | None, Evidence | None]:
    """Give the number of an LMIA or an offer of employment in a passage."""
    for match in LMIA.finditer(sentence.plain):
        start, end = match.span(1)
        if not NUMBERED_COMPANY.match(sentence.plain, end):
            return sentence.text[start:end], sentence.cite(start, end)
    far = EXEMPT.search(sentence.plain)
    if far:
        start, end = far.span(far.lastindex or 0)
        return sentence.text[start:end], sentence.cite(start, end)
    return None, None
