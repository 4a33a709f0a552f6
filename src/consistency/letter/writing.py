"""The papers as files: each by itself, or all in one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from consistency import saving
from consistency.extractors.papers.other import WORKING_PAPER
from consistency.letter import asking, skeleton, tables
from consistency.letter.contents import Contents, contents
from consistency.letter.texts import Language, Texts, language_of, texts
from consistency.model import Report, WrongUse
from consistency.sheets.sheet import About, Sheet, clean
from consistency.views.questions import questions


class _Paper(NamedTuple):
    """A paper: where its words stand, whether its pages are wide, how it is written, and who is its author."""

    group: str
    wide: bool
    write: Callable[[Sheet, Contents, Texts], None]
    author: str = WORKING_PAPER


PAPERS: Mapping[str, _Paper] = {
    "letter": _Paper("letter", False, skeleton.write, author=""),
    "exhibits": _Paper("exhibits", True, tables.exhibits),
    "corrections": _Paper("corrections", True, tables.corrections),
    "questions": _Paper("questions", False, asking.questions),
    "timeline": _Paper("timeline", True, tables.timeline),
}
"""The papers by the names of their files."""


class Unwritable(WrongUse):
    """A place at which the papers cannot be written, or stand already; the message says which."""


def papers(report: Report, language: Language | None = None) -> dict[str, bytes]:
    """Give each paper as a DOCX, by the name of its file."""
    told, words = contents(report), texts(language or language_of(report.case))
    return {f"{name}.docx": _written(told, words, name) for name in PAPERS}


def whole(report: Report, language: Language | None = None) -> bytes:
    """Give all papers as one DOCX, the letter first."""
    return _written(contents(report), texts(language or language_of(report.case)), *PAPERS)


def asked(report: Report, language: Language, own: Mapping[str, str]) -> bytes:
    """Give the questions alone about a report's findings, in one's own words by a finding's id where there are some."""
    told = replace(contents(report), questions=questions(report.case, report.findings, own))
    return _written(told, texts(language), "questions")


def _written(told: Contents, words: Texts, *names: str) -> bytes:
    first = PAPERS[names[0]]
    sheet = Sheet(About(words.say(first.group, "title"), words.language, told.case.as_of, first.author))
    foot = words.table["labels"]["page_of"]
    for name in names:
        paper = PAPERS[name]
        sheet.begin(wide=paper.wide)
        sheet.running(_head(told, words.say(paper.group, "title")), foot)
        paper.write(sheet, told, words)
    return sheet.save()


def _head(told: Contents, title: str) -> str:
    name = told.explanation.heads.name
    return f"{clean(name)} · {title}" if name else title


def beside(folder: Path) -> Path:
    """Give the place of the papers where none is named: beside the folder, whose papers they must not be taken for."""
    place = folder.resolve()
    return place.with_name(f"{place.stem if place.is_file() else place.name}-papers")


def save(report: Report, language: Language | None, output: Path, *, force: bool = False) -> list[Path]:
    """Write the papers into a folder, or all into one DOCX, and give what was written.

    Raises :class:`Unwritable` for a place that cannot be written, and for one where a file stands, unless forced.
    """
    if output.suffix.lower() == ".docx":
        files = {output: whole(report, language)}
    elif output.is_file():
        raise Unwritable(f"{output} is a file; name a folder, or a file that ends in .docx")
    else:
        files = {output / name: data for name, data in papers(report, language).items()}
    there = [path for path in files if path.exists()]
    if there and not force:
        raise Unwritable(f"{there[0]} is there already and is kept; --force writes over it")
    try:
        for path, data in files.items():
            path.parent.mkdir(mode=saving.OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
            saving.save(path, data)
    except OSError as error:
        raise Unwritable(f"{output} cannot be written: {error.strerror}") from error
    return list(files)
