"""What an applicant tells of journeys and of money in a letter."""

import re
from collections.abc import Iterator, Sequence

from consistency.extractors.journeys.lines import in_line
from consistency.extractors.local_money import dollars_at_home, local_to
from consistency.extractors.wording.prose import Passage, plain
from consistency.model import Balance, Trip
from consistency.normalizer import dates, money, places
from consistency.normalizer.date_words import MONTHS
from consistency.normalizer.dates import PartialDate, Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.speakers import speaks_of_others
from consistency.normalizer.text import fold

_MONEY = expression(
    r"savings?|\bsaved\b|balance|bank|account|deposit|funds|economies|epargne|solde|compte|fonds|liquidit|assets"
    r"|\bcaja\b|caisse populaire|credit union|\bcooperati(?:v[ae]|f)\b"
)
_NOT_OWN = expression(
    r"per (?:hour|month|year|week|annum)|salary|wage|hourly|gift|sponsor|loan|de l'heure|par (?:heure|mois"
    r"|an)|salaire|pret\b|worth|property|tuition|cost"
)
_INCOME = expression(
    r"\b(?:incomes?|earn\w*|revenus?|revenues?|turnover|chiffre d'affaires|gagne\w*|profits?)\b"
)
_SAVED = expression(
    r"savings?|\bsaved\b|balance|account|deposit|funds|economies|epargne|solde|compte|fonds|liquidit"
)
"""In a sentence about what somebody earns, "the bank papers" tell of no savings."""
_HEADING = 6
"""So many words may head what follows: "What I have saved."."""
_ABOUT = expression(
    r",? (?:which is |that is |or |c'est-a-dire )?(?:about|approximately|approx|around|roughly|equivalent"
    r"|equal to|equals|equating|converted|environ|soit|equivaut|i\.e|or about|ou)\b|≈|~|=|\((?=[^)]*\d)"
)

