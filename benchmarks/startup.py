"""A command as a new process against a bare click program, which any that uses click costs at least, by the clock."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.table import Row, alternated, lasted
from consistency.sample import folder as sample

BARE = "import click\n\n@click.group()\ndef main(): '''Bare.'''\n\n@main.command()\ndef one(): '''One.'''\n\nmain()\n"
ROUNDS = 15


def rows() -> Iterator[Row]:
    """Give the ratios of the help and of checks of the bundled case, with its readings kept and without."""
    with tempfile.TemporaryDirectory() as place, sample() as case:
        bare = Path(place, "bare.py")
        bare.write_text(BARE, encoding="utf-8")
        check = ("-m", "consistency", "check", str(case), "--no-ocr")
        commands = (
            (str(bare), "--help"),
            ("-m", "consistency", "--help"),
            check,
            (*check, "--no-cache"),
        )
        works = [partial(_run, command, Path(place, "cache")) for command in commands]
        for work in works:  # what Python compiles, and what is kept of the case, is there from then on
            work()
        theirs, help_, again, first = alternated(*works, rounds=ROUNDS, seconds=lasted)
    peer = "a bare click program (clock)"
    yield Row("consistency --help", help_, peer, theirs, 2.0)
    yield Row("a check of the bundled case, its readings kept", again, peer, theirs, 12.0)
    yield Row("a check of the bundled case, every file read", first, peer, theirs, 12.0)


def _run(command: tuple[str, ...], cache: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {"CONSISTENCY_CACHE": str(cache)}
    subprocess.run([sys.executable, *command], check=False, stdout=subprocess.DEVNULL, env=environment)
