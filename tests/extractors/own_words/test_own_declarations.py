"""Declarations, plans and covering letters: whose words they are."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import employment_letter, explanation_letter, fairness_letter, gcms_notes
from tests.extractors.papers.made import docx, facts, pdf, rows

AFFIDAVIT = """
    STATUTORY DECLARATION
    I, Ida Sample, of 4 Sample Street, Accra, do solemnly declare that:
    1. I have never been refused a visa by any state save Italy, in March 2019.
    2. I was turned back at Doha on 3 May 2021 for want of a visa.
    3. I worked at Mill Foods Ltd. until 2019 and lived in Accra all the time.
    Declared at Accra on 12 June 2026
"""
FRENCH = """
    DÉCLARATION SUR L'HONNEUR
    Je soussignée, Ida Exemple, née le 3 avril 1990 à Lomé, déclare sur l'honneur ce qui suit :
    J'ai servi dans la gendarmerie de mon pays de 2011 à 2014.
    J'ai ensuite travaillé chez Bois Nord SARL. Je n'ai jamais été condamnée.
    Fait à Lomé, le 4 mai 2026
"""
PLAN = """
    STUDY PLAN
    Accra, 3 May 2022
    Dear Visa Officer,
    My name is Ida Sample. I wish to study Culinary Arts at Sample College in Regina. My parents pay my fees.
    I have been a cook at Mill Foods Ltd. since July 2019. After my diploma I will return to my parents in Accra.
    Yours faithfully,
    Ida Sample
"""
COVERING = """
    NORTH GATE IMMIGRATION SERVICES
    November 9, 2026
    Re: Ida Sample, work permit application
    Dear Officer,
    We are the appointed representatives of Ms. Ida Sample. Her earlier application W448210976 was refused on July 2,
        2025.
    Enclosed documents:
    1. Form IMM 1295
    2. Form IMM 5476, Use of a Representative
    Yours truly,
    Amanda Chiu, RCIC R512204
"""
PARENT = """
    AFFIDAVIT
    I, Kofi Sample, son of Yaw Sample, do hereby solemnly affirm that I am the father of the applicant, that I have
        never been refused a visa, and that I was a trader in Accra. My daughter Ida has applied for a permit of Canada.
"""
COUPLE = """
    Regina, June 1, 2026
    Re: Support letter for Ida Sample
    Dear Officer,
    We are both Canadian citizens and invite Ida into our home in Regina. We were refused a visa ourselves in 1998.
    Ana and Tom Brandt
"""
HOUSEHOLD = """
    Doha, 25 June 2026
    TO WHOM IT MAY CONCERN
    I, Omar Brandt, employ Ida Sample as a nanny since 6 May 2019. She looks after our two sons, 48 hours a week. I pay
        her QAR 2,400 per month. My own visa was refused in 2012.
    (signed)
    Omar Brandt, employer
"""
ANSWER = """
    14 July 2026
    Visa Officer
    Re: W511820347
    You refused my application on 3 May 2026 because of my ties and my experience. I answer both points.
    My parents live in Accra. My new letter of Mill Foods Ltd. lists my duties.
    Ida Sample
"""
COUNSEL = """
    SUBMISSIONS IN SUPPORT OF A WORK PERMIT APPLICATION
    Prepared by Brandt Law Office
    Client: Ida SAMPLE
    The Applicant has worked at Mill Foods Ltd. since 2019. Counsel submits that the concerns are met.
    Tom Brandt, Barrister and Solicitor
"""
SHEET = """
    Attachment to form IMM 1295, question 2b
    1. 4 May 2019 - Norway - visit visa - refused
    2. 3 May 2026 - Canada - work permit W511820347 - refused
    I declare that this is complete. Ida Sample
"""
HOST = """
    Lomé, le 3 mai 2026
    Lettre d'invitation
    Je soussigné, Paul Exemple, résident permanent, invite Mme Ida Exemple à séjourner chez moi.
    Je l'hébergerai sans frais.
"""
IN_LAW = """
    To IRCC
    My name is Tom Brandt, I am Ida Sample's brother-in-law and a citizen of Canada. Ida will stay with us in Regina.
    I was refused myself in 2010.
