"""Sentences about work and about offers of work, read by the little words before each part.

"I have worked as Cook at Saffron House, León, since July 2024" and "Depuis juillet 2024, j'occupe le poste de
cuisinier chez Saffron House" have the same parts in another order: a title after *as*, an employer after *at* or
*chez*, a town after *in*, a time after *since*. The order does not matter.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from msgspec import Struct, field

from consistency.extractors.papers._career_words import employer_weight
from consistency.extractors.papers._prose import Passage, trimmed
from consistency.model import Evidence
from consistency.normalizer import dates, money, places
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import Amount

_TITLE_EN = (
    r"as (?!to |regards|for |of |per |stated|i |well|soon|my |you|it )(?:an? |the |their |its |our )?"
    r"|(?:position|post|role|job|title|occupation) (?:of|as|is) (?:an? |the )?|(?:am|been|was) (?:currently "
    r"|presently |now |also |still )*(?:an? |the )(?=[a-z-]+ (?:[a-z-]+ ){0,3}?(?:at|for|with|in)\b)"
    r"|employment as (?:an? )?"
)
_TITLE_FR = (
    r"comme |en tant qu(?:e |')|a titre d(?:e |')|en qualite d(?:e |')|(?:poste|emploi|fonctions?) d(?:e "
    r"|')|suis (?:actuellement )?(?:une? )?(?=[a-z-]+ (?:[a-z-]+ ){0,3}?chez\b)"
)
_EMPLOYER_EN = r"(?:at|for|with|by|from|joined|employer is|employer,) (?:the (?:company|firm|employer) )?"
_EMPLOYER_FR = (
    r"(?:chez|pour|aupres d(?:e |u |')|au sein d(?:e |u |')|par|avec|de la part d(?:e |')|employeur est"
    r"|entreprise|offre d'emploi d(?:e |')|offre d(?:e |'))\s?(?:l'entreprise |la societe |la compagnie "
    r"|l'employeur )?"
)
_CITY_EN = r"(?:in|located in|based in|of) (?:the city of )?"
_CITY_FR = r"(?:a|situee? a|en|de) (?:la ville de )?"
_FRENCH = expression(r"\b(?:je|j'|mon|ma|chez|depuis|comme|pour|nous|m'a)\b")
_ENGLISH = expression(r"\b(?:i|my|at|since|as|for|we|the|me)\b")
_STOP = expression(
    r"[;(:\u2014]| - | for (?:over|more|the (?:past|last)|about|almost|nearly|\d+|one|two|three|several"
    r"|many)\b|\.(?=\s|$)| (?:where|which|who|whose|and i|and my|under|per|full[- ]time"
    r"|part[- ]time|while|because|until|till|on|during|currently|presently|to date|now"
    r"|has (?:offered|hired|selected)|whose|and have|to work|to fill|ou|dont|qui|et je|et j'|sous"
    r"|a temps (?:plein|partiel)|actuellement|jusqu|pendant|avec un salaire"
    r"|afin|m'a|pour (?:une? |deux|trois|quatre|cinq|six|\d+|la duree|plus de))\b"
)
_FORM = expression(
    r"^(?:ltd|limited|inc|incorporated|llc|llp|co|corp|pvt|pty|plc|gmbh|ag|s\.?a|s\.?r\.?l|sarl|ltda|jsc|pt"
    r"|bhd|lp|n\.?v|b\.?v|s\.?l|ltee|cia)\b",
    re.IGNORECASE,
)
_LMIA = expression(
    r"(?:lmia|eimt|offer|offre|system file|dossier|a-?number)\b(?:[^.;\d]|\bno\."
    r"|#){0,45}?(?<![a-z\d])(a?\d{7,8})(?!\d)"
)
_NUMBERED_COMPANY = expression(
    r"\s(?:alberta|british columbia|b\.?c\.?|canada|manitoba|new brunswick|newfoundland|n\.?b\.?|nova scotia"
    r"|n\.?s\.?|ontario|ont\.?|quebec|p\.?e\.?i\.?|saskatchewan|sask\.?|yukon)"
    r"\s(?:ltd|ltee|limited|limitee|inc|incorporated|corp|corporation|ulc)\b"
)
"""A company that has a number for a name: 1234567 Ontario Inc."""
_SUBJECT = expression(
    r"(?P<name>[^\W\d_][\w&.,'’ -]{1,60}?),? (?:has|have|is|a|m'a|m') ?(?:kindly |recently |again "
    r"|also )?(?:offer(?:ed|ing)?|made me|given me|hired|selected|offert|propose|embauche|choisi)"
    r"|(?P<now>[^\W\d_][\w&.,'’ -]{1,60}?),? "
    r"(?:(?:offers|hires|is hiring|wants to hire|m'offre) |m'(?:offre|embauche)\b)"
)


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
    _subject(found, sentence)
    _time(found, sentence, order)
    _numbers(found, sentence)
    return found


def _times(text: str, order: dates.Order | None) -> list[tuple[int, int]]:
    periods = [(start, end) for start, end, _ in dates.find_periods(text, order=order)]
    days = [(found.start, found.end) for found in dates.find_dates(text, order=order)]
    return periods + [day for day in days if not any(s <= day[0] < e for s, e in periods)]


def _french(low: str) -> bool:
    return len(_FRENCH.findall(low)) > len(_ENGLISH.findall(low))


@cache
def _little_words(french: bool) -> re.Pattern[str]:
    title, employer, city = (
        (_TITLE_FR, _EMPLOYER_FR, _CITY_FR) if french else (_TITLE_EN, _EMPLOYER_EN, _CITY_EN)
    )
    since = (
        r"depuis|du|des|a partir d[eu]|a compter d[eu]|le"
        if french
        else r"since|from|starting|beginning|effective|between|commencing"
    )
    return expression(
        rf"(?<![\w'])(?:(?P<title>{title})|(?P<employer>{employer})|(?P<city>{city})|(?P<time>{since})\s)"
    )


def _anchors(sentence: Passage, times: list[tuple[int, int]]) -> Iterator[_Anchor]:
    """Give the little words in order; one inside a date or before no name is none."""
    low = sentence.plain
    seen: set[str] = set()
    for match in _little_words(_french(low)).finditer(low):
        role = match.lastgroup or ""
        end = match.end()
        if any(start <= match.start() < stop or end == start for start, stop in times):
            role = "time"
        elif role == "time" or (role in seen and role != "city"):
            continue
        elif role != "title" and not _opens_a_name(sentence.text, low, end):
            role = "pay" if re.match(r"(?:an? |the |un |le )?(?:[$€£]|[a-z]{3} ?\d|\d)", low[end:]) else ""
        if role:
            seen.add(role)
            yield _Anchor(role, match.start(), end)


def _opens_a_name(text: str, low: str, at: int) -> bool:
    first = text[at : at + 1]
    if re.match(r"(?:cad|usd|[a-z]{3}) ?[$\d]", low[at:]) or re.match(
        r"(?:canada|i|my|the visa|this|that)\b(?! ?[a-z]* (?:inc|ltd))", low[at:]
    ):
        return False
    return first.isupper() or first in "\"“«'" or bool(re.match(r"\d+ ?[a-z]+ [a-z]+ (?:inc|ltd)", low[at:]))


def _fill(found: Statement, sentence: Passage, anchor: _Anchor, end: int) -> None:
    stop = _STOP.search(sentence.plain, anchor.end, end)
    while (
        stop
        and stop[0] == "."
        and re.search(
            r"(?:\b(?:ltd|inc|co|corp|pvt|st|no|s\.a|c\.v|de c\.v|dr)|\b[a-z])$",
            sentence.plain[anchor.end : stop.start()],
        )
    ):
        stop = _STOP.search(sentence.plain, stop.end(), end)
    start, end = trimmed(sentence.text, anchor.end, stop.start() if stop else end, ',"“”«»')
    if start >= end:
        return
    if anchor.role == "title" and found.title is None:
        _title(found, sentence, start, end)
    elif anchor.role == "employer" and found.employer is None:
        _employer(found, sentence, start, end)
    elif anchor.role == "city" and found.employer is None and _names_employer(sentence.text[start:end]):
        _employer(found, sentence, start, end)  # "a chef in Lotus Hotel Co."
    elif anchor.role == "city" and found.city is None and not _of_a_paper(sentence, anchor):
        _city(found, sentence, start, end)


def _names_employer(text: str) -> bool:
    """Tell whether an employer follows "in", with its town or without: "Lotus Hotel, Colombo"."""
    return max(employer_weight(text), employer_weight(text.partition(",")[0])) >= 2


def _of_a_paper(sentence: Passage, anchor: _Anchor) -> bool:
    """Tell whether "of" follows a common noun: in "the record of IMSS" and "my letter of Acme" no town follows."""
    if not sentence.plain.startswith("of ", anchor.start):
        return False
    before = sentence.text[: anchor.start].split()[-1:]
    return bool(before) and before[0].islower() and _HAS_A_TOWN.fullmatch(before[0]) is None


_HAS_A_TOWN = expression(
    r"(?:city|town|village|branch|office|company|firm|hotel|restaurant|hospital|clinic|school|shop|store|farm|port|province|state)"
)


def _title(found: Statement, sentence: Passage, start: int, end: int) -> None:
    comma = sentence.text.find(",", start, end)
    end = comma if comma > 0 else end
    if len(sentence.text[start:end].split()) <= 8:
        found.title = sentence.text[start:end]
        found.cells["title"] = sentence.cite(start, end)


def _employer(found: Statement, sentence: Passage, start: int, end: int) -> None:
    """Take the name up to the comma before a town; a comma before a legal form belongs to the name."""
    text = sentence.text
    stop = end
    for comma in re.finditer(r",\s*", text[start:end]):
        rest = text[start + comma.end() : end]
        if not _FORM.match(rest):
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


def _subject(found: Statement, sentence: Passage) -> None:
    """Read "Lakehead Services Inc. has offered me": the employer is who offers."""
    if found.employer is not None and not re.search(r"offer(?:ed|s) me|m'a offert|m'offre", sentence.plain):
        return
    match = _SUBJECT.search(sentence.plain)
    if match is None:
        return
    start, end = trimmed(sentence.text, *match.span("name" if match["name"] else "now"), ",")
    lead = re.match(
        r"(?:.*?\b(?:that|my (?:future |prospective |new )?employer,?|que)\s+)?"
        r"(?:(?:l'(?:entreprise|employeur|hotel)|l[ae] (?:societe|compagnie|ferme)|the (?:company|firm)) )?",
        sentence.plain[start:end],
    )
    start += lead.end() if lead else 0
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
    for day in dates.find_dates(sentence.text, order=order):
        before = sentence.plain[: day.start]
        if re.search(
            r"(?:since|from|starting|beginning|commencing|effective|joined|started|in|on|depuis|du"
            r"|a partir du|a compter du|le|en|:)\s*(?:on |in |there )?(?:the |le )?$",
            before,
        ):
            found.period = Period(day.date, None)
            found.cells["period"] = sentence.cite(day.start, day.end)
            return


def _numbers(found: Statement, sentence: Passage) -> None:
    paid = [amount for amount in money.find_amounts(sentence.text) if amount.per]
    found.amount = next(iter(sorted(paid, key=lambda amount: amount.per != "hour")), None)
    found.number, evidence = offer_number(sentence)
    if evidence:
        found.cells["number"] = evidence


def offer_number(sentence: Passage) -> tuple[str | None, Evidence | None]:
    """Give the number of an LMIA or an offer of employment in a passage."""
    for match in _LMIA.finditer(sentence.plain):
        start, end = match.span(1)
        if not _NUMBERED_COMPANY.match(sentence.plain, end):
            return sentence.text[start:end], sentence.cite(start, end)
    return None, None
