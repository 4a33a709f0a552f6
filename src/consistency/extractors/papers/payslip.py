"""A payslip: what an employer paid to somebody for a time.

It proves a job at that time, not when the job began or ended: the job is written without a period, with the time
that was paid for, and the paper speaks as of the day of payment, else the end of that time. The pay is the gross one,
as it is stated.
"""

from consistency.extractors.employment import payslip_words as words
from consistency.extractors.employment.payslips import Slip
from consistency.extractors.reading import Reading
from consistency.extractors.wording.letters import language_of
from consistency.extractors.wording.official import day_fact, is_form, name_fact, titled
from consistency.extractors.wording.prose import plain
from consistency.model import AsOf, Document
from consistency.normalizer import dates
from consistency.normalizer.expressions import expression

_HEAD = 14


_PARTS_OF_PAY = expression(
    r"\bbasic\b(?=[\s\S]{1,400}\b(?:housing|accommodation|transport\w*|conveyance|hra|food|allowances?)\b)"
    r"[\s\S]{1,600}\btotal\b"
)


def recognise(document: Document) -> float:
    """Say how sure it is that an employer tells here what was paid for a time, and what was taken off."""
    if is_form(document) or not document.lines or len(document.lines) > 400:
        return 0.0
    text = plain(document.text)
    clues = sum(bool(pattern.search(text)) for pattern in (words.GROSS, words.NET, words.TAKEN))
    clues += words.PAID_FOR.search(text) is not None or _dated_title(document)
    title = titled(document, words.TITLE)
    if title and _PARTS_OF_PAY.search(text):
        clues = max(clues, 3)  # where nothing is taken off, there is no net pay either
    if clues < 3:
        return 0.0
    score = 0.4 * title + 0.13 * clues - 0.6 * bool(words.OTHERS.search(text))
    if not title:
        labels = Slip.of(document).values.keys()
        whose = "full_name" in labels and bool({"period", "paid", "ended"} & labels)
        score += 0.2 * ((clues == 4 or whose) and {"gross", "net"} <= labels)
    return max(0.0, min(1.0, score))


def _dated_title(document: Document) -> bool:
    """Tell whether the title names the month: "Payslip - August 2026"."""
    titles = (line.text for line in document.lines[:_HEAD] if words.TITLE.search(plain(line.text)))
    return any(dates.find_dates(title) for title in titles)


def read(document: Document) -> Reading:
    """Read who was paid by whom, when, and how much before anything was taken off."""
    slip = Slip.of(document)
    day, job = slip.day, slip.job()
    return Reading(
        AsOf(day.date, "stated") if day else AsOf(None, "unknown"),
        (*name_fact(slip.name), *day_fact("document_date", day)),
        (job,) if job else (),
        language=language_of(document),
    )
