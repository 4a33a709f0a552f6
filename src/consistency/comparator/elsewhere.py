"""What a submission says in words beside its forms: what is told elsewhere, and what is told openly.

An explanation letter or a continuation sheet that says openly that a form leaves something out, or corrects it,
lowers a finding by one level. A bare mention lowers nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise, takewhile

from msgspec import Struct

from consistency.extractors.quoted_tables import own_lines
from consistency.extractors.reading import cite
from consistency.model import Case, Citation, Document, Evidence, Job, Line, Paper, Severity
from consistency.normalizer import organisations
from consistency.normalizer.dates import find_dates
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

SHEET = expression(
    r"continuation (?:sheet|page)|additional (?:sheet|page|information)|(?:extra|supplementary) (?:sheet|page)"
    r"|attachment to (?:form|imm)|annexe? (?:to|to the|a|au|du) (?:form|imm)|(?:page|feuille) supplementaire"
    r"|renseignements supplementaires|suite du formulaire"
    r"|(?:continu(?:ation|ed)|cont(?: d)?|suite|separate (?:sheet|page)|annexe? [a-z0-9])\b.{0,40}\bl? ?imm ?\d{4}\b"
    r"|\bimm ?\d{4}\b.{0,60}\b(?:continu(?:ation|ed)|cont(?: d)?|suite|(?:separate|attached) (?:sheet|page))\b"
)
OPENLY = expression(
    r"\b(?:(?:did|do|does|could|was|were|is|am|had|have|has) not (?:been )?(?:able to )?"
    r"(?:(?:list|mention|includ|declar|disclos|indicat|appear|fit|state|report|record|complete)\w*"
    r"|show\w*(?! (?:that|how|enough|sufficient)\b))"
    r"|not (?:listed|mentioned|included|declared|disclosed|shown|stated|reported|on the form|in the form)"
    r"|(?:left|leave|leaves|leaving) (?:it |this |that |the \w+ )?out|omit\w*|omission|forgot\w*|forget|oversight"
    r"|overlooked|mistake\w*|errors?|erroneous\w*|incorrect\w*|wrong\w*|rectif\w*"
    r"|correction|to correct|corrects? (?:the|this|that|my|an|it)|corrected"
    r"|inaccura\w*|discrepanc\w*|clarif\w*|should (?:have )?(?:read|be|been)|no (?:more )?(?:room|space)"
    r"|not enough (?:room|space|rows|lines)|lack of (?:room|space)|only (?:three|3|two|2) (?:rows|lines|entries)"
    r"|continuation|not fit|formerly|renamed|now known as|changed its name"
    r"|pas (?:ete )?(?:indique|mentionne|inscrit|declare|inclus|liste|signale)\w*|omis\w*|omet\w*"
    r"|oublie\w*|oubli|erreurs?|corrig\w*"
    r"|pas (?:assez|suffisamment) de (?:place|lignes|espace)|manque de (?:place|espace)"
    r"|ne figurent? pas|n ?apparai\w* pas|inexact\w*|anciennement|rebaptise\w*|change de nom)\b"
)
"""Words (folded) that say that a form leaves something out, or that something was wrong."""

_END = expression(
    r"[.!?;\n](?:(?<!\n)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bM\.)(?<!\b[Nn]o\.)"
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


def supplements(case: Case, paper: Paper) -> tuple[Paper, ...]:
    """Give the explanation letters and continuation sheets of a paper's submission."""
    return case.once((supplements, paper.application), lambda: _supplements(case, paper.application))


def _supplements(case: Case, application: str | None) -> tuple[Paper, ...]:
    return tuple(paper for paper in case.papers if paper.application == application and is_supplement(paper))


def is_supplement(paper: Paper) -> bool:
    """True for an explanation letter, and for a sheet that says that it continues a form."""
    if paper.is_form:
        return False
    return paper.kind == LETTER or paper.document.once(_continues)


def _continues(document: Document) -> bool:
    head = document.text[:_HEADING]
    small = head.lower()
    return any(word in small for word in _OF_A_SHEET) and bool(SHEET.search(fold(head)))


_HEADING = 600
_OF_A_SHEET = ("sheet", "page", "information", "suppl", "form", "imm")
"""One of these parts of words stands in each of the headings of such a sheet: most papers have none of them."""


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
    return _holds(passage.text, [f" {name} " for name in names if name])


def openly(papers: Sequence[Paper], names: Iterable[str]) -> Passage | None:
    """Give the sentence that names a thing and says openly that a form leaves it out or is wrong about it."""
    keys = [f" {name} " for name in names if name]
    for paper in papers:
        if not any(key in paper.document.once(_words) for key in keys):
            continue
        told = list(passages(paper))
        for index, passage in enumerate(told):
            around = " ".join(p.text for p in told[max(index - 1, 0) : index + 2])
            if _holds(passage.text, keys) and OPENLY.search(fold(around)):
                return passage
    return None


def said_openly(passage: Passage | None) -> str:
    """Quote the sentence in a finding, or say nothing."""
    return f" {passage.paper.path} says so openly: “{passage.text}”" if passage else ""


def cited_openly(passage: Passage | None) -> tuple[Citation, ...]:
    """Give the place of the sentence, where there is one."""
    return (passage.citation,) if passage else ()


def lowered(level: Severity, passage: Passage | None) -> Severity:
    """Give the level of what is told openly: one lower; a note stays a note."""
    return level.moved(-1) if passage and level else level


def _holds(text: str, keys: Iterable[str]) -> bool:
    told = _told(text)
    return any(key in words for words in told for key in keys)


