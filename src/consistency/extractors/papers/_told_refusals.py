"""The refusals that an applicant tells of: in sentences, in lists, in tables."""

import re
from collections.abc import Iterator, Sequence

from consistency.extractors.papers._prose import BULLET, Passage
from consistency.model import Refusal
from consistency.normalizer import dates, identifiers, places
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression

_REFUSED = expression(r"\brefus|\brejet|\bdenied\b|\bdeclined\b|turned down|\bnegative decision|unsuccessful")
_DECIDED_BEFORE = expression(
    r"(?:refus\w*|rejet\w*|rejected|denied|declined|turned down|decision|letter|lettre)(?: (?:letter"
    r"|decision|was issued|issued|dated|de la demande|par l'agent|by the officer|by ircc"
    r"|[a-z]+ [a-z]+))?,? ?(?:on|in|of|dated|le|du|en date du|:|\(|-|,|datee? du)? ?(?:the |le )?$"
)
_MADE_BEFORE = expression(
    r"(?:submitted|applied|filed|application (?:of|dated|from)|received|lodged|deposee?|soumise?|presentee?"
    r"|demande du|demande de)(?: (?:on|in|le|en|it on|for [a-z ]+ (?:on|in)))?,? ?(?:the |le )?$"
)
_UNREFUSED = expression(
    r"never (?:been )?refused|not (?:been )?refused|no (?:previous )?refusals?|jamais (?:ete )?refuse"
    r"|aucun refus"
)
_BY_ADJECTIVE = expression(
    r"\b(u\.?\s?s\.?a?|american|u\.?k|british|australian|canadian|french|german|italian|spanish|dutch"
    r"|swiss|irish|japanese"
    r"|belgian|austrian|danish|swedish|norwegian|polish|portuguese|greek|new zealand|chinese|emirati"
    r"|americaine?|canadienne?|britannique|francaise?|allemande?|italienne?|espagnole?|belge|suisse)"
    r"\b\.?(?= (?:[a-z0-9/-]+ ){0,4}?(?:visa|embassy|consulate|esta|application|refus|ambassade"
    r"|authorit|tourist|visitor|student))"
    r"|(?<=visa )(americain|francais|britannique|allemand|italien|espagnol|belge|suisse|canadien)\b"
)
_BY_NAME = expression(
    r"\b(?:visa|entry|esta|application|demande|admission|embassy|consulate|travel)(?: [a-z0-9/-]+){0,3}?"
    r" (?:to|for|of|by|pour|a|au|aux|en|de|du|des) (?:the |les |la |l')?([a-z .]{2,30}?)"
    r"(?=,|\.|;|\)| in\b| on\b| was\b| were\b| and\b| is\b| because\b| le\b| en\b| a ete\b| dated\b| \(|$|  )"
)
_VISA_OF = expression(
    r"\b((?:[a-z]+ ){1,4}?)(?:(?:visitor|tourist|student|work|study|business|transit|entry) )*visa\b"
)
_NUMBER = expression(r"(?<![0-9A-Za-z])[A-Z] ?\d{9}(?!\d)")
_KIND = expression(r"\b(?:visa|permit|application|demande|permis|eta|esta|prorogation|extension)\b")
_PRONOUN = expression(
    r"^(?:it|this|that|which|unfortunately,? (?:it|the)|elle|celle-ci|la demande|the application"
    r"|the visa)\b"
)


def refusals(told: Sequence[Passage], order: dates.Order | None) -> list[Refusal]:
    """Give every refusal that is told, each decision once."""
    found: list[Refusal] = []
    listing = False
    before = ""
    for sentence in told:
        low = sentence.plain
        refused = _REFUSED.search(low) is not None and not _UNREFUSED.search(low)
        item = (
            sentence.row
            or BULLET.match(sentence.text) is not None
            or _NUMBER.search(sentence.text) is not None
        )
        if refused or (listing and item):
            for one in _refused_in(sentence, before, order):
                if not any(_same(one, other) for other in found):
                    found.append(one)
        listing = _opens_list(low, refused) or (listing and item)
        before = low
    return found


def _opens_list(low: str, refused: bool) -> bool:
    heading = refused or re.search(
        r"(?:previous|past|earlier|prior) (?:applications|decisions)|(?:demandes|decisions) (?:anterieures"
        r"|precedentes)",
        low,
    )
    return bool(heading) and (low.rstrip().endswith(":") or len(low.split()) <= 8 or "  " in low)


def _same(one: Refusal, other: Refusal) -> bool:
    if one.number and other.number:
        return one.number == other.number
    return one.country == other.country and one.period == other.period


def _refused_in(sentence: Passage, before: str, order: dates.Order | None) -> Iterator[Refusal]:
    for start, end in _items(sentence, order):
        part = sentence.part(start, end)
        day = _decision_day(part, order)
        number = next(iter(identifiers.find_application_numbers(part.text)), None)
        if day is None and number is None:
            continue
        evidence = {"period": part.cite(day.start, day.end)} if day else {}
        yield Refusal(
            evidence=part.cite(),
            cells=evidence,
            period=Period(day.date, None) if day else None,
            number=number,
            country="CA" if number else _country(part, sentence, before),
        )


def _country(part: Passage, sentence: Passage, before: str) -> str:
    """Give the state of one decision: named in its own part, else by the sentence or the one before."""
    own = _refuser(part.plain)
    if own or (_KIND.search(part.plain) and part.text != sentence.text):
        return own or "CA"
    earlier = _refuser(before) if _PRONOUN.match(sentence.plain) else None
    return _refuser(sentence.plain) or earlier or "CA"


def _items(sentence: Passage, order: dates.Order | None) -> Iterator[tuple[int, int]]:
    """Cut a sentence into one part per decision: at each application number, or after each decision's day."""
    numbers = [match.start() for match in _NUMBER.finditer(sentence.text)]
    days = _days(sentence, order)
    cuts: list[int] = []
    if len(numbers) > 1:
        day_first = len(days) >= len(numbers) and days[0].end <= numbers[0]
        cuts = [day.start for day in days[1:]] if day_first else numbers[1:]
    elif len(days) > 1 and not numbers:
        cuts = [day.end for day in days[:-1]]
    yield from zip([0, *cuts], [*cuts, len(sentence.text)], strict=True)


def _days(sentence: Passage, order: dates.Order | None) -> list[dates.Found]:
    """Give the days that may be those of decisions; years and months only where no day is told."""
    found = dates.find_dates(sentence.text, order=order)
    days = [day for day in found if not _MADE_BEFORE.search(sentence.plain[: day.start])]
    exact = [day for day in days if day.date.precision == "day"]
    return exact or days


def _decision_day(part: Passage, order: dates.Order | None) -> dates.Found | None:
    days = _days(part, order)
    decided = [day for day in days if _DECIDED_BEFORE.search(part.plain[: day.start])]
    return next(iter(decided or days), None)


def _refuser(low: str) -> str | None:
    """Give the state that a text names as the one that refused."""
    for match in _BY_ADJECTIVE.finditer(low):
        name = match[1] or match[2]
        word = re.sub(r"[\s.]", "", name)
        return "US" if word in ("us", "usa") else places.country(word.upper() if len(word) < 4 else name)
    named = (match[1].strip() for pattern in (_BY_NAME, _VISA_OF) for match in pattern.finditer(low))
    return next((code for name in named if (code := _ends_in_country(name))), None)


def _ends_in_country(text: str) -> str | None:
    """Give the country that the last words name: "visa pour la france" is France."""
    words = text.split()
    tails = (" ".join(words[start:]) for start in range(len(words)))
    return next((code for tail in tails if (code := places.country(tail))), None)
