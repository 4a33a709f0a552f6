"""document/printed-blank: a form of which only the viewer's notice was kept."""

from collections.abc import Iterator

from consistency.comparator.doubts import BLANK, contents, owner, places, problems_of, sentences
from consistency.comparator.engine import Mismatch, rule
from consistency.model import Case, Severity


@rule(Severity.MAJOR)
def printed_blank(case: Case) -> Iterator[Mismatch]:
    """A form was printed or flattened, and its data are lost.

    Why: the page shows “Please wait…” in place of the answers; nothing on it was compared, and an officer sees
    an empty form too.
    Advice: open the original form in Adobe Reader and save it with “Save as”, not “Print”; then run the check again.

    Reports:
        draft/imm1295.pdf: problem code=printed-blank message="Only the notice is left." read=failed

    Reports a page of a bundle that shows only the notice:
        draft/unknown.pdf as of 2026-03-01: problem code=placeholder message="Page 3 shows the notice." read=partial

    Accepts a form with its data:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01

    Accepts a scan, which is told by another check where it cannot be read:
        draft/scan.pdf: problem code=no-text message="The page is a picture." read=failed
    """
    for content, papers in contents(case, lambda paper: bool(problems_of(paper, BLANK))):
        yield Mismatch(
            person=owner(case, papers),
            subject=content,
            detail=sentences(papers, BLANK),
            evidence=places(papers, BLANK),
        )
