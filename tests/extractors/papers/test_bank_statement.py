"""Papers of banks: letters, certificates, statements with tables; in several languages and currencies."""

import pytest
from fixtures.papers import letter_pdf
from msgspec.structs import replace

from consistency.extractors.extract import recognise_paper
from consistency.extractors.papers import bank_statement
from consistency.model import Document
from consistency.readers.files import Options, read_bytes
from tests.extractors.papers.made import docx, facts, pdf, rows


def test_a_letter_for_two_holders_with_an_average_and_an_equivalent() -> None:
    document = docx("""
        HIMALAYA BANK LIMITED
        Jalandhar Branch, Punjab, India
        Date: 02/09/2026
        TO WHOM IT MAY CONCERN
        This is to certify that Mr. Gurpreet Singh Dhillon and Mrs. Simran Kaur are maintaining a Savings
            Account No. 00112233445566 with our branch since 14/03/2015.
        The average balance of the account over the last six months is INR 12,10,000.00 and the available
            balance as on 01/09/2026 is INR 16,31,800.00 Cr (equivalent to CAD 26,100.00).
        This certificate is issued at the request of the customer.
    """)
    reading = bank_statement.read(document)
    assert bank_statement.recognise(document) > 0.6
    assert facts(reading) == {"full_name": "Gurpreet Singh Dhillon", "document_date": "2026-09-02"}
    assert rows(reading, "balance") == [
        {
            "from": "2026-09-01", "amount": 1631800.0, "currency": "INR",
            "name": "Gurpreet Singh Dhillon and Simran Kaur",
        }
    ]  # fmt: skip


STATEMENT = """
    First Delta Bank PLC                                    Statement Date: 30-Sep-2026
    Lagos, Nigeria
    ACCOUNT STATEMENT
    MR CHIDI EMMANUEL ADEBANJO
    14 Marina Road
    Lagos

    Account No: 0123456789       Currency: NGN
    Statement Period: 01-Jul-2026 to 29-Sep-2026

    Date          Description              Debit            Credit           Balance
    01-Jul-2026   Balance brought forward                                    1,200,000.00
    05-Jul-2026   Salary                                    450,000.00       1,650,000.00
    28-Sep-2026   Rent                     250,000.00                        1,400,000.00
"""


def test_the_last_row_of_a_statement_where_no_closing_balance_is_named() -> None:
    reading = bank_statement.read(pdf(STATEMENT))
    assert facts(reading) == {"full_name": "CHIDI EMMANUEL ADEBANJO", "document_date": "2026-09-30"}
    assert rows(reading, "balance") == [
        {"from": "2026-09-28", "amount": 1400000.0, "currency": "NGN", "name": "CHIDI EMMANUEL ADEBANJO"}
    ]


def test_a_statement_without_a_day_of_its_own_speaks_as_of_its_balance() -> None:
    reading = bank_statement.read(pdf(STATEMENT.replace("Statement Date: 30-Sep-2026", "")))
    assert facts(reading)["document_date"] == "2026-09-28"


def test_the_total_of_several_accounts() -> None:
    reading = bank_statement.read(
        pdf("""
        UNION SAVINGS BANK
        Balance Certificate
        Date: 11 May 2026
        We confirm the balances held by our customer Ms. Grace Wanjiru Mwangi as follows:

        Account No.      Account type      Currency     Balance
        1100223344       Savings           KES          1,250,000.00
        1100223355       Fixed deposit     KES          900,000.00
        Total                              KES          2,150,000.00
    """)
    )
    assert rows(reading, "balance") == [
        {"from": "2026-05-11", "amount": 2150000.0, "currency": "KES", "name": "Grace Wanjiru Mwangi"}
    ]


LETTERS = {
    "Agence de Cotonou|Cotonou, le 3 mars 2026|ATTESTATION BANCAIRE|Nous soussignés, Caisse Populaire du Sud, attestons"
    " que Madame Aïssatou Diallo est titulaire dans nos livres du compte d'épargne n° 00123456789, ouvert le 2 mai"
    " 2014, dont le solde s'élève à ce jour à 8 450 000 FCFA, soit environ 19 000 CAD.": (
        "Aïssatou Diallo", "2026-03-03", 8450000.0, "XAF",
    ),
    "BANCO DEL VALLE S.A.|León, Guanajuato, México|15 de septiembre de 2026|CONSTANCIA BANCARIA|Hacemos constar que el"
    " C. Joaquín Olvera Peña es titular de la cuenta 7711413895, con un saldo de $249,800.00 M.N. al 15 de septiembre"
    " de 2026.": ("Joaquín Olvera Peña", "2026-09-15", 249800.0, "MXN"),
    "Rocky Foothills Credit Union|120 4th Avenue SW, Calgary, AB|October 11, 2026|Re: Account confirmation - Rodel"
    " Dimaculangan|Rodel Dimaculangan has been a member since 2019. As of today, the current balances are:|Chequing:"
    " $4,400.00|Savings: $18,000.00|Total: $22,400.00": ("Rodel Dimaculangan", "2026-10-11", 22400.0, "CAD"),
    "Zbruch Bank JSC|Certificate of account balance No 77|Issued on 30.09.2026|Client: Kovalchuk Andrii Petrovych|The"
    " bank confirms that as of 30.09.2026 the client has funds of UAH 555 000.00 on account UA1234567890123456789.": (
        "Kovalchuk Andrii Petrovych", "2026-09-30", 555000.0, "UAH",
    ),
}  # fmt: skip


