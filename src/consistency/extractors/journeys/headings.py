"""Lists of journeys: their titles, and which columns their tables have."""

from collections.abc import Sequence

from msgspec.structs import replace

from consistency.extractors.wording.prose import plain
from consistency.extractors.wording.tables import Column, Headings, header, headings_at
from consistency.model import Document, Line, Segment
from consistency.normalizer.expressions import expression

_ROLES = Headings(
    {
        "standing": r"^(?:(?:immigration|legal|residence|my) )?(?:status|statut)(?: there| in (?:the|that) country)?$",
        "": (
            r"^(?:trip|voyage|journey)s?$"
            r"|birth|naissance|issued?|expiry|expiration|delivr|passport|passeport|^(?:s |sl |sr )?(?:no|n|nr)$"
            r"|item|duration|duree|days|jours|nights|visa|remarks?|status|statut|accompan\w*|notes?|length|number|nombre"
            r"|gates?|ports?|airports?|aeroports?|border|frontiere|check ?points?|flights?|vol|airlines?|carrier"
            r"|transport"
            r"|means|mode|how long|combien|^(?:passport )?stamps?$|^cachets?$|pages?"
            r"|sponsor\w*|hosts?|hotel|accommodation|hebergement"
            r"|comments?|evidence|proof|preuves?|serial|s n"
            r"|(?:places?|points?|cit(?:y|ies)|lieux?) (?:of|d'|de) ?(?:entry|exit|arrival|departure|entree|sortie"
            r"|arrivee|depart)|entry points?|exit points?"
        ),
        "apart": (
            r"employers?|employeurs?|company|occupation|profession|position|job|poste|emploi|address\w*|adresse|school|ecole"
            r"|institution|university|degree|diplom\w*|landlord|salary|salaire"
        ),
        "purpose": r"purpose|reasons?|motif|but|objet|raison|activity|object|why|type of (?:visit|trip)|nature",
        "arrival": (
            r"arriv\w*|entry|entered|entree|date in|start\w*|begin\w*|debut"
            r"|^(?:dates? )?(?:from|du|de|le|since)(?: dates?)?$"
        ),
        "exit": r"exit\w*|sortie|left|(?:out|away) of (?!\w+ visit)",
        "return": (
            r"return\w*|retour|(?:coming|came) (?:back|home)|^back(?: (?:in|to|at|home)\b.*)?$|rentree?|inbound"
            r"|date out"
            r"|ends?|ending|fin"
            r"|^(?:dates? )?(?:to|au|a|until|till|upto|up to)(?: dates?)?$"
        ),
        "departure": r"depart\w*|leaving|outbound|^out$|^partie?s?\b|^(?:gone|away)(?: from)?\b",
        "dates": r"dates?|periode?s?|period|when|quand|years?|annees?|mois|months?",
        "country": r"^(?:country|pays)(?: (?:visited|visite|de destination))?$",
        "city": r"^(?:city|town|ville|cities|city town)(?: (?:visited|visitee|de destination))?$",
        "place": r"destinations?|places?|countr\w*|city|lieux?|pays|ville|where|location|endroit|visited",
        "who": r"name|travell?ers?|passengers?|persons?|nom|voyageurs?|passagers?|family member",
    }
)
"""What the headings of a table say: "apart" is of jobs, homes and schools, "who" is who travelled."""
_TIMES = frozenset(("arrival", "departure", "return", "exit", "dates"))
_TITLE = expression(
    r"(?:travel|trip|travels|journeys?)(?: \w+){0,2} (?:history|record|list|log|table|summary|statement|declaration"
    r"|chronology|particulars|details)"
    r"|certificate of (?:the )?(?:facts? (?:of|concerning) )?(?:entry|exit|departure) (?:and|&) (?:entry|exit|arrival)"
    r"|(?:list|record|details|particulars) of (?:\w+ )?visits (?:abroad|outside|to)\b|foreign (?:travel|visits)\b"
    r"|(?:statement|account|description|declaration|recit) (?:of|de) (?:\w+ ){0,3}(?:travels?|trips?|journeys?"
    r"|voyages?)\b|list of (?:all |my |past |previous |international |foreign )*(?:travels?|trips?|journeys?)"
    r"|(?:history|record|summary|table|details) of (?:\w+ )*(?:travels?|trips?)|antecedents de voyages?"
    r"|historique (?:de |des )?(?:mes )?voyages?|liste (?:de |des )?(?:mes )?voyages?|(?:voyages"
    r"|deplacements) (?:effectues|internationaux|anterieurs|a l'etranger)"
    r"|(?:international|past|previous|foreign) (?:travels?|trips)|releve (?:de |des )?voyages?"
    r"|^(?:my )?(?:travels?|trips?)(?: abroad| outside .{3,30}?)?(?: of .{3,50})?$"
    r"|^(?:mes )?voyages?(?: a l'etranger)?$"
    r"|countries (?:visited|travell?ed)|pays visites|tableau des voyages"
    r"|^(?:my |all )?(?:journeys?|travels?|trips?)(?: abroad)? (?:\d{4}|since|from|in the (?:last|past))\b"
    r"|where i (?:have (?:been|travell?ed)|travell?ed|went)"
    r"|^(?:my |all )?(?:journeys?|trips?) (?:made )?(?:abroad|outside)\b"
)
_WHY = expression(r"purpose|reason|motif|\bbut\b|objet|raison|object|\bwhy|type of (?:visit|trip)|nature")
_YEARS = expression(r"(?:years?|annees?|ano)")
_HIGHEST = 3
"""A header stands on so many lines at most."""
_END = expression(
    r"^(?:i (?:declare|certify|confirm|hereby)|signature|signed|sign|je (?:declare|certifie|soussigne)|note"
    r"|total|fait a|name|yours|applicant)\b"
)


