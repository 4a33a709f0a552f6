"""Letters drawn as offices lay them out: a PDF by reportlab, a DOCX by python-docx, a scan of the PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal
from xml.sax.saxutils import escape

import docx
import pypdfium2
from docx.enum.text import WD_BREAK
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4, letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table

Kind = Literal["text", "title", "bullet", "box", "pairs", "gap", "page", "small"]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a paper: ``mark`` is whether its box is ticked; ``cells`` are the rows of a table."""

    kind: Kind
    text: str = ""
    mark: bool = False
    level: int = 0
    cells: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """How an office lays out a page."""

    font: str = "Helvetica"
    size: float = 10.0
    margin: float = 62.0
    sign: str = "•"
    boxes: str = "letters"
    grid: bool = False
    columns: bool = False
    """Checklists in two columns."""
    justified: bool = False
    paper: tuple[float, float] = letter
    footer: str = ""
    running: str = ""
    """What stands at the head of every page."""


BOXES = {
    "letters": ("[X]", "[ ]"), "small": ("[x]", "[  ]"), "round": ("(X)", "( )"), "line": ("__X__", "_____"),
    "bare": ("X", ""), "drawn": ("X", ""), "drawn-tick": ("✓", ""), "dingbat": ("✔", "❏"), "cross": ("✗", "❑"),
}  # fmt: skip
"""How a ticked and an empty box are printed; "drawn" ones have a frame that no text tells."""
MARKS = (38, 56)
"""The width of the column of boxes: of most, and of those drawn as lines."""
DINGBATS = frozenset({"drawn-tick", "dingbat", "cross"})
TYPED_BOXES = {"letters": ("[X]", "[ ]"), "unicode": ("☒", "☐"), "tick": ("☑", "☐"), "round": ("(x)", "( )")}


def pdf(blocks: list[Block], look: Look) -> bytes:
    """Draw a PDF."""
    data = io.BytesIO()
    width, height = look.paper
    frame = Frame(look.margin, 54, width - 2 * look.margin, height - 108, 0, 0, 0, 0)
    template = PageTemplate(frames=[frame], onPage=lambda canvas, _: _around(canvas, look))
    BaseDocTemplate(data, pagesize=look.paper, pageTemplates=[template]).build(list(_flow(blocks, look)))
    return data.getvalue()


def _around(canvas: Any, look: Look) -> None:
    canvas.setFont(look.font, 7)
    canvas.drawString(look.margin, 28, look.footer.replace("{page}", str(canvas.getPageNumber())))
    if look.running:
        canvas.drawString(look.margin, look.paper[1] - 34, look.running)


def _flow(blocks: list[Block], look: Look) -> Iterator[Any]:
    boxes: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and block.kind == "box":
            boxes.append(block)
            continue
        if boxes:
            yield _boxes(boxes, look)
            yield Spacer(1, 5)
            boxes = []
        if block is not None:
            yield from _drawn(block, look)


def _style(look: Look, **more: Any) -> ParagraphStyle:
    own = {
        "fontName": look.font, "fontSize": look.size, "leading": look.size * 1.22, "spaceAfter": look.size * 0.55,
        "alignment": TA_JUSTIFY if look.justified else TA_LEFT, "bulletFontName": look.font,
    }  # fmt: skip
    return ParagraphStyle("own", **{**own, **more})


def _drawn(block: Block, look: Look) -> Iterator[Any]:
    if block.kind == "gap":
        yield Spacer(1, float(block.text or look.size))
    elif block.kind == "page":
        yield PageBreak()
    elif block.kind == "pairs":
        yield _pairs(block, look)
        yield Spacer(1, look.size * 0.6)
    elif block.kind == "bullet":
        style = _style(look, leftIndent=22, bulletIndent=8, spaceAfter=3)
        yield Paragraph(escape(block.text), style, bulletText=look.sign or None)
    else:
        bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Courier": "Courier-Bold"}
        more: dict[str, Any] = {"title": {"fontName": bold[look.font], "fontSize": look.size + 1.5}}.get(
            block.kind, {}
        )
        if block.kind == "small":
            more = {"fontSize": look.size - 2.5, "leading": look.size}
        yield Paragraph(escape(block.text), _style(look, **more))


def _pairs(block: Block, look: Look) -> Table:
    width = look.paper[0] - 2 * look.margin
    style = _style(look, spaceAfter=0, alignment=TA_LEFT)
    rows = [[Paragraph(escape(cell), style) for cell in row] for row in block.cells]
    lines: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
    ]
    if look.grid:
        lines.append(("GRID", (0, 0), (-1, -1), 0.5, colors.grey))
    return Table(rows, colWidths=[width / len(rows[0])] * len(rows[0]), style=lines, hAlign="LEFT")


def _boxes(boxes: list[Block], look: Look) -> Table:
    width = look.paper[0] - 2 * look.margin
    across = 2 if look.columns else 1
    cells = [_box(box, look) for box in boxes]
    cells += [["", ""]] * (-len(cells) % across)
    rows = [[text for cell in cells[i : i + across] for text in cell] for i in range(0, len(cells), across)]
    lines: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    if look.boxes.startswith("drawn"):
        lines += [
            ("BOX", (c, r), (c, r), 0.6, colors.black)
            for r in range(len(rows))
            for c in range(0, 2 * across, 2)
        ]
    return Table(
        rows,
        colWidths=[MARKS[look.boxes == "line"], width / across - MARKS[look.boxes == "line"]] * across,
        style=lines,
        hAlign="LEFT",
    )


def _box(box: Block, look: Look) -> list[Any]:
    yes, no = BOXES[look.boxes]
    font = "ZapfDingbats" if look.boxes in DINGBATS else look.font
    mark = Paragraph(yes if box.mark else no, _style(look, fontName=font, spaceAfter=0))
    text = _style(look, leftIndent=14 * box.level, spaceAfter=0, alignment=TA_LEFT)
    return [mark, Paragraph(escape(box.text), text)]


def _add_table(document: Any, block: Block) -> None:
    table = document.add_table(rows=0, cols=len(block.cells[0]))
    for row in block.cells:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def word(blocks: list[Block], look: Look, boxes: str = "unicode") -> bytes:
    """Write a DOCX: bullets are the list style's own, headers a table."""
    document = docx.Document()
    for block in blocks:
        if block.kind == "pairs":
            _add_table(document, block)
        elif block.kind == "box":
            document.add_paragraph(f"{TYPED_BOXES[boxes][not block.mark]} {block.text}")
        elif block.kind == "bullet":
            document.add_paragraph(block.text, style="List Bullet")
        elif block.kind == "page":
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif block.text:
            document.add_paragraph(block.text)
    if look.footer:
        document.sections[0].footer.paragraphs[0].text = look.footer.replace("{page}", "1")
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def scan(data: bytes, turned: float = 0.3, dpi: int = 200) -> bytes:
    """Give a PDF as a scanner makes it: pictures only, a little turned."""
    pages = []
    for page in pypdfium2.PdfDocument(data):
        image = page.render(scale=dpi / 72).to_pil().convert("L")
        pages.append(image.rotate(turned, resample=Image.Resampling.BICUBIC, fillcolor=255))
    out = io.BytesIO()
    pages[0].save(out, "PDF", resolution=dpi, save_all=True, append_images=pages[1:], quality=70)
    return out.getvalue()


PAPERS = (letter, A4)
FONTS = ("Helvetica", "Times-Roman", "Courier")
SIGNS = ("•", "-", "·", "*", "–", "")