"""


@pytest.mark.parametrize("text", [AFFIDAVIT, FRENCH, PLAN, COVERING, ANSWER, COUNSEL, SHEET])
def test_what_the_applicant_or_a_representative_says(text: str) -> None:
    for make in (pdf, docx):
        assert recognise_paper(make(text)) == "explanation-letter"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (COUPLE, "support-letter"),
        (HOUSEHOLD, "employment-letter"),
        (HOST, "support-letter"),
        (IN_LAW, "support-letter"),
    ],
)
def test_what_somebody_else_says(text: str, kind: str) -> None:
    assert recognise_paper(pdf(text)) == kind


def test_the_employer_of_a_household() -> None:
    (job,) = rows(employment_letter.read(pdf(HOUSEHOLD)), "job")
    assert (job["employer"], job["title"], job["from"]) == ("Omar Brandt", "nanny", "2019-05-06")


def test_a_fathers_affidavit_is_not_the_applicants() -> None:
    assert recognise_paper(pdf(PARENT)) != "explanation-letter"


NAMES = """
    AFFIDAVIT
    I, Ida Sample, daughter of Yaw Sample, do hereby solemnly affirm that I hold passport Z0123456, that I have been
        known as Ida A. Sample in all my papers and visas, and that I am one and the same person.
"""
FRIEND = """
    STATUTORY DECLARATION
    I, Tom Brandt, do solemnly declare that I have known Ida Sample and Omar Example since 2018, that I was at their
        wedding, and that they travelled to Canada together.
"""
UNMARRIED = """
    AFFIDAVIT
    I, Yaw Sample, father of Ida Sample, solemnly affirm that my daughter is unmarried. I was born in Accra. I have two
        daughters, of whom Ida applies for a visa.
"""


@pytest.mark.parametrize("text", [NAMES, FRIEND, UNMARRIED])
def test_a_declaration_about_a_name_a_couple_or_a_status_is_no_explanation(text: str) -> None:
    assert recognise_paper(docx(text)) != "explanation-letter"


def test_the_states_that_did_not_let_somebody_in() -> None:
    told = rows(explanation_letter.read(docx(AFFIDAVIT)), "refusal")
    assert [(row["country"], row["from"]) for row in told] == [("IT", "2019-03"), ("QA", "2021-05-03")]


def test_the_client_of_appointed_representatives() -> None:
    reading = explanation_letter.read(docx(COVERING))
    assert facts(reading)["full_name"] == "Ida Sample"
    assert [row["from"] for row in rows(reading, "refusal")] == ["2025-07-02"]


def test_a_fairness_letter_that_asks_for_comments_by_a_day() -> None:
    letter = pdf("""
        Immigration, Refugees and Citizenship Canada
        4 April 2026
        File W511820347
        Dear Ida Sample,
        I have concerns about the letter of Mill Foods Ltd. that you provided. Please send any comments by 4 May 2026.
        If we do not hear from you, a decision will be made on what is on file.
        Visa Officer
    """)
    assert recognise_paper(letter) == "fairness-letter"
    assert facts(fairness_letter.read(letter))["deadline"] == "2026-05-04"


def test_notes_that_begin_with_a_search() -> None:
    notes = pdf("""
        Integrated Search
        Application Number: V302211445  Category: TRV  Status: Refused  Decision date: 2021/08/14
        Application Number: W511820347  Category: WP  Status: Refused  Decision date: 2026/05/03
        Case Notes
        2026/05/03 11:02:10 LM00321
        PA HAS NOT SHOWN FUNDS. NOT SATISFIED PA WILL DEPART. REFUSED.
    """)
    assert recognise_paper(notes) == "gcms-notes"
    assert [row["number"] for row in rows(gcms_notes.read(notes), "refusal")] == ["W511820347", "V302211445"]


@pytest.mark.parametrize(
    ("text", "day", "refused"),
    [
        (
            "IRCC\n3 May 2025\nApplication: W440011223\nDear Ida Sample,\n"
            "You answered no to having been refused. Our information shows that Italy refused you a visa on 7 June "
            "2019.\n"
            "You may be inadmissible. You have 15 days to reply to this letter; without a reply your application "
            "will be "
            "decided on the information on file.",
            "2025-05-18",
            [("IT", "2019-06-07")],
        ),
        (
            "IRCC\nLe 3 mai 2025\nDemande : W440011223\nMadame Ida Sample,\n"
            "Vous semblez ne pas avoir répondu véridiquement. Vous disposez de 30 jours pour vous expliquer par écrit.",
            "2025-06-02",
            [],
        ),
        (
            "IRCC\n3 May 2025\nClient ID 1111-2222, application W440011223\nMs Ida Sample:\nBefore a decision is "
            "made you "
            "should know that we have reasons to believe that your letter is not genuine. Send your explanation by "
            "June 3, "
            "2025.",
            "2025-06-03",
            [],
        ),
    ],
)
def test_a_letter_that_gives_days_to_answer_decides_nothing(
    text: str, day: str, refused: list[tuple[str, str]]
) -> None:
    document = docx(text)
    assert recognise_paper(document) == "fairness-letter"
    reading = fairness_letter.read(document)
    assert facts(reading)["deadline"] == day
    assert [(row["country"], row["from"]) for row in rows(reading, "refusal")] == refused
