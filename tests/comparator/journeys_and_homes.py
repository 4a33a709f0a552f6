"""Invented families without a contradiction, from many places, in the notation of the rules' examples.

Each tells its journeys and homes as people do: by day, month or year, with renewed permits, moves, visits home,
changes of planes, work at sea and from home, and letters that mention what they like.
"""

COOK_BACK_FROM_QATAR = """
    2022/imm5257.pdf as of 2022-01-10: citizenship=NP birth_country=NP family_name=ADHIKARI birth_date=1989-06-04
    2022/imm5257.pdf as of 2022-01-10: residence country=QA status=worker from=2016-06-17 to=2023-12-31
    2022/imm5257.pdf as of 2022-01-10: job employer="Blue Lantern" title=cook city=Doha country=QA from=2016-06 to=present
    2022/imm5257.pdf as of 2022-01-10: address street="75 Harbour Road" city=Doha country=QA
    draft/imm1295.pdf as of 2026-03-01: citizenship=NP birth_country=NP family_name=ADHIKARI birth_date=1989-06-04
    draft/imm1295.pdf as of 2026-03-01: residence country=NP status=citizen
    draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2016-06-17 to=2023-09-28
    draft/imm1295.pdf as of 2026-03-01: job employer="Garden Court" title=cook city=Butwal country=NP from=2023-10 to=present
    draft/imm1295.pdf as of 2026-03-01: job employer="Blue Lantern" title=cook city=Doha country=QA from=2016-06 to=2023-09
    draft/imm1295.pdf as of 2026-03-01: address street="58 Temple Lane" city=Butwal country=NP
    draft/imm5669.pdf as of 2026-03-01: family_name=ADHIKARI birth_date=1989-06-04
    draft/imm5669.pdf as of 2026-03-01: address street="58 Temple Lane" city=Butwal country=NP from=2023-10 to=present
    draft/imm5669.pdf as of 2026-03-01: address street="75 Harbour Rd." city=Doha country=QA from=2016-06 to=2023-09
    draft/imm5669.pdf as of 2026-03-01: address street="2 Hill Road" city=Butwal country=NP from=2007-01 to=2016-06
    draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-05-15 to=2022-05-26 purpose=family
    draft/imm5562.pdf as of 2026-03-01: trip country=TH city=Bangkok from=2024-03-12 to=2024-03-23 purpose=tourism
    draft/imm5257b.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-05 to=2022-05
    draft/imm5257b.pdf as of 2026-03-01: trip country=TH city=Bangkok from=2024-03 to=2024-03
    draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2022-05-15 to=2022-05-26
    draft/travel-history.docx as of 2026-02-20: trip country=NP city=Kathmandu from=2020-01-05 to=2020-02-28
    draft/travel-history.docx as of 2026-02-20: trip country=TH city=Bangkok from=2024-03-12 to=2024-03-23
    draft/explanation-letter.pdf as of 2026-02-25: trip country=AE city=Dubai from=2022 to=2022
    draft/explanation-letter.pdf as of 2026-02-25: text "I have visited Dubai (2022). I never travelled without a visa."
"""

SEAFARER = """
    draft/imm1295.pdf as of 2026-03-01: citizenship=PH birth_country=PH family_name=CRUZ birth_date=1990-01-16
    draft/imm1295.pdf as of 2026-03-01: residence country=PH status=citizen
    draft/imm1295.pdf as of 2026-03-01: job employer="Star Ship Management" title="Second engineer" city=Singapore country=SG from=2017-02 to=present
    draft/imm1295.pdf as of 2026-03-01: address street="PO Box 12" city=Cebu country=PH
    draft/imm5669.pdf as of 2026-03-01: address street="14 Mango Avenue" city="Cebu City" country=PH from=2009-02 to=present
    draft/imm5562.pdf as of 2026-03-01: trip country=BR city=Santos from=2021-02-05 to=2021-07-26 purpose=other
    draft/imm5562.pdf as of 2026-03-01: trip country=JP city=Tokyo from=2023-04-02 to=2023-04-12 purpose=tourism
    draft/travel-history.docx as of 2026-02-20: trip country=BR city=Santos from=2021-02-05 to=2021-07-26
    draft/travel-history.docx as of 2026-02-20: trip country=QA city=Doha from=2021-07-26 to=2021-07-27 purpose=transit
    draft/travel-history.docx as of 2026-02-20: trip country=JP city=Tokyo from=2023-04-01 to=2023-04-13
    draft/cv.pdf as of 2026-02-01: job employer="Star Ship Management" title="Second engineer" city=Singapore country=SG from=2017-02 to=present
"""

