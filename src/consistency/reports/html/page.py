"""What the parts of the page are made of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from consistency.model import Finding, Paper, Person, Report
from consistency.readers.limits import Options
from consistency.reports.html.wording import Words
from consistency.views.sides import Side, attribute_of


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
