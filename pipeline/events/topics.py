"""The topic of a passage: whom sentences that leave their subject out are about.

Korean drops a subject that the passage has established (``그는 1905년에 태어났다. 1920년 서울로 이주했다.``). The topic is
the last name marked with 은/는; 그는 keeps it, another topic ends it, and so does a new paragraph.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.model import Entity, Sentence
from pipeline.reading import Reading

_KEEPING = frozenset(("그", "그녀", "자신", "본인", "이"))
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
    morphemes = reading.between(sentence.start, sentence.end)
    for previous, (start, _, text, tag, _) in itertools.pairwise(morphemes):
        if tag != "JX" or text not in ("은", "는") or not previous.tag.startswith(("N", "S", "W")):
            continue
        named = next((e for e in entities if e.end == start), None)
        if named is not None and named.label in _LABELS:
            return topic, named
        return topic, topic if previous.text in _KEEPING else None
    return topic, topic
