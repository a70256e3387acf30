"""The spaCy component ``korean_timex``."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotation import store
from pipeline.spacy_doc import read
from pipeline.timex.finding import find_times


@Language.factory("korean_timex", assigns=["doc.spans"])
def create_korean_timex(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Puts the times of a document into ``doc.spans["times"]`` (``span._.timex`` is the record)."""
    return annotate_times


def annotate_times(doc: Doc) -> Doc:
    """Finds the times of a document and stores them on it."""
    reading = read(doc)
    store(doc, "times", find_times(reading), reading)
    return doc
