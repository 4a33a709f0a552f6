"""Each language of the page has all words, with the same places in them, and none that nobody reads."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from consistency.model import RECORD_TYPES
from consistency.reports.html.wording import languages
from consistency.review.deciding import DECISIONS
from consistency.review.wording import FOLDER, words
from consistency.views.surroundings import IN_CHARTS
from tests.reports.test_html import keys, names


def own(lang: str) -> dict[str, str]:
    return dict(keys(tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))))


@pytest.mark.parametrize("lang", languages())
def test_each_language_has_all_words_with_their_places(lang: str) -> None:
    told, english = own(lang), own("en")
    assert set(told) == set(english)
    assert {key: names(told[key]) for key in told} == {key: names(english[key]) for key in told}
    assert all(f"decide.{one}_more" in told and f"decision.{one}" in told for one in DECISIONS)


def test_every_word_is_used() -> None:
    sources = [p for p in Path(str(files("consistency.review"))).rglob("*") if p.suffix in {".html", ".py"}]
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    asked = set(re.findall(r'words\(\s*"([a-z_.]+)"', text))
    joined = tuple(set(re.findall(r'words\(\s*"([a-z_]+\.)" ~', text)) | {"wrong.", "type."})
    told = {re.sub(r"\.(one|many)$", "", key) for key in own("en")}
    assert sorted(key for key in told - asked if not key.startswith(joined)) == []


def test_each_type_of_record_has_a_name() -> None:
    shown = {key.removeprefix("type.") for key in own("en") if key.startswith("type.")}
    assert shown == {name for name, kind in RECORD_TYPES.items() if not issubclass(kind, IN_CHARTS)}


def test_the_words_of_the_report_are_there_too() -> None:
    assert words("fr")("finding.why") == "Pourquoi c’est important"
    with pytest.raises(LookupError):
        words("xx")
