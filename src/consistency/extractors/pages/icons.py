"""Pictures of an icon font: an envelope, a calendar, a pin. They are drawn as letters that mean nothing."""

from msgspec.structs import replace

from consistency.extractors.pages.columns import size_of
from consistency.model import Line, Segment, around
from consistency.normalizer.expressions import expression

DINGBATS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06e\uf06f\uf071\uf0a8\uf0b2\uf0de\uf0e8\uf0f0\uf02d"
"""The signs of a list in Symbol and Wingdings; other characters of the private area are icons."""
_SPECK = expression(r"[\s|_~=¦—-]*[|_~=¦][\s|_~=¦—-]*|[.,:;'`´‘’^]")
_SPECK_BEHIND = expression(rf"{_SPECK.pattern}|[il!Ij°·*\"“”+]")
"""Behind other words a thin letter that stands alone is a speck too."""
_ICON = expression(rf"[\ue000-\uf8ff](?<![{DINGBATS}])\ufe0f?")


def without_icons(line: Line) -> Line | None:
    """Give a line without the pictures of an icon font, and without specks; None where nothing else stands in it."""
    if all(_is_pure(segment) for segment in line.segments):
        return line
    clean = tuple(seg for at, seg in enumerate(line.segments) if not _is_speck(seg, first=at == 0))
    segments = tuple(kept for segment in clean if (kept := _plain(segment)) is not None)
    if segments == line.segments:
        return line
    size = line.size if clean == line.segments else size_of(segments, line.size)
    return replace(line, segments=segments, size=size) if segments else None


def _is_pure(segment: Segment) -> bool:
    """Tell whether a segment is typed text in which no picture can stand, as nearly all are."""
    text = segment.text
    bare = text.strip(" |")
    return (
        segment.confidence == 1.0
        and bool(text)
        and (bare == text or _is_cut(text))
        and not _ICON.search(text)
    )


def _is_cut(text: str) -> bool:
    """Tell whether bars part the words, and the line was broken at one: "Cook | Hotel Sol |" and "Lima | 2019"."""
    return " | " in text.strip(" |") and text.startswith("|") != text.endswith("|")


def _is_speck(segment: Segment, *, first: bool) -> bool:
    """Tell whether a recognised segment is a line or a speck of the picture, not text; a list's sign stands first."""
    speck = _SPECK if first else _SPECK_BEHIND
    return segment.confidence < 1.0 and speck.fullmatch(segment.text) is not None


def _plain(segment: Segment) -> Segment | None:
    """Take the icons out of a segment; one between words leaves a bar, as it parts two things."""
    text = _ICON.sub("|", segment.text).strip(" |")
    words = tuple(
        replace(word, text=bare) for word in segment.words if (bare := _ICON.sub("", word.text).strip())
    )
    box = around(word.box for word in words) if words else segment.box
    return replace(segment, text=text, words=words, box=box) if text else None
