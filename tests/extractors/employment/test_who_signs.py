"""Who signs a letter of work above what a translator adds, and where a street leads to the town of the work."""

import pytest

from consistency.extractors.papers import employment_contract, employment_letter
from tests.extractors.papers.made import docx, rows

LETTER = """
ACME COOLING CO.
WORK REFERENCE
Mr. Reza Sample was employed by our company from 1 September 2019 until 21 June 2022 as a fitter.
He installed ducts. Working time 44 hours per week.
{end}
"""


@pytest.mark.parametrize(
    ("end", "signed"),
    [
        (
            "Eng. Shahram Example, CEO (sealed)\nTranslated by N. Other, translator no. 881,\nTehran, 2 May 2026",
            True,
        ),
        (
            "Karim Example, directeur\nTraduit du persan par N. Other,\ntraductrice agréée, Téhéran, le 2 mai 2026",
            True,
        ),
        ("Translated by N. Other, official translator no. 881,\nTehran, 2 May 2026", False),
        (
            "Signed on behalf of the employer: Beata Example, HR specialist\nSworn translator N. Other, TP/118",
            True,
        ),
        ("Pour le compte de l'employeur : Beata Exemple, responsable du personnel", True),
        ("Signed on behalf of the employer: ____________", False),
    ],
)
def test_a_writer_above_the_translator(end: str, signed: bool) -> None:
    assert employment_letter.read(docx(LETTER.format(end=end))).signed is signed


@pytest.mark.parametrize(
    ("place", "town"),
    [
        ("210 avenue Rouleau, Rimouski", "Rimouski"),
        ("3 rue du Quai, Petit-Matane.", "Petit-Matane"),
        ("Rimouski", "Rimouski"),
        ("14 Mill Street, Warsaw", None),
        ("14 Mill Street, Unit 5", None),
    ],
)
def test_the_town_behind_a_street(place: str, town: str | None) -> None:
    paper = docx(f"""
    CONTRAT DE TRAVAIL
    Entre Exemple inc., ci-après l'employeur, et Mme Ida Exemple, ci-après l'employée
    1. L'employée est engagée à titre de boulangère.
    2. Salaire : 21,50 $ l'heure, 40 heures par semaine.
    3. Lieu de travail : {place}
    """)
    assert rows(employment_contract.read(paper), "offer")[0].get("city") == town
