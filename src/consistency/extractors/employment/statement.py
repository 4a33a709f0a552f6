"""What an employment letter states in prose: for whom somebody worked, as what and when."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from consistency.extractors.employment.person import Said
from consistency.extractors.wording.career_words import employer_weight, has_legal_form, title_weight
from consistency.normalizer.calendars import gregorian
from consistency.normalizer.countries import country
from consistency.normalizer.dates import PartialDate, Period, find_dates, find_periods
from consistency.normalizer.expressions import expression

_STOP = "".join(rf"(?<!\b{word})" for word in ("St", "Ste", "Mt", "Ft", "Dr", "Sp")) + r"\.\s"
"""The end of a sentence, which the point of "St. Luke" and "Sp. z o.o." is not."""
_GENERIC = expression(
    r"^(?:the |our |this |said |above |notre |la |le |l['’]|cette )?(?:(?:above|said|esteemed"
    r"|reputed)[- ]?\w* )?"
    r"(?:organi[sz]ation|company|firm|us|institution|establishment|restaurant|hotel|farm|office|entreprise"
    r"|société|organisation|établissement|employ|team|équipe"
    r"|services?|kitchen|department|same|position|capacity|full|part|permanent)\b",
    re.IGNORECASE,
)
_EMPLOYER = expression(
    r"\b(?:employed|employment|employee|working|worked|works?|served|serving|serves|joined|engaged"
    r"|hired|position|staff|member|tenure|services?|internship"
    r"|employée?|employé\(e\)|embauchée?|travaillé|travaille|travaillait|engagée?|exercé|personnel|effectifs"
    r"|salariée?|partie)"
    r"(?:\s+(?:full[- ]time|part[- ]time|permanently|continuously|here|à temps plein|à temps partiel))?"
    r"\s+(?:with|by|at|for|in|of|au sein de|auprès de|chez|par|pour|dans|de)\s+(?:the company\s+"
    r"|our company,?\s+|l['’]entreprise\s+|la société\s+)?"
    r"(?P<employer>(?:M/s\.?\s+)?[A-ZÀ-Ý0-9][^;:()\n]*?)"
    r"(?=\s+(?:as|since|from|in (?:the|two|three|several|both)|on|between|under|during|until|à titre"
    r"|a titre|comme|en qualité|en tant|depuis|du|entre|and|et|holding|where|who|located|situated|au poste|dans le"
    r"|for the|to date|where|with effect|w\.e\.f)\b"
    r"|,\s+(?:as|since|from|in the|located|a |an |comme|en |depuis|situé|dans|where|having|under"
    r"|having)|" + _STOP + r"|\.?$|\s*[(;:\n]|,\s*$)"
)
_JOINED_EMPLOYER = expression(
    r"\bjoined\s+(?P<employer>[A-ZÀ-Ý][^;:()\n]*?)(?=\s+(?:as|on|in|from|since)\b|,\s+(?:as|on)|"
    + _STOP
    + r"|\.?$)"
)
_ISSUER = expression(
    r"\b(?:[Nn]ous,? soussignée?s,?|[Ww]e,(?: the undersigned,?)?|[Tt]he undersigned,"
    r"|^\W*(?:La société|La Sté|L['’]entreprise|The company|The firm))\s+"
    r"(?P<employer>[„“\"«]?\s?[A-ZÀ-Ý][^,;:\n]{2,80}?(?:, (?:Ltd|Inc|LLC|Limited|S\.A)\b\.?)?)"
    r"(?=\s*,|\s+(?:sise?|située?|dont|certif\w*|attest\w*|hereby|confirm\w*|déclar\w*|représentée?|located)\b)"
)
_OFFICE_OF = expression(
    r"(?:the )?(?:[\w-]+ ){0,3}?(?:administrator|director|manager|owner|proprietor|president|head|chief|ceo|gérante?"
    r"|directeur|directrice|président|chef|responsable)(?: [\w-]+){0,4}? (?:of|de|du|de la|d['’]) ?(?:the |la "
    r"|l['’])?",
    re.IGNORECASE,
)
_DEPARTMENT = expression(
    r"(?:the |la |le |l['’])?(?:direction|service|département|department|bureau|office)"
    r" (?:(?:administrati(?:f|ve)|générale?) )?(?:(?:et|and|of|de|des|du|de la) )?"
    r"(?:(?:the |les? |la )?(?:ressources humaines|personnel|human resources|hr|rh|drh|administration"
    r"|affaires administratives|paie)\b|$)"
    r"|(?:human resources|hr|personnel) (?:department|office|division)$|drh$",
    re.IGNORECASE,
)
"""A part of a house that certifies in its name."""
"""The office of who certifies, before the house: "The undersigned, Administrator of Hotel Sol"."""
_TITLE_STOP = (
    r"(?=\s+(?:(?:and|et)(?=,|\s+(?:[a-zà-ÿ]|(?:He|She|They|We|His|Her|The|Our|Mr|Ms|Mrs|Il|Elle|Son|Sa|Nous)\b))"
    r"|since|from|between|with|at|on|until|till|under|effective|starting|to date|to (?:my|our)|during"
    r"|who|where|w\.?e\.?f|for|by|reporting|till|has|is|was"
    r"|depuis|du|le(?=\s+\d)|entre|chez|au sein|auprès|à compter|[àa4] temps|à partir|à plein|jusqu|sous|avec"
    r"|moyennant|percevant|touchant|gagnant|au (?:salaire|traitement|taux)|à raison|drawing|earning|receiving|on a"
    r"|today|now|pour|dans|de notre|au service|à notre"
    r"|de(?=\s+(?:(?:janv|févr|fevr|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c)\w*\s|(?:19|20)\d\d))"
    r"|in our|in the|in this|in a|of our|of the company|of this|full[- ]time|part[- ]time)\b"
    r"|\s*[;:()\n]|\.(?:\s|$)|\s*$|,\s+\d|,\s+(?:[a-zà-ÿ]+(?:ing|ant)|since|from|and|with|at|for|where|in|he|she|they"
    r"|effective|earning|[a-z-]+ (?:\(\d+\) )?hours|date of|whose|bearing|holding"
    r"|drawing|gross|net|monthly|annual|basic|salary|under|performing|having|has|was|is|until|till|to|between"
    r"|catégorie|classe|échelon|matricule|full|on|a\s|an\s|reporting|until|depuis|du|avec|dans|à|il|elle|chez"
    r"|au|pour|et|de |en |moyennant"
    r"|percevant|sous)\b)"
)
_TITLE = expression(
    r"(?:\b(?:(?<!known )(?<!trading )(?<!business )(?<!registered )(?<!referred to )as|capacity of|position of"
    r"|at the (?:workplace|work place|working place|job|post)(?: of)?"
    r"|post of|role of|designation of|designation(?=\s+[A-ZÀ-Ý])|designated as|job of|title of"
    r"|services as|(?:designation|position|job title|title|post|rank) (?:is|was|being)"
    r"|(?:is|was) (?:now|currently|presently|at present|still) (?:the|an?|our)"
    r"|(?:is|was|has been) an? (?:(?:(?:full|part)[- ]time|permanent|regular|seasonal)(?: and )?){1,2}"
    r"(?: \([^()]{1,30}\))?"
    r"|est (?:maintenant|actuellement|désormais)"
    r"|à titre (?:de|d['’])|a titre de|en tant que?|en qualité (?:de|d['’])|comme|(?:au |le |du )poste (?:de"
    r"|d['’])|(?:la |de )?fonctions? (?:de|d['’])|functions? of|(?:puis|ensuite) (?:de|d['’]|comme)"
    r"|(?:been|was|is|were) our(?= [A-Z]|(?: [a-z-]+){1,3} (?:from|since|between|until) )|(?<=, )our(?= [A-Z])"
    r"|emploi (?:de"
    r"|d['’]))"
    r"(?:(?<=['’])\s*|\s{0,2}:\s*|\s+))(?:an?\s+|the\s+|our\s+|un\s+|une\s+|the position of\s+|full[- ]time\s+"
    r"|part[- ]time\s+"
    r"|permanent\s+|in the (?:capacity|position) of\s+)*"
    r"[\"“«'(]?\s*(?!(?:necessary|needed|required|appropriate|stated|mentioned|(?:per|to|in|on|of|for|is|it|he|she|we|they"
    r"|you|well|soon|long|far|follows|under|above|below|agreed|such)\b))"
    r"(?P<title>[^\W\d_][^;:()\n\"”»]{1,70}?)\s*[\"”»]?" + _TITLE_STOP
)
_SECOND = expression(r"\s+(?:and|et)\s+(?P<second>[a-zà-ÿ][^;:()\n\"”»,.]{2,40}?)" + _TITLE_STOP)
_NO_SECOND = expression(
    r"\b(?:the|a|an|his|her|our|to|for|in|of|is|was|has|had|later|then|subsequently|afterwards|finally|also|as"
    r"|now|puis"
    r"|ensuite|la|le|les|son|sa|ses|est|a)\b|^\w+(?:ed|ait|é)\b",
    re.IGNORECASE,
)
"""Words of what goes on with a sentence, or with the next post, and names no second half of a title."""
_PROMOTED = expression(
    r"\b(?:promoted|elevated|re-?designated|rose|risen|advanced|moved up|became"
    r"|(?:was|been) (?:made|(?:re-?)?appointed)|promue?|nommée?"
    r"|devenue?)(?:\s+(?:to|as|(?:au (?:grade|rang|poste)|aux? fonctions?|à la fonction|à titre) (?:de|d['’])|comme))?"
    r"(?:\s+|(?<=['’]))(?:the "
    r"(?:position|post|rank|role) of\s+|poste de\s+)?(?:an?\s+)?"
    r"(?P<title>[^\W\d](?:(?!\s(?:has|was|have) )[^;:()\n,.]){1,60}?(?:\s\([^\W\d][^()\d]{2,30}\))?)"
    r"\s+(?:on|in|effective|with effect from|w\.?e\.?f\.?|from|since|le|en date du|en|à compter du|à dater du"
    r"|à partir du|depuis le|depuis)\s+(?P<rest>(?=(?:the |le |this )?(?:\d|[A-ZÀ-Ý]\w+\.?,? \d|(?i:jan"
    r"|f[eé][bv]|ma[riy]|a[pv]r"
    r"|ju[ni]|jul|a[uo][gû]|ao[uû]t|sep|o[ck]t|nov|d[eé]c|the beginning|early|mid)))(?=.*\d).{4,40})",
)
_ON_A_DAY_PROMOTED = expression(
    r"(?i)(?:^|[.;]\s+)(?:on|in|effective|as of|le|en)\s+(?P<rest>[^;:()\n]{0,16}?(?:19|20)\d\d),?\s+"
    r"(?:he|she|they|il|elle|m(?:r|rs|s|me|lle|onsieur|adame)?\.? [^\W\d]\S+)\s+(?:was|has been|became|rose"
    r"|a été|est)\s*"
    r"(?:promoted|elevated|advanced|appointed|promue?|nommée?|devenue?)?\s*(?:to|as|au poste d(?:e |['’])"
    r"|à titre d(?:e |['’])"
    r"|comme)?\s+(?:the (?:post|position|rank) of\s+|an?\s+|our\s+)?"
    r"(?P<title>[^\W\d][^;:()\n,.\d]{2,50}?)(?=[,.;(]|\s+(?:and|with|at|in|et|à|avec)\b|$)"
)
"""The post to which somebody rose on a day that the sentence begins with."""
_HELD_SINCE_THEN = expression(
    r"(?i)\b(?:occupe|exerce|holds?|has held),?\s+(?:depuis(?: le)?|since"
    r"|as of)\s+(?P<rest>[^;:()\n]{0,18}?(?:19|20)\d\d),?\s+"
    r"(?:(?:le |un )?poste|l['’]emploi|la fonction|les fonctions|the (?:position|post|role))\s+(?:d(?:e |['’])|of )"
    r"(?P<title>[^\W\d][^;:()\n,.\d]{2,50}?)(?=[,.;(]|\s+(?:and|with|at|in|et|à|avec|sous)\b|$)"
)
"""The post that somebody holds since a day: "il occupe depuis mars 2021 le poste de contremaître"."""
_HELD_SINCE = expression(
    r"(?i)(?:^|[.;]\s+)(?:since|from|as of|depuis(?: le)?)\s+(?P<rest>[^;:()\n]{0,14}?(?:19|20)\d\d),?\s+"
    r"(?:he|she|they|il|elle|m(?:r|rs|s|me|lle|onsieur|adame)?\.? [^\W\d]\S+)\s+(?:has been|is|has (?:held"
    r"|served|worked)"
    r"(?: the (?:post|position|rank) of| as)?|holds the (?:post|position|rank) of|works as|est|occupe (?:le"
    r"|la) (?:poste"
    r"|fonction) d(?:e |['’])|travaille comme)\s+(?:an?\s+|the\s+|our\s+|notre\s+|une?\s+)?"
    r"(?P<title>[^\W\d][^;:()\n,.\d]{2,50}?)(?=[,.;(]|\s+(?:and|with|at|in|et|à|avec)\b|$)"
)
"""The post that somebody holds since a day that the sentence begins with."""
_RISEN_SINCE = expression(
    r"(?i),?\s*\b(?:puis|et|ensuite|and|then|and then)\s*,?\s+(?:à compter du|à partir du|depuis le|dès le|from"
    r"|as from|since)"
    r"\s+(?P<rest>[^;:()\n,]{0,14}?(?:19|20)\d\d),?\s+(?:de\s+|d['’]|comme\s+|en qualité d(?:e\s+|['’])"
    r"|en tant que\s+"
    r"|as\s+(?:an?\s+)?)(?P<title>[^\W\d][^;:()\n,.\d]{2,50}?)(?=[,.;(]|\s+(?:and|with|at|in|et|à|avec)\b|$)"
)
"""The second post of a sentence that tells the whole time: "du … au …, puis à compter du 1er mars 2021 de chef"."""
_IS_SINCE = expression(
    r"(?i)\b(?:il|elle|he|she)\s+(?:est|is|has been)\s+(?:(?:now|currently|maintenant"
    r"|actuellement)\s+)?(?:an?\s+|our\s+)?"
    r"(?P<title>(?!employ|salari|work|engag)[^\W\d][^;:()\n,.\d]{2,40}?)\s+(?:depuis(?: le)?"
    r"|since)\s+(?P<rest>[^;()\n,]{4,20})"
)
"""The post that somebody holds, before the day since which: "il a débuté comme commis et il est cuisinier depuis"."""
_EACH_SINCE = expression(
    r"(?i)\b(?:as|comme|en qualité d[e'’])\s+(?:an?\s+|the\s+|our\s+)?(?P<title>[^\W\d][^;:()\n,.\d]{2,50}?)"
    r"\s*\((?:from|since|as of|starting|depuis|à partir de|à compter d[ue])\s+(?P<rest>[^()]{4,24})\)"
)
"""A post with the day from which it was held in brackets."""
_WEAK = expression(r"(?i)\b(?:effective|with effect from|w\.?e\.?f\.?)(?: the)?\s*$")
"""What leads to the day of a hiring and of a leaving alike."""
_STEPPED = expression(
    r"\b(?:first(?:ly)?|initially|at first|originally|(?:tout )?d'abord|initialement),?\s+"
    r"(?:as|comme|en qualité d[e'])\s*(?:an?\s+)?(?P<first>[^\W\d][^;:()\n,.]{1,50}?),?\s+"
    r"(?:and|then|and then|et|puis|et puis|ensuite)\s+"
    r"(?:(?:from|since|as of|as from|depuis le|depuis|à compter du|à partir du)\s+)(?P<rest>[^;:()\n]{4,40}?)"
    r"(?:\s+(?:to date|until now|to the present|onwards|à ce jour))?,?\s+(?:as|comme|en qualité d[e'])\s*(?:an?\s+)?"
    r"(?P<title>[^\W\d][^;:()\n,.]{1,50}?)(?=[,.;(]|\s+(?:and|with|at|for|et|à|avec)\b|$)",
    re.IGNORECASE,
)
"""Two posts in one sentence: "first as cook and since 1 May 2024 as head cook"."""
_RISEN = expression(
    r"(?i)(?:,|;|\band)\s+(?:since|from|as of|depuis le|depuis)\s+(?P<rest>[^;:()\n,]{0,12}?(?:19|20)\d\d),?\s+"
    r"(?:as\s+(?:an?\s+)?|comme\s+)?(?P<title>[^\W\d][^;:()\n,.\d]{2,40}?)(?=[,.;(]|$)"
)
"""The post to which somebody rose, behind the day from which they hold it."""
_ENDS_WITH_THEN = expression(r",?\s+(?:puis|ensuite|et|then|and)$")
_NOT_TITLES = expression(
    r"^(?:confirmation|proof|evidence|certification|attestation|verification|testimony|preuve)\b"
    r"|^(?:follows|per|well|such|soon|of|the|a|an|under|below|on|mentioned|stated|required|needed|requested"
    r"|his|her|our|being|is|il|elle|suit)\b"
    r"|^(?:independent|outside|external) (?:contractor|consultant)s?$|^freelancers?$"
    r"|^(?:(?:regular|permanent|full[- ]time|part[- ]time|valued|bona ?fide) )*(?:employee|worker|staff|member)s?$",
    re.IGNORECASE,
)
_OF_THE_WRITER = expression(
    r"(?i)\b(?:in|under) (?:my|his|her|his/her|our) (?:capacity|quality|position|role)"
    r" (?:as|of)(?: an?| the)?\s+$|\ben ma qualité d(?:e |['’])$"
)
"""What leads to the post of who certifies."""
_JOIN = expression(
    r"\b(?:joined|joining|assumed (?:duty|office)|assumption of duty|resumed duty|started|began|begun|commenced"
    r"|commencing"
    r"|hired|employed|appointed|recruited|entered|embauchée?|engagée?|entrée?|commencé|débuté|rejoint|intégré"
    r"|since|depuis|date of (?:appointment|joining|hire|engagement|employment)|date d['’](?:embauche|engagement|entrée)"
    r"|(?<!resigned )(?<!left )(?<!relieved )(?<!ended )(?<!terminated )(?:effective|with effect from)"
    r"|prise de (?:service|fonctions?))\b"
    r"|(?<!relieved )(?<!released )\bfrom\s*$",
    re.IGNORECASE,
)
_LEAVE = expression(
    r"\b(?:left|resigned|relieved|discharged|disengaged|retired|exited|stopped|withdrew|ended|ceased"
    r"|until|till|through|upto|up to|departed|terminated|separated|last (?:working )?(?:day|shift)|released"
    r"|completed|quitté"
    r"|démissionné|jusqu|pris fin|départ|cessé)\b",
    re.IGNORECASE,
)
_STILL = expression(
    r"\b(?:to date|till date|currently|presently|present(?:ly)?|still|continues?|continuing|ongoing|remains"
    r"|is in (?:[\w-]+ )?(?:employment|service|employ)"
    r"|is (?:a |an |now |still )?(?:working|employed|valued|permanent|(?:full|part)[- ]time)|(?:has been|is) back\b"
    r"|(?:until|till|up to) now|(?:has|have) been (?:[\w-]+ )?(?:working|serving)"
    r"|est effectivement|toujours|à ce jour|actuellement|présentement|encore|en poste|est employée?"
    r"|est employé\(e\)|travaille)\b",
    re.IGNORECASE,
)
_BIRTH = expression(
    r"\b(?:born|birth|née?|naissance|passport|issued|expir|dated|notice|attendance|validity)\b[^.;]{0,24}$",
    re.IGNORECASE,
)


_PAID_SINCE = expression(
    r"\b(?:salary|wages?|pay|rate|remuneration|compensation|package|salaire|traitement|taux)\b[^.;]{0,60}?"
    r"\b(?:has|had|was|is|been|stands|stood|set|fixed|raised|increased|effective|est|était|fixé|porté)\b[^.;]{0,40}$"
    r"|\bat (?:that|this|the same|its (?:present|current)) (?:level|rate|amount)\s*$"
    r"|\bà ce (?:niveau|taux|montant)\s*$",
    re.IGNORECASE,
)
"""What stands before the day from which a pay holds: no work began on it."""
_PAID_UNTIL = expression(
    r"(?:\b(?:salary|wages?|pay|paid|rate|remuneration|earn(?:s|ed|ing)?|salaire|payée?|taux)\b|(?<!\d)(?!(?:19"
    r"|20)\d\d\b)[\d.,]{3,})"
    r"(?:(?!\b(?:and|et|then|puis|work\w*|stay\w*|remain\w*|left|resign\w*|employ\w*)\b)[^.;]){0,30}?"
    r"\b(?:until|till|up to|jusqu['’](?:au|en|à)|as of|since|from|depuis)\s+(?:the end of\s+|la fin d[eu]\s+)?$",
    re.IGNORECASE,
)
"""What stands before the day until which, or from which, somebody was paid so much: "(EUR 1,900 until May 2024)"."""
_AROUND = 160
"""So many signs before and after a time belong to its sentence at most."""
_SENTENCE = expression(rf"{_STOP}|;\s")
_ABSENT = expression(
    r"\b(?:on (?:\w+ ){0,2}(?:leave|holidays?|vacation)|leave of absence|(?:annual|sick|unpaid|paid|maternity) leave"
    r"|accompan\w+|travell?ed|trip|fair|exhibition|conference|visited|training|course|seminar"
    r"|en (?:congés?|vacances|mission|déplacement|formation)|congés? (?:annuels?|payés?|maladie|maternité)|salon)\b",
    re.IGNORECASE,
)
"""Words of a sentence about days on which somebody was away."""
_WORKING = expression(
    r"\b(?:employed|employment|employee|work(?:ed|s|ing)?|serv(?:ed|es|ing|ices?)|joined|hired|engaged"
    r"|appointed|position"
    r"|post|capacity|intern\w*|trainee|employée?|travaill\w+|embauchée?|engagée?|poste|qualité|exercé|stagiaire)\b",
    re.IGNORECASE,
)
_ASIDE = expression(
    r"(?<=\d)\s*\((?:order|ref|decree|file|contract|n[o°]|nº|#)\b[^()]{0,40}\)", re.IGNORECASE
)
"""The number of the order by which somebody was hired, between two dates: "from 01.06.2021 (order No. 1-K) to …"."""


_YEARS = expression(
    r"\b(?:19|20)\d\d(?:(?:\s*,\s*|\s+(?:and|et|to|à|-|–)\s+)(?:and\s+)?(?:19"
    r"|20)\d\d)*\s+(?:farm(?:ing)?\s+)?seasons?\b"
    r"|\b(?:seasons?|saisons?)\s+(?:of\s+|de\s+)?(?:19|20)\d\d(?:(?:\s*,\s*|\s+(?:and|et|to|à|-|–)\s+)(?:19"
    r"|20)\d\d)*",
    re.IGNORECASE,
)
"""Seasons by their years, beside the days of the first and the last: "the 2021, 2022 and 2023 seasons"."""
_BETWEEN_SEASONS = expression(
    r"\W{1,4}(?:(?:and|et|then|puis|again|also|from|between|du|de|the|season|saison)\W{1,3}){0,3}",
    re.IGNORECASE,
)
"""What parts the times of a list."""


class Role(NamedTuple):
    """A title held over a time."""

    title: Said | None
    period: Period | None
    dates: str | None


def is_still(text: str) -> bool:
    """Tell whether a text says that the employment goes on."""
    return _STILL.search(text) is not None


def employer_in(text: str) -> Said | None:
    """Give the employer that the sentence names; "our organisation" is none."""
    titled = {title.start for title in titles_in(text)}
    for pattern in (_EMPLOYER, _JOINED_EMPLOYER):
        for match in pattern.finditer(text):
            name = re.sub(r"^M/s\.?\s+", "", match["employer"]).strip(" ,")
            if match.start("employer") in titled:  # "with the position of Head of Maintenance"
                continue
            if country(name):  # "leave to work in Canada"
                continue
            if not _GENERIC.match(name) and not find_dates(name) and len(name.split()) <= 12:
                start = match.start("employer") + match["employer"].find(name)
                end = start + len(name)
                if text[end : end + 1] == "." and re.search(
                    r"\b(?:Co|Inc|Ltd|Corp|S\.A|C\.V|Pvt|Cie|L\.L\.C)$", name
                ):
                    name, end = name + ".", end + 1
                return Said(name, start, end)
    return None


def issuer_in(text: str) -> Said | None:
    """Give the house that says who it is: "Nous soussignés, Société Exemple, certifions que"."""
    match = _ISSUER.search(text)
    if match is None:
        return None
    name, start = match["employer"], match.start("employer")
    office = _OFFICE_OF.match(name)
    if office:
        name, start = name[office.end() :], start + office.end()
    if title_weight(name) > employer_weight(name) or _DEPARTMENT.match(name) or _A_PERSON.match(name):
        return None
    return Said(name, start, start + len(name))


def headed_in(text: str) -> Said | None:
    """Give the house that who certifies heads: "Je soussigné, Jean Modèle, directeur de la Clinique du Lac"."""
    match = _HEADED.search(text)
    if match is None or employer_weight(match["employer"]) <= 0:
        return None
    return Said(match["employer"], *match.span("employer"))


_HEADED = expression(
    r"(?i:\bje,? soussignée?|\bI, |\bthe undersigned,?)[^.;:]{3,80}?,?\s+(?i:(?:the )?(?:general "
    r"|managing )?(?:directeur"
    r"|directrice|gérante?|propriétaire|proviseure?|promoteur|promotrice|chef du personnel|director|manager|proprietor"
    r"|owner|principal|matron|administrat(?:eur|rice|or)))(?:\s[\w-]+){0,3}?\s+(?i:d(?:e la|e l['’]|u|e|['’])"
    r"|of(?: the)?)\s*"
    r"(?P<employer>[A-ZÀ-Ý][^,;:.\n]{2,70}?)(?=\s*,|\s+(?:certif|attest|déclar|hereby|confirm|sise?\b))"
)


def party_in(text: str) -> Said | None:
    """Give the house that settles with who worked for it: "between Acme Ltda., RUT 7-9, and Ida Sample"."""
    match = _PARTY.search(text)
    return (
        Said(match["employer"], *match.span("employer"))
        if match and has_legal_form(match["employer"])
        else None
    )


_PARTY = expression(
    r"(?i)\b(?:between|entre)\s+(?:the (?:company|employer|firm)\s+|la (?:société|empresa|compagnie)\s+"
    r"|l['’]entreprise\s+)?"
    r"(?P<employer>[^;:()\n]{3,80}?)(?=,\s+(?!(?:S\.?A|Inc|Ltd|Ltda|S\.?R\.?L)\b)|\s+\(|\s+(?:and|et|y)\s)"
)

_A_PERSON = expression(r"(?:Dr|Mr|Mrs|Ms|Prof|Rev|Ir|Hj?|Sr|Engr)\b\.?\s", re.IGNORECASE)
"""How who signs is called, where the name of a house is looked for."""


def titles_in(text: str) -> list[Said]:
    """Give the titles that the sentence names, in their order."""
    found: list[Said] = []
    for match in _TITLE.finditer(text):
        title = f"{match['title']}{_second_half(text, match.end('title'))}".strip(" ,'’")
        title = _ENDS_WITH_THEN.sub("", title)
        if _OF_THE_WRITER.search(text[: match.start("title")]):
            continue
        if _NOT_TITLES.match(title) or find_dates(title) or len(title.split()) > 9 or has_legal_form(title):
            continue
        start = text.find(title, match.start("title"))
        found.append(Said(title, start, start + len(title)))
    return found or list(apposed(text))


def apposed(text: str) -> Iterator[Said]:
    """Give a title that stands behind the name between commas: "Ms. Ida Sample, Staff Nurse (ICU), is relieved"."""
    for match in _APPOSED.finditer(text):
        if title_weight(match["title"]) > 0:
            yield Said(match["title"], *match.span("title"))


_APPOSED = expression(
    r"\b(?:Mr|Mrs|Ms|Miss|Engr|Smt|Shri|Sh|Dr|Md)\b\.?\s[^,;:()]{3,50}?,\s+(?P<title>[A-ZÀ-Ý][^,;:()\d]{2,50}?)"
    r"(?:\s\([^()]{2,30}\))?,\s+(?:[^;]{3,120},\s+)?(?:is|was|has|had|who)\b"
)


def _second_half(text: str, end: int) -> str:
    """Give what goes on with a title behind "and": "Housemaid and child minder"; nothing where a sentence goes on."""
    found = _SECOND.match(text, end)
    if found is None or len(found["second"].split()) > 3 or _NO_SECOND.search(found["second"]):
        return ""
    second = found["second"]
    return text[end : found.end("second")] if title_weight(second) > 0 or second.endswith(" staff") else ""


def _stepped(text: str) -> list[Role]:
    """Give the two roles of "since 2 March 2020, first as cook and since 1 May 2024 as head cook"."""
    found = _STEPPED.search(text)
    days = find_dates(found["rest"]) if found else ()
    if found is None or not days or min(title_weight(found["first"]), title_weight(found["title"])) <= 0:
        return []
    before = gregorian(text[: found.start()])
    told = find_periods(before)
    whole = told[0][2] if told else _joined_and_left(before)
    if whole is None or whole.start is None:
        return []
    first, second = (Said(found[name].strip(), *found.span(name)) for name in ("first", "title"))
    return _steps([first], Period(whole.start, whole.end, open=whole.end is None), [(second, days[0].date)])


def _risen(text: str) -> list[Role]:
    """Give the two roles of "contract No. 4 of 2 March 2020, in the position of cook, since 1 May 2024 head cook"."""
    found = _RISEN.search(text)
    days = find_dates(found["rest"]) if found else ()
    before = text[: found.start()] if found else ""
    titles, begun = titles_in(before), find_dates(before)
    if found is None or not days or not titles or len(begun) != 1 or title_weight(found["title"]) <= 0:
        return []
    whole = Period(begun[0].date, None, open=True)
    return _steps(titles, whole, [(Said(found["title"].strip(), *found.span("title")), days[0].date)])


def roles_in(text: str) -> list[Role]:
    """Give the roles that a passage tells, each with its time."""
    if stepped := _stepped(text) or _risen(text):
        return stepped
    titles = titles_in(text)
    plain = gregorian(text)
    bare = plain
    for aside in (_ASIDE, *([_YEARS] if find_dates(_YEARS.sub("", plain)) else [])):
        bare = aside.sub(lambda found: " " * len(found[0]), bare)
    periods = [found for found in find_periods(bare) if not _is_of_another(text, found[0], found[2])]
    risen = _each_since(plain) or _promoted(plain, titles, [found[2] for found in periods])
    if stepped := risen or _of_the_second(text, titles, periods):
        return stepped
    if len(periods) > 1 and len(titles) > 1:
        led = periods[0][0] < titles[0].start
        parts = _parts_alone(periods) if led else periods
        nearest = _next if led and len(parts) == len(titles) else _nearest
        return [
            Role(_right_behind(text, titles, end) or nearest(titles, start), period, text[start:end])
            for start, end, period in parts
        ]
    if _are_seasons(text, periods):
        return [
            Role(titles[0] if titles else None, period, text[start:end]) for start, end, period in periods
        ]
    if periods:
        start, end, period = periods[0]
        return [Role(titles[0] if titles else None, _still(period, text), text[start:end])]
    told = _joined_and_left(bare)
    told = _still(told, text) if told is not None else None
    if told is None and not titles:
        return []
    return [Role(titles[0] if titles else None, told, None)]


def _of_the_second(
    text: str, titles: Sequence[Said], periods: Sequence[tuple[int, int, Period]]
) -> list[Role]:
    """Give two roles where a further sentence tells another post with its own time, and the first one no post."""
    if len(periods) <= 1:
        return []
    (start, end, period), (begin, stop, other) = periods[:2]
    if len(titles) != 1 or titles[0].start < end or not _SENTENCE.search(text, end, titles[0].start):
        return []
    return [Role(None, _still(period, text[:end]), text[start:end]), Role(titles[0], other, text[begin:stop])]


def _are_seasons(text: str, periods: Sequence[tuple[int, int, Period]]) -> bool:
    """Tell whether times stand in one list, each with its end and before the next: the seasons of one work."""
    return len(periods) > 1 and all(
        _BETWEEN_SEASONS.fullmatch(text, one[1], other[0]) is not None
        and one[2].end is not None
        and other[2].end is not None
        and other[2].start is not None
        and one[2].end.latest < other[2].start.earliest
        for one, other in pairwise(periods)
    )


def _is_of_another(text: str, start: int, period: Period) -> bool:
    """Tell whether a time is of something else than the work: a birth, a passport, or since when a pay holds."""
    if _BIRTH.search(text, max(start - 40, 0), start) or _is_of_an_absence(text, start):
        return True
    return period.open and _PAID_SINCE.search(text, max(start - 120, 0), start) is not None


def _is_of_an_absence(text: str, start: int) -> bool:
    """Tell whether the sentence around a time is about a leave or a journey, and about no work."""
    before, after = text[max(0, start - _AROUND) : start], text[start : start + _AROUND]
    begin = max((stop.end() for stop in _SENTENCE.finditer(before)), default=0)
    end = _SENTENCE.search(after)
    sentence = before[begin:] + after[: end.start() if end else len(after)]
    return _ABSENT.search(sentence) is not None and _WORKING.search(sentence) is None


def _still(period: Period, text: str) -> Period:
    if period.end is None and not period.open and period.start is not None and _STILL.search(text):
        return Period(period.start, None, open=True)
    return period


def _parts_alone(periods: Sequence[tuple[int, int, Period]]) -> Sequence[tuple[int, int, Period]]:
    """Leave out the whole time before its parts: "since 2018. From 2018 to 2023 she …, and since 2023 …"."""
    whole, *parts = (period for _, _, period in periods)
    starts = [part.start for part in parts]
    same = bool(whole.start and whole.open and len(parts) > 1 and parts[-1].open) and starts[0] == whole.start
    return periods[1:] if same else periods


def _next(titles: list[Said], place: int) -> Said:
    return next((title for title in titles if title.start > place), titles[-1])


def _right_behind(text: str, titles: Sequence[Said], end: int) -> Said | None:
    """Give the title that stands right behind a time: "from 3 May 2016 to 31 December 2020 as a cook"."""
    behind = next((title for title in titles if title.start >= end), None)
    return behind if behind and _THEN_AS.fullmatch(text, end, behind.start) else None


_THEN_AS = expression(
    r"(?i),?\s+(?:as|in the (?:position|post|capacity) of|comme|en qualité d(?:e |['’])|à titre d(?:e "
    r"|['’]))\s*(?:(?:an?|the|our)\s+)?"
)


def _nearest(titles: list[Said], place: int) -> Said:
    before = [title for title in titles if title.start < place]
    return before[-1] if before else titles[0]


def _promoted(plain: str, titles: list[Said], periods: Sequence[Period]) -> list[Role]:
    """Give the roles of a sentence that tells one or more promotions, each with its day."""
    promoted = _promotions(plain)
    if not promoted:
        return []
    ended = next((period for period in periods if period.start and period.end), None)
    whole = ended or _joined_and_left(plain) or next(iter(periods), None)
    if whole is None:
        return []
    held = any(sign.search(plain) for sign in (_HELD_SINCE, _HELD_SINCE_THEN, _IS_SINCE, _IS_EMPLOYED))
    if whole.end is None and held:
        whole = Period(whole.start, None, open=True)
    day, first = promoted[0][1], promoted[0][0]
    if ended is None and whole.start is not None and not whole.start.before(day):
        return []
    before = [title for title in titles if title.start < first.start and title.text != first.text]
    return _steps(before or titles, whole, promoted)


def _promotions(text: str) -> list[tuple[Said, PartialDate]]:
    found: list[tuple[Said, PartialDate]] = []
    for pattern in (_PROMOTED, _ON_A_DAY_PROMOTED, _RISEN_SINCE, _HELD_SINCE, _HELD_SINCE_THEN, _IS_SINCE):
        for match in pattern.finditer(text):
            dates = find_dates(match["rest"])
            title = match["title"].strip()
            named = title[0].isupper() or title_weight(title) >= 1
            if named and dates and dates[0].start <= _NEAR and not _NOT_TITLES.match(title):
                found.append((Said(title, match.start("title"), match.end("title")), dates[0].date))
    return sorted(found, key=lambda one: one[1].earliest)


_IS_EMPLOYED = expression(
    r"(?i)\b(?:est|is) (?:\w+ly |toujours |actuellement )?(?:salariée?|employée?|employed|engaged"
    r"|(?:au|à notre|à son) service|en poste"
    r"|a member of|part of|in our)\b"
)
"""The employment goes on at the day of the letter, whatever posts it tells."""
_NEAR = 4
"""Signs before a day: "the", "le"."""


def _each_since(text: str) -> list[Role]:
    """Give the roles that stand each before the day from which they were held, in brackets."""
    told = [
        (Said(match["title"].strip(), *match.span("title")), days[0].date)
        for match in _EACH_SINCE.finditer(text)
        if len(days := find_dates(match["rest"])) == 1
    ]
    if len(told) < _TWO or not all(one[1].before(other[1]) for one, other in pairwise(told)):
        return []
    end = next((day for word, day in _told_dates(text) if word == "leave"), None)
    whole = Period(told[0][1], end, open=end is None and _STILL.search(text) is not None)
    return _steps([told[0][0]], whole, told[1:])


_TWO = 2


def _steps(titles: list[Said], whole: Period, promoted: list[tuple[Said, PartialDate]]) -> list[Role]:
    """Part the whole time at each promotion: a role ends on the day on which the next begins."""
    first = titles[0] if titles else None
    names: list[Said | None] = [first, *(title for title, _ in promoted)]
    starts = [whole.start, *(date for _, date in promoted)]
    roles: list[Role] = []
    for index, (name, start) in enumerate(zip(names, starts, strict=True)):
        last = index + 1 == len(names)
        period = Period(start, whole.end, open=whole.open) if last else Period(start, starts[index + 1])
        roles.append(Role(name, period, None))
    return roles


def _joined_and_left(text: str) -> Period | None:
    """Read "He joined on … and left on …" and "joined … and is presently working"."""
    start: PartialDate | None = None
    end: PartialDate | None = None
    for word, date in _told_dates(text):
        if word == "leave" and end is None:
            end = date
        elif word == "join" and start is None:
            start = date
    if start is None and end is None:
        return None
    return Period(start, end, open=end is None and _STILL.search(text) is not None)


def left_in(text: str) -> PartialDate | None:
    """Give the day on which a sentence outside the statement says that somebody left."""
    return next((day for word, day in _told_dates(text) if word == "leave" and _LEFT.search(text)), None)


_LEFT = expression(
    r"\b(?:left (?:us|the|our|of)|has left|resigned|relieved|discharged|disengaged|released|separated|retired"
    r"|last (?:working )?(?:day|shift)|(?:employment|contract|services?) (?:has |was |were )?(?:ended|ceased"
    r"|terminated"
    r"|completed|came to an end)|quitté|démissionné|dernier jour|contrat[^.;]{0,40} pris fin)\b",
    re.IGNORECASE,
)
"""Words for the end of somebody's work, and of nothing else."""


def _told_dates(text: str) -> Iterator[tuple[str, PartialDate]]:
    for found in find_dates(text):
        before = text[max(0, found.start - 90) : found.start]
        before = re.split(r"(?<=[a-z\d])(?<!\b(?:St|Mt|Ft|Dr|Sp))[.;]\s+(?=[A-ZÀ-Ý])", before)[-1]
        if _BIRTH.search(before) or _PAID_UNTIL.search(before):
            continue
        joined, left = _last(_JOIN, before), _last(_LEAVE, before)
        if (weak := _WEAK.search(before)) is not None and left >= 0:
            joined = _last(_JOIN, before[: weak.start()])
        if joined >= 0 or left >= 0:
            yield ("leave" if left > joined else "join"), found.date


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)
