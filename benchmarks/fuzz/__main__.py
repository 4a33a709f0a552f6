"""Fuzz targets one after the other, each in a process of its own that is begun again when an input ends it."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks.fuzz import child
from benchmarks.fuzz.target import PROGRAM, Target, targets

MEGABYTES = 4_000
"""What the process may hold in memory."""
PAUSE = 1_800
"""Seconds beyond its time after which a process is ended that waits for something, and does no work."""
NEVER = 1_000_000
"""Seconds, for libFuzzer's and atheris' own clocks, which go on while a process is paused."""
NO_MEMORY, OTHER = 71, 72
"""How libFuzzer ends for an input that takes too much memory (as it is built), and for one that kills."""
ENDS = {-child.HUNG: "hang", NO_MEMORY: "memory"}
LOG = "log.txt"
PLACE = re.compile(rf'File ".*{PROGRAM}(.+)\.py", line \d+ in (\w+)')


@dataclass(slots=True)
class Tally:
    """What was done with a target."""

    name: str
    seconds: float = 0.0
    """Time of the executions; the loading of the program before them does not count."""
    runs: int = 0
    crashes: int = 0
    """Different ones, of this and earlier runs into the same folder."""

    def __str__(self) -> str:
        return (
            f"{self.name}: {self.seconds / 60:.1f} minutes, {self.runs:,} executions, {self.crashes} crashes"
        )


def fuzz(target: Target, output: Path, seconds: float, seed: int) -> Tally:
    """Fuzz a target for so long; what crashes it is kept in the folder, with its traceback."""
    corpus = output / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for data in target.seeds():
        (corpus / hashlib.sha256(data).hexdigest()).write_bytes(data)
    tally = Tally(target.name)
    while (left := seconds - tally.seconds) >= 1:
        code = _run(target, output, int(left), seed + tally.runs)
        done = child.running(output)
        if not done.runs:
            raise RuntimeError(f"{target.name} cannot be run: see {output / LOG}")
        tally.runs += done.runs
        tally.seconds += done.seconds
        if code:
            _keep(output, ENDS.get(code, f"end{code}"))
    tally.crashes = len(list(output.glob("*.input")))
    return tally


def _keep(output: Path, end: str) -> None:
    """Keep the input that ended the process, one for each place where it was then."""
    trace = child.trace_of(output)
    place = PLACE.search(trace.read_text(encoding="utf-8")) if trace.exists() else None
    data = child.running(output).data
    key = "-".join(place.groups()).replace("/", "-") if place else hashlib.sha256(data).hexdigest()[:8]
    kept = output / f"{end}-{key}.input"
    if not kept.exists():
        kept.write_bytes(data)
        if place:
            shutil.copy(trace, kept.with_suffix(".txt"))


def _run(target: Target, output: Path, seconds: int, seed: int) -> int:
    """Run libFuzzer once; give its exit code, 0 where its time was over."""
    limits = (
        f"-max_total_time={seconds}", f"-timeout={NEVER}", f"-rss_limit_mb={MEGABYTES}", f"-seed={seed % 2**31 or 1}",
        f"-artifact_prefix={output / 'libfuzzer'}-", "-detect_leaks=0", f"-error_exitcode={OTHER}",
    )  # fmt: skip
    command = [sys.executable, "-m", child.__name__, target.name, str(output), *limits]
    with (output / LOG).open("ab") as log:
        try:
            return subprocess.run(command, stdout=log, stderr=log, timeout=seconds + PAUSE).returncode
        except subprocess.TimeoutExpired:
            return -child.HUNG


@click.command()
@click.argument("names", metavar="[TARGET]...", nargs=-1)
@click.option("--minutes", default=5.0, help="Time for all targets together.")
@click.option("--seed", default=1, help="Chance begins here.")
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help="Folder for crashes and corpus."
)
def main(names: Sequence[str], minutes: float, seed: int, output: Path | None) -> None:
    """Try the readers with inputs made by chance, and keep those that crash them."""
    known = targets()
    if strange := [name for name in names if name not in known]:
        told = "\n".join(f"  {name}: {one.about}" for name, one in known.items())
        raise click.UsageError(f"there is no target {strange[0]}; there are:\n{told}")
    chosen = [known[name] for name in names or known]
    output = output or Path(tempfile.mkdtemp(prefix="fuzz-"))
    tallies = []
    for one in chosen:
        tallies.append(fuzz(one, output / one.name, minutes * 60 / len(chosen), seed))
        click.echo(str(tallies[-1]))
    whole = Tally(
        "in all", *(sum(getattr(one, part) for one in tallies) for part in ("seconds", "runs", "crashes"))
    )
    click.echo(f"{whole}; kept in {output}")
    raise SystemExit(1 if whole.crashes else 0)


if __name__ == "__main__":
    main()
