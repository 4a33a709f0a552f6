"""The words by which registries tell of marriages, births and divorces, without accents."""

from consistency.normalizer.expressions import expression

MARRIAGE = expression(
    r"\b(?:certificate of marriage|(?:certificate of )?marriage relation(?:ship)?s?(?: certificate)?"
    r"|marriage (?:certificate|registration|record|contract|extract|register"
    r"|licen[cs]e)|regist(?:er|ry|ration) of marriages?|solemni[sz]ation|record of (?:solemni[sz]ation|marriage)"
    r"|nikah ?nama|marriages?|acte de mariage|(?:extrait|copie|certificat|bulletin)[^.]{0,30} mariage"
    r"|acta de matrimonio|certificado de matrimonio|certidao de casamento|heiratsurkunde"
    r"|eheurkunde|buku nikah|akta (?:nikah|perkawinan)|(?:statement|declaration) of (?:common[- ]law"
    r"|civil) union|(?:certificate|proof|declaration|affidavit|attestation|statement|constancia|certificado"
    r"|declaracion"
    r"|certificat|acte|certidao|escritura|deed) (?:sur l'honneur |solennelle |sous serment |commune |conjointe "
    r"|jurada |extrajuicio "
    r"|publica )?(?:of|de|d') ?"
    r"(?:concubin(?:age|ato)|cohabitation|common[- ]law (?:union|partnership|relationship)|free union"
    r"|(?:de facto |extramarital )?(?:marital )?union|union (?:libre"
    r"|de fait|de hecho|marital(?: de hecho)?)|vie (?:commune|maritale)|uniao estavel))\b"
)
OFFICE = expression(
    r"\bbirths?,? (?:and|&) deaths?\b|\bdeaths?,? (?:and|&) births?\b|\bnaissances? et (?:des |de )?deces\b"
)
"""The name of an office or an act that registers both, and the title of neither."""
BIRTH = expression(
    r"\b(?:(?:certificate|attestation|declaration|affidavit) of (?:live birth|birth|age(?: declaration)?)"
    r"|(?:birth|age) (?:affidavit|declaration)|declaration of age"
    r"|birth (?:certificate|registration|record|extract|register)"
    r"|regist(?:er|ry|ration) of births?|birth (?:civil|state|civil status) regist(?:ry|er|ration)"
    r"|registro civil de nacimiento|live birth|acte de naissance|(?:extrait|copie|certificat"
    r"|bulletin|attestation|declaration)[^.]{0,30} naissance"
    r"|extrait (?:individuel )?(?:d'|de l')etat[ -]civil|(?:individual|personal) (?:civil )?(?:status|registration)"
    r" (?:record|extract|register)|(?:record|extract) of (?:individual |personal )?civil (?:status|registration)"
    r"|acta de nacimiento|certificado de nacimiento|certidao de nascimento"
    r"|geburtsurkunde|akta kelahiran|jugement suppletif"
    r"|jugements? (?:d'autorisation d'inscription|d'inscription|declaratif|rectificatif|tardif)[^.]{0,20}? naissance"
    r"|autorisation d'inscription de naissance|transcription (?:de |du )?(?:jugement )?[^.]{0,20}naissance)\b"
)
CONTRACTED = expression(r"\bcontracted (?:a )?marriages? (?:with|to)\s*:?\s*")
"""What a registry says of somebody before it lists all spouses."""
EVENT_ROWS = {
    "married": expression(
        r"(?:date|day) of (?:the )?marriage|date (?:du|de) mariage|marriage date|fecha de(?:l)? matrimonio"
    ),
    "spouse": expression(
        r"(?:names? of (?:the )?)?(?:spouse|husband|wife)|spouse's name|(?:nom d[eu] )?(?:conjointe?|epoux|epouse)"
    ),
    "remarks": expression(r"remarks?|annotations?|notes?|observations?|mentions? marginales?"),
}
"""The labels of rows by which an index tells several marriages of one person, side by side."""
VOID = expression(r"\b(?:void|null\w*|annul\w+|dissol\w+|divorc\w+|terminated|deceased|died|widow\w*)\b")
DEATH = expression(
    r"\b(?:death (?:and burial )?(?:certificate|registration|record|extract|register)|certificate of (?:death|burial)"
    r"|burial (?:certificate|permit|record)|certificat d'inhumation|permis d'inhumer|register of deaths?"
    r"|acte de deces|(?:extrait|copie|certificat|bulletin)[^.]{0,30} deces|acta de defuncion"
    r"|certificado de defuncion|certidao de obito|sterbeurkunde|akta kematian)\b"
)
FAMILY = expression(
    r"\b(?:famil(?:y|ies) (?:civil (?:status|registration|registry)|compositions?|regist\w+|members?"
    r"|relations?\w*|status|book|card|tree|certificate|record)"
    r"|(?:certificate|record|extract) of (?:(?:the )?family|(?:family )?relation\w*|kinship|household)"
    r"|household (?:regist\w+|certificate|composition|members?)|koseki|hukou|hukou book|juminhyo"
    r"|certificate of residence \(juminhyo\)|kinship|(?<!marriage )relationship (?:verification |certificate)"
    r"|fiche (?:familiale|individuelle et familiale)|composition (?:(?:de|du) (?:famille|menage)|familiale)"
    r"|certificat de (?:composition|parente|vie collective)"
    r"|certificado de (?:familia|parentesco|convivencia)|libro de familia|livret de famille|kartu keluarga"
    r"|(?:surviving (?:family )?members?|legal heir(?:ship)?) certificate|(?:d'etat civil|individuel) familial"
    r"|child registration certificate|house(?:hold)? (?:registration|book)|tabien baan|shenasname\w*|identity booklet"
    r"|family relations? certificate"
    r"|(?:identity|population|civil|nufus) regist(?:er|ry) (?:copy|extract|record|sample|certificate)"
    r"|(?:copy|extract) (?:of|from) (?:the )?(?:identity|population) regist(?:er|ry)"
    r"|shajar\w+|(?:certificate of )?all (?:matters|records)(?: in the family register)?|cop(?:y"
    r"|ies) of (?:the )?family register|nufus (?:kayit|aile)\w*|vukuatli nufus|proof of relationship)\b"
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
    r"\b(?:dear|sincerely|yours (?:truly|faithfully)|my (?:father|mother|husband|wife|family|parents|children"
    r"|siblings)"
    r"|mon (?:epoux|pere|mari)|ma (?:femme|mere|famille)|resume|skills|hobbies|bio-?data|references)\b"
)
"""Words of somebody who writes of the own family: no registry does."""
NOTARISED_KINSHIP = expression(r"\bkinship\b|\bfollowing (?:relatives|family members)\b")
NOTARIAL = expression(r"\bnotarial certificate\b")
"""The title of what a notary certifies; the event stands in the text below it."""
NOTARISED_BIRTH = expression(r"\bwas born\b[^;]{0,300}\b(?:father|mother) is\b")
DIVORCE = expression(
    r"\b(?:divorce (?:registration )?(?:certificate|decree|order|judg\w+|deed|notice|document|bill)"
    r"|(?:certificate|notice|deed|document|bill|pronouncement|declaration) of (?:the )?(?:\w+ )?(?:divorce|talaq"
    r"|khul\w*)"
    r"|(?:talaq|khula)[ -]?nama|(?:acte|certificat|attestation) de repudiation"
    r"|decree (?:absolute|nisi|of divorce)|dissolution of marriage|jugement de divorce|acte de divorce"
    r"|certificat de divorce|(?:records?|extract|acts?|entry|registration) of (?:the )?divorce|divorce (?:extract"
    r"|record|registration)|sentencia de divorcio|certidao de divorcio)\b"
)
ADOPTION = expression(
    r"\b(?:(?:decree|order|certificate|deed|judge?ment|act|petition) (?:of|for) (?:\w+ )?adoption"
    r"|adoption (?:decree|order|certificate|deed|judge?ment|papers)|(?:jugement|acte|ordonnance|decision) d'adoption"
    r"|(?:acte|declaration|extrait d'acte|certificat) de reconnaissance|reconnaissance (?:d'(?:un )?enfant"
    r"|de paternite)"
    r"|(?:acknowledg(?:e)?ment|recognition) of (?:paternity|maternity|(?:an? |the )?child)"
    r"|(?:sentencia|escritura) de adopcion|reconocimiento de (?:hij[oa]|paternidad)|sentenca de adocao)\b"
)
"""The titles of papers by which somebody becomes the parent of a child."""
CONSENT = expression(
    r"\b(?:consents?|authori[sz]ation|permission|autorisation|consentement|autorizacion|autorizacao|soglasie)\b"
)
"""In the title of what a parent signs for a child's journey."""
TO_TRAVEL = expression(
    r"\b(?:my|our|the|mon|ma|mes|notre) (?:minor |own |mineure?s? |\w+ )?(?:child(?:ren)?|sons?|daughters?"
    r"|enfants?|fils|filles?)"
    r"(?: mineure?s?)?\b(?:[^.;]|\.(?=\d)){0,400}?\b(?:father|mother|pere|mere)\b"
)
"""What a consent says: the children, and the other parent with whom they go."""
BEHIND_CHILD = expression(r",? (?:born|nee?|who was born|date of birth)\b[^,.;\d]{0,30}$")
ENDS_A_MARRIAGE = expression(
    r"\b(?:marriage|matrimon\w+|liens? (?:du mariage|conjuga(?:l|ux)))\b[^.;]{0,200}?\b(?:(?:is|are|be|was|were"
    r"|stands)"
    r" (?:hereby )?(?:dissolved|annulled|terminated)|void ab initio|null and void|void from the beginning|est dissous"
    r"|nul(?:le)? et de nul effet)"
    r"|\b(?:admet|prononce|accorde|grants?|pronounces?|decrees?|orders?)\b[^.;]{0,60}?\b(?:divorce|dissolution"
    r"|nullity)\b"
    r"|\b(?:hereby )?(?:dissolv\w+|annul\w*) (?:the |their )marriage\b|\bdeclar\w+ (?:the |that the )?marriage\b"
    r"[^.;]{0,160}?\b(?:null|void|dissolved)\b"
    r"|\bdeclara (?:disuelto|dissolvido|disuelta)\b|\bse declara el divorcio\b|\bdecreta o divorcio\b"
)
"""By what a court or an office ends a marriage in the text of a paper, whatever its title."""
COURT = expression(
    r"\b(?:court|tribunal|juzgado|cour (?:d'appel|superieure)|vara|greffe|judge|juge|juez|bench|civil regist\w+"
    r"|registry office|ministry of justice|zags|civil registration)\b"
)
"""Who ends a marriage, in the head of a paper."""
PARTY = expression(
    r"\W{2,}(?:the )?(?:joint )?(?:petitioner|respondent|plaintiff|defendant|applicant|demandeur|demanderesse"
    r"|defendeur"
    r"|defenderesse|requerante?|intimee?)\b"
)
"""What somebody is before a court, behind the name."""
LED_PARTY = expression(
    r"\W*(?:(?:the |l[ea] )?(?:joint )?(?:petitioners?|respondents?|plaintiffs?|defendants?|applicants?|part(?:y|ies)"
    r"|demandeurs?|demanderesses?|defendeurs?|defenderesses?|requerante?s?|intimee?s?)(?: no\.?)?(?: \d)?\s*[:–]\s*"
    r"(?:\d{1,2}[.)]\s*)?|\d{1,2}(?:st|nd)?[.)]\s*(?:(?:petitioner|respondent|plaintiff|defendant"
    r"|applicant)\s*[:–]\s*)?)"
    r"(?=[a-z])"
)
"""What leads to the name of a party at the beginning of a line: "Petitioners: 1. …", "2. …"."""
TITLES = (MARRIAGE, BIRTH, DEATH, DIVORCE, ADOPTION)
JUDGED = expression(r"\b(?:jugement|judge?ment|sentencia|sentenca|decree)\b")
"""The title of a paper by which a court itself ends a marriage, on the day of the paper."""
A_COURT = expression(r"\b(?:court|tribunal|juzgado|vara|greffe)\b")
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
        r"|party a|suami|male(?: party)?|(?:and )?(?:with |between )?a man)\W*"
    ),
    "wife": expression(
        r"\W*(?:(?:particulars|details|information) of (?:the )?|[a-e0-9]+[.)]\s*)?(?:the |l[ea] |la "
        r"|a )?(?:bride|wife|epouse|mariee|femme|novia|esposa|contrayente 2|noiva|spouse 2|party b"
        r"|istri|female(?: party)?|(?:and )?(?:with )?a woman)\W*"
    ),
}
LED_SPOUSE = expression(
    r"\W*(?:\d[.)-]\s*)?(?:the |l'|la |le )?(?:(?P<wife>bride|wife|epouse|mariee)|(?:bride)?groom|husband|epoux|marie"
    r"|mari)\s?:\s+(?=[a-z][^:.;]{3,60}?,)"
)
"""What leads to a spouse of whom more is told behind a comma."""
WEDDED = expression(
    r"\b(?:marri\w+|matrimon\w*|wedlock|wed|mariage|maries?|epous\w+|casad\w+|casamento|casaram|union"
    r"|solemni[sz]ed|nikah|divorced?|(?:husband|man) and wife|mari et femme|marido e mulher|marido y mujer)\b"
)
UNMARRIED_COUPLE = expression(
    r"\b(?:common[- ]law|conjugal|(?:free )?union (?:libre|de fait|de hecho|marital)|free union|conjoints? de fait"
    r"|de facto (?:marital )?union|marital union"
    r"|cohabit\w+|concubin(?:age|ato)|vie (?:commune|maritale)|uniao estavel|liv(?:ed?|es|ing) together"
    r"|vi(?:vent|vons|vre) ensemble)\b"
)
"""The words of a couple that lives together and is not married."""
TOGETHER_SINCE = expression(
    r"\b(?:since|depuis|desde|from|a compter du|a partir (?:du|de)|a partir del)\s+(?:the |le |el |day of )?$"
)
_CALLED = (
    r"(?:(?:(?:the |l[ea] |(?:the )?said |son |sa |his |her )?(?:citizen(?: of(?: the)? [a-z]+)?|national of [a-z]+"
    r"|sieur|dame|demoiselle|citoyenn?e?|nomme(?:e)?|petitioner|plaintiff|respondent|defendant|applicant|parties"
    r"|spouses"
    r"|epoux|epouse|mari|femme|husband|wife|groom|bride|monsieur|madame|mademoiselle))\b,? )*"
)
"""What a paper calls somebody before the name: "the citizen of Ukraine", "la demoiselle"."""
COUPLE = (
    expression(r"^(?:we|nous),? (?:the undersigned,? |soussignes,? )?"),
    expression(
        r"\b(?:that(?! (?:the |a )?marriage\b)|que|qu'|between|entre|marriage of|mariage de|mariage d'"
        r"|matrimonio de|casamento de"
        r"|divorce d(?:e |u |')|par devant nous,?|before (?:me|us),? (?:there )?(?:personally )?appeared:?"
        r"|appear\w* before (?:me|us)(?:,? (?:the |a )?[a-z ]{3,30}(?=,))?,?"
        r"|unis (?:par (?:les liens du |le )?|en )mariage,?|comparu\w*(?: [^:;.]{0,60}(?=:))?"
        r"|compareci\w+|compareceram)\s*:?\s*"
        rf"(?:(?:the )?(?:(?:full )?name of (?:the )?)?(?:groom|bridegroom|husband)[,:]? |l'epoux,? )?{_CALLED}"
    ),
    expression(
        r"\b(?:action|suit|case|proceedings?|petition|trial|claim|lawsuit) (?:for|of) (?:the )?divorce"
        rf"(?: by mutual (?:consent|agreement))? (?:of|between)\s+{_CALLED}"
    ),
    expression(rf"\b(?:19|20)\d\d,? (?:there )?(?:personally )?appeared:?\s+(?!before\b){_CALLED}"),
    expression(
        r"\b(?:(?:were|have been|got) (?:joined in (?:marriage|matrimony|wedlock)|(?:duly |lawfully )?married|wed)"
        r"|ont ete (?:unis|maries)|se sont maries)\s*:?,?\s+(?!(?:in|at|on|by|to|a|le|par|before|according)\b)"
        rf"{_CALLED}"
    ),
    expression(rf"\bmarriage certificate\b[^;]{{0,60}}? issued to\s+{_CALLED}"),
    expression(
        r"(?:^|[,;:] )(?=(?:mr\.? )?[^,;:.\d]{5,60},? (?:aged \d\d,? )?(?:an? )?(?:bachelor|widower|spinster|widow"
        r"|divorcee?|celibataire)\b[^;]{1,160}?\b(?:and|et)\b)"
    ),
    expression(r"\bmale party\s*[-–:]\s*"),
    expression(r"\bcontrayentes\s*:?\s*"),
    expression(
        r"\b(?:names|noms|nomes|nombres)(?: (?:of the|des|dos|de los) (?:spouses|parties|epoux|conjoints|conjuges"
        r"|contrayentes))?\s*:\s*(?=[a-z][^;:]{5,60}?,)"
    ),
    expression(r"\b(?:spouses|(?:contracting )?parties|conjuges|les epoux|epoux)\s*:\s*"),
    expression(r"\bcitizen\s+(?=[^;]{3,400}\bmarri)"),
    expression(r"\b(?:monsieur|le nomme|le sieur)\s+(?=[^;.]{3,400}\ba epouse\b)"),
    expression(
        r"^(?=[^,;:.\d]{3,60}?(?:,[^;:.]{0,120})? (?:and|et|y|e) [^;:.]{3,200}\b(?:married|maries|casados"
        r"|casaram|matrimony)\b)"
    ),
)
AND = expression(
    r"\b(?:(?:and|et|y|e|with|avec|con|com|&|a epouse|d'avec"
    r"|(?:was|is|got) (?:legally |lawfully |duly )?married (?:to|with))\s+|female party\s*[-–:]\s*)"
    rf"(?:de |of |(?:the )?(?:(?:full )?name of (?:the )?)?(?:bride|wife)[,:]? )?{_CALLED}"
)
BETWEEN_NAMES = expression(r"(?<=[a-z] )[ye] (?=[a-z]+ [a-z]+ [a-z]+)")
ON_THE_DAY = expression(
    r"\b(?:married|solemni[sz]ed|matrimony|wedlock|wed|celebrated|celebre|correspond\w+ (?:au|a|to)|marries?|maries"
    r"|mariage|epous\w+|casados|casaram|contracted|contracte|took place|performed|place|on|le|el|em|day of)\b"
    r"[^\d;]{0,120}$"
)
ENTERED = expression(
    r"\b(?:date of (?:the )?(?:registration|report|filing|notification)(?: of (?:the )?(?:marriage|divorce))?"
    r"|(?:entry|record|act) (?:of (?:the )?(?:marriage|divorce) )?(?:record |entry )?(?:no\.?|number"
    r"|№)? ?\d+,? (?:was |is )?"
    r"(?:made|drawn up|registered|entered|recorded) on"
    r"|(?:marriage|divorce) (?:report|filing|notification) date|registration date|registered on"
    r"|(?:le )?mariage (?:a ete|fut|est) (?:enregistre|inscrit)(?: (?:le|en date du))?|marriage (?:was"
    r"|is) registered(?: on)?"
    r"|date (?:d'|de l'|du )(?:enregistrement|inscription)(?: du (?:mariage|divorce))?)\W*(?:the )?$"
    r"|\b(?:inscrite?|enregistree?|transcrite?)\b[^.;]{0,80}?\b(?:le|en date du|a la date du)\s*$"
)
ISSUED = expression(
    r"\b(?:issued|given(?! names?\b)|dated|granted|printed|delivree?|(?<!de )fait|donnee?|emise?|etablie?"
    r"|expedido|emitido"
    r"|signed|sealed|copy|copie|extract|extrait|certified|declared (?:before|at)|declaree? (?:devant|a|par devant)"
    r"|assermentee?|sworn|affirmed"
    r"|witness my hand)\b(?:[^.;\d]{0,80}[\s,])?(?:(?:on|this|the|le|ce|el|em|dated|date)\s*)*[:,]?\s*$"
)
NOT_THE_EVENT = expression(
    r"\b(?:born|nee?|birth|naissance|registered|registration|enregistr\w+|issued|delivr(?:ee?|ance)|fait|decree"
    r"|judge?ments?"
    r"|cause|dissol\w+|divorc\w+|jugement)\b(?:(?!married\b|solemni|contract|celebr|wed\b|mariee?s? )[^;]){0,40}$"
    r"|\b(?:lors|apres|suite|following|after)\b[^.;\d]{0,30}\b(?:coutumiere?|traditionnel(?:le)?|religieu(?:x|se)"
    r"|customary|traditional|religious)\b[^.;\d]{0,40}$"
)
CHILD = (
    expression(
        r"\bwas born\s*:?\s+(?=[^,;:.\d]{5,60}?,?\s+(?:the )?(?:first|second|third|fourth|fifth|sixth|only|male"
        r"|female|child|son"
        r"|daughter|an? (?:boy|girl|male|female))\b)"
    ),
    expression(
        r"\b(?:the |l[ea] |l')(?:said )?(?:minor|adoptee|adopted child|mineure?|adoptee?)(?: child)?,? (?:named "
        r"|nommee? )?"
        r"(?=[a-z])"
    ),
    expression(
        r"\b(?:father|mother|parent|guardian) (?:of|to) (?:the child,? )?(?=(?!the\b|my\b"
        r"|said\b)[^;.]{3,100}?\bborn\b)"
    ),
    expression(
        r"\bmy (?:said |first |second |only |eldest |biological )?(?:son|daughter|child),? (?:named |called )?"
        r"(?=(?!who\b|was\b|is\b)[a-z][^;.]{3,100}?\bborn\b)"
    ),
    expression(
        r"\best nee? (?:a|au) (?!(?:la|l'\w+) )[^\W\d_][\w'-]*,? "
        r"(?=(?![^,]*\bun(?:e)? enfant\b)[^,.;:\d]{5,50},? (?:(?:de|du) sexe|fil(?:s|le) d))"
    ),
    expression(r"\bcitizen\s+(?=[^;.]{3,80}\bborn\b)"),
    expression(
        r"\b(?:miss|ms\.?|mr\.?|master|baby|kumari|sushri)\s+(?=[^,;:.\d]{5,60}?,? (?:grand)?(?:daughter|son) of\b"
        r"[^;:]{3,300}?\bwas born\b)"
    ),
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
        r"^(?!(?:l'an|the|on|en)\b)(?=[^,;:.\d]{3,60}?(?:,? (?:an? )?(?:male|female|boy|girl|(?:de "
        r"|du )?sexe (?:masculin"
        r"|feminin)|of (?:the )?(?:male|female) sex|garcon|fille))?,? (?:was born|born|est nee?|nee? |nacio|nasceu))"
    ),
)
BORN = expression(r"\b(?:born|birth|nee?|naissance|nacio|nacid[oa]|nasceu|nascid[oa])\b[^;\d]{0,60}$")
BIRTHS = expression(r"\b(?:born|nee?|naquit|nacio|nacid[oa]|nasceu|nascid[oa])\b")
THEN_BORN = expression(
    r"(?![^.;\d]*\bqu(?:e\b|'))(?:[^.;\d]|\d{1,2}(?= ?(?:h|heures?|hours?|minutes?|o'clock|a\.?m|p\.?m)\b)"
    r"|(?<=heures )\d{1,2}|(?<=h )\d{1,2}|(?<=h)\d{1,2}){0,80}?\b(?:was born|est nee?|naquit|nacio|nasceu)\b"
)
"""What follows the day of a birth that is told before it."""
_BEHIND_AN_EVENT = "".join(
    rf"(?<!\b{word} )"
    for word in ("naissance", "nom", "noms", "mariage", "deces", "celebration", "date", "acte")
)
OF_PARENTS = expression(
    r"\b(?:fil(?:s|le) d(?:e |u |')|(?:son|daughter|child) of|[sd]/o\b|hij[oa] de|filh[oa] de)"
    rf"|{_BEHIND_AN_EVENT}\bde(?: ?/ ?of)? ?: |\d[.)] ?(?:father|mother|pere|mere)(?:'s)?\b ?[:(,]"
)
"""What leads from a child to the parents, in words or as a field of an act: "De : …, et de : …", "4. Father: …"."""
THEN_DIVORCED = expression(
    r"\W{0,3}(?:that )?(?:the|a|their|this) (?:divorce|dissolution)\b[^.;\d]{0,40}?(?:took place|occurred"
    r"|was (?:granted|made"
    r"|pronounced|registered|decreed|final)|between)\b"
)
"""A day that stands before the divorce that was on it."""
COME_TO_WED = expression(
    r"^\W*(?:l'an|in the year|on this|on the)\b.*\b(?:ont comparu|comparaissent|se sont presentes"
    r"|(?:personally )?appeared"
    r"|came before)\b"
)
"""How an act begins for which two people came: its day is that of the marriage."""
BESIDE_A_PARENT = expression(r"\b(?:mother|father|parents?|mere|pere|madre|padre|mae|pai)\b[^:.;]{0,20}:")
"""The label of a parent, behind which the parent's own birth may be told."""
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
    expression(rf"{_BEHIND_AN_EVENT}(?<!\bet )\bde(?: ?/ ?of)? ?: "),
)
MOTHER = expression(r"\bmother is (?:called |named )?|\bet de(?: ?/ ?(?:and )?of)? ?: ")
DIED = expression(
    r"\b(?:died|dead|death|deces|decedee?|deceased on|mort|fallecio|fallecido|defuncion|faleceu|obito)\b[^;\d]{0,60}$"
)
DECEASED = (
    expression(
        r"\b(?:the late|feue?|le defunt|la defunte)\s+(?=[^;:.]{3,200}\b(?:died|est decedee?|passed away)\b)"
    ),
    expression(
        r"\bha(?:s|ve) (?:died|passed away)\s*:?\s+(?!(?:on|at|in|of|from|as|due|and|to|by|the|a)\b)(?=[a-z])"
    ),
    expression(r"\bcitizen:?\s+(?=[^;]{3,80}\bdied\b)"),
    expression(r"\b(?:deces d(?:e |u |')|death of|defuncion de|obito de)\s*(?:the late |feu |feue )?"),
    expression(
        r"\b(?:that|que|qu')\s*:?\s*(?:the late |feu |feue )?(?=[^.;]{3,160}\b(?:died|est decedee?|fallecio"
        r"|faleceu)\b)"
    ),
    expression(r"\b(?:est decedee?|fallecio|faleceu)\b[^.;:]{0,80}:\s*"),
    expression(
        r"^(?!(?:based|according|pursuant|en|on|in|this|the)\b)"
        r"(?=[^,;:.\d]{3,60}?,?[^;:.]{0,120} (?:died|est decedee?|fallecio|faleceu)\b)"
    ),
)
