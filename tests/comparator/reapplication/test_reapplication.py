"""The data of the checks of a new application: editions of forms, and what a stream asks for."""

import re

import pytest

from consistency.comparator.engine import Settings, run
from consistency.comparator.rules.reapplication.form_version import editions
from consistency.comparator.rules.reapplication.incomplete import lists
from consistency.extractors.extract import paper_kinds
from consistency.extractors.form_reading.form import definitions
from tests.comparator.examples import case_of

FORMS = {definition.kind for definition in definitions()}
PAPERS = {*paper_kinds()}


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


FOLDER = """
    2025/refusal-letter.pdf as of 2025-05-13: refusal country=CA from=2025-05-13 number=W330977914
    draft/imm1295.pdf as of 2026-03-01: family_name=SILVA birth_date=1990-05-04
    draft/explanation-letter.pdf as of 2026-03-01: text "{}"
"""
TOLD = "    draft/explanation-letter.pdf as of 2026-03-01: refusal country=CA from=2025-05-13 number=W330977914\n"


def stale(text: str, told: bool = False) -> bool:
    case = case_of(FOLDER.format(text) + (TOLD if told else ""))
    return bool(run(case, Settings(rules=("reapplication/stale-letter",))))


@pytest.mark.parametrize(
    "text",
    [
        "This is my first application for a work permit.",
        "I submit my first application for a work permit in Canada.",
        "I have never applied for or been refused a visa.",
        "I was never refused a visa; I have never applied before.",
        "Il s'agit de ma première demande de permis de travail.",
        "As this is my very first application (work permit), I enclose all papers.",
        "This is my first application, and my employer was asked to support it.",
    ],
)
def test_a_sentence_calls_the_application_the_first(text: str) -> None:
    assert stale(text)


@pytest.mark.parametrize(
    "text",
    [
        "My first application (W330977914) was refused on May 13, 2025.",
        "My first application, filed in February 2025, was refused.",
        "My first application for a work permit was refused because of my travel history.",
        "My first application W330977914 lacked proof of funds.",
        "My first application, which my former agent prepared, did not explain my duties.",
        "I was sad when my first application for a closed work permit was returned.",
        "The officer refused my first application.",
        "I received the refusal for my first application in May.",
        "I have never been refused a visa until May 2025.",
        "Ma première demande (W330977914), déposée en février, a été refusée.",
        "Ma première demande de permis de travail avait été rejetée.",
    ],
)
def test_a_sentence_speaks_of_the_first_application_as_of_one_behind(text: str) -> None:
    assert not stale(text)


def test_a_letter_that_tells_the_refusal_may_name_the_first_application() -> None:
    assert stale("I repeat here the reasons for my first application.")
    assert not stale("I repeat here the reasons for my first application.", told=True)
    assert stale("This is my first application for a work permit.", told=True)


@pytest.mark.parametrize(
    ("text", "unanswered"),
    [
        ("Mon époux est inscrit à temps plein à la maîtrise en biologie à Sherbrooke.", 0),
        ("My husband is enrolled full time in the master of science program.", 0),
        ("Mon époux travaille à temps plein à Sherbrooke.", 1),
        ("My son is enrolled full time at the kindergarten.", 1),
    ],
)
def test_a_spouse_s_studies_answer_a_refusal_for_the_category(text: str, unanswered: int) -> None:
    case = case_of(f"""
        2025/imm1295.pdf as of 2025-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        2025/refusal-letter.pdf as of 2025-06-01: refusal country=CA from=2025-06-01 number=W123456789
        2025/refusal-letter.pdf as of 2025-06-01: refusal_reason reason=wrong-stream
        draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=ANA birth_date=1990-05-04
        draft/explanation-letter.pdf as of 2026-03-01: text "Refus du 1er juin 2025. {text}"
    """)
    found = run(case, Settings())
    assert sum(one.rule == "reapplication/reason-unanswered" for one in found) == unanswered
