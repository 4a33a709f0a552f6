"""What a file may cost, and the options of a reading."""

from __future__ import annotations

from dataclasses import dataclass, field

PAGE_SECONDS = 90.0
"""Longest time that an engine is given to recognise one page."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be before it is refused: far above any real paper, far below what does harm."""

    file_bytes: int = 200_000_000
    """Bytes of a file on disk."""
    pages: int = 1_000
    """Pages of a PDF that are read; further pages are reported."""
    member_bytes: int = 100_000_000
    """Bytes of one part of a DOCX, or of one stream of a PDF form, after decompression."""
    package_bytes: int = 400_000_000
    """Bytes of all parts of a DOCX after decompression."""
    package_members: int = 5_000
    """Number of parts of a DOCX."""
    ratio: int = 200
    """How many times larger than packed a part of a DOCX may be, from one megabyte on."""
    xml_nodes: int = 1_000_000
    """Elements of one XML part."""
    characters: int = 3_000_000
    """Characters of text kept of one document; what follows is reported."""
    line_characters: int = 4_000
    """Characters of a line, which is a page of close print; a longer one is read as several."""
    line_segments: int = 100
    """Cells of a row, or words of a line that wide gaps set apart; a longer one is read as several."""
    value_characters: int = 10_000
    """Characters kept of what is filled into one field of a form; what follows is reported."""
    pixels: int = 200_000_000
    """Pixels of a picture."""
    scans: int = 100
    """Passes in which a JPEG is drawn: progressive ones have about ten, and each costs a whole drawing."""
    recognised: int = 60
    """Pages of a document on which text is recognised (some seconds each); further ones are reported."""
    careful: int = 6
    """Pages of a document up to which the surer engine reads again what the quicker one is not sure of."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: passwords to try, what a file may cost, and whether pictures are to be recognised."""

    passwords: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    ocr: bool = False
