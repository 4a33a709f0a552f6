"""What stands in a file: pages, words with their places, lines, an interactive form."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Literal, NamedTuple, TypeVar

from msgspec import Struct, field

from consistency.model.geometry import UPRIGHT, Box, Lie, around

T = TypeVar("T")

Method = Literal["xfa", "acroform", "barcode", "text", "ocr", "docx", "none"]
Extent = Literal["full", "partial", "failed"]


class Word(Struct, frozen=True, array_like=True, gc=False):
    """A word of a PDF page or picture and where it stands."""

    text: str
    box: Box


class Segment(Struct, frozen=True, array_like=True, gc=False):
    """A run of words of one line without a wide gap: a label, a value, a table cell.

    ``place`` names it where there is no box: "paragraph 4", "table 2, row 3, cell 1".
    """

    text: str
    box: Box | None = None
    place: str | None = None
    words: tuple[Word, ...] = ()
    confidence: float = 1.0
    """1.0 for typed text; for text read from a picture the engine's own figure."""


class Line(Struct, frozen=True):
    """A line as it is seen: of a PDF page, a DOCX paragraph, or a row of a DOCX table (a segment a cell)."""

    segments: tuple[Segment, ...]
    page: int | None = None
    part: str = "body"
    """Where in the file: body, header, footer, footnote, comment, text box."""
    bold: bool = False
    size: float | None = None
    """Height of the letters in points, where known."""

    @property
    def text(self) -> str:
        """The words of the line; segments are set apart by two spaces."""
        if len(self.segments) == 1:  # as most are, and this is asked more often than anything
            return self.segments[0].text
        return "  ".join([segment.text for segment in self.segments])

    @property
    def box(self) -> Box | None:
        """The box around all segments."""
        if len(self.segments) == 1:
            return self.segments[0].box
        boxes = [segment.box for segment in self.segments if segment.box is not None]
        return around(boxes) if boxes else None

    @property
    def confidence(self) -> float:
        """The confidence of the least certain segment."""
        return min((segment.confidence for segment in self.segments), default=1.0)

    @property
    def place(self) -> str | None:
        """The place of the first segment."""
        return self.segments[0].place if self.segments else None


class Page(Struct, frozen=True):
    """A page of a PDF or a picture: 1-based number, size in points, words in the order of the file."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    lie: Lie = UPRIGHT
    """Of a picture that was turned to be read: how. The size and all places are then those of the upright page."""


class FormField(Struct, frozen=True, array_like=True, gc=False):
    """A field of an interactive form that holds a value.

    ``path`` is the datasets path with ``[n]`` (0-based) on repeated siblings, or the AcroForm's full name.
    """

    path: str
    value: str
    page: int | None = None
    box: Box | None = None
    confidence: float = 1.0
    """1.0 for a field's own value; of words recognised in a picture the engine's own figure."""
    words: str | None = None
    """The words as they stand on the page, where the value is what they mean: "X Oui"."""


class Problem(NamedTuple):
    """Something that kept a document from being read in full: a code, a sentence, a page."""

    code: str
    message: str
    page: int | None = None
    fault: str = ""
    """Where the program itself failed on it, in no word of the document: the type of the error and lines of code."""


class Bookmark(NamedTuple):
    """An entry of a PDF's outline: its words, the page it leads to (from 1), and its level (from 0)."""

    title: str
    page: int
    level: int = 0


class Form(Struct, frozen=True):
    """The interactive form inside a PDF.

    ``datasets`` are the XFA values by path in the order of the file (None where the packet is absent);
    ``acroform`` the values of the classic form; ``codes`` the code lists that the file carries, list name →
    code → label; ``template`` texts that name the form and its revision.
    """

    datasets: tuple[FormField, ...] | None = None
    acroform: tuple[FormField, ...] = ()
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    template: tuple[str, ...] = ()
    root: str | None = None
    """The name of the datasets' root element ("form1", "IMM_5645")."""
    nodes: tuple[str, ...] = ()
    """Every element path of the datasets, empty ones too: what tells forms with one root apart."""
    unread: tuple[str, ...] = ()
    """Paths whose values could not be read: those of a barcode that is not legible."""


class Document(Struct, frozen=True, dict=True):
    """A file after reading, before anything is made of it."""

    path: str
    """Relative to the case folder, with forward slashes; of a part of a file with its pages: "all.pdf#12-14"."""
    sha256: str
    """Of the file."""
    media: Literal["pdf", "docx", "image", "other"]
    method: Method
    read: Extent
    pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...] = ()
    form: Form | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    """Lower-case keys: title, author, producer, creator, created, modified (dates ISO)."""
    page_count: int | None = None
    problems: tuple[Problem, ...] = ()
    pictures: tuple[int, ...] = ()
    """Pages (from 1) that are pictures: what they say can only be known by text recognition."""
    outline: tuple[Bookmark, ...] = ()
    labels: tuple[str, ...] = ()
    """What viewers show as the pages' numbers, where the file gives them others than 1, 2, 3."""
    part: tuple[int, int] | None = None
    """The first and last page that this paper takes in a file that holds several; None for a whole file."""

    @cached_property
    def memory(self) -> dict[object, Any]:
        """What was worked out of its lines once and is asked for again (its text, its sentences).

        It stays behind where the document goes to another process.
        """
        return {}

    @property
    def is_filled_in(self) -> bool:
        """True for a form's own file, with the fields in which it was filled in: not for a print-out of it."""
        return self.method in {"xfa", "acroform"}

    @property
    def has_data(self) -> bool:
        """True where a form's data were read, as its file or its barcodes hold them: what is empty there is empty."""
        return self.is_filled_in or self.method == "barcode"

    @property
    def text(self) -> str:
        """All lines, one below the other."""
        return self.once(_text)

    def once(self, make: Callable[..., T], *more: object) -> T:
        """Give what a function makes of the document, and of more that is hashable; it is asked the first time only.

        The function is the key, so it has to be one of a module, not one made for the call.
        """
        key = (make, *more)
        memory = self.memory
        if key not in memory:
            memory[key] = make(self, *more)
        found: T = memory[key]
        return found

    @property
    def file(self) -> str:
        """The path of the file: of a part of one, without its pages."""
        return self.path if self.part is None else self.path.removesuffix(self.pages_named)

    @property
    def pages_named(self) -> str:
        """The pages of a part as its path names them, "#12-14" or "#12"; nothing for a whole file."""
        if self.part is None:
            return ""
        first, last = self.part
        return f"#{first}" if first == last else f"#{first}-{last}"

    @property
    def first_page(self) -> int:
        """The number of its first page: of a part, as it is in the file."""
        return 1 if self.part is None else self.part[0]

    @property
    def content(self) -> str:
        """What stands in it, as a short key: equal for copies, whatever they are called and wherever they lie."""
        return self.sha256[:16] + self.pages_named


def _text(document: Document) -> str:
    return "\n".join(line.text for line in document.lines)
