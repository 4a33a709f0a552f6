"""Start-up of ``consistency --help`` against a bare click program with one command, in the same run."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = "import click\n\n@click.group()\ndef main(): '''Bare.'''\n\n@main.command()\ndef one(): '''One.'''\n\nmain()\n"
ROUNDS = 15
LIMIT = 2.0


def _milliseconds(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - begin) * 1000


def measure() -> str:
    """Time both programs in turn and give the ratio of the medians; the promise is under 2."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        pairs = [
            (
                _milliseconds([sys.executable, "-m", "consistency", "--help"]),
                _milliseconds([sys.executable, str(bare), "--help"]),
            )
            for _ in range(ROUNDS)
        ]
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    verdict = "kept" if ours / theirs < LIMIT else "BROKEN"
    return (
        f"start-up: consistency --help {ours:.0f} ms, bare click {theirs:.0f} ms, "
        f"ratio {ours / theirs:.2f} (under {LIMIT:.0f}: {verdict})"
    )