@pytest.mark.parametrize("letter", LETTERS)
def test_letters_of_other_countries(letter: str) -> None:
    document = docx(letter.replace("|", "\n"))
    name, day, amount, currency = LETTERS[letter]
    reading = bank_statement.read(document)
    assert bank_statement.recognise(document) > 0.6
    assert facts(reading) == {"full_name": name, "document_date": day}
    assert rows(reading, "balance") == [{"from": day, "amount": amount, "currency": currency, "name": name}]


def test_a_balance_and_its_day_beside_labels() -> None:
    reading = bank_statement.read(
        pdf("""
        PT Bank Arjuno Tbk
        SURAT KETERANGAN SALDO / BALANCE CERTIFICATE

        Name of Account Holder      : SURYADI
        Account Number              : 1308437618
        Currency                    : IDR
        Balance Amount              : 368.160.000,00
        Balance as of               : 16 September 2026
        Date of issue               : 17 September 2026
    """)
    )
    assert facts(reading) == {"full_name": "SURYADI", "document_date": "2026-09-17"}
    assert rows(reading, "balance") == [
        {"from": "2026-09-16", "amount": 368160000.0, "currency": "IDR", "name": "SURYADI"}
    ]


def test_papers_that_mention_money_are_none() -> None:
    papers = (
        "Dear Visa Officer,|My savings at First Delta Bank are NGN 1,400,000.00, the balance.|I am applying.",
        "Bank of Example|To whom it may concern|This is to certify that Ali Rahimi has been employed as teller.",
        "Curriculum vitae|Bank teller, Example Bank|Managed account balances of CAD 10,000,000",
    )
    for paper in papers:
        assert bank_statement.recognise(docx(paper.replace("|", "\n"))) < 0.3, paper


JOINT = """
    DBX Bank Ltd
    STATEMENT OF ACCOUNT
    MR LIM WEI JIE & MDM TAN HUI LING
    Statement date 30 Sep 2026

    Date          Description              Withdrawal       Deposit          Balance
    01 Sep        BALANCE B/F                                                41,220.10
    25 Sep        SALARY                                    4,800.00         46,020.10

    All amounts in SGD
"""


def test_a_joint_account_and_a_currency_told_once_below_the_table() -> None:
    reading = bank_statement.read(pdf(JOINT))
    assert facts(reading)["full_name"] == "LIM WEI JIE"
    (balance,) = rows(reading, "balance")
    assert (balance["amount"], balance["currency"]) == (46020.1, "SGD")
    assert balance["name"] == "LIM WEI JIE and TAN HUI LING"


def test_the_head_of_a_table_is_no_holder() -> None:
    reading = bank_statement.read(pdf(JOINT.replace("MR LIM WEI JIE & MDM TAN HUI LING", "")))
    assert "full_name" not in facts(reading)


def test_a_summary_that_greets_its_holder() -> None:
    reading = bank_statement.read(
        pdf("""
        MyBank Online - Account summary
        Printed 10 Oct 2026 21:14
        Welcome, NGUYEN THI HONG NHUNG

        Account               Type              Available balance
        0071 0012 4488        Payment           12.450.000 VND
    """)
    )
    assert facts(reading)["full_name"] == "NGUYEN THI HONG NHUNG"


def test_a_confirmation_that_names_its_customer_in_its_title() -> None:
    reading = bank_statement.read(
        pdf("""
        Zuma Bank
        October 21, 2026

        Dear Sir/Ma,

        ACCOUNT CONFIRMATION - ADEYEMI TOLUWALASE SAMUEL

        We write at the instance of our above-named customer to confirm that he maintains a savings account with us
        and that the account is in credit of NGN 6,212,500.40 as at close of business on October 20, 2026.
    """)
    )
    assert facts(reading)["full_name"] == "ADEYEMI TOLUWALASE SAMUEL"


