"""work/employer: one job, two names of the employer."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from consistency.comparator.aligned.alignment import Same, Told
from consistency.comparator.aligned.employment import employer_of
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import cited_openly, said_openly
from consistency.comparator.renaming import renaming
from consistency.comparator.statements import listed
from consistency.comparator.work.history import jobs, legible, subject, surest, title, told_openly, weighed
from consistency.model import Case, Job, Person, Severity
from consistency.normalizer import agencies, organisations, own_account, services
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

SLIP = "one letter differs"
"""The reason of a variant that is a mistake, not another way to write the name."""

_BRACKETS = expression(r"\s*[(\[][^()\[\]]*[)\]]")
ALIKE = 80
"""Likeness in percent from which two names are one name misspelt rather than two."""


@rule(Severity.MINOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def employer(case: Case) -> Iterator[Mismatch]:
    """Two documents name another employer for the same job.

    Why: officers call the employer that a form names; a letter from another one proves nothing about that job.
    Advice: correct the draft; or say openly in the explanation letter which older record was wrong; or enclose
    proof that both names are one employer (a registration, a notice of the change of name, an agency contract).

    Reports:
        2024/imm1295.pdf as of 2024-06-01: job employer="Blue Lantern" title=cook city=Doha from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook city=Doha from=2018-01 to=2020-05

    Reports a letter by an employer that the form does not name:
        draft/imm1295.pdf as of 2026-03-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-05
        draft/employment-letter.pdf as of 2020-06-01: job employer=Crown title=cook from=2018-01-08 to=2020-05-29

    Reports a job that had not ended under the other name:
        2019/imm1295.pdf as of 2019-06-01: job employer="Blue Lantern" title=cook from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook from=2018-01 to=2020-05

    Reports a job re-told with another employer and other dates, at the same turn of the history:
        2024/imm1295.pdf as of 2024-06-01: job employer="Oakfield" title=clerk city=Doha from=2015-01 to=2017-12
        2024/imm1295.pdf as of 2024-06-01: job employer="Blue Lantern" title=cook city=Doha from=2018-01 to=2020-05
        2024/imm1295.pdf as of 2024-06-01: job employer="Meridian" title=chef city=Doha from=2020-12 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer="Oakfield" title=clerk city=Doha from=2015-01 to=2017-12
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook city=Doha from=2018-01 to=2020-11
        draft/imm1295.pdf as of 2026-03-01: job employer="Meridian" title=chef city=Doha from=2020-12 to=present

    Reports a name that is misspelt:
        2024/imm1295.pdf as of 2024-06-01: job employer="Greenfield Farms" title=cook from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer="Greenfeild Farms" title=cook from=2018-01 to=2020-05

    Accepts another legal form, or none:
        2024/imm1295.pdf as of 2024-06-01: job employer="Acme Foods Pvt Ltd" title=cook from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer="ACME FOODS" title=cook from=2018-01 to=2020-05
        draft/cv.pdf as of 2026-03-01: job employer="Acme Foods Inc." title=cook from=2018-01 to=2020-05

    Accepts a trade name beside the legal one:
        2024/imm1295.pdf as of 2024-06-01: job employer="1234 Ontario Inc. o/a Acme" title=cook from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-05

    Accepts a trade name that another paper explains:
        2024/imm1295.pdf as of 2024-06-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook from=2018-01 to=2020-05
        draft/employment-letter.pdf as of 2020-06-01: text "Crown House Ltd, doing business as Blue Lantern, certifies:"

    Accepts the trade name that a company's letterhead gives:
        2024/imm1295.pdf as of 2024-06-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-05
        draft/employment-letter.pdf as of 2020-06-01: job employer="Acme Inc." title=cook from=2018-01 to=2020-05
        draft/employment-letter.pdf as of 2020-06-01: text "Acme Inc. Owner and operator of Blue Lantern, Lyon"

    Accepts two names in the letterhead of one employer:
        2024/imm1295.pdf as of 2024-06-01: job employer="Acme Foods Ltda" title=cook from=2018-01 to=2020-05
        draft/employment-letter.pdf as of 2020-06-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-05
        draft/employment-letter.pdf as of 2020-06-01: text "BLUE LANTERN"
        draft/employment-letter.pdf as of 2020-06-01: text "Acme Foods Ltda – No. 07112334"

    Reports another employer to whom a letter is addressed:
        2024/imm1295.pdf as of 2024-06-01: job employer="Acme Foods Ltda" title=cook from=2018-01 to=2020-05
        draft/employment-letter.pdf as of 2020-06-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-05
        draft/employment-letter.pdf as of 2020-06-01: text "BLUE LANTERN"
        draft/employment-letter.pdf as of 2020-06-01: text "To: Acme Foods Ltda"

    Accepts an employer that was renamed, with evidence:
        2024/imm1295.pdf as of 2024-06-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook from=2018-01 to=2020-05
        draft/explanation-letter.pdf as of 2026-03-01: text "Blue Lantern was renamed Crown House in 2021."

    Accepts an agency and its client, with evidence:
        2024/imm1295.pdf as of 2024-06-01: job employer="Staff Link" title=cook from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook from=2018-01 to=2020-05
        draft/employment-letter.pdf as of 2020-06-01: text "He worked at Crown House through the agency Staff Link."

    Accepts an acronym:
        2024/imm1295.pdf as of 2024-06-01: job employer="Tata Consultancy Services" title=clerk from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=TCS title=clerk from=2018-01 to=2020-05

    Accepts a name that was misread from a picture:
        draft/imm1295.pdf as of 2026-03-01: job employer="Zenith Power Works" title=cook from=2018-01 to=2020-05
        draft/employment-letter.png as of 2020-06-01: job employer="Zemth Power Warks" title=cook from=2018-01 to=2020

    Accepts two jobs at the same time that one paper tells both:
        2024/imm1295.pdf as of 2024-06-01: job employer="Blue Lantern" title=cook from=2018-01 to=2020-05
        2024/imm1295.pdf as of 2024-06-01: job employer="Crown House" title=cook from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook from=2018-01 to=2020-05

    Accepts another job at another time:
        2024/imm1295.pdf as of 2024-06-01: job employer="Blue Lantern" title=cook from=2016-01 to=2018-05
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook from=2018-06 to=2020-05

    Accepts an agency that the client's own letter names:
        draft/imm1295.pdf as of 2026-03-01: job employer="Staff Link" title=cook from=2018-01 to=2020-05
        draft/employment-letter.pdf as of 2020-06-01: job employer="Crown House" title=cook from=2018-01-05 to=2020-05-10
        draft/employment-letter.pdf as of 2020-06-01: text "Crown House wishes her well. She was deployed to our hotel by her employer, the agency Staff Link."

    Accepts an agency that one paper names with the house to which it sends:
        2024/imm1295.pdf as of 2024-06-01: job employer="Harbour Interim (agency) for Mill Foods" title=packer from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer="Harbour Interim S.A." title=packer from=2018-01 to=2020-05

    Reports another employer beside an agency and its house:
        2024/imm1295.pdf as of 2024-06-01: job employer="Harbour Interim (agency) for Mill Foods" title=packer from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer="Cedar Foundry" title=packer from=2018-01 to=2020-05

    Accepts the town of the job behind the name:
        2024/imm1295.pdf as of 2024-06-01: job employer="Dashen Hotel" title=cook city=Bishoftu from=2018-01 to=2020-05
        draft/cv.pdf as of 2026-02-01: job employer="Dashen Hotel, Bishoftu" title=cook from=2018-01 to=2020-05

    Accepts a service whose place of posting stands in brackets:
        2022/imm5257.pdf as of 2022-06-01: job employer="National Service Scheme" title=clerk city=Ho from=2013-03 to=2014-02
        draft/cv.pdf as of 2026-02-01: job employer="N.S.S. (Volta Hotel, Ho)" title=clerk from=2013-03 to=2014-02

    Accepts an army under several names:
        2019/imm5257.pdf as of 2019-06-01: job employer="Ground Forces of the Army" title=soldier from=2008-12 to=2010-08
        2024/imm1295.pdf as of 2024-06-01: job employer="Armed Forces" title=soldier from=2008-12 to=2010-08
        draft/cv.pdf as of 2026-03-01: job employer="Military service" title=soldier from=2008-12 to=2010-08

    Reports another force than the army:
        2024/imm1295.pdf as of 2024-06-01: job employer="Armed Forces" title=soldier from=2008-12 to=2010-08
        draft/imm1295.pdf as of 2026-03-01: job employer="Revolutionary Guards" title=soldier from=2008-12 to=2010-08

    Reports the army of another state:
        2024/imm1295.pdf as of 2024-06-01: job employer="Egyptian Armed Forces" title=soldier from=2008-12 to=2010-08
        draft/imm1295.pdf as of 2026-03-01: job employer="Syrian Army" title=soldier from=2008-12 to=2010-08

    Accepts the client of an own business, which the business names:
        2024/imm1295.pdf as of 2024-06-01: job employer="Orbit Games Inc." title=designer from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer="Self-employed" title="designer for Orbit Games" from=2018-01 to=2020-05

    Reports an own business that names the employer of the time before:
        2024/imm1295.pdf as of 2024-06-01: job employer="Orbit Games Inc." title=designer from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer="Self-employed" title="designer (formerly at Orbit Games)" from=2018-01 to=2020-05

    Reports an own business that names no client:
        2024/imm1295.pdf as of 2024-06-01: job employer="Orbit Games Inc." title=designer from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer="Self-employed" title=designer from=2018-01 to=2020-05

    Accepts a paper that names no employer:
        2024/imm1295.pdf as of 2024-06-01: job title=cook from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook from=2018-01 to=2020-05
    """
    for person in case.people:
        for group in jobs(case, person):
            level = _level(case, group)
            if level is not None:
                yield _mismatch(case, person, group, level)


def _level(case: Case, group: Same[Job]) -> Severity | None:
    """Weigh the names of one employer: nothing for ways to write one, minor for a slip, major for unrelated ones."""
    names = sorted({_bare(told, group) for told in legible(group.told, employer_of)})
    if len(_parted(names, slips=True)) > 1:
        kinds = _parted(names, slips=False)
        unlike = [(one[0], other[0]) for one, other in combinations(kinds, 2) if not _related(one, other)]
        explained = all(
            _is_client(group, one, other) or renaming(case.papers, one, other) for one, other in unlike
        )
        if unlike and not explained:
            return Severity.MAJOR
        return Severity.MINOR if len(kinds) > 1 and not unlike else _slip(names)
    return None


_NOT_ANY_MORE = expression(r"\b(?:former\w*|previous\w*|before|after|left|quit|ex|ancien\w*|avant|apres)\b")
_LEAD = 30
"""Letters before a name in which a word may say that the work was for it no more."""


def _is_client(group: Same[Job], one: str, other: str) -> bool:
    """True where work on one's own account tells the other name as its client: "contractor for Acme Ltd."."""
    if own_account.told(one) == own_account.told(other):
        return False
    client = organisations.key(_BRACKETS.sub(" ", other if own_account.told(one) else one))
    rows = (told.record for told in group.told if own_account.told(told.record.employer or ""))
    beside = (f" {fold(job.title or '')} {fold(job.evidence.quote or '')} " for job in rows)
    return bool(client) and any(_tells_client(client, text) for text in beside)


