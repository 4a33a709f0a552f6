"""Document → facts and records, each cited: official forms as data, one module per kind of other paper."""
