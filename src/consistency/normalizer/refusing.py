"""The words by which an authority says no to an application: refused, rejected, not approved, a negative answer."""

import re
from collections.abc import Iterator

from consistency.normalizer.expressions import expression

_ANSWER = "decision|answer|reply|response|result|outcome|reponse|resultat|avis|suite|issue"
_BAD = "negati(?:ve(?:ly)?|f|ves|fs)|unfavou?rabl[ey]|adverse|defavorables?"
_GRANTED = (
    "approv(?:e|ed|al)|accept(?:ed?)?|grant(?:ed)?|issued?|successful|favou?rable"
    "|accordee?s?|acceptee?s?|approuvee?s?|delivree?s?|octroyee?s?|agreee?s?|abouti|couronnee? de succes"
)
_LINK = (
    "be|been|have|has|had|me|us|to be|ete|etre|pu etre|find|its?|fully|finally|finalement|une? suite|de suite"
    "|donnee?|donner|reservee?|reserver|recue?|connue?|receive|received|any|in a position to"
)
_PERMISSION = (
    r"(?:an?|the|my|our|any|un|une|le|la|mon|ma|de) (?:[\w-]+ ){0,3}?(?:visas?|permits?|eta|esta|permis)"
)
_AT_A_BORDER = (
    r"[^.;]{0,50}\b(?:border|airport|immigration|customs|frontier|transit|visas?|entry)\b"
    r"| (?:at|in|from) (?!(?:the|my|our|an?|work|home|school|time)\b)[a-z]"
)
"""Who was turned back there was not let in; at a bank or a club anybody may be."""
_REFUSED = expression(
    rf"\b(?:refus\w*(?! to (?!grant|issue|approve|give|extend|accept|renew|me\b|us\b|my\b))"
    rf"|reject(?:ed|ion|ions|s|ing)?|rejet\w*|denied|denials?|declined|disapproved|unsuccessful(?:ly)?"
    rf"|turned (?:down|away)|(?:did|does|do|has|have|could) not (?:succeed(?:ed)?|been successful)|sa(?:id"
    rf"|ys?) no to (?:me|us|my)"
    rf"|n['’ ]a pas (?:abouti|ete (?:retenue|couronnee de succes))|dit non|(?:(?<=was )|(?<=were ))turned (?:back"
    rf"|around)(?={_AT_A_BORDER})"
    rf"|(?:{_BAD}) (?:{_ANSWER})s?"
    rf"|(?:{_ANSWER})s?(?: (?:of|on|to) (?:my|the|this) (?:\w+ ){{0,3}}?\w+)?"
    rf" (?:(?:was|were|is|came|back|turned|out|has|had|been|a|ete|etait|est|fut) )*(?:{_BAD}))\b"
)
_NO = (
    r"\b(?:not|non|pas|ne (?:peut|peuvent|saurait|puis|pouvons)|n['’ ](?:a|ont) pu|cannot|unable to|failed to"
    r"|(?:did|do|does|was|were|is|has|have|could|would|ca)n['’ ]?t)"
    r"(?! (?:yet|encore)\b)"
)
_NOT_GRANTED = expression(
    rf"{_NO}(?: (?:{_LINK}))* (?:(?:{_GRANTED})\b|(?:faire|fait) droit\b|(?:give|gave|get|obtain|obtenu|donne)"
    rf"(?: (?:me|us|him|her|them))? {_PERMISSION}\b)"
)
"""A grant that was not made, by which the same is said of an application, a visa or a permit."""

_REMOVED = expression(
    r"\b(?:(?:was|were|been|being|got|and|be) (?:then |later |finally |also )*(?:deported|repatriated by|expelled from"
    r"|removed from (?!the (?!u)|my|a\b)|escorted out of|ordered to (?:leave|depart)"
    r"|(?:sent|put|flown) (?:home|back|on a (?:plane|flight) home) by (?:the )?(?:\w+ )?"
    r"(?:authorit\w+|immigration|police|border|government|officers?)"
    r"|made to leave (?:the country )?by (?:the )?(?:\w+ )?(?:authorit\w+|immigration|police))"
    r"|(?:ete|etre) (?:(?:ensuite|aussi) )?(?:expulsee?s?|refoulee?s?|deportee?s?|reconduite?s? a la frontiere"
    r"|renvoyee?s? par (?:les |la |l')(?:autorite\w*|police|immigration)))\b"
)
"""The words by which an authority sends somebody away who is there already."""

