"""Records of work that others keep: rows by employer, a labour book's entries, one job beside labels."""

import pytest

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import employment_record
from consistency.normalizer.organisations import compare
from tests.extractors.papers.made import docx, facts, pdf, rows

INSURED = """
    SOCIAL SECURITY INSTITUTE
    Statement of contributions

    Name: Rosa Quispe Huaman        Date of birth: 1990-02-11

    No.   Employer                  From          To            Months
    1     Panaderia Sol S.A.C.      2012-03-05    2015-06-30    39
    2     Hotel Misti E.I.R.L.      2015-07-06    2019-12-31    53
    3     Mercado Central S.A.      2020-02-03                  70

    Issued on 2025-12-15
"""


def test_the_rows_of_an_insurance_are_jobs() -> None:
    document = pdf(INSURED)
    reading = employment_record.read(document)
    assert recognise_paper(document) == "employment-record"
    assert facts(reading) == {"full_name": "Rosa Quispe Huaman", "document_date": "2025-12-15"}
    assert [(job["employer"], job["from"], job["to"]) for job in rows(reading, "job")] == [
        ("Panaderia Sol S.A.C.", "2012-03-05", "2015-06-30"),
        ("Hotel Misti E.I.R.L.", "2015-07-06", "2019-12-31"),
        ("Mercado Central S.A.", "2020-02-03", "present"),
    ]


def test_months_declared_up_to_the_last_ones_go_on() -> None:
    reading = employment_record.read(
        pdf("""
        CAISSE DE SÉCURITÉ SOCIALE
        Attestation de déclaration de salaires
        L'assurée DIALLO AMINATA, immatriculée sous le n° 4410, a fait l'objet des déclarations ci-après :

        Employeur               Du         Au         Jours
        CONSERVES DU CAP SA     06/2014    12/2018    1410
        HOTEL DES ILES          02/2019    08/2025    1980

        Édité le 02/10/2025
    """)
    )
    assert facts(reading) == {"full_name": "DIALLO AMINATA", "document_date": "2025-10-02"}
    assert [(job["from"], job["to"]) for job in rows(reading, "job")] == [
        ("2014-06", "2018-12"),
        ("2019-02", "present"),
    ]


LINES = (
    "2014-05-12 | Hired as a fitter of the 2nd grade, repair shop | Order 11 of 11.05.2014",
    "2016-09-01 | Transferred to the position of fitter of the 4th grade | Order 40 of 30.08.2016",
    "2019-03-29 | Dismissed at own will, Art. 38 | Order 9 of 29.03.2019",
)


@pytest.mark.parametrize("still", [False, True])
def test_the_entries_of_a_labour_book_make_one_job(still: bool) -> None:
    entries = "\n        ".join(LINES[: 2 if still else 3])
    document = docx(f"""
        EMPLOYMENT RECORD BOOK
        Surname: Hakobyan  Name: Aram
        Date of completion: 02 June 2009
        Date | Information on hiring, transfers and dismissal | Basis
        OJSC "Ararat Pump Plant"
        {entries}
        Translated on 7 July 2024
    """)
    reading = employment_record.read(document)
    assert recognise_paper(document) == "employment-record"
    assert facts(reading)["document_date"] == "2024-07-07"
    (job,) = rows(reading, "job")
    assert (job["employer"], job["title"]) == ("OJSC Ararat Pump Plant", "fitter of the 4th grade")
    assert (job["from"], job["to"]) == ("2014-05-12", "present" if still else "2019-03-29")


