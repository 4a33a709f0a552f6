"""``python -m consistency`` and ``consistency`` are the command."""

import atexit
import gc
import io
import sys

from consistency import ending, sweeping


def run() -> None:
    """Run the command; what asks it to end is heeded before anything else is loaded."""
    ending.at_once()
    _sweep_seldom()
    _print_whole_or_say_so()
    from consistency.cli import main

    main()


def _sweep_seldom() -> None:
    """Spare the search for garbage while a command is loaded and when it ends: a fifth of a short check."""
    gc.set_threshold(sweeping.SELDOM)
    atexit.register(gc.freeze)


def _print_whole_or_say_so() -> None:
    """Put a buffer where Python was told to have none (PYTHONUNBUFFERED, -u).

    Without one, what finds no room on a disk is left out without an error.
    """
    out, raw = sys.stdout, getattr(sys.stdout, "buffer", None)
    if isinstance(raw, io.RawIOBase):
        whole = io.BufferedWriter(raw)
        sys.stdout = io.TextIOWrapper(whole, encoding=out.encoding, errors=out.errors, line_buffering=True)


if __name__ == "__main__":
    run()
