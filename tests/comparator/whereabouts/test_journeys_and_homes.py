"""Journeys and homes: no alarm for true papers, and the planted contradiction found, each once."""

import re
from pathlib import Path

import pytest

from consistency.comparator.engine import Settings, run
from consistency.model import Finding, Severity
from tests.comparator.examples import case_of

RULES = ("travel/", "residence/")
PAPERS = Path(__file__).with_name("journeys_and_homes.txt").read_text(encoding="utf-8")
FAMILIES: dict[str, str] = dict(re.findall(r"^== (.+)\n((?:[^=\n].*\n?)+)", PAPERS, re.MULTILINE))


def found(text: str) -> list[Finding]:
    """Give what these rules report, notes left out."""
    findings = run(case_of(text), Settings(rules=RULES))
    return [finding for finding in findings if finding.severity > Severity.INFO]


@pytest.mark.parametrize("family", FAMILIES)
def test_true_papers_raise_no_alarm(family: str) -> None:
    assert [(f.rule, f.detail) for f in found(FAMILIES[family])] == []


def without(text: str, *words: str) -> str:
    """Leave out the lines that hold all of some words."""
    kept = [line for line in text.splitlines() if not all(word in line for word in words)]
    assert len(kept) < len(text.splitlines())
    return "\n".join(kept)


def changed(text: str, where: str, old: str, new: str) -> str:
    """Write something else in the lines that hold some words."""
    lines = [line.replace(old, new) if where in line else line for line in text.splitlines()]
    assert "\n".join(lines) != text
    return "\n".join(lines)


def added(text: str, line: str) -> str:
    return f"{text.rstrip()}\n{line}\n"


