"""A small case, checked once for all tests of the page."""

from pathlib import Path

import pytest

from consistency.model import Report
from consistency.pipeline import check
from tests.bundled import READING
from tests.review import making
from tests.review.making import Visitor


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return making.folder(tmp_path_factory.mktemp("review"))


@pytest.fixture(scope="session")
def report(case: Path) -> Report:
    return check(case, READING)


@pytest.fixture
def folder(case: Path, tmp_path: Path) -> Path:
    return making.copied(case, tmp_path)


@pytest.fixture
def visitor(folder: Path, report: Report, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    return Visitor(making.desk_of(folder, report, monkeypatch))