@pytest.mark.parametrize("total", ["total R$ 64.300,00", "totalling R$ 64.300,00", "a total of R$ 64.300,00"])
def test_the_total_of_a_sentence_is_the_balance(total: str) -> None:
    reading = bank_statement.read(
        pdf(f"""
        BANCO DO VALE
        Account certificate

        We declare that Mr. RAFAEL AUGUSTO LIMA is the holder of account 1144-2, with the following balance on
        30/09/2026: checking account R$ 4.120,33, investment R$ 60.179,67, {total}.
    """)
    )
    assert [row["amount"] for row in rows(reading, "balance")] == [64300.0]


def test_a_certificate_addressed_to_the_visa_officer_with_an_amount_behind_rs() -> None:
    document = pdf("""
        Doaba Gramin Bank, Branch Jalandhar
        BALANCE CERTIFICATE

        To: The Visa Officer

        This is to certify that Mr. Balwinder Singh is maintaining a savings account with our branch. The balance of the
        account on 30-10-2026 is Rs. 8,45,210.00 only.
    """)
    assert bank_statement.recognise(document) > 0.6
    (balance,) = rows(bank_statement.read(document), "balance")
    assert (balance["amount"], balance["currency"]) == (845210.0, "INR")


def test_a_currency_behind_the_number_of_the_account() -> None:
    reading = bank_statement.read(
        pdf("""
        Banque du Littoral
        RELEVÉ DE COMPTE

        Titulaire :      MBARGA Etienne
        Compte :         10033 0441 2287 - XAF
        Solde de clôture au 30/09/2026 :    4 850 000
    """)
    )
    (balance,) = rows(reading, "balance")
    assert (balance["amount"], balance["currency"]) == (4850000.0, "XAF")


def test_a_statement_whose_rows_run_over_lines_speaks_as_of_its_period() -> None:
    reading = bank_statement.read(
        pdf("""
        BANQUE DU FLEUVE
        RELEVÉ DE COMPTE

        Titulaire      FALL Mariama
        Période        du 01/05/2026 au 31/07/2026
        Devise         XOF

        Date           Libellé            Débit       Crédit       Solde
        31/05/2026     VIREMENT PAIE                  250 000      1 250 000
                       ATELIERS REUNIS
        03/06/2026     RETRAIT            50 000                   1 200 000
        31/07/2026     VIREMENT PAIE                  250 000      1 450 000
                       ATELIERS REUNIS
    """)
    )
    assert facts(reading) == {"full_name": "FALL Mariama", "document_date": "2026-07-31"}
    assert rows(reading, "balance")[0]["amount"] == 1450000.0


def test_a_table_with_the_day_of_opening_and_an_empty_cell() -> None:
    document = docx("""
        HILLSIDE RURAL BANK, INC.
        BANK CERTIFICATION
        This is to certify that as per our records Ms. Rosa Lim maintains these accounts with us:
        No. | Account holder | Account no. | Date opened | Balance (PHP)
        1 | Rosa Lim | 118-22 | 03/04/2018 | 210,000.00
        2 | Rosa Lim | 118-90 | 07/09/2021 | 90,500.00
        Issued this 5th day of August 2026 for whatever purpose it may serve.
    """)
    reading = bank_statement.read(document)
    assert facts(reading) == {"full_name": "Rosa Lim", "document_date": "2026-08-05"}
    assert [row["amount"] for row in rows(reading, "balance")] == [210000.0, 90500.0]


def test_naira_by_their_letter_and_a_holder_before_the_account_number() -> None:
    document = docx("""
        Crescent Bank Plc
        Wuse Branch, Abuja, Nigeria
        4th June, 2026
        Dear Sir,
        RE: BELLO AMINA HAUWA - A/C NO. 3002217
        Her account stood at a credit balance of N2,310,400.50 as at 3rd June, 2026.
    """)
    reading = bank_statement.read(document)
    assert bank_statement.recognise(document) > 0.5
    assert facts(reading)["full_name"] == "BELLO AMINA HAUWA"
    assert rows(reading, "balance")[0]["currency"] == "NGN"


def test_money_invested_for_the_time_in_canada() -> None:
    document = docx("""
        PRAIRIE TRUST BANK
        INVESTMENT CONFIRMATION
        Date: 2026-03-02
        Client: Ravi Menon
        GIC number: 221-09
        Amount invested: CAD 20,635.00
        Maturity date: 2027-03-02
    """)
    reading = bank_statement.read(document)
    assert bank_statement.recognise(document) > 0.5
    assert facts(reading) == {"full_name": "Ravi Menon", "document_date": "2026-03-02"}
    assert rows(reading, "balance")[0]["amount"] == 20635.0


