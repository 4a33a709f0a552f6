"""Rules and how they are run: a rule is a function from a case to mismatches, its docstring is its page.

A rule's path is its id: ``rules/work/dates.py`` is ``work/dates``. The docstring holds, in this order, a title
line, ``Why:``, ``Advice:``, ``Reports…:`` and ``Accepts…:`` examples; every example is run by the tests.
"""

from __future__ import annotations

import difflib
import hashlib
import inspect
import pkgutil
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib import import_module

from msgspec import Struct, field

from consistency.comparator import rules
from consistency.comparator.identity.strangers import without_strangers
from consistency.comparator.mismatch import Cause, Found, Mismatch, folded, heaviest, merged
from consistency.model import Case, Citation, Finding, Severity, WrongUse, by_weight
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

__all__ = [
    "Cause",
    "Mismatch",
    "Rule",
    "Settings",
    "UnknownRule",
    "all_rules",
    "fingerprint",
    "rule",
    "run",
    "select",
]


Check = Callable[..., Iterator[Mismatch]]


class Rule(Struct, frozen=True, dict=True):
    """A check with its id, its starting level and its page."""

    check: Check
    severity: Severity
    references: tuple[str, ...]

    @cached_property
    def id(self) -> str:
        """The public id, from the path of the rule's file."""
        family, name = self.check.__module__.split(".")[-2:]
        return f"{family}/{name}".replace("_", "-")

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """The docstring's parts by their heading, as they stand there; the title stands under ''."""
        return _sections(self.check.__doc__ or "")

    @property
    def title(self) -> str:
        """What the rule reports, in one line."""
        return self._head[""].split("\n")[0].rstrip(".")

    @cached_property
    def why(self) -> str:
        """Why an officer would care."""
        return _text(self._head.get("Why", ""))

    @cached_property
    def advice(self) -> str:
        """The lawful ways out; never which version to adopt."""
        return _text(self._head.get("Advice", ""))

    @cached_property
    def _head(self) -> Mapping[str, str]:
        """The parts of the docstring before its examples, which are most of it."""
        return _sections(_EXAMPLES.split(self.check.__doc__ or "", maxsplit=1)[0])

    def examples(self, word: str) -> Iterator[tuple[str, str]]:
        """Give the examples under headings that begin with a word: "Reports" or "Accepts"."""
        found = ((head, body) for head, body in self.sections.items() if head.split(" ")[0] == word)
        return ((head, _text(body)) for head, body in found)

    @cached_property
    def options(self) -> Mapping[str, object]:
        """The rule's options and their defaults: its keyword-only parameters."""
        parameters = inspect.signature(self.check).parameters.values()
        return {p.name: p.default for p in parameters if p.kind is p.KEYWORD_ONLY}


_EXAMPLES = expression(r"^ *(?:Reports|Accepts)\b", re.MULTILINE)


def _sections(doc: str) -> Mapping[str, str]:
    parts = re.split(r"^([A-Z][^\n]*):\n", _paragraphs(inspect.cleandoc(doc)), flags=re.MULTILINE)
    return {"": parts[0].strip()} | dict(zip(parts[1::2], parts[2::2], strict=True))


def _text(body: str) -> str:
    return textwrap.dedent(body).strip()


def _paragraphs(doc: str) -> str:
    """Put the words behind "Why:" and "Advice:" on lines of their own, so that all headings look alike."""
    return re.sub(r"^(Why|Advice): +", r"\1:\n", doc, flags=re.MULTILINE)


def rule(severity: Severity, *, references: Sequence[str] = ()) -> Callable[[Check], Rule]:
    """Make a check a rule: its starting level and the provisions that it rests on."""

    def register(check: Check) -> Rule:
        return Rule(check, severity, tuple(references))

    return register


@cache
def all_rules() -> Mapping[str, Rule]:
    """Give every rule by its id: the files under ``comparator/rules`` are the list."""
    found: dict[str, Rule] = {}
    for module in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."):
        if module.ispkg or module.name.rpartition(".")[2].startswith("_"):
            continue
        for value in vars(import_module(module.name)).values():
            if isinstance(value, Rule) and value.check.__module__ == module.name:
                found[value.id] = value
    return dict(sorted(found.items()))


class UnknownRule(WrongUse):
    """A rule or family that does not exist; the message names the nearest one."""


