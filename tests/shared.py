"""What lies beside the project: real blanks, cases, tables. Tests use it where it is there, and pass without it."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
CASES, RESUMES, FORMS, TABLES, HOSTILE = (
    SHARED / name for name in ("cases", "resumes", "forms", "tables", "hostile")
)
BLANKS, STRUCTURE = FORMS / "blank", FORMS / "structure"

uses_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="shared is not there")
"""Marks a test that needs it."""


def case_folders() -> list[Path]:
    """Give the folders of the cases, to be a test's parameters; none where they are not there."""
    return sorted(path for path in CASES.glob("*") if path.is_dir())
