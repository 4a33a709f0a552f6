"""background/government: "held a government position" is No although one is told."""

from collections.abc import Iterator

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.work.service_history import (
    Served,
    evidence,
    sentence,
    told_positions,
    told_service,
    untrue,
)
from consistency.model import Case, Severity
from consistency.normalizer.text import fold

QUESTION = "government"
ASKED = "having held a government position"

OF_THE_POLICE = frozenset(
    {"police", "constable", "gendarme", "gendarmerie", "sheriff", "intelligence", "policia", "policier"}
)
"""The question names police officers and employees of security organisations too; not soldiers."""


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def government(case: Case) -> Iterator[Mismatch]:
    """The form denies a government position that another paper tells.

    Why: Schedule 1 asks for every position in a government, such as that of a civil servant, judge or police officer;
    it is looked into for security, and a signed No beside one told elsewhere reads as concealed.
    Advice: answer Yes and list the position with its dates, level and department; where an older form already said No,
    say so openly in the explanation letter; or document that the employer is no public body.

    Reports work in a ministry:
        draft/cv.pdf as of 2026-08-30: job title=Clerk employer="Ministry of Finance" from=2014-07 to=2018-06
        draft/imm5257b.pdf as of 2026-09-08: answer question=government answer=no

    Reports work for a town:
        draft/imm1295.pdf as of 2026-09-08: job title="Agent administratif" employer="Mairie de Dakar" from=2018-07 to=2020-06
        draft/imm5257b.pdf as of 2026-09-08: answer question=government answer=no

    Reports a position listed in another application:
        2022/imm5257b.pdf as of 2022-08-30: government_position name="Federal, Department of Posts" from=2009-07 to=2011-03
        draft/imm5257b.pdf as of 2026-09-08: answer question=government answer=no

    Reports a police officer:
        draft/cv.pdf as of 2026-08-30: job title=Constable employer="Nepal Police" from=2010 to=2012
        draft/imm5257b.pdf as of 2026-09-08: answer question=government answer=no

    Reports as a question work in a public school or hospital:
        draft/cv.pdf as of 2026-08-30: job title=Teacher employer="Government High School" from=2014-07 to=2018-06
        draft/imm5257b.pdf as of 2026-09-08: answer question=government answer=no

    Accepts the answer Yes:
        draft/cv.pdf as of 2026-08-30: job title=Clerk employer="Ministry of Finance" from=2014-07 to=2018-06
        draft/imm5257b.pdf as of 2026-09-08: answer question=government answer=yes

    Accepts a position that began after the form was signed:
        2018/imm5257b.pdf as of 2018-02-01: answer question=government answer=no
        draft/cv.pdf as of 2026-08-30: job title=Clerk employer="Ministry of Finance" from=2019-07 to=2022-06

    Accepts a company that a state owns:
        draft/cv.pdf as of 2026-08-30: job title=Engineer employer="Indian Railways" from=2014-07 to=2018-06
        draft/cv.pdf as of 2026-08-30: job title=Clerk employer="State Bank of India" from=2018-07 to=2020-06
        draft/imm5257b.pdf as of 2026-09-08: answer question=government answer=no

    Accepts names that only sound like a public body:
        draft/cv.pdf as of 2026-08-30: job title=Waiter employer="Garden Court Hotel" from=2014-07 to=2018-06
        draft/cv.pdf as of 2026-08-30: job title=Clerk employer="Embassy Suites" from=2018-07 to=2020-06
        draft/cv.pdf as of 2026-08-30: job title=Singer employer="Grace Youth Ministry" from=2020-07 to=2021-06
        draft/imm5257b.pdf as of 2026-09-08: answer question=government answer=no

    Accepts a soldier, of whom another question asks:
        draft/cv.pdf as of 2026-08-30: job title="Conscript Soldier" employer=Army from=2009-07 to=2010-06
        draft/imm5257b.pdf as of 2026-09-08: answer question=government answer=no

    Accepts a form that does not ask for it:
        draft/cv.pdf as of 2026-08-30: job title=Clerk employer="Ministry of Finance" from=2014-07 to=2018-06
        draft/imm1295.pdf as of 2026-09-08: answer question=military answer=no
    """
    for person in case.people:
        positions = told_positions(case, person)
        police = [one for one in told_service(case, person) if one.sure and _of_the_police(one)]
        sure = untrue(case, person, QUESTION, [*(one for one in positions if one.sure), *police])
        near = untrue(case, person, QUESTION, [one for one in positions if not one.sure])
        if sure:
            alone = all(one in police for _, before in sure for one in before)
            follows = (Cause("background/military", "service"),) if alone else ()
            yield Mismatch(person, "position", sentence(sure, ASKED), evidence(sure), follows=follows)
        if near:
            detail = f"{sentence(near, ASKED)} Is that a post of the government in that country?"
            yield Mismatch(person, "near position", detail, evidence(near), severity=Severity.INFO, ask=True)


def _of_the_police(one: Served) -> bool:
    return bool(OF_THE_POLICE & set(fold(one.words).split()))
