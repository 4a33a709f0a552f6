"""Which submission a paper belongs to: folders are a hint; dates, refusals and form flags decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from consistency.case.decisions import decided_by_canada
from consistency.case.people import APPLICATION_FORMS
from consistency.model import Application, Outcome, Paper, Person, Refusal, WrongUse
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.text import fold

ONE_SIGNING = timedelta(days=60)
"""Forms of one submission are signed within these days of each other."""

ENCLOSED = timedelta(days=200)
"""A loose paper this much older than a submission may have been enclosed with it."""

DRAFT_WORDS = frozenset({"draft", "brouillon", "new", "nouveau", "nouvelle", "reapplication", "resubmission"})


class Submission(Struct):
    """Papers that go together, while they are being gathered."""

    name: str
    papers: list[Paper] = field(default_factory=list)

    @property
    def signed(self) -> PartialDate | None:
        """The day of the submission: the latest signature on its application form, else on any form or letter.

        What the folder's name alone dates tells it only where nothing tells its own day.
        """
        for own in (has_own_day, lambda p: p.as_of.date is not None):
            dated = [p for p in self.papers if own(p)]
            for wanted in (_is_application, lambda p: p.is_form, lambda p: p.kind == "explanation-letter"):
                days = [p.as_of.date for p in dated if wanted(p) and p.as_of.date is not None]
                if days:
                    return max(days, key=lambda d: (d.latest, d.iso))
        return None

    @property
    def last_day(self) -> date:
        """The day to order submissions by; one without any date comes last."""
        days = [self.signed] if self.signed else [p.as_of.date for p in self.papers]
        return max((d.latest for d in days if d is not None), default=date.max)

    @property
    def has_forms(self) -> bool:
        """True where an official form stands in it."""
        return any(p.is_form for p in self.papers)


def has_own_day(paper: Paper) -> bool:
    """True for a paper that is dated by more than the name of its folder."""
    return paper.as_of.date is not None and paper.as_of.basis != "folder"


def _is_application(paper: Paper) -> bool:
    return paper.kind in APPLICATION_FORMS


def submissions(papers: Sequence[Paper], people: Sequence[Person]) -> list[Submission]:
    """Group the papers of a folder into submissions, the oldest first."""
    by_folder: dict[str, list[Paper]] = defaultdict(list)
    depth = _shared_depth([p.path for p in papers])
    for paper in papers:
        parts = paper.path.split("/")[depth:]
        by_folder[parts[0] if len(parts) > 1 else ""].append(paper)
    found = [part for name, group in by_folder.items() for part in _split(name, group, people)]
    return sorted(found, key=lambda s: (s.last_day, s.name))


def _shared_depth(paths: Sequence[str]) -> int:
    """Count the folders that all papers lie in: they tell nothing."""
    split = [path.split("/")[:-1] for path in paths]
    shallowest = min((len(parts) for parts in split), default=0)
    depth = 0
    while depth < shallowest and len({parts[depth] for parts in split}) == 1:
        depth += 1
    return depth


def _split(name: str, papers: list[Paper], people: Sequence[Person]) -> list[Submission]:
    """Take one folder apart where its forms were signed at different times."""
    principal = people[0].id if people else None
    forms = [p for p in papers if p.is_form and p.person == principal]
    signed = [*filter(has_own_day, forms)] or [p for p in papers if p.is_form and has_own_day(p)]
    parts = _by_signing(name, signed)
    next_forms = _after_the_last_decision(papers, forms, parts)
    if next_forms:
        parts.append(Submission(name, next_forms))
    if len(parts) <= 1:
        return [Submission(name, papers)]
    placed = {p.path for part in parts for p in part.papers}
    for paper in papers:
        if paper.path not in placed:
            _home(paper, parts).papers.append(paper)
    for part in parts:
        part.name = f"{name or 'folder'} {part.signed or 'without a day'}".strip()
    return parts


def _by_signing(name: str, signed: Iterable[Paper]) -> list[Submission]:
    """Part forms that were not signed at about one time."""
    parts: list[Submission] = []
    for form in sorted(signed, key=_day):
        if not parts or _day(form) - _day(parts[-1].papers[-1]) > ONE_SIGNING:
            parts.append(Submission(name))
        parts[-1].papers.append(form)
    return parts


def _after_the_last_decision(
    papers: Sequence[Paper], forms: Sequence[Paper], parts: Sequence[Submission]
) -> list[Paper]:
    """Give the forms that are not signed so far, where all that were signed are decided: the next application."""
    unsigned = [p for p in forms if not has_own_day(p)]
    signed = parts[-1].signed if parts else None
    if signed is None or not any(map(_is_application, unsigned)):
        return []
    last = _last_decision(papers, signed)
    if last is None or not any(map(_is_application, parts[-1].papers)):
        return []
    return [p for p in unsigned if p.as_of.date is None or p.as_of.date.latest >= last]


def _last_decision(papers: Sequence[Paper], signed: PartialDate) -> date | None:
    """Give the day of the last decision by Canada since a form was signed."""
    days = (p.as_of.date for p in papers if decided_by_canada(p) and has_own_day(p))
    return max((day.earliest for day in days if day and day.latest >= signed.earliest), default=None)


def _home(paper: Paper, parts: Sequence[Submission]) -> Submission:
    """Give the submission of a loose paper: a decision answers the one before it, others are enclosed with the next."""
    if paper.as_of.date is None:
        return parts[-1]
    day = paper.as_of.date
    if decided_by_canada(paper):
        before = [p for p in parts if p.signed is not None and p.signed.earliest <= day.latest]
        return before[-1] if before else parts[0]
    if paper.is_form and not has_own_day(paper):
        return parts[-1]
    after = [p for p in parts if p.signed is not None and p.signed.latest >= day.earliest]
    if not after:
        return parts[-1]
    return after[0] if after[0].last_day - day.earliest <= ENCLOSED else parts[-1]


def _day(paper: Paper) -> date:
    return paper.as_of.date.latest if paper.as_of.date else date.max


class Assembly(Struct, frozen=True):
    """The submissions with their roles, the papers with their submission, and what was inferred."""

    applications: tuple[Application, ...]
    papers: tuple[Paper, ...]
    notes: tuple[str, ...]


class NoSuchDraft(WrongUse):
    """The path given as the draft holds no paper; the message says which folders there are."""


def assemble(papers: Sequence[Paper], people: Sequence[Person], draft: str | None = None) -> Assembly:
    """Say which submission each paper belongs to, and which one is the draft.

    ``draft`` is a folder or file of the case, relative to it; without it the draft is inferred and said.
    Raises :class:`NoSuchDraft` where nothing lies there.
    """
    groups = submissions(papers, people)
    chosen: Submission | None
    note: str | None = None
    if draft is not None:
        groups, chosen = _named_draft(groups, draft)
    else:
        chosen = _inferred_draft(groups, people)
        note = (
            f"The draft is taken to be “{chosen.name or 'the folder'}”." if chosen else "No draft was found."
        )
    made = [_application(i, g, g is chosen, people) for i, g in enumerate(groups)]
    home = {path: application.id for application in made for path in application.documents}
    return Assembly(
        tuple(made),
        tuple(replace(p, application=home.get(p.path)) for p in papers),
        (note,) if note else (),
    )


def _named_draft(groups: list[Submission], draft: str) -> tuple[list[Submission], Submission]:
    prefix = draft.strip("/").removeprefix("./")
    inside = [
        p
        for g in groups
        for p in g.papers
        if p.path == prefix or p.path.startswith((f"{prefix}/", f"{prefix}#"))
    ]
    if not inside:
        known = sorted({p.path.split("/")[0] for g in groups for p in g.papers})
        raise NoSuchDraft(f"no paper lies in {draft!r}; the folder holds: {', '.join(known)}")
    paths = {p.path for p in inside}
    rest = [Submission(g.name, [p for p in g.papers if p.path not in paths]) for g in groups]
    chosen = Submission(prefix, inside)
    return [*(g for g in rest if g.papers), chosen], chosen


def _inferred_draft(groups: Sequence[Submission], people: Sequence[Person]) -> Submission | None:
    """Take the latest submission of the principal on which no decision followed."""
    principal = people[0].id if people else None
    candidates = [
        g for g in groups if g.has_forms and any(p.person == principal and p.is_form for p in g.papers)
    ]
    candidates = candidates or [g for g in groups if g.papers]
    undecided = [g for g in candidates if not _decision(g)]
    return max(undecided, key=lambda g: (_called_draft(g.name), g.last_day, g.name), default=None)


def _called_draft(name: str) -> bool:
    return bool(DRAFT_WORDS & set(fold(name).split()))


def _decision(group: Submission) -> Paper | None:
    """Give the decision on a submission: a letter among its papers, dated after its signature."""
    signed = group.signed
    for paper in group.papers:
        if decided_by_canada(paper) and (
            signed is None or paper.as_of.date is None or paper.as_of.date.latest >= signed.earliest
        ):
            return paper
    return None


def _application(index: int, group: Submission, is_draft: bool, people: Sequence[Person]) -> Application:
    decision = _decision(group)
    outcome: Outcome | None = None
    if decision is not None:
        outcome = (
            "refused" if decision.value("decision") == "refused" or any(decision.all(Refusal)) else "unknown"
        )
    return Application(
        id=f"a{index + 1}",
        role=_role(group, is_draft, people),
        as_of=group.signed,
        outcome=outcome,
        documents=tuple(sorted(p.path for p in group.papers)),
    )


def _role(
    group: Submission, is_draft: bool, people: Sequence[Person]
) -> Literal["past", "draft", "unassigned"]:
    if is_draft:
        return "draft"
    principal = people[0].id if people else None
    if not group.has_forms and not any(map(decided_by_canada, group.papers)):
        return "unassigned"
    return "past" if any(p.person == principal for p in group.papers) else "unassigned"
