"""The work history read from résumés, against what they say: ``python -m benchmarks.resumes [FOLDER]``.

FOLDER holds the files and ``truth.json`` (see its ``meta``); ``made`` in its place measures the curricula vitae that
the tests make, layout by layout, where the layouts held out show their figures alone. A job is right where employer
and title are alike (0.85 of rapidfuzz's ratio) and both dates are those printed, at the precision printed.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz, utils

from consistency.extractors.extract import extract
from consistency.model import Job, Paper
from consistency.pipeline import papers as read_papers
from consistency.readers.files import Options, read_bytes

FOLDER = Path(__file__).parents[2] / "shared" / "resumes"
ALIKE = 85.0


class Told(NamedTuple):
    """A job: employer, title, and the dates as they are printed ("" where there is none)."""

    employer: str
    title: str
    start: str
    end: str

    def matches(self, other: "Told") -> bool:
        """Tell whether two are the same job, told alike."""
        return self.named_like(other) and (self.start, self.end) == (other.start, other.end)

    def named_like(self, other: "Told") -> bool:
        """Tell whether employer and title are alike, whatever the dates."""
        return alike(self.employer, other.employer) and alike(self.title, other.title)

    def touches(self, other: "Told") -> bool:
        """Tell whether anything but one date is the same: what touches no true job is invented."""
        dates = (self.start, self.end) == (other.start, other.end)
        return dates or alike(self.employer, other.employer)


def alike(one: str, other: str) -> bool:
    """Tell whether two names are written nearly alike, or one of them is missing in both."""
    return fuzz.ratio(one, other, processor=utils.default_process) >= ALIKE or one == other


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one file, or of several."""

    right: int = 0
    read: int = 0
    wanted: int = 0
    invented: int = 0
    files: int = 1

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.right + other.right,
            self.read + other.read,
            self.wanted + other.wanted,
            self.invented + other.invented,
            self.files + other.files,
        )

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where nothing was to be read and nothing was."""
        return 2 * self.right / (self.read + self.wanted) if self.read + self.wanted else 1.0


def score(found: Sequence[Told], wanted: Sequence[Told]) -> Score:
    """Compare the jobs read with those on the paper; each counts once."""
    rest, right = list(wanted), 0
    for job in found:
        match = next((other for other in rest if job.matches(other)), None)
        if match is not None:
            rest.remove(match)
            right += 1
    invented = sum(1 for job in found if not any(job.touches(other) for other in wanted))
    return Score(right, len(found), len(wanted), invented)


def told(paper: Paper) -> list[Told]:
    """Give the jobs that were read from a paper."""
    return [
        Told(
            job.employer or "",
            job.title or "",
            (job.period and job.period.start_iso) or "",
            (job.period and job.period.end_iso) or "",
        )
        for job in paper.records
        if isinstance(job, Job)
    ]


def _wanted(entry: Mapping[str, Any]) -> list[Told]:
    return [
        Told(work["employer"] or "", work["title"] or "", work["start"] or "", work["end"] or "")
        for work in entry["work"]
    ]


def lines(name: str, found: Sequence[Told], wanted: Sequence[Told], result: Score) -> Iterator[str]:
    """Give the lines of one file: its figure, then what was missed (-) and what was read instead (+)."""
    yield f"{result.f1:5.2f}  {result.right}/{result.wanted} of {result.read} read  {name}"
    for sign, jobs, others in (("-", wanted, found), ("+", found, wanted)):
        for job in jobs:
            if not any(job.matches(other) for other in others):
                told = (job.employer, job.title, job.start, job.end)
                yield "         {} {} | {} | {} to {}".format(sign, *(text or "?" for text in told))


def made() -> Iterator[str]:
    """Give the report on the made curricula vitae."""
    from tests.resumes.made import HELD_OUT, papers, scans

    layouts: dict[str, Score] = {}
    for paper in (*papers(), *scans()):
        found = told(extract(read_bytes(paper.data, paper.name, Options(ocr=True))))
        wanted = [Told(*job) for job in paper.jobs]
        result = score(found, wanted)
        layouts[paper.layout] = layouts[paper.layout] + result if paper.layout in layouts else result
        if result.f1 < 1 and paper.layout not in HELD_OUT:
            yield from lines(paper.name, found, wanted, result)
    for layout, result in layouts.items():
        yield f"{result.f1:5.2f}  {layout}{' (held out)' if layout in HELD_OUT else ''}"
    for title, chosen in (
        ("layouts looked at", [r for name, r in layouts.items() if name not in HELD_OUT]),
        ("layouts held out", [r for name, r in layouts.items() if name in HELD_OUT]),
    ):
        yield total(title, sum(chosen[1:], chosen[0]))


def total(title: str, result: Score) -> str:
    """Say the figures of several files."""
    return (
        f"{title}: F1 {result.f1:.3f} ({result.right} of {result.wanted} jobs, {result.read} read), "
        f"{result.invented / result.files:.2f} invented jobs a file, {result.files} files"
    )


def measure(folder: Path) -> Iterator[str]:
    """Give the report on a folder, line by line."""
    if not (folder / "truth.json").is_file():
        yield f"There is no truth.json in {folder}: name a folder with résumés and what they say."
        return
    totals: dict[str, Score] = {}
    for entry in json.loads((folder / "truth.json").read_text(encoding="utf-8"))["files"]:
        path = folder / entry["file"]
        if not path.is_file():
            continue
        (paper,) = read_papers(path)
        found, wanted = told(paper), _wanted(entry)
        result = score(found, wanted)
        kind = "files with text" if entry["text_layer"] else "scans"
        totals[kind] = totals[kind] + result if kind in totals else result
        note = "" if paper.kind == "cv" else f"  (read as {paper.kind})"
        yield from lines(entry["file"] + note, found, wanted, result)
    for kind, result in totals.items():
        yield total(kind, result)


if __name__ == "__main__":
    for text in (
        made() if sys.argv[1:] == ["made"] else measure(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)
    ):
        print(text)
