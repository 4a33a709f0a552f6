"""The folders that are measured: those that are named, else cases made for the purpose, of more than 200 documents."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from fixtures.papers import write
from tests.answers.dealing import dealt

from consistency.readers.files import list_documents

MADE = 36
"""Re-applications of about seven papers: forms with their data, letters and statements as PDF and DOCX."""


class Corpus(NamedTuple):
    """Folders of applicants."""

    cases: tuple[Path, ...]

    def files(self, suffix: str = "") -> list[Path]:
        """Give the documents of all folders whose names end so."""
        found = (case / name for case in self.cases for name in list_documents(case))
        return [path for path in found if path.name.lower().endswith(suffix)]


@contextmanager
def corpus(named: Sequence[Path]) -> Iterator[Corpus]:
    """Give the named folders, each an applicant's; without a name make some, which are gone afterwards."""
    if named:
        yield Corpus(
            tuple(path for path in named if path.is_dir())
        )  # what a pattern of the shell takes in beside them
        return
    with tempfile.TemporaryDirectory() as place:
        folders = [Path(place, f"{number:02}") for number in range(MADE)]
        for number, folder in enumerate(folders):
            for path, data in dealt(number, "development").files.items():
                write(folder / path, data)
        yield Corpus(tuple(folders))
