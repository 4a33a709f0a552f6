"""The work on one folder: whether there is anything to do, its check, its reports."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct, field

from consistency.batch.outcome import Folder, Outcome
from consistency.config import FILE
from consistency.model import Report, Severity, WrongUse
from consistency.pipeline import Check, check
from consistency.readers.folder import find, list_documents, opened
from consistency.redaction import CASE, redacted
from consistency.reports import render, takes
from consistency.saving import OWNER_ONLY_FOLDER, saving
from consistency.workers import Unfit

NAME = "consistency-report"
"""How files of an output begin: those are never read as an applicant's papers, wherever the output lies."""
ENDINGS: Mapping[str, str] = {"markdown": "md", "terminal": "txt", "junit": "xml"}
"""The endings of formats that are not called by their ending."""
LOADED = "consistency.batch.loaded"
"""The module with which processes for this work begin."""
SHOWN = 50
"""Characters of a name that is no text: what replaces its bytes is longer than they are."""
HIDDEN = "the folder could not be checked; why is told without --redact"


class Wanted(Struct, frozen=True):
    """What is to be done with each folder."""

    root: Path
    output: Path
    check: Check = field(default_factory=Check)
    formats: tuple[str, ...] = ("html", "json")
    options: Mapping[str, object] = field(default_factory=dict)
    """What the formats are asked for beyond the report; each gets what it takes."""
    redact: bool = False
    version: str = field(default_factory=lambda: version("consistency"))


def done(wanted: Wanted, folder: Folder) -> Outcome:
    """Check a folder and write its reports, unless it was finished with the same content, program and options.

    Doing it twice, at once or one after the other, gives the same files. A folder that cannot be checked is an outcome
    like any other. Raises :class:`~consistency.workers.Unfit` where another version of the program runs.
    """
    if wanted.version != version("consistency"):
        raise Unfit(f"a worker runs consistency {version('consistency')}; this is {wanted.version}")
    try:
        stamp = stamped(wanted, folder.name)
        if stamp == folder.finished and all(path.is_file() for path in reports(wanted, folder.name).values()):
            return Outcome(folder, None, stamp)
        report = check(wanted.root / folder.name, wanted.check)
        _write(wanted, folder.name, report)
    except (OSError, WrongUse) as error:
        return failed(wanted, folder, str(error))
    return _told(folder, stamp, report)


def failed(wanted: Wanted, folder: Folder, reason: str) -> Outcome:
    """Give the place of a folder that could not be checked; a report of an earlier check is taken away."""
    for path in reports(wanted, folder.name).values():
        with suppress(OSError):  # the output may be what is out of reach
            path.unlink(missing_ok=True)
    return Outcome(folder, "failed", reason=HIDDEN if wanted.redact else reason)


def _told(folder: Folder, stamp: str, report: Report) -> Outcome:
    open_ones = [finding.severity for finding in report.findings if finding.status == "open"]
    counts = tuple(open_ones.count(level) for level in sorted(Severity, reverse=True))
    unread = sum(paper.document.read != "full" for paper in report.case.papers)
    return Outcome(folder, report.verdict, stamp, counts, len(report.case.papers), unread)


def label(wanted: Wanted, name: str) -> str:
    """Give the name under which a folder stands in the output.

    A redacted one is named by the beginning of its name's SHA-256, the same in every run and on every machine.
    """
    raw = os.fsencode(name)
    digest = hashlib.sha256(raw).hexdigest()[:12]
    if wanted.redact:
        return f"{CASE}-{digest}"
    text = raw.decode("utf-8", "replace")
    return text if text.encode() == raw else f"{text[:SHOWN]}-{digest}"


def reports(wanted: Wanted, name: str) -> Mapping[str, Path]:
    """Give the file of each report of a folder, by its format."""
    place = wanted.output / label(wanted, name)
    return {form: place / f"{NAME}.{ENDINGS.get(form, form)}" for form in wanted.formats}


def _write(wanted: Wanted, name: str, report: Report) -> None:
    shown = redacted(report) if wanted.redact else report
    asked = dict(wanted.options) | {"pictures": not wanted.redact, "reading": wanted.check.reading}
    for form, path in reports(wanted, name).items():
        told = render(form, shown, **{word: value for word, value in asked.items() if takes(form, word)})
        path.parent.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        with saving(path) as file:
            file.write(told.encode("utf-8", "replace") if isinstance(told, str) else told)


def stamped(wanted: Wanted, name: str) -> str:
    """Give the stamp of a folder: of names, sizes and contents, the program's version and what is wanted."""
    folder = wanted.root / name
    told = hashlib.sha256(repr((wanted.version, wanted.check, wanted.formats, wanted.redact)).encode())
    told.update(repr(sorted(wanted.options.items())).encode())
    for path, file in _files(folder):
        with opened(file) as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()
            told.update(repr((path, os.fstat(content.fileno()).st_size, digest)).encode())
    return told.hexdigest()


def looked(wanted: Wanted, name: str) -> str:
    """Give how a folder looks from outside: names, sizes and days of its files, whose content is not opened."""
    told = hashlib.sha256()
    for path, file in _files(wanted.root / name):
        about = file.stat()
        told.update(repr((path, about.st_size, about.st_mtime_ns, about.st_ino)).encode())
    return told.hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give whatever a check of a folder depends on, by its name; raises OSError for one that cannot be looked into."""
    os.scandir(folder).close()
    yield from ((path, find(folder, path)) for path in list_documents(folder))
    if (folder / FILE).is_file():
        yield FILE, folder / FILE
