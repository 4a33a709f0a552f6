"""What a bank says of an account: a statement, a certificate of balance, or a letter."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from consistency.extractors.accounts.account import Account
from consistency.extractors.accounts.balances import balances
from consistency.extractors.reading import Reading
from consistency.extractors.wording.labels import Value
from consistency.extractors.wording.letters import Cut, Dated, cells, language_of
from consistency.extractors.wording.official import (
    day_fact,
    day_of,
    first_day,
    is_form,
    is_signed,
    name_fact,
    narrowed,
    own_day,
    titled,
)
from consistency.extractors.wording.persons import alone_names, name_at, name_of, named
from consistency.extractors.wording.prose import Passage, passage, plain
from consistency.model import AsOf, Balance, Document, Line
from consistency.normalizer import dates
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression
from consistency.normalizer.honorifics import HONORIFIC

_TITLE = expression(
    r"\b(?:(?:statement|extract) (?:of|on|for|from) (?:\w+ ){0,3}(?:account|balance)s?"
    r"|account (?:activity|transactions?|history|extract|reference)|certificate (?:\w+ ){1,4}(?:account|balance)s?"
    r"|extraits? de comptes?|releves? (?:au|du|des? comptes?)|hesap (?:hareketleri|ozeti|dokumu)"
    r"|(?:bank|account|balance|savings|deposit) (?:statement"
    r"|certificate|confirmation|letter)|bank (?:reference|confirmation|balance)|certificate of (?:balance"
    r"|deposit|account|funds)|(?:investment|gic) (?:balance"
    r"|confirmation|certificate|statement)|confirmation of (?:account|balance|funds)|account (?:balance|summary"
    r"|details"
    r"|confirmation)|proof of funds|solvency certificate|attestation (?:de |du |des |d')?(?:solde|compte|placement"
    r"|depot|epargne"
    r"|bancaire|fonds|avoirs?)|releve (?:de compte|bancaire)|certificat de solde|lettre (?:de la banque"
    r"|bancaire)|estado de cuenta|constancia (?:bancaria|de saldo)|certificacion bancaria"
    r"|extrato (?:bancario|de conta)|kontoauszug|surat keterangan (?:bank|saldo)|rekening koran)\b"
)
_BANK = expression(
    r"\b(?:bank\w*|banque|banco|caisse|credit union|savings|building society|cooperative|branch|agence"
    r"|sucursal|agencia|trust company|sacco|microfinance|ccp|postal (?:account|cheque)|la poste|poste \w+enne"
    r"|sube(?:si)?|bankas\w*)\b"
)
_ACCOUNT = expression(
    r"\b(?:accounts?|a/c|guaranteed investment certificates?|gic|cpg|placement garanti|compte"
    r"|cuenta|conta|rekening|konto|(?:fixed|term) deposits?|savings|rib|iban|ccp|debits?\W{1,8}credits?)\b"
)
_BALANCE = expression(r"\b(?:balances?|solde|saldo|kontostand|stood at|stands at|avoirs?|disponible)\b")
_OTHERS = expression(
    r"\b(?:dear (?:visa |immigration )?officer|i am applying|my (?:\w+ )?application|my savings"
    r"|mes economies|ma demande|offer of employment|employment (?:contract|agreement)|has been employed"
    r"|pay ?slip|pay ?stub|net pay|invoice|curriculum vitae|work experience|labou?r market"
    r"|marriage certificate|your application|position of(?! which| (?:the |his |her |their )?(?:\w+ )?accounts?)"
    r"|poste de)\b"
)
_BILLED = expression(r"\b(?:amount due|total due|bill(?:ing)? (?:date|address)|tuition|net a payer)\b")
"""Words of who asks to be paid."""
_CUSTOMER = (
    r"(?:(?:as per|according to|selon|d'apres) (?:our|the|nos|les) (?:records?|books|registres|livres),? )?"
    r"(?:(?:our|the) (?:valued )?(?:customer|client|account holder)s?,? "
    r"|notre (?:client(?:e)?|titulaire),? |the below named,? |(?:el|la) (?:c|sra?|senora?)\.? )?"
)
_HOLDERS = (
    expression(
        r"\b(?:certif\w+|confirm\w*|attest\w*|inform\w*|declar\w+|state|advised?|constar|constancia)\b"
        rf"[^.]{{0,140}}?\b(?:that|que|qu')\s*{_CUSTOMER}"
    ),
    expression(
        r"\b(?:in the names? of|held by|maintained by|belonging to|au nom d(?:e |u |')|a nombre de|em nome de"
        rf"|titular(?:es)?:?|atas nama|on behalf of)\s*{_CUSTOMER}"
    ),
    expression(rf"\b(?:(?:to|at|in) the credit of|(?:au|a son) credit d(?:e |u |'))\s*{_CUSTOMER}"),
    expression(
        r"\b(?:our (?:valued )?(?:customer|client)|notre client(?:e)?|the account holder|account holder"
        r"|account of)\s*,?\s*"
    ),
    expression(
        r"^(?:re|subject|objet|ref)\s*[:.-]\s*(?=[^:;]{3,60}?\s[-–]\s?(?:a/c|acc(?:oun)?t|compte|member(?:ship)?"
        r"|client|customer)\b)"
    ),
    expression(
        r"^(?:re|subject|objet|ref)\s*[:.-]\s*.{0,60}?(?:-|:|\bof|\bfor|\bde|\bpour)\s+"
        r"(?!(?:the |le |la |du |an? )?(?:bank\w*|balances?|accounts?|soldes?|comptes?|funds?|deposits?|savings"
        r"|credit)\b)"
    ),
    expression(
        r"^[a-z' ]{0,40}\b(?:confirmation|certificate|statement|reference|attestation|letter)\s*[-:]\s+"
    ),
    expression(r"^(?:welcome|hello|bienvenue|bonjour|bienvenid[oa]|selamat datang),?\s+"),
    expression(
        r"^(?!(?:please|kindly|we|this|be|nous|veuillez)\b)(?=[^,;:.\d]{3,60}?,? (?:holds?|maintains?|has (?:a"
        r"|an|been)|is (?:a|an|our)"
        r"|est (?:titulaire|client|detenteur)|detient|possede|dispose)\b)"
    ),
)
_ISSUED = expression(
    r"\b(?:issued|given|signed|dated|delivree?|etablie?|fait|expedid[oa])\b(?:\s+(?:this|on|the|at|in|a|le|ce|el)\b"
    r"[^.;\d]{0,30})?\s*$"
)
_MATURES = expression(r"\b(?:matur\w+|echeance|echoit|vence|vencimiento|vencimento|expir\w+)\b")
_BEHIND = expression(
    r"\s+(?:ag(?:encia|ence)?\.?|branch|conta|cuenta|compte|a/c|acc(?:oun)?t|cif|iban|ccp|rib|clabe"
    r"|member(?:ship)?|customer|client|id|agent)\W*(?:n[o°º]\.?|no\.?|number)?\W*(?:\d.*)?$"
)
_HONOURED = expression(rf"\W*(?:{HONORIFIC}|(?:srta|bay|bayan)\b\.?)\s")
_SEVERAL = expression(r"\s+(?:and|et|y|e|or|ou)\s+|\s*[&/]\s*")
_AND = expression(r"\s+(?:and|et|y|e|&)\s+")
_NOT_A_PERSON = expression(
    r"\b(?:bank\w*|banque|banco|branch|agence|statement|account|balance|certificate|savings|union|credit"
    r"|solde|compte|manager|details|summary|constancia|attestation|releve|estado|cuenta|extrato|surat"
    r"|kontoauszug|cooperative|caisse|current|period|total)\b"
)


_HEAD = 10


def recognise(document: Document) -> float:
    """Say how sure it is that a bank tells here what an account holds."""
    if is_form(document) or not document.lines:
        return 0.0
    text, title = plain(document.text), titled(document, _TITLE)
    bank = _BANK.search(plain("\n".join(line.text for line in document.lines[:8]))) is not None
    if not (title or bank) or not _ACCOUNT.search(text):
        return 0.0
    account = Account.of(document)
    tells = bool(balances(account))
    if not (title or tells):
        return 0.0
    score = 0.2 + 0.35 * title + 0.2 * bank + 0.15 * bool(_BALANCE.search(text)) + 0.15 * tells
    score += 0.1 * ({"account", "full_name"} <= account.labels.keys())
    score -= 0.6 * (bool(_OTHERS.search(text)) or (not bank and _BILLED.search(text) is not None))
    return max(0.0, min(1.0, score))


def read(document: Document) -> Reading:
    """Read whose account it is, and what was on it when."""
    account = Account.of(document)
    whole = _holder(account)
    holder = _first_of(whole) if whole else None
    day = _day(account)
    return Reading(
        AsOf(day.date, "stated") if day else AsOf(None, "unknown"),
        (*name_fact(holder), *day_fact("document_date", day)),
        tuple(_records(account, whole, day)),
        language=language_of(document),
        signed=is_signed(document),
    )


def _records(account: Account, holder: Cut | None, day: Dated | None) -> Iterator[Balance]:
    end = _labelled_end(account)
    for told in balances(account):
        when = told.day or (end.date if end else day.date if day else None)
        yield Balance(
            evidence=told.evidence,
            cells={"amount": told.evidence} | ({"name": holder.evidence} if holder else {}),
            period=Period(when, None) if when else None,
            amount=told.amount,
            currency=told.currency,
            name=holder.text if holder else None,
        )


def _holder(account: Account) -> Cut | None:
    """Give the holder, or all holders of a joint account as they are written."""
    for value in map(_without_account, account.labels.get("full_name", ())):
        pieces = _SEVERAL.split(value.text)
        if name_of(value):
            return name_of(value)
        if len(pieces) > 1 and all(name_of(Cut(piece, value.evidence)) for piece in pieces):
            return Cut(value.text.strip(), value.evidence)
    lines = tuple(passage(account.document, [line]) for line in account.document.lines)
    found = named((*account.parts, *lines), *_HOLDERS)
    if found:
        return _joint(account, found)
    if listed := next(_in_column(account), None):
        return listed
    head = [
        line for n, line in enumerate(account.document.lines[:14]) if n and n not in account.tables.in_tables
    ]
    return _alone(account, head)


def _in_column(account: Account) -> Iterator[Cut]:
    """Give the holders that a table of accounts names, each as its row writes them."""
    for number in account.tables.headers:
        for row in account.tables.rows(number):
            cell = row.cell(account.document, "holder")
            pieces = _SEVERAL.split(cell.text) if cell else []
            if cell and pieces and all(name_of(Cut(piece, cell.cite())) for piece in pieces):
                yield Cut(cell.text.strip(), cell.cite())


def _without_account(value: Value) -> Value:
    """Cut off the branch or the account that stands behind a name on its line: "ANA SILVA Ag. 1234 Conta …"."""
    behind = _BEHIND.search(plain(value.text))
    return replace(value, text=value.text[: behind.start()]) if behind else value


def _alone(account: Account, head: Sequence[Line]) -> Cut | None:
    """Give the holder whose name stands alone in the head, or both of a joint account: "MR A & MS B"."""
    for cell in cells(account.document, head):
        if found := _before_account(cell) or _two_names(cell):
            return found
    return next(alone_names(account.document, head, _NOT_A_PERSON), None)


def _before_account(cell: Passage) -> Cut | None:
    """Give the name that Mr or Madame leads, with the number of the account behind it."""
    behind = _BEHIND.search(cell.plain)
    if behind is None or not _HONOURED.match(cell.plain):
        return None
    return name_of(Cut(cell.text[: behind.start()], cell.cite()))


def _two_names(cell: Passage) -> Cut | None:
    """Give both names of a cell that holds nothing else."""
    pieces = [piece for piece in _SEVERAL.split(cell.text) if piece.strip()]
    names = [name_of(Cut(piece, cell.cite())) for piece in pieces] if len(pieces) == 2 else []
    both = [name.text for name in names if name and not _NOT_A_PERSON.search(plain(name.text))]
    whole = len(both) == 2 and all(len(name.split()) > 1 for name in both)
    return Cut(" and ".join(both), cell.cite()) if whole else None


def _joint(account: Account, first: Cut) -> Cut:
    """Give both holders where a sentence joins a second name to the first."""
    for part in account.parts:
        at = part.text.find(first.text)
        join = _AND.match(part.plain, at + len(first.text)) if at >= 0 else None
        second = name_at(part, join.end()) if join else None
        if second:
            end = part.text.find(second.text, at + len(first.text)) + len(second.text)
            return Cut(f"{first.text} and {second.text}", part.cite(at, end))
    return first


def _first_of(holder: Cut) -> Cut | None:
    first = _SEVERAL.split(holder.text)[0]
    return Cut(first, narrowed(holder.evidence, first)) if first != holder.text else holder


def _day(account: Account) -> Dated | None:
    """Give the day of the paper; a mere statement speaks as of its balance, or of the end of its period."""
    taken = {name: values for name, values in account.labels.items() if name not in ("date", "full_name")}
    labelled = [day_of(value, account.order) for value in account.labels.get("date", ())]
    own = own_day(account.document, taken, account.order, account.tables.in_tables | _to_come(account))
    balance = next((Dated(told.day, told.evidence) for told in balances(account) if told.day), None)
    shown = balance or _end_of_period(account)
    if own and shown and own.date.latest < shown.date.earliest:
        own = None  # no paper is older than the balance that it shows: it is the day of something else
    return first_day(*labelled, own, _issued(account), balance, _end_of_period(account))


def _to_come(account: Account) -> frozenset[int]:
    """Give the numbers of the lines that tell on which day a deposit ends: no paper is of that day."""
    lines = enumerate(account.document.lines)
    return frozenset(number for number, line in lines if _MATURES.search(plain(line.text)))


def _issued(account: Account) -> Dated | None:
    """Give the day of which a sentence says that the paper was issued: "issued this 8th day of October 2026"."""
    for part in account.parts:
        for day in dates.find_dates(part.text, order=account.order):
            if not part.row and _ISSUED.search(part.plain[: day.start]):
                return Dated(day.date, part.cite(day.start, day.end))
    return None


def _end_of_period(account: Account) -> Dated | None:
    return _labelled_end(account) or _headed_end(account)


def _headed_end(account: Account) -> Dated | None:
    """Give the end of the time that a line of the head names for a statement: "Account statement, 1 June – 31 "
    "July"."""
    for line in account.document.lines[:_HEAD]:
        for start, end, period in dates.find_periods(line.text, order=account.order):
            if period.end is not None and period.end.precision == "day":
                return Dated(period.end, passage(account.document, [line]).cite(start, end))
    return None


def _labelled_end(account: Account) -> Dated | None:
    for value in account.labels.get("until", ()):
        if day := day_of(value, account.order):
            return day
    for value in account.labels.get("period", ()):
        found = dates.find_dates(value.text, order=account.order)
        periods = dates.find_periods(value.text, order=account.order)
        end = periods[0][2].end if periods else found[-1].date if found else None
        if end:
            return Dated(end, value.evidence)
    return None
