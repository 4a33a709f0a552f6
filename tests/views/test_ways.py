"""The ways on after a refusal: what bears on each, what is missing, and that none is taken for better."""

import ast
import json
import re
from pathlib import Path

import pytest
from click import unstyle

import consistency
from consistency.reports import json as as_json
from consistency.reports import terminal
from consistency.views.ways import PersonPlan, Plan, Way, plan, way_modules
from tests.comparator.examples import case_of
from tests.reports.making import report_on

ROOT = Path(consistency.__path__[0])
VALUING = re.compile(
    r"recommend|should|likel|probab|chance|success|approv|guarantee|best|better|prefer|advis|promising|odds|predict"
    r"|favourabl|hopeless|worth(?:while|y)|strongly|easiest|safest",
    re.IGNORECASE,
)
"""Words that choose a way, or tell how it may end."""

WHO = "family_name=SILVA birth_date=1990-05-04"
REFUSED = f"""
    2025/imm1295.pdf as of 2025-11-01: {WHO}
    2025/bank-statement.pdf as of 2025-10-20: text "We confirm a balance of BRL 90,000 on 20 October 2025."
    2025/refusal-letter.pdf as of 2026-01-05: refusal country=CA number=W123456789 from=2026-01-05
    2025/refusal-letter.pdf as of 2026-01-05: refusal_reason reason=finances
    2025/refusal-letter.pdf as of 2026-01-05: refusal_reason reason=travel
"""
DRAFT = f"""
    draft/imm1295.pdf as of 2026-02-01: {WHO} signed=yes validated=no
    draft/imm1295.pdf as of 2026-02-01: offer employer=Acme title=Cook number=7894563
    draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
    draft/lmia.pdf as of 2026-01-10: deadline=2026-07-10
    draft/explanation-letter.pdf as of 2026-02-01: text "My financial situation is good."
"""
LOST = f"""
    draft/permit.pdf as of 2021-01-01: permit number=U1 status="Work Permit" from=2021-01-01 to=2026-01-10
    draft/imm5710.pdf as of 2026-02-01: {WHO}
    draft/imm5710.pdf as of 2026-02-01: permit status=extension
    draft/cv.pdf as of 2026-02-01: job employer=Chinook title=cook country=CA from=2022-02 to=2026-01-20
"""
MISREPRESENTED = """
    2024/refusal-letter.pdf as of 2024-09-13: refusal country=CA number=W987654321 from=2024-09-13
    2024/refusal-letter.pdf as of 2024-09-13: text "You are found inadmissible under A40(1)(a) for misrepresentation."
"""
STUDY = f"""
    2023/imm1294.pdf as of 2023-03-01: {WHO}
    2023/refusal-letter.pdf as of 2023-05-01: refusal country=CA number=S123456789 from=2023-05-01
"""
FAIRNESS = "\n    2025/fairness-letter.pdf as of 2026-01-20: deadline=2026-02-19\n"


def planned(example: str) -> Plan:
    return plan(report_on(case_of(example)))


def one(example: str) -> PersonPlan:
    [found] = planned(example).people
    return found


def way(example: str, name: str) -> Way:
    return next(found for found in one(example).ways if found.name == name)


def texts(found: Way) -> tuple[list[str], list[str]]:
    return [point.text for point in found.bears], [point.text for point in found.missing]


def test_a_new_application_shows_reasons_new_papers_open_findings_and_what_is_missing() -> None:
    found = way(REFUSED + DRAFT, "new-application")
    bears, missing = texts(found)
    assert bears[:2] == ["reason given: assets and financial situation", "reason given: travel history"]
    assert "papers of the draft that the refused application did not hold: 2" in bears
    assert any("not validated" in text for text in missing)
    assert any("names the travel history" in text for text in missing)
    assert [clock.kind for clock in found.clocks] == ["lmia"]
    assert all(point.finding or point.citations for point in found.bears if ":" not in point.text)


