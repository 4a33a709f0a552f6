"""Papers in languages that are not read: what they are written in is said, their numbers and their day are read."""

from collections.abc import Callable

import pytest

from consistency.case.assemble import assemble
from consistency.comparator.engine import run
from consistency.extractors.extract import extract
from consistency.extractors.wording.languages import language, languages
from consistency.model import Document
from tests.comparator.examples import case_of
from tests.extractors.papers.made import docx, pdf

SPANISH_LETTER = """
Restaurante El Ejemplo S.A. de C.V.
Av. Juárez 120, Guadalajara, Jalisco, México
Guadalajara, Jalisco, a 15 de marzo de 2025

A QUIEN CORRESPONDA

Por medio de la presente hacemos constar que el C. Joaquín Olvera Peña labora en esta empresa desde el 4 de enero
de 2019 desempeñando el puesto de cocinero, con un salario mensual de $14,500.00 M.N.

Se extiende la presente a petición del interesado para los fines legales que a él convengan.

Atentamente,
Lic. Araceli Castañeda Ruiz
Gerente de Recursos Humanos
"""

SPANISH_EXPLANATION = """
Joaquín Olvera Peña
Pasaporte N3024701
León, 6 de octubre de 2026

Estimado oficial de visas:
Le escribo para solicitar un permiso de trabajo en Canadá. Mi solicitud anterior W335043239 fue rechazada el 3 de julio
de 2021. Trabajo como cocinero desde el 4 de enero de 2019 en el Restaurante El Ejemplo.
Atentamente,
Joaquín Olvera Peña
"""

ARABIC = """
شركة المثال للمقاولات
أغادير، المغرب
التاريخ: 31/07/2026
شهادة عمل
نشهد نحن الموقعون أسفله أن السيد حمزة بنكيران يعمل لدينا بصفة كهربائي منذ 26/09/2023 وما زال يشغل هذا المنصب
رقم جواز السفر V5840376
المدير
"""

CHINESE = """
示例食品有限公司
在职证明
兹证明邓小玲女士自2015年3月1日起在我公司工作，担任厨师职务，月薪人民币8000元。
护照号码：E12345678
特此证明
2026年8月12日
"""

PUNJABI = """
ਸਨਰਾਈਜ਼ ਨਰਸਰੀਜ਼ ਪ੍ਰਾਈਵੇਟ ਲਿਮਟਿਡ
ਲੁਧਿਆਣਾ, ਪੰਜਾਬ
ਮਿਤੀ: 12/09/2026
ਇਹ ਤਸਦੀਕ ਕੀਤਾ ਜਾਂਦਾ ਹੈ ਕਿ ਸ੍ਰੀ ਹਰਜੀਤ ਸਿੰਘ ਸਿੱਧੂ ਸਾਡੀ ਕੰਪਨੀ ਵਿੱਚ 11/07/2018 ਤੋਂ ਫਾਰਮ ਸੁਪਰਵਾਈਜ਼ਰ ਵਜੋਂ ਕੰਮ ਕਰ ਰਹੇ ਹਨ।
ਪਾਸਪੋਰਟ ਨੰਬਰ X1768336
"""

RUSSIAN = """
ООО «Пример Строй»
г. Киев, ул. Примерная, 12
15.03.2025 г.
СПРАВКА
Настоящая справка дана Ковальчуку Андрею Петровичу в том, что он действительно работает в ООО «Пример Строй» в должности
сварщика с 01.04.2019 по настоящее время. Заработная плата составляет 25 000 руб. в месяц.
Паспорт FA123456
Директор Петренко О. В.
"""

VIETNAMESE = """
CÔNG TY TNHH VÍ DỤ
Số 12 Đường Lê Lợi, Cần Thơ, Việt Nam
Cần Thơ, ngày 15 tháng 3 năm 2025
GIẤY XÁC NHẬN CÔNG TÁC
Chúng tôi xác nhận bà Hoàng Thị Lan đang làm việc tại công ty từ ngày 01/04/2019 với chức vụ đầu bếp,
mức lương 12.000.000 đồng.
Hộ chiếu số B1234567
Giám đốc
"""

PORTUGUESE = """
Restaurante Exemplo Ltda
Recife, 15 de março de 2025
DECLARAÇÃO DE EMPREGO
Declaramos para os devidos fins que a Sra. Juliana Albuquerque trabalha nesta empresa desde 4 de janeiro de 2019,
exercendo a função de cozinheira, com salário mensal de R$ 3.200,00.
Atenciosamente,
Maria Exemplo
"""

GERMAN = """
Beispiel Logistik GmbH
Musterstraße 12, Hamburg
15. März 2025
Arbeitsbescheinigung
Hiermit bestätigen wir, dass Herr Oleksandr Petrenko seit dem 1. April 2019 bei uns als Lagerarbeiter beschäftigt ist.
Das monatliche Bruttogehalt beträgt 2.450,00 EUR.
Mit freundlichen Grüßen
Anna Beispiel
"""

FILIPINO = """
HALIMBAWA BAKERY
Lungsod ng Quezon, Pilipinas
Marso 15, 2025
SERTIPIKASYON
Ito ay nagpapatunay na si G. Rodel Dimaculangan ay nagtatrabaho sa aming panaderya mula Enero 4, 2019 bilang panadero.
"""