_JOURNEY = expression(
    r"\btravel|\bvisit(?:ed|s|e|es)?\b|\btrips?\b|\bbeen to\b|\bjourney|\bvacation|\bholiday|\bvoyag"
    r"|\bsejour|je suis alle|j'ai ete (?:a|en|au)"
)
_NO_JOURNEY = expression(
    r"never travel|not travel|jamais voyage|purpose of (?:my |the )?visit|but de (?:la |ma )?visite"
    r"|to visit canada|\bwill\b|\bplan to|\bintend|\bwish|souhaite|visitor visa|visa de visiteur"
)
_NOT_MADE = expression(
    r"\b(?:never|not|n't|jamais|ne|pas) (?:\w+ ){0,2}?(?:travel|visit|voyag|been|go|went|alle)"
    r"|\b(?:cancel+ed|postponed|annule\w*|reporte\w*|called off|would have|should have|wanted to|hoped to)\b"
    r"|\b(?<!never )(?<!never been )(?<!not )(?<!without )(?<!no )(?<!jamais ete )"
    r"(?:refus\w+|rejet\w+|rejected|denied)\b"
    r"|\b(?:appl(?:y|ied|ying) (?:for|to)|unable|could not|n'ai pas pu)\b"
    r"|\bvisit(?:ed|s|ing)? (?:me|us)\b|(?:m'|nous )(?:a|ont) (?:rendu )?visite"
)
_OTHER_THINGS = expression(r"refus|rejet|work|employ|stud|degree|born|travail|etud|diplom|moved|lived")
_PLACE_YEAR = expression(
    r"(?P<place>[^\W\d_][^\d,;:()]*?(?:, ?[^\W\d_][^\d,;:()]*?)?) ?"
    r"(?:\(\s*(?P<inside>[^()\d]*?),?\s*(?P<year>(?:19|20)\d\d)\s*\)"
    r"|,? (?:in|en|on) (?:[^\W\d_]+\.? )?(?P<later>(?:19|20)\d\d))"
)
_LISTED = expression(
    r"(?:^|[,;:] |\band |\bet )(?P<place>[A-ZÀ-Ý][^\d,;:()]*?),? (?P<year>(?:19|20)\d\d)(?=\s*[,;.)]| and\b| et\b|$)"
)
"""An item of a mere list: "Ghana 2017, Rwanda 2024"."""
_YEAR_PLACE = expression(
    r"\b[ie]n (?:[a-z]+ )?(?P<year>(?:19|20)\d\d),? ?(?:i |je |j'ai "
    r"|we )?(?:also )?(?:have )?(?:travell?ed to|visited|went to|was in|been to|visite|voyage (?:a|en|au)"
    r"|suis allee? (?:a|en|au))? ?(?:to |a |au |aux )?(?P<place>[a-z][a-z' -]+?)(?=,|;|\.| and in\b"
    r"| and then\b| et en\b|$)"
)
_STAY = (
    r"(?:flew|went on (?:a )?(?:holiday|vacation|trip|tour)|spent (?:[a-z0-9-]+ ){1,3}?(?:days?|weeks?|nights?|month)"
    r"|stayed (?:for )?(?:[a-z0-9-]+ ){1,3}?(?:days?|weeks?|nights?)|was on (?:holiday|vacation)"
    r"|ai passe (?:[a-z0-9-]+ ){1,3}?(?:jours?|semaines?|nuits?)|suis allee? en (?:vacances|visite)) (?:to|in|at|a"
    r"|au|aux|en) "
)
_TOLD_STAY = expression(
    rf"\b[ie]n (?:early |late )?(?:[a-z]+ )?(?:of )?(?P<year>(?:19|20)\d\d),? (?:(?:i|we|je|j'|nous) ?)(?:also "
    rf"|then )?{_STAY}"
    r"(?:the |la |le |les |l')?(?P<place>[a-z][a-z' -]+?(?:, ?[a-z][a-z' -]+?)?)"
    r"(?=[.;)]|,? (?:for|with|and|to|where|on|at|as|by|because|pour|avec|et|chez|ou)\b"
    r"|,(?! ?[a-z]+(?: [a-z]+)?[,.;])|$)"
)
"""A stay abroad of days or weeks, told after its year."""
_ARTICLE = expression(r"(?:(?:and|et|also|then|puis) )*(?:(?:to|a|au|aux|en|in) )?(?:l'|la |le |les |the )?")
_BEFORE_PLACE = expression(
    r"^.*\b(?:to|visited|in|a|au|aux|en|visite|including|namely|been to|went|:)\s+(?=\S)"
)


def balances(told: Sequence[Passage]) -> list[Balance]:
    """Give the money on accounts, in the account's own currency: what follows "about" is its equivalent."""
    found: dict[str, Balance] = {}
    above = ""
    for sentence in told:
        low = f"{above} {sentence.plain}" if above else sentence.plain
        above = sentence.plain if _heads_savings(sentence) else ""
        source = _source_of(sentence)
        if not _MONEY.search(low) or (_INCOME.search(low) and not _SAVED.search(low)):
            continue
        if _NOT_OWN.search(low) and source is None:
            continue
        about = _ABOUT.search(sentence.plain)
        own = sentence.text[: about.start()] if about else sentence.text
        own = own[:source]
        for amount in _sums(own, sentence):
            currency = amount.currency or dollars_at_home(sentence.document)
            if currency and amount.value >= 100 and amount.per is None:
                one = Balance(evidence=sentence.cite(), amount=float(amount.value), currency=currency)
                found.setdefault(currency, one)
    return list(found.values())


def _source_of(sentence: Passage) -> int | None:
    """Give where a sentence about savings with their sum goes on to where they come from: ", saved from my salary"."""
    told = _SOURCE.search(sentence.plain)
    if told is None or not _HELD.search(sentence.plain[: told.start()]):
        return None
    before = sentence.text[: told.start()]
    return told.start() if money.find_amounts(before, local_to(sentence.document)) else None


