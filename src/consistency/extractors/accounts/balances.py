"""How much was on an account, and when: from labels, sentences, or the last row of a table."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from consistency.extractors.accounts.account import Account
from consistency.extractors.accounts.figures import currency_in, without_dates
from consistency.extractors.reading import cite
from consistency.extractors.wording.labels import Value
from consistency.extractors.wording.prose import BULLET, Passage, plain
from consistency.extractors.wording.tables import Row
from consistency.model import Evidence
from consistency.normalizer import dates, money
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import Amount

_BALANCE = expression(
    r"\b(?:balances?|solde|saldo|credited|amount(?:s|ing)? (?:to|of)|st(?:ood|ands?) at|funds|avoirs?"
    r"|holding|total(?:s|ling)?|disponible|credit of|crediteur|savings of|deposits? of"
    r"|montant de|somme de|sum of)\b"
    r"|\baccounts? (?:at|as (?:at|of)|on|today)\b[^.;:]{0,40}? (?:are|is|stands?|reads?|shows?)\b"
)
_ACCOUNT = expression(
    r"\b(?:accounts?|a/c|deposits?|savings|cdts?|comptes?|livret|epargne|depots?|cuentas?|contas?|konto)\b"
)
"""What an item of a list of balances names."""
_NOT_BALANCE = expression(
    r"\b(?:opening|average|mean|moyen\w*|minimum|maximum|previous|brought forward|starting|initial"
    r"|d'ouverture|anterior|overdraft|limit|salary|salaire|transactions?|loan|pret|interest|fees?|charges?"
    r"|turnover|mouvements?)\b"
)
_EQUIVALENT = expression(
    r"\b(?:equivalent\w*|equal to|equals|approx\w*|about|around|roughly|converted|soit|environ|equivaut"
    r"|which is|i\.e)\b|≈|~|="
)
_CLAUSE = expression(r"[;(]|,\s|\s(?:and|et|while|whereas|y|e)\s|\)")
_WHEN = expression(
    r"\b(?:as (?:of|at|on)|on|at|dated|date|en date du|au|a la date du|le|ce|jour|al|el|em|a fecha|today"
    r"|is|was)\b[^\d]{0,12}$"
)
_NOT_WHEN = expression(
    r"\b(?:since|opened|from|depuis|ouvert|desde|born|issued|established|maturing|matures"
    r"|until|souscrite?|subscribed|placed|invested|booked|constituee?|constituted|constituido|echeant|echeance"
    r"|ouverte|creee?)\b[^\d]{0,24}$"
)
_SUM = expression(
    r"\W*(?:(?:and|et|y|e) )?(?:(?:soit|or|makes?|making|being|for|pour|that is|ou seja|o sea|i\.e\.) )?"
    r"(?:(?:in|au|en|pour) )?"
    r"(?:a |an |the |le |un |el |o )?(?:grand |combined )?total(?:ling|isant)?\b"
)
_PRODUCTS = expression(
    r"\b(?:products?|accounts|deposits|holdings|produits?|comptes|depots|productos?|cuentas)\b"
)
"""What a sentence announces that ends in a colon."""
_LEAD = 12
"""Within so many signs an item without a bullet names its account: "Term deposit no. 1", "Fixed deposit"."""
_TOTAL = expression(r"\W*(?:grand )?total")


class Told(Struct, frozen=True):
    """A balance, the day on which it was so, and its place."""

    amount: float
    currency: str | None
    day: PartialDate | None
    evidence: Evidence


def balances(account: Account) -> tuple[Told, ...]:
    """Give the balance; where several accounts are told without a total, each of them."""
    sources = (
        _labelled(account, "closing"), _listed(account), _in_sentences(account), _labelled(account, "total"),
        _labelled(account, "balance"), _last_row(account), _labelled(account, "amount"),
    )  # fmt: skip
    return next((found for source in sources if (found := tuple(source))), ())


def _told(account: Account, text: str, evidence: Evidence, beside: PartialDate | None = None) -> Told | None:
    bare, days = without_dates(text, account.order)
    amounts = account.amounts(bare)
    amount = amounts[0] if amounts else money.parse_amount(bare)
    if amount is None or not any(sign.isdigit() for sign in bare):
        return None
    return Told(
        float(amount.value),
        amount.currency or account.currency,
        days[0] if days else beside or _day_beside_a_label(account),
        evidence,
    )


def _day_beside_a_label(account: Account) -> PartialDate | None:
    """Give the day that stands beside a label such as "Balance as of"."""
    values = *account.labels.get("closing", ()), *account.labels.get("balance", ())
    known = (dates.parse(value.text, order=account.order) for value in values)
    return next((day for day in known if day), None) or _day_in_the_head(account)


def _day_in_the_head(account: Account) -> PartialDate | None:
    """Give the day as of which a line of the head says that the statement is: "As at 31-Oct-2026", "Arrêté au …"."""
    for line in account.document.lines[:_HEAD]:
        for day in dates.find_dates(line.text, order=account.order):
            if _AS_AT.search(plain(line.text[: day.start])):
                return day.date
    return None


_HEAD = 12
_AS_AT = expression(
    r"\b(?:as (?:at|of|on)|(?:arretee?s?|etablie?s?|situation|position)(?: (?:du compte"
    r"|de compte))?(?: a la date)? (?:au|du))"
    r"\W{0,3}(?:the |le |close of business )?$"
)


# --- labels ---


def _labelled(account: Account, name: str) -> Iterator[Told]:
    """Give the balances of a label, those of the latest day: each once, and of totals the last."""
    values = account.labels.get(name, ())
    found = [one for value in values if (one := _of_value(account, value))]
    latest = max((one.day for one in found if one.day), key=lambda day: day.latest, default=None)
    found = [one for one in found if one.day is None or one.day == latest]
    once: dict[tuple[float, str | None], Told] = {}
    for one in found[-1:] if name == "total" else found:
        once.setdefault((one.amount, one.currency), one)
    yield from once.values()


def _of_value(account: Account, value: Value) -> Told | None:
    beside = _row_day(account, value)
    return _told(account, value.text, value.evidence, beside) or _beside_its_day(account, value)


def _row_day(account: Account, value: Value) -> PartialDate | None:
    """Give the day at the head of the row in which a label stands: "31/07/2026 | Closing balance | 712.15"."""
    lines = account.document.lines
    line = lines[value.order] if value.order < len(lines) else None
    if line is None or len(line.segments) < 2:
        return None
    return dates.parse(line.segments[0].text, order=account.order)


def _beside_its_day(account: Account, value: Value) -> Told | None:
    """Read "Closing balance as of 31/08/2026 | 148,220.55": the label goes on with a day, the amount follows."""
    day = dates.parse(value.text.strip(" :"), order=account.order)
    line = account.document.lines[value.order]
    place = next((n for n, segment in enumerate(line.segments) if value.text in segment.text), None)
    if day is None or place is None:
        return None
    beside = line.segments[place + 1 :]
    found = (_told(account, one.text, cite(account.document, one, one.text, line.page)) for one in beside)
    return next((replace(one, day=day) for one in found if one), None)


# --- sentences ---


def _in_sentences(account: Account) -> Iterator[Told]:
    found: dict[tuple[float, str | None], Told] = {}
    for one in _each_told(account):
        found.setdefault((one.amount, one.currency), one)
    sums = [one for one in found.values() if re.search(r"\btotal\w*\b", plain(one.evidence.quote or ""))]
    yield from sums[:1] or found.values()


def _each_told(account: Account) -> Iterator[Told]:
    """Give the balances of sentences, and those of a list below one that ends in a colon, as of the day it tells."""
    day, listing = None, False
    for part in account.parts:
        told = not part.row and _BALANCE.search(part.plain)
        item = listing and _is_item(part)
        for one in _in_sentence(account, part) if told or item else ():
            yield replace(one, day=day) if item and not dates.find_dates(part.text) else one
        opens = part.text.rstrip().endswith(":") and (told or _PRODUCTS.search(part.plain))
        listing = bool(opens) or bool(item)
        day = _day_in(account, part) if told and listing else day


def _is_item(part: Passage) -> bool:
    """Tell whether a sentence may be an item of a list of accounts: behind a bullet, or it begins with one."""
    named = _ACCOUNT.search(part.plain)
    return named is not None and (BULLET.match(part.text) is not None or named.start() <= _LEAD)


def _in_sentence(account: Account, part: Passage) -> Iterator[Told]:
    """Give the balances of a sentence: what it calls equivalent, average or opening is none."""
    day = _day_in(account, part)
    seen = False
    for start, end in _telling(part):
        bare, _ = without_dates(part.text[start:end], account.order)
        low = plain(bare)
        amounts = [amount for amount in account.amounts(bare) if amount.value >= 1 and amount.per is None]
        if not amounts or _NOT_BALANCE.search(low) or (seen and _EQUIVALENT.search(low)):
            continue
        own = account.amounts(bare[: cut.start()]) if (cut := _EQUIVALENT.search(low)) else ()
        amount: Amount = (own or amounts)[0]
        seen = True
        yield Told(float(amount.value), amount.currency or account.currency, day, part.cite())


def _day_in(account: Account, part: Passage) -> PartialDate | None:
    days = dates.find_dates(part.text, order=account.order)
    known = [d.date for d in days if not _NOT_WHEN.search(part.plain[: d.start])]
    surer = [d.date for d in days if _WHEN.search(part.plain[: d.start]) and d.date in known]
    return next(iter([*surer, *known]), None)


def _telling(part: Passage) -> list[tuple[int, int]]:
    """Give the clauses of a sentence that may tell a balance: where one of them tells the total, that one."""
    every = list(_clauses(part.text))
    sums = [
        (start, end)
        for start, end in every
        if _SUM.match(part.plain[start:end]) and money.find_amounts(part.text[start:end])
    ]
    return sums or every


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Give the clauses of a sentence by their bounds."""
    start = 0
    for cut in _CLAUSE.finditer(text):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


