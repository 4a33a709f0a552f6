"""The words around the terms of an offered job, where a sentence tells them; in English and French, without "
"accents."""

from consistency.normalizer.expressions import expression

HEADING = expression(
    r"\W*(?:(?:job|position|employment|employee|employer|worker|title|emploi|poste)(?: ?[-/&] ?| and | et | )?)+"
    r"(?:(?:offer|contract|agreement|letter|offre|contrat|confirmation|details)(?: ?[-/&] ?| of | and | )?)+"
    r"(?:employment|work)?\W*"
)
"""The heading of a paper about a job, which begins as a label does."""
PARTY = (
    expression(
        r"\b(?:between|entre):?\s+(?:the employer,? |l'employeur,? |la societe "
        r"|l'entreprise )?(?P<it>.{3,140}?)(?:[,\s]+(?:of|located|having|with|whose|a |an |incorporated"
        r"|duly|situee?|sise?|ayant|dont|de|represente"
        r"|represented)\b[^(]{0,260}?)?[\s,]*[(\"“«]\s*[\"“«]?(?:hereinafter|herein|hereafter|called"
        r"|referred|the|ci-apres|ci-dessous|designee?|denommee?|appelee?|l')?[^()]{0,50}?(?:employer"
        r"|employeur|company|entreprise|societe)\b"
    ),
    expression(
        r"\b(?:between|entre):?\s+(?P<it>.{3,140}?),? (?:hereinafter|hereafter"
        r"|ci-apres)[^,;]{0,40}?(?:employer|employeur|company|societe)\b"
    ),
    expression(
        r"^(?:(?:between|entre):?\s+)?(?P<it>[^()]{3,90}?),?\s*\([\"“«]?\s*"
        r"(?:the |l'|la |hereinafter (?:the )?|ci-apres (?:l'|la )?)?"
        r"(?:employer|employeur|company|compagnie|societe|entreprise|firm)\W{0,3}\)"
    ),
)
_FIRM = r"\b(?:ltd|limited|inc|incorporated|corp|corporation|llc|lp|llp|co|ltee|limitee|enr)\b\.?"
_AGREED = r"\b(?:contract|agreement|contrat|entente|convention)\b[^.;:]{0,80}?\b(?:between|entre):?\s+"
BETWEEN = (expression(rf"{_AGREED}(?P<it>.{{2,90}}?{_FIRM})(?=[^;:]{{0,90}}?\s(?:and|et)\s)"),)
"""The first party of a contract, whatever it is called below: "This contract is between Acme Ltd. and Ida Sample"."""
HOST = (
    expression(
        r"(?:[(,;] |\band |\bet |\bbetween )(?P<it>[^,;:()\"“«]{3,90}?(?:,? (?:inc|ltd|llc|limited|ltee|corp)\.?)?),?"
        r" \((?:hereinafter |hereafter |ci-apres )?(?:called |referred to as )?(?:the |l')?\W?(?:the |l')?host\b"
    ),
)
"""The one to whom somebody is sent to work: "Acme Canada Inc. (“Host Company”)"."""
FIRST_PARTY = (
    expression(
        r"\b(?:between|entre):?\s+(?P<it>[^(\"“«]{3,140}?)[,\s]*[(\"“«]\s*[\"“«]?(?:hereinafter|herein|hereafter"
        r"|called"
        r"|referred|the|ci-apres|ci-dessous|designee?|denommee?|appelee?|l')?[^()]{1,60}\)"
    ),
)
"""The first party of a contract, whatever it is called below: "Acme Ltd. (hereinafter the “Lodge”)"."""
NAMED_PARTIES = expression(
    r"\b(?:the )?part(?:ies|ies are|ies au contrat)\s?: (?P<it>[^()\"“]{3,90}?)(?=,? ?[(\"“]|, \d|;)"
)
"""The first of the parties that are listed: "Parties: Acme Ltd. (“Acme”), 12 Mill Road, and Ida Sample"."""
WITH_ADDRESS = expression(
    r"(?:^|[.:] )(?P<it>[^.,;:()\"“]{3,90}?,? (?:inc|ltd|limited|llc|corp|ltee|s\.?e\.?n\.?c"
    r"|s\.?a\.?r\.?l)\b)\.?(?: \([^()]{3,60}\))?"
    r"(?:,? (?:of|at|from|dont|ayant|sise?|situee?|located|having|with"
    r"|(?:(?:po )?box )?\d)[^;:()]{3,120}?)?(?: \([^()]{3,60}\))?,?"
    r" (?:hereby |agrees to |s'engage a |par les presentes )?(?:employs?|engages?|hires?|appoints?|embauche"
    r"|engage|emploie"
    r"|recrute)\b"
)
"""The employer, with an address before what it does: "Acme Ltd. of 12 Mill Road, Brandon, Manitoba employs …"."""
EMPLOYER = (
    expression(
        r"(?:^|[,:;] |\bthat |\bque )(?P<it>[^,;:]{3,90}?(?:, (?:inc|ltd|llc|limited"
        r"|ltee)\.?)?)(?: \([^()]{3,40}\))?,? (?:is (?:pleased|delighted|happy) to |would like to |wishes to |hereby "
        r"|agrees to |has the pleasure to |est heureu(?:x|se) de |a le plaisir de |souhaite "
        r"|propose de )*(?:offers?|offering|extends?|employs?|engages?|hires?|appoints?|recruits?"
        r"|vous offr\w+|vous propos\w+"
        r"|offre|engage|embauche)\b"
    ),
    expression(
        r"\b(?:on behalf of|au nom d(?:e |u |')|de la part d(?:e |u |'))\s?(?:the |la societe "
        r"|l'entreprise |(?:our|my) (?:\w+ )?(?:client|principal)s?,? (?:the )?(?:company,? |employer )?"
        r"|(?:notre|nos) clients?e?s?,? )?(?P<it>.{3,90}?)(?=,(?! (?:inc|ltd|llc|limited|ltee)\b)|;|\.(?:\s|$)"
        r"| i am\b"
        r"| we\b| i\b| nous\b| je\b|$)"
    ),
    expression(
        r"\b(?:employment|position|job|work|role|working|employed|join|joining|emploi|poste|travailler"
        r"|engagee?)\b[^.;:]{0,60}?\b(?:with|by|at|for|join|joining|chez|au sein d(?:e |')|aupres d(?:e "
        r"|'))\s?(?:the company,? |notre entreprise,? |our company,? )?(?P<it>[^,;:]{3,90}?(?:, (?:inc|ltd"
        r"|llc|limited|ltee)\.?)?)(?=[,;:(]|\.(?:\s|$)| as\b| in\b| located\b| at\b| starting\b| from\b"
        r"| for\b| comme\b| situee?\b| a titre\b| a\b| en qualite\b|$)"
    ),
    expression(
        r"^(?:(?:signed )?for(?: and on behalf of| the employer)?|pour(?: et au nom de"
        r"| l'employeur)?),?:? (?P<it>.{3,90}?)\s*(?::|\(|$)"
    ),
)
EMPLOYEE = (
    expression(
        r"^(?:and|et)\s*:?\s+(?=\S[^.]{3,240}\b(?:employee|worker|employe|employee|salariee?"
        r"|travailleu\w+)\b)"
    ),
    expression(r"^(?:and|et)\s*:\s*(?=\S)"),
    expression(rf"{_AGREED}.{{2,90}}?{_FIRM}[^;:]{{0,90}}?,?\s(?:and|et)\s+(?=\S)"),
    expression(r"\((?:the |hereinafter |l')?employer\W{0,3}\)?,?\s+and:?\s+(?=\S)"),
    expression(r"employeur\W{0,4}\)?,?\s+et:?\s+(?=\S)"),
    expression(
        r"\b(?:between|entre)\b.{5,400}?(?:employer|employeur|company|societe)\W{0,4}\s+(?:and"
        r"|et):?\s+(?=\S)"
    ),
    expression(
        r"\b(?:engages?|employs?|hires?|appoints?|embauche|engage|offers? (?:employment )?to|offre a"
        r"|extend(?:s|ed)? to)\s+(?=\S)"
    ),
    expression(
        r"^(?:the )?(?:employee|worker|candidate|employe(?:\(e\)|e)?|salarie(?:\(e\)|e)?"
        r"|travailleur)(?:'s)?(?: name| signature)?\s*[:.]\s*(?:\((?:signed|signe)\)\s*)?(?=\S)"
    ),
    expression(r"^(?:dear|cher|chere)\s+(?=\S)"),
    expression(r"^(?:to|attention|attn|a l'attention de|destinataire)\s*:\s*(?=\S)"),
    expression(r"\b(?:congratulations|felicitations),?\s+(?=\S)"),
    expression(
        r"^(?:re|subject|objet)\s*[:.-]\s*.{0,60}?(?:\bto|\bfor|\ba|\bpour|-|:)\s+(?=(?:mr|ms|mrs|m"
        r"|mme)?\.? ?[a-z])"
    ),
    expression(r"\b(?:i|je),?(?: soussignee?,?| the undersigned,?)?\s+(?=\S)(?=.{3,60}(?:accept|agree))"),
)
_TITLE_END = (
    r"(?=\s*[(\[](?!(?:e|ere|iere|i?enne|t?rice|euse|se|ne|le|e?s|fe|ve)\))|\s*[;:,\"”»]|\.(?:\s|$)| - | – "
    r"|\s+(?:noc|cnp)\b|\s+(?:at|in|with|for|from|based|located|on"
    r"|starting|commencing|beginning|effective|to|under|within|reporting"
    r"|and(?= (?:will|shall|to|agrees?|is|are|be|performs?|reports?|works?|the|an?|his|her|he|she|we"
    r"|you|i|it)\b)|which|who|of our"
    r"|of the company|chez|a(?! l' ?(?:entretien|accueil|emballage|expedition|usinage|assemblage|abattage|approche)"
    r"| (?:coudre|souder|mouler|traire|emballer|tricoter|broder|imprimer|plier|tisser|repasser|decouper|scier|bois"
    r"|commande numerique)\b| la (?:saisie|production|caisse|cuisine|transformation|reception|clientele"
    r"|livraison|securite|vente))"
    r"|au(?! (?:sol|comptoir|public|menage|service a la clientele|nettoyage|triage))"
    r"|aux(?= (?:conditions|termes|bureaux|installations|locaux|lieux|fins))|en|dans|pour|avec|du|depuis|situee?"
    r"|sous|et(?= (?:sera|doit|travaillera|il|elle|son|sa|ses|le|la|les|une?|vous|nous|je)\b)|selon|relevant"
    r"|afin)\b|$)"
)
TITLE = (
    expression(
        r"\b(?:positions?|post|role|job|title|capacity|occupation) (?:(?:of|as|is|will be)\b"
        r"|:)\s*(?:that of )?(?:an? |the |our |full[- ]time |part[- ]time |permanent "
        r"|temporary )*[\"“«']?\s?"
        r"(?P<it>(?!at least|equal|equivalent|comparable|similar)[^\W\d_].{1,70}?)" + _TITLE_END
    ),
    expression(
        r"\b(?:poste|emploi|fonctions?|qualite|titre) (?:(?:permanent|temporaire|saisonnier|a temps (?:plein|complet)"
        r"|a plein temps|a duree (?:in)?determinee) ){0,2}(?:sera )?(?:d[eu] |d'|: ?)(?:une? )?[\"“«']?\s?"
        r"(?P<it>(?!travail|prise|l'|la |le |votre |duree)[^\W\d_].{1,70}?)" + _TITLE_END
    ),
    expression(
        r"\b(?:work|working|employ(?:ed|s|ment|ee)?|engages?|engaged|hire[ds]?|serve|appoint(?:ed|s)?"
        r"|selection|placement|assignment|secondment|transfer"
        r"|offer(?:s|ed)?|worker|you|join)\b[^.;:]{0,150}?\bas (?:an? |the |our |their |its |full[- ]time "
        r"|part[- ]time |permanent |temporary )*[\"“']?"
        r"(?P<it>(?!follows|per|well|of\b|soon|to\b|set|described|stated)[^\W\d_].{1,70}?)" + _TITLE_END
    ),
    expression(
        r"\b(?:comme |en tant qu(?:e |')|a titre d(?:e |')|en qualite d(?:e |'))(?:une? )?"
        r"(?P<it>(?!suit|convenu|prevu)[^\W\d_].{1,70}?)" + _TITLE_END
    ),
    expression(
        r"\byou (?:would|will|shall) (?:be|work as) (?:an? |our |the )(?:full[- ]time |seasonal )?"
        r"(?P<it>(?!(?:\w+ )?(?:member|part|addition|asset|guest|resident|candidate|employee"
        r"|worker)\b(?! \())[^\W\d_].{1,60}?)" + _TITLE_END
    ),
    expression(
        r"\b(?:positions?|postes?)\b[^:.;]{0,60}\b(?:approved|assessed|confirmed|authori[sz]ed|approuvee?s?"
        r"|autorisee?s?)"
        r"\b[^:.;]{0,30}:\s*(?:an? |une? )?(?P<it>[^\W\d_].{1,60}?)" + _TITLE_END
    ),
    expression(r"(?:^|: |; )(?P<it>[^\W\d_][^\d:;,.()]{2,50}?)\s*[-–(,]\s*(?:noc|cnp)\b"),
    expression(
        r"\b(?:embaucher|recruter|engager|hire|employ|recruit) (?:\d{1,2}|an?|une?|one|two|three|four|five|deux"
        r"|trois|quatre"
        r"|cinq)(?: \(\d{1,2}\))? (?P<it>[^\W\d_][^()\[\];:,.\"»]{2,60}?)(?= ?\((?:noc|cnp)\b)"
    ),
    expression(
        r"\b(?:noc|cnp)(?: (?:code|2021|no\.?|number))*:? \d{4,5}[\s,:(–-]{1,4}(?P<it>[^\W\d_][^()\[\];:,.\"»]{2,60}?)"
        r"(?=[)\];,.\"]|$)"
    ),
)
PERIOD_BEGINS = expression(
    r"\b(?:start(?:s|ing)?|begin(?:s|ning)?|commenc(?:es?|ing|ement)|effective|first day|from|as of"
    r"|tak\w+ effect"
    r"|(?:prend(?:ra)?|avec|date d') ?effet"
    r"|debut(?:e|era|ant)?|commence(?:ra)?|a (?:compter|partir) d[eu]|entree? en (?:fonctions?|vigueur"
    r"|poste))\b[^.;\d]{0,50}$"
)
PERIOD_ENDS = expression(
    r"\b(?:end(?:s|ing)?|term (?:to|of employment to)|until|till|expir(?:es?|ing)|terminat(?:es?|ing)"
    r"|conclud(?:es?|ing)|through|last day|jusqu'au|fin(?:it|ira|issant)?"
    r"|se termin\w+|expir\w+|echeance)\b[^.;\d]{0,40}$"
)
NOT_THE_TERM = expression(
    r"\b(?:born|nee? le|birth|naissance|probation\w*|essai|interview|entrevue|passport|passeport|lmia|eimt"
    r"|dated|assessment|expiry of this offer|accept|sign(?:ed|e|ature)?|vacation|respond|reply|return this"
    r"|invoice|permit)\b"
)
PAY = expression(
    r"\b(?:wages?|paid|pay|salary|rate|remuneration|compensation|hourly|hour|earn|salaire|remunere\w*"
    r"|remuneration|taux|paye\w*|heure|touch\w+|per annum|annual)\b"
    r"|(?:\$|\bcad) ?\$? ?\d{1,3}(?:,\d{3})?(?:\.\d\d)?(?: cad)? (?:per|a|an) (?:year|month|week)\b"
)
NOT_PAY = expression(
    r"\b(?:overtime|bonus|allowance|rent|accommodation|deduct|supplementaires?|prime|loyer|logement"
    r"|airfare)\b"
)
HOURS = expression(
    r"\b(\d{1,2}(?:[.,]\d{1,2})?) ?(?:hours?|hrs?|heures|h)\b[^.;]{0,30}?(?:week|semaine|hebdo)"
)
HOURS_ALONE = expression(r"\b(\d{1,2}(?:[.,]\d{1,2})?)\b(?= ?(?:$|hours?|hrs?|heures|h\b|per|par|/|a week))")
WORK = expression(
    r"\b(?:work|hir(?:e|es|ed|ing)|embaucher|position|job|site|located|location|workplace|engage[sd]?|employ\w*"
    r"|offer\w*|based|station"
    r"|poste|travail\w*|lieu|situee?|emploi|offre)\b"
)
PLACE_LEAD = expression(
    r"\b(?:at|in|from|a|au|dans|de|is|est|:|sera|be)(?: our| the| its| notre| nos| la| le| l'| son"
    r"| sa)?(?: (?:site|office|location|farm|restaurant|plant|branch|premises|facility|etablissement"
    r"|bureau|chantier|ferme|succursale|ville)(?: in| at| of| de| d'| a)?)?\s+(?=[a-z])"
)
HEADINGS = {
    "employer": expression(
        r"\W*(?:(?:part )?[a-e0-9i]+[.):]\W*)?(?:the |l')?(?:employer|employeur|company"
        r"|entreprise)(?:'s)?(?: (?:information|details|information on))?(?: \(?first party\)?)?\W*"
        r"|(?:information about|renseignements sur) (?:the |l')?(?:employer|employeur)\W*"
    ),
    "employee": expression(
        r"\W*(?:(?:part )?[a-e0-9i]+[.):]\W*)?(?:the |l[ea] |l')?(?:foreign "
        r"|temporary foreign )?(?:employee|worker|employee?|employe\(e\)|salariee?"
        r"|travailleur)(?:'s)?(?: (?:information|details))?\W*|(?:information about"
        r"|renseignements sur) (?:the |l[ea] |l')?(?:employee|worker|employee?|travailleur)\W*"
    ),
}
