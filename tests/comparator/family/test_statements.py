"""What sentences say of relatives, in English and French, and what they do not say."""

import pytest

from consistency.comparator.family.places import denied_in_canada, told_in_canada, whereabouts
from consistency.comparator.family.statements import company, company_of_one, deaths, siblings_told
from consistency.comparator.family.words import ALL, COUPLE, NEAREST
from consistency.normalizer.dates import PartialDate

SIBLING, PARENTS, CHILD = frozenset({"sibling"}), frozenset({"mother", "father"}), frozenset({"child"})


@pytest.mark.parametrize(
    ("sentence", "relations"),
    [
        ("I have no family in Canada.", ALL),
        ("I do not have any relatives or friends in Canada.", ALL),
        ("I don't have any immediate family members living in Canada.", NEAREST),
        ("I have no brothers or sisters in Canada.", SIBLING),
        ("None of my family members live in Canada.", ALL),
        ("No member of my family lives in Canada.", ALL),
        ("Neither my parents nor my siblings live in Canada.", PARENTS | SIBLING),
        ("I have no close relatives in Canada.", NEAREST),
        ("My family is not in Canada.", ALL),
        ("I have no strong family ties to Canada.", ALL),
        ("Je n'ai aucune famille au Canada.", ALL),
        ("Aucun membre de ma famille ne réside au Canada.", ALL),
        ("Je n'ai ni parents ni frères et sœurs au Canada.", PARENTS | SIBLING),
        ("Je n'ai aucun lien familial au Canada.", ALL),
        ("There is no relative of mine in Canada.", ALL),
        ("Je n'ai aucun parent au Canada.", ALL),
    ],
)
def test_nobody_in_canada(sentence: str, relations: frozenset[str]) -> None:
    assert denied_in_canada(sentence) == relations


@pytest.mark.parametrize(
    "sentence",
    [
        "I have no family in Canada except my aunt.",
        "You do not have significant family ties outside Canada.",
        "The officer noted that I have no family ties outside Canada and family in Canada.",
        "I had no family in Canada at that time.",
        "I have not asked my brother in Canada for support.",
        "I have no plans to bring my family to Canada.",
        "I do not intend to settle with my family in Canada.",
        "Vous n'avez pas de liens familiaux importants à l'extérieur du Canada.",
        "I have family in Canada.",
        "My wife will not accompany me to Canada.",
        "I have no intention of leaving my family to live in Canada.",
        "I have no job for my wife in Canada.",
    ],
)
def test_no_denial(sentence: str) -> None:
    assert denied_in_canada(sentence) == frozenset()


@pytest.mark.parametrize(
    ("sentence", "relations", "country"),
    [
        ("My parents and siblings live in Mexico.", PARENTS | SIBLING, "MX"),
        ("All my family lives in India.", ALL, "IN"),
        ("My whole immediate family is in Vietnam.", NEAREST, "VN"),
        ("Toute ma famille vit au Maroc.", ALL, "MA"),
        ("Mes parents, mes frères et mes sœurs habitent en Algérie.", PARENTS | SIBLING, "DZ"),
        ("My parents and all my siblings are settled in Punjab, India.", PARENTS | SIBLING, "IN"),
        ("My siblings all live in Canada.", SIBLING, "CA"),
    ],
)
def test_where_relatives_live(sentence: str, relations: frozenset[str], country: str) -> None:
    assert [(told.relations, told.country) for told in whereabouts(sentence)] == [(relations, country)]


@pytest.mark.parametrize(
    "sentence",
    ["My brother lives in Mexico.", "My parents are in good health.", "My wife will remain in Peru.",
     "All my family except my aunt lives in India."],
)  # fmt: skip
def test_where_not_all_live(sentence: str) -> None:
    assert whereabouts(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "relations"),
    [
        ("My brother lives in Toronto.", SIBLING),
        ("My uncle in Canada will host me.", {"relative"}),
        ("My cousin, who is a permanent resident of Canada, lives in Surrey, BC.", {"relative"}),
        ("My sister is settled in Brampton, Ontario with her family.", SIBLING),
        ("Ma tante habite à Montréal.", {"relative"}),
        ("PA's sister resides in Canada.", SIBLING),
        ("My brother Kwame Sample lives in Regina.", SIBLING),
        ("Ma sœur Awa vit à Laval avec son mari.", SIBLING),
        ("My uncle Yaw will host me in Regina.", {"relative"}),
        ("Mon frère Koffi m'accueillera à Laval.", SIBLING),
        ("His elder brother Abel, who works as a driver in Regina, will meet him.", SIBLING),
        ("My sister Ana, who is a cook in Hamilton, Ontario, will help me.", SIBLING),
        ("Sa sœur Awa, qui habite Laval depuis 2009, l'attend.", SIBLING),
        ("Ma tante Awa, couturière, habite Laval.", {"relative"}),
        ("My sister, a cook, wants to visit me in Regina.", set()),
        ("My uncle will host a party in Regina.", set()),
        ("My sister Ama visited Regina.", set()),
        ("My brother Kwame has a friend in Regina.", set()),
        ("My brother will join me in Canada.", set()),
        ("My brother lives in London.", set()),
        ("My children will study in Canada.", set()),
        ("I want to support my family while in Canada.", set()),
        ("My father never lived in Canada.", set()),
        ("I have no brother in Canada.", set()),
    ],
)
def test_somebody_in_canada(sentence: str, relations: set[str]) -> None:
    assert told_in_canada(sentence) == relations


