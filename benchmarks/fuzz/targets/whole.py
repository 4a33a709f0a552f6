"""A whole case: papers with whatever in them, compared, and every report of it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator

from msgspec.structs import replace
from tests.extractors.papers.made import pdf

from benchmarks.fuzz import seeds
from benchmarks.fuzz.mutating import words
from benchmarks.fuzz.target import target
from benchmarks.fuzz.targets.texts import form_document
from consistency.extractors.extract import extract
from consistency.model import Document, Paper
from consistency.pipeline import Check, check
from consistency.readers.bounding import bounded
from consistency.readers.files import Options, list_documents, read_file
from consistency.readers.limits import Limits
from consistency.reports import formats, render, takes

BETWEEN = "\n\f\n"


def _cases() -> Iterator[bytes]:
    """Give the bundled case, and two samples of a form, a paper behind the other, each with its path before it."""
    root = seeds.bundled_case()
    bundled = [read_file(root, path, Options()) for path in list_documents(root)]
    yield BETWEEN.join(f"{document.path}\n{_told(document)}" for document in bundled).encode()
    for one in seeds.forms():
        text = "\n".join((one.footer, *(f"{path}={value}" for path, value in one.data.items())))
        yield BETWEEN.join(f"{folder}/form.pdf\n{text}" for folder in ("2022", "draft")).encode()
    form = _told(bundled[0])
    for paper in seeds.paper_texts():
        yield BETWEEN.join(
            ("2022/form.pdf\n" + form, "draft/paper.pdf\n" + paper.decode(), "draft/form.pdf\n" + form)
        ).encode()


def _told(document: Document) -> str:
    if document.form is not None and document.form.datasets:
        values = (f"{field.path}={field.value}" for field in document.form.datasets)
        return "\n".join((document.form.template[0], *values))
    return document.text


def _paper(number: int, text: str) -> tuple[str, Paper]:
    path, _, rest = text.partition("\n")
    path = f"{number} {path.strip('/')[:60]}".replace("\0", "")
    document = form_document(rest, path) if "=" in rest and "/" in rest else replace(pdf(rest), path=path)
    return path, extract(bounded(replace(document, sha256=f"{number:064d}"), Limits()))


@target(
    _cases,
    words(
        re.compile(rb"[A-Za-z]+|\d+|[=\n]|[^=\n]", re.DOTALL), "2019", "02", "31", "Y", "N", "present", "\f"
    ),
)
def case(data: bytes) -> None:
    """A case of forms and papers, and its reports in every format."""
    texts = data.decode("utf-8", errors="replace").split(BETWEEN)[:8]
    held = {path: (paper,) for path, paper in (_paper(n, text) for n, text in enumerate(texts, 1))}
    with tempfile.TemporaryDirectory() as place:
        report = check(place, Check(), held)
        for form in formats():
            render(form, report, **({"pictures": False} if takes(form, "pictures") else {}))
