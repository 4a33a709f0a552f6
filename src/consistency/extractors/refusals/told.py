"""The refusals that an applicant tells of: in sentences, in lists, in tables."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from consistency.extractors.refusals.clauses import Clause, clauses, telling
from consistency.extractors.wording.prose import BULLET, Passage
from consistency.model import Refusal
from consistency.normalizer import dates, identifiers, places
from consistency.normalizer.dates import PartialDate, Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.refusing import refusals_in, removed

_DECIDED_BEFORE = expression(
    r"(?:refus\w*|rejet\w*|rejected|denied|declined|turned down|decision|letter|lettre)(?: (?:letter"
    r"|decision|was issued|issued|dated|de la demande|par l'agent|by the officer|by ircc"
    r"|[a-z]+ [a-z]+))?,? ?(?:on|in|of|dated|le|du|en date du|:|\(|-|,|datee? du)? ?(?:the |le )?$"
)
_MADE_BEFORE = expression(
    r"(?:submitted|applied|filed"
    r"|application (?:(?:no\.?|number) )?\(?(?:[a-z] ?\d{9}\)? )?(?:of|dated|from|made)"
    r"|received|lodged|deposee?|soumise?|presentee?"
    r"|demande du|demande de)(?: (?:on|in|le|en|it on|for [a-z ]+ (?:on|in)))?,? ?(?:the |le )?$"
)
_LIST = expression(
    r"(?:previous|past|earlier|prior) (?:applications|decisions|refusals)"
    r"|(?:demandes|decisions|refus) (?:anterieure?s|precedente?s)"
    r"|\b(?:result|decision|outcome|resultat)\b.*\b(?:date|country|pays|number|type)\b"
    r"|\b(?:date|country|pays|number|type)\b.*\b(?:result|decision|outcome|resultat)\b"
)
"""What heads a list or a table of applications."""
_ANSWERS = expression(
    r"\b(?:respon[ds]\w*|repl(?:y|ies)|answer\w*|reasons?|grounds?|concerns?|motifs?|reponses?|repon[ds]\w*)\b"
)
"""What heads a list of answers, or of reasons, and not of applications."""
_GRANTED = expression(
    r"\b(?:visited|travelled|traveled|voyage|issued|granted|approved|accepted|obtained|valid|pending|withdrawn|accordee?|approuvee?|delivree?|acceptee?"
    r"|obtenue?|retiree?|en cours)\b"
)
"""The result, in a list or a table, of an application that was not refused."""
_FIRST_PERSON = expression(
    r"\b(?:my|our|ma|mon|mes) (?:\w+ ){0,4}?(?:applications?|visas?|permits?|refusals?|demandes?|permis)\b"
    r"|\bi (?:was|am|have)\b|\bje (?:suis|presente|soumets)\b"
)
_BY_ADJECTIVE = expression(
    r"\b(u\.?\s?s\.?a?|american|u\.?k|british|australian|canadian|french|german|italian|spanish|dutch"
    r"|swiss|irish|japanese"
    r"|belgian|austrian|danish|swedish|norwegian|polish|portuguese|greek|new zealand|chinese|emirati"
    r"|americaine?|canadienne?|britannique|francaise?|allemande?|italienne?|espagnole?|belge|suisse)"
    r"\b\.?(?= (?:[a-z0-9/-]+ ){0,4}?(?:visa|permit|embassy|consulate|esta|application|refus|ambassade"
    r"|authorit|tourist|visitor|student))"
    r"|(?<=visa )(americain|francais|britannique|allemand|italien|espagnol|belge|suisse|canadien)\b"
)
_BY_NAME = expression(
    r"\b(?:visa|entry|esta|application|demande|admission|embassy|consulate|travel)(?: [a-z0-9/-]+){0,3}?"
    r" (?:to|for|of|by|pour|a|au|aux|en|de|du|des) (?:the |les |la |l')?([a-z .]{2,30}?)"
    r"(?=,|\.|;|\)| in\b| on\b| was\b| were\b| and\b| is\b| because\b| le\b| en\b| a ete\b| dated\b| \(|$|  )"
)
_ENTRY_AT = expression(
    r"\b(?:entry|admission|turned (?:away|back|around)|sent back|deported|removed) (?:[a-z]+ ){0,2}?"
    r"(?:at|in|into|from|to|by) (?:the |the airport of )?([a-z .]{2,30}?)(?: airport| border)?"
    r"(?=,|\.|;|\)| in\b| on\b| and\b| because\b| when\b| \(|$)"
)
"""By whom somebody was not let in: "denied entry at Singapore"."""
_VISA_OF = expression(
    r"\b((?:[a-z]+ ){1,4}?)(?:(?:visitor|tourist|student|work|study|business|transit|entry) )*visa\b"
)
_BY_AGENT = expression(r"\b(?:by|par) (?!(?:letter|e-?mail|lettre|decision)\b)((?:[a-z.'-]+ ?){1,6})")
_SUBJECT = expression(
    r"(?:^|[,;:] |\b(?:and|but|et|mais) )((?:[a-z0-9.'-]+ ){1,8}?)"
    r"(?:(?:has|had|have|did|also|again|then|later|already|once|twice|even|me|m'a|m'ont|nous a|a|ont|n'a|ne m'a) )*$"
)
_PASSIVE = expression(r"\b(?:was|were|is|are|been|being|be|got|get|ete|est|sont|fut|not) $")
_OFFICE = expression(r"\b(?:ircc|cic|canada|canadian|canadien\w*)\b")
_AMERICAN = expression(r"\b(?:214 ?\(b\)|221 ?\(g\)|b-?1 ?/ ?b-?2|h-?1-?b|u\.?s\.?c\.?i\.?s)(?![a-z])")
"""The American law, a class of American visas, or their office."""
_RECORDS = expression(r"\b(?:hit|match|info(?:rmation)?[ -]sharing|m5|biometric\w* (?:check|search))\b")
_LETTERS_HIT = expression(r"\b([a-z]{3}) (?:hit|match)\b")
_SENT_FROM = expression(
    r"\b(?:from|out of|leave|du|de|d'|by|par) (?:the |la |le |les |l')?([a-z .]{2,30}?)"
    r"(?=[,.;)]|$| [ioeab]n\b| by\b| after\b| and\b)"
)
_STAYED_IN = expression(
    r"\b(?:in|at|au|aux|en) (?:the )?([a-z .]{2,30}?)"
    r"(?=[,.;)]|$| (?:airport|i|je|in|on|for|and|en|by|was|where)\b| [0-9])"
)
"""From where somebody was sent away: "deported from Kuwait", "in Kuwait I was …"."""
_LISTS = expression(
    r"\b(?:refusals?|rejections?|denials?|refus|rejets)\b(?: [a-z]+){0,3}?"
    r"(?: (?:were|was|are|is|sont|etaient|from|by)\b|:)"
)
"""Where the states that refused are listed: "my other refusals were Spain in 2018 and Italy"."""
_ASKED = expression(
    r"\b(?:appl(?:y|ied)|asked for|requested|wanted|wished|hoped|planned|intended|was invited|tried)\b"
    r"|\b(?:voul\w+|souhait\w+|demand(?:e|ais|ait)|desir\w+|solliciter?|depose|presente|invitee?|devais)\b"
)
"""What was told before: an application, or the journey for which it was made."""
_WHERE = expression(r" (?:in|on|at|a|en|from|of my|because) ")
_LETTERS = frozenset({
    "us", "usa", "uk", "uae", "ksa", "aus", "nz", "nzl", "gbr", "fra", "deu", "ita", "esp", "nld", "bel", "che", "irl",
    "jpn", "kor", "chn", "sgp", "mys", "hkg", "sau", "qat", "kwt",
})  # fmt: skip
"""Letters that notes have for states; others are a word more often than a state."""
_CELL = expression(r"\s{2,}|\s*\|\s*")
_DASH = expression(r"\s[-–—]\s|\s*[;,]\s")
_COLUMNS = 2
"""An item of a list with more parts than so many has cells: "March 2019 - Spain - visa - refused"."""
_NUMBER = expression(r"(?<![0-9A-Za-z])[A-Z] ?\d{9}(?!\d)")
_KIND = expression(r"\b(?:visa|permit|application|demande|permis|eta|esta|prorogation|extension)\b")
_NEXT_ONE = expression(
    r"\b(?:the other|another(?: one)?|the (?:second|third|next|latter)(?: one)?|l'autre|une? autre|la (?:seconde"
    r"|deuxieme)"
    r"|le (?:second|deuxieme))\b"
)
"""Where a sentence that tells several decisions goes on to the next: "one in May, the other in June"."""
_PRONOUN = expression(
    r"^(?:it|this|that|which|unfortunately,? (?:it|the)|elle|celle-ci|la demande|the application"
    r"|the visa|the refusal|the decision)\b"
)


def refusals(
    told: Sequence[Passage],
    order: dates.Order | None,
    *,
    skipped: Callable[[Passage], bool] | None = None,
) -> list[Refusal]:
    """Give every refusal of the applicant that is told, each decision once, but those of ``skipped`` sentences."""
    found: list[Refusal] = []
    first_person = any(_FIRST_PERSON.search(sentence.plain) for sentence in told)
    listing = False
    before, last = "", None
    for sentence in told:
        low = sentence.plain
        parts = clauses(low, first_person=first_person)
        refused = any(part.refusal is not None for part in parts)
        item = (
            sentence.row
            or BULLET.match(sentence.text) is not None
            or _NUMBER.search(sentence.text) is not None
        )
        listed = listing and item and not any(part.others for part in parts) and not _GRANTED.search(low)
        if (refused or listed) and not (skipped and skipped(sentence)):
            here = [*_refused_in(sentence, parts, before, order)]
            asked = () if here else _asked_before(sentence, parts, last, order)
            here += [one for one in asked if not any(one.country == other.country for other in found)]
            for one in here:
                if not any(_same(one, other) for other in found):
                    found.append(one)
        listing = _opens_list(low, refused) or (listing and item)
        before, last = low, sentence
    return found


def _asked_before(
    sentence: Passage, parts: Sequence[Clause], last: Passage | None, order: dates.Order | None
) -> Iterator[Refusal]:
    """Give the refusal without a day of an application of which the clauses before tell the day, by its year."""
    refusal = next((part for part in parts if part.refusal is not None), None)
    if (
        refusal is None
        or sentence.row
        or removed(sentence.plain)
        or dates.find_dates(sentence.text, order=order)[1:]
    ):
        return
    start = refusal.start
    asked = [sentence.part(0, start)] if start > 0 else []
    asked += (
        [last] if last is not None and not (asked and dates.find_dates(asked[0].text, order=order)) else []
    )
    for passage in asked:
        days = dates.find_dates(passage.text, order=order)
        states = {refuser(sentence.plain), refuser(passage.plain)} - {None}
        country = next(iter(states), None)
        apart = passage is last and passage.text.rstrip().endswith((".", "!", "?"))
        if (apart and refuser(passage.plain) is None) or len(states) != 1:
            continue
        if len(days) == 1 and country != "CA" and _tells_asking(passage.plain):
            year = PartialDate(days[0].date.year)
            evidence = passage.cite(days[0].start, days[0].end)
            yield Refusal(
                evidence=sentence.cite(),
                cells={"period": evidence},
                period=Period(year, None),
                country=country,
            )
            return


def _tells_asking(low: str) -> bool:
    """Tell whether clauses speak of an application or a planned journey, and of no refusal."""
    parts = clauses(low, first_person=True)
    return _ASKED.search(low) is not None and not any(
        part.refusal is not None or part.others for part in parts
    )


def _opens_list(low: str, refused: bool) -> bool:
    heading = (refused or _LIST.search(low)) and not _ANSWERS.search(low)
    return bool(heading) and (low.rstrip().endswith(":") or len(low.split()) <= 8 or "  " in low)


def _same(one: Refusal, other: Refusal) -> bool:
    if one.number and other.number:
        return one.number == other.number
    return one.country == other.country and one.period == other.period


def _refused_in(
    sentence: Passage, parts: Sequence[Clause], before: str, order: dates.Order | None
) -> Iterator[Refusal]:
    for passage, own in _of_applicant(sentence, parts):
        days = _days(passage, own, order)
        for start, end in _items(passage, days):
            part = passage.part(start, end)
            day = _decision_day(passage, [day for day in days if start <= day.start < end], start)
            number = next(iter(identifiers.find_application_numbers(part.text)), None)
            if day is None and number is None:
                continue
            country = "CA" if number else _country(part, passage, before)
            if country:
                yield Refusal(
                    evidence=part.cite(),
                    cells={"period": passage.cite(day.start, day.end)} if day else {},
                    period=Period(day.date, None) if day else None,
                    number=number,
                    country=country,
                )


def _of_applicant(sentence: Passage, parts: Sequence[Clause]) -> Iterator[tuple[Passage, Sequence[Clause]]]:
    """Give the sentence, or what is the applicant's of one that tells refusals of others, too; with its clauses."""
    if sentence.row or not any(part.refusal is not None for part in parts):
        yield sentence, [part for part in parts if not part.tells] if not sentence.row else ()
    elif not any(part.others for part in parts):
        yield sentence, [*telling(parts, sentence.plain)]
    else:
        for part in telling(parts, sentence.plain):
            whole = replace(part, start=0, end=part.end - part.start)
            yield sentence.part(part.start, part.end), [whole]


