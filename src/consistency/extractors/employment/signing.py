"""Whether an employer's letter is signed: by a mark, by a name under the closing words, or by its writer's name."""

from collections.abc import Sequence
from itertools import takewhile

from consistency.extractors.employment.letterhead import CLOSING
from consistency.extractors.employment.person import is_name, without_honorific
from consistency.extractors.wording.career_words import has_legal_form, title_weight
from consistency.extractors.wording.official import has_mark
from consistency.extractors.wording.official import is_signed as marked
from consistency.extractors.wording.prose import plain
from consistency.model import Document
from consistency.normalizer.dates import find_dates
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_MISSING = expression(
    r"_{5,}|\.{8,}|\b(?:not signed|unsigned|to be signed|signature (?:missing|pending)|non signee?)\b"
)
"""A line to sign on, or words that nobody has signed."""
_OFFICE = expression(
    r"\b(?:owner|proprietor|proprietress|chairman|chairwoman|chairperson|head|ceo|cfo|coo|hr|human resources"
    r"|personnel|matron|principal|president|founder"
    r"|gerante?|directeur|directrice|responsable|drh|proprietaire|patron|patronne|gerente|directora?|jefe|jefa"
    r"|dueno|duena)\b"
)
"""Words (folded) for who signs that are no trade."""
_TRANSLATED = expression(
    r"\W*(?:certified |sworn |official )?(?:translat\w+|traduit\w*|traduction|traducteur|traductrice)\b"
)
"""What a translator adds below."""
_OF_THE_EAST = expression(
    r"[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]|(?i:\bfrom (?:japanese|korean|chinese)\b)"
)
_SEALED = expression(
    r"(?i:[^\W\d_]\s*[(\[](?:(?:official|company|corporate|personal|round) )*(?:seal(?:ed)?|stamp(?:ed)?)[)\]])"
    r"|[^\W\d_][\s　]*[(\[（]?(?:印|社印|公印|직인|인|章)[)\]）]?\s*$"
)
"""The seal behind the name of who issues a paper, in brackets or as the character for one."""
_END = 6
"""So many lines at the end of a letter may name its writer."""
_HEAD = 3
"""So many lines at the top are the letterhead and the title, which may say that the paper is a translation."""
_RUNNING = 9
"""A line with so many words is running text."""
_PARTS = expression(r"\s*,\s+|\s+[-–—|/]\s+|\s{2,}")
_LED = expression(
    r"(?i)^(?:for|pour|by|par|from)\b.{0,60}?[,:]\s*"
    r"|^(?:sign[ée]e? |signed )?(?:(?:for and )?on behalf of|for|au nom de|pour(?: le compte de)?)\b[^,:]{0,60}:\s*"
    r"|^(?:name|nom|nombre)\s*:\s*"
    r"|^(?:prepared|approved|issued|authori[sz]ed|certified|verified|attested|completed|filled in|signed"
    r"|[ée]tablie?|approuv[ée]e?"
    r"|d[ée]livr[ée]e?"
    r"|sign[ée]e?)(?: (?:by|par))?\s*:\s*"
)


def is_signed(document: Document, employee: str) -> bool:
    """Tell whether the letter bears a signature: a mark, a name under the closing words, or its writer's at the end."""
    if has_mark(plain(document.text)) or _is_sealed(document):
        return True
    lines = document.lines
    for number, line in enumerate(lines):
        if CLOSING.match(line.text):
            below = [after.text.strip(" ,.") for after in lines[number + 1 : number + 6]]
            return any(
                is_name(name) and len(name.split()) > 1
                for text in below
                for name in (text, without_honorific(_PARTS.split(text)[0]))
            )
    return marked(document) is None and _ends_with_writer(document, employee)


def _is_sealed(document: Document) -> bool:
    """Tell whether a paper of East Asia bears the seal that stands for a signature there."""
    return _OF_THE_EAST.search(document.text) is not None and any(
        _SEALED.search(line.text) for line in document.lines
    )


def _ends_with_writer(document: Document, employee: str) -> bool:
    """Tell whether a name with a post beside it, or alone on the last line, stands at the end of a letter."""
    told = [text for line in document.lines if (text := " ".join(line.text.split()))]
    at = next(
        (n for n, text in enumerate(told) if _may_translate(n, told) and _TRANSLATED.match(plain(text))), None
    )
    told = told[:at]
    end = list(takewhile(lambda text: not _is_running(text), reversed(told[-_END:])))[::-1]
    if any(_MISSING.search(plain(text)) for text in end):
        return False
    own = set(fold(employee).split())
    parts = [[_LED.sub("", part) for part in _PARTS.split(text) if part] for text in end]
    names = [any(_is_writer(part, own) for part in line) for line in parts]
    posts = [any(is_post(part) for part in line) for line in parts]
    beside = any(name and any(posts[max(at - 1, 0) : at + 2]) for at, name in enumerate(names))
    said = (part for text, line in zip(end, parts, strict=True) for part in (text, *line))
    return beside or bool(names and names[-1]) or any(_names_post_first(text, own) for text in said)


def _may_translate(number: int, lines: Sequence[str]) -> bool:
    """Tell whether a line stands where a translator adds what was done: at the end, and not above the text."""
    return number >= max(len(lines) - _END, _HEAD)


def _is_running(text: str) -> bool:
    text = _LED.sub("", text)
    *before, last = _PARTS.split(text)
    if before and _is_writer(last, set()) and is_post(before[-1].rpartition(". ")[2]):
        return False  # "Lima, 14 March 2026. The Director, Ida Sample"
    return len(text.split()) >= _RUNNING or (text.endswith(".") and len(text.split()) > 4)


def _is_writer(text: str, own: set[str]) -> bool:
    """True for the name of somebody else than the employee: two words, or an initial and one."""
    name = without_honorific(text.strip(" ,.()"))
    return (
        len(name.split()) > 1
        and is_name(name)
        and not (is_post(name) or has_legal_form(name) or find_dates(name))
        and not set(fold(name).split()) <= own
    )


def is_post(text: str) -> bool:
    """Tell whether words name somebody's post, or an office that no trade is: "HR manager", "owner"."""
    return title_weight(text) >= 1 or _OFFICE.search(fold(text)) is not None


def _names_post_first(text: str, own: set[str]) -> bool:
    """True for a post and behind it the name: "Personnel manager R. Sample"."""
    words = text.split()
    return any(
        is_post(" ".join(words[:at])) and _is_writer(" ".join(words[at:]), own)
        for at in range(1, min(len(words) - 1, 5))
    )
