"""The words around what a school certifies: who, which award, which school, from when to when; without accents."""

from consistency.normalizer.expressions import expression

NAMES = (
    expression(
        r"\b(?:certif\w+|confirm\w*|attest\w*|declar\w+|testif\w+|proclaim\w*|know(?:n)?|hace constar"
        r"|reconnait|hereby)\b[^.]{0,160}?\b(?:that|que|qu')\s*(?:the student,? |l'etudiante?,? |mr |ms )?"
    ),
    expression(
        r"\b(?:conferred? (?:up)?on|awards? to|awarded to|presented to|granted to|confers? (?:up)?on"
        r"|admits?|admitted|decerne a|confere a|delivre a|accorde a|otorga a|otorgado a|concede a"
        r"|issued to|given to|handed (?:over )?to|upon)\s*(?:the student,? )?"
    ),
    expression(
        r"\b(?:marks|grades?|results?|subjects) (?:obtained|secured|scored|achieved|awarded|earned) (?:by|to)\s*:?\s*"
    ),
    expression(
        r"\b(?:certif\w+|declar\w+|proclam\w+|attest\w+|confirm\w*)\s+(?:admise?s?,? |recue?s?,? )?"
        r"(?=(?:mr|mrs|ms|miss|m|mme|mlle|monsieur|madame|mademoiselle)\b\.?\s)"
    ),
    expression(
        r"^(?=[^,;:.\d]{3,60}?,? (?:was|is|has been|a ete|est) (?:a |an |une? )?(?:\w+ )?(?:student"
        r"|enrolled|registered|awarded|inscrite?|etudiante?))"
    ),
    expression(
        r"(?<!of )(?<!/o )(?<!late )(?<!father )(?<!mother )"
        r"\b(?=(?:shri|smt|kum|mr|mrs|ms|miss)\b[^.,;:]{3,70}?[, ]+"
        r"(?:son|daughter|wife|s/o|d/o|w/o|having|roll|bearing)\b)"
    ),
)
_DEGREE_END = (
    r"(?=[.,;()\"”»]|\s+(?:with|from|on|and|together|having|at|this|dated|given|after|during|by"
    r"|in the (?:year|first|second|third|\w+ division)"
    r"|under|issued|conferred|awarded|specializing|specialising|majoring|in recognition|to|as"
    r"|which|who|avec|a|au|le|en date|mention|delivre|decerne|apres|conformement|par|con|por|el|na|pela"
    r"|em \d|en \d|in \d)\b|\s*$)"
)
_THE = r"(?:the |a |an |un |une |le |la |l')?"
DEGREES = (
    expression(
        r"^(?:degree|diploma|diplome|titulo|titre|certificate|credential|carrera)(?: / (?:degree"
        r"|diploma))?(?:\s*:|\s{2})\s*(?P<it>[^\W\d_].{2,90}?)(?=\s{2}|[;|]|$)"
    ),
    expression(
        r"\b(?:degree|title|diploma|award|qualification|grade|titre|diplome|titulo|grado) (?:of|de|d')\s*"
        + _THE
        + r"(?P<it>(?!study|completion|studies)[^\W\d_].{2,80}?)"
        + _DEGREE_END
    ),
    expression(
        r"\b(?:awarded|conferred|conferring|granted|graduated with|earned|obtained|received|completed"
        r"|obtenu|decerne|delivre|confere|termine|reussi|otorga(?:do)?|concluiu o curso de)\s+(?:him |her "
        r"|them )?"
        + _THE
        + r"(?:degree of |title of |programme? (?:of|in|de|en) |requirements (?:for|of) the |course (?:of|in) "
        r"|grade de |titre de |diplome de )?"
        r"(?P<it>(?!requirements|studies|upon|on\b|to\b|this|all\b)[^\W\d_].{2,80}?)" + _DEGREE_END
    ),
    expression(
        r"\b(?:requirements (?:for|of)|student (?:in|of)|enrolled in|inscrite? (?:en|au)|studied"
        r"|program(?:me)? (?:of|in|:)|leading to)\s+" + _THE + r"(?P<it>[^\W\d_].{2,80}?)" + _DEGREE_END
    ),
)
SCHOOLS = (
    expression(
        r"\b(?:director|rector|dean|principal|president|head|chancellor|head ?master|directeur|recteur"
        r"|directrice) (?:of|de|du)"
        r" (?:the |l'|la )?(?P<it>[^\W\d_][^;:\d]{3,110}?)"
        r"(?=,? (?:hereby |has |have )?(?:confers?|conferred|certif\w+|awards?|grants?|attests?|atteste"
        r"|declares?|issues?|confere"
        r"|decerne|otorga)\b)"
    ),
    expression(
        r"\b(?:of|from) (?:the )?(?P<it>[^\W\d_][^;,:.\d]{2,60}?\b(?:institute|college|school|university|academy"
        r"|polytechnic|cent(?:re|er)|institut|lycee|universite))(?=,? (?:who|which|having|has|qui|ayant)\b)"
    ),
    expression(
        r"\b(?:completed|finished|graduated|entered)(?: (?:from|the|a|full|complete|course|studies"
        r"|programme?|training))*(?: (?:of|at|from|in))? (?:the )(?P<it>[^\W\d_][^;,:\d]{2,90}?)"
        r"(?=[.;,(]|\s+(?:and|in \d{4}|specialit|speciali[sz]|majoring|with|on|having)\b|$)"
    ),
    expression(
        r"\b(?:completed|finished|graduated|entered)(?: (?:from|the|a|full|complete|course|studies|programme?"
        r"|training|of|at|in))* (?P<it>[^\W\d_](?:(?!\band\b)[^;,:.\d]){2,70}"
        r"\b(?:university|institute|college|academy|school|lyceum|polytechnic)\b(?: of [^\W\d_]+|,? n[o°]\.? ?\d+)?)"
    ),
    expression(
        r"\b(?:student (?:of|at)|studied at|enrolled (?:at|in)|attended|graduate of|degree from"
        r"|inscrite? (?:a|au|aupres d[eu])|etudes (?:a|au)|eleve (?:a|au|de|du)|studies at|alumno de|by the"
        r"|senate of|council of|authority of|trustees of|regents of|president of"
        r"|head(?:master|mistress|teacher)? of|principal of)\s+(?:the |l'|la "
        r"|le )?(?P<it>[^\W\d_].{2,90}?)(?=[.;,(]|\s+(?:from|between|since|in the|and|hereby|having|has"
        r"|have|on|during|du|de septembre|de \d{4}|depuis|pour|et|where|as|with|certif\w+|upon|do|be it)\b|$)"
    ),
    expression(
        r"^(?:the )?(?P<it>[^\W\d_].{2,90}?),? (?:hereby |has |have |certifies|confers|do hereby|atteste"
        r"|certifie|confere|decerne|otorga)"
    ),
)
_AT_END = (
    r"(?=[;,(:]|(?<!govt)(?<!\bst)(?<!\b[a-z])\.(?:\s|$)|\s+(?:from|between|since|in the|in [a-z]+ \d|during|for|on"
    r"|and (?:obtained|passed|was|has|having|is)|hereby|having|has|have|had|was|is|where|as|with|certif\w+|obtained"
    r"|held|which|to|du|depuis|pour|et|que|qui|soussignee?|undersigned|en \d|le|certifie|atteste"
    r"|a (?:obtenu|suivi|subi|reussi)|durante|desde)\b|$)"
)
SCHOOLS_AT = (
    expression(
        r"\b(?:etablissements?|institution|instituto?|ecole|faculte|centre)\s*:?\s+(?=(?P<it>[^\W\d_][^;:\d]{2,80}?)"
        + _AT_END
        + ")"
    ),
    expression(
        r"\b(?:at|from|by|in|a|au|aux|dans|chez|par|na|no|pela|pelo|en el|en la|del?)\s+(?:the |l'|la |le |els? )?"
        r"(?:etablissement |school )?(?=(?P<it>[^\W\d_][^;:\d]{2,80}?)" + _AT_END + ")"
    ),
)
SCHOOL_CALLED = expression(
    r"\b(?:school|college|centre|center)\s*(?:code|no\.?"
    r"|number)?\s*:?\s*\d{2,6}\s*[-:]?\s*(?P<it>[a-z][^;:\d]{2,60}?)" + _AT_END
)
KINDS_OF_SCHOOLS = expression(
    r"\b(?:itis?|ista|ita|itq|isgi|iset|ifp|cfp|cfa|ofppt|tesda|tvet|senai|senac|sena|conalep|cbtis|cetis|cecati|cbt"
    r"|ghss|gss|hss|kvk|ptu|polytech|ptt|gymnaziya|litsey|uchilishche|tekhnikum|technikum|kolled[gz]h?"
    r"|vocational cent(?:re|er))\b"
)
"""How schools of one kind are called by their initials, or in transliteration."""
BOARD = expression(
    r"(?:the )?(?=.*\b(?:board|council|authority|commission|office|agency|syndicate|directorate|conseil|agence"
    r"|direction|secretaria|consejo|conselho)\b)(?=.*\b(?:education|educational|examinations?"
    r"|training|vocational|technical|skills"
    r"|formation|enseignement|examens|educacion|educacao|qualifications?)\b)[^\d:;]{8,90}"
)
"""An authority that examines or trains."""
YEARS_JOINED = expression(r"\W*(?:and|et|y|e|und|puis|then)?\W*")
YEARS_THROUGH = expression(
    r"\W*(?:to|until|till|through|up to|a|au|jusqu'(?:a|en))\s+(?:(?:l'|la |le |the )?"
    r"(?:annee|academic|school|session|year|ano|gestion)(?: (?:year|session|academique|universitaire|scolaire))?\W*)?"
)
"""What leads from the first school year to the last: "2012-2013 à l'année académique 2014-2015"."""
ENTERED_AND_LEFT = expression(
    r"\bin (?P<start>(?:19|20)\d\d) (?:he |she )?(?:entered|enrolled|was (?:admitted|enrolled)|joined)\b[^;]{0,160}?"
    r"\b(?:and )?in (?P<end>(?:19|20)\d\d) (?:he |she )?(?:\w+ )?(?:completed|graduated|finished)\b"
    r"|\b(?:entered|enrolled|was (?:admitted|enrolled)|joined)\b[^;]{0,120}? in (?P<from>(?:19|20)\d\d)"
    r"[^;]{0,40}?\b(?:completed|graduated|finished)\b[^;]{0,160}? in (?P<to>(?:19|20)\d\d)"
)
"""The years of entrance and of completion, as diplomas of the East tell them."""
BEGAN = expression(
    r"\b(?:enrol\w*|admitted(?! to the (?:degree|title))|entered|joined|started|began|commenc\w+|from|inscri\w+"
    r"|debut\w*|entree?|admise?|since|depuis)\b[^.;\d]{0,50}$"
)
ENDED = expression(
    r"\b(?:graduat\w+|complet\w+|finish\w+|ended|until|to|termin\w+|acheve\w*|obtenu|passed|concluded"
    r"|passing|jusqu\w*)\b[^.;\d]{0,60}$"
)
ISSUED = expression(
    r"\b(?:issued|given|awarded|conferred|dated|granted|printed|delivree?|decernee?|fait|donnee?|emise?"
    r"|etablie?|expedido|emitido|signed|sealed|presented|convocation)\b(?:[^.;\d]{0,80}[\s,])?(?:(?:on|this|the|le|ce"
    r"|el|em|dated|date)\s*)*[:,]?\s*$"
    r"|\b(?:graduation|award|convocation|conferment)(?: (?:ceremony|day))?[^.;\d]{0,60}?\b(?:held|took place"
    r"|of)\b[^.;\d]{0,40}?"
    r"(?:\bon|\bthis|\bdated)?(?: the)?\s*$|\bremise? (?:lors de|a) la ceremonie\b[^.;\d]{0,60}$"
    r"|\badmitted to the (?:degree|title)\b[^.;\d]{0,110}\b(?:on|this|the)\s*$"
)
NOT_AN_AWARD = expression(
    r"^(?:official |academic |this |the |student |provisional |character "
    r"|ijazah ?/ ?)*(?:certifications?|ijazah|diploma|degree|certificate|diplome|titulo"
    r"|certificado|copy|bachelor|transcripts?)s?\W*$|^(?:attestation|releve|statement|transcript"
    r"|academic (?:transcript|record)|marks|record of|this)\b|^(?:certificate|certificat|certificado"
    r"|diploma)s? (?:of|de|d')\s?(?:completion|graduation|achievement|(?:completed )?stud(?:y|ies)"
    r"|attendance|scolarite"
    r"|reussite|fin|etudes?|estudios|education)(?:\W*\([^)]*\))?\W*$"
    r"|^diploma supplement\b|requirements|^.{0,40}\bcourse of (?:study|training)$"
    r"|^(?:study program(?:me)?|competenc(?:e|y)|expertise|concentration) ?:"
    r"|^(?:prescribed|approved|required|said|above|following) |^[a-z]{1,6}[ -]?\d{2,4}[a-z]?$"
)
_KIND = r"(?:degree|title|diploma|award|titulo|titre|grade|diplome|grado|qualification)"
AWARD_LEAD = expression(
    rf"(?:\b{_KIND} (?:of|de|d')|\b(?:the|le|el|the following|academic) {_KIND}(?: of| de| d')?"
    r"|\b(?:awarded|conferred|granted|obtained|received|earned)(?: the| a| an| with)?"
    r"|\b(?:obtenu|decerne|confere|delivre) l[ea])\W*$"
)
NO_SCHOOL = expression(
    r"\b(?:ministry|ministere|republic|republique"
    r"|government(?! (?:[a-z]+ ){0,2}(?:college|school|polytechnic|institute|university|academy|secondary|iti)\b)"
    r"|registrar|office|faculty|faculte|department"
    r"|board of governors|student|degree|diploma)\b"
)
MOTTO = expression(
    r"\b(?:union|unite|unity|travail|work|discipline|justice|patrie|fatherland|paix|peace|progres|progress|fraternite"
    r"|liberte|liberty|freedom|solidarite|foi|faith|honneur|democratie|egalite|but|peuple)\b.*\s[-–—]\s"
)
"""A state's motto in the head, whose words may be called as towns are."""
NO_PERSON = expression(
    r"\b(?:diploma|degree|transcript|certificate|registrar|dean|rector|president|principal|director"
    r"|bachelor|master|college|university|institute|school|honours|academic|official|republic|ministry"
    r"|faculty|council|senate|chancellor|board|examinations?|commission|authority|education|training"
    r"|employment|skills|diplome|universite|ecole|centre|center|formation|lycee|institut"
    r"|academie|ministere|option)\b"
)
GRADUATE_IN = expression(r"\W*graduate (?:in|of|en|de)\b")
"""An award that begins with what is a label elsewhere: "Graduate in Midwifery"."""
BORN_ON = expression(
    r"\b(?:born|nee?|nee?\(e\)|nacid[oa]|nascid[oa]|date of birth|date de naissance|dob|fecha de nacimiento"
    r"|data de nascimento)\b(?: (?:at|in|a|en|em) [^,\d]{2,30},?)?,?"
    r"(?: (?:on|le|el|em|the|on the|of|is|est|:))*\s*:?\s*$"
)
"""What stands before the day of birth of the one who studied."""
THEN_DATED = expression(r",?\s*(?:le|on|the|this|am|el|em|a los)?\s*\d")
"""What follows the town in which a paper was issued: "Délivré à Abidjan, le 20 mars 2014"."""
NOT_THE_TERM = expression(
    r"\b(?:born|nee? le|birth|naissance|issued|passport|valid\w*|printed|dated|given"
    r"|breaks?|holidays?|vacations?|recess|reading week|vacances|conges?|pauses?)\b[^.;\d]{0,40}$"
)
EXAMINED = expression(r"\b(?:examinations?|examens?|exams?|sessions?|appeared|sat for)\b[^.;\d]{0,24}$")
"""What stands before the months of an examination, with which studies end."""
