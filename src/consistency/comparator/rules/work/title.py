"""work/title: one job, two titles."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from consistency.comparator.aligned.alignment import Same, Told
from consistency.comparator.aligned.employment import is_own_business
from consistency.comparator.aligned.stints import Stint, share_half
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import cited_openly, said_openly
from consistency.comparator.passages import LETTER, passages
from consistency.comparator.statements import listed
from consistency.comparator.telling import by_paper
from consistency.comparator.work.history import (
    employer,
    jobs,
    legible,
    subject,
    surest,
    told_openly,
    weighed,
)
from consistency.model import Case, Job, Paper, Person, Severity
from consistency.normalizer import occupations, services
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold
from consistency.normalizer.title_parts import posts_in_turn, told_together

PROMOTED = expression(r"\b(?:promot\w+|promue?s?|promotion|advanced to|elevated to|redesignated)\b")

REGISTER = "business-registration"
"""A paper that tells whose a business is, and not what trade the owner works at."""

Conflict = tuple[Told[Job], Told[Job]]


@rule(Severity.MINOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)", "IRPR s.200(3)(a)"])
def title(case: Case) -> Iterator[Mismatch]:
    """Two documents give the same job another title.

    Why: an officer weighs the experience that the job requires by the posts held; a title that rises from one
    paper to the next, without a promotion, reads as made to fit.
    Advice: correct the draft; or say openly in the explanation letter which older record was wrong; or document
    a promotion with its date and tell it as rows of their own.

    Reports a title of a higher rank:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title="Kitchen Helper" from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Kitchen Supervisor" from=2018-01 to=2020-05

    Reports a letter with a higher title than form and curriculum vitae:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=Wireman from=2018-01 to=2020-05
        draft/cv.pdf as of 2026-02-01: job employer=Acme title=Wireman from=2018-01 to=2020-05
        draft/employment-letter.pdf as of 2020-06-01: job employer=Acme title="Site Manager" from=2018-01-08 to=2020-05

    Reports another occupation:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=Welder from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=Driver from=2018-01 to=2020-05

    Reports a title that rose for a time that an older form had told already:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=Cook from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Kitchen Manager" from=2018-01 to=present

    Accepts a promotion told as rows:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=Cook from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=Cook from=2018-01 to=2024-12
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Kitchen Manager" from=2025-01 to=present

    Accepts a promotion told as rows in one paper and as one row in another:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=Cook from=2018-01 to=2020-12
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title="Kitchen Manager" from=2021-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Kitchen Manager" from=2018-01 to=present

    Accepts a promotion that the newer paper tells as rows and the older one as one row:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title="Kitchen Manager" from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=Cook from=2018-01 to=2019-12
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Kitchen Manager" from=2020-01 to=2020-05

    Accepts a promotion that a third paper tells as rows:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=Cook from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Kitchen Manager" from=2018-01 to=present
        draft/cv.pdf as of 2026-02-01: job employer=Acme title=Cook from=2018-01 to=2024-12
        draft/cv.pdf as of 2026-02-01: job employer=Acme title="Kitchen Manager" from=2025-01 to=present

    Accepts a promotion that a letter documents:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=Cook from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Kitchen Manager" from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title="Kitchen Manager" from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-02-01: text "She joined as Cook and was promoted in 2025."

    Accepts a promotion to one of two posts that a row tells together:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=Cook from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Head cook (kitchen manager since May 2025)" from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title="Kitchen Manager" from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-02-01: text "She was promoted to kitchen manager in 2025."

    Reports a title beside a promotion to another post:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=Cook from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Sales director (kitchen manager)" from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title="Sales director" from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-02-01: text "She was promoted to shift leader in 2019."

    Accepts a translation:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=Cuisinier from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=Cook from=2018-01 to=2020-05

    Accepts more words for the same post:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title="Truck Driver" from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Heavy Truck Driver" from=2018-01 to=2020-05

    Accepts another title at another time:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=Cook from=2014-01 to=2016-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Kitchen Manager" from=2018-01 to=2020-05

    Reports a letter of which the end could not be read:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=Wireman from=2018-01 to=2020-05
        draft/employment-letter.png as of 2020-06-01: job employer=Acme title="Site Manager" from=2018-01-08

    Accepts a title that was misread from a picture:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Accounts Clerk" from=2018-01 to=2020-05
        draft/employment-letter.png as of 2020-06-01: job employer=Acme title="Acoounts Glerk |" from=2018-01 to=2020-05

    Accepts a title of which no letter was read:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Accounts Clerk" from=2018-01 to=2020-05
        draft/employment-letter.png as of 2020-06-01: job employer=Acme title="|" from=2018-01 to=2020-05

    Accepts two names of work on one's own account:
        draft/imm1295.pdf as of 2026-03-01: job employer="Valley Treats" title="Self-employed caterer" from=2018-01 to=present
        draft/cv.pdf as of 2026-02-20: job employer="Valley Treats" title="Owner, catering" from=2018 to=present
        draft/imm5669.pdf as of 2026-03-01: job employer="Valley Treats" title="Proprietor and cook" from=2018-01 to=present

    Accepts the owner of whom a register of businesses tells:
        draft/imm1295.pdf as of 2026-03-01: job employer="Self-employed - Vega Studio" title="Software developer" from=2018-01 to=2020-05
        draft/business-registration.pdf as of 2026-02-20: job employer="Vega Studio" title=Owner from=2018-01 to=2020-05

    Accepts the owner's trade beside the word for the owner:
        draft/imm1295.pdf as of 2026-03-01: job employer="Sample Electric (own business)" title=Electrician from=2019-01 to=present
        draft/cv.pdf as of 2026-02-20: job employer="Sample Electric" title="Owner, electrician" from=2019-01 to=present

    Reports another trade beside the word for the owner:
        draft/imm1295.pdf as of 2026-03-01: job employer="Sample Electric (own business)" title=Electrician from=2019-01 to=present
        draft/cv.pdf as of 2026-02-20: job employer="Sample Electric" title="Owner, baker" from=2019-01 to=present

    Reports another trade on one's own account:
        draft/imm1295.pdf as of 2026-03-01: job employer="Self-employed - Vega Studio" title="Software developer" from=2018-01 to=2020-05
        draft/cv.pdf as of 2026-02-20: job employer="Vega Studio" title=Welder from=2018-01 to=2020-05

    Accepts the service itself in the place of a rank:
        2018/imm1294.pdf as of 2018-06-01: job employer="Armed Forces" title=Conscript from=2013-07 to=2014-07
        draft/cv.pdf as of 2026-03-01: job employer="Armed Forces" title="Military service" from=2013-07 to=2014-07

    Reports a trade at an army beside a rank in it:
        2018/imm1294.pdf as of 2018-06-01: job employer="Armed Forces" title=Conscript from=2013-07 to=2014-07
        draft/cv.pdf as of 2026-03-01: job employer="Armed Forces" title="Civil engineer" from=2013-07 to=2014-07

    Accepts a paper without a title:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme from=2018-01 to=2020-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=Cook from=2018-01 to=2020-05
    """
    for person in case.people:
        for group in jobs(case, person):
            found = [pair for pair in _conflicts(group) if not _promoted(case, group, pair)]
            if found:
                yield _mismatch(case, person, group, found)


def _conflicts(group: Same[Job]) -> Iterator[Conflict]:
    """Give rows of two papers that lie in one time and hold titles of which the other paper tells neither."""
    told = [one for one in group.told if one.paper.kind != REGISTER]
    rows = legible(told, lambda job: job.title)
    for first, second in combinations(by_paper(rows), 2):
        for row, beside in product(first, second):
            strange = not _agree(row, beside) and not _holds(second, row) and not _holds(first, beside)
            if strange and share_half(Stint((row,)), Stint((beside,))):
                yield row, beside


def _agree(one: Told[Job], other: Told[Job]) -> bool:
    first, second = one.record.title or "", other.record.title or ""
    if occupations.compare_titles(first, second).agrees or services.one_service(first, second):
        return True
    return is_own_business(one.record) and is_own_business(other.record) and _of_one_trade(first, second)


_OWNER = expression(
    r"\b(?:(?:co |business |sole )?(?:owners?|proprietors?|proprietress)|propriet(?:aires?|ari[oa])|self ?employed"
    r"|freelance\w*|independante?|gerante?|(?:co ?)?founder|fondat(?:eur|rice))\b|^(?:and|et|y)\b|\b(?:and|et|y)$"
)
"""Words (folded) of whose a business is, beside the trade that is worked at."""


def _of_one_trade(one: str, other: str) -> bool:
    """True for titles of two who own what they work in, which tell one trade, or of which one tells none."""
    first, second = (
        " ".join(_OWNER.sub(" ", _OWNER.sub(" ", fold(title))).split()) for title in (one, other)
    )
    return not first or not second or occupations.compare_titles(first, second).agrees


def _holds(rows: Sequence[Told[Job]], wanted: Told[Job]) -> bool:
    return any(_agree(row, wanted) for row in rows if row.record.title)


def _promoted(case: Case, group: Same[Job], pair: Conflict) -> bool:
    """True where a third paper tells both titles as rows, or a letter documents the promotion."""
    one, other = pair
    if any(_holds(group.by(paper), one) and _holds(group.by(paper), other) for paper in group.papers):
        return True
    letters = [paper for paper in case.papers if paper.kind == LETTER]
    return any(_tells_promotion(paper, pair) for paper in (*group.papers, *letters))


def _tells_promotion(paper: Paper, pair: Conflict) -> bool:
    held = [told.record.title or "" for told in pair]
    parts = [part for post in held for part in (*told_together(post), *posts_in_turn(post))]
    titles = [f" {fold(post)} " for post in (*held, *parts) if fold(post)]
    sentences = [f" {fold(passage.text)} " for passage in passages(paper)]
    return any(PROMOTED.search(text) and any(title in text for title in titles) for text in sentences)


def _mismatch(case: Case, person: Person, group: Same[Job], found: Sequence[Conflict]) -> Mismatch:
    pairs = [(one.record.title or "", other.record.title or "") for one, other in found]
    moved = any(occupations.level_moved(one, other) for one, other in pairs)
    rows = legible(group.told, lambda job: job.title)
    letter = told_openly(case, [told.paper for told in rows], group)
    level = Severity.MAJOR if moved else Severity.MINOR
    sure = max(min(surest((one,), "title"), surest((other,), "title")) for one, other in found)
    return Mismatch(
        person=person,
        subject=subject(group),
        confidence=sure,
        detail=f"The job at {employer(group) or 'one employer'} has another title in different papers: "
        f"{_by_title(rows)}.{said_openly(letter)}",
        evidence=(
            *(told.cite("title", told.record.title) for told in rows),
            *cited_openly(letter),
        ),
        severity=weighed(case, level, {title for pair in pairs for title in pair}, letter is not None),
    )


def _by_title(rows: Sequence[Told[Job]]) -> str:
    papers: dict[str, list[str]] = {}
    for told in rows:
        papers.setdefault(told.record.title or "", []).append(told.paper.path)
    return "; ".join(
        f"{listed([name])} in {', '.join(dict.fromkeys(paths))}" for name, paths in papers.items()
    )
