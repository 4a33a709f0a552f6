"""What tests of several rooms share: the browser in which pages are tested, and a cache that is not the user's."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

NUMBERS = count()
CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip


settings.register_profile("untimed", deadline=None)  # how fast the machine is just now is no fault
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep what is read for several tests out of the user's own cache."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("CONSISTENCY_CACHE", str(folder / "session"))
        yield folder


@pytest.fixture(autouse=True)
def cache_folder(cache_of_the_session: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a cache of its own, which is not there until something is kept in it."""
    folder = cache_of_the_session / str(next(NUMBERS))
    monkeypatch.setenv("CONSISTENCY_CACHE", str(folder))
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM.exists(), "pages are tested in Chromium: apt-get install chromium"
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()
