"""Pictures of cited places: what is marked are the quoted words, on pages of every kind of file."""

from __future__ import annotations

import hashlib
import io
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from consistency.model import Box, Document, Evidence
from consistency.readers import drawn_pages
from consistency.readers.files import Options, read_all
from consistency.readers.pictures import DOTS, Picture, page, pictures
from tests.readers.making import drawn

OPTIONS = Options()


def _letter(canvas: Any) -> None:
    canvas.drawString(72, 700, "Acme Ltd. confirms")
    canvas.rect(300, 690, 40, 20, fill=1)


def _saved(folder: Path, name: str, data: bytes) -> Document:
    (folder / name).write_bytes(data)
    return read_all(folder, name, OPTIONS)[0]


def _place(document: Document, box: Box | None, number: int = 1) -> Evidence:
    return Evidence(document.path, "words", number, box=box)


def _picture(folder: Path, document: Document, box: Box) -> Picture:
    place = _place(document, box)
    return pictures(folder, {document.path: document}, [place], OPTIONS)[place]


def _inside(picture: Picture) -> Image.Image:
    whole = Image.open(io.BytesIO(picture.png)).convert("L")
    return whole.crop(_pixels(picture.mark))


def _pixels(box: Box) -> tuple[int, int, int, int]:
    return round(box.x0), round(box.y0), round(box.x1), round(box.y1)


def _with(data: bytes, name: str, attached: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.add_attachment(name, attached)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_marked_part_is_what_stands_in_the_box(tmp_path: Path) -> None:
    document = _saved(tmp_path, "letter.pdf", drawn(_letter))
    picture = _picture(tmp_path, document, Box(300, 82, 340, 102))
    assert Image.open(io.BytesIO(picture.png)).size == (picture.width, picture.height)
    black = sum(1 for dot in _inside(picture).tobytes() if dot < 100)
    assert black > 0.8 * len(_inside(picture).tobytes())


def test_a_line_in_one_colour_goes_around_the_box_and_covers_none_of_it(tmp_path: Path) -> None:
    document = _saved(tmp_path, "letter.pdf", drawn(_letter))
    picture = _picture(tmp_path, document, document.lines[0].box or Box(0, 0, 1, 1))
    whole = Image.open(io.BytesIO(picture.png)).convert("RGB")
    x, y = round((picture.mark.x0 + picture.mark.x1) / 2), round(picture.mark.y0) - 2
    red, green, blue = whole.crop((x, y, x + 1, y + 1)).tobytes()
    assert red > 150 > 100 > max(green, blue)
    x0, y0, x1, y1 = _pixels(picture.mark)
    inside = whole.crop((x0 + 2, y0 + 2, x1 - 2, y1 - 2)).tobytes()
    assert all(r - b < 60 for r, b in zip(inside[::3], inside[2::3], strict=True))


@pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere processes begin anew, and do not know what is patched"
)
def test_a_page_that_breaks_the_drawing_has_no_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = _saved(tmp_path, "a.pdf", drawn(_letter))
    other = _saved(tmp_path, "b.pdf", _with(drawn(_letter), "a.txt", b"another file"))
    documents = {document.path: document for document in (one, other)}
    first, second = (_place(document, Box(300, 82, 340, 102)) for document in (one, other))
    here = pictures(tmp_path, documents, [first, second], OPTIONS)
    assert set(here) == {first, second}
    assert pictures(tmp_path, documents, [first, second], OPTIONS, jobs=2) == here
    digest, draw = other.sha256, drawn_pages.drawn

    def breaking(media: str, data: bytes, *asked: Any) -> Any:
        if hashlib.sha256(data).hexdigest() == digest:
            os.kill(os.getpid(), signal.SIGKILL)
        return draw(media, data, *asked)

    monkeypatch.setattr("consistency.readers.pictures.drawn", breaking)
    assert pictures(tmp_path, documents, [first, second], OPTIONS, jobs=1) == {first: here[first]}


@pytest.mark.parametrize("box", [Box(0, 0, 20, 10), Box(590, 780, 612, 792), Box(0, 300, 612, 320)])
def test_a_place_at_the_edge_is_shown_with_what_is_beside_it(tmp_path: Path, box: Box) -> None:
    document = _saved(tmp_path, "letter.pdf", drawn(_letter))
    picture = _picture(tmp_path, document, box)
    scale = DOTS / 72
    assert picture.width >= min(340, 612) * scale - 1
    assert picture.height >= 90 * scale - 1
    assert picture.mark.x1 > 0 and picture.mark.x0 < picture.width


def test_a_photograph_is_drawn_at_a_resolution_for_the_screen(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("L", (2550, 3300), 255).save(out, format="JPEG", dpi=(300, 300))
    document = read_all(_written(tmp_path, "scan.jpg", out.getvalue()), "scan.jpg", Options(ocr=False))[0]
    picture = _picture(tmp_path, document, Box(100, 100, 200, 120))
    assert picture.width < 1224


def _written(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder


def test_a_file_in_a_file_is_found_again(tmp_path: Path) -> None:
    (tmp_path / "all.pdf").write_bytes(_with(drawn(_letter), "offer.pdf", drawn(_letter)))
    inner = read_all(tmp_path, "all.pdf", OPTIONS)[1]
    assert inner.path == "all.pdf#offer.pdf"
    assert _picture(tmp_path, inner, Box(300, 82, 340, 102)).png


def test_a_page_is_drawn_once_for_all_its_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = _saved(tmp_path, "letter.pdf", drawn(_letter))
    asked: list[object] = []

    def counted(*given: Any) -> Any:
        asked.append(given)
        return drawn_pages.drawn(*given)

    monkeypatch.setattr("consistency.readers.pictures.drawn", counted)
    places = [_place(document, Box(x, 80, x + 20, 90)) for x in (10, 60, 110)]
    assert len(pictures(tmp_path, {document.path: document}, places, OPTIONS)) == 3
    assert len(asked) == 1


def test_a_file_that_has_changed_or_gone_has_no_picture(tmp_path: Path) -> None:
    document = _saved(tmp_path, "letter.pdf", drawn(_letter))
    place = _place(document, Box(10, 10, 20, 20))
    (tmp_path / "letter.pdf").write_bytes(drawn(lambda canvas: canvas.drawString(9, 9, "another")))
    assert pictures(tmp_path, {document.path: document}, [place], OPTIONS) == {}
    (tmp_path / "letter.pdf").unlink()
    assert pictures(tmp_path, {document.path: document}, [place], OPTIONS) == {}
    assert page(tmp_path, document, 1, OPTIONS) is None


def test_a_place_without_a_box_and_a_page_that_is_not_there_have_no_picture(tmp_path: Path) -> None:
    document = _saved(tmp_path, "letter.pdf", drawn(_letter))
    places = [_place(document, None), _place(document, Box(1, 1, 9, 9), number=7)]
    assert pictures(tmp_path, {document.path: document}, places, OPTIONS) == {}
