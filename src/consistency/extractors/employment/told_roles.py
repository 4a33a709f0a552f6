"""The roles that a letter of work tells, each with its time: in a table, in a list, in prose, beside labels."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.careers.fields import Atom
from consistency.extractors.careers.tables import table_entries
from consistency.extractors.employment import statement, terms
from consistency.extractors.employment.labels import Labelled
from consistency.extractors.employment.statement import Role
from consistency.extractors.employment.text import Letter
from consistency.extractors.local_money import local_to
from consistency.extractors.pages.layout import Block, Paragraph, blocks, merged
from consistency.extractors.wording.career_words import title_weight
from consistency.model import Line
from consistency.normalizer.calendars import gregorian
from consistency.normalizer.dates import (
    PartialDate,
    Period,
    find_dates,
    find_periods,
    is_present,
    parse,
    parse_period,
)
from consistency.normalizer.expressions import expression

_TITLE_WORDS = 6
_DATED_ITEM = expression(r"\W*(?:(?:from|du|de|since|depuis)\s*)?\d", re.IGNORECASE)
"""How an item of a list of roles begins, where no bullet stands before it: "from 03.09.2012 to 14.06.2016 – fitter"."""
_STILL = expression(
    r"\bstatus\W{1,4}(?:active|current(?:ly employed)?)\b|\bstatut\W{1,4}actif\b|"
    r"\b(?:remains?|(?:is|est) (?:still|currently|presently|toujours|actuellement)|continues to be)\s+(?:\w+\s+){0,3}?"
    r"(?:employee|employed|staff|working|in our (?:employ|service)|employée?|salariée?)\b"
    r"|\bis an? (?:full|part)[- ]time\b|\bis an? (?:[\w-]+ ){0,3}(?:staff|employee|member of (?:our |the )?staff)\b"
    r"|\b(?:present|current) (?:position|designation|post|job title|rank|grade)\b|\b(?:poste|fonction|emploi) actuel"
    r"|\b(?:est|reste) (?:toujours |encore |à ce jour |actuellement )?en (?:activité|service|fonctions?|poste)\b",
    re.IGNORECASE,
)
"""Where labels give the first day alone, the words by which a letter says that the work goes on."""

_ASIDE = expression(
    r"(?<=\d)\s*\((?:(?!\b(?:present|current|to date|still|till)\b)[^()\d]){3,80}\)\s*$", re.IGNORECASE
)


class ToldRole(Struct, frozen=True):
    """A role as the letter tells it."""

    title: Atom | None
    period: Period | None
    dates: str | None
    line: Line


def told_roles(letter: Letter) -> list[ToldRole]:
    """Give the roles that a letter tells."""
    return (
        _roles_in_table(letter)
        or _roles_in_list(letter)
        or _roles_in_label(letter)
        or _roles_by_days(letter)
        or _roles_in_prose(letter)
    )


def _roles_in_table(letter: Letter) -> list[ToldRole]:
    """Read a table with a row for each role."""
    for block in (*blocks(letter.document), Block(lines=letter.document.lines)):
        told = [
            ToldRole(entry.first, entry.found.period, entry.found.words, entry.head)
            for entry in table_entries(block) or ()
            if entry.first is not None and entry.found is not None
        ]
        if told:
            return told
    return []


def _roles_in_list(letter: Letter) -> list[ToldRole]:
    """Read a list with an item for each role and its time: "Cook – June 2016 to December 2020"."""
    told = [*_items(letter)] if letter.stated is not None else []
    titles = [role.title.text for role in told if role.title is not None]
    if len(told) > 1 and not titles and _in_turn(told):
        return _of_one_title(letter, told)
    titled = [title for title in titles if len(title.split()) <= _TITLE_WORDS]
    known = any(title_weight(title) > 0 for title in titled)
    return told if len(told) > 1 and known and len(titled) == len(told) and _in_turn(told) else []


def _of_one_title(letter: Letter, told: list[ToldRole]) -> list[ToldRole]:
    """Give the times of a list, which are seasons or contracts of one post that the statement names."""
    passage = letter.passage
    titles = statement.titles_in(terms.on_topic(passage.text)) if passage is not None else ()
    if passage is None or not titles:
        return []
    title = Atom(titles[0].text, passage.place(titles[0].text))
    return [replace(role, title=title) for role in told]


def _roles_in_label(letter: Letter) -> list[ToldRole]:
    """Read posts that stand behind one label, each with its time: "Cook (2018 – 2020); chef (2020 – now)"."""
    beside = letter.labels.get("title")
    told: list[ToldRole] = []
    for part in beside.text.split(";") if beside is not None else ():
        periods = find_periods(part)
        if beside is None or len(periods) != 1:
            return _risen_in_label(letter)
        start, end, period = periods[0]
        title = _TIME_IN_BRACKETS.sub("", part).strip(" –—-:,;.()")
        told.append(
            ToldRole(Atom(title, beside.line) if title else None, period, part[start:end], beside.line)
        )
    return told if len(told) > 1 and _in_turn(told) else _risen_in_label(letter)


def _risen_in_label(letter: Letter) -> list[ToldRole]:
    """Read a post beside a label and the one to which somebody rose: "Baker; since 1 May 2024: head baker"."""
    first, beside = letter.labels.get("first_title"), letter.labels.get("title")
    told = [(first.text, first.line)] if first is not None else []
    told += [(part, beside.line) for part in beside.text.split(";")] if beside is not None else []
    whole = _whole_time(letter) if len(told) > 1 else None
    steps = [_step(text) for text, _ in told]
    if whole is None or whole.start is None or any(day is None for _, day in steps[1:]):
        return []
    starts = [steps[0][1] or whole.start, *(day for _, day in steps[1:])]
    if not all(one.before(other) for one, other in pairwise(starts) if one and other):
        return []
    ends = [*starts[1:], whole.end]
    return [
        ToldRole(
            Atom(title, line),
            Period(start, end, open=whole.open and number == len(told) - 1),
            None,
            line,
        )
        for number, ((title, _), (_, line), start, end) in enumerate(
            zip(steps, told, starts, ends, strict=True)
        )
    ]


def _roles_by_days(letter: Letter) -> list[ToldRole]:
    """Read posts that stand behind the days beside two labels: "Appointment: 6 May 2019 as fitter", "Promotion: …"."""
    told = [letter.labels[name] for name in ("from", "promotion") if name in letter.labels]
    steps = [_AS_WHAT.match(one.text) for one in told]
    days = [parse(step["day"].strip(" ,-–(")) if step else None for step in steps]
    starts = [day for day in days if day is not None]
    if len(starts) < 2 or not starts[0].before(starts[1]):
        return []
    whole = _labelled_period({name: one for name, one in letter.labels.items() if name == "to"})
    end = whole.end if whole is not None else None
    last = Period(starts[1], end, open=end is None and (whole is None or whole.open))
    periods = (Period(starts[0], starts[1]), last)
    return [
        ToldRole(Atom(step["title"].strip(), one.line), period, step["day"].strip(), one.line)
        for step, one, period in zip(steps, told, periods, strict=True)
        if step is not None
    ]


_AS_WHAT = expression(
    r"^(?P<day>[^;:]{4,24}?\d)[\s,(–-]+(?:as|comme|en qualité de|à titre de)\s+(?:an?\s+|the\s+)?"
    r"(?P<title>[^\W\d][^\d;:()]{2,60}?)\)?\W*$",
    re.IGNORECASE,
)
"""A day and the post that began on it: "06-05-2019 as Mechanical Engineer"."""


def _step(text: str) -> tuple[str, PartialDate | None]:
    """Give a post and the day from which it was held: "Lead welder (w.e.f. 1 August 2020)"."""
    found = _SINCE.search(text)
    days = find_dates(found["when"]) if found else ()
    if found is None or len(days) != 1:
        return text.strip(" –—-:,;."), None
    return f"{text[: found.start()]} {text[found.end() :]}".strip(" –—-:,;."), days[0].date


def _whole_time(letter: Letter) -> Period | None:
    """Give the time of all that a letter tells: beside its labels, or in its statement."""
    told = statement.roles_in(terms.on_topic(letter.passage.text)) if letter.passage is not None else ()
    said = next((role.period for role in told if role.period is not None), None)
    period = _labelled_period(letter.labels) or said
    if period is not None and period.end is None and not period.open and "to" not in letter.labels:
        return replace(period, open=_goes_on(letter))
    return period


def _goes_on(letter: Letter) -> bool:
    """Tell whether a letter says anywhere that the work goes on."""
    return _STILL.search(" ".join(letter.document.text.split())) is not None


_SINCE = expression(
    r"[(,]?\s*\b(?:since|from|as of|as from|effective|with effect from|w\.?\s?e\.?\s?f\.?|promoted (?:on|in)|depuis"
    r"|à compter d[ue]|à partir d[ue])\b\.?\s*(?P<when>[^;:()]{4,28}?\d{2})\s*(?:\)|:|,|–|$)",
    re.IGNORECASE,
)
"""The day from which a post was held, before or behind it."""
_TIME_IN_BRACKETS = expression(r"\s*\([^()]*\d[^()]*\)")


_LED = expression(
    r"^(?:\d{1,2}[.)]\s+(?=[^\W\d]))|^(?:(?:from|de|du|since)\s+)?(?:as|comme|en qualité d(?:e(?=\s)|['’])"
    r"|à titre d(?:e(?=\s)|['’])|en tant que?)\s*"
    r"(?:(?:an?|the|une?)\s+)?",
    re.IGNORECASE,
)
"""What leads to a post in an item: "from … to … as a mason"."""


def _items(letter: Letter) -> Iterator[ToldRole]:
    """Give the items of lists that have one time each."""
    follows = False
    for part in letter.parts:
        listed = part.bullet or follows or _DATED_ITEM.match(part.text) is not None
        follows = part.text.rstrip().endswith(":") or (follows and len(find_periods(part.text)) == 1)
        periods = find_periods(part.text) if listed else ()
        if len(periods) == 1:
            start, end, period = periods[0]
            title = _LED.sub("", f"{part.text[:start]} {part.text[end:]}".strip(" –—-:,;.()"))
            dates = part.text[start:end]
            yield ToldRole(
                Atom(title, part.place(title)) if title else None, period, dates, part.place(dates)
            )


def _in_turn(told: list[ToldRole]) -> bool:
    """Tell whether the times of roles follow one another."""
    periods = sorted(
        (role.period for role in told if role.period), key=lambda one: one.earliest_day() or date.min
    )
    return all(one.end is not None and other.start is not None for one, other in pairwise(periods))


def _roles_in_prose(letter: Letter) -> list[ToldRole]:
    passage = letter.passage
    told: list[ToldRole] = []
    if passage is not None:
        told = [_told(role, passage) for role in statement.roles_in(terms.on_topic(passage.text))]
    if not told or _tells_otherwise(letter.labels, told):
        lines = tuple(
            letter.labels[name].line for name in ("title", "from", "to", "when") if name in letter.labels
        )
        lines = lines or _lines_of_pay(letter)
        told = [ToldRole(None, None, None, merged(lines))] if lines else []
    return _ended(letter, [_completed(letter, role) for role in told])


def _ended(letter: Letter, told: list[ToldRole]) -> list[ToldRole]:
    """Give roles of which the last ends on the day that another paragraph of the letter tells."""
    last = told[-1].period if told else None
    if last is None or last.start is None or last.end is not None or last.open:
        return told
    days = (statement.left_in(text) for part in letter.parts for text in terms.sentences(part.text))
    left = next((day for day in days if day is not None and last.start.before(day)), None)
    return [*told[:-1], replace(told[-1], period=replace(last, end=left))] if left is not None else told


def _lines_of_pay(letter: Letter) -> tuple[Line, ...]:
    """Give the statement of a letter that tells no more than what somebody is paid."""
    passage = letter.passage
    paid = terms.pay_in([passage], local_to(letter.document)) if passage is not None else None
    return passage.lines if passage is not None and paid is not None else ()


def _tells_otherwise(labels: dict[str, Labelled], told: list[ToldRole]) -> bool:
    """Tell whether labels give the whole time, and the prose beside them only a part: the day of a promotion."""
    period = _labelled_period(labels) if "title" in labels else None
    if period is None or period.start is None:
        return False
    starts = [role.period.start for role in told if role.period is not None and role.period.start is not None]
    return bool(starts) and all(start.iso != period.start.iso for start in starts)


def _told(role: Role, passage: Paragraph) -> ToldRole:
    title = Atom(role.title.text, passage.place(role.title.text)) if role.title else None
    return ToldRole(title, role.period, role.dates, merged(passage.lines))


def _completed(letter: Letter, role: ToldRole) -> ToldRole:
    """Fill what the prose leaves out from the labels."""
    title, period = role.title, role.period
    if title is None and "title" in letter.labels:
        title = Atom(letter.labels["title"].text, letter.labels["title"].line)
    began = letter.labels.get("from")
    if title is None and began is not None and (step := _AS_WHAT.match(began.text)):
        title = Atom(step["title"].strip(), began.line)
    beside = next((said for part in letter.parts for said in statement.apposed(part.text)), None)
    if title is None and beside is not None:
        title = Atom(beside.text, letter.place(beside.text))
    if period is None or period.start is None:
        end = period.end if period is not None else None
        period = _labelled_period(letter.labels) or period or _served(letter)
        if period is not None and period.end is None and end is not None and not period.open:
            period = replace(period, end=end)
        if period is not None and period.end is None and not period.open and "to" not in letter.labels:
            period = replace(period, open=_goes_on(letter))
    return replace(role, title=title, period=period)


def _served(letter: Letter) -> Period | None:
    """Give the time that a line of its own tells: "Served from 3 May 2012 to 4 June 2016"."""
    for part in letter.parts:
        told = find_periods(gregorian(part.text)) if _SERVED.match(part.text) else ()
        if told and all(period == told[0][2] for _, _, period in told):
            return told[0][2]
    return None


_SERVED = expression(
    r"\W*(?:(?:has |had |was )?(?:served|worked|employed|engaged|in service)|(?:length|period|duration) of (?:service"
    r"|employment)|a (?:servi|travaillé|presté|exercé)|(?:est |a été )?employée?|en (?:service|poste|fonctions?)"
    r"|(?:durée|période) d[eu'’] ?(?:service|emploi|travail|prestations?))\W+(?:from|du|de|between|since|depuis|,|\d)",
    re.IGNORECASE,
)


def _whole_period(text: str) -> Period | None:
    """Read a text that is one period, or tells one in two calendars: "民國105年2月1日至… (February 1, 2016 – …)"."""
    period = parse_period(text)
    if period is not None:
        return period
    told = [found for _, _, found in find_periods(text)]
    return told[0] if told and all(one == told[0] for one in told) else None


def _bare(text: str) -> str:
    """Give the day beside a label without what brackets say of it: "01.03.2015 (by transfer of sponsorship)"."""
    step = _AS_WHAT.match(text)
    return _ASIDE.sub("", gregorian(step["day"] if step else text).strip()).strip()


def _labelled_period(labels: dict[str, Labelled]) -> Period | None:
    if "when" in labels:
        told = labels["when"].text
        if period := _whole_period(gregorian(told).strip()) or _whole_period(_bare(told)):
            return period
    if "from" not in labels and "to" not in labels:
        return None
    whole = parse_period(_bare(labels["from"].text)) if "from" in labels else None
    end_text = _bare(labels["to"].text) if "to" in labels else ""
    end = parse(end_text) if end_text else None
    still = end is None and (
        statement.is_still(end_text) or is_present(end_text) if end_text else bool(whole and whole.open)
    )
    if whole is None and end is None:
        return None
    return Period(whole.start if whole else None, end, open=still)
