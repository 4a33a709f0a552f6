"""Where a person lived and travelled, as all papers show it."""
