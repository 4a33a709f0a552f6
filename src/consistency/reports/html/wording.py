"""The words of the page in one language: the interface's own, and the rules' where they are translated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from msgspec import Struct

from consistency.comparator.engine import all_rules
from consistency.comparator.reapplication.grounds import title_of
from consistency.model import Clock, Finding, Resolved
from consistency.normalizer import countries, tables
from consistency.normalizer.expressions import expression
from consistency.views.coverage import Row
from consistency.views.places import in_words

FOLDER = files("consistency.reports.html") / "words"
FORM = expression(r"imm(\d+\w*)")
PERIOD = expression(r"(\?|\d{4}(?:-\d\d){0,2}) to (\?|present|\d{4}(?:-\d\d){0,2})")
"""A period as the model writes it."""
LETTERED = expression(r"\(([a-z][\w.]*)\)")
"""A paragraph of a provision: "(a)" in English, "a)" in French."""
COUNTRIES = ("birth_country", "citizenship", "passport_country", "country")
"""Attributes whose values are countries."""
OWN = "en"
"""The language in which rules are written and findings are told."""


class Sentence(NamedTuple):
    """Words and the language they are in, where it is not the page's."""

    text: str
    lang: str | None = None


def languages() -> tuple[str, ...]:
    """Name the languages: the files of the folder are the list."""
    return tuple(sorted(f.name.removesuffix(".toml") for f in FOLDER.iterdir() if f.name.endswith(".toml")))


class Words(Struct, frozen=True):
    """The words of one language, by dotted key ("finding.why")."""

    lang: str
    told: Mapping[str, Any]
    rules: Mapping[str, Mapping[str, str]]
    """The title, the why and the advice of rules by their ids, where they are translated."""

    def __call__(self, key: str, /, **values: object) -> str:
        """Give the words under a key, with values put in; raises KeyError for a key that is not there.

        A key with ``one`` and ``many`` is chosen by the value ``n``.
        """
        found = self.told
        for part in key.split("."):
            found = found[part]
        if isinstance(found, Mapping):
            found = found["one" if values["n"] == 1 else "many"]
        return str(found).format_map(values)

    def name(self, group: str, word: str) -> str:
        """Give the name of one word of the model ("attribute", "birth_date"), or the word itself where it has none."""
        return str(self.told[group].get(word, word.replace("_", " ").replace("-", " ")))

    def kind(self, kind: str) -> str:
        """Give the name of a kind of paper: of an official form its number."""
        named = self.value(kind)
        return named if named != kind else self.name("kind", kind)

    def value(self, value: str) -> str:
        """Write a compared value as a person reads it: a form's slug as its number, a period with its own words."""
        form = FORM.fullmatch(value)
        return f"IMM {form[1].upper()}" if form else PERIOD.sub(self._period, value)

    def named(self, attribute: str | None, value: str) -> str:
        """Write the value of an attribute: a word of the model by its name in this language, all else as it is."""
        if attribute in COUNTRIES:
            return self.country(value)
        named = {
            "sex": lambda: self.name("sex", value),
            "marital_status": lambda: self.name("marital", value),
            "relation": lambda: self.name("relation", value),
            "answer": lambda: self.name("reply", value),
            "reason": lambda: title_of(value, self.lang) or value,
        }
        return named.get(attribute or "", lambda: self.value(value))()

    def place(self, place: str) -> str:
        """Say where in a document something stands: in a DOCX in this language, in a form as it prints it."""
        return in_words(place, self.lang) or place

    def _period(self, found: re.Match[str]) -> str:
        end = self.name("period", "present") if found[2] == "present" else found[2]
        return f"{found[1]} {self.name('period', 'to')} {end}"

    def law(self, provision: str) -> str:
        """Cite a provision as the language does: "IRPA s.40(1)(a)" is "LIPR art. 40(1)a)" in French."""
        told: Mapping[str, str] = self.told.get("law", {})
        act = next((act for act in told if provision.startswith(act)), None)
        return told[act] + LETTERED.sub(r"\1)", provision.removeprefix(act)) if act else provision

    def clock(self, clock: Clock) -> Sentence:
        """Name what a clock counts: in short where its kind has a name in this language, else by its own title."""
        told = self.told.get("clock", {}).get(clock.kind)
        return Sentence(told) if told else self.own(clock.title)

    def ground(self, row: Row) -> Sentence:
        """Give the title of a reason of a refusal: in this language where it is a known ground, else as it stands."""
        told = title_of(row.reason, self.lang)
        return Sentence(told) if told else self.own(row.title)

    def country(self, code: str | None) -> str:
        """Give the name of a country by its ISO 3166-1 alpha-2 code; what is no code stays as it is."""
        if not code:
            return ""
        return countries.name_of(code, self.lang) if countries.country(code) == code else code

    def rule(self, finding: Finding | Resolved, part: str) -> Sentence:
        """Give the title, the why or the advice of a finding: translated where the rule's own words are told."""
        text = " ".join(getattr(finding, part).split())
        told = self.rules.get(finding.rule, {}).get(part)
        rule = all_rules().get(finding.rule)
        if told is not None and rule is not None and text == " ".join(getattr(rule, part).split()):
            return Sentence(told)
        return self.own(text)

    def own(self, text: str) -> Sentence:
        """Give a sentence that is told in English, marked so where the page is in another language."""
        return Sentence(text, None if self.lang == OWN else OWN)


@cache
def words(lang: str) -> Words:
    """Read the words of a language; raises LookupError for one that is not there."""
    if lang not in languages():
        raise LookupError(f"there are no words in {lang!r}; there are: {', '.join(languages())}")
    rules = FOLDER / "rules" / f"{lang}.toml"
    told = tables.read(FOLDER / f"{lang}.toml")
    translated = tables.read(rules) if rules.is_file() else {}
    return Words(lang, told, translated)