def test_each_finding_stands_in_one_list() -> None:
    found = way(REFUSED + DRAFT, "new-application")
    told = [point.finding for point in (*found.bears, *found.missing) if point.finding]
    assert told and len(told) == len(set(told))


def test_a_folder_without_a_draft_misses_one() -> None:
    without = texts(way(REFUSED.replace("2025/", "2025 refused/"), "new-application"))[1]
    assert without == ["the forms of a new application: the folder holds no draft"]
    assert all("no draft" not in text for text in texts(way(REFUSED + DRAFT, "new-application"))[1])


def test_judicial_review_shows_the_decision_the_record_and_the_time() -> None:
    found = way(REFUSED + DRAFT, "judicial-review")
    bears, missing = texts(found)
    assert bears[0] == "refusal letter of 2026-01-05"
    assert "reason given: assets and financial situation; travel history" in bears
    assert "papers of the application refused on 2026-01-05: 2" in bears
    assert missing[0] == "the officer's notes of the decision"
    assert [str(clock.last) for clock in found.clocks] == ["2026-03-06"]
    notes = "2025/gcms-notes.pdf as of 2026-01-05: refusal country=CA number=W123456789 from=2026-01-05"
    assert (
        "the officer's notes of the decision" not in texts(way(REFUSED + DRAFT + notes, "judicial-review"))[1]
    )


def test_only_the_last_refusals_time_is_shown() -> None:
    found = way(STUDY + REFUSED + DRAFT, "judicial-review")
    assert [str(clock.start) for clock in found.clocks] == ["2026-01-05"]


def test_restoration_shows_what_ended_and_the_box_that_is_not_ticked() -> None:
    found = way(LOST, "restoration")
    bears, missing = texts(found)
    assert [clock.kind for clock in found.clocks] == ["restoration", "six-month-bar"]
    assert "draft/imm5710.pdf applies for: extension" in bears
    assert any(text.startswith("critical: Status was lost") for text in bears)
    assert len(missing) == 1 and "box for restoration" in missing[0]
    ticked = LOST.replace("status=extension", "status=restoration")
    assert way(ticked, "restoration").missing == ()


def test_nothing_bears_on_restoration_from_outside() -> None:
    assert "Restoration of status in Canada" in one(REFUSED + DRAFT).without


def test_another_pathway_is_only_what_the_folder_holds_of_one() -> None:
    assert "Another pathway" in one(REFUSED + DRAFT).without
    bears, _ = texts(way(STUDY + REFUSED + DRAFT, "other-pathway"))
    assert bears == ["study (refused): Application for Study Permit Made Outside of Canada, of 2023-03-01"]
    exempt = (REFUSED + DRAFT).replace("number=7894563", "number=A1234567")
    before = "\n2025/imm1295.pdf as of 2025-11-01: offer employer=Acme title=Cook number=7894563"
    bears, _ = texts(way(exempt + before, "other-pathway"))
    assert any("needs no labour market impact assessment, unlike the refused one" in text for text in bears)
    boxed = 'draft/imm5710.pdf as of 2026-02-01: permit status="temporary resident permit"'
    letter = (
        'draft/explanation-letter.pdf as of 2026-02-01: text "I ask for a temporary resident permit (TRP)."'
    )
    bears, _ = texts(way(f"{LOST}{boxed}\n{letter}", "other-pathway"))
    assert "draft/imm5710.pdf applies for a temporary resident permit" in bears
    assert "draft/explanation-letter.pdf names a temporary resident permit" in bears
    assert [clock.kind for clock in way(LOST + REFUSED, "other-pathway").clocks] == ["six-month-bar"]


