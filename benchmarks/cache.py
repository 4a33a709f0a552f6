"""A check of a folder that was checked before against the first one: ``python -m benchmarks.cache [FOLDER …]``.

Each check runs in a process of its own, as a user's does. Start-up is aside: before the clock starts, the process has
checked other folders, and again, so that the program is loaded, its tables are read and its expressions are built, for
the first check as for the second: made ones, those that are named, and those that lie beside the one that is measured.
What is kept of those lies elsewhere. The folders that are named are checked beside the bundled sample, without and with
text recognition.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median

import msgspec
from fixtures.papers import write
from tests.answers.dealing import dealt
from tests.readers.scanning import saved, slip

from benchmarks.table import Row, spent
from consistency.cache import users_shelf
from consistency.pipeline import Check, check, read
from consistency.readers.files import Options
from consistency.sweeping import SELDOM

SAMPLE = Path(__file__).parents[1] / "fixtures" / "sample"
LIMIT = 0.12
ROUNDS = 3
OTHERS = 3
"""Folders that are made, and as many that are named or lie beside the measured one, that are checked before."""


class Times(msgspec.Struct):
    """Seconds of processor of one check, of which so many until its papers were there."""

    whole: float
    reading: float
    files: int = 0
    bytes_kept: int = 0
    unlocking: float = 0.0
    """Seconds that it would take to load a cipher and to decrypt what was kept."""


def measure(folders: Sequence[Path] = (SAMPLE,)) -> Iterator[str]:
    """Give the ratio for each folder, without and with text recognition, and what its parts are."""
    for folder in folders:
        for first, again, ocr in _checked(folder, folders):
            reading, lock = median(one.reading for one in again), median(one.unlocking for one in again)
            yield str(_row(folder, first, again, ocr))
            yield (
                f"    of it reading {first.reading:.2f} s and {reading:.3f} s; {again[0].bytes_kept / 1e6:.2f} MB kept;"
                f" a cipher would add {lock / median(one.whole for one in again):.0%}"
            )


def rows(folder: Path) -> Iterator[Row]:
    """Give the ratio of a second check of a folder to the first, without and with text recognition."""
    return (_row(folder, first, again, ocr) for first, again, ocr in _checked(folder))


def _row(folder: Path, first: Times, again: Sequence[Times], ocr: bool) -> Row:
    what = f"a second check of {folder.name}, {first.files} files, {'with' if ocr else 'without'} recognition"
    return Row(what, median(one.whole for one in again), "the first check", first.whole, LIMIT)


def _checked(folder: Path, named: Sequence[Path] = ()) -> Iterator[tuple[Times, list[Times], bool]]:
    """Check a folder for the first time and again, without and with recognition; others, named ones too, before."""
    with tempfile.TemporaryDirectory() as place:
        others = Path(place, "others")
        for number in range(OTHERS):
            for path, data in dealt(number, "development").files.items():
                write(others / str(number) / path, data)
        write(others / "scan" / "slip.pdf", saved(slip("Tehran, 3 May 2021")))
        beside = dict.fromkeys(
            one.resolve() for one in (*named, *sorted(folder.parent.iterdir())) if one.is_dir()
        )
        beside.pop(folder.resolve(), None)
        for number, one in enumerate(islice(beside, OTHERS)):
            (others / f"beside {number}").symlink_to(one, target_is_directory=True)
        for ocr in (False, True):
            kept = str(Path(place, f"kept {ocr}"))
            first = _apart(folder, ocr, others, kept)
            yield first, [_apart(folder, ocr, others, kept) for _ in range(ROUNDS)], ocr


def _apart(folder: Path, ocr: bool, others: Path, kept: str) -> Times:
    command = [
        sys.executable,
        "-m",
        "benchmarks.cache",
        "--one",
        str(folder),
        str(others),
        "ocr" if ocr else "",
    ]
    environment = os.environ | {"CONSISTENCY_CACHE": kept}
    done = subprocess.run(command, check=True, capture_output=True, env=environment)
    return msgspec.json.decode(done.stdout, type=Times)


def _one(folder: Path, others: Path, ocr: bool) -> Times:
    """Check other folders, then this one with the clock running."""
    gc.set_threshold(SELDOM)  # as a process of the command has it
    wanted = Check(reading=Options(ocr=ocr), cache=True)
    kept = os.environ["CONSISTENCY_CACHE"]
    os.environ["CONSISTENCY_CACHE"] = str(others.with_name(f"kept of others {ocr}"))
    for other in sorted(others.iterdir()) * 2:
        check(other, wanted)
    os.environ["CONSISTENCY_CACHE"] = kept
    gc.collect()  # what those left is put away by them
    begin = spent()
    held = read(folder, wanted)
    reading = spent() - begin
    check(folder, wanted, held)
    whole = spent() - begin
    return Times(whole, reading, len(held), users_shelf().held().size, _unlocking())


def _unlocking() -> float:
    files = list(users_shelf().folder.iterdir())
    script = (
        "import os, sys, time\n"
        "content = [open(one, 'rb').read() for one in sys.argv[1:]]\n"
        "begin = time.perf_counter()\n"
        "from cryptography.hazmat.primitives.ciphers.aead import AESGCM\n"
        "cipher = AESGCM(bytes(32))\n"
        "loaded = time.perf_counter() - begin\n"
        "locked = [cipher.encrypt(bytes(12), one, None) for one in content]\n"
        "begin = time.perf_counter()\n"
        "for one in locked: cipher.decrypt(bytes(12), one, None)\n"
        "print(loaded + time.perf_counter() - begin)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, *map(str, files)], check=True, capture_output=True)
    return float(done.stdout)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(msgspec.json.encode(_one(Path(sys.argv[2]), Path(sys.argv[3]), bool(sys.argv[4]))).decode())
    else:
        for line in measure((SAMPLE, *map(Path, sys.argv[1:]))):
            print(line, flush=True)
