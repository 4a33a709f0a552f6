"""The work history of a person over all papers, as the checks of it need it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from msgspec import Struct

from consistency.case.coverage import Silent, silence
from consistency.case.decisions import decided_by_canada, is_foreign
from consistency.comparator.aligned.alignment import Same, Told, same
from consistency.comparator.aligned.employment import denies_work, employer_of, is_work
from consistency.comparator.aligned.jobs import RENAMED, RETOLD
from consistency.comparator.aligned.stints import misread, stints
from consistency.comparator.day_spans import length, shared_days
from consistency.comparator.openly import openly, supplements
from consistency.comparator.passages import LETTER, Passage, mentioned, names_one, passages
from consistency.comparator.telling import by_paper, cite_papers, told_by
from consistency.comparator.work.paid_work import as_paid, paid_beside
from consistency.comparator.work.told_service import told_as_service
from consistency.model import Case, Citation, Job, Offer, Paper, Person, RefusalReason, Severity
from consistency.normalizer import occupations, organisations
from consistency.normalizer.dates import Period, find_dates, find_periods
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

ABOUT_EXPERIENCE = frozenset({"perform-work"})
"""Grounds of refusal that are about the experience of the applicant."""


def jobs(case: Case, person: Person) -> tuple[Same[Job], ...]:
    """Give the jobs of a person, without the rows that account for a time without work."""
    return tuple(group for group in same(case, person, Job) if any(is_work(t.record) for t in group.told))


def employer(group: Same[Job]) -> str | None:
    """Give the name under which most papers tell the employer, the longest of those told as often."""
    return _most_told(employer_of(t.record) for t in group.told)


def title(group: Same[Job]) -> str | None:
    """Give the title that most papers tell."""
    return _most_told(t.record.title for t in group.told)


def _most_told(names: Iterable[str | None]) -> str | None:
    told = Counter(name for name in names if name)
    return min(told, key=lambda name: (-told[name], -len(name), name), default=None)


def legible(rows: Sequence[Told[Job]], text: Callable[[Job], str | None]) -> list[Told[Job]]:
    """Leave out rows without a text, and recognised ones that are nearly what a clear paper says: they are misread."""
    told = [(row, value) for row in rows if (value := text(row.record)) and fold(value)]
    clear = {value for row, value in told if row.paper.document.method != "ocr"}
    return [
        row
        for row, value in told
        if row.paper.document.method != "ocr"
        or fold(value) in set(map(fold, clear))
        or not any(misread(value, other) for other in clear)
    ]


def papers_listed(papers: Iterable[Paper]) -> str:
    """Name papers by their paths: "a.pdf, b.pdf and c.pdf"."""
    paths = sorted({paper.path for paper in papers})
    return paths[0] if len(paths) == 1 else f"{', '.join(paths[:-1])} and {paths[-1]}"


def stands(job: Same[Job]) -> str:
    """Say which job it is, and where it stands."""
    period = job.told[-1].record.period or job.told[-1].record.paid
    when = f", {period}," if period is not None else ""
    sentence = f"{named(job)}{when} stands in {papers_listed(job.papers)}"
    return sentence[0].upper() + sentence[1:]


def lacking_evidence(
    job: Same[Job], lacking: Iterable[Paper], denials: Iterable[Told[Job]] = ()
) -> tuple[Citation, ...]:
    """Cite every row that tells a job, and every paper in which it is absent, or the row that denies it there."""
    denied = [row for row in denials if row.paper in lacking]
    silent = [paper for paper in lacking if not any(row.paper == paper for row in denied)]
    return (
        *(row.cite("employer", _value(row)) for row in job.told),
        *(row.cite("title", _value(row)) for row in denied),
        *cite_papers(silent),
    )


def _value(row: Told[Job]) -> str:
    job = row.record
    name = (job.employer if is_work(job) else None) or job.title or job.employer
    parts = (name, str(row.record.period) if row.record.period else None)
    return ", ".join(part for part in parts if part)


def is_bare(paper: Paper) -> bool:
    """True for a paper that asks for jobs and lists none."""
    return paper.asks(Job) is not None and not any(paper.all(Job))


def surest(rows: Iterable[Told[Job]], field: str) -> float:
    """Give how sure a value is that several papers tell: as sure as the surest of them."""
    return max((row.record.cite(field).confidence for row in rows), default=1.0)


def keys(group: Same[Job]) -> tuple[str, ...]:
    """Give the employer's folded names, without legal forms."""
    names = {organisations.key(name) for t in group.told if (name := employer_of(t.record))}
    return tuple(sorted(names))


