"""Job titles: ranks, translations, and what is another job."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.normalizer.occupations import compare_titles, level, level_moved, noc_code, other_trade

LEVELS = {
    -2: ["Accounts Trainee", "Stagiaire", "Apprenti électricien", "Trainee Helper"],
    -1: [
        "Kitchen Helper",
        "Farm Hand",
        "Aide-cuisinier",
        "Junior Analyst",
        "Jr. Developer",
        "Assistant Cook",
    ],
    0: ["Cook", "Cuisinier", "Registered Nurse", "Bookkeeper", ""],
    1: [
        "Senior Software Engineer",
        "Sr. Cook",
        "Lead Electrician",
        "Assistant Supervisor",
        "Senior Assistant",
    ],
    2: ["Farm Supervisor", "Team Leader, Greenhouse", "Chef d'équipe", "Assistant Manager", "Contremaître"],
    3: ["Operations Manager", "Gérante de magasin", "Assistant Director", "Sous-directeur"],
    4: ["Director of Sales", "Directrice des ventes", "CEO", "Owner"],
}
VARIANT = [
    ("Staff Nurse", "Staff Nurse - Medical ICU"),
    ("TIR driver", "Truck driver (international)"),
    ("Driver of articulated vehicles", "Tractor-trailer driver"),
    ("Lead welder", "welder team leader"),
    ("CNC lathe setter-operator", "CNC lathe operator"),
    ("Adjuster of looms", "Loom adjuster"),
    ("Hotel cook", "Cuisinière"),
    ("Cocinero calificado", "Cook"),
    ("Albañil líder", "Lead mason"),
    ("Operaria de producción", "Production worker"),
    ("Dairy farm labourer, seasonal (May to August)", "Dairy farm worker"),
    ("Vineyard hand", "Vineyard worker"),
    ("Barber: cuts, shaves and trims", "Barber"),
    ("Welder, foreman since 05/2021", "Welder"),
    ("Soudeuse (cheffe d'équipe depuis mai 2021)", "Soudeur"),
    ("International driver", "Long distance truck driver"),
    ("Storekeeper, 44 hours a week", "Storekeeper"),
    ("Picker (harvest, every year from June to September)", "Seasonal picker"),
    ("operator of forklifts", "Forklift operator"),
    ("Campesina", "Farmer"),
    ("Teacher of Portuguese language", "Schoolteacher"),
    ("Badante (live-in carer)", "Live-in caregiver"),
    ("Vaquero (herdsman)", "Herdsman"),
    ("Farmer (own plot and some day labour)", "Farmer"),
    ("Desenvolvedora plena", "Mid-level developer"),
    ("Waiter; Captain from 2021", "Waiter"),
    ("Cook, Thai cuisine", "Cook"),
    ("Cook", "Cuisinier"),
    ("Welder", "Soudeuse"),
    ("Nurse", "Infirmière"),
    ("Truck Driver", "Chauffeur de camion"),
    ("Cuisinier/ère", "Cook"),
    ("Wireman", "Electrician"),
    ("Manager, Operations", "Operations Manager"),
    ("Team Leader", "Chef d’équipe"),
    ("Line Cook", "Cook"),
    ("Cook (NOC 63200)", "NOC 63200"),
    ("Electrician", "Electrican"),
    ("Cooks", "Cook"),
    ("Glass Cutter", "Glas Cutter"),
    ("L'infirmière", "Nurse"),
    ("Vendeur(euse)", "Salesperson"),
    ("Serveur·se", "Waiter"),
    ("serveur", "serveuse"),
    ("Construction Electrician", "Électricien construction"),
]
DIFFERENT = [
    ("Clerk", "Clerk - Manager"),
    ("Lead welder", "Painter team leader"),
    ("Welder", "Welder team leader"),
    ("TIR driver", "Bus driver"),
    ("CNC machine setter", "CNC machine operator"),
    ("CNC setter-operator", "CNC programmer"),
    ("Cook helper", "Cuisinier"),
    ("Albañil líder", "Mason"),
    ("Cocinero ayudante", "Cook"),
    ("Engineer (bridge construction)", "Engineer (software)"),
    ("Engineer: roads, bridges and civil works", "Engineer: software and computer networks"),
    ("Operator: loader", "Operator: lathe"),
    ("Dairy worker", "Vineyard hand"),
    ("Barber: head of the shop", "Head barber"),
    ("Welder, foreman since 05/2021", "Electrician"),
    ("Vineyard labourer", "Vineyard foreman"),
    ("Waiter / Restaurant manager", "Waiter"),
    ("Cook (trainee, until June each year)", "Cook"),
    ("Clerk, driving", "Cook"),
    ("Mason; Driver from 2021", "Waiter"),
    ("Kitchen Helper", "Cook"),
    ("Farm Hand", "Farm Supervisor"),
    ("Accounts Trainee", "Accounts Clerk"),
    ("Electrical Assistant", "Electrician"),
    ("Cook", "Accountant"),
    ("Cook", ""),
    ("Cook", "of"),
    ("Cok", "Cook"),
    ("Nurse", "Nursse"),
    ("Boss", "Bos"),
    ("Cook Hotel", "Cook"),
    ("Senior Cook", "Cook"),
    ("Hotel Cook Helper", "Cook Helper Trainee"),
    ("President", "Vice President"),
    ("Cook NOC 63200", "Baker NOC 63202"),
    ("Cook NOC 63200", "Baker"),
]


@pytest.mark.parametrize(
    ("title", "rank"), [(title, rank) for rank, titles in LEVELS.items() for title in titles]
)
def test_level(title: str, rank: int) -> None:
    assert level(title) == rank


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sr. Software Eng.", "Senior Software Engineer"),
        ("Asst. Mgr", "assistant manager"),
        ("RN", "Registered Nurse"),
        ("CEO", "Chief Executive Officer"),
        ("GM", "General Manager"),
        ("Mgmt Manager", "Manager"),
        ("HR Manager", "Human Resources Manager"),
        ("Cook II", "Full-time cook"),
        ("Cook NOC 63200", "COOK, noc 63200"),
    ],
)
def test_abbreviations_are_writing(a: str, b: str) -> None:
    assert compare_titles(a, b).verdict == "same"


@pytest.mark.parametrize(("a", "b"), VARIANT)
def test_one_job(a: str, b: str) -> None:
    assert compare_titles(a, b).verdict == compare_titles(b, a).verdict == "variant"


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_another_job(a: str, b: str) -> None:
    assert compare_titles(a, b).verdict == compare_titles(b, a).verdict == "different"


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Sales Manager", "Manager of Sales", "the words stand in another order, or are abbreviated"),
        ("Farm Worker", "Travailleur agricole", "two names or a translation of one job"),
        ("Hotel Cook", "Cook", "a word more on one side, of the same rank"),
        ("Electrician", "Electrican", "one letter differs"),
        ("Cook NOC 63200", "Chef NOC 63200", "the same NOC code"),
    ],
)
def test_the_reason_says_why_two_titles_are_one_job(a: str, b: str, reason: str) -> None:
    assert compare_titles(a, b).reason == compare_titles(b, a).reason == reason


@pytest.mark.parametrize(
    ("a", "b", "other"),
    [
        ("Accounts Clerk", "Cook", True),
        ("Cooks", "Truck Drivers", True),
        ("Accounts Clerk", "Bookkeeper", False),
        ("Farm Supervisor", "Greenhouse worker", False),
        ("Manager", "Cook", False),
        ("Manager", "Supervisor", False),
        ("", "Cook", False),
    ],
)
def test_two_trades_are_two_kinds_of_work(a: str, b: str, other: bool) -> None:
    assert other_trade(a, b) is other_trade(b, a) is other


def test_level_moved() -> None:
    assert level_moved("Helper", "Supervisor")
    assert not level_moved("Cook", "Cuisinière")


@pytest.mark.parametrize(
    ("text", "code"),
    {
        "NOC 63200": "63200",
        "CNP 2021 : 63200": "63200",
        "6322": "6322",
        "Cook, NOC 6322": "6322",
        "Cook": None,
        "Room 63200 A": None,
        " 63200\n": "63200",
        "noc 2021 TEER 3 63200": "63200",
        "NOC code No. 63200": "63200",
        "63200.01": "63200",
        "632001": None,
    }.items(),
)
def test_noc_code(text: str, code: str | None) -> None:
    assert noc_code(text) == code


@given(st.text(), st.text())
def test_any_text_may_come(a: str, b: str) -> None:
    assert compare_titles(a, a).verdict == "same"
    assert compare_titles(a, b).verdict == compare_titles(b, a).verdict
    assert -2 <= level(a) <= 4


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Boulanger", "boulanger de viennoiserie", True),
        ("électricien industriel", "Électricien de maintenance, industriel", True),
        ("Cocinero", "cocinero de línea", True),
        ("Chef", "chef de rang", False),
        ("Corps member", "Corps member (ward records)", True),
        ("Cook", "Cook (trainee)", False),
        ("Soudeur", "Chef d'atelier", False),
        ("Commis", "commis de bureau", False),
        ("welder", "welder helper", False),
        ("Plombier", "Plombier en chef", False),
    ],
)
def test_a_kind_behind_a_title_in_french_or_spanish(one: str, other: str, agree: bool) -> None:
    assert compare_titles(one, other).agrees is agree


def test_who_leads_a_workshop_stands_above_who_works_there() -> None:
    assert level_moved("soudeur", "Chef d'atelier")
    assert level_moved("maçon", "chef de chantier")


@pytest.mark.parametrize(
    ("group", "title", "agrees"),
    [
        ("Boulangers-pâtissiers", "boulangère", True),
        ("Cuisiniers/cuisinières", "Cuisinière", True),
        ("Bakers, pastry cooks and related occupations", "Pastry cook", True),
        ("Bakers and pastry cooks", "Dishwasher", False),
        ("Cook and driver", "Cook helper", False),
    ],
)
def test_the_name_of_a_group_lists_its_occupations(group: str, title: str, agrees: bool) -> None:
    assert compare_titles(group, title).agrees is agrees
    assert compare_titles(title, group).agrees is agrees


@pytest.mark.parametrize(
    ("graded", "title", "agrees"),
    [
        ("fitter of the 4th grade", "Fitter", True),
        ("Welder 111/136", "welder", True),
        ("soudeur de 2e catégorie", "Soudeur", True),
        ("fitter of the 4th grade", "Foreman", False),
    ],
)
def test_a_grade_on_one_side_makes_no_other_title(graded: str, title: str, agrees: bool) -> None:
    assert compare_titles(graded, title).agrees is agrees
    assert compare_titles(title, graded).agrees is agrees


def test_the_head_of_a_team_is_its_leader() -> None:
    assert compare_titles("Head of the packing team", "Packing team leader").agrees
    assert compare_titles("Chief of the night shift", "Night shift leader").agrees
    assert not compare_titles("Head of the sales department", "Sales team leader").agrees
    assert compare_titles("Packer (team leader since March 2021)", "Head of the packing team").agrees
    assert not compare_titles("Packer (team member since March 2021)", "Head of the packing team").agrees
    assert not compare_titles("Head of the packing team", "Packer").agrees


def test_whose_land_a_farmer_tills_is_no_other_title() -> None:
    assert compare_titles("Coffee farmer", "Coffee farmer on our family farm").agrees
    assert not compare_titles("Coffee farmer on family land", "Truck driver on the family farm").agrees


def test_for_whom_a_carer_cares() -> None:
    assert compare_titles("Caregiver", "Caregiver for the elderly").agrees
    assert not compare_titles("Caregiver for the elderly", "Cook for the elderly").agrees


@pytest.mark.parametrize(
    "risen",
    [
        "Caregiver, since January 2024 Senior Caregiver",
        "Caregiver / Senior caregiver (since Jan 2024)",
        "Caregiver (from 2024 as Senior Caregiver)",
        "Caregiver, senior caregiver since 01/2024",
    ],
)
def test_a_title_with_the_post_to_which_somebody_rose_on_a_day(risen: str) -> None:
    assert compare_titles("Caregiver", risen).agrees
    assert not compare_titles("Baker", risen).agrees


@pytest.mark.parametrize(
    ("rising", "one"),
    [
        ("Welding foreman (senior welder until June 2024)", "Senior welder"),
        ("Mason, head mason since May 2019", "Head mason"),
        ("Captain, formerly waiter", "Waiter"),
        ("Cuisinier puis chef cuisinier", "Cuisinier"),
        ("Warehouse manager (auparavant storekeeper)", "Storekeeper"),
        ("Baker and later head baker", "Baker"),
    ],
)
def test_a_post_before_or_after_another_in_one_row(rising: str, one: str) -> None:
    assert compare_titles(rising, one).verdict == compare_titles(one, rising).verdict == "variant"


@pytest.mark.parametrize(
    ("rising", "one"),
    [
        ("Welding foreman (senior welder until June 2024)", "Truck driver"),
        ("Cook / Kitchen Manager", "Cook"),
        ("Kitchen manager", "Cook"),
        ("Cuisinier puis chef cuisinier", "Plongeur"),
    ],
)
def test_a_post_that_no_row_tells_in_turn(rising: str, one: str) -> None:
    assert compare_titles(rising, one).verdict == compare_titles(one, rising).verdict == "different"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Farm worker", "Agricultural labourer"),
        ("Housekeeper", "Housekeeping attendant"),
        ("Seamstress", "Dressmaker"),
        ("Staff Nurse", "Registered Nurse"),
        ("Factory worker", "Production operator"),
    ],
)
def test_two_words_of_one_trade(one: str, other: str) -> None:
    assert compare_titles(one, other).agrees


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        ("Truck driver", "Truck driver C+E in the European Union", True),
        ("Driver cat. CE", "Driver", True),
        ("Cuisinier", "Cuisinier au Qatar", True),
        ("Welder", "Welder in Kazakhstan", True),
        ("Cook", "Engineer in Kazakhstan", False),
        ("Engineer", "Engineer in Training", False),
    ],
)
def test_a_country_and_a_class_of_licence_are_no_other_title(one: str, other: str, agrees: bool) -> None:
    assert compare_titles(one, other).agrees is agrees


def test_a_post_held_since_a_day_behind_a_semicolon() -> None:
    assert compare_titles("Soudeur; depuis le 01/02/2023 : chef d'équipe", "Soudeur").agrees
    assert not compare_titles("Soudeur; depuis le 01/02/2023 : chef d'équipe", "Cuisinier").agrees


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        ("aide-soignante au home Les Pins", "aide-soignante", True),
        ("infirmière à la section de thérapie", "Infirmière", True),
        ("Nurse in the ward of surgery", "Nurse", True),
        ("Head of the service department", "Service technician", False),
        ("Cook at the home Les Pins", "Nurse", False),
    ],
)
def test_the_part_of_a_house_behind_a_title(one: str, other: str, agrees: bool) -> None:
    assert compare_titles(one, other).agrees is agrees
