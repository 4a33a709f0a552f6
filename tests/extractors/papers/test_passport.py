"""The data page of a passport: any order of labels, several languages, the zone as judge and as stopgap."""

import pytest
from msgspec.structs import replace

from consistency.extractors.papers import passport
from consistency.normalizer.identifiers import check_digit
from tests.extractors.papers.made import docx, facts, pdf, rows


def zone(state: str, family: str, given: str, number: str, birth: str, sex: str, expiry: str) -> str:
    """Write a zone with right check digits."""
    names = f"P<{state}{family.replace(' ', '<')}<<{given.replace(' ', '<')}".ljust(44, "<")
    number = number.ljust(9, "<")
    parts = (number + check_digit(number), birth + check_digit(birth), expiry + check_digit(expiry))
    optional = "<" * 14 + "<"
    composite = check_digit(parts[0] + parts[1] + parts[2] + optional)
    return f"{names}\n{parts[0]}{state}{parts[1]}{sex}{parts[2]}{optional}{composite}"


ZONE = zone("PHL", "SANTOS", "MARIA CLARA", "P1234567A", "900304", "F", "290604")
GRID = """
               REPUBLIC OF THE PHILIPPINES
PASAPORTE / PASSPORT
Uri/Type      Kodigo ng bansa/Country code      Pasaporte blg./Passport no.
P             PHL                               P1234567A
Apelyido/Surname
SANTOS
Pangalan/Given names
MARIA CLARA
Petsa ng kapanganakan/Date of birth     Nasyonalidad/Nationality
04/03/1990                              FILIPINO
Kasarian/Sex     Lugar ng kapanganakan/Place of birth
F                CEBU CITY
Petsa ng pagkakaloob/Date of issue
05/06/2019
Petsa ng pagkawalang-bisa/Valid until
04/06/2029
"""
EXPECTED = {
    "family_name": "SANTOS", "given_names": "MARIA CLARA", "sex": "female", "birth_date": "1990-03-04",
    "birth_city": "CEBU CITY",
    "citizenship": "PH", "passport_country": "PH", "passport_number": "P1234567A", "passport_issue_date": "2019-06-05",
    "passport_expiry_date": "2029-06-04",
}  # fmt: skip


def test_labels_above_values_and_the_zone_settles_day_and_month() -> None:
    document = pdf(GRID + ZONE)
    reading = passport.read(document)
    assert passport.recognise(document) > 0.9
    assert facts(reading) == EXPECTED
    assert reading.problems == ()
    assert (str(reading.as_of.date), reading.as_of.basis) == ("2019-06-05", "stated")


STAMPS = """

VISAS

UNITED ARAB EMIRATES
DUBAI AIRPORT     ENTRY     06 MAR 2022
DUBAI AIRPORT     EXIT      18 MAR 2022

KENYA IMMIGRATION
NAIROBI
ADMITTED
04.02.2018

Canada  Temporary Resident Visa
Valid until 12 DEC 2026
REPUBLIC OF TURKEY  ISTANBUL  GIRIS 03.05.2023  CIKIS 11.05.2023
"""


def test_stamps_are_journeys_and_visas_are_none() -> None:
    reading = passport.read(pdf(GRID + ZONE + STAMPS))
    assert rows(reading, "trip") == [
        {"from": "2018-02-04", "city": "NAIROBI", "country": "KE"},
        {"from": "2022-03-06", "to": "2022-03-18", "city": "DUBAI", "country": "AE"},
        {"from": "2023-05-03", "to": "2023-05-11", "city": "ISTANBUL", "country": "TR"},
    ]
    assert facts(reading) == EXPECTED


def test_a_data_page_alone_has_no_stamps() -> None:
    assert passport.read(pdf(GRID + ZONE)).records == ()
    assert passport.read(pdf(GRID)).records == ()


def test_every_value_cites_its_words() -> None:
    document = pdf(GRID + ZONE)
    quotes = {fact.attribute: fact.evidence for fact in passport.read(document).facts}
    assert quotes["birth_date"].quote == "04/03/1990"
    assert quotes["birth_date"].page == 1
    assert quotes["birth_date"].box is not None
    assert quotes["citizenship"].quote == "FILIPINO"


def test_labels_beside_values_in_a_docx() -> None:
    reading = passport.read(
        docx("""
        Passport details
        Passport No: K1234567
        Surname: HUSSEIN
        Given Names: OMAR ALI
        Nationality | JORDANIAN
        Date of Birth | 1985-02-10
        Sex: M
        Place of Birth: AMMAN, JORDAN
        Date of Issue: 25/02/2021
        Date of Expiry: 09/02/2026
    """)
    )
    said = facts(reading)
    assert said["citizenship"] == "JO"
    assert said["birth_city"] == "AMMAN"
    assert (said["passport_issue_date"], said["passport_expiry_date"]) == ("2021-02-25", "2026-02-09")


