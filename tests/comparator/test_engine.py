"""How rules are found, run and weighed, whatever they check."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from consistency.comparator.engine import (
    LOOK,
    Mismatch,
    Rule,
    Settings,
    UnknownRule,
    all_rules,
    fingerprint,
    run,
    select,
)
from consistency.comparator.mismatch import Cause, Found, folded
from consistency.model import Case, Citation, Evidence, Finding, Person, Severity
from tests.comparator.examples import case_of

DIFFERENT = """
    2022/imm5257.pdf as of 2022-05-02: job employer=Acme title=analyst from=2018-01 to=2019-03
    draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=analyst from=2018-01 to=2019-09
"""
ACME = "job employer=Acme title=analyst from=2018-01 to=2019-09"


def ids(text: str) -> set[str]:
    return {finding.id for finding in run(case_of(text), Settings(rules=("work/dates",)))}


def test_every_rule_has_its_path_as_id() -> None:
    for name, rule in all_rules().items():
        assert rule.check.__module__.endswith(name.replace("/", ".").replace("-", "_"))


def test_a_family_or_a_rule_is_selected() -> None:
    assert {rule.id for rule in select(["document"])} == {n for n in all_rules() if n.startswith("document/")}
    assert [rule.id for rule in select(["work/dates"])] == ["work/dates"]
    assert len(select([])) == len(all_rules())


def test_a_misspelt_rule_names_the_nearest() -> None:
    with pytest.raises(UnknownRule, match="did you mean work/dates"):
        select(["work/date"])


def test_an_id_knows_no_paths() -> None:
    renamed = DIFFERENT.replace("2022/imm5257.pdf", "old/folder/imm5257_scan.pdf").replace(
        "draft/", "final v2 draft/"
    )
    assert ids(DIFFERENT) == ids(renamed) != set()


def test_an_id_changes_with_the_values() -> None:
    assert not ids(DIFFERENT) & ids(DIFFERENT.replace("2019-09", "2019-10"))


def test_several_papers_of_one_side_are_one_finding() -> None:
    many = (
        DIFFERENT
        + f"""
    draft/cv.pdf as of 2026-02-01: {ACME}
    draft/imm5669.pdf as of 2026-03-01: {ACME}
    draft/employment-letter.pdf as of 2019-10-01: job employer=Acme title=analyst from=2018-01-15 to=2019-09-30
    """
    )
    found = run(case_of(many), Settings(rules=("work/dates",)))
    assert len(found) == 1
    assert {c.evidence.document for c in found[0].evidence} == set(case_of(many).by_path)


def test_the_configured_level_takes_the_place_of_the_rule_s_own() -> None:
    text = 'draft/statement.pdf: problem code=password message="Locked." read=failed'
    settings = Settings(rules=("document/unreadable",), levels={"document/unreadable": Severity.INFO})
    assert [finding.severity for finding in run(case_of(text), settings)] == [Severity.INFO]


def finding_of(*confidence: float) -> Finding:
    evidence = tuple(Citation(Evidence("a.pdf", "x", confidence=c), str(i)) for i, c in enumerate(confidence))

    def check(case: Case) -> Iterator[Mismatch]:
        """Something."""
        yield Mismatch(None, "thing", "A thing.", evidence)

    check.__module__ = "consistency.comparator.rules.work.dates"
    found = Rule(check, Severity.MAJOR, ())
    case = case_of(DIFFERENT)
    patched = pytest.MonkeyPatch()
    with patched.context() as context:
        context.setattr("consistency.comparator.engine.select", lambda names: (found,))
        return run(case)[0]


def test_recognised_text_below_the_threshold_lowers_by_one() -> None:
    assert finding_of(1.0, 0.9).severity is Severity.MAJOR
    assert finding_of(1.0, 0.5).severity is Severity.MINOR


def test_recognised_text_below_the_threshold_is_to_be_looked_at() -> None:
    assert not finding_of(1.0, 0.9).advice.startswith(LOOK)
    assert finding_of(1.0, 0.5).advice.startswith(LOOK)


def test_a_value_that_a_certain_paper_tells_too_is_certain() -> None:
    sure, doubtful = (
        Citation(Evidence(p, "x", confidence=c), "2018-01") for p, c in (("a.pdf", 1.0), ("b.pdf", 0.4))
    )
    other = Citation(Evidence("c.pdf", "y"), "2019-01")

    def check(case: Case) -> Iterator[Mismatch]:
        """Something."""
        yield Mismatch(None, "thing", "A thing.", (sure, doubtful, other))

    check.__module__ = "consistency.comparator.rules.work.dates"
    patched = pytest.MonkeyPatch()
    with patched.context() as context:
        context.setattr(
            "consistency.comparator.engine.select", lambda names: (Rule(check, Severity.MAJOR, ()),)
        )
        found = run(case_of(DIFFERENT))
    assert [f.severity for f in found] == [Severity.MAJOR]


def test_the_fingerprint_tells_relatives_apart() -> None:
    one = Mismatch(Person("p1", "A", "principal"), "thing", "", ())
    other = replace(one, person=Person("p2", "B", "spouse"))
    assert fingerprint("work/dates", one) != fingerprint("work/dates", other)
    assert fingerprint("work/dates", one) == fingerprint("work/dates", replace(one, detail="other words"))


def mismatch(subject: str, *follows: Cause) -> Mismatch:
    evidence = (Citation(Evidence(f"{subject}.pdf", subject), subject),)
    return Mismatch(None, subject, f"{subject} differs.", evidence, follows=follows)


def folds(*found: tuple[str, Severity, Mismatch]) -> dict[str, list[str]]:
    return {one.rule: [m.subject for m in below] for one, below in folded([Found(*one) for one in found])}


def test_a_consequence_stands_with_its_cause() -> None:
    cause = ("work/dates", Severity.MAJOR, mismatch("acme"))
    overlap = ("work/overlap", Severity.MAJOR, mismatch("both", Cause("work/dates", "acme")))
    total = ("work/experience-total", Severity.MINOR, mismatch("total", Cause("work/overlap")))
    assert folds(total, overlap, cause) == {"work/dates": ["total", "both"]}
    assert folds(overlap, total) == {"work/overlap": ["total"]}


def test_a_consequence_is_not_hidden_under_a_lighter_cause_or_another_subject() -> None:
    cause = ("work/dates", Severity.MINOR, mismatch("acme"))
    heavy = ("work/overlap", Severity.MAJOR, mismatch("both", Cause("work/dates", "acme")))
    other = ("work/gap", Severity.MINOR, mismatch("gap", Cause("work/dates", "bistro")))
    assert folds(cause, heavy, other) == {"work/dates": [], "work/overlap": [], "work/gap": []}


def test_two_that_would_follow_from_one_another_are_told_once() -> None:
    one = ("work/gap", Severity.MAJOR, mismatch("one", Cause("work/missing")))
    two = ("work/missing", Severity.MAJOR, mismatch("two", Cause("work/gap")))
    assert folds(one, two) == {"work/gap": ["two"]}
