"""The order of the stages, and nothing else: files → documents → papers → case → findings → report."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing, nullcontext
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter
from types import MappingProxyType
from typing import Literal, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from consistency.cache import Readings, lasting, pack, unpack
from consistency.case.assemble import Choices, assemble
from consistency.clocks import all_clocks
from consistency.comparator import baseline
from consistency.comparator.engine import Settings, run
from consistency.comparator.placing import placed
from consistency.comparator.waivers import reopened, waived
from consistency.config import Configuration, load
from consistency.extractors.bundles import papers_in
from consistency.extractors.extract import extract, prepare
from consistency.model import Case, Finding, Paper, Report, Severity, WrongUse
from consistency.readers import problems
from consistency.readers.files import Options, failed, list_documents, load_readers, lost, read_all
from consistency.readers.folder import links_out, size
from consistency.readers.limits import Limits
from consistency.sweeping import swept_seldom, unswept
from consistency.workers import Bounds, Lost, each

Progress = Callable[[str, int, int], None]
"""Told after each document: which, the how-manieth, of how many; one more at the end."""

BOUNDS = Bounds(seconds=float(Limits().seconds), memory=Limits().memory)
"""What one document may cost: sixty recognised pages of ten seconds; a picture of the most pixels, decoded twice."""

UNREAD_RULES = frozenset({"document/unreadable", "document/printed-blank"})
"""Findings that say that something could not be read: alone they make a check incomplete, not failed."""


class Check(Struct, frozen=True):
    """What a check is to do, beyond the folder."""

    draft: str | None = None
    as_of: date | None = None
    person: str | None = None
    fail_on: Severity | None = None
    """The level from which open findings fail the check: the configuration's where not given, else major."""
    baseline: Path | None = None
    """An earlier report as JSON: only what is otherwise is given."""
    settings: Settings = field(default_factory=Settings)
    reading: Options = field(default_factory=lambda: Options(ocr=True))
    jobs: int = 0
    """Processes that read, each within the limits; with none this process reads, and a bad file may end it."""
    progress: Progress | None = None
    cache: bool = False
    """Whether what files say is kept for the next check (:mod:`consistency.cache`), and taken from there."""


Files = Mapping[str, tuple[Paper, ...]]
"""The files of a folder by path, each with the papers in it, before anything is said of whose they are."""
NO_FILES: Files = MappingProxyType({})


class _Read(NamedTuple):
    """The papers of a file that was read now, and whether they would be the same another time."""

    papers: tuple[Paper, ...]
    lasting: bool


class _Sent(NamedTuple):
    """The same on its way from another process: packed in a twelfth of the time that pickling takes."""

    papers: bytes
    lasting: bool


class UnknownPerson(WrongUse):
    """A person that no paper of the folder tells of; the message names those there are."""


def papers(folder: str | Path, wanted: Check | None = None) -> tuple[Paper, ...]:
    """Read every document of a folder, or one file, and say what it means; a file may hold several papers.

    Raises FileNotFoundError where there is nothing at the path.
    """
    return _papers(read(folder, wanted))


@swept_seldom()
def read(folder: str | Path, wanted: Check | None = None, known: Files = NO_FILES) -> Files:
    """Read a folder, or one file, as :func:`papers` does; files that are ``known`` already are not read again.

    The folder's ``consistency.toml`` may set limits; raises :class:`~consistency.config.WrongConfiguration` for one
    that cannot be followed.
    """
    root, paths = _documents(Path(folder))
    wanted = _limited(wanted or Check(), load(Path(folder)))
    found = dict(known)
    kept = Readings(root, wanted.reading) if wanted.cache else None
    if kept is not None:
        found |= kept.known(path for path in paths if path not in known)
    with closing(_each(root, [path for path in paths if path not in found], wanted)) as files:
        for path, one in files:
            found[path] = one.papers
            if kept is not None and one.lasting:
                kept.keep(path, one.papers)
    if kept is not None:
        kept.close()
    told = {path: found[path] for path in paths} | dict(_links(Path(folder)))
    return dict(sorted(told.items()))


