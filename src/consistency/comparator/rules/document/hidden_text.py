"""document/hidden-text: a paper that holds words which nobody sees."""

from collections.abc import Iterator

from consistency.comparator.doubts import UNSEEN, contents, owner, places, problems_of, sentences
from consistency.comparator.engine import Mismatch, rule
from consistency.model import Case, Severity


@rule(Severity.MINOR)
def hidden_text(case: Case) -> Iterator[Mismatch]:
    """A paper holds words that nobody sees on its pages.

    Why: programs read what the eye does not see; words left under white paint or beside the page are found by whoever searches the file.
    Advice: look at the place; take the words out and print the paper anew, or ask whoever made it what they are.

    Reports words in the colour of the paper:
        draft/reference-letter.pdf as of 2026-02-27: problem code=hidden-text message="Page 1 hides “since 2019”."

    Reports them in a paper that was filed already:
        2024/reference-letter.pdf as of 2024-02-27: problem code=hidden-text message="Page 1 hides “since 2019”."
        2024/refusal-letter.pdf as of 2024-05-01: refusal from=2024-05-01 country=CA

    Accepts a field that looks otherwise than its value, which is told by another check:
        draft/imm1295.pdf as of 2026-03-01: problem code=data-disagree message="Two values for the field Given."
    """
    for content, papers in contents(case, lambda paper: bool(problems_of(paper, UNSEEN))):
        yield Mismatch(
            person=owner(case, papers),
            subject=content,
            detail=sentences(papers, UNSEEN),
            evidence=places(papers, UNSEEN),
        )
