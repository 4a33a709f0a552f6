"""The case that comes with the program, checked once for all tests: a report does not change."""

from functools import cache
from pathlib import Path

from consistency.model import Report
from consistency.pipeline import Check, check
from consistency.readers.files import Options

SAMPLE = Path(__file__).parents[1] / "fixtures" / "sample"
READING = Check(reading=Options(ocr=False))


@cache
def sample() -> Report:
    """Give the report on the bundled case."""
    return check(SAMPLE, READING)
