"""Invented lives: what truly happened, day by day, before any paper tells of it.

Everything is drawn from one seed. A life is consistent by making: jobs and studies do not overlap, trips fall into
leave, children are born to a couple, a passport is renewed before it expires.
"""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

TITLES = {
    "cook": ["Kitchen Helper", "Cook", "Head Cook"],
    "welder": ["Welding Trainee", "Welder", "Welding Supervisor"],
    "accountant": ["Accounts Trainee", "Accounts Clerk", "Bookkeeper"],
    "electrician": ["Electrical Helper", "Electrician", "Electrical Supervisor"],
    "carer": ["Ward Attendant", "Home Support Worker", "Nursing Assistant"],
    "farmer": ["Farm Labourer", "Greenhouse Worker", "Harvest Supervisor"],
    "driver": ["Delivery Helper", "Truck Driver", "Fleet Supervisor"],
}
DUTIES = {
    "cook": ["Prepare sauces and stocks", "Check the cold room twice a day", "Plan the weekly menu", "Order supplies",
             "Train kitchen helpers", "Cook to order at the grill", "Keep the stations clean", "Weigh portions"],
    "welder": ["Weld pipes and frames", "Read shop drawings", "Grind and finish seams", "Set up the machines",
               "Inspect seams by eye", "Cut plate by torch", "Keep the tool register", "Fit brackets"],
    "accountant": ["Post invoices", "Reconcile bank lines", "Prepare the monthly statements", "Run the payroll",
                   "File tax returns", "Keep the petty cash", "Chase late payers", "Prepare the trial balance"],
    "electrician": ["Pull and label cables", "Mount panels", "Test circuits", "Find faults in motors",
                    "Read wiring plans", "Service the generator", "Replace fuses", "Write test reports"],
    "carer": ["Wash and dress residents", "Measure blood pressure", "Serve meals", "Write the shift log",
              "Turn bedridden patients", "Accompany residents outdoors", "Change linen", "Call the nurse"],
    "farmer": ["Plant seedlings", "Pick and grade fruit", "Mix feed", "Drive the tractor", "Mend fences",
               "Set irrigation lines", "Spray crops", "Load crates"],
    "driver": ["Load pallets", "Plan the route", "Check tyres and oil", "Sign delivery notes", "Collect payments",
               "Report damage", "Secure the load", "Refuel the truck"],
}  # fmt: skip
WORDINGS = (
    "{}", "{}, on most mornings", "{} beside two colleagues", "{}, by the shift plan", "{} whenever the foreman asks",
    "{}, with care", "{} since the first week",
)  # fmt: skip
"""How one employer after the other puts a duty: no two letters are in the same words."""
STUDIES = {
    "cook": "Diploma in Culinary Arts", "welder": "Certificate in Welding", "accountant": "Bachelor of Commerce",
    "electrician": "Diploma in Electrical Installation", "carer": "Certificate in Health Care",
    "farmer": "Diploma in Agriculture", "driver": "Certificate in Logistics",
}  # fmt: skip
ABROAD = {"AE": "Sharjah", "QA": "Al Wakrah", "MY": "Johor Bahru", "PL": "Gdańsk", "PT": "Braga"}
VISITED = {
    "TH": "Bangkok",
    "TR": "Izmir",
    "FR": "Lyon",
    "JP": "Osaka",
    "EG": "Luxor",
    "ZA": "Durban",
    "SG": "Singapore",
}
ABROAD_EMPLOYERS = [
    "Gulf Crane Services LLC",
    "Blue Dune Catering LLC",
    "Straits Packing Sdn Bhd",
    "Baltic Docks Sp. z o.o.",
]
CANADIAN = ["Maple Ridge Foods Ltd.", "Lakehead Services Inc.", "Chinook Catering Ltd.", "Fundy Marine Inc."]


@dataclass(frozen=True)
class Work:
    employer: str
    title: str
    start: date
    end: date | None
    city: str
    country: str
    duties: tuple[str, ...]
    pay: int