def test_an_entry_of_a_labour_book_names_its_employer() -> None:
    document = docx("""
        EMPLOYMENT RECORD BOOK
        Surname: Hakobyan  Name: Aram
        No. | Date | Information on hiring, transfer and dismissal | Basis
        1 | 12.05.2014 | OJSC "Ararat Pump Plant". Hired as a fitter of the 2nd grade | Order 11
        2 | 29.03.2019 | Dismissed at own will, Art. 38 | Order 9
        3 | 01.04.2019 | CJSC "Lori Kran": appointed as a crane operator | Order 3
        Translated on 7 July 2024
    """)
    assert [
        (job["employer"], job["title"], job["to"]) for job in rows(employment_record.read(document), "job")
    ] == [
        ("OJSC Ararat Pump Plant", "fitter of the 2nd grade", "2019-03-29"),
        ("CJSC Lori Kran", "crane operator", "present"),
    ]


def test_a_labour_book_tells_that_an_employer_got_another_name() -> None:
    document = docx("""
        EMPLOYMENT RECORD BOOK
        Surname: Hakobyan  Name: Aram
        No. | Date | Information on hiring, transfer and dismissal | Basis
        1 | 12.05.2014 | LLC "Sevan Tools". Hired as a turner | Order 11
        2 | 20.10.2016 | LLC "Sevan Tools" was renamed and reorganised into CJSC "Gegharkunik Machines" | Order 2
        3 | 29.03.2019 | Dismissed at own will | Order 9
        Translated on 7 July 2024
    """)
    (job,) = rows(employment_record.read(document), "job")
    assert (job["title"], job["from"], job["to"]) == ("turner", "2014-05-12", "2019-03-29")
    for name in ("Sevan Tools", "Gegharkunik Machines"):
        assert compare(str(job["employer"]), name).agrees
    assert not compare(str(job["employer"]), "Hrazdan Machines").agrees


def test_an_entry_of_a_labour_book_names_its_employer_behind_the_post() -> None:
    document = docx("""
        EMPLOYMENT RECORD BOOK
        Surname: Hakobyan  Name: Aram
        No. | Date | Information on hiring, transfer and dismissal | Basis
        1 | 12.05.2014 | Hired as a turner at Workshop No. 9 | Order 11
        2 | 29.03.2019 | Dismissed at own will | Order 9
        Translated on 7 July 2024
    """)
    (job,) = rows(employment_record.read(document), "job")
    assert (job["employer"], job["title"]) == ("Workshop No. 9", "turner")


def test_a_record_of_employment_tells_one_job() -> None:
    document = pdf("""
        Service Canada
        RECORD OF EMPLOYMENT (ROE)

        4 Employer's name and address      Red Barn Poultry Ltd., 8 Concession Road 2, Woodstock ON
        9 Employee's name and address      KOFI MENSAH
        10 First day worked                2024-04-15
        11 Last day for which paid         2024-11-08
        13 Occupation                      Poultry catcher
        15A Total insurable hours          1,204
    """)
    (job,) = rows(employment_record.read(document), "job")
    assert recognise_paper(document) == "employment-record"
    assert job == {
        "employer": "Red Barn Poultry Ltd.", "title": "Poultry catcher", "from": "2024-04-15", "to": "2024-11-08",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "STATEMENT OF CONTRIBUTIONS\nYou gave 20.00 to the parish in 2024.",
        "Record of employment interviews held\nThis is to certify that Mr. Kofi Mensah attended on 2024-04-15.",
    ],
)
def test_other_statements_are_none(text: str) -> None:
    assert recognise_paper(pdf(text)) != "employment-record"


def test_the_number_of_an_employer_is_no_name_and_the_end_of_the_last_month_no_end() -> None:
    reading = employment_record.read(
        pdf("""
        CAISSE NATIONALE
        Relevé de carrière du travailleur
        Nom et prénoms : KOUASSI AYA

        Employeur               N° employeur    Du            Au            Salaire soumis
        SAVONNERIE DU NORD      118 422         02/04/2012    31/12/2018    12 480 000
        ETS BAOBAB              205 771         04/02/2019    31/08/2025    24 310 000

        Édité le 10/09/2025
    """)
    )
    assert [(job["employer"], job["from"], job["to"]) for job in rows(reading, "job")] == [
        ("SAVONNERIE DU NORD", "2012-04-02", "2018-12-31"),
        ("ETS BAOBAB", "2019-02-04", "present"),
    ]


