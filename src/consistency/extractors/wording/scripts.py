"""Papers that say the same in two scripts side by side: "입사일 Date of joining", "Chen Kuo-hua 陳國華"."""

from consistency.normalizer.expressions import expression

STRANGE = r"(?:(?![A-Za-zÀ-ɏḀ-ỿ])[^\W\d_])"
"""A letter of another script than the Latin one."""
_WORDS = expression(rf"{STRANGE}[^A-Za-zÀ-ɏḀ-ỿ\d:：|]*")
_LATIN = expression(r"[A-Za-zÀ-ɏḀ-ỿ].*[A-Za-zÀ-ɏḀ-ỿ]")


def latin(text: str) -> str:
    """Give the Latin half of a text in two scripts; a text in one script is given as it is.

    >>> latin("대리 Assistant Manager"), latin("離職證明書 / Certificate of Service"), latin("株式会社みなと")
    ('Assistant Manager', 'Certificate of Service', '株式会社みなと')
    """
    if text.isascii():
        return text
    bare = _WORDS.sub(" ", text).strip(" \n/|・、")
    if bare.count("(") != bare.count(")"):
        bare = bare.removesuffix("(").removeprefix(")").strip(" \n/|")
    return bare if bare != text and _LATIN.search(bare) else text
