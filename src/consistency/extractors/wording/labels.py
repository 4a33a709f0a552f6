"""Labels and their values, wherever the paper prints the value: beside the label, below it, or after a colon."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import zip_longest
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from consistency.extractors.pages.wrapped import unwrapped
from consistency.extractors.wording.prose import Passage, Piece, plain
from consistency.model import Box, Document, Evidence, Line, Segment
from consistency.normalizer import tables
from consistency.normalizer.expressions import expression, longest_first

Accept = Callable[[str], bool]

_TABLES = Path(__file__).parents[1] / "papers" / "labels"
"""Of each kind of paper how it labels its values: attribute = the words of the label, in English, French and others."""
_NUMBERING = expression(r"\s*(?:\(?\d{1,2}[a-z]?[.)]\s+|\d{1,2}(?:\.\d{1,2}){1,2}\.?\s+|[•*·.,;:_|]\s+)?")
"""The number of a label, of which a picture may leave the stop alone."""
_NUMBERED = expression(r"\s*\(?\d{1,2}[.)]\s+\D")
_STRANGE = expression(r"\s*[^\W\d][^:\d]{1,30}:\s+[^:]{0,30}\d[^:\s]*(?=\s)")
"""A label that is not known, with its number or date; another label may stand behind it on the line."""
_AFTER = expression(r"[\s.)]*(?:\([^)]{1,30}\)(?:\s*\([^)]{1,15}\)){0,3})?[\s.:#°º*=-]*")
_JOIN = expression(r"[\s.:]*(?:/|\||,|\()\s*|\s+")
_FOREIGN = expression(r"(?:[^\W\d][^\d/|:]{0,40}|[^\w/|:]{1,2})?[/|]\s*")
_BEHIND = expression(r"\s*[/|(]\s*[^:a-z\d/|]{1,40}(?=:)")
"""The label in another script behind it."""
_IN_ANOTHER_LANGUAGE = expression(r"/\s*[^\d:/]{1,40}")
"""The whole rest of a cell: the label in a language that the vocabulary does not know; the value has its own cell."""
_LOST = expression(r"[^\w/|:]{0,2}[/|]")
"""The label in another language before it, of which only the sign may be left where a script could not be read."""
_END_STOP = expression(r"(?<!ltd)(?<!inc)(?<!co)(?<!corp)(?<!\.[a-z])(?<! [a-z])\.$", re.IGNORECASE)
_A_WORD = expression(r"(?:[ld]')?([^\W\d_]+)(?![^\W_])")
_GREETING = expression(
    r"(?:dear|hello|greetings|respected|to whom it may concern|good (?:day|morning|afternoon)|bonjour|chere?s?"
    r"|a qui de droit|a quien corresponda|estimad[oa]s?|prezad[oa]s?|muy senor(?:es)?|sehr geehrte[rs]?)\b(?=\W*\w)"
    r"|(?:(?:sirs?|madam|madame|monsieur|mesdames|messieurs)\b\W*(?:and |et |or |ou )?)+$"
)
"""How a letter greets: such words stand below a heading, and never for the value of a label."""
_AROUND = " /|’'‘`,.;:()[]-"
_TELLING, _ALIKE = 6, 80.0
"""Letters from which on a label can be told by most of its letters, and the share of them (of 100) that it takes."""
_COLUMNS = 3
_BELOW = 4.5
"""A value stands at most this many line heights below its label."""


class Value(Struct, frozen=True):
    """The words that stand for a label."""

    name: str
    text: str
    evidence: Evidence
    order: int
    """The line of the label."""


class Vocabulary(Struct, frozen=True, dict=True):
    """The ways in which a kind of paper labels its values, read when they are first looked for."""

    kind: str

    @cached_property
    def names(self) -> dict[str, str]:
        """Give the attribute of each phrase, without accents.

        It is "" for a spare one, that is known but not asked for: it ends a value, and is none.
        """
        table = tables.read(_TABLES / f"{self.kind}.toml")
        found = {plain(phrase): "" for phrase in table.pop("spare", ())}
        return found | {plain(p): name for name, phrases in table.items() for p in phrases}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Match any phrase as whole words."""
        ordered = longest_first(self.names)
        either = "|".join(
            re.escape(phrase).replace(r"\ ", r"\s+").replace(r"\.", r"\.?") for phrase in ordered
        )
        return expression(rf"(?:{either})(?![^\W_])")

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(phrase[:1] for phrase in self.names)

    def match(self, low: str, start: int) -> re.Match[str] | None:
        """Match a phrase at a place of a text without accents; most places are ruled out by their letter."""
        return self.pattern.match(low, start) if low[start : start + 1] in self._beginnings else None

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of every phrase: a segment of such words alone is the rest of a label."""
        return frozenset(word for phrase in self.names for word in re.findall(r"[^\W\d_]+", phrase))

    def phrases(self, name: str) -> tuple[str, ...]:
        """Give the phrases of an attribute, without accents."""
        return self._phrases[name]

    @cached_property
    def _phrases(self) -> dict[str, tuple[str, ...]]:
        return {
            name: tuple(p for p, own in self.names.items() if own == name) for name in self.names.values()
        }

    def name_of(self, match: str) -> str:
        """Give the attribute of a matched phrase."""
        key = re.sub(r"\s+", " ", match)
        return self.names.get(key, self.names.get(key.rstrip("."), self.names.get(f"{key}.", "")))


@cache
def vocabulary(kind: str) -> Vocabulary:
    """Give the labels of a kind of paper, from the table of that name."""
    return Vocabulary(kind)


def vocabularies() -> Iterator[Vocabulary]:
    """Give the labels of every kind of paper that has some."""
    return (vocabulary(table.stem) for table in sorted(_TABLES.glob("*.toml")))


class _Label(Struct, frozen=True):
    name: str
    start: int
    end: int
    """Where its value begins in the segment."""
    colon: bool


class Labelled(Struct):
    """Finds the values of labels in a document."""

    document: Document
    vocabulary: Vocabulary
    accept: Mapping[str, Accept] = field(default_factory=dict)
    """What a value must look like, where a label's neighbours leave a choice."""

    def values(self, lines: Sequence[Line] | None = None) -> dict[str, list[Value]]:
        """Give every value of every label, in the order of the paper."""
        rows = self.document.once(_rows) if lines is None else [_without_borders(line) for line in lines]
        found: dict[str, list[Value]] = {}
        for number, line in enumerate(rows):
            for place, segment in enumerate(line.segments):
                for value in self._in_segment(rows, number, place, segment):
                    found.setdefault(value.name, []).append(value)
        return found

    def first(self, lines: Sequence[Line] | None = None) -> dict[str, Value]:
        """Give the first value of each label that looks as it should."""
        return {name: values[0] for name, values in self.values(lines).items()}

    def _in_segment(self, rows: list[Line], number: int, place: int, segment: Segment) -> list[Value]:
        labels = self._labels(segment.text)
        found = []
        for label, following in zip_longest(labels, labels[1:]):
            if not label.name:
                continue
            end = following.start if following else len(segment.text)
            text = _END_STOP.sub("", segment.text[label.end : end].strip(" \t\n,;|_").lstrip("."))
            other_cell = place + 1 < len(rows[number].segments) and _IN_ANOTHER_LANGUAGE.fullmatch(text)
            if following is None and (other_cell or self._says_again(label, segment.text, text)):
                found += self._around(label.name, rows, number, place)
            elif any(sign.isalnum() for sign in text):
                if (label.colon or len(segment.text) <= 90) and self._fits(label.name, text):
                    found.append(self._value(label.name, rows[number], segment, text, number))
            elif following is None:
                found += self._around(label.name, rows, number, place)
        return found

    def _says_again(self, label: _Label, whole: str, text: str) -> bool:
        """Tell whether a text behind a label says it once more, in words that were misread in a picture or misspelt."""
        bare = plain(text).strip(_AROUND)
        if label.colon or len(bare) < _TELLING or any(map(str.isdigit, bare)):
            return False
        if (
            extractOne(bare, self.vocabulary.phrases(label.name), scorer=ratio, score_cutoff=_ALIKE)
            is not None
        ):
            return True
        words, known = bare.split(), self.vocabulary.words
        return "/" in whole and all(
            word in known
            or (
                len(word) >= _TELLING
                and extractOne(word, known, scorer=ratio, score_cutoff=_ALIKE) is not None
            )
            for word in words
        )

    def _fits(self, name: str, text: str) -> bool:
        accept = self.accept.get(name)
        return (accept is None or accept(text)) and _GREETING.match(plain(text).strip()) is None

    def _value(self, name: str, line: Line, segment: Segment, text: str, number: int) -> Value:
        whole = Passage(self.document, segment.text, (Piece(0, line, segment),))
        start = segment.text.rfind(text)
        return Value(name, text, whole.cite(start, start + len(text)), number)

    def _labels(self, text: str) -> list[_Label]:
        """Give the labels of a segment: one at its start, further ones only before a colon."""
        low, ends = plain(text), dict[int, int]()
        numbering = None if low[:1].isalpha() else _NUMBERING.match(low)
        first = self._label_at(low, numbering.end() if numbering else 0, ends)
        strange = _STRANGE.match(low) if first is None and ":" in low else None
        if first is None and strange is None:
            return []
        found = [first] if first else []
        start = first.end if first else strange.end() if strange else 0
        for match in self.vocabulary.pattern.finditer(low, start):
            before = low[match.start() - 1 : match.start()]
            if match.start() >= (found[-1].end if found else start) and not before.isalnum():
                further = self._label_at(low, match.start(), ends)
                if further and further.colon:
                    found.append(further)
        return found

    def _label_at(self, low: str, start: int, ends: dict[int, int]) -> _Label | None:
        match = self.vocabulary.match(low, start)
        if match is None:
            foreign = _FOREIGN.match(low, start) if "/" in low or "|" in low else None
            match = self.vocabulary.match(low, foreign.end()) if foreign else None
        if match is None:
            return None
        end = self._rest_of_label(low, match.end(), ends)
        after = _AFTER.match(low, end)
        stop = after.end() if after else end
        return _Label(self.vocabulary.name_of(match[0]), start, stop, ":" in low[end:stop])

    def _rest_of_label(self, low: str, end: int, ends: dict[int, int]) -> int:
        """Step over the label in other languages, and over the words that a line break cut off.

        ``ends`` holds for each place that was stepped on before where it led, so that none is gone twice.
        """
        passed: list[int] = []
        while end not in ends:
            passed.append(end)
            following = self._step(low, end)
            if following == end:
                break
            end = following
        end = ends.get(end, end)
        ends.update(dict.fromkeys(passed, end))
        return end

    def _step(self, low: str, end: int) -> int:
        if foreign := _BEHIND.match(low, end):
            return foreign.end()
        joint = _JOIN.match(low, end)
        if joint is None:
            return end
        match = self.vocabulary.match(low, joint.end())
        if match:
            return match.end()
        word = _A_WORD.match(low, joint.end())
        known = word and word[1] in self.vocabulary.words and (len(word[1]) > 1 or joint[0].strip())
        return word.end() if word and known else end

    def _is_label(self, segment: Segment) -> bool:
        """Tell whether a segment is a label, or the rest of one on a second line."""
        if self._labels(segment.text):
            return True
        if any(map(str.isdigit, segment.text)):
            return False  # "du 01/07/2026 au 30/09/2026" has the words of labels, and is a value
        words = re.findall(r"[^\W\d_]+", plain(segment.text))
        return (
            bool(words)
            and all(word in self.vocabulary.words or len(word) == 1 for word in words)
            and any(len(word) > 1 for word in words)
            and (len("".join(words)) > 3)
        )

    def _around(self, name: str, rows: list[Line], number: int, place: int) -> list[Value]:
        options = (self._right(rows, number, place), self._below(rows, number, place))
        numbered = _NUMBERED.match(rows[number].segments[place].text) is not None
        for option in options:
            if option is not None and numbered and _NUMBERED.match(option[1].text):
                continue  # the next of numbered labels, whatever it asks
            if option is not None and self._fits(name, option[1].text):
                line, segment = option
                return [self._value(name, line, segment, segment.text, number)]
        return []

    def _heads_columns(self, rows: list[Line], number: int) -> bool:
        """Tell whether a row is the head of a table: words, over a row of as many cells that begins with no label."""
        cells, *below = [[s for s in line.segments if s.text.strip()] for line in rows[number : number + 2]]
        told = any(":" in s.text or any(map(str.isdigit, s.text)) for s in cells)
        if told or len(cells) < _COLUMNS or not below or len(below[0]) != len(cells):
            return False
        figures = any(any(map(str.isdigit, s.text)) for s in below[0])
        return figures and not self._is_label(below[0][0])

    def _right(self, rows: list[Line], number: int, place: int) -> tuple[Line, Segment] | None:
        segments = rows[number].segments
        if self._heads_columns(rows, number):
            return None
        for segment in segments[place + 1 :]:
            if segment.text.strip():
                return None if self._is_label(segment) else (rows[number], segment)
        return None

    def _below(self, rows: list[Line], number: int, place: int) -> tuple[Line, Segment] | None:
        line, label = rows[number], rows[number].segments[place]
        for other in rows[number + 1 : number + 6]:
            if other.page != line.page:
                return None
            segment = _under(line, place, label, other)
            if segment is None or not segment.text.strip():
                continue
            if self._labels(segment.text):
                return None
            if not self._is_label(segment):
                return other, segment
        return None


