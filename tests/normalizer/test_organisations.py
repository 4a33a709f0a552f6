"""Employers and schools: what is one organisation's name, and what is another's."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.normalizer.organisations import LEGAL_FORM_LEFT_OUT, OTHER_LEGAL_FORM, compare, key
from tests.shared import TABLES, uses_shared

SAME = [
    ("Private Enterprise Zorya", "PP Zorya"),
    ("Infosys Pvt Ltd", "Infosys Private Limited"),
    ("Société Générale S.A.", "SOCIETE GENERALE SA"),
    ("A.B.C. Foods", "ABC Foods"),
    ("The University of Toronto", "University of Toronto"),
    ("ООО Ромашка", "OOO Romashka"),
    ("L'Oréal", "Loreal"),
    ("Alnoor Trading", "Al Noor Trading"),
    ("", " - "),
]
VARIANT = [
    ("Talleres Quispe Hnos. S.R.L.", "Talleres Quispe Hermanos", "words are abbreviated or translated"),
    ("Gómez e Hijos", "Gomez & Sons", "words are abbreviated or translated"),
    ("Mrs. Nadia Haddad", "Nadia Haddad (private household)", "a private household"),
    ("The Haddad family", "Mrs. Nadia Haddad", "a private household"),
    ("Family Haddad (private household)", "Haddad family, Ashrafieh, Beirut", "a private household"),
    ("Famille Haddad", "Nadia Haddad, household", "a private household"),
    ("Atelier Keur Modou (à mon compte)", "Keur Modou Couture", "what kind of house it is, left out"),
    ("Self-employed (Salon Awa Binta)", "Awa Binta Coiffure", "what kind of house it is, left out"),
    ("Own farm land", "Self-employed", "work on one's own account"),
    ("Self employed", "Self-employed, Orchard of the Bend", "work on one's own account"),
    ("Own company (Vega Studio)", "Freelance - Vega Studio", "self-employment beside the name"),
    (
        "海港餐饮有限公司 Harbour Catering Co., Ltd.",
        "Harbour Catering",
        "the name in another script beside it",
    ),
    ("PrJSC Azovkran", "Azovkran", LEGAL_FORM_LEFT_OUT),
    ("N(N)LE Tsisfero", "Tsisfero", LEGAL_FORM_LEFT_OUT),
    ("Lisbon Public School No. 9", "Public School No. 9", "a place is left out"),
    ("Razi Medical Laboratory", "Razi Laboratory", "a word that says little is left out"),
    ("Kara Suu General Hospital", "Kara Suu Hospital", "what kind of house it is, left out"),
    ("ROSPETLIM S.A.", "Rosas Petalos Limon Rospetlim S.A.", "an acronym beside the name"),
    ("Self-employed", "Own workshop (I.I. Ana Sample)", "work on one's own account"),
    ("LLP Betpak Metal", "TOO Betpak Metal", OTHER_LEGAL_FORM),
    ("Limited Liability Partnership Betpak Metal", "Betpak Metal", LEGAL_FORM_LEFT_OUT),
    ("Ltd Rioni Tea", "Rioni Tea LLC", OTHER_LEGAL_FORM),
    ("Drini Konstruksion sh.p.k.", "Drini Konstruksion", LEGAL_FORM_LEFT_OUT),
    ("SC Nistru Textil SRL", "Nistru Textil", LEGAL_FORM_LEFT_OUT),
    ("Importadora Chimbo C.A.", "Importadora Chimbo", LEGAL_FORM_LEFT_OUT),
    ("Toprak Nakliyat", "TOPRAK ULUSLARARASI NAKLİYAT A.Ş.", "a word that says little is left out"),
    ("REST. LAS TORTOLAS LTDA", "Restaurante Las Tortolas Ltda.", "words are abbreviated or translated"),
    ("OsOO Kara-Balta Trans", "Kara-Balta Trans LLC", "another legal form"),
    ("Meridian Textiles", "Meridian Textiles Co.", LEGAL_FORM_LEFT_OUT),
    ("Green Valley Farms Ltda", "Green Valley Farms S.A. de C.V.", OTHER_LEGAL_FORM),
    ("PT Lumen Contracting", "Lumen Contracting Co., Ltd.", OTHER_LEGAL_FORM),
    ("CFP des Moulins", "Centre de formation professionnelle des Moulins", "an acronym"),
    ("TCS", "Tata Consultancy Services Limited", "an acronym"),
    ("Harvest Gate MFB", "Harvest Gate Microfinance Bank Ltd", "an acronym"),
    ("OsOO Tulpar Trans", "LLC Tulpar Trans", OTHER_LEGAL_FORM),
    ("OsOO Tulpar Trans", "Tulpar Trans", LEGAL_FORM_LEFT_OUT),
    ("Tulpar Trans LLC", "OsOO “Tulpar Trans”", OTHER_LEGAL_FORM),
    ("RBC", "Royal Bank of Canada", "an acronym"),
    ("L&T Infotech", "Larsen & Toubro Infotech Limited", "an acronym"),
    ("TD Bank", "The Toronto-Dominion Bank", "an acronym"),
    ("UBC", "University of British Columbia", "an acronym"),
    ("Royal Bank of Canada (RBC)", "Royal Bank of Canada", "an acronym beside the name"),
    ("1234567 Ontario Inc. o/a Pizza Pizza", "Pizza Pizza", "a trade name"),
    ("ABC Foods Inc. d/b/a Corner Diner", "ABC Foods", "a trade name"),
    ("Emirates Steel LLC - Dubai Branch", "Emirates Steel", "a branch or office"),
    ("Self-employed (Uber)", "Uber", "self-employment beside the name"),
    ("Garage Lune du Nord", "Ets Lune du Nord", "what kind of house it is, left out"),
    ("Villa Rosa – Chambres d'hôtes & Restaurant", "Villa Rosa", "what kind of house it is, left out"),
    ("Nuru - Catering Services", "Nuru", "what kind of house it is, beside the name"),
    ("Northern Star Logistics", "Norther Star Logistics", "one letter differs"),
    ("University of Toronto", "Univ. of Toronto", "words are abbreviated or translated"),
    ("Université de Montréal", "University of Montreal", "words are abbreviated or translated"),
    ("McGill University", "Université McGill", "the words stand in another order"),
    ("Harbour Freight Services", "Harbour Freight", "a word that says little is left out"),
    ("Ernst and Young", "Ernst & Young LLP", "words are abbreviated or translated"),
    ("Groupe d'Or", "Groupe Or", "words are abbreviated or translated"),
    ("UofT", "University of Toronto", "an acronym"),
    ("TCS Canada", "Tata Consultancy Services Canada", "an acronym"),
    ("ENSAM Rabat", "Ecole nationale superieure d'arts et metiers", "an acronym"),
    ("TCS 2", "Tata Consultancy Services 2", "an acronym"),
    ("PEMEX Petroleos Mexicanos", "Petroleos Mexicanos", "an acronym beside the name"),
    ("Maple Foods t/a Corner Diner", "Corner Diner", "a trade name"),
    ("1234567 Ontario Inc. operating as Pizza Pizza", "Pizza Pizza", "a trade name"),
    ("Emirates Steel (formerly Gulf Iron)", "Gulf Iron", "a trade name"),
    ("Emirates Steel @ Mussafah Site", "Emirates Steel", "a branch or office"),
    ("Emirates Steel - Branch Office Mussafah", "Emirates Steel", "a branch or office"),
    ("Emirates Steel Mussafah Branch", "Emirates Steel", "a branch or office"),
    ("Foodland - Mussafah - Site Office", "Foodland - Mussafah", "a branch or office"),
    ("Foodland (Mussafah Branch)", "Foodland", "a branch or office"),
    ("Foodland (Mussafah, UAE)", "Foodland", "a place beside the name"),
    ("Foodland - Mussafah, UAE", "Foodland", "a place beside the name"),
    ("Merkato Textile Share Company", "Merkato Textile", LEGAL_FORM_LEFT_OUT),
    ("Foodland, San-Pédro", "Foodland", "a place beside the name"),
    ("Entreprise privée « Zorya »", "Zorya", LEGAL_FORM_LEFT_OUT),
    ("Stolarnia „Dąb” Marek Nowak", "Stolarnia Dąb", "the owner beside the name"),
    ("Restaurant « Le Sud » Karim Benali", "Restaurant Le Sud", "the owner beside the name"),
    ('FHU "Tokar" Anna Lis-Nowak', 'FHU "Tokar"', "the owner beside the name"),
    ("Boulangerie industrielle no 2", "Industrial Bakery No. 2", "the words stand in another order"),
    ("Cochin Steel Pvt Ltd, Kochi", "COCHIN STEEL PVT. LTD.", "a place beside the name"),
    ("Cochin Steel Pvt Ltd, Angamaly", "Cochin Steel", "a place beside the name"),
    ("Cochin Steel LLC - Al Quoz", "Cochin Steel", "a place beside the name"),
    ("Foodland (old) (Spice House)", "Spice House", "another name in brackets"),
    ("Emirates Steel Toronto Branch", "Emirates Steel", "a place is left out"),
    ("Nestle Ontario", "Nestle", "a place is left out"),
    ("Foodland Los Angeles", "Foodland", "a place is left out"),
    ("Acme South Korea", "Acme", "a place is left out"),
    ("UBC University of British Columbia", "UBC", "an acronym beside the name"),
    ("Blue Sky & Sons", "Bluesky and Sons", "words are written together or apart"),
    ("Nestle Canada", "Nestle", "a word that says little is left out"),
    ("Tim Hortons #2231", "Tim Hortons", "a number is left out"),
    ("Toronto University", "University of Toronto", "the words stand in another order"),
    ("Uber - self employed", "Uber", "self-employment beside the name"),
    ("Self Employed: Uber", "Uber", "self-employment beside the name"),
    ("株式会社大和", "大和", LEGAL_FORM_LEFT_OUT),
    ("Acme Holdings Limited Inc", "Acme Holdings", LEGAL_FORM_LEFT_OUT),
    ("Société Dupont", "Dupont", LEGAL_FORM_LEFT_OUT),
    ("The Ltd", "The", LEGAL_FORM_LEFT_OUT),
    ("Dragon Plumbers", "Dragon Plumber", "one of two words is in the plural"),
    ("Foodland (Spice House)", "Spice House", "another name in brackets"),
    ("Foodland (old shop)", "Foodland", "a note beside the name"),
]
DIFFERENT = [
    ("Sunrise Medical Centre", "Moonlight Medical Centre"),
    ("Atelier Keur Modou (à mon compte)", "Keur Ibra Couture"),
    ("Atelier Keur Modou", "Restaurant Keur Modou"),
    ("Rospetlim S.A.", "Lirios Blancos Rospetlim S.A."),
    ("Self-employed", "Iris Workshop SRL"),
    ("Toprak Nakliyat", "Toprak Gıda A.Ş."),
    ("TOO Betpak Metal", "LLP Betpak Beton"),
    ("Institute for Solar Energy", "Solar Energy"),
    ("Lisbon Public School No. 9", "Public School No. 7"),
    ("Nadia Haddad (private household)", "Rima Saab (private household)"),
    ("Saab family, Beirut", "Haddad family, Beirut"),
    ("Family Care, Beirut", "Care"),
    ("Cedar Clinic (Beirut)", "Olive Clinic (Beirut)"),
    ("Self-employed (Careem)", "Self-employed (Bolt)"),
    ("Own farm land", "My shop"),
    ("Saab Family Bakery", "Saab"),
    ("Sunrise - Civil Hospital Ludhiana", "Sunrise"),
    ("Bank of Canada", "Royal Bank of Canada"),
    ("State Bank of India", "Bank of India"),
    ("University of Toronto", "University of Toronto Press"),
    ("University of Toronto", "University of Ottawa"),
    ("Tim Hortons #2231", "Tim Hortons #4410"),
    ("Nestlé Canada Inc.", "Nestlé Brasil Ltda"),
    ("Maple Ridge Foods Ltd.", "Maple Leaf Foods Ltd."),
    ("Brightwater Enterprises Ltd.", "Brightwater Holdings Ltd."),
    ("ABC Consulting Ltd", "ABD Consulting Ltd"),
    ("Al Noor Trading", "Noor Contracting"),
    ("Bank", "Bank of Canada"),
    ("Uber", ""),
    ("TCS", "Tata Consultancy"),
    ("TC", "Tata Consultancy Steel"),
    ("TCS", "Tata Consultancy Services Steel Mills"),
    ("T", "Tata"),
    ("Emirates Steel - Gulf Iron", "Emirates Steel"),
    ("The And", "Of The"),
    ("XY Foodland", "Foodland"),
    ("Acme University of British Columbia", "Acme"),
    ("Foodland 12 Bakery", "Foodland"),
    ("A1B", "Alpha One Beta"),
    ("Bank Royal", "Royal Bank"),
    ("School", "School Services"),
    ("Services", "Group Services"),
    ("University of Toronto Mississauga", "University of Toronto"),
    ("Atlas Foods", "Atla Foods"),
    ("Emirates Glass", "Emirates Glas"),
    ("North Star", "Norht Star"),
    ("Route66 Diner", "Route67 Diner"),
    ("Uber (self-employed)", "Lyft"),
    ("Blue Sky Farms", "Blue Skies Farm"),
    ("Maple Leaf Foods, Fine Dining", "Maple Leaf Foods"),
    ("Atlas Ltd, Gulf Iron Ltd", "Atlas Ltd"),
    ("Atlas Ltd, Plumbing Services", "Atlas Ltd"),
    ("Emirates Steel, Angamaly", "Emirates Steel"),
    ("Stolarnia „Dąb” Marek Nowak", "Stolarnia Buk"),
    ('"Atlas" Trading Company', '"Gulf" Trading Company'),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_writing_is_no_difference(a: str, b: str) -> None:
    assert compare(a, b).verdict == "same"


@pytest.mark.parametrize(("a", "b", "reason"), VARIANT)
def test_a_known_variant_says_which(a: str, b: str, reason: str) -> None:
    assert (compare(a, b).verdict, compare(a, b).reason) == ("variant", reason)
    assert compare(b, a) == compare(a, b)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_another_name_is_different(a: str, b: str) -> None:
    assert compare(a, b).verdict == compare(b, a).verdict == "different"


def test_key_leaves_the_legal_form_out() -> None:
    assert key("Infosys Pvt. Ltd.") == key("INFOSYS") == "infosys"
    assert key("S.A.R.L. Dupont") == "dupont"
    assert key("Limited") == "limited"


NAMES = st.one_of(st.text(), st.text(alphabet="abcdeLTDinc.,&-()/ 'éo1", max_size=24))


@given(NAMES, NAMES)
def test_order_of_two_names_changes_no_verdict(a: str, b: str) -> None:
    assert compare(a, b).verdict == compare(b, a).verdict


@given(NAMES)
def test_a_name_is_the_same_as_itself(a: str) -> None:
    assert compare(a, a).verdict == "same"


@uses_shared
def test_pairs_made_to_mislead() -> None:
    path = TABLES / "company_name_pairs.json"
    pairs = json.loads(path.read_text(encoding="utf-8"))
    found = [(compare(a, b).agrees, bool(one)) for a, b, one in pairs]
    hits = sum(agrees and one for agrees, one in found)
    assert hits / sum(agrees for agrees, _ in found) >= 0.95  # precision
    assert hits / sum(one for _, one in found) >= 0.85  # recall


@uses_shared
def test_legal_forms_of_many_countries_are_left_out() -> None:
    path = TABLES / "org_types_rigour.json"
    forms = {
        form
        for case in json.loads(path.read_text(encoding="utf-8"))["cases"]
        for form in case.get("aliases", ())
    }
    known = [
        compare(f"Romashka {form}", "Romashka").agrees or compare(f"{form} Romashka", "Romashka").agrees
        for form in forms
    ]
    assert sum(known) / len(known) >= 0.75


def test_pairs_of_our_own() -> None:
    table = tomllib.loads((Path(__file__).parent / "fresh_pairs.toml").read_text(encoding="utf-8"))
    assert len(table["companies_one"]) + len(table["companies_two"]) >= 60
    assert [pair for pair in table["companies_two"] if compare(*pair).agrees] == []
    assert [pair for pair in table["companies_one"] if not compare(*pair).agrees] == []


@pytest.mark.parametrize(
    ("a", "b"),
    [("Self employed", "Freelance (self-employed)"), ("Freelance - self employed", "Freelance")],
)
def test_words_for_self_employment_beside_each_other(a: str, b: str) -> None:
    assert compare(a, b).verdict == compare(b, a).verdict == "variant"


def test_a_parish_and_its_church_in_two_languages() -> None:
    assert compare("Église Méthodiste au Congo, Paroisse de Gombe", "Methodist Church in Congo (EMC)").agrees
    assert compare(
        "Eglise Baptiste, Paroisse de Gombe", "Eglise Baptiste au Rwanda, Paroisse de Gombe"
    ).agrees
    assert not compare("Methodist Church in Congo", "Baptist Church in Congo").agrees
    assert not compare("Paroisse de Gombe", "Paroisse de Lukunga").agrees


def test_a_name_in_marks_that_were_typed_as_commas_and_its_owner() -> None:
    assert compare("Piekarnia ,,Jaskolka” Ida Example", "Piekarnia Jaskółka").agrees
    assert not compare("Piekarnia ,,Wrobel” Ida Example", "Piekarnia Jaskółka").agrees


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ghana Health Service, Tema General Hospital", "Tema General Hospital"),
        ("Tema General Hospital, Ghana Health Service", "Tema General Hospital"),
        ("Ghana Health Service", "Ghana Health Service – Tema General Hospital"),
        ("Ministère de la Santé, Hôpital régional de Bafoussam", "Hôpital Régional de Bafoussam"),
        ("Department of Education, Lucena National High School", "Lucena National High School"),
        ("Église presbytérienne, Paroisse de Huye", "Huye Parish"),
    ],
)
def test_an_institution_with_the_body_that_runs_it_and_either_alone(one: str, other: str) -> None:
    assert compare(one, other).agrees and compare(other, one).agrees


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ghana Health Service, Tema General Hospital", "Ghana Health Service, Korle Bu Teaching Hospital"),
        ("Tema General Hospital", "Ghana Health Service, Korle Bu Teaching Hospital"),
        ("Diocese of Kumasi, St. Mary's School", "Diocese of Kumasi, St. John's School"),
        ("Hilton Worldwide, Restaurant Belvedere", "Restaurant Belvedere"),
    ],
)
def test_two_institutions_of_one_body_are_two(one: str, other: str) -> None:
    assert not compare(one, other).agrees


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dr. Sharma Dental Clinic", "Sharma Dental Clinic"),
        ("Kumho Tire", "Kumho Tyre Co."),
        ("Carnicería Los Tres Hermanos Ruiz", "Los Tres Hermanos Ruiz"),
    ],
)
def test_words_that_say_what_kind_of_house_it_is(one: str, other: str) -> None:
    assert compare(one, other).agrees


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        ("Résidence Les Tilleuls", "ASBL Résidence Les Tilleuls", True),
        ("CPAS de Mons", "CPAS de Mons - Home Sart-Saint-Nicolas", True),
        ("City of Mons", "City of Mons - Nursing Home Les Pins", True),
        ("Rosewood Care Home", "Maple Care Home", False),
        ("Sunset Nursing Home", "Sunrise Nursing Home", False),
        ("The Whitmore Home", "Fiona Whitmore", True),
    ],
)
def test_homes_that_are_houses_of_a_business(one: str, other: str, agrees: bool) -> None:
    assert compare(one, other).agrees is agrees
