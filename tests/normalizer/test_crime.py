"""What registers and letters say of arrests and convictions, and what they say to deny them."""

import pytest

from consistency.normalizer.crime import admission, charged, entry, only_traffic

ENTRIES = (
    "Escroquerie, 12 mois d'emprisonnement ferme",
    "12/03/2016 | TGI de Thiès | Abus de confiance | relaxé",
    "Case No. 12/2019: assault, discharged",
    "Affaire n° 118/2017 : vol simple",
    "Détention de stupéfiants, un an",
    "The search identified: 2023-03-14 Windsor, Ontario, impaired driving, fine $1,000",
    "one record: arrested 2018-08-03 for disorderly conduct; released without charge.",
    "in respect of A B, born on 1 Jan 1990: arrested on 3 August 2018 for theft, released without charge.",
    "The above named person was convicted on 3 May 2014 and fined.",
    "Offence: Theft | Date: 2014-05-03 | Sentence: 6 months suspended",
    "12/03/2015  Tribunal correctionnel de Lyon  Vol simple  6 mois d'emprisonnement avec sursis",
    "Le nommé a été condamné le 12 mars 2015 pour conduite en état d'ivresse.", "Mis en cause en 2017 pour recel",
    "Criminal record: YES", "HIT: with derogatory record", "has a criminal record",
    "There is a pending case against him at the Magistrate Court.",
    "The applicant was charged with assault in 2016; the charge was withdrawn.",
    "Registra antecedentes penales: hurto, 2012", "charged under section 379 IPC on 2015-02-11, acquitted 2017",
    "A conviction of 2012 was pardoned in 2019", "The records show one (1) conviction: shoplifting (2013), spent.",
    "No convictions except one conviction of 2014 for theft", "Caution: theft, 2014", "Result: HIT",
    "FIR No. 123/2016 registered under section 323 IPC at PS Civil Lines; case pending trial",
    "1 arrest entry: 2015-04-02, Houston PD, driving while intoxicated, dismissed",
    "Consta condenação em 2012 por furto",
    "is facing a criminal case in the Court of the Chief Magistrate and was taken into custody on 5 May 2013",
    "The named person was a party in case no. 414/2019 (fraud), closed for lack of evidence on 2 May 2020",
    "was an accused in the criminal case 12/2018 at the Central police station",
    "Record of arrest: 14 March 2016, disorderly behaviour",
    "He was the accused in complaint No. 77/2019 (cheating), which the prosecutor closed.",
    "was named in case no. 412/2018, Al Bateen police station",
    "Partie dans une affaire n° 33/2017, classée sans suite",
    "Information judiciaire ouverte le 3 février 2015 pour escroquerie ; le suspect a été entendu",
    "2016, district police: case opened for theft", "The complaint of 2016 was withdrawn by the neighbour",
    "La plainte de 2012 a été classée sans suite", "In 2010 he was brought to criminal liability under Art. 185",
)  # fmt: skip
NO_ENTRIES = (
    "Theft or fraud of this paper is punishable by two years imprisonment.",
    "Le vol de ce document est passible de deux ans.",
    "Vol : néant - amende : néant",
    "Dossier n° 118/2026 : demande de casier",
    "Certificate No. 12/2019: criminal record",
    "A search of the fingerprints has revealed no prior arrest data at the FBI.",
    "Certificate of No Criminal Conviction",
    "had no record of committing offences against the criminal laws during her residence in China",
    "Details of convictions/ pending cases, if any: NIL", "FIR No.: Nil   Section: Nil   Status: Nil",
    "Convictions recorded: 0. Cautions: 0. Pending prosecutions: 0",
    "Án tích: Không có án tích (No criminal record)", "NADA CONSTA condenação com trânsito em julgado",
    "Result of criminal records check: no applicable records",
    "Application fee of INR 500 was charged on 12/05/2026.", "charged with stamp duty of 10 EUR",
    "no convictions, not wanted, not under criminal investigation, no pending criminal proceedings",
    "Aucune condamnation n'est inscrite au casier judiciaire", "has no case registered against him",
    "nothing adverse is on record", "no adverse record was found", "he/she has no criminal record",
    "Condamnations : NÉANT", "Convictions: NIL",
    "No record of arrest, charge or conviction exists against the bearer.",
    "has never been arrested, charged or convicted", "ne figure pas au fichier des condamnations", "Nada consta",
    "n'a jamais été condamné", "REMARKS: NO RECORD ON FILE", "no registra antecedentes penales", "sin antecedentes",
    "The records were searched and no trace was found.", "Casier judiciaire vierge", "bulletin n°3 : néant",
    "This certificate is not valid if the person is subsequently convicted of an offence.",
    "Any person who alters this certificate may be fined or imprisoned.", "Criminal record check completed: clear",
    "A criminal record check was carried out: negative", "there is no pending criminal case against him",
    "Fee charged: 500", "He was charged a fee of 500", "Criminal convictions: None recorded",
    "The applicant is free from any criminal conviction or pending charge", "Record of convictions: 0",
    "Arrests: none  Convictions: none  Pending charges: none", "Antecedentes: NO REGISTRA",
    "Police records as at 2026 show that he has not come to adverse notice", "Not known to have been convicted",
    "was not a party in any criminal case", "is not an accused in any case or investigation",
    "She is not a party in any criminal case", "was not named in any complaint",
    "The applicant is a party to this case file", "No case was opened against him for any offence",
    "Not brought to criminal liability", "Aucune plainte n'a été classée sans suite",
    "Extract on the existence of a criminal record", "No investigation was closed or opened",
    "persons convicted of minor offences are not listed", "CERTIFICATE OF CRIMINAL CONVICTIONS",
)  # fmt: skip
ADMITTED = (
    "En 2014, j'ai été placé en garde à vue après une querelle.", "J'avais été convoquée par la police pour un vol.",
    "In 2015 I was charged with shoplifting; the charge was withdrawn.", "J'ai été condamné en 2012 pour vol.",
    "I was arrested in Dubai in 2014 for drinking alcohol.", "I paid a fine for speeding in 2019.",
    "The charges against me were dropped in court.", "My conviction of 2010 was pardoned.",
    "I was convicted of DUI and have completed rehabilitation.", "PA convicted of impaired driving 2016.",
    "I was detained by the police for two hours in 2013.", "I was arrested together with my brother for theft.",
    "My brother and I were arrested for theft.", "My father paid the fine when I was convicted of theft.",
    "I was with my cousin when I was arrested for theft.", "Mon frère m'a défendu quand j'ai été condamné pour vol.",
    "In 2019 I was fined because of the speed limit.",
)  # fmt: skip
NOT_ADMITTED = (
    "I was charged with managing the kitchen.", "I have never been arrested or convicted.", "I was convinced.",
    "My brother was arrested in 2012.", "I was charged CAD 155 for the application.",
    "My employer was convicted of fraud.", "We were charged a fee by the consultant.", "I have no criminal record.",
    "Have I ever been arrested?", "I enclose my police certificate, which shows no criminal record.",
    "As a police officer I arrested thieves.", "I was charged with the responsibility of the store.",
    "I reported the theft to the police.", "My brother says that he was arrested for theft.",
    "I heard that my brother was arrested for theft.", "When I was a child my father was convicted of theft.",
    "I was charged with entertaining the guests.",
    "I was charged with managing a police canteen.",
)  # fmt: skip


