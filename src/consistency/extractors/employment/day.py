"""The day on which an employment letter was written: told at its head or foot, never a date of what it tells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from consistency.extractors.employment.labels import label_of
from consistency.extractors.employment.terms import sentences
from consistency.model import Job, Line
from consistency.normalizer.calendars import gregorian
from consistency.normalizer.dates import PartialDate, find_dates
from consistency.normalizer.expressions import expression

_ANOTHERS = expression(
    r"birth|born|\bdob\b|naissance|\bné(?:e|\(e\))?s?\b|\bnac\w+|joining|expir|valid|start|\bends?\b|début|\bfin\b"
    r"|since|from|until|till|upto|up to|depuis|à compter|à partir|jusqu|effet|effect|period|période|\blast\b|dernier"
    r"|embauch|engag|recrut|hire|employed|entrée|sortie|départ|\bleft\b|resign|démission|passport|passeport|\bcarte\b"
    r"|\bcard\b|identit|incorporat|establish|regist(?:ered|ration)|immatricul|contract|contrat|\border\b|decree"
    r"|\b(?:your|his|her|votre|sa) (?:letter|request|application|e-?mail|lettre|demande)",
    re.IGNORECASE,
)
"""Words beside the date of something else: of a birth, a hiring, a passport, an order."""
_TOWN = r"[A-ZÀ-Ý][\w'’.-]*(?:[ -][\w'’.-]+){0,3}"
_LABEL = expression(
    r"(?i:\bdated?\s*[:.–-]?\s*$|\bissued on\s*$|\bdate\s*:"
    r"|\b(?:issued|given|signed|done|dated|executed)\s+(?:on\s+|(?:at|in)\s+[^\d.]{3,40}?\s+)?(?:this"
    r"|on)\s*(?:the\s*)?$"
    r"|\b(?:fait|établie?|délivrée?|signée?|donnée?|rédigée?)\b[^\d;:]{0,60}?\ble\s*:?\s*$)"
    rf"|^\W*(?:{_TOWN},\s*)?(?i:le)\s*:?\s*$"
    rf"|^\W*(?:In|At|En|À)\s+{_TOWN},\s*(?i:on|this|le|el|em)\s*(?i:the\s*)?$"
)
"""What stands before the day of a letter: "Date:", "Issued this", "Fait à Lyon, le"."""
_DATE_ALONE = expression(rf"^\W*(?:{_TOWN})?[\s,.:–-]*(?:the|on|le)?\W*$")
"""What may stand beside the day of a letter that is alone on its line: the town."""
_GOES_ON = expression(r"(?:^|[\s’'])[a-zà-ÿ]+,?\s*$")
_LABELLED = expression(
    r"[^\W\d_][^:.]{1,30}:\s.*(?<!\bto)(?<!\buntil)(?<!\btill)(?<!\bfrom)(?<!\bsince)(?<!\bof)(?<!\band)(?<!\bon)"
    r"(?<!\bin)(?<!\bthe)(?<!\bof the month)(?<!,)\s*"
)
"""A label and its whole value, behind which no sentence goes on in the next line."""
_TO_ANYBODY = expression(
    r"^\W*(?:to whom ?(?:so ?ever)? it (?:may|might) concerns?|à qui de droit"
    r"|a quien (?:corresponda|pueda interesar))\W*$",
    re.IGNORECASE,
)
"""A line that nothing goes on from."""
_BEGINS = expression(rf"(?<=[^\W\d_] )(?:In|At|En|À)\s+{_TOWN},\s*(?i:on|this|le|el|em)\s*(?i:the\s*)?$")
"""The town and the word before a day with which a sentence begins, below a title: "In Lima, on 3 May 2020, "
"between"."""
_STOPPED = expression(r"[a-zà-ÿ)]{3}[.!]\s+$")
"""The end of a sentence, behind which a day stands for itself: "… at his request. 28.12.2015"."""
_MOST_BESIDE, _MOST_AROUND = 5, 70
_READ = 400
"""Letters before and behind a date that are looked at: its sentence is not longer where the date is the letter's."""


class Day(NamedTuple):
    """A date that may be that of the letter, as it stands there."""

    date: PartialDate
    words: str
    line: Line
    sure: bool
    """Whether it is labelled, or stands alone: not one beside a few other words."""


def letter_day(lines: Sequence[Line], jobs: Iterable[Job]) -> Day | None:
    """Give the day of the letter: the first that is told as such, and rather one after all of the work told."""
    found = list(_days(lines))
    whole = [day for day in found if day.date.precision == "day"] or found
    last = _last(jobs)
    known = [day for day in whole if day.date.latest >= last]
    for days in ([day for day in known if day.sure], [day for day in whole if day.sure], known):
        if days:
            return days[0]
    return None


def _last(jobs: Iterable[Job]) -> date:
    periods = [job.period for job in jobs if job.period is not None]
    days = [end.earliest for period in periods for end in (period.start, period.end) if end is not None]
    return max(days, default=date.min)


def _days(lines: Sequence[Line]) -> Iterator[Day]:
    for index, line in enumerate(lines):
        for number, segment in enumerate(line.segments):
            label = line.segments[0].text if number else ""
            if label_of(label) not in (None, "date") or _ANOTHERS.search(label):
                continue
            for part in re.split(r"[|\n]+", segment.text):
                yield from _days_in(part, line, _around(lines, index) if part == line.text else ("", ""))


def _days_in(part: str, line: Line, around: tuple[str, str]) -> Iterator[Day]:
    """Give the days in a part of a line that may be that of the letter, by the words around them."""
    plain = gregorian(part)
    for found in find_dates(plain):
        sure = _told_as_its_day(f"{around[0]}{plain[: found.start]}", f"{plain[found.end :]}{around[1]}")
        if sure is not None:
            yield Day(found.date, part[found.start : found.end], line, sure)


def _around(lines: Sequence[Line], index: int) -> tuple[str, str]:
    """Give the lines before and after one where a sentence runs over their ends."""
    above = _sentence(lines[index - 1]) if index else ""
    above = "" if _TO_ANYBODY.match(above) else above
    below = _sentence(lines[index + 1]) if index + 1 < len(lines) else ""
    text = lines[index].text
    return f"{above} " if _runs_on(above, text) else "", f" {below}" if _runs_on(text, below) else ""


def _sentence(line: Line) -> str:
    """Give the words of a line, nothing of a row of cells: no sentence goes on from it or in it."""
    return line.text if len(line.segments) == 1 else ""


def _runs_on(text: str, below: str) -> bool:
    if below[:1].islower():
        return True
    return _GOES_ON.search(text) is not None and not _LABELLED.fullmatch(text)


def _told_as_its_day(before: str, after: str) -> bool | None:
    """Tell whether a date between two texts is surely that of the letter; None where it is that of something else."""
    start, rest = sentences(before[-_READ:])[-1], sentences(after[:_READ])[0]
    start = "" if _STOPPED.search(start) else start
    start = start[begun.start() :] if (begun := _BEGINS.search(start)) else start
    labelled = _LABEL.search(start) is not None
    beside = start if labelled else f"{start} {rest}"  # "Issued this May 2, 2017 upon request of …"
    few = len(re.findall(r"[^\W\d_]{2,}", beside)) <= _MOST_BESIDE
    if len(beside) > _MOST_AROUND or not (labelled or few) or _ANOTHERS.search(beside) or find_dates(beside):
        return None
    return labelled or _DATE_ALONE.match(beside) is not None