ACCOUNTANT_ONCE_IN_TURKEY = """
    2024/imm1295.pdf as of 2024-03-18: citizenship=IR birth_country=IR family_name=MORADI birth_date=1990-01-16
    2024/imm1295.pdf as of 2024-03-18: residence country=IR status=citizen from=1990-01-16
    2024/imm1295.pdf as of 2024-03-18: residence country=TR status=worker from=2017-08-03 to=2023-12-23
    2024/imm1295.pdf as of 2024-03-18: address street="6 Republic Avenue" city=Isfahan country=IR
    draft/imm1295.pdf as of 2026-03-01: citizenship=IR birth_country=IR family_name=MORADI birth_date=1990-01-16
    draft/imm1295.pdf as of 2026-03-01: residence country=IR status=citizen
    draft/imm1295.pdf as of 2026-03-01: residence country=TR status=worker from=2017-08 to=2023-12
    draft/imm1295.pdf as of 2026-03-01: address street="Unit 4, No. 6 Republic Ave" city=Esfahan country=IR
    draft/imm5669.pdf as of 2026-03-01: address street="6 Republic Avenue" city=Isfahan country=IR from=2023-12 to=present
    draft/imm5669.pdf as of 2026-03-01: address street="33 Harbour Road" city=Izmir country=TR from=2017-08 to=2023-12
    draft/imm5669.pdf as of 2026-03-01: address street="52 Canal Street" city=Isfahan country=IR from=2008-01 to=2017-08
    draft/imm5562.pdf as of 2026-03-01: trip country=FR city=Paris from=2019-02-03 to=2019-02-10
    draft/imm5562.pdf as of 2026-03-01: trip country=GE city=Tbilisi from=2022-12-28 to=2023-01-04
    draft/explanation-letter.pdf as of 2026-02-25: trip country=GE city=Tbilisi from=2023 to=2023
    draft/explanation-letter.pdf as of 2026-02-25: text "I lived in Turkey until 2023. I currently live in Isfahan, Iran."
"""

ELECTRICIAN_BACK_IN_MOROCCO = """
    draft/imm1295.pdf as of 2026-03-01: citizenship=MA birth_country=MA family_name=BENKIRANE birth_date=1991-02-08
    draft/imm1295.pdf as of 2026-03-01: residence country=MA status=citizen
    draft/imm1295.pdf as of 2026-03-01: residence country=FR status=worker from=2016-06-10 to=2023-09-16
    draft/imm1295.pdf as of 2026-03-01: job employer=Zenith title=électricien city=Agadir country=MA from=2023-09 to=present
    draft/imm1295.pdf as of 2026-03-01: job employer=Northgate title=électricien city=Lyon country=FR from=2016-06 to=2023-09
    draft/imm1295.pdf as of 2026-03-01: address street="70 rue du Temple" city=Agadir country=MA
    draft/imm5669.pdf as of 2026-03-01: address street="70, rue du Temple" city=Agadir country=MA from=2023-09 to=present
    draft/imm5669.pdf as of 2026-03-01: address street="36 rue du Port" city=Lyon country=FR from=2016-06 to=2023-09
    draft/imm5669.pdf as of 2026-03-01: address street="157 rue du Canal" city=Agadir country=MA from=2009-09 to=2016-06
    draft/imm5562.pdf as of 2026-03-01: trip country=ES city="Barcelone, Lisbonne (Portugal)" from=2019-07-01 to=2019-07-15
    draft/travel-history.docx as of 2026-02-20: trip country=ES city=Barcelone from=2019-07-01 to=2019-07-08
    draft/travel-history.docx as of 2026-02-20: trip country=PT city=Lisbonne from=2019-07-08 to=2019-07-15
    draft/explanation-letter.pdf as of 2026-02-25: text "Je n'ai jamais voyagé sans visa et je n'ai jamais été refusé. J'habite à Agadir, au Maroc."
"""

