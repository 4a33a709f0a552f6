"""The generated pages are those of the code as it stands, and the README's links lead somewhere."""

import re
from pathlib import Path

from docs.build import PAGE, rules_page

ROOT = Path(__file__).parents[1]


def test_rules_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_page(), "run: make docs"


def test_links_of_the_readme_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert targets
    files = [target for target in targets if "://" not in target]
    assert [target for target in files if not (ROOT / target).exists()] == []
