"""Whom the applicant takes along or leaves, in sentences that say other things as well, and ranks among siblings."""

import pytest

from consistency.comparator.family.plans import plans, siblings_by_rank

LEFT = (
    "My husband Tom runs our shop and stays in Accra.", "We leave our daughter with my parents.",
    "My wife does not come with me.", "Our son Kofi, who is seven, remains here with my sister.",
    "Ma femme et mes enfants restent à Lomé.", "My spouse will not be travelling with me.",
)  # fmt: skip
NOT_LEFT = (
    "My wife remains in charge of the farm.", "My son is ill and my mother will stay with him in Accra.",
    "My children will stay with me in Canada.", "My wife will join me later.", "My parents stay in Accra.",
    "My husband remains my support.", "I will remain in Accra until my son is well.",
    "My husband remains in full support of my plan.", "Ma fille reste à ma charge.", "Mon mari reste à mes côtés.",
    "My wife will live there with us.", "My daughter will continue with her studies in Calgary.",
)  # fmt: skip


@pytest.mark.parametrize("text", LEFT)
def test_who_is_left(text: str) -> None:
    assert {plan.answer for plan in plans(text)} == {"no"}


@pytest.mark.parametrize("text", NOT_LEFT)
def test_who_is_not(text: str) -> None:
    assert plans(text) == ()


def test_who_comes_along() -> None:
    (plan,) = plans("My husband Tom will also travel with me.")
    assert (plan.answer, "spouse" in plan.relations) == ("yes", True)


def test_each_of_a_row_is_told_by_name() -> None:
    told = plans("My wife, our son Kofi and our daughter Ama Serwaa remain in Accra.")
    assert [sorted(plan.name) for plan in told if plan.one] == [["kofi"], ["ama", "serwaa"]]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("I am the third of seven siblings.", 6),
        ("Our client is the eldest of three children of a teacher.", 2),
        ("Je suis la cadette de quatre enfants.", 3),
        ("We are four brothers and sisters.", 3),
    ],
)
def test_a_rank_tells_how_many(text: str, number: int) -> None:
    count = siblings_by_rank(text)
    assert count is not None
    assert (count.number, count.all) == (number, True)


@pytest.mark.parametrize(
    "text",
    [
        "My wife is the third of seven siblings.",
        "I am one of three cooks.",
        "He is the eldest of five children.",
    ],
)
def test_no_rank_of_the_applicant(text: str) -> None:
    assert siblings_by_rank(text) is None
