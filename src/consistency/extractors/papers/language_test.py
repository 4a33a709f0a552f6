"""The report of a language test: IELTS, CELPIP, TEF, TCF, PTE and their like."""

import re

from consistency.extractors.papers._labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.papers._letters import Cut, language_of
from consistency.extractors.papers._official import (
    date_in,
    day_fact,
    day_of,
    is_form,
    name_fact,
    name_of,
)
from consistency.extractors.papers._prose import passage, plain
from consistency.extractors.reading import Reading
from consistency.model import AsOf, Document, Evidence, Fact, LanguageTest
from consistency.normalizer import dates, language_tests
from consistency.normalizer.dates import Order, Period
from consistency.normalizer.language_tests import Result

LABELS = vocabulary("language_test")

_TITLE = re.compile(
    r"\b(?:test report form|test results?|score report|official (?:score|test)|results? report"
    r"|attestation de resultats?|releve de (?:notes|resultats)|resultats? (?:du|de)"
    r"|certificate of (?:results|achievement)|celpip.{0,20}(?:report|results?))\b"
)
_OTHERS = re.compile(
    r"\b(?:dear (?:visa )?officer|i am applying|my application|curriculum vitae|work experience|employed|account holder"
    r"|labou?r market|job offer|offer of employment|gcms|uci|transcript of records)\b"
)
_SKILL = re.compile(
    r"\b(?:listening|reading|writing|speaking|comprehension (?:orale|ecrite)|expression (?:orale|ecrite))\b"
)


def recognise(document: Document) -> float:
    """Say how sure it is that a body for language tests reports somebody's result here."""
    if is_form(document) or not document.lines or len(document.lines) > 120:
        return 0.0
    text = plain(document.text)
    skills = len(set(_SKILL.findall(text)))
    named = bool(language_tests.tests(document.text))
    score = (
        0.3 * named
        + 0.12 * min(skills, 4)
        + 0.25 * bool(_TITLE.search(text))
        - 0.6 * bool(_OTHERS.search(text))
    )
    return max(0.0, min(1.0, score)) if named and skills >= 2 else min(max(score, 0.0), 0.25)


def read(document: Document) -> Reading:
    """Read who took which test when, the number of the report and the scores."""
    order = dates.settled_order([document.text])
    labels = _labelled(document, order)
    day = next((day_of(v, order) for v in labels.get("taken", ())), None)
    birth = next((day_of(v, order) for v in labels.get("birth_date", ())), None)
    name = next((cut for v in labels.get("full_name", ()) if (cut := name_of(v))), None)
    issued = next((day_of(v, order) for v in labels.get("issued", ())), None)
    result = _result(document)
    facts = (*name_fact(name), *day_fact("birth_date", birth), *day_fact("document_date", issued or day))
    spoken = issued or day
    return Reading(
        AsOf(spoken.date, "stated") if spoken else AsOf(None, "unknown"),
        (*facts, *_parts(labels)),
        (_record(document, result, labels, order),) if result else (),
        language=language_of(document),
    )


def _labelled(document: Document, order: Order | None) -> dict[str, list[Value]]:
    def is_day(text: str) -> bool:
        return date_in(text, order) is not None and len(text) < 40

    accept: dict[str, Accept] = dict.fromkeys(("taken", "issued", "birth_date"), is_day)
    accept["full_name"] = lambda text: name_of(Cut(text, Evidence("", text))) is not None
    accept["number"] = lambda text: re.fullmatch(r"(?=.*\d)[A-Za-z0-9 /-]{5,26}", text.strip()) is not None
    return Labelled(document, LABELS, accept).values()


def _parts(labels: dict[str, list[Value]]) -> tuple[Fact, ...]:
    """Give family and given names where the report parts them."""
    found = (("family_name", "family_name"), ("given_names", "given_names"))
    return tuple(
        Fact(attribute, labels[label][0].text.strip(), labels[label][0].evidence)
        for attribute, label in found
        if labels.get(label) and re.fullmatch(r"[^\d:]{2,60}", labels[label][0].text.strip())
    )


def _result(document: Document) -> Result | None:
    """Give the scores of the test that the paper names, wherever they stand on it."""
    names = language_tests.tests(document.text)
    if not names:
        return None
    text = "\n".join(line.text for line in document.lines)
    found = language_tests.read(text, names[0])
    return found if found.scores else None


def _record(
    document: Document, result: Result, labels: dict[str, list[Value]], order: Order | None
) -> LanguageTest:
    lines = [
        line for line in document.lines if _SKILL.search(plain(line.text)) or "overall" in plain(line.text)
    ]
    scores = passage(document, lines or document.lines[:1]).cite()
    number = next(iter(labels.get("number", ())), None)
    taken = next((day_of(v, order) for v in labels.get("taken", ())), None)
    cells = {"details": scores}
    cells |= {"number": number.evidence} if number else {}
    cells |= {"from": taken.evidence} if taken else {}
    return LanguageTest(
        evidence=scores,
        cells=cells,
        number=number.text.strip() if number else result.number,
        details=result.words,
        period=Period(taken.date, None) if taken else None,
    )
