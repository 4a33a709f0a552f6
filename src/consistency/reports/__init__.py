"""One module per format: ``render(report: Report) -> str``; the module's name is the format's."""

import pkgutil
from importlib import import_module
from types import ModuleType


def formats() -> tuple[str, ...]:
    """Name the formats: the files of this folder are the list; none is loaded."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_")))


def module(form: str) -> ModuleType:
    """Give the module of a format; raises ModuleNotFoundError for one that is not there."""
    return import_module(f"{__name__}.{form}")
