"""Letters that put a concern to the applicant before the decision."""

from consistency.extractors.papers import fairness_letter
from tests.extractors.papers.made import docx, facts

CONCERN = """
Immigration, Refugees and Citizenship Canada
2025-03-10
Re: Application W371122003
Dear RATNA,
Upon review of your work permit application I have concerns about your experience. The letter of your employer speaks
 of cooking only.
Please send, within 30 days of this letter, any further information that you wish to have considered.
Migration Officer
"""


def test_a_letter_that_asks_for_any_information_about_a_concern() -> None:
    assert fairness_letter.recognise(docx(CONCERN)) >= 0.5
    found = facts(fairness_letter.read(docx(CONCERN)))
    assert (found["application_number"], found["deadline"]) == ("W371122003", "2025-04-09")


def test_a_refusal_and_a_request_without_a_concern_are_none() -> None:
    refused = CONCERN.replace("Please send", "Your application is refused. Please send")
    asked = CONCERN.replace("I have concerns about your experience.", "we need your fingerprints.").replace(
        "Please send, within 30 days of this letter, any further information that you wish to have considered.",
        "Please send a copy of your passport within 30 days.",
    )
    assert fairness_letter.recognise(docx(refused)) < 0.5
    assert fairness_letter.recognise(docx(asked)) < 0.5
