"""The made curricula vitae are read: each job with employer, title and both dates, and none is invented."""

import pytest
from benchmarks.resumes import Score, Told, score, told

from consistency.extractors.extract import extract
from consistency.readers.files import Limits, Options, read_bytes
from tests.resumes.layouts_docx import DOCX_LAYOUTS
from tests.resumes.layouts_drawn import DRAWN_LAYOUTS
from tests.resumes.layouts_pdf import PDF_LAYOUTS
from tests.resumes.made import Paper, papers, scans


def measured(paper: Paper) -> Score:
    found = told(extract(read_bytes(paper.data, paper.name, Options(ocr=True, limits=Limits(careful=0)))))
    return score(found, [Told(*job) for job in paper.jobs])


@pytest.mark.parametrize("layout", [*PDF_LAYOUTS, *DOCX_LAYOUTS, *DRAWN_LAYOUTS])
def test_a_layout_is_read_whoever_it_is_about(layout: str) -> None:
    results = [measured(paper) for paper in papers(frozenset({layout}))]
    whole = sum(results[1:], results[0])
    assert whole.f1 >= 0.93
    assert whole.invented == 0


def test_a_scan_is_read() -> None:
    results = [measured(paper) for paper in scans()]
    whole = sum(results[1:], results[0])
    assert whole.f1 >= 0.75
    assert whole.invented == 0
