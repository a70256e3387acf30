"""The entities stage as a spaCy component."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import annotation
from pipeline.entities.find import find_entities
from pipeline.reading import read


@Language.factory("korean_entities")
def create_korean_entities(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Creates the component ``korean_entities``, which fills ``doc.spans["entities"]`` and ``doc._.named_entities``."""

    def korean_entities(doc: Doc) -> Doc:
        reading = read(doc)
        times = annotation.load(doc, "times", reading)
        annotation.store(doc, "entities", find_entities(reading, times), reading)
        return doc

    return korean_entities
