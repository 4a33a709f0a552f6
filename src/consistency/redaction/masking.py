"""Putting stand-ins in the place of what is personal in a text: what the papers tell, and what only looks like it.

First the known forms, the longest first; then words a letter or two off a name, as text recognition leaves them; then
what has the shape of an address on the net, a telephone number, a long number, or is written in another script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from msgspec import Struct
from rapidfuzz.distance import OSA

from consistency.normalizer.expressions import expression
from consistency.normalizer.text import tokens
from consistency.redaction.compact import Compact, compacted
from consistency.redaction.personal import Form, Personal
from consistency.redaction.vocabulary import is_common, words

_KEY = 2
"""Letters by which a form is looked up."""

_WORD = expression(r"[^\W_]+(?:[’'\u0300-\u036f][^\W_]+)*")
_STAND_IN = expression(r"[A-Z]+(?:-[A-Z]+)*-\d+[a-z]*")
_FINDING = expression(r"(?<![\w-])[a-z]+(?:-[a-z]+)+-[0-9a-f]{10}(?![\w-])")
"""The id of a finding, by which it is spoken of."""
_EDGE = "\x00"
_APART = expression(rf"(?<=\w){_EDGE}+(?=\w)")
"""Where a stand-in would run into a word beside it."""
_BETWEEN = expression(r"[\s,.;/|_’'-]*")
_INITIAL_BEFORE = expression(r"(?:\b[^\W\d_]\.[ -]?)+$")
_INITIAL_AFTER = expression(r",?\s?(?:[^\W\d_]\.[ -]?)*[^\W\d_]\.(?=\W|$)")
_STOP_AFTER = expression(r"\.(?=,|;|\s*[|(]|\s[a-zà-ÿ])")
"""The stop of a legal form that is cut short ("Ltd."), within a sentence."""
_YEARS = expression(r"(?:19|20)\d\d[-/](?:19|20)\d\d")
_MONEY_BEFORE = expression(r"(?:\b[A-Z]{3}|[$€£¥₹])\s?$")
_MONEY_AFTER = expression(r"\s?(?:[A-Z]{3}\b|[$€£¥₹]|dollars?\b)")
_OCCUPATION_BEFORE = expression(r"\b(?:NOC|CNP|TEER)\W{0,3}(?:\d{4}\W{0,2})?(?:code\W{0,2})?$", re.IGNORECASE)

_OTHER_SCRIPT = (
    "[\u0370-\u1dff\u2c00-\u2c5f\u2c80-\ua71f\ua800-\ud7ff\uf900-\ufdff\ufe70-\ufefc\U00010000-\U0003ffff]+"
)
ON_THE_NET = (
    (expression(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "EMAIL"),
    (expression(r"(?:https?://|www\.)\S+", re.IGNORECASE), "URL"),
)
SHAPES = (
    (expression(rf"{_OTHER_SCRIPT}(?:[\s،-]+{_OTHER_SCRIPT})*"), "WORDS-IN-ANOTHER-SCRIPT"),
    (expression(r"\+\d[\d\s().-]{6,}\d"), "PHONE"),
    (expression(r"(?<!\d)\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)"), "PHONE"),
    (expression(r"\b\d{2}[- ]?\d{4}[- ]\d{4}\b|\b\d{4}-\d{4}\b"), "NUMBER"),
    (expression(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b"), "POSTAL-CODE"),
    (expression(r"\d{5,}"), "NUMBER"),
)
MIXED = expression(r"\b(?=\w*\d{4})(?=\w*[A-Za-z])(?!IMM|imm)[A-Za-z0-9]{6,}\b")
"""A number with letters, as passports and applications have; the names of forms are none."""

_LOOKALIKES = (
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("0", "o"),
    ("1", "l"),
    ("i", "l"),
    ("5", "s"),
    ("8", "b"),
)
"""Signs that text recognition takes for others."""

CAPITAL = expression(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]*")
_SENTENCE_BEGINS = expression(r"(?:^|[.!?:;•*|“\"(]\s*|\n\s*)$")
_CAPITAL_NEXT = expression(r"\s+[A-ZÀ-Þ]")
TITLED = expression(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Mme|Mlle|Madame|Monsieur|Sir|Prof)\b\.?\s+"
    r"((?:[A-Z]\.\s?)*(?:[A-Z][\w’'-]+)(?:\s+[A-Z][\w’'-]+){0,3})"
)


class _Span(Struct, frozen=True):
    start: int
    end: int
    words: str


class Mask(Struct, frozen=True, dict=True):
    """Redacts texts of one case, always with the same stand-ins."""

    personal: Personal
    amounts: frozenset[str] = frozenset()
    """Sums of money that the papers tell, digits alone: long numbers that are nobody's."""
    public: frozenset[str] = frozenset()
    """Words of titles, studies and places, folded: they are left alone unless they are a name too."""
    literal: tuple[tuple[str, str], ...] = ()
    """Texts with what stands in their place, the longest first: paths and the names of folders."""

    @cached_property
    def memory(self) -> dict[tuple[str, bool], str]:
        """Texts that were redacted already."""
        return {}

    @cached_property
    def by_beginning(self) -> dict[str, list[Form]]:
        """Forms by their first letters, the longest first."""
        found: dict[str, list[Form]] = {}
        for form in sorted(self.personal.forms.values(), key=lambda form: -len(form.letters)):
            found.setdefault(form.letters[:_KEY], []).append(form)
        return found

    @cached_property
    def nearly(self) -> list[Form]:
        """Words of names that are found a letter or two off too."""
        return [form for form in self.personal.forms.values() if form.near]

    def text(self, text: str, *, bare: bool = False) -> str:
        """Redact a text; a ``bare`` one is a value or words without case, where every name counts."""
        key = text, bare
        if key not in self.memory:
            self.memory[key] = self._redacted(text, bare)
        return self.memory[key]

    def _redacted(self, text: str, bare: bool) -> str:
        if whole := self.personal.values.get(compacted(text)):
            return whole
        spans = _Spans(text)
        self._whole(text, spans)
        for span in self._known(text, bare):
            spans.take(span.start, span.end, span.words)
        self._nearly(text, spans)
        for found in TITLED.finditer(text):
            spans.take_rest(found.start(1), found.end(1), "PERSON")
        self._shapes(text, spans)
        self._unknown(text, spans)
        return spans.written()

    def _whole(self, text: str, spans: _Spans) -> None:
        """Find what counts as a whole: the id of a finding, an address on the net, the path of a file."""
        for found in _FINDING.finditer(text):
            spans.take(found.start(), found.end(), found[0])
        for shape, kind in ON_THE_NET:
            for found in shape.finditer(text):
                spans.take(found.start(), found.end(), self.personal.values.get(compacted(found[0]), kind))
        for literal, other in self.literal:
            for found in re.finditer(rf"(?<!\w){re.escape(literal)}(?!\w)", text):
                spans.take(found.start(), found.end(), other)

    def _known(self, text: str, bare: bool) -> Iterator[_Span]:
        """Find the known forms, the longest at each place."""
        compact = Compact.of(text)
        for start in range(len(compact.letters) - _KEY + 1):
            longest = next(self._beginning_at(start, compact, bare), None)
            if longest is not None:
                yield longest

    def _beginning_at(self, start: int, compact: Compact, bare: bool) -> Iterator[_Span]:
        for form in self.by_beginning.get(compact.letters[start : start + _KEY], ()):
            if compact.letters.startswith(form.letters, start):
                begin, end = compact.span(start, len(form.letters))
                if self._counts(form, compact, begin, end, bare):
                    yield _Span(begin, end, form.stand_in)

    def _counts(self, form: Form, compact: Compact, begin: int, end: int, bare: bool) -> bool:
        if not form.glued and not compact.stands_alone(begin, end):
            return False
        return bare or not form.cased or not compact.text[begin:end].islower()

    def _nearly(self, text: str, spans: _Spans) -> None:
        """Find words that a recognised name may be."""
        for found in _WORD.finditer(text):
            word = compacted(found[0])
            if len(word) < 5 or is_common(word) or word.isdigit() or spans.holds(found.start(), found.end()):
                continue
            for form in self.nearly:
                if _is_near(word, form.letters):
                    spans.take(found.start(), found.end(), form.stand_in)
                    break

    def _shapes(self, text: str, spans: _Spans) -> None:
        """Find what looks like a number or an address, whosoever it is."""
        for found in MIXED.finditer(text):
            spans.take(found.start(), found.end(), "NUMBER")
        for shape, kind in SHAPES:
            for found in shape.finditer(text):
                if kind != "NUMBER" or not self._is_public(text, found):
                    spans.take_rest(found.start(), found.end(), kind)

    def _unknown(self, text: str, spans: _Spans) -> None:
        """Find words with a capital that no form, letter, trade or place has: names that no paper was read to tell."""
        for found in CAPITAL.finditer(text):
            if all(self._is_anybodys(word) for word in tokens(found[0])):
                continue
            begins = _SENTENCE_BEGINS.search(text, 0, found.start())
            if not begins or found[0].isupper() or _CAPITAL_NEXT.match(text, found.end()):
                spans.take(found.start(), found.end(), "NAME")
                self._beside(text, spans, found)

    def _beside(self, text: str, spans: _Spans, name: re.Match[str]) -> None:
        """Take the words beside an unknown name that are nothing but places otherwise: "Ana" in "Ana Silva"."""
        for found in CAPITAL.finditer(text, max(0, name.start() - 40), name.end() + 40):
            near = text[found.end() : name.start()] == " " or text[name.end() : found.start()] == " "
            word = compacted(found[0])
            if near and word not in words() and word not in self.public:
                spans.take(found.start(), found.end(), "NAME")

    def _is_anybodys(self, word: str) -> bool:
        """Say whether a folded word is no name: a common one, one of the case's titles and places, or a blank."""
        is_blank = len(word) < 3 or not word.isalpha() or len(set(word)) == 1
        return is_blank or is_common(word) or word in self.public

    def _is_public(self, text: str, found: re.Match[str]) -> bool:
        """Say whether a number is a sum of money, the code of an occupation or two years."""
        if _YEARS.fullmatch(found[0]) or found[0] in self.amounts:
            return True
        before, after = text[max(0, found.start() - 20) : found.start()], text[found.end() :]
        money = _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(after)
        return bool(money or (len(found[0]) == 5 and _OCCUPATION_BEFORE.search(before)))


