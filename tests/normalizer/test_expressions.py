"""Expressions that are built when first needed: they do what those of ``re`` do, and each can be built."""

import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from docs.standing_words import known, standing_words

from consistency.normalizer import expressions
from consistency.normalizer.expressions import STANDING_WORDS, Expression, Words, expression, name_of
from consistency.normalizer.text import fold
from consistency.pipeline import papers
from tests.bundled import SAMPLE

ROOT = Path(__file__).parents[2]
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


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> dict[str, Words]:
    """The words that expressions stand on, as this test would have them."""
    words: dict[str, Words] = {}
    monkeypatch.setattr(expressions, "_standing_words", lambda: words)
    return words


def test_an_expression_does_what_a_compiled_one_does(table: dict[str, Words]) -> None:
    pattern = r"(?P<year>\d{4})"
    plain = re.compile(pattern, re.IGNORECASE)
    assert answers(expression(pattern, re.IGNORECASE), "from 2019") == answers(plain, "from 2019")
    lazy = expression(pattern, re.IGNORECASE)
    assert (lazy.pattern, lazy.groups, dict(lazy.groupindex)) == (plain.pattern, 1, {"year": 1})


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "né le 3 mai",
        "NÉ LE 3 MAI",
        "BORN IN MAY",
        "Born, née le: born",
        "nothing",
        "ne le",
        "Nº le",
        "bom",
    ],
)
def test_it_does_so_where_it_stands_on_words(text: str, flags: re.RegexFlag, table: dict[str, Words]) -> None:
    pattern = r"\b(?:born|n[ée]{1,2} le)\b"
    table[name_of(pattern, flags)] = (("born", "ne le", "né le", "nee le", "née le", "neé le", "néé le"),)
    assert answers(expression(pattern, flags), text) == answers(re.compile(pattern, flags), text)


