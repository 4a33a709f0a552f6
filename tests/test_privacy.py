"""Nothing leaves the machine, nothing is told but in the report, and what is saved is saved whole, for its owner."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner, Result
from fixtures.barcodes import scanned

from consistency import pipeline
from consistency.cli import main
from consistency.extractors.extract import extract
from consistency.model import Document, Paper
from consistency.reports import formats
from tests.readers.making import form, letter
from tests.readers.scanning import saved, slip

SAMPLE = Path(__file__).parents[1] / "fixtures" / "sample"
WATCHED = """
import os, sys

def watch(event, told):
    if event == "socket.bind" and told[1] == ("::1", 0):
        return  # urllib3 asks so, as it is loaded, whether the system knows IPv6; it never listens there
    if event in {"socket.connect", "socket.bind"} and str(told[1]).startswith(os.environ["TMPDIR"]):
        return  # by a file: so begin the processes of a program whose libraries have threads
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        here = os.environ.get("MAY_SERVE")
        if (event, told[-1]) != ("socket.bind", (here, 0)) and (event, told[0]) != ("socket.getaddrinfo", here):
            os.write(2, f"REACHED OUT: {event} {told}".encode())
            os._exit(97)
    if event == "subprocess.Popen" and "BEGUN" in os.environ:
        with open(os.environ["BEGUN"], "a") as file:
            print(*told[1], file=file)

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
folder, root, output = sys.argv[1:]
for words in (
    ["init", folder],
    *(["check", folder, "--redact", "--format", form] for form in ("terminal", "json", "html")),
    ["facts", folder, "--redact"],
    ["letter", folder, "--output", output + "/papers"],
    ["plan", folder],
    ["plan", folder, "--redact"],
    ["selfcheck", folder, "--support-bundle", output + "/support.zip"],
    ["batch", root, "--output", output + "/batch", "--redact"],
    ["acknowledge", "work-dates-0123456789", folder, "--reason", "So."],
    ["demo", "--redact"],
    ["rules"],
    ["explain", "work/dates"],
    ["cache"],
    ["cache", "clear"],
):
    try:
        main(words, standalone_mode=False)
    except SystemExit as end:
        assert end.code in (0, 1, 3), (words, end.code)
"""
COMMAND = "from consistency.cli import main\nmain()"
REVIEW = """
import signal, threading
from consistency.cli import main
from consistency.review.serving import Served
signal.signal(signal.SIGINT, signal.default_int_handler)  # tests that run in the background ignore it
serving = Served.run

def run(self):
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
    serving(self)

Served.run = run
main()
"""
SECRET = "Zyxwvutski"


def watched(
    code: str, *arguments: object, home: Path, around: Mapping[str, str] = os.environ, **named: str
) -> subprocess.CompletedProcess[str]:
    """Run code in a process that ends with 97 as soon as it, or one that it begins, reaches for a network."""
    return subprocess.run(
        [sys.executable, "-c", WATCHED + code, *map(str, arguments)],
        capture_output=True, text=True, check=False, timeout=120,
        env={**around, "TMPDIR": str(home), "HOME": str(home), **named},
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


def test_no_command_reaches_for_the_network_or_leaves_anything(
    past: Path, home: Path, tmp_path: Path
) -> None:
    done = watched(EVERY_COMMAND, past, past.parent, tmp_path / "out", home=home)
    assert done.returncode == 0 and done.stdout, done.stderr
    assert not list(home.iterdir()) and not done.stderr
    assert len(list((tmp_path / "out").rglob("*.*"))) > 8


def test_every_command_is_watched() -> None:
    told = EVERY_COMMAND + "".join(f'["{name}"' for name in ("review",))
    assert [name for name in main.list_commands(Context(main)) if f'["{name}"' not in told] == []


def test_the_review_serves_on_this_machine_and_reaches_for_nothing(past: Path, home: Path) -> None:
    done = watched(REVIEW, "review", past, "--no-ocr", home=home, MAY_SERVE="127.0.0.1")
    assert (done.returncode, done.stderr) == (0, "") and "http://127.0.0.1:" in done.stdout
    assert watched(REVIEW, "review", past, "--no-ocr", home=home).returncode == 97


@pytest.mark.parametrize(
    "beside", ["", "import sys\nsys.modules['tesserocr'] = None\n"], ids=["within", "beside"]
)
def test_recognition_reaches_for_nothing_and_tells_nobody_what_it_reads(
    beside: str, tmp_path: Path, home: Path
) -> None:
    """Other programs are begun without a word of a paper, or its name, among their arguments."""
    begun = tmp_path / "begun.txt"
    folder = tmp_path / SECRET
    folder.mkdir()
    (folder / f"{SECRET}.pdf").write_bytes(
        saved(slip(f"I, {SECRET}, worked as a cook", "in Agadir until May 2022"))
    )
    done = watched(beside + COMMAND, "facts", folder, "--format", "json", home=home, BEGUN=str(begun))
    assert done.returncode == 0 and SECRET[:5] in done.stdout and not done.stderr
    arguments = begun.read_text(encoding="utf-8")
    assert "tesseract" in arguments and SECRET.lower() not in arguments.lower()
    assert ("tsv" in arguments) is bool(beside)
    assert not list(home.iterdir())


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


def test_a_fault_of_the_program_tells_where_it_lies_and_no_word_of_a_paper(
    past: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise KeyError(SECRET)

    monkeypatch.setattr(pipeline, "assemble", failing)
    result = run("check", past, "--no-ocr")
    assert (result.exit_code, result.stdout) == (70, "")
    assert "KeyError" in result.stderr and "pipeline.py" in result.stderr and SECRET not in result.stderr


def test_a_fault_of_the_program_on_a_paper_is_a_finding_without_a_word_of_it(
    past: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(document: Document) -> Paper:
        if document.read == "full":
            raise KeyError(SECRET)
        return extract(document)

    monkeypatch.setattr(pipeline, "extract", failing)
    result = run("check", past, "--no-ocr", "--format", "json")
    assert result.exit_code == 3 and "(KeyError)" in result.stdout and not result.stderr
    assert SECRET not in result.stdout


def test_the_cache_names_nobody(tmp_path: Path, cache_folder: Path) -> None:
    folder = tmp_path / SECRET
    folder.mkdir()
    (folder / f"{SECRET}.pdf").write_bytes(letter(f"I, {SECRET}, worked as a cook."))
    passwords = tmp_path / "passwords.txt"
    passwords.write_text(SECRET, encoding="utf-8")
    assert run("facts", folder, "--no-ocr", "--password-file", passwords).exit_code == 0
    kept = sorted(path.name for path in (cache_folder / "readings").iterdir())
    assert kept.pop() == "version" and len(kept) == 1 and re.fullmatch(r"[0-9a-f]{64}", kept[0])


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