def _country(part: Passage, sentence: Passage, before: str) -> str:
    """Give the state of one decision: named in its own part, else by the sentence or the one before."""
    if removed(part.plain) or removed(sentence.plain):
        return _sent_from(part.plain) or _sent_from(sentence.plain) or ""
    own = _cell_state(part) or refuser(part.plain)
    if not own and _LISTS.search(sentence.plain):
        own = state_named(part.plain)
    if own or (_KIND.search(part.plain) and part.text != sentence.text):
        return own or "CA"
    earlier = refuser(before) if _PRONOUN.match(sentence.plain) else _in_records(before)
    return refuser(sentence.plain) or earlier or "CA"


def _sent_from(low: str) -> str | None:
    """Give the state that sent somebody away."""
    names = (match[1].strip() for pattern in (_SENT_FROM, _STAYED_IN) for match in pattern.finditer(low))
    return next((code for name in names if (code := _state(name) or places.country_of_city(name))), None)


def _in_records(low: str) -> str | None:
    """Give the state of whose records an officer's note speaks: "M5 check: USA hit."."""
    letters = _LETTERS_HIT.search(low)
    named = state_named(low) if _RECORDS.search(low) else None
    return named or (places.country(letters[1].upper()) if letters else None)


def _cell_state(part: Passage) -> str | None:
    """Give the state that a cell of a row names, and nothing else."""
    parts = _DASH.split(part.text)
    cells = _CELL.split(part.text.strip(" |")) if part.row else parts if len(parts) > _COLUMNS else ()
    return next((code for cell in cells if (code := _state(cell.strip(" .").lower()))), None)