def _tells_client(client: str, text: str) -> bool:
    """True where a row tells a name, and not as the one for whom the work was done before."""
    before, told, _ = text.partition(f" {client} ")
    return bool(told) and not _NOT_ANY_MORE.search(before[-_LEAD:])


def _bare(told: Told[Job], group: Same[Job]) -> str:
    """Take the town of the job, which a paper tells by itself, off a name: "Dashen Hotel, Bishoftu"."""
    name, towns = told.record.employer or "", {fold(one.record.city) for one in group.told if one.record.city}
    kept, comma, town = name.rpartition(",")
    whole = kept.count("(") == kept.count(")")  # "N.S.S. (Volta Hotel, Ho)" has it inside
    return kept.strip() if comma and kept.strip() and whole and fold(town) in towns else name


def _slip(names: Sequence[str]) -> Severity | None:
    slips = (organisations.compare(one, other).reason == SLIP for one, other in combinations(names, 2))
    return Severity.MINOR if any(slips) else None


def _parted(names: Sequence[str], slips: bool) -> list[list[str]]:
    """Part names into those that are one employer; a mere slip parts them where ``slips`` says so."""
    parts: list[list[str]] = []
    for name in names:
        near = [part for part in parts if any(_agree(name, known, slips) for known in part)]
        merged = [name, *(known for part in near for known in part)]
        parts = [part for part in parts if part not in near] + [sorted(merged)]
    return parts


