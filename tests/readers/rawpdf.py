"""PDFs put together byte by byte: for what no library writes, sound or broken as a test wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << %s >> %s >>"
HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object; the content as it is."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def objects(
    content: bytes,
    font: bytes = HELVETICA,
    more: Sequence[bytes] = (),
    resources: bytes = b"",
    page: bytes = b"",
    catalog: bytes = b"",
) -> list[bytes]:
    """The objects of a file with one page: catalogue, tree, page, content, font (F1), and ``more`` from number 6."""
    return [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE % (b"/Font << /F1 5 0 R >> " + resources, page),
        stream(content),
        font,
        *more,
    ]


def joined(found: Sequence[bytes]) -> bytes:
    """A file of objects, numbered from 1, with a sound table of where they begin."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(found, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(found) + 1
    return bytes(out) + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(out))
    )


def written(*lines: str, size: int = 12, top: int = 700, left: int = 72) -> bytes:
    """The content of a page: plain lines in the font F1."""
    shown = b" T* ".join(b"(%s) Tj" % line.encode("cp1252") for line in lines)
    return b"BT /F1 %d Tf 20 TL %d %d Td %s ET" % (size, left, top, shown)


def mapped(letters: Mapping[int, str]) -> bytes:
    """A ToUnicode map of single bytes (ISO 32000-1, 9.10.3)."""
    rows = b"".join(
        b"<%02X> <%s>\n" % (code, text.encode("utf-16-be").hex().encode()) for code, text in letters.items()
    )
    return stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"%d beginbfchar\n%sendbfchar\nendcmap end end" % (len(letters), rows)
    )
