"""Refusals made for the tests: letters of four generations, decision notes and case notes, in two languages.

The sentences stand in refusal_wordings.toml, what surrounds them in refusal_frames.toml. Each wording is used once;
every second one of a list is held out from the writing of the reader.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.extractors.papers.refusal_letters_drawing import (
    BOXES,
    FONTS,
    PAPERS,
    SIGNS,
    TYPED_BOXES,
    Block,
    Look,
    pdf,
    scan,
    word,
)

HERE = Path(__file__).parent
HALVES = ("development", "held-out")
NAMES = (
    "Harpreet Kaur Gill",
    "NGUYEN Thi Lan Anh",
    "Oluwaseun Adebayo",
    "María Fernanda Ríos Peña",
    "Ahmed El Mansouri",
    "Kateryna Bondarenko",
    "Ji-woo Park",
    "Fatoumata Binta Sow",
    "Reza Mohammadi",
    "Chukwuemeka Okafor",
    "Aïcha Ben Youssef",
    "Dilnoza Karimova",
    "Jean-Baptiste Mukendi",
    "Rashida Begum",
    "Thabo Nkosi",
    "LOPEZ GARCIA, Juan",
)
STREETS = (
    ("House 14, Street 9", "Ludhiana 141001, India"),
    ("27 Rue des Jardins", "Rabat, Maroc"),
    ("Calle 12 No. 34-56", "Bogotá, Colombia"),
    ("P.O. Box 4455", "Accra, Ghana"),
    ("Apt 5, 12 Lesi Ukrainky Blvd", "Kyiv, Ukraine"),
)
PROVISIONS = {"work": "200(1)(b)", "study": "216(1)(b)", "visitor": "179(b)"}
LETTERS = {"work": "W", "study": "S", "visitor": "V", "extension": "W", "restoration": "W", "eta": "V"}
KINDS = ("work", "visitor", "study", "work", "extension", "eta", "restoration")
MONTHS = (
    ("January", "janvier"),
    ("February", "février"),
    ("March", "mars"),
    ("April", "avril"),
    ("May", "mai"),
    ("June", "juin"),
    ("July", "juillet"),
    ("August", "août"),
    ("September", "septembre"),
    ("October", "octobre"),
    ("November", "novembre"),
    ("December", "décembre"),
)

Ground = tuple[str, str]
"""A slug and the words for it."""


@dataclass(frozen=True, slots=True)
class Made:
    """A paper and what it says."""

    name: str
    data: bytes
    kind: str
    half: str
    manner: str
    grounds: tuple[Ground, ...]
    facts: Mapping[str, str]
    day: str
    provision: str | None = None
    """What the letter names for the grounds below its introduction."""

    @property
    def reasons(self) -> set[str]:
        return {slug for slug, _ in self.grounds if slug not in ("unrecognised", "neutral")}

    @property
    def unrecognised(self) -> list[str]:
        return [text for slug, text in self.grounds if slug == "unrecognised"]


@cache
def wordings() -> dict[str, Any]:
    return tomllib.loads((HERE / "refusal_wordings.toml").read_text(encoding="utf-8"))


@cache
def frames(language: str) -> dict[str, Any]:
    table = tomllib.loads((HERE / "refusal_frames.toml").read_text(encoding="utf-8"))
    return dict(table[language])


def dealt(manner: str, language: str, half: str, chance: Random) -> Iterator[tuple[Ground, ...]]:
    """Deal the wordings of a half into papers of one to four grounds; a ground stands once in a paper."""
    pile = [
        (slug, text)
        for slug, table in wordings().items()
        for number, text in enumerate(table.get(manner, {}).get(language, []))
        if HALVES[number % 2] == half
    ]
    chance.shuffle(pile)
    beside = [ground for ground in pile if ground[0] in ("neutral", "unrecognised")]
    pile = [ground for ground in pile if ground not in beside]
    while pile:
        hand: list[Ground] = []
        for ground in list(pile):
            if len(hand) < chance.choice((1, 2, 3, 3, 4)) and fits(ground, hand):
                hand.append(ground)
                pile.remove(ground)
        if beside and hand[0][0] != "will-leave" and chance.random() < 0.6:
            hand.insert(chance.randint(0, len(hand)), beside.pop())
        yield tuple(hand)


def fits(ground: Ground, hand: Sequence[Ground]) -> bool:
    """Tell whether a ground may stand beside others: once in a paper, and the umbrella alone."""
    slugs = {slug for slug, _ in hand}
    return not hand or (ground[0] not in slugs and "will-leave" not in slugs | {ground[0]})


class Scribe:
    """Writes one paper: who, when, where, in which look."""

    def __init__(self, seed: str, language: str, half: str) -> None:
        self.chance = Random(seed)
        self.language, self.half = language, half
        self.frame = frames(language)
        self.name = self.chance.choice(NAMES)
        self.category = self.chance.choice(KINDS)
        self.uci = f"{self.chance.randint(1000, 9999)}-{self.chance.randint(1000, 9999)}"
        if self.chance.random() < 0.3:
            self.uci = f"{self.chance.randint(10, 99)}-{self.uci}"
        self.number = f"{LETTERS[self.category]}{self.chance.randint(300000000, 399999999)}"
        self.day = date(2013, 1, 1) + timedelta(days=self.chance.randint(0, 4700))
        self.look = Look(
            font=self.chance.choice(FONTS),
            size=self.chance.choice((9.0, 10.0, 10.5, 11.0)),
            margin=self.chance.choice((54.0, 62.0, 72.0)),
            sign=self.chance.choice(SIGNS),
            boxes=self.chance.choice(list(BOXES)),
            grid=self.chance.random() < 0.4,
            columns=self.chance.random() < 0.25,
            justified=self.chance.random() < 0.25,
            paper=self.chance.choice(PAPERS),
            footer=self.one("footers"),
            running=f"{self.one('clients')}: {self.uci}" if self.chance.random() < 0.2 else "",
        )

    def one(self, key: str) -> str:
        return str(self.chance.choice(self.frame[key]))

    def filled(self, text: str) -> str:
        kind = self.frame["kinds"][self.category]
        return (
            text.replace("{name}", self.name)
            .replace("{kind}", kind)
            .replace("{provision}", self.provision or "")
        )

    @property
    def provision(self) -> str | None:
        known = PROVISIONS.get(self.category, "200(1)(b)")
        if self.language == "fr":
            return f"l'alinéa R{known.replace('(b)', 'b)')}"
        return f"paragraph R{known}" if self.day.year % 2 else f"paragraph {known}"

    def written(self, day: date) -> str:
        """Write a day in one of the ways of the offices."""
        english, french = MONTHS[day.month - 1]
        if self.language == "fr":
            return self.chance.choice(
                (day.isoformat(), f"{'1er' if day.day == 1 else day.day} {french} {day.year}")
            )
        ways = (
            day.isoformat(),
            f"{english} {day.day}, {day.year}",
            f"{day.day:02} {english[:3]} {day.year}",
            f"{day.day} {english} {day.year}",
            day.strftime("%Y/%m/%d"),
            f"{day.day:02}-{english[:3].upper()}-{day.year}",
        )
        return self.chance.choice(ways)

    # --- the parts of a letter ------------------------------------------------------------------------

    def head(self) -> list[Block]:
        pairs = [
            (self.one("days"), self.written(self.day)),
            (self.one("clients"), self.uci),
            (self.one("numbers"), self.number),
        ]
        address = (self.name, *self.chance.choice(STREETS))
        way = self.chance.choice(("table", "beside", "lines", "row", "stacked"))
        top = [Block("small", self.one("heads")), Block("text", self.one("offices"))]
        if way == "table":
            return [*top, Block("pairs", cells=tuple(pairs)), *(Block("text", line) for line in address)]
        if way == "beside":
            rows = tuple(
                (line, f"{label}: {value}") for line, (label, value) in zip(address, pairs, strict=True)
            )
            return [*top, Block("pairs", cells=rows)]
        if way == "row":
            labels, values = zip(*pairs, strict=True)
            return [*top, *(Block("text", line) for line in address), Block("pairs", cells=(labels, values))]
        if way == "stacked":
            lines = [text for pair in pairs for text in (f"{pair[0]}:", pair[1])]
            return [*top, *(Block("text", line) for line in (*lines, *address))]
        return [
            *top,
            *(Block("text", f"{label}: {value}") for label, value in pairs),
            *(Block("text", line) for line in address),
        ]

    def greeting(self) -> Block:
        name = self.name.replace("LOPEZ GARCIA, Juan", "Juan LOPEZ GARCIA")
        return Block("text", self.one("greetings").replace("{name}", name))

    def quoted_law(self) -> list[Block]:
        """Quote the law at length, sometimes: nothing of it is a ground."""
        if self.chance.random() < 0.5:
            return []
        laws = self.chance.sample(self.frame["law"], self.chance.choice((1, 2, 4)))
        return [Block("text", text) for text in laws]

    def end(self) -> list[Block]:
        after = self.chance.sample(self.frame["after"], 2)
        if self.category in ("extension", "restoration"):
            after += self.frame["after_inside"]
        return [
            *(Block("text", text) for text in after),
            Block("text", self.one("closings")),
            Block("text", self.one("signers")),
        ]

    def sentence(self, text: str) -> str:
        return f"{text[0].upper()}{text[1:]}{'' if text[-1] in '.:' else '.'}"

    # --- the generations --------------------------------------------------------------------------------

    def checklist(self, grounds: Sequence[Ground], others: Sequence[str]) -> list[Block]:
        """Write the letter that prints all reasons and marks those that apply (until about 2018)."""
        boxes = [Block("box", self.frame["checklist_umbrella"][0], mark=True)]
        printed = [(text, True) for _, text in grounds] + [(text, False) for text in others]
        self.chance.shuffle(printed)
        boxes += [Block("box", text, mark=mark, level=1) for text, mark in printed]
        return [
            *self.head(),
            self.greeting(),
            Block("text", self.filled(self.one("checklist_intro"))),
            *self.quoted_law()[:1],
            *boxes,
            *self.end(),
        ]

    def other_reasons(self, blocks: list[Block], ground: Ground) -> list[Block]:
        """Put a ground in free words below "Other reasons"."""
        last = max(number for number, block in enumerate(blocks) if block.kind == "box") + 1
        other = [Block("text", self.one("other_reasons")), Block("text", self.sentence(ground[1]))]
        return [*blocks[:last], *other, *blocks[last:]]

    def bullets(self, grounds: Sequence[Ground]) -> list[Block]:
        """Write bullets below a decision, the shorter ones "based on" (2018 to 2022)."""
        found = []
        for slug, text in grounds:
            noun = len(text.split()) < 12 and slug not in ("unrecognised", "will-leave") and is_noun(text)
            found.append(
                Block("bullet", self.sentence(self.filled(self.frame["based"]) + text if noun else text))
            )
        return found

    def factors(self, grounds: Sequence[Ground]) -> list[Block]:
        """Write the introduction and the factors as bullets (from July 2022)."""
        items = [Block("bullet", self.sentence(text) if self.look.sign else text) for _, text in grounds]
        return [Block("text", self.filled(self.one("umbrella"))), *items]

    def letter(self, grounds: Sequence[Ground], manner: str) -> list[Block]:
        thanks, refusing = Block("text", self.filled(self.one("thanks"))), Block("text", self.one("refusing"))
        if manner == "factors":
            body = [thanks, refusing, *self.factors(grounds)]
        elif manner == "prose":
            body = [thanks, refusing, Block("text", " ".join(self.sentence(text) for _, text in grounds))]
        else:
            body = [thanks, *self.quoted_law(), refusing, *self.bullets(grounds)]
        law = self.quoted_law() if manner != "bullets" else []
        fill = [Block("gap", str(self.chance.choice((0, 0, 120, 210, 260))))]
        return [*self.head(), self.greeting(), *law, *fill, *body, *self.end()]

    def decision_notes(self, grounds: Sequence[Ground], *, own: bool) -> list[Block]:
        """Write the officer's notes that have come with letters since July 2025: a page of their own, or a file."""
        told = " ".join(text for _, text in grounds)
        parts = [self.one("notes_begin"), told, self.one("weighing"), self.one("notes_end")]
        lines = [" ".join(filter(None, parts))] if self.chance.random() < 0.6 else list(filter(None, parts))
        head = self.head()[:3] if own else []
        if own:
            pairs = (
                (self.one("days"), self.written(self.day)),
                (self.one("clients"), self.uci),
                (self.one("numbers"), self.number),
            )
            head = [Block("small", self.one("heads")), Block("text", self.name), Block("pairs", cells=pairs)]
        return [
            *head,
            Block("title", self.one("notes_titles")),
            Block("text", self.one("notes_lead")),
            *(Block("text", line) for line in lines),
            Block("text", self.frame["notes_foot"]),
            Block("small", self.one("notes_footers")),
        ]

    def case_notes(self, grounds: Sequence[Ground], *, shouted: bool) -> list[Block]:
        """Write what an access request releases: the file, the client, dated entries."""
        told = " ".join(text for _, text in grounds)
        weighing = "NOT SATISFIED PA WILL LEAVE CDA AT END OF STAY." if shouted else self.one("weighing")
        end = "REFUSED." if shouted else self.one("notes_end")
        received = self.day - timedelta(days=40)
        banner = (
            "Information disclosed under the Access to Information Act / L'information divulguée en vertu de"
            " la Loi sur l'accès à l'information"
        )
        file = (
            ("UCI", self.uci),
            ("Application Number", self.number),
            ("Eligibility", "Failed"),
            ("Security", "s.15(1)"),
            ("Final Decision", "Refused"),
            ("Final Decision Date", self.day.strftime("%Y/%m/%d")),
        )
        client = (
            ("Primary Client Name", self.name),
            ("Date of Birth", "1990/05/17"),
            ("Marital Status", "Married"),
        )
        entries = (
            f"{received:%Y/%m/%d} 10:14:22 SM01234",
            "Application received. Forms and documents on file.",
            f"{self.day:%Y/%m/%d} 14:02:51 KB04412",
            " ".join(filter(None, (told, weighing, end))),
        )
        return [
            Block("small", banner),
            Block("title", "Application"),
            Block("pairs", cells=file),
            Block("title", "Client Details"),
            Block("pairs", cells=client),
            Block("text", "s.19(1)"),
            Block("page"),
            Block("small", banner),
            Block("title", "Notes"),
            *(Block("text", line) for line in entries),
        ]

    # --- papers -------------------------------------------------------------------------------------------

    def made(
        self, blocks: list[Block], kind: str, manner: str, grounds: Sequence[Ground], medium: str
    ) -> Made:
        facts = {"uci": self.uci, "application_number": self.number, "decision": "refused"}
        if kind != "gcms-notes":
            facts["document_date"] = self.day.isoformat()
        curly = self.chance.random() < 0.4
        blocks = [replace(b, text=b.text.replace("'", "’") if curly else b.text) for b in blocks]
        data = (
            word(blocks, self.look, self.chance.choice(list(TYPED_BOXES)))
            if medium == "docx"
            else pdf(blocks, self.look)
        )
        data = scan(data, self.chance.choice((0.0, 0.3, -0.4))) if medium == "scan" else data
        name = f"{self.half}/{manner}-{self.language}-{self.number}.{'docx' if medium == 'docx' else 'pdf'}"
        return Made(name, data, kind, self.half, manner, tuple(grounds), facts, self.day.isoformat())


