"""education/level: an award claimed above what the school's paper says."""

from collections.abc import Iterator, Sequence

from consistency.comparator.aligned.schools import level_of, one_school, title_of
from consistency.comparator.education.studies import DOCUMENT, named, studies, subject
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import cited_openly, said_openly
from consistency.comparator.passages import LETTER, Passage, passages
from consistency.comparator.statements import corrected
from consistency.comparator.telling import Same, Told
from consistency.model import Case, Citation, Person, Severity, Study
from consistency.normalizer import awards
from consistency.normalizer.awards import BACHELOR, DIPLOMA, Level
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

HOLDS = expression(
    r"\b(?:i|je|jai) (?:(?:also|have|had|successfully|am|do|suis|deja) )*(?:hold|held|completed?|obtained?|earned|possess\w*"
    r"|received|graduated|detiens|obtenu|possede|titulaire|termine|holder|graduate)\b"
)
UNDER_WAY = expression(
    r"\b(?:pursu\w+|will|plan\w*|enrol\w*|currently study\w*|studying|towards|intend\w*|en cours|inscrite?|equivalent\w*"
    r"|equal|not|no|never|pas)\b"
)
"""Words (folded) of an award that nobody claims to have, or that is compared with another."""

UNCLEAR = "An award is told by the title of another system"
TOPIC = ("diploma", "degree", "bachelor", "master", "certificate", "diplome", "licence")


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPR s.200(3)(a)"])
def level(case: Case) -> Iterator[Mismatch]:
    """An award is claimed on a higher level than the school's own paper says.

    Why: the award decides whether the applicant can do the job, and a diploma told as a degree is read as
    misrepresentation.
    Advice: write the award as the school's paper does, and enclose an assessment where it equals another one; or say
    openly in the explanation letter that an older paper was wrong; or enclose the paper of the higher award.

    Reports a bachelor's degree on the CV and a diploma on the certificate:
        draft/cv.pdf as of 2026-02-20: education institution="Shu University" level="Bachelor of Science in Wiring" from=2006-09 to=2009-06
        draft/education-certificate.pdf as of 2009-08-02: education institution="Shu University" level="Diploma in Wiring" from=2006-09 to=2009-06

    Reports a degree that a CV tells with the year of its end alone:
        draft/imm1295.pdf as of 2026-03-01: education institution="Halych Polytechnic" field_of_study="Bachelor, Wiring" from=2009-09 to=2014-06
        draft/cv.pdf as of 2026-02-20: education institution="Halych Polytechnic" level="Master in Wiring" from=2014 to=2014
        draft/education-certificate.pdf as of 2014-07-01: education institution="Halych Polytechnic" level="Bachelor of Wiring" to=2014-06

    Reports a form that claims more than the certificate:
        draft/imm1295.pdf as of 2026-03-01: education institution="Shu University" field_of_study="Master of Commerce" from=2006-09 to=2009-06
        draft/education-certificate.pdf as of 2009-08-02: education institution="Shu University" level="B.Com." from=2006-09 to=2009-06

    Reports a form that claims more, beside an award of another school on the certificate's level:
        draft/imm1295.pdf as of 2026-03-01: education institution="Shu University" field_of_study="Master of Commerce" from=2006-09 to=2009-06
        draft/imm1295.pdf as of 2026-03-01: education institution="Lviv Academy" field_of_study="Bachelor of Arts" from=2003-09 to=2006-06
        draft/education-certificate.pdf as of 2009-08-02: education institution="Shu University" level="B.Com." from=2006-09 to=2009-06

    Reports a degree in the letter that no paper shows:
        draft/explanation-letter.pdf as of 2026-02-20: text "I hold a Bachelor's degree in Culinary Arts from Gandaki School."
        draft/imm1295.pdf as of 2026-03-01: education institution="Gandaki School" field_of_study="Diploma in Cooking" from=2006-09 to=2009-06
        draft/education-certificate.pdf as of 2009-08-02: education institution="Gandaki School" level="Diploma in Cooking" from=2006-09 to=2009-06

    Reports a higher diploma of the same system:
        draft/imm1295.pdf as of 2026-03-01: education institution="Shu Polytechnic" field_of_study="HND, Mechanics" from=2006-09 to=2009-06
        draft/education-certificate.pdf as of 2009-08-02: education institution="Shu Polytechnic" level="National Diploma in Mechanics" from=2006-09 to=2009-06

    Accepts the lower diploma of that system beside the higher one:
        draft/imm1295.pdf as of 2026-03-01: education institution="Shu Polytechnic" field_of_study="HND, Mechanics" from=2006-09 to=2009-06
        draft/education-certificate_1.pdf as of 2007-08-02: education institution="Shu Polytechnic" level="National Diploma in Mechanics" from=2004-09 to=2006-06
        draft/education-certificate_2.pdf as of 2009-08-02: education institution="Shu Polytechnic" level="Higher National Diploma in Mechanics" from=2006-09 to=2009-06

    Accepts a letter whose writer holds something else:
        draft/explanation-letter.pdf as of 2026-02-20: text "I hold a valid driving licence and a passport."
        draft/education-certificate.pdf as of 2009-08-02: education institution="Shu University" level="B.Com." from=2006-09 to=2009-06

    Accepts a title in another language:
        draft/cv.pdf as of 2026-02-20: education institution="Universidad del Valle" level="Bachelor of Accounting" from=2006-09 to=2011-06
        draft/education-certificate.pdf as of 2011-08-02: education institution="Universidad del Valle" level="Licenciatura en Contaduría" from=2006-09 to=2011-06

    Reports as a question a specialist, a magister or an engineer told as a master:
        draft/cv.pdf as of 2026-02-20: education institution="Lviv Polytechnic" level="Master in Mechanics" from=2006-09 to=2011-06
        draft/education-certificate.pdf as of 2011-08-02: education institution="Lviv Polytechnic" level="Diploma of Specialist in Mechanics" from=2006-09 to=2011-06

    Accepts a bachelor's degree beside the diploma that the paper shows:
        draft/imm5669.pdf as of 2026-03-01: education institution="Shu University" level="Bachelor of Science in Wiring" from=2006-09 to=2009-06
        draft/imm5669.pdf as of 2026-03-01: education institution="Shu University" level="Diploma in Wiring" from=2006-09 to=2009-01
        draft/education-certificate.pdf as of 2009-08-02: education institution="Shu University" level="Diploma in Wiring" from=2006-09 to=2009-06

    Accepts a licence, which is a bachelor's degree in French:
        draft/imm1295.pdf as of 2026-03-01: education institution="Université de Fès" field_of_study="Bachelor, Economics" from=2006-09 to=2009-06
        draft/education-certificate.pdf as of 2009-08-02: education institution="Université de Fès" level="Licence en économie" from=2006-09 to=2009-06

    Accepts an award told lower than the certificate:
        draft/imm1295.pdf as of 2026-03-01: education institution="Shu University" field_of_study="Diploma, Commerce" from=2006-09 to=2009-06
        draft/education-certificate.pdf as of 2009-08-02: education institution="Shu University" level="Bachelor of Commerce" from=2006-09 to=2009-06

    Accepts a field without a level:
        draft/imm1295.pdf as of 2026-03-01: education institution="Shu University" field_of_study="Electrical Technology" from=2006-09 to=2009-06
        draft/education-certificate.pdf as of 2009-08-02: education institution="Shu University" level="Diploma in Electrical Technology" from=2006-09 to=2009-06

    Accepts two awards of one school, each with its paper or without:
        draft/cv.pdf as of 2026-02-20: education institution="Shu University" level="Diploma in Wiring" from=2006-09 to=2009-06
        draft/cv.pdf as of 2026-02-20: education institution="Shu University" level="Bachelor of Science in Wiring" from=2009-09 to=2012-06
        draft/education-certificate.pdf as of 2009-08-02: education institution="Shu University" level="Diploma in Wiring" from=2006-09 to=2009-06

    Reports a shorter course of the same school that began as the degree does:
        draft/imm1295.pdf as of 2026-03-01: education institution="Shu College" field_of_study="Bachelor of Nursing" from=2010-06 to=2014-03
        draft/education-certificate.pdf as of 2012-04-02: education institution="Shu College" level="Associate in Nursing" from=2010-06 to=2012-03

    Accepts a degree that the letter only plans or compares:
        draft/explanation-letter.pdf as of 2026-02-20: text "I have completed a diploma equivalent to a bachelor's degree."
        draft/education-certificate.pdf as of 2009-08-02: education institution="Gandaki School" level="Diploma in Cooking" from=2006-09 to=2009-06
    """
    for person in case.people:
        groups = studies(case, person)
        for group in groups:
            yield from _claims(case, person, group)
        yield from _in_letters(case, person, groups)


