"""The surest kind reads a paper, the last by name of several; and what only served to read it is not kept."""

from functools import partial
from types import SimpleNamespace

import pytest

from consistency.extractors import extract
from consistency.model import Document
from consistency.pipeline import Check, papers
from consistency.readers.files import Options
from tests.bundled import SAMPLE
from tests.extractors.papers.made import docx

Scores = dict[str, float]


@pytest.mark.parametrize(
    ("scores", "kind", "asked"),
    [
        ({"a": 0.9, "b": 0.6, "c": 0.0}, "a", "cba"),
        ({"a": 0.7, "b": 0.7, "c": 0.2}, "b", "cba"),
        ({"a": 1.0, "b": 1.0, "c": 0.9}, "b", "cb"),
        ({"a": 0.4, "b": 0.2, "c": 0.49}, None, "cba"),
        ({"a": 0.0, "b": 0.0, "c": 0.0}, None, "cba"),
        ({"a": 0.5, "b": 0.0, "c": 0.5}, "c", "cba"),
    ],
)
def test_the_surest_kind_is_taken(
    scores: Scores, kind: str | None, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    def sure(name: str, _document: Document) -> float:
        order.append(name)
        return scores[name]

    def kinds() -> dict[str, SimpleNamespace]:
        return {name: SimpleNamespace(recognise=partial(sure, name)) for name in scores}

    monkeypatch.setattr(extract, "paper_kinds", kinds)
    assert extract.recognise_paper(docx("A paper")) == kind
    assert "".join(order) == asked


def test_no_kind_is_surer_than_entirely() -> None:
    documents: list[Document] = [
        paper.document for paper in papers(SAMPLE, Check(reading=Options(ocr=False)))
    ]
    scores = [
        module.recognise(document) for document in documents for module in extract.paper_kinds().values()
    ]
    assert min(scores) >= 0.0 and max(scores) == extract.ENTIRELY_SURE


def test_the_words_of_pages_are_kept_once() -> None:
    read = papers(SAMPLE, Check(reading=Options(ocr=False)))
    pages = [page for paper in read for page in paper.document.pages]
    words = [s.words for paper in read for line in paper.document.lines for s in line.segments if s.words]
    assert pages and words and not any(page.words for page in pages)
