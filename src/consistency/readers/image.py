"""Pictures: recognised and measured; what they show is a matter of text recognition."""

from __future__ import annotations

from consistency.model import Document, Page, Problem
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


def accepts(data: bytes, _name: str) -> bool:
    """Take PNG, JPEG, TIFF, GIF, BMP, WEBP, JPEG 2000, HEIC and AVIF."""
    if data.startswith(STARTS):
        return not data.startswith(b"BM") or data[6:10] == b"\0\0\0\0"
    if data.startswith(b"RIFF"):
        return data[8:12] == b"WEBP"
    return data[4:8] == b"ftyp" and data[8:12] in BRANDS


def read(data: bytes, path: str, options: Options) -> Document:
    """Measure the pages of a picture; nothing is read from them."""
    from consistency.readers import frames

    if frames.needs_decoder(data) and not frames.has_decoder():
        return _document(path, (), problems.no_decoder(path))
    if frames.scans(data) > options.limits.scans:
        what = f"is a picture drawn in more than {options.limits.scans} passes"
        return _document(path, (), problems.hostile(path, what))
    size = frames.size(data, options.limits)
    if size.pixels > size.most:
        what = f"is a picture of {size.pixels:,} pixels, more than the {size.most:,} allowed"
        return _document(path, (), problems.over_limit(path, what))
    found = [problems.no_text(path, range(1, len(size.pages) + 1), whole=True)]
    if not size.pages:
        found.append(problems.damaged(path, "the picture cannot be decoded"))
    if size.frames > len(size.pages) > 0:
        what = f"has {size.frames:,} pages, of which the first {len(size.pages):,} were read"
        found.append(problems.over_limit(path, what))
    return _document(path, size.pages, *found)


def _document(path: str, pages: tuple[Page, ...], *found: Problem) -> Document:
    return Document(
        path=path,
        sha256="",
        media="image",
        method="none",
        read="failed",
        pages=pages,
        page_count=max(len(pages), 1),
        problems=found,
        pictures=tuple(page.number for page in pages),
    )