# --- tables ---


def _listed(account: Account) -> Iterator[Told]:
    """Give the accounts of a table that lists them, or their total."""
    for number, columns in account.tables.headers.items():
        roles = {column.role for column in columns}
        if "account" not in roles or "date" in roles or not roles & {"balance", "amount"}:
            continue
        above = account.tables.day_above(number)
        found = [(row, replace(one, day=above or one.day)) for row, one in _in_rows(account, number)]
        sums = [one for row, one in found if _TOTAL.match(plain(row.whole(account.document).text))]
        yield from sums[:1] or [one for _, one in found]


def _last_row(account: Account) -> Iterator[Told]:
    for number, columns in account.tables.headers.items():
        if any(column.role == "balance" for column in columns):
            yield from [one for _, one in _in_rows(account, number)][-1:]


def _in_rows(account: Account, number: int) -> Iterator[tuple[Row, Told]]:
    """Give the rows below a header that tell a balance, with what they tell."""
    return ((row, one) for row in account.tables.rows(number) if (one := _of_row(account, row)))


def _of_row(account: Account, row: Row) -> Told | None:
    document = account.document
    cell = row.cell(document, "balance") or row.cell(document, "amount")
    when, unit = row.cell(document, "date"), row.cell(document, "currency")
    found = _told(account, cell.text, cell.cite()) if cell else None
    if found is None:
        return None
    day = next((d.date for d in dates.find_dates(when.text, order=account.order)), None) if when else None
    code = currency_in(unit.text) if unit else None
    return replace(found, day=day or found.day, currency=code or found.currency)
