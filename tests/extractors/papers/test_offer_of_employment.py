"""Offers of employment: letters and tables, by the hour and by the year, with and without an assessment."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import offer_of_employment
from tests.extractors.papers.made import docx, facts, pdf, rows


def test_a_french_letter() -> None:
    document = pdf("""
        Boulangerie Les Trois Épis inc.
        210, rue Principale, Gatineau (Québec)  J8X 1A1

        Gatineau, le 4 mai 2026

        Madame Aïssatou Diallo
        Cotonou, Bénin

        Objet : Offre d'emploi

        Madame,

        Nous avons le plaisir de vous offrir le poste de boulangère (CNP 63202) à notre établissement
        de Gatineau, Québec. Votre emploi débutera le 1er septembre 2026 et prendra fin le dimanche
        31 août 2028. Vous recevrez un salaire de 21,75 $ l'heure pour 38 heures par semaine.
        Numéro de l'EIMT : 8123456.

        Veuillez agréer nos salutations,

        Paul Lemieux, directeur
    """)
    reading = offer_of_employment.read(document)
    assert offer_of_employment.recognise(document) > 0.9
    assert facts(reading) == {"full_name": "Aïssatou Diallo", "document_date": "2026-05-04"}
    (offer,) = rows(reading, "offer")
    assert offer.pop("from") == "2026-09-01"
    assert offer.pop("to", "2028-08-31") == "2028-08-31"
    assert offer == {
        "employer": "Boulangerie Les Trois Épis inc.", "title": "boulangère", "city": "Gatineau", "country": "CA",
        "amount": 21.75, "currency": "CAD", "number": "8123456",
    }  # fmt: skip


def test_an_offer_on_behalf_of_a_company_dated_at_its_end() -> None:
    document = docx("""
        Prairie Wind Trucking Ltd.
        1010 8th Street East, Saskatoon, SK S7H 0R9
        Dear Mr. Gurpreet Singh Dhillon,
        LETTER OF OFFER
        On behalf of Prairie Wind Trucking Ltd., I am delighted to extend to you an offer of employment as
            a Long-Haul Truck Driver, based in Saskatoon, Saskatchewan.
        Your employment will commence on March 1, 2027 and will end on February 28, 2029. You will be paid
            an hourly rate of $27.00 and will work 44 hours per week.
        The LMIA number for this position is 9234567.
        This offer is open until October 30, 2026.
        Sincerely,
        Laura Benoit
        HR Manager
        Date: 2 October 2026
    """)
    reading = offer_of_employment.read(document)
    assert offer_of_employment.recognise(document) > 0.9
    assert facts(reading) == {"full_name": "Gurpreet Singh Dhillon", "document_date": "2026-10-02"}
    assert rows(reading, "offer") == [
        {
            "employer": "Prairie Wind Trucking Ltd.", "title": "Long-Haul Truck Driver", "from": "2027-03-01",
            "to": "2029-02-28", "city": "Saskatoon", "country": "CA", "amount": 27.0, "currency": "CAD",
            "number": "9234567",
        }
    ]  # fmt: skip


def test_a_table_with_a_yearly_salary_and_a_blank_for_the_signature() -> None:
    document = pdf("""
        OFFER OF EMPLOYMENT

        Date:              15/07/2026
        To:                Nguyễn Thị Mai Anh
        Employer:          Harbourfront Seafoods Co. Ltd.
        Position:          Fish Plant Worker (NOC 94142)
        Work location:     Shediac, New Brunswick
        Period:            01/10/2026 - 30/09/2027
        Salary:            $38,000 per year
        Hours:             40 hours a week
        Offer of employment number:   A1234567

        Please sign and return this letter to accept.

        Signature of employee ______________________
    """)
    reading = offer_of_employment.read(document)
    assert reading.signed is False
    assert facts(reading) == {"full_name": "Nguyễn Thị Mai Anh", "document_date": "2026-07-15"}
    assert rows(reading, "offer") == [
        {
            "employer": "Harbourfront Seafoods Co. Ltd.", "title": "Fish Plant Worker", "from": "2026-10-01",
            "to": "2027-09-30", "city": "Shediac", "country": "CA", "amount": 18.27, "currency": "CAD",
            "number": "A1234567",
        }
    ]  # fmt: skip


def test_the_addressee_counts_in_full_and_a_start_alone_is_no_whole_period() -> None:
    reading = offer_of_employment.read(
        docx("""
        Maplecode Software Corp.
        Vancouver, BC
        June 3, 2026
        Private and confidential
        Ana Beatriz Souza e Silva
        Rua das Flores 12, Curitiba, Brazil
        Dear Ana Beatriz,
        Re: Employment offer
        We are pleased to confirm our offer to you for the role of Software Developer at Maplecode Software
            Corp. in Vancouver, British Columbia.
        You will start on September 8, 2026. Your annual base salary will be CAD 91,000 for a 37.5-hour
            work week (37.5 hours per week).
        Your offer number from the employer portal is A7654321.
        Yours truly,
        Dr. Peter Wong
    """)
    )
    assert facts(reading) == {"full_name": "Ana Beatriz Souza e Silva", "document_date": "2026-06-03"}
    assert rows(reading, "offer") == [
        {
            "employer": "Maplecode Software Corp.", "title": "Software Developer", "from": "2026-09-08",
            "city": "Vancouver", "country": "CA", "amount": 46.67, "currency": "CAD", "number": "A7654321",
        }
    ]  # fmt: skip


def test_an_employer_that_speaks_of_itself_by_name() -> None:
    reading = offer_of_employment.read(
        docx("""
        GREENFIELD NURSERIES LTD.
        RR 2, Leamington, Ontario N8H 3V5
        September 14, 2026
        To: Oscar Armando Pérez López
        Dear Mr. Pérez López:
        Offer of employment
        Greenfield Nurseries Ltd. is pleased to offer you temporary full-time employment as a Greenhouse
            Worker (NOC 85101) at our farm in Leamington, Ontario.
        The job starts on January 10, 2027 and ends on September 9, 2027. You will earn $17.60/hour for 45
            hours each week.
        We hold LMIA 9345678 for this position.
        Henk Bakker, Owner
    """)
    )
    assert facts(reading) == {"full_name": "Oscar Armando Pérez López", "document_date": "2026-09-14"}
    assert rows(reading, "offer") == [
        {
            "employer": "GREENFIELD NURSERIES LTD.", "title": "Greenhouse Worker", "from": "2027-01-10",
            "to": "2027-09-09", "city": "Leamington", "country": "CA", "amount": 17.6, "currency": "CAD",
            "number": "9345678",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    "below", ["Dear Ms. Ngono,", "Madame,", "Rose Ngono", "Chère Madame Ngono,", "September 3, 2026"]
)
@pytest.mark.parametrize("heading", ["JOB OFFER LETTER", "Job Offer", "EMPLOYMENT OFFER LETTER"])
def test_what_stands_below_the_heading_is_no_title(heading: str, below: str) -> None:
    reading = offer_of_employment.read(
        pdf(f"""
        LAKESIDE EXAMPLE INN INC.
        5 rue du Quai, Bathurst NB
        {heading}
        {below}
        We are pleased to offer you the position of Cook in Bathurst, New Brunswick, at $19.50 per hour.
        Luc Savoie, Owner
    """)
    )
    (offer,) = rows(reading, "offer")
    assert (offer["title"], offer["employer"]) == ("Cook", "LAKESIDE EXAMPLE INN INC.")


@pytest.mark.parametrize(
    "offers",
    [
        "We are pleased to renew our offer of the position of Cook at our inn in Bathurst, New Brunswick.",
        "We hereby confirm our job offer for the position of Cook at our inn in Bathurst, New Brunswick.",
        "We would be happy to employ you in the position of Cook in Bathurst, New Brunswick.",
        "This letter is to extend our offer to you for the position of Cook in Bathurst, New Brunswick.",
        "We would like to invite you to join our team in Bathurst, New Brunswick, in the position of Cook.",
    ],
)
def test_a_letter_that_offers_in_other_words(offers: str) -> None:
    document = docx(f"""
        LAKESIDE EXAMPLE INN INC.
        5 rue du Quai, Bathurst NB
        September 3, 2026
        Dear Ms. Ngono,
        {offers}
        The main terms are: full-time, 37.5 hours a week; CAD 19.50 an hour; start date February 15, 2027.
        Our LMIA number is 9600777.
        Luc Savoie, Owner (signed)
    """)
    assert recognise_paper(document) == "offer-of-employment"
    (offer,) = rows(offer_of_employment.read(document), "offer")
    assert offer == {
        "employer": "LAKESIDE EXAMPLE INN INC.", "title": "Cook", "city": "Bathurst", "country": "CA", "amount": 19.5,
        "currency": "CAD", "from": "2027-02-15", "number": "9600777",
    }  # fmt: skip


@pytest.mark.parametrize(
    "letter",
    [
        "I would be happy to work for Lakeside Example Inn. My employer renewed its offer of the position of Cook.",
        "The hotel renewed our offer to rent rooms. We are the Ngono family and apply for a visa.",
        "We are pleased to offer you the position of Cook in Douala at 95 000 F CFA per month.",
    ],
)
def test_letters_about_another_offer_are_none(letter: str) -> None:
    assert offer_of_employment.recognise(docx(f"Dear Visa Officer,\n{letter}")) < 0.5


def test_other_papers_about_work_are_none() -> None:
    papers = (
        "To whom it may concern|This is to certify that Ali Rahimi has been employed as Cook since May 2019.",
        "EMPLOYMENT CONTRACT|Employer: Acme Inc.|Employee: Ali Rahimi|Position: Cook|Wage: $20.00 per hour",
        "Dear Visa Officer,|I am applying for a work permit. I was offered employment by Acme Inc. in Halifax, NS.",
    )
    for paper in papers:
        assert offer_of_employment.recognise(docx(paper.replace("|", "\n"))) < 0.3, paper


@pytest.mark.parametrize("company", ["1187442 Alberta Ltd.", "9123456 Canada Inc.", "1234567 B.C. Ltd."])
def test_the_number_of_a_numbered_company_is_not_that_of_the_assessment(company: str) -> None:
    letter = f"""
    OFFER OF EMPLOYMENT

    You are offered the position of Meat Cutter with {company} in Calgary, Alberta.
    The wage is $22.50 per hour for 40 hours per week. The number of the LMIA is 8392217.
