"""family/certification: "I have no spouse, children, siblings" signed beside a list of them, or left unsigned."""

from collections.abc import Iterator

from msgspec import Struct

from consistency.comparator.answers import unsure
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.family.kin import EXACT, asked_for, rows_of
from consistency.comparator.statements import listed
from consistency.comparator.telling import Told, cite_papers, told_by
from consistency.model import Answer, Case, Citation, Paper, Person, Relationship, Severity

COUPLE = ("spouse", "partner")


class Certificate(Struct, frozen=True):
    """What is certified: that there is nobody of some relations."""

    question: str
    relations: tuple[str, ...]
    words: str
    cause: str
    ticked: frozenset[str]
    """Forms on which it is a box to tick."""
    signed: frozenset[str]
    """Forms on which it is a note to sign."""


CERTIFICATES = (
    Certificate("no-spouse", COUPLE, "a spouse or partner", "", frozenset(), frozenset({"imm5645", "imm5707"})),
    Certificate(
        "no-children", ("child",), "children", "family/child", frozenset({"imm5406", "imm5707"}),
        frozenset({"imm5645", "imm5707"}),
    ),
    Certificate("no-siblings", ("sibling",), "brothers or sisters", "family/relative", frozenset({"imm5406"}), frozenset()),
)  # fmt: skip
UNSIGNED = "A family form lists nobody, and the place that certifies it is empty"


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPR s.10(2)(a)"])
def certification(case: Case) -> Iterator[Mismatch]:
    """A family form certifies that there is no spouse, child or sibling, and lists one; or lists none uncertified.

    Why: the certification is a statement of its own, which stays on the immigration record: signed beside a list it is
    untrue, and where it is missing the form is incomplete.
    Advice: in the draft, leave the certification empty where somebody is listed, and sign or tick it where nobody is;
    or say openly in the explanation letter that an older form was signed in the wrong place.

    Reports a box for "no children" ticked beside a child:
        draft/imm5406.pdf as of 2026-03-01: answer question=no-children answer=yes
        draft/imm5406.pdf as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30

    Reports a note for "no spouse" signed beside a spouse:
        draft/imm5645.pdf as of 2026-03-01: answer question=no-spouse answer=yes
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Karim Noor" birth_date=1988-11-02

    Reports a note for "no spouse" beside an application that names one:
        draft/imm5645.pdf as of 2026-03-01: answer question=no-spouse answer=yes
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Karim Noor" from=2016-09-03

    Reports a box for "no siblings" ticked beside a sibling:
        draft/imm5406.pdf as of 2026-03-01: answer question=no-siblings answer=yes
        draft/imm5406.pdf as of 2026-03-01: family_member relation=sibling name="Omar Sample" birth_date=1987-02-03

    Reports as a lighter one a form without children whose note is not signed:
        draft/imm5645.pdf as of 2026-03-01: answer question=family-complete answer=yes
        draft/imm5645.pdf as of 2026-03-01: answer question=no-spouse answer=yes
        draft/imm5645.pdf as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1960-02-03

    Reports as a lighter one a form without siblings whose box is not ticked:
        draft/imm5406.pdf as of 2026-03-01: signed=yes
        draft/imm5406.pdf as of 2026-03-01: answer question=no-children answer=yes
        draft/imm5406.pdf as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1960-02-03

    Accepts notes that are signed where nobody is listed:
        draft/imm5645.pdf as of 2026-03-01: answer question=family-complete answer=yes
        draft/imm5645.pdf as of 2026-03-01: answer question=no-spouse answer=yes
        draft/imm5645.pdf as of 2026-03-01: answer question=no-children answer=yes
        draft/imm5645.pdf as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1960-02-03

    Accepts a form that is not signed yet, or by hand:
        draft/imm5645.pdf as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1960-02-03

    Accepts a form that has no place to certify that there are no siblings:
        draft/imm5645.pdf as of 2026-03-01: answer question=family-complete answer=yes
        draft/imm5645.pdf as of 2026-03-01: family_member relation=spouse name="Karim Noor" birth_date=1988-11-02
        draft/imm5645.pdf as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30

    Accepts a printed page on which a mark may be lost:
        draft/imm5406.png as of 2026-03-01: signed=yes
        draft/imm5406.png as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1960-02-03

    Accepts a mark read with doubt:
        draft/imm5406.png as of 2026-03-01: answer question=no-children answer=yes confidence=0.5
        draft/imm5406.png as of 2026-03-01: family_member relation=child name="Lina Noor" birth_date=2017-08-30

    Accepts an older form with an empty note, which nothing can fill now:
        2022/imm5406.pdf as of 2022-03-01: signed=yes
        2022/imm5406.pdf as of 2022-03-01: family_member relation=mother name="Amel Sample" birth_date=1960-02-03
        draft/imm1295.pdf as of 2026-03-01: family_name=SAMPLE

    Accepts a marriage after the form was signed:
        2022/imm5645.pdf as of 2022-03-01: answer question=no-spouse answer=yes
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Karim Noor" from=2024-09-03
    """
    for person in case.people:
        for form in case.of(person):
            if asked_for(form, "mother") is not None:
                for certificate in CERTIFICATES:
                    yield from _judged(case, person, form, certificate)


