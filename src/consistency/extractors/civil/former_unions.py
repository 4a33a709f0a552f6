"""What an applicant's letter tells of a former marriage: with whom, and when it ended."""

from collections.abc import Iterator, Sequence

from consistency.extractors.wording.persons import name_at
from consistency.extractors.wording.prose import Passage
from consistency.model import Relationship
from consistency.normalizer import dates
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression

_WAS_MARRIED = expression(
    r"\bi (?:was|had been|have been) (?:\w+ly |once |before |previously )*married (?:before )?(?:to|with) (?:one )?"
    r"|\bmy (?:first|former|previous|ex)[- ](?:husband|wife|spouse|marriage,? (?:was )?(?:to|with)),? (?:was )?"
    r"|\bi (?:am |was |got )?divorced (?:from )?(?:my (?:first|former) (?:husband|wife),? )?"
    r"|\bj'(?:ai|avais) (?:deja |d'abord )?ete mariee? (?:une premiere fois )?(?:a|avec) "
    r"|\bm(?:on|a) (?:premiere?|ancienn?e?|ex)[- ](?:mari|epoux|femme|epouse|mariage,? (?:avec|a)),? (?:etait )?"
    r"|\bje suis divorcee? (?:de|d'avec) "
)
"""What leads to the name of a former spouse."""
_OVER = expression(
    r"\b(?:divorc\w+|annul\w+|dissol\w+|dissous|(?:marriage|mariage|union|it) (?:has |had |was |a )?(?:ended|pris fin)"
    r"|(?<!father )(?<!mother )(?<!brother )(?<!sister )(?<!child )(?:died|passed away)|decede\w*|mort\w*"
    r"|(?:former|first|previous|ex|premiere?|ancienn?e?)[- ](?:husband|wife|spouse|marriage|mari|epoux|femme|epouse"
    r"|mariage))\b"
)
"""What says that a marriage is over; a first child or a previous application does not."""
_END = expression(
    r"\b(?:divorc\w+|annul\w+|dissol\w+|dissous|ended|died|passed away|decede\w*|separat\w*)\b[^.;\d]{0,30}$"
)
_OF_OTHERS = expression(
    r"\b(?:my (?:brother|sister|father|mother|cousin|friend)|mon (?:frere|pere)|ma (?:soeur|mere))\b"
)
TELLS_ANOTHER = expression(
    r"\b(?:before|avant) (?:my|our|mon|notre) (?:present |current |second |actuel )?(?:marriage|mariage|wedding)"
    r"|\b(?:first|former|previous|earlier|premiere?|ancienn?e?|precedent) (?:marriage|husband|wife|mariage|mari"
    r"|epoux|epouse|femme)\b"
    r"|\bex[- ](?:husband|wife|mari|femme|epoux|epouse)\b|\bete mariee? (?:a|avec)\b[^.;]{0,60}\bdont\b"
)
"""Words of a marriage before the present one: a divorce told beside them is not today's status."""


def former_unions(told: Sequence[Passage], order: dates.Order | None) -> Iterator[Relationship]:
    """Give the former spouses whom sentences name, with the day of the end where they tell one."""
    for sentence in told:
        low = sentence.plain
        lead = _WAS_MARRIED.search(low)
        if lead is None or not _OVER.search(low) or _OF_OTHERS.search(low[: lead.start()]):
            continue
        name = name_at(sentence, lead.end())
        if name is None:
            continue
        days = dates.find_dates(sentence.text, order=order)
        end = next((day for day in days if _END.search(low[: day.start])), None)
        cells = {"name": name.evidence}
        cells |= {"period": sentence.cite(end.start, end.end)} if end else {}
        yield Relationship(
            evidence=name.evidence,
            cells=cells,
            period=Period(None, end.date) if end else None,
            relation="previous-spouse",
            name=name.text,
        )
