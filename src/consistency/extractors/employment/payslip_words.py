"""By what a payslip is known, and what it must not be taken for."""

from consistency.normalizer.expressions import expression
from consistency.normalizer.money import Per

TITLE = expression(
    r"\b(?:pay ?-?slips?|(?:salary|wages?|payroll|earnings?) slips?|pay ?-?stubs?"
    r"|(?:pay|payroll|salary|earnings?|wage) (?:statement|advice|voucher)|statement of (?:earnings|wages|pay|salary)"
    r"|bulletins? (?:de|du) (?:paie|paye|salaire)"
    r"|fiches? de (?:paie|paye|salaire)|(?:releve|talon|bordereau|etat) (?:de|des) (?:paie|paye|gains|salaires?)"
    r"|recibo de (?:nomina|pago|sueldo|salario)|holerite|contracheque|demonstrativo de pagamento|slip gaji"
    r"|gehaltsabrechnung|lohnabrechnung|ucret bordrosu)\b"
)
GROSS = expression(
    r"\bgross\b|\bbrute?s?\b|total (?:earnings?|gains|pay)|basic (?:pay|salary|wage)|earnings|\bgains\b|emoluments"
    r"|devengado"
)
NET = expression(r"\bnet(?:te|to)?\b|take[- ]home|amount paid|liquido")
TAKEN = expression(
    r"deductions?|retenues?|cotisations?|withh(?:eld|olding)|\bpaye\b|\bpf\b|provident fund|\bcpp\b|\bsss\b|philhealth"
    r"|professional tax|\btds\b|pension|urssaf|\bcnss\b|income tax"
    r"|\bnssf\b|\bnhif\b|\bnhf\b|\bepf\b|\besi\b|\buif\b|impot|descontos|deducciones"
)
PAID_FOR = expression(
    r"pay (?:period|date)|period|month|periode|\bmois\b|date de (?:paie|paiement)|week ending"
)
PERIOD_TOLD = expression(
    r"[-–—|•·,]\s+(?:pay )?period[eo]?s?(?: de (?:paie|paye|pago)| of pay)?\s*:?\s+(?=\D{0,12}\d)"
)
OTHERS = expression(
    r"\b(?:to whom it may concern|dear (?:visa |immigration )?(?:officer|sir|madam)|this is to certify|hereby certif\w+"
    r"|i am applying|my application|account holder|statement of account|opening balance|closing balance|hereby agree"
    r"|offers? you|notice of assessment|avis de cotisation|curriculum vitae|imm ?\d{4}|certifions|nous attestons)\b"
)
NOT_A_PERSON = expression(
    r"\b(?:pay|salary|slip|stub|earnings?|statement|deductions?|gross|net|bulletin|paie|period|month|employee|employer|company"
    r"|services?|ltd|limited|private|confidential|department|bank|total|current|amount|hours|taxes|bulletin|salaire|releve)\b"
)
FREQUENCIES: tuple[tuple[Per, str], ...] = (
    (
        "half-month",
        r"semi-? ?monthly|half[- ]month|twice (?:a|per) month|15th (?:and|&) (?:30th|last)|bi-?mensuel|quincenal"
        r"|kinsenas|deux fois par mois",
    ),
    ("fortnight", r"bi-?weekly|fortnight|every (?:two|2) weeks|aux deux semaines|quinzaine"),
    ("week", r"weekly|hebdomadaire|week"),
    ("month", r"(?<!semi-)(?<!semi )(?<!bi-)monthly|mensuel|month|mois"),
)
"""How papers call the time that is paid for."""
SPANS: tuple[tuple[Per, range], ...] = (
    ("month", range(28, 32)),
    ("half-month", range(15, 17)),
    ("half-month", range(13, 14)),  # the second half of February
    ("fortnight", range(14, 15)),
    ("week", range(7, 8)),
)
"""How many days the times are that can be told by their first and last day."""
_OF_MONEY = (
    r"amounts?|figures?|earnings?|deductions?|pay|salary|wages|total|net|gross|current|values?|montants?|sommes|gains|retenues"
    r"|salaires?|bruts?|importes?|valor(?:es)?"
)
IN_UNITS = expression(
    rf"\b(?:{_OF_MONEY})\b[^()\d:]{{0,20}}(?:\(\s*(?:in |en )?|\b(?:are |is |sont |exprime\w* |expressed |stated "
    r"|shown |given )*(?:in|en) )(?P<unit>[^(),;:.\d]{1,20}?\.?)\s*(?:[),;]|\.?$)"
)
"""In what all amounts of a column, or of the paper, are: "Amount (Rs.)", "All amounts in NGN"."""
OF_CANADA = expression(
    r"\b(?:cpp|qpp|rpc|rrq|canada pension(?: plan)?|regime de (?:pensions|rentes) du (?:canada|quebec))\b(?s:.*)"
    r"\b(?:ei|ae|employment insurance|assurance-emploi)\b"
    r"|\b(?:ei|ae|employment insurance|assurance-emploi)\b(?s:.*)"
    r"\b(?:cpp|qpp|rpc|rrq|canada pension(?: plan)?|regime de (?:pensions|rentes) du (?:canada|quebec))\b"
)
"""What is taken off pay in Canada alone: the pension plan and employment insurance."""
