"""family/previous-partner: a former spouse or partner who is left out, or denied."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from consistency.comparator.aligned.relatives import SLIP, names_alike
from consistency.comparator.answers import answers, unsure
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.family.unions import COUPLE, PREVIOUS, Union, unions
from consistency.comparator.openly import supplements
from consistency.comparator.passages import mentioned
from consistency.comparator.statements import OFFICERS, named
from consistency.comparator.telling import Told
from consistency.model import Answer, Case, Citation, Paper, Person, Relationship, Severity
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.text import fold

QUESTION = "previously-married"
OVER = frozenset({"divorced", "widowed", "annulled"})
"""Statuses that nobody has without a marriage before."""
STATUS = Cause("family/marital-status", "marital status")
NO_ROOM = "A former partner does not fit on the form"


class Ended(Struct, frozen=True):
    """That a marriage or partnership is over, by which day for certain, and how papers say so."""

    name: str
    by: PartialDate
    words: str
    citations: tuple[Citation, ...]
    papers: tuple[Paper, ...]
    apart: bool = False
    """True for a union with somebody whom no paper tells as the present spouse."""


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPR s.10(2)(a)"])
def previous_partner(case: Case) -> Iterator[Mismatch]:
    """A former spouse or common-law partner is left out, or "previously married" is No against the papers.

    Why: the question is signed, and a marriage that is left out hides family members and when a new one could begin.
    Advice: answer Yes in the draft and name the former partner; or say openly in the explanation letter that an older
    form left the marriage out, and why; or document that there was none.

    Reports a divorced applicant who answers No:
        draft/imm1295.pdf as of 2026-03-01: birth_date=1990-05-04 marital_status=divorced
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=no

    Reports a No after a form that named a former spouse:
        2024/imm1295.pdf as of 2024-01-21: relationship relation=previous-spouse name="Ana Ruiz" from=2009-05-14 to=2012-11-20
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=no

    Reports a No against a certificate of divorce:
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=no
        draft/civil-certificate.pdf as of 2025-07-07: relationship relation=previous-spouse name="Ana Ruiz" to=2012-11-20

    Reports a No although the spouse of an older form is another one:
        2014/imm1295.pdf as of 2014-01-21: relationship relation=spouse name="Ana Ruiz" from=2009-05-14
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=no
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2019-02-20

    Reports an older No before the end that the draft tells:
        2022/imm5257.pdf as of 2022-01-21: answer question=previously-married answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=yes
        draft/imm1295.pdf as of 2026-03-01: relationship relation=previous-spouse name="Ana Ruiz" from=2009-05-14 to=2012-11-20

    Reports a widower of an older form who answers No:
        2022/imm5257.pdf as of 2022-01-21: birth_date=1960-05-04 marital_status=widowed
        draft/imm1295.pdf as of 2026-03-01: birth_date=1960-05-04 marital_status=married
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=no

    Reports another former spouse in the place of the first, whom the letter does not name either:
        2024/imm1295.pdf as of 2024-01-21: relationship relation=previous-spouse name="Ana Ruiz" from=2009-05-14 to=2012-11-20
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=yes
        draft/imm1295.pdf as of 2026-03-01: relationship relation=previous-spouse name="Rosa Paz" from=2013-05-14 to=2015-11-20
        draft/explanation-letter.pdf as of 2026-02-27: text "I was refused in 2024."

    Reports as a note a second former spouse for whom the form has no room:
        2024/imm1295.pdf as of 2024-01-21: relationship relation=previous-spouse name="Ana Ruiz" from=2009-05-14 to=2012-11-20
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=yes
        draft/imm1295.pdf as of 2026-03-01: relationship relation=previous-spouse name="Rosa Paz" from=2013-05-14 to=2015-11-20

    Accepts a second former spouse whom the letter names:
        2024/imm1295.pdf as of 2024-01-21: relationship relation=previous-spouse name="Ana Ruiz" from=2009-05-14 to=2012-11-20
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=yes
        draft/imm1295.pdf as of 2026-03-01: relationship relation=previous-spouse name="Rosa Paz" from=2013-05-14 to=2015-11-20
        draft/explanation-letter.pdf as of 2026-02-27: text "My first marriage was to Ana Ruiz, from 2009 to 2012."

    Accepts a marriage that ended after the older form:
        2022/imm5257.pdf as of 2022-01-21: answer question=previously-married answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=yes
        draft/imm1295.pdf as of 2026-03-01: relationship relation=previous-spouse name="Ana Ruiz" from=2009-05-14 to=2023-11-20

    Accepts the same partner before and after the wedding, and under a married name:
        2022/imm5257.pdf as of 2022-01-21: marital_status=common-law
        2022/imm5257.pdf as of 2022-01-21: relationship relation=spouse name="Sara Karimi" from=2017-05-01
        draft/imm1295.pdf as of 2026-03-01: marital_status=married
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2023-06-15
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=no

    Accepts a separated applicant, who is still married:
        draft/imm1295.pdf as of 2026-03-01: marital_status=separated
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=no

    Accepts a mark read with doubt:
        2024/imm1295.pdf as of 2024-01-21: relationship relation=previous-spouse name="Ana Ruiz" from=2009-05-14 to=2012-11-20
        draft/imm1295.png as of 2026-03-01: answer question=previously-married answer=no confidence=0.5

    Accepts the spouse's own former marriage:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi" from=2019-02-20
        draft/imm1295.pdf as of 2026-03-01: answer question=previously-married answer=no
        spouse/imm5257.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09
        spouse/imm5257.pdf as of 2026-03-01: relationship relation=previous-spouse name="Omid Rad" from=2011-05-14 to=2015-11-20
    """
    for person in case.people:
        told = [t for t in answers(case, person, QUESTION) if not unsure(t)]
        ended = [*_by_union(case, person), *_by_status(case, person)]
        yield from _denied(person, told, ended)
        yield from _left_out(case, person, told, [one for one in ended if one.name])


def _by_union(case: Case, person: Person) -> Iterator[Ended]:
    """Give the unions that papers tell as former ones, or that another one has taken the place of."""
    known = unions(case, person)
    for union in known:
        former = [t for t in union.told if t.record.relation == PREVIOUS and t.paper.kind not in OFFICERS]
        if not union.partner:
            continue
        if former:
            days = [day.date for day in union.of("end")] or _days(former)
            for one in _ended(union.partner, days, "is told as a former partner", former):
                yield replace(one, apart=not _current(union))
        else:
            others = [other for other in known if names_alike(union.partner, other.partner) == 0.0]
            days = _days(told for other in others for told in _after(union, other))
            yield from _ended(union.partner, days, "is told as the spouse of an older paper", _current(union))


def _days(told: Iterable[Told[Relationship]]) -> list[PartialDate]:
    """Give the days of papers, as far as they are known."""
    return [day for one in told if (day := one.paper.as_of.date) is not None]


def _ended(
    name: str, days: Sequence[PartialDate], words: str, told: Sequence[Told[Relationship]]
) -> Iterator[Ended]:
    if days:
        by = min(days, key=lambda day: day.latest)
        yield Ended(
            name, by, words, tuple(t.cite("name", t.record.name) for t in told), tuple(t.paper for t in told)
        )


def _current(union: Union) -> list[Told[Relationship]]:
    """Give how papers tell somebody as the spouse of their day; a name read from a picture may be another's."""
    sure = [t for t in union.told if t.paper.kind not in OFFICERS and t.paper.document.method != "ocr"]
    return [t for t in sure if t.record.relation in COUPLE]


