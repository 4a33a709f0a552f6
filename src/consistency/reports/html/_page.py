"""The page: its policy, its own style and script, and the template that lays it out."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from msgspec import Struct

from consistency.model import Finding, Paper, Person, Report
from consistency.readers.limits import Options
from consistency.reports._telling import encodable
from consistency.reports.html._words import Words, words
from consistency.reports.html.sections import sections
from consistency.views.sides import Side, attribute_of

PACKAGE = "consistency.reports.html"


class Page(Struct, frozen=True, dict=True):
    """What the parts of the page are made of."""

    report: Report
    words: Words
    pictures: bool
    reading: Options
    jobs: int = 0
    """Processes that draw the pictures; with none this one does."""

    @property
    def root(self) -> Path:
        """The case folder: of a single file, the folder in which it lies."""
        path = Path(self.report.case.path)
        return path.parent if path.is_file() else path

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """The people of the case by their ids."""
        return {person.id: person for person in self.report.case.people}

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """The findings by their ids."""
        return {finding.id: finding for finding in self.report.findings}

    @property
    def unread(self) -> int:
        """The number of documents that were not read in full."""
        return sum(paper.document.read != "full" for paper in self.report.case.papers)

    def value(self, side: Side) -> str:
        """Write the value of a side as a person reads it in the language of the page."""
        return self.words.named(attribute_of(self.report.case, side.citations[0]), side.value or "")

    def paper(self, path: str) -> Paper | None:
        """Give a paper by its path."""
        return self.report.case.by_path.get(path)

    def part(self, path: str) -> str:
        """Say in which submission a paper lies: "draft", "past" or "unassigned"."""
        paper = self.paper(path)
        application = self.report.case.application_of(paper) if paper else None
        return application.role if application else "unassigned"


def page(report: Report, lang: str, pictures: bool, reading: Options, jobs: int) -> str:
    """Lay out the page."""
    told = words(lang)
    one = Page(report, told, pictures, reading, jobs)
    style, script = own("page.css"), own("page.js")
    laid_out = environment().get_template("page.html")
    text: str = encodable(
        laid_out.render(
            page=one,
            report=report,
            words=told,
            sections=tuple(sections(one)),
            style=Markup(style),
            script=Markup(script),
            policy=policy(style, script),
            version=version("consistency"),
        )
    )
    return text


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