def _items(sentence: Passage, days: Sequence[dates.Found]) -> Iterator[tuple[int, int]]:
    """Cut a sentence into one part per decision: at each application number, or after each decision's day."""
    numbers = [match.start() for match in _NUMBER.finditer(sentence.text)]
    cuts: list[int] = []
    listed = [match.start() for match in _NEXT_ONE.finditer(sentence.plain)]
    if listed and _each_has_a_day(listed, days):
        cuts = listed
    elif len(numbers) > 1:
        day_first = len(days) >= len(numbers) and days[0].end <= numbers[0]
        cuts = [day.start for day in days[1:]] if day_first else numbers[1:]
        if len(days) == len(numbers):
            cuts = _between(days, numbers)
    elif len(days) > 1 and not numbers:
        cuts = [day.end for day in days[:-1]]
    yield from zip([0, *cuts], [*cuts, len(sentence.text)], strict=True)


def _between(days: Sequence[dates.Found], numbers: Sequence[int]) -> list[int]:
    """Cut where a day or a number comes of which the decision has one already: the one may stand before the other."""
    cuts: list[int] = []
    seen: set[str] = set()
    for start, sort in sorted([*((day.start, "day") for day in days), *((at, "number") for at in numbers)]):
        if sort in seen:
            cuts.append(start)
            seen = set()
        seen.add(sort)
    return cuts


