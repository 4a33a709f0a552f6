"""Awards of schools: the levels that a title may stand for, and its fields."""

import pytest

from consistency.normalizer.awards import Level, highest, level, subjects

LEVELS = {
    "National Vocational Qualification Level 4 (Cookery)": (1, 1),
    "NVQ Level 5 in Plumbing": (2, 2),
    "High School Diploma": (0, 0),
    "Diploma of Vocational High School": (0, 0),
    "Sijil Pelajaran Malaysia": (0, 0),
    "SSLC (10th Std)": (0, 0),
    "Diploma of Vocational College": (1, 2),
    "Secondary School Certificate": (0, 0),
    "Baccalauréat": (0, 3),
    "certificate": (0, 2),
    "Associate degree": (2, 2),
    "Diploma in Nursing": (1, 2),
    "Licence": (3, 3),
    "B.Sc.": (3, 3),
    "B. Com": (3, 3),
    "BSc (Hons) Computer Science": (3, 3),
    "Diploma of Bachelor": (3, 3),
    "Post-graduate diploma": (3, 4),
    "MBA": (5, 5),
    "Master's degree": (5, 5),
    "Bachelor and Master of Arts": (5, 5),
    "PhD": (6, 6),
    "degree": (1, 6),
    "degree, Master of Arts": (5, 5),
    "High School, degree": (0, 0),
}


@pytest.mark.parametrize(("title", "levels"), LEVELS.items())
def test_the_levels_of_a_title(title: str, levels: tuple[int, int]) -> None:
    assert level(title) == Level(*levels)


@pytest.mark.parametrize("text", ["", None, "Computer Science", "mba", "Bob"])
def test_what_names_no_award(text: str | None) -> None:
    assert level(text) is None


def test_levels_agree_where_they_may_be_one() -> None:
    secondary, either, bachelor, diploma = Level(0, 0), Level(0, 3), Level(3, 3), Level(1, 2)
    assert secondary.agrees(either) and either.agrees(bachelor) and bachelor.agrees(bachelor)
    assert not secondary.agrees(bachelor) and not bachelor.agrees(secondary)
    assert bachelor.above(diploma) and not diploma.above(bachelor) and not bachelor.above(either)
    assert Level(1, 6).vague and not either.vague
    assert (either.words, bachelor.words) == ("secondary school", "a bachelor's degree")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Diploma in Nursing", {"health"}),
        ("BSc Computer Science", {"computing"}),
        ("Master of Arts in History", {"languages"}),
        ("Bachelor of Arts", set()),
        ("Bachelor of Applied Science", set()),
        ("Unnursing", set()),
        (None, set()),
    ],
)
def test_the_fields_of_a_title(text: str | None, fields: set[str]) -> None:
    assert subjects(text) == fields


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("HND in Mechanical Engineering", "National Diploma (ND) in Mechanical Engineering"),
        ("Higher National Diploma", "Ordinary National Diploma"),
        ("Technicien spécialisé en mécanique", "Diplôme de technicien en mécanique"),
        ("Diplôme de technicien", "Diplôme de qualification professionnelle"),
        ("BTS Logistique", "Brevet de technicien"),
        ("Technicien spécialisé", "DIPLÔME DE QUALIFICATION en mécanique"),
        ("NC III in Cookery", "NC II in Cookery"),
        ("TVET Level IV", "TVET Level III"),
        ("Bachelor of Science", "BTS Logistique"),
        ("National Diploma", "West African Senior School Certificate"),
        ("Nigeria Certificate in Education", "WASSCE"),
        ("Bằng đại học", "Trung cấp"),
        ("BTS Comptabilité", "Probatoire"),
        ("National Trade Certificate (NTC)", "PUC"),
    ],
)
def test_the_ladder_of_a_system_orders_its_awards(higher: str, lower: str) -> None:
    one, other = level(higher), level(lower)
    assert one is not None and other is not None
    assert one.above(other) and not other.above(one) and not one.agrees(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("National Diploma", "Diploma in Mechanics"),
        ("HND", "Bachelor of Science"),
        ("HND", "Associate degree"),
        ("Technicien", "Diploma"),
        ("Technicien spécialisé", "Associate degree"),
        ("Diplôme de technicien spécialisé", "BTS"),
        ("National Diploma", "ND"),
        ("Trade certificate", "Diplôme de qualification"),
    ],
)
def test_awards_of_two_systems_may_be_one(one: str, other: str) -> None:
    first, second = level(one), level(other)
    assert first is not None and second is not None and first.agrees(second)


def test_the_highest_of_several_awards_keeps_its_rung() -> None:
    levels = [found for title in ("ND", "HND", "Trade certificate") if (found := level(title))]
    top = highest(levels)
    assert top is not None and not levels[1].above(top) and top.above(levels[0])
    assert highest([]) is None


def test_a_permit_for_graduates_is_no_award() -> None:
    assert level("I hold a post-graduation work permit and work as a cook.") is None
    assert level("I hold a postgraduate diploma and a post-graduation work permit.") == level(
        "a postgraduate diploma"
    )


@pytest.mark.parametrize(
    "title", ["Diploma of Secondary Vocational Education", "Diploma of higher professional education"]
)
def test_how_high_a_schooling_goes_is_no_field_of_study(title: str) -> None:
    assert not subjects(title)
    assert subjects("Bachelor of Education") and subjects("Bachelor of Physical Education")
