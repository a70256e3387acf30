"""Evidence of the gazetteers: names that are listed, where the morphemes and the guard allow it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.entities.gazetteer import Gazetteer, Listed, gazetteer
from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.vocabulary import contexts, is_common_name, table, title_place, words

_LONG_UNKNOWN = 7  # the analyser swallows what it cannot cut: 사이에서발트해연안의… as one proper noun
_SHORTEST_INSIDE = 3
_LONG_NAME = 3  # from so many syllables on, a listed name may hold particles and verbs: 다마스쿠스의 봄
_DERIVING = frozenset({"인", "적", "어", "화", "풍"})
_COUNTED = frozenset({"MM", "SN", "NR"})
_DOTS = frozenset("·․・ㆍ-/")


def known(passage: Passage) -> Iterator[Candidate]:
    """Spans of listed names, whatever became of their blanks."""
    listed_names = gazetteer()
    ends = frozenset(passage.dark_starts) | {len(passage.dark)}
    prefixes = listed_names.lengths
    dark = passage.dark
    tags = passage.tags
    for i, start in enumerate(passage.dark_starts):
        if tags[i][0] in "JE":
            continue
        if dark[start : start + 2] in prefixes or dark[start] in prefixes:
            yield from _at(passage, listed_names, i, start, ends)
        if tags[i] in ("NNP", "NNG") and _is_swallowed(passage, i):
            yield from _inside(passage, listed_names, i, start)


def _is_swallowed(passage: Passage, i: int) -> bool:
    """Whether a morpheme is one of the long unknown words in which names can be hidden."""
    word = passage.word(i)
    return len(word) >= _LONG_UNKNOWN and " " not in word


def _at(passage: Passage, names: Gazetteer, i: int, start: int, ends: frozenset[int]) -> Iterator[Candidate]:
    for size, listed in names.at(passage.dark, start):
        if start + size not in ends:
            continue
        first, last = passage.light(start, start + size)
        if _blanks_fit(passage.text[first:last], size) and _guarded(passage, listed, i, last, size):
            yield Candidate(first, last, listed.label, "gazetteer", listed.name)
            return


def _inside(passage: Passage, names: Gazetteer, i: int, start: int) -> Iterator[Candidate]:
    """Listed names inside a long unknown word that swallowed its neighbours."""
    stop = start + len(passage.morphemes[i].text.replace(" ", ""))
    at = start
    while at < stop - 1:
        size, listed = next(((n, x) for n, x in names.at(passage.dark, at) if n >= _SHORTEST_INSIDE and at + n <= stop),
                            (0, None))  # fmt: skip
        if listed is not None and not (at == start and at + size == stop):
            first, last = passage.light(at, at + size)
            yield Candidate(first, last, listed.label, "gazetteer", listed.name)
        at += size or 1


def _blanks_fit(surface: str, size: int) -> bool:
    """A short name is not put together over a blank: ``이 란`` is not Iran."""
    return len(surface) == size or size >= 4 or (size == 3 and surface.count(" ") == 1 and not surface.isascii())


def _guarded(passage: Passage, listed: Listed, i: int, end: int, size: int) -> bool:
    """Whether the guard of a listed name, and its neighbours, let it stand for the thing."""
    tag = passage.tags[i]
    j = i + 1
    while j < len(passage.tags) and passage.morphemes[j].end <= end:
        j += 1
    if tag[0] in "JE":
        return False
    if size < _LONG_NAME and any(t[0] in "JEVX" or t in ("MM", "MAG", "NNB", "VCP") for t in passage.tags[i:j]):
        return False
    if passage.tags[j - 1][0] in "JE" or (passage.glued(j) and title_place(passage.word(j - 1) + passage.word(j))):
        return False
    if passage.tag(j) in ("XSV", "XSA") or (passage.tag(j) == "XSN" and passage.word(j) in _DERIVING):
        return False
    if passage.tag(i - 1) == "SN" and size <= 2 and passage.glued(i):
        return False
    if size == 2 and listed.label in ("LC", "PS") and tag not in ("NNP", "SL") and listed.guard != "body":
        return False
    if listed.guard == "NNP":
        return tag == "NNP" and (passage.morphemes[i].end == end or size >= 4)
    if listed.guard == "stem":
        return _is_place(passage, i - 1) or (tag == "NNP" and passage.word(j) in words("place_words.csv"))
    if listed.guard == "body":
        return _is_body(passage, i, j)
    return True


def _is_place(passage: Passage, i: int) -> bool:
    listed = gazetteer().get(passage.word(i))
    return listed is not None and listed.label == "LC"


def _is_body(passage: Passage, i: int, j: int) -> bool:
    """``달`` is the Moon unless it is counted or pointed at; ``지구`` the Earth unless a district's kind noun."""
    if passage.tags[i] not in ("NNG", "NNP"):
        return False
    before = passage.tag(i - 1)
    word = passage.word(i)
    if word == "달":
        return not (before in _COUNTED and passage.word(j) not in words("body_words.csv"))
    if word == "지구":
        return before not in ("NNG", "NNP", "SN") or passage.word(i - 1) in ("반", "전", "저", "유인", "무인", "달")
    return True


