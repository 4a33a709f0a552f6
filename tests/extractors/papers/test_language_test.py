"""Reports of language tests in several layouts: who, when, which number, which scores."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import language_test
from consistency.normalizer import language_tests
from tests.extractors.papers.made import docx, facts, pdf, rows

IELTS = """
    INTERNATIONAL ENGLISH LANGUAGE TESTING SYSTEM
    Test Report Form                 GENERAL TRAINING
    Centre Number  GB002      Date  09/MAR/2024      Candidate Number  012345
    Family Name  SAMPLE
    First Name(s)  NOOR
    Date of Birth  17/05/1990      Sex (M/F)  F
    Test Results
    Listening  8.0      Reading  7.5      Writing  6.5      Speaking  7.0
    Overall Band Score  7.5      CEFR Level  C1
    Test Report Form Number  24GB012345SAMN002G
"""
CELPIP = """
    CELPIP
    Canadian English Language Proficiency Index Program
    Official Score Report
    Name: Noor Sample
    Date of Birth: 1990-05-17
    Registration Number: 4412345678
    Test Date: February 3, 2025
    Listening    9
    Reading      8
    Writing      8
    Speaking     10
"""
TEF = """
    TEST D'ÉVALUATION DE FRANÇAIS - TEF CANADA
    Attestation de résultats
    Nom et prénom : Noor Sample
    Date de naissance : 17/05/1990
    N° d'attestation : 2503-12345-XY
    Date de passation : 14/03/2025
    Compréhension orale : 460
    Compréhension écrite : 420
    Expression écrite : 380
    Expression orale : 400
"""


@pytest.mark.parametrize(
    ("text", "number", "taken", "details"),
    [
        (IELTS, "24GB012345SAMN002G", "2024-03-09",
         "IELTS: listening 8.0, reading 7.5, writing 6.5, speaking 7.0, overall 7.5"),
        (CELPIP, "4412345678", "2025-02-03", "CELPIP: listening 9, reading 8, writing 8, speaking 10"),
        (TEF, "2503-12345-XY", "2025-03-14", "TEF: listening 460, reading 420, writing 380, speaking 400"),
    ],
)  # fmt: skip
def test_a_report(text: str, number: str, taken: str, details: str) -> None:
    document = pdf(text)
    assert recognise_paper(document) == "language-test"
    reading = language_test.read(document)
    assert rows(reading, "language_test") == [{"from": taken, "number": number, "details": details}]
    assert reading.as_of.date is not None
    assert reading.as_of.date.iso == taken
    assert facts(reading)["birth_date"] == "1990-05-17"


def test_every_value_cites_the_words_of_the_paper() -> None:
    document = pdf(IELTS)
    (record,) = language_test.read(document).records
    for name, evidence in record.cells.items():
        assert evidence.quote, name
        assert all(word in document.text for word in evidence.quote.split())


def test_a_name_in_parts() -> None:
    assert facts(language_test.read(pdf(IELTS)))["family_name"] == "SAMPLE"
    assert facts(language_test.read(pdf(IELTS)))["given_names"] == "NOOR"


@pytest.mark.parametrize(
    "text",
    [
        "Dear Visa Officer,\nI took the IELTS: listening 8.0, reading 7.5. I am applying for a work permit.",
        "CURRICULUM VITAE\nLanguages: English (IELTS 7.0: listening 8, reading 7)\nWork experience: cook",
        "Transcript of records\nReading and writing\nListening comprehension",
    ],
)
def test_other_papers_are_none(text: str) -> None:
    assert language_test.recognise(docx(text)) < 0.5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("IELTS Academic overall band score of 7.0 (L 8.0, R 7.5, W 6.5, S 7.0)",
         ["IELTS: listening 8.0, reading 7.5, writing 6.5, speaking 7.0, overall 7.0"]),
        ("I scored 7.5 in IELTS.", ["IELTS: overall 7.5"]),
        ("TEF Canada : compréhension orale 250, expression écrite 300", ["TEF: listening 250, writing 300"]),
        ("English (IELTS 7.0), French (TEF B2)", ["IELTS: overall 7.0"]),
        ("I will take the IELTS in 2027.", []),
        ("IELTS (2023)", []),
    ],
)  # fmt: skip
def test_results_in_running_text(text: str, words: list[str]) -> None:
    assert [found.words for found in language_tests.find(text)] == words
