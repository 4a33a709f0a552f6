"""Whether an installation works, and what can be told of a failure without telling of anybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from consistency.model import WrongUse

T = TypeVar("T")


def attempted(work: Callable[[], T]) -> T | Exception:
    """Do something and give what comes of it, be it an error; what the user asked for wrongly is raised as ever."""
    try:
        return work()
    except WrongUse:
        raise
    except Exception as error:  # noqa: BLE001  whatever may be wrong is what is asked for
        return error
