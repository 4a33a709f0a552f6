"""Where a value stands in a form: patterns of dataset paths, and the filled fields they pick out.

A pattern names the tail of a path (``Name/FamilyName`` is ``form1/Page1/PersonalDetails/Name/FamilyName``),
because revisions and languages move a section to another page far more often than they rename it. In a segment
``|`` separates names (``Country|Pays``), ``*`` stands for any letters, ``[0]`` picks one of several siblings of
one name. `` | `` between spaces separates whole patterns, of which the first that holds a value counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache

from consistency.model import Form, FormField

Step = tuple[str, int | None]
"""A segment of a path: its name, and its place among siblings of that name where it has some."""

_SEGMENT = re.compile(r"(.*?)(?:\[(\d+)\])?")
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


@dataclass(frozen=True, slots=True)
class Pattern:
    """The tail of a path: per segment the names it may have, and its place among siblings if that matters."""

    segments: tuple[tuple[tuple[str, ...], int | None], ...]

    @classmethod
    def of(cls, text: str) -> Pattern:
        """Read one pattern, without alternatives of whole patterns."""
        split = (_step(part) for part in text.split("/"))
        return cls(tuple((tuple(name.split("|")), index) for name, index in split))

    def matches(self, path: tuple[Step, ...]) -> bool:
        """Tell whether a path ends as the pattern says."""
        size = len(self.segments)
        return len(path) >= size and all(map(_fits, self.segments, path[-size:]))


def patterns(text: str) -> tuple[Pattern, ...]:
    """Read a pattern with its alternatives, in the order in which they count."""
    return tuple(Pattern.of(part.strip()) for part in text.split(" | "))


def _fits(segment: tuple[tuple[str, ...], int | None], step: Step) -> bool:
    names, index = segment
    if index is not None and index != (step[1] or 0):
        return False
    return step[0] in names or any("*" in name and fnmatchcase(step[0], name) for name in names)


class Fields:
    """The filled fields of a form, or of one row of it, found by the tails of their paths."""

    def __init__(self, fields: Iterable[tuple[tuple[Step, ...], FormField]], prefix: str = "") -> None:
        self.prefix = prefix
        """The path of the row in the form, empty for a whole form."""
        self._all = tuple(fields)
        self._by_name: dict[str, list[tuple[tuple[Step, ...], FormField]]] = {}
        for path, field in self._all:
            self._by_name.setdefault(path[-1][0], []).append((path, field))

    def __len__(self) -> int:
        return len(self._all)

    def find(self, alternatives: tuple[Pattern, ...]) -> FormField | None:
        """Give the first filled field that an alternative picks out, in the order of the alternatives."""
        return next((field for pattern in alternatives for field in self._matching(pattern)), None)

    def _matching(self, pattern: Pattern) -> Iterator[FormField]:
        names = pattern.segments[-1][0]
        exact = len(names) == 1 and "*" not in names[0]
        candidates = self._by_name.get(names[0], ()) if exact else self._all
        return (field for path, field in candidates if pattern.matches(path))

    def rows(self, alternatives: tuple[Pattern, ...]) -> tuple[Fields, ...]:
        """Give the rows that have a value, each with its own fields, in the order of the file."""
        found: dict[str, list[tuple[tuple[Step, ...], FormField]]] = {}
        for path, field in self._all:
            size = _row_size(path, alternatives)
            if size:
                row = "/".join(_written(step) for step in path[:size])
                found.setdefault(row, []).append((path[size:], field))
        return tuple(Fields(fields, row) for row, fields in found.items())


def _row_size(path: tuple[Step, ...], alternatives: tuple[Pattern, ...]) -> int | None:
    sizes = (size for size in range(1, len(path)) for pattern in alternatives if pattern.matches(path[:size]))
    return next(sizes, None)


def _written(step: Step) -> str:
    return step[0] if step[1] is None else f"{step[0]}[{step[1]}]"


def dataset_fields(form: Form) -> Fields:
    """Give the fields of the XFA data."""
    return Fields((steps(field.path), field) for field in form.datasets or ())


def acroform_fields(form: Form) -> Fields:
    """Give the fields of the classic form: the same fields, with the same names, where a form has both."""
    cleaned = (field._replace(value=field.value.removeprefix("/").strip()) for field in form.acroform)
    return Fields((steps(field.path), field) for field in cleaned if field.value.lower() not in _UNTICKED)


def has_node(form: Form, pattern: Pattern) -> bool:
    """Tell whether the form has an element or field of that path, filled or not."""
    names: Iterable[str] = form.nodes or (field.path for field in form.acroform)
    return any(pattern.matches(steps(name)) for name in names)