def _judged(case: Case, person: Person, form: Paper, certificate: Certificate) -> Iterator[Mismatch]:
    rows = rows_of(form, *certificate.relations)
    answer = form.answer(certificate.question)
    if answer is not None and answer.answer == "yes":
        told = [Told(form, row).cite("name", row.name) for row in rows]
        told += _named_beside(case, form) if certificate.question == "no-spouse" else []
        if told and not unsure(Told(form, answer)):
            yield _signed(person, form, certificate, answer, told)
    elif not rows and _must_certify(form, certificate) and (case.draft is None or case.in_draft(form)):
        yield _unsigned(person, form, certificate)


def _named_beside(case: Case, form: Paper) -> list[Citation]:
    """Cite the spouses whom other forms of the submission name."""
    beside = (p for p in case.papers if p.application == form.application and p.person == form.person)
    marriages = told_by((paper for paper in beside if paper.is_form), Relationship)
    named = (told for told in marriages if told.record.relation in COUPLE and told.record.name)
    return [told.cite("name", told.record.name) for told in named]


def _must_certify(form: Paper, certificate: Certificate) -> bool:
    """True for a form that its data tell to be signed, but not in the place that certifies this."""
    if form.document.method not in EXACT:
        return False
    asked = asked_for(form, certificate.relations[0])
    grows = asked is not None and asked.capacity is None
    if form.kind in certificate.ticked and grows:
        return bool(form.signed)
    return form.kind in certificate.signed and form.answer("family-complete") is not None


def _signed(
    person: Person, form: Paper, certificate: Certificate, answer: Answer, told: list[Citation]
) -> Mismatch:
    names = listed(citation.value or "somebody" for citation in told)
    return Mismatch(
        person=person,
        subject=f"{certificate.question} {form.kind} {form.as_of.date}",
        detail=f"{form.path} certifies that the applicant does not have {certificate.words}, but {names} stands "
        f"{'there' if told[0].evidence.document == form.path else 'in ' + told[0].evidence.document}.",
        evidence=(Told(form, answer).cite("answer", "yes"), *told),
    )


def _unsigned(person: Person, form: Paper, certificate: Certificate) -> Mismatch:
    return Mismatch(
        person=person,
        subject=f"{certificate.question} {form.kind} {form.as_of.date}",
        detail=f"{form.path} does not list {certificate.words}, and the place that certifies that there are none is "
        "empty.",
        evidence=cite_papers([form]),
        severity=Severity.MINOR,
        title=UNSIGNED,
        follows=(Cause(certificate.cause),) if certificate.cause else (),
    )
