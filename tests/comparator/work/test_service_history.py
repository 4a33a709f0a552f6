"""Sentences that say that the applicant served, and those that do not."""

import pytest

from consistency.comparator.work.service_history import says_service

SAID = (
    "From 2009 to 2011 I completed my military service in Shiraz.", "I served in the Indian Army as a driver.",
    "Military service: completed (2010)", "Service militaire : effectué, 2010-2011",
    "J'ai servi dans l'armée de terre.", "He was conscripted into the army in 2012.", "Livret militaire no 4432",
    "National Service, 2015 - 2017, completed", "I joined the police in 2010 and left it in 2012.",
    "J'ai effectué mon service national en 2008.", "I did my compulsory military service before university.",
    "PA served in the Turkish army 2009-2010",
    "Sergeant Ida Sample was employed by the ministry as a signaller and was honourably discharged.",
    "Conscript service: unit 4417, from 14.11.2004 to 10.05.2006", "He was discharged from the armed forces in 2011.",
    "Passed conscript duty from 2001 to 2003",
    "Date of enlistment: 2 May 2008",
    "Captain Ida Sample has been posted to the 3rd Brigade.",
)  # fmt: skip
NOT_SAID = (
    "My father served in the army for twenty years.", "I have never served in any army or police force.",
    "Military service: exempted", "I was exempted from military service as an only son.",
    "Military service: not applicable", "Did you serve in any military, militia or police force?",
    "I served the police officers at our restaurant.", "I served meals at the Salvation Army.",
    "I worked next to the police station.", "Security service of the hotel",
    "If I had completed my military service, I would say so.", "Je n'ai pas fait mon service militaire.",
    "I have not completed any national service.", "Mon frère a effectué son service militaire.",
    "Customer service: national service award 2015", "I joined the Army Public School as a teacher.",
    "Military service postponed until the end of studies", "Police certificate enclosed",
    "Conscript service: not performed, unfit", "I was discharged from the military hospital in 2011.",
    "Private school teacher of English was employed here.", "Captain of the football team for two years",
    "I reported to the captain of the ship, who was employed by the line.",
)  # fmt: skip


@pytest.mark.parametrize("text", SAID)
def test_said(text: str) -> None:
    assert says_service(text)


@pytest.mark.parametrize("text", NOT_SAID)
def test_not_said(text: str) -> None:
    assert not says_service(text)


@pytest.mark.parametrize(
    "text", ["He completed one year national service.", "J'ai effectué mon service national en 2008."]
)
def test_a_national_service_without_arms_is_none(text: str) -> None:
    assert says_service(text)
    assert not says_service(text, unarmed=True)


@pytest.mark.parametrize(
    "text", ["I completed my military service in 2008.", "I served in the Nigerian Army."]
)
def test_arms_are_told_all_the_same(text: str) -> None:
    assert says_service(text, unarmed=True)
