"""One module (or package) per file type: bytes → :class:`~consistency.model.Document`.

A reader is a module with ``accepts(data: bytes, name: str) -> bool`` and
``read(data: bytes, path: str, options: Options) -> Document``; its file is its registration. ``accepts``
judges by the content; the file's name alone decides nothing. A type of file that can hold others has
``attached(data: bytes, options: Options) -> Iterator[tuple[str, bytes]]`` too: their names and contents. All
readers are imported to find the right one, so each imports its libraries only when it reads. What cannot be
read becomes a :class:`~consistency.model.Problem` of the document, never an exception.
"""
