"""The words by which registries tell of marriages, births and divorces, without accents."""

from consistency.normalizer.expressions import expression

MARRIAGE = expression(
    r"\b(?:certificate of marriage|marriage (?:certificate|registration|record|contract|extract|register"
    r"|licen[cs]e)|regist(?:er|ry|ration) of marriages?|solemni[sz]ation|record of (?:solemni[sz]ation|marriage)"
    r"|nikah ?nama|marriages?|acte de mariage|(?:extrait|copie|certificat|bulletin)[^.]{0,30} mariage"
    r"|acta de matrimonio|certificado de matrimonio|certidao de casamento|heiratsurkunde"
    r"|eheurkunde|buku nikah|akta (?:nikah|perkawinan)|(?:statement|declaration) of (?:common[- ]law"
    r"|civil) union)\b"
)
OFFICE = expression(
    r"\bbirths?,? (?:and|&) deaths?\b|\bdeaths?,? (?:and|&) births?\b|\bnaissances? et (?:des |de )?deces\b"
)
"""The name of an office or an act that registers both, and the title of neither."""
BIRTH = expression(
    r"\b(?:(?:certificate|attestation|declaration) of (?:live )?birth"
    r"|birth (?:certificate|registration|record|extract|register)"
    r"|regist(?:er|ry|ration) of births?|live birth|acte de naissance|(?:extrait|copie|certificat"
    r"|bulletin)[^.]{0,30} naissance|acta de nacimiento|certificado de nacimiento|certidao de nascimento"
    r"|geburtsurkunde|akta kelahiran|jugement suppletif)\b"
)
CONTRACTED = expression(r"\bcontracted (?:a )?marriages? (?:with|to)\s*:?\s*")
"""What a registry says of somebody before it lists all spouses."""
DEATH = expression(
    r"\b(?:death (?:certificate|registration|record|extract|register)|certificate of death|register of deaths?"
    r"|acte de deces|(?:extrait|copie|certificat|bulletin)[^.]{0,30} deces|acta de defuncion"
    r"|certificado de defuncion|certidao de obito|sterbeurkunde|akta kematian)\b"
)
FAMILY = expression(
    r"\b(?:famil(?:y|ies) (?:compositions?|regist\w+|members?|relations?\w*|status|book|card|tree|certificate|record)"
    r"|(?:certificate|record|extract) of (?:(?:the )?family|(?:family )?relation\w*|kinship|household)"
    r"|household (?:regist\w+|certificate|composition|members?)|koseki|hukou|hukou book|juminhyo"
    r"|certificate of residence \(juminhyo\)|kinship|relationship (?:verification |certificate)"
    r"|fiche (?:familiale|individuelle et familiale)|composition (?:de|du) (?:famille|menage)"
    r"|certificat de (?:composition|parente|vie collective)"
    r"|certificado de (?:familia|parentesco|convivencia)|libro de familia|livret de famille|kartu keluarga"
    r"|(?:surviving (?:family )?members?|legal heir(?:ship)?) certificate|(?:d'etat civil|individuel) familial"
    r"|child registration certificate|house(?:hold)? (?:registration|book)|tabien baan|shenasname\w*|identity booklet"
    r"|family relations? certificate"
    r"|shajar\w+|all matters in the family register|nufus (?:kayit|aile)\w*|vukuatli nufus|proof of relationship)\b"
)
"""The titles of papers about a whole family."""
SINGLE = expression(
    r"\b(?:(?:certificate|certification|affidavit|declaration|statement|letter) of (?:no (?:record of )?marriages?"
    r"|single (?:status|ness)|(?:unmarried|marital) status|bachelorhood|spinsterhood|celibacy|singleness"
    r"|freedom to marry|non[- ]?marriage)|(?:certificat|attestation|declaration)(?: sur l'honneur)? de celibat"
    r"|single(?: |-)status (?:certificate|affidavit|declaration)|cenomar|no record of marriage"
    r"|certificado de (?:solteria|soltero|no matrimonio)|certidao de solteiro|unmarried certificate"
    r"|certificate of (?:being )?(?:single|unmarried))\b"
)
"""The titles of papers that say that somebody is not married."""
NEVER_MARRIED = expression(
    r"\b(?:never (?:\w+ )?(?:been )?(?:legally )?(?:married|contracted|entered)"
    r"|(?:is|am|was|remains?) (?:still )?(?:single|unmarried|a bachelor|a spinster)"
    r"|jamais (?:ete )?(?:mariee?|contracte)|celibataire|not (?:yet )?(?:been )?married"
    r"|(?:has |have )?no records? of (?:any )?(?:his |her )?marriages?"
    r"|does not appear in (?:the |our |any )?(?:national )?(?:ind\w+|registers?|records?) of marriages?"
    r"|not contracted (?:any )?marriage|single and (?:free|never)|solter[oa])\b"
)
BEEN_MARRIED = expression(
    r"\b(?:divorc\w+|widow\w*|veuf|veuve|viud[oa]|annul\w+|former (?:husband|wife|spouse))\b"
)
NAMED = (
    expression(r"\b(?:le nomme|la nommee|le sieur|la dame|monsieur|madame|mademoiselle)\s+"),
    expression(r"^i,? (?:the undersigned,? )?"),
    expression(r"\bje soussignee?,? "),
    expression(r"\b(?:that|que|qu')\s*:?\s*"),
    expression(r"\b(?:office|records?|archives?|registers?),\s+"),
    expression(
        r"\b(?:records? of (?:any )?marriage (?:of|for)|in the name of|concerning|in respect of)\s*:?\s*"
    ),
)
"""What leads to the name of somebody who is not married."""
OF_ONESELF = expression(
    r"\b(?:dear|sincerely|yours (?:truly|faithfully)|my (?:father|mother|husband|wife|family|parents|children|siblings)"
    r"|mon (?:epoux|pere|mari)|ma (?:femme|mere|famille)|resume|skills|hobbies|bio-?data|references)\b"
)
"""Words of somebody who writes of the own family: no registry does."""
NOTARISED_KINSHIP = expression(r"\bkinship\b|\bfollowing (?:relatives|family members)\b")
NOTARIAL = expression(r"\bnotarial certificate\b")
"""The title of what a notary certifies; the event stands in the text below it."""
NOTARISED_BIRTH = expression(r"\bwas born\b[^;]{0,300}\b(?:father|mother) is\b")
DIVORCE = expression(
    r"\b(?:divorce (?:registration )?(?:certificate|decree|order|judg\w+)|certificate of divorce"
    r"|decree (?:absolute|nisi|of divorce)|dissolution of marriage|jugement de divorce|acte de divorce"
    r"|certificat de divorce|sentencia de divorcio|certidao de divorcio)\b"
)
PARTY = expression(
    r"\W{2,}(?:the )?(?:joint )?(?:petitioner|respondent|plaintiff|defendant|applicant|demandeur|demanderesse|defendeur"
    r"|defenderesse|requerante?|intimee?)\b"
)
"""What somebody is before a court, behind the name."""
TITLES = (MARRIAGE, BIRTH, DEATH, DIVORCE)
JUDGED = expression(r"\b(?:jugement|judge?ment|sentencia|sentenca|decree)\b")
"""The title of a paper by which a court itself ends a marriage, on the day of the paper."""
REGISTRY = expression(
    r"\b(?:civil regist\w+|registry|registrar|vital (?:records|statistics)|register|registre|adouls?|etat civil"
    r"|officier|registro civil|municipality|mairie|commune|parish|certif\w+|ministry of (?:interior|justice)"
    r"|cartorio|notary|marriage officer)\b"
)
OTHERS = expression(
    r"\b(?:dear (?:visa )?officer|i am applying|my (?:\w+ )?application|curriculum vitae|work experience"
    r"|employed|account holder|police|transcript|cover letter|labou?r market|gcms|uci)\b"
)
HEADINGS = {
    "husband": expression(
        r"\W*(?:(?:particulars|details|information) of (?:the )?|[a-e0-9]+[.)]\s*)?(?:the |l[ea] |el "
        r"|o )?(?:groom|bridegroom|husband|epoux|marie|mari|novio|esposo|contrayente 1|noivo|spouse 1"
        r"|party a|suami)\W*"
    ),
    "wife": expression(
        r"\W*(?:(?:particulars|details|information) of (?:the )?|[a-e0-9]+[.)]\s*)?(?:the |l[ea] |la "
        r"|a )?(?:bride|wife|epouse|mariee|femme|novia|esposa|contrayente 2|noiva|spouse 2|party b"
        r"|istri)\W*"
    ),
}
WEDDED = expression(
    r"\b(?:marri\w+|matrimon\w*|wedlock|wed|mariage|maries?|epous\w+|casad\w+|casamento|casaram|union"
    r"|solemni[sz]ed|nikah|divorced)\b"
)
UNMARRIED_COUPLE = expression(
    r"\b(?:common[- ]law|conjugal|union (?:libre|de fait)|conjoints? de fait|cohabit\w+|concubinage)\b"
)
"""The words of a couple that lives together and is not married."""
TOGETHER_SINCE = expression(r"\b(?:since|depuis|desde|from|from the)\s+(?:the |le |el )?$")
COUPLE = (
    expression(r"^(?:we|nous),? (?:the undersigned,? |soussignes,? )?"),
    expression(
        r"\b(?:that(?! (?:the |a )?marriage\b)|que|qu'|between|entre|marriage of|mariage de|mariage d'"
        r"|matrimonio de|casamento de"
        r"|par devant nous,?"
        r"|unis (?:par (?:les liens du )?|en )mariage,?|comparu\w*(?: [^:;.]{0,60}(?=:))?"
        r"|compareci\w+|compareceram)\s*:?\s*"
        r"(?:(?:the )?(?:(?:full )?name of (?:the )?)?(?:groom|bridegroom|husband)[,:]? |l'epoux,? )?"
    ),
    expression(r"\bcontrayentes\s*:?\s*"),
    expression(r"\b(?:spouses|(?:contracting )?parties|conjuges|les epoux|epoux)\s*:\s*"),
    expression(r"\bcitizen\s+(?=[^;]{3,400}\bmarri)"),
    expression(r"\b(?:monsieur|le nomme|le sieur)\s+(?=[^;.]{3,400}\ba epouse\b)"),
    expression(
        r"^(?=[^,;:.\d]{3,60}?(?:,[^;:.]{0,120})? (?:and|et|y|e) [^;:.]{3,200}\b(?:married|maries|casados"
        r"|casaram|matrimony)\b)"
    ),
)
AND = expression(
    r"\b(?:and|et|y|e|with|avec|con|com|&|a epouse)\s+"
    r"(?:de |of |citizen |(?:the )?(?:(?:full )?name of (?:the )?)?(?:bride|wife)[,:]? )?"
)
BETWEEN_NAMES = expression(r"(?<=[a-z] )[ye] (?=[a-z]+ [a-z]+ [a-z]+)")
ON_THE_DAY = expression(
    r"\b(?:married|solemni[sz]ed|matrimony|wedlock|wed|celebrated|celebre|correspond\w+ (?:au|a|to)|marries?|maries"
    r"|mariage|epous\w+|casados|casaram|contracted|contracte|took place|performed|place|on|le|el|em|day of)\b"
    r"[^\d;]{0,120}$"
)
ENTERED = expression(
    r"\b(?:date of (?:the )?registration(?: of (?:the )?marriage)?|registration date|registered on)\W*(?:the )?$"
)
ISSUED = expression(
    r"\b(?:issued|given(?! names?\b)|dated|granted|printed|delivree?|fait|donnee?|emise?|etablie?|expedido|emitido"
    r"|signed|sealed|copy|copie|extract|extrait|certified"
    r"|witness my hand)\b(?:[^.;\d]{0,80}[\s,])?(?:(?:on|this|the|le|ce|el|em|dated|date)\s*)*[:,]?\s*$"
)
NOT_THE_EVENT = expression(
    r"\b(?:born|nee?|birth|naissance|registered|registration|enregistr\w+|issued|delivree?|fait|decree|judge?ments?"
    r"|cause|dissol\w+|divorc\w+|jugement)\b(?:(?!married\b|solemni|contract|celebr|wed\b|mariee?s? )[^;]){0,40}$"
)
CHILD = (
    expression(
        r"\best nee? (?:a|au) [^\W\d_][\w'-]*,? (?=[^,.;:\d]{5,50},? (?:(?:de|du) sexe|fil(?:s|le) d))"
    ),
    expression(r"\bcitizen\s+(?=[^;.]{3,80}\bborn\b)"),
    expression(
        r"\b(?:l'enfant|(?:un|une) enfant|el nino|la nina|o menino|a menina)\s*,?\s*(?:(?:du|de) sexe "
        r"(?:masculin|feminin)\s*,?\s*)?(?:(?:qui a ete )?(?:prenommee?|nommee?|appelee?|dont le nom est)\s*)?:?\s*"
    ),
    expression(r"\b(?:est nee?|naquit|nacio|nasceu)\b[^.;:\d]{0,60}:\s*"),
    expression(
        r"\b(?:that|que|qu')\s*:?\s*(?:a (?:male|female) child (?:named|called) |the child |l'enfant "
        r"|one )?"
    ),
    expression(
        r"\b(?:birth of|naissance d(?:e |')|nacimiento de|nascimento de|(?:child|enfant|son"
        r"|daughter) (?:named|called|prenommee?|nommee?)|named|nommee?)\s*:?\s*(?:the child |l'enfant )?"
    ),
    expression(
        r"^(?!(?:l'an|the|on|en)\b)(?=[^,;:.\d]{3,60}?, (?:son|daughter|child|fils|fille|hij[oa]|filh[oa]) "
        r"[^.;:\d]{3,150}?,? (?:was born|born|est nee?|nee?|nacio|nasceu)\b)"
    ),
    expression(
        r"^(?!(?:l'an|the|on|en)\b)(?=[^,;:.\d]{3,60}?,? (?:was born|born|est nee?|nee? |nacio|nasceu))"
    ),
)
BORN = expression(r"\b(?:born|birth|nee?|naissance|nacio|nacid[oa]|nasceu|nascid[oa])\b[^;\d]{0,60}$")
BIRTHS = expression(r"\b(?:born|nee?|naquit|nacio|nacid[oa]|nasceu|nascid[oa])\b")
THEN_BORN = expression(r"(?![^.;\d]*\bqu(?:e\b|'))[^.;\d]{0,80}?\b(?:est nee?|naquit|nacio|nasceu)\b")
"""What follows the day of a birth that is told before it."""
OF_PARENTS = expression(
    r"\b(?:fil(?:s|le) d(?:e |u |')|(?:son|daughter|child) of|[sd]/o\b|hij[oa] de|filh[oa] de)"
)
THEN_BORN_ON = expression(
    r"(?! (?:and|et|y|e) )(?:,? [^,.;\d]{1,40})?,? (?:born|nee?|nacid[oa]|nascid[oa])\b[^,.;\d]{0,40}"
)
"""What stands between a spouse's name and the day of birth: no second name, no "and"."""
WITNESSES = expression(
    r"\b(?:temoins?|(?:en )?presence|witness\w*|testigos?|testemunhas?|officiers?|registrar|officer)\b"
)
BORN_AT = expression(
    r"\b(?:born|nee?|nacio|nasceu)\b[^.;]{0,60}?\b(?:at|in|a|en"
    r"|em)\s+(?P<it>[^\W\d_][^;.\d]{2,60}?)(?=\s+(?:to|on|the|de|of|fils|fille|son|daughter|from|le|el|and"
    r"|child|un enfant|une enfant)\b|\s+l'enfant\b|\s*[.;:\d]|$)"
)
FATHER = (
    expression(r"\bfather is (?:called |named )?"),
    expression(r"\bborn\b[^.;]{0,100}?\bto\s+(?:the couple |mr\.? (?:and|&) mrs\.? )?"),
    expression(
        r"\b(?:(?:son|daughter|child) of|born to|fil(?:s|le) d(?:e |u |')|hij[oa] de|filh[oa] de"
        r"|the father,?|(?:and|et) father)\s*:?\s*"
    ),
)
MOTHER = expression(r"\bmother is (?:called |named )?")
DIED = expression(
    r"\b(?:died|dead|death|deces|decedee?|deceased on|mort|fallecio|fallecido|defuncion|faleceu|obito)\b[^;\d]{0,60}$"
)
DECEASED = (
    expression(r"\bcitizen:?\s+(?=[^;]{3,80}\bdied\b)"),
    expression(r"\b(?:deces d(?:e |u |')|death of|defuncion de|obito de)\s*(?:the late |feu |feue )?"),
    expression(
        r"\b(?:that|que|qu')\s*:?\s*(?:the late |feu |feue )?(?=[^.;]{3,160}\b(?:died|est decedee?|fallecio|faleceu)\b)"
    ),
    expression(r"\b(?:est decedee?|fallecio|faleceu)\b[^.;:]{0,80}:\s*"),
    expression(r"^(?=[^,;:.\d]{3,60}?,?[^;:.]{0,120} (?:died|est decedee?|fallecio|faleceu)\b)"),
)
