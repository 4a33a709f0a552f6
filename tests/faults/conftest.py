"""A place for what is checked, and for what the program may need beside it."""

from pathlib import Path

import pytest

from tests.batch.making import applicants


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a folder with the folders of two applicants, each of which passes."""
    applicants(tmp_path / "root", 2)
    return tmp_path / "root"


@pytest.fixture
def case(root: Path) -> Path:
    return root / "case 000"
