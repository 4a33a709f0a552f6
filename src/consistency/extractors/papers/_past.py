"""What an applicant tells of the past and of money in a letter: refusals, journeys, balances."""

import re
from collections.abc import Iterator, Sequence

from consistency.extractors.papers._prose import Passage, plain
from consistency.model import Balance, Refusal, Trip
from consistency.normalizer import dates, identifiers, money, places
from consistency.normalizer.dates import PartialDate, Period

_REFUSED = re.compile(r"\brefus|\brejet|\bdenied\b|\bdeclined\b|turned down|\bnegative decision|unsuccessful")
_DECIDED_BEFORE = re.compile(
    r"(?:refus\w*|rejet\w*|rejected|denied|declined|turned down|decision|letter|lettre)(?: (?:letter"
    r"|decision|was issued|issued|dated|de la demande|par l'agent|by the officer|by ircc"
    r"|[a-z]+ [a-z]+))?,? ?(?:on|in|of|dated|le|du|en date du|:|\(|-|,|datee? du)? ?(?:the |le )?$"
)
_MADE_BEFORE = re.compile(
    r"(?:submitted|applied|filed|application (?:of|dated|from)|received|lodged|deposee?|soumise?|presentee?"
    r"|demande du|demande de)(?: (?:on|in|le|en|it on|for [a-z ]+ (?:on|in)))?,? ?(?:the |le )?$"
)
_UNREFUSED = re.compile(
    r"never (?:been )?refused|not (?:been )?refused|no (?:previous )?refusals?|jamais (?:ete )?refuse"
    r"|aucun refus"
)
_ABROAD = re.compile(
    r"\b(?:(?P<adj>u\.?\s?s\.?a?|american|uk|british|schengen|australian|french|german|italian|spanish"
    r"|dutch|swiss|irish|japanese|new zealand|americain|britannique"
    r"|francais)\b(?= (?:[a-z0-9/-]+ ){0,4}?(?:visa|embassy|consulate|esta|application|refus))"
    r"|(?:visa|entry|esta|application|demande|admission)(?: [a-z0-9/-]+){0,3}? (?:to|for|of|by|pour|a"
    r"|au|aux|en) (?:the |les |la |l')?(?P<name>[a-z .]{2,30}?)(?=,|\.|;|\)| in\b| on\b| was\b| were\b"
    r"| and\b| is\b| because\b| le\b| en\b| a ete\b| dated\b| \(|$|  ))"
)
_ADJECTIVES = {
    "american": "US",
    "americain": "US",
    "british": "GB",
    "britannique": "GB",
    "uk": "GB",
    "australian": "AU",
    "french": "FR",
    "francais": "FR",
    "german": "DE",
    "italian": "IT",
    "spanish": "ES",
    "dutch": "NL",
    "swiss": "CH",
    "irish": "IE",
    "japanese": "JP",
    "new zealand": "NZ",
}

_MONEY = re.compile(
    r"savings?|balance|bank|account|deposit|funds|economies|epargne|solde|compte|fonds|liquidit|assets"
)
_NOT_OWN = re.compile(
    r"per (?:hour|month|year|week|annum)|salary|wage|hourly|gift|sponsor|loan|de l'heure|par (?:heure|mois"
    r"|an)|salaire|pret\b|worth|property|tuition|cost"
)
_ABOUT = re.compile(
    r",? (?:which is |that is |or |c'est-a-dire )?(?:about|approximately|approx|around|roughly|equivalent"
    r"|equal to|equals|equating|converted|environ|soit|equivaut|i\.e|or about|ou)\b|≈|~|=|\((?=[^)]*\d)"
)

_JOURNEY = re.compile(
    r"\btravel|\bvisit(?:ed|s|e|es)?\b|\btrips?\b|\bbeen to\b|\bjourney|\bvacation|\bholiday|\bvoyag"
    r"|\bsejour|je suis alle|j'ai ete (?:a|en|au)"
)
_NO_JOURNEY = re.compile(
    r"never travel|not travel|jamais voyage|purpose of (?:my |the )?visit|but de (?:la |ma )?visite"
    r"|to visit canada|visitor visa|visa de visiteur"
)
_PLACE_YEAR = re.compile(
    r"(?P<place>[^\W\d_][^\d,;:()]*?(?:, ?[^\W\d_][^\d,;:()]*?)?) ?(?:\(\s*(?:[^\W\d_]+\.? )?(?P<year>(?:19"
    r"|20)\d\d)\s*\)|,? (?:in|en|on) (?:[^\W\d_]+\.? )?(?P<later>(?:19|20)\d\d))"
)
_YEAR_PLACE = re.compile(
    r"\b[ie]n (?:[a-z]+ )?(?P<year>(?:19|20)\d\d),? ?(?:i |je |j'ai "
    r"|we )?(?:also )?(?:have )?(?:travell?ed to|visited|went to|was in|been to|visite|voyage (?:a|en|au)"
    r"|suis allee? (?:a|en|au))? ?(?P<place>[a-z][a-z' -]+?)(?=,|;|\.| and in\b| and then\b| et en\b|$)"
)
_BEFORE_PLACE = re.compile(
    r"^.*\b(?:to|visited|in|a|au|aux|en|visite|and|et|including|namely|also|been to|went|:)\s+(?=\S)"
)