def _is_near(word: str, name: str) -> bool:
    """Say whether a word may be a name that was recognised: a letter off, two in a long one, or looking alike."""
    far = 1 if len(name) < 8 else 2
    if OSA.distance(word, name, score_cutoff=far) <= far:
        return True
    return _as_seen(word) == _as_seen(name)


@lru_cache(maxsize=16_384)
def _as_seen(word: str) -> str:
    for sign, alike in _LOOKALIKES:
        word = word.replace(sign, alike)
    return word


class _Spans:
    """The places in a text that are replaced; what is taken first stays."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[_Span] = []

    def holds(self, start: int, end: int) -> bool:
        """Say whether something between two places is taken."""
        return any(span.start < end and start < span.end for span in self.spans)

    def take(self, start: int, end: int, words: str) -> None:
        """Take a place that is free."""
        if not self.holds(start, end):
            self.spans.append(_Span(start, end, words))

    def take_rest(self, start: int, end: int, words: str) -> None:
        """Take what is free of a place, where it has a letter or a digit."""
        for span in sorted(self.spans, key=lambda span: span.start):
            if span.end <= start or span.start >= end:
                continue
            self._take_told(start, span.start, words)
            start = span.end
        self._take_told(start, end, words)

    def _take_told(self, start: int, end: int, words: str) -> None:
        if any(sign.isalnum() for sign in self.text[start:end]):
            self.spans.append(_Span(start, end, words))

    def _end(self, span: _Span) -> int:
        """Give the end of a place with what belongs to it: initials of a name, the stop of a legal form."""
        if not span.words.startswith(("PERSON", "EMPLOYER", "SCHOOL")):
            return span.end
        belongs = _INITIAL_AFTER if span.words.startswith("PERSON") else _STOP_AFTER
        after = belongs.match(self.text, span.end)
        return after.end() if after and not self.holds(span.end, after.end()) else span.end

    def written(self) -> str:
        """Write the text with the stand-ins, one for what stands side by side, initials of a name with it."""
        parts: list[str] = []
        place, last = 0, ""
        for span in sorted(self.spans, key=lambda span: span.start):
            between = self.text[place : span.start]
            if span.words.startswith("PERSON"):
                between = _INITIAL_BEFORE.sub("", between)
            if not (parts and span.words == last and _BETWEEN.fullmatch(between)):
                parts += [between, _EDGE, span.words, _EDGE]
            place, last = self._end(span), span.words
        return _APART.sub(" ", "".join([*parts, self.text[place:]])).replace(_EDGE, "")
