"""The state file of an output: a row for each folder, written when the folder is finished.

SQLite, because a row is written whole or not at all, costs the same for the first folder and the ten-thousandth, and
is given back in order without holding all rows. Where names are to be hidden, a row is known by the digest of its
folder's name.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Mapping
from types import TracebackType

from msgspec import Struct

from consistency.batch.folder import Wanted, label
from consistency.batch.outcome import Outcome
from consistency.model import WrongUse
from consistency.saving import OWNER_ONLY, OWNER_ONLY_FOLDER

FILE = ".consistency-batch.sqlite"
FORM = 1
"""The number of this form of the file; of any other nothing is taken."""
TABLES = """
    CREATE TABLE IF NOT EXISTS folders (
        key BLOB PRIMARY KEY, label TEXT NOT NULL, seen INTEGER NOT NULL, look TEXT NOT NULL, stamp TEXT NOT NULL,
        verdict TEXT NOT NULL, critical INTEGER, major INTEGER, minor INTEGER, info INTEGER, documents INTEGER,
        unread INTEGER, reason TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS looks (key BLOB PRIMARY KEY, look TEXT NOT NULL) WITHOUT ROWID;
"""
COLUMNS = "label, verdict, critical, major, minor, info, documents, unread, reason"
WORST_FIRST = "verdict = 'failed' DESC, critical DESC, major DESC, minor DESC, label"


class WrongOutput(WrongUse):
    """An output that cannot be gone on with; the message says why and what to do."""


class Row(Struct, frozen=True):
    """What the summary says of a folder."""

    folder: str
    verdict: str
    critical: int
    major: int
    minor: int
    info: int
    documents: int
    unread: int
    reason: str


class State:
    """The rows of an output, held by one run at a time."""

    def __init__(self, wanted: Wanted) -> None:
        """Open the output's state; raises :class:`WrongOutput` for one that is in use or of another kind."""
        self._wanted = wanted
        path = wanted.output / FILE
        try:
            wanted.output.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
            os.close(
                os.open(path, os.O_CREAT | os.O_RDWR, OWNER_ONLY)
            )  # what SQLite writes beside it has the same rights
            self._rows = sqlite3.connect(path, timeout=1)
            self._open()
        except sqlite3.OperationalError as error:
            raise WrongOutput(f"{path} cannot be used: {error}; is another run at work there?") from error
        except (sqlite3.DatabaseError, OSError) as error:
            raise WrongOutput(f"{path} cannot be used: {error}") from error

    def _open(self) -> None:
        kind = 2 * FORM + self._wanted.redact
        self._rows.execute("PRAGMA locking_mode = EXCLUSIVE")
        (found,) = self._rows.execute("PRAGMA user_version").fetchone()
        if found not in (0, kind):
            raise WrongOutput(
                f"{self._wanted.output} was begun with another form of the program or the other choice of --redact: "
                "name another --output"
            )
        self._rows.executescript(TABLES)
        self._rows.execute(f"PRAGMA user_version = {kind}")
        (last,) = self._rows.execute("SELECT coalesce(max(seen), 0) FROM folders").fetchone()
        self._run = last + 1

    def __enter__(self) -> State:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file; raises :class:`WrongOutput` for what could not be written in it."""
        self._rows.close()
        if isinstance(error, sqlite3.Error):
            raise WrongOutput(f"{self._wanted.output / FILE} cannot be written: {error}") from error

    def _key(self, name: str) -> bytes:
        raw = os.fsencode(name)
        return hashlib.sha256(raw).digest() if self._wanted.redact else raw

    def stamp(self, name: str) -> str:
        """Give the stamp with which a folder was finished; "" where it was not."""
        return self._one("SELECT stamp FROM folders WHERE key = ?", name)

    def look(self, name: str) -> str:
        """Give how a folder looked when it was last done, well or not."""
        return self._one("SELECT look FROM folders WHERE key = ?", name)

    def _one(self, question: str, name: str) -> str:
        found = self._rows.execute(question, (self._key(name),)).fetchone()
        return found[0] if found else ""

    def is_settled(self, name: str, look: str) -> bool:
        """Say whether a folder looks as it did the last time that this was asked: nothing is being written there."""
        before = self._one("SELECT look FROM looks WHERE key = ?", name)
        if before != look:
            self._rows.execute("REPLACE INTO looks VALUES (?, ?)", (self._key(name), look))
        return before == look

    def saw(self, name: str) -> None:
        """Note that a folder is there, and is as it was."""
        self._rows.execute("UPDATE folders SET seen = ? WHERE key = ?", (self._run, self._key(name)))

    def record(self, outcome: Outcome) -> None:
        """Write down what came of a folder; what is written is kept, whatever comes after."""
        name = outcome.folder.name
        if outcome.verdict is None:
            self.saw(name)
            self._rows.execute(
                "UPDATE folders SET look = ? WHERE key = ?", (outcome.folder.look, self._key(name))
            )
        else:
            row = (self._key(name), label(self._wanted, name), self._run, outcome.folder.look, outcome.stamp)
            told = (outcome.verdict, *outcome.counts, outcome.documents, outcome.unread, outcome.reason)
            self._rows.execute(f"REPLACE INTO folders VALUES ({', '.join('?' * 13)})", row + told)
        self._rows.commit()

    def ended(self) -> int:
        """End a run over all folders: those that are no longer there are forgotten, and counted."""
        gone = self._rows.execute("DELETE FROM folders WHERE seen <> ?", (self._run,)).rowcount
        self._rows.commit()
        self._run += 1
        return gone

    def rows(self, *, worst_first: bool = False) -> Iterator[Row]:
        """Give the rows by name, or those first that have most to be looked at."""
        order = WORST_FIRST if worst_first else "label"
        for row in self._rows.execute(f"SELECT {COLUMNS} FROM folders ORDER BY {order}"):
            yield Row(*row)

    def totals(self) -> Mapping[str, int]:
        """Give the number of folders by verdict."""
        counted = dict(self._rows.execute("SELECT verdict, count(*) FROM folders GROUP BY verdict"))
        return {name: counted.get(name, 0) for name in ("pass", "findings", "incomplete", "failed")}
