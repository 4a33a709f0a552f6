"""The words of records of work that others keep: their titles, who keeps them, and the headings of their columns."""

from consistency.extractors.wording.tables import Headings
from consistency.normalizer.expressions import expression

TITLE = expression(
    r"\brecords? of employment\b|\breleves? d'emploi\b|\b(?:employment|labou?r|work) (?:record )?(?:book|card)\b"
    r"|\b(?:employment|work|service|contributions?|insurance|membership|coverage|earnings) (?:history"
    r"|records?) (?:certificate"
    r"|report|statement|extract)\b|\bextract (?:from|of) (?:the )?(?:register of insured|insurance|pension"
    r"|individual account)"
    r"|\b(?:certificate|statement|record|history|extract) of (?:the )?(?:social )?(?:insured|insurance|contributions?"
    r"|pension|coverage"
    r"|membership|qualifying (?:service|periods?))\b|\b(?:contributions?|insurance|pension"
    r"|social security) (?:statement|history|record|certificate"
    r"|periods?)\b|\binsured periods?\b|\breleves? (?:de carriere|des? cotisations?|des salaires declares)\b"
    r"|\battestation (?:de |d')(?:declarations? (?:de|des) salaires?|affiliation|cotisations?)\b"
    r"|\bhistorique (?:des? )?(?:cotisations?|declarations?|emplois?|affiliations?)\b|\bvida laboral\b"
    r"|\bcarteira de trabalho\b|\b(?:livret|carnet) de travail\b|\bwork (?:book|and social security (?:card"
    r"|booklet))\b|\bextrato previdenciario\b"
    r"|\bhistoria laboral\b|\bservice history\b|\bmember passbook\b|\bsemanas cotizadas\b|\bweeks (?:contributed"
    r"|of contributions?)\b"
    r"|\breleves? individuels? de comptes?\b|\breleves? de (?:carriere|points)\b|\bmembers?(?:'s)? contributions?\b"
    r"|\bcontributions? verification\b"
    r"|\b(?:registration and|insured(?: person'?s?)?|insurance|4 ?[abc]|long[- ]term) service"
    r" (?:statement|list|breakdown|document|record|table)\b|\bservice breakdown\b"
    r"|\b(?:acquisition|acquiring) (?:and|or|/) (?:loss|losing|disqualification)\b"
    r"|\b(?:health|employment|social|medical) insurance (?:eligibility|qualification|enrol?lment|subscription)\b"
    r"|\bservice (?:statement|breakdown) of the insured\b"
    r"|\bhizmet (?:dokumu|cetveli|listesi)\b"
    r"|\bconsolidated (?:work|labou?r|employment|contribution) history\b|\bhistoria (?:laboral )?consolidada\b"
    r"|\b(?:accounting|register|registration|record)s? of (?:labou?r|employment) (?:contracts?|agreements?)\b"
    r"|\b(?:labou?r|employment) (?:activity|relations?) (?:extract|record|statement|information)\b"
    r"|\binformation (?:on|about) (?:the )?(?:labou?r|employment) (?:activity|history)\b"
    r"|\bcertificate of (?:periods|payment) of (?:insurance|contributions?)\b|\b(?:tiempo|record) de servicios?\b"
    r"|\btime of service\b"
    r"|\bmecanizado del tiempo de servicio\b|\bcertificado de (?:aportes|cotizaciones|afiliacion)\b"
    r"|\bretirement savings account\b|\b(?:pension|provident|individual) (?:fund )?account statement\b"
)
OF_AN_OFFICE = expression(
    r"\b(?:employment|job|work) (?:history|records?)\b|\bmember(?:'s)? (?:statement|passbook|records?|certificate)\b"
    r"|\bpassbook\b|\b(?:attestation|certificat|etat) (?:d'immatriculation|d'affiliation|de carriere|de services?)\b"
    r"|\bcarriere\b"
    r"|\bstatement of (?:account|membership)\b"
)
"""Titles that somebody's own list of jobs may have, too."""
OFFICES = expression(
    r"\b(?:social security|social insurance|seguro social|securite sociale|prevoyance sociale|provident fund"
    r"|pensions?"
    r"|prevoyance|insurance (?:fund|institute|board|system|scheme|institution)|sss|gsis|nssf|ssnit|cnss|cnps|ipres"
    r"|imss|epfo"
    r"|migrant workers|overseas employment|manpower|ministry of labou?r|department of labou?r)\b"
)
FUNDS = expression(
    r"\b(?:provident fund|epfo?|pensions? (?:fund|scheme|managers?|custodians?|administrators?|commission|savings)"
    r"|retirement savings|superannuation|pag-?ibig|home development mutual fund|caisse de retraite|fonds de pension"
    r"|fondo de (?:pensiones|ahorro))\b"
)
"""Funds, which somebody may join after a job began, and which hear late of its end."""
OTHERS = expression(
    r"\b(?:curriculum vitae|this (?:is to|letter) certif\w+|dear (?:sir|officer)|pay ?slip|bulletin de paie"
    r"|closing balance"
    r"|withdrawals|labou?r market impact|police)\b"
)
COLUMNS = Headings(
    {
        "": r"^(?:workplace )?(?:bin|nit|ruc|rut|nipc|pib|idno|cui|edrpou|tax (?:id|no))$"
        r"|workplace (?:reg\w* )?(?:no|number|code)|(?:contract|agreement) (?:date|no)"
        r"|date of (?:the )?(?:contract|agreement)"
        r"|(?:exit|leaving|separation) reason|reason|reporting date|date (?:reported|of report)"
        r"|(?:member|oec) (?:id|no)"
        r"|(?:n|no|num\w*|code|id) (?:de l'|d'|of )?(?:employeur|employers?|affilie|compte)"
        r"|(?:employer|employeur) (?:no|id|code|number)",
        "employer": r"employers?|employeurs?|workplaces?|(?:workplace|employer|company) (?:title|name)"
        r"|(?:title|name) of (?:the )?(?:workplace|employer|company)|isyeri unvani|razon social|denominacion"
        r"|establishments?|compan(?:y|ies)|organi[sz]ations?|firms?"
        r"|entreprises?|raison sociale|etablissements?|empresas?|empleador(?:es)?|empregador(?:es)?",
        "from": r"employment date|date of employment|(?:date )?joined|first contribution|from|du|acqui\w+|entry"
        r"|joining"
        r"|start of (?:work|employment)|beginning of (?:work|employment)|giris(?: tarihi)?|ingreso|fecha de ingreso"
        r"|start(?:ed)?"
        r"|begin\w*|commenc\w+|appointed|debut|entree|embauche"
        r"|alta|inicio|desde|admissao|admission|de",
        "to": r"end of (?:work|employment)|cikis(?: tarihi)?|cese|egreso|fecha de (?:cese|egreso|salida)"
        r"|last contribution|derniere cotisation|depart"
        r"|to|au|loss|lost|exit|leaving|left|end(?:ed)?|termination|until|fin|sortie|baja|hasta|saida|ate|a",
        "when": r"periods?|periodes?|periodos?|dates?|duration",
        "title": r"positions?|occupations?|titles?|designations?|emplois?|fonctions?|profession|cargo|ocupacao",
        "other": r"no|nos|n|s n|serial|num\w*|days?|jours?|months?|mois|affilie|account|salar\w+|wages?|earnings?"
        r"|contributions?|basis|declares?|amounts?|montants?|hours?|remarks?|reason|motif|type|code|status|dias"
        r"|meses",
    }
)
INSURED = expression(
    r"\b(?:assuree?|salariee?|affiliee?|adherente?|insured(?: person)?|member|contributor|subscriber)\b,? "
    r"(?:(?:c\.?c|c\.?i|d\.?n\.?i|r\.?u\.?t|r\.?u\.?n|cedula|id|no)\b\W{0,3}\d[\d.-]*(?:k\b)?\W+)?(?=\S)"
)
"""Words (without accents) before the name of whose work is recorded."""
MADE = expression(
    r"\b(?:issued|printed|generated|produced|obtained|downloaded|extracted|delivree?|editee?|imprimee?|produite?"
    r"|emise?"
    r"|generee?|obtenue?|etablie?|emitido|expedido|gerado)\b[^.;\d]{0,40}$"
)
"""What stands before the day on which such a record was made."""
BELOW = expression(
    r"^\W*(?:printed|issued|generated|produced|total|edite|fait|imprime|delivre|signature|note|this is|the above"
    r"|certified)\b"
)
"""What stands below a table and belongs to none of its rows."""
