"""Letters of families about those who worked in their homes: the employer is the family, not the address above."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import employment_letter
from tests.extractors.papers.made import docx, facts, rows

LETTERS = {
    "a nanny": (
        """
        Apartment 4, Marine Court
        Mid-Levels, Hong Kong
        To whom it may concern
        Rosa Delgado worked for our family as a live-in nanny from March 2017 to August 2019. She minded our twins.
        Sincerely,
        Karen O'Neill (Mrs)
        """,
        "Rosa Delgado", "Karen O'Neill", ("2017-03", "2019-08"),
    ),
    "a carer": (
        """
        15 June 2023
        Ms. Aisha Bello has been employed as caregiver to my elderly father in our home since 4 February 2021.
        Yours faithfully,
        Khalid Mansoor
        """,
        "Aisha Bello", "Khalid Mansoor", ("2021-02-04", "present"),
    ),
    "in french": (
        """
        Famille Kouadio
        Abidjan, le 3 mars 2022
        Nous attestons que Mme Awa Traoré a gardé nos enfants à notre domicile du 5 janvier 2019 au 28 février 2022.
        M. et Mme Kouadio
        """,
        "Awa Traoré", "Famille Kouadio", ("2019-01-05", "2022-02-28"),
    ),
    "a gardener": (
        """
        My husband and I employed Julius Kimani as our gardener at our house in Karen from 2015 to 2018.
        Margaret Howe
        """,
        "Julius Kimani", "Margaret Howe", ("2015", "2018"),
    ),
    "with the telephone behind the name": (
        """
        Saleh bin Hamad Al Kuwari
        Al Rayyan, Doha, Qatar
        Date: 14 May 2019
        Given to Mrs. Joy Villareal, Filipina, who worked as cook of our family from 3 March 2016 to 10 May 2019.
        Saleh Al Kuwari (signature), mobile +974 5555 0133
        """,
        "Joy Villareal", "Saleh Al Kuwari", ("2016-03-03", "2019-05-10"),
    ),
    "to the officer": (
        """
        Mrs. Latifa Al Zaabi
        2 August 2024
        To: The Canadian embassy
        I am writing to confirm that Nirmala Perera works in my house as helper to my mother since 9 June 2020.
        (signed) Latifa Al Zaabi
        """,
        "Nirmala Perera", "Latifa Al Zaabi", ("2020-06-09", "present"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LETTERS)
def test_the_family_is_the_employer(name: str) -> None:
    text, who, employer, period = LETTERS[name]
    document = docx(text)
    assert recognise_paper(document) == "employment-letter"
    reading = employment_letter.read(document)
    assert facts(reading)["full_name"] == who
    (job,) = rows(reading, "job")
    assert (job["employer"], (job["from"], job["to"])) == (employer, period)


def test_the_title_ends_before_whom_it_was_done_for() -> None:
    (job,) = rows(employment_letter.read(docx(LETTERS["a carer"][0])), "job")
    assert job["title"] == "caregiver"


@pytest.mark.parametrize(
    "text",
    [
        "I invite my sister Ana to stay at our home from 1 May 2026 to 1 June 2026. She will look after our children.",
        "Dear Visa Officer,\nI worked for a family in their home from 2015 to 2018. I also cared for my mother.\nAna "
        "Lim",
    ],
)
def test_who_invites_and_who_applies_employs_nobody(text: str) -> None:
    assert recognise_paper(docx(text)) != "employment-letter"


def test_a_letter_that_ends_with_a_name_is_signed() -> None:
    assert employment_letter.read(docx(LETTERS["a gardener"][0])).signed is True


def test_a_certificate_of_national_service_is_no_employer_s() -> None:
    document = docx("""
        MINISTRY OF YOUTH
        CERTIFICATE OF NATIONAL SERVICE
        This is to certify that Mr Moses Banda served in the National Service from 1 March 2012 to 28 February 2013.
        (signed) Director
    """)
    assert recognise_paper(document) != "employment-letter"


def test_who_signs_as_the_employer_is_the_employer() -> None:
    reading = employment_letter.read(
        docx("""
        TO WHOM IT MAY CONCERN
        I, Lau Siu Fong, employ Grace Dela Rosa as a domestic helper since 6 May 2019. She looks after our two children.
        (signed)
        Lau Siu Fong, employer
        """)
    )
    assert [job["employer"] for job in rows(reading, "job")] == ["Lau Siu Fong"]


def test_who_employed_is_no_title_and_no_sentence() -> None:
    text = """
    9 Jalan Seruling, Singapore 576611
    1 August 2024
    To whom it may concern
    Ratna was employed in my household as a domestic worker from 5 May 2020 to 4 May 2024. She looked after my mother.
    She leaves because my mother has moved to a nursing home.
    Lee Mei Hua (Mdm) (signed)   +65 9555 0111
    """
    assert [row["employer"] for row in rows(employment_letter.read(docx(text)), "job")] == ["Lee Mei Hua"]
    sealed = """
    CERTIFICATE OF EMPLOYMENT
    I certify that Ratna worked in my house as a domestic worker from March 10, 2014 to March 9, 2017.
    March 9, 2017
    Chang Shu-fen (seal)
    """
    assert [row["employer"] for row in rows(employment_letter.read(docx(sealed)), "job")] == ["Chang Shu-fen"]


def test_a_home_for_the_elderly_is_no_household() -> None:
    text = """
    PANTI WREDA HARAPAN (Hope Home for the Elderly)
    Jl. Merdeka 18, Tegal, Central Java
    EMPLOYMENT CERTIFICATE
    The undersigned, Dr. Sri Lestari, director, states that Ratna works in our home as caregiver for the elderly from
     8 September 2024 until now, 48 hours a week.
    Tegal, 5 October 2025
    Dr. Sri Lestari (signed and stamped)
    """
    (job,) = rows(employment_letter.read(docx(text)), "job")
    assert str(job["employer"]).startswith("PANTI WREDA HARAPAN")
