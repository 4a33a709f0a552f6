"""The refusals of a person as all papers tell them, and whether the box of a form tells each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from consistency.case.decisions import CANADA, DECISIONS, is_by_canada
from consistency.comparator.aligned.alignment import Same, same
from consistency.comparator.aligned.assignment import assign
from consistency.comparator.reapplication.mentions import Mention, kinds_in, mentions
from consistency.comparator.telling import Told
from consistency.model import Answer, Case, Citation, Paper, Person, Refusal
from consistency.normalizer import places
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

QUESTION = "ever-refused"
MONTH, THREE_MONTHS = 31, 92

SCHENGEN = frozenset(
    {
        "AT", "BE", "BG", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IS",
        "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    }
)  # fmt: skip
_BY_LETTER = {"V": "visitor", "W": "work", "S": "study"}
ELSEWHERE = expression(
    r"\b(?:see|refer|attached|attachment|enclosed|letter|annexe?|additional (?:page|sheet)|separate|continued|voir"
    r"|ci joint\w*|lettre|page supplementaire|suite)\b"
)
"""Words (folded) by which a box points to a letter or sheet."""


class Known(Struct, frozen=True):
    """A refusal with every place that tells it."""

    date: PartialDate | None
    country: str | None
    number: str | None
    kind: str | None
    citations: tuple[Citation, ...]
    papers: tuple[Paper, ...]
    days: tuple[PartialDate, ...] = ()
    """Every day that the decision itself bears: a letter may be dated after the officer's own note."""

    @property
    def title(self) -> str:
        """The refusal in a few words."""
        kinds = {"visitor": "visitor visa", "work": "work permit", "study": "study permit", "eta": "eTA"}
        what = kinds.get(self.kind or "", "refusal")
        where = f" by {places.name_of(self.country)}" if self.country else ""
        when = f" of {self.date}" if self.date else ""
        return f"the {what}{' refusal' if what != 'refusal' else ''}{where}{when}" + (
            f" ({self.number})" if self.number else ""
        )

    def before(self, answer: Paper) -> bool:
        """True where it is certainly older than a form, or was told in an older paper."""
        signed = answer.as_of.date
        if signed is None:
            return False
        if self.date is not None:
            return self.date.before(signed)
        return any(p.as_of.date is not None and p.as_of.date.before(signed) for p in self.papers)


def known_refusals(case: Case, person: Person) -> tuple[Known, ...]:
    """Give every refusal that any paper of a person tells, the oldest first."""
    return case.once((known_refusals, person.id), lambda: _all_known(case, person))


def _all_known(case: Case, person: Person) -> tuple[Known, ...]:
    found = _Gathered()
    groups = same(case, person, Refusal)
    decided, told = [g for g in groups if _decided(g)], [g for g in groups if not _decided(g)]
    for group in decided:
        found.add(_known(group))
    by_canada = len(found.known)
    for group in told:
        listed = max(_listed(paper) for paper in group.papers)
        found.add(_known(group), slip=by_canada > 0 and listed <= by_canada)
    for paper in case.of(person):
        told_here = list(_details(paper))
        before = sum(1 for known in found.known[:by_canada] if known.before(paper))
        slip = 0 < len(told_here) <= before
        for answer, mention in told_here:
            found.add(_by_mention(paper, answer, mention), slip=slip)
    return tuple(sorted(found.all(), key=lambda k: (str(k.date or "9999"), k.number or "", k.country or "")))


def _listed(paper: Paper) -> int:
    """Count the refusals by Canada that a paper lists."""
    return sum(map(is_by_canada, paper.all(Refusal)))


def _details(paper: Paper) -> Iterator[tuple[Answer, Mention]]:
    """Give what the box of a form tells for a Yes, where it can be known again."""
    answer = paper.answer(QUESTION)
    if answer is not None and answer.answer == "yes":
        told = mentions(answer.details or "")
        yield from ((answer, m) for m in told if m.is_sure and (m.date or m.numbers))


def _decided(group: Same[Refusal]) -> bool:
    """True where a decision itself tells the refusal, not only the applicant."""
    return any(told.paper.kind in DECISIONS for told in group.told)


def _known(group: Same[Refusal]) -> Known:
    decided = [t for t in group.told if t.paper.kind in DECISIONS]
    best = [*decided, *(t for t in group.told if t.paper.kind not in DECISIONS)]
    days, own = _days(best), _days(decided)
    day = min(days, key=lambda d: (d.day is None, d.month is None), default=None)
    number = next((t.record.number for t in best if t.record.number), None)
    country = next((t.record.country for t in best if t.record.country), None)
    cited = tuple(
        t.cite("period", str(t.record.start) if t.record.period else t.record.number) for t in group.told
    )
    return Known(day, country, number, _kind(number, group), cited, group.papers, own or days[:1])