def is_noun(text: str) -> bool:
    """Tell whether the words name a thing and say nothing of it: "the purpose of your visit"."""
    verbs = {
        "is",
        "are",
        "does",
        "do",
        "has",
        "have",
        "would",
        "was",
        "were",
        "not",
        "gives",
        "requires",
        "demonstrate",
    }
    verbs |= {
        "ne",
        "est",
        "sont",
        "a",
        "ont",
        "demeurent",
        "correspond",
        "comportent",
        "arrive",
        "risque",
        "figure",
        "accompagneraient",
    }
    begins = text.split()[0] in ("your", "the", "vos", "votre", "le", "la", "les", "l'absence")
    return begins and not verbs & set(text.split())


def papers(half: str, deal: int = 0) -> Iterator[Made]:
    """Make every paper of a half, the same on every machine; another deal gives other company and other looks."""
    chance = Random(f"papers {half} {deal}")
    for language in ("en", "fr"):
        for number, hand in enumerate(dealt("letter", language, half, chance)):
            yield letter(f"{half} {language} {deal} {number}", language, half, hand, number)
        for number, hand in enumerate(dealt("checklist", language, half, chance)):
            yield checklist(f"{half} {language} boxes {deal} {number}", language, half, hand, number)
        for number, hand in enumerate(dealt("notes", language, half, chance)):
            yield notes(f"{half} {language} notes {deal} {number}", language, half, hand, number)
    for number, hand in enumerate(dealt("shouted", "en", half, chance)):
        scribe = Scribe(f"{half} shouted {deal} {number}", "en", half)
        blocks = scribe.case_notes(hand, shouted=True)
        yield scribe.made(blocks, "gcms-notes", "shouted", hand, "pdf")


