"""The views of a checked case: every reason and weighty finding once, and no side taken."""

import pytest

from consistency.case.assemble import assemble
from consistency.comparator.engine import all_rules, run
from consistency.comparator.reapplication.decisions import decisions
from consistency.comparator.reapplication.grounds import grounds
from consistency.model import Case, Finding, Severity
from consistency.views.corrections import corrections
from consistency.views.exhibits import exhibits, numbers
from consistency.views.explaining import Explanation, explanation, table
from consistency.views.questions import questions
from consistency.views.quoting import Thing
from consistency.views.timeline import timeline
from tests.comparator.examples import case_of
from tests.lives.running import known_edits

CASE = """
    2022/imm1295.pdf as of 2022-05-02: family_name=SILVA given_names=Ana birth_date=1990-05-04 uci=1111-2222
    2022/imm1295.pdf as of 2022-05-02: job employer="Acme Ltd" title=cook from=2016-01 to=2019-03
    2022/refusal-letter.pdf as of 2022-06-20: refusal country=CA from=2022-06-20 number=W310274986
    2022/refusal-letter.pdf as of 2022-06-20: refusal_reason reason=perform-work
    2022/refusal-letter.pdf as of 2022-06-20: refusal_reason reason=finances
    draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=Ana birth_date=1990-05-04
    draft/imm1295.pdf as of 2026-03-01: job employer="ACME LIMITED" title=cook from=2016-01 to=2019-10
    draft/employment-letter.pdf as of 2026-02-01: job employer="Acme Ltd" title=cook from=2016-01 to=2019-03
    draft/employment-letter.pdf as of 2026-02-01: family_name=SILVA given_names=Ana
"""


@pytest.fixture(scope="module")
def case() -> Case:
    return case_of(CASE)


@pytest.fixture(scope="module")
def findings(case: Case) -> tuple[Finding, ...]:
    return run(case)


def weighty(findings: tuple[Finding, ...]) -> list[str]:
    return sorted(f.id for f in findings if f.status == "open" and f.severity >= Severity.MAJOR)


def taken_up(told: Explanation) -> list[str]:
    return sorted(point.finding.id for point in told.every_point)


def last_reasons(case: Case) -> list[tuple[str, str]]:
    """Give the grounds of each person's last refusal, as IRCC's papers name them."""
    return [
        (person.id, slug)
        for person in case.people
        for last in decisions(case, person)[-1:]
        for slug in dict.fromkeys(told.record.reason or "" for told in last.reasons)
    ]


def test_a_finding_stands_under_the_reason_that_it_touches(case: Case, findings: tuple[Finding, ...]) -> None:
    told = explanation(case, findings)
    work, money = told.reasons
    assert (work.slug, money.slug) == ("perform-work", "finances")
    assert "work/dates" in {point.finding.rule for point in work.points}
    assert {point.finding.rule for point in money.points} == {"reapplication/reason-unanswered"}
    assert [point.number for point in told.every_point] == list(range(1, len(weighty(findings)) + 1))
    assert taken_up(told) == weighty(findings)


def test_the_heads_are_those_of_the_papers(case: Case, findings: tuple[Finding, ...]) -> None:
    heads = explanation(case, findings).heads
    assert (heads.client_numbers, heads.refused_number, heads.form) == (
        ("1111-2222",),
        "W310274986",
        "imm1295",
    )
    assert str(heads.refused_on) == "2022-06-20"


def test_a_reason_in_words_of_its_own_is_kept(findings: tuple[Finding, ...]) -> None:
    own = CASE + ("\n2022/refusal-letter.pdf as of 2022-06-20: refusal_reason reason=unheard details=moon")
    told = explanation(case_of(own), ())
    assert [reason.slug for reason in told.reasons] == ["perform-work", "finances", "other"]
    assert told.reasons[-1].quotes[0].words == "unheard moon"


def test_what_may_stand_is_not_taken_up(case: Case, findings: tuple[Finding, ...]) -> None:
    from msgspec.structs import replace

    stood = tuple(replace(f, status="acknowledged") for f in findings)
    assert not list(explanation(case, stood).every_point)
    assert corrections(case, stood, {}) == () and questions(case, stood) == ()


@pytest.mark.parametrize("seed", range(2))
def test_generated_cases_have_every_reason_and_finding_once(seed: int) -> None:
    for edit in known_edits()[seed::12]:
        papers = edit.planted(seed)
        if papers is None:
            continue
        case = assemble("life", papers)
        found = run(case)
        told = explanation(case, found)
        assert taken_up(told) == weighty(found)
        assert [(reason.person.id, reason.slug) for reason in told.reasons] == last_reasons(case)


def test_the_table_of_reasons_names_what_there_is() -> None:
    rules = set(all_rules())
    known = rules | {rule.split("/")[0] for rule in rules}
    named = [name.rstrip("/") for ground in grounds().values() for name in ground.touched]
    assert set(named) | set(table()["rules"]) <= known


def test_exhibits_are_the_documents_of_the_draft(case: Case, findings: tuple[Finding, ...]) -> None:
    found = exhibits(case, explanation(case, findings))
    assert [(one.number, one.document) for one in found] == [
        (1, "draft/imm1295.pdf"),
        (2, "draft/employment-letter.pdf"),
    ]
    assert found[1].reasons == (1,)
    assert found[1].points


def test_a_correction_shows_both_sides_and_takes_none(case: Case, findings: tuple[Finding, ...]) -> None:
    (dates,) = [c for c in corrections(case, findings, numbers(case)) if c.finding.rule == "work/dates"]
    assert {quote.document for quote in dates.before} == {"2022/imm1295.pdf"}
    assert {quote.document for quote in dates.now} == {"draft/imm1295.pdf", "draft/employment-letter.pdf"}
    assert dates.proof == (2,)
    assert dates.about == Thing(("Acme Ltd",))


def test_one_question_a_finding_by_person(case: Case, findings: tuple[Finding, ...]) -> None:
    asked = questions(case, findings)
    told = sorted(question.finding.id for one in asked for question in one.questions)
    assert told == sorted(f.id for f in findings if f.severity >= Severity.MINOR)
    assert [one.person.id if one.person else None for one in asked] == ["p1"]


def test_the_timeline_tells_an_event_in_every_way(case: Case, findings: tuple[Finding, ...]) -> None:
    (life,) = timeline(case, findings)
    job = next(event for event in life.events if event.kind == "job")
    assert {str(telling.period) for telling in job.tellings} == {"2016-01 to 2019-03", "2016-01 to 2019-10"}
    assert job.conflicts == tuple(f.id for f in findings if f.rule == "work/dates")
    assert [event.kind for event in life.events] == ["job", "application", "refused", "application"]
    assert ("Acme Ltd", "ACME LIMITED") in job.what
