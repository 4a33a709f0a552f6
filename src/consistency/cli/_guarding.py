"""Ending a command that cannot go on: with a sentence that says why, and with an exit code that no verdict has."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click

from consistency import ending

WRONG_USE = 2
FAULT = 70
"""Exit code of a run that a fault of the program ended (EX_SOFTWARE, sysexits(3))."""
UNHEARD = 141
"""Exit code of a run whose output nobody reads to its end: 128 and the number of SIGPIPE, as shells have it."""


@contextmanager
def guarded() -> Iterator[None]:
    """End with one sentence, whatever goes wrong beneath.

    A fault of the program is told by its kind and by the lines of code that led there, without a word of its own: words
    of an error may be those of a paper.
    """
    try:
        with ending.by_exception():
            yield
    except KeyboardInterrupt as error:
        _say("\n".join((ending.SAID, *getattr(error, "__notes__", ()))))
        _leave(error.code if isinstance(error, ending.Ended) else ending.code(ending.ENDING[0]))
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        _leave(error.exit_code)
    except (click.exceptions.Exit, click.Abort):
        raise
    except BrokenPipeError:
        _leave(UNHEARD)
    except OSError as error:
        _say(f"Error: {_where(error)}{error.strerror or type(error).__name__}")
        _leave(WRONG_USE)
    except Exception as error:  # noqa: BLE001 - the place where faults of the program are told
        _say(_told(error))
        _leave(FAULT)


def _say(words: str) -> None:
    """Say something beside the report, where anybody can hear it."""
    with suppress(OSError):
        click.echo(words, err=True)


def _leave(code: int) -> None:
    """End with an exit code; what could not be printed is not tried again at the very end."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.exit(code)
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def _where(error: OSError) -> str:
    return f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else "the output: "


def _told(error: Exception) -> str:
    lines = traceback.format_tb(error.__traceback__)
    notes = getattr(error, "__notes__", ())
    return "".join(
        (*lines, *notes, f"The program failed ({type(error).__name__}), which is a fault of the program.")
    )
