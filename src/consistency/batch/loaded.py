"""Loading this module loads what the check of any folder needs, so that processes that begin with it begin at once.

The vocabularies are compiled when they are first used: so a few words are read, of nobody. What the processes have in
common is then in memory once, too, where the system shares it (Linux, macOS).
"""

from consistency.case.assemble import assemble
from consistency.comparator.engine import run
from consistency.extractors.extract import extract
from consistency.model import Document, Line, Segment
from consistency.readers.files import readers

WORDS = (
    "To whom it may concern",
    "Date: 2026-01-01",
    "Name: N. N.",
    "From 2024-01 to 2025-01 in Paris, France",
)

readers()
lines = tuple(Line((Segment(words),)) for words in WORDS)
run(assemble("", [extract(Document("a.pdf", "0" * 64, "pdf", "text", "full", lines=lines))]))
