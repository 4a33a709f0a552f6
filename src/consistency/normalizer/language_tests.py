"""Results of language tests in running text and in tables: which test, which scores, which number, which day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from consistency.normalizer import dates
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

SKILLS = ("listening", "reading", "writing", "speaking", "overall")

TESTS = expression(
    r"(?<![\w-])(?P<name>IELTS|CELPIP|TOEFL|PTE|Duolingo|CAEL|TEF|TCF|DELF|DALF)(?![\w])"
    r"|(?P<long>International English Language Testing|Canadian English Language Proficiency Index"
    r"|Pearson Test of English|Test d['’]évaluation de français|Test de connaissance du français)",
    re.IGNORECASE,
)
"""The names of the tests."""
_LONG = {
    "international": "IELTS", "canadian": "CELPIP", "pearson": "PTE", "test d": "TEF", "test de": "TCF",
}  # fmt: skip
_NAMES = {
    "listening": r"listening|compr[ée]hension (?:de l['’])?orale?|[ée]coute",
    "reading": r"reading|compr[ée]hension (?:de l['’])?[ée]crite?|lecture",
    "writing": r"writing|expression [ée]crite|[ée]criture",
    "speaking": r"speaking|oral interaction|expression orale|expression et interaction orales?",
    "overall": r"overall(?: band)?(?: score)?|band score|total score|score global|global score|overall result",
}
_SCORE = r"(?<![A-Za-z])(?P<score>\d{1,3}(?:[.,]\d)?)(?![\d/-]|\.\d)"
_SKILL = expression(
    "|".join(f"(?P<{name}>{words})" for name, words in _NAMES.items())
    + r"|(?<![\w.])(?P<short>[LRWSO])(?=\s?[:=-]?\s?\d)",
    re.IGNORECASE,
)
_AFTER = expression(rf"(?:\s*(?:band|score|level|niveau|of|is|de|:|=|-|–))*\s*{_SCORE}", re.IGNORECASE)
_BEFORE = expression(
    r"(?P<score>\d{1,3}(?:[.,]\d)?)\s*(?:\b(?:overall|band\w*)\s*)*(?:in|on|at|en|à|au)\s+(?:the\s+|my\s+|l['’])?$"
)
_PLAIN = expression(
    rf"[A-Za-z() -]{{2,60}}?(?:score|band|result)?\s*(?:of|:)?\s*{_SCORE}"
    rf"(?!\s*(?:years|months|(?:in|for|en) (?:the |my )?(?:{'|'.join(_NAMES.values())})))"
)
"""A score right after the name of a test, of no skill."""
_NUMBER = expression(
    r"(?:test report form|TRF|certificate|registration|candidate|attestation|score report|report|reference)"
    r"\s*(?:form)?\s*(?:number|no\.?|n[°o]|code|id|#)?\s*[:#]?\s*(?P<number>(?=[A-Z0-9-]*\d)[A-Z0-9][A-Z0-9-]{5,24})",
    re.IGNORECASE,
)
_SCORE_THEN_MONTH = expression(r"\d{1,2},\s+[^\W\d]+\.? \d{4}")
_REACH = 260
"""So many characters after the name of a test belong to it."""

_HIGHEST = {"IELTS": 9.0, "CELPIP": 12.0, "PTE": 90.0, "TOEFL": 120.0, "DUOLINGO": 160.0, "CAEL": 90.0, "TEF": 699.0,
            "TCF": 699.0}  # fmt: skip


class Result(Struct, frozen=True):
    """A test as a text tells it; ``start`` and ``end`` are where it stands there."""

    test: str
    scores: Mapping[str, str] = field(default_factory=dict)
    number: str | None = None
    date: PartialDate | None = None
    start: int = 0
    end: int = 0

    @property
    def words(self) -> str:
        """The result in one line: "IELTS: listening 8.0, overall 7.5"."""
        told = ", ".join(f"{skill} {self.scores[skill]}" for skill in SKILLS if skill in self.scores)
        return f"{self.test}: {told}" if told else self.test


def find(text: str) -> Iterator[Result]:
    """Give the tests that a text names with a score, a number or a day; one that it only mentions is none."""
    found = list(TESTS.finditer(text))
    for match in found:
        test = _test(match)
        others = (m.start() for m in found if m.start() > match.start() and _test(m) != test)
        end = min(match.end() + _REACH, next(others, len(text)))
        result = read(text[match.start() : end], test, match.start())
        before = _BEFORE.search(text[: match.start()])
        if before and "overall" not in result.scores and _value(before["score"]) <= _HIGHEST.get(test, 0.0):
            result = replace(
                result, scores={**result.scores, "overall": before["score"]}, start=before.start()
            )
        if result.scores:
            yield result


def read(text: str, test: str, start: int = 0) -> Result:
    """Read the scores, the number and the day of a test from the text that belongs to it."""
    scores = _scores(text, test)
    number = _NUMBER.search(text)
    days = [_day(told, text) for told in dates.find_dates(text) if told.date.precision != "year"]
    return Result(
        test,
        scores,
        number["number"] if number else None,
        days[0] if days else None,
        start,
        start + len(text),
    )


def _day(told: dates.Found, text: str) -> PartialDate:
    """Give a day; the month alone where the number before a comma may be a score: "CELPIP 7, July 2026"."""
    day = told.date
    return PartialDate(day.year, day.month) if _SCORE_THEN_MONTH.match(text, told.start) else day


def tests(text: str) -> tuple[str, ...]:
    """Name the tests that a text speaks of, each once."""
    return tuple(dict.fromkeys(_test(match) for match in TESTS.finditer(text)))


def same_score(one: str, other: str) -> bool:
    """Say whether two scores are one: 7 and 7.0 are."""
    return _value(one) == _value(other)


def _value(score: str) -> float:
    return float(score.replace(",", "."))


def _test(match: re.Match[str]) -> str:
    if match["name"]:
        return match["name"].upper()
    folded = fold(match["long"])
    return next(name for begin, name in _LONG.items() if folded.startswith(fold(begin)))


def _scores(text: str, test: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _SKILL.finditer(text):
        name = next((n for n in _NAMES if match[n]), None) or _short(match["short"])
        after = _AFTER.match(text, match.end())
        if after and name not in found and _value(after["score"]) <= _HIGHEST.get(test, 999.0):
            found[name] = after["score"]
    plain = _PLAIN.match(text)
    if not found and plain and _value(plain["score"]) <= _HIGHEST.get(test, 0.0):
        found["overall"] = plain["score"]
    return found


def _short(letter: str) -> str:
    return {"l": "listening", "r": "reading", "w": "writing", "s": "speaking", "o": "overall"}[letter.lower()]
