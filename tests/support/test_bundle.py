"""A support bundle tells of versions and shapes: whatever is anybody's is looked for in it, and is not there."""

import getpass
import io
import json
import platform
import re
import shutil
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner, Result

from consistency import pipeline
from consistency.cli import main
from consistency.comparator.engine import all_rules
from consistency.model import Case
from consistency.pipeline import build_case
from consistency.readers import files
from consistency.support import shapes
from consistency.support.bundle import bundle
from consistency.support.installation import PARTS, Part
from tests.bundled import READING, SAMPLE, sample
from tests.redaction.test_redaction import found_in
from tests.shared import case_folders, uses_shared

SECRET = "Zyxwvutski"
SHORT = {"child", "open", "refused", "to", "page", "no"}
"""Words of the case that are the program's own in the bundle: a role, a status, an outcome, of its own sentences."""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("bundled case", "text recognition"):
        monkeypatch.delitem(PARTS, name)


@pytest.fixture
def past(tmp_path: Path) -> Path:
    folder = tmp_path / f"{SECRET} family"
    shutil.copytree(SAMPLE / "2022 visitor visa", folder / "2022 visitor visa")
    return folder


def run(folder: Path, output: Path) -> Result:
    return CliRunner().invoke(main, ["selfcheck", str(folder), "--support-bundle", str(output)])


def unpacked(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name).decode("utf-8") for name in packed.namelist()}


def told(folder: Path) -> str:
    return json.dumps(shapes.shapes(folder).shape, ensure_ascii=False)