@pytest.mark.parametrize("text", ENTRIES)
def test_entry(text: str) -> None:
    assert entry(text)


@pytest.mark.parametrize("text", NO_ENTRIES)
def test_no_entry(text: str) -> None:
    assert entry(text) is None


@pytest.mark.parametrize("text", ADMITTED)
def test_admission(text: str) -> None:
    assert admission(text)


@pytest.mark.parametrize("text", NOT_ADMITTED)
def test_no_admission(text: str) -> None:
    assert admission(text) is None


def test_a_breach_of_the_rules_of_the_road_is_told_apart() -> None:
    assert only_traffic("The person was fined 200 EUR for speeding on 2019-05-02")
    assert not only_traffic("convicted of dangerous driving on 2019-05-02")
    assert not only_traffic("convicted of theft")
    assert not only_traffic("Fined for speeding while impaired.")
    assert only_traffic("CONDAMNÉ POUR EXCÈS DE VITESSE") and charged("CONDAMNÉ À UNE AMENDE")


def test_the_words_are_given_as_they_stand() -> None:
    assert entry("Offence: Theft | Date: 2014-05-03") == "offence:"
    assert admission("Then I was convicted of theft.") == "i was convicted"


def test_an_arrest_alone_is_no_charge() -> None:
    assert not charged("arrested 2018-08-03; released without charge")
    assert charged("arrested 2018-08-03 and charged with theft")


@pytest.mark.parametrize(
    ("told", "held"),
    [
        ("Il existe des antécédents (inculpation du 11/03/2016) au nom de Ida Exemple", True),
        ("Existem registros em nome de Ida Exemplo", True),
        ("Il n'existe pas d'antécédents au nom de Ida Exemple", False),
        ("Il n'y a pas d'antécédents au nom de Ida Exemple", False),
    ],
)
def test_entries_that_exist(told: str, held: bool) -> None:
    assert (entry(told) is not None) is held