def letter(seed: str, language: str, half: str, hand: tuple[Ground, ...], number: int) -> Made:
    scribe = Scribe(seed, language, half)
    manner = ("bullets", "factors", "prose", "factors", "bullets")[number % 5]
    if hand[0][0] == "will-leave":
        manner = "prose"
    medium = ("pdf", "pdf", "pdf", "docx", "pdf", "pdf", "pdf")[number % 7]
    blocks = scribe.letter(hand, manner)
    made = scribe.made(blocks, "refusal-letter", manner, hand, medium)
    return replace(made, provision=scribe.provision if manner == "factors" else None)


def checklist(seed: str, language: str, half: str, hand: tuple[Ground, ...], number: int) -> Made:
    scribe = Scribe(seed, language, half)
    ticked = {slug for slug, _ in hand}
    rest = [
        (slug, table["checklist"][language][0])
        for slug, table in wordings().items()
        if table["checklist"][language] and slug not in (*ticked, "will-leave", "unrecognised")
    ]
    others = [text for _, text in scribe.chance.sample(rest, min(len(rest), 6))]
    listed = [g for g in hand if g[0] != "will-leave"]
    blocks = scribe.checklist(listed, others)
    if number % 2 and len(listed) > 1:
        blocks = scribe.other_reasons(scribe.checklist(listed[1:], others), listed[0])
    return scribe.made(blocks, "refusal-letter", "checklist", hand, "docx" if number % 4 == 2 else "pdf")


