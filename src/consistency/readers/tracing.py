"""Where the program failed, in no word of what it was reading: a message may quote a paper, lines of code cannot."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

import consistency
from consistency.normalizer.expressions import expression

ROOT = Path(consistency.__path__[0])
LINES = 8
"""So many lines of the program are named, the nearest to the error."""

_LINE = expression(r'File "([^"\n]+)", line (\d+)')
"""A line of a traceback as another process has written it down."""


def traced(error: BaseException) -> str:
    """Give the type of an error and the lines of this program through which it came, the nearest last.

    As "KeyError at pipeline:129 > readers.files:133"; lines of libraries are left out. Of an error that came from
    another process, the lines there are named too.
    """
    places = [*_here(error), *_there(error)][-LINES:]
    return f"{type(error).__qualname__} at {' > '.join(places)}" if places else type(error).__qualname__


def _here(error: BaseException) -> Iterator[str]:
    for frame, line in traceback.walk_tb(error.__traceback__):
        if place := _place(frame.f_code.co_filename, line):
            yield place


def _there(error: BaseException) -> Iterator[str]:
    """Name the lines of another process: what brings an error from there tells them as text, as its cause."""
    if error.__cause__ is not None and error.__cause__.__traceback__ is None:
        for file, line in _LINE.findall(str(error.__cause__)):
            if place := _place(file, int(line)):
                yield place


def _place(file: str, line: int) -> str:
    """Name a line of this program by its module; nothing for a file that is none of its own."""
    path = Path(file)
    if not path.is_relative_to(ROOT) or ".." in path.parts or path.suffix != ".py" or not path.is_file():
        return ""
    return f"{'.'.join(path.relative_to(ROOT).with_suffix('').parts)}:{line}"
