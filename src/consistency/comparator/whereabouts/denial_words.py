"""The words by which letters deny a journey, and those before them that make the denial another's."""

from consistency.normalizer.expressions import expression


def any_of(*alternatives: str) -> str:
    """Give one expression of several."""
    return "|".join(alternatives)


_WENT = any_of(
    r"travel+(?:ed|ing)?|journeyed|ventured|flown",
    r"(?:been|gone|moved|stayed|ventured) (?=to|abroad|outside|out of|overseas|anywhere|beyond)",
    r"visit(?:ed)? |set foot |stepped (?=out|foot|abroad)|crossed (?=any|an|the|my|international)",
    r"(?:left|exited|departed)(?= (?:from )?(?:my|the|his|her|our|this|home|[a-z]+$))",
)
_ADVERBS = r"(?:yet |ever |previously |before |personally |actually |even |so far )*"
_KIND = r"(?:(?:previous|prior|past|earlier|other|international|foreign|overseas|outside|personal) )*"
_ABROAD_NEXT = r"(?= abroad| outside| overseas| to | in | at |$)"
_ENGLISH = any_of(
    rf"(?P<had>had )?(?:never|not ever|not once) {_ADVERBS}(?:{_WENT})",
    rf"(?P<hadnt>had not|hadnt) {_ADVERBS}(?:{_WENT})",
    rf"(?:(?:have|has|did|do) not|havent|hasnt|didnt|dont) {_ADVERBS}(?:{_WENT}|travel)",
    r"(?:no|nil|zero|without any|without|not have any?|dont have any|doesnt have any|not any) "
    rf"{_KIND}(?:travel(?:l?ing)? (?:history|record|experience|background)"
    rf"|(?:travels?|trips?|journeys?){_ABROAD_NEXT})",
    r"(?:have|has|am|is) yet to (?:travel|visit|leave|go abroad|step out)|no record of (?:\w+ )?travel",
    r"travel history (?:is )?(?:nil|none|blank|empty|not applicable)",
    r"(?:my|his|her|applicants?|very) first (?:ever )?(?:international|foreign|overseas) "
    r"(?:trip|travel|journey|visit|flight)",
    r"(?:my|his|her|applicants?|very) first (?:ever )?(?:trip|travel|journey|time|flight|visit)"
    r"(?: \w+){0,2} (?:abroad|outside|overseas|out of)",
    r"first time (?:that )?(?:i|he|she) (?:(?:will|am|is|would|shall|be|have|has) ){0,2}"
    r"(?:travel\w*|leav\w+|go\w* abroad|set(?:ting)? foot (?:outside|out|abroad|beyond)|step\w* (?:outside|out)"
    r"|fly\w*|(?:be|am|being) abroad|cross\w* (?:a|any|the|an international) border)",
)
_FRENCH = any_of(
    r"n(?:ai|a|avons|avais|avait|avoir|ayant) (?:encore |pas encore |toujours )?(?:jamais|pas) (?:encore |deja )?"
    r"(?:voyag\w+|quitte|visite|sejourne|(?:effectue|fait|entrepris) (?:de|aucun) (?:voyage|deplacement)s?"
    r"|ete (?=au|a |en|hors)|mis (?:les|le) pieds?)",
    r"n(?:e suis|est|etais|etait) (?:encore )?(?:jamais|pas) (?:encore )?(?:sortie?|allee?|partie?|rendue?|venue?)",
    r"n(?:ai|a) (?:effectue|fait|entrepris) aucun (?:voyage|deplacement)",
    r"(?:aucun|pas d[e ]?|sans) ?(?:antecedents?|historique) (?:de |des )?voyages?",
    r"aucun (?:voyage|deplacement)(?= a l| hors| international|$)",
    r"(?:mon|son) premier voyage (?:international|a letranger|hors)",
    r"premiere fois que (?:je|il|elle) (?:voyage\w*|quitte\w*|sor[st]\w*|(?:pren\w+|prendrai) l ?avion"
    r"|met\w* les? pieds? (?:hors|en dehors|a l ?etranger))",
)
DENIAL = expression(rf"\b(?:{_ENGLISH}|{_FRENCH})(?P<rest>.*)")
"""An English or French denial of journeys, in folded words; what follows on it is its rest."""
REPORTED = expression(
    r"\b(?:"
    + any_of(
        r"(?:officers?|l?agents?|visa (?:office|section)|decisions?|notes?|ircc|embassy|consulate|refus\w*|you|they"
        r"|it) (?:\w+ ){0,5}?(?:not(?:e|es|ed|ing|ait)|stat(?:e|es|ed|ing)|conclu\w*|wrote|writ\w+|sa(?:id|ys)"
        r"|mention\w*|consider\w*|f(?:ound|inds?)|held|believ\w*|assum\w*|claim\w*|indicat\w*|rais\w*|concern\w*|point\w*"
        r"|indiqu\w*|estim\w*|constat\w*|ecri\w*|dit|reproch\w*|soulev\w*|observ\w*)",
        r"refus\w*|rejet\w*|rejected|concern\w*|finding|ground|reason|doubt\w*|motif|raison",
        r"because|due to|owing to|parce qu\w*",
        r"not (?:true|correct|accurate|the case|mean)|untrue|incorrect\w*|wrong\w*|contrary|erron\w*|faux|inexact\w*",
        r"contrairement|suggest\w*|impl(?:y|ies|ied)|mistaken\w*|error",
    )
    + r")\b"
)
"""Words (folded) before a denial that make it another's, or deny it."""
SUPPOSED = expression(r"(?<!even )\b(?:if|whether|suppos\w*|si|sil)\b")
"""Words (folded) before a denial that only suppose it."""
