"""The sides of a finding: every place once, the value that stands alone first, no judgement of which is true."""

from msgspec.structs import replace

from consistency.model import Box, Citation, Evidence, Finding, Severity
from consistency.views.majority import most_told, words_agree
from consistency.views.pointing import absences, pointing
from consistency.views.sides import sides


def cite(document: str, value: str | None, quote: str | None = "as written") -> Citation:
    return Citation(Evidence(document, quote if value else None, 1), value)


def finding(*evidence: Citation, following: tuple[Citation, ...] = ()) -> Finding:
    return Finding(
        "id", "work/dates", Severity.MAJOR, "p1", "t", "d", "w", "a", (), (*evidence, *following), following=following
    )  # fmt: skip


def told(found: Finding) -> list[tuple[str | None, bool, bool]]:
    return [(side.value, side.odd, side.absent) for side in sides(found)]


def pointed_at(found: Finding) -> set[str]:
    pointed = pointing([found])
    return {c.evidence.document for c in found.evidence if pointed.at([c.evidence])}


def test_the_value_that_fewest_papers_tell_stands_first() -> None:
    found = finding(cite("a", "2019-04"), cite("b", "2019-04"), cite("c", "2018-10"))
    assert told(found) == [("2018-10", True, False), ("2019-04", False, False)]
    assert pointed_at(found) == {"c"}


def test_one_against_one_stands_alone_on_neither_side() -> None:
    found = finding(cite("a", "2019-04"), cite("b", "2018-10"))
    assert told(found) == [("2018-10", False, False), ("2019-04", False, False)]
    assert pointed_at(found) == {"a", "b"}


def test_a_value_that_says_the_same_more_closely_is_not_odd() -> None:
    found = finding(cite("a", "2019-04"), cite("b", "2019-04"), cite("c", "2019-04-08"), cite("d", "2018-10"))
    assert told(found)[0] == ("2018-10", True, False)
    assert ("2019-04-08", False, False) in told(found)


def test_spelling_alone_makes_sides_where_nothing_else_does() -> None:
    assert len(sides(finding(cite("a", "de Souza"), cite("b", "DE SOUZA")))) == 2
    assert len(sides(finding(cite("a", "de Souza"), cite("b", "DE SOUZA"), cite("c", "Sousa")))) == 2


def test_what_stands_nowhere_is_a_side_where_others_tell_it() -> None:
    found = finding(cite("a", "Lina"), cite("b", "Lina"), cite("c", None))
    assert told(found) == [(None, True, True), ("Lina", False, False)]
    assert absences([found.evidence[0].evidence], [found]) == {"c": ("id",)}
    assert not any(side.absent for side in sides(finding(cite("a", None))))


def test_places_of_what_follows_come_last_and_are_not_weighed() -> None:
    found = finding(cite("a", "2019-04"), cite("b", "2018-10"), following=(cite("c", "45 hours"),))
    assert told(found)[-1] == ("45 hours", False, False)
    assert sides(found)[-1].follows and not any(side.follows for side in sides(found)[:-1])


def test_the_most_told_value_is_the_same_in_any_order() -> None:
    values = ["1990", "1990-04-12", "1990-04-12", "1991-04-12"]
    assert most_told(values, words_agree) == most_told(values[::-1], words_agree) == "1990-04-12"
    assert most_told(["a", "b"], words_agree) is None
    assert not words_agree("2017-06", "2012-06 to 2017-05")
    assert words_agree("Noor Sample", "SAMPLE, Noor") and not words_agree("", "x")


def test_a_finding_points_at_a_record_though_its_box_is_drawn_closer() -> None:
    record = Evidence("a", "2019-04", 1, box=Box(10, 10, 200, 20))
    closer, elsewhere = Box(150, 10, 180, 20), Box(150, 310, 180, 320)
    pointed = pointing([finding(Citation(replace(record, box=closer), "2019-04"), cite("b", "2018-10"))])
    assert pointed.at([record]) == ("id",)
    assert pointed.at([replace(record, box=elsewhere)]) == ()
