"""The words by which letters address somebody, before the name: Mr, Dr, Madame, Herr.

Fewer than the words that a name may do without (``honorifics`` in the table of names): what is also a name, such as
Kumari, is left where it stands.
"""

from consistency.normalizer.expressions import expression

HONORIFIC = (
    r"(?:mr|mrs|ms|miss|mx|mdm|dr|prof|sir|madam|m|mme|mlle|monsieur|madame|mademoiselle|shri|smt|engr|herrn?|frau"
    r"|senora?|sra?|signora?|sig|bapak|ibu)\b\.?"
)
"""One honorific, as a part of an expression for folded text."""
HONORIFICS = expression(rf"^(?:{HONORIFIC}(?:\s*(?:/|et|and|,)\s*)?\s*)+(?=\S)")
"""All honorifics at the beginning of a text: "mr. and mrs.", "prof. dr."."""
