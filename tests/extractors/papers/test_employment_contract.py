"""Employment contracts: tables, articles, parties below headings; in English and French."""

import pytest

from consistency.extractors.papers import employment_contract, employment_letter
from tests.extractors.papers.made import docx, facts, pdf, rows


def test_parties_named_in_an_agreement_with_articles() -> None:
    document = pdf("""
        EMPLOYMENT AGREEMENT

        THIS AGREEMENT made this 8th day of August, 2026

        BETWEEN: Cascade Ridge Construction Ltd., a company incorporated under the laws of British
        Columbia, having its office at 55 Water Street, Kelowna, BC (hereinafter called the "Employer")

        AND: Olena Petrivna Shevchenko, of Lviv, Ukraine (hereinafter called the "Employee")

        WHEREAS the parties agree as follows:

        1. Position. The Employee shall be employed as a Carpenter (NOC 72310).
        2. Place of work. The Employee will work at Kelowna, British Columbia.
        3. Term. This agreement starts on 5 January 2027 and terminates on 4 January 2029.
        4. Wage. The Employer shall pay $32.50 per hour, 40 hours per week. Overtime is paid at $48.75 per hour.

        ____________________             ____________________
        Employer                         Employee
        Mark Olsen                       Olena Shevchenko
    """)
    reading = employment_contract.read(document)
    assert employment_contract.recognise(document) > 0.9
    assert facts(reading) == {"full_name": "Olena Petrivna Shevchenko", "document_date": "2026-08-08"}
    assert rows(reading, "offer") == [
        {
            "employer": "Cascade Ridge Construction Ltd.", "title": "Carpenter", "from": "2027-01-05",
            "to": "2029-01-04", "city": "Kelowna", "country": "CA", "amount": 32.5, "currency": "CAD",
        }
    ]  # fmt: skip


