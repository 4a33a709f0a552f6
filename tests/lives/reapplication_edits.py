"""Planted edits of the offer, the money and the answer to the refusal."""

from __future__ import annotations

import random
from datetime import timedelta

from msgspec.structs import replace

from consistency.comparator.rules.reapplication.convenient_change import UNSTEADY
from consistency.model import Balance, Evidence, Offer, Paper, Permit, RefusalReason
from consistency.normalizer.dates import Period
from tests.lives.edits import Papers, edit, instead, lines_of, of, pick, put, said, written
from tests.lives.life import Life
from tests.lives.telling import Sheet, iso

LAND = "I own agricultural land and a family house."


def letter(told: Papers) -> Paper:
    found = of(told, "explanation-letter")
    assert found is not None
    return found


def without(told: Papers, paper: Paper | None) -> Papers | None:
    return None if paper is None else [p for p in told if p is not paper]


def refused(told: Papers) -> Paper | None:
    """Give the letter of the last refusal."""
    return of(told, "refusal-letter", draft=False)


def refused_for(told: Papers, reason: str) -> Papers | None:
    """Let the last refusal name one ground more."""
    paper = refused(told)
    if paper is None:
        return None
    ground = RefusalReason(evidence=Evidence(paper.path, reason, page=1), reason=reason)
    return put(told, paper, records=(*paper.records, ground))


@edit("reapplication/change-unexplained")
def new_offer_unmentioned(told: Papers, person: Life, r: random.Random) -> Papers | None:
    before = {
        o.employer
        for p in told
        if _of_the_refused(p, told) and p.kind.startswith("imm")
        for o in p.all(Offer)
    }
    now = pick(r, of(told, "imm1295"), Offer)
    if not before or now is None or now.employer in before:
        return None
    paper = letter(told)
    kept = [line.replace(", as the new contract and the LMIA show", "") for line in lines_of(paper)]
    return [written(p, *kept) if p is paper else p for p in told]


def _of_the_refused(paper: Paper, told: Papers) -> bool:
    last = refused(told)
    return last is not None and paper.path.split("/")[0] == last.path.split("/")[0]


@edit("reapplication/convenient-change")
def richer_after_the_refusal(told: Papers, person: Life, r: random.Random) -> Papers | None:
    told = refused_for(told, "finances") or []
    now, last = of(told, "bank-statement"), refused(told)
    balance = pick(r, now, Balance)
    if (
        now is None
        or last is None
        or balance is None
        or balance.amount is None
        or balance.currency in UNSTEADY
    ):
        return None
    many = balance.amount * r.randint(30, 40)
    day = last.as_of.date.earliest - timedelta(40) if last.as_of.date else person.draft.signed
    sheet = Sheet(f"{last.path.split('/')[0]}/Bank letter.pdf", "bank-statement", day)
    sheet.state(full_name=f"{person.given} {person.family}", document_date=day.isoformat())
    sheet.write("City Bank")
    told_then = {"name": balance.name, "period": Period(iso(day), None)}
    sheet.add(Balance, amount=balance.amount, currency=balance.currency, **told_then)
    told = instead(told, now, balance, replace(balance, amount=many))
    return said([*told, sheet.paper], letter(told), "My financial situation is good now.")


@edit("reapplication/incomplete")
def not_validated(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm1295")
    return None if form is None else put(told, form, validated=False)


@edit("reapplication/incomplete", shadows=["identity/passport"])
def passport_left_out(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return without(told, of(told, "passport"))


@edit("reapplication/form-version")
def old_edition(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm1295")
    return None if form is None else put(told, form, form_version=r.choice(["03-2017", "06-2019", "09-2022"]))


@edit("offer/unchanged")
def offer_of_the_refusal(told: Papers, person: Life, r: random.Random) -> Papers | None:
    told = refused_for(told, "job-offer") or []
    old, new = of(told, "offer-of-employment", draft=False), of(told, "offer-of-employment")
    if old is None or new is None or not _of_the_refused(old, told):
        return None
    words = (
        "Offer of employment",
        f"We offer {person.given} {person.family} full-time work with us in Winnipeg.",
    )
    told = [written(p, *words) if p in (old, new) else p for p in told if p.kind != "employment-contract"]
    return said(told, letter(told), "The job offer is genuine, as the papers of the employer show.")


@edit("offer/requirements")
def degree_required(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return said(told, of(told, "lmia"), r.choice(["Education: Master's degree", "Education: Doctorate"]))


@edit("offer/requirements")
def experience_required(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return said(told, of(told, "lmia"), f"Experience: {r.randint(30, 40)} years")


@edit("offer/permit-type")
def open_permit_with_an_lmia(told: Papers, person: Life, r: random.Random) -> Papers | None:
    form = of(told, "imm1295")
    if form is None:
        return None
    kind = Permit(
        evidence=Evidence(form.path, "OWP", page=1, field="imm1295/type"), status="open work permit"
    )
    return put(told, form, records=(*form.records, kind))


@edit("offer/passport")
def other_passport_on_the_contract(told: Papers, person: Life, r: random.Random) -> Papers | None:
    contract = of(told, "employment-contract")
    if contract is None or person.passport(person.draft.signed).issued > person.draft.signed - timedelta(30):
        return None
    other = written(contract, f"Passport number: ZZ{r.randint(1000000, 9999999)}")
    return [other if p is contract else p for p in told]


@edit("funds/deposit")
def lump_sum(told: Papers, person: Life, r: random.Random) -> Papers | None:
    paper = of(told, "bank-statement")
    balance = pick(r, paper, Balance)
    if paper is None or balance is None or balance.amount is None:
        return None
    days = [person.draft.signed - timedelta(days) for days in (70, r.randint(20, 50))]
    before = balance.amount * r.uniform(0.1, 0.4)
    lines = (
        f"{days[0].isoformat()}  Opening balance  {before:,.2f}",
        f"{days[1].isoformat()}  Cash deposit  {balance.amount - before:,.2f}  {balance.amount:,.2f}",
    )
    return [written(p, *lines) if p is paper else p for p in told]


@edit("funds/salary")
def pay_claimed(told: Papers, person: Life, r: random.Random) -> Papers | None:
    work = next(w for w in person.works if w.end is None)
    if work.start >= person.draft.signed - timedelta(60) or person.seed % 4 == 0:
        return None
    pay = work.pay * r.randint(2, 4)
    return said(told, letter(told), f"My monthly salary is {person.currency} {pay:,} per month.")


@edit("funds/tie")
def land_without_a_deed(told: Papers, person: Life, r: random.Random) -> Papers | None:
    return said(told, letter(told), LAND)


@edit("funds/intent")
def for_good_and_not(told: Papers, person: Life, r: random.Random) -> Papers | None:
    told = (
        said(
            told, of(told, "employment-contract"), "We will support the application for permanent residence."
        )
        or []
    )
    return said(told, letter(told), "I have no intention to settle permanently in Canada.") if told else None
