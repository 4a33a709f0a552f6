"""What an installation is made of, and whether each part of it does its work; nothing is loaded before it is tried."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import metadata
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal, NamedTuple

from consistency.readers.tracing import traced
from consistency.support import attempted

if TYPE_CHECKING:
    from PIL import Image

State = Literal["ok", "note", "wrong"]
"""Does its work; is not there, or not in full, and can be done without; does not do its work."""

TRIED = "Harbour 2024"
"""Words that are drawn, or laid into a barcode, to be read again."""
DOTS = 300.0
"""Dots an inch of what is drawn."""
INK = 500
"""Dark pixels of a page of some lines at least, at 144 dots an inch: a page without its letters has next to none."""


class Part(NamedTuple):
    """A part of the installation, how it does, and what there is to tell of it to the user of this machine."""

    name: str
    state: State
    told: str
    fault: str = ""
    """Where the program failed on it, in nothing of this machine's own."""


def parts() -> Iterator[Part]:
    """Try every part, one after the other; an error in one is what is told of it."""
    for name, look in PARTS.items():
        found = attempted(look)
        if isinstance(found, Exception):
            yield Part(name, "wrong", f"{type(found).__name__}: {found}", traced(found))
        else:
            yield Part(name, *found)


def verdict(found: list[Part]) -> str:
    """Say in one sentence whether the installation works."""
    wrong = [part.name for part in found if part.state == "wrong"]
    notes = [part.name for part in found if part.state == "note"]
    if wrong:
        return f"This installation does not work: {', '.join(wrong)}."
    return "This installation works" + (f", with a note on: {', '.join(notes)}." if notes else ".")


def _python() -> tuple[State, str]:
    return "ok", f"{platform.python_version()} on {platform.system()}, {platform.machine()}"


def _program() -> tuple[State, str]:
    import consistency

    return "ok", f"{metadata.version('consistency')} in {consistency.__path__[0]}"


def _libraries() -> tuple[State, str]:
    from consistency.cache import libraries

    found = sorted(libraries())
    missing = [one.name for one in found if one.version is None and not one.extra]
    if missing:
        return "wrong", f"not there: {', '.join(missing)}; install the program again"
    return "ok", ", ".join(f"{one.name} {one.version}" for one in found if one.version is not None)


def _sample() -> tuple[State, str]:
    """Check the bundled case as a user's folder is checked, in a process of its own."""
    from consistency.pipeline import Check, check
    from consistency.sample import FINDINGS, folder

    with folder() as path:
        report = check(path, Check(jobs=1))
    found, due = Counter(finding.rule for finding in report.findings), Counter(FINDINGS)
    unread = sum(paper.document.read != "full" for paper in report.case.papers)
    if found == due and not unread:
        return "ok", f"all {due.total()} findings, in {len(report.case.papers)} documents"
    parts = (("not found", due - found), ("not to be found", found - due))
    told = [f"{words}: {', '.join(sorted(rules))}" for words, rules in parts if rules]
    return "wrong", "; ".join([*told, f"{unread} documents not read in full"])


def _pages() -> tuple[State, str]:
    """Draw a page whose letters are those of the system or of PDFium, for its file brings none."""
    import io

    from PIL import Image

    from consistency.readers.files import Options, read_file
    from consistency.readers.pictures import page
    from consistency.sample import folder

    with folder() as path:
        name = "2022 visitor visa/Refusal letter.pdf"
        drawn = page(path, read_file(path, name, Options()), 1, Options())
    if drawn is None:
        return "wrong", "a page cannot be drawn"
    ink = sum(Image.open(io.BytesIO(drawn)).convert("L").histogram()[:128])
    return ("ok", "drawn with their letters") if ink >= INK else ("wrong", "drawn without letters: no font")


def _recognition() -> tuple[State, str]:
    from consistency.readers.ocr import engines, tesseract

    found = {}
    if tesseract.languages():
        found[tesseract.version()] = attempted(lambda: tesseract.words(_drawn(), DOTS))
    if engines.has_rapidocr():
        found["rapidocr"] = attempted(lambda: engines.rapidocr(_drawn()))
    if not found:
        return "note", "no engine: scans are reported as unread; install the extra [ocr], or tesseract"
    failed = [name for name, words in found.items() if not _reads(words)]
    if failed:
        return "wrong", f"installed, and does not read what was drawn: {', '.join(failed)}"
    missing = [name for name in tesseract.LANGUAGES if found and name not in tesseract.languages()]
    return "ok", " and ".join(found) + (f" (of tesseract not there: {', '.join(missing)})" if missing else "")


def _reads(words: object) -> bool:
    """Say whether an engine has read the number that was drawn."""
    return isinstance(words, list) and TRIED.split()[1] in " ".join(word.text for word in words)


def _drawn() -> Image.Image:
    from PIL import Image, ImageDraw, ImageFont

    sheet = Image.new("L", (900, 300), 255)
    ImageDraw.Draw(sheet).text((100, 100), TRIED, fill=0, font=ImageFont.load_default(64))
    return sheet


def _photographs() -> tuple[State, str]:
    if find_spec("pi_heif") is None:
        return "note", "HEIC is not opened; install the extra [ocr]"
    import pi_heif

    return "ok", f"HEIC is opened, by libheif {pi_heif.libheif_version()}"


def _barcodes() -> tuple[State, str]:
    import zxingcpp

    code = zxingcpp.create_barcode(TRIED, zxingcpp.BarcodeFormat.PDF417)
    read = zxingcpp.read_barcodes(code.to_image(scale=3))
    if [one.text for one in read] == [TRIED]:
        return "ok", "PDF417 is read"
    return "wrong", "a barcode that was written is not read"


def _cache() -> tuple[State, str]:
    from consistency.cache import users_shelf

    shelf = users_shelf()
    told = f"{shelf.folder}: {shelf.held().size / 1e6:.1f} of {shelf.limit / 1e6:.0f} MB"
    near = next(place for place in (shelf.folder, *shelf.folder.parents) if place.exists())
    usable = shelf.ready() is not None if near == shelf.folder else near.is_dir() and os.access(near, os.W_OK)
    if usable:
        return "ok", f"{told}, for your account alone"
    return "note", f"{told}; it cannot be used (not yours, or not to be written): every file is read anew"


def _limits() -> tuple[State, str]:
    from consistency.pipeline import BOUNDS
    from consistency.readers.limits import Limits

    limits = Limits()
    told = (
        f"{limits.file_bytes / 1e6:.0f} MB and {limits.pages} pages of a file, {limits.recognised} of them recognised; "
        f"{BOUNDS.seconds / 60:.0f} minutes and {BOUNDS.memory / 1e9:.0f} GB to read it"
    )
    if platform.system() != "Linux":
        return "note", f"{told} (the memory is bounded on Linux only)"
    return "ok", told


PARTS: dict[str, Callable[[], tuple[State, str]]] = {
    "Python": _python,
    "program": _program,
    "libraries": _libraries,
    "bundled case": _sample,
    "pictures of pages": _pages,
    "text recognition": _recognition,
    "photographs": _photographs,
    "barcodes": _barcodes,
    "cache folder": _cache,
    "limits": _limits,
}
"""What is looked at, by its name, in the order of telling."""
