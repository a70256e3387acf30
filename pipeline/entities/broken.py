"""Names that the analyser has cut into common morphemes: ``루/NNP 나/JC 9호``, ``챌린저 호``, ``네/MM 델/VV 린/NNG 참사``.

Before a number with ``호``, or before a kind noun that needs a name, no particle and no ending can stand. So if the analyser
sees some there, the characters are a name; it begins at the eojeol, or where a lost blank left a clause's end or a particle.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.vocabulary import kind_nouns, looks_foreign, remembered, words

_SERIES = re.compile("호(?! ?(?:골|홈런)[은는이가을를의도로 ]|선|실|기|봉|차|텔|수|주|남|국|대)")
_SHIP = re.compile("[가이를는의와에도,. ]")  # what follows 호 where it has no number
_NUMBERED = re.compile(r"([가-힣]{2,14}) ?(\d{1,4}(?:-[A-Z])?)?\Z")
_WORD = re.compile(r"[가-힣]{2,14}\Z")
_LONGER_KIND = re.compile(r"[가-힣]*(?:선|물)\b")
_REACH = 22  # the longest word with its number
_ENDED = ("ETM", "EC", "JKO", "JKG", "JKB", "JX", "JKS", "JC", "VCP", "SP")
_SHORTEST, _LONGEST = 2, 6


class Word(NamedTuple):
    """The word before a number or kind noun: its place, where the whole name would end, and the name's label."""

    start: int
    end: int
    text: str
    last: int
    label: str


def broken_names(passage: Passage, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Numbered names and names before a kind noun whose morphemes make no sense there.

    Args:
        passage: the text.
        found: what other evidence has found; its first words are names wherever they stand.
    """
    made = [c for c in found if c.label in ("AF", "EV")]
    taken = {c.end for c in made}
    stems = {passage.text[c.start : c.end].split()[0] for c in made if c.rule != "gazetteer"}
    places = [word for word in _places(passage) if not _in_time(passage, word)]
    stems |= {word.text for word in places if _is_clean(passage, word)}
    for word in places:
        start = -1 if word.last in taken else _begin(passage, word, stems)
        if start >= 0:
            yield Candidate(start, word.last, word.label, "broken name")


def _in_time(passage: Passage, word: Word) -> bool:
    """Whether a word shares characters with a time; these are in order and hardly ever one in another."""
    behind = bisect_left(passage.times, (word.end, 0))
    return any(word.start < end for _, end in passage.times[max(0, behind - 2) : behind])


def _places(passage: Passage) -> Iterator[Word]:
    """The words before a number with ``호`` and before a kind noun that needs a name."""
    text = passage.text
    for match in _SERIES.finditer(text):
        before = _NUMBERED.search(text, max(0, match.start() - _REACH), match.start())
        if before and (before.group(2) or _SHIP.match(text, match.end())):
            yield Word(before.start(), before.end(1), before.group(1), match.end(), "AF")
    labels = kind_nouns()
    for kind in _kinds():
        for i in passage.openings.get(kind[:2], ()):
            end = passage.starts[i] - 1
            if text.startswith(" " + kind, end) and not _LONGER_KIND.match(text, end + 1 + len(kind)):
                if word := _WORD.search(text, max(0, end - _REACH), end):
                    yield Word(word.start(), end, word.group(), end + 1 + len(kind), labels[kind][0])


@remembered
def _kinds() -> list[str]:
    """Kind nouns that take a name, the longer ones first."""
    takes = kind_nouns()
    named = [w for w, (label, t) in takes.items() if label in ("AF", "EV") and len(w) >= 2 and t in ("name", "noun")]
    return sorted(named, key=lambda w: (-len(w), w))


def _is_clean(passage: Passage, word: Word) -> bool:
    """Whether the word before the number is an eojeol by itself, foreign or nonsense to the analyser."""
    opens = word.start == 0 or not passage.text[word.start - 1].isalnum()
    common = len(word.text) > _LONGEST or word.text in words("loanwords.csv")
    return opens and not common and _is_nonsense(passage, word.start, word.end)


def _begin(passage: Passage, place: Word, stems: set[str]) -> int:
    """Where the name begins; -1 when the word before the kind noun is a common one."""
    start, end, word = place.start, place.end, place.text
    for at in range(len(word) - _SHORTEST + 1):
        if word[at:] in stems:
            return start + at
    first = start
    i = passage.index_at(start)
    while i < len(passage.morphemes) and passage.morphemes[i].end < end:
        rest = end - passage.morphemes[i].end
        copula = passage.morphemes[i].text == "인" and passage.morphemes[i].tag in ("NNG", "NNB", "VCP+ETM")
        ended = copula or passage.morphemes[i].tag.endswith(_ENDED)
        if rest >= _SHORTEST and ended and (copula or passage.morphemes[i].start > start):
            first = passage.morphemes[i].end
        i += 1
    return first if end - first <= _LONGEST and _is_nonsense(passage, first, end) else -1


def _is_nonsense(passage: Passage, start: int, end: int) -> bool:
    """Whether the morphemes of a word cannot stand before a kind noun, or are one unknown foreign word."""
    i = passage.index_at(start)
    tags, pieces = [], []
    while i < len(passage.morphemes) and passage.morphemes[i].start < end:
        tags.append(passage.morphemes[i].tag)
        pieces.append(passage.morphemes[i].text)
        i += 1
    if not tags or passage.morphemes[i - 1].end != end:
        return False
    if len(tags) == 1:
        return tags[0] == "NNG" and looks_foreign(pieces[0]) and pieces[0] not in words("loanwords.csv")
    if tags[0][:2] not in ("NN", "VV", "VA", "MM", "XP") or any(len(piece) > 2 for piece in pieces):
        return False
    if len(tags) == 2 and tags[1][0] in "JEX":  # 루+나, 부+란, 보이+저: a particle or prefix that leads nowhere
        if tags[1][0] == "J" and pieces[1] not in ("나", "란", "라", "야", "든"):
            return False
        return tags[0] in ("NNG", "NNP") and (len(pieces[0]) == 1 or tags[1] == "XPN")
    if tags[-1] not in ("NNG", "NNP", "NNB"):
        return False
    stem_alone = tags[0] in ("VV", "VA", "VA+ETM", "VV-R", "VV-I", "VA-I", "MM") and len(pieces[0]) == 1
    return (stem_alone and len(pieces) > 2) or (
        all(len(piece) == 1 for piece in pieces) and looks_foreign("".join(pieces))
    )
