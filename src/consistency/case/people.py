"""Whose paper is it: papers are linked by numbers, birth date and names together, never by a name alone.

A paper that carries a number or a birth date can stand for a person of its own. A paper with a mere name (a
CV, a letter) founds nobody: it is handed to the person that it names best. So is a letter of explanation by somebody
whom another paper names, whatever number or birth date it quotes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from consistency.case.decisions import DECISIONS
from consistency.case.identities import LINK, OWN, Identity, identity, weight
from consistency.case.relatives import Household, relatives
from consistency.model import Paper, Person, Role
from consistency.normalizer import names
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.text import fold

APPLICATION_FORMS = ("imm1295", "imm5710", "imm1294", "imm5709", "imm5257", "imm5708", "imm0008")


class Cluster(Struct):
    """The papers of one person while they are being gathered."""

    members: list[tuple[Paper, Identity]]
    _known: dict[object, Identity] = field(default_factory=dict)
    _counted: int = 0

    def weight(self, other: Identity) -> float:
        """Weigh a paper against the papers gathered so far: the best of them counts."""
        return max(weight(known, other) for known in self._identities())

    def reaches(self, other: Identity, least: float) -> bool:
        """True where a paper weighs so much against one of those gathered so far."""
        return any(weight(known, other) >= least for known in self._identities())

    def is_near(self, other: Identity) -> bool:
        """True where anything speaks for it that a paper belongs here."""
        return any(weight(known, other) > 0 for known in self._identities())

    def _identities(self) -> Iterable[Identity]:
        """Give what the papers say, each once."""
        for _, who in self.members[self._counted :]:
            key = (who.name, who.birth_date, who.others, who.birth_city, *sorted(who.numbers.items()))
            self._known.setdefault(key, who)
        self._counted = len(self.members)
        return self._known.values()


def gather(papers: Sequence[Paper]) -> list[Cluster]:
    """Put together the papers that are one person's; papers that found nobody are left out.

    A decision carries a client number but seldom a birth date: it joins the person that it names, and stands
    for a person of its own only where it names nobody here.
    """
    known = [(paper, identity(paper)) for paper in papers]
    clusters: list[Cluster] = []
    for paper, who in sorted(known, key=lambda one: one[0].kind == "explanation-letter"):
        if who.founding:
            clusters = _founded(clusters, paper, who)
    for paper, who in known:
        if who.named and not who.founding and "uci" in who.numbers:
            home = _home(clusters, paper, who)
            if home is not None:
                home.members.append((paper, who))
            else:
                clusters.append(Cluster([(paper, who)]))
    return _with_their_application(clusters)


def _founded(clusters: list[Cluster], paper: Paper, who: Identity) -> list[Cluster]:
    """Join a paper with all whose person it tells; a letter that only names somebody founds nobody anew."""
    fitting = [c for c in clusters if c.reaches(who, LINK)]
    if paper.kind == "explanation-letter" and not fitting and any(_named(who, c) for c in clusters):
        return clusters
    merged = Cluster([(paper, who)] + [member for c in fitting for member in c.members])
    return [c for c in clusters if c not in fitting] + [merged]


def _home(clusters: Sequence[Cluster], paper: Paper, who: Identity) -> Cluster | None:
    """Give the person whom a decision names best, or nearly."""
    best = max(clusters, key=lambda c: c.weight(who), default=None)
    if best is None or best.weight(who) > 0:
        return best
    return next((c for c in clusters if _is_nearly_named(paper, who, c)), None)


def _named(who: Identity, cluster: Cluster) -> bool:
    """True where a paper names the person of a cluster, whatever numbers and days it quotes."""
    return any(names.compare(who.name, other.name).agrees for _, other in cluster.members)


def _is_nearly_named(paper: Paper, who: Identity, cluster: Cluster) -> bool:
    """True for a decision with a person's family name and nearly the given name, and no other client number."""
    if paper.kind not in DECISIONS or any("uci" in other.numbers for _, other in cluster.members):
        return False
    household = _household(cluster)
    near = household.has_family_name(who.name) and household.may_be_own(who.name)
    return near and household.relative(who.name) is None


def _with_their_application(clusters: list[Cluster]) -> list[Cluster]:
    """Give a paper that belongs to no application here to the applicant whom it must be about.

    Twins who share a name and a birth date, and two people of one name, have an application or a passport each. A
    lone family form with another given name, or a lone CV with another birth date, has a slip.
    """
    applying = [c for c in clusters if any(paper.kind in APPLICATION_FORMS for paper, _ in c.members)]
    kept: list[Cluster] = []
    for cluster in clusters:
        home = next((c for c in applying if _accompanies(cluster, c)), None)
        if home is None:
            kept.append(cluster)
        else:
            home.members.extend(cluster.members)
    return kept


def _accompanies(cluster: Cluster, applicant: Cluster) -> bool:
    if any(
        p.kind in (*APPLICATION_FORMS, "passport") or _has_own_number(who, applicant)
        for p, who in cluster.members
    ):
        return False
    (days, words), (own_days, own_words) = _days_and_words(cluster), _days_and_words(applicant)
    forms = all(paper.is_form for paper, _ in cluster.members)
    if forms and days & own_days and words & own_words:
        return True
    theirs, own = ([who.name for _, who in c.members] for c in (cluster, applicant))
    return any(names.compare(one, other).verdict == "same" for one in theirs for other in own)


