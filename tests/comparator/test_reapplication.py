"""The data of the checks of a new application: editions of forms, and what a stream asks for."""

import re
from pathlib import Path

import pytest

from consistency.comparator.engine import Settings, run
from consistency.comparator.rules.reapplication.form_version import editions
from consistency.comparator.rules.reapplication.incomplete import lists
from consistency.extractors import papers
from consistency.extractors.form import definitions
from tests.comparator.examples import case_of

FORMS = {definition.kind for definition in definitions()}
PAPERS = {
    path.stem.replace("_", "-")
    for path in Path(papers.__path__[0]).glob("*.py")
    if not path.stem.startswith("_")
}


@pytest.mark.parametrize("kind", editions())
def test_editions_are_of_known_forms_and_in_order(kind: str) -> None:
    months = editions()[kind]
    assert kind in FORMS
    assert all(re.fullmatch(r"20\d\d-(?:0[1-9]|1[0-2])", month) for month in months)
    assert list(months) == sorted(months)


@pytest.mark.parametrize("stream", lists())
def test_a_stream_asks_for_papers_that_are_known(stream: str) -> None:
    assert stream in FORMS
    assert all(required.kinds <= FORMS | PAPERS for required in lists()[stream])


def test_a_change_that_another_check_reports_is_told_with_it() -> None:
    case = case_of("""
        2024/imm1295.pdf as of 2024-03-01: job employer="Harbour Freight" title=Clerk from=2018-01 to=present
        2024/imm1295.pdf as of 2024-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        draft/imm1295.pdf as of 2026-03-01: job employer="Blue Lantern Hotel" title=Cook from=2025-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "My savings are now sufficient."
    """)
    found = run(case, Settings(rules=("work", "reapplication/change-unexplained")))
    about = [finding for finding in found if "Blue Lantern" in finding.detail or "Harbour" in finding.detail]
    assert len(about) == 1


def test_an_unsigned_form_is_one_finding() -> None:
    case = case_of("draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04 signed=no")
    found = run(case, Settings(rules=("reapplication/incomplete", "document/unsigned")))
    assert [finding.rule for finding in found] == ["document/unsigned"]
