"""Whether the boxes of findings enclose the words they quote: ``python -m benchmarks.boxes FOLDER …``.

Each folder is checked, each side of a finding that has a box is drawn, and the words inside the box are read back:
by the text of the page that lies there, and by tesseract from the picture. A filled field has no text on its page.
"""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from consistency.extractors.pages.columns import words_of
from consistency.model import Box, Document, Evidence, Report
from consistency.normalizer.text import fold
from consistency.pipeline import check
from consistency.readers.files import Options
from consistency.readers.ocr import tesseract
from consistency.readers.pictures import Picture, pictures

SLACK = 1.5
"""Points by which a word may stand out of the box."""
LOST = 0.25
"""Share of a quote's words that the engine may misread in a small picture."""


def sides(report: Report) -> Iterator[Evidence]:
    """Give the places with a box that the findings of a report cite."""
    for finding in report.findings:
        yield from (c.evidence for c in finding.evidence if c.evidence.box is not None and c.evidence.quote)


def by_text(document: Document, place: Evidence) -> bool:
    """Say whether every quoted word lies in the box, by the text of the page."""
    told = fold(_text(document, place)).split()
    return all(word in told for word in fold(place.quote or "").split())


def by_picture(place: Evidence, picture: Picture) -> bool:
    """Say whether the quoted words are recognised in the picture of the box, but for a few."""
    seen, wanted = fold(_recognised(picture)).replace(" ", ""), fold(place.quote or "").split()
    return sum(word in seen for word in wanted) >= (1 - LOST) * len(wanted)


def _text(document: Document, place: Evidence) -> str:
    """Give the words of the page whose middle lies in the box."""
    lines = (line for line in document.lines if line.page == place.page)
    words = (word for line in lines for segment in line.segments for word in words_of(segment))
    return " ".join(word.text for word in words if place.box and _within(word.box, place.box))


def _within(word: Box, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return box.x0 - SLACK <= x <= box.x1 + SLACK and box.y0 - SLACK <= y <= box.y1 + SLACK


def _recognised(picture: Picture) -> str:
    whole: Any = Image.open(io.BytesIO(picture.png)).convert("L")
    mark = picture.mark
    part = whole.crop((int(mark.x0), int(mark.y0), int(mark.x1) + 1, int(mark.y1) + 1))
    part = part.resize((part.width * 2, part.height * 2))
    framed = Image.new("L", (part.width + 40, part.height + 40), 255)
    framed.paste(part, (20, 20))
    return " ".join(word.text for word in tesseract.words(framed, 288.0)) if tesseract.languages() else ""


def main(folders: list[str]) -> None:
    """Print the shares by the way in which the documents were read, and each side that neither reading finds."""
    total: Counter[tuple[str, str]] = Counter()
    for folder in folders:
        report = check(folder)
        documents = {paper.path: paper.document for paper in report.case.papers}
        places = list(dict.fromkeys(sides(report)))
        drawn = pictures(Path(folder), documents, places, Options())
        for place in places:
            document, picture = documents[place.document], drawn.get(place)
            text, seen = by_text(document, place), picture is not None and by_picture(place, picture)
            total.update({(document.method, "boxes"): 1, (document.method, "text"): text})
            total.update({(document.method, "picture"): seen, (document.method, "either"): text or seen})
            if not (text or seen):
                print(f"{folder}: {place.document}, page {place.page}: “{place.quote}” is not in {place.box}")
    print(f"{'read by':10}{'boxes':>7}{'by text':>9}{'by picture':>12}{'either':>8}")
    for method in sorted({method for method, _ in total}):
        counts = [total[method, name] for name in ("boxes", "text", "picture", "either")]
        print(f"{method:10}{counts[0]:7}{counts[1]:9}{counts[2]:12}{counts[3]:8}")


if __name__ == "__main__":
    main(sys.argv[1:])
