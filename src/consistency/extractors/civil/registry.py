"""What the certificate of a registry says: by labels, below headings, or in sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.civil import words
from consistency.extractors.civil.register_rows import entry
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Cut, Dated, order_of
from consistency.extractors.wording.official import (
    date_in,
    day_after,
    day_of,
    first_day,
    own_day,
    said,
    told,
)
from consistency.extractors.wording.parties import under_headings
from consistency.extractors.wording.persons import name_at, name_of, named, whole_name_of
from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.extractors.wording.tables import Headings, header
from consistency.extractors.wording.values import country_code
from consistency.model import Document, Evidence, Line
from consistency.normalizer import calendars, dates, places
from consistency.normalizer.dates import Order, PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

LABELS = vocabulary("civil_certificate")

_DATED = ("married", "birth_date", "date", "ended", "registered", "died")
_PERSONS = ("husband", "wife", "child", "father", "mother", "parent", "deceased", "widowed", "head")
_COLUMNS = Headings(
    {
        "husband": r"groom|bridegroom|husband|epoux|marie|novio|esposo|noivo|suami|party a|spouse 1|male(?: party)?",
        "wife": r"bride|wife|epouse|mariee|novia|esposa|noiva|istri|party b|spouse 2|female(?: party)?",
    }
)
_DISSOLVED = expression(
    r"\b(?:dissol\w+|divorc\w+|prononce\w*|pronounced|decreed|granted|effective|annul\w+)\b"
    r"(?:(?!\bmari|\bmarr|\bdepuis\b|\bsince\b|\bcontract|\bconclu|\bsolemn|\bcelebr)[^;\d]){0,60}$"
)
_TOWN = expression(r"^(?:city|town|village|ville|ciudad)(?: of| de)? (?=[A-Z])")
_HOUSE = expression(
    r"(?:(?:the|la|le|l') ?)?(?:(?:poly)?cliniqu?e?\b|maternite|hopital|hospital|centre (?:hospitalier|de sante"
    r"|medical)"
    r"|dispensaire|chu\b|health cent)(?![^,]*, )"
)
"""A house in which somebody was born, of which no town is told."""
_AHEAD = 100
"""So many characters behind a day are looked at for the birth that it is the day of."""
_WORD = expression(r"[^\W\d_]+")
_HEAD, _SHORT = 12, 60
"""The title stands among so many lines, and has so many signs at most."""
_PARTIES = 25
"""The parties of a judgment stand among so many lines."""
_REACH = 600
"""The second of two spouses stands so many characters behind the first at most."""
_PART = expression(
    r"\W*(?:\d{1,2}[a-z]?[.)]\s*)?(?:names? of (?:the )?contracting part(?:y|ies)"
    r"|(?:family|last|given|first|middle|full|sur|fore)?[ -]?(?:names?|surname|forenames?)(?:\(s\))?(?: in full)?"
    r"|(?:pre)?noms?(?: de famille)?|apellidos?|nombres?)\W*",
    re.IGNORECASE,
)


class Place(NamedTuple):
    """A town and its country, and where they stand."""

    city: str | None
    country: str | None
    evidence: Evidence


class Registry(Struct, frozen=True, dict=True):
    """A registry's paper, taken apart."""

    document: Document
    order: Order | None = None

    @classmethod
    def of(cls, document: Document) -> "Registry":
        """Take a paper apart."""
        return cls(document, order_of(document))

    @cached_property
    def labels(self) -> dict[str, list[Value]]:
        """The values of all labels."""
        accept: dict[str, Accept] = dict.fromkeys(_DATED, lambda text: date_in(text, self.order) is not None)
        accept |= dict.fromkeys(_PERSONS, lambda text: name_of(_bare(text)) is not None)
        accept["birth_place"] = accept["place"] = lambda text: any(sign.isalpha() for sign in text)
        return Labelled(self.document, LABELS, accept).values()

    @cached_property
    def parts(self) -> tuple[Passage, ...]:
        """The sentences, and the whole as one text; first of what stands below the title."""
        below = self._below_title
        own = (*told(self.document, below), passage(self.document, below)) if below else ()
        return (*own, *told(self.document), passage(self.document, self.document.lines))

    @property
    def _below_title(self) -> Sequence[Line]:
        """The lines below the last one of the head that is a title and nothing more: no name begins in it."""
        head = self.document.lines[:_HEAD]
        titles = [number for number, line in enumerate(head) if _is_title(line.text)]
        return self.document.lines[titles[-1] + 1 :] if titles else ()

    def person(self, *roles: str) -> Cut | None:
        """Give the first name beside the labels of a role."""
        values = (value for role in roles for value in self.labels.get(role, ()))
        return next((name for value in values if (name := whole_name_of(self.document, value))), None)

    # --- marriage ---

    @cached_property
    def couple(self) -> tuple[Cut, Cut] | None:
        """The two spouses, in the order of the paper."""
        if self._register:
            return self._register[:2]
        first, second = self.person("husband"), self.person("wife")
        beside = (first, second) if first and second else self._two_named()
        return (
            self._in_columns()
            or beside
            or self._led()
            or self._below_headings()
            or self._in_sentence()
            or self._at_court()
        )

    @cached_property
    def _register(self) -> tuple[Cut, Cut, Dated | None] | None:
        """The two spouses and the day, where the paper shows the rows of a register."""
        return entry(self.document, self.order)

    def _at_court(self) -> tuple[Cut, Cut] | None:
        """Give the two parties of a judgment, each with what that one is before the court, or as in a list."""
        behind: list[Cut] = []
        led: list[Cut] = []
        for line in self.document.lines[:_PARTIES]:
            whole = passage(self.document, [line])
            party, lead = words.PARTY.search(whole.plain), words.LED_PARTY.match(whole.plain)
            name = name_at(whole, 0, party.start()) if party else None
            behind += [name] if name else []
            name = name_at(whole, lead.end()) if lead else None
            led += [name] if name else []
        return next(((found[0], found[1]) for found in (behind, led) if len(found) == 2), None)

    def _two_named(self) -> tuple[Cut, Cut] | None:
        """Give the two persons of a certificate that calls each of them by name, and neither husband nor wife."""
        found = {fold(name.text): name for value in self.labels.get("child", ()) if (name := name_of(value))}
        first, second = (*found.values(), None, None)[:2]
        return (first, second) if first and second and len(found) == 2 else None

    def _led(self) -> tuple[Cut, Cut] | None:
        """Give the two who are told of behind a colon each: "L'époux : Paul Modèle, né à …", "L'épouse : …"."""
        found: dict[str, Cut] = {}
        for part in self.parts:
            lead = words.LED_SPOUSE.match(part.plain)
            name = name_at(part, lead.end()) if lead else None
            if lead and name:
                found.setdefault("wife" if lead["wife"] else "husband", name)
        return (found["husband"], found["wife"]) if len(found) == 2 else None

    def _below_headings(self) -> tuple[Cut, Cut] | None:
        found: dict[str, Cut] = {}
        for role, cut in under_headings(self.document, words.HEADINGS):
            name = name_of(cut)
            if name:
                found.setdefault(role, name)
        return (found["husband"], found["wife"]) if len(found) == 2 else None

    def _in_columns(self) -> tuple[Cut, Cut] | None:
        """Read rows such as "Surname | Benkirane | El Idrissi" below the headings of two columns."""
        lines = self.document.lines
        start = next((n for n, line in enumerate(lines) if len(header(line, _COLUMNS)) >= 2), None)
        if start is None:
            return None
        parts: tuple[list[Line], list[Line]] = ([], [])
        for line in lines[start + 1 : start + 14]:
            if len(line.segments) == 3 and _PART.fullmatch(line.segments[0].text.strip()):
                for cells, segment in zip(parts, line.segments[1:], strict=True):
                    cells.append(replace(line, segments=(segment,)))
        first, second = (passage(self.document, cells) for cells in parts)
        return (Cut(first.text, first.cite()), Cut(second.text, second.cite())) if parts[0] else None

    def _in_sentence(self) -> tuple[Cut, Cut] | None:
        coupled = (words.WEDDED, words.UNMARRIED_COUPLE)
        for part in (p for p in self.parts if any(pattern.search(p.plain) for pattern in coupled)):
            for lead in words.COUPLE:
                for match in lead.finditer(part.plain):
                    first = _one_name(part, match.end())
                    second = self._spouse(part, match.end(), first) if first else None
                    if first and second:
                        return first, second
        return None

    def _spouse(self, part: Passage, start: int, first: Cut) -> Cut | None:
        """Give whom somebody married: not the second of the parents whose child that one is."""
        joined = tuple(_joined(part, start, first))
        parents = tuple(match.start() for match in words.OF_PARENTS.finditer(part.plain, start))
        if joined and parents and parents[0] < joined[0][0]:
            others = words.WITNESSES.search(part.plain, parents[0])
            stop = min((*parents[1:2], others.start() if others else len(part.text)))
            joined = joined[sum(parents[0] < place < stop for place, _ in joined) > 1 :]
        return next((name for _, name in joined), None)

    @cached_property
    def married(self) -> Dated | None:
        """The day of the marriage."""
        if self._register and self._register[2]:
            return self._register[2]
        for value in self.labels.get("married", ()):
            return day_of(value, self.order)
        for part in self.parts:
            if words.WEDDED.search(part.plain):
                for day in dates.find_dates(part.text, order=self.order):
                    before = calendars.ahead_of(part.plain[max(0, day.start - 140) : day.start])
                    if words.ON_THE_DAY.search(before) and not words.NOT_THE_EVENT.search(before):
                        return Dated(day.date, part.cite(day.start, day.end))
        return self._day_of_the_act

    @property
    def _day_of_the_act(self) -> Dated | None:
        """The day with which an act begins that two people came to make: "L'an deux mille…, ont comparu"."""
        for part in self.parts:
            if words.COME_TO_WED.search(part.plain):
                for day in dates.find_dates(part.text, order=self.order)[:1]:
                    return Dated(day.date, part.cite(day.start, day.end))
        return None

    @cached_property
    def ended(self) -> Dated | None:
        """The day of the divorce."""
        for value in self.labels.get("ended", ()):
            return day_of(value, self.order)
        for part in self.parts:
            for day in dates.find_dates(part.text, order=self.order):
                if words.THEN_DIVORCED.match(part.plain[day.end : day.end + _AHEAD]):
                    return Dated(day.date, part.cite(day.start, day.end))
        return day_after(self.parts, _DISSOLVED, self.order)

    @property
    def entered(self) -> Dated | None:
        """The day of the entry, which makes a marriage or a divorce where no other day is told."""
        for value in self.labels.get("registered", ()):
            return day_of(value, self.order)
        return day_after(self.parts, words.ENTERED, self.order)

    # --- birth ---

    @cached_property
    def child(self) -> Cut | None:
        """Who was born: the whole name, or given names and family name put together."""
        whole = self.person("child") or self.person("given_names") or self._named_by_one_label
        if whole is None:
            return named(self.parts, *words.CHILD)
        family = (self.person(name) for name in ("family_name", "second_family_name"))
        apart = [name.text for name in family if name and fold(name.text) not in fold(whole.text)]
        return Cut(" ".join((whole.text, *apart)), whole.evidence)

    @property
    def _named_by_one_label(self) -> Cut | None:
        """The whole name where the label of a family name is the only one and holds more: "Nom : Ida Sample"."""
        found = self.person("family_name")
        return found if found and len(found.text.split()) > 1 else None

    @cached_property
    def born(self) -> Dated | None:
        """The day of birth."""
        for value in self.labels.get("birth_date", ()):
            own = self._born_before_parents() if self._is_below_parents(value) else None
            return own or day_of(value, self.order)
        return self._born_before_parents() or day_after(self._of_one_birth, words.BORN, self.order)

    def _is_below_parents(self, value: Value) -> bool:
        """Tell whether a value stands below the label of a parent, whose birth it may be."""
        above = [one.order for role in ("father", "mother") for one in self.labels.get(role, ())]
        return bool(above) and value.order > min(above)

    def _born_before_parents(self) -> Dated | None:
        """Give the day that an act tells before it comes to the parents, whose own births it may tell, too."""
        cuts = ((part, words.OF_PARENTS.search(part.plain)) for part in self.parts)
        own = tuple(part.part(0, cut.start()) if cut else part for part, cut in cuts)
        behind, ahead = day_after(own, words.BORN, self.order), next(self._told_ahead(own), None)
        return ahead if ahead and (behind is None or behind.date.precision == "year") else behind

    def _told_ahead(self, parts: Iterable[Passage]) -> Iterator[Dated]:
        for part in parts:
            for day in dates.find_dates(part.text, order=self.order):
                if words.THEN_BORN.match(part.plain[day.end : day.end + _AHEAD]):
                    yield Dated(day.date, part.cite(day.start, day.end))

    @property
    def _of_one_birth(self) -> Iterator[Passage]:
        """Give the sentences that tell of a birth once, or in a whole clause."""
        for part in self.parts:
            told = sum(1 for _ in words.BIRTHS.finditer(part.plain))
            if told == 1 or not words.OF_PARENTS.search(part.plain):
                yield part

    @cached_property
    def birth_place(self) -> Place | None:
        """The place of birth; its country may stand apart, or in the head of the paper."""
        country = next((country_code(value.text) for value in self.labels.get("birth_country", ())), None)
        for cut in self._birth_places():
            if _HOUSE.match(plain(cut.text)):
                continue
            place = cut.text.split(self.child.text)[0].rstrip(" ,") if self.child else cut.text
            city, code = places.split_place(_TOWN.sub("", place or cut.text))
            return Place(city, code or country or self._issuer(), cut.evidence)
        for value in self.labels.get("birth_country", ()):
            return Place(None, country, value.evidence)
        return None

    def _birth_places(self) -> Iterator[Cut]:
        for value in self.labels.get("birth_place", ()):
            yield Cut(value.text, value.evidence)
        own = [part for part in self.parts if not words.BESIDE_A_PARENT.search(part.plain)]
        yield from said(own, words.BORN_AT)

    def _issuer(self) -> str | None:
        """Give the state that the head of the paper names."""
        for line in self.document.lines[:6]:
            if len(line.text) <= 60 and (code := places.country(line.text.strip(" .,"))):
                return code
        return None

    @cached_property
    def parents(self) -> dict[str, Cut]:
        """The parents by their role."""
        found = {role: name for role in ("father", "mother") if (name := self.person(role))}
        if found:
            return found
        either = [name for value in self.labels.get("parent", ()) if (name := name_of(value))]
        return dict(zip(("father", "mother"), either, strict=False)) or self._told_parents()

    def _told_parents(self) -> dict[str, Cut]:
        """The parents whom a sentence names, the second perhaps joined to the first."""
        first = named(self.parts, *words.FATHER)
        part = next((p for p in self.parts if first and first.text in p.text), None)
        second = next((name for _, name in _joined(part, 0, first)), None) if part and first else None
        told = {"father": first, "mother": named(self.parts, words.MOTHER) or second}
        return {role: name for role, name in told.items() if name}

    # --- the copy ---

    @cached_property
    def issued(self) -> Dated | None:
        """The day on which the copy was issued: not that of the event, nor of its entry in the register."""
        others = {name: self.labels[name] for name in _DATED if name != "date" and name in self.labels}
        labelled = [day_of(value, self.order) for value in self.labels.get("date", ())]
        died = (day_of(value, self.order) for value in self.labels.get("died", ()))
        events = {day.date for day in (self.married, self.born, self.ended, *died) if day} | self._births
        own = own_day(self.document, others, self.order)
        return first_day(
            *labelled,
            day_after(self.parts, words.ISSUED, self.order),
            own if own and not any(day.iso.startswith(own.date.iso) for day in events) else None,
        )

    @property
    def _births(self) -> set[PartialDate]:
        """The days on which anybody was born."""
        return {
            day.date
            for part in self.parts
            for day in dates.find_dates(part.text, order=self.order)
            if words.BORN.search(part.plain[: day.start])
        } | {
            day.date
            for line in self.document.lines
            if len(line.segments) > 1 and words.BORN.search(plain(line.segments[0].text))
            for day in dates.find_dates(line.text, order=self.order)
        }


def _is_title(text: str) -> bool:
    """Tell whether a line is the title of a certificate: its words, all in capitals or each begun with one."""
    words_of = [word for word in _WORD.findall(text) if len(word) > 3]
    own = any(pattern.search(plain(text)) for pattern in words.TITLES)
    return own and len(text) <= _SHORT and all(word[0].isupper() for word in words_of) and ":" not in text


def _one_name(part: Passage, start: int) -> Cut | None:
    """Give the name at a place: an "y" between two whole names parts them, where it may stand within one."""
    between = words.BETWEEN_NAMES.search(part.plain, start, start + 80)
    return (name_at(part, start, between.start()) if between else None) or name_at(part, start)


def _joined(part: Passage, start: int, first: Cut) -> Iterator[tuple[int, Cut]]:
    """Give the names that "and" joins to one, each with its place."""
    at = part.text.find(first.text, start) + len(first.text)
    for match in words.AND.finditer(part.plain, at, at + _REACH):
        name = name_at(part, match.end())
        if name and len(name.text.split()) <= 6:
            yield match.start(), name


def _bare(text: str) -> Cut:
    return Cut(text, Evidence("", text))