def select(names: Iterable[str]) -> tuple[Rule, ...]:
    """Give the rules that ids ("work/dates") or families ("work", "work/") name; all for no name.

    Raises :class:`UnknownRule` for a name that fits none.
    """
    catalogue = all_rules()
    wanted: dict[str, Rule] = {}
    for name in names:
        family = name.rstrip("/") + "/"
        fitting = {k: r for k, r in catalogue.items() if k == name or k.startswith(family)}
        if not fitting:
            known = [*catalogue, *{key.split("/")[0] for key in catalogue}]
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.4)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise UnknownRule(f"there is no rule {name!r}{hint}")
        wanted |= fitting
    return tuple(wanted.values()) if wanted else tuple(catalogue.values())


class Settings(Struct, frozen=True):
    """How the rules are run: which, which not, at which level, with which options."""

    rules: tuple[str, ...] = ()
    off: frozenset[str] = frozenset()
    levels: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    ocr_threshold: float = 0.80
    """Confidence below which a compared value lowers a finding by one level."""


LOOK = "Check the picture first: a value that was recognised there with doubt may be misread."
"""What is to be done before all else where a value is not sure."""


def run(case: Case, settings: Settings | None = None) -> tuple[Finding, ...]:
    """Run the rules over a case and give the findings, the heaviest first."""
    settings = settings or Settings()
    chosen = [one for one in select(settings.rules) if one.id not in settings.off]
    found = [mismatch for one in chosen for mismatch in _found(one, case, settings.options.get(one.id, {}))]
    findings = (_finding(known, consequences, settings) for known, consequences in folded(found))
    return by_weight(findings)


def _found(one: Rule, case: Case, options: Mapping[str, object]) -> Iterable[Found]:
    """Give what a rule finds in the case without the papers about somebody else, and with them.

    So what such a paper says excuses nothing, and what speaks against it is told all the same.
    """
    own = case.once(without_strangers, lambda: without_strangers(case))
    return heaviest(
        Found(one.id, one.severity if mismatch.severity is None else mismatch.severity, mismatch)
        for papers in ((case,) if own is case else (own, case))
        for mismatch in merged(one.check(papers, **options))
    )


def _finding(found: Found, consequences: Sequence[Mismatch], settings: Settings) -> Finding:
    one, mismatch = all_rules()[found.rule], found.mismatch
    confidence = _confidence(mismatch)
    severity = settings.levels.get(one.id, found.level)
    advice = mismatch.advice or one.advice
    if confidence < settings.ocr_threshold:
        advice = f"{LOOK} {advice}"
        severity = severity.moved(-1) if severity > Severity.MINOR else severity
    follows = dict.fromkeys(f" It follows: {other.detail}" for other in consequences)
    evidence = sorted({c: None for told in (mismatch, *consequences) for c in told.evidence}, key=_place)
    return Finding(
        id=fingerprint(one.id, mismatch),
        rule=one.id,
        severity=severity,
        person=mismatch.person.id if mismatch.person else None,
        title=mismatch.title or one.title,
        detail=mismatch.detail + "".join(follows),
        why=one.why,
        advice=advice,
        references=one.references,
        evidence=tuple(evidence),
        confidence=round(confidence, 2),
        subject=mismatch.subject,
        following=tuple(c for c in evidence if c not in mismatch.evidence),
    )


def _confidence(mismatch: Mismatch) -> float:
    """Give how sure the least sure value is; a value that several papers tell is as sure as the surest of them."""
    if mismatch.confidence is not None:
        return mismatch.confidence
    surest: dict[str, float] = {}
    for citation in mismatch.evidence:
        value = fold(citation.value or "")
        surest[value] = max(surest.get(value, 0.0), citation.evidence.confidence)
    return min(surest.values(), default=1.0)


def _place(citation: Citation) -> tuple[str, str, int]:
    when = str(citation.as_of) if citation.as_of else "9999"
    return when, citation.evidence.document, citation.evidence.page or 0


def fingerprint(rule_id: str, mismatch: Mismatch) -> str:
    """Make the id of a finding from rule, person, subject and normalised values: never from paths or order."""
    person = mismatch.person
    who = f"{person.role}:{person.birth_date or ''}" if person and person.role != "principal" else "principal"
    values = sorted({fold(c.value) for c in mismatch.evidence if c.value})
    text = "\x1f".join([rule_id, who, fold(mismatch.subject), *values])
    return f"{rule_id.replace('/', '-')}-{hashlib.sha256(text.encode()).hexdigest()[:10]}"
