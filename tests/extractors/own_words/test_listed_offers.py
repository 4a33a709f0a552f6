"""An offer that a letter lists, and what a letter tells in short sentences, beside a label or under a heading."""

import pytest

from consistency.extractors.papers import explanation_letter
from consistency.extractors.reading import Reading
from consistency.normalizer import identifiers
from tests.extractors.papers.made import docx, facts, pdf, rows


def letter(*lines: str) -> Reading:
    head = ("3 March 2026", "Dear Officer,", "I am applying for a work permit again after my refusal.")
    return explanation_letter.read(docx("\n".join((*head, *lines, "Yours truly,", "Ida Sample"))))


def test_rows_of_labels() -> None:
    reading = letter(
        "Details of my job offer",
        "Employer | Tamarack Lodge Ltd.",
        "Position | Night cleaner",
        "Location | Wawa, Ontario",
        "LMIA number | 8123456",
        "Duration | 1 May 2026 to 30 April 2028",
    )
    assert rows(reading, "offer") == [
        {
            "employer": "Tamarack Lodge Ltd.", "title": "Night cleaner", "city": "Wawa", "country": "CA",
            "number": "8123456", "from": "2026-05-01", "to": "2028-04-30",
        }
    ]  # fmt: skip


def test_labels_in_one_line() -> None:
    reading = letter(
        "Job title: Night cleaner. Employer: Tamarack Lodge Ltd., Wawa. EIMT: 8123456. Wage: $19.50 per hour."
    )
    assert rows(reading, "offer") == [
        {
            "employer": "Tamarack Lodge Ltd.", "title": "Night cleaner", "number": "8123456", "amount": 19.5,
            "currency": "CAD",
        }
    ]  # fmt: skip


def test_a_list_of_the_offer_before_is_not_the_offer() -> None:
    reading = letter(
        "The refused application", "Employer | Old Mill Inc.", "Position | Baker", "LMIA | 8000001"
    )
    assert rows(reading, "offer") == []


@pytest.mark.parametrize(
    ("sentence", "employer"),
    [
        ("Tamarack Lodge Ltd. still wants me as a cleaner (LMIA 8123456).", "Tamarack Lodge Ltd."),
        ("Tamarack Lodge Ltd. (Wawa, Ontario), cleaner, LMIA 8123456.", "Tamarack Lodge Ltd."),
        ("Auberge du Lac inc. m'attend comme cuisinier (EIMT 8123456).", "Auberge du Lac inc."),
    ],
)
def test_an_offer_without_the_word(sentence: str, employer: str) -> None:
    (row,) = rows(letter(sentence), "offer")
    assert (row["employer"], row["number"]) == (employer, "8123456")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("I am a Peruvian cook, unmarried and in good health.", "single"),
        ("I am engaged but not yet married.", "single"),
        ("Divorced since 4 May 2019, I live with my son.", "divorced"),
        ("Widowed for six years, I look after my mother.", "widowed"),
        ("I grew up in Arequipa and married Luis Paredes on 6 March 2014.", "married"),
        ("Je suis cuisinier, célibataire et sans enfant.", "single"),
        ("I am a good friend of a single mother.", None),
        ("I am the brother of Luis, and my sister is married.", None),
    ],
)
def test_status_among_other_things(sentence: str, status: str | None) -> None:
    assert facts(letter(sentence)).get("marital_status") == status


@pytest.mark.parametrize(
    ("sentence", "job"),
    [
        (
            "I am Head Cook at Acme (Private) Limited, Lahore, since May 2019.",
            ("Head Cook", "Acme (Private) Limited"),
        ),
        ("I have been Head Cook with Acme Ltd, Lahore, from 2019 to date.", ("Head Cook", "Acme Ltd")),
        ("In April 2025 Acme Ltd, my employer since May 2019, raised my pay.", (None, "Acme Ltd")),
        ("I have been happy with my teachers since 2019.", None),
        ("I have been studying at Acme College since 2019.", None),
    ],
)
def test_the_present_job(sentence: str, job: tuple[str | None, str] | None) -> None:
    found = [(row.get("title"), row["employer"]) for row in rows(letter(sentence), "job")]
    assert found == ([job] if job else [])


