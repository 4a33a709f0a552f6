"""Letters about work in further ways: lists of posts, who issues them, of whom they speak, and where."""

import pytest

from consistency.extractors.papers import employment_letter
from consistency.model import Document
from consistency.normalizer import dates
from tests.extractors.papers.made import docx, facts, pdf, rows


def told(document: Document) -> list[tuple[object, ...]]:
    found = rows(employment_letter.read(document), "job")
    return [(row.get("title"), row["from"], row["to"]) for row in found]


def test_posts_listed_without_bullets() -> None:
    text = """
    ACME STORES LTD
    To the visa officer,
    Ms. Ida Sample has been on our payroll without a break from 4 January 2015 until today. She held these posts:
    Storekeeper: 4 January 2015 to 30 June 2019
    Warehouse Supervisor: 1 July 2019 to present
    Her present pay is PKR 92,000 a month.
    """
    assert told(docx(text)) == [
        ("Storekeeper", "2015-01-04", "2019-06-30"), ("Warehouse Supervisor", "2019-07-01", "present")
    ]  # fmt: skip


def test_a_table_whose_dates_stand_at_the_left() -> None:
    text = """
    Kigali, 30th June 2024
    Acme Construction Ltd
    RECOMMENDATION LETTER
    We hereby recommend Ms Ida Sample who served Acme Construction Ltd in the capacity of Mason
    from July 2016 up to June 2024.

    Period                    Job                 Site
    July 2016 – Dec 2019      Assistant mason     Kigali
    Jan 2020 – June 2024      Mason               Huye
    """
    assert employment_letter.recognise(pdf(text)) >= 0.5
    assert told(pdf(text)) == [("Assistant mason", "2016-07", "2019-12"), ("Mason", "2020-01", "2024-06")]


def test_who_issues_a_certificate_and_for_whom() -> None:
    text = """
    CERTIFICAT DE TRAVAIL
    Nous soussignés, Société Exemple de Transit (SET), sise à Treichville, Abidjan, certifions que :
    Mme EXEMPLE Ida
    a été employée dans notre société du 15 septembre 2013 au 30 novembre 2018, en qualité d’agent de transit.
    Fait à Abidjan, le 3 décembre 2018
    Le Directeur des Ressources Humaines
    KONÉ Paul
    """
    reading = employment_letter.read(docx(text))
    assert facts(reading)["full_name"] == "EXEMPLE Ida"
    assert rows(reading, "job")[0]["employer"] == "Société Exemple de Transit (SET)"


def test_the_full_name_stands_above_the_first_name() -> None:
    text = """
    Acme Nurseries Ltd
    24/02/2026
    I write in support of Ida Maria Sample, whom I supervised.
    Ida joined our team on the 3rd of March 2016 and left on the 14th of August 2020 as a nursery worker.
    """
    assert facts(employment_letter.read(docx(text)))["full_name"] == "Ida Maria Sample"


@pytest.mark.parametrize(
    ("last", "place"),
    [
        ("Ida Sample, HR", (None, None)),
        ("4 Mill Road, Nakuru, Kenya", ("Nakuru", "KE")),
        ("14 quai Perrière, Annecy (France)", ("Annecy", "FR")),
    ],
)
def test_the_place_at_the_foot(last: str, place: tuple[str | None, str | None]) -> None:
    text = f"""
    ACME FLOWERS LTD
    8 September 2026
    To whom it may concern
    Paul Other joined us on 1 August 2023 as greenhouse supervisor and is still with us.
    He works 45 hours a week.
    The job is permanent.
    His pay is KES 58,000 a month.
    He is careful.
    {last}
    """
    (row,) = rows(employment_letter.read(docx(text)), "job")
    assert (row.get("city"), row.get("country")) == place


def test_the_present_post_and_a_seal() -> None:
    text = """
    Income Certificate
    This is to certify that Mr. LIU Paul has worked in our company since June 2017. He is now the Deputy Head Chef of
     our kitchen.
    Company name: Acme Catering Co., Ltd. (seal)
    Date: 2026.3.18
    """
    (row,) = rows(employment_letter.read(docx(text)), "job")
    assert (row["employer"], row["title"]) == ("Acme Catering Co., Ltd.", "Deputy Head Chef")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on the fifth (5) day of the month of May, 2026", "2026-05-05"),
        ("on the (5) five days of the month of May of 2026", "2026-05-05"),
        ("on this the twelfth (12th) day of June 2025", "2025-06-12"),
        ("a los cinco (05) días del mes de mayo de 2026", "2026-05-05"),
        ("he worked three days in May 2019", "2019-05"),
    ],
)
def test_days_in_words_and_in_figures(text: str, day: str) -> None:
    assert [found.date.iso for found in dates.find_dates(text)] == [day]