def values(value: Any) -> Iterator[str]:
    """Give every text and number in plain values; names of fields are the program's."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for one in value:
            yield from values(one)
    elif isinstance(value, str):
        yield value


def of(case: Case) -> set[str]:
    """Give all that the papers of a case tell, with quotes, their places, and the names of files and folders."""
    found = {part for paper in case.papers for part in Path(paper.path).parts}
    for paper in case.papers:
        found |= set(values(msgspec.to_builtins([paper.facts, paper.records])))
        found |= {paper.document.metadata.get("title", ""), paper.document.sha256}
    return found


def standing(found: set[str], text: str) -> set[str]:
    """Give those that stand in a text as words of their own, in whatever case."""
    words = r"(?<![^\W_]){}(?![^\W_])"
    return {
        one for one in found if one.strip() and re.search(words.format(re.escape(one.lower())), text.lower())
    }


def test_nothing_of_the_bundled_case_is_in_its_bundle(tmp_path: Path) -> None:
    output = tmp_path / "bundle.zip"
    result = run(SAMPLE, output)
    assert result.exit_code == 0, result.output
    held = unpacked(output.read_bytes())
    assert list(held) == ["README.txt", "installation.json", "folder.json"]
    assert stat.S_IMODE(output.stat().st_mode) == 0o600
    told_of = of(sample().case)
    assert len(told_of) > 300 and {"SAMPLE", "CV.docx"} <= told_of
    counted = "".join(text for name, text in held.items() if name != "README.txt")
    assert {one.lower() for one in standing(told_of, counted)} <= SHORT
    text = "".join(held.values())
    own = {str(Path.home()), platform.node(), str(SAMPLE), str(tmp_path), SAMPLE.name, getpass.getuser()}
    assert standing(own, text) == set()
    assert found_in(text, sample().case) == []


def test_the_bundle_tells_what_the_folder_is_like() -> None:
    shape = json.loads(told(SAMPLE))
    assert shape["files"]["count"] == 11 and sum(shape["files"]["bytes"].values()) == 11
    assert shape["documents"]["kind"]["imm1295"] == 2 and shape["documents"]["read"] == {"full": 11}
    assert sum(shape["seconds of reading a file"].values()) == 11
    assert shape["findings"]["work/dates, critical, open"] == 1 and shape["verdict"] == "findings"
    assert {name.split(", ")[0] for name in shape["findings"]} <= set(all_rules())


@uses_shared
def test_nothing_of_another_case_is_in_its_bundle() -> None:
    folder = case_folders()[0]
    shape = shapes.shapes(folder, READING.reading).shape
    assert found_in(json.dumps(shape, ensure_ascii=False), build_case(folder, READING)) == []


def test_two_bundles_of_one_folder_are_the_same_but_for_the_time_that_it_took(past: Path) -> None:
    first, second = (json.loads(told(past)) for _ in range(2))
    for shape in (first, second):
        shape["seconds of comparing"] = shape["seconds of reading a file"] = None
    assert first == second
    part = [Part("a", "ok", SECRET)]
    assert bundle(part, first) == bundle(part, second) and SECRET not in "".join(
        unpacked(bundle(part, None)).values()
    )


def test_an_error_is_told_by_its_lines_and_not_by_its_words(
    past: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ValueError(f'File "{past}/{SECRET}.py", line 3: {SECRET} was born on 1990-05-17')

    monkeypatch.setattr(pipeline, "assemble", fails)
    output = tmp_path / "bundle.zip"
    result = run(past, output)
    assert result.exit_code == 1 and "was ended by an error: ValueError at" in result.stdout
    text = "".join(unpacked(output.read_bytes()).values())
    assert SECRET not in text and "1990" not in text and str(tmp_path) not in text
    ended = json.loads(unpacked(output.read_bytes())["folder.json"])["ended by an error"]["comparing"]
    assert re.fullmatch(r"ValueError at (\S+:\d+ > )*pipeline:\d+", ended)


def test_an_error_in_a_process_that_reads_is_told_by_its_lines_there(
    past: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise KeyError(SECRET)

    monkeypatch.setattr(pipeline, "extract", fails)
    shape, failed = shapes.shapes(past)
    assert re.fullmatch(r"KeyError at .*pipeline:\d+", failed) and "workers" in failed
    assert shape["ended by an error"] == {"reading": failed} and SECRET not in json.dumps(shape)


def test_a_reader_that_fails_on_a_file_is_told_by_its_lines(
    past: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(files, "_completed", fails)
    shape = json.loads(told(past))
    [fault] = shape["documents"]["faults"]
    assert re.fullmatch(r"RuntimeError at .*readers\.files:\d+", fault)
    assert shape["documents"]["problems"] == {"damaged": 2} and shape["documents"]["faults"][fault] == 2
    assert SECRET not in json.dumps(shape)


def test_one_file_is_told_of_as_a_folder_is(past: Path) -> None:
    shape = json.loads(told(past / "2022 visitor visa" / "IMM5257E.pdf"))
    assert shape["files"]["count"] == 1 and shape["documents"]["kind"] == {"imm5257": 1}


@pytest.mark.parametrize(
    ("value", "range_"),
    [
        (0.5, "under 1"),
        (1, "1 and more, under 1,000"),
        (999, "1 and more, under 1,000"),
        (1000, "from 1,000"),
    ],
)
def test_a_range_holds_its_lower_edge(value: float, range_: str) -> None:
    assert shapes.ranged(value, (1, 1000)) == range_


def test_what_cannot_be_done_is_one_sentence(past: Path, tmp_path: Path) -> None:
    alone = CliRunner().invoke(main, ["selfcheck", str(past)])
    assert alone.exit_code == 2 and "add --support-bundle FILE.zip" in alone.stderr
    inside = run(past, past / "bundle.zip")
    assert inside.exit_code == 2 and "name a file elsewhere" in inside.stderr
    nowhere = run(tmp_path / "no such folder", tmp_path / "bundle.zip")
    assert nowhere.exit_code == 2 and "there is no file or folder" in nowhere.stderr
    (past / "consistency.toml").write_text("colour = 1", encoding="utf-8")
    wrong = run(past, tmp_path / "bundle.zip")
    assert wrong.exit_code == 2 and "colour" in wrong.stderr
    assert not (tmp_path / "bundle.zip").exists()
