"""identity/birth-place: one person, two places of birth."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import cited_openly, lowered, said_openly
from consistency.comparator.statements import (
    Statement,
    citations,
    corrected,
    parted,
    said,
    settled,
    stated,
)
from consistency.model import Case, Person, Severity
from consistency.normalizer import places
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

TOPIC = ("place of birth", "birthplace", "birth place", "city of birth", "country of birth", "born",
         "lieu de naissance")  # fmt: skip
AREA = expression(
    r"\b(?:district|province|state|region|governorate|county|oblast|krai|prefecture|department|departement"
    r"|division|municipality|rural|village|zila|tehsil|taluk|upazila|wilaya|ostan|regency|kabupaten|barangay"
    r"|sub county|obl|dist|prov)\b"
)
"""Words (folded) for a place of another level than a town."""
_CUT = 12
"""Letters from which a name may be a longer one cut short, as the box of a passport does."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)"])
def birth_place(case: Case) -> Iterator[Mismatch]:
    """The place of birth differs.

    Why: the place of birth never changes; two of them read as two persons, or as a story that was made up.
    Advice: correct the draft; or say openly in the explanation letter which older record was wrong and enclose the
    birth certificate; or document why both are true (a town and its district, a city that was renamed).

    Reports another city:
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 birth_city=Kabul
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 birth_city=Herat

    Reports another country:
        2024/imm1295.pdf as of 2024-05-02: family_name=RAHIMI birth_date=1990-05-04 birth_city=Herat birth_country=AF
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 birth_city=Herat birth_country=IR

    Reports as minor a town beside a district:
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 birth_city="Kaski District"
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 birth_city=Pokhara

    Reports as minor a town that an address tells to lie in the other one's district:
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 birth_city="Chandpur Kalan"
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 birth_city=Ghatauli
        draft/cv.pdf as of 2026-02-01: text "House 4, Chandpur Kalan, Distt. Ghatauli, India"

    Reports two towns of which an address tells one alone:
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 birth_city="Chandpur Kalan"
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 birth_city=Ghatauli
        draft/cv.pdf as of 2026-02-01: text "House 4, Chandpur Kalan, India"

    Reports as minor a town beside the state that a passport of Mexico prints:
        draft/passport.pdf as of 2019-06-11: birth_city=JALISCO birth_country=MX
        draft/imm1295.pdf as of 2026-03-01: birth_city="Tepatitlán de Morelos" birth_country=MX

    Reports as minor a town beside the province that a passport prints:
        draft/passport.pdf as of 2022-05-02: family_name=CHEN birth_date=1990-05-04 birth_city=SICHUAN
        draft/imm1295.pdf as of 2026-03-01: family_name=CHEN birth_date=1990-05-04 birth_city=Chengdu

    Accepts a city that was renamed:
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 birth_city=Bombay
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 birth_city=Mumbai

    Accepts a country that was renamed:
        draft/passport.pdf as of 2022-05-02: family_name=PETROV birth_date=1980-05-04 birth_country=USSR
        draft/imm1295.pdf as of 2026-03-01: family_name=PETROV birth_date=1980-05-04 birth_country=UA

    Accepts a province told beside the city:
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 birth_city="Ludhiana, Punjab"
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 birth_city=LUDHIANA

    Accepts a province told before the town:
        draft/identity-card.pdf as of 2022-05-02: full_name="Ali Rahimi" birth_date=1990-05-04 birth_city=Cotopaxi quote="COTOPAXI, LATACUNGA, LA MATRIZ"
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 birth_city=Latacunga

    Reports another town of the province told first:
        draft/identity-card.pdf as of 2022-05-02: full_name="Ali Rahimi" birth_date=1990-05-04 birth_city=Cotopaxi quote="COTOPAXI, PUJILI, LA MATRIZ"
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 birth_city=Latacunga

    Accepts a place that the box of a passport cuts short:
        draft/passport.pdf as of 2022-05-02: family_name=REYES birth_date=1990-05-04 birth_city="TAGBILARAN BOH"
        draft/imm1295.pdf as of 2026-03-01: family_name=REYES birth_date=1990-05-04 birth_city="Tagbilaran, Bohol"

    Accepts a region that is named after the town:
        draft/passport.pdf as of 2022-05-02: family_name=BONDAR birth_date=1990-05-04 birth_city="ZHYTOMYRSKA OBL."
        draft/imm1295.pdf as of 2026-03-01: family_name=BONDAR birth_date=1990-05-04 birth_city=Zhytomyr

    Reports a village whose name begins like the town's:
        draft/passport.pdf as of 2022-05-02: family_name=BONDAR birth_date=1990-05-04 birth_city="PETROVSK"
        draft/imm1295.pdf as of 2026-03-01: family_name=BONDAR birth_date=1990-05-04 birth_city=Petrovskoye

    Reports a parish of Jamaica as another level than its town:
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 birth_city=Manchester passport_country=JM
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 birth_city=Mandeville

    Accepts a letter misread from a picture:
        draft/passport.png as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 birth_city=Poknara
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 birth_city=Pokhara

    Accepts accents and capitals:
        draft/passport.pdf as of 2022-05-02: family_name=RAHIMI birth_date=1990-05-04 birth_city="CAN THO"
        draft/imm1295.pdf as of 2026-03-01: family_name=RAHIMI birth_date=1990-05-04 birth_city="Cần Thơ"
    """
    for person in case.people:
        cities = settled(parted(stated(case, person, "birth_city"), _one_city))
        countries = parted(stated(case, person, "birth_country"), _one_country)
        if len(cities) > 1 or len(countries) > 1:
            yield _mismatch(case, person, cities, countries)


