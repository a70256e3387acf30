"""Whether a noun phrase names somebody: a person, a body or a state, that does things of its own will."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.entities.vocabulary import remembered, table
from pipeline.events.units import Phrase

# Common nouns of one syllable that act alone: 시는 공사를 끝냈다.
AUTHORITIES = frozenset(("시", "도", "군", "구", "당", "측", "양측"))
_ADDRESSES = frozenset(("군", "양", "님", "옹", "모", "모씨"))  # behind a name: 김모(34)양


def is_animate(phrase: Phrase) -> bool:
    """Whether a phrase names a person, a body or a state, by its name's label or its last noun.

    Example:
        ``노동자``, ``야당``, ``로즈 제독`` and ``소련`` are animate; ``법안``, ``증상`` and ``소유스 1호`` are not.
    """
    if phrase.entity is not None:
        return phrase.names_actor
    if len(phrase.form) > 1 and phrase.form in table("person_titles.csv", "word", "place"):
        return True  # 로즈 제독이
    if phrase.form == "씨" or (phrase.form in AUTHORITIES and len(phrase.atoms) == 1):
        return True
    if phrase.form in _ADDRESSES and phrase.has_name("PS"):
        return True
    machines = phrase.form == "대" and phrase.head.tag == "NNB"  # 장비 38대, not 군대
    suffixed = phrase.head.tag == "XSN" and len(phrase.atoms) > 1 and phrase.atoms[-1] is phrase.head
    noun = phrase.atoms[-2].form + phrase.form if suffixed else phrase.form  # 대학|생
    return not machines and is_animate_noun(noun)


@remembered
def is_animate_noun(noun: str) -> bool:
    """Whether a common noun is of persons or bodies, by how it ends."""
    return noun.endswith(_endings("person_nouns.csv")) and not noun.endswith(_endings("thing_nouns.csv"))


@remembered
def _endings(name: str) -> tuple[str, ...]:
    return tuple(row["ending"] for row in lexicon.read_table(name, ("ending",), key=("ending",)))
