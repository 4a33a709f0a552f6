"""reapplication/reason-unanswered: a reason of the refusal that the new application does not answer."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.reapplication.answering import Answering, answers_to
from consistency.comparator.reapplication.decisions import decisions, letters
from consistency.comparator.reapplication.grounds import Ground
from consistency.comparator.telling import cite_papers
from consistency.model import Case, Paper, Person, Severity


@rule(Severity.MAJOR, references=["IRPR s.200(1)(b)", "IRPR s.200(3)(a)"])
def reason_unanswered(case: Case) -> Iterator[Mismatch]:
    """A reason of the last refusal has no answer in the new application.

    Why: a new application has to answer each reason of the refusal, with a passage that names it and with evidence
    that was not there before; one that leaves a reason open is refused for it again.
    Advice: name the reason in the explanation letter and say what has changed, or what the officer could not see;
    enclose new evidence of the kind that answers it; or speak with a lawyer where the reason was wrong in law.

    Reports a reason that the letter does not name:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=perform-work
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "The purpose of my visit is to work as a cook."
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-01 to=present

    Reports a letter that tells a career and not that it fits the work:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=perform-work
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 13 years of experience, the last as cook at Acme."
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-01 to=present

    Accepts a language test where the language was what was doubted:
        2024/refusal-letter.pdf as of 2024-08-19: refusal country=CA number=W354400917 from=2024-08-19
        2024/refusal-letter.pdf as of 2024-08-19: refusal_reason reason=perform-work details="You have not shown that you meet the English requirement."
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL birth_date=1987-06-18
        draft/language-test.pdf as of 2026-01-11: language_test number=77120448 from=2026-01-11
        draft/explanation-letter.pdf as of 2026-03-01: text "I took the CELPIP in January 2026."

    Reports a letter with a language test where the skill was doubted:
        2024/refusal-letter.pdf as of 2024-08-19: refusal country=CA number=W354400917 from=2024-08-19
        2024/refusal-letter.pdf as of 2024-08-19: refusal_reason reason=perform-work details="You have not shown the skills and training that the work needs."
        draft/imm1295.pdf as of 2026-03-01: family_name=PATEL birth_date=1987-06-18
        draft/language-test.pdf as of 2026-01-11: language_test number=77120448 from=2026-01-11
        draft/explanation-letter.pdf as of 2026-03-01: text "I took the CELPIP in January 2026."

    Reports a reason that is named without evidence:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=finances
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My financial situation is good."

    Reports a reason whose evidence is enclosed among other papers, and that nothing speaks of:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=finances
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I enclose my passport, my bank statements and my contract."
        draft/bank-statement.pdf as of 2026-02-01: balance amount=9000 currency=CAD

    Reports evidence that is the refused one again:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=finances
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/bank-statement.pdf as of 2024-02-01: text "We confirm a balance of BRL 90,000 on 1 February 2024."
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My financial situation is good."
        draft/bank-statement.pdf as of 2024-02-01: text "We confirm a balance of BRL 90,000 on 1 February 2024."

    Reports a draft without an explanation letter, though a file of the refused application was not read:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/scan.pdf: problem code=no-text message="The page is a picture." read=failed
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=travel
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04

    Reports a draft without an explanation letter:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=travel
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04

    Accepts a reason that is named and answered:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=perform-work
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Ability to perform the work: see the letters."
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-01 to=present

    Accepts a French letter:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=ties-family
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Liens familiaux : mes parents vivent ici."

    Accepts the reasons of a refusal before the last one:
        2022/refusal-letter.pdf as of 2022-06-01: refusal country=CA from=2022-06-01 number=V123456789
        2022/refusal-letter.pdf as of 2022-06-01: refusal_reason reason=travel
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=will-leave
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I will leave Canada at the end of my stay."

    Reports a reason of Canada's refusal where another country refused since:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=perform-work
        2025/refusal-letter.pdf as of 2025-03-07: refusal country=GB from=2025-03-07
        2025/refusal-letter.pdf as of 2025-03-07: refusal_reason reason=finances
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings and my financial situation are good."
        draft/bank-statement.pdf as of 2026-02-01: balance amount=9000 currency=CAD

    Accepts the reasons of another country's refusal:
        2025/refusal-letter.pdf as of 2025-03-07: refusal country=GB from=2025-03-07
        2025/refusal-letter.pdf as of 2025-03-07: refusal_reason reason=finances
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I am writing to support my application."

    Reports a reason of which neither the letter speaks nor a paper of no known kind:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=travel
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I apply again for a work permit."
        draft/unknown.pdf as of 2026-03-01: text "Our mill has been short of welders since 2022."

    Reports a reason that a licence of no known kind only names:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=perform-work
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I apply again for a work permit."
        draft/unknown.pdf as of 2026-03-01: text "Ana Silva is licensed to practise. Experience: required."

    Accepts a reason that a paper of no known kind answers:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=travel
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "I apply again for a work permit."
        draft/unknown.pdf as of 2026-03-01: text "My travel history: since the refusal I travelled to Chile and came back."

    Accepts a draft of which a document was not read:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=travel
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/scan.pdf: problem code=no-text message="The page is a picture." read=failed
    """
    for person in case.people:
        refused = decisions(case, person)
        drafted = case.drafted(person)
        if refused and any(paper.is_form for paper in drafted):
            for answer in answers_to(case, person, refused[-1]):
                if answer.ground is not None and answer.verdict != "answered" and answer.all_read:
                    yield _unanswered(person, answer, answer.ground, letters(case, person))


def _unanswered(person: Person, answer: Answering, ground: Ground, own: Sequence[Paper]) -> Mismatch:
    day, named = answer.told[0].paper.as_of.date, answer.verdict == "mentioned only"
    return Mismatch(
        person=person,
        subject=answer.subject,
        detail=f"The refusal of {day} names the {ground.title}. {_missing(answer, ground, own)}",
        evidence=(*answer.cited, *cite_papers(() if named else own)),
        follows=(Cause("offer/unchanged"),) if named and answer.slug == "job-offer" else (),
    )


def _missing(answer: Answering, ground: Ground, own: Sequence[Paper]) -> str:
    if not own:
        return "The draft has no explanation letter."
    if not answer.passages:
        return "The explanation letter does not name it."
    kinds = " or ".join(kind.replace("-", " ") for kind in ground.answered)
    return f"The letter names it (“{answer.passages[0].text}”), but no new or changed document answers it ({kinds})."
