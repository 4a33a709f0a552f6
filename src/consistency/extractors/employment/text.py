"""An employment letter taken apart: its paragraphs, its labels, and the passage that states the employment."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise, takewhile

from msgspec import Struct, field
from msgspec.structs import replace

from consistency.extractors.employment import household, person, signs, statement, telling, terms
from consistency.extractors.employment.labels import Labelled, label_of, labelled
from consistency.extractors.pages.layout import Paragraph, blocks, paragraphs
from consistency.model import Document, Line
from consistency.normalizer.dates import find_periods
from consistency.normalizer.expressions import expression

_MOST_PARTS = 4
"""Over so many paragraphs a statement may run."""


class Letter(Struct, frozen=True, dict=True):
    """A letter taken apart: its paragraphs, its labels, and the passage that states the employment."""

    document: Document
    parts: tuple[Paragraph, ...]
    labels: dict[str, Labelled] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> "Letter":
        """Take a document apart."""
        every = (
            part for block in blocks(document) for part in _with_heading(block.heading, paragraphs(block))
        )
        parts = tuple(_unbroken([piece for part in every for piece in _parted(part)]))
        lines = [line for part in parts for line in _whole_lines(part)]
        return cls(document, parts, labelled(_without_signatory(lines)))

    @cached_property
    def stated(self) -> int | None:
        """The number of the paragraph that states the employment."""
        for pattern in (signs.STATED, signs.PLAIN_STATED):
            for number, part in enumerate(self.parts):
                if not part.bullet and pattern.search(part.text):
                    return number
        for tells in (
            telling.tells_work,
            household.tells_in,
            _tells_a_role,
            _goes_on_with_a_role,
            telling.tells_time,
        ):
            for number, part in enumerate(self.parts):
                if not part.bullet and tells(part.text):
                    return number
        return None

    @cached_property
    def passage(self) -> Paragraph | None:
        """The statement, with the paragraphs after it that go on about the employment."""
        number = self.stated
        if number is None:
            return None
        lines = list(self.parts[number].lines)
        for part in self.parts[number + 1 : number + 4]:
            if part.bullet or not statement.roles_in(terms.on_topic(part.text)):
                break
            lines += part.lines
        return Paragraph(tuple(lines))

    def place(self, words: str) -> Line:
        """Give the line in which the words stand."""
        passage = self.passage
        parts = (*((passage,) if passage else ()), *self.parts)
        squeezed = re.sub(r"\s+", "", words)
        part: Paragraph = next(
            (part for part in parts if squeezed in re.sub(r"\s+", "", part.text)), parts[0]
        )
        return part.place(words)


def _without_signatory(lines: list[Line]) -> list[Line]:
    """Leave out the labels of who certifies, above "hereby certifies that:" and the labels of somebody else."""
    at = next((n for n, line in enumerate(lines) if signs.CERTIFIES.search(line.text)), 0)
    above, below = labelled(lines[:at]), labelled(lines[at + 1 :])
    return lines[at + 1 :] if "name" in above and "name" in below else lines


def _parted(part: Paragraph) -> Iterator[Paragraph]:
    """Part lines that were taken for one paragraph where one begins with a label, or is an item with its own time.

    Items follow on a colon or on one another; all lines may be some.
    """
    lines = part.lines
    if part.bullet or len(lines) < 2 or any(len(line.segments) > 1 for line in lines):
        yield part
        return
    timed = [len(find_periods(line.text)) == 1 for line in lines]
    items = [all(timed)] * len(lines)
    for n in range(1, len(lines)):
        items[n] |= timed[n] and (items[n - 1] or lines[n - 1].text.rstrip().endswith(":"))
    starts = [n for n, line in enumerate(lines) if n and (items[n] or _begins_with_label(line.text))]
    for start, end in pairwise([0, *starts, len(lines)]):
        yield Paragraph(lines[start:end])


def _begins_with_label(text: str) -> bool:
    label, colon, _ = text.partition(":")
    return bool(colon) and label_of(label) is not None


def _unbroken(parts: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Join a statement that is set out over several lines: "atteste que" / "M. X, né le …," / "travaille …"."""
    taken = 0
    for number, part in enumerate(parts):
        if number < taken:
            continue
        taken = number + 1
        listed = 0 if part.bullet else _listed_after(part, parts[taken:])
        taken += listed
        if not listed and not part.bullet and signs.CERTIFIES.search(part.text):
            while taken < min(len(parts), number + _MOST_PARTS) and _goes_on(parts[taken - 1], parts[taken]):
                taken += 1
        yield part if taken == number + 1 else Paragraph(tuple(_lines(parts[number:taken])))


def _listed_after(part: Paragraph, following: Sequence[Paragraph]) -> int:
    """Count the items with which a statement goes on: "certifies that Ms. Sample:" / "works as …" / "is paid …"."""
    if not (part.text.rstrip().endswith(":") and signs.CERTIFIED.search(part.text)):
        return 0
    items = list(takewhile(lambda one: one.bullet, following))
    return len(items) if items and all(_VERB.match(item.text) for item in items) else 0


_VERB = expression(
    r"\W*(?:est|était|a(?! \w+ \d)|occupe|occupait|exerce|exerçait|travaille|travaillait|perçoit|percevait"
    r"|touche|bénéficie"
    r"|is|was|has|had|holds?|held|works?|worked|earns?|earned|receives?|received|draws?|drew|joined|started"
    r"|served|left)\b",
    re.IGNORECASE,
)
"""How an item begins that says something of somebody."""


def _goes_on(part: Paragraph, following: Paragraph) -> bool:
    """Tell whether a part of a statement ends without a stop, and no list or row of labels follows."""
    rows = any(len(line.segments) > 1 for line in following.lines)
    return not (part.text.rstrip().endswith((".", ";")) or following.bullet or rows or ":" in following.text)


def _lines(parts: Sequence[Paragraph]) -> Iterator[Line]:
    for part in parts:
        yield from part.lines


def _tells_a_role(text: str) -> bool:
    return bool(statement.roles_in(text)) and person.person_in(text) is not None


def _goes_on_with_a_role(text: str) -> bool:
    """Tell whether a statement goes on below the labels of whom it is about: "has worked here since 3 March 2017"."""
    return _VERB.match(text) is not None and any(role.period for role in statement.roles_in(text))


def _with_heading(heading: Line | None, parts: Sequence[Paragraph]) -> Iterator[Paragraph]:
    if heading is not None:
        yield Paragraph((heading,))
    yield from parts


def _whole_lines(part: Paragraph) -> Iterator[Line]:
    """Give wrapped prose as one line, the rows of a table as they are."""
    if len(part.lines) > 1 and all(len(line.segments) == 1 for line in part.lines):
        first = part.lines[0]
        whole = replace(first.segments[0], text=part.text, words=())
        yield Line((whole,), first.page, first.part, first.bold, first.size)
    else:
        yield from part.lines
