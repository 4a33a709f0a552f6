"""reapplication/unchanged: the package is the refused one again."""

from collections.abc import Iterator, Sequence

from consistency.comparator.elsewhere import LETTER
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.reapplication import Refused, decisions
from consistency.model import Case, Citation, Evidence, Paper, Severity
from consistency.normalizer.text import fold

LASTING = frozenset({"passport", "education-certificate", "civil-certificate", "permit", "refusal-letter", "gcms-notes",
                     "decision-notes", "language-test"})  # fmt: skip
"""Papers that stay as they are: handing them in again says nothing."""
ALIKE = 95
"""Likeness in percent from which two texts are one."""
SHARE = 0.7
LEAST = 3
"""From so many papers on, and so great a share of them, a package is the refused one again."""


@rule(Severity.MAJOR, references=["IRPR s.200(1)(b)"])
def unchanged(case: Case) -> Iterator[Mismatch]:
    """The package is the refused one again.

    Why: an application that brings nothing new is decided like the one before.
    Advice: say in the letter what has changed or what the officer could not see, and enclose new evidence for each
    reason; or wait until there is something new.

    Reports the same papers again:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/explanation-letter.pdf as of 2024-03-01: text "I wish to work as a cook in Winnipeg for two years."
        2024/employment-letter.pdf as of 2024-02-01: text "Ana Silva has worked as a cook with us since 2018."
        2024/bank-statement.pdf as of 2024-02-01: text "The balance of the account is BRL 90,000."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        draft/imm1295.pdf as of 2024-09-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2024-03-01: text "I wish to work as a cook in Winnipeg for two years."
        draft/employment-letter.pdf as of 2024-02-01: text "Ana Silva has worked as a cook with us since 2018."
        draft/bank-statement.pdf as of 2024-02-01: text "The balance of the account is BRL 90,000."

    Accepts a package with a new letter and new evidence:
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA birth_date=1990-05-04
        2024/explanation-letter.pdf as of 2024-03-01: text "I wish to work as a cook in Winnipeg for two years."
        2024/employment-letter.pdf as of 2024-02-01: text "Ana Silva has worked as a cook with us since 2018."
        2024/bank-statement.pdf as of 2024-02-01: text "The balance of the account is BRL 90,000."
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "My application was refused for my finances and my ties."
        draft/employment-letter.pdf as of 2026-02-01: text "Leave of two years is granted to Ana Silva, head cook."
        draft/bank-statement.pdf as of 2026-02-01: text "We certify deposits of BRL 210,500 on three accounts."
    """
    for person in case.people:
        for last in decisions(case, person)[-1:]:
            before = [p for p in case.of(person) if not case.in_draft(p) and _weighs(p) and _had(last, p)]
            now = [p for p in case.of(person) if case.in_draft(p) and _weighs(p)]
            again = [(p, old) for p in now if (old := _again(p, before)) is not None]
            whole = len(again) >= LEAST and len(again) >= SHARE * len(now)
            if whole and (not any(p.kind == LETTER for p in now) or any(p.kind == LETTER for p, _ in again)):
                listed = ", ".join(p.path for p, _ in again)
                detail = f"{len(again)} of {len(now)} papers are those of the application refused on {last.last_day}: {listed}."
                places = tuple(
                    Citation(Evidence(one.path, None), None, one.as_of.date) for pair in again for one in pair
                )
                yield Mismatch(person, "the same package", detail, places)


def _had(last: Refused, paper: Paper) -> bool:
    """True for a paper that the officer can have had: one that is not younger than the decision."""
    day, decided = paper.as_of.date, last.papers[-1].as_of.date
    return day is None or decided is None or not day.after(decided)


def _weighs(paper: Paper) -> bool:
    return not paper.is_form and paper.kind not in LASTING and bool(paper.document.text.strip())


def _again(paper: Paper, before: Sequence[Paper]) -> Paper | None:
    """Give the paper of the refused package that this one is, to the byte or nearly to the letter."""
    from rapidfuzz.fuzz import ratio

    text = fold(paper.document.text)
    for old in before:
        if paper.document.sha256 == old.document.sha256:
            return old
        if paper.kind == old.kind and ratio(text, fold(old.document.text), score_cutoff=ALIKE):
            return old
    return None
