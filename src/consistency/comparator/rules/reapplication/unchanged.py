"""reapplication/unchanged: the package is the refused one again."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.passages import LETTER
from consistency.comparator.reapplication.decisions import decisions
from consistency.comparator.reapplication.packages import Match, package
from consistency.comparator.telling import cite_papers
from consistency.model import Case, Paper, Severity

LASTING = frozenset({"passport", "education-certificate", "civil-certificate", "permit", "refusal-letter", "gcms-notes",
                     "decision-notes", "language-test"})  # fmt: skip
"""Papers that stay as they are: handing them in again says nothing."""
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
            now = [m for m in package(case, person, last).drafted if m.new is not None and _weighs(m.new)]
            same = [pair for match in now if (pair := match.again)]
            whole = len(same) >= LEAST and len(same) >= SHARE * len(now)
            if whole and not _is_newly_argued(now):
                listed = ", ".join(p.path for p, _ in same)
                detail = f"{len(same)} of {len(now)} papers are those of the application refused on {last.last_day}: {listed}."
                places = cite_papers(one for pair in same for one in pair)
                yield Mismatch(person, "the same package", detail, places)


def _is_newly_argued(now: Sequence[Match]) -> bool:
    """True where all letters of the draft are new."""
    letters = [match for match in now if match.new is not None and match.new.kind == LETTER]
    return bool(letters) and not any(match.again for match in letters)


def _weighs(paper: Paper) -> bool:
    return not paper.is_form and paper.kind not in LASTING and bool(paper.document.text.strip())
