"""Permits and visitor records, in the layouts in which they are printed."""

import pytest

from consistency.extractors.papers import permit
from tests.extractors.papers.made import docx, facts, pdf, rows

CARD = """
Government of Canada   Gouvernement du Canada                      U334112233
WORK PERMIT / PERMIS DE TRAVAIL
CLIENT INFORMATION
FAMILY NAME/NOM DE FAMILLE            SEX/SEXE
FERNANDO                              M
GIVEN NAME(S)/PRÉNOM(S)               COUNTRY OF BIRTH/PAYS DE NAISSANCE
NUWAN PERERA                          SRI LANKA
DATE OF BIRTH/DATE DE NAISSANCE       CITIZEN OF/CITOYEN DE
1987/03/09                            SRI LANKA
CLIENT ID/ID DU CLIENT: 12-3456-7890
APPLICATION NO./NO DE LA DEMANDE: W301112223
DATE ISSUED/DÉLIVRÉ LE: 2023/05/01     EXPIRY DATE/DATE D'EXPIRATION: 2025/04/30
EMPLOYER/EMPLOYEUR: CEDAR GRILL LTD.
IMM 1442 (2023)
"""


def test_labels_above_and_beside_their_values() -> None:
    document = pdf(CARD)
    reading = permit.read(document)
    assert permit.recognise(document) > 0.9
    assert facts(reading) == {
        "family_name": "FERNANDO", "given_names": "NUWAN PERERA", "sex": "male", "birth_date": "1987-03-09",
        "uci": "12-3456-7890", "citizenship": "LK",
    }  # fmt: skip
    assert rows(reading, "permit") == [
        {
            "from": "2023-05-01",
            "to": "2025-04-30",
            "number": "U334112233",
            "status": "WORK PERMIT",
            "employer": "CEDAR GRILL LTD.",
        }
    ]
    assert str(reading.as_of.date) == "2023-05-01"


def test_a_french_visitor_record() -> None:
    document = docx("""
        GOUVERNEMENT DU CANADA
        FICHE DU VISITEUR
        No du document | V300998877
        Nom de famille | NDIAYE
        Prénom(s) | FATOU
        Date de naissance | 4 mars 1990
        IUC | 1122-3344
        Citoyenneté | Sénégal
        Délivré le | 1er avril 2024
        Valide jusqu'au | 30 septembre 2024
        Observations | N'AUTORISE PAS LA RÉENTRÉE.
    """)
    assert permit.recognise(document) > 0.5
    reading = permit.read(document)
    assert facts(reading)["citizenship"] == "SN"
    assert rows(reading, "permit") == [
        {
            "from": "2024-04-01",
            "to": "2024-09-30",
            "number": "V300998877",
            "status": "FICHE DU VISITEUR",
            "conditions": "N'AUTORISE PAS LA RÉENTRÉE.",
        }
    ]


def test_where_and_under_which_conditions_the_holder_may_work() -> None:
    document = pdf("""
        GOVERNMENT OF CANADA / GOUVERNEMENT DU CANADA
        WORK PERMIT
        Document No. / No du document   U334112234
        Family name / Nom de famille    FERNANDO
        Date Issued / Délivré le        2023/05/01
        Expiry Date / Date d'expiration 2025/04/30
        Employer / Employeur            Cedar Grill Ltd.
        Employment location             Regina
        Conditions                      1. MUST LEAVE CANADA BY 2025/04/30.
                                        2. NOT VALID FOR ANY OTHER EMPLOYER.
        IMM 1442 (2023)
    """)
    held = rows(permit.read(document), "permit")[0]
    assert held["city"] == "Regina"
    assert held["conditions"] == "1. MUST LEAVE CANADA BY 2025/04/30. 2. NOT VALID FOR ANY OTHER EMPLOYER."


def test_a_letter_about_a_permit_is_none() -> None:
    letter = pdf("Dear Officer,\nWORK PERMIT\nI am applying for a work permit. Date issued: 2023/05/01")
    assert permit.recognise(letter) < 0.3


@pytest.mark.parametrize("end", ["Date expires: 2024/09/01", "1. MUST LEAVE CANADA BY 2024/09/01"])
def test_until_when_a_visitor_may_stay(end: str) -> None:
    document = docx(f"""
        Immigration, Refugees and Citizenship Canada
        VISITOR RECORD
        Document No. V301000111
        Family Name: OMAR
        Given Name(s): AWA
        Date issued: 2024/03/02
        {end}
    """)
    (record,) = rows(permit.read(document), "permit")
    assert (record["from"], record["to"]) == ("2024-03-02", "2024-09-01")
