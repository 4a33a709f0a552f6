"""background/refusal-undeclared: "ever refused?" is No although a refusal is known."""

from collections.abc import Iterator

from consistency.comparator.answers import Known, answers, older, refusals, signed
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.telling import Told
from consistency.model import Answer, Case, Person, Severity


@rule(Severity.CRITICAL, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "2013 FC 971"])
def refusal_undeclared(case: Case) -> Iterator[Mismatch]:
    """The question "ever refused a visa or permit, denied entry or ordered to leave" is answered No.

    Why: a refusal by any state stays on record and is shared between states; a No that it contradicts is a
    false answer on a material fact, whoever filled in the form.
    Advice: answer Yes in the draft and list every refusal with country, kind, month and number; where an older form
    said No, say so openly in the explanation letter before the officer finds it; if the decision was not a
    refusal, document what it was.

    Reports a No signed after a refusal letter:
        2025/refusal-letter.pdf as of 2025-06-02: refusal country=CA from=2025-06-02 number=W123456789
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Reports a No on the schedule beside a Yes on the form:
        2025/refusal-letter.pdf as of 2025-06-02: refusal country=CA from=2025-06-02 number=W123456789
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Refused 2025-06"
        draft/imm5669.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Reports a refusal by another state that the explanation letter tells:
        draft/explanation-letter.pdf as of 2026-03-01: refusal country=US from=2019-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Reports a refusal that only the officer's notes tell:
        2025/gcms-notes.pdf as of 2025-06-02: refusal country=CA from=2025-06-02 number=W123456789
        draft/imm5710.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Reports a No where an older form said Yes:
        2022/imm5257.pdf as of 2022-05-02: answer question=ever-refused answer=yes details="USA visa refused 2019"
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Accepts a No that was signed before the refusal:
        2025/imm1295.pdf as of 2025-01-15: answer question=ever-refused answer=no
        2025/refusal-letter.pdf as of 2025-06-02: refusal country=CA from=2025-06-02 number=W123456789
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Refused 2025-06"

    Accepts a Yes:
        2025/refusal-letter.pdf as of 2025-06-02: refusal country=CA from=2025-06-02 number=W123456789
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Refused 2025-06"

    Accepts a withdrawn application, which is not a refusal:
        2025/refusal-letter.pdf as of 2025-06-02: decision=withdrawn
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=no

    Accepts the refusal of another person:
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI given_names=ALI birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=no
        spouse/imm5257.pdf as of 2022-03-01: family_name=KARIMI given_names=SARA birth_date=1992-05-04
        spouse/imm5257.pdf as of 2022-03-01: answer question=ever-refused answer=no
        spouse/refusal-letter.pdf as of 2022-06-02: full_name="Sara Karimi"
        spouse/refusal-letter.pdf as of 2022-06-02: refusal country=CA from=2022-06-02
    """
    for person in case.people:
        told = answers(case, person, "ever-refused")
        known = refusals(case, person)
        for no in told:
            if no.record.answer != "no":
                continue
            before = [one for one in known if older(one.day, no)]
            yes = [t for t in told if t.record.answer == "yes" and signed(t).before(signed(no))]
            if before or yes:
                yield _mismatch(person, no, before, yes)


def _mismatch(person: Person, no: Told[Answer], before: list[Known], yes: list[Told[Answer]]) -> Mismatch:
    against = [one.name for one in before] or [f"Yes in {t.paper.path} of {signed(t)}" for t in yes]
    return Mismatch(
        person=person,
        subject="ever refused",
        detail=f"{no.paper.path}, signed {signed(no)}, answers No to “ever refused”; against it stands "
        f"{' and '.join(against)}.",
        evidence=(
            no.cite("answer", "no"),
            *(citation for one in before for citation in one.citations),
            *(t.cite("answer", "yes") for t in yes),
        ),
    )
