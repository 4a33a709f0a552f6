"""Decisions of border guards and alien offices: an entry refused or a removal ordered, told of a third person."""

from consistency.extractors.papers._official import is_form, titled
from consistency.extractors.papers._prose import plain
from consistency.model import Document
from consistency.normalizer.expressions import expression

_ACT = expression(
    r"\brefus(?:al|ing) (?:of|to grant|to issue) (?:(?:leave to )?entry|entry|admission|leave to enter"
    r"|an? (?:\w+ )?visa|visas?"
    r"|(?:a )?(?:residence|work|study) permit|stay)\b"
    r"|\b(?:decision|notice|form|order|notification|arrete|avis|formulaire|ordonnance)\b.{0,40}\b(?:refus(?:ed|ing"
    r"|al)?|expulsion|deportation|removal|exclusion)\b"
    r"|\b(?:expulsion|deportation|removal|exclusion|departure|return) (?:order|decision|notice)\b|\bentry ban\b"
    r"|\brefus (?:d'entree|d'admission|de visa|de sejour)|\bobligation de quitter le territoire"
    r"|\binterdiction (?:d'entree|de territoire)"
    r"|\bodmow\w+ wjazdu|\bdenegacion de entrada|\bdeclined entry\b"
)
_OFFICE = expression(
    r"\b(?:border (?:guard|police|service|control|force|inspection)s?|immigration|aliens?|foreigners?"
    r"|police aux frontieres|frontieres?"
    r"|consul\w*|embassy|ambassade|prefecture|ministry of (?:the )?interior|ministere de l'interieur|migration)\b"
)
_PERSON = expression(
    r"\b(?:i|we|je|nous) (?:hereby )?(?:refuse|order|decide)\b|\b(?:is|was|has been|est"
    r"|a ete) (?:hereby )?(?:refused|ordered|denied"
    r"|refusee?|expulsee?|removed|deported)\b|\bthe (?:foreigner|alien|person concerned|above[- ]named)\b"
    r"|\bl'(?:etranger|interesse)\b"
    r"|\b(?:mr|mrs|ms|m\.|mme)\b"
)
_OTHERS = expression(
    r"\b(?:imm ?\d{4}|ircc|lmia|my application|i am applying|dear (?:visa )?officer|gcms|ma demande)\b"
)
_SENTENCE = expression(r"[.;] |[.;]$|\b(?:if|when|unless|si|lorsque)\b")
_HEAD, _TITLE, _LONGEST = 12, 75, 90


def _is_title(line: str) -> bool:
    """Tell whether a line names such an act, and does not speak of one."""
    return len(line) <= _TITLE and _ACT.search(line) is not None and _SENTENCE.search(line) is None


def refuses_at_a_border(document: Document) -> bool:
    """Tell whether an office decides by a titled act on somebody's entry or stay, and addresses nobody."""
    if is_form(document) or len(document.lines) > _LONGEST:
        return False
    text = " ".join(plain(document.text).split())
    head = (plain(line.text).strip() for line in document.lines[:_HEAD])
    acts = any(_is_title(line) for line in head) and _PERSON.search(text) is not None
    return acts and titled(document, _OFFICE, 10) and _OTHERS.search(text) is None
