"""Papers of banks in other layouts: what stands where no label begins a line, and columns of other names."""

import pytest

from consistency.extractors.papers import bank_statement
from tests.extractors.papers.made import docx, facts, pdf, rows


def test_columns_of_money_in_and_out_and_a_closing_row_with_its_day() -> None:
    reading = bank_statement.read(
        pdf("""
        NDOVU BUILDING SOCIETY
        STATEMENT OF ACCOUNT
        Account name: PETER OCHIENG OMONDI
        Account number: 33 0091 4417    Currency: KES

        Date         Details              Money out        Money in         Balance
        02-03-2026   Balance b/f                                            410,000.00
        29-03-2026   Inward transfer                       55,000.00        465,000.00
        30-04-2026   School fees          21,500.00                         443,500.00
        31-05-2026   Closing balance                                        443,500.00
    """)
    )
    assert facts(reading) == {"full_name": "PETER OCHIENG OMONDI", "document_date": "2026-05-31"}
    assert rows(reading, "balance") == [
        {"from": "2026-05-31", "amount": 443500.0, "currency": "KES", "name": "PETER OCHIENG OMONDI"}
    ]


def test_accounts_whose_number_goes_on_below_with_their_kind() -> None:
    reading = bank_statement.read(
        pdf("""
        NDOVU SAVINGS BANK
        To whom it may concern,
        We confirm that our customer PETER OCHIENG OMONDI holds these accounts as at 05.11.2026:

        Account                     Currency     Balance
        KE44 0099 0000 0011         KES          212,480.55
        01 – current
        KE44 0099 0000 0011         KES          640,000.00
        02 – fixed
        This letter is given upon request.
    """)
    )
    assert [row["amount"] for row in rows(reading, "balance")] == [212480.55, 640000.0]


def test_a_holder_behind_the_name_of_the_paper() -> None:
    reading = bank_statement.read(
        docx("""
        ACACIA COMMERCIAL BANK
        11 May 2026
        RE: STATEMENT OF DEPOSIT BALANCE - JANE AKINYI ODHIAMBO
        We confirm that savings account 0140 2277 1903 had a credit balance of KES 318,240.50 on 8 May 2026.
    """)
    )
    assert facts(reading)["full_name"] == "JANE AKINYI ODHIAMBO"


def test_thousandths_and_a_head_without_labels_at_the_start_of_a_line() -> None:
    document = pdf("""
        BANQUE DES OASIS
        EXTRAIT DE COMPTE
        Mme TRIKI Olfa Compte : 08 104 0071 Devise : TND
        Du 01/02/2026 au 30/04/2026

        Date         Opération            Débit         Crédit        Solde
        01/02/2026   Ancien solde                                     18 310,750
        27/02/2026   Virement reçu                      2 140,000     20 450,750
        30/04/2026   Nouveau solde                                    20 450,750
    """)
    assert bank_statement.recognise(document) > 0.6
    reading = bank_statement.read(document)
    assert facts(reading) == {"full_name": "TRIKI Olfa", "document_date": "2026-04-30"}
    assert rows(reading, "balance") == [
        {"from": "2026-04-30", "amount": 20450.75, "currency": "TND", "name": "TRIKI Olfa"}
    ]


def test_a_deposit_that_a_certificate_tells_by_its_sum() -> None:
    document = docx("""
        Caisse d'Épargne du Sahel
        Monastir, le 9 mars 2026
        ATTESTATION D'ÉPARGNE
        Il est certifié que Monsieur Nizar HAJRI est titulaire chez nous d'un compte à terme d'un montant de
            TND 42 500,000, souscrit le 3 janvier 2025 et échéant le 3 janvier 2027.
    """)
    assert bank_statement.recognise(document) > 0.6
    assert rows(bank_statement.read(document), "balance") == [
        {"from": "2026-03-09", "amount": 42500.0, "currency": "TND", "name": "Nizar HAJRI"}
    ]


def test_a_heading_that_tells_the_day_of_all_balances() -> None:
    document = docx("""
        JSC Steppe Bank
        Ref. 11-2/402    14 July 2026
        CERTIFICATE ON THE STATE OF ACCOUNTS
        The bank confirms that Aigerim Nurlanova has the following accounts:
        Account | Type | Currency | Balance as at 13.07.2026
        KZ11 800A 0001 | card | KZT | 911,320.00
        KZ11 800A 0002 | deposit | USD | 12,400.00
    """)
    assert bank_statement.recognise(document) > 0.6
    found = [
        (row["amount"], row["currency"], row["from"])
        for row in rows(bank_statement.read(document), "balance")
    ]
    assert found == [(911320.0, "KZT", "2026-07-13"), (12400.0, "USD", "2026-07-13")]


