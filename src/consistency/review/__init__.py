"""The page on which a person goes through the findings of a folder and decides about each, on this machine alone.

It decides nothing: what is shown is worked out in :mod:`consistency.views`, what is decided is written by
:mod:`consistency.config`.
"""