def _rows(document: Document) -> list[Line]:
    return unwrapped([_without_borders(line) for line in document.lines])


def _without_borders(line: Line) -> Line:
    """Take off what is left of a table's rules when a picture is read: bars before and between the cells."""
    if line.box is None or not any(re.match(r"[|¦_]", segment.text) for segment in line.segments):
        return line
    stripped = (replace(segment, text=segment.text.strip("|¦ ")) for segment in line.segments)
    kept = tuple(s for s in stripped if any(sign.isalnum() or sign in "☐☒█" for sign in s.text))
    return replace(line, segments=kept)


def _under(line: Line, place: int, label: Segment, other: Line) -> Segment | None:
    """Give the segment of a lower line that stands below a label."""
    if label.box is None:
        same = len(other.segments) == len(line.segments)
        return other.segments[place] if same else None
    bottom = label.box.y1 + (label.box.y1 - label.box.y0) * _BELOW
    left, right = _column(line, place, label, label.box)
    boxed = ((segment, segment.box) for segment in other.segments if segment.box is not None)
    return next((one for one, box in boxed if left <= box.x0 < right and box.y0 <= bottom), None)


def _column(line: Line, place: int, label: Segment, own: Box) -> tuple[float, float]:
    """Give how far left and right of a label its value may begin below it."""
    height = own.y1 - own.y0
    left, right = own.x0 - height, own.x1 + 3 * height
    following = line.segments[place + 1].box if place + 1 < len(line.segments) else None
    if following is not None:
        right = min(right, following.x0)
    if _LOST.match(label.text):  # the words before the sign, and with them the edge of the column, were lost
        before = line.segments[place - 1].box if place else None
        left = before.x1 if before else 0.0
    return left, right