def test_the_last_of_two_balances_of_one_account() -> None:
    document = docx("""
        Poste algérienne - CCP
        Titulaire : M. Farid Amrani
        Relevé au 31/05/2026
        Solde au 30/04/2026 : 312 440,10 DA
        Solde au 31/05/2026 : 334 760,10 DA
    """)
    assert bank_statement.recognise(document) > 0.6
    assert [row["amount"] for row in rows(bank_statement.read(document), "balance")] == [334760.1]


def test_a_certificate_of_investment_speaks_as_of_its_issue_and_not_of_its_maturity() -> None:
    reading = bank_statement.read(
        docx("""
        Maple Trust
        GUARANTEED INVESTMENT CERTIFICATE
        Certificate holder: Lina Haddad
        Certificate no. 88120   Issue date: 2026-04-09
        Principal: CAD 20,635.00
        Maturity: 2027-04-09
    """)
    )
    assert facts(reading) == {"full_name": "Lina Haddad", "document_date": "2026-04-09"}
    assert [(row["amount"], row["from"]) for row in rows(reading, "balance")] == [(20635.0, "2026-04-09")]


LISTED = """
Banka Sever d.d.
Maribor, 02.09.2026.
CONFIRMATION
We hereby confirm that SAMPLE IDA has the following funds with our bank on 01.09.2026:
- current account 265-5550142-11: EUR 412,88
- savings account: USD 9.800,00
Authorised person
"""
SOLVENT = """
Date: 24-08-2026
SOLVENCY CERTIFICATE
This is to certify that Mr. Md. Karim Sample is a customer of our branch and maintains the accounts below, the
 position of which as on 23-08-2026 is:
Account | Type | Balance (BDT)
1190-5550142 | Savings | 8,24,500.00
1190-5550777 | Fixed deposit | 12,00,000.00
Delta Sample Bank PLC
"""


@pytest.mark.parametrize(
    ("text", "holder", "day", "balances"),
    [
        (LISTED, "SAMPLE IDA", "2026-09-01", [(412.88, "EUR"), (9800.0, "USD")]),
        (SOLVENT, "Md. Karim Sample", "2026-08-23", [(824500.0, "BDT"), (1200000.0, "BDT")]),
    ],
)
def test_accounts_listed_below_a_sentence(
    text: str, holder: str, day: str, balances: list[tuple[float, str]]
) -> None:
    document = docx(text)
    assert bank_statement.recognise(document) >= 0.5
    reading = bank_statement.read(document)
    assert facts(reading)["full_name"] == holder
    assert [(row["amount"], row["currency"], row["from"]) for row in rows(reading, "balance")] == [
        (*one, day) for one in balances
    ]


def test_a_closing_balance_is_of_the_end_of_the_time_told() -> None:
    text = """
    Liberty Sample Bank JSC
    STATEMENT OF ACCOUNT
    Client | Ida Sample
    Currency | GEL
    From | 01.03.2026
    Till | 31.05.2026
    Closing balance | 31 500.00
    Printed: 02.06.2026 10:14
    """
    reading = bank_statement.read(docx(text))
    assert facts(reading)["document_date"] == "2026-06-02"
    assert [row["from"] for row in rows(reading, "balance")] == ["2026-05-31"]


def test_a_table_of_accounts_whose_column_is_headed_by_its_currency_and_names_the_holders() -> None:
    reading = bank_statement.read(
        pdf("""
        Himchuli Development Bank Ltd.
        BALANCE CERTIFICATE

        20 October 2026

        We certify the balances of the following accounts as on 18 October 2026:

        Account No         Account title      Type         NPR              Equivalent USD
                                                                           @ 140.05
        0210-SV-44         Maya Thapa         Savings      812,400.00       5,800.79
        0210-FD-07         Maya Thapa         Deposit      900,000.00       6,426.28
                                              Total        1,712,400.00     12,227.07
    """)
    )
    assert facts(reading) == {"full_name": "Maya Thapa", "document_date": "2026-10-20"}
    (balance,) = rows(reading, "balance")
    assert (balance["amount"], balance["currency"]) == (1712400.0, "NPR")
    assert balance["from"] == "2026-10-18"


def test_accounts_with_their_equivalents_and_thousandths() -> None:
    reading = bank_statement.read(
        pdf("""
        BANQUE DE LA STEPPE
        ATTESTATION DE SOLDES

        Nous attestons que les comptes ouverts au nom de Mme LEILA GHARBI présentent au 12/10/2026
        les soldes suivants :

        Nature du compte     RIB            Devise     Solde          Contre-valeur en CAD
        Compte courant       08 006 0411    TND        11 204,120     5 012,00
        Compte épargne       08 006 0412    TND        20 000,500     8 946,00

        Soit trente et un mille deux cent quatre dinars 625 millimes.

        Kairouan, le 13 octobre 2026
    """)
    )
    assert [one["amount"] for one in rows(reading, "balance")] == [11204.12, 20000.5]
    assert {one["currency"] for one in rows(reading, "balance")} == {"TND"}


