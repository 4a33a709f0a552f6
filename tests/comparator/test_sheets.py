"""Which papers are sheets that continue a form."""

import pytest

from consistency.comparator.openly import is_supplement
from tests.comparator.examples import case_of

SHEETS = (
    "Additional page - IMM 1295, question 4",
    "Annex B: continuation of IMM 5669, personal history",
    "IMM5257 Employment (cont.)",
    "Previous residence, continued from IMM 1294",
    "Separate sheet to IMM 5645 - children",
    "Suite de l'IMM 1295 : emplois",
    "Feuille supplémentaire - emplois",
)
OTHERS = (
    "Document checklist IMM 5488",
    "IMM 5476 Use of a Representative was sent on 3 May 2026",
    "Biometric instruction letter for your IMM 1295 application",
    "The company continues to grow.",
)


def continues(title: str) -> bool:
    (paper,) = case_of(f'draft/unknown.pdf: text "{title}"').papers
    return is_supplement(paper)


@pytest.mark.parametrize("title", SHEETS)
def test_a_sheet_that_continues_a_form(title: str) -> None:
    assert continues(title)


@pytest.mark.parametrize("title", OTHERS)
def test_another_paper(title: str) -> None:
    assert not continues(title)
