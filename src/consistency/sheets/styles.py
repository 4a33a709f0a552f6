"""How the papers look: real Word styles, so that whoever works on them can change all at once."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

FONT = "Calibri"
DARK, GREY = RGBColor(0x1F, 0x2A, 0x44), RGBColor(0x59, 0x59, 0x59)
HEAD_OF_TABLE, EMPTY = "E7EBF2", "FFE680"
REGIONS = {"en": "en-CA", "fr": "fr-CA"}


def set_up(document: Any, language: str) -> None:
    """Set the styles of a new document."""
    styles = document.styles
    _tongue(styles, REGIONS.get(language, language))
    _font(styles["Normal"], 10.5)
    _spaced(styles["Normal"], 0, 6)
    _title(styles["Title"])
    for level, size in ((1, 14), (2, 12), (3, 11)):
        style = styles[f"Heading {level}"]
        _font(style, size, DARK, bold=True)
        _spaced(style, 14 - 2 * level, 4)
        style.paragraph_format.keep_with_next = style.paragraph_format.keep_together = True
    _paragraphs(styles)
    _characters(styles)


def identifier(name: str) -> str:
    """Give the id of a style, by which a paragraph names it; looking it up by name takes long in a large table."""
    return name.replace(" ", "")


def _title(style: Any) -> None:
    _font(style, 20, DARK, bold=True)
    _spaced(style, 0, 10)
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def _paragraphs(styles: Any) -> None:
    cell = styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = styles["Normal"]
    _font(cell, 9.5)
    _spaced(cell, 1, 1)
    after = styles.add_style("After table", WD_STYLE_TYPE.PARAGRAPH)
    after.base_style = styles["Normal"]
    _font(after, 4)
    _spaced(after, 0, 2)
    empty = styles.add_style("Empty place", WD_STYLE_TYPE.PARAGRAPH)
    empty.base_style = styles["Normal"]
    _spaced(empty, 4, 10)


def _characters(styles: Any) -> None:
    gap = styles.add_style("Gap", WD_STYLE_TYPE.CHARACTER)
    gap.font.bold = True
    gap.element.get_or_add_rPr().append(_shading(EMPTY))  # Word follows no highlight that a style asks for
    note = styles.add_style("Note", WD_STYLE_TYPE.CHARACTER)
    note.font.size, note.font.color.rgb = Pt(8.5), GREY


def _font(style: Any, size: float, colour: RGBColor | None = None, *, bold: bool | None = None) -> None:
    """Set a font for all scripts, in place of the theme's."""
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().rFonts
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    fonts.set(qn("w:cs"), "Arial")
    if colour is not None:
        style.font.color.rgb = colour
    if bold is not None:
        style.font.bold = bold


def _spaced(style: Any, before: float, after: float) -> None:
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _tongue(styles: Any, code: str) -> None:
    """Name the language, so that the words are spelt and read aloud as such."""
    for element in styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), code)


def shade(cell: Any) -> None:
    """Shade the head of a table."""
    cell._tc.get_or_add_tcPr().append(_shading(HEAD_OF_TABLE))


def _shading(fill: str) -> Any:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shading.set(qn(f"w:{name}"), value)
    return shading