def _one_city(one: Statement, other: Statement) -> bool:
    if places.compare_cities(one.value, other.value).agrees:
        return True
    if _is_beginning(one.value, other.value) or _is_beginning(other.value, one.value):
        return True
    if _is_part_of(one, other) or _is_part_of(other, one):
        return True
    first, second = sorted((fold(one.value), fold(other.value)), key=len)
    return f" {first} " in f" {second} " or _is_country(one.value) or _is_country(other.value)


def _is_part_of(one: Statement, other: Statement) -> bool:
    """True where the paper names the other's town beside the province that it tells first: "Cotopaxi, Latacunga"."""
    parts = (fold(part) for part in (one.fact.evidence.quote or "").split(","))
    return "," in (one.fact.evidence.quote or "") and fold(other.value) in parts


def _is_beginning(short: str, long: str) -> bool:
    """True for a place cut short behind its town, or a long name cut, and for the town of a region named after it.

    Petrovsk and Petrovskoye are two towns.
    """
    first, second = fold(short), fold(long)
    if not second.startswith(first):
        return False
    behind_town = "," in long and first.startswith(f"{fold(long.partition(',')[0])} ")
    return behind_town or len(first) >= _CUT or AREA.search(second) is not None


def _is_country(text: str) -> bool:
    """True where a passport names the country alone as the place of birth."""
    return places.country(text) is not None and places.country_of_city(text) is None


def _one_country(one: Statement, other: Statement) -> bool:
    return places.compare_countries(one.value, other.value).agrees


def _mismatch(
    case: Case,
    person: Person,
    cities: Sequence[Sequence[Statement]],
    countries: Sequence[Sequence[Statement]],
) -> Mismatch:
    parts = [("city", cities), ("country", countries)]
    differing = [(name, groups) for name, groups in parts if len(groups) > 1]
    groups = [group for _, groups in differing for group in groups]
    letter = corrected(case, [s.paper for group in groups for s in group], TOPIC)
    told = " ".join(f"The {name} of birth differs: {said(groups)}." for name, groups in differing)
    level = Severity.MAJOR if len(countries) > 1 else _of_cities(case, cities)
    return Mismatch(
        person=person,
        subject="place of birth",
        detail=told + said_openly(letter),
        evidence=citations(groups) + cited_openly(letter),
        severity=lowered(level, letter),
    )


def _of_cities(case: Case, groups: Sequence[Sequence[Statement]]) -> Severity:
    """Weigh cities: a town beside the district around it is minor, and so is one that a paper tells to lie in it."""
    towns = [group for group in groups if not any(_is_area(s) for s in group)]
    names = [{fold(s.value) for s in group} for group in towns]
    parted = any(
        not (_lies_in(case, one, other) or _lies_in(case, other, one))
        for one, other in combinations(names, 2)
    )
    return Severity.MAJOR if parted else Severity.MINOR


def _lies_in(case: Case, towns: set[str], areas: set[str]) -> bool:
    """True where an address in any paper tells a town as one of a district: "Baghapurana, Distt. Moga"."""
    told = [f" {town} {word} {area} " for town in towns for area in areas for word in _DISTRICTS]
    told += [f" {town} {area} {word} " for town in towns for area in areas for word in _DISTRICTS]
    texts = (f" {fold(paper.document.text)} " for paper in case.papers)
    return any(words in text for text in texts for words in told)


_DISTRICTS = ("district", "distt", "dist", "zila", "regency", "kabupaten", "province", "tehsil and district")
"""What stands (folded) between a town and the district around it, or behind both."""


def _is_area(one: Statement) -> bool:
    issuer = next((f.value for f in one.paper.facts if f.attribute == "passport_country"), None)
    issuer = issuer if one.paper.kind == "passport" else None
    return AREA.search(fold(one.value)) is not None or places.is_district(one.value, issuer)
