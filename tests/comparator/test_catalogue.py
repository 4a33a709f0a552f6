"""The catalogue of checks is complete: every row of its families has its rule, and there is no other."""

import re

import pytest

from consistency.comparator.engine import Rule, all_rules
from tests.shared import SHARED, uses_shared

ROWS = SHARED / "spec" / "RULES.md"

CATALOGUE = {
    "identity": "name name-order other-names birth-date birth-place citizenship sex uci passport passport-expiry mrz "
    "national-id wrong-person",
    "family": "marital-status relationship-date previous-partner child relative relative-in-canada member-details "
    "accompanying spouse-forms deceased certification",
    "education": "details level missing overlap declared-none language-test",
    "work": "dates missing added employer title duties cloned-letters letter-incomplete gap overlap current location "
    "experience-total pay-or-hours self-employment",
    "residence": "missing status gap address",
    "travel": "missing dates overlap work-conflict denied canada-entry",
    "background": "refusal-undeclared refusal-incomplete prior-application overstay criminal military government "
    "medical changed-answer details-missing",
    "status": "gap unauthorized-work restoration wrong-form document-number inadmissible",
    "offer": "number expired not-named number-reused employer title location wage period requirements contract "
    "unchanged quebec permit-type passport",
    "funds": "amount conflict deposit salary holder tie intent",
    "reapplication": "reason-unanswered unchanged stale-letter claim-unsupported refusal-misquoted change-unexplained "
    "convenient-change document-stale incomplete form-version placeholder metadata deadline",
    "document": "unreadable printed-blank unknown-kind low-confidence tracked-changes unsigned",
}


@pytest.mark.parametrize("family", CATALOGUE)
def test_every_check_of_a_family_has_its_rule(family: str) -> None:
    there = {name.split("/")[1] for name in all_rules() if name.startswith(f"{family}/")}
    assert there == set(CATALOGUE[family].split())


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)
def test_every_rule_shows_what_it_reports_and_what_it_accepts(rule: Rule) -> None:
    assert list(rule.examples("Reports")) and list(rule.examples("Accepts"))


@uses_shared
def test_the_catalogue_is_that_of_the_specification() -> None:
    first = re.findall(r"^\| ([a-z]+/[^|]+)", ROWS.read_text(encoding="utf-8"), re.MULTILINE)
    rows = {name for cell in first for name in re.findall(r"[a-z]+/[a-z-]+", cell)}
    told = {f"{family}/{name}" for family, names in CATALOGUE.items() for name in names.split()}
    assert told == {row for row in rows if row.split("/")[0] in CATALOGUE}
