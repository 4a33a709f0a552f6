"""work/location: one job, two places."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from consistency.comparator.aligned.alignment import Same, Told
from consistency.comparator.aligned.stints import Stint, share_half
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import cited_openly, said_openly
from consistency.comparator.passages import LETTER, passages
from consistency.comparator.statements import listed
from consistency.comparator.telling import by_paper
from consistency.comparator.work.engagement import is_afar
from consistency.comparator.work.history import jobs, keys, named, subject, told_openly, weighed
from consistency.model import Case, Job, Paper, Person, Severity
from consistency.normalizer import places
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

HEAD, WORDS = 8, 10
"""Lines at the top of a letter, and words in each, that are its letterhead: an address there may be the head office's."""

MOVED = expression(
    r"\b(?:transfer\w*|relocat\w*|posted|posting|deput\w*|deploy\w*|second(?:ed|ment)|assigned|assignment|moved to"
    r"|branch\w*|project sites?|various sites|other sites|head ?office|headquarter\w*|site office|client(?: s)? site"
    r"|on site at|mutee?|mutation|transferee?|affectee?|affectation|detachee?|detachement|chantiers?|succursales?"
    r"|siege(?: social)?)\b"
)
"""Words (folded) that say that somebody worked in more than one place, or elsewhere than at the head office."""

_PARTS = "HK-CN MO-CN TW-CN PR-US GU-US VI-US RE-FR GP-FR MQ-FR GF-FR YT-FR XK-RS PS-IL JE-GB GG-GB IM-GB AX-FI GL-DK FO-DK"
ONE_COUNTRY = frozenset(frozenset(pair.split("-")) for pair in _PARTS.split())
"""Codes, in pairs, that papers write for one place."""

Pair = tuple[Told[Job], Told[Job]]


