"""The bundled, invented case: where it lies in an installed package or in a checkout."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


@contextmanager
def folder() -> Iterator[Path]:
    """Give the folder of the sample case: inside the package, or a checkout's ``fixtures/sample``."""
    bundled = files("consistency") / "sample" / "case"
    checkout = Path(__file__).parents[3] / "fixtures" / "sample"
    if not bundled.is_dir() and checkout.is_dir():
        yield checkout
        return
    with as_file(bundled) as place:
        yield place
