"""The report of a language test: IELTS, CELPIP, PTE, TOEFL, TEF, TCF, DELF and the like.

The record tells when the test was sat, the number by which its result can be looked up, and the marks.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from consistency.extractors.reading import Reading, cite
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Dated, language_of, order_of
from consistency.extractors.wording.official import (
    day_fact,
    day_of,
    is_form,
    name_fact,
    titled,
)
from consistency.extractors.wording.persons import alone_names
from consistency.extractors.wording.prose import plain
from consistency.extractors.wording.values import country_code, is_plain_name, sex_word
from consistency.model import AsOf, Document, Evidence, Fact, LanguageTest, Line
from consistency.normalizer import dates
from consistency.normalizer.dates import Order, Period
from consistency.normalizer.expressions import expression

LABELS = vocabulary("language_test")

_TESTS = (
    (expression(r"international english language testing system|\bielts\b"), "IELTS"),
    (expression(r"\bcelpip\b"), "CELPIP"),
    (expression(r"\bpte\b|pearson test of english"), "PTE"),
    (expression(r"\btoefl\b|test of english as a foreign language"), "TOEFL"),
    (expression(r"duolingo english test"), "Duolingo English Test"),
    (expression(r"\btef\b|test d'evaluation de francais"), "TEF"),
    (expression(r"\btcf\b|test de connaissance du francais"), "TCF"),
    (expression(r"\bdelf\b|diplome d'etudes en langue francaise"), "DELF"),
    (expression(r"\bdalf\b|diplome approfondi de langue francaise"), "DALF"),
)
"""By what a test is known, and its name."""
_VARIANTS = {
    "IELTS": r"general training|academic",
    "CELPIP": r"general(?: ls)?",
    "PTE": r"core|academic|home",
    "TOEFL": r"ibt|itp|essentials",
    "TEF": r"canada|quebec|naturalisation",
    "TCF": r"canada|quebec|tout public|irn",
    "DELF": r"[ab][12]",
    "DALF": r"c[12]",
}
_TITLE = expression(
    r"test report form|score report|(?:official|test) (?:scores?|results?)|statement of results|test taker score"
    r"|certificate|attestation|releve (?:de|des) notes|resultats|diplome (?:d'etudes|approfondi)"
    r"|international english language testing"
)
_OTHERS = expression(
    r"\b(?:dear (?:visa |immigration )?(?:officer|sir|madam)|to whom it may concern|i am applying|my application"
    r"|je presente|work experience|employment history|curriculum vitae|experience professionnelle|your application"
    r"|account holder"
    r"|hereby agree|transcript of|semester|imm ?\d{4})\b"
)
_SKILLS = ("listening", "reading", "writing", "speaking")
_SCORE = expression(
    r"(?:[abc][12]\+?\W{1,3})?(?P<score>\d{1,3}(?:[.,]\d{1,2})?(?: ?/ ?\d{2,3})?)(?:\W{1,3}(?:[abc][12]\+?|clb"
    r"|nclc|niveau)\b.{0,12})?\)?"
)
_MARK = expression(
    r"\b(listening|reading|writing|speaking"
    r"|overall(?: band)?(?: score)?)\s*[:=–-]?\s*(\d{1,3}(?:[.,]\d)?)(?![\w.,]*\d)"
)
_SAT = expression(
    r"\b(?:test(?:ing)? date|date of (?:the )?(?:test|exam(?:ination)?)|exam(?:ination)? date"
    r"|date (?:de passation|du test|d'examen|de l'examen|de (?:la )?session)|passee? le|session du)\b\W*"
)
_DATED = expression(r"(?<!birth )(?<!expiry )\bdate(?! (?:of|de)\b)\W+")
_BESIDE = 3
"""Signs between the label of a day and the day."""
_SEVERAL = 3
_NUMBER = expression(r"[A-Z0-9][A-Z0-9 /-]{4,24}", re.IGNORECASE)
_PASSPORT = expression(r"[A-Z0-9]{6,12}", re.IGNORECASE)
_HEAD, _LONGEST = 14, 90
_NOT_A_PERSON = expression(
    r"\b(?:test|score|report|official|general|academic|core|skills?|overall|pearson|listening|reading|writing"
    r"|speaking"
    r"|centre|center|english|francais|french|attestation|resultats|paris|ministere|republique|france|education|canada"
    r"|international|training|candidate|details|diplome|affaires|chambre|commerce|british|council|idp|level"
    r"|cambridge)\b"
)


def recognise(document: Document) -> float:
    """Say how sure it is that a language test is reported here: its name in the head, and the marks of the skills."""
    if is_form(document) or not document.lines or len(document.lines) > 250:
        return 0.0
    if document.once(_test) is None:
        return 0.0
    report = Report.of(document)
    marks = len(report.marks)
    if marks < 2:
        return 0.1 * marks
    score = 0.3 + 0.1 * marks + 0.2 * titled(document, _TITLE) + 0.1 * (report.tested is not None)
    return max(0.0, min(1.0, score - 0.6 * bool(_OTHERS.search(plain(document.text)))))


def read(document: Document) -> Reading:
    """Read who sat which test when, its number and the marks."""
    report = Report.of(document)
    day = report.issued or report.tested
    return Reading(
        AsOf(day.date, "stated") if day else AsOf(None, "unknown"),
        (*report.facts(), *day_fact("document_date", report.issued)),
        (report.record(),),
        language=language_of(document),
    )


def _test(document: Document) -> tuple[str, Line] | None:
    """Give the name of the test, with its variant, and the line that names it."""
    for line in document.lines[:_HEAD]:
        if len(line.text) > _LONGEST:
            continue
        low = plain(line.text)
        name = next((name for words, name in _TESTS if words.search(low)), None)
        if name is not None:
            variant = _variant(document, name)
            return (f"{name} {variant}" if variant else name), line
    return None


def _variant(document: Document, name: str) -> str | None:
    """Give which one of the tests of a name it is: beside the name, or alone in a cell of the head."""
    wanted = _VARIANTS.get(name)
    if wanted is None:
        return None
    beside = re.compile(rf"\b{name.lower()}\b.{{0,40}}?\b(?P<it>{wanted})\b")
    alone = re.compile(rf"(?P<it>{wanted})(?: (?:test|module))?")
    cells = [plain(cell.text).strip(" -") for line in document.lines[:_HEAD] for cell in line.segments]
    for cell in cells:
        found = beside.search(cell) or alone.fullmatch(cell)
        if found:
            return _titled(found["it"])
    return None


class Report(Struct, frozen=True, dict=True):
    """A report and the values of its labels."""

    document: Document
    order: Order | None
    values: Mapping[str, list[Value]]

    @classmethod
    def of(cls, document: Document) -> "Report":
        """Look for the labels of a paper."""
        order = order_of(document)
        return cls(document, order, Labelled(document, LABELS, _accept(order)).values())

    @cached_property
    def test(self) -> tuple[str, Line] | None:
        """The name of the test, with its variant, and the line that names it."""
        return self.document.once(_test)

    @cached_property
    def marks(self) -> dict[str, str]:
        """The mark of each skill, and the overall one, as they stand there."""
        found: dict[str, str] = {}
        for name in (*_SKILLS, "overall"):
            for value in self.values.get(name, ()):
                score = _SCORE.match(plain(value.text).strip())
                if score:
                    found[name] = re.sub(r" ?/ ?", "/", score["score"])
                    break
        return found if len(found) > 1 else found | self._on_one_line()

    def _on_one_line(self) -> dict[str, str]:
        """Give the marks of a line that has those of several skills, each right behind its name."""
        for line in self.document.lines:
            told = {name.split()[0]: mark for name, mark in _MARK.findall(plain(line.text))}
            if len(told) >= _SEVERAL:
                return told
        return {}

    @cached_property
    def tested(self) -> Dated | None:
        """The day of the test: beside its label, or beside the first "Date" of a form that has no other."""
        return self._day("tested") or self._day("day") or self._day_on_a_line()

    def _day_on_a_line(self) -> Dated | None:
        """Give the day behind its label among other labels of a line: "CELPIP - General Test date: 2026-05-23 …"."""
        for lead in (_SAT, _DATED):
            for line in self.document.lines:
                label = lead.search(plain(line.text))
                days = dates.find_dates(line.text, order=self.order) if label else ()
                for day in days:
                    if label and 0 <= day.start - label.end() <= _BESIDE:
                        return Dated(day.date, cite(self.document, line, line.text[day.start : day.end]))
        return None

    @cached_property
    def issued(self) -> Dated | None:
        """The day on which the report was issued: beside its label, or beside the last "Date" of the form."""
        alone = self.values.get("day", ())
        last = day_of(alone[-1], self.order) if len(alone) > 1 else None
        return self._day("issued") or last

    def _day(self, name: str) -> Dated | None:
        return next((day for value in self.values.get(name, ()) if (day := day_of(value, self.order))), None)

    @cached_property
    def number(self) -> Value | None:
        """The number under which the result is kept."""
        return self._first("number") or self._first("other_number")

    def _first(self, name: str) -> Value | None:
        return next(iter(self.values.get(name, ())), None)

    def facts(self) -> Iterator[Fact]:
        """Give what the report says of the person."""
        family, given, whole = (self._first(name) for name in ("family_name", "given_names", "full_name"))
        if family is not None and given is not None:
            yield Fact("family_name", family.text, family.evidence)
            yield Fact("given_names", given.text, given.evidence)
        elif whole is not None:
            yield Fact("full_name", whole.text, whole.evidence)
        else:
            yield from self._alone()
        yield from self._written("sex", sex_word)
        yield from day_fact("birth_date", self._day("birth_date"))
        yield from self._written("citizenship", country_code)
        yield from self._written("passport_number", str.strip)

    def _written(self, name: str, write: Callable[[str], str | None]) -> Iterator[Fact]:
        found = self._first(name)
        text = write(found.text) if found is not None else None
        if found is not None and text:
            yield Fact(name, text, found.evidence)

    def _alone(self) -> Iterator[Fact]:
        """Give the one name that stands alone in the head."""
        alone = [
            cut
            for cut in alone_names(self.document, self.document.lines[:_HEAD], _NOT_A_PERSON)
            if " " in cut.text
        ]
        return iter(name_fact(alone[0]) if len(alone) == 1 else ())

    def record(self) -> LanguageTest:
        """Give the test with its day, number and marks."""
        cells: dict[str, Evidence] = {}
        if self.number is not None:
            cells["number"] = self.number.evidence
        if self.tested is not None:
            cells["period"] = self.tested.evidence
        name, line = self.test if self.test is not None else ("", self.document.lines[0])
        return LanguageTest(
            evidence=cite(self.document, line),
            cells=cells,
            period=Period(self.tested.date, None) if self.tested else None,
            number=self.number.text.strip() if self.number else None,
            details=f"{name}: {', '.join(f'{skill} {mark}' for skill, mark in self.marks.items())}",
        )


def _titled(text: str) -> str:
    """Write a variant as the tests write it: "General Training", "B2", "iBT"."""
    if text == "ibt":
        return "iBT"
    return text.upper() if re.fullmatch(r"[abc][12]|ls|irn|itp", text) else text.title()


def _accept(order: Order | None) -> dict[str, Accept]:
    def is_dated(text: str) -> bool:
        return bool(dates.find_dates(text, order=order))

    def is_number(text: str) -> bool:
        return (
            _NUMBER.fullmatch(text.strip()) is not None
            and any(map(str.isdigit, text))
            and dates.parse(text) is None
        )

    accept: dict[str, Accept] = dict.fromkeys(("birth_date", "tested", "issued", "day", "expiry"), is_dated)
    accept |= dict.fromkeys(("family_name", "given_names", "full_name"), is_plain_name)
    accept |= dict.fromkeys(
        (*_SKILLS, "overall"), lambda text: _SCORE.fullmatch(plain(text).strip()) is not None
    )
    accept |= dict.fromkeys(("number", "other_number"), is_number)
    accept["sex"] = lambda text: sex_word(text) is not None
    accept["citizenship"] = lambda text: country_code(text) is not None
    accept["passport_number"] = lambda text: (
        _PASSPORT.fullmatch(text.strip()) is not None and any(map(str.isdigit, text))
    )
    return accept