def _agree(one: str, other: str, slips: bool) -> bool:
    if agencies.agree(one, other) or services.one_army(one, other):
        return True
    found = organisations.compare(one, other)
    return found.agrees and not (slips and found.reason == SLIP)


def _related(one: Sequence[str], other: Sequence[str]) -> bool:
    """True where two names are nearly spelt alike: a mistake rather than another employer."""
    from rapidfuzz.fuzz import ratio

    return any(ratio(fold(first), fold(second)) >= ALIKE for first in one for second in other)


def _mismatch(case: Case, person: Person, group: Same[Job], level: Severity) -> Mismatch:
    rows = legible(group.told, employer_of)
    letter = told_openly(case, [told.paper for told in rows], group)
    period = rows[-1].record.period
    what = f"The job as {title(group)}" if title(group) else "One job"
    when = f", {period}," if period is not None else ""
    return Mismatch(
        person=person,
        subject=subject(group),
        detail=f"{what}{when} has another employer in different papers: {_by_name(rows)}.{said_openly(letter)}",
        evidence=(
            *(told.cite("employer", told.record.employer) for told in rows),
            *cited_openly(letter),
        ),
        severity=weighed(case, level, {told.record.title for told in rows}, letter is not None),
        confidence=_confidence(rows, group),
    )


def _confidence(rows: Sequence[Told[Job]], group: Same[Job]) -> float:
    """Give how sure it is that there are two names: as sure as the second surest of them."""
    parts = _parted(sorted({_bare(told, group) for told in rows}), slips=True)
    sure = (surest((told for told in rows if _bare(told, group) in part), "employer") for part in parts)
    return sorted(sure, reverse=True)[1]


def _by_name(rows: Sequence[Told[Job]]) -> str:
    papers: dict[str, list[str]] = {}
    for told in rows:
        papers.setdefault(told.record.employer or "", []).append(told.paper.path)
    return "; ".join(
        f"{listed([name])} in {', '.join(dict.fromkeys(paths))}" for name, paths in papers.items()
    )
