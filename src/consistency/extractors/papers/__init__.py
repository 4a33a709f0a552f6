"""One module per kind of free-form paper; the module's name is the kind (``_`` is written ``-``).

A paper module has ``recognise(document: Document) -> float`` (0 to 1, how sure it is by content, never by file
name) and ``read(document: Document) -> Reading``.
"""