def _has_own_number(who: Identity, applicant: Cluster) -> bool:
    """True for a number that is none of an applicant's, nor nearly: by a sign, or two in turn, it may be a slip."""
    from rapidfuzz.distance import OSA

    return any(
        not any(OSA.distance(who.numbers[name], known) <= 1 for known in _numbers(applicant, name))
        for name in OWN & who.numbers.keys()
    )


def _numbers(cluster: Cluster, name: str) -> set[str]:
    return {who.numbers[name] for _, who in cluster.members if name in who.numbers}


def _days_and_words(cluster: Cluster) -> tuple[set[str], set[str]]:
    days = {who.birth_date.iso for _, who in cluster.members if who.birth_date and who.birth_date.day}
    return days, {names.canonical(word) for _, who in cluster.members for word in who.name.all_tokens}


def assign(papers: Sequence[Paper]) -> tuple[tuple[Person, ...], tuple[Paper, ...]]:
    """Say whose each paper is: give the people (the principal first) and the papers with their person."""
    clusters = gather(papers) or [Cluster(_anybody(papers))]
    clusters = sorted((c for c in clusters if c.members), key=_standing, reverse=True)
    clusters += _relatives_with_papers(papers, clusters)
    people = tuple(_person(i, cluster, clusters[0]) for i, cluster in enumerate(clusters))
    owner = {
        paper.path: person.id for person, c in zip(people, clusters, strict=True) for paper, _ in c.members
    }
    return people, tuple(
        replace(paper, person=owner.get(paper.path) or _best(paper, clusters, people)) for paper in papers
    )


def _anybody(papers: Sequence[Paper]) -> list[tuple[Paper, Identity]]:
    """Give a paper that names somebody, else one that says anything: its person is the applicant."""
    telling = [(p, identity(p)) for p in papers if p.facts or p.records]
    return [*(one for one in telling if one[1].named), *telling][:1]


def _relatives_with_papers(papers: Sequence[Paper], clusters: Sequence[Cluster]) -> list[Cluster]:
    """Give those beside the principal whose papers carry their name and nothing else."""
    if not clusters:
        return []
    found: dict[str, Cluster] = {}
    household = _household(clusters[0], papers)
    for paper in papers:
        who = identity(paper)
        if not who.named or any(c.is_near(who) for c in clusters):
            continue
        listed = household.relative(who.name)
        if listed is not None or household.is_another(paper, who.name):
            found.setdefault(fold(listed or who.name.display), Cluster([])).members.append((paper, who))
    return list(found.values())


def _standing(cluster: Cluster) -> tuple[float, str]:
    """Rank by the weight of papers: an application form counts most; ties are settled by the name."""
    weights = [5.0 if p.kind in APPLICATION_FORMS else 2.0 if p.is_form else 1.0 for p, _ in cluster.members]
    return sum(weights), cluster.members[0][1].name.display


def _best(paper: Paper, clusters: Sequence[Cluster], people: Sequence[Person]) -> str | None:
    """Give the person that a paper names best; a paper that names nobody here is the principal's.

    A number on a paper of which nothing else is known may be anybody's, and a decision on somebody else is nobody's.
    """
    if not people:
        return None
    who = identity(paper)
    weights = [cluster.weight(who) for cluster in clusters]
    best = max(range(len(clusters)), key=lambda i: (weights[i], -i))
    if weights[best] > 0:
        return people[best].id
    unclear = paper.kind == "unknown" and OWN & who.numbers.keys()
    another = _household(clusters[0]).decides_on_another(paper, who.name)
    return None if unclear or another else people[0].id


def _household(cluster: Cluster, papers: Sequence[Paper] = ()) -> Household:
    """Give the names of a person, the earlier ones too, against which another paper's is held."""
    return Household(
        [(paper, name) for paper, who in cluster.members for name in (who.name, *who.others)], papers
    )


def _person(index: int, cluster: Cluster, principal: Cluster) -> Person:
    name, birth = _most_told(cluster)
    role: Role = "principal" if cluster is principal else _role(cluster, principal)
    return Person(f"p{index + 1}", name, role, birth)


def _most_told(cluster: Cluster) -> tuple[str, PartialDate | None]:
    """Give the name and birth date that most papers tell (a majority for display, not a judgement)."""
    shown = [who.name.display for _, who in cluster.members if who.named]
    births = [who.birth_date for _, who in cluster.members if who.birth_date]
    by_fold = sorted(shown, key=lambda n: (-sum(fold(n) == fold(m) for m in shown), n.isupper(), n))
    return by_fold[0] if by_fold else "", _most(births)


def _most(values: Iterable[PartialDate]) -> PartialDate | None:
    ordered = sorted(values, key=str)
    return max(ordered, key=ordered.count, default=None)


def _role(cluster: Cluster, principal: Cluster) -> Role:
    """Give the role that the principal's family forms and marriages, or the other's own, assign."""
    theirs = [who.name for _, who in cluster.members]
    for paper, _ in principal.members:
        for relation, name in relatives(paper):
            if any(names.likely_same_person(name, other) for other in theirs):
                return relation
    mine = [who.name for _, who in principal.members]
    for paper, _ in cluster.members:
        for relation, name in relatives(paper):
            if relation == "spouse" and any(names.likely_same_person(name, other) for other in mine):
                return "spouse"
    return "other"
