"""Which jobs are service in a force or a government position, which are near one, and which only sound like it."""

import pytest

from consistency.normalizer.services import armed, government, one_army

SERVED = (
    ("Conscript Soldier", "Army, 4th Infantry Regiment"), ("Constable", "Nepal Police"),
    ("Private", "Royal Thai Army"), ("National Service", "Singapore Civil Defence Force"),
    ("Réserviste", "Armée de terre"), ("Sergent", "Police nationale"), ("Pilot", "Indian Air Force"),
    ("Military Service", None), ("Askerlik", "Türk Silahlı Kuvvetleri"), ("Officer", "Intelligence Bureau"),
    ("Home Guard", "Home Guards, Kerala"), ("Soldado", "Ejército de Colombia"),
    ("Cabo", "Polícia Militar do Estado de São Paulo"), ("Guard", "Philippine Coast Guard"),
    ("Soldier", "Ministry of Defence"), ("Lieutenant", "Israel Defense Forces"),
    ("Officer", "Internal Security Forces"), ("Gendarme", "Gendarmerie nationale"),
    ("Colonel", ""), ("Cook", "Army"), ("National service", "Nigerian Army, NYSC camp guard"),
    ("National service", None),
)  # fmt: skip
NEAR_SERVICE = (
    ("Teacher", "Army Public School"), ("Nurse", "Combined Military Hospital"), ("Clerk", "Police Credit Union"),
    ("Software engineer", "Military Software Systems Inc"), ("Sergeant", "Eagle Security"),
    ("Baker", "Battalion Bakery"), ("Corporal", "Corporal Records Ltd"),
    ("Soldier", "Atlas Security"), ("Army School Teacher", None), ("Guard", "Security Forces Hospital"),
)  # fmt: skip
NO_SERVICE = (
    ("Security Guard", "G4S Security"), ("Security Officer", "GardaWorld"),
    ("Store associate", "The Salvation Army"), ("Cashier", "Army Surplus Store"), ("Barista", "Police Street Café"),
    ("Waiter", "12 Police Street, Galle"), ("Corps member", "National Youth Service Corps"),
    ("Marine Engineer", "Maersk"), ("Second officer", "Merchant Navy"), ("General Manager", "Acme"),
    ("Major Account Manager", "Bell"), ("Captain", "Taj Hotel"), ("Private Tutor", None),
    ("Fire fighter", "Municipal Fire Brigade"), ("Sales", "Old Navy"), ("Analyst", "Business Intelligence Ltd"),
    ("Service Manager", "National Service Center"), ("Chef de brigade", "Hôtel Atlas"),
    ("Line cook", "Colonel Sanders Grill"), ("Bodyguard", None), (None, None),
    ("Army Chef", "Acme Catering"), ("Corps Member (NYSC national service)", "Federal Ministry of Works"),
    ("National service", "National Service Secretariat"), ("Volontaire, service national", "Service civique"),
    ("National service", "Sherut Leumi, school for the deaf"), ("National Service Training Program (CWTS)", None),
)  # fmt: skip
OFFICES = (
    ("Clerk", "Ministry of Finance"), ("Engineer", "Dubai Municipality"), ("Agent", "Mairie de Dakar"),
    ("Judge", None), ("Clerk", "Supreme Court of Ghana"), ("Officer", "Kenya Revenue Authority"),
    ("Accountant", "City Council of Nairobi"), ("Fonctionnaire", "Ministère de l'Intérieur"),
    ("Agent", "Direction générale des impôts"), ("Clerk", "Govt of Punjab"),
    ("Secretária", "Prefeitura Municipal de Recife"), ("Clerk", "Education Ministry"),
    ("Civil Servant", "Dinas Pendidikan"), ("Officer", "Department of Health"), ("Staff", "Barangay San Roque"),
    ("Secretario", "Ministerio de Salud"), ("Mayor", "Acme"), ("Consul", None),
)  # fmt: skip
NEAR_OFFICE = (
    ("Teacher", "Ministry of Education"), ("Teacher", "Government High School"), ("Infirmière", "CHU de Rabat"),
    ("Cook", "Ministry of Health"), ("Driver", "Embassy of Japan"), ("Nurse", "State Hospital"),
    ("Consul", "Acme"), ("Judge", "Acme"), ("Clerk", "Ministry of Finance High School"),
)  # fmt: skip
NO_OFFICE = (
    ("DJ", "Ministry of Sound"), ("Youth leader", "Grace Youth Ministry"), ("Clerk", "Indian Railways"),
    ("Front desk", "Embassy Suites by Hilton"), ("Waiter", "Garden Court Hotel"),
    ("Declarant", "ABC Customs Brokerage"), ("Assistant", "Department of Mathematics, Example University"),
    ("Manager", "State Bank of India"), ("Cook", "Parliament Pub"), ("Minister", "Baptist church"),
    ("Cleaner", "City Hall Restaurant"), ("Engineer", "Petronas"), ("Revenue manager", "Grand Hotel"),
    ("Teacher", "Sunrise School"), (None, None),
)  # fmt: skip


def test_the_words_that_tell_a_service_are_given() -> None:
    served, held = (
        armed("Conscript Soldier", "Army, 4th Regiment"),
        government("Clerk", "Ministry of Finance"),
    )
    assert served is not None and held is not None
    assert (served.words, held.words) == ("conscript soldier", "ministry of finance")
    assert (alone := armed("Army", None)) is not None and alone.words == "army"


def test_a_national_service_known_to_be_without_arms() -> None:
    assert armed("Compulsory national service", "Primary School", unarmed=True) is None
    assert armed("National service", "Ghana Armed Forces", unarmed=True) is not None
    assert armed("Military service", None, unarmed=True) is not None


@pytest.mark.parametrize("job", SERVED)
def test_service(job: tuple[str | None, str | None]) -> None:
    found = armed(*job)
    assert found is not None
    assert found.sure


@pytest.mark.parametrize("job", NEAR_SERVICE)
def test_near_service(job: tuple[str | None, str | None]) -> None:
    found = armed(*job)
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize("job", NO_SERVICE)
def test_no_service(job: tuple[str | None, str | None]) -> None:
    assert armed(*job) is None


@pytest.mark.parametrize("job", OFFICES)
def test_government_position(job: tuple[str | None, str | None]) -> None:
    found = government(*job)
    assert found is not None
    assert found.sure


@pytest.mark.parametrize("job", NEAR_OFFICE)
def test_near_a_government_position(job: tuple[str | None, str | None]) -> None:
    found = government(*job)
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize("job", NO_OFFICE)
def test_no_government_position(job: tuple[str | None, str | None]) -> None:
    assert government(*job) is None


@pytest.mark.parametrize(
    "job",
    [
        ("Corps member", "NYSC, State Ministry of Works"),
        ("National service personnel (National Service Scheme)", "Ministry of Health"),
        (None, "National Youth Service: Ministry of Justice"),
    ],
)
def test_a_year_of_service_in_an_office_is_near_a_position(job: tuple[str | None, str | None]) -> None:
    found = government(*job)
    assert found is None or not found.sure


def test_names_of_one_scheme() -> None:
    assert one_army("NYSC, Osun State", "National Youth Service Corps: Ministry of Works")
    assert one_army("N.S.S. (Ho)".replace(".", ""), "National Service Scheme")
    assert not one_army("NYSC", "National Service Scheme")
    assert not one_army("NYSC", "Ministry of Works")
