"""The bundled, invented case: where it lies in an installed package or in a checkout."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from types import MappingProxyType

FINDINGS: Mapping[str, int] = MappingProxyType({
    "background/refusal-incomplete": 1,
    "family/child": 1,
    "reapplication/incomplete": 2,
    "reapplication/reason-unanswered": 1,
    "work/dates": 1,
    "work/letter-incomplete": 1,
    "work/missing": 1,
})  # fmt: skip
"""How often each rule finds something in it: an installation that finds anything else does not work as it should."""


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
