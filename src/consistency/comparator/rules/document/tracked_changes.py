"""document/tracked-changes: a paper of the draft that is not finished."""

from collections.abc import Iterator

from consistency.comparator.doubts import UNRESOLVED, contents, owner, places, problems_of, sentences
from consistency.comparator.engine import Mismatch, rule
from consistency.model import Case, Severity


@rule(Severity.MINOR)
def tracked_changes(case: Case) -> Iterator[Mismatch]:
    """A paper of the draft holds changes that nobody accepted or rejected, or comments.

    Why: whoever opens the file sees what was written before, and what was said about it.
    Advice: accept or reject every change, delete the comments, and save the paper again, best as PDF.

    Reports a change that is neither accepted nor rejected:
        2024/imm1295.pdf as of 2024-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/explanation-letter.docx as of 2026-02-27: problem code=tracked-changes message="“2019” is inserted."

    Reports a comment:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/explanation-letter.docx as of 2026-02-27: problem code=comments message="“Is this right?” is a comment."

    Accepts changes in a paper that was filed already:
        2024/imm1295.pdf as of 2024-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        2024/explanation-letter.docx as of 2024-02-27: problem code=tracked-changes message="“2019” is inserted."
        2024/refusal-letter.pdf as of 2024-05-01: refusal from=2024-05-01 country=CA
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
    """
    for content, papers in contents(case, lambda p: case.in_draft(p) and bool(problems_of(p, UNRESOLVED))):
        yield Mismatch(
            person=owner(case, papers),
            subject=content,
            detail=sentences(papers, UNRESOLVED),
            evidence=places(papers, UNRESOLVED),
        )