_HELD = expression(r"\b(?:balance|savings|solde|epargne|economies|comptes?|accounts?)\b")
_SOURCE = expression(
    r"\. (?=(?:mon|ma|mes|my|je|j'|i|nous|we) ?[a-z])"
    r"|, (?:(?:which|that|and|qui|que|et) )?(?:(?:i|je|j'ai|was|is|are|were|have|has|il|elle|est|sont|a|ont|all"
    r"|mostly|tout) )*"
    r"(?:saved|put aside|accumulated|earned|coming|comes?|from|built|epargnee?s?|economisee?s?|constituee?s?"
    r"|provenant|issue?s?"
    r"|tiree?s?|mise?s? de cote|provien\w+)\b"
)


def _heads_savings(sentence: Passage) -> bool:
    """Tell whether a sentence is but a heading about savings, which says what the sum below is."""
    short = len(sentence.plain.split()) <= _HEADING and not sentence.row
    return short and _SAVED.search(sentence.plain) is not None and not money.find_amounts(sentence.text)


def _sums(own: str, sentence: Passage) -> Sequence[money.Amount]:
    """Give the sums in words of a sentence, else its first one; those whose currency is known go before others."""
    local = local_to(sentence.document)
    plain_sums, here = money.find_amounts(own), money.find_amounts(own, local)
    readings = (
        here if _known(here) > _known(plain_sums) > 0 else plain_sums,
        here,
        money.find_amounts(sentence.text)[:1],
        money.find_amounts(sentence.text, local)[:1],
    )
    known = (sums for sums in readings if any(one.currency for one in sums))
    return next(known, next(filter(None, readings), ()))


def _known(sums: Sequence[money.Amount]) -> int:
    """Count the sums whose currency is known."""
    return sum(one.currency is not None for one in sums)


def trips(told: Sequence[Passage]) -> list[Trip]:
    """Give the journeys that are told with their years."""
    found: dict[tuple[str | None, str | None, str], Trip] = {}
    for sentence in told:
        if (
            _NO_JOURNEY.search(sentence.plain)
            or _NOT_MADE.search(sentence.plain)
            or _of_others(sentence.plain)
        ):
            continue
        if (stay := _by_days(sentence)) is not None and stay.period is not None:
            found.setdefault((stay.city, stay.country, str(stay.period.start)), stay)
            continue
        journeys = list(_in_sentence(sentence))
        other = _OTHER_THINGS.search(sentence.plain)
        told_stay = _TOLD_STAY.search(sentence.plain)
        if _JOURNEY.search(sentence.plain) or (not other and (told_stay or len(journeys) > 1)):
            for year, trip in journeys:
                found.setdefault((trip.city, trip.country, year), trip)
    return list(found.values())


def _by_days(sentence: Passage) -> Trip | None:
    """Give the journey that a sentence tells with its days: "I visited Lima from 6 to 27 July 2019"."""
    if _I_WENT.search(sentence.plain) is None or _OTHER_THINGS.search(sentence.plain):
        return None
    times = dates.find_periods(sentence.text)
    whole = times[0][2] if len(times) == 1 and len(dates.find_dates(sentence.text)) <= _TWO_DAYS else None
    if whole is None or whole.start is None or whole.end is None:
        return None
    exact = {whole.start.precision, whole.end.precision} == {"day"}
    stay = in_line(sentence, None) if exact and whole.start.alternative is None else None
    short = 0 <= (whole.end.latest - whole.start.earliest).days <= _LONGEST_STAY
    return stay if stay is not None and short and stay.period == whole else None


