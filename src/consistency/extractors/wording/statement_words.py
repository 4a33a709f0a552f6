"""The little words before the parts of a sentence about work, in English and French, and what a firm is known by."""

import re
from functools import cache

from consistency.extractors.wording.career_words import employer_weight, listed
from consistency.normalizer import places
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

_TITLE_EN = (
    r"(?<!status )(?<!stay )(?<!remain )as (?!to |regards|for |of |per |stated|i |well|soon|my |you|it )(?:an? "
    r"|the |their |its |our )?"
    r"|(?:position|post|role|job|title|occupation) (?:of|as|is) (?:an? |the )?|(?:am|been|was) (?:currently "
    r"|presently |now |also |still )*(?:an? |the )(?=[a-z-]+ (?:[a-z-]+ ){0,3}?(?:at|for|with|in)\b)"
    r"|employment as (?:an? )?"
)
_BARE_EN = (
    r"(?:am|been|was) (?:currently |presently |now |also |still )*"
    r"(?=[a-z-]+ (?:[a-z/-]+ ){0,3}?(?:at|for|with|in|today|now)\b)"
)
"""Before a title without an article, which then has a capital: "I am Head Cook at …"."""
_TITLE_FR = (
    r"comme |en tant qu(?:e |')|a titre d(?:e |')|en qualite d(?:e |')|"
    r"(?:l')?(?:poste|emploi|fonctions?|metier|profession) d(?:e |')"
    r"|suis (?:actuellement )?(?:une? )?(?=[a-z-]+ (?:[a-z-]+ ){0,3}?(?:chez|a la|a l'|au)\b)"
)
_EMPLOYER_EN = (
    r"(?:at|for|with|by|from|joined|employer(?: in canada)? (?:is|will be|would be)|employer(?: in canada)?,)"
    r" (?:the (?:company|firm|employer) )?"
)
_EMPLOYER_FR = (
    r"(?:chez|pour|aupres d(?:e |u |')|au sein d(?:e |u |')|par|avec|de la part d(?:e |')|employeur est"
    r"|entreprise|offre d'emploi d(?:e |')|offre d(?:e |'))\s?(?:l'entreprise |la societe |la compagnie "
    r"|l'employeur )?"
)
_HOUSE_FR = r"(?:a la |a l'|au |dans (?:la |le |l'|une? )?)(?:societe |entreprise |compagnie )?"
"""Before the name of a firm; before that of a country or a town it tells where."""
_CITY_EN = r"(?:in|located in|based in|of) (?:the city of )?"
_CITY_FR = r"(?:a|situee? a|en|de) (?:la ville de )?"
_FRENCH = expression(r"\b(?:je|j'|mon|ma|chez|depuis|comme|pour|nous|m'(?:a|offre)|une?|des|au|aux|du|est)\b")
_ENGLISH = expression(r"\b(?:i|my|at|since|as|for|we|the|me|of|to|is|from)\b")
ARTICLE = {False: expression(r"the "), True: expression(r"(?:la |le |les |l')")}
"""What may stand between the little word and a name, in English and in French."""
IN_A_NAME = expression(
    r"\b(?:ministry|university|bank|college|government|department|municipality|church|house|institute|board|hospital"
    r"|school|faculty|chamber|office|city|state) of $"
)
"""Words before an "of" that belongs to a name: "Ministry of Health"."""
_MARKED = expression(
    r"(?:llc|ooo|tov|tzov|too|oao|zao|pao|p?jsc|pe|pt|cv|ud|m/s|messrs|ets|ste|sarl|sas?|gie)\b",
    re.IGNORECASE,
)
"""Signs of a firm that stand before its name."""
BUSINESS = expression(
    r"\b(?:my|our) own [a-z]+(?: [a-z]+)?,? (?:(?:called|named|known as|under the name(?: of)?),? )?"
    r"|\bma propre [a-z]+,? (?:(?:appelee|nommee|sous le nom de),? )?"
)
STOP = expression(
    r"[;(:\u2014]| - |,? et ce\b| here\b(?! to)| w\.?e\.?f\b"
    r"| for (?:over|more|the (?:past|last)|about|almost|nearly|\d+|one|two|three|several"
    r"|many|(?:an?|half) (?:\w+ )?(?:years?|months?|weeks?|decade|while))\b|(?<!\bst)(?<!\bste)\.(?=\s|$)"
    r"| (?:where|which|who|whose|and i|and my|and (?:earn|receive|get|draw)|et (?:gagne|touche|percois|recois)"
    r"|under|per|full[- ]time"
    r"|part[- ]time|is|was|are|(?:will|would|shall|is to) be|starts|begins|runs (?:from|for)|lasts|est|sera|commence"
    r"|while|because|until|till|on|during|currently|presently|to date|today|now"
    r"|i (?:lead|manage|run|supervise|am|work|head|oversee|have)"
    r"|has (?:offered|hired|selected)|whose|and have|to work|to fill|ou|dont|qui|et je|et j'|sous"
    r"|a temps (?:plein|partiel)|actuellement|jusqu|pendant|avec un salaire"
    r"|afin|m'a|pour (?:une? |deux|trois|quatre|cinq|six|\d+|la duree|plus de))\b"
)
FORM = expression(
    r"^(?:ltd|limited|inc|incorporated|llc|llp|co|corp|pvt|pty|plc|gmbh|ag|s\.?a|s\.?r\.?l|sarl|ltda|jsc|pt"
    r"|bhd|lp|n\.?v|b\.?v|s\.?l|ltee|cia)\b",
    re.IGNORECASE,
)
FORM_IN_BRACKETS = expression(
    r"\([a-z][a-z. ]{1,20}\)[ .]*(?:co\b[., ]*)?(?:ltd|limited|inc|corp|llc|company)\b"
)
"""What goes on with a name: "Acme (Pvt) Ltd", "Acme (Thailand) Co., Ltd."."""
AFTER_FORM = expression(
    r"(?<=\w) (?i:ltd|limited|inc|incorporated|corp|corporation|llc|llp|lt[ée]e|limit[ée]e|enr|gmbh|plc|sarl)\b\.?,?"
    r"(?= (?!(?:and|et|de|of|du|o/a|operating|doing|trading|faisant|dba|t/a|c\.v)\b)[a-zà-ÿ])"
)
"""A legal form behind which the sentence goes on: "Redfern Ltd. with …"; the name ends with it."""
LMIA = expression(
    r"(?:lmia|eimt|market impact assessment|offer|offre|system (?:file|number)|(?:numero|no) (?:du "
    r"|de )?systeme|dossier|a-?number)\b(?:[^.;\d]|\bno\."
    r"|#){0,45}?(?<![a-z\d])(a?\d{7,8})(?!\d)"
)
EXEMPT = expression(
    r"\b(?:numbers?|numeros?|no\.?|n°|id|identifiant)(?: ?:)? (?:(?:of|for|de|du) )?"
    r"(?:the |this |your |its |votre |l'|cette |d'|une )*(?:job |employment )?(?:offers?|offre)\b"
    r"(?:(?!passport|passeport)[^.;\d]){0,110}?(?<![a-z\d])(a\d{7})(?!\d)"
    r"|\b(?:employer portal|portail des employeurs)\b"
    r"(?:(?!passport|passeport)[^.;\d]){0,60}?(?<![a-z\d])(a\d{7})(?!\d)"
)
"""The number of an offer that needs no assessment, far behind its label: "Numéro de l'offre transmise par … : A…"."""
NUMBERED_COMPANY = expression(
    r"\s(?:alberta|british columbia|b\.?c\.?|canada|manitoba|new brunswick|newfoundland|n\.?b\.?|nova scotia"
    r"|n\.?s\.?|ontario|ont\.?|quebec|p\.?e\.?i\.?|saskatchewan|sask\.?|yukon)"
    r"\s(?:ltd|ltee|limited|limitee|inc|incorporated|corp|corporation|ulc)\b"
)
"""What makes a number the name of a company: 1234567 Ontario Inc."""
NO_TITLE = expression(
    r"(?i)\W*(?:(?:regular|permanent|full[- ]time|part[- ]time|salaried|contract|direct) )*"
    r"(?:employee|worker|staff(?: member)?|member of (?:the )?staff|team member|salariée?|employée?|contractor"
    r"|freelancer|(?:temporary |open )?(?:foreign|religious|seasonal agricultural|skilled|vulnerable"
    r"|guest) worker)\W*"
)
"""What somebody is who works for another, whatever the work is: no title."""
HAS_A_TOWN = expression(
    r"(?:city|town|village|branch|office|company|firm|hotel|restaurant|hospital|clinic|school|shop|store|farm"
    r"|port|province|state)"
)
SUBJECT = expression(
    r"(?P<name>[^\W\d_][\w&.,'’ -]{1,60}?),? (?:has|have|is|a|m'a|m') ?(?:kindly |recently |again "
    r"|also )?(?:offer(?:ed|ing)?|made me|given me|hired|selected|offert|propose|embauche|choisi)"
    r"|(?P<now>[^\W\d_][\w&.,'’ -]{1,60}?)(?:, (?:a|in|of|at) [a-z][^,;.]{2,30})?,? (?:still |again |now "
    r"|toujours )?(?<!no longer )"
    r"(?:(?:offers|hires|is hiring|wants to (?:hire|employ)|would like to (?:hire|employ)|wishes to (?:hire|employ)"
    r"|wants|needs|is waiting for|is keeping [^.;]{1,30} for|m'offre|me propose|souhaite m'(?:embaucher|engager)) "
    r"|m'(?:offre|embauche|attend|engage)\b)"
)
EMPLOYS = expression(
    r"(?:^|[,:)] |\b(?:that|(?:since|in) \w+ \d{4},?|(?:since|in) \d{4},?) )(?!(?:in|since|en|depuis) )"
    r"(?P<name>[^\W\d_][\w&.' -]{1,60}?),? (?:(?:has|have) (?:\w+ly )?employed me|employs me|m'emploie"
    r"|(?:which |who )?(?:is |has been )?my (?:current |present )?employer\b(?= since|,| for)"
    r"|(?:qui est )?mon employeur(?: actuel)?\b(?= depuis|,))"
)
BEGINNING = expression(
    r"(?:since|from|starting|beginning|commencing|effective|w\.?e\.?f\.?|joined|started|began|depuis"
    r"|a partir d[eu]|a compter d[eu])\s*(?:on |in |there |from )?(?:the |le |du )?(?:end of |beginning of )?$"
)
MAYBE_BEGINNING = expression(r"(?:in|on|le|en|du|:)\s*(?:on |in |there )?(?:the |le )?$")
OTHER_EVENT = expression(
    r"\b(?:diplom\w*|degree|graduat\w*|born|married|marri\w*|completed|refus\w*|visa|studies|etudes|nee?|obtenu)\b"
    r"[^.;]{0,40}$"
)
"""Something else that a day may belong to."""