def test_a_french_contract_in_articles() -> None:
    document = docx("""
        CONTRAT DE TRAVAIL À DURÉE DÉTERMINÉE
        Entre : Transport Béliveau ltée, dont le siège est au 900, boulevard Industriel, Trois-Rivières
            (Québec), ci-après « l'Employeur »,
        et : Monsieur Mamadou Traoré, ci-après « l'Employé ».
        Les parties conviennent de ce qui suit.
        Article 1. L'Employeur engage l'Employé à titre de conducteur de camion (CNP 73300) à
            Trois-Rivières, Québec.
        Article 2. Le contrat débute le 15 janvier 2027 et prend fin le 14 janvier 2029.
        Article 3. Le salaire est de 26,40 $ de l'heure pour 40 heures par semaine.
        Fait à Trois-Rivières, le 9 septembre 2026
        L'Employeur : (signé) Luc Béliveau
        L'Employé : (signé) Mamadou Traoré
    """)
    reading = employment_contract.read(document)
    assert employment_contract.recognise(document) > 0.9
    assert (reading.language, reading.signed) == ("fr", True)
    assert facts(reading) == {"full_name": "Mamadou Traoré", "document_date": "2026-09-09"}
    assert rows(reading, "offer") == [
        {
            "employer": "Transport Béliveau ltée", "title": "conducteur de camion", "from": "2027-01-15",
            "to": "2029-01-14", "city": "Trois-Rivières", "country": "CA", "amount": 26.4, "currency": "CAD",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title",
    [
        "aide aux personnes âgées",
        "préposé à l'entretien ménager",
        "préposée au comptoir",
        "commis à la saisie",
    ],
)
def test_a_french_title_that_goes_on_behind_a_preposition(title: str) -> None:
    document = docx(f"""
        CONTRAT DE TRAVAIL
        Entre Manoir du Fleuve inc., Rimouski (Québec), l'employeur, et Aïcha Kaboré, la salariée.
        1. Poste : {title}
        2. Durée : du 15 janvier 2027 au 14 janvier 2029
        3. Salaire : 21,10 $ l'heure, 40 heures par semaine
    """)
    (offer,) = rows(employment_contract.read(document), "offer")
    assert offer["title"] == title


HEADED = {
    "side by side": """
        Contract

        Employer                                 Employee
        Name: Judith Ann Marsh                   Name: Maria Lourdes dela Cruz
        Address: 9 Elm Crescent, Guelph, ON      Address: Iloilo City, Philippines

        Job title: Home Child Care Provider
        Place of employment: Guelph, ON
        Commencement date: 2027/02/01            End of contract: 2029/01/31
        Rate of pay: $18.00/hr                   Hours of work: 40 hours per week

        The parties agree to these terms.

        Signature of employer: /s/ Judith Marsh          Date signed: 2026/10/05
        Signature of employee: /s/ M. dela Cruz          Date signed: 2026/10/07
    """,
    "one below the other": """
        EMPLOYMENT CONTRACT

        A. EMPLOYER
        Name: Judith Ann Marsh
        Address: 9 Elm Crescent, Guelph, ON

        B. EMPLOYEE
        Name: Maria Lourdes dela Cruz
        Address: Iloilo City, Philippines

        Job title: Home Child Care Provider
        Place of work: Guelph, ON
        Start date: 1 February 2027
        End date: 31 January 2029
        Wage: $18.00 per hour
        The parties agree to these terms.
        Signed on 5 October 2026
    """,
}


@pytest.mark.parametrize("layout", HEADED)
def test_parties_below_headings(layout: str) -> None:
    reading = employment_contract.read(pdf(HEADED[layout]))
    assert facts(reading) == {"full_name": "Maria Lourdes dela Cruz", "document_date": "2026-10-05"}
    assert rows(reading, "offer") == [
        {
            "employer": "Judith Ann Marsh", "title": "Home Child Care Provider", "from": "2027-02-01",
            "to": "2029-01-31", "city": "Guelph", "country": "CA", "amount": 18.0, "currency": "CAD",
        }
    ]  # fmt: skip


def test_an_employer_whose_name_runs_over_two_lines_of_its_cell() -> None:
    reading = employment_contract.read(
        pdf("""
        EMPLOYMENT CONTRACT

        Employer          Harbourfront International Seafoods and
                          Processing Co. Ltd., 12 Dock Street, Shediac, NB
        Employee          Nguyễn Thị Mai Anh
        Position          Fish Plant Worker (NOC 94142)
        Start date        2027-01-04
        End date          2029-01-03
        Wage              $17.50 per hour

        Signed on 2026-09-09
        For the Employer: (signed) Paul Roy
        Employee: (signed) Nguyễn Thị Mai Anh
    """)
    )
    (offer,) = rows(reading, "offer")
    assert offer["employer"] == "Harbourfront International Seafoods and Processing Co. Ltd."
    assert facts(reading)["full_name"] == "Nguyễn Thị Mai Anh"


def test_one_sentence_with_all_terms() -> None:
    reading = employment_contract.read(
        docx("""
        CONTRACT OF EMPLOYMENT
        This agreement is made between 9876543 Canada Inc. (operating as Sunrise Diner) of 5 Main St, Moose
            Jaw, SK (the Employer) and Mr. José María de la Cruz (the Employee).
        The Employer employs the Employee as a Line Cook at Moose Jaw, Saskatchewan, from 1 February 2027
            until 31 January 2029, at $16.00 per hour, 40 hours per week.
        Signed at Moose Jaw on October 3, 2026
    """)
    )
    assert facts(reading) == {"full_name": "José María de la Cruz", "document_date": "2026-10-03"}
    assert rows(reading, "offer") == [
        {
            "employer": "9876543 Canada Inc.", "title": "Line Cook", "from": "2027-02-01", "to": "2029-01-31",
            "city": "Moose Jaw", "country": "CA", "amount": 16.0, "currency": "CAD",
        }
    ]  # fmt: skip


BY_ARTICLES = """
    CONTRAT DE TRAVAIL À DURÉE DÉTERMINÉE
    ENTRE : Garage Exemple inc., dont le siège est au 210, rue Principale, Edmundston, représenté par M. Gilles Roy,
        ci-après « l'Employeur »
    ET : M. Yassine Exemple, domicilié à Safi, ci-après « le Salarié »
    Article 1 – Fonctions. {engages} à titre de mécanicien.
    Article 2 – Durée. Le contrat prend effet le 18 janvier 2027 et prend fin le 17 janvier 2029.
    Article 3 – Rémunération. Le taux horaire est de {pay}, à raison de 40 heures par semaine.
    Signé à Edmundston le 3 août 2026
"""


@pytest.mark.parametrize(
    "engages",
    [
        "L'Employeur retient les services du Salarié",
        "Le Salarié est engagé",
        "Le Salarié occupera son poste",
        "Le Salarié est affecté",
    ],
)
def test_a_french_contract_whose_articles_tell_the_terms(engages: str) -> None:
    document = docx(BY_ARTICLES.format(engages=engages, pay="27,50 $"))
    assert employment_contract.recognise(document) > 0.5
    reading = employment_contract.read(document)
    assert facts(reading) == {"full_name": "Yassine Exemple", "document_date": "2026-08-03"}
    (offer,) = rows(reading, "offer")
    assert offer == {
        "employer": "Garage Exemple inc.", "title": "mécanicien", "from": "2027-01-18", "to": "2029-01-17",
        "amount": 27.5, "currency": "CAD",
    }  # fmt: skip


@pytest.mark.parametrize("pay", ["27,50 MAD", "1 500 F CFA", "4 EUR"])
def test_a_contract_paid_in_other_money_is_of_a_job_elsewhere(pay: str) -> None:
    document = docx(BY_ARTICLES.format(engages="L'Employeur retient les services du Salarié", pay=pay))
    assert employment_contract.recognise(document) == 0.0


def test_other_contracts_and_letters_are_none() -> None:
    papers = (
        "TENANCY AGREEMENT|This agreement is made between Ann Lee (the landlord) and Ali Rahimi, worker.|Rent: $900",
        "Offer of Employment|We are pleased to offer you the position of Cook at $20.00 per hour in Halifax, NS.",
        "Employment letter|This is to certify that Ali Rahimi has been employed as Cook since May 2019.",
    )
    for paper in papers:
        assert employment_contract.recognise(docx(paper.replace("|", "\n"))) < 0.3, paper


def test_parties_each_below_a_word_of_its_own() -> None:
    document = pdf("""
        CONTRACT OF EMPLOYMENT

        Dated August 21, 2026

        BETWEEN

        Tri-Lakes Orchards Inc.
        88 Bench Road, Penticton BC
        (hereinafter the “Employer”)

        AND

        Mrs. Nadia Petrova Ilieva, of Plovdiv
        (hereinafter the “Employee”)

        1. The Employee is engaged as Orchard Supervisor and works in Kelowna.
        2. The contract starts on March 1, 2027 and ends on February 28, 2029.
        3. The Employer pays $24.10 per hour for 40 hours per week.
    """)
    reading = employment_contract.read(document)
    assert facts(reading) == {"full_name": "Nadia Petrova Ilieva", "document_date": "2026-08-21"}
    (job,) = rows(reading, "offer")
    assert (job["employer"], job["title"], job["city"]) == (
        "Tri-Lakes Orchards Inc.",
        "Orchard Supervisor",
        "Kelowna",
    )


def test_french_parties_below_words_of_their_own_the_worker_first() -> None:
    document = docx("""
        CONTRAT DE TRAVAIL
        ENTRE
        Mme Aïcha Bamba, demeurant à Bouaké (ci-après « l'Employée »)
        ET
        LES SERRES DU RUISSEAU INC., ayant son siège au 12, rang 3, Granby (Québec) (ci-après « l'Employeur »)
        1. Fonction
        L'Employeur embauche l'Employée à titre d'ouvrière de serre.
        2. Salaire
        L'Employée reçoit 18,40 $ l'heure pour 40 heures par semaine.
        Fait à Granby, le 4 mai 2026
        (signé) Aïcha Bamba, l'Employée
    """)
    reading = employment_contract.read(document)
    assert facts(reading)["full_name"] == "Aïcha Bamba"
    assert rows(reading, "offer")[0]["employer"] == "LES SERRES DU RUISSEAU INC."


def test_a_worker_named_with_the_home_and_lines_that_nobody_signed() -> None:
    text = """
        CONTRACT OF EMPLOYMENT
        Employer: Tamarack Bakery Inc., 4 Mill Road, Kenora, Ontario
        Employee: Davit Gelashvili, Kutaisi, Georgia
        Job title: Baker
        Wage: $22.00 per hour, 40 hours per week
        Dated 3 March 2026
        ______________________ for the Company
        ______________________ Employee
    """
    reading = employment_contract.read(docx(text))
    assert facts(reading)["full_name"] == "Davit Gelashvili"
    assert reading.signed is False
    assert employment_contract.read(docx(text.replace("_" * 22, "(signed) A. Poe,"))).signed is True


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("GELASHVILI, Davit", "GELASHVILI, Davit"),
        ("Davit Gelashvili, Kutaisi", "Davit Gelashvili"),
        ("Davit Gelashvili, Georgian", "Davit Gelashvili"),
    ],
)
def test_what_stands_behind_the_comma_of_a_name(told: str, name: str) -> None:
    document = docx(f"""
        CONTRACT OF EMPLOYMENT
        Employer: Tamarack Bakery Inc.
        Employee: {told}
        Job title: Baker
        Wage: $22.00 per hour, 40 hours per week
    """)
    assert facts(employment_contract.read(document))["full_name"] == name


