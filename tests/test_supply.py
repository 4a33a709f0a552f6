"""What the program is made of: locked to the byte, under licences that go together, and packed whole."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from docs import licences
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / ".ci").glob("*.lock"))
PINNED = re.compile(r"^([\w.-]+)==([\w.+-]+)", re.MULTILINE)
LINE = re.compile(r"[a-z0-9-]+==[\w.]+( ; [\w'. <>=!]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def wanted(name: str) -> list[Requirement]:
    """Give what a lock was made for."""
    told = pyproject()
    groups, extras = told["dependency-groups"], told["project"]["optional-dependencies"]
    base = told["project"]["dependencies"]
    lines = {
        "build": groups["build"],
        "program": [*base, *extras["ocr"], *extras["cluster"]],
        "development": [*base, *chain(*extras.values(), *groups.values())],
    }[name]  # fmt: skip
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_all_that_is_asked_for_is_locked_in_a_version_that_does(lock: Path) -> None:
    pinned = PINNED.findall(lock.read_text(encoding="utf-8"))
    for one in wanted(lock.stem):
        versions = [version for name, version in pinned if name == canonicalize_name(one.name)]
        assert versions, f"{one.name} is not locked; run: make lock"
        assert all(version in one.specifier for version in versions), (
            f"{one} is locked otherwise; run: make lock"
        )


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_a_lock_holds_versions_and_digests_and_names_no_place(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if not LINE.fullmatch(line)] == []
    assert all("--hash" in part for part in re.split(PINNED, text)[3::3])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_what_runs_is_what_is_tested(lock: Path) -> None:
    own, tested = versions(lock), versions(ROOT / ".ci" / "development.lock")
    assert own and {name: tested.get(name) for name in own} == own


def versions(lock: Path) -> dict[str, set[str]]:
    """Give the versions of each package of a lock: of some there is one for each of several Pythons."""
    found: dict[str, set[str]] = {}
    for name, version in PINNED.findall(lock.read_text(encoding="utf-8")):
        found.setdefault(name, set()).add(version)
    return found


def test_the_page_of_licences_is_current() -> None:
    assert licences.PAGE.read_text(encoding="utf-8") == licences.page(), "run: make licences"


def test_every_licence_goes_together_with_the_programs_own() -> None:
    told = licences.rows(licences.PAGE.read_text(encoding="utf-8"))
    names = licences.locked("development") | licences.locked("build") | licences.locked("program")
    assert names <= set(told)
    assert {name: told[name] for name in names if not licences.goes_together(told[name])} == {}


@pytest.mark.parametrize(
    ("expression", "does"),
    [
        ("MIT", True),
        ("BSD-3-Clause AND LGPL-3.0", True),
        ("GPL-2.0 OR MIT", True),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0", False),
        ("My own terms", False),
        ("", False),
    ],
)
def test_what_is_not_known_to_go_together_does_not(expression: str, does: bool) -> None:
    assert licences.goes_together(expression) is does


def test_a_package_that_is_nowhere_known_is_named() -> None:
    with pytest.raises(metadata.PackageNotFoundError, match="no-such-package"):
        licences.licence("no-such-package", {})


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_program_and_its_sample_and_nothing_else(wheel: Path) -> None:
    package, sample = ROOT / "src" / "consistency", ROOT / "fixtures" / "sample"
    due = {f"consistency/{path.relative_to(package).as_posix()}" for path in _files(package)}
    due |= {f"consistency/sample/case/{path.relative_to(sample).as_posix()}" for path in _files(sample)}
    with zipfile.ZipFile(wheel) as packed:
        held = set(packed.namelist())
    about = {name for name in held if ".dist-info/" in name}
    assert held - about == due
    assert {name.partition("/")[2] for name in about} == {
        "METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE",
    }  # fmt: skip


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def test_the_wheel_works_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    code = "import consistency; print(consistency.__file__); from consistency.cli import main; main(['demo'])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed"), "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0 and "0 of 11 documents not read" in done.stdout, done.stderr
    assert done.stdout.startswith(str(tmp_path / "installed"))
