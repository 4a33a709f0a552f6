"""Signs of a new paper in the words at the turn of a page; a sign's name is its weight's in ``evidence.toml``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from consistency.extractors.bundles.sheets import Sheet, masked
from consistency.extractors.bundles.turn import Turn, alone
from consistency.extractors.pages import sheet_words as words
from consistency.extractors.wording.letters import closing_at, salutation_at
from consistency.extractors.wording.prose import plain
from consistency.model import Line
from consistency.normalizer import dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.mrz import find_mrz

HEAD, LETTER_HEAD, LARGE, TITLE_HEIGHT = 0.35, 0.6, 1.3, 0.25
"""Shares of the page's height, and how many times larger than the others a title's letters are."""
SHORT = 0.6
"""Share of the height below which a page that ends a paper is left empty."""
OUTSIDE = 0.065
"""Share of the height at the top and at the foot where no text of a paper stands."""
FULL = 0.7
"""Share of the width to which a line reaches that goes on below."""
CLOSING_LINES, SIGNED_LINES = 14, 6
_DATED = expression(r"(?:.{0,25}?\b(?:date|dated|le|on|du)\b\s*:?\s*|[\w\s'.-]{0,30},\s*)?(?P<day>.{6,30})")
_CLAUSE = expression(r"^(?:(?:article|section|clause)\s+)?(\d{1,2})(?:\.\d{1,2})*(?:[.):]|\s?[-–])\s*[a-z]")
_ENDS = expression(r"[.!?:;…”\"')\]]$")
_SIGNED = expression(r"\W*(?:signed|sgd|signe|signee|firmado|firma|assinado)\W*(?:by|par|por)?\W*")
_RULE = expression(r"^[\W_]+$")


def salutation(turn: Turn) -> bool:
    """Somebody is addressed near the top."""
    document = alone(turn.book.document, turn.page)
    at = salutation_at(document)
    return at is not None and _within(turn.page, turn.page.lines[at], LETTER_HEAD)


def dated_head(turn: Turn) -> bool:
    """A day stands alone on its line near the top, and not on the page before too."""
    before = set(turn.before.texts)
    return any(
        _is_day(segment.text)
        for line, text in zip(turn.page.lines, turn.page.texts, strict=True)
        if text not in before and len(line.segments) <= 2 and _within(turn.page, line, HEAD)
        for segment in line.segments
    )


def _is_day(text: str) -> bool:
    """Tell whether a text is a whole day and no more, but for a word or a town before it."""
    found = _DATED.fullmatch(text.strip().lower())
    if found is None or not any(c.isdigit() for c in text):
        return False
    day = dates.parse(found["day"].strip())
    return day is not None and len(day.iso) == 10


def _within(sheet: Sheet, line: Line, share: float) -> bool:
    if line.box is None or not sheet.page.height:
        return line in sheet.lines[: int(share * len(sheet.lines)) + 1]
    return line.box.y0 < share * sheet.page.height


def title(turn: Turn) -> bool:
    """Letters at the top are larger than all others."""
    size = turn.page.size
    if size is None or turn.page.picture:
        return False
    return any(
        (line.size or 0) >= LARGE * size and masked(text) not in turn.running
        for line, text in zip(turn.page.lines, turn.page.texts, strict=True)
        if _within(turn.page, line, TITLE_HEIGHT)
    )


def zone(turn: Turn) -> bool:
    """The page bears a passport's machine-readable zone."""
    if not any("<<" in text for text in turn.page.texts):
        return False
    found = find_mrz([line.text for line in turn.page.lines])
    return found is not None and found[1].code.startswith("P")


def closed_before(turn: Turn) -> bool:
    """The page before ends with a signature."""
    if any(_SIGNED.fullmatch(text) for text in turn.before.said[-SIGNED_LINES:]):
        return True
    at = closing_at(alone(turn.book.document, turn.before))
    return at is not None and len(turn.before.lines) - at <= CLOSING_LINES


def letterhead_again(turn: Turn) -> bool:
    """The page begins with the first line of the paper, has a day of its own, and the page before was signed."""
    heads = [masked(sheet.said[0]) if sheet.said else "" for sheet in (turn.first, turn.page)]
    return bool(heads[0]) and heads[0] == heads[1] and dated_head(turn) and closed_before(turn)


def short_before(turn: Turn) -> bool:
    """The page before is left half empty."""
    return bool(turn.before.lines) and turn.before.filled < SHORT


def runs_on(turn: Turn) -> bool:
    """A sentence goes on from a full line at the foot of the page before to the top of this one."""
    last = next(_body(reversed(turn.before.lines), turn), None)
    first = next(_body(iter(turn.page.lines), turn), None)
    if last is None or first is None or len(last.text.split()) < 4 or _ENDS.search(last.text.strip()):
        return False
    full = last.box is None or last.box.x1 > FULL * turn.before.page.width
    return full and first.text.strip()[:1].islower() and len(first.text.split()) >= 2


def _body(lines: Iterator[Line], turn: Turn) -> Iterator[Line]:
    """Give the lines without what runs at the edges of both pages and without rules and numbers."""
    for line in lines:
        text = line.text.strip()
        if masked(plain(text)) not in turn.running and not _RULE.match(text) and len(text) > 6:
            yield line


def head_again(turn: Turn) -> bool:
    """The page begins as the paper did, and the pages between did not."""
    head = turn.page.head
    return len(head) > 1 and head == turn.first.head != turn.before.head


def running_line(turn: Turn) -> bool:
    """The same words stand outside the text of both pages, or at the edges of three pages and so of all."""
    if turn.before is not turn.first and turn.running & turn.first.edges:
        return True
    return any(
        masked(text) in turn.running and _outside(turn.page, line)
        for line, text in zip(turn.page.lines, turn.page.texts, strict=True)
    )


def _outside(sheet: Sheet, line: Line) -> bool:
    box, height = line.box, sheet.page.height
    return box is not None and (box.y1 < OUTSIDE * height or box.y0 > (1 - OUTSIDE) * height)


def same_edge(turn: Turn) -> bool:
    """The same words stand at the top or the foot of both pages: they may be one issuer's two papers."""
    return bool(turn.running) and not running_line(turn)


def next_clause(turn: Turn) -> bool:
    """The first numbered clause of the page is the one after the last of the page before, or still that one."""
    last = next(_clauses(reversed(turn.before.texts)), None)
    first = next(_clauses(iter(turn.page.texts)), None)
    return last is not None and first is not None and first > 1 and first - last in (0, 1)


def _clauses(texts: Iterator[str]) -> Iterator[int]:
    """Give the numbers of the clauses that lines begin with."""
    yield from (int(match[1]) for text in texts if (match := _CLAUSE.match(text)))


def continued(turn: Turn) -> bool:
    """The page, or the foot of the one before, says that something goes on."""
    return any(
        words.is_continued(text) for text in (*turn.page.texts[:4], *turn.before.texts[-3:]) if len(text) < 60
    )


def annexed(turn: Turn) -> bool:
    """The page is headed as an annex, and is more than a sheet that parts papers."""
    return not turn.page.separates and any(words.heads_annex(text) for text in turn.page.texts[:4])


SIGNS: tuple[Callable[[Turn], bool], ...] = (
    salutation, dated_head, title, zone, closed_before, short_before, runs_on, head_again, letterhead_again,
    running_line, same_edge, next_clause, continued, annexed,
)  # fmt: skip