def _days(told: Sequence[Told[Refusal]]) -> tuple[PartialDate, ...]:
    """Give the days of decisions, as far as they are told."""
    return tuple(day for one in told if (day := one.record.start) is not None)


def _kind(number: str | None, group: Same[Refusal]) -> str | None:
    """Give what was refused: by the letter of the application number, else by the words of the decision."""
    if number and number[0] in _BY_LETTER:
        return _BY_LETTER[number[0]]
    for told in group.told:
        letter = told.paper.kind == "refusal-letter"
        words = fold(told.paper.document.text[:1500] if letter else told.record.evidence.quote or "")
        kinds = kinds_in(words)
        if len(kinds) == 1:
            return next(iter(kinds))
    return None


def _by_mention(paper: Paper, answer: Answer, mention: Mention) -> Known:
    country = next(iter(mention.countries), None) if len(mention.countries) == 1 else None
    kind = next(iter(mention.kinds), None) if len(mention.kinds) == 1 else None
    where = replace(answer.cite("details"), quote=mention.text)
    number = next(iter(mention.numbers), None)
    cited = Citation(where, str(mention.date) if mention.date else number, paper.as_of.date)
    days = (mention.date,) if mention.date else ()
    return Known(mention.date, country, number, kind, (cited,), (paper,), days)


class _Gathered:
    """Refusals while they are gathered from the papers."""

    def __init__(self) -> None:
        self.known: list[Known] = []
        self._accounts: list[list[Known]] = []

    def add(self, new: Known, slip: bool = False) -> None:
        """Add a refusal, or what a paper says of one that is known.

        The applicant's account may have a slip: a letter or box that lists no more refusals by Canada than there are
        decisions tells none that is not known.
        """
        home = next((i for i, known in enumerate(self.known) if _one_refusal(known, new)), None)
        if home is not None:
            known = self.known[home]
            self._accounts[home].append(new)
            if known.kind is None and new.kind is not None:
                self.known[home] = replace(known, kind=new.kind)
        elif not (slip and new.country in {CANADA, None}):
            self.known.append(new)
            self._accounts.append([new])

    def all(self) -> Iterator[Known]:
        """Give each refusal with every place that tells it."""
        for known, told in zip(self.known, self._accounts, strict=True):
            yield replace(
                known,
                citations=tuple(dict.fromkeys(c for one in told for c in one.citations)),
                papers=tuple({p.path: p for one in told for p in one.papers}.values()),
            )


def _one_refusal(known: Known, new: Known) -> bool:
    """Say whether two accounts are of one refusal: by number, else by country, kind and about the same day."""
    if known.number and new.number and _near(known.number, new.number):
        return True
    if known.country and new.country and not _one_country(known.country, {new.country}):
        return False
    if known.date is None or new.date is None:
        return False
    if known.number and new.number:
        return known.date == new.date and known.date.precision == "day"
    if known.kind and new.kind and known.kind != new.kind:
        return False
    return known.date.distance(new.date) <= THREE_MONTHS


def _near(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other) <= 2


def _one_country(country: str, others: Collection[str]) -> bool:
    return country in others or ("SCHENGEN" in others and country in SCHENGEN)


def told_in(text: str, refusals: Sequence[Known]) -> list[float]:
    """Say of each refusal how well a box tells it: 0 not at all, below 1 with another month, 1 and more well.

    Each mention stands for one refusal, or for as many as it says.
    """
    told = [mention for mention in mentions(text) for _ in range(mention.times)]
    gains = [[_fit(known, mention) for mention in told] for known in refusals]
    best = [0.0] * len(refusals)
    for row, column in assign(gains):
        best[row] = gains[row][column]
    return best


def _fit(known: Known, mention: Mention) -> float:
    """Weigh a mention against a refusal; one that names another country, kind or time is not about it."""
    if known.number and mention.numbers:
        return 4.0 if any(_near(known.number, number) for number in mention.numbers) else 0.0
    if not mention.is_refusal or _is_of_another(known, mention):
        return 0.0
    if mention.date is None or known.date is None:
        return 1.0 if mention.countries or mention.kinds or mention.refused else 0.0
    apart = min([mention.date.distance(day) for day in known.days or (known.date,)])
    if apart == 0:
        return 2.0
    return 0.5 if apart <= MONTH else 0.0


def _is_of_another(known: Known, mention: Mention) -> bool:
    """True where a mention names another country, or another kind of application."""
    if known.country and mention.countries and not _one_country(known.country, mention.countries):
        return True
    return bool(known.kind and mention.kinds) and known.kind not in mention.kinds
