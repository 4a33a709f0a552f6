"""The words of the page: those of the HTML report, and its own beside them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from msgspec.structs import replace

from consistency.normalizer import tables
from consistency.reports.html.wording import Words
from consistency.reports.html.wording import words as of_report

FOLDER = files("consistency.review") / "words"


@cache
def words(lang: str) -> Words:
    """Read the words of a language; raises LookupError for one that is not there."""
    told = of_report(lang)
    own = tables.read(FOLDER / f"{lang}.toml")
    return replace(told, told={**told.told, **own})
