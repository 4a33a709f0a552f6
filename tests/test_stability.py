"""Findings keep their ids whatever the files are called and wherever they lie."""

import hashlib
import shutil
from pathlib import Path

import pytest

from consistency.model import Report
from consistency.pipeline import check
from tests.bundled import READING, SAMPLE
from tests.shared import CASES, uses_shared

ROOT = Path(__file__).parents[1]


def ids(report: Report) -> set[str]:
    return {finding.id for finding in report.findings}


def flattened(case: Path, target: Path) -> Path:
    """Copy a case into one folder, under names that tell nothing."""
    target.mkdir()
    for path in case.rglob("*"):
        if path.is_file():
            name = hashlib.sha256(str(path.relative_to(case)).encode()).hexdigest()[:10]
            shutil.copyfile(path, target / f"{name}{path.suffix}")
    return target


def test_names_and_folders_change_nothing(tmp_path: Path) -> None:
    case = SAMPLE
    assert ids(check(case, READING)) == ids(check(flattened(case, tmp_path / "flat"), READING)) != set()


def test_a_parent_folder_changes_nothing(tmp_path: Path) -> None:
    case = SAMPLE
    shutil.copytree(case, tmp_path / "client" / "file 17")
    assert ids(check(case, READING)) == ids(check(tmp_path, READING))


@uses_shared
@pytest.mark.parametrize("name", ["dev03", "dev06", "dev14"])
def test_names_and_folders_change_nothing_in_a_whole_case(name: str, tmp_path: Path) -> None:
    case = CASES / name
    assert ids(check(case, READING)) == ids(check(flattened(case, tmp_path / "flat"), READING)) != set()
