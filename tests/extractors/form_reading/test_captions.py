"""How forms call the places of their values: the words that a person looks for on the form."""

import pytest

from consistency.extractors.form_reading.captions import place
from consistency.extractors.form_reading.form import definitions

CAPTIONS = {definition.kind: definition.captions for definition in definitions()}


@pytest.mark.parametrize(
    ("kind", "key", "path", "language", "words"),
    [
        ("imm1295", "birth_date", "form1/Page1/PersonalDetails/DOBYear", "en", "page 1: Date of birth"),
        ("imm1295", "birth_date", "form1/Page1/PersonalDetails/DOBYear", "fr", "page 1: Date de naissance"),
        ("imm1295", "job.from", "form1/Page3/Occupation/OccupationRow2/FromYear", "en",
         "page 3: Employment > From, row 2"),
        ("imm5562", "trip.to", "IMM_5562/Page1/List2A/s1[2]/toDate", "en", "page 1: To, row 3"),
        ("imm1295", "job.to", "form1/Page3/Occupation/OccupationRow1/ToYear", "fr",
         "page 3: Antécédents professionnels > À, ligne 1"),
    ],
)  # fmt: skip
def test_a_field_is_called_as_the_form_calls_it(
    kind: str, key: str, path: str, language: str, words: str
) -> None:
    assert place(CAPTIONS[kind], key, path, language) == words


def test_a_relative_is_found_below_the_heading_of_a_relation() -> None:
    captions = {"relationship/spouse": ("Marital status",), "relationship/spouse.name": ("Family name",)}
    assert place(captions, "relationship.name", "form1/SectionA/Name", "en") == "Marital status > Family name"


def test_a_value_without_a_caption_has_the_heading_and_its_own_name() -> None:
    assert (
        place({"address": ("Contact information",)}, "address.street", "a/b", "en")
        == "Contact information > street"
    )


def test_what_the_form_does_not_print_has_no_words() -> None:
    assert place({}, "permit.status", "form1/Page3/Type", "en") is None


def test_a_number_in_a_path_that_no_form_has_is_no_row() -> None:
    many = "9" * 5_000
    assert place({"job.to": ("To",)}, "job.to", f"form1/Page{many}/Row{many}[{many}]/ToYear", "en") == "To"
