"""The files with which a case folder begins: settings to be filled in, and a guard that keeps papers out of Git."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import tomlkit

from consistency.config import FILE, WrongConfiguration
from consistency.config.writing import rights
from consistency.model import Application, Case
from consistency.saving import save

IGNORE = f"""\
# A client's papers stay out of version control: only what was decided about the case is kept.
*
!.gitignore
!{FILE}
"""

SETTINGS = """
# fail_on = "major"               # the level from which open findings fail the check: critical, major or minor
# ocr_threshold = 0.7             # recognised words less sure than this (0 to 1) weigh less

[dates]                           # papers that do not tell their own day: a date, a month or a year
{dates}

[limits]                          # what a file may cost; all of them: docs/security.md
# pages = 1000                    # pages of a PDF that are read
# recognised = 60                 # pages on which text is recognised

[rules]                           # "off", another level, or options: see `consistency explain RULE`
# "work/title" = "off"
# "work/dates" = {{ level = "minor" }}

# [[same]]                        # names that are one
# employer = ["Blue Lantern Ltd", "Harbour Catering"]

# [[same]]
# person = ["RAHIMI, Leila", "MORADI, Sara"]

# [[acknowledged]]                # a finding that may stand; `consistency acknowledge` writes these
# id = "work-dates-0123456789"    # as it stands under the finding's title
# reason = "The letter of 2026-10-10 explains it, exhibit 4."
# by = "A. Lee"
# expires = 2027-03-31            # open again from the day after
# status = "explained"            # or "acknowledged"; "fix" and "ask" leave it open
# allow_critical = true           # without it a critical finding stays open
"""


def begin(folder: Path, case: Case) -> Iterator[tuple[Path, bool]]:
    """Write the files that are not there yet; give each, and whether it was written.

    Raises :class:`~consistency.config.WrongConfiguration` where the folder cannot be written to.
    """
    for name, text in ((FILE, settings(case)), (".gitignore", IGNORE)):
        path = folder / name
        try:
            is_new = not path.exists()
            if is_new:
                save(path, text.encode(), rights(path))
        except OSError as error:
            raise WrongConfiguration(f"{path} cannot be written: {error.strerror}") from error
        yield path, is_new


def settings(case: Case) -> str:
    """Give a ``consistency.toml`` that changes nothing: every setting as a comment, with what the folder holds."""
    undated = [f"# {_quoted(paper.path)} = 2024-05-31" for paper in case.papers if paper.as_of.date is None]
    head = [
        "# What has been decided about this case. Everything is optional; a misspelt key is an error.",
        *_submissions(case),
        "",
        f"# draft = {_quoted(_home(case))}".ljust(33) + " # the folder or file that is about to be filed",
        f"# as_of = {case.as_of.isoformat()}".ljust(33) + " # the day to judge by",
    ]
    dates = "\n".join(undated) or '# "letters/employer.pdf" = "2024-05"'
    return "\n".join(head) + SETTINGS.format(dates=dates)


def _submissions(case: Case) -> Iterator[str]:
    yield "#" if case.applications else "# No submission was found in the folder."
    for application in case.applications:
        told = [f"dated {application.as_of or 'unknown'}", application.outcome, _counted(application)]
        yield f"# {application.role}: {_quoted(_folder(application))} ({', '.join(t for t in told if t)})"


def _counted(application: Application) -> str:
    number = len(application.documents)
    return "1 document" if number == 1 else f"{number} documents"


def _home(case: Case) -> str:
    return _folder(case.draft) if case.draft else "2026 draft"


def _folder(application: Application) -> str:
    """Name the folder that holds a submission, or its only file."""
    folders = {path.rpartition("/")[0] for path in application.documents}
    name = folders.pop() if len(folders) == 1 else ""
    return name or application.documents[0]


def _quoted(text: str) -> str:
    """Write a text as TOML does: on one line whatever it holds."""
    return tomlkit.string(text.encode("utf-8", "replace").decode()).as_string()