TRADER = """
    draft/imm1295.pdf as of 2026-03-01: citizenship=NG birth_country=NG family_name=OKAFOR birth_date=1985-03-02
    draft/imm1295.pdf as of 2026-03-01: residence country=NG status=citizen
    draft/imm1295.pdf as of 2026-03-01: job employer="Okafor Fabrics" title="Trader / owner" city=Lagos country=NG from=2012-01 to=present
    draft/imm1295.pdf as of 2026-03-01: address street="12 Allen Avenue" city=Lagos country=NG
    draft/imm5562.pdf as of 2026-03-01: trip country=CN city=Guangzhou from=2018-03-01 to=2018-05-20 purpose=business
    draft/imm5562.pdf as of 2026-03-01: trip country=CN city=Guangzhou from=2019-03-01 to=2019-05-21 purpose=business
    draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2023-10-01 to=2023-11-25
    draft/explanation-letter.pdf as of 2026-02-25: trip country=CN city=Guangzhou from=2018 to=2018
    draft/explanation-letter.pdf as of 2026-02-25: trip country=CN city=Guangzhou from=2019 to=2019
    draft/explanation-letter.pdf as of 2026-02-25: text "The officer wrote that I have no travel history, but I have been to China twice."
"""

DEVELOPER_AT_HOME = """
    draft/imm1295.pdf as of 2026-03-01: citizenship=IN birth_country=IN family_name=SINGH birth_date=1993-05-12
    draft/imm1295.pdf as of 2026-03-01: residence country=IN status=citizen
    draft/imm1295.pdf as of 2026-03-01: job employer="Soft GmbH" title="Developer (remote)" city=Berlin country=DE from=2020-02 to=present
    draft/imm1295.pdf as of 2026-03-01: address street="H. No. 12, Sector 5" city=Mohali country=IN
    draft/imm5669.pdf as of 2026-03-01: address street="House 12 Sector 5" city=Mohali country=IN from=2011-04 to=present
    draft/imm5562.pdf as of 2026-03-01: trip city="Schengen area (Germany, France, Italy)" from=2022-06-01 to=2022-07-12
    draft/imm5562.pdf as of 2026-03-01: trip country=SG city=Singapore from=2024-01-03 to=2024-01-09
    draft/travel-history.docx as of 2026-02-20: trip country=DE city=Berlin from=2022-06-01 to=2022-06-20 purpose=business
    draft/travel-history.docx as of 2026-02-20: trip country=FR city=Paris from=2022-06-20 to=2022-07-01
    draft/travel-history.docx as of 2026-02-20: trip country=IT city=Rome from=2022-07-01 to=2022-07-12
    draft/travel-history.docx as of 2026-02-20: trip country=SG city=Singapore from=2024-01-03 to=2024-01-09
"""