def is_titled(document: Document) -> bool:
    """Tell whether a short line in the head names a list of journeys."""
    return any(_TITLE.search(plain(line.text).strip()) and len(line.text) < 70 for line in document.lines[:8])


def tells_journeys(columns: Sequence[Column]) -> bool:
    """Tell whether columns are those of journeys even below no title: two ends in time, or a purpose."""
    roles = {column.role for column in columns}
    return "apart" not in roles and (
        "purpose" in roles or len(roles & {"arrival", "departure", "return"}) > 1
    )


def role_of(label: str) -> str | None:
    """Name what a label beside a value tells of a journey, as the heading of a column would."""
    (column, *_) = header(Line((Segment(label), Segment("Country"))), _ROLES, 0) or (None,)
    return column.role if column else None


def heading_at(document: Document, number: int) -> tuple[tuple[Column, ...], int]:
    """Give the columns of the header of journeys that begins at a line, and the number of the line below it."""
    for line, below in headings_at(document, number, _HIGHEST):
        if columns := columns_of(document, line):
            return columns, below
    return (), number


def columns_of(document: Document, line: Line) -> tuple[Column, ...]:
    """Give the columns of a header of journeys: it has a time and a place."""
    columns = _headings(document, line)
    roles = [column.role for column in columns]
    placed = {"place", "country", "city"}.intersection(roles)
    if not placed or _TIMES.isdisjoint(roles) or ("apart" in roles and not _says_why(line)):
        return ()
    return _from_home(columns, roles)


def _says_why(line: Line) -> bool:
    """Tell whether a column is for the purpose of a journey: beside an employer, "Activity" is somebody's work."""
    return any(_WHY.search(plain(segment.text)) for segment in line.segments)


def _headings(document: Document, line: Line) -> tuple[Column, ...]:
    """Give the columns that a line heads; below a title of journeys half of them may be strange."""
    if len(line.segments) < 2:
        return ()
    return _with_year(line, header(line, _ROLES, len(line.segments) // 2 if document.once(is_titled) else 1))


def _with_year(line: Line, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Tell the column of years from that of the days beside it."""
    if len(columns) != len(line.segments) or [column.role for column in columns].count("dates") < 2:
        return columns
    years = [_YEARS.fullmatch(plain(segment.text).strip()) is not None for segment in line.segments]
    return tuple(
        replace(column, role="year") if year else column for column, year in zip(columns, years, strict=True)
    )


def ends(document: Document, line: Line) -> bool:
    """Tell whether a table ends before a line: another begins, or the words of a signature."""
    roles = {column.role for column in _headings(document, line)}
    other = "apart" in roles and not _TIMES.isdisjoint(roles)
    return other or bool(columns_of(document, line)) or _END.match(plain(line.text).strip()) is not None


def _from_home(columns: tuple[Column, ...], roles: Sequence[str]) -> tuple[Column, ...]:
    """Take an exit that stands before the entry for the departure from home, and the entry for the coming back.

    An exit beside a return is that departure, too; one behind an entry ends the journey.
    """
    meant = {"exit": "return"}
    if "return" in roles and "departure" not in roles:
        meant = {"exit": "departure"}
    elif _exit_before_entry(roles):
        meant = {"exit": "departure", "arrival": "return"}
    return tuple(replace(column, role=meant.get(column.role, column.role)) for column in columns)


def _exit_before_entry(roles: Sequence[str]) -> bool:
    known = "departure" not in roles and {"arrival", "exit"} <= {*roles}
    return known and roles.index("exit") < roles.index("arrival")
