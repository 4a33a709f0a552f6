"""Printed Yes and No: which of the two is marked, as far as that can be told from the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from consistency.extractors.form_reading.printed.flow import Piece, Row
from consistency.model import Word
from consistency.normalizer.expressions import expression

MARKS = frozenset("xX✗✘✕×☒☑✓✔■●")
_WORDS = {"yes": "yes", "oui": "yes", "no": "no", "non": "no"}
_EMPTY = frozenset("☐□○▢[]()_oOcC0lIQD|")
"""What an empty box is made of, or is taken for by the recognition of a picture."""
_BOX_LENGTH = 3
_FUSED = expression(rf"([{re.escape(''.join(sorted(MARKS | _EMPTY)))}]+)?\s*(yes|oui|no|non)", re.IGNORECASE)


Words = Sequence[tuple[Word, Piece]]
"""The words of a row, each with its piece."""
Pair = Sequence[tuple[int, str]]
"""The two answers: which word of the row, and what it says."""


class Marks(NamedTuple):
    """A Yes and a No in one row: which is marked (None where that cannot be told), and where the question ends."""

    answer: str | None
    piece: Piece | None
    """The marked word with its mark."""
    left: float


def marks(row: Row) -> Marks | None:
    """Give the boxes of a row, or None where it has no Yes and No."""
    words = [(word, piece) for piece in row.pieces for word in piece.words]
    found = [
        (index, _WORDS[m[2].lower()]) for index, (word, _) in enumerate(words) if (m := _answer(word.text))
    ]
    tail = _tail(found, words)
    if {said for _, said in tail} != {"yes", "no"} or len(tail) != 2:
        return None
    marked = set(_marked(tail, words))
    first = min(_start(index, words) for index, _ in tail)
    left = words[first][0].box.x0
    if len(marked) != 1:
        return Marks(None, None, left)
    index, said = marked.pop()
    start = _start(index, words)
    return Marks(said, _piece([word for word, _ in words[start : index + 1]], words[index][1]), left)


def _answer(text: str) -> re.Match[str] | None:
    return _FUSED.fullmatch(text.strip(" .:,"))


def _tail(found: Pair, words: Words) -> list[tuple[int, str]]:
    """Give the last two answer words, if nothing but marks stands between and behind them."""
    pair = list(found[-2:])
    if not pair:
        return []
    between = [
        word.text for index, (word, _) in enumerate(words) if index > pair[0][0] and index != pair[-1][0]
    ]
    return pair if all(_is_box(text) for text in between) else []


def _is_box(text: str) -> bool:
    """Tell whether a word is a box, empty or marked: its letters are those of boxes, or it has an edge of one."""
    drawn = all(letter in MARKS or letter in _EMPTY for letter in text) or "[" in text or "]" in text
    return len(text) <= _BOX_LENGTH and drawn


def _marked(pair: Pair, words: Words) -> Iterator[tuple[int, str]]:
    """Give the answers with a mark: in the word itself, or nearest to it among the marks around."""
    for index, said in pair:
        match = _answer(words[index][0].text)
        if match and match[1] and any(letter in MARKS for letter in match[1]):
            yield index, said
    for index, (word, _) in enumerate(words):
        if any(letter in MARKS for letter in word.text) and _is_box(word.text):
            near = _nearest(index, pair, words)
            if near is not None and index >= pair[0][0] - 2:
                yield near


def _nearest(mark: int, pair: Pair, words: Words) -> tuple[int, str] | None:
    """Give the answer that a mark clearly belongs to; half way between two, the one that the other box tells."""
    box = words[mark][0].box
    gaps = sorted(
        (max(box.x0 - words[index][0].box.x1, words[index][0].box.x0 - box.x1), (index, said))
        for index, said in pair
    )
    if gaps[0][0] < 0.6 * gaps[1][0]:
        return gaps[0][1]
    ahead = _is_box(words[pair[0][0] - 1][0].text) if pair[0][0] else False
    behind = _is_box(words[pair[1][0] + 1][0].text) if pair[1][0] + 1 < len(words) else False
    if ahead == behind:
        return None
    return pair[1] if ahead else pair[0]


def _start(index: int, words: Words) -> int:
    """Give the first word of an answer: its own box may stand before it."""
    return index - 1 if index > 0 and _is_box(words[index - 1][0].text) else index


def _piece(words: Sequence[Word], of: Piece) -> Piece:
    return of.part(tuple(words))


def question_text(
    rows: Sequence[Row],
    start: int,
    found: Marks,
    is_close: Callable[[Row, Row], bool],
    is_other: Callable[[str], bool],
) -> tuple[list[Piece], int]:
    """Give the words of a question, and the row after it: beside its boxes, and wrapped below.

    Where nothing stands beside the boxes there is no question. It ends before what ``is_other`` knows.
    """
    row = rows[start]
    text = [part for piece in row.pieces if (part := _left_of(piece, found.left)) is not None]
    if not text:
        return [], start + 1
    edge, index, last = text[0].box.x0, start + 1, row
    while (
        index < len(rows)
        and _goes_on(rows[index], last, edge)
        and (is_close(last, rows[index]) and not is_other(rows[index].pieces[0].text))
    ):
        text += rows[index].pieces
        last = rows[index]
        index += 1
    return text, index


def _left_of(piece: Piece, x: float) -> Piece | None:
    words = tuple(word for word in piece.words if word.box.x1 <= x + 0.5)
    return piece.part(words) if words else None


def _goes_on(row: Row, last: Row, edge: float) -> bool:
    """Tell whether a row may be a further line of a question: text alone, of about its size, at its edge."""
    if len(row.pieces) != 1 or row.bold or marks(row) is not None:
        return False
    return abs(row.size - last.size) <= 0.3 * last.size and abs(row.pieces[0].box.x0 - edge) <= 15
