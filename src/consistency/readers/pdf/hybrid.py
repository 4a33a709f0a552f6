"""Forms that hold their values twice: as XFA data and as the values of classic fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from consistency.model import FormField, Problem
from consistency.normalizer.expressions import expression
from consistency.readers import problems
from consistency.readers.pdf.widgets import Field

STEP = expression(r"^(.*?)(?:\[(\d{1,6})\])?$", re.DOTALL)


def placed(datasets: Sequence[FormField], fields: Sequence[Field]) -> tuple[FormField, ...]:
    """Give the data with the page and the box of the classic field of the same name."""
    where = {key: field for key, field in _keyed(fields) if field.box is not None}
    return tuple(_placed(item, where.get(_key(item.path.split("/")))) for item in datasets)


def disagreements(path: str, datasets: Sequence[FormField], fields: Sequence[Field]) -> Iterator[Problem]:
    """Report the fields that hold a value in both halves, and not the same."""
    data = {_key(item.path.split("/")): item for item in datasets}
    for key, field in _keyed(fields):
        item = data.get(key)
        if item is not None and field.value is not None and not _same(item.value, field):
            yield problems.data_disagree(path, item.path, (item.value, field.value), field.page)


def _placed(item: FormField, field: Field | None) -> FormField:
    return item if field is None else replace(item, page=field.page, box=field.box)


def _keyed(fields: Sequence[Field]) -> Iterator[tuple[tuple[str, ...], Field]]:
    """Give each field that has a name with its place in the data.

    Unnamed groups do not stand there, and so fields count on.
    """
    following: dict[tuple[str, ...], int] = {}
    """By a place that is taken the index of the next that may be free."""
    for field in fields:
        key = _key([step for step in field.name.split(".") if not step.startswith("#")])
        if not key:
            continue
        name, index = _step(key[-1])
        passed = [key]
        while key in following:
            index = following[key]
            key = (*key[:-1], f"{name}[{index}]")
            passed.append(key)
        following.update(dict.fromkeys(passed, index + 1))
        yield key, field


def _key(steps: Sequence[str]) -> tuple[str, ...]:
    return tuple("{}[{}]".format(*_step(step)) for step in steps)


def _step(step: str) -> tuple[str, int]:
    match = STEP.match(step)
    assert match is not None  # the pattern takes any text
    return match[1], int(match[2] or 0)


def _same(value: str, field: Field) -> bool:
    other = field.value or ""
    return " ".join(value.split()) == " ".join(other.split())
