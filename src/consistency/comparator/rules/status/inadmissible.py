"""status/inadmissible: a finding of misrepresentation (A40) that is younger than five years."""

from collections.abc import Iterator, Sequence

from consistency.clocks.five_year_bar import runs, until
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.reapplication.misrepresentation import Ban, bans, undone
from consistency.comparator.statements import named
from consistency.model import Case, Person, Severity


@rule(Severity.CRITICAL, references=["IRPA s.40(1)(a)", "IRPA s.40(2)(a)"])
def inadmissible(case: Case) -> Iterator[Mismatch]:
    """A finding of misrepresentation is younger than five years.

    Why: whoever was found inadmissible under A40(1)(a) is so for five years from the final determination (in Canada:
    from the day on which the removal was enforced); an application within that time is refused on that ground alone.
    Advice: have counsel look at the finding before anything is filed: a review by the Federal Court, an authorisation
    to return or a permit for the inadmissible may be open; or document that the finding was set aside, or was about
    another person.

    Reports the refusal letter:
        2024/refusal-letter.pdf as of 2024-09-13: text "You have been found inadmissible to Canada in accordance with paragraph 40(1)(a) of the Act for misrepresentation."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Reports the officer's notes:
        2024/gcms-notes.pdf as of 2024-09-13: text "PA found inadmissible under A40(1)(a). Refused."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Reports a finding in the words of the Act:
        2024/refusal-letter.pdf as of 2024-09-13: text "You are inadmissible under s. 40(1)(a) for withholding material facts that induce or could induce an error in the administration of the Act."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Reports a finding under the number of the application:
        2024/refusal-letter.pdf as of 2024-09-13: text "Application No.: W512345678 Dear Noor Sample: you are inadmissible under A40(1)(a) for misrepresentation."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Reports a French letter:
        2024/refusal-letter.pdf as of 2024-09-13: text "Vous êtes interdit de territoire pour fausses déclarations pendant cinq ans."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Reports what the applicant's letter tells:
        draft/explanation-letter.pdf as of 2026-10-20: text "In May 2023 I was found inadmissible for misrepresentation."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Reports what the box of the form tells:
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes details="Refused 2023-05, A40 misrepresentation, inadmissible 5 years"

    Reports a finding that a semicolon parts from the five years:
        2024/refusal-letter.pdf as of 2024-09-13: text "You misrepresented material facts; you are therefore inadmissible to Canada for five years."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Reports a finding that was made:
        2024/gcms-notes.pdf as of 2024-09-13: text "A finding of misrepresentation was made. Refused."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Accepts that no finding was made:
        2024/gcms-notes.pdf as of 2024-09-13: text "Reply accepted; no finding of misrepresentation was made. Refused on 200(1)(b)."
        draft/explanation-letter.pdf as of 2026-10-20: text "No finding of misrepresentation was made against me; my answers were accepted."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Accepts a finding that is older than five years:
        2021/refusal-letter.pdf as of 2021-09-13: text "You have been found inadmissible in accordance with paragraph 40(1)(a) for misrepresentation."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Accepts a letter that gives an opportunity to answer:
        2024/gcms-notes.pdf as of 2024-09-13: text "PFL sent: PA may be inadmissible under A40(1)(a) for misrepresentation."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Accepts a finding that was not made:
        2024/gcms-notes.pdf as of 2024-09-13: text "Not found inadmissible for misrepresentation under A40. Refused on 200(1)(b)."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Accepts another ground:
        2024/refusal-letter.pdf as of 2024-09-13: text "I am not satisfied that you will leave Canada at the end of your stay."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes

    Accepts a letter that speaks of the law:
        draft/explanation-letter.pdf as of 2026-10-20: text "I understand that misrepresentation could make me inadmissible for five years."
        draft/imm1295.pdf as of 2026-10-27: answer question=ever-refused answer=yes
    """
    for person in case.people:
        young = [ban for ban in bans(case, person) if runs(ban, case.as_of)]
        if young:
            yield _mismatch(case, person, young)


def _mismatch(case: Case, person: Person, found: Sequence[Ban]) -> Mismatch:
    last = max((until(ban.day.latest) for ban in found if ban.day is not None), default=None)
    set_aside = undone(case, person)
    end = f"until {last}" if last else "for five years from a day that the papers do not tell"
    return Mismatch(
        person=person,
        subject="misrepresentation",
        detail=f"{named(ban.paper for ban in found)} tells a finding of misrepresentation: “{found[0].text}” Counted from "
        f"the decision it lasts {end}; of a finding made in Canada the time runs from the removal."
        + (
            f" {set_aside.paper.path} says that it was undone: “{set_aside.text}” Enclose the judgment."
            if set_aside
            else ""
        ),
        evidence=(*(ban.citation for ban in found), *((set_aside.citation,) if set_aside else ())),
        severity=Severity.MAJOR if set_aside or last is None else Severity.CRITICAL,
        ask=set_aside is not None or last is None,
    )
