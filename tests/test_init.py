"""``consistency init``: what it writes changes nothing, guards the papers, and never takes the place of a file."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from consistency.cli import main
from consistency.comparator.waivers import Waiver
from consistency.config import Configuration, load
from consistency.config.acknowledging import acknowledge
from consistency.config.beginning import settings
from consistency.model import Acknowledgement
from consistency.readers.folder import list_documents
from tests.bundled import SAMPLE
from tests.comparator.examples import case_of


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("init") / "case"
    shutil.copytree(SAMPLE / "2022 visitor visa", folder / "2022 visitor visa")
    assert run("init", folder, "--no-ocr").exit_code == 0
    return folder


@pytest.fixture
def begun(written: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(written, tmp_path / "case"))


def test_it_says_what_it_wrote_and_changes_nothing(begun: Path) -> None:
    assert load(begun) == Configuration()
    assert list_documents(begun) == ("2022 visitor visa/IMM5257E.pdf", "2022 visitor visa/Refusal letter.pdf")
    assert '# past: "2022 visitor visa" (dated 2022-05-04, refused, 2 documents)' in toml(begun)


def test_files_that_are_there_are_left_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "consistency.toml").write_text('fail_on = "minor"\n', encoding="utf-8")
    result = run("init", tmp_path)
    assert result.exit_code == 0
    assert "consistency.toml is there already" in result.stdout and ".gitignore is written" in result.stdout
    assert toml(tmp_path) == 'fail_on = "minor"\n'


def test_every_setting_that_it_names_exists(begun: Path) -> None:
    lines = toml(begun).splitlines()
    filled = [re.sub(r"^# (?=(?:\"[^\"]+\"|\w+) = |\[\[)", "", line) for line in lines]
    (begun / "consistency.toml").write_text("\n".join(filled), encoding="utf-8")
    told = load(begun)
    assert told.draft and told.as_of and told.fail_on and told.ocr_threshold and told.dates and told.off
    assert told.levels and told.taught.employers and told.taught.people and told.waivers


def test_an_acknowledgement_joins_it(begun: Path) -> None:
    before = toml(begun)
    acknowledge(begun, Waiver("work-dates-0123456789", Acknowledgement("It is explained.")))
    assert toml(begun).startswith(before) and len(load(begun).waivers) == 1


def test_names_of_folders_cannot_write_settings() -> None:
    case = case_of("draft/imm1295.pdf as of 2026-03-01: family_name=SAMPLE")
    nasty = case.applications[0].__class__(
        "a1", "draft", None, None, ('x"\nfail_on = "minor"\n[rules]\n"work/title" = "off"\n/a.pdf',)
    )
    text = settings(case.__class__("x", case.as_of, (), (nasty,), case.papers))
    assert [line for line in text.splitlines() if line and not line.startswith(("#", "["))] == []


def test_git_sees_the_settings_only(begun: Path) -> None:
    subprocess.run(["git", "init", "--quiet", begun], check=True)
    seen = subprocess.run(
        ["git", "-C", begun, "ls-files", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert seen.stdout.split() == [".gitignore", "consistency.toml"]


def test_a_folder_that_is_not_there_is_wrong_use() -> None:
    assert run("init", "no such folder").exit_code == 2


def toml(folder: Path) -> str:
    return (folder / "consistency.toml").read_text(encoding="utf-8")
