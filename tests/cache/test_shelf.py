"""The folder of readings: the owner's alone, bounded, never half a file."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from consistency.cache.shelf import DAYS, Held, Shelf, Uncleared, users_shelf

NAMES = tuple(letter * 64 for letter in "abcd")
DAY = 86_400


@pytest.fixture
def place(tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path / "user" / "readings", limit=1_000).ready()
    assert made is not None
    return made


def asked_for(place: Shelf, name: str, days_ago: float) -> None:
    file = place.folder / name
    then = file.stat().st_mtime - days_ago * DAY
    os.utime(file, (then, then))


def test_only_the_owner_can_look_into_it(place: Shelf) -> None:
    place.put(NAMES[0], b"words")
    assert stat.S_IMODE(place.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((place.folder / NAMES[0]).stat().st_mode) == 0o600


def test_a_folder_that_others_can_look_into_is_closed(tmp_path: Path) -> None:
    (tmp_path / "readings").mkdir(mode=0o755)
    (tmp_path / "readings").chmod(0o755)
    assert Shelf(tmp_path / "readings").ready() is not None
    assert stat.S_IMODE((tmp_path / "readings").stat().st_mode) == 0o700


def test_a_link_or_a_folder_of_another_user_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    assert Shelf(tmp_path / "link").ready() is None
    monkeypatch.setattr("consistency.cache.shelf.os.getuid", lambda: 4711)
    assert Shelf(tmp_path / "elsewhere").ready() is None


def test_what_was_asked_for_last_stays(place: Shelf) -> None:
    for number, name in enumerate(NAMES):
        place.put(name, b"-" * 300)
        asked_for(place, name, len(NAMES) - number)
    assert place.take(NAMES[0]) == b"-" * 300
    place.bound()
    assert {file.name for file in place.folder.iterdir()} == {NAMES[0], NAMES[2], NAMES[3]}
    assert place.held() == Held(3, 3 * 332)


def test_what_nobody_asked_for_is_let_go(place: Shelf) -> None:
    for name, days in zip(NAMES, (0, DAYS - 1, DAYS + 1, -400), strict=True):
        place.put(name, b"words")
        asked_for(place, name, days)
    place.bound()
    assert {file.name for file in place.folder.iterdir()} == {NAMES[0], NAMES[1], NAMES[3]}


def test_what_is_larger_than_all_room_is_not_laid(place: Shelf) -> None:
    place.put(NAMES[0], b"-" * 2_000)
    assert place.held() == Held(0, 0)


def test_only_own_files_are_let_go(place: Shelf) -> None:
    place.put(NAMES[0], b"words")
    (place.folder / "holiday.jpg").write_bytes(b"a picture")
    assert place.clear() == Held(1, 37)
    assert [file.name for file in place.folder.iterdir()] == ["holiday.jpg"]


def test_what_cannot_be_let_go_is_said(place: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    place.put(NAMES[0], b"words")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refused)
        with pytest.raises(Uncleared, match="cannot be cleared: Permission denied"):
            place.clear()


def test_the_environment_names_the_folder_else_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSISTENCY_CACHE", "/somewhere")
    assert users_shelf().folder == Path("/somewhere/readings")
    monkeypatch.delenv("CONSISTENCY_CACHE")
    assert users_shelf().folder.parts[-2:] == ("consistency", "readings")


WRITING = """
import sys
from pathlib import Path
from consistency.cache.shelf import Shelf
place, letter = Shelf(Path(sys.argv[1]), limit=200_000).ready(), sys.argv[2].encode()
seen = set()
for number in range(150):
    place.put("abcdef"[number % 6] * 64, letter * 40_000)
    seen |= {taken for name in "abcdef" if (taken := place.take(name * 64))}
    place.bound()
assert {(len(one), len(set(one))) for one in seen} == {(40_000, 1)}, "half a file was seen"
"""


def test_two_programs_at_once_never_see_half_a_file(tmp_path: Path) -> None:
    both = [
        subprocess.Popen(
            [sys.executable, "-c", WRITING, str(tmp_path / "readings"), letter],
            stderr=subprocess.PIPE,
            text=True,
        )
        for letter in "xy"
    ]
    assert [one.communicate()[1] for one in both] == ["", ""]
    assert [one.returncode for one in both] == [0, 0]
    assert all(len(file.name) == 64 for file in (tmp_path / "readings").iterdir())
