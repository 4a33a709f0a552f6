"""The peak memory of a process that checks a folder, and of one that reads bundles of up to 1,000 pages.

``python -m benchmarks.memory [--ocr] [FOLDER …]``: each FOLDER is an applicant's; without any, cases made for the
purpose. Every folder is checked by a process of its own, whose peak the system tells (getrusage, in MB).
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from fixtures.bundles import Manner, bundle

from benchmarks.corpus import corpus
from consistency.pipeline import Check, check
from consistency.readers.files import Options

MOST, MOST_WITH_OCR = 350, 900
"""MB that a process may hold, without and with text recognition."""
PAGES = (125, 250, 500, 1_000)
PAPERS = ("gcms", "bank_statement", "employment_letter", "payslip", "refusal", "diploma")


def measure(folders: list[Path], ocr: bool) -> Iterator[str]:
    """Give the peaks, and how time and memory grow with the pages of one bundle."""
    most = MOST_WITH_OCR if ocr else MOST
    with corpus(folders) as measured:
        peaks = {case.name: _apart(case, ocr)[0] for case in measured.cases}
    name = max(peaks, key=peaks.__getitem__)
    yield f"{len(peaks)} cases: at most {peaks[name]:.0f} MB ({name}); {_verdict(peaks[name], most)}"
    if ocr:
        return
    for pages in PAGES:
        with tempfile.TemporaryDirectory() as place:
            Path(place, "all.pdf").write_bytes(_bundle(pages))
            peak, seconds = _apart(Path(place), ocr)
        yield f"a bundle of {pages} pages: {peak:.0f} MB, {seconds:.1f} s of processor; {_verdict(peak, most)}"


def _verdict(peak: float, most: int) -> str:
    return f"at most {most}: {'kept' if peak <= most else 'BROKEN'}"


def _bundle(pages: int) -> bytes:
    names, made = list(PAPERS), bundle(1, Manner(), list(PAPERS))
    while made.pages < pages:
        names *= max(2, pages // made.pages)
        made = bundle(1, Manner(), names)
    return made.data


def _apart(folder: Path, ocr: bool) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.memory", "--one", str(folder), "ocr" if ocr else ""]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    peak, seconds = done.stdout.split()
    return float(peak), float(seconds)


def _one(folder: Path, ocr: bool) -> str:
    begun = process_time()
    check(folder, Check(reading=Options(ocr=ocr)))
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit} {process_time() - begun}"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(_one(Path(sys.argv[2]), bool(sys.argv[3])))
    else:
        named = [Path(word).resolve() for word in sys.argv[1:] if word != "--ocr"]
        for line in measure(named, "--ocr" in sys.argv):
            print(line, flush=True)
