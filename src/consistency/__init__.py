"""Read, normalise and compare the papers of past and new Canadian immigration applications.

>>> from consistency import check
>>> report = check("client folder")                                                          # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from consistency.pipeline import check as check

__all__ = ["check"]


def __getattr__(name: str) -> Any:
    """Load the pipeline when it is first asked for: a mere ``--help`` must not pay for it."""
    if name == "check":
        from consistency.pipeline import check

        return check
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
