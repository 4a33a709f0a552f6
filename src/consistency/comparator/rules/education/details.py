"""education/details: one course of studies, told differently."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from consistency.comparator.aligned.schools import level_of, one_school, title_of
from consistency.comparator.education.studies import (
    DOCUMENT,
    institution,
    named,
    required,
    studies,
    subject,
    tellings,
)
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import cited_openly, lowered, said_openly
from consistency.comparator.renaming import renaming
from consistency.comparator.statements import (
    citations,
    corrected,
    misread,
    only_officers,
    parted,
    said,
    settled,
)
from consistency.comparator.telling import Detail, Same, Told
from consistency.comparator.time import ladder
from consistency.model import Case, Citation, Paper, Person, Severity, Study
from consistency.normalizer import awards, organisations
from consistency.normalizer.dates import PartialDate

Dated = tuple[Told[Study], PartialDate]
TOPIC = ("studies", "education", "diploma", "degree", "graduat", "etudes", "diplome", "formation")


class _Detail(Detail[Study], frozen=True):
    """One field of a course as one paper tells it; what has no place of its own stands where the time does."""

    @property
    def citation(self) -> Citation:
        """The field as one side of a finding."""
        cell = self.field if self.field in self.told.record.cells else "period"
        return self.told.cite(cell, self.value)


class Difference(Struct, frozen=True):
    """What differs, how far apart it is, and who tells what."""

    words: str
    groups: Sequence[Sequence[_Detail]]
    level: Severity = Severity.MINOR


@rule(Severity.MINOR, references=["IRPA s.16(1)", "IRPR s.200(3)(a)"])
def details(case: Case) -> Iterator[Mismatch]:
    """The school, the field, the start or the end of one course of studies differs between papers.

    Why: an officer lays form, CV and diploma side by side; where the offer asks for the award, its dates and its name
    have to be proven.
    Advice: correct the draft after the school's own paper; or say openly in the explanation letter which older paper
    was wrong; or document why both are true (a school that was renamed, an end of classes before the award).

    Reports an end that differs by two years:
        2024/imm1294.pdf as of 2024-09-03: education institution="Halych Polytechnic" field_of_study="Bachelor, Agriculture" from=2007-09 to=2011-06
        draft/imm1295.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor, Agriculture" from=2007-09 to=2013-06
        draft/education-certificate.pdf as of 2011-07-25: education institution="Halych Polytechnic" level="Bachelor in Agriculture" from=2007-09 to=2011-06

    Reports an end that a curriculum vitae gives without the start:
        draft/imm1295.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor of Science" from=2007-09 to=2011-06
        draft/cv.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor of Science" to=2013-06

    Reports a start that differs:
        draft/cv.pdf as of 2026-02-20: education institution="Halych Polytechnic" level="Bachelor in Agriculture" from=2006-09 to=2011-06
        draft/imm1295.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor, Agriculture" from=2007-09 to=2011-06

    Reports another year where both papers give years alone:
        2024/cv.pdf as of 2024-02-20: education institution="Halych Polytechnic" level="Bachelor in Agriculture" to=2011
        draft/cv.pdf as of 2026-02-20: education institution="Halych Polytechnic" level="Bachelor in Agriculture" to=2012

    Reports another school for the same time and award:
        2024/imm1294.pdf as of 2024-09-03: education institution="Halych Polytechnic" field_of_study="Diploma, Wiring" from=2007-09 to=2011-06
        draft/imm1295.pdf as of 2026-03-01: education institution="Riverside College" field_of_study="Diploma, Wiring" from=2007-09 to=2011-06

    Reports another field:
        2024/imm1294.pdf as of 2024-09-03: education institution="Halych Polytechnic" field_of_study="Diploma in Culinary Arts" from=2007-09 to=2011-06
        draft/imm1295.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Diploma in Electrical Wiring" from=2007-09 to=2011-06

    Reports another award where no certificate is there:
        2024/imm1294.pdf as of 2024-09-03: education institution="Halych Polytechnic" field_of_study="Diploma in Wiring" from=2007-09 to=2011-06
        draft/imm1295.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor in Wiring" from=2007-09 to=2011-06

    Reports as a heavier one what the offer asks for:
        draft/lmia.pdf as of 2026-01-01: text "Education: Bachelor's degree"
        draft/cv.pdf as of 2026-02-20: education institution="Halych Polytechnic" level="Bachelor in Agriculture" from=2006-09 to=2011-06
        draft/imm1295.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor, Agriculture" from=2007-09 to=2011-06

    Accepts the month of the examination, which a curriculum vitae gives alone:
        draft/imm1295.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor of Science" from=2007-09 to=2011-06
        draft/cv.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor of Science" from=2011-06 to=2011-06

    Accepts a year beside a month, and one written otherwise:
        draft/cv.pdf as of 2026-02-20: education institution="Halych Polytechnic" level="B.Sc. Agriculture" from=2007 to=2011
        draft/imm1295.pdf as of 2026-03-01: education institution="HALYCH POLYTECHNIC" field_of_study="Bachelor of Science, agronomy" from=2007-09 to=2011-06

    Accepts an expected end that came later:
        2020/cv.pdf as of 2020-02-20: education institution="Halych Polytechnic" level="Bachelor in Agriculture" from=2016-09 to=2020-06
        draft/imm1295.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor, Agriculture" from=2016-09 to=2021-01

    Accepts studies that were under way:
        2019/imm1294.pdf as of 2019-02-20: education institution="Halych Polytechnic" field_of_study="Bachelor, Agriculture" from=2016-09 to=present
        draft/imm1295.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor, Agriculture" from=2016-09 to=2020-06

    Accepts a day of the award after the end of the classes:
        draft/imm1295.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor, Agriculture" from=2007-09 to=2011-05
        draft/education-certificate.pdf as of 2012-02-25: education institution="Halych Polytechnic" level="Bachelor in Agriculture" to=2012-02-25

    Accepts a school that was renamed, and says so:
        2020/imm1294.pdf as of 2020-09-03: education institution="Halych Polytechnic" field_of_study="Diploma, Wiring" from=2007-09 to=2011-06
        draft/imm1295.pdf as of 2026-03-01: education institution="Dnister University" field_of_study="Diploma, Wiring" from=2007-09 to=2011-06
        draft/explanation-letter.pdf as of 2026-03-01: text "Halych Polytechnic is now called Dnister University."

    Accepts a school's name in short or in another language:
        draft/cv.pdf as of 2026-02-20: education institution="IIT Delhi" level="B.Tech" from=2007 to=2011
        draft/imm1295.pdf as of 2026-03-01: education institution="Indian Institute of Technology Delhi" field_of_study="BTech" from=2007-07 to=2011-05

    Accepts an assessment that tells the year in which the degree was conferred:
        draft/education-certificate.pdf as of 2012-02-09: education institution="Halych Polytechnic" level="Diploma in Wiring" to=2011-06
        draft/education-certificate_2.pdf as of 2025-03-01: education institution="Halych Polytechnic" level="Diploma in Wiring" to=2012

    Reports an assessment of another year than the degree and its end:
        draft/education-certificate.pdf as of 2012-02-09: education institution="Halych Polytechnic" level="Diploma in Wiring" to=2011-06
        draft/education-certificate_2.pdf as of 2025-03-01: education institution="Halych Polytechnic" level="Diploma in Wiring" to=2014

    Accepts a course told in two rows:
        draft/imm5669.pdf as of 2026-03-01: education institution="Halych Polytechnic" level="Diploma in Wiring" from=2007-09 to=2009-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Halych Polytechnic" level="Diploma in Wiring" from=2009-09 to=2011-06
        draft/cv.pdf as of 2026-02-20: education institution="Halych Polytechnic" level="Diploma in Wiring" from=2007-09 to=2011-06

    Accepts two courses one after the other:
        2020/imm1294.pdf as of 2020-09-03: education institution="Halych Polytechnic" field_of_study="Diploma, Wiring" from=2007-09 to=2009-06
        draft/imm1295.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor, Wiring" from=2013-09 to=2017-06

    Accepts a misread name on a picture:
        draft/imm1295.pdf as of 2026-03-01: education institution="Instituto Tecnológico del Valle" field_of_study="Diploma" from=2007-09 to=2011-06
        draft/education-certificate.png as of 2011-07-01: education institution="Instituto Tecnolégico del Valie" level="Diploma" from=2007-09 to=2011-06
    """
    counted = required(case)
    for person in case.people:
        for group in studies(case, person):
            found = [*_dates(case.of(person), group), *_school(case, group), *_field(group), *_award(group)]
            if found:
                yield _mismatch(case, person, group, (found, counted))


def _mismatch(
    case: Case, person: Person, group: Same[Study], told: tuple[Sequence[Difference], bool]
) -> Mismatch:
    found, counted = told
    papers = [detail.paper for one in found for side in one.groups for detail in side]
    letter = corrected(case, papers, TOPIC)
    level = Severity.MAJOR if counted else Severity.MINOR
    sentences = [f"{one.words} of {named(group)} differs: {said(one.groups)}." for one in found]
    return Mismatch(
        person=person,
        subject=subject(group),
        detail=" ".join(sentences) + said_openly(letter),
        evidence=tuple(dict.fromkeys(c for one in found for c in citations(one.groups)))
        + cited_openly(letter),
        severity=lowered(level, letter),
    )


# --- when --------------------------------------------------------------------------------------------------


def _dates(papers: Sequence[Paper], group: Same[Study]) -> Iterator[Difference]:
    told = tellings(group)
    stages = _stages(papers, institution(group))
    for which, words in (("start", "The start"), ("end", "The end")):
        days = [(t, day) for t in told if (day := _day(t, which)) is not None]
        known = [day for row in stages if (day := _day(row, which)) is not None]
        apart = [(a[0], b[0]) for a, b in combinations(days, 2) if _apart(a, b, which, known)]
        if apart:
            cell = "from" if which == "start" else "to"
            involved = [_Detail(t, cell, day.iso) for t, day in days if any(t in pair for pair in apart)]
            groups = settled(parted(involved, lambda one, other: not _conflict(one, other)))
            if len(groups) > 1 and not only_officers(groups):
                yield Difference(words, groups)


def _day(told: Told[Study], which: str) -> PartialDate | None:
    """Give the start or the end; one that lay ahead of the paper was expected, and is no end.

    A lone date on a paper is that of the end: "B.Com., 2010".
    """
    period, as_of = told.record.period, told.paper.as_of.date
    if period is None:
        return None
    if which == "start":
        return None if period.start == period.end and not told.paper.is_form else period.start
    expected = period.end is not None and as_of is not None and period.end.after(as_of)
    return None if expected else period.end


def _conflict(one: _Detail, other: _Detail) -> bool:
    first, second = PartialDate.of(one.value), PartialDate.of(other.value)
    return first.conflicts(second) and not misread(one, other)


def _apart(one: Dated, other: Dated, which: str, stages: Sequence[PartialDate]) -> bool:
    """True where two days are apart: by the ladder, by years alone, or an end after the award itself.

    Both may be true where one is the start, or the end, of one stage of the course and the other of another.
    """
    (first, day), (second, another) = one, other
    if which == "end" and _is_award_day(first) != _is_award_day(second):
        award, end = (day, another) if _is_award_day(first) else (another, day)
        return end.after(award) and ladder(end.distance(award)) is not None
    if not _differ(day, another) or (which == "end" and _conferred_on(one, other)):
        return False
    return not all(any(not _differ(one, known) for known in stages) for one in (day, another))


def _conferred_on(one: Dated, other: Dated) -> bool:
    """True where one of two ends is the day on which the school's paper of the other was issued."""
    return _conferred(one[0], other[1]) or _conferred(other[0], one[1])


