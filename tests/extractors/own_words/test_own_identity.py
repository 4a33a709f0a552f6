"""What letters say of the writer's own birth and passport, and what they say of others'."""

import pytest

from consistency.extractors.papers import explanation_letter
from tests.extractors.papers.made import docx, facts

ASKED = ("birth_date", "birth_city", "birth_country", "passport_number")


def told(text: str) -> dict[str, str]:
    letter = f"Dear Officer,\nI am writing to support my new application.\n{text}\nSincerely,\nIda Sample"
    found = facts(explanation_letter.read(docx(letter)))
    return {name: found[name] for name in ASKED if name in found}


OWN = [
    ("I was born in Sfax on 4 May 1990.", {"birth_city": "Sfax", "birth_date": "1990-05-04"}),
    ("I was born on May 4, 1990 at Sfax, Tunisia.", {"birth_city": "Sfax", "birth_date": "1990-05-04"}),
    ("Je suis née le 4 mai 1990 à Sfax.", {"birth_city": "Sfax", "birth_date": "1990-05-04"}),
    (
        "I, Ida Sample, born on 4 May 1990 in Sfax, apply again.",
        {"birth_city": "Sfax", "birth_date": "1990-05-04"},
    ),
    ("I am a Tunisian citizen born in Sfax.", {"birth_city": "Sfax"}),
    ("I was born in Tunisia and came to Kuwait as a child.", {"birth_country": "TN"}),
    (
        "I was born in Tunisia and am a citizen of Tunisia and, since 28 May 2019, of Malta.",
        {"birth_country": "TN"},
    ),
    ("I was born in Sfax and married on 4 May 1990.", {"birth_city": "Sfax"}),
    ("I hold Tunisian passport Z0123456, valid until 2031.", {"passport_number": "Z0123456"}),
    ("My passport number is Z 0123456.", {"passport_number": "Z 0123456"}),
    ("Je suis titulaire du passeport no Z0123456.", {"passport_number": "Z0123456"}),
]
NOTHING = [
    "My daughter was born in Sousse on 4 May 2019.",
    "My husband, born in Gabes on 3 March 1988, holds passport Y7654321.",
    "I have one son, Ali, born on 3 March 2019 in Sousse.",
    "I am the mother of Aiko, born in Tokyo on 2 May 2018.",
    "I, the mother of Aiko Sample, born in Tokyo on 2 May 2018, apply again.",
    "I wed Sami Haddad, born on 3 March 1988 in Gabes.",
    "I look after two children born in Sfax.",
    "Her passport number is Y7654321.",
    "I enclose passport Y7654321 of Sami.",
    "My old passport Z0123456 expired in 2024.",
    "My passport Z0123456 was replaced by Z7654321 in March 2025.",
    "I was born in Punjab.",
    "I was born and raised in Sousse.",
    "I was born in a small village near the sea.",
    "A copy of my passport is enclosed.",
]


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_own(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_for_certain(text: str) -> None:
    assert told(text) == {}
