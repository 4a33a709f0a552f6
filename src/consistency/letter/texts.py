"""The words of the papers in a language: one TOML each, beside this module."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from consistency.comparator.reapplication.grounds import title_of
from consistency.letter.places import place_words
from consistency.model import Case
from consistency.normalizer import countries, tables
from consistency.normalizer.dates import PartialDate, Period
from consistency.views.explaining import Reason
from consistency.views.quoting import Quote, Thing

Language = Literal["en", "fr"]


class Texts(Struct, frozen=True):
    """What is written in one language; the table's keys are explained in ``en.toml``."""

    language: Language
    table: Mapping[str, Any]

    def say(self, group: str, name: str, /, **values: object) -> str:
        """Give a text of a group ("labels", "letter") with values put in; raises KeyError where there is none."""
        written: str = self.table[group][name]
        return written.format(**values) if values else written

    def word(self, group: str, name: str | None) -> str:
        """Give the word for a value of the house, or the value itself where it has none of its own."""
        return str(self.table[group].get(name, name or ""))

    def kind(self, kind: str) -> str:
        """Name a kind of paper: "IMM 1295" or "employer's letter"."""
        if kind.startswith("imm"):
            return self.say("labels", "form", number=f"IMM {kind[3:].upper()}")
        return self.word("kinds", kind).replace("-", " ")

    def named(self, kind: str) -> str:
        """Name a kind of paper at the beginning of a line."""
        return capital(self.kind(kind))

    def reason(self, slug: str) -> str:
        """Name a ground of refusal, in words by which a letter is known to take it up."""
        return str(self.table["reasons"].get(slug) or title_of(slug, self.language) or slug)

    def numbered(self, reason: Reason) -> str:
        """Give the heading of a reason."""
        return self.say("labels", "reason", number=reason.number, title=self.reason(reason.slug))

    def heading(self, rule: str, about: Thing) -> str:
        """Say in a few words what a finding of a rule is about."""
        title, named = self._of_rule(rule)[0], self.thing(about)
        return f"{title} – {named}" if named else title

    def question(self, rule: str) -> str:
        """Give the question that settles a finding of a rule."""
        return self._of_rule(rule)[1]

    def _of_rule(self, rule: str) -> tuple[str, str]:
        families = self.table["families"]
        title, question = self.table["rules"].get(rule) or families.get(rule.split("/")[0]) or families["any"]
        return title, question

    def thing(self, about: Thing) -> str:
        """Name what a finding is about, by every name that papers give it."""
        return " / ".join(about.names) or (
            countries.name_of(about.country, self.language) if about.country else ""
        )

    def date(self, day: PartialDate | None) -> str:
        """Write a date in the order of the language, as far as it is known; with its other reading where it has one."""
        if day is None:
            return str(self.table["no_day"])
        one = self._one_date(day)
        if day.alternative is None:
            return one
        return str(self.table["either"]).format(one=one, other=self._one_date(day.alternative))

    def _one_date(self, day: PartialDate) -> str:
        if day.month is None:
            return str(day.year)
        form = "month" if day.day is None else "first_day" if day.day == 1 else "day"
        month = self.table["months"][day.month - 1]
        return str(self.table[form]).format(day=day.day, month=month, year=day.year)

    def period(self, period: Period | None) -> str:
        """Write a period from its start to its end."""
        start, end = (period.start, period.end) if period else (None, None)
        last = self.date(end) if end else str(self.table["present"]) if period and period.open else ""
        if start is None:
            return str(self.table["until"]).format(end=last) if end else last or self.date(None)
        if start == end:
            return self.date(start)
        return str(self.table["period" if last else "since"]).format(start=self.date(start), end=last)

    def words(self, quote: Quote) -> str:
        """Give the words of a document in quotation marks, or say that nothing stands there."""
        if quote.words:
            return str(self.table["quote"]).format(words=" ".join(quote.words.split()))
        return self.say("labels", "whole" if quote.whole else "nothing_there")

    def place(self, quote: Quote) -> str:
        """Say where in a document a quote stands: the page, the box of a form, the paragraph."""
        page, field = place_words(quote.place, quote.field, self.language, self.table["labels"]["box"])
        number = quote.page or page
        parts = [self.say("labels", "page", page=number)] if number else []
        return ", ".join([*parts, *([field] if field else [])])


def capital(text: str) -> str:
    """Begin a text with a capital letter, and leave the rest as it is."""
    return text[:1].upper() + text[1:]


@cache
def texts(language: Language) -> Texts:
    """Give the words of a language."""
    return Texts(language, tables.read(Path(__file__).with_name(f"{language}.toml")))


def language_of(case: Case) -> Language:
    """Give the language in which most papers of the draft are written, or of all where there is no draft."""
    drafted = case.draft_papers
    count = Counter(_known(paper.language for paper in drafted or case.papers))
    return "fr" if count["fr"] > count["en"] else "en"


def _known(languages: Iterable[str | None]) -> Iterable[str]:
    return (language for language in languages if language)
