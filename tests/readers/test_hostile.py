"""The corpus of odd, broken and hostile files, and the invented applicants, where they lie beside the project."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from consistency.model import Document
from consistency.readers.files import Options, list_documents, read_file
from tests.shared import BLANKS, HOSTILE, case_folders, uses_shared

pytestmark = uses_shared

SECONDS = 20


def index() -> list[dict[str, Any]]:
    path = HOSTILE / "index.json"
    return json.loads(path.read_text()) if path.exists() else []


def quickly(root: Path, path: str, *passwords: str) -> Document:
    start = time.process_time()
    document = read_file(root, path, Options(passwords=passwords, ocr=False))
    assert time.process_time() - start < SECONDS
    assert document.read == "full" or document.problems, "what was not read must be said"
    return document


ENTRIES = index()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["file"])
def test_every_hostile_file_comes_back(entry: dict[str, Any]) -> None:
    document = quickly(HOSTILE, entry["file"])
    match entry.get("consensus"):
        case "unreadable":
            assert document.read in ("failed", "partial") or document.lines
        case "no-text":
            assert not document.lines or document.method == "acroform"


@pytest.mark.parametrize("entry", [e for e in ENTRIES if "password" in e], ids=lambda e: e["file"])
def test_passwords_open_what_they_fit(entry: dict[str, Any]) -> None:
    assert [p.code for p in quickly(HOSTILE, entry["file"]).problems] == ["password"]
    document = quickly(HOSTILE, entry["file"], entry["password"])
    opened = not entry["file"].endswith(".docx")
    assert ("password" not in [p.code for p in document.problems]) is opened


def test_text_is_found_where_other_engines_find_it() -> None:
    entries = [e for e in ENTRIES if e.get("consensus") == "text"]
    found = sum(bool(read_file(HOSTILE, e["file"], Options(ocr=False)).lines) for e in entries)
    assert found >= 0.96 * len(entries)


def test_what_hostile_files_must_not_do() -> None:
    texts = {
        e["file"]: read_file(HOSTILE, e["file"], Options(ocr=False))
        for e in ENTRIES
        if e["file"].startswith("made_here/")
    }
    assert "root:" not in texts["made_here/xxe_file.docx"].text
    form = texts["made_here/xfa_raw_ampersand.pdf"].form
    assert form is not None and form.datasets is not None
    assert [f.value for f in form.datasets] == ["Smith & Sons", "Ann"]
    refused = (
        "billion_laughs.docx",
        "quadratic_blowup.docx",
        "bomb_document_xml.docx",
        "xfa_billion_laughs.pdf",
    )
    for name in refused:
        assert [p.code for p in texts[f"made_here/{name}"].problems] == ["over-limit"]


@pytest.mark.parametrize("case", case_folders(), ids=lambda p: p.name)
def test_every_paper_of_a_case_is_read(case: Path) -> None:
    for path in list_documents(case):
        document = quickly(case, path)
        codes = {problem.code for problem in document.problems}
        assert not codes & {"damaged", "wrong-type", "over-limit", "page-unreadable", "repaired-xml"}, path
        assert document.read == "full" or codes & {"no-text", "printed-blank", "password"}, path


@pytest.mark.parametrize("path", sorted(BLANKS.glob("*.pdf")), ids=lambda p: p.stem)
def test_blank_forms_are_recognisable(path: Path) -> None:
    document = quickly(path.parent, path.name)
    assert document.form is not None
    assert any("IMM" in text.upper() or "Version" in text for text in document.form.template)