PAPERS = [
    (SPANISH_LETTER, "es", "Spanish", {"document_date": "2025-03-15"}),
    (
        SPANISH_EXPLANATION,
        "es",
        "Spanish",
        {"document_date": "2026-10-06", "passport_number": "N3024701", "application_number": "W335043239"},
    ),
    (ARABIC, "ar", "Arabic", {"document_date": "2026-07-31", "passport_number": "V5840376"}),
    (CHINESE, "zh", "Chinese", {"document_date": "2026-08-12", "passport_number": "E12345678"}),
    (PUNJABI, "pa", "Punjabi", {"passport_number": "X1768336"}),
    (RUSSIAN, "ru", "Russian", {"document_date": "2025-03-15", "passport_number": "FA123456"}),
    (VIETNAMESE, "vi", "Vietnamese", {"passport_number": "B1234567", "document_date": "2025-03-15"}),
    (PORTUGUESE, "pt", "Portuguese", {"document_date": "2025-03-15"}),
    (GERMAN, "de", "German", {"document_date": "2025-03-15"}),
    (FILIPINO, "tl", "Filipino", {"document_date": "2025-03-15"}),
]


@pytest.mark.parametrize(("text", "code", "name", "said"), PAPERS)
@pytest.mark.parametrize("make", [pdf, docx])
def test_numbers_and_the_day_are_read_and_nothing_else(
    make: Callable[[str], Document], text: str, code: str, name: str, said: dict[str, str]
) -> None:
    paper = extract(make(text))
    assert (paper.kind, paper.language) == ("unknown", code)
    assert {fact.attribute: fact.value for fact in paper.facts} == said
    assert paper.records == ()
    (problem,) = paper.problems
    assert problem.code == "language"
    assert f"written in {name}:" in problem.message
    assert "certified translation" in problem.message


@pytest.mark.parametrize(("text", "code", "name", "said"), PAPERS)
def test_every_value_stands_in_the_paper(text: str, code: str, name: str, said: dict[str, str]) -> None:
    document = pdf(text)
    for fact in extract(document).facts:
        assert fact.evidence.quote is not None and fact.evidence.quote in document.text
        assert fact.evidence.page == 1 and fact.evidence.box is not None


def test_a_birth_date_is_not_the_day_of_the_paper() -> None:
    text = SPANISH_LETTER.replace(
        "Guadalajara, Jalisco, a 15 de marzo de 2025", "Nacido el 15 de marzo de 1990"
    )
    assert extract(pdf(text)).fact("document_date") is None


def test_a_day_that_can_be_read_both_ways_is_left_out() -> None:
    assert extract(pdf(ARABIC.replace("31/07/2026", "03/07/2026"))).fact("document_date") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I have worked with the company for five years and my manager is in this town.", "en"),
        ("Je travaille pour la société depuis cinq ans et mon chef est dans cette ville.", "fr"),
        ("Certificate No. 37924 of Mr. Joaquín Olvera Peña, Guadalajara, Jalisco, México", "en"),
        ("Zbruch 12 34", None),
        ("Шановний пане, підприємство засвідчує, що їхній працівник працює з 2019 року", "uk"),
        ("گواهی می‌شود که آقای رضا احمدی از سال پیش در این شرکت کار می‌کند و حقوق می‌گیرد", "fa"),
        ("تصدیق کی جاتی ہے کہ مسٹر احمد ہماری کمپنی میں کام کرتے ہیں اور ان کی تنخواہ", "ur"),
        (
            "当社は、田中さんが二〇一九年から当社で働いていることを証明いたします。よろしくお願いします。",
            "ja",
        ),
    ],
)
def test_languages_are_told_apart(text: str, code: str | None) -> None:
    assert language(text) == code


def test_an_english_paper_with_a_foreign_name_keeps_its_language() -> None:
    paper = extract(
        pdf("""
        Minutes of the gardening club
        We met on the first day of the month, and the chair read from the letter of señora Peña de la Cruz.
    """)
    )
    assert paper.kind == "unknown" and paper.problems == () and paper.facts == ()


def test_every_language_has_a_name_of_its_own() -> None:
    names = [one.name for one in languages().values()]
    assert len(names) == len(set(names))
    assert all(one.words or one.letters for one in languages().values())


FORM = (
    "draft/imm1295.pdf as of 2026-03-01: family_name=OLVERA given_names=JOAQUIN birth_date=1994-10-27 "
    "passport_number={}"
)


def test_a_number_of_somebody_else_accuses_nobody() -> None:
    form = case_of(FORM.format("N9990001")).papers[0]
    case = assemble("", [form, extract(pdf(SPANISH_EXPLANATION))])
    letter = next(paper for paper in case.papers if paper.kind == "unknown")
    assert letter.person is None
    assert {finding.rule for finding in run(case)} == {"document/unknown-kind"}


def test_the_applicants_number_makes_it_the_applicants_paper() -> None:
    form = case_of(FORM.format("N3024701")).papers[0]
    case = assemble("", [form, extract(pdf(SPANISH_EXPLANATION))])
    assert {paper.person for paper in case.papers} == {"p1"}
    (finding,) = run(case)
    assert finding.rule == "document/unknown-kind"
    assert "written in Spanish" in finding.detail
