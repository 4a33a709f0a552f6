"""What a paper says, sentence by sentence or line by line, and whether a name stands in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from msgspec import Struct

from consistency.extractors.quoted_tables import own_lines
from consistency.extractors.reading import cite
from consistency.model import Citation, Document, Evidence, Line, Paper
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import BULLET, fold

LETTER = "explanation-letter"
SUPPORT = "support-letter"
"""The letter of a host or sponsor, whose "I" is not the applicant."""
PROSE = frozenset(
    {
        LETTER,
        SUPPORT,
        "refusal-letter",
        "gcms-notes",
        "decision-notes",
        "employment-letter",
        "police-certificate",
    }
)
"""Papers whose sentences run over their lines."""

_END = expression(
    r"[.!?;\n](?:(?<!\n)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bM\.)(?<!\b[Nn]o\.)(?<!\b[Nn]os\.)"
    r"(?<!\bRs\.)(?<!\bNRs\.)(?<!\bTk\.)(?<!\bapprox\.)(?<!\bFr\.)"
    r"(?<!\bs\.)(?<!\bss\.)(?<!\bpara\.)(?<!\bpar\.)(?<!\bart\.)(?<!\bsec\.)\s+(?=[^a-z\s])|(?<=\n)\s*\n)"
)
"""The sign that ends a sentence, or a line before an empty one, with the space behind it."""


class Passage(Struct, frozen=True):
    """A sentence of a paper and where it begins."""

    paper: Paper
    text: str
    line: Line | None = None

    @property
    def citation(self) -> Citation:
        """The passage as evidence."""
        return self.cite(None)

    def cite(self, value: str | None) -> Citation:
        """Cite the passage with the value that it tells; the place is that of the line where it begins."""
        document = self.paper.document
        evidence = cite(document, self.line, self.text) if self.line else Evidence(document.path, self.text)
        return Citation(evidence, value, self.paper.as_of.date)


def passages(paper: Paper) -> Iterator[Passage]:
    """Give the sentences of a paper."""
    return (Passage(paper, *told) for told in paper.document.once(sentences))


Told = tuple[str, Line | None]
"""A piece of what a document says, and the line where it begins."""


def sentences(document: Document) -> tuple[Told, ...]:
    """Give the sentences that a document says itself."""
    return tuple(told for lines in _blocks(own_lines(document)) for told in _sentences_of(lines))


def lines(document: Document) -> tuple[Told, ...]:
    """Give the lines of a document."""
    return tuple((" ".join(line.text.split()), line) for line in document.lines)


def _blocks(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Cut lines where no sentence runs on: at an item of a list, and between the paragraphs and rows of a text file."""
    first = 0
    for at, (last, line) in enumerate(pairwise(lines), 1):
        apart = not (_is_on_a_page(line) or _is_on_a_page(last)) and line.place != last.place
        if apart or BULLET.match(line.text):
            yield lines[first:at]
            first = at
    yield lines[first:]


def _is_on_a_page(line: Line) -> bool:
    return any(segment.box is not None for segment in line.segments)


def _sentences_of(lines: Sequence[Line]) -> Iterator[Told]:
    texts = [line.text for line in lines]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    for start, sentence in _cut("\n".join(texts)):
        words = " ".join(sentence.split())
        if words:
            index = min(bisect_right(starts, start), len(lines)) - 1
            yield words, lines[index] if lines else None


def _cut(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text into sentences, each with the place where it begins."""
    start = 0
    for end in _END.finditer(text):
        last = end.start() + (end[0][0] != "\n")
        yield start, text[start:last]
        start = end.end()
    yield start, text[start:]


def utterances(paper: Paper) -> Iterator[Passage]:
    """Give what a paper says piece by piece: the sentences of prose, the lines of anything that is set in lines."""
    return (Passage(paper, *told) for told in paper.document.once(parts_of(paper)))


def parts_of(paper: Paper) -> Callable[[Document], tuple[Told, ...]]:
    """Say in what pieces a paper speaks: in sentences, or in lines."""
    return sentences if paper.kind in PROSE else lines


def mentioned(paper: Paper, names: Iterable[str]) -> Passage | None:
    """Give the first sentence of a paper that holds one of some names (folded), or None."""
    wanted = tuple(names)
    return next((p for p in passages(paper) if names_one(p, wanted)), None)


def names_one(passage: Passage, names: Iterable[str]) -> bool:
    """True for a sentence that holds one of some names (folded)."""
    return holds(passage.text, [f" {name} " for name in names if name])


def holds(text: str, keys: Iterable[str]) -> bool:
    """True for a text that holds one of some names (folded, between blanks)."""
    told = _told(text)
    return any(key in words for words in told for key in keys)


@lru_cache(maxsize=8192)
def _told(text: str) -> tuple[str, str]:
    """Give the words of a text folded, between blanks; and with "S.C." as one word, as keys of employers have it."""
    folded = f" {fold(text)} "
    return folded, _INITIALS.sub(r"\1", folded)


_INITIALS = expression(r"\b(\w) (?=\w\b)")


def words(document: Document) -> str:
    """Give all words of a document, folded and set apart by spaces."""
    return "".join(_told(document.text))
