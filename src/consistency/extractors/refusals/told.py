"""The refusals that an applicant tells of: in sentences, in lists, in tables."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise

from msgspec.structs import replace

from consistency.extractors.refusals.clauses import Clause, clauses, telling
from consistency.extractors.refusals.merging import means, same, with_day, without_years
from consistency.extractors.refusals.refusers import (
    by_agent,
    in_records,
    refuser,
    sent_from,
    state_called,
    state_named,
)
from consistency.extractors.wording.prose import BULLET, Passage
from consistency.model import Refusal
from consistency.normalizer import dates, identifiers
from consistency.normalizer.dates import PartialDate, Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.refusing import removed, says_refused

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
_GIVEN = expression(
    r"\b(?:visa|permit|permis|extension|eta|trv|wp|sp|trp)\b(?: (?!refus|not\b|never\b|pas\b)[\w'-]+){0,4} "
    r"(?:issued|granted|approved|obtained|accordee?|approuvee?|delivree?|obtenue?)\b"
    r"|\b(?:granted|issued|gave) me\b|\bm'(?:a|ont) (?:accorde|delivre|donne)\w*\b|\bi (?:got|received|obtained)\b"
)
"""What a sentence tells of a visa that was given, beside one that was refused."""
_FIRST_PERSON = expression(
    r"\b(?:my|our|ma|mon|mes) (?:\w+ ){0,4}?(?:applications?|visas?|permits?|refusals?|demandes?|permis)\b"
    r"|\bi (?:was|am|have)\b|\bje (?:suis|presente|soumets)\b"
)
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
_CELL = expression(r"\s{2,}|\s*\|\s*")
_DASH = expression(r"\s[-–—]\s|\s*[;,]\s")
_LEAD = expression(r"\W{0,4}([a-z. ]{2,30}?) ?:")
_COLUMNS = 2
"""An item of a list with more parts than so many has cells: "March 2019 - Spain - visa - refused"."""
_NUMBER_BESIDE = expression(
    r"[\s,;:(–-]*(?:(?:no|file|application|demande|dossier)\b[\s.:#]*)?[A-Z] ?\d{9}(?!\d)\s*\)?"
)
_KIND = expression(r"\b(?:visa|permit|application|demande|permis|eta|esta|prorogation|extension)\b")
_ENDED = expression(r"[.!?:]\W*$")
"""How a sentence ends that nothing goes on with."""
_NEXT_ONE = expression(
    r"\b(?:the other|another(?: one)?|the (?:second|third|next|latter)(?: one)?|l'autre|une? autre|la (?:seconde"
    r"|deuxieme)"
    r"|le (?:second|deuxieme))\b"
)
"""Where a sentence that tells several decisions goes on to the next: "one in May, the other in June"."""
_AND_BY = expression(
    r"\W{0,3}(?:(?:and|et|then|puis|also|aussi|later|finally|enfin|again|once more|encore|so did|as did)\W{1,2}){1,3}"
    r"(?:(?:by|from|par|the|la|le|les|that of|those of|celui d[eu]) |l'){0,2}(?P<state>[a-z][a-z. ]{1,29}?),?"
    r"(?: (?:did|too|again|also|aussi|me|m'a|a|ont|one|another))*,? (?:on|in|le|en)\b"
)
"""The next state that refused, and its day: "and the United Kingdom on 2 August 2022"."""
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
    listing = open_end = False
    last: Passage | None = None
    for sentence in told:
        low = sentence.plain
        parts = clauses(low, first_person=first_person)
        refused = any(part.refusal is not None for part in parts)
        item = _is_item(sentence)
        next_one = (listing and item) or (open_end and _is_next(sentence, parts, order))
        listed = next_one and not any(part.others for part in parts) and not _GRANTED.search(low)
        if (refused or listed) and not (skipped and skipped(sentence)):
            for one in _told_in(sentence, parts, last, found, order):
                if not any(same(one, other) or means(one, other, low) for other in found):
                    found.append(one)
        if found and last is not None and not refused and (dated := with_day(found[-1], sentence, order)):
            found[-1] = dated
        listing = _opens_list(low, refused) or (listing and item)
        open_end = (refused or listed) and not sentence.row and not _ENDED.search(sentence.text)
        last = sentence
    return without_years(found)


def _is_next(sentence: Passage, parts: Sequence[Clause], order: dates.Order | None) -> bool:
    """Tell whether what a semicolon parts from a refusal names the next: a visa or permit and a day, without a verb."""
    end = next((part.start for part in parts if part.tells), len(sentence.text))
    ahead = sentence.part(0, end) if end > 0 else None
    if ahead is None or _KIND.search(ahead.plain) is None:
        return False
    return bool(dates.find_dates(ahead.text, order=order))


def _told_in(
    sentence: Passage,
    parts: Sequence[Clause],
    last: Passage | None,
    found: Sequence[Refusal],
    order: dates.Order | None,
) -> list[Refusal]:
    """Give the refusals of a sentence; where none has a day, that of an application told before, by a new state."""
    here = [*_refused_in(sentence, parts, last.plain if last else "", order)]
    if here:
        return here
    known = {one.country for one in found}
    return [one for one in _asked_before(sentence, parts, last, order) if one.country not in known]


def _is_item(sentence: Passage) -> bool:
    """Tell whether a sentence may be an item of a list of applications: a row, a bullet, or one with a number."""
    if sentence.row or BULLET.match(sentence.text):
        return True
    return identifiers.APPLICATION_IN_TEXT.search(sentence.text) is not None


def _asked_before(
    sentence: Passage, parts: Sequence[Clause], last: Passage | None, order: dates.Order | None
) -> Iterator[Refusal]:
    """Give the refusal without a day of an application of which the clauses before tell the day, by its year."""
    refusal = next((part for part in parts if part.refusal is not None), None)
    if refusal is None or sentence.row or removed(sentence.plain):
        return
    if len(dates.find_dates(sentence.text, order=order)) > 1:
        return
    for passage in _said_before(sentence, refusal.start, last, order):
        days = dates.find_dates(passage.text, order=order)
        states = {refuser(sentence.plain), refuser(passage.plain)} - {None}
        elsewhere = len(states) == 1 and "CA" not in states
        if elsewhere and len(days) == 1 and _tells_asking(passage.plain):
            yield Refusal(
                evidence=sentence.cite(),
                cells={"period": passage.cite(days[0].start, days[0].end)},
                period=Period(PartialDate(days[0].date.year), None),
                country=states.pop(),
            )
            return


def _said_before(
    sentence: Passage, start: int, last: Passage | None, order: dates.Order | None
) -> Iterator[Passage]:
    """Give the clauses before a refusal; where they tell no day, the sentence before that goes on or names a state."""
    own = sentence.part(0, start) if start > 0 else None
    if own is not None:
        yield own
    if last is None or (own is not None and dates.find_dates(own.text, order=order)):
        return
    if not last.text.rstrip().endswith((".", "!", "?")) or refuser(last.plain) is not None:
        yield last


def _tells_asking(low: str) -> bool:
    """Tell whether clauses speak of an application or a planned journey, and of no refusal."""
    parts = clauses(low, first_person=True)
    return _ASKED.search(low) is not None and not any(
        part.refusal is not None or part.others for part in parts
    )


def _opens_list(low: str, refused: bool) -> bool:
    heading = (refused or _LIST.search(low)) and not _ANSWERS.search(low)
    return bool(heading) and (low.rstrip().endswith(":") or len(low.split()) <= 8 or "  " in low)


def _refused_in(
    sentence: Passage, parts: Sequence[Clause], before: str, order: dates.Order | None
) -> Iterator[Refusal]:
    for passage, own in _of_applicant(sentence, parts):
        days = _days(passage, own, order)
        for start, end in _items(passage, days):
            part = passage.part(start, end)
            if part.text != passage.text and _GIVEN.search(part.plain) and not says_refused(part.plain):
                continue
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
        return sent_from(part.plain) or sent_from(sentence.plain) or ""
    apart = part.text != sentence.text
    own = (
        _cell_state(part)
        or refuser(part.plain)
        or _goes_on(part)
        or (by_agent(part.plain) if apart else None)
    )
    if not own and _LISTS.search(sentence.plain):
        own = state_named(part.plain)
    if own or (_KIND.search(part.plain) and apart):
        return own or "CA"
    earlier = refuser(before) if _PRONOUN.match(sentence.plain) else in_records(before)
    return refuser(sentence.plain) or earlier or "CA"


def _goes_on(part: Passage) -> str | None:
    """Give the state with which a sentence goes on, of which it told another before: "and Italy on 2 May 2021"."""
    lead = _AND_BY.match(part.plain)
    return state_called(lead["state"].strip()) if lead else None


def _cell_state(part: Passage) -> str | None:
    """Give the state that a cell of a row names, and nothing else; or what leads: "Spain: visa refused in 2018"."""
    if (lead := _LEAD.match(part.plain)) and (code := state_called(lead[1])):
        return code
    parts = _DASH.split(part.text)
    cells = _CELL.split(part.text.strip(" |")) if part.row else parts if len(parts) > _COLUMNS else ()
    return next((code for cell in cells if (code := state_called(cell.strip(" .").lower()))), None)


def _items(sentence: Passage, days: Sequence[dates.Found]) -> Iterator[tuple[int, int]]:
    """Cut a sentence into one part per decision: at each application number, or after each decision's day."""
    numbers = [match.start() for match in identifiers.APPLICATION_IN_TEXT.finditer(sentence.text)]
    cuts: list[int] = []
    listed = [match.start() for match in _NEXT_ONE.finditer(sentence.plain)]
    if listed and _each_has_a_day(listed, days):
        cuts = listed
    elif len(numbers) > 1:
        day_first = len(days) >= len(numbers) and days[0].end <= numbers[0]
        cuts = _behind_days(sentence, days) if day_first else numbers[1:]
        if len(days) == len(numbers):
            cuts = _between(days, numbers)
    elif len(days) > 1 and numbers:
        cuts = _of_several_kinds(sentence, days)
    elif len(days) > 1:
        cuts = _told_ahead(sentence, days) or [day.end for day in days[:-1]]
    yield from zip([0, *cuts], [*cuts, len(sentence.text)], strict=True)


