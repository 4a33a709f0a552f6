"""Expressions that are built when first used: they do what those of ``re`` do, and each of the program can be built."""

import gc
import importlib
import pkgutil
import re

import pytest

import consistency
from consistency.normalizer.expressions import expression


def test_an_expression_does_what_a_compiled_one_does() -> None:
    lazy, plain = expression(r"(?P<year>\d{4})", re.IGNORECASE), re.compile(r"(?P<year>\d{4})", re.IGNORECASE)
    text = "from 2019 to 2021"
    for method in ("search", "match", "fullmatch"):
        ours, theirs = getattr(lazy, method)(text), getattr(plain, method)(text)
        assert (ours and ours.span()) == (theirs and theirs.span())
    assert [found["year"] for found in lazy.finditer(text)] == lazy.findall(text) == plain.findall(text)
    assert lazy.sub("then", text) == plain.sub("then", text)
    assert lazy.split(text) == plain.split(text)
    assert (lazy.pattern, lazy.groups, dict(lazy.groupindex)) == (plain.pattern, 1, {"year": 1})


def test_a_wrong_expression_is_told_when_it_is_first_used() -> None:
    wrong = expression("(")
    with pytest.raises(re.error):
        wrong.search("text")


def test_every_expression_of_the_program_can_be_built() -> None:
    for module in pkgutil.walk_packages(consistency.__path__, "consistency."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    kind = type(expression(""))
    held = [one for one in gc.get_objects() if isinstance(one, kind) and one.pattern != "("]
    assert len(held) > 500
    for one in held:
        assert one.groups >= 0, one.pattern
