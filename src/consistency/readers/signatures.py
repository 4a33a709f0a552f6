"""What a file is that no reader takes, told by its first bytes and, for text, by its name."""

from __future__ import annotations

from typing import NamedTuple

from consistency.model import Problem
from consistency.readers import problems

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
JPEG, SCAN = b"\xff\xd8\xff", b"\xff\xda"
"""How a JPEG begins, and each pass over its picture (ITU-T T.81, table B.1); neither stands within packed data."""


class Kind(NamedTuple):
    """A type of file by its beginning (and, where that is not enough, a mark within it or its suffix)."""

    what: str
    start: bytes = b""
    mark: bytes = b""
    suffixes: tuple[str, ...] = ()
    advice: str = "Open it and save it as PDF or DOCX."


UNPACK = "Unpack it into the folder."
KINDS = (
    Kind("an RTF text", b"{\\rtf"),
    Kind("an e-mail saved by Outlook (MSG)", OLE, "__substg1.0_".encode("utf-16-le")),
    Kind("a Word 97–2003 document (DOC)", OLE, "WordDocument".encode("utf-16-le")),
    Kind("an Excel 97–2003 workbook (XLS)", OLE, "Workbook".encode("utf-16-le")),
    Kind("an Excel 97–2003 workbook (XLS)", OLE, suffixes=(".xls",)),
    Kind("a PowerPoint 97–2003 presentation (PPT)", OLE, "PowerPoint".encode("utf-16-le")),
    Kind("a Word 97–2003 document (DOC)", OLE, suffixes=(".doc", ".dot")),
    Kind("a document of an older office program", OLE),
    Kind("an OpenDocument text (ODT)", b"PK", b"application/vnd.oasis.opendocument.text"),
    Kind("an OpenDocument spreadsheet (ODS)", b"PK", b"application/vnd.oasis.opendocument.spreadsheet"),
    Kind("an OpenDocument file", b"PK", b"application/vnd.oasis.opendocument"),
    Kind("an electronic book (EPUB)", b"PK", b"application/epub+zip"),
    Kind("an Excel workbook (XLSX)", b"PK", b"xl/workbook"),
    Kind("a PowerPoint presentation (PPTX)", b"PK", b"ppt/presentation"),
    Kind("an Apple Pages document", b"PK", suffixes=(".pages",)),
    Kind("a damaged DOCX or ZIP file", b"PK", suffixes=(".docx", ".docm", ".dotx"), advice="Save it again."),
    Kind("a ZIP archive", b"PK", advice=UNPACK),
    Kind("a RAR archive", b"Rar!", advice=UNPACK),
    Kind("a 7-Zip archive", b"7z\xbc\xaf", advice=UNPACK),
    Kind("a GZIP archive", b"\x1f\x8b", advice=UNPACK),
    Kind("a PostScript file", b"%!PS"),
    Kind("a film or sound recording", b"RIFF"),
    Kind("a film or sound recording", b"ID3"),
    Kind("a DjVu file", b"AT&TFORM"),
    Kind("a spreadsheet as text (CSV)", suffixes=(".csv", ".tsv")),
    Kind("an e-mail (EML)", suffixes=(".eml",), advice="Open it and print it to PDF."),
    Kind("a web page (HTML)", suffixes=(".html", ".htm", ".mhtml", ".mht"), advice="Print it to PDF."),
    Kind("a plain text", suffixes=(".txt", ".md", ".text", ".log")),
    Kind("a data file (JSON)", suffixes=(".json",)),
    Kind("a data file (XML)", suffixes=(".xml",)),
    Kind("a film", suffixes=(".mp4", ".mov", ".avi", ".mkv", ".webm")),
    Kind("a sound recording", suffixes=(".mp3", ".m4a", ".wav", ".ogg", ".opus")),
)
MAIL = (b"received:", b"return-path:", b"from:", b"delivered-to:", b"mime-version:", b"message-id:")
MARKUP = (b"<!doctype html", b"<html")


def explain(data: bytes, path: str) -> Problem:
    """Report a file that no reader takes, with its type and what to do."""
    name = path.lower()
    found = next((kind for kind in KINDS if _matches(kind, data, name)), None)
    if found is not None:
        return problems.wrong_type(path, found.what, found.advice)
    head = data[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith(MAIL):
        return problems.wrong_type(path, "an e-mail", "Open it and print it to PDF.")
    if head.startswith(MARKUP):
        return problems.wrong_type(path, "a web page (HTML)", "Print it to PDF.")
    if name.endswith((".pdf", ".docx", ".docm", ".dotx")):
        return problems.damaged(path, "its content is not what its name says")
    return problems.wrong_type(path, _guess(data))


def _matches(kind: Kind, data: bytes, name: str) -> bool:
    if not data.startswith(kind.start) or (kind.suffixes and not name.endswith(kind.suffixes)):
        return False
    return kind.mark in data if kind.mark else True


def _guess(data: bytes) -> str:
    head = data[:4096]
    if b"\0" in head:
        return "a file of an unknown type"
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 4:
            return "a file of an unknown type"
    return "a plain text"
