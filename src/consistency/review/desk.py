"""The folder under review: its findings as they were last checked, what was decided since, and what has changed."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from consistency.comparator import baseline
from consistency.comparator.waivers import Waiver, without_effect
from consistency.config import Configuration, WrongConfiguration, load, writing
from consistency.config.acknowledging import acknowledge
from consistency.config.writing import Written
from consistency.model import Changes, Finding, Report
from consistency.pipeline import NO_FILES, Check, Files, check, decided, read
from consistency.review.stamps import Stamping, Stamps
from consistency.views.agenda import Agenda, agenda
from consistency.workers import Lost, apart


class Overtaken(Exception):
    """A finding about which somebody else has decided, or that is no longer found, since it was shown."""


class Standing(Struct, frozen=True):
    """What is known of the folder at one moment; ``number`` counts its checks.

    ``changes`` is what the last check found otherwise than the one before; None after the first.
    """

    number: int
    report: Report
    told: Configuration
    agenda: Agenda
    changes: Changes | None = None


class Decided(NamedTuple):
    """A decision made on this page, and what it changed in the file."""

    waiver: Waiver
    finding: Finding
    written: Written


class Checked(NamedTuple):
    """A check of the folder, and what was read for it."""

    files: Files
    report: Report


def checked(folder: Path, wanted: Check, known: Files = NO_FILES) -> Checked:
    """Check a folder, without reading again what is known of its files."""
    files = read(folder, wanted, known)
    return Checked(files, check(folder, wanted, files))


class Desk:
    """One folder under review. Every method may be called from several threads at once."""

    def __init__(self, folder: Path, wanted: Check) -> None:
        """Check the folder; raises as :func:`consistency.pipeline.check` does."""
        self.folder = folder
        self.wanted = replace(wanted, progress=None, baseline=None)
        self.checking = False
        self.unchecked: str | None = None
        """Why the folder could not be checked again."""
        self.unfollowed: str | None = None
        """Why its configuration cannot be followed as it stands now."""
        self._lock = threading.RLock()
        self._stamping = Stamping(folder)
        self._unrest: Stamps | None = None
        self._file, self._told = writing.told(folder), load(folder)
        self._tried = (self._stamping.take(), _rest(self._told))
        self._made: list[Decided] = []
        found = checked(folder, replace(self.wanted, progress=wanted.progress))
        self._files, self._read = found.files, self._tried[0]
        self.standing = _standing(1, found.report, self._told)

    @property
    def last(self) -> Decided | None:
        """The last decision made on this page that is not undone."""
        return self._made[-1] if self._made else None

    @property
    def name(self) -> str:
        """Who decided last, as the file tells."""
        return next((w.words.by for w in reversed(self.standing.told.waivers) if w.words.by), "")

    def decide(self, waiver: Waiver, seen: str) -> None:
        """Write a decision down, where what the file says about the finding still has the mark that was ``seen``.

        Raises :class:`Overtaken`, and :class:`~consistency.config.WrongConfiguration` where it cannot be written.
        """
        with self._lock:
            self._follow()
            place = self.standing.agenda.place(waiver.id)
            if place is None or mark(self.standing.told, waiver.id) != seen:
                raise Overtaken(waiver.id)
            finding = self.standing.agenda.items[place].finding
            waiver = self._until(waiver)
            useless = without_effect(waiver, finding, self.standing.report.case.as_of)
            if useless:
                raise WrongConfiguration(useless)
            self._made.append(Decided(waiver, finding, acknowledge(self.folder, waiver)))
            self._follow()

    def _until(self, waiver: Waiver) -> Waiver:
        """Keep the last day of what was decided before, where it is still to come: nobody has taken it back."""
        before = next((one for one in self.standing.told.waivers if one.id == waiver.id), None)
        if before is None or before.expired(self.standing.report.case.as_of):
            return waiver
        return replace(waiver, words=replace(waiver.words, expires=before.words.expires))

    def undo(self) -> Decided | None:
        """Put the file back as it was before the last decision; None where there is none.

        Raises :class:`~consistency.config.writing.ChangedMeanwhile` where it was changed since by somebody else.
        """
        with self._lock:
            if not self._made:
                return None
            self._made[-1].written.undone()
            self._follow()
            return self._made.pop()

    def look(self) -> None:
        """See whether files were changed, and check them again once they have come to rest."""
        with self._lock:
            if not self._followed():
                return
            stamps = self._stamping.take()
            now, at_rest = (stamps, _rest(self._told)), stamps == self._unrest
            self._unrest = stamps
            self.checking = now != self._tried
            if not self.checking or not at_rest:
                return
            self._tried = now
        try:
            self._again(stamps)
        finally:
            self.checking = False

    def _again(self, stamps: Stamps) -> None:
        """Check the folder anew, whose files have these stamps, and tell what is otherwise.

        A folder that cannot be checked is left as it stands.
        """
        self.unchecked = "the check was not finished"
        try:
            told = load(self.folder)
            same = {path for path, stamp in stamps.items() if stamp and stamp == self._read.get(path)}
            known = {path: held for path, held in self._files.items() if path in same}
            found = apart(partial(checked, wanted=self.wanted, known=known), self.folder)
        except (Lost, ValueError, OSError) as error:
            self.unchecked = str(error)
            return
        with self._lock:
            self._files, self._read = found.files, stamps
            report = decided(found.report, told, self._told)
            before = baseline.told(self.standing.report.findings)
            _, changes = baseline.compared(report.findings, before)
            self.standing = _standing(self.standing.number + 1, report, self._told, changes)
            self.unchecked = None

    def _follow(self) -> None:
        """Take what the file says now; raises :class:`~consistency.config.WrongConfiguration` where it cannot be."""
        content = writing.told(self.folder)
        if content == self._file and self.unfollowed is None:
            return
        self._told = load(self.folder)
        self._file, self.unfollowed = content, None
        now = self.standing
        if self._told.waivers != now.told.waivers:
            told = replace(now.told, waivers=self._told.waivers)
            self.standing = _standing(now.number, decided(now.report, now.told, told), told, now.changes)

    def _followed(self) -> bool:
        try:
            self._follow()
        except WrongConfiguration as error:
            self.unfollowed = str(error)
        return self.unfollowed is None


def _rest(told: Configuration) -> Configuration:
    """Give what a configuration says beside decisions: where it is otherwise, findings are to be made anew."""
    return replace(told, waivers=())


def mark(told: Configuration, finding: str) -> str:
    """Give a short text that is another one as soon as something else was decided about a finding."""
    made = next((waiver for waiver in told.waivers if waiver.id == finding), None)
    return hashlib.sha256(repr(made).encode()).hexdigest()[:16]


def _standing(number: int, report: Report, told: Configuration, changes: Changes | None = None) -> Standing:
    items = agenda(report.findings, told.waivers, report.case.as_of)
    return Standing(number, report, told, items, changes)


class Watch:
    """A thread that looks at a desk again and again, until it is stopped."""

    def __init__(self, look: Callable[[], None], seconds: float) -> None:
        self._look, self._seconds = look, seconds
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    def _run(self) -> None:
        while not self._stopped.wait(self._seconds):
            self._look()
