"""How rules are found, run and weighed, whatever they check."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

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
from consistency.comparator.mismatch import Cause, Found, folded, merged
from consistency.model import Case, Citation, Evidence, Finding, Person, Severity
from consistency.normalizer.dates import PartialDate
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
    documents = {n for n in all_rules() if n.startswith("document/")}
    assert (
        {rule.id for rule in select(["document"])} == {rule.id for rule in select(["document/"])} == documents
    )
    assert [rule.id for rule in select(["work/dates"])] == ["work/dates"]
    assert len(select([])) == len(all_rules())


def test_a_misspelt_rule_names_the_nearest() -> None:
    with pytest.raises(UnknownRule, match="did you mean work/dates"):
        select(["work/date"])
    with pytest.raises(UnknownRule, match="did you mean residence"):
        select(["residense"])
    with pytest.raises(UnknownRule, match=r"'qqqq'$"):
        select(["qqqq"])


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


def reported(*told: tuple[str, Severity, Mismatch], settings: Settings | None = None) -> tuple[Finding, ...]:
    """Run rules that report what is told, each under the path of a rule that there is."""

    def reporting(path: str, severity: Severity, mismatch: Mismatch) -> Rule:
        def check(case: Case) -> Iterator[Mismatch]:
            """Something."""
            yield mismatch

        check.__module__ = f"consistency.comparator.rules.{path}"
        return Rule(check, severity, ())

    rules = tuple(reporting(*one) for one in told)
    patched = pytest.MonkeyPatch()
    with patched.context() as context:
        context.setattr("consistency.comparator.engine.select", lambda names: rules)
        return run(case_of(DIFFERENT), settings)


def finding_of(*confidence: float, level: Severity = Severity.MAJOR) -> Finding:
    evidence = tuple(Citation(Evidence("a.pdf", "x", confidence=c), str(i)) for i, c in enumerate(confidence))
    return reported(("work.dates", level, Mismatch(None, "thing", "A thing.", evidence)))[0]


def test_recognised_text_below_the_threshold_lowers_by_one() -> None:
    assert finding_of(1.0, 0.9).severity is Severity.MAJOR
    assert finding_of(1.0, 0.5).severity is Severity.MINOR
    assert finding_of(1.0, 0.8).severity is Severity.MAJOR, "0.80 is enough"
    assert (finding_of(0.5).confidence, finding_of(1.0, 0.5, 0.9).confidence) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("level", "lowered"),
    [
        (Severity.CRITICAL, Severity.MAJOR),
        (Severity.MAJOR, Severity.MINOR),
        (Severity.MINOR, Severity.MINOR),
        (Severity.INFO, Severity.INFO),
    ],
)
def test_doubt_makes_no_finding_less_than_minor(level: Severity, lowered: Severity) -> None:
    assert finding_of(0.5, level=level).severity is lowered


def test_a_rule_that_knows_how_sure_its_values_are_is_believed() -> None:
    sure = Mismatch(
        None, "thing", "A thing.", (Citation(Evidence("a.pdf", "x", confidence=0.4), "1"),), confidence=0.9
    )
    [found] = reported(("work.dates", Severity.MAJOR, sure))
    assert (found.severity, found.confidence) == (Severity.MAJOR, 0.9)


def test_the_heaviest_stands_first() -> None:
    found = reported(
        ("work.title", Severity.MINOR, Mismatch(None, "a", "A.", ())),
        ("work.dates", Severity.CRITICAL, Mismatch(None, "b", "B.", ())),
        ("work.overlap", Severity.MINOR, Mismatch(None, "c", "C.", ())),
        ("work.employer", Severity.MINOR, Mismatch(None, "d", "D.", (), severity=Severity.MAJOR)),
    )
    assert [f.rule for f in found] == ["work/dates", "work/employer", "work/overlap", "work/title"]


def test_a_mismatch_may_bring_its_own_title_and_advice() -> None:
    own = Mismatch(None, "thing", "A thing.", (), title="Own title", advice="Own advice.")
    [found] = reported(("work.dates", Severity.MAJOR, own))
    assert (found.title, found.advice) == ("Own title", "Own advice.")
    [plain] = reported(("work.dates", Severity.MAJOR, Mismatch(None, "thing", "A thing.", ())))
    assert (plain.title, plain.advice) == (all_rules()["work/dates"].title, all_rules()["work/dates"].advice)


def test_the_places_of_a_finding_stand_in_order_of_time() -> None:
    places = [
        ("2026-03-01", "draft/b.pdf"),
        ("2022-05-02", "2022/z.pdf"),
        (None, "a.pdf"),
        ("2022-05-02", "2022/c.pdf"),
    ]
    evidence = tuple(
        Citation(Evidence(path, "x"), path, None if day is None else PartialDate.of(day))
        for day, path in places
    )
    [found] = reported(
        ("work.dates", Severity.MAJOR, Mismatch(None, "thing", "A thing.", evidence + evidence))
    )
    told = [citation.evidence.document for citation in found.evidence]
    assert told == ["2022/c.pdf", "2022/z.pdf", "draft/b.pdf", "a.pdf"]


def test_a_rule_is_switched_off_and_its_options_are_set() -> None:
    case = case_of(DIFFERENT)
    assert [f.rule for f in run(case, Settings(rules=("work/dates",)))] == ["work/dates"]
    assert run(case, Settings(rules=("work/dates",), off=frozenset({"work/dates"}))) == ()
    lived = case_of(next(body for _, body in all_rules()["residence/gap"].examples("Reports")))
    gap = Settings(rules=("residence/gap",))
    assert run(lived, gap) and not run(lived, replace(gap, options={"residence/gap": {"short_days": 9_999}}))


def test_mismatches_about_one_thing_of_one_person_are_one() -> None:
    one, other = (Citation(Evidence(path, "x"), path) for path in ("a.pdf", "b.pdf"))
    person = Person("p1", "A", "principal")
    told = [
        Mismatch(person, "thing", "First.", (one,), Severity.MINOR, ask=True, follows=(Cause("work/gap"),)),
        Mismatch(
            person,
            "thing",
            "Second.",
            (other, one),
            Severity.MAJOR,
            follows=(Cause("work/gap"), Cause("work/title")),
        ),
        Mismatch(person, "other", "Third.", (one,)),
        Mismatch(None, "thing", "Fourth.", (one,)),
    ]
    first, *rest = merged(told)
    assert (first.detail, first.evidence, first.severity, first.ask) == (
        "First.",
        (one, other),
        Severity.MAJOR,
        False,
    )
    assert first.follows == (Cause("work/gap"), Cause("work/title"))
    assert rest == told[2:]
    asked = [replace(told[0], severity=None), replace(told[0], detail="Again.", severity=None)]
    assert [(m.ask, m.severity) for m in merged(asked)] == [(True, None)]


def test_recognised_text_below_the_threshold_is_to_be_looked_at() -> None:
    assert not finding_of(1.0, 0.9).advice.startswith(LOOK)
    assert finding_of(1.0, 0.5).advice.startswith(LOOK)


def test_a_value_that_a_certain_paper_tells_too_is_certain() -> None:
    sure, doubtful = (
        Citation(Evidence(p, "x", confidence=c), "2018-01") for p, c in (("a.pdf", 1.0), ("b.pdf", 0.4))
    )
    other = Citation(Evidence("c.pdf", "y"), "2019-01")
    for evidence in ((sure, doubtful, other), (doubtful, sure, other)):
        found = reported(("work.dates", Severity.MAJOR, Mismatch(None, "thing", "A thing.", evidence)))
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
    of_another = replace(cause[2], person=Person("p2", "B", "spouse"))
    assert folds(overlap, ("work/dates", Severity.MAJOR, of_another)) == {
        "work/overlap": [],
        "work/dates": [],
    }
    lighter = ("work/gap", Severity.MINOR, mismatch("acme", Cause("work/dates")))
    assert folds(lighter, cause) == {"work/dates": ["acme"]}


def test_a_consequence_is_not_hidden_under_a_lighter_cause_or_another_subject() -> None:
    cause = ("work/dates", Severity.MINOR, mismatch("acme"))
    heavy = ("work/overlap", Severity.MAJOR, mismatch("both", Cause("work/dates", "acme")))
    other = ("work/gap", Severity.MINOR, mismatch("gap", Cause("work/dates", "bistro")))
    assert folds(cause, heavy, other) == {"work/dates": [], "work/overlap": [], "work/gap": []}


def test_two_that_would_follow_from_one_another_are_told_once() -> None:
    one = ("work/gap", Severity.MAJOR, mismatch("one", Cause("work/missing")))
    two = ("work/missing", Severity.MAJOR, mismatch("two", Cause("work/gap")))
    assert folds(one, two) == {"work/gap": ["two"]}