@pytest.mark.parametrize(
    "signs", ["Employer: Ann Roy    {day}", "Signed: A. Roy, {day}", "For the Company: Ann Roy, {day}"]
)
def test_the_day_beside_a_signature_dates_a_contract(signs: str) -> None:
    document = docx(f"""
        Employment Agreement
        EMPLOYER | Birch Lake Lumber Ltd.
        EMPLOYEE | Tomas Vesely
        POSITION | Sawmill operator
        The Worker is hired for the season from May 4, 2026 to October 30, 2026 at $24.00 an hour.
        The parties respect the standards of the province.
        {signs.format(day="April 2, 2026")}
        Employee: Tomas Vesely    April 9, 2026
    """)
    assert employment_contract.recognise(document) > 0.5
    assert facts(employment_contract.read(document))["document_date"] == "2026-04-02"


def test_the_first_party_is_the_employer_whatever_it_is_called() -> None:
    document = docx("""
        EMPLOYMENT CONTRACT
        Between BIRCH LAKE LODGE LTD. (hereinafter the "Lodge") of the first part and TOMAS VESELY (hereinafter the
            "Cook") of the second part.
        1. Engagement
        The Lodge engages the Cook from 4 May 2026 to 3 May 2028.
        2. Pay
        $19.50 an hour, 40 hours a week.
        Signed at Kenora on 2 April 2026
    """)
    (offer,) = rows(employment_contract.read(document), "offer")
    assert employment_contract.recognise(document) > 0.5
    assert offer["employer"] == "BIRCH LAKE LODGE LTD."