def affiliates(passage: Passage, found: list[Candidate]) -> Iterator[Candidate]:
    """Bodies that carry a listed name in one eojeol: ``LG에너지솔루션``, ``롯데카드``, ``대한민국애국부인회``."""
    for candidate in found:
        j = stop = passage.index_at(candidate.end)
        while stop < len(passage.tags) and passage.glued(stop) and passage.tags[stop] in ("NNG", "NNP"):
            stop += 1
        if stop > j and candidate.label in ("OG", "LC") and _completes(passage, candidate.label, j, stop):
            yield Candidate(candidate.start, passage.morphemes[stop - 1].end, "OG", "affiliate")


def _completes(passage: Passage, label: str, j: int, stop: int) -> bool:
    """Whether glued nouns make another body's name of a listed one, and not a title, a place of work or a person."""
    pieces = [passage.word(k) for k in range(j, stop)]
    tail = "".join(pieces)
    if label == "LC":
        return len(tail) >= 3 and tail[-1] in "회단당련" and len(pieces) >= 2
    beside = any((piece, "after") in contexts() or title_place(piece) for piece in pieces)
    named = is_common_name(tail) or gazetteer().get(tail) is not None
    return not beside and not named and pieces[-1] not in words("phrase_breaks.csv")


def addresses(passage: Passage, places: list[Candidate]) -> Iterator[Candidate]:
    """Places that one address puts one inside the other: ``경기도 수원시 팔달구``, ``서울 송파구 올림픽공원``."""
    chain: list[Candidate] = []
    for place in [*sorted(set(places)), Candidate(len(passage.text) + 9, 0, "", "")]:
        if chain and place.start < chain[-1].end:
            if place.end > chain[-1].end:
                chain[-1] = place
            continue
        if chain and not _encloses(passage, chain[-1], place):
            if len(chain) > 1:
                start, end = chain[0].start, chain[-1].end
                yield Candidate(start, end, "LC", "address", passage.text[start:end])
            chain = []
        chain.append(place)


def _encloses(passage: Passage, outer: Candidate, inner: Candidate) -> bool:
    text = passage.text
    if text[outer.end : inner.start] != " ":
        return False
    korean = (
        outer.name.endswith(("특별시", "광역시", "자치시", "자치도", "도", "시", "군"))
        or text[outer.end - 1] in "시군구동면읍"
    )
    return korean and (text[inner.end - 1] in "시군구동읍면리로길가역" or not inner.name.endswith("국"))


def states(passage: Passage) -> Iterator[Candidate]:
    """States by one syllable: ``미·소`` with a dot between them, ``한미`` before a noun of states' dealings."""
    names, pairs, dealings = short_states(), words("state_pairs.csv"), words("state_dealings.csv")
    for i, morpheme in enumerate(passage.morphemes):
        word = morpheme.text
        apart = word in pairs and passage.word(i + 1) in dealings  # 미소 관계
        pair = word if apart else word[:2] if word[2:] in dealings else ""  # 미소관계
        if pair in pairs and passage.tags[i] in ("NNP", "NNG"):
            for k, syllable in enumerate(pair):
                at = morpheme.start + k
                yield Candidate(at, at + 1, "LC", "short state", names[syllable][0])
        elif word in _DOTS and len(word) == 1:
            yield from _dotted(passage, morpheme.start)


def short_states() -> dict[str, tuple[str, ...]]:
    """Syllables that stand for states, each with the state's name: ``미`` → 미국."""
    return table("short_states.csv", "word", "name")


def _dotted(passage: Passage, dot: int) -> Iterator[Candidate]:
    text, names = passage.text, short_states()
    left, right = text[dot - 1 : dot], text[dot + 1 : dot + 2]
    if left not in names or right not in names or left == right:
        return
    before, after = text[dot - 2 : dot - 1], text[dot + 2 : dot + 3]
    if _is_syllable(before) and before not in _DOTS and not passage.boundaries & {dot - 1}:
        return
    if _is_syllable(after) and dot + 2 not in passage.boundaries:
        return
    for at in (dot - 1, dot + 1):
        yield Candidate(at, at + 1, "LC", "short state", names[text[at]][0])


def _is_syllable(character: str) -> bool:
    return "가" <= character <= "힣"
