"""How often the interpreter looks for circles of garbage: by itself after 700 new objects; a paper makes thousands.

Looking takes a twentieth of a check, and more the more is in memory; what a paper leaves behind in circles is small.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 200_000
"""New objects after which it looks while a command or a check runs."""


@contextmanager
def swept_seldom() -> Iterator[None]:
    """Read and compare while the interpreter looks for garbage seldom; never more often than it did before."""
    before, *older = gc.get_threshold()
    if not 0 < before < SELDOM:
        yield
        return
    gc.set_threshold(SELDOM, *older)
    try:
        yield
    finally:
        gc.set_threshold(before, *older)


@contextmanager
def unswept() -> Iterator[None]:
    """Build many small values without the interpreter's looking again and again for what can be thrown away.

    For work that leaves no circles behind: with a large case in memory the looking takes longer than the building.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()