def test_labels_under_each_employer_tell_a_job_each() -> None:
    document = pdf("""
        CARTEIRA DE TRABALHO (sworn translation)

        Employer: PADARIA AURORA LTDA
        Position: Baker
        Date of admission: March 4, 2013
        Date of departure: June 28, 2019

        Employer: HOTEL MIRANTE LTDA
        Position: Night porter
        Date of admission: August 1, 2019
        Date of departure:
    """)
    reading = employment_record.read(document)
    assert recognise_paper(document) == "employment-record"
    assert "document_date" not in facts(reading)
    assert [(job["employer"], job["title"], job["to"]) for job in rows(reading, "job")] == [
        ("PADARIA AURORA LTDA", "Baker", "2019-06-28"),
        ("HOTEL MIRANTE LTDA", "Night porter", "present"),
    ]


WEEKS = """
    Translated from Spanish
    MEXICAN INSTITUTE OF SOCIAL SECURITY
    Proof of weeks contributed
    Name: BENITO SOSA REYES
    Date of issue: 2 May 2026

    Employer name             FERRETERA DEL BAJIO SA DE CV
    Employer registration     K1170044
    Date of registration      04/02/2018
    Date of withdrawal        19/11/2021

    Employer name             TALLER MECANICO ORTEGA
    Employer registration     K1170099
    Date of registration      10/01/2022
    Date of withdrawal        Current
"""


def test_each_employer_beside_labels_is_a_job() -> None:
    document = pdf(WEEKS)
    assert recognise_paper(document) == "employment-record"
    told = [
        (job["employer"], job["from"], job["to"]) for job in rows(employment_record.read(document), "job")
    ]
    assert told == [
        ("FERRETERA DEL BAJIO SA DE CV", "2018-02-04", "2021-11-19"),
        ("TALLER MECANICO ORTEGA", "2022-01-10", "present"),
    ]


def test_a_history_without_ends_tells_beginnings_alone() -> None:
    document = pdf("""
        SOCIAL SECURITY SYSTEM
        EMPLOYMENT HISTORY
        Name:  OCAMPO, LIZA BELEN
        Employer ID     Employer Name               Reporting Date     Employment Date
        0911827         VISAYAN SHELLCRAFT CORP     04/15/2016         03/21/2016
        0711200         CEBU TIDE HOTEL INC         07/02/2019         06/17/2019
        Printed on 01/30/2026
    """)
    assert recognise_paper(document) == "employment-record"
    told = rows(employment_record.read(document), "job")
    assert [(job["employer"], job["from"]) for job in told] == [
        ("VISAYAN SHELLCRAFT CORP", "2016-03-21"), ("CEBU TIDE HOTEL INC", "2019-06-17"),
    ]  # fmt: skip
    assert not any("to" in job for job in told)


FUND = """
    EMPLOYEES' PROVIDENT FUND ORGANISATION
    Service History
    Name: LATHA MENON

    S.No.  Member Id     Establishment        Date of        Date of Exit  Date of Exit
                         Name                 Joining EPF    EPF           Reason

    1      KRBNG0044     NILGIRI TEA WORKS    01-07-2016     30-09-2018    CESSATION

    Printed on 04-03-2026
"""
PENSION = """
    Lagoon Pension Managers Limited
    RETIREMENT SAVINGS ACCOUNT STATEMENT
    Name        EZE CHIOMA BLESSING
    Employer    ANAMBRA BREWERIES PLC
    Last contribution received    Nov 2019

    Pay date       Description              Employer    Employee    Balance
    30-Nov-2018    Contribution Nov 2018    4,100       3,200       310,440
"""


