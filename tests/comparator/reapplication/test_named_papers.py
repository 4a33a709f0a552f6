"""Papers that a letter encloses under the short name of an office."""

import pytest

from consistency.comparator.reapplication.named_papers import named_papers, shown
from consistency.model import AsOf, Document, Line, Paper, Segment


def paper(text: str) -> Paper:
    line = Line((Segment(text, None, "row 1"),))
    document = Document("draft/paper.docx", "0" * 64, "docx", "docx", "full", lines=(line,))
    return Paper(document, "unknown", AsOf(None, "unknown"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I attach my NSSF contribution statement and the photos.", ["NSSF"]),
        ("Je joins l'attestation de la CNAPS et mon relevé CIPRES.", ["CNAPS", "CIPRES"]),
        ("Adjunto mi certificado de la CCSS.", ["CCSS"]),
        ("I enclose the IRCC letter, my LMIA report and a USD statement.", []),
        ("I enclose my IELTS results and the police clearance.", []),
        ("SALARY CERTIFICATE, POLICE REPORT", []),
        ("I enclose my BSC certificate.", []),
        ("The NSSF paid me twice.", []),
    ],
)
def test_a_paper_is_told_by_a_name_in_capitals_beside_its_kind(text: str, names: list[str]) -> None:
    assert [one.name for one in named_papers(text)] == names


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("NSSF, Kampala: contributions of Ida Sample", True),
        ("National Social Security Fund: contributions", True),
        ("National bank: account of Ida Sample", False),
    ],
)
def test_a_package_holds_it_by_its_name_or_its_first_letters(text: str, held: bool) -> None:
    assert shown("NSSF", [paper(text)]) is held
