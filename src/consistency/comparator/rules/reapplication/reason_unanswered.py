"""reapplication/reason-unanswered: a reason of the refusal that the new application does not answer."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from consistency.comparator import tables
from consistency.comparator.elsewhere import Passage
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.reapplication import Refused, again, argument, decisions, had, letters, unread
from consistency.comparator.telling import Told, cite_papers
from consistency.model import Case, Paper, Person, RefusalReason, Severity
from consistency.normalizer.text import fold


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground of refusal: its title, the words that name it, and the kinds of paper that answer it."""

    title: str
    named: re.Pattern[str]
    answered: tuple[str, ...]


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

    Reports a reason that is named without evidence:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=finances
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My financial situation is good."

    Reports evidence that is the refused one again:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=finances
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/bank-statement.pdf as of 2024-02-01: text "We confirm a balance of BRL 90,000 on 1 February 2024."
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My financial situation is good."
        draft/bank-statement.pdf as of 2024-02-01: text "We confirm a balance of BRL 90,000 on 1 February 2024."

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

    Accepts a draft of which a document was not read:
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        2024/refusal-letter.pdf as of 2024-06-01: refusal_reason reason=travel
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/scan.pdf: problem code=no-text message="The page is a picture." read=failed
    """
    for person in case.people:
        refused = decisions(case, person)
        drafted = [paper for paper in case.of(person) if case.in_draft(paper)]
        if not refused or not any(paper.is_form for paper in drafted):
            continue
        for slug, told in _by_ground(refused[-1]).items():
            yield from _unanswered(case, person, slug, told)


@cache
def grounds() -> Mapping[str, Ground]:
    """Give the grounds by their slug."""
    return {
        slug: Ground(told["title"], re.compile(told["named"]), tuple(told["answered"]))
        for slug, told in tables.toml("reasons").items()
    }


def _by_ground(refused: Refused) -> dict[str, list[Told[RefusalReason]]]:
    found: dict[str, list[Told[RefusalReason]]] = {}
    for told in refused.reasons:
        if told.record.reason in grounds():
            found.setdefault(told.record.reason or "", []).append(told)
    return found


def _unanswered(
    case: Case, person: Person, slug: str, told: Sequence[Told[RefusalReason]]
) -> Iterator[Mismatch]:
    ground, own = grounds()[slug], letters(case, person)
    named = next((p for letter in own for p in argument(letter) if ground.named.search(fold(p.text))), None)
    new = _evidence(case, person, ground, told[0].paper)
    if (named and (new or not ground.answered)) or (not (named and new) and unread(case)):
        return
    cited = tuple(one.cite("reason", slug) for one in told)
    yield Mismatch(
        person=person,
        subject=f"refusal reason {slug}",
        detail=f"The refusal of {told[0].paper.as_of.date} names the {ground.title}. {_missing(own, named, ground)}",
        evidence=(*cited, *cite_papers(() if named else own)),
        follows=(Cause("offer/unchanged"),) if named and slug == "job-offer" else (),
    )


def _missing(own: Sequence[Paper], named: Passage | None, ground: Ground) -> str:
    if not own:
        return "The draft has no explanation letter."
    if named is None:
        return "The explanation letter does not name it."
    kinds = " or ".join(kind.replace("-", " ") for kind in ground.answered)
    return f"The letter names it (“{named.text}”), but no new or changed document answers it ({kinds})."


def _evidence(case: Case, person: Person, ground: Ground, decision: Paper) -> list[Paper]:
    """Give the draft's documents of a kind that answers the ground and that the officer did not have before."""
    papers = [paper for paper in case.of(person) if paper.kind in ground.answered]
    before = [p for p in papers if not case.in_draft(p) and had(decision, p)]
    drafted = [p for p in papers if case.in_draft(p)]
    return [paper for paper in drafted if paper.is_form or not any(_same(paper, old) for old in before)]


def _same(paper: Paper, old: Paper) -> bool:
    """True for the same paper of the same day: a bank writes the same letter anew with a new balance."""
    return paper.as_of.date == old.as_of.date and again(paper, old)