@pytest.mark.parametrize(
    ("sentence", "who", "day"),
    [
        ("My late father was a farmer.", {"father"}, None),
        ("My mother passed away in 2019.", {"mother"}, "2019"),
        ("After the death of my mother in 2020, I moved.", {"mother"}, "2020"),
        ("Mon père est décédé en 2015.", {"father"}, "2015"),
        ("Feu mon père était enseignant.", {"father"}, None),
        ("My parents have passed away.", PARENTS, None),
    ],
)
def test_a_death(sentence: str, who: set[str], day: str | None) -> None:
    assert deaths(sentence) == ((frozenset(who), PartialDate.of(day) if day else None),)


@pytest.mark.parametrize(
    "sentence",
    ["My mother-in-law died in 2019.", "My father is retired.", "My phone died and my father called."],
)
def test_no_death(sentence: str) -> None:
    assert deaths(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "who", "answer"),
    [
        ("My wife and children will not accompany me.", COUPLE | CHILD, "no"),
        ("My wife will accompany me to Canada.", COUPLE, "yes"),
        ("My husband is coming with me.", COUPLE, "yes"),
        ("My spouse and our two children will remain in Morocco.", COUPLE | CHILD, "no"),
        ("I will travel alone.", COUPLE | CHILD, "no"),
        ("I will be accompanied by my wife.", COUPLE, "yes"),
        ("Ma femme et mes enfants ne m'accompagneront pas.", COUPLE | CHILD, "no"),
        ("Mon épouse m'accompagnera au Canada.", COUPLE, "yes"),
        ("Ma femme et mes enfants resteront au Maroc.", COUPLE | CHILD, "no"),
        ("None of my family members will accompany me.", COUPLE | CHILD, "no"),
    ],
)
def test_who_comes_along(sentence: str, who: frozenset[str], answer: str) -> None:
    assert company(sentence) == ((who, answer),)


@pytest.mark.parametrize(
    "sentence",
    ["My wife will join me later.", "My wife and children will live in Canada with me.",
     "My parents will stay in Peru.", "My family will remain my priority.", "My family will live comfortably with it.",
     "My wife will stay in touch with the school.", "My family may accompany me.",
     "My children are staying with my mother."],
)  # fmt: skip
def test_nothing_said_for_certain(sentence: str) -> None:
    assert company(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("I have two brothers and one sister.", (3, True)),
        ("I have three siblings.", (3, True)),
        ("I have 2 siblings in Canada.", (2, False)),
        ("I am the only child of my parents.", (0, True)),
        ("I have one younger brother.", (1, False)),
        ("J'ai deux frères et une sœur.", (3, True)),
        ("Je suis fils unique.", (0, True)),
        ("I have three brothers in law.", None),
        ("I have two sister companies.", None),
        ("I have no siblings in Canada.", None),
        ("My brother is a driver.", None),
    ],
)
def test_number_of_siblings(sentence: str, told: tuple[int, bool] | None) -> None:
    assert siblings_told(sentence) == told


@pytest.mark.parametrize(
    ("sentence", "name", "answer"),
    [
        ("My son Bilal will remain in Sfax with his uncle.", "bilal", "no"),
        ("Our only child is not going to travel with us.", "", "no"),
        ("Our daughter Rim Salma, aged 4, will accompany us to Canada.", "rim salma", "yes"),
        ("Notre fils Bilal ne m'accompagnera pas.", "bilal", "no"),
        ("Ma fille demeurera à Sfax.", "", "no"),
    ],
)
def test_one_child_that_comes_along_or_stays(sentence: str, name: str, answer: str) -> None:
    assert [(told.name, told.answer) for told in company_of_one(sentence)] == [
        (frozenset(name.split()), answer)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "My son lives in Sfax.",
        "My son Bilal will stay with me in Canada.",
        "My daughter may join me later.",
        "My daughter will remain my first thought.",
        "My son in law will stay in Sfax.",
        "My sister's son will stay in Sfax.",
        "My sister and her son will stay in Sfax.",
        "My late son will stay in our hearts.",
    ],
)
def test_nothing_certain_of_one_child(sentence: str) -> None:
    assert not any(told.answer == "no" for told in company_of_one(sentence))