@lru_cache(maxsize=8192)
def _told(text: str) -> tuple[str, str]:
    """Give the words of a text folded, between blanks; and with "S.C." as one word, as keys of employers have it."""
    folded = f" {fold(text)} "
    return folded, _INITIALS.sub(r"\1", folded)


_INITIALS = expression(r"\b(\w) (?=\w\b)")


LINKED = expression(
    r"\b(?:formerly|previously (?:known|called|named)|now (?:called|named|known|operat\w+|trad\w+)|re ?named"
    r"|changed (?:its|the|their|company|corporate)? ?name|name change|change of name|known as|trading as|trades as"
    r"|t a|dba|d b a|doing business as|operat(?:ing|es|ed) (?:as|under)|o a|trade name|brand(?: name)?|merge[rd]?"
    r"|acquired|acquisition|taken over|take ?over|succeeded|successor|subsidiary|parent company|holding|franchise\w*"
    r"|(?:same|one|part of the) (?:company|employer|group|owner)|agency|outsourc\w*|second(?:ed|ment)|(?:on"
    r"|under) (?:the |its |their )?payroll of|on behalf|contracted (?:to|through|by)|placed (?:at|with)|client"
    r"|deployed (?:to|at)|(?:owner|operator|proprietor|owned|operated|managed) (?:and \w+ )?(?:of|by)"
    r"|(?:unit|division) of|(?:proprietaire|exploitant)e? d[eu]|enseigne|anciennement|autrefois|rebaptis\w*"
    r"|change de nom|changement de nom|devenue?|faisant affaires?|exploitee? sous|nom commercial|fusion\w*"
    r"|rachet\w*|acquise? par|filiale|societe mere|agence"
    r"|sous traitan\w*|detach\w*)\b"
)
"""Words (folded) that say that two names are one employer, or one works through the other."""


NEAR_TEXT, BESIDE_TEXT = 200, 60
"""Signs within which two names and the word that links them stand."""


def renaming(papers: Iterable[Paper], one: str, other: str) -> Passage | None:
    """Give the sentence of any paper that says that two names are one employer, or works through the other.

    The names stand near one another, and the word that links them is with them: a history names many employers.
    """
    keys = [f" {organisations.key(name)} " for name in (one, other)]
    for paper in papers:
        if not all(key in paper.document.once(_words) for key in keys):
            continue
        for passage in _lines(paper) if paper.kind == "cv" else passages(paper):
            if all(_holds(passage.text, [key]) for key in keys) and _linked(fold(passage.text), *keys):
                return passage
            if _linked_by_itself(passage, keys):
                return passage
        headed = _headed(paper, keys)
        if headed is not None:
            return headed
    return None


_HEAD = 6
_BELOW_HEAD = expression(
    r"(?:to|dear|ref|re|subject|objet|date|a l attention|attn|certificat\w*|attestation|declaration|this|we|i|je"
    r"|nous)\b"
)
"""What begins below a letterhead: to whom a letter goes, its title, its text."""
_OURS = expression(
    r"\b(?:our|us|we|notre|nos|nous)\b|^(?:the )?(?:owners?|operators?|proprietors?|proprietaire|exploitante?|trading"
    r"|doing business|formerly|an? (?:unit|division|brand|subsidiary)|(?:unit|division|brand) of)\b"
)
"""What an employer says of itself, be it under its name at the head of the letter."""


def _linked_by_itself(passage: Passage, keys: Sequence[str]) -> bool:
    """True where an employer says "us" of itself and links the other: "came to our hotel by the agency Link"."""
    paper, text = passage.paper, fold(passage.text)
    if paper.kind != "employment-letter" or not (_OURS.search(text) and LINKED.search(text)):
        return False
    own = _own_names(paper)
    return any(key in own for key in keys) and any(
        key not in own and _holds(passage.text, [key]) for key in keys
    )


def _headed(paper: Paper, keys: Sequence[str]) -> Passage | None:
    """Give the line of an employer's letterhead that bears its other name: the shop over the company that owns it."""
    own = _own_names(paper) if paper.kind == "employment-letter" else frozenset[str]()
    head = [Passage(paper, line.text, line) for line in takewhile(_is_head, paper.document.lines[:_HEAD])]
    others = [line for line in head if any(key not in own and _holds(line.text, [key]) for key in keys)]
    return next(iter(others), None) if any(key in own for key in keys) else None


def _is_head(line: Line) -> bool:
    return not (_BELOW_HEAD.match(fold(line.text)) or find_dates(line.text))


def _own_names(paper: Paper) -> frozenset[str]:
    return frozenset(f" {organisations.key(job.employer)} " for job in paper.all(Job) if job.employer)


def _words(document: Document) -> str:
    """Give all words of a document, folded and set apart by spaces."""
    return "".join(_told(document.text))


def _lines(paper: Paper) -> Iterator[Passage]:
    """Give the lines of a curriculum vitae: it has few sentences, and names one employer after another."""
    return (Passage(paper, line.text, line) for line in paper.document.lines)


def _linked(text: str, one: str, other: str) -> bool:
    """True where a linking word stands between two names (folded), or close beside them, and these are near."""
    padded = f" {text} "
    for first in re.finditer(re.escape(one), padded):
        for second in re.finditer(re.escape(other), padded):
            begin, end = min(first.start(), second.start()), max(first.end(), second.end())
            if end - begin <= NEAR_TEXT and LINKED.search(
                padded[max(0, begin - BESIDE_TEXT) : end + BESIDE_TEXT]
            ):
                return True
    return False