@pytest.mark.parametrize("text", ["KISS", "\u212aıſs", "Kİſſ", "ßkißs"])
def test_letters_that_stand_for_others_are_looked_at_by_the_expression(
    text: str, table: dict[str, Words]
) -> None:
    table[name_of("kiss", re.IGNORECASE)] = standing_words("kiss", re.IGNORECASE)
    assert standing_words("kiss", re.IGNORECASE) == (("kiss",),)
    found = expression("kiss", re.IGNORECASE).search(text)
    assert bool(found) == bool(re.search("kiss", text, re.IGNORECASE))


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The expressions that are built from here on."""
    patterns: list[str] = []
    compiling = re.compile

    def noted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        patterns.append(pattern)
        return compiling(pattern, flags)

    monkeypatch.setattr(re, "compile", noted)
    return patterns


def test_it_is_built_when_a_text_holds_a_word_of_each_row(built: list[str], table: dict[str, Words]) -> None:
    table[name_of("(?:my|our) \\w* ?son", 0)] = (("my ", "our "), ("son",))
    lazy = expression("(?:my|our) \\w* ?son")
    for text in ("my cousin", "a person", "", "daughter"):
        assert answers(lazy, text)[3:7] == [None, None, None, []] and not built
    assert lazy.search("my eldest son") and lazy.search("our son")
    assert len(built) == 1


def test_it_is_built_when_it_is_asked_again_and_again(built: list[str], table: dict[str, Words]) -> None:
    table[name_of("son", 0)] = (("son",),)
    lazy = expression("son")
    for _ in range(expressions.OFTEN):
        assert lazy.search("daughter") is None
    assert not built
    assert lazy.search("daughter") is None and lazy.search("son")
    assert len(built) == 1


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("born", (("born",),)),
        (r"\b(?:born|n[ée]e? le)\b", (("born", "ne le", "né le", "nee le", "née le"),)),
        (r"date of birth\s*:\s*(\d+)", (("date of birth",),)),
        (r"(?:my|our) (?:\w+ ){0,2}(?:wife|husband)", (("wife", "husband"), ("my ", "our "))),
        (r"(?:refus(?:ed|al)|reject\w+)", (("refus", "reject"),)),
        (r"\d+ (?=.{3,60}accept)", (("accept",),)),
        (r"\d+ (?!.{3,60}accept)", ()),
        (r"(?:not )?granted", (("granted",),)),
        (r"(?:not )?\w+", ()),
        (r"(?:visit|\w+) to", ((" to",),)),
        (r"x?", ()),
        (r"(?i:born)", ()),
        (r"(?i)born", ()),
        (r"(a)\1bcd", (("bcd",),)),
        (r"(?:abc){2,}", (("abc",),)),
        (r"(?:abc)*", ()),
        (r"[^a]bcd", (("bcd",),)),
        (r"(?>abc|abd)e", (("abce", "abde"),)),
    ],
)
def test_the_words_that_an_expression_stands_on(pattern: str, words: Words) -> None:
    assert standing_words(pattern, 0) == words


def test_words_are_small_where_capitals_do_not_count_and_odd_letters_are_no_words() -> None:
    assert standing_words("UCI|Née", re.IGNORECASE) == (("née", "uci"),)
    assert standing_words("straſſe", re.IGNORECASE) == ()
    assert standing_words("Née", 0) == (("Née",),)


def test_many_words_are_told_by_their_beginnings() -> None:
    (row,) = standing_words("|".join(f"certificate of {number}" for number in range(60)), 0)
    assert row == ("certificate of ",)


LETTERS = "kiséKÉ\u212aİıſ "
"""With those that stand for others where capitals do not count."""
PARTS = (
    "{0}{1}", "{0}{1}{2}", "(?:{0}|{1})", "(?:{0}|{0}{1}|{0}{2})", "({0})", "(?:{0})?", "(?:{0}){{1,3}}", "(?:{0})*?",
    "(?:{0})+", "{0}(?={1})", "(?={0}{1}){0}", "{0}(?!{1})", "(?<={0}){1}", "\\b{0}", "{0}$", "^{0}", "[{letters}]{0}",
    "[^{letters}]{0}", "{0}.{1}", "(?>{0}|{1}){2}", "(?:{0}){{2}}+{1}", "(?i:{0}){1}", "(?P<a>{0})?(?(a){1}|{2})",
)  # fmt: skip
"""What expressions are made of, in one another."""


def made(dice: random.Random, depth: int) -> str:
    """Make an expression."""
    letters = "".join(dice.choices(LETTERS.strip(), k=dice.randint(1, 3)))
    if depth == 0:
        return letters
    part = dice.choice(PARTS if depth > 1 else PARTS[:17])
    return part.format(*(made(dice, depth - dice.randint(1, depth)) for _ in range(3)), letters=letters)


def test_nothing_that_an_expression_matches_lacks_its_words() -> None:
    dice = random.Random(11)
    standing = matched = 0
    for _ in range(6_000):
        pattern, flags = made(dice, dice.randint(1, 3)), dice.choice([0, re.I, re.I | re.A, re.M, re.S])
        try:
            compiled = re.compile(pattern, flags)
        except re.error:  # a group has two names, or what is looked back at no one length
            continue
        words = standing_words(pattern, flags)
        standing += bool(words)
        one = Expression(pattern, int(flags))
        for text in ("".join(dice.choices(LETTERS, k=dice.randint(1, 12))) for _ in range(30)):
            if compiled.search(text):
                matched += 1
                assert one._may_match(text, words), (pattern, flags, text, words)
    assert standing > 1_000 and matched > 20_000


def test_the_table_is_as_the_expressions_are() -> None:
    code = "import sys; from docs.standing_words import written; sys.stdout.buffer.write(written().encode())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT)
    assert done.stdout.decode() == STANDING_WORDS.read_text(encoding="utf-8"), "write it anew: make words"


def test_no_text_of_the_bundled_case_is_matched_without_the_words() -> None:
    lines = {line.text for paper in papers(SAMPLE) for line in paper.document.lines}
    texts = lines | set(map(fold, lines)) | set(map(str.lower, lines)) | {" ".join(sorted(lines))}
    table = expressions._standing_words()
    standing = [(one, table[name]) for one in known() if (name := name_of(*one)) in table]
    assert len(standing) > 500
    matched = 0
    for one, words in standing:
        for text in filter(re.compile(*one).search, texts):
            matched += 1
            assert Expression(*one)._may_match(text, words), (one, text)
    assert matched > 1000


def test_a_wrong_expression_is_told_when_it_is_first_used() -> None:
    wrong = expression("(")
    with pytest.raises(re.error):
        wrong.search("text")


def test_every_expression_of_the_program_can_be_built() -> None:
    held = [one for one in known() if one[0] != "("]
    assert len(held) > 500
    for one in held:
        assert re.compile(*one).groups >= 0
