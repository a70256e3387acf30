"""Sentences and documents from tools that label one passage at a time: a line of doccano's, a task of Label Studio's.

What yeonpyo writes is a sentence a passage, and says beside it which (``doc``, ``sentence``, ``start``). A passage that
does not is looked up in the article, or is a document of its own where no article is given; it is cut into sentences.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.exchange.document import Articles, LabelledDocument, Losses, cut
from pipeline.exchange.graph import Graph, labelled
from pipeline.exchange.json_lines import Item
from pipeline.model import AnnotatedSentence


def described(document: LabelledDocument, sentence: AnnotatedSentence) -> dict[str, str | int]:
    """What says which sentence a passage is."""
    told: dict[str, str | int] = {} if document.id is None else {"doc": document.id}
    return told | {"sentence": sentence.id, "start": sentence.start}


class Passages:
    """Takes passages one after the other and gives their sentences, offsets in the document.

    Args:
        articles: those that the user named.
        losses: counts what cannot be taken over.
    """

    def __init__(self, articles: Articles, losses: Losses) -> None:
        self._articles, self._losses = articles, losses
        self._reached = dict.fromkeys(articles, 0)
        self._number = 0

    def sentences(self, passage: Item, text: str, labels: Callable[[int], Graph]) -> list[AnnotatedSentence]:
        """The sentences of a passage.

        Args:
            passage: where ``doc``, ``sentence`` and ``start`` may stand.
            text: the passage's text.
            labels: makes the graph, given the document's offset at which the passage begins.

        Raises:
            GoldError: the passage does not stand in the article.
        """
        self._number += 1
        name, doc = passage.maybe("sentence", str), passage.maybe("doc", str)
        if name is not None and "start" in passage.data:
            start = passage.take("start", int)
            if start < 0:
                raise passage.error("a sentence before its text", "start", "0 or more", start)
            bare = [AnnotatedSentence(doc, name, start, text)]
        elif self._articles:
            start, doc = self._found(passage, text, doc)
            bare = [replace(s, id=f"p{self._number}-{s.id}", start=start + s.start) for s in cut(text, doc)]
        else:
            identifier = passage.data.get("id")
            start, doc = 0, doc or str(self._number if identifier is None else identifier)
            bare = cut(text, doc)
        return labelled(bare, text, labels(start), self._losses, passage.file, begin=start)

    def _found(self, passage: Item, text: str, doc: str | None) -> tuple[int, str | None]:
        for name in [doc] if doc in self._articles else list(self._articles):
            start = self._articles[name].find(text, self._reached[name])
            if start >= 0 and text:
                self._reached[name] = start + len(text)
                return start, name
        raise passage.error("a passage that does not stand in the article", "text", "passages in the article's order",
                            text[:40])  # fmt: skip
