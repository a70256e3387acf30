"""Quantities: a number with its unit or counter (guideline §3, QT): ``2500개``, ``1천만 달러``, ``세 번째``, ``200억~250억 달러``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pipeline import lexicon
from pipeline.entities.gazetteer import table
from pipeline.entities.passage import Candidate, Passage

_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_POWERS = r"(?:\s?[십백천만억조경]+)"
_FIGURE = rf"{_DIGITS}{_POWERS}*(?:\s?{_DIGITS}{_POWERS}+)*(?:\s?{_DIGITS}(?=\s?(?:원|달러|명|개|표|주|대|톤|가구|유로|엔|위안)))?"
_WORDS = r"(?:(?:수|몇)?[십백천만억조]{1,4}(?:만|억|조)?(?:에서\s(?:수)?[십백천만억조]{1,4})?|[일이삼사오육칠팔구][십백천만억조][일이삼사오육칠팔구십백천만억조]*)"
_NATIVE = (
    r"(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)?(?:하나|한두|두세|서너|네댓|대여섯|예닐곱|한|두|세|석|서|네|넉|다섯|여섯|일곱|여덟|아홉)"
    r"|스무|스물|서른|마흔|쉰|예순|일흔|여든|아흔|열|여러|첫"
)
# `만` and `약` are left outside, `제` and `만` (of age) inside, as in 제2차 and 만 8명.
_MORE = r"(?:\s?여|여\s)?"


@lru_cache(maxsize=4)
def _pattern(folders: tuple[Path, ...]) -> re.Pattern[str]:
    kinds = table("counters.csv", "word", "kind")
    units = "|".join(re.escape(w) for w in sorted(kinds, key=lambda w: (-len(w), w)))
    figure = rf"(?:{_FIGURE}|{_WORDS})"
    return re.compile(
        rf"(?:(?<![\w.,])|(?<=[가-힣]))(?P<amount>"
        rf"제\s?{_DIGITS}\s?(?:차|회|대|위|호|기|단계|판|부|권|장|항|조)(?![가-힣])"
        rf"|[$€£¥₩]\s?{_FIGURE}"
        rf"|(?:{figure}{_MORE}(?:{units})?\s?[~∼～-]\s?|{figure}에서\s)?{figure}{_MORE}\s?(?:{units})(?:\s?번째|째)?"
        rf"|(?:{_NATIVE})\s?(?:{units})(?:\s?번째|째)?)"
    )


def quantities(passage: Passage) -> Iterator[Candidate]:
    """Spans of amounts that begin and end with a morpheme."""
    boundaries = passage.boundaries
    for match in _pattern(lexicon.in_use()).finditer(passage.text):
        start, end = match.span("amount")
        if start in boundaries and (end in boundaries or not passage.text[end - 1].isalnum()):
            if _counts(passage, start, end):
                yield Candidate(start, end, "QT", "quantity", passage.text[start:end])


def _counts(passage: Passage, start: int, end: int) -> bool:
    """Whether the analyser, too, sees a number and something counted in the span."""
    first = passage.index_at(start)
    tag = passage.tag(first)
    if tag in ("SN", "NR") or passage.text[start] in "$€£¥₩제":
        return True
    if tag == "MM" and passage.word(first) not in ("이", "그", "저", "한"):
        return True
    if passage.word(first) == "한":
        return passage.tag(first + 1) == "NNB" or passage.word(first + 1) in ("명", "사람", "가지", "마리")
    return tag == "NNG" and passage.text[start] in "수몇"