def _each_has_a_day(cuts: Sequence[int], days: Sequence[dates.Found]) -> bool:
    """Tell whether a day stands before the first of some places, and after each of them."""
    bounds = [0, *cuts, 1 << 30]
    return all(any(low <= day.start < high for day in days) for low, high in pairwise(bounds))


def _days(sentence: Passage, own: Sequence[Clause], order: dates.Order | None) -> list[dates.Found]:
    """Give the days that may be those of decisions: in clauses of refusals, or after words of a decision.

    Of a clause that tells a day, its years and months are no decisions; nor are the ends of a period.
    """
    low = sentence.plain
    periods = [
        (start, end)
        for start, end, period in dates.find_periods(sentence.text, order=order)
        if period.start and period.end
    ]
    found = [
        day
        for day in dates.find_dates(sentence.text, order=order)
        if not _MADE_BEFORE.search(low[: day.start])
        and not any(start <= day.start < end for start, end in periods)
    ]
    if not own:
        return _exact(found)
    told = [_exact([day for day in found if one.start <= day.start < one.end]) for one in own]
    decided = [day for day in found if _DECIDED_BEFORE.search(low[: day.start])]
    days = {day.start: day for day in (*(day for here in told for day in here), *decided)}
    return [days[place] for place in sorted(days)]