def test_a_finding_of_misrepresentation_stops_the_plan() -> None:
    found = one(MISREPRESENTED + DRAFT)
    assert found.ways == () and found.stop is not None
    assert all(word in found.stop.text for word in ("counsel", "ARC", "TRP", "s.40(1)(a)"))
    assert [(c.kind, str(c.last)) for c in found.stop.clocks][-1] == ("judicial-review", "2024-09-28")
    assert ("five-year-bar", "2029-09-13") in [(c.kind, str(c.last)) for c in found.stop.clocks]
    assert found.stop.points[0].citations
    text = unstyle(terminal.render_plan(planned(MISREPRESENTED + DRAFT)))
    assert "STOP" in text and "2029-09-13" in text and "new application" not in text.casefold()


def test_a_finding_without_a_day_stops_it_too_and_says_so() -> None:
    undated = 'draft/explanation-letter.pdf as of 2026-02-01: text "I was found inadmissible for misrepresentation."'
    found = one(REFUSED + DRAFT + undated)
    assert found.stop is not None and "No paper tells the day" in found.stop.text


def test_a_finding_whose_five_years_are_over_stops_nothing() -> None:
    found = one(MISREPRESENTED.replace("2024", "2020") + REFUSED + DRAFT)
    assert found.stop is None and found.ways


def test_a_fairness_letter_is_shown_before_all_ways() -> None:
    found = one(FAIRNESS + DRAFT.replace("draft/explanation", "draft/other"))
    assert [clock.kind for clock in found.answers] == ["fairness-letter"] and found.ways == ()
    text = unstyle(
        terminal.render_plan(planned(FAIRNESS + REFUSED + DRAFT.replace("explanation-letter", "other")))
    )
    assert text.index("An answer is due") < text.index("Judicial review")


def test_a_folder_without_a_refusal_has_nothing_to_lay_out() -> None:
    assert planned(DRAFT).people == ()
    assert "tells of a refusal" in unstyle(terminal.render_plan(planned(DRAFT)))


SPEAKING = sorted(
    [*(ROOT / "views/ways").glob("*.py"), *(ROOT / "clocks").glob("*.py"), ROOT / "reports/_ways.py"]
)
"""The modules that word a plan."""

CASES = {
    "refused": REFUSED + DRAFT, "study": STUDY + REFUSED + DRAFT, "lost": LOST + REFUSED, "none": DRAFT,
    "misrepresented": MISREPRESENTED + DRAFT, "fairness": FAIRNESS + REFUSED + DRAFT,
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_no_way_is_chosen_and_nothing_is_foretold(name: str) -> None:
    told = planned(CASES[name])
    for text in (unstyle(terminal.render_plan(told)), as_json.render_plan(told)):
        quiet = re.sub(r"“[^”]*”|\"quote\": \"[^\"]*\"|A new application with stronger evidence", "", text)
        assert not VALUING.search(quiet), VALUING.search(quiet)


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_wording_of_the_plan_values_a_way(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
    }
    words = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    assert not [word for word in words if word not in docs and VALUING.search(word)]


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("name", CASES)
def test_no_line_is_wider_than_the_terminal(name: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = unstyle(terminal.render_plan(planned(CASES[name]))).splitlines()
    assert max(map(len, lines)) <= columns


def test_the_json_of_a_plan_holds_every_place() -> None:
    told = json.loads(as_json.render_plan(planned(REFUSED + DRAFT)))
    ways = {way["name"]: way for person in told["people"] for way in person["ways"]}
    assert {"judicial-review", "new-application"} == set(ways)
    [filed] = [
        p for p in ways["judicial-review"]["bears"] if p["text"].startswith("papers of the application")
    ]
    assert {place["document"] for place in filed["evidence"]} == {
        "2025/imm1295.pdf",
        "2025/bank-statement.pdf",
    }
    assert ways["judicial-review"]["clocks"][0]["last_day"] == "2026-03-06"


def test_every_way_cites_its_law() -> None:
    assert len(way_modules()) == 4
    for example in CASES.values():
        for person in planned(example).people:
            assert all(found.provisions or found.name == "other-pathway" for found in person.ways)