_MATTER = expression(
    r"\b(?:visas?|permits?|applications?|demandes?|permis|eta|esta|ave|trv|vrt|extensions?|prorogations?"
    r"|[a-z] ?\d{9})\b"
)
_NOUN = expression(rf"\b(?:refus(?:als?)?|rejections?|rejets?|denials?|(?:{_BAD}) \w+)")
_NONE = expression(
    r"\b(?:no|without|any|zero|sans|aucune?|aucuns)(?: (?:\w+ ){0,3}| )$"
    r"|\b(?:pas|jamais) (?:eu |recu |essuye )?(?:de |d'|un )$"
)
_DENIED = expression(
    r"\b(?:never|jamais|neither|nor)(?: (?!(?:when|until|before|and|but|because|quand|et|mais|car)\b)[^\s,;]+){0,8} $"
    r"|(?:\b(?:not|pas)|n't)(?: (?:yet|been|ever|had|have|ete|eu|an?|my|the|visa|permit|application|personally))* $"
    r"|\b(?:no|none|aucune?)(?: of (?:my|our|mes|nos))?(?: [a-z-]+){0,2}"
    r" (?:visas?|permits?|applications?|country|embassy|state|demandes?|pays)(?: [^\s,;]+){0,5} $"
)
_BUT_FOR = expression(
    r"^[^.;]{0,80}?\b(?:except|save|apart|aside|other than|besides|hormis|sauf|excepte|a part|mis a part|en dehors)\b"
    r"(?! (?:that )?,? ?(?:i|we|je|nous|j')\b)"
    r"(?:(?!\b(?:trips?|visit\w*|travel\w*|stud\w+|went|lived|worked|voyag\w*|sejour\w*|etudes)\b)[^.;]){0,80}?"
    r"(?:\b(?:19|20)\d\d\b|[a-z] ?\d{9})"
)
"""What a denial leaves out, with its year: "never refused but for Italy in 2019"."""
_ALSO = expression(r"(?:,|/| or| and| nor| ou| et| ni)+ ?")
_IN_DOUBT = expression(
    r"\b(?:if|unless|in case|whether|should|si|s'il|s'elle)\b[^.;]*$|\b(?:will|would|may|might|can|could) (?:be|get) $"
)


def says_refused(text: str) -> bool:
    """Tell whether a text (in small letters without accents), such as the answer to a question for refusals, tells one.

    >>> says_refused("visitor visa 2021, not granted"), says_refused("visitor visa granted in 2021")
    (True, False)
    """
    return _REFUSED.search(text) is not None or _NOT_GRANTED.search(text) is not None


def removed(text: str) -> bool:
    """Tell whether a text (in small letters without accents) speaks of being sent away, and of no refusal.

    >>> removed("in 2018 i was deported from kuwait"), removed("my visa was refused, i was deported")
    (True, False)
    """
    return _REMOVED.search(text) is not None and not says_refused(text)


def refusals_in(text: str, *, about: bool = False, removals: bool = False) -> Iterator[re.Match[str]]:
    """Give the words (of a text in small letters without accents) by which something was refused, in their order.

    Not those that deny a refusal ("never refused", "no refusals"), or that only think of one ("if it is refused").
    ``about`` says that the text is known to speak of an application, by whatever name; ``removals`` asks as well for
    the words by which somebody was ordered to leave a state.

    >>> [found[0] for found in refusals_in("my visa was rejected, and the permit could not be approved")]
    ['rejected', 'not be approved']
    >>> list(refusals_in("i have never been refused a visa"))
    []
    >>> [found[0] for found in refusals_in("i have never been refused a visa except by italy in 2019")]
    ['refused']
    """
    found = [*_REFUSED.finditer(text)]
    if about or _MATTER.search(text):
        taken = {place for match in found for place in range(*match.span())}
        found += [match for match in _NOT_GRANTED.finditer(text) if match.start() not in taken]
    found += [*_REMOVED.finditer(text)] if removals else []
    last, said = 0, True
    for match in sorted(found, key=lambda one: one.start()):
        if not (last and _ALSO.fullmatch(text, last, match.start())):
            said = _is_said(text[: match.start()], match[0], text[match.end() :])
        last = match.end()
        if said:
            yield match


def _is_said(before: str, word: str, after: str) -> bool:
    if _IN_DOUBT.search(before):
        return False
    none = _NOUN.match(word) and _NONE.search(before)
    return not (none or _DENIED.search(before)) or _BUT_FOR.search(after) is not None