def test_countries_that_lead_and_numbers_by_threes() -> None:
    told = "Spain: visitor visa refused in March 2018. Canada: work permit W316 230 048 refused on 5 December 2025."
    found = {(row["country"], row["from"], row.get("number")) for row in rows(letter(told), "refusal")}
    assert found == {("ES", "2018-03", None), ("CA", "2025-12-05", "W316230048")}


@pytest.mark.parametrize(
    ("text", "found"), [("S304-118-227", ("S304118227",)), ("A 123 456 789", ()), ("W316 230 0481", ())]
)
def test_numbers_of_applications(text: str, found: tuple[str, ...]) -> None:
    assert identifiers.find_application_numbers(f"File {text} of 2016") == found


def test_a_list_of_countries_and_years() -> None:
    found = [
        (row["country"], row["from"]) for row in rows(letter("Journeys: Ghana 2017, Kenya 2019."), "trip")
    ]
    assert found == [("GH", "2017"), ("KE", "2019")]


@pytest.mark.parametrize(
    ("head", "day"),
    [("Ida Sample – work permit – 2 April 2026", "2026-04-02"), ("Ida Sample, born on 2 April 1991", None)],
)
def test_the_day_behind_a_title(head: str, day: str | None) -> None:
    reading = explanation_letter.read(
        docx(f"Statement of purpose\n{head}\nI was refused once.\nI apply again.")
    )
    assert facts(reading).get("document_date") == day


def test_the_end_of_a_long_sentence_dates_nothing() -> None:
    text = """
    Statement of purpose
    I explain here what I did between the years of my first application to Canada and now, and that it was refused on
    05/12/2025.
    """
    assert "document_date" not in facts(explanation_letter.read(pdf(text)))


def test_a_first_name_below_gives_way_to_the_full_name_above() -> None:
    text = (
        "To: IRCC\nFrom: Ida Sample\n4 May 2026\nI apply again after my refusal.\nThank you for reading.\nIda"
    )
    assert facts(explanation_letter.read(docx(text)))["full_name"] == "Ida Sample"


def test_a_day_below_a_long_line_and_behind_a_town_dates_a_paper() -> None:
    text = """
    Statement of purpose
    I explain here what I did between the years of my first application to Canada and now, and that it was refused.
    Cusco, 18 June 2026
    """
    assert facts(explanation_letter.read(pdf(text)))["document_date"] == "2026-06-18"


def test_an_offer_in_short_sentences_below_its_employer() -> None:
    reading = letter(
        "4. Offer. My employer in Canada will be Tamarack Lodge Ltd. of Wawa, Ontario. Job: Cleaner. LMIA number:"
        " 8123456. Wage: $19.50 per hour. The job runs from May 1, 2026 to April 30, 2028."
    )
    (row,) = rows(reading, "offer")
    assert row == {
        "employer": "Tamarack Lodge Ltd.", "title": "Cleaner", "city": "Wawa", "country": "CA", "number": "8123456",
        "amount": 19.5, "currency": "CAD", "from": "2026-05-01", "to": "2028-04-30",
    }  # fmt: skip


def test_an_offer_without_a_verb_below_a_heading() -> None:
    reading = letter(
        "What I am offered. Night cleaner at Tamarack Lodge Ltd. in Wawa, Ontario, from 1 May 2026, LMIA 8123456.",
        "What I have saved. GEL 31,500.",
    )
    (row,) = rows(reading, "offer")
    assert (row["title"], row["employer"], row["number"]) == (
        "Night cleaner",
        "Tamarack Lodge Ltd.",
        "8123456",
    )
    assert [(one["amount"], one["currency"]) for one in rows(reading, "balance")] == [(31500.0, "GEL")]


