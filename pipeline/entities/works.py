"""Evidence of marks: titles of works between their marks or quoted after their kind, quoted titles of honour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.vocabulary import contexts

_MARKED_TITLE = re.compile(r"[《〈『「]([^《〈『「》〉』」\n]{1,60})[》〉』」]")
_QUOTED = re.compile(r"['‘\"“]([^'’\"”‘“\n]{1,40})['’\"”]")


def titles(passage: Passage) -> Iterator[Candidate]:
    """Works by the marks around their titles: ``《종의 기원》``, ``영화 '기생충'``."""
    kinds_of_works = works()
    for match in _MARKED_TITLE.finditer(passage.text):
        listed = passage.names.get(match.group(1))
        yield Candidate(*match.span(1), listed.label if listed else "AF", "title marks", listed.name if listed else "")
    for match in _QUOTED.finditer(passage.text):
        before = passage.words[passage.index_at(match.start()) - 1]
        if before in kinds_of_works and not match.group(1).endswith((".", "다", "요", "?", "!")):
            yield Candidate(*match.span(1), "AF", "quoted title")


_LISTED_BEFORE = re.compile(r"['‘\"“]([^'’\"”‘“\n]{2,40})['’\"”](?:, ?|와 |과 |및 )$")
_FAR = 200  # a list of honours before the verb is no longer
_HONOUR = re.compile(r"['‘\"“]([^'’\"”‘“\n]{2,40})['’\"”](?:으로|로|에|에도|을|를) ?(?:선정|뽑|수상|올랐|꼽)")


def honours(passage: Passage) -> Iterator[Candidate]:
    """Quoted titles of honour that someone is given: ``‘올해의 선수’로 선정되었다``; lists of them share the verb."""
    for match in _HONOUR.finditer(passage.text):
        yield Candidate(*match.span(1), "CV", "quoted title")
        begin = max(0, match.start() - _FAR)
        before = passage.text[begin : match.start()]
        while listed := _LISTED_BEFORE.search(before):
            yield Candidate(begin + listed.start(1), begin + listed.end(1), "CV", "quoted title")
            before = before[: listed.start()]


def works() -> frozenset[str]:
    """Kinds of works that stand before a quoted title: ``영화``, ``소설`` …"""
    return frozenset(word for (word, side), label in contexts().items() if side == "before" and label == "AF")
