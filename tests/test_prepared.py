"""What is made of the program's text beforehand is what Python makes of it when it is needed."""

import gc
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import tomli
from docs.prepared import built, known, texts, written

from consistency import prepared
from consistency.normalizer import tables
from consistency.normalizer.expressions import expression


@pytest.fixture(scope="module")
def made() -> bytes:
    """The file, made anew."""
    gc.collect()  # wrong expressions of other tests
    return written()


@pytest.fixture
def file(made: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file in a place of its own, and nothing remembered of the program's."""
    path = tmp_path / "prepared.bin"
    path.write_bytes(made)
    monkeypatch.setattr(prepared, "FILE", path)
    prepared._kept.cache_clear()
    yield path
    prepared._kept.cache_clear()


def test_every_expression_is_the_one_that_python_builds(file: Path) -> None:
    assert file.exists()
    expressions = set(known())
    assert len(expressions) > 900
    for pattern, flags in expressions:
        taken, compiled = prepared.expression(pattern, flags), re.compile(pattern, flags)
        assert taken == compiled  # the same flags, and the same code for the engine
        assert taken is not None
        assert (taken.groups, dict(taken.groupindex)) == (compiled.groups, dict(compiled.groupindex))


def test_groups_are_told_by_their_names(file: Path) -> None:
    pattern = "(?P<year>[12]\\d{3})(x)?|(?P<word>[a-z]+)"
    file.write_bytes(
        msgspec.msgpack.encode(
            {prepared.name_of_expression(pattern, re.IGNORECASE): built(pattern, re.IGNORECASE)}
        )
    )
    taken = prepared.expression(pattern, re.IGNORECASE)
    assert taken is not None
    found = list(taken.finditer("In 2019"))
    assert [one.lastgroup for one in found] == ["word", "year"]
    assert [one.groupdict() for one in found] == [
        {"year": None, "word": "In"},
        {"year": "2019", "word": None},
    ]


def test_every_table_is_the_one_that_its_text_is(file: Path) -> None:
    assert file.exists()
    every = list(texts())
    assert len(every) > 80
    for text in every:
        assert prepared.table(text) == tomli.loads(text)


def test_what_was_changed_since_is_made_when_it_is_needed(file: Path) -> None:
    assert file.exists()
    assert prepared.expression("a pattern that nobody wrote", 0) is None
    assert prepared.table('written = "since"') is None
    assert tables.parsed('written = "since"') == {"written": "since"}
    with pytest.raises(tomli.TOMLDecodeError):
        tables.parsed("written =")


def test_without_the_file_everything_is_made_when_it_is_needed(file: Path) -> None:
    file.unlink()
    (text, *_), (one, *_) = texts(), known()
    assert prepared.table(text) is None
    assert tables.parsed(text) == tomli.loads(text)
    assert prepared.expression(*one) is None
    assert expression(*one).groups == re.compile(*one).groups
