"""education/missing: a course of studies that one paper tells and another leaves out."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from consistency.case.coverage import Silent, silence, unread
from consistency.comparator.aligned.nearness import NEAR
from consistency.comparator.aligned.schools import level_of, title_of
from consistency.comparator.education.studies import (
    claimed,
    ended,
    institution,
    keys,
    named,
    post_secondary,
    studies,
    subject,
    tellings,
)
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import cited_openly, lowered, openly, said_openly, supplements
from consistency.comparator.passages import Passage, mentioned
from consistency.comparator.statements import named as papers_named
from consistency.comparator.telling import Same, Told, cite_papers, told_by
from consistency.model import Case, Paper, Person, Severity, Study

NO_ROOM = "A course of studies does not fit on the form"
SHORT = 6.0
"""Months up to which a course is a training, and no degree."""


class Absence(Struct, frozen=True):
    """A study and the papers that ask for it, could tell it and do not."""

    study: Same[Study]
    missing: tuple[Paper, ...]
    no_room: tuple[Paper, ...]
    highest: tuple[Told[Study], ...] = ()
    """What forms that ask for the highest award tell in its place."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPR s.200(3)(a)"])
def missing(case: Case) -> Iterator[Mismatch]:
    """A degree that was finished by then is left out of a paper that asks for all, or for the highest.

    Why: a degree that appears only after a refusal reads as made for it, and one that is gone as given up because it
    could not be proven.
    Advice: list the studies in the draft and enclose their papers; or say openly in the explanation letter that an
    older paper left them out, and why; or document that they ended later.

    Reports a degree that appears only now, although finished before the older schedule:
        2022/imm5669.pdf as of 2022-05-02: education institution="Sfax College" level="Diploma in Cooking" from=2008-09 to=2010-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Sfax College" level="Diploma in Cooking" from=2008-09 to=2010-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Tunis University" level="Bachelor of Commerce" from=2010-09 to=2013-06

    Reports a degree that the draft drops:
        2022/cv.pdf as of 2022-05-02: education institution="Sfax College" level="Diploma in Cooking" from=2008-09 to=2010-06
        2022/cv.pdf as of 2022-05-02: education institution="Tunis University" level="Bachelor of Commerce" from=2010-09 to=2013-06
        draft/cv.pdf as of 2026-03-01: education institution="Sfax College" level="Diploma in Cooking" from=2008-09 to=2010-06

    Reports a higher degree than the one that an older form told as the highest:
        2022/imm1295.pdf as of 2022-05-02: education institution="Sfax College" field_of_study="Diploma in Cooking" from=2008-09 to=2010-06
        draft/imm1295.pdf as of 2026-03-01: education institution="Tunis University" field_of_study="Bachelor of Commerce" from=2010-09 to=2013-06

    Reports a certificate whose studies no list holds:
        draft/imm5669.pdf as of 2026-03-01: education institution="Sfax College" level="Diploma in Cooking" from=2008-09 to=2010-06
        draft/education-certificate.pdf as of 2013-07-01: education institution="Tunis University" level="Bachelor of Commerce" from=2010-09 to=2013-06

    Reports as a note a degree for which the form has no room:
        2022/cv.pdf as of 2022-05-02: education institution="Tunis University" level="Master of Commerce" from=2013-09 to=2015-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Lycée Un" level="Secondary school" from=1996-09 to=1999-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Lycée Deux" level="Secondary school" from=1999-09 to=2002-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Sfax College" level="Diploma in Cooking" from=2002-09 to=2004-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Gabes College" level="Diploma in Baking" from=2004-09 to=2006-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Tunis University" level="Bachelor of Commerce" from=2010-09 to=2013-06

    Accepts an older form that asked for the highest alone:
        2022/imm1295.pdf as of 2022-05-02: education institution="Tunis University" field_of_study="Bachelor of Commerce" from=2010-09 to=2013-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Sfax College" level="Diploma in Cooking" from=2008-09 to=2010-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Tunis University" level="Bachelor of Commerce" from=2010-09 to=2013-06

    Accepts a degree finished after the older paper:
        2022/cv.pdf as of 2022-05-02: education institution="Sfax College" level="Diploma in Cooking" from=2008-09 to=2010-06
        draft/cv.pdf as of 2026-03-01: education institution="Sfax College" level="Diploma in Cooking" from=2008-09 to=2010-06
        draft/cv.pdf as of 2026-03-01: education institution="Tunis University" level="Bachelor of Commerce" from=2020-09 to=2023-06

    Accepts a short course, and secondary school:
        draft/cv.pdf as of 2026-03-01: education institution="Tunis University" level="Bachelor of Commerce" from=2010-09 to=2013-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Lycée Un" level=Baccalauréat from=2006-09 to=2010-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Tunis University" level="Bachelor of Commerce" from=2010-09 to=2013-06
        draft/education-certificate.pdf as of 2015-07-01: education institution="Safety Centre" level="Food Safety Certificate" from=2015-06 to=2015-07

    Accepts studies before those with which a CV begins:
        draft/cv.pdf as of 2026-03-01: education institution="Tunis University" level="Bachelor of Commerce" from=2010-09 to=2013-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Sfax College" level="Diploma in Cooking" from=2008-09 to=2010-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Tunis University" level="Bachelor of Commerce" from=2010-09 to=2013-06

    Accepts a list of which nothing was read:
        draft/imm5669.png as of 2026-03-01: family_name=SAMPLE
        draft/cv.pdf as of 2026-03-01: education institution="Tunis University" level="Bachelor of Commerce" from=2010-09 to=2013-06

    Accepts a name under which the list may hold it:
        draft/cv.pdf as of 2026-03-01: education institution="Taras Shevchenko National University of Kyiv" level=Bachelor from=2010-09 to=2013-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Kyiv National University" level=Bachelor from=2010-09 to=2013-06
    """
    for person in case.people:
        for absence in _absences(case, person):
            if absence.missing or any(case.in_draft(paper) for paper in absence.no_room):
                yield _mismatch(case, person, absence)