BOOKKEEPER_IN_CANADA = """
    draft/permit_1.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
    draft/permit_2.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
    draft/permit_3.pdf as of 2024-06-12: permit number=U334086166 status="Work Permit" from=2024-06-12 to=2027-03-31
    2024/imm5710.pdf as of 2024-03-10: citizenship=PH birth_country=PH family_name=DIAZ birth_date=1991-12-14
    2024/imm5710.pdf as of 2024-03-10: residence country=CA status=worker from=2021-06-20 to=2024-06-20
    2024/imm5710.pdf as of 2024-03-10: entry country=CA city=Toronto from=2019-08-20 purpose=studies
    2024/imm5710.pdf as of 2024-03-10: entry country=CA city=Toronto from=2023-01-09
    2024/imm5710.pdf as of 2024-03-10: address street="402 Riverside Drive" city=Brampton country=CA
    2024/imm5710.pdf as of 2024-03-10: education institution="Bow College" country=CA city=Brampton from=2019-09 to=2021-05
    draft/imm5710.pdf as of 2026-03-01: citizenship=PH birth_country=PH family_name=DIAZ birth_date=1991-12-14
    draft/imm5710.pdf as of 2026-03-01: residence country=CA status=worker from=2024-06-12 to=2027-03-31
    draft/imm5710.pdf as of 2026-03-01: entry country=CA city="Toronto Pearson" from=2019-08-20 purpose=studies
    draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2025-01-08
    draft/imm5710.pdf as of 2026-03-01: address street="402 Riverside Dr" city=Brampton country=CA
    draft/imm5562.pdf as of 2026-03-01: trip country=US city=Buffalo from=2024-09-02 to=2024-09-02
    draft/travel-history.docx as of 2026-02-20: trip country=PH city=Cebu from=2022-12-18 to=2023-01-09
    draft/travel-history.docx as of 2026-02-20: trip country=US city=Buffalo from=2024-09-02 to=2024-09-02
    draft/travel-history.docx as of 2026-02-20: trip country=PH city=Cebu from=2024-12-18 to=2025-01-08
    draft/explanation-letter.pdf as of 2026-02-25: text "I first came to Canada in August 2019. My sister entered Canada on May 3, 2018. I live in Brampton, Ontario."
"""

WORKER_BACK_FROM_HOUSTON = """
    2021/imm5257.pdf as of 2021-05-05: citizenship=MX birth_country=MX family_name=OLVERA birth_date=1994-10-27
    2021/imm5257.pdf as of 2021-05-05: residence country=US status=worker from=2020-11-03 to=2022-12-31
    2021/imm5257.pdf as of 2021-05-05: job employer=Lantern title=cook city=Houston country=US from=2020-11 to=present
    2021/imm5257.pdf as of 2021-05-05: address street="147 Harbour Road" city=Houston country=US
    2025/imm1295.pdf as of 2025-08-23: citizenship=MX birth_country=MX family_name=OLVERA birth_date=1994-10-27
    2025/imm1295.pdf as of 2025-08-23: residence country=MX status=citizen
    2025/imm1295.pdf as of 2025-08-23: residence country=US status=worker from=2020-11-03 to=2024-06-29
    2025/imm1295.pdf as of 2025-08-23: address street="9 School Street" city=León country=MX
    draft/imm1295.pdf as of 2026-03-01: citizenship=MX birth_country=MX family_name=OLVERA birth_date=1994-10-27
    draft/imm1295.pdf as of 2026-03-01: residence country=MX status=citizen
    draft/imm1295.pdf as of 2026-03-01: residence country=US status=worker from=2020-11-03 to=2024-06-29
    draft/imm1295.pdf as of 2026-03-01: address street="43 Temple Lane" city="Leon" country=MX
    draft/imm5669.pdf as of 2026-03-01: address street="43 Temple Lane" city=León country=MX from=2025-12 to=present
    draft/imm5669.pdf as of 2026-03-01: address street="9 School Street" city=León country=MX from=2024-07 to=2025-12
    draft/imm5669.pdf as of 2026-03-01: address street="147 Harbour Road" city=Houston country=US from=2020-11 to=2024-07
    draft/imm5669.pdf as of 2026-03-01: address street="79 Canal Street" city=León country=MX from=2013-09 to=2020-11
    draft/imm5562.pdf as of 2026-03-01: trip country=TR city=Istanbul from=2018-03-03 to=2018-03-08
    draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2019-05-08 to=2019-05-21
    draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2019-05-08 to=2019-05-21
    draft/imm5257b.pdf as of 2026-03-01: family_name=OLVERA birth_date=1994-10-27
"""

