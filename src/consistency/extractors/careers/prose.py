"""Jobs told in sentences: "From 2015 until now I am working as a cook in Acme Restaurant, Lagos"."""

from collections.abc import Iterator, Sequence

from consistency.extractors.pages.layout import Block
from consistency.extractors.wording.prose import Passage, paragraphs, plain, sentences
from consistency.extractors.wording.statements import Statement, statement
from consistency.model import Document, Job
from consistency.normalizer.dates import find_periods
from consistency.normalizer.expressions import expression

_WORKED = expression(
    r"\b(?:work(?:ed|ing|s)?|employed|serv(?:ed|ing)|was an?|am an?|(?:i )?joined|position of|post of"
    r"|travaill\w+|employee?|exerc\w+|occup\w+|(?:etais|suis|ete) (?:une? )?\w+"
    r"|i (?:was|am|have been) (?:[a-z/-]+ ){1,4}?(?:at|for|with|in))\b"
)


_I_WORKED = expression(
    r"(?:\b(?:i|je) |\bj'\s?)(?:\w+ ){0,2}?(?:am|was|were|work\w*|have|had|serv\w+|joined|held|travaill\w+|suis|etais"
    r"|ai|exerc\w+|occup\w+)\b"
)


def tells_itself(text: str) -> bool:
    """Tell whether somebody tells of their work in a sentence: "I was working as a helper"."""
    return _I_WORKED.search(plain(text)) is not None


def told_jobs(document: Document, blocks: Sequence[Block], *, alone: bool) -> Iterator[Job]:
    """Give the jobs that the sentences of a section tell, each with its own period.

    Where they stand not ``alone``, but beside entries, only those in the first person tell jobs, not duties.
    """
    for block in blocks:
        for paragraph in paragraphs(document, block.lines):
            for sentence in sentences(paragraph):
                job = _job(sentence) if alone or tells_itself(sentence.text) else None
                if job is not None:
                    yield job


def _job(sentence: Passage) -> Job | None:
    """Give the job of a sentence that says of one period who employed for what."""
    periods = find_periods(sentence.text) if _WORKED.search(sentence.plain) else ()
    if len(periods) != 1:
        return None
    told: Statement = statement(sentence)
    if told.employer is None or told.title is None:
        return None
    return Job(
        evidence=told.evidence,
        cells=told.cells,
        period=periods[0][2],
        title=told.title,
        employer=told.employer,
        city=told.city,
        country=told.country,
    )