def refusals(told: Sequence[Passage], order: dates.Order | None) -> list[Refusal]:
    """Give every refusal that is told, each decision once."""
    found: dict[str, Refusal] = {}
    heading = False
    for sentence in told:
        low = sentence.plain
        refused = _REFUSED.search(low) is not None and not _UNREFUSED.search(low)
        if refused or (heading and sentence.row):
            for one in _refused_in(sentence, order):
                day = one.period.start_iso if one.period else None
                known = next((k for k, r in found.items() if _same(r, one)), None)
                found.setdefault(known or f"{day} {one.number}", one)
        heading = refused if not sentence.row else (refused or heading)
    return list(found.values())


def _same(one: Refusal, other: Refusal) -> bool:
    if one.number and other.number:
        return one.number == other.number
    return one.country == other.country and one.period == other.period


def _refused_in(sentence: Passage, order: dates.Order | None) -> Iterator[Refusal]:
    for start, end in _items(sentence, order):
        part = sentence.part(start, end)
        days = list(dates.find_dates(part.text, order=order))
        day = _decision_day(part, days)
        number = next(iter(identifiers.find_application_numbers(part.text)), None)
        if day is None and number is None:
            continue
        period = Period(day.date, None) if day else None
        country = "CA" if number else _refuser(part.plain) or _refuser(sentence.plain) or "CA"
        yield Refusal(evidence=part.cite(), period=period, number=number, country=country)


def _items(sentence: Passage, order: dates.Order | None) -> Iterator[tuple[int, int]]:
    """Cut a sentence into one part per decision: at each application number, or at each decision day."""
    text = sentence.text
    numbers = [m.start() for m in re.finditer(r"(?<![0-9A-Za-z])[A-Z] ?\d{9}(?!\d)", text)]
    days = [
        d for d in dates.find_dates(text, order=order) if not _MADE_BEFORE.search(sentence.plain[: d.start])
    ]
    if len(numbers) > 1:
        before = days and days[0].end <= numbers[0] and len(days) >= len(numbers)
        cuts = (
            [d.end for d in days[: len(numbers)]]
            if before and days[1].start > numbers[0] is False
            else numbers
        )
        cuts = [d.start for d in days] if before else cuts
        yield from zip([0, *cuts[1:]], [*cuts[1:], len(text)], strict=True)
    elif len(days) > 1 and not numbers:
        ends = [d.end for d in days]
        yield from zip([0, *ends[:-1]], [*ends[:-1], len(text)], strict=True)
    else:
        yield 0, len(text)


def _decision_day(part: Passage, days: list[dates.Found]) -> dates.Found | None:
    low = part.plain
    decided = [d for d in days if _DECIDED_BEFORE.search(low[: d.start])]
    neutral = [d for d in days if not _MADE_BEFORE.search(low[: d.start])]
    return next(iter(decided or neutral), None)


def _refuser(low: str) -> str | None:
    """Give the state that a sentence names as the one that refused."""
    for match in _ABROAD.finditer(low):
        adjective = re.sub(r"[\s.]", "", match["adj"] or "")
        if adjective in ("us", "usa"):
            return "US"
        if match["adj"]:
            return _ADJECTIVES.get(match["adj"])
        code = places.country((match["name"] or "").strip())
        if code:
            return code
    return None


def balances(told: Sequence[Passage]) -> list[Balance]:
    """Give the money on accounts, in the account's own currency: what follows "about" is its equivalent."""
    found: dict[str, Balance] = {}
    for sentence in told:
        low = sentence.plain
        if not _MONEY.search(low) or _NOT_OWN.search(low):
            continue
        about = _ABOUT.search(low)
        own = sentence.text[: about.start()] if about else sentence.text
        amounts = money.find_amounts(own) or money.find_amounts(sentence.text)[:1]
        for amount in amounts:
            if amount.currency and amount.value >= 100:
                one = Balance(evidence=sentence.cite(), amount=float(amount.value), currency=amount.currency)
                found.setdefault(amount.currency, one)
    return list(found.values())


def trips(told: Sequence[Passage]) -> list[Trip]:
    """Give the journeys that are told with their years."""
    found: dict[tuple[str, str], Trip] = {}
    for sentence in told:
        if not _JOURNEY.search(sentence.plain) or _NO_JOURNEY.search(sentence.plain):
            continue
        for match in [*_PLACE_YEAR.finditer(sentence.text)] or [*_YEAR_PLACE.finditer(sentence.plain)]:
            trip = _trip(sentence, match)
            if trip:
                found.setdefault(
                    (
                        (trip.city or trip.country or ""),
                        trip.period.start_iso if trip.period and trip.period.start_iso else "",
                    ),
                    trip,
                )
    return list(found.values())


def _trip(sentence: Passage, match: re.Match[str]) -> Trip | None:
    groups = match.groupdict()
    start, end = match.span("place")
    lead = _BEFORE_PLACE.match(plain(sentence.text[start:end]))
    start += lead.end() if lead else 0
    text = sentence.text[start:end].strip(" ,")
    city, country = places.split_place(text)
    if country is None or country == "CA" or not text[:1].isupper():
        return None
    year = PartialDate(int(groups["year"] or groups["later"]))
    return Trip(
        evidence=sentence.cite(start, match.end()), period=Period(year, year), city=city, country=country
    )
