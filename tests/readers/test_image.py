"""Pictures: known by their content, measured, and said to be unread."""

from __future__ import annotations

import io

import pillow_heif
import pytest
from PIL import ExifTags, Image

from consistency.model import Document
from consistency.readers import frames
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


def heic(photo: Image.Image, **saved: object) -> bytes:
    stream = io.BytesIO()
    pillow_heif.from_pillow(photo).save(stream, **saved)
    return stream.getvalue()


def turned(orientation: int) -> Image.Exif:
    """A camera's note on how it was held."""
    note = Image.Exif()
    note[ExifTags.Base.Orientation] = orientation
    return note


def size(document: Document) -> tuple[int, int]:
    (page,) = document.pages
    return round(page.width), round(page.height)


def test_photos_of_telephones_are_measured() -> None:
    document = read(heic(picture()), "IMG_1.HEIC")
    assert (document.media, codes(document)) == ("image", ["no-text"])
    assert size(document) == (225, 300)


def test_photos_of_telephones_need_their_decoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "has_decoder", lambda: False)
    document = read(b"\0\0\0\x18ftypheic" + b"\0" * 100, "IMG_1.HEIC", ocr=True)
    assert (document.media, document.read, codes(document)) == ("image", "failed", ["no-text"])
    assert 'pip install "consistency[ocr]"' in document.problems[0].message


def test_a_broken_photo_is_said_to_be_damaged() -> None:
    document = read(b"\0\0\0\x18ftypheic" + b"\0" * 100, "IMG_1.HEIC")
    assert "damaged" in codes(document) or not frames.has_decoder()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_lies_as_the_camera_was_held(kind: str, orientation: int) -> None:
    stream = io.BytesIO()
    picture().save(stream, kind, exif=turned(orientation), dpi=(96, 96))
    data = stream.getvalue()
    wide = orientation in (6, 8)
    assert size(read(data, "photo")) == ((300, 225) if wide else (225, 300))
    ((_, drawn, _),) = frames.drawn(data, (1,))
    assert drawn.size == ((400, 300) if wide else (300, 400))


def test_a_telephones_photo_is_a_sheet_of_paper() -> None:
    stream = io.BytesIO()
    Image.new("L", (3024, 4032)).save(stream, "JPEG", dpi=(72, 72))
    assert size(read(stream.getvalue(), "photo.jpg")) == (594, 792)


def test_a_facsimile_has_its_true_shape() -> None:
    stream = io.BytesIO()
    Image.new("L", (1700, 1100), 255).save(stream, "TIFF", dpi=(200, 100))
    assert size(read(stream.getvalue(), "fax.tif")) == (612, 792)
    ((_, drawn, dots),) = frames.drawn(stream.getvalue(), (1,))
    assert (drawn.size, dots) == ((1700, 2200), 200)


def test_broken_and_huge_pictures() -> None:
    assert "damaged" in codes(read(b"\x89PNG\r\n\x1a\n broken", "a.png"))
    stream = io.BytesIO()
    Image.new("1", (4000, 4000)).save(stream, "PNG")
    document = read(stream.getvalue(), "a.png", limits=Limits(pixels=1000))
    assert document.read == "failed"
    assert document.pages == ()


def test_the_pages_before_a_broken_one_are_kept() -> None:
    stream = io.BytesIO()
    picture().save(stream, "TIFF", save_all=True, append_images=[picture()])
    whole = stream.getvalue()
    width = b"\x00\x01\x04\x00\x01\x00\x00\x00"  # ImageWidth, one LONG (TIFF 6.0, section 8)
    assert whole.count(width) == 2
    at = whole.rindex(width)
    document = read(whole[:at] + b"\xfe" + whole[at + 1 :], "scan.tif")
    assert document.read == "failed" and codes(document) == ["no-text", "damaged"]
