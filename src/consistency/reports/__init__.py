"""One module per format, whose name is the format's and whose ``render(report)`` gives text, or bytes to be saved.

What a format can be asked for beyond the report are keyword-only parameters of its ``render``.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from consistency.model import WrongUse

if TYPE_CHECKING:
    from consistency.model import Report


class UnknownOption(WrongUse):
    """Something that a format cannot be asked for; the message names the formats that can."""


def formats() -> tuple[str, ...]:
    """Name the formats: the files of this folder are the list; none is loaded."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_")))


def module(form: str) -> ModuleType:
    """Give the module of a format; raises ModuleNotFoundError for one that is not there."""
    return import_module(f"{__name__}.{form}")


def is_text(form: str) -> bool:
    """Say whether a format is text, as its ``render`` says that it gives."""
    given = inspect.signature(module(form).render).return_annotation
    return given not in (bytes, "bytes")


def refuse(form: str, options: Iterable[str]) -> None:
    """Raise :class:`UnknownOption` for the first option that the format's ``render`` has no keyword for."""
    for name in options:
        if not takes(form, name):
            able = ", ".join(other for other in formats() if takes(other, name)) or "none"
            raise UnknownOption(f"--{name} is not for the format {form}; it is for: {able}")


def render(form: str, report: Report, **options: object) -> str | bytes:
    """Write a report in a format: text, or bytes of a format that is no text.

    Raises :class:`UnknownOption` for an option that the format cannot be asked for.
    """
    refuse(form, options)
    rendered: str | bytes = module(form).render(report, **options)
    return rendered


def takes(form: str, name: str) -> bool:
    """Say whether a format can be asked for something, as a keyword of its ``render``."""
    given = inspect.signature(module(form).render).parameters.get(name)
    return given is not None and given.kind is inspect.Parameter.KEYWORD_ONLY
