"""Names of persons: which ways to write one name agree, and which names are two."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.normalizer.names import (
    PersonName,
    compare,
    likely_same_person,
    parse_full,
    spelling_slip,
    swapped,
)
from consistency.normalizer.text import equal, fold, tokens

TABLES = Path(__file__).parents[3] / "shared" / "tables"

FOLDED = {
    "Đặng Thị": "dang thi",
    "Łukasz Straße": "lukasz strasse",
    "O’Neill": "oneill",
    "  JEAN-LUC\tTremblay, ": "jean luc tremblay",
    "Юлия": "yuliya",
    "عُمان": "mn",
    "": "",
    "«»": "",
}


@pytest.mark.parametrize(("text", "folded"), FOLDED.items())
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert tokens(text) == tuple(folded.split())
    assert equal(text, folded)


def name(text: str) -> PersonName:
    """Read ``FAMILY | Given`` as parts, anything else as one line."""
    family, bar, given_names = text.partition("|")
    return PersonName(family.strip(), given_names.strip()) if bar else PersonName(full=text)


SAME = [
    ("HOANG | QUOC BAO", "Quốc Bảo Hoàng"),
    ("Zhang Wei", "Wei Zhang"),
    ("García Márquez, Gabriel", "Gabriel Garcia Marquez"),
    ("Tremblay | Marie-Ève", "TREMBLAY | MARIE EVE"),
    ("Li Xiao-Ming", "Xiaoming Li"),
    ("Mr. Daniel Okafor", "Okafor | Daniel"),
    ("Shri Anil Kumar", "Anil Kumar"),
    ("SURYADI |", "Suryadi"),
    ("FNU | RAHIM", "RAHIM |"),
    (". | RAHIM", "RAHIM |"),
    ("Rahim | N/A", "RAHIM |"),
    ("Deng | Guoqiang", "邓国强"),
    ("Yılmaz | Oğuz", "YILMAZ | OGUZ"),
    ("Semenov | Petr", "Семёнов | Пётр"),
]
VARIANT = [
    ("J. A. Smith", "John Andrew Smith", "an initial stands for a name"),
    ("Smith | John", "John Andrew Smith", "a middle name is left out"),
    ("Reyes Santos | Maria Clara", "Maria Santos", "a middle name is left out"),
    ("Olvera Peña | Efraín", "OLVERA | EFRAIN", "a second family name is left out"),
    ("Rossi | Maria", "Rossi | Maria Anna", "a given name is left out"),
    ("Ivanov | Ivan Petrovich", "Ivan Ivanov", "a patronymic is left out"),
    ("Harpreet Singh S/O Gurmeet Singh", "Harpreet Singh", "a patronymic is left out"),
    ("João dos Santos", "Joao Santos", "a particle is left out"),
    ("El Idrissi | Khadija", "Idrissi | Khadija", "an article is left out"),
    ("Ahmad bin Hassan", "Ahmad Hassan", "a particle is left out"),
    ("Md. Karim Uddin", "Mohammed Karim Uddin", "two spellings of one name in Latin letters"),
    ("Benkirane | Youssef", "Benkirane | Yousef", "two spellings of one name in Latin letters"),
    ("Petrov | Pyotr", "Petroff | Petr", "two spellings of one name in Latin letters"),
    ("Semyonov | Pyotr", "Семёнов | Пётр", "letters with marks are written out"),
    ("Müller | Jörg", "MUELLER | JOERG", "letters with marks are written out"),
    ("Moradi | Niloofar", "نیلوفر مرادی", "the name in another script"),
    ("Brown | Robert", "Bob Brown", "a short form stands for a name"),
    ("Priya Gupta (née Sharma)", "Sharma | Priya", "a name before or after a marriage"),
    ("Smith | John", "Mr. Smith", "only the family name is given"),
    (
        "VAN NIEUWENHUIZEN | GERARD ROBBERT MARTI",
        "Van Nieuwenhuizen | Gerard Robbert Martijn",
        "the name is cut short, as in a machine-readable zone",
    ),
]
DIFFERENT = [
    ("Okafor | Daniel", "Okafor | Daniella"),
    ("García | José", "García | Josefa"),
    ("Kumar | Anil", "Kumar | Sunil"),
    ("Nguyễn Văn An", "Nguyễn Văn Anh"),
    ("Hassan Ali", "Ali Hassan Mohamed"),
    ("John A. Smith", "John B. Smith"),
    ("Olga Petrovna Ivanova", "Olga Sergeevna Ivanova"),
    ("SURYADI |", "Suryadi Kartini"),
    ("Karimi | Shirin", "Karemi | Shirin"),
    ("Jean-Luc Tremblay", "Jean-Paul Tremblay"),
    ("Kovalchuk | Oksana", ""),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_writing_is_no_difference(a: str, b: str) -> None:
    assert compare(name(a), name(b)).verdict == "same"


@pytest.mark.parametrize(("a", "b", "reason"), VARIANT)
def test_a_known_variant_says_which(a: str, b: str, reason: str) -> None:
    found = compare(name(a), name(b))
    assert (found.verdict, found.reason) == ("variant", reason)
    assert likely_same_person(name(a), name(b))


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_another_name_is_different(a: str, b: str) -> None:
    assert compare(name(a), name(b)).verdict == "different"


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        ("Karimi | Shirin", "Karemi | Shirin", True),
        ("Nguyen | An", "Nguyan | An", True),
        ("Chukwuemeka Obi", "Chukwuemka Obi", True),
        ("Okafor | Daniel", "Okafor | Daniella", False),
        ("García | Gabriel", "García | Gabriela", False),
        ("Zhang | Wei", "Zhang | Wen", False),
        ("Smith | John", "Smith | John", False),
        ("Karimi | Shirin", "Karemi | Simin", False),
    ],
)
def test_a_slip_is_one_word_by_a_letter_or_two(a: str, b: str, slip: bool) -> None:
    assert spelling_slip(name(a), name(b)) is slip


def test_swapped_parts() -> None:
    assert swapped(name("SINGH | Harpreet"), name("Harpreet | Singh"))
    assert not swapped(name("SINGH | Harpreet"), name("Singh | HARPREET"))
    assert not swapped(name("SINGH |"), name("| Singh"))
    assert not swapped(name("Ali | Ali"), name("Ali | Ali"))


@pytest.mark.parametrize(
    ("text", "parsed"),
    {
        "SINGH, Harpreet": PersonName("SINGH", "Harpreet"),
        "Dr. Ana María LÓPEZ": PersonName("LÓPEZ", "Ana María"),
        "LOPEZ RUIZ Ana": PersonName("LOPEZ RUIZ", "Ana"),
        "JOHN SMITH": PersonName(full="JOHN SMITH"),
        "Mr John Smith, Jr.": PersonName(full="John Smith"),
        "Mme Priya Gupta (née Sharma)": PersonName(full="Priya Gupta"),
        "Wang Wei (王伟)": PersonName(full="Wang Wei"),
        "": PersonName(),
    }.items(),
)
def test_parse_full(text: str, parsed: PersonName) -> None:
    assert parse_full(text) == parsed


def test_display_and_words() -> None:
    assert PersonName("Sidhu", "Gurpreet").display == "Gurpreet Sidhu"
    assert PersonName("FNU", "Rahim").all_tokens == ("rahim",)
    assert PersonName(full="Mr Abd al-Rahman Khalid").all_tokens == ("abdalrahman", "khalid")


WORDS = st.text(alphabet="abehlmnouxyzÀéßŁ áИ王م.-'’(),/", max_size=14)
NAMES = st.one_of(
    st.builds(PersonName, WORDS, WORDS), st.builds(PersonName, full=st.one_of(WORDS, st.text()))
)


@given(NAMES, NAMES)
def test_order_of_two_names_changes_no_verdict(a: PersonName, b: PersonName) -> None:
    assert compare(a, b).verdict == compare(b, a).verdict
    assert spelling_slip(a, b) == spelling_slip(b, a)


@given(NAMES)
def test_a_name_is_the_same_as_itself(a: PersonName) -> None:
    assert compare(a, a).verdict == "same"
    assert not spelling_slip(a, a)


def test_pairs_made_to_mislead() -> None:
    path = TABLES / "person_name_pairs.json"
    if not path.exists():
        pytest.skip("shared is not there")
    pairs = json.loads(path.read_text(encoding="utf-8"))
    found = [(compare(PersonName(full=a), PersonName(full=b)).agrees, bool(one)) for a, b, one in pairs]
    hits = sum(agrees and one for agrees, one in found)
    assert hits / sum(agrees for agrees, _ in found) >= 0.95  # precision
    assert hits / sum(one for _, one in found) >= 0.95  # recall


def test_pairs_of_our_own() -> None:
    table = tomllib.loads((Path(__file__).parent / "fresh_pairs.toml").read_text(encoding="utf-8"))
    assert len(table["persons_one"]) + len(table["persons_two"]) >= 60
    assert [pair for pair in table["persons_two"] if compare(name(pair[0]), name(pair[1])).agrees] == []
    found = [compare(name(a), name(b)).agrees for a, b in table["persons_one"]]
    assert sum(found) / len(found) >= 0.95
