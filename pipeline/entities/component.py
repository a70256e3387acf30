"""The entities stage as a spaCy component."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import annotation
from pipeline.entities.find import find_entities
from pipeline.spacy_doc import read


@Language.factory("korean_entities")
def create_korean_entities(nlp: Language, name: str) -> KoreanEntities:
    """Factory for ``nlp.add_pipe("korean_entities")``; it wants korean_timex before it."""
    return KoreanEntities()


class KoreanEntities:
    """Puts named things and quantities on a ``Doc``: ``doc.spans["entities"]``, ``doc._.named_entities``."""

    def __call__(self, doc: Doc) -> Doc:
        """Reads the times that the document carries and adds its entities."""
        reading = read(doc)
        times = annotation.load(doc, "times", reading)
        annotation.store(doc, "entities", find_entities(reading, times), reading)
        return doc
