"""Every rule is proven by the examples of its own docstring."""

import itertools

import pytest

from consistency.comparator.engine import Rule, Settings, all_rules, run
from tests.comparator.examples import case_of

EXAMPLES = [
    pytest.param(rule, word == "Reports", body, id=f"{rule.id}: {head}")
    for rule in all_rules().values()
    for word in ("Reports", "Accepts")
    for head, body in rule.examples(word)
]


def only(rule: Rule) -> Settings:
    return Settings(rules=(rule.id,))


@pytest.mark.parametrize(("rule", "reports", "example"), EXAMPLES)
def test_example(rule: Rule, reports: bool, example: str) -> None:
    findings = run(case_of(example), only(rule))
    assert bool(findings) is reports, [f.detail for f in findings]


@pytest.mark.parametrize(("rule", "reports", "example"), EXAMPLES)
def test_order_of_documents_changes_nothing(rule: Rule, reports: bool, example: str) -> None:
    lines = example.strip().splitlines()
    ids = {f.id for f in run(case_of(example), only(rule))}
    for order in itertools.islice(itertools.permutations(lines), 1, 6):
        assert {f.id for f in run(case_of("\n".join(order)), only(rule))} == ids


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)
def test_page_of_a_rule_is_complete(rule: Rule) -> None:
    assert rule.title and rule.why and rule.advice
    assert list(rule.examples("Reports"))
    assert rule.references or rule.id.startswith("document/")


@pytest.mark.parametrize(("rule", "reports", "example"), [e for e in EXAMPLES if e.values[1]])
def test_finding_cites_both_sides(rule: Rule, reports: bool, example: str) -> None:
    for finding in run(case_of(example), only(rule)):
        assert finding.detail and finding.evidence
        documents = {c.evidence.document for c in finding.evidence}
        assert documents <= set(case_of(example).by_path)
