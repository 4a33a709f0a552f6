"""One target under atheris, until its time is over or an input ends this process: begun by ``__main__``, not by hand.

What is run is written into a shared page of memory before, with the number of runs: the process may die of it.
"""

from __future__ import annotations

import faulthandler
import mmap
import signal
import struct
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import NamedTuple

import atheris

from benchmarks.fuzz.mutating import MOST

SECONDS = 10.0
"""Seconds of this process's own work that one input may take, instrumented as it is; then the process is ended."""
HUNG = signal.SIGPROF
"""What ends it then (setitimer(2)): other programs on the machine, or a pause, do not count."""
LED = ["consistency", "PIL", "docx", "pypdf"]
"""The packages whose code leads the search: the program, and what it reads files with."""
HEAD = struct.Struct("<QQd")
"""The number of runs, the length of the input behind it, and the seconds since the first."""
OWN_SHARE = 0.75
"""Share of the inputs that the target's own way makes; the rest is changed byte by byte as the coverage suggests."""


class Running(NamedTuple):
    """How far a process has come: its runs, the seconds that they took, and the input that was run last."""

    runs: int = 0
    seconds: float = 0.0
    data: bytes = b""


def running(output: Path) -> Running:
    """Say how far the process has come that writes into a folder, or the last one that did."""
    page = _page_of(output)
    data = page.read_bytes() if page.exists() else b""
    if len(data) < HEAD.size:
        return Running()
    runs, length, seconds = HEAD.unpack_from(data)
    return Running(runs, seconds, data[HEAD.size : HEAD.size + length])


def trace_of(output: Path) -> Path:
    """Give the file that says where an input was that took too long."""
    return output / "trace.txt"


def _page_of(output: Path) -> Path:
    return output / "running"


@contextmanager
def _page(path: Path) -> Iterator[mmap.mmap]:
    with path.open("w+b") as file:
        file.truncate(HEAD.size + MOST)
        with mmap.mmap(file.fileno(), 0) as page:
            yield page


def main(name: str, output: Path, limits: list[str]) -> None:
    """Fuzz one target; ``limits`` are options of libFuzzer."""
    with atheris.instrument_imports(include=LED):
        from benchmarks.fuzz.target import crash_of, targets

        target = targets()[name]
        for seed in target.seeds():
            crash_of(target, seed)  # whatever is loaded only when it is needed is loaded here, and seen

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        chance = Random(seed)
        made = target.mutate(data, chance) if chance.random() < OWN_SHARE else atheris.Mutate(data, most)
        return made[:most]

    def run(data: bytes) -> None:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        crash = crash_of(target, data)
        signal.setitimer(signal.ITIMER_PROF, 0)
        if crash is not None and not (kept := output / f"{crash.name}.input").exists():
            kept.write_bytes(data)
            kept.with_suffix(".txt").write_text(crash.told, encoding="utf-8", errors="replace")

    with _page(_page_of(output)) as page, trace_of(output).open("w", encoding="utf-8") as trace:
        faulthandler.register(HUNG, trace, chain=True)
        options = [sys.argv[0], *limits, f"-max_len={MOST}", str(output / "corpus")]
        atheris.Setup(options, _noting(page, run), custom_mutator=mutate)
        atheris.Fuzz()


def _noting(page: mmap.mmap, run: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """Write each input down before it is run."""
    begun = time.monotonic()

    def noted(data: bytes) -> None:
        runs = HEAD.unpack_from(page)[0]
        page[HEAD.size : HEAD.size + len(data)] = data
        HEAD.pack_into(page, 0, runs + 1, len(data), time.monotonic() - begun)
        run(data)

    return noted


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