PLANTED = {
    "a journey dropped from both forms": (
        without(without(FAMILIES["cook back from qatar"], "imm5562", "Bangkok"), "imm5257b", "Bangkok"),
        "travel/missing",
        Severity.MAJOR,
    ),
    "a journey dropped from the form by months": (
        without(FAMILIES["student back from leeds"], "imm5257b", "Osaka"),
        "travel/missing",
        Severity.MAJOR,
    ),
    "a journey dropped from the travel table": (
        without(FAMILIES["seafarer"], "travel-history", "Tokyo"),
        "travel/missing",
        Severity.MAJOR,
    ),
    "a journey that only the letter tells": (
        without(FAMILIES["accountant once in turkey"], "imm5562", "Tbilisi"),
        "travel/missing",
        Severity.MAJOR,
    ),
    "a journey of an older form that the new one drops": (
        changed(FAMILIES["teacher"], "2021/imm5562", "from=2015-07-05 to=2015-08-28", "from=2017-07-05 to=2017-08-28"),
        "travel/missing",
        Severity.MAJOR,
    ),
    "another country at the same time": (
        changed(
            without(FAMILIES["cook back from qatar"], "imm5257b", "Bangkok"),
            "imm5562.pdf as of 2026-03-01: trip country=TH", "country=TH city=Bangkok", "country=MY city=Penang",
        ),
        "travel/missing",
        Severity.MAJOR,
    ),
    "months abroad that no paper tells as a residence": (
        added(
            FAMILIES["seafarer"],
            "draft/travel-history.docx as of 2026-02-20: trip country=ZA city=Durban from=2020-01-06 to=2020-11-18",
        ),
        "travel/missing",
        Severity.CRITICAL,
    ),
    "a journey told a year later": (
        changed(FAMILIES["seafarer"], "imm5562.pdf as of 2026-03-01: trip country=JP", "2023-04", "2024-04"),
        "travel/dates",
        Severity.MAJOR,
    ),
    "a return told two weeks later": (
        changed(FAMILIES["worker back from houston"], "travel-history", "2019-05-21", "2019-06-04"),
        "travel/dates",
        Severity.MINOR,
    ),
    "another month on the form by months": (
        changed(FAMILIES["student back from leeds"], "imm5257b", "2024-03", "2024-05"),
        "travel/dates",
        Severity.MAJOR,
    ),
    "two places at once": (
        changed(
            changed(FAMILIES["student back from leeds"], "Osaka", "country=JP", "country=TH"),
            "Osaka", "2024-10-01 to=2024-10-07", "2024-03-20 to=2024-03-29",
        ).replace("from=2024-10 to=2024-10", "from=2024-03 to=2024-03"),
        "travel/overlap",
        Severity.MAJOR,
    ),
    "three months abroad during a job": (
        changed(FAMILIES["teacher"], "Durban", "2023-07", "2023-01").replace("2023-08-28", "2023-04-28").replace(
            "from=2023-01 to=2023-08", "from=2023-01 to=2023-04"
        ),
        "travel/work-conflict",
        Severity.MAJOR,
    ),
    "never travelled": (
        changed(FAMILIES["trader"], "explanation-letter", "I have been to China twice.", "I have never travelled.")
        .replace("The officer wrote that I have no travel history, but ", "I must say that "),
        "travel/denied",
        Severity.MAJOR,
    ),
    "never to Canada, in French": (
        added(
            added(
                FAMILIES["electrician back in morocco"],
                'draft/explanation-letter.pdf as of 2026-02-25: text "Je n\'ai jamais visité le Canada."',
            ),
            "2024/passport.pdf as of 2014-03-01: trip country=CA city=Laval from=2015-07-01 to=2015-07-15",
        ),
        "travel/denied",
        Severity.MAJOR,
    ),
    "another original entry": (
        changed(FAMILIES["bookkeeper in canada"], 'draft/imm5710.pdf as of 2026-03-01: entry country=CA city="Toronto',
                "2019-08-20", "2020-01-20"),
        "travel/canada-entry",
        Severity.MAJOR,
    ),
    "a latest entry before the last journey ended": (
        changed(FAMILIES["bookkeeper in canada"], "city=Calgary", "2025-01-08", "2023-01-09"),
        "travel/canada-entry",
        Severity.MAJOR,
    ),
    "another purpose of the original entry": (
        changed(FAMILIES["bookkeeper in canada"], "2024/imm5710", "purpose=studies", "purpose=family"),
        "travel/canada-entry",
        Severity.MAJOR,
    ),
    "years in a country left out": (
        without(FAMILIES["worker back from houston"], "draft/imm1295", "residence country=US"),
        "residence/missing",
        Severity.MAJOR,
    ),
    "studies in a country left out": (
        without(FAMILIES["student back from leeds"], "residence country=GB"),
        "residence/missing",
        Severity.MAJOR,
    ),
    "another end of a previous residence": (
        changed(FAMILIES["worker back from houston"], "draft/imm1295", "2024-06-29", "2023-01-29"),
        "residence/status",
        Severity.MAJOR,
    ),
    "a status that has run out": (
        changed(FAMILIES["couple"], "residence country=AE", "2027-01-09", "2025-01-09"),
        "residence/status",
        Severity.MAJOR,
    ),
    "a permit of another kind": (
        changed(FAMILIES["bookkeeper in canada"], "draft/imm5710.pdf as of 2026-03-01: residence", "worker", "student"),
        "residence/status",
        Severity.MAJOR,
    ),
    "a time without an address": (
        changed(FAMILIES["cook back from qatar"], "58 Temple Lane\" city=Butwal country=NP from", "2023-10", "2024-03"),
        "residence/gap",
        Severity.MINOR,
    ),
    "two homes at once": (
        changed(FAMILIES["worker back from houston"], "147 Harbour Road\" city=Houston country=US from",
                "to=2024-07", "to=2025-03"),
        "residence/gap",
        Severity.MINOR,
    ),
    "another street on the second form": (
        changed(FAMILIES["seafarer"], "imm1295.pdf as of 2026-03-01: address", "PO Box 12", "98 Colon Street"),
        "residence/address",
        Severity.MINOR,
    ),
    "a home in Canada on the form for outside": (
        changed(FAMILIES["trader"], "address", "city=Lagos country=NG", "city=Regina country=CA"),
        "residence/address",
        Severity.MAJOR,
    ),
    "a letter from another country": (
        changed(FAMILIES["accountant once in turkey"], "explanation-letter", "in Isfahan, Iran", "in Izmir, Turkey"),
        "residence/address",
        Severity.MAJOR,
    ),
}  # fmt: skip


@pytest.mark.parametrize("plant", PLANTED)
def test_a_planted_contradiction_is_found_once(plant: str) -> None:
    text, rule, level = PLANTED[plant]
    assert [(f.rule, f.severity) for f in found(text)] == [(rule, level)], [f.detail for f in found(text)]
