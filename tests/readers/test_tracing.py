"""Of an error its type and lines of the program are told, and no word."""

import re
from pathlib import Path

from consistency.normalizer.dates import PartialDate
from consistency.readers.tracing import ROOT, traced


def raised(cause: str = "") -> Exception:
    try:
        PartialDate(2020, 13)
    except ValueError as error:
        error.__cause__ = RuntimeError(cause) if cause else None
        return error
    raise AssertionError


def test_the_lines_of_the_program_are_named_and_those_of_others_are_not() -> None:
    assert re.fullmatch(r"ValueError at normalizer\.\w+:\d+( > normalizer\.\w+:\d+)*", traced(raised()))
    assert traced(KeyError("Noor")) == "KeyError"


def test_lines_of_another_process_are_those_of_files_that_are_there() -> None:
    lines = [
        f'File "{ROOT}/pipeline.py", line 7, in read',
        f'File "{ROOT}/Noor Sample.py", line 1',
        f'File "{ROOT}/../../{Path(__file__).name}", line 2',
        'File "/home/noor/consistency/pipeline.py", line 3',
    ]
    assert traced(raised("\n".join(lines))).endswith(" > pipeline:7")
