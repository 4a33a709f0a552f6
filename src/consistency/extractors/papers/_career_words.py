"""The words by which a job title is told from an employer, and an award from a school."""

import re
from functools import lru_cache

from consistency.normalizer.text import fold

_TITLES = frozenset(
    """
    accountant actor actuary administrator advisor adviser agent agronomist aide analyst anaesthetist animator
    apprentice arborist architect artisan artist assembler assistant associate attendant attorney auditor
    auxiliary babysitter baker banker barber barista bartender beautician biologist boilermaker bookkeeper
    bricklayer broker builder busboy butcher buyer cabinetmaker captain caregiver caretaker carpenter cashier
    caterer ceo cfo chairman chambermaid chauffeur checker chef chemist chief choreographer cio clerk cleaner
    coach cobbler cofounder collector commander commis conductor conscript constable consultant contractor
    controller cook coordinator corporal correspondent cosmetologist counsel counsellor counselor courier
    crewmember cto curator custodian cutter dancer dealer dean decorator demonstrator dentist deputy designer
    detective developer devops dietician dietitian director dishwasher dispatcher doctor doorman drafter
    draftsman dressmaker driller driver economist editor educator electrician engineer entertainer
    entrepreneur estimator examiner executive expert fabricator facilitator farmer farmhand farmworker fellow
    filler finisher firefighter fisher fisherman fitter florist foreman founder freelancer gardener geologist
    glazier governess grower groundskeeper guard guide hairdresser hairstylist hand handyman harvester head
    helper hostess host housekeeper inspector installer instructor intern interpreter investigator ironworker
    janitor jeweller journalist judge junior keeper labourer laborer laundress lawyer lead leader lecturer
    librarian lieutenant lifeguard lineman loader locksmith logistician machinist maid mason masseur mate
    mechanic mechanician mentor merchandiser messenger microbiologist midwife miller millwright miner
    moderator mover musician nanny nurse nutritionist officer operator optician optometrist orderly organizer
    packer packager painter paralegal paramedic partner pastor patissier pharmacist photographer physician
    physicist physiotherapist picker pilot pipefitter planner plasterer plumber policeman porter postdoc
    postman president presser principal printer processor producer professor programmer promoter proprietor
    psychologist psychotherapist pruner publicist radiographer radiologist ranger realtor receptionist
    recruiter referee registrar repairman repairer reporter representative researcher rep rigger roofer
    runner sailor salesman salesperson saleswoman scheduler scientist scribe seamstress secretary seller
    sergeant server setter shepherd shopkeeper singer soldier solicitor specialist stagiaire statistician
    steward stewardess stocker storekeeper strategist student stylist sublieutenant superintendent supervisor
    surgeon surveyor tailor taxi teacher teller temp tester therapist tiler toolmaker trader trainee trainer
    translator treasurer tutor typist underwriter upholsterer usher valet vendor vet veterinarian
    vicepresident videographer volunteer vp waiter waitress warden warehouseman watchman weaver welder wireman
    worker writer yardman zookeeper
    owner self employed freelance housewife homemaker unemployed
    acheteur acheteuse adjoint adjointe administrateur administratrice agente aide analyste apprenti apprentie
    architecte assembleur assistante associe associee avocat avocate boucher boulanger boulangere caissier
    caissiere cariste charge chargee charpentier chauffeur chefs chercheur chercheuse coiffeur coiffeuse commis
    commercial commerciale comptable concierge concepteur conceptrice conducteur conductrice conseiller
    conseillere consultante contremaitre controleur cordonnier coordinateur coordinatrice coordonnateur
    coordonnatrice couturier couturiere cuisinier cuisiniere cultivateur dentiste designer dessinateur
    dessinatrice developpeur developpeuse directeur directrice economiste educateur educatrice electricien
    electricienne electromecanicien employe employee enseignant enseignante entraineur entrepreneur
    esthetician estheticienne estimateur expert experte facteur femme ferblantier fermier formateur formatrice
    frigoriste gardien gardienne gerant gerante gestionnaire graphiste guide horticulteur hotesse infirmier
    infirmiere informaticien ingenieur ingenieure inspecteur inspectrice installateur institutrice instituteur
    interprete jardinier journaliste journalier livreur macon magasinier manoeuvre maraicher mecanicien
    mecanicienne medecin menuisier monteur moniteur monitrice notaire nourrice operateur operatrice opticien
    ouvrier ouvriere patissier patissiere paysagiste pecheur peintre pharmacien pharmacienne photographe
    plombier plongeur plongeuse pompier preparateur preparatrice preposee prepose professeur professeure
    programmeur proprietaire receptionniste redacteur redactrice representant representante responsable
    scientifique secretaire serveur serveuse soigneur soldat soudeur soudeuse stagiaire superviseur
    superviseure surveillant surveillante tailleur technicien technicienne technologue telephoniste
    traducteur traductrice travailleur travailleuse tuteur vendeur vendeuse verificateur veterinaire
    manager technician technologist ingeniero cocinero
    """.split()
)
_TITLE_LEVELS = frozenset(
    "senior junior chief assistant associate lead head deputy vice sous premier premiere principal"
.split())
_TITLE_TAIL = re.compile(r"(?:er|or|ist|ian|man|woman|eur|euse|trice|iste|ien|ienne|iere|hand)$")
_NOT_A_TITLE = frozenset(
    "center centre partners power motor tower manor corner chamber harbor harbour river paper water amber"
.split())

