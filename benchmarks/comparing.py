"""Comparing a case against reading it, and its growth with the papers: ``python -m benchmarks.comparing``.

The peer of comparing is the reading of the same folder without text recognition, in the same run.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from math import log2
from pathlib import Path
from statistics import median
from time import process_time

from tests.lives.life import Life, Submission, life
from tests.lives.telling import papers

from consistency.case.assemble import assemble
from consistency.comparator.engine import run
from consistency.model import Paper
from consistency.pipeline import Check
from consistency.pipeline import papers as read
from consistency.readers.files import Options

SAMPLE = Path(__file__).parents[1] / "fixtures" / "sample"
QUARTER = 0.25
DOCUMENTS, RECORDS = 20, 300
"""A case of usual size."""
ROUNDS = 3
SIZES = (32, 125, 500)


def measure() -> str:
    """Give the share of comparing in reading, and the time of a case of up to 500 papers against n log n."""
    return f"{_share()}\n{_growth()}"


def _seconds(papers: list[Paper]) -> float:
    begin = process_time()
    run(assemble("case", papers))
    return process_time() - begin


def _share() -> str:
    """Give the share for the sample, and for a case of twenty documents and so many records as such a one may hold."""
    wanted = Check(reading=Options(ocr=False))
    read(SAMPLE, wanted)  # what is loaded and built once is not part of reading a case
    begin = process_time()
    told = list(read(SAMPLE, wanted))
    reading = process_time() - begin
    run(assemble("case", told))  # what is loaded and remembered once is not part of comparing a case
    busy = _with_records(RECORDS)
    lines = [
        _ratio(told, reading, "reading them"),
        _ratio(busy, reading / len(told) * DOCUMENTS, f"reading {DOCUMENTS} documents like those"),
    ]
    return "\n".join(lines)


def _ratio(told: list[Paper], reading: float, words: str) -> str:
    comparing = median(_seconds(told) for _ in range(ROUNDS))
    records = sum(len(paper.records) for paper in told)
    verdict = "kept" if comparing < QUARTER * reading else "BROKEN"
    return (
        f"comparing {len(told)} papers of {records} records {comparing * 1000:.0f} ms, {words} "
        f"{reading * 1000:.0f} ms, ratio {comparing / reading:.2f} (under {QUARTER}: {verdict})"
    )


def _with_records(wanted: int) -> list[Paper]:
    """Give the latest papers of a busy person that hold so many records: more papers than a case of so many has."""
    told = papers(_busy(max(SIZES)))
    return next(told[-n:] for n in range(1, len(told)) if sum(len(p.records) for p in told[-n:]) >= wanted)


def _growth() -> str:
    told = papers(_busy(max(SIZES)))
    times = {size: median(_seconds(told[-size:]) for _ in range(ROUNDS)) for size in SIZES}
    first, last = SIZES[0], SIZES[-1]
    allowed = last * log2(last) / (first * log2(first))
    verdict = "kept" if times[last] / times[first] < allowed else "BROKEN"
    listed = ", ".join(f"{size} papers {seconds * 1000:.0f} ms" for size, seconds in times.items())
    grown = times[last] / times[first]
    return f"{listed}: {grown:.0f} times for {last // first} times (n log n {allowed:.0f}: {verdict})"


def _busy(size: int) -> Life:
    """Give a person with so many applications that they fill a folder of so many papers."""
    person = next(one for one in map(life, range(100)) if len(one.works) >= 3)
    last = person.draft.signed
    past = [
        Submission("imm1295", last - timedelta(40 * n), last - timedelta(40 * n - 30), f"W{300000000 + n}")
        for n in range(size // 8, 0, -1)
    ]
    return replace(person, submissions=(*past, person.draft))


if __name__ == "__main__":
    print(measure())
