"""Names that the analyser has cut into common morphemes: ``루/NNP 나/JC 9호``, ``챌린저 호``, ``네/MM 델/VV 린/NNG 참사``.

Before a number with ``호``, or before a kind noun that needs a name, no particle and no ending can stand. So if the analyser
sees some there, the characters are a name; it begins at the eojeol, or where a lost blank left a clause's end or a particle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.vocabulary import cached, kind_nouns, looks_foreign, words

_SERIES = re.compile(
    r"([가-힣]{2,14}) ?(?:\d{1,4}(?:-[A-Z])?호|호(?=[가이를는의와에도,. ]))(?!선|실|기|봉|차|텔|수|주|남|국|대)"
)
_ENDED = ("ETM", "EC", "JKO", "JKG", "JKB", "JX", "JKS", "JC", "VCP", "SP")
_SHORTEST, _LONGEST = 2, 6


def _kinds() -> re.Pattern[str]:
    takes = kind_nouns()
    named = [w for w, (label, t) in takes.items() if label in ("AF", "EV") and len(w) >= 2 and t in ("name", "noun")]
    return re.compile(
        rf"([가-힣]{{2,14}}) ({'|'.join(sorted(named, key=lambda w: (-len(w), w)))})(?![가-힣]*(?:선|물)\b)"
    )


def broken_names(passage: Passage, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Numbered names and names before a kind noun whose morphemes make no sense there.

    Args:
        passage: the text.
        found: what other evidence has found; its first words are names wherever they stand.
    """
    kinds = kind_nouns()
    taken = {c.end for c in found if c.label in ("AF", "EV")}
    stems = {
        passage.text[c.start : c.end].split()[0] for c in found if c.label in ("AF", "EV") and c.rule != "gazetteer"
    }
    matches = [*_SERIES.finditer(passage.text), *cached("broken names", _kinds).finditer(passage.text)]
    stems |= {m.group(1) for m in matches if _is_clean(passage, m)}
    for match in matches:
        if match.end() in taken:
            continue
        start = _begin(passage, match, stems)
        if start >= 0:
            label = kinds[match.group(2)][0] if match.re.groups > 1 else "AF"
            yield Candidate(start, match.end(), label, "broken name")


def _is_clean(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the word before the number is an eojeol by itself, foreign or nonsense to the analyser."""
    start, word = match.start(1), match.group(1)
    opens = start == 0 or not passage.text[start - 1].isalnum()
    return (
        opens
        and len(word) <= _LONGEST
        and _is_nonsense(passage, start, match.end(1))
        and word not in words("loanwords.csv")
    )


def _begin(passage: Passage, match: re.Match[str], stems: set[str]) -> int:
    """Where the name begins; -1 when the word before the kind noun is a common one."""
    start, end = match.span(1)
    word = match.group(1)
    for at in range(len(word) - _SHORTEST + 1):
        if word[at:] in stems:
            return start + at
    first = start
    i = passage.index_at(start)
    while i < len(passage.tags) and passage.morphemes[i].end < end:
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
    while i < len(passage.tags) and passage.morphemes[i].start < end:
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
