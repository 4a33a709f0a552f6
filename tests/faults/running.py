"""The real program in a process of its own, at which faults are thrown, and what is left when it has ended."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, ParamSpec

SAMPLE = Path(__file__).parents[2] / "fixtures" / "sample"
PROGRAM = ("-m", "consistency")
PATIENCE = 60.0
"""Seconds after which a run that does not end is taken for one that never will."""
SOON = 5.0
"""Seconds in which whatever a run has begun has to be gone after it."""
RIGHTS_ABOVE_RIGHTS = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH (capabilities(7)): by them root opens what nobody may open."""
DROP = 24
"""PR_CAPBSET_DROP (prctl(2))."""


P = ParamSpec("P")


class Ended(NamedTuple):
    """How a run ended; a negative code is the number of the signal that ended it."""

    code: int
    told: str
    said: str
    """What it wrote to the screen beside the report."""


class Run:
    """A run under way, in a session of its own."""

    def __init__(
        self,
        *words: object,
        home: Path,
        program: tuple[str, ...] = PROGRAM,
        before: Callable[[], None] | None = None,
        told: int | None = None,
        **named: str,
    ) -> None:
        def begin() -> None:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # one in the background of a shell does not heed it
            if before is not None:
                before()

        self._out, self._err = home / "told.txt", home / "said.txt"
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.process = subprocess.Popen(
                [sys.executable, *program, *map(str, words)],
                stdout=out if told is None else told,
                stderr=err,
                # Python 3.11 puts compiled modules in place that a full disk cut off, and they stay broken
                env={**os.environ, "TMPDIR": str(home), "PYTHONDONTWRITEBYTECODE": "1", **named},
                start_new_session=True,
                preexec_fn=begin,
            )

    def heeds(self) -> None:
        """Wait until the program has said what it does when it is asked to end: Python itself has loaded by then."""
        while self.process.poll() is None and not _caught(self.process.pid, signal.SIGTERM):
            time.sleep(0.001)

    def send(self, number: int, *, to_all: bool = False) -> bool:
        """Send a signal, to the program alone or to its whole group as a terminal does; say whether it ran still."""
        if self.process.poll() is not None:
            return False
        (os.killpg if to_all else os.kill)(self.process.pid, number)
        return True

    def children(self) -> list[int]:
        """Give the processes that the program has begun."""
        return [pid for pid, about in _processes() if int(about[1]) == self.process.pid]

    def left(self) -> list[int]:
        """Give what is left of the run's session a while after its end."""
        end = time.monotonic() + SOON
        while (left := self._session()) and time.monotonic() < end:
            time.sleep(0.01)
        return left

    def _session(self) -> list[int]:
        return [
            pid for pid, about in _processes() if int(about[3]) == self.process.pid and about[0] not in "ZX"
        ]

    def ended(self) -> Ended:
        """Wait for the end."""
        try:
            code = self.process.wait(PATIENCE)
        finally:
            self.process.kill()
        return Ended(code, self._out.read_text("utf-8", "replace"), self._err.read_text("utf-8", "replace"))


def _to_its_end(begin: Callable[P, Run]) -> Callable[P, Ended]:
    return lambda *words, **named: begin(*words, **named).ended()


run = _to_its_end(Run)
"""Runs the program to its end; takes what :class:`Run` does."""


def within(**bounds: int) -> Callable[[], None]:
    """Give what sets bounds of the system on a process (``FSIZE=1000``), before it begins."""
    import resource

    def begin() -> None:
        for name, most in bounds.items():
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (most, most))

    return begin


def as_anybody() -> None:
    """Have a process heed the rights of files, also that of root."""
    if os.getuid() == 0:
        for one in RIGHTS_ABOVE_RIGHTS:
            assert ctypes.CDLL(None).prctl(DROP, one, 0, 0, 0) == 0


@contextmanager
def closed(path: Path, mode: int = 0) -> Iterator[None]:
    """Take the rights of a file or folder away for a while."""
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        yield
    finally:
        path.chmod(before)


def files(folder: Path) -> Mapping[str, bytes]:
    """Give every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def unfinished(*folders: Path) -> list[Path]:
    """Give the files below folders that were begun and never finished."""
    return [path for folder in folders for path in folder.rglob(".consistency-*.tmp")]


def _caught(pid: int, number: int) -> bool:
    try:
        told = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return False
    mask = next(line for line in told.splitlines() if line.startswith("SigCgt"))
    return bool(int(mask.split()[1], 16) >> (number - 1) & 1)


def _processes() -> Iterator[tuple[int, list[str]]]:
    """Give every process with its state, parent, group, session (proc(5))."""
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                told = (place / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            yield int(place.name), told.rpartition(")")[2].split()
