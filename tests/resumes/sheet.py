"""A page to draw on, from top to bottom, with wrapped text; and a scan of it."""

import io
import random
from dataclasses import dataclass, field

import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4, letter
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen import canvas

_FOLDERS = ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/liberation")
_FACES = {"plain": "DejaVuSans.ttf", "bold": "DejaVuSans-Bold.ttf"}


def _face(name: str) -> str:
    """Register a font with all the letters of people's names; where there is none Helvetica must do."""
    for folder in _FOLDERS:
        try:
            pdfmetrics.registerFont(TTFont(f"made-{name}", f"{folder}/{_FACES[name]}"))
        except TTFError:
            continue
        return f"made-{name}"
    return {"plain": "Helvetica", "bold": "Helvetica-Bold"}[name]


PLAIN, BOLD = _face("plain"), _face("bold")


@dataclass
class Sheet:
    """Pages under a pen: ``x0`` to ``x1`` is the strip that is written on, ``y`` counts from the top."""

    american: bool = False
    x0: float = 56
    x1: float = 540
    y: float = 56
    size: float = 9.5
    footer: str = ""
    stream: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        self.paper = letter if self.american else A4
        self.pen = canvas.Canvas(self.stream, pagesize=self.paper)
        self.page = 1

    def put(self, x: float, text: str, *, bold: bool = False, size: float = 0, right: bool = False) -> None:
        """Write one line at a place of this row, without moving on."""
        size = size or self.size
        self.pen.setFont(BOLD if bold else PLAIN, size)
        draw = self.pen.drawRightString if right else self.pen.drawString
        draw(x, self.paper[1] - self.y - size, text)

    def down(self, points: float = 0) -> None:
        self.y += points or 1.35 * self.size
        if self.y > self.paper[1] - 64:
            self.turn()

    def turn(self) -> None:
        """Begin the next page."""
        if self.footer:
            self.pen.setFont(PLAIN, 7)
            self.pen.drawCentredString(self.paper[0] / 2, 30, self.footer.format(page=self.page))
        self.pen.showPage()
        self.page += 1
        self.y = 56

    def line(self, text: str, *, bold: bool = False, size: float = 0, indent: float = 0) -> None:
        """Write a text that wraps at the right edge, and move on."""
        size = size or self.size
        left = self.x0 + indent
        for part in simpleSplit(text, BOLD if bold else PLAIN, size, self.x1 - left):
            self.put(left, part, bold=bold, size=size)
            self.down(1.35 * size)

    def pair(self, left: str, right: str, *, bold: bool = False) -> None:
        """Write a text, and another at the right edge of the same row."""
        self.put(self.x0, left, bold=bold)
        self.put(self.x1, right, right=True)
        self.down()

    def heading(self, text: str, size: float = 12) -> None:
        self.down(8)
        self.put(self.x0, text, bold=True, size=size)
        self.down(1.5 * size)

    def bullets(self, texts: tuple[str, ...], sign: str = "•", indent: float = 12) -> None:
        for text in texts:
            self.put(self.x0 + indent, sign)
            self.line(text, indent=indent + 10)

    def done(self) -> bytes:
        self.turn()
        self.pen.save()
        return self.stream.getvalue()


def scanned(data: bytes, dots: int = 150, askew: float = 0.6, seed: int = 3) -> bytes:
    """Give the pages as a scanner does: pictures, a little askew, with specks."""
    chance = random.Random(seed)
    pictures = []
    for page in pypdfium2.PdfDocument(data):
        picture = page.render(scale=dots / 72).to_pil().convert("L")
        for _ in range(300):
            at = chance.randrange(picture.width), chance.randrange(picture.height)
            picture.putpixel(at, chance.randrange(120))
        picture = picture.rotate(askew, Image.Resampling.BICUBIC, fillcolor=255)
        pictures.append(picture.filter(ImageFilter.GaussianBlur(0.4)))
    out = io.BytesIO()
    pictures[0].save(out, "PDF", resolution=dots, save_all=True, append_images=pictures[1:])
    return out.getvalue()