@pytest.mark.parametrize(
    ("text", "employer", "paid"),
    [
        (FUND, "NILGIRI TEA WORKS", ("2016-07-01", "2018-09-30")),
        (PENSION, "ANAMBRA BREWERIES PLC", ("2019-11", "2019-11")),
    ],
)
def test_a_fund_proves_work_while_it_was_paid_for(text: str, employer: str, paid: tuple[str, str]) -> None:
    document = pdf(text)
    assert recognise_paper(document) == "employment-record"
    (job,) = rows(employment_record.read(document), "job")
    assert (job["employer"], str(job["paid_from"]), str(job["paid_to"])) == (employer, *paid)
    assert "from" not in job


def test_a_list_of_one_s_own_jobs_is_no_record() -> None:
    document = pdf("""
        Rosa Marin
        EMPLOYMENT HISTORY
        Employer             From       To
        Blue Door Cafe       2015       2018
    """)
    assert employment_record.recognise(document) == 0.0


def test_the_statement_of_a_member_is_a_record_where_an_office_keeps_it() -> None:
    document = pdf("""
        NATIONAL SOCIAL SECURITY FUND
        MEMBER STATEMENT
        Member name: NAMULI RUTH
        Employer                 Date joined    Last contribution
        LAKE LAUNDRY LTD         03/2016        08/2019
        HILLTOP CATERERS LTD     10/2019        01/2022
        Printed 03/06/2025
    """)
    assert recognise_paper(document) == "employment-record"
    told = [
        (job["employer"], job["from"], job["to"]) for job in rows(employment_record.read(document), "job")
    ]
    assert told == [
        ("LAKE LAUNDRY LTD", "2016-03", "2019-08"),
        ("HILLTOP CATERERS LTD", "2019-10", "2022-01"),
    ]


SERVICE = """
    SOCIAL SECURITY INSTITUTION
    4A REGISTRATION AND SERVICE STATEMENT
    Identity No: 90118822704   Name Surname: GÜL SAMPLE
    Workplace No    Workplace title      Date of entry    Date of exit    Days
    1144.033        TOPRAK GIDA A.Ş.     04.05.2009       28.10.2011      892
    4477.033        ÇINAR OTEL LTD.      01.09.2021       –               1865
    Created on 02.11.2026
"""
CONTRACTS = """
    LABOUR EXCHANGE
    Extract from the accounting of labour contracts
    Employer (BIN)       Position      Contract date    Start of work    End of work
    TOO Betpak Metal     Fitter        04.05.2009       04.05.2009       28.10.2011
    AO Saryozek Stan     Turner        30.08.2021       01.09.2021       in force
    Formed 02.11.2026
"""


@pytest.mark.parametrize("text", [SERVICE, CONTRACTS])
def test_services_and_contracts_as_an_office_lists_them(text: str) -> None:
    document = pdf(text)
    reading = employment_record.read(document)
    assert recognise_paper(document) == "employment-record"
    assert [(job["from"], job["to"]) for job in rows(reading, "job")] == [
        ("2009-05-04", "2011-10-28"), ("2021-09-01", "present")
    ]  # fmt: skip


def test_a_member_is_named_behind_the_number() -> None:
    document = pdf("""
        PENSIONES SAMPLE AFP
        CONSOLIDATED WORK HISTORY
        Member CC 1.053.788.214 – ROSA QUISPE HUAMAN
        Employer             NIT          From       To         Weeks
        PANADERIA SOL SAS    900411820    2011-10    2014-01    120
        Generated on 2026/10/21
    """)
    assert facts(employment_record.read(document))["full_name"] == "ROSA QUISPE HUAMAN"


def test_a_time_of_service_by_employer() -> None:
    document = pdf("""
        INSTITUTE OF SOCIAL SECURITY
        TIME OF SERVICE BY EMPLOYER
        Insured person: QUISPE ROSA
        RUC              Employer                From       To         Contributions
        0590044118001    ROSAS SAMPLE S.A.       2006-03    2010-12    58
        1791182044001    OTRA CARGA S.A.         2011-02    2016-07    66
        Generated 2026-11-04
    """)
    assert recognise_paper(document) == "employment-record"
    assert [job["from"] for job in rows(employment_record.read(document), "job")] == ["2006-03", "2011-02"]


