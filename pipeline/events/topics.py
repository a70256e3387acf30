"""The topic of a passage: whom sentences that leave their subject out are about.

Korean drops a subject that the passage has established (``그는 1905년에 태어났다. 1920년 서울로 이주했다.``). The topic is
the last name marked with 은/는; 그는 keeps it, another topic ends it unless it stands beside it, and so does a new paragraph.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.model import Entity, Sentence
from pipeline.reading import Reading

_KEEPING = frozenset(("그", "그녀", "자신", "본인", "이"))
_TITLES = re.compile(r"\s?[가-힣]{1,6}(?:\s[가-힣]{1,6})?")
_LABELS = frozenset(("PS", "OG", "LC", "AF", "CV"))


def next_topic(
    reading: Reading, before: Sentence | None, sentence: Sentence, entities: Sequence[Entity], topic: Entity | None
) -> tuple[Entity | None, Entity | None]:
    """The topic that a sentence finds, and the one it leaves to the next.

    Args:
        reading: the document.
        before: the sentence before it, or ``None`` for the first.
        sentence: the sentence.
        entities: its entities, in order.
        topic: what the sentence before it left.
    """
    if before is None or "\n" in reading.text[before.end : sentence.start]:
        topic = None
    found = list(_topics(reading, sentence, entities))
    if not found:
        return topic, topic
    if topic is not None and any(named is not None and named.name == topic.name for named, _ in found):
        return topic, topic  # 형 정약종은 참수되고, 정약용은 유배되었다
    named, word = found[0]
    return topic, named or (topic if word in _KEEPING else None)


def _topics(reading: Reading, sentence: Sentence, entities: Sequence[Entity]) -> Iterator[tuple[Entity | None, str]]:
    """What 은/는 marks in a sentence: the name, if it is one, and the last word."""
    for previous, (start, _, text, tag, _) in itertools.pairwise(reading.between(sentence.start, sentence.end)):
        if tag == "JX" and text in ("은", "는") and previous.tag.startswith(("N", "S", "W")):
            end = _before_bracket(reading.text, start) if previous.text in (")", "）") else start
            named = next((e for e in entities if e.end == end and e.label in _LABELS), None)
            yield named or _titled(reading, entities, end), previous.text


def _before_bracket(text: str, end: int) -> int:
    """Where the name before a bracket ends that ends at an offset: ``이육사(李陸史, 1904년 ~ 1944년)는``."""
    depth = 0
    for at in range(end - 1, -1, -1):
        depth += (text[at] in ")）") - (text[at] in "(（")
        if depth == 0:
            return at - (text[at - 1 : at] == " ")
    return end


def _titled(reading: Reading, entities: Sequence[Entity], end: int) -> Entity | None:
    """The person whom no more than titles part from an offset: ``김 시장은``, ``박병대 전 대법관은``."""
    person = next((e for e in reversed(entities) if e.end < end), None)
    if person is None or person.label != "PS" or not _TITLES.fullmatch(reading.text, person.end, end):
        return None
    return person if all(m.tag.startswith("NN") for m in reading.between(person.end, end)) else None