_LEGAL = re.compile(
    r"\b(?:ltd|limited|inc|incorporated|llc|llp|lllp|plc|corp|corporation|co|company|gmbh|ag|kg|sarl|sa"
    r"|sas|sasu|eurl|spa|srl"
    r"|ltda|ltee|limitee|pvt|private limited|pte|sdn bhd|bhd|pty|jsc|pjsc|ojsc|cjsc|ooo|oao|zao|ao|llp"
    r"|fzc|fze|fzco|fz llc|dmcc|wll"
    r"|kk|bv|nv|ab|oy|as|aps|doo|ad|eood|kft|zrt|sro|pt|cv|tbk|enr|senc|s a|s a r l|s a s|s a de c v"
    r"|sa de cv|s de r l|s r l|s p a"
    r"|c a|e i r l|eirl|inc|cie|et fils|and sons|and co|and associates|& co)\b"
)  # fmt: skip
_ORGANISATIONS = frozenset(
    """
    academy agency agencies agro airlines airport airways apparel army associates association atelier attorneys
    authority auto automotive aviation bakery bakeries bank banque bar bistro board boutique brewery brothers
    builders bureau cafe canteen care caterers catering center centre chain chambers charity chemicals church
    cinema clinic clinics clinique club college commission committee communications community company
    confectionery construction constructions consultancy consultants consulting contracting contractors
    cooperative council court creations creamery dairy dealership department designs diner distillery
    distribution distributors division dockyard ecole electricals electronics energy engineering engineers
    enterprise enterprises entreprise entreprises establishment estate estates exports fabrics factory farm
    farms fashions federation ferme fertilizers finance financial firm fisheries foods force forces foundation
    foundry freight furniture garage garments garment gas general global government greenhouses grocery
    groceries group groupe grupo gym hardware healthcare holding holdings home homes hopital hospital
    hospitality hostel hotel hotels hotelier house imports industrial industries industry infantry
    infrastructure inn innovations institut institute instituto insurance international investments
    jewellers kindergarten kitchen knitwear lab laboratories laboratory labs laundry library logistics
    machinery magasin mairie management manufacturers manufacturing market markets mart media medical metals
    mill mills mines mining ministry ministere mission mobility motel motors municipality museum navy
    networks nurseries nursery oil optical orchard orchards organisation organization outlet packaging
    packers palace paints parts pharma pharmaceuticals pharmacy pizzeria plantation plantations plastics
    plaza poultry police power press printers printing products productions properties publishers ranch
    regiment rentals repairs resort resorts restaurant restaurants restauration retail roofing salon school
    schools sea seafood security secretariat services shipping shipyard shop shops societe society software
    solutions sons spa spinning station stationers steel store stores studio studios suites supermarket
    supermarche supplies supply surgery systems tavern tech technologies technology telecom telecoms textile
    textiles theatre tours trade traders trading transport transportation transports travel travels trucking
    trust union unit universidad universite university usine ventures vineyard vineyards warehouse weavers
    winery works workshop brigade battalion corps
    """.split()
)
_INSTITUTIONS = re.compile(
    r"\b(?:universit(?:y|e|aet|at|a|et|ies)|universidad|universidade|univ|college|colegio|colegiul"
    r"|collegiate|cegep|institut(?:e|o|ion)?|instituto"
    r"|school|ecole|escola|escuela|schule|academy|academie|academia|akademi|polytechnic|polytechnique"
    r"|politeknik|politecnico"
    r"|politechnika|lycee|liceo|gymnasium|conservatoire|faculty|faculte|facultad|centre de formation"
    r"|training cent(?:re|er)|seminary"
    r"|madrasa|campus|vidyalaya|vishwavidyalaya|mahavidyalaya|iti|iit|nit|mit|ucla|seneca|humber"
    r"|conestoga|sait|nait|bcit|ucl|lse|uqam|hec|eth)\b"
)  # fmt: skip
_AWARDS = re.compile(
    r"\b(?:diplom(?:a|e|es|as)?|bachelors?|baccalaureat(?:e)?|bac|masters?|maitrise|mestrado"
    r"|doctor(?:ate|at)?|ph ?d|dphil|mba|emba|msc|m sc"
    r"|bsc|b sc|beng|b eng|meng|m eng|btech|b tech|mtech|m tech|bcom|b com|mcom|m com|bba|bca|mca|bed"
    r"|b ed|med|llb|llm|mbbs|b ?pharm|md|j d|jd"
    r"|juris doctor|b ?a|b ?s|m ?a|m ?s|a ?a ?s|associate(?:s)? (?:degree|of|in)|degree|licence"
    r"|licenciatura|license|certificat(?:e|ion)?s?"
    r"|certificado|brevet|bts|dut|deug|deust|cap|bep|dec|dep|des|aec|dess|dea|attestation|graduate"
    r"|undergraduate|postgraduate|post graduate"
    r"|high school|secondary school certificate|higher secondary|senior secondary|matriculation|matric"
    r"|intermediate|ssc|hsc|ssce|waec|neco|hnd|ond|nd|nce"
    r"|gcse|a levels?|o levels?|ged|ingenierie|ingenieur|technicien(?:ne)?|technologist|apprenticeship"
    r"|red seal|foundation|honou?rs"
    r"|secondaire|etudes|cours|program(?:me)?|course|training in|major in|specialist)\b"
)  # fmt: skip