_TWO_DAYS, _LONGEST_STAY = 2, 92
_I_WENT = expression(
    r"\b(?:(?:i|we) (?:\w+ ){0,2}?(?:visited|travell?ed|went|flew|stayed|toured|spent|was in|were in)"
    r"|(?:je|nous) (?:\w+ )?(?:suis|sommes) (?:\w+ )?allee?s?|(?:j'ai|nous avons|je) (?:\w+ )?(?:visite"
    r"|sejourne|voyage|passe))\b"
)
"""Words by which somebody tells of a journey that was made."""


def _of_others(words: str) -> bool:
    """Tell whether the journey of a sentence is that of a relative or an employer, not the applicant's."""
    if _TOLD_STAY.search(words):
        return False
    journey = _JOURNEY.search(words)
    return speaks_of_others(fold(words[: journey.start()] if journey else words))


def _in_sentence(sentence: Passage) -> Iterator[tuple[str, Trip]]:
    """Give the journeys of a sentence: "Paris (2019)", or "in 2019 to Paris" where the year stands first."""
    stays = list(_TOLD_STAY.finditer(sentence.plain))
    if stays and not _OTHER_THINGS.search(sentence.plain):
        for match in stays:
            yield from ((_year(match), trip) for trip in _of_match(sentence, match))
        return
    after, before = list(_PLACE_YEAR.finditer(sentence.text)), list(_YEAR_PLACE.finditer(sentence.plain))
    if not after and not before:
        after = list(_LISTED.finditer(sentence.text))
    year_first = bool(before) and (not after or before[0].start() < _begins(sentence, after[0]))
    for match in before if year_first else after:
        for trip in _of_match(sentence, match):
            yield _year(match), trip


def _year(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return str(groups["year"] or groups["later"])


def _month(match: re.Match[str]) -> int | None:
    """Give the one month before the year of a journey: "in January 2024", "Lima (March 2019)"."""
    group = "later" if match.groupdict().get("later") else "year"
    before = _MONTH_BEFORE.search(plain(match.string[: match.start(group)]))
    months = [MONTHS.get(word) for word in (before["month"], before["other"])] if before else [None]
    return months[0] if months[0] and len(months) == 1 + (months[-1] is None) else None


_MONTH_BEFORE = expression(
    r"(?:(?P<other>[a-z]+)\.?(?: ?[-–/] ?| (?:and|et|to|a|or|ou) ))?\b(?P<month>[a-z]{3,9})\.?,? (?:of |de )?$"
)


def _begins(sentence: Passage, match: re.Match[str]) -> int:
    """Give where the name of the place begins, after the words that lead to it."""
    start, end = match.span("place")
    lead = _BEFORE_PLACE.match(plain(sentence.text[start:end]))
    start += lead.end() if lead else 0
    article = _ARTICLE.match(plain(sentence.text[start:end]))
    return start + (article.end() if article else 0)


def _of_match(sentence: Passage, match: re.Match[str]) -> Iterator[Trip]:
    """Give the journeys of one year: to one place, or to several ("Bangkok and Kuala Lumpur in 2019")."""
    start = _begins(sentence, match)
    text = sentence.text[start : match.end("place")].strip(" ,")
    inside = (match.groupdict().get("inside") or "").strip()
    if places.country(text) and len(inside) > 3 and plain(inside).rstrip(".") not in MONTHS:
        text = f"{inside}, {text}"
    evidence = sentence.cite(start, match.end()) if start < match.end() else sentence.cite()
    year = PartialDate(int(_year(match)), _month(match))
    for place in _several(text) if text[:1].isupper() else ():
        city, country = places.split_place(place)
        if country is not None:
            yield Trip(evidence=evidence, period=Period(year, year), city=city, country=country)


def _several(text: str) -> Iterator[str]:
    """Cut a list of places: commas part towns, unless a country follows its town."""
    for part in re.split(r"\s+(?:and|et|&)\s+", text):
        pieces = [piece.strip() for piece in part.split(",")]
        towns = (
            len(pieces) > 1 and all(map(places.country_of_city, pieces)) and not places.country(pieces[-1])
        )
        yield from pieces if towns else [part]
