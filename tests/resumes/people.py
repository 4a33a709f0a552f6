"""Invented people and their careers: what the made curricula vitae say, whatever their layout."""

from typing import NamedTuple


class Role(NamedTuple):
    """A job as it is to be read; dates are ``YYYY-MM``, an end of None is "present"."""

    title: str
    employer: str
    place: str
    start: str
    end: str | None
    duties: tuple[str, ...] = ()


class School(NamedTuple):
    """A study; dates as in :class:`Role`."""

    award: str
    school: str
    place: str
    start: str
    end: str


class Person(NamedTuple):
    """One person: ``french`` says in which language the paper is written."""

    name: str
    email: str
    phone: str
    city: str
    headline: str
    summary: str
    roles: tuple[Role, ...]
    schools: tuple[School, ...]
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    beside: tuple[str, ...] = ()
    """Things with dates that are no jobs: volunteering, projects, courses."""
    french: bool = False


PEOPLE: tuple[Person, ...] = (
    Person(
        "Gurpreet Kaur Dhaliwal",
        "gurpreet.dhaliwal@example.in",
        "+91 98155 50142",
        "Ludhiana, Punjab, India",
        "Registered Nurse",
        "Nurse with nine years in emergency and medical wards, used to triage and to teaching juniors.",
        (
            Role(
                "Staff Nurse",
                "Satluj Multispeciality Hospital",
                "Ludhiana, India",
                "2019-08",
                None,
                (
                    "Cared for up to twelve patients a shift in the emergency ward",
                    "Trained 14 new nurses in 2022",
                ),
            ),
            Role(
                "Junior Nurse",
                "Akal Charitable Clinic",
                "Jagraon, India",
                "2016-04",
                "2019-07",
                ("Gave vaccinations and kept the cold chain",),
            ),
            Role(
                "Nursing Intern",
                "Government Medical College and Hospital",
                "Patiala, India",
                "2015-09",
                "2016-03",
            ),
        ),
        (
            School(
                "B.Sc. Nursing",
                "Baba Farid University of Health Sciences",
                "Faridkot, India",
                "2011-07",
                "2015-06",
            ),
        ),
        ("Triage", "Wound care", "Ventilator management"),
        ("Punjabi", "Hindi", "English"),
        ("Blood donation camp organiser, Rotaract Ludhiana, 2017 - 2019",),
    ),
    Person(
        "Emeka Chukwudi Nwosu",
        "emeka.nwosu@example.ng",
        "+234 803 555 0177",
        "Port Harcourt, Nigeria",
        "Welder and Pipe Fitter",
        "Coded welder (6G) for oil and gas work on land and offshore.",
        (
            Role(
                "Lead Welder",
                "Delta Marine Fabricators Nigeria Ltd",
                "Port Harcourt, Nigeria",
                "2020-02",
                None,
                ("Lead a crew of six welders on pressure vessels", "Read isometric drawings and cut lists"),
            ),
            Role(
                "Pipe Welder",
                "Bonny Island Contractors",
                "Bonny, Nigeria",
                "2016-11",
                "2020-01",
                ("Welded carbon and stainless pipe by TIG and SMAW",),
            ),
            Role("Apprentice Welder", "Chima & Sons Engineering Works", "Aba, Nigeria", "2014-01", "2016-10"),
        ),
        (
            School(
                "National Diploma in Welding and Fabrication",
                "Federal Polytechnic Nekede",
                "Owerri, Nigeria",
                "2011-10",
                "2013-09",
            ),
        ),
        ("SMAW", "GTAW", "Blueprint reading"),
        ("English", "Igbo"),
        ("HSE Level 3 certificate, Lagos, May 2018",),
    ),
    Person(
        "Amélie Rakotomalala",
        "amelie.rakoto@example.mg",
        "+261 34 55 501 23",
        "Antananarivo, Madagascar",
        "Comptable",
        "Comptable bilingue avec huit ans de pratique en cabinet et en entreprise.",
        (
            Role(
                "Comptable principale",
                "Cabinet Ravinala Conseil SARL",
                "Antananarivo, Madagascar",
                "2020-09",
                None,
                (
                    "Tenue des livres de trente clients et déclarations de TVA",
                    "Encadrement de deux aides-comptables",
                ),
            ),
            Role(
                "Aide-comptable",
                "Société Épices du Nord",
                "Antsiranana, Madagascar",
                "2017-02",
                "2020-08",
                ("Saisie des factures et rapprochements bancaires",),
            ),
            Role("Caissière", "Supermarché Jumelle", "Toamasina, Madagascar", "2015-06", "2017-01"),
        ),
        (
            School(
                "Licence en comptabilité",
                "Université d'Antananarivo",
                "Antananarivo, Madagascar",
                "2012-10",
                "2015-07",
            ),
        ),
        ("Sage", "Excel", "Paie"),
        ("Malgache", "Français", "Anglais"),
        ("Bénévole, Croix-Rouge malgache, 2018 - 2021",),
        french=True,
    ),
    Person(
        "Nguyễn Thị Bích Ngọc",
        "bichngoc@example.vn",
        "+84 905 550 118",
        "Đà Nẵng, Vietnam",
        "Pastry Chef",
        "Pastry chef in hotels by the sea; wedding cakes, bread and plated desserts.",
        (
            Role(
                "Pastry Chef",
                "Furama Bay Resort JSC",
                "Đà Nẵng, Vietnam",
                "2021-03",
                None,
                ("Run the pastry kitchen with nine people", "Cut food cost from 34 to 29 per cent"),
            ),
            Role("Demi Chef de Partie", "Hội An Riverside Hotel", "Hội An, Vietnam", "2018-05", "2021-02"),
            Role(
                "Commis Baker", "Bánh Mì Sài Gòn Co., Ltd.", "Ho Chi Minh City, Vietnam", "2016-07", "2018-04"
            ),
        ),
        (
            School(
                "Diploma in Culinary Arts",
                "Saigontourist Hospitality College",
                "Ho Chi Minh City, Vietnam",
                "2014-09",
                "2016-06",
            ),
        ),
        ("Chocolate work", "HACCP"),
        ("Vietnamese", "English"),
        ("Da Nang Cake Festival, second prize, 2019",),
    ),
    Person(
        "Carlos Eduardo Figueiredo Lima",
        "cadu.lima@example.com.br",
        "+55 41 99555 0136",
        "Curitiba, Brazil",
        "Heavy-Duty Mechanic",
        "Mechanic for trucks and farm machines, twelve years in dealers' workshops.",
        (
            Role(
                "Heavy-Duty Mechanic",
                "Paraná Tratores Ltda.",
                "Curitiba, Brazil",
                "2018-10",
                None,
                ("Diagnose and mend diesel engines and hydraulics",),
            ),
            Role(
                "Truck Mechanic",
                "Oficina Irmãos Bertoldi",
                "Londrina, Brazil",
                "2013-03",
                "2018-09",
                ("Overhauled gearboxes",),
            ),
            Role("Mechanic's Helper", "Auto Posto Três Rios", "Maringá, Brazil", "2011-01", "2013-02"),
        ),
        (
            School(
                "Technical Diploma in Automotive Maintenance",
                "SENAI Paraná",
                "Curitiba, Brazil",
                "2009-02",
                "2010-12",
            ),
        ),
        ("Hydraulics", "Diesel injection"),
        ("Portuguese", "English"),
    ),
    Person(
        "Karim Benchekroun",
        "k.benchekroun@example.ma",
        "+212 661-555-014",
        "Casablanca, Maroc",
        "Cuisinier",
        "Cuisinier de restaurant et de collectivité, spécialiste des grillades.",
        (
            Role(
                "Chef de partie",
                "Restaurant Le Phare",
                "Casablanca, Maroc",
                "2019-11",
                None,
                ("Préparation des viandes et des sauces pour cent vingt couverts",),
            ),
            Role("Second de cuisine", "Riad Al Andalous", "Marrakech, Maroc", "2016-01", "2019-10"),
            Role(
                "Commis de cuisine",
                "Hôtel Atlas Marina",
                "Agadir, Maroc",
                "2013-06",
                "2015-12",
                ("Mise en place",),
            ),
        ),
        (
            School(
                "Diplôme de technicien en cuisine",
                "Institut spécialisé de technologie hôtelière",
                "Mohammedia, Maroc",
                "2011-09",
                "2013-06",
            ),
        ),
        ("HACCP", "Gestion des stocks"),
        ("Arabe", "Français"),
        french=True,
    ),
    Person(
        "Olena Hryhorivna Tkachuk",
        "olena.tkachuk@example.ua",
        "+380 67 555 01 29",
        "Lviv, Ukraine",
        "Software Tester",
        "Tester of web and mobile programs with an eye for what users do wrong.",
        (
            Role(
                "Senior QA Engineer",
                "Karpaty Soft LLC",
                "Lviv, Ukraine",
                "2022-01",
                None,
                ("Built the regression suite, 900 cases", "Cut the release from 5 days to 1"),
            ),
            Role("QA Engineer", "BlueWheat Systems", "Kyiv, Ukraine", "2019-04", "2021-12"),
            Role("Technical Support Specialist", "Zorya Telecom", "Ternopil, Ukraine", "2017-09", "2019-03"),
        ),
        (
            School(
                "Bachelor of Computer Science",
                "Ivan Franko National University of Lviv",
                "Lviv, Ukraine",
                "2013-09",
                "2017-06",
            ),
        ),
        ("Selenium", "SQL", "Python"),
        ("Ukrainian", "English"),
        ("Open-source project: Testbee, 2020 - 2023",),
    ),
    Person(
        "Rashid Mahmood Qureshi",
        "rashid.qureshi@example.pk",
        "+92 300 5550 164",
        "Faisalabad, Pakistan",
        "Long-Haul Truck Driver",
        "Driver with a clean record and 600,000 km in heavy trucks and tankers.",
        (
            Role(
                "Truck Driver",
                "Al-Madina Goods Transport (Pvt.) Ltd.",
                "Faisalabad, Pakistan",
                "2021-05",
                None,
                ("Drive 22-wheelers between Karachi and Peshawar",),
            ),
            Role(
                "Tanker Driver",
                "Gulf Petro Haulage FZE",
                "Sharjah, United Arab Emirates",
                "2016-02",
                "2021-03",
            ),
            Role("Delivery Driver", "Chenab Textile Mills", "Faisalabad, Pakistan", "2012-08", "2016-01"),
        ),
        (
            School(
                "Intermediate in Commerce",
                "Government College of Commerce",
                "Faisalabad, Pakistan",
                "2008-09",
                "2010-06",
            ),
        ),
        ("Defensive driving", "Load securing"),
        ("Urdu", "Punjabi", "English"),
        ("First aid course, Sharjah, 12 June 2018",),
    ),
    Person(
        "Marisol Quispe Huamán",
        "marisol.quispe@example.pe",
        "+51 984 555 019",
        "Cusco, Peru",
        "Hotel Supervisor",
        "Front-desk and housekeeping supervisor in hotels of eighty to two hundred rooms.",
        (
            Role(
                "Front Office Supervisor",
                "Hotel Valle Sagrado S.A.C.",
                "Urubamba, Peru",
                "2020-07",
                None,
                ("Plan the shifts of eleven people", "Answer guests' letters in two languages"),
            ),
            Role("Receptionist", "Hostal Plaza Regocijo", "Cusco, Peru", "2017-03", "2020-03"),
            Role("Room Attendant", "Inka Tours Lodge", "Puno, Peru", "2015-05", "2017-02"),
        ),
        (
            School(
                "Technical Degree in Hospitality",
                "Instituto Superior Khipu",
                "Cusco, Peru",
                "2012-03",
                "2014-12",
            ),
        ),
        ("Opera PMS", "Revenue reports"),
        ("Spanish", "Quechua", "English"),
    ),
    Person(
        "Fatoumata Binta Diallo",
        "fbdiallo@example.sn",
        "+221 77 555 01 48",
        "Dakar, Sénégal",
        "Aide-soignante",
        "Aide-soignante diplômée, douce et ponctuelle, auprès de personnes âgées.",
        (
            Role(
                "Aide-soignante",
                "Clinique de la Corniche",
                "Dakar, Sénégal",
                "2021-01",
                None,
                ("Soins d'hygiène et de confort", "Surveillance de nuit"),
            ),
            Role("Auxiliaire de vie", "Maison de retraite Teranga", "Thiès, Sénégal", "2018-04", "2020-12"),
            Role(
                "Vendeuse",
                "Pharmacie du Marché",
                "Saint-Louis, Sénégal",
                "2016-02",
                "2018-03",
                ("Accueil des clients",),
            ),
        ),
        (
            School(
                "Certificat d'aide-soignante",
                "École nationale de développement sanitaire et social",
                "Dakar, Sénégal",
                "2014-10",
                "2015-12",
            ),
        ),
        ("Premiers secours", "Écoute"),
        ("Wolof", "Pulaar", "Français"),
        ("Projet Santé pour tous, 2019 - 2020",),
        french=True,
    ),
    Person(
        "Park Ji-hoon",
        "jihoon.park@example.kr",
        "+82 10-5550-0193",
        "Incheon, South Korea",
        "CNC Machinist",
        "Machinist for five-axis mills and lathes in aerospace and car parts.",
        (
            Role(
                "CNC Machinist",
                "Hansung Precision Co., Ltd.",
                "Incheon, South Korea",
                "2017-12",
                None,
                ("Set up five-axis mills to 0.01 mm", "Wrote setup sheets for forty parts"),
            ),
            Role("Lathe Operator", "Dongbu Machinery", "Changwon, South Korea", "2014-03", "2017-11"),
            Role("Sergeant", "Republic of Korea Army", "Paju, South Korea", "2012-02", "2013-11"),
        ),
        (
            School(
                "Associate Degree in Mechanical Engineering",
                "Inha Technical College",
                "Incheon, South Korea",
                "2010-03",
                "2014-02",
            ),
        ),
        ("Mastercam", "GD&T"),
        ("Korean", "English"),
    ),
    Person(
        "Şebnem Aydoğan",
        "sebnem.aydogan@example.com.tr",
        "+90 532 555 01 71",
        "İzmir, Türkiye",
        "Early Childhood Educator",
        "Educator of small children, with songs, clay and much patience.",
        (
            Role(
                "Kindergarten Teacher",
                "Papatya Anaokulu",
                "İzmir, Türkiye",
                "2019-09",
                None,
                ("Lead a group of eighteen children aged four and five",),
            ),
            Role("Assistant Teacher", "Mavi Balık Kreş", "Manisa, Türkiye", "2017-02", "2019-06"),
            Role("Babysitter", "Self-employed", "İzmir, Türkiye", "2015-09", "2017-01"),
        ),
        (
            School(
                "Bachelor of Preschool Education", "Ege University", "İzmir, Türkiye", "2011-09", "2015-06"
            ),
        ),
        ("Montessori", "First aid"),
        ("Turkish", "English"),
        ("Erasmus+ volunteer, Leipzig, 2016 - 2017",),
    ),
    Person(
        "Dwayne Anthony Clarke",
        "dwayne.clarke@example.jm",
        "+1 876-555-0121",
        "Montego Bay, Jamaica",
        "Farm and Greenhouse Worker",
        "Seasonal worker with four harvests in Ontario and ten years on the land at home.",
        (
            Role(
                "Greenhouse Worker",
                "Maple Vine Produce Inc.",
                "Leamington, Ontario, Canada",
                "2022-02",
                "2022-10",
                ("Picked and packed tomatoes",),
            ),
            Role(
                "Farm Labourer",
                "Great River Estates",
                "Montego Bay, Jamaica",
                "2014-06",
                "2022-01",
                ("Planted yam and cane",),
            ),
            Role(
                "Hotel Groundskeeper",
                "Doctor's Cove Beach Club",
                "Montego Bay, Jamaica",
                "2012-01",
                "2014-05",
            ),
        ),
        (
            School(
                "Secondary School Certificate",
                "Cornwall College",
                "Montego Bay, Jamaica",
                "2005-09",
                "2010-06",
            ),
        ),
        ("Irrigation", "Tractor driving"),
        ("English",),
    ),
    Person(
        "Zhang Xiaoling",
        "xiaoling.zhang@example.cn",
        "+86 138 5550 0182",
        "Chengdu, China",
        "Marketing Specialist",
        "Specialist in online shops and social media for food and tea brands.",
        (
            Role(
                "Marketing Manager",
                "Sichuan Qingshan Tea Co., Ltd.",
                "Chengdu, China",
                "2020-06",
                None,
                ("Tripled online orders between 2020 and 2023", "Lead a team of four"),
            ),
            Role("Brand Specialist", "Lotus Lane Foods", "Chongqing, China", "2017-07", "2020-05"),
            Role("Marketing Assistant", "Panda Trade Group", "Shanghai, China", "2016-03", "2017-06"),
        ),
        (
            School(
                "Master of Business Administration",
                "Sichuan University",
                "Chengdu, China",
                "2018-09",
                "2020-06",
            ),
            School(
                "Bachelor of Arts in English",
                "Chongqing Normal University",
                "Chongqing, China",
                "2012-09",
                "2016-06",
            ),
        ),
        ("Tmall", "Photoshop"),
        ("Mandarin", "English"),
        ("Speaker, China Tea Expo, October 2021",),
    ),
)