def subject(group: Same[Job]) -> str:
    """Name a job in normalised words: the employer, and the year that tells two stays there apart."""
    years = sorted(t.record.start.year for t in group.told if t.record.start)
    around = str(years[len(years) // 2]) if years else ""
    return f"{organisations.key(employer(group) or title(group) or 'a job')} {around}".strip()


def is_retold(group: Same[Job]) -> bool:
    """True for a job that papers tell under names of two employers."""
    return bool({RENAMED, RETOLD} & set(group.reasons))


def named(group: Same[Job]) -> str:
    """Name a job for the applicant: "the job at Acme Ltd (analyst)"."""
    where, what = employer(group), title(group)
    if where is None:
        return f"the job as {what}"
    return f"the job at {where} ({what})" if what else f"the job at {where}"


def at_ircc(case: Case, paper: Paper) -> bool:
    """True for a paper that IRCC has: it was filed with a past application, or IRCC wrote it."""
    application = case.application_of(paper)
    return decided_by_canada(paper) or (application is not None and application.role == "past")


def counts(case: Case, titles: Iterable[str | None]) -> bool:
    """True where one of the titles is the job that the draft is for: then it counts as experience."""
    wanted = {o.title for p in case.draft_papers for o in p.all(Offer) if o.title}
    return any(
        one is not None and occupations.compare_titles(one, other).agrees
        for one in titles
        for other in wanted
    )


def refused_for_experience(case: Case) -> bool:
    """True where a refusal was about the experience of the applicant."""
    reasons = {r.reason for p in case.papers if not is_foreign(p) for r in p.all(RefusalReason)}
    return bool(reasons & ABOUT_EXPERIENCE)


def weighed(case: Case, level: Severity, titles: Iterable[str | None], lowered: bool) -> Severity:
    """Move a level by the modifiers: up for a major fact that counts or was refused, down for one told openly."""
    material = level is Severity.MAJOR and (counts(case, titles) or refused_for_experience(case))
    return level.moved(int(material) - int(lowered)) if material or lowered else level


class Absence(Struct, frozen=True):
    """A job and the papers that ask for it, could tell it and do not."""

    job: Same[Job]
    missing: tuple[Paper, ...]
    no_room: tuple[Paper, ...]
    openly: Passage | None = None
    """The sentence of a letter or sheet that says openly that a form leaves it out."""
    denials: tuple[Told[Job], ...] = ()
    """The rows of those papers by which there was no work at the time."""


def told_instead(absence: Absence) -> str:
    """Say what papers tell of the time of a job instead, or nothing."""
    rows = [row for row in absence.denials if row.paper in absence.missing]
    told = "; ".join(
        f"“{row.record.title or row.record.employer}”, {row.record.period}, in {row.paper.path}"
        for row in rows
    )
    return f" Its time is told as {told}." if told else ""


def is_added(case: Case, absence: Absence) -> bool:
    """True where a job is new in the draft, in a time that what IRCC has covers: then it is added, else it is missing.

    A draft form tells it; or the draft's curriculum vitae does and no form of the draft leaves it out.
    """
    drafted = [p for p in absence.job.papers if case.in_draft(p) and p.asks(Job) is not None]
    forms = [p for p in absence.missing if case.in_draft(p) and p.is_form]
    known = any(at_ircc(case, paper) for paper in absence.job.papers)
    lacking = any(at_ircc(case, paper) for paper in absence.missing)
    return lacking and not known and (any(p.is_form for p in drafted) or bool(drafted and not forms))


def absences(case: Case, person: Person) -> Iterator[Absence]:
    """Give the jobs that a paper leaves out although it asks for them."""
    papers = [p for p in case.of(person) if p.asks(Job) is not None]
    for group in jobs(case, person):
        tellers = {p.path for p in group.papers}
        rows = _distinct(group)
        others = [paper for paper in papers if paper.path not in tellers]
        denials = {paper.path: row for paper in others if (row := _denial(paper, rows)) is not None}
        silent = Silent.of(others, partial(_meaning, case, person, group, rows, denials))
        if silent.papers:
            letter = told_openly(case, silent.papers, group)
            denied = tuple(denials[paper.path] for paper in silent.missing if paper.path in denials)
            yield Absence(group, silent.missing, silent.no_room, letter, denied)


def _denial(paper: Paper, tellings: Sequence[Sequence[Told[Job]]]) -> Told[Job] | None:
    """Give the row of a paper by which nobody worked for the better part of a job: a statement, and no silence."""
    denying = [told for told in told_by([paper], Job) if denies_work(told.record)]
    if not denying:
        return None
    spans = [stint.days for rows in tellings for stint in stints(r for r in rows if is_work(r.record))]
    dated = [span for span in spans if span[0] != date.max]
    covers = (
        stint for stint in stints(denying) if any(2 * shared_days(stint.days, s) > length(s) for s in dated)
    )
    return next((stint.rows[0] for stint in covers), None)


def told_openly(case: Case, papers: Sequence[Paper], group: Same[Job]) -> Passage | None:
    """Give what the letters of these papers' submissions, and of the draft, say openly of a job."""
    letters = [s for p in papers for s in supplements(case, p)]
    letters += [p for p in case.draft_papers for p in supplements(case, p)]
    return openly(tuple({p.path: p for p in letters}.values()), keys(group))


def _distinct(group: Same[Job]) -> list[list[Told[Job]]]:
    """Give the rows of each paper that tells a job; once where several papers tell the same."""
    told = by_paper(group.told)
    return list({tuple((is_work(t.record), t.record.period) for t in rows): rows for rows in told}.values())


def _meaning(
    case: Case,
    person: Person,
    group: Same[Job],
    tellings: Sequence[list[Told[Job]]],
    denying: Container[str],
    paper: Paper,
) -> str:
    """Say what it means that a paper does not tell a job: the mildest that its tellers allow.

    One that tells of the same time that there was no work needs no room for the job: it is among the ``denying``.
    """
    found = {_row_meaning(paper, rows, person) for rows in tellings}
    if paid_beside(case, paper, group) or told_as_service(paper, group):
        return "told"
    if not found <= {"missing", "no-room"}:
        return "not-asked"
    if _is_named(paper, group):
        return "unread"
    if found == {"missing"} or paper.path in denying:
        return "missing"
    return _beside(case, paper, group)


def _is_named(paper: Paper, group: Same[Job]) -> bool:
    """True where a paper without data names the employer all the same: then its row was not read."""
    return not paper.document.has_data and mentioned(paper, keys(group)) is not None


def _row_meaning(paper: Paper, rows: Sequence[Told[Job]], person: Person) -> str:
    """Say what the silence means by the rows of one teller: a job is asked for if one of its rows is."""
    found = {silence(paper, as_paid(row.record), person).means for row in rows if is_work(row.record)}
    return next((meaning for meaning in ("missing", "no-room", "unread") if meaning in found), "not-asked")


def _beside(case: Case, paper: Paper, group: Same[Job]) -> str:
    """Judge a form without room by the papers beside it: one that lists the job, or one that does not either."""
    if any(p.is_form and p.application == paper.application for p in group.papers):
        return "told"
    sheets = supplements(case, paper)
    if any(
        sheet in group.papers or lists_job(sheet, keys(group)) or _dates_job(sheet, group) for sheet in sheets
    ):
        return "told"
    return "missing" if sheets else "no-room"


_WORKED = expression(
    r"\b(?:worked|(?:my |the )?(?:work|job|position|employment|internship) (?:at|for|with|as|in)|working|employed"
    r"|served|joined|hired|trained|promoted|resigned|(?:experience|time|years?|months?|career|role|post) (?:at|with|as)"
    r"|employer (?:was|is)|(?:was|been|am) (?:an? |the )?(?:\w+ ){1,4}(?:at|for|with|in)"
    r"|travaill\w+|employee? (?:par|chez|comme|de)|occup\w+ (?:le|un|ce) poste|poste d\w*"
    r"|(?:etais|ete|suis) (?:\w+ ){1,4}chez|(?:mon|l) (?:travail|emploi|stage) (?:a|au|chez|comme))\b"
)
"""Words (folded) by which somebody says that they worked."""


def lists_job(sheet: Paper, names: Iterable[str]) -> bool:
    """True where a letter says of a job that it was, by its time or by a verb; a sheet lists what it names.

    A bare mention ("I attach a letter from Acme Ltd.") tells no job.
    """
    told = [passage for passage in passages(sheet) if names_one(passage, names)]
    if sheet.kind != LETTER:
        return bool(told)
    return any(
        _WORKED.search(fold(p.text)) or find_periods(p.text) or len(find_dates(p.text)) > 1 for p in told
    )


_NO_WORK_OF_OWN = expression(
    r"\b(?:liv(?:ed|ing)|reside\w*|residing|stay(?:ed|ing)?|address\w*|stud(?:y|ied|ies|ying)|student|visit\w*|travel\w*"
    r"|unemployed|not working|habit\w+|demeur\w+|etudi\w+|sejour\w*|sans emploi"
    r"|(?:my|his|her|mon|ma) (?:brother|sister|father|mother|wife|husband|spouse|partner|son|daughter|cousin|uncle|aunt"
    r"|frere|soeur|pere|mere|epouse|epoux|femme|mari|conjointe?|fils|fille) (?!and\b|et\b))"
)
"""Words (folded) of a time that somebody spent otherwise, or that a relative worked."""


def _dates_job(sheet: Paper, group: Same[Job]) -> bool:
    """True where a sentence gives the years of a job to the first two words of a longer name of its employer."""
    known = {_years(row.record.period) for row in group.told} - {None}
    return any(
        _years(period) in known
        for passage in passages(sheet)
        if names_one(passage, _shortened(group)) and not _NO_WORK_OF_OWN.search(fold(passage.text))
        for _, _, period in find_periods(passage.text)
    )


def _shortened(group: Same[Job]) -> Iterator[str]:
    """Give the first two words of names of three and more: "Green Hill" for "Green Hill Home for the Aged"."""
    for words in (key.split() for key in keys(group)):
        if len(words) > _TWO and len(words[1]) >= _A_WORD:
            yield " ".join(words[:_TWO])


_TWO, _A_WORD = 2, 4


def _years(period: Period | None) -> tuple[int, int] | None:
    if period is None or period.start is None or period.end is None:
        return None
    return period.start.year, period.end.year
