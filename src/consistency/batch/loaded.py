"""Loading this module loads what the check of any folder needs, so that processes that begin with it begin at once.

What they have in common is then in memory once, too, where the system shares it (Linux, macOS).
"""

from consistency.clocks import clock_modules
from consistency.comparator.engine import all_rules
from consistency.extractors.extract import paper_kinds
from consistency.readers.files import readers

for load in (readers, paper_kinds, all_rules, clock_modules):
    load()
