"""An agency that employs somebody, and the house to which it sends them: "Harbour Staffing for Mill Foods"."""

from consistency.normalizer import organisations
from consistency.normalizer.expressions import expression

_AGENCY = (
    r"(?:agency|agence|agenzia|agencia|staffing|manpower|personnel|int[ée]rim|outsourcing|recruitment|temps"
    r"|lavoro|labou?r hire)"
)
_NOTE = expression(rf"(?i)\s*\([^()]*\b{_AGENCY}\b[^()]*\)")
_SENT = expression(
    r"(?i)(?P<one>\S.*?)[\s,–-]+(?:via|through|c/o|placed (?:at|with)|assigned to|seconded to|deployed (?:at|to)"
    r"|contracted (?:to|at)|on assignment (?:at|with|to)|on (?:the )?payroll of|par l['’]intermédiaire d[eu]"
    r"|mise? à (?:la )?disposition d[eu]|détachée? (?:chez|auprès d[eu]))\s+(?:the\s+)?(?P<other>\S.*)"
)
_FOR = expression(
    rf"(?i)(?P<one>.*\b{_AGENCY}\b[^,;]*?)[\s,–-]+(?:for|at|pour|chez|presso|para)\s+(?:the\s+)?(?P<other>\S.*)"
)


def names(text: str) -> tuple[str, ...]:
    """Give the agency and the house, where a text tells both; nothing for one name.

    >>> names("Harbour Staffing (agency) for Mill Foods"), names("Mill Foods via Harbour Ltd"), names("Centre for Arts")
    (('Harbour Staffing', 'Mill Foods'), ('Mill Foods', 'Harbour Ltd'), ())
    """
    found = _SENT.fullmatch(text.strip()) or _FOR.fullmatch(text.strip())
    if found is None:
        return ()
    return tuple(_NOTE.sub("", found[name]).strip(" ,()") for name in ("one", "other"))


def agree(one: str, other: str) -> bool:
    """Say whether one name tells an agency and a house, and the other is one of them.

    >>> agree("Mill Foods via Harbour Ltd", "Harbour"), agree("Mill Foods via Harbour Ltd", "Cedar Clinic")
    (True, False)
    """
    return _holds(names(one), other) or _holds(names(other), one)


def _holds(told: tuple[str, ...], name: str) -> bool:
    return any(organisations.compare(part, name).agrees for part in told)
