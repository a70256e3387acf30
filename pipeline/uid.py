"""Names for events that outlive a revision: made of what a sentence says, not of where it stands."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from pipeline.model import AnnotatedSentence
from pipeline.revision import bare

LENGTH = 12


def uids(sentences: Iterable[AnnotatedSentence]) -> list[tuple[str, ...]]:
    """A stable id for every event of one document.

    It is a digest of the sentence without white space, of how many sentences say the same before it, and of the
    trigger and its place in the sentence. An edit elsewhere, respacing, other rules for dates, types or arguments do
    not change it. Events that share a trigger (a list of years) are numbered in their order.

    Args:
        sentences: a document's, in the order of the text.

    Returns:
        For each sentence the ids of its events, 12 hexadecimal digits each, unique within the document.

    Example:
        The event 발사 of ``1957년 위성을 발사했다.`` has the same uid in ``1957년위성을 발사했다.``
    """
    said: Counter[str] = Counter()
    found = []
    for sentence in sentences:
        words = bare(sentence.text)
        said[words.text] += 1
        told: Counter[tuple[int, str]] = Counter()
        names = []
        for event in sentence.events:
            trigger = (words.index(event.trigger.start - sentence.start), bare(event.trigger.text).text)
            told[trigger] += 1
            parts = (words.text, said[words.text], *trigger, told[trigger])
            names.append(hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:LENGTH])
        found.append(tuple(names))
    return found