def test_the_host_of_a_secondment_employs_and_lines_to_sign_and_date_are_blank() -> None:
    document = docx("""
        SECONDMENT AGREEMENT
        between Orion Optics Ltd. ("Home Company"), Orion Optics Canada Inc. ("Host Company") and Ms. Hana Novak
            ("Secondee")
        1. Secondment. The Secondee shall work for the Host Company in Guelph, Ontario from 1 July 2026 to 30 June
            2028 as Quality Manager.
        2. Return. The Secondee then resumes a position of equal rank.
        Host Company: ____________________   Date: __________
    """)
    reading = employment_contract.read(document)
    (offer,) = rows(reading, "offer")
    assert employment_contract.recognise(document) > 0.5
    assert (offer["employer"], offer["title"]) == ("Orion Optics Canada Inc.", "Quality Manager")
    assert reading.signed is False


def test_who_signs_for_the_employer_is_none() -> None:
    text = """
        EMPLOYMENT AGREEMENT
        Mill Foods Ltd. (the Employer) and Ida Sample (the Employee)
        Wage: $20.15 per hour, 40 hours per week
        Employer: (signed) Paul Dyck Employee: (signed) Ida Sample
    """
    assert rows(employment_contract.read(pdf(text)), "offer")[0]["employer"] == "Mill Foods Ltd."


@pytest.mark.parametrize(
    ("party", "signer"),
    [
        ("the Company", "Company: Paul Dyck, HR Manager"),
        ("“Company”", "Company: Paul Dyck, HR Manager, signed September 12, 2026"),
        ("la Société", "Employeur : Paul Dyck, directeur général"),
        ("the Firm", "Employer: Paul Dyck, signed on 4 May 2026"),
    ],
)
def test_who_signs_with_a_post_is_no_employer(party: str, signer: str) -> None:
    text = f"""
        EMPLOYMENT AGREEMENT
        Mill Foods Inc. ({party}) and Ida Sample (the Employee) agree:
        Position: Baker
        {signer}
        Employee: Ida Sample
    """
    assert rows(employment_contract.read(docx(text)), "offer")[0]["employer"] == "Mill Foods Inc."


