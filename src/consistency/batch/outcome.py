"""What is handed out of a batch, and what comes back: small values, for which nothing else has to be loaded."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

Verdict = Literal["pass", "findings", "incomplete", "failed"]


class Folder(NamedTuple):
    """A folder to be looked at: its path below the root, the stamp it was finished with, and how it looks now."""

    name: str
    finished: str = ""
    look: str = ""


class Outcome(Struct, frozen=True):
    """What came of a folder."""

    folder: Folder
    verdict: Verdict | None
    """None where nothing has changed since it was finished."""
    stamp: str = ""
    counts: tuple[int, ...] = (0, 0, 0, 0)
    """Open findings by level, the heaviest first."""
    documents: int = 0
    unread: int = 0
    """Documents that were not read in full."""
    reason: str = ""
    """Why it failed."""