def _links(folder: Path) -> Files:
    """Keep the places of links that lead out of a folder: they are not followed, and are told as unread."""
    paths = () if folder.is_file() else links_out(folder)
    return {path: (extract(failed(path, b"", problems.leads_out(path))),) for path in paths}


def _limited(wanted: Check, told: Configuration) -> Check:
    """Give what is wanted with the limits of a file that the configuration sets."""
    limits = replace(wanted.reading.limits, **told.limits)
    return replace(wanted, reading=replace(wanted.reading, limits=limits))


def _each(root: Path, paths: Sequence[str], wanted: Check) -> Generator[tuple[str, _Read], None, None]:
    """Read files one after the other or side by side, and show each as it is done.

    Side by side the largest are begun first, so that no process is left alone with one at the end. This process only
    waits then and leaves no circles behind: looking for them, it would copy what the others share with it.
    """
    show = wanted.progress or _silent
    each_file = partial(_sent if wanted.jobs else _read, root, wanted.reading)
    in_place = partial(_lost, root, wanted.reading)
    if wanted.jobs > 1:
        paths = sorted(paths, key=partial(size, root), reverse=True)
    bounds = Bounds(float(wanted.reading.limits.seconds), wanted.reading.limits.memory)
    files = each(each_file, paths, jobs=wanted.jobs, bounds=bounds, lost=in_place)
    if wanted.jobs and paths:
        load_readers(paths)  # the processes begin as copies of this one: what is loaded now is loaded once
        prepare()
    with closing(files), unswept() if wanted.jobs else nullcontext():
        for count, (path, one) in enumerate(files, 1):
            yield path, one if isinstance(one, _Read) else _Read(unpack(one.papers, path), one.lasting)
            show(path, count, len(paths))
    show("", len(paths) + 1, len(paths))


def _papers(files: Files) -> tuple[Paper, ...]:
    return tuple(paper for held in files.values() for paper in held)


def _silent(_path: str, _index: int, _total: int) -> None:
    """Show nothing."""


def _read(root: Path, options: Options, path: str) -> _Read:
    """Read a file, and say what each paper in it means."""
    begun = perf_counter()
    held = (part for document in read_all(root, path, options) for part in papers_in(document))
    found = tuple(extract(document) for document in held)
    return _Read(found, lasting(found, perf_counter() - begun))


def _sent(root: Path, options: Options, path: str) -> _Read | _Sent:
    """Read a file in another process than the one that wants it, and pack what it says, where it is text."""
    one = _read(root, options, path)
    try:
        return _Sent(pack(path, one.papers, False), one.lasting)
    except UnicodeEncodeError:
        return one


def _lost(root: Path, options: Options, path: str, reason: Lost) -> _Read:
    """Keep the place of a document whose reading was not finished."""
    return _Read((extract(lost(root, path, options, str(reason))),), False)


def _documents(path: Path) -> tuple[Path, Sequence[str]]:
    if not path.exists():
        raise FileNotFoundError(f"there is no file or folder at {path}")
    return (path.parent, (path.name,)) if path.is_file() else (path, list_documents(path))


def build_case(folder: str | Path, wanted: Check | None = None) -> Case:
    """Read a folder and say who said what when; its ``consistency.toml`` is followed, what is wanted goes before it.

    Raises :class:`~consistency.config.WrongConfiguration` for one that cannot be followed.
    """
    return _case(Path(folder), papers(folder, wanted), wanted or Check(), load(Path(folder)))


def _case(folder: Path, found: tuple[Paper, ...], wanted: Check, told: Configuration) -> Case:
    choices = Choices(
        draft=wanted.draft or told.draft,
        as_of=wanted.as_of or told.as_of,
        dates=told.dates,
        taught=told.taught,
    )
    return assemble(str(folder), found, choices)


