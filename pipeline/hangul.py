"""Hangul as Unicode writes it: syllables, their final consonants, the decomposed form (The Unicode Standard 3.12)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate

_DECOMPOSED = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")


def has_final(word: str) -> bool:
    """Whether a word ends in a syllable with a final consonant (받침), as ``달`` does and ``소`` does not."""
    last = ord(word[-1]) if word else 0
    return 0xAC00 <= last <= 0xD7A3 and (last - 0xAC00) % 28 != 0


_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def initial_consonant(word: str) -> str:
    """The consonant with which a word's first syllable begins, as a compatibility jamo; ``""`` if it is no syllable.

    Example:
        >>> initial_consonant("코나카"), initial_consonant("NASA")
        ('ㅋ', '')
    """
    first = ord(word[0]) if word else 0
    return _INITIALS[(first - 0xAC00) // 588] if 0xAC00 <= first <= 0xD7A3 else ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A text with its decomposed Hangul composed, and the way back to the text as read.

    ``offsets[i]`` is where the i-th character of ``text`` begins in the source (one more entry for its end);
    ``None`` when the two texts are the same.
    """

    text: str
    offsets: tuple[int, ...] | None

    def source(self, offset: int) -> int:
        """The offset in the source of an offset in ``text``."""
        return offset if self.offsets is None else self.offsets[offset]


def compose(text: str) -> Composed:
    """Composes conjoining jamo (NFD) into syllables; archaic jamo and everything else stay as they are.

    Example:
        >>> composed = compose("\\u1112\\u1161\\u11ab국")
        >>> composed.text, composed.source(1)
        ('한국', 3)
    """
    pieces: list[str] = []
    widths: list[int] = []
    done = 0
    for syllable in _DECOMPOSED.finditer(text):
        between = text[done : syllable.start()]
        pieces += [between, unicodedata.normalize("NFC", syllable.group())]
        widths += [1] * len(between) + [syllable.end() - syllable.start()]
        done = syllable.end()
    if not pieces:
        return Composed(text, None)
    pieces.append(text[done:])
    widths += [1] * (len(text) - done)
    return Composed("".join(pieces), tuple(accumulate(widths, initial=0)))