@pytest.mark.parametrize("name", ["Mill Foods", "Mill Foods, Regina", "Prairie Managers Ltd."])
def test_an_employer_beside_its_label_stays_one(name: str) -> None:
    text = f"""
        EMPLOYMENT AGREEMENT
        Employer: {name}
        Employee: Ida Sample
        Position: Baker
    """
    told = rows(employment_contract.read(docx(text)), "offer")[0]["employer"]
    assert str(told).startswith(name.split(",", maxsplit=1)[0].removesuffix(" Ltd."))


@pytest.mark.parametrize(
    "line",
    [
        "For the employer: (signed) Paul Dyck, owner – 4 May 2026",
        "Signed: Paul Dyck, 4 May 2026",
        "/s/ Paul Dyck (4 May 2026)",
    ],
)
def test_a_day_behind_a_signature_is_the_contracts(line: str) -> None:
    text = f"""
        EMPLOYMENT AGREEMENT
        Employer: Mill Foods Ltd.    Employee: Ida Sample
        Start date: 16 November 2026    End date: 15 November 2028
        {line}
    """
    assert facts(employment_contract.read(docx(text)))["document_date"] == "2026-05-04"


def test_the_undersigned_agree_in_french() -> None:
    document = docx("""
        CONTRAT DE TRAVAIL
        Entre les soussignés : Ferme du Ruisseau enr., représentée par Luc Roy, Saint-Narcisse (Québec), d'une part, et
            Madame Aya Kouassi, d'autre part, il a été convenu ce qui suit :
        Article 1 - Madame Kouassi est embauchée comme ouvrière agricole pour deux ans à compter du 1er mars 2027.
        Article 2 - Elle touchera 18,60 $ l'heure à raison de quarante heures par semaine.
        Fait à Saint-Narcisse, le 11 août 2026
    """)
    (offer,) = rows(employment_contract.read(document), "offer")
    assert employment_contract.recognise(document) > 0.5
    assert (offer["employer"], offer["title"], offer["amount"]) == (
        "Ferme du Ruisseau enr.",
        "ouvrière agricole",
        18.6,
    )


def test_the_day_behind_for_whom_it_was_signed() -> None:
    document = docx("""
        EMPLOYMENT CONTRACT
        Between Lakeside Manor Ltd., Gimli, Manitoba (employer) and Aster Kebede (employee).
        Job title: Cook
        Term: 1 March 2027 - 28 February 2029
        Wage: $18.10 per hour, 40 hours per week
        Signed for the employer on 14 August 2026: Lena Thor
        Signed by the employee on 22 August 2026: Aster Kebede
    """)
    assert facts(employment_contract.read(document))["document_date"] == "2026-08-14"


def test_a_single_name_before_its_town_and_state() -> None:
    text = """
    IN-HOME CAREGIVER EMPLOYMENT CONTRACT
    Employer: Carla Dyck, 5 Elm Road, Cochrane, Alberta
    Employee: Ratna, Slawi, Indonesia
    Job: Home support worker
    Period: February 8, 2027 to February 7, 2029
    Wage: $19.00 per hour
    Signed: Carla Dyck, October 1, 2026; Ratna, October 14, 2026
    """
    assert facts(employment_contract.read(docx(text)))["full_name"] == "Ratna"
    turned = text.replace("Ratna, Slawi, Indonesia", "TAN, Mei Hua, Singapore")
    assert "Mei Hua" in facts(employment_contract.read(docx(turned)))["full_name"]


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (
            "opératrice de machine à coudre industrielle à Edmundston",
            "opératrice de machine à coudre industrielle",
        ),
        ("opérateur de scie à bois à Edmundston", "opérateur de scie à bois"),
        ("soudeuse à Edmundston", "soudeuse"),
    ],
)
def test_what_a_machine_is_for_is_no_place(told: str, title: str) -> None:
    text = f"""
        CONTRAT DE TRAVAIL
        ENTRE : Ateliers Exemple ltée, ci-après « l'employeur », ET : Ida Exemple, ci-après « l'employée »
        Article 1. L'employée occupera le poste de {told} (Nouveau-Brunswick).
        Article 2. Le salaire est de 18,40 $ l'heure.
    """
    assert rows(employment_contract.read(docx(text)), "offer")[0]["title"] == title


