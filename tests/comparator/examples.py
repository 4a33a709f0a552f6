"""The notation of the rules' examples: one line is one record or fact of one paper.

    2022/imm5257.pdf as of 2022-05-02: job employer="Acme Ltd" title=analyst from=2018-01 to=2019-03
    draft/passport.pdf as of 2020-01-01: birth_date=1990-05-04 family_name=RAHIMI given_names=Ali
    draft/cv.pdf as of 2026-03-01: birth_date=1990-05-04 quote=04/05/1990
    draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=no
    draft/scan.pdf: problem code=no-text message="the page is a picture" read=failed
    draft/explanation-letter.pdf as of 2026-03-01: text "I did not list my work at Acme."
    draft/imm1295.pdf as of 2026-03-01: form_version=09-2023 signed=yes validated=no
    draft/employment-letter.pdf as of 2026-03-01: author="A. Silva" created=2026-02-01T10:00:00

The file's stem up to a blank or "_" is the kind; an official form asks what its definition asks.
"""

import hashlib
import re
import shlex
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args

from msgspec.structs import fields, replace

from consistency.case.assemble import Choices, assemble
from consistency.extractors.form_reading.form import definitions
from consistency.model import (
    FACT_ATTRIBUTES,
    RECORD_TYPES,
    Asked,
    AsOf,
    Case,
    Document,
    Evidence,
    Extent,
    Fact,
    Line,
    Method,
    Paper,
    Problem,
    Record,
    Segment,
)
from consistency.normalizer.dates import PartialDate, Period

READ: dict[str, tuple[Literal["pdf", "docx", "image"], Method]] = {
    "docx": ("docx", "docx"),
    "png": ("image", "ocr"),
}
"""Media and way of reading of a file by its ending; of a PDF the way depends on what it is."""
EXTENTS: tuple[Extent, ...] = get_args(Extent)
METADATA = frozenset({"author", "producer", "created"})
"""What a file tells of itself."""

LINE = re.compile(r"(?P<path>.+?\.\w+)(?: as of (?P<day>[\d-]+))?: (?P<rest>.+)")


@cache
def asked_by(kind: str) -> tuple[Asked, ...]:
    if kind == "cv":
        return (Asked("job"), Asked("education"))
    if kind == "travel-history":
        return (Asked("trip"),)
    return next((d.layouts[0].asked for d in definitions() if d.kind == kind), ())


def case_of(example: str, choices: Choices | None = None) -> Case:
    papers: dict[str, Paper] = {}
    for line in filter(None, map(str.strip, example.splitlines())):
        match = LINE.fullmatch(line)
        assert match, f"not an example line: {line!r}"
        path, day = match["path"], match["day"]
        paper = papers.get(path) or empty_paper(path)
        if day:
            paper = replace(paper, as_of=AsOf(PartialDate.of(day), "signature"))
        papers[path] = stated(paper, match["rest"])
    return assemble("example", papers.values(), choices)


def empty_paper(path: str) -> Paper:
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    kind = re.split(r"[ _]", stem)[0]
    form_or_text: Method = "xfa" if kind.startswith("imm") else "text"
    media, method = READ.get(path.rsplit(".", 1)[-1], ("pdf", form_or_text))
    document = Document(path, hashlib.sha256(path.encode()).hexdigest(), media, method, "full")
    return Paper(document, kind, AsOf(None, "unknown"), asked=asked_by(kind))


def stated(paper: Paper, rest: str) -> Paper:
    first, *others = shlex.split(rest)
    confidence = 1.0
    if first in RECORD_TYPES:
        values = dict(part.split("=", 1) for part in others)
        confidence = float(values.pop("confidence", 1.0))
        return replace(paper, records=(*paper.records, record_of(paper.path, first, values, confidence)))
    if first == "problem":
        return with_problem(paper, dict(part.split("=", 1) for part in others))
    if first == "text":
        values = dict(part.split("=", 1) for part in others[1:])
        line = Line((Segment(others[0], confidence=float(values.get("confidence", 1.0))),), page=1)
        return replace(paper, document=replace(paper.document, lines=(*paper.document.lines, line)))
    values = dict(part.split("=", 1) for part in (first, *others))
    paper = replace(paper, form_version=values.pop("form_version", paper.form_version))
    if metadata := {name: values.pop(name) for name in METADATA & values.keys()}:
        document = replace(paper.document, metadata={**paper.document.metadata, **metadata})
        paper = replace(paper, document=document)
    signed, validated = (flag(values, name) for name in ("signed", "validated"))
    return replace(
        paper,
        facts=(*paper.facts, *facts_of(paper.path, values)),
        signed=paper.signed if signed is None else signed,
        validated=paper.validated if validated is None else validated,
    )


def with_problem(paper: Paper, values: dict[str, str]) -> Paper:
    problem = Problem(values["code"], values["message"])
    read = next((extent for extent in EXTENTS if extent == values.get("read")), paper.document.read)
    document = replace(paper.document, problems=(*paper.document.problems, problem), read=read)
    if read == "failed":
        return replace(paper, document=replace(document, method="none"), kind="unknown")
    return replace(paper, document=document)


def flag(values: dict[str, str], name: str) -> bool | None:
    return values[name] == "yes" if name in values else None


def facts_of(path: str, values: dict[str, str]) -> Iterator[Fact]:
    confidence = float(values.get("confidence", 1.0))
    for name, value in values.items():
        if name not in {"confidence", "signed", "validated", "quote"}:
            assert name in FACT_ATTRIBUTES, name
            quote = values.get("quote", value)
            yield Fact(name, value, Evidence(path, quote, page=1, confidence=confidence))


def record_of(path: str, kind: str, values: dict[str, str], confidence: float) -> Record:
    cls = RECORD_TYPES[kind]
    start, end = values.pop("from", None), values.pop("to", None)
    built: dict[str, Any] = dict(values)
    for field in fields(cls):
        if field.name in built and "float" in str(field.type):
            built[field.name] = float(values[field.name])
        if field.name in built and "PartialDate" in str(field.type):
            built[field.name] = PartialDate.of(values[field.name])
        if field.name in built and field.type is bool:
            built[field.name] = values[field.name] == "yes"
        if field.name in built and "tuple" in str(field.type):
            built[field.name] = tuple(values[field.name].split(";"))
    if start or end:
        is_open = end == "present"
        built["period"] = Period(
            PartialDate.of(start) if start else None,
            PartialDate.of(end) if end and not is_open else None,
            is_open,
        )
    quote = " ".join(filter(None, [*map(str, values.values()), start, end]))
    evidence = Evidence(path, quote, page=1, confidence=confidence)
    return cls(evidence=evidence, **built)