def _claims(case: Case, person: Person, group: Same[Study]) -> Iterator[Mismatch]:
    documents = [t for t in group.told if t.paper.kind == DOCUMENT and level_of(t.record)]
    shown = _highest(documents)
    if shown is None:
        return
    told = [t for t in group.told if t.paper.kind != DOCUMENT and not _tells_it_too(t, shown)]
    levels = [(t, own) for t in told if (own := level_of(t.record)) is not None]
    claims = [t for t, own in levels if own.above(shown)]
    unclear = [t for t, own in levels if _unclear(own, shown)]
    if claims or unclear:
        yield _mismatch(case, person, group, (claims or unclear, documents, bool(claims)))


def _tells_it_too(told: Told[Study], shown: Level) -> bool:
    """True for a row beside which the same paper tells the award of the school's paper as well."""
    school = told.record.institution
    return any(
        study is not told.record
        and (level := level_of(study)) is not None
        and level.agrees(shown)
        and bool(school and study.institution and one_school(study.institution, school))
        for study in told.paper.all(Study)
    )


def _unclear(own: Level, shown: Level) -> bool:
    """True where the claim is of one system's degree and the paper of another's, which may equal it or not."""
    return own.low >= BACHELOR and own.low > shown.low and own.agrees(shown) and not shown.vague