@swept_seldom()
def check(folder: str | Path, wanted: Check | None = None, held: Files | None = None) -> Report:
    """Check a folder of past applications and a draft, and report every mismatch.

    ``held`` is what :func:`read` has given of it, where that was done already.

    Raises FileNotFoundError for a path with nothing there,
    :class:`~consistency.config.WrongConfiguration` for a ``consistency.toml`` that cannot be followed,
    :class:`~consistency.case.applications.NoSuchDraft` for a draft that holds no paper,
    :class:`~consistency.comparator.engine.UnknownRule` for a rule that does not exist, and
    :class:`~consistency.comparator.baseline.WrongBaseline` for an earlier report that is none.
    """
    wanted = wanted or Check()
    told = load(Path(folder))
    before = baseline.read(wanted.baseline) if wanted.baseline else None
    held = read(folder, wanted) if held is None else held
    with unswept():
        case = _case(Path(folder), _papers(held), wanted, told)
        _refuse_stranger(case, wanted.person)
        found = run(case, _settings(wanted.settings, told))
    findings, notes = waived(found, told.waivers, case.as_of)
    findings = placed(case, findings)
    if wanted.settings.rules or wanted.person is not None:
        notes = ()  # what was not looked for is not "no longer found"
    every = findings
    if wanted.person is not None:
        findings = tuple(f for f in findings if f.person in {wanted.person, None})
    findings, changes = baseline.compared(findings, before) if before is not None else (findings, None)
    fail_on = wanted.fail_on or told.fail_on or Severity.MAJOR
    if notes:  # else the case stays the one of which much is known by now, for whoever tells of it
        case = replace(case, notes=case.notes + notes)
    clocks = tuple(c for c in all_clocks(case) if wanted.person in {c.person, None})
    shown = {finding.id for finding in findings}
    untold = tuple(finding for finding in every if finding.id not in shown)
    judged = verdict(findings, case.papers, fail_on)
    return Report(case, findings, judged, fail_on, changes, clocks, untold)


def _refuse_stranger(case: Case, person: str | None) -> None:
    if person is not None and person not in {p.id for p in case.people}:
        known = ", ".join(f"{p.id} ({p.name})" for p in case.people)
        raise UnknownPerson(f"there is no person {person!r} in this folder; there are: {known}")


def decided(report: Report, before: Configuration, now: Configuration) -> Report:
    """Judge a report's findings by the decisions that stand now, where those before have been taken into it.

    Nothing is read again: where anything else of the configuration is otherwise, :func:`check` is to be run.
    """
    open_ones = reopened(report.findings)
    _, old = waived(open_ones, before.waivers, report.case.as_of)
    findings, notes = waived(open_ones, now.waivers, report.case.as_of)
    case = replace(report.case, notes=tuple(note for note in report.case.notes if note not in old) + notes)
    return replace(
        report, case=case, findings=findings, verdict=verdict(findings, case.papers, report.fail_on)
    )


def _settings(wanted: Settings, told: Configuration) -> Settings:
    """Join the configuration's settings of the rules with those that are wanted, which go before it."""
    return replace(
        wanted,
        off=(wanted.off | told.off) - set(wanted.rules),
        levels={**told.levels, **wanted.levels},
        options={**told.options, **wanted.options},
        ocr_threshold=told.ocr_threshold if told.ocr_threshold is not None else wanted.ocr_threshold,
    )


def verdict(
    findings: Iterable[Finding], papers: Iterable[Paper], fail_on: Severity
) -> Literal["pass", "findings", "incomplete"]:
    """Judge a check: open findings at the level fail it; else something unread makes it incomplete."""
    weighty = [f for f in findings if f.status == "open" and f.severity >= fail_on]
    if any(f.rule not in UNREAD_RULES for f in weighty):
        return "findings"
    unread = any(p.document.read == "failed" or _pages_left_out(p) for p in papers)
    return "incomplete" if unread or weighty else "pass"


def _pages_left_out(paper: Paper) -> bool:
    return paper.document.read == "partial" and any(
        problem.code in {"no-text", "page-unreadable", "over-limit"} for problem in paper.document.problems
    )