def notes(seed: str, language: str, half: str, hand: tuple[Ground, ...], number: int) -> Made:
    """Make notes: a file of their own, a page behind a letter, or in the print of a case."""
    scribe = Scribe(seed, language, half)
    way = number % 3
    if way == 0:
        return scribe.made(scribe.decision_notes(hand, own=True), "decision-notes", "notes", hand, "pdf")
    if way == 1 and language == "en":
        return scribe.made(scribe.case_notes(hand, shouted=False), "gcms-notes", "case", hand, "pdf")
    own: tuple[Ground, ...] = (("purpose", wordings()["purpose"]["letter"][language][0]),)
    blocks = [*scribe.letter(own, "factors"), Block("page"), *scribe.decision_notes(hand, own=False)]
    kept = tuple(g for g in hand if g[0] not in ("will-leave", "purpose"))
    return scribe.made(blocks, "refusal-letter", "appended", (*own, *kept), "pdf")


def scans() -> Iterator[Made]:
    """Make a few papers as a scanner gives them."""
    for number, (language, slugs) in enumerate(
        (
            ("en", ("finances", "ties-family")),
            ("fr", ("employment", "travel")),
            ("en", ("perform-work",)),
            ("en", ("purpose", "incomplete")),
        )
    ):
        scribe = Scribe(f"scan {number}", language, "development")
        hand = tuple((slug, wordings()[slug]["letter"][language][0]) for slug in slugs)
        blocks = scribe.letter(hand, "factors" if number != 2 else "bullets")
        yield scribe.made(blocks, "refusal-letter", "scan", hand, "scan")
