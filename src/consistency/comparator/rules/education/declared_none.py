"""education/declared-none: "post-secondary education" is No against a diploma."""

from collections.abc import Iterator

from consistency.comparator.aligned.schools import title_of
from consistency.comparator.answers import answers, signed, unsure
from consistency.comparator.education.studies import DOCUMENT, begun, ended, named, post_secondary, studies
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.statements import named as papers_named
from consistency.comparator.telling import Told
from consistency.model import Answer, Case, Person, Severity, Study

QUESTION = "post-secondary"


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def declared_none(case: Case) -> Iterator[Mismatch]:
    """The form says that there was no post-secondary education, although studies are told or proven.

    Why: the question is signed, and the diploma in the same folder contradicts it; where the offer asks for an award
    the answer takes it away.
    Advice: answer Yes in the draft and tell the highest studies; or say openly in the explanation letter that an older
    form answered wrongly; or document that the studies were secondary school or not the applicant's.

    Reports a No against a diploma:
        draft/imm1295.pdf as of 2026-03-01: answer question=post-secondary answer=no
        draft/education-certificate.pdf as of 2011-07-25: education institution="Halych Polytechnic" level="Diploma in Wiring" from=2007-09 to=2011-06

    Reports a No against the CV:
        draft/imm1295.pdf as of 2026-03-01: answer question=post-secondary answer=no
        draft/cv.pdf as of 2026-02-20: education institution="Halych Polytechnic" level="B.Sc. Agriculture" from=2007-09 to=2011-06

    Reports a No against studies that are under way:
        draft/imm1295.pdf as of 2026-03-01: answer question=post-secondary answer=no
        draft/cv.pdf as of 2026-02-20: education institution="Halych University" level="Bachelor" from=2023-09 to=present

    Reports a No of an older form:
        2022/imm5257.pdf as of 2022-03-01: answer question=post-secondary answer=no
        draft/imm1295.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor of Science" from=2007-09 to=2011-06

    Accepts secondary school alone:
        draft/imm1295.pdf as of 2026-03-01: answer question=post-secondary answer=no
        draft/education-certificate.pdf as of 2011-07-25: education institution="Ludhiana Senior School" level="Higher Secondary Certificate" from=2005-04 to=2007-03
        draft/imm5669.pdf as of 2026-03-01: education institution="Collège Moderne" level=Baccalauréat from=2005-09 to=2008-06

    Accepts studies that began after the answer:
        2015/imm5257.pdf as of 2015-03-01: answer question=post-secondary answer=no
        draft/imm1295.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor of Science" from=2017-09 to=2021-06

    Accepts a short training:
        draft/imm1295.pdf as of 2026-03-01: answer question=post-secondary answer=no
        draft/education-certificate.pdf as of 2015-07-01: education institution="Safety Centre" level="Food Safety Certificate" from=2015-06 to=2015-07

    Accepts a mark read with doubt:
        draft/imm1295.png as of 2026-03-01: answer question=post-secondary answer=no confidence=0.5
        draft/cv.pdf as of 2026-02-20: education institution="Halych Polytechnic" level="B.Sc. Agriculture" from=2007-09 to=2011-06

    Accepts the spouse's diploma:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=post-secondary answer=no
        spouse/imm5257.pdf as of 2026-03-01: family_name=KARIMI given_names=SARA birth_date=1992-01-09
        spouse/imm5257.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor of Science" from=2007-09 to=2011-06
    """
    for person in case.people:
        noes = [t for t in answers(case, person, QUESTION) if t.record.answer == "no" and not unsure(t)]
        told = [t for group in studies(case, person) for t in group.told if post_secondary(t.record)]
        against = [t for t in told if any(_before(t, no) for no in noes)]
        if against:
            yield _mismatch(
                case, person, [no for no in noes if any(_before(t, no) for t in against)], against
            )


def _before(study: Told[Study], no: Told[Answer]) -> bool:
    """True for studies that had begun for certain when the question was answered."""
    day = begun(study.record) or ended(study.record)
    if day is None and study.paper.kind == DOCUMENT:
        day = study.paper.as_of.date
    return day is not None and day.before(signed(no))


def _mismatch(case: Case, person: Person, noes: list[Told[Answer]], against: list[Told[Study]]) -> Mismatch:
    groups = [group for group in studies(case, person) if any(t in group.told for t in against)]
    what = " and ".join(named(group) for group in groups)
    return Mismatch(
        person=person,
        subject="post-secondary",
        detail=f"{papers_named(no.paper for no in noes)} answers No to post-secondary education, but {what} "
        f"{'are' if groups else 'is'} told in {papers_named(t.paper for t in against)}.",
        evidence=(
            *(no.cite("answer", "no") for no in noes),
            *(t.cite("institution", t.record.institution or title_of(t.record)) for t in against),
        ),
    )