def _conferred(told: Told[Study], day: PartialDate) -> bool:
    """True for a day on which a school's paper was issued that tells when the studies ended: the degree's own."""
    return (
        _is_award_day(told) and told.paper.as_of.date is not None and not day.conflicts(told.paper.as_of.date)
    )


def _differ(day: PartialDate, another: PartialDate) -> bool:
    years = day.precision == another.precision == "year" and day.year != another.year
    return years or ladder(day.distance(another)) is not None


def _stages(papers: Sequence[Paper], school: str | None) -> list[Told[Study]]:
    """Give the rows of the papers that tell several awards of a school: another paper may tell them as one course."""
    rows = [
        [Told(p, s) for s in p.all(Study) if s.institution and school and one_school(s.institution, school)]
        for p in papers
    ]
    return [row for told in rows if len(told) > 1 for row in told]


def _is_award_day(told: Told[Study]) -> bool:
    """True for a school's paper with one date: that of the award, which follows the end of the classes."""
    period = told.record.period
    return told.paper.kind == DOCUMENT and period is not None and period.start is None


# --- where and what ----------------------------------------------------------------------------------------


def _school(case: Case, group: Same[Study]) -> Iterator[Difference]:
    told = [_Detail(t, "institution", t.record.institution) for t in group.told if t.record.institution]
    groups = settled(parted(told, _one_school))
    names = {organisations.key(side[0].value): side[0].value for side in groups}
    pairs = combinations(names.values(), 2)
    if len(groups) > 1 and not any(renaming(case.papers, one, other) for one, other in pairs):
        yield Difference("The school", groups)