REFUGE_IN_POLAND = """
    2023/imm1295.pdf as of 2023-05-01: citizenship=UA birth_country=UA family_name=BOIKO birth_date=1992-02-02
    2023/imm1295.pdf as of 2023-05-01: residence country=PL status=protected from=2022-03-05 to=2024-03-04
    2023/imm1295.pdf as of 2023-05-01: address street="ul. Długa 5" city=Warszawa country=PL
    draft/imm1295.pdf as of 2026-03-01: citizenship=UA birth_country=UA family_name=BOIKO birth_date=1992-02-02
    draft/imm1295.pdf as of 2026-03-01: residence country=PL status=worker from=2024-09-01 to=2027-08-31
    draft/imm1295.pdf as of 2026-03-01: address street="ul. Dluga 5/3" city=Warsaw country=PL
    draft/imm5669.pdf as of 2026-03-01: address street="Długa 5" city=Warsaw country=PL from=2022-03 to=present
    draft/imm5669.pdf as of 2026-03-01: address street="1 Hill Road" city=Lviv country=UA from=2010-03 to=2022-02
    draft/imm5562.pdf as of 2026-03-01: trip country=DE city=Berlin from=2024-05-01 to=2024-05-04
    draft/travel-history.docx as of 2026-02-20: trip country=DE city=Berlin from=2024-05-01 to=2024-05-04
    draft/travel-history.docx as of 2026-02-20: trip country=UA city=Lviv from=2024-08-01 to=2024-08-25
    draft/explanation-letter.pdf as of 2026-02-25: text "I reside in Warsaw, Poland, since March 2022. My parents live in Ukraine."
"""

STUDENT_BACK_FROM_LEEDS = """
    draft/imm1295.pdf as of 2026-03-01: citizenship=CN birth_country=CN family_name=DENG birth_date=1999-07-12
    draft/imm1295.pdf as of 2026-03-01: residence country=CN status=citizen
    draft/imm1295.pdf as of 2026-03-01: residence country=GB status=student from=2020-09-20 to=2023-01-31
    draft/imm1295.pdf as of 2026-03-01: education institution="Leeds College" city=Leeds country=GB from=2020-09 to=2022-12
    draft/imm1295.pdf as of 2026-03-01: address street="63 Lake View Street" city=Wuhan country=CN
    draft/imm5562.pdf as of 2026-03-01: birth_date=1999-07-12 family_name=DENG given_names=Xiaoling
    draft/imm5562.pdf as of 2026-03-01: trip country=JP city=Tokyo from=2024-03-15 to=2024-03-24
    draft/imm5562.pdf as of 2026-03-01: trip country=JP city=Osaka from=2024-10-01 to=2024-10-07
    draft/travel-history.docx as of 2026-02-20: trip country=TH city=Phuket from=2016-02-05 to=2016-02-10
    draft/travel-history.docx as of 2026-02-20: trip country=JP city=Tokyo from=2024-03-15 to=2024-03-24
    draft/travel-history.docx as of 2026-02-20: trip country=JP city=Osaka from=2024-10-01 to=2024-10-07
    draft/imm5257b.pdf as of 2026-03-01: trip country=JP city=Tokyo from=2024-03 to=2024-03
    draft/imm5257b.pdf as of 2026-03-01: trip country=JP city=Osaka from=2024-10 to=2024-10
"""

TWO_PASSPORTS = """
    draft/imm1295.pdf as of 2026-03-01: citizenship=BR birth_country=BR family_name=ROSSI birth_date=1986-11-23
    draft/imm1295.pdf as of 2026-03-01: residence country=BR status=citizen
    draft/imm1295.pdf as of 2026-03-01: job employer=Orto title=gardener city=Recife country=BR from=2024-01 to=present
    draft/imm1295.pdf as of 2026-03-01: job employer=Vivaio title=giardiniera city=Bologna country=IT from=2019-01 to=2023-12
    draft/imm1295.pdf as of 2026-03-01: address street="Rua da Aurora 166" city=Recife country=BR
    draft/passport_it.pdf as of 2020-03-25: citizenship=IT passport_country=IT family_name=ROSSI birth_date=1986-11-23
    draft/imm5562.pdf as of 2026-03-01: trip country=AR city="Buenos Aires" from=2018-04-15 to=2018-04-22
    draft/explanation-letter.pdf as of 2026-02-25: text "I have never been to Canada. I also hold an Italian passport."
"""

