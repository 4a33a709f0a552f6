"""The words of the page: those of the HTML report, and its own beside them."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files

from consistency.reports.html._words import Words
from consistency.reports.html._words import words as of_report

FOLDER = files("consistency.review") / "words"


@cache
def words(lang: str) -> Words:
    """Read the words of a language; raises LookupError for one that is not there."""
    told = of_report(lang)
    own = tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))
    return replace(told, told={**told.told, **own})