def test_the_day_on_which_a_deposit_ends_is_not_that_of_the_statement() -> None:
    reading = bank_statement.read(
        pdf("""
        BANCO DE LA SIERRA, S.A.
        ACCOUNT STATEMENT - SAVINGS IN PESOS
        Sucursal Guadalajara, Jalisco, México

        Customer            ELENA RUIZ SOTO
        Account             0441 2004 5518

        Date            Concept               Charges        Deposits       Balance
        01-09-2026      Opening balance                                     $ 90,000.00
        14-09-2026      Payroll                              $ 9,000.00     $ 99,000.00
        30-09-2026      Rent                  $ 4,000.00                    $ 95,000.00

        Deposit at 180 days, opened 12-AUG-2026, matures 08-FEB-2027: $ 50,000.00
    """)
    )
    assert facts(reading)["document_date"] == "2026-09-30"
    assert (rows(reading, "balance")[0]["amount"], rows(reading, "balance")[0]["currency"]) == (
        95000.0,
        "MXN",
    )


def test_a_postal_account_whose_column_is_headed_by_avoir() -> None:
    reading = bank_statement.read(
        pdf("""
        ALGÉRIE POSTE – CHÈQUES POSTAUX
        RELEVÉ DE COMPTE CCP
        Titulaire : HADDAD KARIM CCP : 0044556677 clé 12

        Date           Nature             Débit (DA)     Crédit (DA)     Avoir (DA)
        01/07/2026     Avoir précédent                                   402 118,40
        09/07/2026     Virement                          52 000,00       454 118,40
        31/07/2026     Retrait            20 000,00                      434 118,40
    """)
    )
    assert facts(reading) == {"full_name": "HADDAD KARIM", "document_date": "2026-07-31"}
    (balance,) = rows(reading, "balance")
    assert (balance["amount"], balance["currency"]) == (434118.4, "DZD")


def test_products_of_a_customer_one_after_the_other() -> None:
    reading = bank_statement.read(
        docx("""
        BANCO DEL RÍO
        Pereira, October 12, 2026
        We certify that Mrs. LUZ MARINA OSPINA is linked to our bank through these products:
        Savings account No. 40-771, with a balance of COP 9,240,500 as of October 11, 2026.
        Term deposit (CDT) No. 0088127 for COP 20,000,000, constituted on 03/03/2026.
    """)
    )
    assert [one["amount"] for one in rows(reading, "balance")] == [9240500.0, 20000000.0]


@pytest.mark.parametrize(
    "total",
    [
        "soit un total de R$ 79.340,55",
        "making a total of R$ 79.340,55",
        "for a combined total of R$ 79.340,55",
    ],
)
def test_a_total_behind_two_sums_of_one_sentence(total: str) -> None:
    reading = bank_statement.read(
        docx(f"""
    BANCO DO VALE
    14 September 2026
    We certify that the balance of Ida Exemplo is R$ 21.340,55 in the current account and R$ 58.000,00 in a term
        deposit, {total}, as of 5 October 2026.
    """)
    )
    assert [one["amount"] for one in rows(reading, "balance")] == [79340.55]


def test_accounts_in_two_currencies_whose_numbers_stand_below_their_names() -> None:
    reading = bank_statement.read(
        pdf("""
        T.C. EXAMPLE BANK A.Ş.
        Date: 02/11/2026
        We confirm that our customer IDA SAMPLE has the following balances as of 30/10/2026:
        Account                     Currency     Balance
        TL time deposit             TRY          412.680,00
        0771-44018822-5002
        Foreign currency account    EUR          9.150,00
        0771-44018822-5003
        This letter is given at the request of our customer.
    """)
    )
    found = [(one["amount"], one["currency"]) for one in rows(reading, "balance")]
    assert found == [(412680.0, "TRY"), (9150.0, "EUR")]


def test_who_is_advised_of_holds_no_account() -> None:
    reading = bank_statement.read(
        docx("""
    Foothills Credit Union
    February 9, 2026
    Please be advised that Ida Sample has been a member since September 2024. As of today her chequing account has a
        balance of $6,812.44.
    """)
    )
    assert facts(reading)["full_name"] == "Ida Sample"


def test_accounts_that_are_so_much_today() -> None:
    reading = bank_statement.read(
        docx("""
    Manchester Co-operative Credit Union Ltd.
    Mandeville, Jamaica, October 30, 2026
    RE: IDA SAMPLE – Member No. 44182
    Her accounts at today's date are: Shares J$310,500.00; Deposit J$1,204,760.25. There is no loan outstanding.
    """)
    )
    assert facts(reading)["full_name"] == "IDA SAMPLE"
    assert [one["amount"] for one in rows(reading, "balance")] == [310500.0, 1204760.25]
