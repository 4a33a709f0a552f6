"""Which school a diploma or a transcript is of, and whether a board certifies in its place."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from consistency.extractors.schooling import words
from consistency.extractors.wording.career_words import award_weight, institution_weight
from consistency.extractors.wording.labels import Value
from consistency.extractors.wording.letters import Cut, cells
from consistency.extractors.wording.official import continued, narrowed, said
from consistency.extractors.wording.prose import Passage, plain
from consistency.model import Document, Line, around
from consistency.normalizer import places
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

HEAD = 12

_LABELS_ALONE = frozenset(
    {"institution", "institute", "school", "university", "college", "academy", "faculty"}
)
_INITIALS = expression(r"\b([A-Za-z])\.\s?(?=[A-Za-z]\.)|(?<=\b[A-Za-z])\.(?=\s|$|,)")
_TOLD = expression(
    r"\d{3}|\b(?:that|certif\w*|que|has|have|was|is|obtained|achieved|eleve|etudiante?|inscrite?|nee?|born)\b"
)
"""What a name does not hold, and a sentence or an address does."""
_BEHIND_SCHOOL = expression(
    r"\s+[|•·]\s+|\t|\s+[-–—]\s+(?=(?i:ann[ée]e|session|promotion|years?|class of|\d{4}))"
)
"""What parts the name of a school from what a line tells behind it: a telephone, the years of the studies."""
_LONGEST = 90
_NEARLY_FULL, _LARGER = 30, 1.1
"""Signs of a large line from which it may go on below; how much larger than the smallest line it is."""


def school_of(document: Document, labelled: Sequence[Value], parts: Sequence[Passage]) -> Cut | None:
    """Give the school: beside its label, in the head, else in a sentence."""
    sources = (
        _beside_labels(document, labelled),
        _in_head(document),
        _in_sentences(parts),
        _by_whom_heads_it(document),
    )
    found = next((school for source in sources for school in source), None)
    return _with_campus(found, parts) if found and _CONFERS.search(plain(found.text)) else found


def _with_campus(university: Cut, parts: Sequence[Passage]) -> Cut:
    """Give the college of a university in which a sentence says that somebody studied: "X Campus (Y University)"."""
    for part in parts:
        told = _STUDIED_AT.search(part.plain) or _OF_COLLEGE.search(part.plain)
        name = part.text[slice(*told.span("it"))].strip(" ,.") if told else ""
        if told and name[:1].isupper() and fold(name) not in fold(university.text):
            return Cut(f"{name} ({university.text})", part.cite(*told.span("it")))
    return university


_CONFERS = expression(r"\b(?:university|universite|universidad|vishwavidyalaya|vidyapith)\b")
_STUDIED_AT = expression(
    r"\b(?:course(?:s)? of stud(?:y|ies)|studies|studied|(?:regular |bona ?fide )?student|candidate|enrolled"
    r"|trained)\b"
    r"(?: \w+){0,3}? (?:at|of|from|through|in) (?:the )?"
    r"(?P<it>[a-z](?:(?! (?:and|having|in|at|of the|from) )[^.,;:()\d]){2,60}?"
    r" (?:campus|college|institute|polytechnic))"
    r"(?=[.,;(]| (?:and|having|passed|has|was|in|affiliated|under|during|from)\b|$)"
)
"""Where the one studied on whom a university confers a degree: "having completed the course of study at X Campus"."""
_OF_COLLEGE = expression(
    r"\bof (?:the )?(?P<it>(?:st\. ?)?[a-z][^.,;:()\d]{2,60}?\b(?:campus|college|institute|polytechnic)(?: of [a-z]+)?)"
    r"(?:, [a-z ]{3,30})?,? (?:has been|was|having been|is) (?:duly )?(?:admitted|awarded|conferred)"
)
"""A college of which somebody is who is admitted to a degree: "of St. Paul's College, Kollam, has been admitted"."""
_SENTENCE = expression(
    r"\b(?:was|were|has|have|had|been|is|are|sent|received|verified|directly|est|ete|ont|envoyes?)\b"
)
"""Words of a sentence about a school, which is no name."""


def names_school(text: str) -> bool:
    """Tell whether a text names a school, by a word for one or by the initials of a kind of school."""
    joined = _INITIALS.sub(r"\1", text)
    return institution_weight(joined) > 0 or words.KINDS_OF_SCHOOLS.search(plain(joined)) is not None


def _beside_labels(document: Document, labelled: Iterable[Value]) -> Iterator[Cut]:
    for value in labelled:
        whole = continued(document, value)
        if not names_school(whole.text) or _SENTENCE.search(plain(whole.text)):
            continue
        name, _, rest = whole.text.partition(", ")
        apart = rest and (places.split_place(rest)[1] or award_weight(rest) > 0)
        name = name if apart and names_school(name) else whole.text
        yield Cut(name, narrowed(whole.evidence, name))


def _in_head(document: Document) -> Iterator[Cut]:
    """Give the lines of the head that name a school, the largest letters first."""
    lines = sorted(_whole_names(document.lines[:HEAD]), key=lambda line: -(line.size or 0.0))
    for cell in cells(document, lines):
        text = _BEHIND_SCHOOL.split(cell.text)[0].strip(" ,.")
        low = plain(text)
        fits = (
            low not in _LABELS_ALONE
            and _SENTENCE.search(low) is None
            and len(text) <= _LONGEST
            and names_school(text)
            and not award_weight(text)
        )
        fits = fits and _LED_BY_OFFICE.search(low) is None
        fits = fits and not (
            text[:1].islower() or _HEADS.match(text)
        )  # "this college": the end of a sentence
        if fits and not words.NO_SCHOOL.search(low) and not _TOLD.search(low) and ":" not in text:
            yield Cut(text, cell.cite(cell.text.find(text), cell.text.find(text) + len(text)))


def _by_whom_heads_it(document: Document) -> Iterator[Cut]:
    """Give the school behind the office of who signs for it: "Dean, Sample Polytechnics", "President of X "
    "College"."""
    for cell in cells(document, document.lines[-_FOOT:]):
        led = _HEADS.match(cell.text)
        name = _BEHIND_SCHOOL.split(cell.text[led.end() :])[0].strip(" ,.()") if led else ""
        low = plain(name)
        if led and names_school(name) and name[:1].isupper() and not (_TOLD.search(low) or ":" in name):
            yield Cut(name, cell.cite(led.end(), led.end() + len(name)))


_LED_BY_OFFICE = expression(
    r"\b(?:director|rector|dean|principal|president|chancellor|head ?master|directeur|recteur|directrice) (?:of"
    r"|de|du)\b"
)
"""Who speaks for the school that a sentence goes on to name."""
_FOOT = 8
"""So many lines at the end may say who signs for a school."""
_HEADS = expression(
    r"\W*(?:(?i:the|acting|vice|l[ea]) )?(?i:president|dean|principal|rector|chancellor"
    r"|head ?(?:master|mistress|teacher)|director|registrar|recteur|rectrice|doyenne?|directeur|directrice"
    r"|proviseure?)"
    r"(?i:(?:,| [-–—]|:)?(?: (?:of|de|du) (?:the )?|\s+|[-–—]\s*)(?:the )?)"
)


def _whole_names(lines: Sequence[Line]) -> Iterator[Line]:
    """Give the lines of the head, a name in large capitals that runs over two of them as one."""
    least = min((line.size or 0.0 for line in lines), default=0.0)
    taken = False
    for line, below in pairwise((*lines, None)):
        if taken or line is None:
            taken = False
        elif below is not None and (line.size or 0.0) > least * _LARGER and _runs_on(line, below):
            taken = True
            yield _in_one(line, below)
        else:
            yield line


def _in_one(line: Line, below: Line) -> Line:
    parts = (*line.segments, *below.segments)
    text = " ".join(part.text.strip() for part in parts)
    words_of = tuple(word for part in parts for word in part.words)
    box = around(part.box for part in parts if part.box is not None)
    return replace(line, segments=(replace(parts[0], text=text, words=words_of, box=box),))


def _runs_on(line: Line, below: Line) -> bool:
    """Tell whether a line goes on below: alike, close, and no school, award or board of its own."""
    if line.box is None or below.box is None or line.page != below.page:
        return False
    alike = line.size == below.size and line.text.isupper() and below.text.isupper()
    close = below.box.y0 - line.box.y1 < 0.6 * (line.box.y1 - line.box.y0)
    text = below.text.strip()
    other = names_school(text) or award_weight(text) or names_board(text) or places.split_place(text)[1]
    return alike and close and len(line.text) > _NEARLY_FULL and names_school(line.text) and not other


def _in_sentences(parts: Sequence[Passage]) -> Iterator[Cut]:
    for cut in said(parts, *words.SCHOOLS):
        sentence = _TOLD.search(plain(cut.text))
        if institution_weight(cut.text) > 0 and not cut.text[:1].islower() and not sentence:
            yield cut
    for cut in said(parts, *words.SCHOOLS_AT):
        if (
            names_school(cut.text)
            and not cut.text[:1].islower()
            and not words.NO_SCHOOL.search(plain(_INITIALS.sub(r"\1", cut.text)))
        ):
            yield cut
    yield from (cut for cut in said(parts, words.SCHOOL_CALLED) if cut.text[:1].isupper())


def names_board(text: str) -> bool:
    """Tell whether a text is the name of an authority that examines or trains, and nothing else."""
    return len(text) <= _LONGEST and not text[:1].islower() and words.BOARD.fullmatch(plain(text)) is not None


def is_of_board(document: Document) -> bool:
    """Tell whether an authority that examines or trains heads a paper: it certifies, and is not where one studied."""
    return any(names_board(cell.text.strip(" ,.:")) for cell in cells(document, document.lines[:HEAD]))