def _after(union: Union, other: Union) -> list[Told[Relationship]]:
    """Give how younger papers name another spouse than older ones did."""
    olds = [t.paper.as_of.date for t in _current(union) if t.paper.is_form and t.paper.as_of.date]
    news = [t for t in _current(other) if t.paper.is_form and t.paper.as_of.date]
    return [
        t
        for t in news
        if olds and t.paper.as_of.date and max(o.latest for o in olds) < t.paper.as_of.date.earliest
    ]


def _by_status(case: Case, person: Person) -> Iterator[Ended]:
    for paper in case.of(person):
        fact = paper.fact("marital_status")
        if fact is not None and fact.value in OVER and paper.as_of.date and paper.kind not in OFFICERS:
            citation = Citation(fact.evidence, fact.value, paper.as_of.date)
            yield Ended("", paper.as_of.date, f"the status is “{fact.value}”", (citation,), (paper,))


def _denied(person: Person, told: Sequence[Told[Answer]], ended: Sequence[Ended]) -> Iterator[Mismatch]:
    """Report all answers No that are younger than the end of a marriage."""
    noes = [t for t in told if t.record.answer == "no" and any(_before(one, t.paper) for one in ended)]
    if not noes:
        return
    against = [one for one in ended if any(_before(one, no.paper) for no in noes)]
    told_against = "; ".join(
        f"{one.name} {one.words}".strip() + f" in {named(one.papers)}" for one in against
    )
    yield Mismatch(
        person=person,
        subject="previously married",
        detail=f"{named(no.paper for no in noes)} answers No to a former marriage or common-law relationship, but "
        f"{told_against}.",
        evidence=(
            *(no.cite("answer", "no") for no in noes),
            *dict.fromkeys(citation for one in against for citation in one.citations),
        ),
        follows=() if any(one.apart for one in against) else (STATUS,),
    )


def _before(ended: Ended, form: Paper) -> bool:
    """True where a union was over on the day of a form; what the form itself says is of that day."""
    day = form.as_of.date
    told_there = any(paper.path == form.path for paper in ended.papers)
    return day is not None and (told_there or ended.by.latest <= day.earliest)


def _left_out(
    case: Case, person: Person, told: Sequence[Told[Answer]], ended: Sequence[Ended]
) -> Iterator[Mismatch]:
    """Report former partners whom a form that answers Yes does not name."""
    for form in [t.paper for t in told if t.record.answer == "yes"]:
        rows = [r for r in form.all(Relationship) if r.relation == PREVIOUS and r.name]
        for one in ended if rows else ():
            listed = any(names_alike(one.name, row.name or "") >= SLIP for row in rows)
            if not listed and _before(one, form):
                yield from _unlisted(case, person, one, (form, rows))


def _unlisted(
    case: Case, person: Person, one: Ended, form: tuple[Paper, Sequence[Relationship]]
) -> Iterator[Mismatch]:
    paper, rows = form
    sheets = supplements(case, paper)
    if any(mentioned(sheet, (fold(one.name),)) for sheet in sheets):
        return
    names = ", ".join(row.name or "" for row in rows)
    yield Mismatch(
        person=person,
        subject=f"former partner {fold(one.name)}",
        detail=f"{one.name} {one.words} in {named(one.papers)}, but {paper.path} names {names} as the former partner"
        + (
            ", and no letter beside it names both."
            if sheets
            else ": it has room for one; list the other on a page."
        ),
        evidence=(*one.citations, *(Told(paper, row).cite("name", row.name) for row in rows)),
        severity=None if sheets else Severity.INFO,
        title=None if sheets else NO_ROOM,
    )