@rule(Severity.MINOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def location(case: Case) -> Iterator[Mismatch]:
    """Two documents put the same job in another city or country.

    Why: work in another country means residence there, which the forms ask about; a job that moves from one paper to
    the next is hard to verify.
    Advice: correct the draft; or say openly in the explanation letter which older record was wrong; or document why both
    are true (a transfer, the head office and the place of work).

    Reports another country:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook city=Doha country=QA from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook city=Butwal country=NP from=2018-01 to=2020-05

    Reports another city:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook city=Lahore country=PK from=2018-01 to=2020-05
        draft/cv.pdf as of 2026-03-01: job employer=Acme title=cook city=Karachi country=PK from=2018-01 to=2020-05

    Reports a letter that names another place of work:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook city=Lyon country=FR from=2018-01 to=2020-05
        draft/employment-letter.pdf as of 2020-06-01: job employer=Acme city=Tunis country=TN from=2018-01-08 to=2020-05-29

    Reports a move to another place beside a letter that tells of a transfer elsewhere:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook city=Lahore country=PK from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook city=Karachi country=PK from=2018-01 to=2020-05
        draft/explanation-letter.pdf as of 2026-03-01: text "In 2021 Zenith transferred me to Multan."

    Accepts a city by another name, and a town of its area:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook city=Bombay country=IN from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook city=Mumbai country=IN from=2018-01 to=2020-05
        draft/cv.pdf as of 2026-03-01: job employer=Acme title=cook city=Thane country=IN from=2018-01 to=2020-05

    Accepts a place that no table knows:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook city=Lahore country=PK from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook city="Green Hamlet" country=PK from=2018-01 to=2020-05

    Accepts a transfer told as rows:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook city=Lahore country=PK from=2018-01 to=2018-12
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook city=Karachi country=PK from=2019-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook city=Karachi country=PK from=2018-01 to=2020-05

    Accepts a transfer that the employer's own letter tells in its own words:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook city=Lahore country=PK from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook city=Karachi country=PK from=2018-01 to=2020-05
        draft/employment-letter.pdf as of 2020-06-01: job employer=Acme title=cook city=Karachi country=PK from=2018-01-08 to=2020-05-29
        draft/employment-letter.pdf as of 2020-06-01: text "He was posted to our southern kitchen in 2019."

    Accepts a transfer that a letter tells:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook city=Lahore country=PK from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook city=Karachi country=PK from=2018-01 to=2020-05
        draft/explanation-letter.pdf as of 2026-03-01: text "In 2019 Acme transferred me to Karachi."

    Accepts the address of a head office in the letterhead:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook city=Lyon country=FR from=2018-01 to=2020-05
        draft/employment-letter.pdf as of 2020-06-01: job employer=Acme city=Paris country=FR from=2018-01-08 to=2020-05-29
        draft/employment-letter.pdf as of 2020-06-01: text "Acme Paris FR 2018-01-08 2020-05-29"

    Accepts work from afar:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title="Remote developer" country=US from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Remote developer" country=NP from=2018-01 to=2020-05

    Accepts a country that follows from the name of a city alone:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook city=Hyderabad country=PK from=2018-01 to=2020-05
        draft/cv.pdf as of 2026-03-01: job employer=Acme title=cook city=Hyderabad country=IN from=2018-01 to=2020-05

    Accepts a town that is called as a country is:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=Cook city=Armenia country=CO from=2018-01 to=2021-06
        draft/cv.pdf as of 2026-02-01: job employer=Acme title=Cook country=AM from=2018-01 to=2021-06

    Accepts a paper that names no place:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook city=Lyon country=FR from=2018-01 to=2020-05
    """
    for person in case.people:
        for job in jobs(case, person):
            found = list(_conflicts(job))
            if found and not is_afar(case, job) and not _moved(case, job, found):
                yield _mismatch(case, person, job, found)


def _conflicts(job: Same[Job]) -> Iterator[Pair]:
    """Give rows of two papers that lie in one time and in two places, of which neither paper tells both."""
    rows = [told for told in job.told if (told.record.city or told.record.country) and not _in_head(told)]
    for first, second in combinations(by_paper(rows), 2):
        for row, beside in product(first, second):
            if _told_place(row) == _told_place(beside):
                continue
            told = any(_level(row, own) is None for own in second) or any(
                _level(own, beside) is None for own in first
            )
            if _level(row, beside) is not None and not told and share_half(Stint((row,)), Stint((beside,))):
                yield row, beside


def _told_place(told: Told[Job]) -> tuple[str | None, str | None]:
    return told.record.city, told.record.country


def _in_head(told: Told[Job]) -> bool:
    """True for a place of which only the head of a letter tells."""
    lines, quote = told.paper.document.lines, told.record.cite("city").quote
    if told.paper.kind != "employment-letter" or not quote or not lines:
        return False
    words = fold(quote)
    end = next((n for n, line in enumerate(lines[:HEAD]) if len(line.text.split()) > WORDS), HEAD)
    at_top, below = (any(words in fold(line.text) for line in part) for part in (lines[:end], lines[end:]))
    return at_top and not below


def _level(one: Told[Job], other: Told[Job]) -> Severity | None:
    """Weigh two places: major for another country, minor for another city, nothing where they may be one."""
    first, second = one.record, other.record
    codes = {code for code in (first.country, second.country) if code}
    cities = bool(first.city and second.city)
    one_name = cities and places.compare_cities(first.city or "", second.city or "").agrees
    if len(codes) == 2 and codes not in ONE_COUNTRY:
        if _called_alike(first, second) or _called_alike(second, first):
            return None
        written = _is_written(one) and _is_written(other)
        return None if one_name and not written else Severity.MAJOR
    if not first.city or not second.city or one_name:
        return None
    code = next(iter(codes), None) or places.country_of_city(first.city)
    apart = code is not None and places.one_area(first.city, second.city, code) is False
    return Severity.MINOR if apart else None


def _called_alike(one: Job, other: Job) -> bool:
    """True where a country stands alone whose name is that of the other's town: Armenia in Colombia."""
    code, city = one.country, other.city
    if one.city or code is None or not city:
        return False
    return fold(city) in {fold(places.name_of(code, language)) for language in ("en", "fr")}


def _is_written(told: Told[Job]) -> bool:
    """True where a paper writes the country itself, and not only a city from which it follows."""
    code = told.record.country
    if told.paper.is_form or code is None:
        return True
    text = f" {fold(told.paper.document.text)} {fold(told.record.cite('country').quote or '')} "
    names = (fold(places.name_of(code, language)) for language in ("en", "fr"))
    return any(f" {name} " in text for name in names)


def _moved(case: Case, job: Same[Job], found: Sequence[Pair]) -> bool:
    """True where a letter tells of a transfer, or of several places, and names the job or one of the places."""
    cities = {fold(told.record.city) for pair in found for told in pair if told.record.city}
    own = {paper.path for paper in job.papers}
    names = [f" {name} " for name in (*keys(job), *cities)]

    def is_about(paper: Paper, text: str) -> bool:
        return paper.path in own or any(name in text for name in names)

    letters = (
        p for p in case.papers if p.kind == LETTER or (p.kind == "employment-letter" and p.path in own)
    )
    told = ((letter, f" {fold(passage.text)} ") for letter in letters for passage in passages(letter))
    return any(MOVED.search(text) and is_about(letter, text) for letter, text in told)


def _mismatch(case: Case, person: Person, job: Same[Job], found: Sequence[Pair]) -> Mismatch:
    rows = [told for told in job.told if (told.record.city or told.record.country) and not _in_head(told)]
    letter = told_openly(case, [told.paper for told in rows], job)
    level = max(level for pair in found if (level := _level(*pair)) is not None)
    sure = max(min(told.record.cite("country").confidence for told in pair) for pair in found)
    sentence = (
        f"{named(job)} was in another place in different papers: {_by_place(rows)}.{said_openly(letter)}"
    )
    return Mismatch(
        person=person,
        subject=subject(job),
        detail=sentence[0].upper() + sentence[1:],
        evidence=(
            *(told.cite("city" if told.record.city else "country", _place(told)) for told in rows),
            *cited_openly(letter),
        ),
        severity=weighed(case, level, {told.record.title for told in rows}, letter is not None),
        confidence=sure,
    )


def _place(told: Told[Job]) -> str:
    code = told.record.country
    return ", ".join(part for part in (told.record.city, places.name_of(code) if code else None) if part)


def _by_place(rows: Sequence[Told[Job]]) -> str:
    papers: dict[str, list[str]] = {}
    for told in rows:
        papers.setdefault(_place(told), []).append(told.paper.path)
    return "; ".join(
        f"{listed([place])} in {', '.join(dict.fromkeys(paths))}" for place, paths in papers.items()
    )