def test_a_statement_of_social_insurance_contributions() -> None:
    document = docx("""
        STATEMENT OF SOCIAL INSURANCE CONTRIBUTIONS
        General Office of Social Insurance
        Insured: Bold Bat    Register No.: 87090318
        No. | Employer | From | To
        1 | Selenge Meat JSC | 2009.02 | 2015.03
        2 | Erdenet Market LLC | 2019.03 | 2025.09
        Date: 2025.10.08
    """)
    assert employment_record.recognise(document) >= 0.5
    assert [
        (row["employer"], row["from"], row["to"]) for row in rows(employment_record.read(document), "job")
    ] == [
        ("Selenge Meat JSC", "2009-02", "2015-03"),
        ("Erdenet Market LLC", "2019-03", "present"),
    ]


def test_a_labour_book_in_french_names_the_post() -> None:
    reading = employment_record.read(
        docx("""
    EXTRAIT DU LIVRET DE TRAVAIL (traduction)
    No | Date | Renseignements | Ordonnance
    1 | 04.09.2006 | Entreprise privée « Zorya », Soumy. Embauchée comme couturière | no 12
    2 | 31.08.2018 | Licenciée à sa demande | no 29
    """)
    )
    (job,) = rows(reading, "job")
    assert (job["employer"], job["title"]) == ("Entreprise privée Zorya, Soumy", "couturière")
    assert compare(str(job["employer"]), "PP Zorya").agrees
    assert not compare(str(job["employer"]), "PP Svitanok").agrees


def test_a_labour_card_tells_tax_numbers_and_codes_of_trades() -> None:
    document = docx("""
        CARNET DE TRAVAIL ET DE PRÉVOYANCE SOCIALE NUMÉRIQUE
        Employeur | Fonction (CBO) | Admission | Fin
        CUVES LTDA CNPJ 11.223.448/0001-90 | Soudeur (7243-15); dès 01/02/2023 : chef | 02/09/2019 | en cours
        FUNDIÇÃO EXEMPLO S.A. CNPJ 84.110.772/0001-03 | 8332.05 Soudeur | 14/01/2013 | 16/08/2019
        METALÚRGICA MODELO LTDA CNP} 22.904.117/0001-66 | Aide-soudeur | 05/02/2007 | 30/11/2012
        Document produit le 02/09/2026 à 10:41:07
    """)
    assert recognise_paper(document) == "employment-record"
    reading = employment_record.read(document)
    assert reading.as_of.date is not None
    assert reading.as_of.date.iso == "2026-09-02"
    assert [(job["employer"], job["title"], job["to"]) for job in rows(reading, "job")] == [
        ("CUVES LTDA", "Soudeur; dès 01/02/2023 : chef", "present"),
        ("FUNDIÇÃO EXEMPLO S.A.", "Soudeur", "2019-08-16"),
        ("METALÚRGICA MODELO LTDA", "Aide-soudeur", "2012-11-30"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "SOCIAL SECURITY INSTITUTION – SERVICE BREAKDOWN (4/a)",
        "Confirmation of Qualification Acquisition and Loss of Health Insurance",
        "CERTIFICATE OF EMPLOYMENT INSURANCE ENROLMENT",
    ],
)
def test_further_titles_of_records_that_offices_keep(title: str) -> None:
    document = pdf(f"""
        {title}
        Name: Kang Jiwoo
        No    Workplace                 Acquired      Lost
        1     Sample Parts Co., Ltd.    2018.06.11    2021.12.31
        2     Other Tech Co., Ltd.      2013.08.05    2017.03.01
        Issued 2026.09.03
    """)
    assert recognise_paper(document) == "employment-record"
    assert [job["from"] for job in rows(employment_record.read(document), "job")] == [
        "2018-06-11",
        "2013-08-05",
    ]
