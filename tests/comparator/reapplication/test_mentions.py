"""What the box behind "ever refused" tells, entry by entry."""

import pytest

from consistency.comparator.reapplication.mentions import mentions

TOLD = [
    ("Canada visitor visa refused 2021-07; Canada work permit refused 2025-10", ["2021-07", "2025-10"]),
    ("US visa refused in March 2019 and UK visa 2020", ["2019-03", "2020"]),
    ("Visitor visa refused 2021-07, work permit refused Oct 2025 (W327449517)", ["2021-07", "2025-10"]),
    ("In 2021, I was refused a visitor visa. In 2023 my study permit was refused.", ["2021", "2023"]),
    ("visa de visiteur refusé en juillet 2022 et permis de travail refusé 2025-05", ["2022-07", "2025-05"]),
    ("I applied for a TRV in 07/2021 and was refused 09/2021", ["2021-09"]),
    ("Visitor visa not approved 2021-07, visitor visa approved 2022", ["2021-07"]),
    ("Study permit and work permit held since 2019", []),
    ("2021-07 visitor visa, Canada, refused", ["2021-07"]),
    ("Earlier: seasonal work permits 2015-2018, 2021 and 2022, every one issued", []),
    ("Work permits 2017 to 2019", []),
    ("Visitor visa 2021-07, study permit 2023-05, work permit applied for 2024-03", ["2021-07", "2023-05"]),
    ("Visitor visa refused 2021-07, refused a work permit too", ["2021-07", "None"]),
]


@pytest.mark.parametrize(("box", "days"), TOLD)
def test_each_refusal_is_a_mention_with_its_date(box: str, days: list[str]) -> None:
    assert [str(m.date) for m in mentions(box) if m.is_refusal] == days


def test_a_mention_names_state_kind_and_number() -> None:
    (mention,) = mentions("Work permit refused by Canada, W327449517")
    assert mention.countries == {"CA"} and mention.kinds == {"work"} and mention.numbers == ("W327449517",)


@pytest.mark.parametrize(
    ("box", "times"),
    [
        ("Visa refused twice in 2021", [2]),
        ("Visas refused in 2019 and 2021", [1, 1]),
        ("Refused three times", [3]),
    ],
)
def test_a_mention_stands_for_as_many_as_it_says(box: str, times: list[int]) -> None:
    assert [m.times for m in mentions(box)] == times


@pytest.mark.parametrize(
    ("box", "sure"),
    [
        ("Study permit S300000011 withdrawn in 2023", []),
        ("Work permit W300000012 refused in 2024; study permit, withdrawn and not refused, 2023", ["2024"]),
        ("Permis d'études retiré par moi en 2023", []),
        ("Visa refused in 2021 and later cancelled", ["2021"]),
        ("Refused 5 May 2024; request to reconsider declined 9 June 2024", ["2024-05-05"]),
        ("Italy, 2021", ["2021"]),
    ],
)
def test_what_ended_otherwise_is_no_sure_refusal(box: str, sure: list[str]) -> None:
    assert [str(m.date) for m in mentions(box) if m.is_sure] == sure