def test_two_blanks_for_signatures_on_one_line_before_an_annex() -> None:
    text = """
        CONTRACT OF EMPLOYMENT
        Employer: Larch Timber Homes Ltd., 12 Mill Road, Kamloops, British Columbia
        Employee: Iván Peña
        1. The Employer hires the Employee as a Carpenter for the period 1 March 2027 - 28 February 2029.
        Date: August 29, 2026
        {}

        APPENDIX A
        Regular hours: 40 hours a week. Wage: $31.40/hour.
    """
    blank = "Employer: ____________ Employee: ____________"
    signed = "Employer: (signed) Ida Sample Employee: (signed) Iván Peña"
    assert employment_contract.read(pdf(text.format(blank))).signed is False
    assert employment_contract.read(pdf(text.format(signed))).signed is True


def test_a_contract_of_party_a_and_party_b_with_days_behind_the_signatures() -> None:
    document = docx("""
        EMPLOYMENT CONTRACT
        Party A (Employer): Quiet Pines Spa Inc.
        Party B (Employee): Wu Meilan
        1. Party A employs Party B as a massage practitioner at 12 Fir Street, Burnaby, British Columbia.
        2. The contract begins on February 8, 2027 and ends on February 7, 2028.
        3. Party A pays Party B as stated in Annex 1.
        Annex 1: Remuneration
        Base: CAD 27.50 per hour, 35 hours per week.
        Party A: Vivian Roe (signed), August 28, 2026     Party B: Wu Meilan (signed), September 3, 2026
    """)
    assert employment_contract.recognise(document) > 0.5
    reading = employment_contract.read(document)
    assert facts(reading) == {"full_name": "Wu Meilan", "document_date": "2026-08-28"}
    (offer,) = rows(reading, "offer")
    assert (offer["employer"], offer["title"], offer["amount"]) == (
        "Quiet Pines Spa Inc.",
        "massage practitioner",
        27.5,
    )


def test_the_word_before_the_first_party_is_no_part_of_its_name() -> None:
    reading = employment_contract.read(
        docx("""
        CONTRAT INDIVIDUEL DE TRAVAIL
        Entre Laiterie du Fleuve inc. (l'employeur), 88, route 132, Matane (Québec), et Karim Haddad (l'employé).
        1. L'employé est embauché comme boucher.
        2. L'emploi commence le 15 février 2027 et se termine le 14 février 2029.
        Signé le 7 septembre 2026 par l'employeur : Réjean Roy (signé)
        """)
    )
    assert rows(reading, "offer")[0]["employer"] == "Laiterie du Fleuve inc."


@pytest.mark.parametrize("title", ["Caregiver contract", "NANNY AGREEMENT", "Domestic worker contract"])
def test_a_contract_called_after_the_work(title: str) -> None:
    document = docx(f"""
        {title}
        Employer: Rosa Rey
        Caregiver: Ida Sample
        Job: Home support worker
        Place: 140 Regent Street, North Bay, Ontario
        From January 15, 2027 to January 14, 2029
        Pay: $20.00 per hour, 40 hours per week
        North Bay, July 6, 2026 – Rosa Rey (signed)
        Lima, July 20, 2026 – Ida Sample (signed)
    """)
    assert employment_contract.recognise(document) >= 0.5
    (offer,) = rows(employment_contract.read(document), "offer")
    assert (offer["employer"], offer["title"]) == ("Rosa Rey", "Home support worker")


@pytest.mark.parametrize(
    ("told", "employer"),
    [
        (
            'CONTRACT OF EMPLOYMENT\nRiver Bend Care Home Inc. ("the Home") of 500 Main Street, Selkirk, Manitoba '
            "employs Ida Sample as a nurse aide.\nHours: 37.5 per week",
            "River Bend Care Home Inc",
        ),
        (
            "EMPLOYMENT AGREEMENT\nThis agreement is made on 3 September 2026. Prairie Haulage Ltd., 12 Elm Road, "
            'Brandon, Manitoba (hereinafter "Company") hereby engages Ida Sample as a nurse aide.',
            "Prairie Haulage Ltd",
        ),
        (
            'NURSE AIDE EMPLOYMENT CONTRACT\nParties: Prairie Care Inc. ("PCI"), 12 Elm Road, Brandon, Manitoba, and '
            "Ida Sample (the Aide).\n1. PCI employs the Aide as a nurse aide.",
            "Prairie Care Inc.",
        ),
        (
            "CONTRAT DE TRAVAIL\nFermes du Richelieu s.e.n.c., dont le siège est au 88, rang Saint-Thomas, Saint-Ours "
            "(Québec), embauche Mme Ida Sample à titre de nurse aide.",
            "Fermes du Richelieu s.e.n.c",
        ),
    ],
)
def test_an_employer_whose_address_stands_before_what_it_does(told: str, employer: str) -> None:
    document = docx(
        f"{told}\nFrom 15 February 2027 to 14 February 2028, CAD 22.15 per hour.\nSigned: Rosa Rey; Ida Sample"
    )
    assert employment_contract.recognise(document) >= 0.5
    (offer,) = rows(employment_contract.read(document), "offer")
    assert (offer["employer"], offer["title"]) == (employer, "nurse aide")