def _told_ahead(sentence: Passage, days: Sequence[dates.Found]) -> list[int]:
    """Cut before each day but the first where every day is told ahead of its refusal: "in 2012 Cyprus refused me"."""
    if says_refused(sentence.plain[: days[0].start]):
        return []
    starts = [day.start for day in days]
    parts = pairwise([*starts, len(sentence.text)])
    return starts[1:] if all(says_refused(sentence.plain[start:end]) for start, end in parts) else []


def _behind_days(sentence: Passage, days: Sequence[dates.Found]) -> list[int]:
    """Cut at each day but the first; or behind the one before it, where a kind without a number follows."""
    cuts: list[int] = []
    for one, other in pairwise(days):
        end = _of_one(sentence, one)
        another = end <= other.start and _KIND.search(sentence.plain, end, other.start)
        numbered = identifiers.APPLICATION_IN_TEXT.search(sentence.text, end, other.start)
        cuts.append(end if another and not numbered else other.start)
    return cuts


def _of_one(sentence: Passage, day: dates.Found) -> int:
    """Give where a day ends, with the number beside it."""
    beside = _NUMBER_BESIDE.match(sentence.text, day.end)
    return beside.end() if beside else day.end


def _of_several_kinds(sentence: Passage, days: Sequence[dates.Found]) -> list[int]:
    """Cut behind a day, and the number beside it, where another visa or permit follows with a day of its own."""
    cuts: list[int] = []
    for one, other in pairwise(days):
        end = _of_one(sentence, one)
        if end <= other.start and _KIND.search(sentence.plain, end, other.start):
            cuts.append(end)
    return cuts


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
    found = [*_not_of_an_application(sentence, order)]
    if not own:
        return _exact(found)
    told = [_exact([day for day in found if one.start <= day.start < one.end]) for one in own]
    decided = [day for day in found if _DECIDED_BEFORE.search(sentence.plain[: day.start])]
    days = {day.start: day for day in chain(*told, decided)}
    return [days[place] for place in sorted(days)]


def _not_of_an_application(sentence: Passage, order: dates.Order | None) -> Iterator[dates.Found]:
    """Give the days on which no application was made, and which end no period."""
    periods = [
        range(start, end)
        for start, end, period in dates.find_periods(sentence.text, order=order)
        if period.start and period.end
    ]
    for day in dates.find_dates(sentence.text, order=order):
        in_period = any(day.start in period for period in periods)
        if not in_period and not _MADE_BEFORE.search(sentence.plain[: day.start]):
            yield day


def _exact(days: Sequence[dates.Found]) -> list[dates.Found]:
    """Give the days among dates; years and months only where no day is told."""
    return [day for day in days if day.date.precision == "day"] or [*days]


def _decision_day(sentence: Passage, days: Sequence[dates.Found], start: int) -> dates.Found | None:
    decided = [day for day in days if _DECIDED_BEFORE.search(sentence.plain[start : day.start])]
    return next(iter(decided or days), None)
