"""What a diploma or transcript says: by labels, in sentences, or on the lines of its layout."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from consistency.extractors.papers import _diploma_words as words
from consistency.extractors.papers._career_words import award_weight, institution_weight
from consistency.extractors.papers._labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.papers._letters import Cut, Dated, cells, order_of
from consistency.extractors.papers._official import (
    alone_names,
    continued,
    date_in,
    day_after,
    day_of,
    first_day,
    name_of,
    named,
    narrowed,
    own_day,
    said,
    told,
)
from consistency.extractors.papers._prose import Passage, passage, plain
from consistency.model import Document, Evidence, Study
from consistency.normalizer import dates, places
from consistency.normalizer.dates import Order, PartialDate, Period
from consistency.normalizer.expressions import expression

LABELS = vocabulary("education_certificate")

_HEAD = 12
_LABELS_ALONE = frozenset(
    {"institution", "institute", "school", "university", "college", "academy", "faculty"}
)
_JUNIOR_COLLEGE = expression(r"\bjunior college (?=diploma)", re.IGNORECASE)
"""An award of China, Japan and Korea, not a school."""


class Diploma(Struct, frozen=True, dict=True):
    """A school's paper, taken apart."""

    document: Document
    order: Order | None = None

    @classmethod
    def of(cls, document: Document) -> "Diploma":
        """Take a paper apart."""
        return cls(document, order_of(document))

    @cached_property
    def labels(self) -> dict[str, list[Value]]:
        """The values of all labels."""

        def is_dated(text: str) -> bool:
            return date_in(text, self.order) is not None and len(text) < 60

        accept: dict[str, Accept] = dict.fromkeys(("start", "end", "period", "date"), is_dated)
        accept["institution"] = lambda text: text[:1].isupper() and not is_dated(text)  # it may go on below
        accept["level"] = lambda text: not text[:1].islower() and len(text) < 120
        return Labelled(self.document, LABELS, accept).values()

    @cached_property
    def parts(self) -> tuple[Passage, ...]:
        """The sentences, and the whole as one text: the lines of a diploma are broken anywhere."""
        return (*told(self.document), passage(self.document, self.document.lines[:40]))

    # --- who, and where ---

    @cached_property
    def name(self) -> Cut | None:
        """Who studied."""
        for value in self.labels.get("full_name", ()):
            if name := name_of(value):
                return name
        found = named(self.parts, *words.NAMES)
        return found or next(alone_names(self.document, self.document.lines[1:20], words.NO_PERSON), None)

    @cached_property
    def school(self) -> Cut | None:
        """The school: beside its label, in the head, else in a sentence."""
        for value in self.labels.get("institution", ()):
            whole = continued(self.document, value)
            if institution_weight(whole.text) <= 0:
                continue
            name, _, rest = whole.text.partition(", ")
            name = name if rest and places.split_place(rest)[1] and institution_weight(name) else whole.text
            return Cut(name, narrowed(whole.evidence, name))
        return next(self._in_head(), None) or next(self._in_sentences(), None)

    def _in_head(self) -> Iterator[Cut]:
        """Give the lines of the head that name a school, the largest letters first."""
        lines = sorted(self.document.lines[:_HEAD], key=lambda line: -(line.size or 0.0))
        for cell in cells(self.document, lines):
            text = re.split(r"\s+[|•·]\s+|\t", cell.text)[0].strip(" ,.")
            low = plain(text)
            fits = (
                low not in _LABELS_ALONE
                and len(text) <= 90
                and institution_weight(text) > 0
                and not award_weight(text)
            )
            if (
                fits
                and not words.NO_SCHOOL.search(low)
                and not re.search(r":|\d{3}|\bthat\b|\bcertif\w*|\bque\b", low)
            ):
                yield Cut(text, cell.cite(cell.text.find(text), cell.text.find(text) + len(text)))

    def _in_sentences(self) -> Iterator[Cut]:
        for cut in said(self.parts, *words.SCHOOLS):
            if institution_weight(cut.text) > 0 and not cut.text[:1].islower():
                yield cut

    # --- what ---

    @cached_property
    def level(self) -> Cut | None:
        """The award: beside its label, on a line of its own, or in a sentence."""
        labelled = [continued(self.document, v) for v in self.labels.get("level", ()) if _is_award(v.text)]
        known = [cut for cut in labelled if award_weight(cut.text) > 0]
        sources = (
            known,
            self._below_lead(),
            self._on_lines(),
            self._told_award(),
            labelled,
            self._unlisted(),
        )
        return next((cut for source in sources for cut in source), None)

    def _below_lead(self) -> Iterator[Cut]:
        """Give the line below "is awarded the" and "el título de"."""
        for line, following in pairwise(self.document.lines[:30]):
            text = _without_article(following.text.strip(' .,"“”'))
            fits = text[:1].isupper() and len(text) < 90 and _is_award(text) and institution_weight(text) == 0
            if fits and words.AWARD_LEAD.search(plain(line.text)):
                at = following.text.find(text)
                yield Cut(text, passage(self.document, [following]).cite(at, at + len(text)))

    def _on_lines(self) -> Iterator[Cut]:
        """Give the lines that are an award and nothing else."""
        for line in self.document.lines[:30]:
            text = _without_article(line.text.strip(" .,"))
            alone = len(line.segments) == 1 and len(text) < 90 and text[:1].isupper()
            bare = _JUNIOR_COLLEGE.sub("", text)
            if alone and award_weight(bare) >= 2.0 and _is_award(text) and institution_weight(bare) == 0:
                at = line.text.find(text)
                yield Cut(text, passage(self.document, [line]).cite(at, at + len(text)))

    def _told_award(self) -> Iterator[Cut]:
        for cut in said(self.parts, *words.DEGREES):
            if award_weight(cut.text) > 0 and _is_award(cut.text) and len(cut.text) < 100:
                yield cut

    def _unlisted(self) -> Iterator[Cut]:
        """Give what follows the words of awarding where its kind is not a known one."""
        for cut in said(self.parts, *words.DEGREES):
            listed = re.search(r"\d|\s{2}", cut.text)
            if cut.text[0].isupper() and not listed and _is_award(cut.text) and len(cut.text.split()) <= 10:
                yield cut

    # --- when ---

    @cached_property
    def day(self) -> Dated | None:
        """The day of issue."""
        others = {
            name: values for name, values in self.labels.items() if name not in ("date", "full_name", "level")
        }
        labelled = [day_of(value, self.order) for value in self.labels.get("date", ())]
        return first_day(
            *labelled,
            day_after(self.parts, words.ISSUED, self.order),
            own_day(self.document, others, self.order),
        )

    def _term(self) -> tuple[Period, Evidence] | None:
        """Give the time of the studies."""
        return self._labelled_term() or self._told_term() or self._told_ends()

    def _labelled_term(self) -> tuple[Period, Evidence] | None:
        for value in self.labels.get("period", ()):
            periods = dates.find_periods(value.text, order=self.order)
            if periods:
                return periods[0][2], value.evidence
        ends = {name: self.labels[name][0] for name in ("start", "end") if name in self.labels}
        if not ends:
            return None
        start, end = (
            date_in(ends[name].text, self.order) if name in ends else None for name in ("start", "end")
        )
        return Period(start, end), next(iter(ends.values())).evidence

    def _told_term(self) -> tuple[Period, Evidence] | None:
        for part in self.parts:
            for start, end, period in dates.find_periods(part.text, order=self.order):
                if period.start and not words.NOT_THE_TERM.search(part.plain[:start]):
                    return period, part.cite(start, end)
        return None

    def _told_ends(self) -> tuple[Period, Evidence] | None:
        found: dict[str, tuple[PartialDate, Evidence]] = {}
        for part in self.parts:
            last = 0
            for day in dates.find_dates(part.text, order=self.order):
                before, last = part.plain[last : day.start], day.end
                for role, pattern in (("end", words.ENDED), ("start", words.BEGAN)):
                    if pattern.search(before) and not words.NOT_THE_TERM.search(before) and role not in found:
                        found[role] = (day.date, part.cite(day.start, day.end))
                        break
        if not found:
            return None
        start, end = (found[role][0] if role in found else None for role in ("start", "end"))
        return Period(start, end), next(iter(found.values()))[1]

    # --- where ---

    def _place(self) -> Cut | None:
        """Give the place: beside its label, else the line of the head that is one."""
        for value in self.labels.get("place", ()):
            if places.split_place(value.text)[1]:
                return Cut(value.text, value.evidence)
        for cell in cells(self.document, self.document.lines[:_HEAD]):
            for piece in re.split(r"\s*[|•·]\s*", cell.text):
                if self._is_place(piece):
                    start = cell.text.find(piece)
                    return Cut(piece, cell.cite(start, start + len(piece)))
        return None

    def _is_place(self, text: str) -> bool:
        short = len(text) <= 60 and not re.search(r"\d{5}|@|:", text) and institution_weight(text) == 0
        parted = "," in text or re.search(r"\s[-–—]\s", text) is not None
        return short and parted and not dates.find_dates(text) and places.split_place(text)[1] is not None

    def study(self) -> Study | None:
        """Give the studies, if the paper names a school or an award."""
        found = {"institution": self.school, "level": self.level, "city": self._place()}
        cited = {name: cut.evidence for name, cut in found.items() if cut}
        if not cited.keys() & {"institution", "level"}:
            return None
        term, where, fields = self._term(), found["city"], self.labels.get("field", ())
        cited |= {"period": term[1]} if term else {}
        city, country = _split(where.text) if where else (None, None)
        return Study(
            evidence=next(iter(cited.values())),
            cells=cited,
            period=term[0] if term else None,
            institution=found["institution"].text if found["institution"] else None,
            level=found["level"].text if found["level"] else None,
            field_of_study=fields[0].text if fields else None,
            city=city,
            country=country,
        )


def _without_article(text: str) -> str:
    """Give an award without the article before it: "the Diploma in Cooking"."""
    return re.sub(r"^(?:the|an?|le|la|el|o)\s+(?=[A-ZÀ-Ý])", "", text)


def _is_award(text: str) -> bool:
    """Tell whether a text can be an award: no title of a paper, no sentence, no date."""
    low = plain(text)
    other = words.NOT_AN_AWARD.match(low) or re.search(r"\d{4}|\bthis is\b|\bcertif(?:y|ies|ions)\b", low)
    return not other and not dates.find_dates(text)


def _split(text: str) -> tuple[str | None, str | None]:
    """Give town and country of a place or an address: the street before the town is left out."""
    pieces = re.split(r",\s*", text)
    while len(pieces) > 1 and re.search(r"\d", pieces[0]):
        pieces = pieces[1:]
    return places.split_place(", ".join(pieces))