_SCHOOL_AWARDS = re.compile(
    r"\b(?:high|secondary|senior secondary|higher secondary|middle|upper secondary) school"
    r" (?:diploma|certificate|graduate|leaving|examination|equivalency|degree)"
)


def has_legal_form(text: str) -> bool:
    """Tell whether the text ends in a legal form ("Ltd.", "S.A. de C.V.", "SARL")."""
    found = list(_LEGAL.finditer(fold(text)))
    return bool(found) and found[-1].end() >= len(fold(text)) - 8


def is_legal_form(text: str) -> bool:
    """Tell whether the text is a legal form and nothing else: "Inc.", "Ltd."."""
    folded = fold(text)
    return bool(folded) and not _LEGAL.sub("", folded).strip()


@lru_cache(maxsize=8_192)
def title_weight(text: str) -> float:
    """Weigh how much a text speaks for a job title: 0 says nothing."""
    words = _core(text).split()
    if not words:
        return 0.0
    score = 0.0
    if words[-1] in _TITLES or words[0] in _TITLES:
        score += 2.0
    elif any(word in _TITLES for word in words):
        score += 1.0
    elif _TITLE_TAIL.search(words[-1]) and words[-1] not in _NOT_A_TITLE and len(words[-1]) > 4:
        score += 0.5
    if words[0] in _TITLE_LEVELS:
        score += 0.5
    return score


@lru_cache(maxsize=8_192)
def employer_weight(text: str) -> float:
    """Weigh how much a text speaks for an organisation: 0 says nothing."""
    folded = fold(text)
    words = _core(text).split()
    score = 3.0 if has_legal_form(text) else 0.0
    if _INSTITUTIONS.search(folded):
        score += 1.5
    if words and words[-1] in _ORGANISATIONS:
        score += 2.0
    elif any(word in _ORGANISATIONS for word in words):
        score += 1.0
    if re.search(r"\w (?:&|and|et) (?:sons|partners|co|associates|fils)\b", text.lower()):
        score += 1.0
    return score


@lru_cache(maxsize=8_192)
def award_weight(text: str) -> float:
    """Weigh how much a text speaks for a diploma or a degree."""
    folded = fold(text)
    found = _AWARDS.search(folded)
    if found is None:
        return 0.0
    return 2.0 if found.start() <= 12 else 1.0


@lru_cache(maxsize=8_192)
def institution_weight(text: str) -> float:
    """Weigh how much a text speaks for a school."""
    return 2.5 if _INSTITUTIONS.search(_SCHOOL_AWARDS.sub("", fold(text))) else 0.0


def _core(text: str) -> str:
    """Fold the text up to a bracket, a slash, or the words that say where: "Head of Sales" keeps "head"."""
    cut = re.split(r"\s*[(/]|\s[-–—|]\s", text.strip(), maxsplit=1)[0]
    folded = fold(cut)
    return re.split(
        r" (?:of|for|in|de|des|du|en|a la|au|aux|to|i{1,3}|iv|\d+)(?: |$)"
    , folded, maxsplit=1)[0] or folded
