"""What somebody writes of marriages that are over: by divorce, or by a death."""

import pytest

from consistency.extractors.papers import explanation_letter
from tests.extractors.papers.made import docx, facts

ALIVE = [
    ("I married Lee Test on 4 May 2019 and my mother, who died in 2020, could not come.", "2019-05-04"),
    ("I married Lee Test on 4 May 2019, and my aunt gave us her house. She died in 2021.", "2019-05-04"),
    ("I married Lee Test on 4 May 2019. He works as a baker.", "2019-05-04"),
    ("I got married on 4 May 2019. The officer was kind. He died in 2021.", "2019-05-04"),
    ("I am married. Our wedding was on 4 May 2019.", "2019-05-04"),
]
DEAD = [
    "I married Lee Test in Accra on 4 May 2019. He died in a road accident on 3 June 2024.",
    "I married Lee Test on 4 May 2019, but she passed away in June 2024.",
    "I got married in 2019. Sadly, he was killed at sea in 2024.",
    "I married Lee Test on 4 May 2019, who sadly lost his life in 2024.",
    "J'ai épousé Lee Exemple le 4 mai 2019. Elle est décédée le 3 juin 2024.",
]
AGAIN = [
    "I was married to Kim Old from 5 May 2011 until we divorced on 6 June 2015. I married Lee Test on 4 May 2019.",
    "My marriage to Kim Old of 5 May 2011 ended in divorce in 2015. I am now married to Lee Test, since 4 May 2019.",
    "I married Kim Old in May 2011. She died in June 2015. I married Lee Test on 4 May 2019.",
    "J'ai épousé Kim Ancien le 5 mai 2011. Il est décédé en juin 2015. Je me suis remarié, et nous nous sommes mariés "
    "le 4 mai 2019 : je suis marié.",
]


def _told(text: str) -> dict[str, str]:
    letter = f"3 May 2026\nDear Officer,\nI write to support my new application.\n{text}\nYours,\nIda Sample"
    found = facts(explanation_letter.read(docx(letter)))
    return {name: found[name] for name in ("marital_status", "marriage_date") if name in found}


@pytest.mark.parametrize(("text", "day"), ALIVE)
def test_the_death_of_somebody_else_ends_no_marriage(text: str, day: str) -> None:
    assert _told(text) == {"marital_status": "married", "marriage_date": day}


@pytest.mark.parametrize("text", DEAD)
def test_the_death_of_whom_the_writer_married_leaves_a_widow(text: str) -> None:
    assert _told(text) == {"marital_status": "widowed"}


@pytest.mark.parametrize("text", AGAIN)
def test_the_day_is_that_of_the_marriage_that_lasts(text: str) -> None:
    assert _told(text) == {"marital_status": "married", "marriage_date": "2019-05-04"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I married Lee Test, an Afghan citizen born in Kabul, on 4 May 2019.", "2019-05-04"),
        ("Her card of 2017 still says single because it is older than our marriage.", None),
        ("My passport of 3 May 2017 shows my maiden name, from before our marriage.", None),
        ("On 4 May 2019 we got married.", "2019-05-04"),
    ],
)
def test_a_day_of_another_paper_is_no_wedding(text: str, day: str | None) -> None:
    assert _told(f"I am married. {text}").get("marriage_date") == day


@pytest.mark.parametrize(
    "text",
    [
        "I married Lee Test on 7 July 2013 and divorced her on 20 May 2024.",
        "I married Lee Test in 2013, but we divorced in 2024.",
        "I married Lee Test in 2013 and we were legally divorced on 20 May 2024.",
        "J'ai épousé Lee Exemple en 2013 et nous avons divorcé en 2024.",
    ],
)
def test_a_marriage_that_the_same_sentence_ends(text: str) -> None:
    assert _told(text)["marital_status"] == "divorced"


@pytest.mark.parametrize(
    "text",
    [
        "I married Lee Test on 4 May 2019 after I divorced Kim Old.",
        "I married Lee Test on 4 May 2019, and my sister divorced in 2020.",
        "I married Kim Old in 2011, and divorced him in 2015, and I am now married to Lee Test.",
    ],
)
def test_a_divorce_before_or_of_others_ends_no_marriage(text: str) -> None:
    assert _told(text)["marital_status"] == "married"
