"""Pages that are generated from the code: ``python -m docs.build``."""