def test_who_certifies_is_not_the_house() -> None:
    text = """
    HOTEL SOL
    WORK CERTIFICATE
    The undersigned, Administrator of HOTEL SOL, certifies:
    That Mr. LUIS SAMPLE has rendered services in our company in the position of COOK, from May 2, 2018 until
     November 30, 2025.
    """
    (row,) = rows(employment_letter.read(docx(text)), "job")
    assert row["employer"] == "HOTEL SOL"


def test_a_statement_over_several_lines() -> None:
    text = """
    ATTESTATION D’EMPLOI
    La société EXEMPLE MALI SA, immatriculée au RCCM sous le n° 555, représentée par M. Paul KEITA, atteste que
    Monsieur Issa EXEMPLE, né le 2 février 1987 à Sikasso,
    travaille dans ladite société en tant que chauffeur poids lourd du 1er juin 2016 à nos jours.
    Fait à Bamako, le 19 juin 2026
    """
    reading = employment_letter.read(docx(text))
    (row,) = rows(reading, "job")
    assert facts(reading)["full_name"] == "Issa EXEMPLE"
    assert (row["employer"], row["title"], row["from"], row["to"]) == (
        "EXEMPLE MALI SA", "chauffeur poids lourd", "2016-06-01", "present"
    )  # fmt: skip


def test_two_spells_at_one_school() -> None:
    text = """
    14 July 2026
    Grace was employed by Lake Sample School, Kisumu, Kenya in two spells: first as a teaching assistant between January
     2014 and December 2016, and then as a class teacher from May 2018 until the end of July 2023.
    """
    found = rows(employment_letter.read(docx(text)), "job")
    assert [(row["title"], row["from"], row["to"]) for row in found] == [
        ("teaching assistant", "2014-01", "2016-12"), ("class teacher", "2018-05", "2023-07")
    ]  # fmt: skip
    assert {(row["employer"], row["city"], row["country"]) for row in found} == {
        ("Lake Sample School", "Kisumu", "KE")
    }


def test_in_employment_at_a_workplace() -> None:
    text = """
    Bitola, 11.05.2026
    Tekstil Sample DOOEL
    CONFIRMATION
    We hereby confirm that SAMPLE IDA is in permanent employment with Tekstil Sample DOOEL from 03.02.2020, at the
     workplace Senior seamstress, with full working time of 40 hours per week.
    """
    (row,) = rows(employment_letter.read(docx(text)), "job")
    assert (row["title"], row["to"]) == ("Senior seamstress", "present")


def test_somebody_who_started_with_us_and_whose_permit_was_refused() -> None:
    text = """
    HARBOUR VIEW INN
    4 Quay Street, Lunenburg NS | 902-555-0101
    November 9, 2025
    Employment of Dania Baptiste
    Dania started with us on June 12, 2023 as a kitchen helper ($16.00/hour) and was promoted to line cook on May 1,
     2024 ($18.00/hour). She worked 40 hours per week. Her last shift was October 2, 2025, the day of the refusal.
    Yours truly,
    Colin Mader, Director of Operations
    """
    assert employment_letter.recognise(docx(text)) >= 0.5
    assert told(docx(text)) == [
        ("kitchen helper", "2023-06-12", "2024-05-01"), ("line cook", "2024-05-01", "2025-10-02")
    ]  # fmt: skip
    assert employment_letter.read(docx(text)).signed
    assert not employment_letter.read(docx(text.replace("Colin Mader, Director of Operations", ""))).signed


def test_somebody_in_the_service_of_a_parish() -> None:
    text = """
    ÉGLISE MÉTHODISTE – PAROISSE DE GOMBE
    Kinshasa, le 2 octobre 2025
    ATTESTATION DE SERVICE
    Je soussigné atteste que le pasteur MBUYI Pascal est au service de notre paroisse comme pasteur depuis le 4 mars
     2018, à temps plein (40 heures par semaine).
    De janvier 2012 à août 2015 il avait été pasteur assistant à la paroisse de Lukunga.
    """
    assert told(docx(text)) == [("pasteur", "2018-03-04", "present")]
