"""Where a value stands in a form: patterns of dataset paths, and the filled fields they pick out.

A pattern names the tail of a path (``Name/FamilyName`` is ``form1/Page1/PersonalDetails/Name/FamilyName``),
because revisions and languages move a section to another page far more often than they rename it. In a
segment ``|`` separates names (``Country|Pays``), ``*`` at the end stands for any letters (``Row*``), ``[0]``
picks one of several siblings of one name. `` | `` between spaces separates whole patterns, of which the first
that holds a value counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from consistency.model import Form, FormField
from consistency.normalizer.expressions import expression

Step = tuple[str, int | None]
"""A segment of a path: its name, and its place among siblings of that name where it has some."""

_SEGMENT = expression(r"(.*?)(?:\[(\d{1,6})\])?", re.DOTALL)
_UNTICKED = {"", "off"}


@lru_cache(maxsize=16384)
def steps(path: str) -> tuple[Step, ...]:
    """Split a path into its segments; those of a classic form (``form1[0].#page[0].Name[0]``) likewise."""
    parts = path.split("/") if "/" in path else [p for p in path.split(".") if not p.startswith("#")]
    return tuple(_step(part) for part in parts)


def _step(part: str) -> Step:
    found = _SEGMENT.fullmatch(part)
    name, index = found.groups() if found else (part, None)
    return str(name), None if index is None else int(index)


class Segment(Struct, frozen=True):
    """A segment of a pattern: the names it may have, and its place among siblings if that matters."""

    names: frozenset[str]
    beginnings: tuple[str, ...]
    index: int | None

    @classmethod
    def of(cls, text: str) -> Segment:
        """Read ``Name``, ``Name|Other``, ``Row*`` or ``Name[0]``."""
        written, index = _step(text)
        names = written.split("|")
        open_ended = {name for name in names if name.endswith("*")}
        beginnings = tuple(name.removesuffix("*") for name in open_ended)
        return cls(frozenset(names) - open_ended, beginnings, index)

    def fits(self, step: Step) -> bool:
        """Tell whether a segment of a path is meant."""
        if step[0] not in self.names and not step[0].startswith(self.beginnings):
            return False
        return self.index is None or self.index == (step[1] or 0)


class Pattern(Struct, frozen=True):
    """The tail of a path, its last segment first."""

    segments: tuple[Segment, ...]

    @classmethod
    def of(cls, text: str) -> Pattern:
        """Read one pattern, without alternatives of whole patterns."""
        return cls(tuple(Segment.of(part) for part in reversed(text.split("/"))))

    def matches(self, path: tuple[Step, ...], size: int) -> bool:
        """Tell whether the first ``size`` segments of a path end as the pattern says."""
        if len(self.segments) > size:
            return False
        at = size
        for segment in self.segments:
            at -= 1
            if not segment.fits(path[at]):
                return False
        return True


@lru_cache(maxsize=4096)
def patterns(text: str) -> tuple[Pattern, ...]:
    """Read a pattern with its alternatives, in the order in which they count."""
    return tuple(Pattern.of(part.strip()) for part in text.split(" | "))


class Fields:
    """The filled fields of a form, or of one row of it, found by the tails of their paths.

    A field without a name, of which only the groups around it have any, cannot be found.
    """

    def __init__(self, fields: Iterable[tuple[tuple[Step, ...], FormField]], prefix: str = "") -> None:
        self.prefix = prefix
        """The path of the row in the form, empty for a whole form."""
        self._all = tuple((path, field) for path, field in fields if path)
        self._by_name: dict[str, list[tuple[int, tuple[Step, ...], FormField]]] = {}
        for order, (path, field) in enumerate(self._all):
            self._by_name.setdefault(path[-1][0], []).append((order, path, field))

    def __len__(self) -> int:
        return len(self._all)

    def find(self, alternatives: tuple[Pattern, ...]) -> FormField | None:
        """Give the first filled field that an alternative picks out, in the order of the alternatives."""
        for pattern in alternatives:
            if (field := self._matching(pattern)) is not None:
                return field
        return None

    def _matching(self, pattern: Pattern) -> FormField | None:
        """Give the first field, in the order of the file, that a pattern picks out."""
        last = pattern.segments[0]
        names = self._by_name if last.beginnings else last.names & self._by_name.keys()
        found = None
        for name in names:
            for one in self._by_name[name]:
                if (found is None or one[0] < found[0]) and pattern.matches(one[1], len(one[1])):
                    found = one
                    break
        return None if found is None else found[2]

    def rows(self, alternatives: tuple[Pattern, ...]) -> tuple[Fields, ...]:
        """Give the rows that have a value, each with its own fields, in the order of the file."""
        found: dict[str, list[tuple[tuple[Step, ...], FormField]]] = {}
        sizes = {parent: _row_size(parent, alternatives) for parent in {path[:-1] for path, _ in self._all}}
        for path, field in self._all:
            size = sizes[path[:-1]]
            if size:
                row = "/".join(_written(step) for step in path[:size])
                found.setdefault(row, []).append((path[size:], field))
        return tuple(Fields(fields, row) for row, fields in found.items())


def _row_size(path: tuple[Step, ...], alternatives: tuple[Pattern, ...]) -> int | None:
    for size in range(1, len(path) + 1):
        for pattern in alternatives:
            if pattern.matches(path, size):
                return size
    return None


def _written(step: Step) -> str:
    return step[0] if step[1] is None else f"{step[0]}[{step[1]}]"


def dataset_fields(form: Form) -> Fields:
    """Give the fields of the XFA data."""
    return Fields((steps(field.path), field) for field in form.datasets or ())


def acroform_fields(form: Form) -> Fields:
    """Give the fields of the classic form: the same fields, with the same names, where a form has both."""
    cleaned = (replace(field, value=field.value.removeprefix("/").strip()) for field in form.acroform)
    return Fields((steps(field.path), field) for field in cleaned if field.value.lower() not in _UNTICKED)


def has_node(form: Form, pattern: Pattern) -> bool:
    """Tell whether the form has an element or field of that path, filled or not.

    Where the elements are not listed, the paths of the filled fields tell which there are.
    """
    last = pattern.segments[0]
    filled = (field.path for field in (*(form.datasets or ()), *form.acroform))
    paths: Iterable[str] = form.nodes or filled
    likely = (path for path in paths if last.beginnings or any(name in path for name in last.names))
    found = map(steps, likely)
    if form.nodes:
        return any(pattern.matches(path, len(path)) for path in found)
    return any(pattern.matches(path, size) for path in found for size in range(1, len(path) + 1))
