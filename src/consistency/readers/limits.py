"""What a file may cost, and the options of a reading.

``[limits]`` in a folder's ``consistency.toml`` sets any of them for that folder, by name.
"""

from __future__ import annotations

from msgspec import Struct, field

PAGE_SECONDS = 90.0
"""Longest time that an engine is given to recognise one page."""


class Limits(Struct, frozen=True):
    """How large a file may be before it is refused: far above any real paper, far below what does harm."""

    file_bytes: int = 200_000_000
    """Bytes of a file on disk."""
    pages: int = 1_000
    """Pages of a PDF that are read; further pages are reported."""
    objects: int = 500_000
    """Objects of a PDF."""
    stream_bytes: int = 50_000_000
    """Bytes, after decompression, of one stream of a PDF, and of all that are packed as no real ones are."""
    groups: int = 100_000
    """Groups of drawings that one group of a PDF draws, those within others counted each time."""
    group_depth: int = 40
    """How deep groups of drawings may be nested; pdfium draws nothing that lies deeper."""
    annotations: int = 5_000
    """Notes and fields of a page of a PDF that are read; further ones are reported."""
    fields: int = 20_000
    """Fields of a form that no page of a PDF shows, with those that only hold others; further ones are reported."""
    attachments: int = 200
    """Files within a PDF that are read; further ones are reported."""
    member_bytes: int = 75_000_000
    """Bytes of one part of a DOCX or of a PDF form, after decompression."""
    package_bytes: int = 400_000_000
    """Bytes of all parts of a DOCX after decompression."""
    package_members: int = 5_000
    """Number of parts of a DOCX."""
    ratio: int = 200
    """How many times larger than packed a part of a DOCX may be, from one megabyte on."""
    xml_nodes: int = 1_000_000
    """Elements of one XML part."""
    xml_depth: int = 256
    """How deep elements of an XML part may be nested; the parser itself refuses more."""
    tables: int = 12
    """How deep tables and text boxes of a DOCX may be nested; what lies deeper is read as one line, and reported."""
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
    seconds: int = 600
    """Seconds that a process may take for a file."""
    memory: int = 4_000_000_000
    """Bytes that such a process may hold; only Linux heeds it."""


class Options(Struct, frozen=True):
    """How to read: passwords to try, what a file may cost, and whether pictures are to be recognised."""

    passwords: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    ocr: bool = False
