"""The signs that stand before the items of a list."""

from consistency.extractors.pages.icons import DINGBATS
from consistency.model import Line
from consistency.normalizer.dates import find_dates, is_present
from consistency.normalizer.expressions import expression

_BULLET = expression(
    rf"^\s*(?:[•▪◦●○■□◆◇▸►▶‣⁃∙·➢➤✓✔❖*{DINGBATS}]|[-–—+](?=\s)|[oe¢©«»°{{](?=\s{{1,3}}[A-ZÀ-Ý]))\s*"
)
"""The signs that begin an item of a list; the last are what text recognition makes of a dot."""


def is_bullet(line: Line) -> bool:
    """Tell whether a line begins with the sign of a list; a dash before a date ends a period."""
    sign = _BULLET.match(line.text)
    if sign is None:
        return False
    rest = line.text[sign.end() :]
    return not (
        sign[0].strip() in "-–—" and sign[0].strip() and (is_present(rest) or _begins_with_date(rest))
    )


def _begins_with_date(text: str) -> bool:
    return any(found.start == 0 for found in find_dates(text[:40]))


def bullet_free(text: str) -> str:
    """Give the text without the sign of a list."""
    return _BULLET.sub("", text).strip()
