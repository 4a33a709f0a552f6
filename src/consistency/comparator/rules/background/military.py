"""background/military: "served in a military, police or security force" is No although a service is told."""

from collections.abc import Iterator

from consistency.comparator.answers import answers, signed
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.work.service_history import evidence, exempted, sentence, told_service, untrue
from consistency.model import Case, Citation, Person, Severity
from consistency.normalizer import places

QUESTION = "military"
ASKED = "having served in a military, police or security force"

CONSCRIPTS = frozenset(
    {
        "AM", "AO", "AT", "AZ", "BJ", "BO", "BR", "BY", "CH", "CO", "CU", "CY", "DK", "DZ", "EE", "EG", "ER", "FI", "GE", "GR",
        "GT", "IL", "IR", "KG", "KH", "KP", "KR", "KW", "KZ", "LA", "LT", "LV", "MA", "MD", "MM", "MX", "MZ", "NE", "NO", "PY",
        "RU", "SD", "SE", "SG", "SN", "SS", "SY", "TD", "TH", "TJ", "TM", "TN", "TR", "TW", "UA", "UZ", "VE", "VN",
    }
)  # fmt: skip
"""Countries with a compulsory military service in law (CIA World Factbook, military service age and obligation)."""

OF_BOTH = frozenset({"ER", "IL", "KP", "NO", "SE", "DK"})
"""Those that call up women too."""

