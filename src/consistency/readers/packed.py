"""ZIP packages that others made: what reading one may end in, and which ways of packing are read."""

from __future__ import annotations

import struct
import zipfile
import zlib

BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, KeyError, ValueError, OSError, EOFError,
    NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip
"""What zipfile raises on broken packages."""
PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""How a part may be packed (ECMA-376-2, 10.2.2): not in the slower ways that other programs know."""


def refuse_odd(part: zipfile.ZipInfo) -> None:
    """Raise BadZipFile for a part that no program packs so that makes papers."""
    if part.compress_type not in PACKED:
        raise zipfile.BadZipFile(
            f"a part of it is packed in the way {part.compress_type}, which Word does not know"
        )