def test_wrapped_bilingual_labels() -> None:
    said = facts(passport.read(pdf("""
                         MAROC
                    PASSEPORT / PASSPORT
        Nom / Surname            EL IDRISSI
        Prénoms / Given          KHADIJA
        names
        Né(e) le / Date of       12 MARS/MAR 1992
        birth
        Lieu de naissance /      FÈS
        Place of birth
        Sexe / Sex               F
        No du passeport          AB1234567
        Délivré le               02 JAN 2022
        Expire le                02 JAN 2027
    """)))  # fmt: skip
    assert said["family_name"] == "EL IDRISSI"
    assert said["given_names"] == "KHADIJA"
    assert said["birth_city"] == "FÈS"
    assert said["birth_date"] == "1992-03-12"
    assert said["passport_number"] == "AB1234567"


def test_the_zone_alone_tells_what_is_not_printed() -> None:
    said = facts(passport.read(pdf("PASSPORT\n" + ZONE)))
    assert said == {k: v for k, v in EXPECTED.items() if k not in ("birth_city", "passport_issue_date")}


def test_a_recognised_zone_has_no_digits_in_its_names() -> None:
    misread = ZONE.replace("SANTOS", "SANT0S")
    typed, seen = pdf(GRID + misread), replace(pdf(GRID + misread), method="ocr")
    assert [problem.code for problem in passport.read(typed).problems] == ["mrz-differs"]
    assert passport.read(seen).problems == ()
    assert facts(passport.read(replace(pdf(misread), method="ocr")))["family_name"] == "SANTOS"


def test_a_failing_check_digit_and_a_differing_field_are_problems() -> None:
    wrong = ZONE.replace("900304", "900305").replace("SANTOS", "SANTUS")
    problems = {p.code: p.message for p in passport.read(pdf(GRID + wrong)).problems}
    assert "birth" in problems["mrz-check"]
    assert "composite" in problems["mrz-check"]
    messages = [p.message for p in passport.read(pdf(GRID + wrong)).problems if p.code == "mrz-differs"]
    assert any("birth date" in m and "1990-03-04" in m and "1990-03-05" in m for m in messages)


def test_a_single_name_is_the_family_name() -> None:
    page = GRID.replace("MARIA CLARA\n", "\n").replace("Pangalan/Given names\n", "")
    said = facts(passport.read(pdf(page + zone("PHL", "SANTOS", "", "P1234567A", "900304", "F", "290604"))))
    assert said["family_name"] == "SANTOS"
    assert "given_names" not in said


@pytest.mark.parametrize(
    "text", ["Dear Officer,\nI renewed my passport on 3 May 2024.", "Passport No: K1234567", ""]
)
def test_other_papers_are_no_passports(text: str) -> None:
    assert passport.recognise(pdf(text)) < 0.3


UKRAINIAN = """
УКРАЇНА / UKRAINE  ПАСПОРТ / PASSPORT
Тип/Type P                       Код держави/Country code UKR   Номер паспорта/Passport No. FT220914
Прізвище/Surname                 КОВАЛЬЧУК/KOVALCHUK
Ім'я/Given Names                 ОЛЕНА/OLENA
Громадянство/Nationality         УКРАЇНА/UKRAINE                Стать/Sex Ж/F
Дата народження/Date of birth    30 ГРУ/DEC 89
Місце народження/Place of birth  {town}
Дата видачі/Date of issue        16 ЛИП/JUL 19
"""


def test_of_two_scripts_the_latin_one_is_read() -> None:
    document = pdf(
        UKRAINIAN.format(town="М. ДНІПРО/UKR")
        + zone("UKR", "KOVALCHUK", "OLENA", "FT220914", "891230", "F", "290716")
    )
    reading = passport.read(document)
    assert reading.problems == ()
    assert facts(reading) == {
        "family_name": "KOVALCHUK", "given_names": "OLENA", "sex": "female", "birth_date": "1989-12-30",
        "birth_city": "ДНІПРО", "citizenship": "UA", "passport_country": "UA", "passport_number": "FT220914",
        "passport_issue_date": "2019-07-16", "passport_expiry_date": "2029-07-16",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("town", "city"),
    [
        ("М. КИЇВ/KYIV", "KYIV"),
        ("LVIV / UKR", "LVIV"),
        ("SAINT-DENIS / FRA", "SAINT-DENIS"),
        ("山东/SHANDONG", "SHANDONG"),
    ],
)
def test_a_town_is_told_in_latin_letters_where_it_is_and_a_state_is_none(town: str, city: str) -> None:
    assert facts(passport.read(pdf(UKRAINIAN.format(town=town))))["birth_city"] == city


def test_labels_whose_first_language_could_not_be_read() -> None:
    page = """
    PEOPLE'S REPUBLIC OF CHINA PASSPORT
    /Name             LYU, XIAOYAN
    /Nationality      /CHINESE
    /Date of birth    15 10 /OCT 1987
    /Date of issue    08 11月/NOV 2022
    /Passport No.     EJ8841207
    """
    assert facts(passport.read(pdf(page))) == {
        "full_name": "LYU, XIAOYAN", "citizenship": "CN", "birth_date": "1987-10-15",
        "passport_issue_date": "2022-11-08", "passport_number": "EJ8841207",
    }  # fmt: skip


