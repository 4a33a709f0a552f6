"""Who says "my mother" in a letter: the applicant, or somebody else who writes of the own family."""

from consistency.comparator.identity.naming import named_in
from consistency.model import Case, Paper, Person
from consistency.normalizer import names
from consistency.normalizer.expressions import expression

_WRITER = expression(
    r"\b(?:I|Je)(?: soussignée?)?,? (?:the undersigned,? )?(?:(?:Mr|Mrs|Ms|Dr|M|Mme)\.? )?"
    r"(?P<name>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+){1,4}),"
)
_OF_EMPLOYERS = frozenset({"employment-letter", "offer-of-employment", "employment-contract", "lmia"})
_HEAD = 1500


def another_writes(case: Case, person: Person, paper: Paper) -> bool:
    """True for a paper of an employer, and for one in which somebody else says "I": their relatives are others."""
    if paper.kind in _OF_EMPLOYERS:
        return True
    found = _WRITER.search(" ".join(paper.document.text[:_HEAD].split()))
    if found is None:
        return False
    writer = names.parse_full(found["name"])
    return not any(names.compare(writer, one.name).agrees for one in named_in(case, person))
