"""Write ``docs/rules.md`` from the rules' own docstrings."""

from pathlib import Path

from consistency.comparator.engine import Rule, all_rules

PAGE = Path(__file__).with_name("rules.md")


def rules_page() -> str:
    """Give the catalogue of rules as Markdown."""
    return "\n".join(["# Every check", "", *(_section(one) for one in all_rules().values())])


def _section(one: Rule) -> str:
    parts = [
        f"## {one.id}",
        f"*{one.severity}* — {one.sections['']}",
        f"**Why:** {' '.join(one.why.split())}",
        f"**What can be done:** {' '.join(one.advice.split())}",
    ]
    if one.references:
        parts.append(f"**References:** {', '.join(one.references)}")
    for word in ("Reports", "Accepts"):
        parts += [f"{head}:\n\n```\n{body}\n```" for head, body in one.examples(word)]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(rules_page(), encoding="utf-8")