def is_french(low: str) -> bool:
    """Tell whether more of a plain text's little words are French than English."""
    return len(_FRENCH.findall(low)) > len(_ENGLISH.findall(low))


@cache
def little_words(french: bool) -> re.Pattern[str]:
    """Give what finds the words before a title, an employer, a city and a time, in plain text."""
    title, employer, city = (
        (_TITLE_FR, _EMPLOYER_FR, _CITY_FR) if french else (_TITLE_EN, _EMPLOYER_EN, _CITY_EN)
    )
    bare, house = ("(?!)", _HOUSE_FR) if french else (_BARE_EN, "(?!)")
    since = (
        r"depuis|du|des|a partir d[eu]|a compter d[eu]|le"
        if french
        else r"since|from|starting|beginning|effective|between|commencing|w\.e\.f\.|wef"
    )
    return expression(
        rf"(?<![\w'])(?:(?P<title>{title})|(?P<bare>{bare})|(?P<employer>{employer})|(?P<house>{house})"
        rf"|(?P<city>{city})|(?P<time>{since})\s)"
    )


def names_a_place(text: str, at: int) -> bool:
    """Tell whether a country or a town stands here: "au Togo", "au Caire"."""
    words = re.split(r"[\s,.;(]+", text[at : at + 60])
    names = [" ".join(words[:count]) for count in (1, 2, 3)]
    return any(places.country(name) or places.country_of_city(name) for name in (*names, f"Le {names[0]}"))


def is_a_firm(text: str, start: int, end: int) -> bool:
    """Tell whether what stands after "in" is a firm: by its form, its quotes, or a trade at its beginning."""
    name = text[start:end]
    weight = max(employer_weight(name), employer_weight(name.partition(",")[0]))  # "Lotus Hotel, Colombo"
    if weight >= 2 or _MARKED.match(name) or text[max(start - 1, 0) : start] in tuple('"“«'):
        return True
    return fold(name.split()[0]) in listed("trades") and len(name.split()) > 1
