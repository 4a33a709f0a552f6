"""Where sentences let relatives live: in Canada, nobody in Canada, or in another country.

What a sentence does not say for certain it does not say: exceptions, the past, and an officer's words are left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from consistency.comparator.family.words import ALL, AND, KIN, NEAR, OF, everyone, relations
from consistency.normalizer import places
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_NONE = expression(
    r"\b(?:no|not|none|nobody|without|neither|nor|zero|dont have|doesnt have|havent|pas|aucune?|sans|ni)\b"
    r"(?:\s(?:have|having|has|got|any|an?|one|of|my|our|his|her|the|other|single|in|from|blood|extended|known|strong"
    r"|significant|personal|real|de|d|des|autre|mes|ma|mon|la|sa|membres?|members?|liens?|ties|attaches?))*"
    rf"\s(?P<kin>d?(?:{KIN}|members?|membres?|ties|liens?|attaches?)){AND}"
    r"(?:\s(?:members?|membres?|de|la|ma|of|my|mine|moi|ours|family|famille|familia\w+|relatives?|ties|links?"
    r"|connections?|or|nor|and|either"
    r"|friends?|amis?|ni|ou|who|that|qui|is|are|at|all|whatsoever|currently|presently|permanently|physically|legally"
    r"|there|ne|se|based|located|settled|living|residing|lives?|resides?|vit|vivent|reside|resident|habite|habitent"
    r"|trouve|trouvent|actuellement|proches?|immediate?s?|importants?|significatifs?))*"
    r"\s(?:in|to|within|inside|au|en)\s(?:(?:the|whole|all|of)\s)*canada\b"
)
"""No relatives in Canada: the words between "no" and "Canada" are the few that belong there."""

_NOT_THERE = expression(
    rf"\b{OF}\s(?:\w+\s)?{KIN}{AND}(?:\smembers?)?\s(?:is|are|do|does|ne|nest)\s(?:\w+\s)?(?:not|pas)\s"
    r"(?:(?:presently|currently|live|living|reside|residing|au|in)\s)*(?:in|au|en)\scanada\b"
)
_NO_PARENT = expression(
    r"\baucun(?: autre)? parent(?: (?:proche|eloigne))?(?: (?:qui|vivant|residant|vive|reside|ne))* au canada\b"
)
"""In French one "parent" is any relative."""
_NOBODY = expression(
    r"\b(?:(?:i|we) (?:have|know) (?:nobody|no ?one|noone)|je (?:nai|ne connais) personne|nous navons personne)"
    r"(?: (?:at all|else|there|autre|la bas))? (?:in|au) canada\b"
)
_EXCEPT = expression(
    r"\b(?:other than|except\w*|apart from|besides|aside from|but (?:my|for|one)|hormis|sauf|excepte|a part|en dehors"
    r"|only (?:my|one|have)|had|never|until|that time|used to|seulement|seule?|avais?|avait|avaient)\b"
)
_OFFICER = expression(r"\b(?:officer|agent|refus\w+|notes?|letter|lettre|concern\w*|grounds?|motifs?)\b")

_LIVES = expression(
    rf"\b(?P<kin>(?:(?:all|entire|whole|both|toute?s?)\s(?:(?:of|the|members?)\s)*)?{OF}\s"
    r"(?:(?:entire|whole|all|elderly|aged|two|three|four|five|\d|deux|trois|quatre|own|remaining|extended|old|other"
    rf"|dear|beloved|toute|only)\s)*{KIN}{AND})(?:\smembers?)?"
    r"(?:\s(?:all|both|still|currently|also|presently|permanently|tous|toutes|toujours|actuellement|who|qui|we))*"
    r"\s(?:lives?|living|resides?|residing|are|is|stays?|remains?|vivent|vit|resident|reside|habitent|habite|sont|est"
    r"|demeurent|demeure|restent|reste|se trouvent?)"
    r"(?:\s(?:all|both|still|living|residing|settled|currently|permanently|located|based|etablis?|etablies?"
    r"|installee?s?"
    r"|tous|toujours|together|domicilies?|citizens?|and))*"
    r"\s(?:in|au|en|aux|a|within|at)\s(?P<place>\w+(?:\s\w+){0,3})"
)
_OWNER = expression(r"['’]s\b")
_WHOLE = expression(r"^(?:all|entire|whole|both|toute?s?)\b|\b(?:entire|whole|toute)\b")

_THERE = expression(
    rf"\b(?:{OF}|son|sa|ses|an?|pa|pa has|une?|two|three|deux|trois)\s(?:\w+\s){{0,2}}?(?P<who>{KIN})"
    r"(?P<between>(?:\s\w+){0,8}?)\s(?:in|at|to|of|au|en|habite(?:nt)?(?!\s(?:a|au|en|aux|dans|chez)\b)"
    r"|(?<!\bis\s)(?<!\bas\s)(?<!\bwas\s)a(?!\s(?:permanent|canadian|citizen"
    r"|resident|student|worker)))\s(?=(?P<place>\w+(?:\s\w+){0,3}))"
)
_BETWEEN = expression(
    r"(?:\s(?:(?:is|works as|est) (?:an?|une?) [a-z]+(?: [a-z]+)?|who|qui|is|are|has|have|been|lives?|living"
    r"|resides?|residing|settled|works?|working|study|studies|studying"
    r"|based|located|immigrated|moved|vit|vivent|habite|habitent|reside|resident|etablie?s?|installee?s?|est|sont"
    r"|already|currently|an?|permanent|residents?|citizens?|there|now|with|his|her|their|son|sa|ses|family|famille"
    r"|and"
    r"|et|for|since|depuis|une?|canadian|deja|actuellement|name|named|mr|mrs|ms"
    r"|(?:m|nous )?(?:hebergera|heberge|accueillera|accueille|logera|loge)"
    r"|(?:will |can |would )?(?:host|hosts|accommodate|put up|lodge)"
    r"(?: me| us)?))*"
)
"""What may stand between a relative and the place: nothing that looks ahead, visits or denies."""
_NAME = expression(
    r"(?<=[a-zé])(?<! of)(?<! in)(?<! at)(?<! to)(?<!from)(?<! de)(?<! du)(?<! au)(?<! en)"
    r"(?:,? (?:[A-ZÀ-Ý][\w'’-]+\.?)){1,4},?(?= (?:who|qui|is|are|has|have|lives?|resides?|works?|est|sont"
    r"|vit|vivent|will host|hosts|can host|m['’](?:h[ée]berge|accueille)(?:ra)?"
    r"|habite|réside|a)\b)"
)
"""A name after a small word, before what is said of its bearer: "my sister Rowena lives …"."""


_ASIDE = expression(
    r", (?:who (?:is|was|works as) |qui est )?(?:an?|une?|the) (?:(?! (?:in|at|à|au|en) )[^,;.]){2,40},(?= (?!and"
    r"|et))"
)
"""What somebody is, put in beside the name: "my sister Rowena, a nurse, has lived …"."""


_OCCUPATION = expression(
    r", [a-zà-ÿ'’-]{4,25}(?: [a-zà-ÿ'’-]{3,20})?,(?= (?:habite|vit|réside|est|lives?|resides?|is|has)\b)"
)
"""An occupation put in as a word or two: "sa tante Lucinda, infirmière, habite …"."""


class Whereabouts(NamedTuple):
    """The relations whose every relative lives in a country, as a sentence says."""

    relations: frozenset[str]
    country: str


@lru_cache(maxsize=8192)
def denied_in_canada(text: str) -> frozenset[str]:
    """Give the relations of which a sentence says that nobody lives in Canada; none for any other sentence."""
    folded = fold(_OWNER.sub("", text))
    if (_NO_PARENT.search(folded) or _NOBODY.search(folded)) and not _EXCEPT.search(folded):
        return ALL
    found = (_NONE.search(folded) or _NOT_THERE.search(folded)) if "canada" in folded else None
    if not found or _EXCEPT.search(folded) or _OFFICER.search(folded[: found.start()]):
        return frozenset()
    return relations(found[0])


@lru_cache(maxsize=8192)
def whereabouts(text: str) -> tuple[Whereabouts, ...]:
    """Give where a sentence lets all relatives of some relations live: "My parents and siblings live in Mexico"."""
    folded = fold(_OWNER.sub("", text))
    if _EXCEPT.search(folded):
        return ()
    told = (
        Whereabouts(everyone(match["kin"], bool(_WHOLE.search(match["kin"]))), country)
        for match in _LIVES.finditer(folded)
        if (country := _country(match["place"])) and not _OFFICER.search(folded[: match.start()])
    )
    return tuple(one for one in told if one.relations)


@lru_cache(maxsize=8192)
def told_in_canada(text: str) -> frozenset[str]:
    """Give the relations of which a sentence says that somebody lives in Canada: "my aunt lives in Calgary"."""
    told = [
        relations(match["who"])
        for match in _THERE.finditer(
            fold(_NAME.sub("", _ASIDE.sub("", _OCCUPATION.sub("", _OWNER.sub("", text)))))
        )
        if _BETWEEN.fullmatch(match["between"])
        and not re.search(rf"\b(?:{NEAR}|family|famille)\b", match["who"])
        and _country(match["place"]) == "CA"
    ]
    return frozenset[str]().union(*told) if told and not denied_in_canada(text) else frozenset()


def _country(words: str) -> str | None:
    """Give the country that the first words of a text name."""
    parts = words.removeprefix("the ").split()
    for size in range(len(parts), 0, -1):
        name = " ".join(parts[:size]).title()
        code = places.country(name) if len(name) > 3 else None
        code = code or ("CA" if places.province(name) else None) or places.country_of_city(name)
        if code:
            return code
    if len(parts) > 1 and len(parts[1]) > 3 and places.province(parts[1].title()):
        return "CA"
    return places.country(parts[1].title()) if len(parts) > 1 and len(parts[1]) > 3 else None