def _one_school(one: _Detail, other: _Detail) -> bool:
    return one_school(one.value, other.value) or _misread(one, other)


def _misread(one: _Detail, other: _Detail) -> bool:
    """True for two names that are one but for letters that a picture blurs."""
    from rapidfuzz.fuzz import ratio

    if "ocr" not in {one.paper.document.method, other.paper.document.method}:
        return False
    return misread(one, other) or ratio(one.value.casefold(), other.value.casefold()) >= 80


def _field(group: Same[Study]) -> Iterator[Difference]:
    """Compare fields that are listed: another word for the same one is none."""
    told = [
        _Detail(t, _field_cell(t), title_of(t.record))
        for t in group.told
        if awards.subjects(title_of(t.record))
    ]
    groups = settled(
        parted(told, lambda one, other: bool(awards.subjects(one.value) & awards.subjects(other.value)))
    )
    if len(groups) > 1:
        yield Difference("The field", groups)


def _field_cell(told: Told[Study]) -> str:
    return "field_of_study" if told.record.field_of_study else "level"


def _award(group: Same[Study]) -> Iterator[Difference]:
    """Compare the awards that forms and CVs claim, where no paper of the school is there to compare them with."""
    told = [(t, level) for t in group.told if (level := level_of(t.record)) is not None]
    if any(t.paper.kind == DOCUMENT for t, _ in told) or institution(group) is None:
        return
    details = [
        _Detail(t, "level" if t.record.level else "field_of_study", title_of(t.record)) for t, _ in told
    ]
    levels = {id(detail): level for detail, (_, level) in zip(details, told, strict=True)}
    groups = settled(parted(details, lambda one, other: levels[id(one)].agrees(levels[id(other)])))
    if len(groups) > 1:
        yield Difference("The award", groups)
