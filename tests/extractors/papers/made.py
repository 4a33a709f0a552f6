"""Small papers of nobody, made from text: as a PDF's lines with boxes, or as a DOCX's without."""

import json
import re
import textwrap
from types import ModuleType
from typing import Any

from consistency.extractors.reading import Reading
from consistency.model import Box, Document, Line, Record, Segment, Word
from consistency.normalizer.text import fold
from consistency.readers.files import Options, read_file
from tests.shared import CASES

WIDTH, HEIGHT, LETTER = 6.0, 14.0, 11.0


def pdf(text: str) -> Document:
    """Make a page as a typewriter would: two spaces part two cells, a blank line is a gap."""
    lines = []
    for row, raw in enumerate(textwrap.dedent(text).strip("\n").splitlines()):
        segments = [segment(match, row) for match in re.finditer(r"\S+(?: \S+)*", raw)]
        if segments:
            lines.append(Line(tuple(segments), page=1, size=LETTER))
    return Document("paper.pdf", "0" * 64, "pdf", "text", "full", lines=tuple(lines), page_count=1)


def segment(match: re.Match[str], row: int) -> Segment:
    words = tuple(
        Word(word[0], box(match.start() + word.start(), match.start() + word.end(), row))
        for word in re.finditer(r"\S+", match[0])
    )
    return Segment(match[0], box(match.start(), match.end(), row), None, words)


def box(start: int, end: int, row: int) -> Box:
    return Box(start * WIDTH, row * HEIGHT, end * WIDTH, row * HEIGHT + LETTER)


def docx(text: str) -> Document:
    """Make a document of paragraphs: ``|`` parts the cells of a row, a line that is set in goes on with the last."""
    lines = []
    told = re.sub(r"\n +(?=\S)", " ", textwrap.dedent(text).strip("\n"))
    for number, raw in enumerate(told.splitlines(), 1):
        if raw.strip():
            cells = [cell.strip() for cell in raw.split("|")]
            parts = (Segment(cell, None, f"row {number}, cell {n}") for n, cell in enumerate(cells, 1))
            lines.append(Line(tuple(parts)))
    return Document("paper.docx", "0" * 64, "docx", "docx", "full", lines=tuple(lines))


def facts(reading: Reading) -> dict[str, str]:
    return {fact.attribute: fact.value for fact in reading.facts}


def rows(reading: Reading, kind: str) -> list[dict[str, object]]:
    """Give the records of a type as the facts contract writes them, without what is not known."""
    return [row(record) for record in reading.records if record.type == kind]


def row(record: Record) -> dict[str, object]:
    found: dict[str, object] = {}
    for name in record.field_names():
        value = getattr(record, name)
        if name == "period" and value is not None:
            found |= {"from": value.start_iso, "to": value.end_iso}
        elif value not in (None, ()):
            found[name] = value
    return {name: value for name, value in found.items() if value is not None}


def corpus(kind: str) -> list[tuple[str, dict[str, Any]]]:
    """Give the papers of a kind whose text can be read without recognition, with what they say."""
    found = []
    for expected in sorted(CASES.glob("*.expected.json")):
        case = json.loads(expected.read_text(encoding="utf-8"))
        for path, reading in case["reading"].items():
            if reading["kind"] == kind and reading["method"] in ("text", "docx"):
                found.append((f"{case['case']}/{path}", reading))
    return found


def check_corpus(kind: str, module: ModuleType) -> None:
    """Read every paper of a kind in the shared cases and compare what the contract compares."""
    papers = corpus(kind)
    assert papers
    for path, expected in papers:
        document = read_file(CASES, path, Options())
        assert module.recognise(document) >= 0.5, path
        reading = module.read(document)
        assert str(reading.as_of.date) == expected["as_of"], path
        said = facts(reading)
        for attribute, value in expected["facts"].items():
            assert same(attribute, said, value), (path, attribute, value, said.get(attribute))
        for kind_of_record, keys in KEYS.items():
            wanted = [r for r in expected["records"] if r["type"] == kind_of_record]
            if wanted:
                assert keyed(rows(reading, kind_of_record), keys) == keyed(wanted, keys), path


KEYS = {
    "refusal": ("country", "from", "number"), "job": ("employer", "from", "to"),
    "offer": ("employer", "number", "from", "to"),
    "balance": ("amount", "currency"), "education": ("institution", "from", "to"),
    "trip": ("country", "city", "from", "to"), "permit": ("number", "from", "to"),
    "refusal_reason": ("reason",),
}  # fmt: skip


def keyed(records: list[dict[str, Any]], keys: tuple[str, ...]) -> list[tuple[str, ...]]:
    return sorted(tuple(fold(str(record.get(key, ""))) for key in keys) for record in records)


def same(attribute: str, said: dict[str, str], value: str) -> bool:
    if attribute == "full_name":
        return sorted(fold(said.get(attribute, "")).split()) == sorted(fold(value).split())
    return fold(said.get(attribute, "")) == fold(value)