@dataclass(frozen=True)
class School:
    name: str
    award: str
    start: date
    end: date
    city: str
    country: str


@dataclass(frozen=True)
class Journey:
    country: str
    city: str
    start: date
    end: date


@dataclass(frozen=True)
class Kin:
    relation: str
    given: str
    family: str
    born: date
    country: str


@dataclass(frozen=True)
class Passport:
    number: str
    issued: date
    expires: date


@dataclass(frozen=True)
class Submission:
    """An application that was filed: its kind, its signing day, and how it was decided."""

    kind: str
    signed: date
    refused: date | None
    number: str


@dataclass(frozen=True)
class Life:
    seed: int
    sex: str
    given: str
    family: str
    born: date
    city: str
    country: str
    uci: str
    currency: str
    trade: str
    married: date | None
    kin: tuple[Kin, ...]
    schools: tuple[School, ...]
    works: tuple[Work, ...]
    journeys: tuple[Journey, ...]
    passports: tuple[Passport, ...]
    submissions: tuple[Submission, ...] = field(default=())

    @property
    def draft(self) -> Submission:
        return self.submissions[-1]

    def passport(self, day: date) -> Passport:
        return [p for p in self.passports if p.issued <= day][-1]

    def refusals(self, day: date) -> list[Submission]:
        return [s for s in self.submissions if s.refused is not None and s.refused <= day]

    def spouse(self) -> Kin | None:
        return next((k for k in self.kin if k.relation == "spouse"), None)


@cache
def cultures() -> dict[str, dict[str, Any]]:
    return tomllib.loads((Path(__file__).parent / "cultures.toml").read_text(encoding="utf-8"))


def life(seed: int) -> Life:
    """Draw a life."""
    r = random.Random(seed)
    country = r.choice(sorted(cultures()))
    culture = cultures()[country]
    sex = r.choice(["male", "female"])
    today = date(2026, r.randint(2, 10), r.randint(1, 28))
    born = date(today.year - r.randint(25, 46), r.randint(1, 12), r.randint(1, 28))
    trade = r.choice(sorted(TITLES))
    home = r.choice(culture["cities"])
    schools = _schools(r, culture, country, born, trade)
    works = _works(r, culture, (home, country), schools[-1].end, today, trade)
    given = r.choice(culture[sex])
    married, kin = _family(r, culture, given, born, sex, today)
    person = Life(
        seed, sex, given, kin[0].family, born, home, country,
        f"{r.randint(1000, 9999)}-{r.randint(1000, 9999)}", culture["currency"], trade, married, kin, schools, works,
        _journeys(r, works, today), _passports(r, today),
    )  # fmt: skip
    return _with_submissions(r, person, today)


def _schools(
    r: random.Random, culture: dict[str, Any], country: str, born: date, trade: str
) -> tuple[School, ...]:
    begin = date(born.year + 18, r.choice([7, 8, 9]), 1)
    end = date(begin.year + r.randint(2, 4), r.choice([5, 6]), r.randint(10, 28))
    return (
        School(
            r.choice(culture["schools"]), STUDIES[trade], begin, end, r.choice(culture["cities"]), country
        ),
    )


def _works(
    r: random.Random, culture: dict[str, Any], home: tuple[str, str], free: date, today: date, trade: str
) -> tuple[Work, ...]:
    names, abroad = r.sample(culture["employers"], len(culture["employers"])), r.sample(ABROAD_EMPLOYERS, 2)
    begin, level = free + timedelta(r.randint(3, 25)), 0
    works: list[Work] = []
    while True:
        years = r.uniform(2.2, 6.5) if len(names) > 1 else 60
        end = begin + timedelta(int(years * 365))
        away = bool(works) and r.random() < 0.25 and bool(abroad)
        country = r.choice(sorted(ABROAD)) if away else home[1]
        last = end >= today - timedelta(150)
        if last and away:
            away, country = False, home[1]
        employer = abroad.pop() if away else names.pop()
        worded = WORDINGS[len(works) % len(WORDINGS)]
        duties = tuple(worded.format(duty) for duty in r.sample(DUTIES[trade], r.randint(3, 5)))
        pay = round(culture["pay"] * (1 + 0.2 * level) / 100) * 100
        city = ABROAD[country] if away else home[0]
        works.append(
            Work(employer, TITLES[trade][level], begin, None if last else end, city, country, duties, pay)
        )
        if last:
            return tuple(works)
        begin, level = end + timedelta(r.randint(1, 25)), min(level + (r.random() < 0.6), 2)


