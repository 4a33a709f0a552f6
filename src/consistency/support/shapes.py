"""What a folder is like, in counts and ranges: documents by kind, what was found, where the program failed.

No word of a paper, no name of a file and no path goes into it. What is counted bears the program's own names only (of
kinds, problems, rules); a size, a number of pages and a time are told as a range.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from consistency.model import Paper, Report
from consistency.pipeline import Check, Files, check, read
from consistency.readers.files import list_documents
from consistency.readers.folder import find
from consistency.readers.limits import Options
from consistency.readers.tracing import traced
from consistency.support import attempted

Shape = dict[str, object]
"""Plain values, as JSON has them."""

EVERYTHING = Options(ocr=True)
BYTES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)
PAGES = (2, 6, 21, 101)
SECONDS = (0.1, 0.5, 2.0, 10.0, 60.0)


class Told(NamedTuple):
    """The shape of a folder, and where its check ended, if it did not come to its end."""

    shape: Shape
    failed: str = ""


def shapes(folder: Path, reading: Options = EVERYTHING) -> Told:
    """Check a folder, reading every file anew, and tell what it is like; an error on the way is told of, not raised.

    Raises FileNotFoundError where there is nothing at the path, and WrongUse for a ``consistency.toml`` that cannot be
    followed.
    """
    if not folder.exists():
        raise FileNotFoundError(f"there is no file or folder at {folder}")
    shape: Shape = {"files": _files(folder)}
    laps = [perf_counter()]
    wanted = Check(jobs=1, reading=reading, progress=lambda *_: laps.append(perf_counter()))
    held = attempted(partial(read, folder, wanted))
    shape["seconds of reading a file"] = _ranges((end - begin for begin, end in pairwise(laps[:-1])), SECONDS)
    if isinstance(held, Exception):
        return _ended(shape, "reading", held)
    shape["documents"] = _documents([paper for papers in held.values() for paper in papers])
    report = attempted(partial(_compared, folder, wanted, held, shape))
    if isinstance(report, Exception):
        return _ended(shape, "comparing", report)
    return Told(shape | _found(report))


def _ended(shape: Shape, stage: str, error: Exception) -> Told:
    where = traced(error)
    return Told(shape | {"ended by an error": {stage: where}}, where)


def _compared(folder: Path, wanted: Check, held: Files, shape: Shape) -> Report:
    begun = perf_counter()
    report = check(folder, wanted, held)
    shape["seconds of comparing"] = ranged(perf_counter() - begun, SECONDS)
    return report


def _files(folder: Path) -> Shape:
    paths = (folder,) if folder.is_file() else tuple(find(folder, path) for path in list_documents(folder))
    return {
        "count": len(paths),
        "bytes": _ranges((path.stat().st_size for path in paths if path.is_file()), BYTES),
    }


def _documents(papers: Sequence[Paper]) -> Shape:
    documents = [paper.document for paper in papers]
    return {
        "count": len(papers),
        "kind": _counted(paper.kind for paper in papers),
        "type": _counted(one.media for one in documents),
        "read by": _counted(one.method for one in documents),
        "read": _counted(one.read for one in documents),
        "pages": _ranges((one.page_count for one in documents if one.page_count), PAGES),
        "problems": _counted(problem.code for paper in papers for problem in paper.troubles),
        "faults": _counted(problem.fault for paper in papers for problem in paper.troubles if problem.fault),
        "facts": _ranges((len(paper.facts) for paper in papers), PAGES),
        "records": _counted(type(record).__name__ for paper in papers for record in paper.records),
    }


def _found(report: Report) -> Shape:
    case = report.case
    return {
        "people": _counted(person.role for person in case.people),
        "applications": _counted(f"{one.role}, {one.outcome or 'unknown'}" for one in case.applications),
        "findings": _counted(f"{one.rule}, {one.severity}, {one.status}" for one in report.findings),
        "clocks": _counted(clock.kind for clock in report.clocks),
        "verdict": report.verdict,
    }


def ranged(value: float, edges: Sequence[float]) -> str:
    """Say between which edges a value lies: "under 10", "10 and more, under 100", "from 100"."""
    place = bisect_right(edges, value)
    if place == 0:
        return f"under {edges[0]:,}"
    if place == len(edges):
        return f"from {edges[-1]:,}"
    return f"{edges[place - 1]:,} and more, under {edges[place]:,}"


def _ranges(values: Iterable[float], edges: Sequence[float]) -> dict[str, int]:
    return _counted(ranged(value, edges) for value in values)


def _counted(values: Iterable[Hashable]) -> dict[str, int]:
    """Count equal values, in the order of their names."""
    return {
        str(value): count for value, count in sorted(Counter(values).items(), key=lambda one: str(one[0]))
    }