def _absences(case: Case, person: Person) -> Iterator[Absence]:
    papers = [paper for paper in case.of(person) if paper.asks(Study) is not None]
    for group in studies(case, person):
        if not _is_degree(group):
            continue
        tellers = {paper.path for paper in group.papers}
        others = (paper for paper in papers if paper.path not in tellers)
        silent = Silent.of(others, partial(_meaning, case, person, group))
        if silent.papers:
            highest = (row for p in silent.missing if _scope(p) == "highest" for row in _rows(p))
            yield Absence(group, silent.missing, silent.no_room, tuple(highest))


def _is_degree(group: Same[Study]) -> bool:
    """True for finished studies after secondary school that are more than a short course."""
    if not any(post_secondary(t.record) for t in group.told):
        return False
    lengths = [
        p.certain_months()
        for t in tellings(group)
        if (p := t.record.period) is not None and p.start and p.end
    ]
    return not lengths or max(lengths) > SHORT


def _scope(paper: Paper) -> str | None:
    asked = paper.asks(Study)
    return asked.scope if asked else None


def _rows(paper: Paper) -> list[Told[Study]]:
    return [*told_by([paper], Study)]


def _had_ended(group: Same[Study], paper: Paper) -> bool:
    """True for a study that had ended, by every telling, before a paper was signed."""
    days = [day for told in tellings(group) if (day := ended(told.record)) is not None]
    signed = paper.as_of.date
    return signed is not None and bool(days) and all(day.before(signed) for day in days)


def _meaning(case: Case, person: Person, group: Same[Study], paper: Paper) -> str:
    """Say what it means that a paper does not tell a study; one that was not finished need not be told."""
    if not _had_ended(group, paper):
        return "not-asked"
    if any(_may_be_it(row.record, group) for row in _rows(paper)):
        return "told"
    if _scope(paper) == "highest":
        return "missing" if _is_higher(paper, group) else "not-asked"
    found = {silence(paper, t.record, person).means for t in tellings(group)}
    if not found <= {"missing", "no-room"}:
        return "not-asked"
    sheets = supplements(case, paper)
    if any(mentioned(sheet, keys(group)) for sheet in sheets) and "no-room" in found:
        return "told"
    return "missing" if found == {"missing"} or sheets else "no-room"


def _may_be_it(row: Study, group: Same[Study]) -> bool:
    """True for a row that ends with the study and may be of its level: the same one under another name."""
    own, end = level_of(row), ended(row)
    for told in group.told:
        level, day = level_of(told.record), ended(told.record)
        near = end is not None and day is not None and end.distance(day) <= NEAR
        if near and (own is None or level is None or own.agrees(level)):
            return True
    return False


def _is_higher(paper: Paper, group: Same[Study]) -> bool:
    """True for a study that is certainly above the one that a form tells as the highest."""
    own, rows = claimed(group), _rows(paper)
    levels = [level_of(row.record) for row in rows]
    if own is None or own.vague or not rows or unread(paper, Study):
        return False
    return all(level is not None and own.above(level) for level in levels)


def _mismatch(case: Case, person: Person, absence: Absence) -> Mismatch:
    group, absent = absence.study, absence.missing or absence.no_room
    letter = _openly(case, absent, group)
    no_room = not absence.missing
    period = next((t.record.period for t in tellings(group) if t.record.period), None)
    when = f", {period}," if period else ""
    instead = _instead(absence)
    why = (
        "all rows of it are in use: list them on an extra page"
        if no_room
        else f"which asks for them{instead}"
    )
    what = f"{named(group)[0].upper()}{named(group)[1:]}"
    return Mismatch(
        person=person,
        subject=subject(group),
        detail=f"{what}{when} are told in {papers_named(group.papers)}, but not in {papers_named(absent)}, {why}."
        f"{said_openly(letter)}",
        evidence=(
            *(t.cite("institution", institution(group)) for t in group.told),
            *cite_papers(absent),
            *(row.cite("field_of_study", title_of(row.record)) for row in absence.highest),
            *cited_openly(letter),
        ),
        severity=Severity.INFO if no_room else lowered(Severity.MAJOR, letter),
        title=NO_ROOM if no_room else None,
    )


def _instead(absence: Absence) -> str:
    told = sorted({title_of(row.record) for row in absence.highest if title_of(row.record)})
    return f" and tells “{'”, “'.join(told)}” as the highest" if told else ""


def _openly(case: Case, absent: Sequence[Paper], group: Same[Study]) -> Passage | None:
    """Give what the letters of these submissions, and of the draft, say openly of a study."""
    papers = [*absent, *case.draft_papers]
    letters = {sheet.path: sheet for paper in papers for sheet in supplements(case, paper)}
    return openly(tuple(letters.values()), keys(group))
