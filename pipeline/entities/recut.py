"""Morphemes for names, where the analyser was misled by lost blanks.

It takes what it does not know for one proper noun, particles and all (``미르와프로그레스``, ``계획인매리너``). Such a word is cut
at a particle when one side is known: from a gazetteer, from elsewhere in the document, or as a common noun of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from pipeline.entities.gazetteer import Gazetteer
from pipeline.entities.vocabulary import (
    common_nouns,
    is_common_name,
    kind_nouns,
    korean_given_names,
    looks_foreign,
    surnames,
    titles_before_names,
    words,
)
from pipeline.hangul import has_final
from pipeline.morphology import Morpheme

_NOUNS = frozenset({"NNP", "NNG"})
_LONG = 5
_SHORTEST_CUT = 4
_WORD = 2  # syllables of most common nouns
# 의 as a particle, and not the end of 민주주의, 정상회의, 노사합의, nor a piece of 의료재단
_POSSESSIVE = re.compile("[가-힣]{2,}[^주회합동논정창건강명항심결협질문]의(?!료|약품|학|류|회|과대)(?: [가-힣]+)?$")
_LEADING = frozenset("첫후형딸")  # 첫|소유스, 형|우라가미
_NAMED_SSI = re.compile("[가-힣]{3}씨")
# Particles and prenominal endings that a lost blank leaves inside a word: with what they follow (True: a final consonant).
_CUTS: tuple[tuple[str, bool | None], ...] = (
    ("에서", None), ("으로", True), ("의", None), ("은", True), ("는", False), ("을", True), ("를", False), ("과", True),
    ("와", False), ("인", None), ("된", None), ("한", None), ("이", True), ("가", False), ("로", None), ("에", None), ("나", False),
)  # fmt: skip
_CUTS_BY_OPENING = {opening: [cut for cut in _CUTS if cut[0][0] == opening] for opening in {p[0] for p, _ in _CUTS}}
_SURE = frozenset({"은", "는", "을", "를", "의", "에서", "으로"})
_PARTICLES = frozenset("은는을를의과와인이가")
_WEAK_SHORTEST = 6
_NAME = 3  # syllables of a Korean full name
_AFTER_FINAL, _AFTER_VOWEL = frozenset("이은을과의"), frozenset("가는를와의")


def _fits(particle: str, name: str) -> bool:
    """Whether a particle has the shape that it has behind such a name: ``가`` after a vowel, ``이`` after a consonant."""
    return particle in (_AFTER_FINAL if has_final(name) else _AFTER_VOWEL)


class Recutter:
    """Cuts the overlong words of one document."""

    def __init__(self, names: Gazetteer, morphemes: Sequence[Morpheme]) -> None:
        self.names = names
        self.common = common_nouns()
        self.before = titles_before_names()
        self.breaks = words("phrase_breaks.csv")
        self.loans = words("loanwords.csv") - kind_nouns().keys()
        self.given = words("given_names.csv")
        self.bodies = {word for word, (label, *_) in kind_nouns().items() if label == "OG"}
        self.uncut = morphemes

    @cached_property
    def seen(self) -> set[str]:
        """The proper nouns, and the words that look foreign, that stand in the document by themselves."""
        proper: set[str] = set()
        common: set[str] = set()
        of_tag = {"NNP": proper.add, "NNG": common.add}
        for _, _, text, tag, _ in self.uncut:
            if tag in of_tag:
                of_tag[tag](text)
        return {word for word in proper.union(filter(looks_foreign, common)) if 2 <= len(word) < _LONG}

    def cut(self) -> list[Morpheme]:
        """The morphemes with overlong ones cut."""
        result: list[Morpheme] = []
        done = 0
        for i in [
            i for i, (_, _, text, tag, _) in enumerate(self.uncut) if len(text) >= _SHORTEST_CUT and tag in _NOUNS
        ]:
            result += self.uncut[done:i]
            trails = self._trails(i)
            particle = "JKB" if self.uncut[i].text[-1] == "에" else "JX"
            result += self._before_last(self.uncut[i], particle) if trails else self._cut_up(self.uncut[i])
            done = i + 1
        return [*result, *self.uncut[done:]]

    def _trails(self, i: int) -> bool:
        """Whether a foreign name takes its particle along, behind a given name or before a noun that is no part of it:
        ``레오니드 야코블레프가 민스크에``, ``예카테리나가 조약을``."""
        if not 0 < i < len(self.uncut) - 1:
            return False
        before, morpheme, after = self.uncut[i - 1 : i + 2]
        name, particle = morpheme.text[:-1], morpheme.text[-1]
        if particle == "에" and self.names.get(morpheme.text) is None:
            place = self.names.get(name)
            return place is not None and place.label in ("LC", "OG")  # 다름슈타트에 입단하다
        apart = before.end < morpheme.start and morpheme.end < after.start
        acts = particle in "이가" and after.tag == "NNG" and after.text in self.common
        titled = before.text in self.before and particle in "은는이가"
        sure = particle in "을를" or titled or (morpheme.tag == "NNP" and before.text in self.given) or acts
        if not apart or not sure or after.tag not in _NOUNS | {"SN"}:
            return False
        return (
            particle != "의" and _fits(particle, name) and self.names.get(morpheme.text) is None and looks_foreign(name)
        )

    def _cut_up(self, morpheme: Morpheme) -> list[Morpheme]:
        word = morpheme.text
        if morpheme.tag == "NNG" and _NAMED_SSI.fullmatch(word) and word[0] in surnames():
            return self._before_last(morpheme, "NNB")
        if len(word) == _NAME + 1 and self._is_named(word):
            return self._before_last(morpheme, "JX")
        if _POSSESSIVE.match(word):
            return self._possessive(morpheme)
        led = len(word) == _LONG - 1 and word[0] in _LEADING and looks_foreign(word[1:]) and self._known(word[1:])
        led = led or (len(word) == _LONG - 1 and self._titled(word) is not None)
        return self._pieces(morpheme) if (len(word) >= _LONG or led) and " " not in morpheme.lemma else [morpheme]

    def _before_last(self, morpheme: Morpheme, tag: str) -> list[Morpheme]:
        """A name, and the last syllable, which is no part of it."""
        name, last, middle = morpheme.text[:-1], morpheme.text[-1], morpheme.end - 1
        return [Morpheme(morpheme.start, middle, name, "NNP", name), Morpheme(middle, morpheme.end, last, tag, last)]

    def _is_named(self, word: str) -> bool:
        """Whether a word of four syllables is a Korean full name with its particle: ``박기혁이``, not ``조선로동``."""
        name, particle = word[:-1], word[-1]
        return (
            (_fits(particle, name) or (particle == "도" and self._is_given(word)))
            and is_common_name(name)
            and not word.endswith("주의")
            and word not in self.common
            and self.names.get(word) is None
        )

    def _is_given(self, word: str) -> bool:
        """Whether a listed given name stands before a word's last syllable: ``강수연|도``, not ``조선철도``."""
        return word[1:-1] in korean_given_names() and word[-2:] not in self.common

    def _possessive(self, morpheme: Morpheme) -> list[Morpheme]:
        """``바일데어슈타트의 제국자유도시``: two names, not one."""
        middle = morpheme.text.index("의", 1)  # what begins with it is no owner
        at = morpheme.start + middle
        left, rest = morpheme.text[:middle], morpheme.text[middle + 1 :].lstrip()
        pieces = [Morpheme(morpheme.start, at, left, "NNP", left), Morpheme(at, at + 1, "의", "JKG", "의")]
        if rest:
            pieces.append(Morpheme(morpheme.end - len(rest), morpheme.end, rest, "NNG", rest))
        return pieces

    def _pieces(self, morpheme: Morpheme) -> list[Morpheme]:
        word = morpheme.text
        if self.names.get(word) is not None or word in self.common:
            return [morpheme]
        cut = self._titled(word) or self._cut(word)
        if cut is None:
            return [morpheme]
        middle, right = cut
        at = morpheme.start
        pieces = [Morpheme(at, at + middle, word[:middle], self._tag(word[:middle]), word[:middle])]
        if right > middle:
            particle = word[middle:right]
            pieces.append(Morpheme(at + middle, at + right, particle, "JX", particle))
        rest = Morpheme(at + right, morpheme.end, word[right:], self._tag(word[right:]), word[right:])
        return [*self._again(pieces[0]), *pieces[1:], *self._again(rest)]

    def _titled(self, word: str) -> tuple[int, int] | None:
        """A title and a foreign name with nothing between them: ``국왕카를루스``, ``수도루안다``."""
        for at in range(2, len(word) - 2):
            right = word[at:]
            if word[at] in _PARTICLES:
                continue
            if word[:at] in self.before and (looks_foreign(right) or self._known(right)) and right not in self.common:
                return at, at
        return None

    def _again(self, morpheme: Morpheme) -> list[Morpheme]:
        return self._pieces(morpheme) if len(morpheme.text) >= _LONG else [morpheme]

    def _tag(self, word: str) -> str:
        plain = len(word) == _WORD and not self._known(word) and not looks_foreign(word)  # 무인|소유스
        return "NNG" if word in self.common or plain else "NNP"

    def _cut(self, word: str) -> tuple[int, int] | None:
        """Where a particle begins and ends inside a word; the same offset twice where two words touch."""
        best: tuple[int, int, int] | None = None
        if word[0] in "주시도군현성호" and word[1] in "의와":
            return 1, 2
        if word[0] in "후뒤때" and word[1] == "에" and self._known(word[2:]):
            return 1, 2  # 후에페네뮨데
        for at in range(2, len(word) - 1):
            for particle, final in _CUTS_BY_OPENING.get(word[at], ()):
                stop = at + len(particle)
                if not word.startswith(particle, at) or len(word) - stop < 2:
                    continue
                if final is not None and final != has_final(word[:at]):
                    continue
                if particle in ("가", "이", "나", "로", "에", "인") and word[stop:] in self.bodies:
                    continue  # 한국만화가협회
                weight = 2 * self._known(word[:at]) + 2 * self._known(word[stop:])
                weight += particle in _SURE and len(word) >= _WEAK_SHORTEST
                weight += particle in ("와", "과") and looks_foreign(word[:at]) and looks_foreign(word[stop:])
                if weight and (best is None or weight > best[0]):
                    best = weight, at, stop
        if best is not None:
            return best[1], best[2]
        return self._touching(word)

    def _touching(self, word: str) -> tuple[int, int] | None:
        """A common noun and a name with nothing between them: ``위성뱅가드``, ``개인라이카``."""
        if word[0] in _LEADING and word[1:] not in self.common and (self._is_seen(word[1:]) or looks_foreign(word[1:])):
            return 1, 1
        for at in range(2, len(word) - 1):
            left, right = word[:at], word[at:]
            plain = not looks_foreign(left) and right not in self.loans  # not 싸이버|스카이, 세진|리테일
            if len(right) >= 3 and self._is_seen(right) and (self._known(left) or plain):
                return at, at
            named = is_common_name(right) or (looks_foreign(right) and right not in self.common)
            leads = left in self.breaks or (left in self.common and left not in self.loans)  # 에이드리언 is one word
            if leads and (named or self._known(right)):
                return at, at
        return (len(word) - 1, len(word) - 1) if word.endswith("등") and looks_foreign(word) else None

    def _known(self, word: str) -> bool:
        return word in self.common or self._is_seen(word) or self.names.get(word) is not None

    def _is_seen(self, word: str) -> bool:
        """Whether a word stands in the document by itself, or is a given name."""
        return word in self.seen or word in self.given