@pytest.mark.parametrize(
    ("told", "amount"),
    [
        (
            "The Employee will be paid $36.00 per hour, overtime after 8 hours a day at one and a half times.",
            36.0,
        ),
        ("Wage: $19.00 an hour; housing deduction of $30 a week", 19.0),
        ("L'employé touche 24,50 $ l'heure, et les heures supplémentaires à taux et demi.", 24.5),
        ("Overtime is paid at $54.00 per hour.", None),
        ("The employer pays rent of $200 per week.", None),
    ],
)
def test_the_pay_stands_before_what_is_no_pay(told: str, amount: float | None) -> None:
    document = docx(f"""
        EMPLOYMENT CONTRACT – BUTCHER
        Employer: Redfern Meats Ltd., Guelph, Ontario
        Employee: Ida Sample
        {told}
    """)
    (offer,) = rows(employment_contract.read(document), "offer")
    assert (offer["title"], offer.get("amount")) == ("BUTCHER", amount)


def test_no_trade_stands_behind_the_heading() -> None:
    document = docx("""
        EMPLOYMENT CONTRACT – AGRICULTURAL STREAM
        Employer: Redfern Farms Ltd., Guelph, Ontario
        Employee: Ida Sample
    """)
    (offer,) = rows(employment_contract.read(document), "offer")
    assert "title" not in offer


def test_two_parties_that_are_called_nothing() -> None:
    document = docx("""
        Employment contract
        This contract is between Redfern Sushi and Sons Ltd., 19 Mill Street, Guelph, Ontario, and Ida Sample.
        Position: Sushi chef
        Start: May 1, 2026. End: April 30, 2028.
        Wage $23.00 per hour, 40 hours a week.
    """)
    assert employment_contract.recognise(document) >= 0.5
    reading = employment_contract.read(document)
    assert facts(reading)["full_name"] == "Ida Sample"
    assert rows(reading, "offer")[0]["employer"] == "Redfern Sushi and Sons Ltd."


def test_an_offer_and_contract_in_one() -> None:
    document = docx("""
        OFFER AND CONTRACT OF EMPLOYMENT
        Redfern Hospitality Ltd. (the Employer), 55 Main Street, Guelph, Ontario, offers Ida Sample (the Employee) work
            as a Cook in the kitchen of its inn.
        The job starts on April 1, 2027 and ends on March 31, 2029.
        Hours: 40 per week. Wage: $19.50 per hour.
        Date: October 5, 2026   Rosa Rey, Owner (signed)
    """)
    assert employment_contract.recognise(document) >= 0.5


@pytest.mark.parametrize(
    "title", ["SETTLEMENT OF EMPLOYMENT CONTRACT (FINIQUITO)", "Termination of work contract", "Finiquito"]
)
def test_what_settles_a_contract_is_none(title: str) -> None:
    document = docx(f"""
        {title}
        In Santiago, on April 3, 2020, between FONDA DEL SUR LTDA., RUT 77.018.442-9, and Ida Sample, it is agreed:
        FIRST: The worker rendered services as kitchen helper from April 16, 2018 to March 31, 2020.
        SECOND: The employer pays the worker $1.244.310 for years of service.
        Signed before the notary of Recoleta.
    """)
    assert employment_contract.recognise(document) < 0.5
    assert employment_letter.recognise(document) >= 0.5
    reading = employment_letter.read(document)
    (job,) = rows(reading, "job")
    assert (job["employer"], job["title"], job["to"]) == (
        "FONDA DEL SUR LTDA.",
        "kitchen helper",
        "2020-03-31",
    )
    assert reading.signed
    assert facts(reading)["document_date"] == "2020-04-03"