def test_a_single_name_that_is_printed_as_a_given_one_is_the_family_name_of_the_zone() -> None:
    page = """
    REPUBLIC OF INDIA PASSPORT
    Surname

    Given Name(s)     KARTHIKEYAN SUBRAMANIAN
    Nationality       INDIAN
    """
    number, names = (
        zone("IND", "KARTHIKEYAN SUBRAMANIAN", "", "V4471092", "910807", "M", "311010"),
        ("family_name", "given_names"),
    )
    said = facts(passport.read(pdf(page + number)))
    assert [said.get(name) for name in names] == ["KARTHIKEYAN SUBRAMANIAN", None]
    both = page.replace("Surname\n", "Surname           KARTHIKEYAN\n").replace(
        "(s)     KARTHIKEYAN SUB", "(s)     SUB"
    )
    said = facts(passport.read(pdf(both)))
    assert [said.get(name) for name in names] == ["KARTHIKEYAN", "SUBRAMANIAN"]


def test_labels_of_which_a_script_was_lost_and_no_zone() -> None:
    document = pdf("""
               KINGDOM OF NOWHERE
        PASSPORT
           /Type     ./Passport No.       /Issuing country
        P            K7712093             THA
           /Surname
        SAMPLE
           /Given Name(s)
        MALEE
             /Sex         /Nationality            /Date of Birth
        F                 THAI                    09/11/1987
              /Date of Issue                /Date of Expiry
        21/04/2022                          20/04/2032
        Old Passport No. with date of issue
        J1100223 03/02/2012
    """)
    assert passport.recognise(document) >= 0.5
    assert facts(passport.read(document)) == {
        "passport_number": "K7712093",
        "passport_country": "TH",
        "family_name": "SAMPLE",
        "given_names": "MALEE",
        "sex": "female",
        "citizenship": "TH",
        "birth_date": "1987-11-09",
        "passport_issue_date": "2022-04-21",
        "passport_expiry_date": "2032-04-20",
    }


def test_a_label_of_one_sign_stands_before_the_one_that_is_read() -> None:
    document = docx("""
        旅券 PASSPORT
        姓/Surname: SAMPLE
        名/Given name: AIKO
        国籍/Nationality: JAPAN
        性別/Sex: F
        旅券番号/Passport No.: TZ1000234
        Date of birth: 02 MAR 1991
        Date of expiry: 02 MAR 2031
    """)
    assert facts(passport.read(document))["family_name"] == "SAMPLE"
    assert facts(passport.read(document))["citizenship"] == "JP"


def test_a_translation_without_a_zone_that_tells_day_and_place_of_birth_together() -> None:
    document = docx("""
        Translation of a passport
        Passport number: K1010101
        Name: OMID
        Surname: SAMPLE
        Father's name: SAMI
        Date and place of birth: 23.09.1991 TABRIZ
        Sex: M
        Date of issue: 21/05/2020
        Date of expiry: 21/05/2025
    """)
    assert passport.recognise(document) >= 0.5
    assert facts(passport.read(document)) == {
        "passport_number": "K1010101",
        "family_name": "SAMPLE",
        "given_names": "OMID",
        "birth_date": "1991-09-23",
        "sex": "male",
        "passport_issue_date": "2020-05-21",
        "passport_expiry_date": "2025-05-21",
    }


def test_labels_whose_translation_was_misread_have_their_values_below() -> None:
    read = facts(
        passport.read(
            pdf("""
            REPUBLICA DE EJEMPLO          PASSPORT / PASSEPORT
            Passport No./N® de passeport
            K4471209
            Surname/Nom
            ROJAS LEMA
            Given names/Prénorns
            INES
            Nationality/Natonaiité
            ECUADOR
            Date of birth/Date de naissanoe
            09 JUN 1991
            Place of birth’Lieu de naissance
            CUENCA
            Date of issue/Date de détivrance
            12 MAR 2021
            Date of expiry/Date d‘expiralion
            12 MAR 2031
            """)
        )
    )
    assert (read["birth_date"], read["birth_city"]) == ("1991-06-09", "CUENCA")
    assert (read["passport_issue_date"], read["passport_expiry_date"]) == ("2021-03-12", "2031-03-12")
    assert (read["given_names"], read["citizenship"]) == ("INES", "EC")


@pytest.mark.parametrize("label", ["Postnom / Middle name", "Post-nom"])
def test_a_name_between_the_others_belongs_to_the_family_name(label: str) -> None:
    document = docx(f"""
        REPUBLIQUE DEMOCRATIQUE DU CONGO
        PASSEPORT / PASSPORT
        N° de passeport | OP1120865
        Nom / Surname | KABONGO
        {label} | MULUMBA
        Prénom / Given name | TRESOR
        Date de naissance / Date of birth | 14 MAI / MAY 1987
        Date de délivrance / Date of issue | 26 FEV / FEB 2024
        Date d'expiration / Date of expiry | 25 FEV / FEB 2029
    """)
    found = facts(passport.read(document))
    assert (found["family_name"], found["given_names"]) == ("KABONGO MULUMBA", "TRESOR")
