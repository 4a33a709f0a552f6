"""Reports of language tests, as the tests print them."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import language_test
from tests.extractors.papers.made import docx, facts, pdf, rows

IELTS = """
INTERNATIONAL ENGLISH LANGUAGE TESTING SYSTEM
Test Report Form                                      GENERAL TRAINING
NOTE  Admission to undergraduate and post graduate courses should be based on the ACADEMIC Reading and Writing Modules.
Centre Number   IN123      Date   12/MAR/2024      Candidate Number   004567
Candidate Details
Family Name      SIDHU
First Name(s)    HARJIT SINGH
Candidate ID     X1768336
Date of Birth    11/07/1994      Sex (M/F)   M      Scheme Code   Private Candidate
Country or Region of Origin
Country of Nationality   INDIA
First Language   PUNJABI
Test Results
Listening  7.0   Reading  6.5   Writing  6.0   Speaking  6.5   Overall Band Score  6.5   CEFR Level  B2
Administrator Comments     Centre stamp     Validation stamp
Administrator's Signature
Date   25/03/2024        Test Report Form Number   24IN004567SIDH123G
"""

CELPIP = """
CELPIP - General
Official Score Report
Name: KOVALCHUK, Andrii                Test Date: March 9, 2024
Date of Birth: November 2, 1988        Sex: Male
Registration Number: 1234567-8         CELPIP Membership Number: 9988776
Passport: FA123456                     Test Centre: Example Testing, Calgary
Component      CELPIP Level     CLB
Listening      9                9
Reading        8                8
Writing        8                8
Speaking       9                9
Results expire: March 9, 2026
"""

PTE = """
Pearson
PTE Core
Score Report
Xiaoling Deng
Test Taker ID: PTE112233445          Registration ID: 556677889
Test Date: 25 Sep 2023               Report Issue Date: 27 Sep 2023
Valid Until: 25 Sep 2025             Score Report Code: 1A2B3C4D5E
Date of Birth: 12 Jul 1987           Country of Citizenship: China
Gender: Female
Overall Score
65
Communicative Skills
Listening     Reading     Speaking     Writing
63            66          68           62
"""

TEF = """
CCI PARIS ILE-DE-FRANCE
Le français des affaires
ATTESTATION DE RÉSULTATS
TEF Canada - Test d'évaluation de français
N° d'attestation : TEF2024-998877
Nom : NDIAYE
Prénom : FATOU
Né(e) le : 04/03/1990                Nationalité : Sénégal
Date de passation : 14/02/2024       Date d'émission : 28/02/2024
Épreuve                     Score        NCLC      Niveau
Compréhension orale         280 / 360    8         B2
Compréhension écrite        240 / 300    9         C1
Expression orale            390 / 450    9         C1
Expression écrite           350 / 450    8         B2
Cette attestation est valable jusqu'au 14/02/2026
"""

TCF = """
FRANCE ÉDUCATION INTERNATIONAL
Attestation de résultats
TCF Canada
Test de connaissance du français
Numéro d'attestation : 250-123456-0001
Nom : EL IDRISSI      Prénom : HAMZA
Date de naissance : 08/02/1991
Numéro de passeport : V5840376
Date de la session : 3 juin 2025
Compréhension orale : 498 (C1)
Compréhension écrite : 460 (B2)
Expression écrite : 12/20
Expression orale : 14/20
"""

DELF = """
MINISTÈRE DE L'ÉDUCATION NATIONALE
RÉPUBLIQUE FRANÇAISE
DIPLÔME D'ÉTUDES EN LANGUE FRANÇAISE
DELF B2
Relevé de notes
Nom : MORADI       Prénom : SHIRIN
Née le : 16 janvier 1990
Numéro de candidat : 098001-000123
Session du 12 mai 2023
Compréhension de l'oral       18,50 / 25
Compréhension des écrits      19,00 / 25
Production écrite             16,00 / 25
Production orale              20,50 / 25
Total                         74,00 / 100
"""

TOEFL = """
TOEFL iBT Test Taker Score Report
Name: Albuquerque, Juliana            Registration Number: 0000 0000 1234 5678
Date of Birth: 23 Nov 1986            Gender: F
Test Date: 14 Oct 2023                Country of Citizenship: Brazil
Reading    24
Listening  25
Speaking   23
Writing    22
Total      94
"""

REPORTS = [
    (
        IELTS,
        {
            "family_name": "SIDHU",
            "given_names": "HARJIT SINGH",
            "sex": "male",
            "birth_date": "1994-07-11",
            "citizenship": "IN",
            "document_date": "2024-03-25",
        },
        {
            "from": "2024-03-12",
            "number": "24IN004567SIDH123G",
            "details": "IELTS General Training: listening 7.0, reading 6.5, writing 6.0, speaking 6.5, overall 6.5",
        },
    ),
    (
        CELPIP,
        {
            "full_name": "KOVALCHUK, Andrii",
            "sex": "male",
            "birth_date": "1988-11-02",
            "passport_number": "FA123456",
        },
        {
            "from": "2024-03-09",
            "number": "1234567-8",
            "details": "CELPIP General: listening 9, reading 8, writing 8, speaking 9",
        },
    ),
    (
        PTE,
        {
            "full_name": "Xiaoling Deng",
            "sex": "female",
            "birth_date": "1987-07-12",
            "citizenship": "CN",
            "document_date": "2023-09-27",
        },
        {
            "from": "2023-09-25",
            "number": "556677889",
            "details": "PTE Core: listening 63, reading 66, writing 62, speaking 68, overall 65",
        },
    ),
    (
        TEF,
        {
            "family_name": "NDIAYE",
            "given_names": "FATOU",
            "birth_date": "1990-03-04",
            "citizenship": "SN",
            "document_date": "2024-02-28",
        },
        {
            "from": "2024-02-14",
            "number": "TEF2024-998877",
            "details": "TEF Canada: listening 280/360, reading 240/300, writing 350/450, speaking 390/450",
        },
    ),
    (
        TCF,
        {
            "family_name": "EL IDRISSI",
            "given_names": "HAMZA",
            "birth_date": "1991-02-08",
            "passport_number": "V5840376",
        },
        {
            "from": "2025-06-03",
            "number": "250-123456-0001",
            "details": "TCF Canada: listening 498, reading 460, writing 12/20, speaking 14/20",
        },
    ),
    (
        DELF,
        {"family_name": "MORADI", "given_names": "SHIRIN", "birth_date": "1990-01-16"},
        {
            "from": "2023-05-12",
            "number": "098001-000123",
            "details": "DELF B2: listening 18,50/25, reading 19,00/25, writing 16,00/25, speaking 20,50/25, "
            "overall 74,00/100",
        },
    ),
    (
        TOEFL,
        {
            "full_name": "Albuquerque, Juliana",
            "sex": "female",
            "birth_date": "1986-11-23",
            "citizenship": "BR",
        },
        {
            "from": "2023-10-14",
            "number": "0000 0000 1234 5678",
            "details": "TOEFL iBT: listening 25, reading 24, writing 22, speaking 23, overall 94",
        },
    ),
]


@pytest.mark.parametrize(("text", "said", "test"), REPORTS)
def test_who_sat_which_test_and_how(text: str, said: dict[str, str], test: dict[str, object]) -> None:
    document = pdf(text)
    reading = language_test.read(document)
    assert recognise_paper(document) == "language-test"
    assert facts(reading) == said
    assert rows(reading, "language_test") == [test]
    assert str(reading.as_of.date) == said.get("document_date", test["from"])
    assert reading.language == ("fr" if text in (TEF, TCF, DELF) else "en")


def test_the_number_and_the_day_cite_their_places() -> None:
    (record,) = language_test.read(pdf(IELTS)).records
    assert record.cite("number").quote == "24IN004567SIDH123G"
    assert record.cite("period").quote == "12/MAR/2024"
    assert record.evidence.quote == "INTERNATIONAL ENGLISH LANGUAGE TESTING SYSTEM"


def test_the_identity_document_of_a_candidate_need_not_be_the_passport() -> None:
    assert "passport_number" not in facts(language_test.read(pdf(IELTS)))


def test_marks_that_stand_below_their_names() -> None:
    reading = language_test.read(
        docx("""
        IELTS Test Report Form - Academic
        Candidate name | Grace Wanjiru Mwangi
        Date of birth | 4 May 1990
        Test date | 7 June 2025
        TRF number | 25KE000123MWAG111A
        Listening | Reading | Writing | Speaking | Overall
        7.5 | 7.0 | 6.5 | 7.0 | 7.0
    """)
    )
    assert facts(reading) == {"full_name": "Grace Wanjiru Mwangi", "birth_date": "1990-05-04"}
    (test,) = rows(reading, "language_test")
    assert test == {
        "from": "2025-06-07",
        "number": "25KE000123MWAG111A",
        "details": "IELTS Academic: listening 7.5, reading 7.0, writing 6.5, speaking 7.0, overall 7.0",
    }


def test_a_report_without_a_number_or_a_day_gives_neither() -> None:
    text = "\n".join(line for line in TOEFL.splitlines() if "Test Date" not in line)
    (test,) = rows(
        language_test.read(pdf(text.replace("Registration Number: 0000 0000 1234 5678", ""))), "language_test"
    )
    assert test == {"details": "TOEFL iBT: listening 25, reading 24, writing 22, speaking 23, overall 94"}


OTHERS = {
    "a letter that tells the marks": """
        To the Visa Officer
        Dear Officer,
        I am applying for a work permit. My IELTS test of 12 March 2024:
        Listening   7.0     Reading   6.5     Writing   6.0     Speaking   6.5
        Yours sincerely, Harjit Sidhu
    """,
    "a curriculum vitae": """
        Harjit Sidhu
        IELTS General Training, overall 6.5
        WORK EXPERIENCE
        Farm Supervisor, Sunrise Example Nurseries   2019 - Present
        LANGUAGES
        Listening   7.0     Reading   6.5     Writing   6.0     Speaking   6.5
    """,
    "a course of English": """
        EXAMPLE LANGUAGE SCHOOL
        Certificate
        This is to certify that Harjit Sidhu attended an IELTS preparation course from 3 March to 30 May 2023.
    """,
    "a transcript": """
        EXAMPLE UNIVERSITY
        Transcript of records, first semester, teaching of TEF
        Listening   70     Reading   65     Writing   60     Speaking   65
    """,
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_report(name: str) -> None:
    assert language_test.recognise(pdf(OTHERS[name])) < 0.5


def test_the_marks_of_all_skills_on_one_line() -> None:
    report = docx("""
        IELTS Test Report Form
        GENERAL TRAINING
        Candidate number: 004400
        Listening 6.0 Reading 5.5 Writing 5.5 Speaking 6.0 Overall Band Score 6.0
    """)
    assert language_test.recognise(report) >= 0.5
    [test] = rows(language_test.read(report), "language_test")
    assert test["details"] == (
        "IELTS General Training: listening 6.0, reading 5.5, writing 5.5, speaking 6.0, overall 6.0"
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("CELPIP - General Test date: 2026-02-14 Registration no. 2207714", "2026-02-14"),
        (
            "CELPIP - General, sat in Manila. Date of the test 14 February 2026, registration 2207714",
            "2026-02-14",
        ),
        ("CELPIP - General Registration no. 2207714", None),
    ],
)
def test_the_day_among_other_labels_of_a_line(line: str, day: str | None) -> None:
    document = pdf(f"""
        CELPIP Official Test Results
        Candidate: RUIZ SOTO, ELENA DOB: 1985-11-02
        {line}
        Listening     6
        Reading       5
        Writing       5
        Speaking      6
        """)
    assert rows(language_test.read(document), "language_test")[0].get("from") == day


def test_marks_in_brackets_behind_levels() -> None:
    reading = language_test.read(
        pdf("""
    TCF Canada – Attestation de résultats
    Nom        EXEMPLE
    Prénom     IDA
    Date de passation     14/03/2026
    Compréhension orale     Compréhension écrite     Expression orale     Expression écrite
    C1 (541)                B2 (488)                 B2 (13)              B2 (12)
    """)
    )
    (test,) = rows(reading, "language_test")
    assert test["details"] == "TCF Canada: listening 541, reading 488, writing 12, speaking 13"
