"""Results of language tests as letters and tables tell them."""

import time

import pytest

from consistency.normalizer import language_tests
from consistency.normalizer.language_tests import find, same_score

TOLD = {
    "IELTS: listening 8.0, reading 7.5, writing 7, speaking 7.5, overall 7.5": [
        "IELTS: listening 8.0, reading 7.5, writing 7, speaking 7.5, overall 7.5"
    ],
    "IELTS L 8 R 7.5 W 7 S 6 O 7.5": ["IELTS: listening 8, reading 7.5, writing 7, speaking 6, overall 7.5"],
    "My IELTS score is 7.5.": ["IELTS: overall 7.5"],
    "TOEFL iBT 102": ["TOEFL: overall 102"],
    "I have 7.5 overall in the IELTS": ["IELTS: overall 7.5"],
    "I scored 7 bands in IELTS": ["IELTS: overall 7"],
    "I scored 7 in IELTS, overall 7.5": ["IELTS: overall 7.5"],
    "TEF Canada: compréhension de l'oral 280, expression écrite 310": ["TEF: listening 280, writing 310"],
    "Test d'évaluation de français: expression orale 300": ["TEF: speaking 300"],
    "International English Language Testing System, band score 7,5": ["IELTS: overall 7,5"],
    "Pearson Test of English: overall 68": ["PTE: overall 68"],
    "IELTS 7.5 and CELPIP listening 9": ["IELTS: overall 7.5", "CELPIP: listening 9"],
    "IELTS listening 8, listening 6": ["IELTS: listening 8"],
    f"IELTS listening 8.0. {'x ' * 200} reading 7.0": ["IELTS: listening 8.0"],
    # only named, no score of that test, or a score of one skill told before its name
    "I took the IELTS in 2019.": [],
    "IELTS after 3 years of study": [],
    "IELTS listening 95": [],
    "I scored 120 in IELTS": [],
    "IELTS speaking: 7-8": [],
    "CELPIP 9 in listening": [],
}


@pytest.mark.parametrize(("text", "results"), TOLD.items())
def test_the_scores_that_a_text_tells(text: str, results: list[str]) -> None:
    assert [result.words for result in find(text)] == results


def test_the_number_and_the_day_of_a_report() -> None:
    text = "See IELTS overall 7, TRF number 19CA001234 of 12 May 2021, in 2019"
    [result] = find(text)
    assert (result.number, str(result.date)) == ("19CA001234", "2021-05-12")
    assert text[result.start : result.end].startswith("IELTS overall")
    [bare] = find("I got 7 in IELTS in 2019")
    assert (bare.number, bare.date, bare.start) == (None, None, 6)


def test_each_test_is_named_once() -> None:
    assert language_tests.tests("TEF, IELTS and the Test d’évaluation de français") == ("TEF", "IELTS")
    assert language_tests.tests("a TEF-like test") == ("TEF",)
    assert language_tests.tests("no test") == ()


def test_a_score_is_a_number() -> None:
    assert same_score("7", "7.0") and same_score("7,5", "7.5")
    assert not same_score("7", "7.5")


@pytest.mark.parametrize("many", [": ", "band ", "band", " of - "])
def test_signs_between_a_skill_and_its_score_are_read_in_one_way_only(many: str) -> None:
    begun = time.process_time()
    told = f"IELTS: Listening {many * 100}x, {'9 ' + many * 100}in reading, Speaking: 7.5"
    assert all(result.scores.get("speaking", "7.5") == "7.5" for result in find(told))
    assert next(iter(find("IELTS Listening : - 7.5"))).scores == {"listening": "7.5"}
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("CELPIP 7, July 2026", "2026-07"),
        ("IELTS overall 6, May 2025", "2025-05"),
        ("IELTS overall 6.5 on 7 July 2026", "2026-07-07"),
    ],
)
def test_a_score_before_a_month_is_no_day(told: str, day: str) -> None:
    assert [result.date.iso for result in find(told) if result.date] == [day]
