"""Papers of those who pay for an applicant: a father's account, the pay of a sister who sponsors."""

from __future__ import annotations

from collections.abc import Sequence, Set

from consistency.comparator.identity.mentions import family_names
from consistency.comparator.identity.naming import Named, words
from consistency.comparator.passages import LETTER, SUPPORT, passages
from consistency.model import Balance, Case
from consistency.normalizer import names
from consistency.normalizer.expressions import expression
from consistency.normalizer.names import PersonName
from consistency.normalizer.speakers import names_another
from consistency.normalizer.text import fold

OF_MONEY = frozenset({"bank-statement", "payslip"})
"""Papers that another may lend to an application."""
_SUPPORT = expression(
    r"\b(?:sponsor\w*|(?:financial )?support(?:s|ing|er)?|guarant\w+|pays?|will pay|finance[sd]?|host(?:s|ed)?|invit\w+"
    r"|parrain\w*|garante?s?|soutien\w*|soutenir|prendra? en charge|finance\w*|heberge\w*|payera?)\b"
)
"""Words (folded) for one who pays for another, or takes another in."""


def own_papers(case: Case, told: Sequence[Named]) -> tuple[Named, ...]:
    """Leave out the papers of money that are a relative's, or a sponsor's, whom another paper tells by name.

    Whose account nothing explains is a question of its own (``funds/holder``), not one of a name. The applicant's own
    paper with a slip has at least one of the applicant's given names.
    """
    given = {word for n in told if n.official for word in words(PersonName(full=n.name.given))}
    return tuple(
        n for n in told if not (given and _may_be_lent(n, given) and (_is_bank(n) or _is_told(case, n)))
    )


def _is_bank(paper: Named) -> bool:
    return paper.paper.kind == "bank-statement" and any(record.name for record in paper.paper.all(Balance))


def _may_be_lent(paper: Named, given: Set[str]) -> bool:
    own = words(paper.name)
    return paper.paper.kind in OF_MONEY and not paper.linked and len(own) > 1 and not own & given


def _is_told(case: Case, paper: Named) -> bool:
    return any(names.compare(paper.name, one).agrees for one in family_names(case)) or _told_of(case, paper)


def _told_of(case: Case, paper: Named) -> bool:
    """True where a letter of the same application is that of somebody, or tells of them as a relative or supporter."""
    name = words(paper.name)
    beside = [p for p in case.papers if p.application == paper.paper.application]
    if any(p.kind == SUPPORT and name <= _spelt(p.document.text) for p in beside):
        return True
    letters = (p for p in beside if p.kind == LETTER)
    return any(_presents(passage.text, name) for letter in letters for passage in passages(letter))


def _presents(sentence: str, name: frozenset[str]) -> bool:
    told = fold(sentence)
    return name <= _spelt(sentence) and bool(_SUPPORT.search(told) or names_another(told))


def _spelt(text: str) -> frozenset[str]:
    return frozenset(names.canonical(word) for word in fold(text).split())
