"""identity/wrong-person: another person's data in this application."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.identity.decided_on import DecidedOn, decided_on_others
from consistency.comparator.identity.fellow_applicants import applies_too, apply_together
from consistency.comparator.identity.mentions import Sex, family_names, mentions, pronouns
from consistency.comparator.identity.naming import Named, name_of, named_in
from consistency.comparator.identity.strangers import (
    ABOUT_ONE,
    LETTERS,
    Stranger,
    anchor_of,
    is_about_another,
    is_unknown,
    strangers,
)
from consistency.comparator.statements import Statement, citations, named, said, stated
from consistency.model import Case, Citation, Paper, Person, Severity
from consistency.normalizer import names
from consistency.normalizer.text import fold

OTHERS = ABOUT_ONE | {"passport"}
NUMBERS = ("passport_number", "uci", "national_id")
OTHER_SEX: dict[Sex, Sex] = {"male": "female", "female": "male"}
PRONOUNS = 2
"""From so many pronouns of the other sex on, and none of the right one, a letter is about somebody else."""

ASIDE = (
    "Say whose decision it is. If it is somebody else's, take it out, or say in the explanation letter who that is and "
    "why it is enclosed; if it is the applicant's under another name, say so openly and document the name."
)
"""What to do about a decision that names somebody else."""
BESIDE = (
    "Two people apply in this folder. If they apply together, say so in the explanation letter; if these are another "
    "client's papers, take them out before filing."
)
"""What to do about somebody else's application among the applicant's papers."""


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def wrong_person(case: Case) -> Iterator[Mismatch]:
    """Another person's name, sex or passport stands in this application.

    Why: a template with somebody else's name in it takes the credit from every other paper of the application.
    Advice: have the letter written again for the applicant, or correct the draft; where a past application already
    holds it, say so openly in the explanation letter; or document who the person is and why the paper belongs here.

    Reports a letter about somebody else:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/employment-letter.pdf as of 2026-02-01: full_name="Rajesh Kumar"

    Reports a payslip of somebody whom no paper mentions:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/payslip.pdf as of 2026-02-01: full_name="Rajesh Kumar"

    Reports another name in the body of a letter:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/employment-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/employment-letter.pdf as of 2026-02-01: text "Mr. Kumar has worked with us since 2019."

    Reports another name in the explanation letter:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/explanation-letter.pdf as of 2026-02-01: text "Mr. Kumar will leave Canada at the end of his stay."

    Reports another client in the letter of a representative:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/explanation-letter.pdf as of 2026-02-01: text "We submit that Mr. Rajesh Kumar meets the requirements."

    Reports another client whom a representative calls the client:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/explanation-letter.pdf as of 2026-02-01: text "Nous demandons que le permis de Mme Diallo, notre cliente, soit délivré."

    Reports another client of whom a submission argues:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/explanation-letter.pdf as of 2026-02-01: text "Ms. Diallo has shown strong ties to her home."

    Accepts somebody who has shown the writer something:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/explanation-letter.pdf as of 2026-02-01: text "Ms. Diallo has shown me the bakery and has established a good team."

    Accepts a party to a case of which a submission tells:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/explanation-letter.pdf as of 2026-02-01: text "In Diallo v Canada (MCI), 2021 FC 99, the visa was refused."
        draft/explanation-letter.pdf as of 2026-02-01: text "Ms. Diallo has shown less than our client."

    Reports a title of the other sex:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 sex=female
        draft/employment-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/employment-letter.pdf as of 2026-02-01: text "Mr. Anita Patel has worked with us since 2019."

    Reports pronouns of the other sex alone:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 sex=female
        draft/employment-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/employment-letter.pdf as of 2026-02-01: text "Anita Patel is a cook. He works well. We pay him."

    Reports the passport number of another person in the folder:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA passport_number=Z11 uci=11112222
        spouse/passport.pdf as of 2020-03-01: family_name=SHAH given_names=VIJAY passport_number=Z11

    Reports a passport of somebody whom no paper mentions:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/passport.pdf as of 2020-03-01: family_name=KUMAR given_names=RAJESH birth_date=1988-01-02

    Reports the forms of another client among those of the applicant:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 uci=11112222
        draft/imm5707.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm1295_2.pdf as of 2026-03-02: family_name=KUMAR given_names=RAJESH birth_date=1988-01-02 uci=33334444
        draft/imm5707_2.pdf as of 2026-03-02: family_name=KUMAR given_names=RAJESH birth_date=1988-01-02

    Reports a refusal letter to somebody whom no other paper names:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        2024/refusal-letter.pdf as of 2024-05-02: full_name="Rajesh Kumar"

    Reports a refusal letter with the client number of somebody whom no other paper names:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 uci=11112222
        draft/refusal-letter.pdf as of 2024-05-02: full_name="Rajesh Kumar" uci=33334444

    Reports the set-aside refusal of one with the same family name, at the level of a note:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/refusal-letter.pdf as of 2024-05-02: full_name="Vikram Patel"

    Accepts the refusal of a relative whom a form lists:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Meena Joshi" birth_date=1985-01-01
        draft/refusal-letter.pdf as of 2024-05-02: full_name="Meena Joshi"

    Accepts the refusal of a relative of whom the letter tells:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "The visa of my cousin Kiran Mehta was refused in 2024."
        draft/refusal-letter.pdf as of 2024-05-02: full_name="Kiran Raj Mehta"

    Accepts a refusal letter with the applicant's name misread or cut short:
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        2023/refusal-letter.pdf as of 2023-05-02: full_name="Silva Anne"
        2024/refusal-letter.pdf as of 2024-05-02: full_name="A. Silva"

    Accepts the case law and the writer of a representative's letter:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/explanation-letter.pdf as of 2026-02-01: text "As the court held in Singh v. Canada, an officer must weigh it."
        draft/explanation-letter.pdf as of 2026-02-01: text "Ms. Amanda Chiu, RCIC, will answer any question."
        draft/explanation-letter.pdf as of 2026-02-01: text "Amanda R. Chiu, RCIC"

    Accepts the family's own papers:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_member relation=father name="Mahesh Desai" birth_date=1960-01-01
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Vijay Shah"
        spouse/passport.pdf as of 2020-03-01: family_name=SHAH given_names=VIJAY birth_date=1988-01-02
        draft/employment-letter.pdf as of 2026-02-01: full_name="Mahesh Desai"

    Accepts the forms of a friend, where a letter names both:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 uci=11112222
        draft/imm1295_2.pdf as of 2026-03-02: family_name=KUMAR given_names=RAJESH birth_date=1988-01-02 uci=33334444
        draft/explanation-letter.pdf as of 2026-03-02: full_name="Rajesh Kumar"
        draft/explanation-letter.pdf as of 2026-03-02: text "I apply together with my friend Anita Patel."

    Accepts the forms of another worker of the same employer:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 uci=11112222
        draft/imm1295.pdf as of 2026-03-01: offer employer="Acme Ltd" number=7000111
        draft/imm1295_2.pdf as of 2026-03-02: family_name=KUMAR given_names=RAJESH birth_date=1988-01-02 uci=33334444
        draft/imm1295_2.pdf as of 2026-03-02: offer employer="ACME LIMITED" number=7000112

    Reports the forms of another client with a family of their own:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 uci=11112222
        draft/imm5707.pdf as of 2026-03-02: family_name=KUMAR given_names=RAJESH birth_date=1988-01-02
        draft/imm5707.pdf as of 2026-03-02: family_member relation=mother name="Sunita Kumar" birth_date=1960-01-02

    Reports a form that was copied, the spouse and all:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 uci=11112222
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Vijay Shah"
        draft/imm1295_2.pdf as of 2026-03-02: family_name=KUMAR given_names=NEHA birth_date=1988-01-02 uci=33334444
        draft/imm1295_2.pdf as of 2026-03-02: relationship relation=spouse name="Vijay Shah"

    Accepts the forms of a married sister, who has the same mother:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 uci=11112222
        draft/imm5707.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_member relation=mother name="Lata Patel" birth_date=1960-01-02
        draft/imm5707_2.pdf as of 2026-03-02: family_name=KUMAR given_names=NEHA birth_date=1988-01-02
        draft/imm5707_2.pdf as of 2026-03-02: family_member relation=mother name="Lata Patel" birth_date=1960-01-02

    Accepts the forms of a relative who applies too:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 uci=11112222
        draft/imm5645.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm5645.pdf as of 2026-03-01: family_member relation=sibling name="Vikram Patel" birth_date=1993-02-03
        draft/imm1295_2.pdf as of 2026-03-02: family_name=PATEL given_names=VIKRAM birth_date=1993-02-03 uci=33334444

    Accepts the forms of somebody who names the applicant as a relative:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 uci=11112222
        draft/imm1295_2.pdf as of 2026-03-02: family_name=SHAH given_names=VIJAY birth_date=1988-02-03 uci=33334444
        draft/imm1295_2.pdf as of 2026-03-02: relationship relation=spouse name="Anita Patel"

    Accepts the employer's people:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/employment-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/employment-letter.pdf as of 2026-02-01: text "Mr. Kumar, our manager, leads her team."
        draft/employment-letter.pdf as of 2026-02-01: text "Mr. Kumar has worked with us since 2001."
        draft/explanation-letter.pdf as of 2026-02-02: text "Mr. Baker hired me. Mrs. Lee has worked with me."

    Accepts an employer who is a person:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: offer employer="Laura Baker" number=7000999
        draft/explanation-letter.pdf as of 2026-02-02: text "I am applying for a permit to work for Ms. Laura Baker's family."

    Reports another name as that of the writer of the explanation letter:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-02-01: text "I, Rajesh Kumar, wish to explain my refusal."

    Reports another name where an offer is accepted:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/offer-of-employment.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/offer-of-employment.pdf as of 2026-02-01: text "I, Rajesh Kumar, hereby accept this offer."

    Accepts whoever signs for the employer:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/employment-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/employment-letter.pdf as of 2026-02-01: text "I, Rajesh Kumar, owner of Acme, certify that she works here."
        draft/offer-of-employment.pdf as of 2026-02-01: text "Je soussigné, Marc Roy, gérant, offre le poste de cuisinière."

    Accepts a representative who tells of the applicant:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-02-01: text "I, Marc Roy, act for Ms. Anita Patel. Ms. Patel wishes to work."

    Reports a title of the other sex where the spouse has the same family name:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 sex=female
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Vijay Patel"
        draft/employment-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/employment-letter.pdf as of 2026-02-01: text "Mr. Anita Patel has worked with us since 2019."

    Accepts the spouse's title:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 sex=female
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Vijay Patel"
        draft/explanation-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/explanation-letter.pdf as of 2026-02-01: text "My husband, Mr. Patel, will stay at home."

    Accepts a letter that names both sexes:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04 sex=female
        draft/employment-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/employment-letter.pdf as of 2026-02-01: text "Mr./Ms. Anita Patel does his/her work well; he/she is paid."

    Accepts a paper of somebody whom the letter names:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/passport.pdf as of 2020-03-01: family_name=KUMAR given_names=RAJESH birth_date=1988-01-02
        draft/explanation-letter.pdf as of 2026-02-01: text "My friend Rajesh Kumar will host me."

    Accepts a maiden name:
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/education-certificate.pdf as of 2011-02-01: full_name="Anita Desai"
    """
    for person in case.people:
        own = named_in(case, person)
        if person.role in {"other", "unknown"}:
            yield from _strangers(case, person, own)
            continue
        anchor = anchor_of(own)
        if anchor is None:
            continue
        for paper in case.of(person):
            yield from _in_paper(case, person, anchor, paper)
        yield from _numbers(case, person)
    yield from _decisions(case)


def _in_paper(case: Case, person: Person, anchor: Named, paper: Paper) -> Iterator[Mismatch]:
    """Look for another person in one paper: in its name, its text, its titles."""
    for stranger in strangers(case, anchor, paper):
        yield _other_name(person, anchor, paper, stranger)
    about = name_of(paper)
    if paper.kind in LETTERS and not (about and is_about_another(case, about, anchor)):
        yield from _other_sex(case, person, anchor, paper)


def _other_name(person: Person, anchor: Named, paper: Paper, stranger: Stranger) -> Mismatch:
    name, where = stranger
    return Mismatch(
        person=person,
        subject=f"another person {fold(name)}",
        detail=f"{paper.path} speaks of “{name}”; the applicant of {anchor.paper.path} is “{anchor.value}”.",
        evidence=(Citation(where.evidence, name, where.as_of), anchor.citation),
    )


def _spoken_of(case: Case, anchor: Named, paper: Paper, sex: Sex) -> Citation | None:
    """Give where a paper speaks of the applicant as of somebody of a sex, by a title or all its pronouns."""
    called = paper.kind == "employment-letter" and _all_pronouns_are(paper, sex)
    told = list(mentions(paper))
    if not called and all(m.sex != sex for m in told):
        return None
    family = family_names(case)
    own_names = [m for m in told if names.compare(m.name, anchor.name).agrees]
    found = [m for m in own_names if not any(names.compare(m.name, one).agrees for one in family)]
    titled = {m.sex for m in found}
    if titled == {sex}:
        return found[0].passage.citation
    by_pronouns = called and OTHER_SEX[sex] not in titled
    return Citation(paper.absent(), None, paper.as_of.date) if by_pronouns else None


def _all_pronouns_are(paper: Paper, sex: Sex) -> bool:
    counted = pronouns(paper)
    return not counted[OTHER_SEX[sex]] and counted[sex] >= PRONOUNS


def _other_sex(case: Case, person: Person, anchor: Named, paper: Paper) -> Iterator[Mismatch]:
    sexes = [s for s in stated(case, person, "sex") if s.value in OTHER_SEX]
    if len({s.value for s in sexes}) != 1:
        return
    own: Sex = "male" if sexes[0].value == "male" else "female"
    where = _spoken_of(case, anchor, paper, OTHER_SEX[own])
    if where is not None:
        yield Mismatch(
            person=person,
            subject="sex in letters",
            detail=f"{paper.path} speaks of the applicant as {OTHER_SEX[own]}; {sexes[0].paper.path} says {own}.",
            evidence=(Citation(where.evidence, OTHER_SEX[own], where.as_of), sexes[0].citation),
        )


def _numbers(case: Case, person: Person) -> Iterator[Mismatch]:
    """Look for the numbers of somebody else in the folder."""
    for other in case.people:
        if other.id == person.id:
            continue
        for attribute in NUMBERS:
            theirs = stated(case, other, attribute)
            shared = [s for s in stated(case, person, attribute) if _key(s) in set(map(_key, theirs))]
            own = [s for s in stated(case, person, attribute) if _key(s) not in set(map(_key, theirs))]
            holders = [s for s in theirs if _key(s) in set(map(_key, shared))]
            if shared and (own or any(s.paper.kind == "passport" for s in holders)):
                yield _shared(person, other, shared, holders)


def _key(statement: Statement) -> str:
    return fold(statement.value).replace(" ", "")


def _shared(
    person: Person, other: Person, shared: Sequence[Statement], holders: Sequence[Statement]
) -> Mismatch:
    label = shared[0].fact.attribute.replace("_", " ")
    return Mismatch(
        person=person,
        subject=f"{label} of another person",
        detail=f"The {label} of {person.name} is that of {other.name}: {said([shared])} and "
        f"{named(s.paper for s in holders)}.",
        evidence=citations([shared, holders]),
    )


def _decisions(case: Case) -> Iterator[Mismatch]:
    """Give the decisions that name somebody else: they are compared with nothing, and that has to be told."""
    principal = case.principal
    anchor = anchor_of(named_in(case, principal)) if principal else None
    if principal is not None and anchor is not None:
        for one in decided_on_others(case, anchor):
            yield _decision(principal, anchor, one)


def _decision(principal: Person, anchor: Named, one: DecidedOn) -> Mismatch:
    about, severity = one
    return Mismatch(
        person=principal,
        subject=f"a decision on {fold(about.value)}",
        detail=f"{about.paper.path} is a decision on “{about.value}”; the applicant of {anchor.paper.path} is "
        f"“{anchor.value}”. It is taken for no decision on the applicant.",
        evidence=(about.citation, anchor.citation),
        severity=severity,
        advice=ASIDE,
    )


def _strangers(case: Case, person: Person, own: Sequence[Named]) -> Iterator[Mismatch]:
    """Give the papers, among those of an application, of somebody who is no relative and whom no paper names.

    Several may apply in one folder: who has an application form is noted where nothing says that they apply together.
    """
    principal = case.principal
    anchor = anchor_of(named_in(case, principal)) if principal else None
    if principal is None or anchor is None:
        return
    fellow = applies_too(case, person)
    if fellow and apply_together(case, principal, person):
        return
    together = {p.application for p in case.of(principal)}
    for one in own:
        beside = one.paper.application in together
        if beside and (one.paper.is_form or one.paper.kind in OTHERS) and is_unknown(case, one, anchor):
            found = _other_name(principal, anchor, one.paper, Stranger(one.value, one.citation))
            yield replace(found, advice=BESIDE) if fellow else found