def _mismatch(
    case: Case,
    person: Person,
    group: Same[Study],
    told: tuple[Sequence[Told[Study]], Sequence[Told[Study]], bool],
) -> Mismatch:
    claims, documents, certain = told
    letter = corrected(case, [t.paper for t in claims], TOPIC)
    said, shown = (
        "; ".join(f"“{title_of(t.record)}” in {t.paper.path}" for t in rows) for rows in (claims, documents)
    )
    question = "" if certain else " Does an assessment say that they are one level?"
    level = (Severity.MAJOR if letter else None) if certain else Severity.INFO
    return Mismatch(
        person=person,
        subject=subject(group),
        detail=f"The award of {named(group)} is {said}, and {shown}.{question}{said_openly(letter)}",
        evidence=(*map(_cited, claims), *map(_cited, documents), *cited_openly(letter)),
        severity=level,
        title=None if certain else UNCLEAR,
        ask=not certain,
    )


def _highest(told: Sequence[Told[Study]]) -> Level | None:
    """Give the highest level that the papers of a school may stand for."""
    return awards.highest(found for t in told if (found := level_of(t.record)) is not None)


def _cited(told: Told[Study]) -> Citation:
    """Cite the words that name the award."""
    name = "level" if told.record.level else "field_of_study"
    return told.cite(name, title_of(told.record))


def _in_letters(case: Case, person: Person, groups: Sequence[Same[Study]]) -> Iterator[Mismatch]:
    """Compare the awards that letters claim with everything that any paper tells."""
    documents = [t for group in groups for t in group.told if t.paper.kind == DOCUMENT and level_of(t.record)]
    told = [t for group in groups for t in group.told]
    levels = [level_of(t.record) for t in told]
    letters = [paper for paper in case.of(person) if paper.kind == LETTER] if documents else []
    for letter in letters:
        for passage in passages(letter):
            claim = _claim(passage)
            if claim and all(level is not None and claim.above(level) for level in levels):
                yield Mismatch(
                    person=person,
                    subject=f"award in the letter {letter.as_of.date}",
                    detail=f"{letter.path} says “{passage.text}”, but no paper shows an award of that level.",
                    evidence=(
                        passage.cite(claim.words),
                        *map(_cited, documents),
                    ),
                )


def _claim(passage: Passage) -> Level | None:
    """Give the level of an award that a sentence says the applicant has."""
    folded = fold(passage.text)
    if not HOLDS.search(folded) or UNDER_WAY.search(folded):
        return None
    found = awards.level(passage.text)
    return found if found is not None and found.low > DIPLOMA and not found.vague else None
