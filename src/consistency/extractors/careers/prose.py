"""Jobs told in sentences: "From 2015 until now I am working as a cook in Acme Restaurant, Lagos"."""

from collections.abc import Iterator, Sequence

from consistency.extractors.pages.layout import Block
from consistency.extractors.wording.prose import Passage, paragraphs, plain, sentences
from consistency.extractors.wording.statements import Statement, statement
from consistency.model import Document, Job
from consistency.normalizer.dates import PartialDate, Period, find_dates, find_periods
from consistency.normalizer.expressions import expression

_WORKED = expression(
    r"\b(?:work(?:ed|ing|s)?|employed|serv(?:ed|ing)|was an?|am an?|(?:has|have) been an?|(?:i )?joined"
    r"|position of|post of"
    r"|travaill\w+|employee?|exerc\w+|occup\w+|(?:etais|suis|ete) (?:une? )?\w+"
    r"|i (?:was|am|have been) (?:[a-z/-]+ ){1,4}?(?:at|for|with|in))\b"
)


_I_WORKED = expression(
    r"(?:\b(?:i|je|he|she|il|elle) |\bj'\s?|\b(?:mr|mrs|ms|mme|mlle)\.? \w+ )(?:\w+ ){0,2}?(?:am|was|has|a|were"
    r"|work\w*|have|had|serv\w+|joined|held|travaill\w+|suis|etais"
    r"|ai|exerc\w+|occup\w+)\b"
)


_BEGAN = expression(
    r"\b(?:i|he|she|je|j'|il|elle)(?:,? \w+){0,4}? ?(?:started|began|joined|entered|was (?:hired|employed"
    r"|recruited|taken on)"
    r"|got (?:a|my) (?:first )?(?:job|post)|took (?:up )?a (?:job|post|position)|ai (?:commence|debute|rejoint|integre)"
    r"|(?:suis|ai ete|est|a ete) (?:entree?|embauchee?|engagee?|recrutee?)|a (?:commence|debute|rejoint|integre))\b"
)
"""Words by which somebody tells how a work began."""
_ENDED = expression(
    r"(?:\b(?:until|till|up to|jusqu'(?:en|au|a))|\b(?:left|resigned|quit|finished|(?:ai|a) (?:quitte|demissionne))"
    r"(?: \w+){0,4}?(?: in| on| en| le)?)(?: (?:the )?(?:end|beginning) of| (?:la )?fin| le)?\s*$"
)
"""What stands before the day on which a work ended."""
_STILL = expression(
    r"\b(?:until now|to date|till date|still (?:work|there|employed)\w*|a ce jour|encore aujourd'hui)\b"
)
_NO_TITLE = expression(r"(?i)(?:entrée?|embauchée?|engagée?|recrutée?|started|hired|employed)")
_TOWN_ENDS = expression(r"\s+(?:and|et|where|où|then|puis)\b.*$")


def tells_itself(text: str) -> bool:
    """Tell whether somebody tells of their work in a sentence: "I was working as a helper"."""
    return _I_WORKED.search(plain(text)) is not None


def told_jobs(document: Document, blocks: Sequence[Block], *, alone: bool) -> Iterator[Job]:
    """Give the jobs that the sentences of a section tell, each with its own period.

    Where they stand not ``alone``, but beside entries, only those in the first person tell jobs, not duties.
    """
    for block in blocks:
        for paragraph in paragraphs(document, block.lines):
            told = list(sentences(paragraph))
            for number, sentence in enumerate(told):
                own = alone or tells_itself(sentence.text)
                job = _job(sentence) if own and not _begins_apart(sentence) else None
                if job is None and own:
                    job = _begun(sentence, told[number + 1 :])
                if job is not None:
                    yield job


def _begins_apart(sentence: Passage) -> bool:
    """Tell whether a work begins in a sentence on a day before the time that it tells of something in it."""
    began, times = _BEGAN.search(sentence.plain), find_periods(sentence.text)
    days = find_dates(sentence.text)
    return began is not None and len(times) == 1 and bool(days) and days[0].end <= times[0][0]


def _begun(sentence: Passage, following: Sequence[Passage]) -> Job | None:
    """Give the job of a sentence that tells how it began; the day of its end stands behind, or in a later sentence."""
    began = _BEGAN.search(sentence.plain)
    days = find_dates(sentence.text) if began is not None else ()
    told: Statement | None = statement(sentence) if days else None
    if told is None or told.employer is None or _ends_at(sentence, days[0].start):
        return None
    start = days[0].date
    ends = (_end(later, start) for later in (sentence, *_until_next(following)))
    end = next((day for day in ends if day is not None), None)
    title = None if told.title is None or _NO_TITLE.fullmatch(told.title) else told.title
    place = told.city if told.city and _says_where(sentence, told.city) else None
    left_out = ({"title"} if title is None else set()) | ({"city", "country"} if place is None else set())
    cells = {name: cell for name, cell in told.cells.items() if name not in left_out}
    return Job(
        evidence=told.evidence,
        cells=cells,
        period=Period(start, end, open=end is None and _STILL.search(sentence.plain) is not None),
        title=title,
        employer=told.employer,
        city=_TOWN_ENDS.sub("", place) if place else None,
        country=told.country if place else None,
    )


def _says_where(sentence: Passage, city: str) -> bool:
    """Tell whether a town stands before a semicolon or another time, behind which a sentence tells of other things."""
    stops = [sentence.text.find(";"), *(start for start, _, _ in find_periods(sentence.text))]
    return sentence.text.find(city) < min((at for at in stops if at >= 0), default=len(sentence.text))


def _until_next(following: Sequence[Passage]) -> Iterator[Passage]:
    """Give the sentences before the next one that begins another work."""
    for later in following:
        if _BEGAN.search(later.plain) or len(find_periods(later.text)) == 1:
            return
        yield later


def _end(sentence: Passage, start: PartialDate) -> PartialDate | None:
    """Give the day of a sentence on which a work that began before ended."""
    return next(
        (
            found.date
            for found in find_dates(sentence.text)
            if _ends_at(sentence, found.start) and start.before(found.date)
        ),
        None,
    )


def _ends_at(sentence: Passage, day: int) -> bool:
    return _ENDED.search(sentence.plain[:day].rstrip() + " ") is not None


def _job(sentence: Passage) -> Job | None:
    """Give the job of a sentence that says of one period who employed for what."""
    periods = find_periods(sentence.text) if _WORKED.search(sentence.plain) else ()
    if len(periods) != 1:
        return None
    told: Statement = statement(sentence)
    if told.employer is None or told.title is None:
        return None
    return Job(
        evidence=told.evidence,
        cells=told.cells,
        period=periods[0][2],
        title=told.title,
        employer=told.employer,
        city=told.city,
        country=told.country,
    )