def _of_two_pages(*foot: str) -> Document:
    """A statement whose table goes on, without its header, below the bank's name on a second page."""
    moves = [
        [f"{day:02}/03/2025", "RETRAIT GAB", "200,00", f"{61000 - 200 * day},00"] for day in range(1, 29)
    ]
    head = [
        ["Titulaire", "Mme SAMPLE LEILA"],
        ["RIB", "007 780 0001112223334445 55"],
        ["Période", "du 01/03/2025 au 31/03/2025"],
    ]
    lines = ["Banque du Port", head, [["Date", "Libellé", "Débit", "Solde"], *moves[:14]]]
    first = read_bytes(letter_pdf(lines), "page.pdf", Options())
    second = read_bytes(letter_pdf(["Banque du Port", moves[14:], *foot]), "page.pdf", Options())
    moved = tuple(replace(line, page=2) for line in second.lines)
    page = replace(second.pages[0], number=2)
    return replace(first, lines=(*first.lines, *moved), pages=(*first.pages, page), page_count=2)


def test_the_rows_of_a_second_page_do_not_date_a_french_statement() -> None:
    document = _of_two_pages("Solde au 31/03/2025 : 55 400,00 MAD")
    reading = bank_statement.read(document)
    assert bank_statement.recognise(document) >= 0.5
    assert facts(reading)["document_date"] == "2025-03-31"
    (balance,) = rows(reading, "balance")
    assert (balance["amount"], balance["currency"], balance["from"]) == (55400.0, "MAD", "2025-03-31")


def test_a_currency_in_the_heads_of_columns_and_the_agency_behind_the_holder() -> None:
    document = pdf("""
        Banco Aurora
        Extrato de conta corrente
        Titular: MARINA LOPES TEIXEIRA Ag. 0231 Conta 55120-7
        Período 01/06/2026 a 30/06/2026

        Data          Histórico             Valor (R$)       Saldo (R$)
        01/06/2026    SALDO ANTERIOR                         9.120,00
        30/06/2026    DEPÓSITO              1.000,00         10.120,00
    """)
    reading = bank_statement.read(document)
    assert rows(reading, "balance") == [
        {"from": "2026-06-30", "amount": 10120.0, "currency": "BRL", "name": "MARINA LOPES TEIXEIRA"}
    ]


@pytest.mark.parametrize(
    "told",
    [
        "We certify that a sum of INR 410,000.00 stands to the credit of Mrs. Asha Rani in savings account 77120045",
        "A balance of INR 410,000.00 stood at the credit of our client Mrs. Asha Rani, account 77120045",
    ],
)
def test_the_one_to_whose_credit_a_sum_stands(told: str) -> None:
    document = docx(f"Hill Cooperative Bank\nBALANCE CERTIFICATE\n3 May 2026\n{told} as on 2 May 2026.")
    assert facts(bank_statement.read(document))["full_name"] == "Asha Rani"


def test_who_asks_to_be_paid_states_no_balance() -> None:
    bill = (
        "SAFARI TELECOM LTD\nStatement of account\nCustomer name: Ida Sample\nBilling address: 12 Mill Road, Nairobi\n"
        "Bill date: 4 May 2026\nAmount due: KES 2,300"
    )
    assert recognise_paper(docx(bill)) != "bank-statement"


@pytest.mark.parametrize(
    "head",
    [
        "Member: IDA SAMPLE    M/No. 4410    As at 31-Oct-2026",
        "Titulaire : IDA SAMPLE    Compte n° 4410    Arrêté au 31/10/2026",
        "Account holder: IDA SAMPLE    Account No. 4410    Position as of 31 October 2026",
    ],
)
def test_a_statement_as_of_a_day_in_its_head(head: str) -> None:
    document = docx(f"""
        LAKE SAVINGS AND CREDIT SOCIETY
        STATEMENT OF ACCOUNT / RELEVE DE COMPTE
        {head}
        Account | Balance (KES)
        Share capital | 25,000.00
        Savings | 498,750.00
        Total | 523,750.00
    """)
    reading = bank_statement.read(document)
    assert facts(reading)["document_date"] == "2026-10-31"
    assert [(row["amount"], row.get("from")) for row in rows(reading, "balance")] == [
        (523750.0, "2026-10-31")
    ]


@pytest.mark.parametrize(
    "total",
    ["soit au total 117.340,55 DH", "soit un total de 117.340,55 DH", "making a total of MAD 117,340.55"],
)
def test_the_total_behind_two_balances_of_one_sentence(total: str) -> None:
    document = docx(f"""
        CRÉDIT POPULAIRE DU LAC
        ATTESTATION BANCAIRE
        Nous certifions que M. IVO EXEMPLE est titulaire d'un compte chèque et d'un compte sur carnet, présentant
            respectivement au 31/10/2026 un solde créditeur de 21.340,55 DH et de 96.000,00 DH, {total}.
        Casablanca, le 02/11/2026
    """)
    assert [row["amount"] for row in rows(bank_statement.read(document), "balance")] == [117340.55]