def test_a_job_told_by_its_title() -> None:
    reading = letter(
        "As Head Cook of the Sol Resort I lead nine people; I have held this post since April 2021."
    )
    assert [(one["title"], one["employer"], one["from"]) for one in rows(reading, "job")] == [
        ("Head Cook", "Sol Resort", "2021-04")
    ]


def test_the_day_of_a_refusal_in_the_next_sentence() -> None:
    reading = letter(
        "1. Refusal of 2024. My first application, number W313 550 142, was refused. The letter is dated 21 May 2024."
    )
    assert [(one["number"], one["from"]) for one in rows(reading, "refusal")] == [
        ("W313550142", "2024-05-21")
    ]


def test_a_permit_as_somebody_and_years_of_work() -> None:
    reading = letter(
        "I apply for a work permit as a seamstress for Northern Stitch Ltd. (Steinbach, Manitoba). The LMIA number is"
        " 9660142 and the contract is for two years, 1 September 2026 to 31 August 2028.",
        "For the last six years I have worked at Tekstil Sample, Bitola, as a senior seamstress.",
    )
    (offer,) = rows(reading, "offer")
    assert (offer["employer"], offer["number"], offer["to"]) == (
        "Northern Stitch Ltd.",
        "9660142",
        "2028-08-31",
    )
    assert [(one["employer"], one["to"]) for one in rows(reading, "job")] == [("Tekstil Sample", "present")]


def test_a_status_behind_an_age() -> None:
    told = (
        "Âgé de 36 ans, marié à Afi Mensah depuis le 4 avril 2015 et père de deux enfants, je suis soudeur."
    )
    found = facts(letter(told))
    assert (found["marital_status"], found["marriage_date"]) == ("married", "2015-04-04")


def test_a_title_of_today() -> None:
    reading = letter(
        "Since May 2019 I have been employed by Acme Ltd in Lima, where I am Senior Welder today."
    )
    assert [one["title"] for one in rows(reading, "job")] == ["Senior Welder"]


def test_the_offer_of_a_family_by_its_number_and_pay() -> None:
    reading = letter(
        "The contract with Ruth and Samuel Penner is from March 1, 2027 to February 28, 2029, CAD 18.20 an hour, "
        "LMIA 9360444."
    )
    (offer,) = rows(reading, "offer")
    assert (offer["employer"], offer["amount"], offer["number"]) == (
        "Ruth and Samuel Penner",
        18.2,
        "9360444",
    )


def test_the_present_job_of_somebody_who_does_a_job() -> None:
    (job,) = rows(
        letter("I am doing job as Loom Fitter in Doaba Mills Co., Ludhiana since 01.06.2016."), "job"
    )
    assert (job["title"], job["employer"], job["from"]) == ("Loom Fitter", "Doaba Mills Co.", "2016-06-01")


def test_the_time_of_an_offer_and_the_year_in_which_it_was_made() -> None:
    reading = letter(
        "Larch Lodge Ltd., who offered me the job in 2024, has obtained a new LMIA (9302218).",
        "I will work as Cook from 15 March 2027 to 14 March 2029 at CAD 21.00 per hour.",
    )
    (offer,) = rows(reading, "offer")
    assert (offer["employer"], offer["from"], offer["to"]) == ("Larch Lodge Ltd.", "2027-03-15", "2029-03-14")


def test_the_pay_is_no_part_of_the_title_of_an_offer() -> None:
    reading = letter("The contract with Mrs. Ruth Penner (LMIA 9360444) is as nanny at $19.00 an hour.")
    (offer,) = rows(reading, "offer")
    assert (offer["title"], offer["amount"]) == ("nanny", 19.0)


def test_the_offer_that_an_officer_doubted_is_not_the_present_one() -> None:
    reading = letter(
        "In 2025 the officer was not satisfied that the offer of employment of Grace Mission Church was genuine.",
        "The new offer is made by the Bay Relief Society. The offer (A2290317) is for a pastor at $46,800 a year.",
    )
    (offer,) = rows(reading, "offer")
    assert offer["employer"] == "Bay Relief Society"
