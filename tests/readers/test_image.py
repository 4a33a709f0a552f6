"""Pictures: known by their content, measured, and said to be unread."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from consistency.readers.files import Limits
from tests.readers.making import codes, picture, read


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF"])
def test_pictures_are_recognised(kind: str) -> None:
    stream = io.BytesIO()
    picture().save(stream, kind, dpi=(100, 100))
    document = read(stream.getvalue(), "scan.pdf")
    assert (document.media, document.read, document.method) == ("image", "failed", "none")
    assert codes(document) == ["no-text"]
    if kind in ("PNG", "TIFF"):
        assert (round(document.pages[0].width), round(document.pages[0].height)) == (216, 288)


def test_pages_of_a_tiff() -> None:
    stream = io.BytesIO()
    picture().save(stream, "TIFF", save_all=True, append_images=[picture(), picture()])
    document = read(stream.getvalue(), "scan.tif")
    assert document.page_count == 3
    assert [page.number for page in document.pages] == [1, 2, 3]


def test_photos_of_telephones_are_named() -> None:
    document = read(b"\0\0\0\x18ftypheic" + b"\0" * 100, "IMG_1.HEIC")
    assert (document.media, codes(document)) == ("image", ["no-text"])


def test_broken_and_huge_pictures() -> None:
    assert "damaged" in codes(read(b"\x89PNG\r\n\x1a\n broken", "a.png"))
    stream = io.BytesIO()
    Image.new("1", (4000, 4000)).save(stream, "PNG")
    document = read(stream.getvalue(), "a.png", limits=Limits(pixels=1000))
    assert document.read == "failed"
    assert document.pages == ()
