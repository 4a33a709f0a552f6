"""Pictures: recognised and measured; what they show is a matter of text recognition."""

from __future__ import annotations

from consistency.model import Document, Page
from consistency.readers import problems
from consistency.readers.limits import Options

STARTS = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"II*\0",
    b"MM\0*",
    b"GIF87a",
    b"GIF89a",
    b"BM",
    b"\0\0\0\x0cjP  ",
)
BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"heim", b"heis")
SCREEN_DOTS = 96.0
"""Dots an inch where the picture does not say."""


def accepts(data: bytes, name: str) -> bool:  # noqa: ARG001  (a picture is known by its content alone)
    """Take PNG, JPEG, TIFF, GIF, BMP, WEBP, JPEG 2000, HEIC and AVIF."""
    if data.startswith(STARTS):
        return not data.startswith(b"BM") or data[6:10] == b"\0\0\0\0"
    if data.startswith(b"RIFF"):
        return data[8:12] == b"WEBP"
    return data[4:8] == b"ftyp" and data[8:12] in BRANDS


def read(data: bytes, path: str, options: Options) -> Document:
    """Measure the pages of a picture; nothing is read from them."""
    heic = data[4:8] == b"ftyp"
    pages = () if heic else _pages(data, options)
    found = [problems.no_text(path, range(1, len(pages) + 1), whole=True)]
    if not pages and not heic:
        found.append(problems.damaged(path, "the picture cannot be decoded, or is too large"))
    return Document(
        path=path,
        sha256="",
        media="image",
        method="none",
        read="failed",
        pages=pages,
        page_count=max(len(pages), 1),
        problems=tuple(found),
        pictures=tuple(page.number for page in pages),
    )


def _pages(data: bytes, options: Options) -> tuple[Page, ...]:
    """Give the size of each picture of a file (TIFF has several) in points; nothing is decoded."""
    import io

    from PIL import Image, UnidentifiedImageError

    found: list[Page] = []
    try:
        with Image.open(io.BytesIO(data)) as picture:
            frames = (
                min(getattr(picture, "n_frames", 1), options.limits.pages) if picture.format == "TIFF" else 1
            )
            for index in range(frames):
                picture.seek(index)
                if picture.width * picture.height > options.limits.pixels:
                    return ()
                found.append(_page(picture, index + 1))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError):
        return tuple(found)
    return tuple(found)


def _page(picture: object, number: int) -> Page:
    width, height = picture.size  # type: ignore[attr-defined]
    dots = picture.info.get("dpi") or (SCREEN_DOTS, SCREEN_DOTS)  # type: ignore[attr-defined]
    across, down = (float(d) if 20 <= float(d) <= 2400 else SCREEN_DOTS for d in dots[:2])
    return Page(number, round(width * 72 / across, 2), round(height * 72 / down, 2))
