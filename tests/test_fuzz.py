"""The fuzzing of the readers: its targets hold on what they begin with, and on a few things made from it."""

from __future__ import annotations

import io
import zipfile
from random import Random

import pytest
from benchmarks.fuzz.__main__ import main
from benchmarks.fuzz.mutating import MOST, bytes_changed
from benchmarks.fuzz.target import Target, crash_of, targets, tried
from click.testing import CliRunner

SEEDS, TIMES = 6, 2


@pytest.mark.parametrize("target", targets().values(), ids=lambda target: target.name)
def test_a_target_holds_on_its_seeds_and_on_what_is_made_from_them(target: Target) -> None:
    inputs = list(tried(target, 1, SEEDS, TIMES))
    assert len(inputs) >= 1 + TIMES
    for data in inputs:
        assert crash_of(target, data) is None, data[:2_000]


def broken_package() -> bytes:
    """Make a ZIP of which nobody can unpack the part."""
    content, name = io.BytesIO(), "word/document.xml"
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, b"<w/>" * 50)
    data = bytearray(content.getvalue())
    data[data.index(name.encode()) + len(name)] = (
        0xFF  # a kind of block that deflate does not have (RFC 1951)
    )
    return bytes(data)


@pytest.mark.parametrize("target", targets().values(), ids=lambda target: target.name)
def test_a_way_to_make_inputs_takes_any_bytes_and_makes_the_same_again(target: Target) -> None:
    seed = next(iter(target.seeds()))
    given = [b"", b"\xff\x00", b"PK\x03\x04", b"[" * 3_000, broken_package(), bytes_changed(seed, Random(1))]
    made = [target.mutate(data, Random(n)) for data in given for n in range(5)]
    assert made == [target.mutate(data, Random(n)) for data in given for n in range(5)]
    assert all(len(data) <= MOST for data in made)
    assert any(target.mutate(seed, Random(n)) != seed for n in range(5))


def failing(data: bytes) -> None:
    if data.startswith(b"no"):
        raise KeyError(data)
    int(data)


def test_a_crash_is_an_error_that_is_not_documented_and_is_known_by_its_place() -> None:
    target = Target("t", "", failing, lambda: [b"1"], bytes_changed, (KeyError,))
    assert crash_of(target, b"1") is None and crash_of(target, b"no") is None
    first, second = crash_of(target, b"x"), crash_of(target, b"yy")
    assert first is not None and second is not None
    assert first.name == second.name and first.name.startswith("ValueError-")
    assert "invalid literal" in first.told
    strict = Target("t", "", failing, lambda: [b"1"], bytes_changed)
    other = crash_of(strict, b"no")
    assert other is not None and other.name.startswith("KeyError-")


def test_a_target_that_is_not_there_is_answered_with_those_that_are() -> None:
    result = CliRunner().invoke(main, ["nothing"])
    assert result.exit_code == 2
    assert all(name in result.output for name in targets())