def _exact(days: Sequence[dates.Found]) -> list[dates.Found]:
    """Give the days among dates; years and months only where no day is told."""
    return [day for day in days if day.date.precision == "day"] or [*days]


def _decision_day(sentence: Passage, days: Sequence[dates.Found], start: int) -> dates.Found | None:
    decided = [day for day in days if _DECIDED_BEFORE.search(sentence.plain[start : day.start])]
    return next(iter(decided or days), None)


def refuser(low: str) -> str | None:
    """Give the state that a text names as the one that refused."""
    who = _agent(low)
    if who:
        return who
    for match in _BY_ADJECTIVE.finditer(low):
        return _state(match[1] or match[2])
    named = (
        match[1].strip() for pattern in (_BY_NAME, _ENTRY_AT, _VISA_OF) for match in pattern.finditer(low)
    )
    found = next((code for name in named if (code := _ends_in_country(name))), None)
    towns = (places.country_of_city(match[1].strip()) for match in _ENTRY_AT.finditer(low) if not found)
    return found or next((code for code in towns if code), None) or ("US" if _AMERICAN.search(low) else None)


def _agent(low: str) -> str | None:
    """Give the state that is named as the one who refuses: "France refused me", "refused by the Italian consul"."""
    for found in refusals_in(low):
        before = low[: found.start()]
        subject = None if _PASSIVE.search(before) else _SUBJECT.search(before)
        agent = _BY_AGENT.search(low, found.end())
        for words in (subject, agent):
            code = state_named(words[1]) if words else None
            if code:
                return code
    return None


def state_named(words: str) -> str | None:
    """Give the state that some words name, by its name or as an adjective; IRCC is Canada, "us" may be a pronoun."""
    if _OFFICE.search(words):
        return "CA"
    named = _WHERE.split(re.sub(r"^(?:in|on|en|le) \S+(?: \d{4})? ", "", words))[0].split()
    runs = (" ".join(named[i:j]) for i in range(len(named)) for j in range(min(i + 4, len(named)), i, -1))
    return next((code for run in runs if run != "us" and (code := _state(run))), None)


def _state(name: str) -> str | None:
    """Give the code of a state by its name, its adjective or its letters."""
    letters = re.sub(r"^the\b|[\s.]", "", name)
    return places.country(letters.upper() if letters in _LETTERS else name) if _is_telling(letters) else None


def _is_telling(letters: str) -> bool:
    return len(letters) > 3 or letters in _LETTERS


def _ends_in_country(text: str) -> str | None:
    """Give the country that the last words name: "visa pour la france" is France."""
    words = text.split()
    tails = (" ".join(words[start:]) for start in range(len(words)))
    return next((code for tail in tails if (code := _state(tail))), None)
