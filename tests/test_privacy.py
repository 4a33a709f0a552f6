"""Nothing leaves the machine, nothing is told but in the report, and what is saved is saved whole, for its owner."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from fixtures.barcodes import scanned

from consistency import pipeline
from consistency.cli import main
from consistency.reports import formats
from tests.readers.making import form, letter

SAMPLE = Path(__file__).parents[1] / "fixtures" / "sample"
WATCHED = """
import os, sys

def watch(event, told):
    if event == "socket.bind" and told[1] == ("::1", 0):
        return  # urllib3 asks so, as it is loaded, whether the system knows IPv6; it never listens there
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        os.write(2, f"REACHED OUT: {event} {told}".encode())
        os._exit(97)

sys.addaudithook(watch)
"""
EVERY_FORMAT = """
from consistency.pipeline import Check, check
from consistency.reports import formats, render
report = check(sys.argv[1], Check(jobs=2))
print(*(f"{form}={len(render(form, report))}" for form in formats()))
"""
EVERY_COMMAND = """
from consistency.cli import main
for command in ("letter", "plan", "facts"):
    main([command, sys.argv[1]], standalone_mode=False)
"""
COMMAND = "from consistency.cli import main\nmain()"
SECRET = "Zyxwvutski"


def watched(
    code: str, *arguments: object, home: Path, around: Mapping[str, str] = os.environ
) -> subprocess.CompletedProcess[str]:
    """Run code in a process that ends with 97 as soon as it, or one that it begins, reaches for a network."""
    return subprocess.run(
        [sys.executable, "-c", WATCHED + code, *map(str, arguments)],
        capture_output=True, text=True, check=False, timeout=120,
        env={**around, "TMPDIR": str(home), "HOME": str(home)},
    )  # fmt: skip


@pytest.fixture
def past(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE / "2022 visitor visa", tmp_path / "case" / "2022 visitor visa")).parent


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def test_the_watch_sees_who_reaches_out(home: Path) -> None:
    assert watched("import socket\nsocket.create_connection(('127.0.0.1', 9))", home=home).returncode == 97


def test_no_report_reaches_for_the_network_or_leaves_anything(home: Path) -> None:
    done = watched(EVERY_FORMAT, SAMPLE, home=home)
    assert done.returncode == 0, done.stderr
    assert [told.split("=")[0] for told in done.stdout.split()] == list(formats())
    assert not list(home.iterdir()) and not done.stderr


def test_no_command_reaches_for_the_network_or_leaves_anything(past: Path, home: Path) -> None:
    done = watched(EVERY_COMMAND, past, home=home)
    assert done.returncode == 0 and done.stdout, done.stderr
    assert not list(home.iterdir()) and not done.stderr


def test_the_library_that_recognises_tells_its_maker_nothing(past: Path, home: Path) -> None:
    """It is no Python that would, so no watch sees it; what it keeps for that in the user's folder is seen.

    It keeps quiet by itself where tests are run, so the process knows of nothing that says so; nor of tesseract.
    """
    (past / "scan.pdf").write_bytes(
        scanned(letter("To whom it may concern", f"{SECRET} worked here."), dots=200)
    )
    around = {name: os.environ[name] for name in ("PYTHONPATH", "CONSISTENCY_CACHE") if name in os.environ}
    done = watched(COMMAND, "check", past, "--format", "json", home=home, around={**around, "PATH": ""})
    read = {one["path"]: one["method"] for one in json.loads(done.stdout)["documents"]}
    assert read["scan.pdf"] == "ocr" and not done.stderr
    assert not list(home.rglob("*"))


def test_damaged_files_tell_nothing_but_in_the_report(past: Path, home: Path) -> None:
    whole = letter(f"I, {SECRET}, worked at {SECRET} Ltd", pages=3)
    data = f"<form1><FamilyName>{SECRET}&<</FamilyName>".encode()
    (past / "cut.pdf").write_bytes(whole[: len(whole) // 2])
    (past / "no end.pdf").write_bytes(whole.replace(b"endobj", b"endob"))
    (past / "form.pdf").write_bytes(form({"datasets": data}, password=None))
    (past / "no.docx").write_bytes(b"PK\3\4" + SECRET.encode() * 50)
    done = watched(COMMAND, "check", past, "--format", "json", home=home)
    assert done.returncode in (1, 3), done.stderr
    assert done.stdout.count('"cut.pdf"') and not done.stderr
    assert not list(home.iterdir())


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_reports_are_for_their_owner_alone(past: Path, tmp_path: Path) -> None:
    output = tmp_path / "report.txt"
    output.write_text("old", encoding="utf-8")
    output.chmod(0o644)
    assert run("facts", past, "--output", output).exit_code == 0
    assert stat.S_IMODE(output.stat().st_mode) == 0o600


def test_a_full_disk_leaves_the_old_report(
    past: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out" / "report.txt"
    output.parent.mkdir()
    output.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    result = run("facts", past, "--output", output)
    assert result.exit_code == 2 and "No space left" in result.stderr
    assert output.read_text(encoding="utf-8") == "old" and list(output.parent.iterdir()) == [output]


def _interrupted(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_ctrl_c_ends_with_130_and_nothing_half_written(
    past: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out" / "report.txt"
    output.parent.mkdir()
    for owner, stage in ((os, "fsync"), (pipeline, "assemble"), (pipeline, "each")):
        with monkeypatch.context() as patched:
            patched.setattr(owner, stage, _interrupted)
            result = run("check", past, "--output", output)
        assert (result.exit_code, list(output.parent.iterdir())) == (130, [])
        assert result.stderr.strip() == "Interrupted."


def test_what_is_no_file_is_written_to_as_it_is(past: Path) -> None:
    assert run("facts", past, "--output", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()
