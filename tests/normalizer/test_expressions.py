"""Expressions that are built when first used: they do what those of ``re`` do."""

import re

import pytest
from docs.cues import cues

from consistency import prepared
from consistency.normalizer.expressions import expression

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split")


def answers(of: re.Pattern[str], text: str) -> list[object]:
    """Ask an expression in every way, and put what it says in a form that can be compared."""
    told: list[object] = [of.sub("then", text), of.sub(lambda found: found[0] * 2, text), of.subn("", text)]
    for method in METHODS:
        given = getattr(of, method)(text)
        if method == "finditer":
            given = [(one.span(), one.groups()) for one in given]
        told.append(given.span() if isinstance(given, re.Match) else given)
    return told


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
@pytest.mark.parametrize(
    "text", ["", "né le 3 mai", "NÉ LE 3 MAI", "BORN IN MAY", "Born, née le: born", "no"]
)
def test_an_expression_does_what_a_compiled_one_does(text: str, flags: re.RegexFlag) -> None:
    pattern = r"\b(?P<word>born|n[ée]{1,2} le)\b"
    plain = re.compile(pattern, flags)
    assert answers(expression(pattern, flags), text) == answers(plain, text)
    lazy = expression(pattern, flags)
    assert (lazy.pattern, lazy.groups, dict(lazy.groupindex)) == (plain.pattern, 1, {"word": 1})


LONG_TEXTS = (
    "She was BORN in May. " * 40,
    "nothing of it. " * 40,
    "né le 3 mai " * 40,
    "Ünïcödé " * 40 + "INSURANCE",
    "x" * 400 + " İNSURANCE",
    "x" * 400 + " ınſurance",
)


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
@pytest.mark.parametrize("text", LONG_TEXTS)
@pytest.mark.parametrize("pattern", [r"\b(?:born|n[ée] le|insurance)\b", r"insur(?=ance)|3 mai", r"\w+"])
def test_a_long_text_is_searched_as_a_compiled_one_does(
    text: str, flags: re.RegexFlag, pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepared, "cues", cues)
    lazy, plain = expression(pattern, flags), re.compile(pattern, flags)
    for place in ((), (3,), (3, 500)):
        found, expected = lazy.search(text, *place), plain.search(text, *place)
        assert (found and found.span()) == (expected and expected.span())


def test_an_expression_is_not_tried_on_a_long_text_without_its_cues(monkeypatch: pytest.MonkeyPatch) -> None:
    class Tried:
        flags = 0

        def search(self, text: str) -> None:
            raise AssertionError(text)

        match = fullmatch = finditer = findall = sub = subn = split = search
        groups, groupindex = 0, ()

    monkeypatch.setattr(prepared, "cues", cues)
    monkeypatch.setattr(prepared, "expression", lambda _pattern, _flags: Tried())
    lazy = expression("born|née")
    assert lazy.search("nothing of it " * 40) is None
    with pytest.raises(AssertionError):
        lazy.search("nothing of it")


def test_it_is_built_when_it_is_first_used_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    patterns: list[str] = []
    compiling = re.compile

    def noted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        patterns.append(pattern)
        return compiling(pattern, flags)

    monkeypatch.setattr(re, "compile", noted)
    lazy = expression("of this test alone")
    assert not patterns
    assert (
        not lazy.search("another") and lazy.match("of this test alone") and lazy.search("of this test alone")
    )
    assert patterns == ["of this test alone"]


def test_it_takes_what_is_prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    other = re.compile("another")
    monkeypatch.setattr(prepared, "expression", lambda _pattern, _flags: other)
    assert expression("one").search("another")


def test_it_has_nothing_else() -> None:
    assert hasattr(expression("one"), "search")
    assert not hasattr(expression("one"), "scanner")


def test_a_wrong_expression_is_told_when_it_is_first_used() -> None:
    wrong = expression("(")
    with pytest.raises(re.error):
        wrong.search("text")
