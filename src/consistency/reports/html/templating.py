"""The templates of pages, and what a page may load: its own style and script alone."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

PACKAGE = "consistency.reports.html"


def environment(*before: str) -> Environment:
    """Give the templates, with everything escaped; those of packages named ``before`` go before the page's own."""
    loaders = [PackageLoader(package) for package in (*before, PACKAGE)]
    made = Environment(
        loader=ChoiceLoader(loaders), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.filters["folder"] = lambda path: path.rpartition("/")[0]
    made.filters["file"] = lambda path: path.rpartition("/")[2]
    made.filters["short"] = shortened
    return made


def shortened(text: str, most: int) -> str:
    """Leave out the middle of a text that is longer than ``most``: a file's name is told apart by both ends."""
    if len(text) <= most:
        return text
    tail = most // 2 - 1
    return f"{text[: most - tail - 1]}…{text[-tail:]}"


def own(name: str) -> str:
    """Give the text of a file of the page: its style or its script."""
    return (files(PACKAGE) / name).read_text(encoding="utf-8")


def policy(style: str, script: str) -> str:
    """Allow the page's own style and script, by their digests, and pictures in the page; nothing else.

    See Content Security Policy Level 3, https://www.w3.org/TR/CSP3/.
    """
    return (
        f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
