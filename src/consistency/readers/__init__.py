"""One module per file type: bytes → :class:`~consistency.model.Document`.

A reader is a module with ``accepts(head: bytes, name: str) -> bool`` and
``read(data: bytes, path: str, options: Options) -> Document``; its file is its registration.
"""