def _family(
    r: random.Random, culture: dict[str, Any], given: str, born: date, sex: str, today: date
) -> tuple[date | None, tuple[Kin, ...]]:
    family, country = r.choice(culture["family"]), next(k for k, v in cultures().items() if v is culture)
    others = [name for name in culture["family"] if name != family]
    women, men = ([n for n in r.sample(culture[s], 6) if n != given] for s in ("female", "male"))
    kin = [
        Kin("father", men.pop(), family, _birth(r, born.year - r.randint(24, 35)), country),
        Kin("mother", women.pop(), r.choice(others), _birth(r, born.year - r.randint(20, 30)), country),
    ]
    for shift in r.sample([-7, -5, -3, 3, 5, 8], r.randint(0, 3)):
        kin.append(
            Kin(
                "sibling",
                (men if r.random() < 0.5 else women).pop(),
                family,
                _birth(r, born.year + shift),
                country,
            )
        )
    wed = date(born.year + r.randint(23, 34), r.randint(1, 12), r.randint(1, 28))
    if wed > today - timedelta(30) or r.random() < 0.3:
        return None, tuple(kin)
    partner = (women if sex == "male" else men).pop()
    kin.append(Kin("spouse", partner, r.choice(others), _birth(r, born.year + r.randint(-3, 3)), country))
    child = wed + timedelta(r.randint(330, 900))
    for _ in range(r.randint(0, 3)):
        if child < today - timedelta(20) and (men or women):
            kin.append(Kin("child", (men or women).pop(), family, child, country))
        child += timedelta(r.randint(700, 1500))
    return wed, tuple(kin)


def _birth(r: random.Random, year: int) -> date:
    return date(year, r.randint(1, 12), r.randint(1, 28))


def _journeys(r: random.Random, works: tuple[Work, ...], today: date) -> tuple[Journey, ...]:
    found: list[Journey] = []
    for year in r.sample(range(today.year - 8, today.year), r.randint(0, 4)):
        begin = date(year, r.randint(1, 12), r.randint(1, 20))
        here = next(
            (w for w in works if w.start + timedelta(90) <= begin <= (w.end or today) - timedelta(60)), None
        )
        country = r.choice([c for c in sorted(VISITED) if here is None or c != here.country])
        if here is not None:
            found.append(Journey(country, VISITED[country], begin, begin + timedelta(r.randint(4, 16))))
    return tuple(sorted(found, key=lambda j: j.start))


def _passports(r: random.Random, today: date) -> tuple[Passport, ...]:
    renewed = today - timedelta(r.randint(100, 2200))
    days = [renewed - timedelta(3600), renewed]
    return tuple(
        Passport(f"{r.choice('ABCEGJKMNPZ')}{r.randint(1000000, 9999999)}", day, day + timedelta(3652))
        for day in days
    )


def _with_submissions(r: random.Random, person: Life, today: date) -> Life:
    signed, filed = today, [Submission("imm1295", today, None, "")]
    for index in range(r.randint(1, 3)):
        signed = signed - timedelta(r.randint(150, 800))
        kind = "imm1295" if index == 0 else r.choice(["imm5257", "imm1295"])
        letter = {"imm1295": "W", "imm5257": "V"}[kind]
        number = f"{letter}{r.randint(100000000, 999999999)}"
        filed.append(Submission(kind, signed, signed + timedelta(r.randint(25, 110)), number))
    begun = person.works[0].start + timedelta(200)
    filed = [s for i, s in enumerate(filed) if i < 2 or s.signed > begun]
    return Life(**{**vars(person), "submissions": tuple(reversed(filed))})
