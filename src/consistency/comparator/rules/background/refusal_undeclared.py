"""background/refusal-undeclared: "ever refused" is No although a refusal is known."""

from collections.abc import Iterator, Sequence

from consistency.comparator.answers import answers, signed
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.reapplication.refusals import QUESTION, Known, known_refusals
from consistency.comparator.statements import named
from consistency.comparator.telling import Told
from consistency.model import Answer, Case, Person, Severity


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPA s.40(2)(a)"])
def refusal_undeclared(case: Case) -> Iterator[Mismatch]:
    """The form says that nothing was ever refused, although a refusal is known.

    Why: the question asks for every visa or permit refused by any country, and for every refused entry; IRCC sees
    its own refusals and those of its partners, and a signed No has led to a ban of five years.
    Advice: answer Yes in the draft and tell every refusal; where an older form already said No, say so openly in the
    explanation letter before it is brought up; or document that the refusal was another person's.

    Reports a refusal letter older than the answer:
        2025/refusal-letter.pdf as of 2025-05-14: refusal country=CA number=W333377881 from=2025-05-14
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Reports a refusal in the officer's notes:
        2025/gcms-notes.pdf as of 2025-05-14: refusal country=CA number=W333377881 from=2025-05-14
        draft/imm5710.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Reports a refusal that an older form told in its details:
        2023/imm1294.pdf as of 2023-05-14: answer question=ever-refused answer=yes details="US visa refused in March 2019"
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Reports a Yes on an older form, without details:
        2023/imm1294.pdf as of 2023-05-14: answer question=ever-refused answer=yes
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Reports a refusal by another country that only the explanation letter tells:
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=GB from=2019-03
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Reports two forms of one day that answer differently:
        2025/refusal-letter.pdf as of 2025-05-14: refusal country=CA number=W333377881 from=2025-05-14
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Work permit 2025-05"
        draft/imm5669.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Reports an older form that the details of a newer one contradict:
        2023/imm5257.pdf as of 2023-05-14: answer question=ever-refused answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="UK visa refused 2019-03"

    Accepts two forms that answer No:
        2024/imm1295.pdf as of 2024-06-01: answer question=ever-refused answer=no
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Accepts a refusal younger than the answer:
        2025/imm1295.pdf as of 2025-03-18: answer question=ever-refused answer=no
        2025/refusal-letter.pdf as of 2025-05-14: refusal country=CA number=W333377881 from=2025-05-14

    Accepts the answer Yes:
        2025/refusal-letter.pdf as of 2025-05-14: refusal country=CA number=W333377881 from=2025-05-14
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes

    Accepts a refusal known only to the year in which the form was signed:
        2025/imm1295.pdf as of 2025-03-18: answer question=ever-refused answer=no
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=CA from=2025

    Accepts an application that was withdrawn, which is no refusal:
        2025/refusal-letter.pdf as of 2025-05-14: decision=withdrawn
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Accepts an older No beside a box with a wrong year for a later refusal:
        2023/imm5257.pdf as of 2023-05-14: answer question=ever-refused answer=no
        2025/refusal-letter.pdf as of 2025-05-14: refusal country=CA number=W333377881 from=2025-05-14
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Work permit refused 2021-05"

    Accepts a grant told in the box:
        draft/imm5710.pdf as of 2026-03-01: answer question=ever-refused answer=no details="Study permit held since 2019"

    Accepts the spouse's refusal:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=no
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Sara Karimi"
        spouse/refusal-letter.pdf as of 2025-05-14: full_name="Sara Karimi" uci=11112222
        spouse/refusal-letter.pdf as of 2025-05-14: refusal country=CA number=W333377881 from=2025-05-14
    """
    for person in case.people:
        known = known_refusals(case, person)
        told = answers(case, person, QUESTION)
        noes = [
            no for no in told if no.record.answer == "no" and (_older(no, known) or _yes_before(no, told))
        ]
        if noes:
            yield _mismatch(person, noes, known, told)


def _older(no: Told[Answer], known: Sequence[Known]) -> list[Known]:
    return [refusal for refusal in known if refusal.before(no.paper)]


def _yes_before(no: Told[Answer], told: Sequence[Told[Answer]]) -> list[Told[Answer]]:
    return [yes for yes in told if yes.record.answer == "yes" and signed(yes).before(signed(no))]


def _mismatch(
    person: Person, noes: Sequence[Told[Answer]], known: Sequence[Known], told: Sequence[Told[Answer]]
) -> Mismatch:
    older = [k for k in known if any(k.before(no.paper) for no in noes)]
    paths = {yes.paper.path for no in noes for yes in _yes_before(no, told)}
    yes = [t for t in told if t.paper.path in paths]
    against = [f"{k.title} is told in {named(k.papers)}" for k in older]
    against += [f"{named(t.paper for t in yes)} answers Yes"] if yes else []
    return Mismatch(
        person=person,
        subject="ever refused",
        detail=f"{named(no.paper for no in noes)} answers No to having ever been refused, but {'; '.join(against)}.",
        evidence=(
            *(no.cite("answer", "no") for no in noes),
            *(c for k in older for c in k.citations),
            *(t.cite("answer", "yes") for t in yes),
        ),
    )
