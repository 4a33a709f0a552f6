"""DOCX: the signs before the items of lists, which Word draws and no text holds."""

from __future__ import annotations

from typing import Any

from consistency.model import Document
from consistency.readers.docx.document import assemble
from consistency.readers.files import Options
from tests.readers.making import read, word

DOCX = "draft/cv.docx"


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def test_items_bear_a_sign_and_numbered_ones_none() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("Cook, Acme Ltd, May 2018 – present")
        document.add_paragraph("Team of nine", style="List Bullet")
        document.add_paragraph("• Two kitchens", style="List Bullet")
        document.add_paragraph("Menus", style="List Number")

    assert texts(read(word(build), DOCX)) == [
        "Cook, Acme Ltd, May 2018 – present", "• Team of nine", "• Two kitchens", "Menus"
    ]  # fmt: skip


def test_a_paragraph_that_names_its_list_itself() -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("Team of nine", style="List Bullet")
        number = document.styles["List Bullet"].element.pPr.numPr.numId.val
        other = document.add_paragraph("Menus")
        other._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
        plain = document.add_paragraph("Taken out of the list", style="List Bullet")
        plain._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
        assert paragraph is not None

    assert texts(assemble(word(build), DOCX, Options())) == [
        "• Team of nine", "• Menus", "Taken out of the list"
    ]  # fmt: skip
