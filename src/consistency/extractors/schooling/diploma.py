"""What a diploma or transcript says: by labels, in sentences, or on the lines of its layout."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from consistency.extractors.schooling import words
from consistency.extractors.schooling.school import HEAD, names_board, school_of
from consistency.extractors.wording.career_words import award_weight, institution_weight
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Cut, Dated, cells, order_of
from consistency.extractors.wording.official import (
    continued,
    date_in,
    day_after,
    day_of,
    first_day,
    narrowed,
    own_day,
    said,
    told,
)
from consistency.extractors.wording.persons import alone_names, name_at, name_of
from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.model import Document, Evidence, Study
from consistency.normalizer import awards, dates, places
from consistency.normalizer.dates import Order, PartialDate, Period
from consistency.normalizer.expressions import expression

LABELS = vocabulary("education_certificate")

_SURELY = 2.0
_LONGEST_FIELD = 8
"""Words: more are a sentence in which a department is named."""
_TITLE = 6
"""Words: a longer line holds more than the name of an award."""
_ENDS = 4
_TERM = 300
"""Days: no season of examinations is so long."""
_BESIDE = 2
"""A line of more cells is a row of a table, in which nobody is named who studied."""
_SCHOOL_AWARD = expression(
    r"\bjunior college (?=diploma)|(?<=\bdiploma of )(?:(?:senior|high|higher|secondary|vocational) )+school\W*$"
    r"|\b(?:(?:senior|high|higher|secondary) )*school (?=(?:leaving )?(?:certificate|diploma))",
    re.IGNORECASE,
)
"""Awards that are called after a kind of school: of China, Japan and Korea, and of many countries."""
_SERIES = expression(
    r"\s+(?:[A-ZА-Я]{1,3}\s+)?(?:(?i:no|nr|number|série|serie|series)\b|№|N°|#).*$|\s+(?:19|20)\d\d$"
)
"""The number of a paper, or its year, behind the award that it is of."""


def _without_number(cut: Cut) -> Cut:
    """Give an award without the number of the degree in brackets behind it."""
    text = _NUMBERED.sub("", cut.text)
    return cut if text == cut.text else Cut(text, narrowed(cut.evidence, text))


_NUMBERED = expression(r"\s*\((?i:degree|diploma|certificate|reg(?:istration|\.)?)\.? (?i:no|nr|number)\b.*$")


_SEMESTER = expression(r"(?<=\b(?:19|20)\d\d)[-–](?:I{1,2}|[12])(?=[\s,;.)]|$)")
"""The half of a year behind it: "2010-I to 2012-II"."""


def _is_town(name: str, behind: str) -> bool:
    """Tell whether what reads as a name is the place of issue: a town, or one word before a day."""
    alone = " " not in name and words.THEN_DATED.match(behind) is not None
    return alone or places.country_of_city(name) is not None


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
        accept["field"] = lambda text: text[:1].isupper() and len(text.split()) <= _LONGEST_FIELD
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
            if self._is_of_an_award(value):
                continue
            if name := name_of(continued(self.document, value)) or name_of(value):
                return name
        family, given = (
            next((cut for value in self.labels.get(part, ()) if (cut := name_of(value))), None)
            for part in ("family", "given")
        )
        if family and given:
            return Cut(f"{given.text} {family.text}", given.evidence)
        found = next(self._told_names(), None)
        alone = [line for line in self.document.lines[1:20] if len(line.segments) <= _BESIDE]
        return found or next(alone_names(self.document, alone, words.NO_PERSON), None)

    def _is_of_an_award(self, value: Value) -> bool:
        """Tell whether what stands beside a label is the end of an award: "Graduate in Midwifery"."""
        ends = (line.text for line in self.document.lines if line.text.endswith(value.text))
        return any(words.GRADUATE_IN.match(plain(text)) for text in ends)

    def _told_names(self) -> Iterator[Cut]:
        """Give the names that follow words such as "certify that", and no town in which the paper was issued."""
        for lead in words.NAMES:
            for part in self.parts:
                for match in lead.finditer(part.plain):
                    found = name_at(part, match.end())
                    if found and not _is_town(found.text, part.plain[match.end() + len(found.text) :]):
                        yield found

    @cached_property
    def born(self) -> Dated | None:
        """When the one who studied was born; nothing where the birth of somebody else may be told."""
        days = [day_after([part], words.BORN_ON, self.order) for part in self.parts]
        found = {day.date.iso: day for day in days if day and day.date.precision == "day"}
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def school(self) -> Cut | None:
        """The school; none where a board certifies what was studied anywhere."""
        labelled = (*self.labels.get("institution", ()), *self.labels.get("credential", ()))
        return school_of(self.document, labelled, self.parts)

    # --- what ---

    @cached_property
    def level(self) -> Cut | None:
        """The award: what an assessment takes it for here, beside its label, on a line of its own, or in a "
        "sentence."""
        assessed = [continued(self.document, value) for value in self.labels.get("equivalence", ())]
        if equal := next((cut for cut in assessed if award_weight(cut.text) > 0), None):
            return equal
        told = [continued(self.document, value) for value in self.labels.get("level", ())]
        labelled = [bare for cut in told if _is_award((bare := _without_number(cut)).text)]
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
            if len(line.segments) > 1 or len(following.segments) > 1:
                continue  # rows of a table, one of whose columns is headed "Obtained"
            text = _without_article(following.text.strip(' .,"“”'))
            fits = text[:1].isupper() and len(text) < 90 and _is_award(text) and institution_weight(text) == 0
            if fits and words.AWARD_LEAD.search(plain(line.text)):
                at = following.text.find(text)
                yield Cut(text, passage(self.document, [following]).cite(at, at + len(text)))

    def _on_lines(self) -> Iterator[Cut]:
        """Give the lines that are an award and nothing else."""
        for line in self.document.lines[:30]:
            for piece in re.split(r"\s+[-–—|]\s+", line.text) if len(line.segments) == 1 else ():
                text = _SERIES.sub("", _without_article(piece.strip(" .,")))
                if text[:1].isupper() and len(text) < 90 and _is_award(text) and _names_award(text):
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
        return self._labelled_term() or self._told_years() or self._told_term() or self._told_ends()

    def _told_years(self) -> tuple[Period, Evidence] | None:
        for part in self.parts:
            if told := words.ENTERED_AND_LEFT.search(part.plain):
                start, end = (told["start"] or told["from"], told["end"] or told["to"])
                return Period(PartialDate(int(start)), PartialDate(int(end))), part.cite(*told.span())
        return None

    def _labelled_term(self) -> tuple[Period, Evidence] | None:
        for value in (*self.labels.get("period", ()), *self.labels.get("start", ())):
            for _, _, period in self._periods(value.text):
                return period, value.evidence
        ends = {name: self.labels[name][0] for name in ("start", "end") if name in self.labels}
        if not ends:
            return None
        start, end = (
            date_in(ends[name].text, self.order) if name in ends else None for name in ("start", "end")
        )
        return Period(start, end), next(iter(ends.values())).evidence

    def _told_term(self) -> tuple[Period, Evidence] | None:
        """Give the time that a sentence tells: of a school year and studies that it is a part of, the studies."""
        told = list(self._told_terms())
        first = told[0] if told else None
        return next((one for one in told if first and _is_within(first[0], one[0])), first)

    def _told_terms(self) -> Iterator[tuple[Period, Evidence]]:
        for part in self.parts:
            for start, end, period in self._periods(part.text):
                if period.start and not words.NOT_THE_TERM.search(part.plain[:start]):
                    examined = words.EXAMINED.search(part.plain[:start]) and not _is_long(period)
                    yield Period(None, period.end) if examined else period, part.cite(start, end)

    def _periods(self, text: str) -> Iterator[tuple[int, int, Period]]:
        """Give the periods in a text; school years that follow on one another are one: "2009/2010 and 2010/2011"."""
        whole: tuple[int, int, Period] | None = None
        text = _SEMESTER.sub(lambda half: " " * len(half[0]), text)
        for start, end, period in dates.find_periods(text, order=self.order):
            between = plain(text[whole[1] : start]) if whole else ""
            joined = words.YEARS_JOINED.fullmatch(between) is not None
            if whole and (
                (joined and _goes_on(whole[2], period))
                or (words.YEARS_THROUGH.fullmatch(between) and _are_years(whole[2], period))
            ):
                whole = whole[0], end, Period(whole[2].start, period.end)
                continue
            if whole:
                yield whole
            whole = start, end, period
        if whole:
            yield whole

    def _told_ends(self) -> tuple[Period, Evidence] | None:
        found: dict[str, tuple[PartialDate, Evidence]] = {}
        for part in self.parts:
            last = 0
            for day in dates.find_dates(part.text, order=self.order):
                role = _end_told(part.plain[last : day.start], day.date)
                last = day.end
                if role is not None and role not in found:
                    found[role] = (day.date, part.cite(day.start, day.end))
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
        for cell in cells(self.document, self.document.lines[:HEAD]):
            for piece in re.split(r"\s*[|•·]\s*", cell.text):
                if self._is_place(piece):
                    start = cell.text.find(piece)
                    return Cut(piece, cell.cite(start, start + len(piece)))
        return None

    def _is_place(self, text: str) -> bool:
        short = len(text) <= 60 and not re.search(r"\d{5}|@|:", text) and institution_weight(text) == 0
        parted = "," in text or re.search(r"\s[-–—]\s", text) is not None
        named = self.name is not None and self.name.text in text
        return (
            short
            and parted
            and not named
            and not words.MOTTO.search(plain(text))
            and not words.NO_SCHOOL.search(plain(text))
            and not dates.find_dates(text)
            and places.split_place(text)[1] is not None
        )

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


