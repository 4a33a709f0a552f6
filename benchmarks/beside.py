"""A good case with bad files beside it, in a folder that holds nothing of the draft: its findings are to be the same.

Whatever is found in the case by itself is to be found with all of them, in the same words, at the same places, of the
same weight; and nothing else about the case's own papers. People, draft and day stay as they are.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from consistency.model import Finding, Report
from consistency.pipeline import UNREAD_RULES, Check, check
from consistency.readers.files import Options

BESIDE = "zz beside"
"""The folder of the bad files in the case's."""


class Beside(NamedTuple):
    """What became of a case."""

    alone: Report
    whole: Report
    seconds: float
    """Of the check with all files."""


def checked(good: Path, bad: Path, names: Sequence[str], options: Options) -> Beside:
    """Check a case by itself, and with files of another folder."""
    asked = Check(reading=options, jobs=2)
    with tempfile.TemporaryDirectory() as place:
        whole = Path(shutil.copytree(good, Path(place, good.name)))
        alone = check(whole, asked)
        for name in names:
            target = whole / BESIDE / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(bad / name, target)
        begun = time.perf_counter()
        return Beside(alone, check(whole, asked), time.perf_counter() - begun)


def otherwise(found: Beside) -> Iterator[str]:
    """Say what of the case's own is otherwise with all files."""
    for what, before, after in zip(
        ("people", "draft", "day"), _frame(found.alone), _frame(found.whole), strict=True
    ):
        if before != after:
            yield f"{what}: {before} before, {after} after"
    before, after = ({one.id: one for one in report.findings} for report in (found.alone, found.whole))
    for name, one in before.items():
        if _is_own(one) and name not in after:
            yield f"lost: {one.rule}: {one.detail}"
        elif _is_own(one) and one.rule not in UNREAD_RULES and _told(one) != _told(after[name]):
            yield f"changed: {one.rule}: {one.detail} is now {after[name].detail}"
    for name, one in after.items():
        if _is_own(one) and name not in before:
            yield f"new: {one.rule}: {one.detail}"


def told(found: Beside, names: Sequence[str]) -> Iterator[str]:
    """Tell it in lines, with what was found about the bad files by rule."""
    listed = {paper.path.partition("#")[0] for paper in found.whole.case.papers}
    missing = [name for name in names if f"{BESIDE}/{name}" not in listed]
    yield f"with {found.whole.case.path}: {len(listed)} files in {found.seconds:.0f} s; not in the report: {missing}"
    wrong = list(otherwise(found))
    yield f"its findings: {len(found.alone.findings)}, otherwise {len(wrong)}"
    yield from (f"    {line}"[:300] for line in wrong)
    about = [one for one in found.whole.findings if not _is_own(one)]
    by_rule = {rule: sum(one.rule == rule for one in about) for rule in sorted({one.rule for one in about})}
    yield f"about the others {len(about)}: {by_rule}"


def _is_own(finding: Finding) -> bool:
    """Say whether a finding cites the case's own papers alone."""
    return not any(side.evidence.document.startswith(BESIDE) for side in finding.evidence)


def _told(finding: Finding) -> tuple[object, ...]:
    return finding.severity, finding.status, finding.person, finding.title, finding.detail, finding.evidence


def _frame(report: Report) -> tuple[object, ...]:
    case = report.case
    own = {p.person for p in case.papers if not p.path.startswith(BESIDE)}
    people = [(one.id, one.name, one.role) for one in case.people if one.id in own]
    return people, case.draft.documents if case.draft else None, case.as_of