"""
    (job,) = rows(offer_of_employment.read(pdf(letter)), "offer")
    assert job["number"] == "8392217"
    (job,) = rows(
        offer_of_employment.read(pdf(letter.replace(" The number of the LMIA is 8392217.", ""))), "offer"
    )
    assert "number" not in job


def test_the_words_job_offer_are_no_title() -> None:
    letter = """
    JOB OFFER

    We confirm our job offer to you at Prairie Grill Meats Ltd. The wage is $22.50 per hour, 40 hours per week.
"""
    assert all("title" not in job for job in rows(offer_of_employment.read(pdf(letter)), "offer"))


AGENCY = """
    Golden Bridge Recruitment
    Licence No. 551, Kathmandu

    24.09.2026
    Placement confirmation
    To: Ms. Leila Sample
    Dear Leila, on behalf of our client Marsh Flats Dairy Inc. we are glad to {confirm} as herd
    attendant. Your place of work will be the Taber, Alberta barn. The wage is CAD 21.50 an hour for 40 hours weekly.
"""


@pytest.mark.parametrize("confirm", ["confirm your selection", "confirm your placement", "confirm you"])
def test_an_agency_confirms_for_whom_it_found_work(confirm: str) -> None:
    document = pdf(AGENCY.format(confirm=confirm))
    assert recognise_paper(document) == "offer-of-employment"
    (job,) = rows(offer_of_employment.read(document), "offer")
    assert (job["employer"], job["city"], job["amount"]) == ("Marsh Flats Dairy Inc", "Taber", 21.5)


def test_an_agency_that_confirms_a_stay_is_none() -> None:
    assert offer_of_employment.recognise(pdf(AGENCY.format(confirm="recall that she worked with us"))) < 0.5


def test_an_agency_that_offers_for_its_client() -> None:
    document = docx("""
        Steppe Personnel Agency
        14 May 2026
        OFFER OF EMPLOYMENT
        Dear Aibek Usenov, on behalf of our client Prairie Haul Ltd. we are pleased to offer you the position of
            truck driver. Your place of work will be the Melfort, Saskatchewan yard. The pay is $26.00 per hour.
    """)
    offer = rows(offer_of_employment.read(document), "offer")[0]
    assert (offer["employer"], offer["city"]) == ("Prairie Haul Ltd", "Melfort")


def test_a_print_of_the_portal() -> None:
    reading = offer_of_employment.read(
        pdf("""
        Immigration, Refugees and Citizenship Canada
        Offer of Employment to a Foreign National Exempt from a Labour
        Market Impact Assessment

        Submitted 2026-05-02 09:11 PST

        Offer of employment number      A1234567
        Business operating name         Skeena Boatworks Ltd.
        Status                          Submitted

        Foreign national
        Family name                     OKAFOR
        Given name(s)                   NNAMDI

        Job title                       Boat builder
        Start date                      2026-09-01
        Expected end date               2028-08-31
        Hourly wage                     CAD 29.00 per hour
        Work location                   40 Wharf Road, Prince Rupert, BC
    """)
    )
    assert facts(reading) == {"full_name": "NNAMDI OKAFOR", "document_date": "2026-05-02"}
    assert rows(reading, "offer") == [
        {
            "employer": "Skeena Boatworks Ltd.", "title": "Boat builder", "from": "2026-09-01", "to": "2028-08-31",
            "city": "Prince Rupert", "country": "CA", "amount": 29.0, "currency": "CAD", "number": "A1234567",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pay", "amount"),
    [
        ("an annual salary of $45,760 for forty-four hours a week", 20.0),
        ("a wage, raised from CAD 19.00 to CAD 21.50 per hour,", 21.5),
        ("$23.10 per hour for thirty-seven and a half hours weekly", 23.1),
    ],
)
def test_a_pay_in_the_words_of_a_letter(pay: str, amount: float) -> None:
    reading = offer_of_employment.read(
        pdf(f"""
        Skeena Boatworks Ltd.
        Prince Rupert, BC

        May 2, 2026

        Dear Mr. Nnamdi Okafor,

        It is our intention to hire you in the capacity of Boat Builder. You would receive
        {pay} and a room.

        Dana Price, owner
    """)
    )
    (offer,) = rows(reading, "offer")
    assert (offer["title"], offer["amount"]) == ("Boat Builder", amount)


def test_a_secondment_is_offered_too() -> None:
    document = pdf("""
        Orion Optics Canada Inc.
        12 Lens Road, Guelph, Ontario

        May 2, 2026

        Dear Ms. Hana Novak,

        We confirm your secondment as Quality Manager of our Guelph plant from 1 July 2026 to 30 June 2028.
        Your salary is CAD 40.00 per hour.
    """)
    assert recognise_paper(document) == "offer-of-employment"
    (offer,) = rows(offer_of_employment.read(document), "offer")
    assert (offer["employer"], offer["title"]) == ("Orion Optics Canada Inc.", "Quality Manager")


def test_the_house_of_a_letterhead_in_one_line_and_no_addressee() -> None:
    document = docx("""
        Moulins du Nord ltée • 4, rue du Moulin, Dieppe (N.-B.) E1A 0A1 • 506-555-0100
        Dieppe, le 4 mai 2026
        À l'agent d'immigration
        Objet : offre d'emploi A0123456 – Mme Ida Sample
        Nous vous confirmons notre offre à Mme Sample, meunière, au taux de 24,10 $ l'heure.
        (signé) Paul Dyck
    """)
    assert rows(offer_of_employment.read(document), "offer")[0]["employer"] == "Moulins du Nord ltée"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("This letter is our promise of a job. You would be a Goat Herder at $19.00 an hour.", "Goat Herder"),
        (
            "Fundy Kelp Inc. (the “Company”) is happy to appoint you as Kelp Sorter at $19.00 an hour.",
            "Kelp Sorter",
        ),
    ],
)
def test_a_promise_and_an_appointment_are_offers(said: str, title: str) -> None:
    document = pdf(f"""
        Fundy Kelp Inc.
        Grand Manan, New Brunswick

        May 2, 2026

        Ms. Rosa Vera

        Dear Rosa,

        {said}
        Our Labour Market Impact Assessment is number 9123456.

        Ann Guptill
    """)
    (offer,) = rows(offer_of_employment.read(document), "offer")
    assert recognise_paper(document) == "offer-of-employment"
    assert (offer["employer"], offer["title"], offer["number"]) == ("Fundy Kelp Inc.", title, "9123456")


@pytest.mark.parametrize(
    ("addressee", "greeted", "name"),
    [
        ("Ms. Rima Saab, Beirut", "Rima", "Rima Saab"),
        ("Mrs. Rima Saab, Jounieh, Lebanon", "Rima", "Rima Saab"),
        ("VEGA DIAZ, Victoria", "Victoria", "VEGA DIAZ, Victoria"),
    ],
)
def test_the_town_behind_the_addressee_is_no_name(addressee: str, greeted: str, name: str) -> None:
    reading = offer_of_employment.read(
        docx(f"""
        Cedar Instruments Canada Inc.
        4 May 2026
        {addressee}
        Letter of offer
        Dear {greeted},
        We are pleased to offer you the position of calibration technician at our shop in Guelph, Ontario, from
            March 1, 2027 to February 28, 2029 at $31.00 per hour, 40 hours per week.
        Laura Benoit, Director
    """)
    )
    assert facts(reading)["full_name"] == name


@pytest.mark.parametrize(
    "post", ["un poste permanent de boulanger", "l'emploi saisonnier à temps plein de boulanger"]
)
def test_what_kind_of_post_it_is_stands_before_the_title(post: str) -> None:
    reading = offer_of_employment.read(
        docx(f"""
        Moulin du Lac inc.
        Objet : offre d'emploi
        Monsieur Nana,
        Nous avons le plaisir de vous offrir {post} à notre atelier de Caraquet, à 21,25 $ l'heure.
        Léonce Hébert, propriétaire
    """)
    )
    assert [row["title"] for row in rows(reading, "offer")] == ["boulanger"]


@pytest.mark.parametrize(
    ("words", "sure"),
    [
        ("We offer Ms. Sample the position of Analyst in Calgary", True),
        ("My employer offers me the position of Analyst in Calgary", False),
    ],
)
def test_an_employer_tells_an_officer_what_it_offers(words: str, sure: bool) -> None:
    text = f"""
        Cedar Software Ltd.
        October 26, 2026
        Re: transfer of Ida Sample
        Dear Officer,
        {words} from January 18, 2027 to January 17, 2029, at CAD 98,000 per year, 40 hours per week.
        Regards,
        Rosa Lane, President (signed)
    """
    document = docx(text)
    assert (offer_of_employment.recognise(document) >= 0.5) is sure
    if sure:
        (offer,) = rows(offer_of_employment.read(document), "offer")
        assert (offer["currency"], offer["amount"]) == ("CAD", pytest.approx(98_000 / 52 / 40, abs=0.01))


def test_a_greeting_in_french_is_no_part_of_the_name() -> None:
    reading = offer_of_employment.read(
        docx("""
        GARDERIE DES ÉRABLES INC.
        Winnipeg, le 24 août 2026
        Chère Leïla,
        Nous sommes heureux de vous offrir un poste d'éducatrice à notre garderie de Winnipeg.
        Entrée en fonction : 11 janvier 2027. Salaire : 23,80 $ l'heure.
        """)
    )
    assert facts(reading)["full_name"] == "Leïla"


def test_a_title_in_small_letters_behind_a_bullet() -> None:
    reading = offer_of_employment.read(
        docx("""
        LARCH TIMBER HOMES LTD.
        OFFER OF EMPLOYMENT
        Dear Iván Peña Duarte,
        We offer you employment on these terms:
        • Job: finish carpenter, at our Kamloops shop
        • Start: March 1, 2027; end: February 28, 2029
        • Pay: $31.40 per hour
        """)
    )
    assert rows(reading, "offer")[0]["title"] == "finish carpenter"
    other = offer_of_employment.read(
        docx("""
        LARCH TIMBER HOMES LTD.
        OFFER OF EMPLOYMENT
        Dear Iván Peña Duarte,
        We offer you employment on these terms:
        • Job: as you will be told by the foreman
        • Pay: $31.40 per hour
        """)
    )
    assert "title" not in rows(other, "offer")[0]


def test_the_pay_beside_what_is_paid_for_overtime() -> None:
    letter = """
        LARCH TIMBER HOMES LTD.
        OFFER OF EMPLOYMENT
        Dear Iván Peña Duarte,
        We offer you employment as carpenter at our Kamloops shop.
        {}
        """
    told = "Your wage will be $31.40 per hour for a 40-hour week; overtime is paid at $47.10 per hour."
    assert rows(offer_of_employment.read(docx(letter.format(told))), "offer")[0]["amount"] == 31.4
    other = "Overtime is paid at $47.10 per hour."
    assert "amount" not in rows(offer_of_employment.read(docx(letter.format(other))), "offer")[0]


def test_a_title_behind_which_a_sentence_begins() -> None:
    reading = offer_of_employment.read(
        docx("""
        Ruth and Samuel Penner
        OFFER OF EMPLOYMENT
        Dear Gloria Bautista,
        We are pleased to offer you work in our home in Morden, Manitoba.
        2. Job title: Home child care provider. You will look after our two sons.
        3. Wage: $18.20 per hour
        """)
    )
    assert rows(reading, "offer")[0]["title"] == "Home child care provider"


def test_a_post_for_both_genders_at_a_house_in_a_town() -> None:
    document = docx("""
        OFFRE D'EMPLOI
        Boulangerie Modèle inc. – 12, rue Principale, Gatineau (Québec)
        Le 8 septembre 2026
        Madame Ida Exemple,
        Nous vous offrons le poste de boulanger(ère)-pâtissier(ère) à notre établissement de Gatineau, du 1er février
            2027 au 31 janvier 2029, à 24,00 $ l'heure.
        Marc Modèle, propriétaire (signé)
    """)
    (offer,) = rows(offer_of_employment.read(document), "offer")
    assert (offer["title"], offer["city"]) == ("boulanger(ère)-pâtissier(ère)", "Gatineau")