def _is_within(year: Period, whole: Period) -> bool:
    """Tell whether a time is a school year told by its two years, and another one holds it: July 2007 to June 2010."""
    if year.start is None or year.end is None or whole.start is None or whole.end is None:
        return False
    alone = year.start.precision == year.end.precision == "year" and year.end.year - year.start.year == 1
    return alone and whole.start.year < year.start.year and whole.end.year == year.end.year


def _is_long(period: Period) -> bool:
    """Tell whether a time is one of studies, and no season of examinations: "during the session 2008-2012"."""
    start, end = period.start, period.end
    return start is not None and end is not None and (end.latest - start.earliest).days >= _TERM


def _end_told(before: str, day: PartialDate) -> str | None:
    """Say which end of the studies the words before a day tell; an examination has at least its month."""
    if words.NOT_THE_TERM.search(before):
        return None
    if words.ENDED.search(before):
        return "end"
    if words.BEGAN.search(before):
        return "start"
    return "end" if day.precision != "year" and words.EXAMINED.search(before) else None


def _names_award(text: str) -> bool:
    """Tell whether a line by itself is an award: by its first words, or by a title of a known level."""
    bare = _SCHOOL_AWARD.sub("", text)
    known = awards.level(text)
    sure = award_weight(bare) >= _SURELY or (
        known is not None
        and known.low == known.high
        and award_weight(text) > 0
        and len(text.split()) <= _TITLE
    )
    return sure and institution_weight(bare) == 0 and not names_board(text)


def _are_years(one: Period, other: Period) -> bool:
    """Tell whether a school year stands before another."""
    days = [day for day in (one.start, one.end, other.start, other.end) if day and day.precision == "year"]
    return len(days) == _ENDS and days[0].before(days[2])


def _goes_on(one: Period, other: Period) -> bool:
    """Tell whether one school year follows on another."""
    return (
        _are_years(one, other)
        and one.end is not None
        and other.start is not None
        and 0 <= other.start.earliest.year - one.end.earliest.year <= 1
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