GROWN = 19


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def military(case: Case) -> Iterator[Mismatch]:
    """The form denies service in a military, police or security force that another paper tells.

    Why: such service is looked into for security; the question takes in national service, reserves and volunteers, and a
    signed No beside a service told elsewhere reads as concealed.
    Advice: answer Yes in the draft and give dates, place and unit; where an older form already said No, say so openly in
    the explanation letter; or document that it was no such service, or another person's.

    Reports national service on the curriculum vitae:
        draft/cv.pdf as of 2026-08-30: job title="Conscript Soldier" employer="Army, 4th Infantry Regiment" from=2009-07 to=2010-06
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Reports police work on an older form:
        2022/imm5257.pdf as of 2022-08-30: job title=Constable employer="Nepal Police" from=2010 to=2012
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Reports what Schedule 1 tells of another application:
        2022/imm5257b.pdf as of 2022-08-30: military_service country=IR city=Shiraz from=2009-07 to=2011-03
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Reports a sentence of the letter:
        draft/explanation-letter.pdf as of 2026-08-30: text "From 2009 to 2011 I completed my military service in Shiraz."
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Reports a line of the curriculum vitae:
        draft/cv.pdf as of 2026-08-30: text "Service militaire : effectué, 2010-2011"
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Reports work in a force beside a national service without arms:
        draft/cv.pdf as of 2026-08-30: job title="Corps member" employer="National Youth Service Corps" from=2013 to=2014
        draft/cv.pdf as of 2026-08-30: job title=Constable employer="Nigeria Police Force" from=2015 to=2017
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Reports as a question work for a school or hospital of a force:
        draft/cv.pdf as of 2026-08-30: job title=Teacher employer="Army Public School" from=2009-07 to=2010-06
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Reports as a question that the country calls up its men:
        draft/imm1295.pdf as of 2026-09-08: birth_date=1990-05-04 sex=male citizenship=KR family_name=KIM
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Reports the book of a soldier who was discharged:
        draft/unknown.pdf as of 2026-08-30: text "MILITARY ID No. 0012345"
        draft/unknown.pdf as of 2026-08-30: text "Called up: May 2011, by the district commissariat"
        draft/unknown.pdf as of 2026-08-30: text "Discharged to the reserve: May 2012"
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Accepts the book of somebody who was never called up:
        draft/unknown.pdf as of 2026-08-30: text "MILITARY ID No. 0012345"
        draft/unknown.pdf as of 2026-08-30: text "Not called up, unfit in peacetime; not transferred to the reserve"
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Accepts the answer Yes:
        draft/cv.pdf as of 2026-08-30: job title=Constable employer="Nepal Police" from=2010 to=2012
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=yes

    Accepts service that began after the form was signed:
        2018/imm5257.pdf as of 2018-02-01: answer question=military answer=no
        draft/cv.pdf as of 2026-08-30: job title=Constable employer="Nepal Police" from=2019 to=2022

    Accepts a private guard:
        draft/cv.pdf as of 2026-08-30: job title="Security Guard" employer="G4S Security Services" from=2010 to=2012
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Accepts names that only sound like a force:
        draft/cv.pdf as of 2026-08-30: job title=Cashier employer="The Salvation Army" from=2010 to=2012
        draft/cv.pdf as of 2026-08-30: job title=Barista employer="Café, 12 Police Street" from=2013 to=2014
        draft/cv.pdf as of 2026-08-30: job title=Clerk employer="Army Surplus Store" from=2015 to=2016
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Accepts the service of a relative:
        draft/explanation-letter.pdf as of 2026-08-30: text "My father served in the army for twenty years."
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Accepts a national service without arms, by the scheme that a paper names or by the country:
        draft/unknown.pdf as of 2014-10-20: text "NATIONAL YOUTH SERVICE CORPS. He completed one year national service in 2014."
        draft/cv.pdf as of 2026-08-30: job title="National service" employer="Girls' Secondary School" from=2013-10 to=2014-10
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no
        spouse/cv.pdf as of 2026-08-30: citizenship=GH family_name=MENSAH given_names=KOFI
        spouse/cv.pdf as of 2026-08-30: job title="National service" employer="Ghana Education Service" from=2013-10 to=2014-10
        spouse/imm1295.pdf as of 2026-09-08: family_name=MENSAH given_names=KOFI
        spouse/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Accepts an exemption:
        draft/cv.pdf as of 2026-08-30: text "Military service: exempted"
        draft/imm1295.pdf as of 2026-09-08: birth_date=1990-05-04 sex=male citizenship=TR family_name=KAYA
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no

    Accepts a woman of a country that calls up men, a boy, and a country without conscription:
        draft/imm1295.pdf as of 2026-09-08: birth_date=1990-05-04 sex=female citizenship=KR family_name=KIM
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no
        spouse/imm1295.pdf as of 2026-09-08: birth_date=2010-02-03 sex=male citizenship=KR family_name=PARK given_names=JUN
        spouse/imm1295.pdf as of 2026-09-08: answer question=military answer=no
        child/imm1295.pdf as of 2026-09-08: birth_date=1988-12-24 sex=male citizenship=IN family_name=SIDHU given_names=RAJ
        child/imm1295.pdf as of 2026-09-08: answer question=military answer=no
    """
    for person in case.people:
        told = told_service(case, person)
        sure = untrue(case, person, QUESTION, [one for one in told if one.sure])
        near = untrue(case, person, QUESTION, [one for one in told if not one.sure])
        if sure:
            yield Mismatch(person, "service", sentence(sure, ASKED), evidence(sure))
        if near:
            detail = f"{sentence(near, ASKED)} Was that service in a force?"
            yield Mismatch(person, "near service", detail, evidence(near), severity=Severity.INFO, ask=True)
        if not told:
            yield from (found for found in _conscripted(case, person) if not exempted(case, person))


def _conscripted(case: Case, person: Person) -> Iterator[Mismatch]:
    """Ask once whether somebody of age, of a country that calls people up, really did not serve."""
    noes = [no for no in answers(case, person, QUESTION) if no.record.answer == "no"]
    if not noes or person.birth_date is None:
        return
    last = noes[-1]
    age = signed(last).earliest.year - person.birth_date.year
    facts = {
        name: next((f for p in case.of(person) if (f := p.fact(name))), None)
        for name in ("sex", "citizenship")
    }
    sex, country = facts["sex"], facts["citizenship"]
    if sex is None or country is None or age < GROWN or country.value not in CONSCRIPTS:
        return
    if sex.value == "male" or country.value in OF_BOTH:
        yield Mismatch(
            person=person,
            subject="conscription",
            detail=f"{last.paper.path} answers No to {ASKED}. {places.name_of(country.value)} has a compulsory service: "
            "was there none, not even in a reserve? Keep the proof of an exemption at hand.",
            evidence=(
                last.cite("answer", "no"),
                Citation(country.evidence, country.value),
                Citation(sex.evidence, sex.value),
            ),
            severity=Severity.INFO,
            title="Military service is compulsory in the country of citizenship",
            ask=True,
        )
