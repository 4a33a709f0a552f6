"""Finding the files of a folder, and the reader of a file."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import socket
import unicodedata
import zipfile
from pathlib import Path

import pytest

from consistency.readers.files import Limits, Options, list_documents, read_bytes, read_file, readers
from consistency.readers.folder import links_out
from tests.readers.making import body, codes, letter, p, r, read, rezipped, word


def test_readers_are_found_by_their_files() -> None:
    assert {reader.name for reader in readers()} >= {"pdf", "docx", "image"}


def test_a_document_knows_its_path_and_hash() -> None:
    data = letter("Hello")
    document = read(data, "2022 visa/Lettre été.pdf")
    assert document.path == "2022 visa/Lettre été.pdf"
    assert document.sha256 == hashlib.sha256(data).hexdigest()


def test_a_document_can_be_pickled() -> None:
    for data in (letter("Hello"), body(p(r("Hello")))):
        document = read(data)
        assert pickle.loads(pickle.dumps(document)) == document


def test_content_decides_not_the_name() -> None:
    assert read(letter("Hello"), "letter.docx").media == "pdf"
    assert read(body(p(r("Hello"))), "letter.pdf").media == "docx"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"),
            "DOC",
        ),
        ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"), "MSG"),
        ("a.docx", b"{\\rtf1 Hello}", "RTF"),
        ("a.txt", b"Hello", "plain text"),
        ("noname", b"Hello", "plain text"),
        ("a.eml", b"From: a@b\nTo: c@d\n\nHello", "e-mail"),
        ("mail", b"Received: from x\nFrom: a@b\n\nHello", "e-mail"),
        ("a.html", b"<!DOCTYPE html><html>", "HTML"),
        ("a.csv", b"a,b\n1,2", "CSV"),
        ("a.bin", b"\x00\x01\x02\x03", "unknown"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    ],
)
def test_other_types_are_named(name: str, data: bytes, said: str) -> None:
    document = read(data, f"draft/{name}")
    assert (document.read, document.method, document.media) == ("failed", "none", "other")
    [problem] = document.problems
    assert problem.code == "wrong-type"
    assert said in problem.message
    assert f"draft/{name}" in problem.message


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ("xl/workbook.xml", "XLSX"),
        ("ppt/presentation.xml", "PPTX"),
        ("photo.jpg", "ZIP"),
    ],
)
def test_other_packages_are_named(tmp_path: Path, member: str, said: str) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "x")
    [problem] = read_file(tmp_path, "a.zip", Options()).problems
    assert problem.code == "wrong-type"
    assert said in problem.message


def test_empty_and_large_and_missing_files(tmp_path: Path) -> None:
    assert codes(read(b"")) == ["empty"]
    small = Options(limits=Limits(file_bytes=10))
    assert codes(read_bytes(letter("Hello"), "a.pdf", small)) == ["over-limit"]
    (tmp_path / "a.pdf").write_bytes(letter("Hello"))
    assert codes(read_file(tmp_path, "a.pdf", small)) == ["over-limit"]
    assert codes(read_file(tmp_path, "gone.pdf", Options())) == ["damaged"]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n garbage", b"PK\x03\x04 garbage", letter("Hello")[:300]])
def test_garbage_is_damaged(data: bytes) -> None:
    document = read(data, "a.docx" if data.startswith(b"PK") else "a.pdf")
    assert document.read == "failed"
    assert codes(document) == ["damaged"]


def test_an_unforeseen_fault_stays_with_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    import consistency.readers.pdf.document as pdf

    def fail(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(pdf, "assemble", fail)
    assert codes(read(letter("Hello"))) == ["damaged"]


def write(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def test_documents_of_a_folder(tmp_path: Path) -> None:
    write(
        tmp_path, "b.pdf", "2022/a.docx", "2022/x.txt", ".hidden", ".git/a.pdf", "2022/~$a.docx", "Thumbs.db",
        "desktop.ini", "__MACOSX/a.pdf", ".gitignore", "consistency.toml", "consistency-report.html", "data.json",
    )  # fmt: skip
    (tmp_path / "out.json").write_text(json.dumps({"schema": "consistency-report/1", "findings": []}))
    assert list_documents(tmp_path) == ("2022/a.docx", "2022/x.txt", "b.pdf", "data.json")


def test_names_are_composed_and_still_found(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "été/Résumé.pdf")
    write(tmp_path, name)
    (tmp_path / name).write_bytes(letter("Hello"))
    [path] = list_documents(tmp_path)
    assert path == unicodedata.normalize("NFC", name)
    assert read_file(tmp_path, path, Options()).read == "full"


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "case/a.pdf", "elsewhere/secret.pdf")
    (tmp_path / "case/out.pdf").symlink_to(tmp_path / "elsewhere/secret.pdf")
    (tmp_path / "case/folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "case/in.pdf").symlink_to(tmp_path / "case/a.pdf")
    (tmp_path / "case/loop.pdf").symlink_to(tmp_path / "case/loop.pdf")
    (tmp_path / "case/.hidden").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "case/round").symlink_to(tmp_path / "case")
    assert list_documents(tmp_path / "case") == ("a.pdf", "in.pdf")
    assert links_out(tmp_path / "case") == ("folder", "loop.pdf", "out.pdf")


@pytest.mark.skipif(os.name == "nt", reason="needs such files")
def test_only_files_are_documents_whatever_they_are_called(tmp_path: Path) -> None:
    odd = (
        "a\nb.pdf",
        "\u202egnp.exe.pdf",
        "\u200b.pdf",
        "n" * 251 + ".pdf",
        " .pdf",
        "-rf",
        "CON",
        "a:b?*.pdf",
        "\t",
    )
    write(
        tmp_path,
        *odd,
        "one/copy.pdf",
        "two/copy.pdf",
        ".DS_Store",
        "deep/.DS_Store",
        "deep/THUMBS.DB",
        "~$x.docx",
    )
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "null.pdf").symlink_to(os.devnull)
    (tmp_path / "deep" / "round").symlink_to(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening, pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)  # the path of a socket may have a hundred letters
        listening.bind("socket.pdf")
        assert list_documents(tmp_path) == tuple(sorted([*odd, "one/copy.pdf", "two/copy.pdf"]))
    for path in list_documents(tmp_path):
        assert codes(read_file(tmp_path, path, Options())) in (["wrong-type"], ["damaged"]), path


def test_nothing_is_written_beside_the_file(tmp_path: Path) -> None:
    evil = rezipped(word(lambda d: None), {"../../evil.txt": "x"})
    (tmp_path / "a.docx").write_bytes(evil)
    read_file(tmp_path, "a.docx", Options())
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]