NEVER_ABROAD = """
    draft/imm1295.pdf as of 2026-03-01: citizenship=VN birth_country=VN family_name=HOANG birth_date=1995-10-15
    draft/imm1295.pdf as of 2026-03-01: residence country=VN status=citizen
    draft/imm1295.pdf as of 2026-03-01: job employer=Mekong title=clerk city="Can Tho" country=VN from=2015-07 to=present
    draft/imm1295.pdf as of 2026-03-01: address street="51 Republic Avenue" city="Can Tho" country=VN
    draft/imm5562.pdf as of 2026-03-01: family_name=HOANG given_names=Lan birth_date=1995-10-15
    draft/travel-history.docx as of 2026-02-20: full_name="Lan Hoang"
    draft/explanation-letter.pdf as of 2026-02-25: text "I have never travelled outside Vietnam. My aunt visited Canada in 2019."
"""

TEACHER = """
    2021/imm5562.pdf as of 2021-09-01: family_name=OTIENO birth_date=1988-08-08
    2021/imm5562.pdf as of 2021-09-01: trip country=GB city=London from=2015-07-05 to=2015-08-28 purpose=family
    2021/explanation-letter.pdf as of 2021-09-02: text "I had not travelled before 2015."
    draft/imm1295.pdf as of 2026-03-01: citizenship=KE birth_country=KE family_name=OTIENO birth_date=1988-08-08
    draft/imm1295.pdf as of 2026-03-01: residence country=KE status=citizen
    draft/imm1295.pdf as of 2026-03-01: job employer="Hill School" title=Teacher city=Nairobi country=KE from=2012-01 to=present
    draft/imm5562.pdf as of 2026-03-01: family_name=OTIENO birth_date=1988-08-08
    draft/imm5562.pdf as of 2026-03-01: trip country=ZA city=Durban from=2023-07-05 to=2023-08-28 purpose=family
    draft/imm5562.pdf as of 2026-03-01: trip country=TZ city=Arusha from=2025-12-20 to=2026-01-04
    draft/travel-history.docx as of 2025-12-01: trip country=ZA city=Durban from=2023-07 to=2023-08
"""

COUPLE = """
    draft/imm1295.pdf as of 2026-03-01: citizenship=LK birth_country=LK family_name=PERERA given_names=Nimal birth_date=1987-01-01
    draft/imm1295.pdf as of 2026-03-01: residence country=AE status=worker from=2023-01-10 to=2027-01-09
    draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Dilani Fernando"
    draft/imm1295.pdf as of 2026-03-01: address street="Flat 402, Al Nahda Tower" city=Dubai country=AE
    draft/imm5562.pdf as of 2026-03-01: family_name=PERERA given_names=Nimal birth_date=1987-01-01
    draft/imm5562.pdf as of 2026-03-01: trip country=GE city=Tbilisi from=2024-05-01 to=2024-05-09
    spouse/imm1295.pdf as of 2026-03-01: citizenship=LK birth_country=LK family_name=FERNANDO given_names=Dilani birth_date=1990-02-02
    spouse/imm1295.pdf as of 2026-03-01: residence country=LK status=citizen
    spouse/imm1295.pdf as of 2026-03-01: address street="8 Lake Road" city=Kandy country=LK
    spouse/imm5562.pdf as of 2026-03-01: family_name=FERNANDO given_names=Dilani birth_date=1990-02-02
    spouse/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2024-12-01 to=2025-01-15 purpose=family
"""

FAMILIES = {name: text for name, text in globals().items() if name.isupper() and isinstance(text, str)}
