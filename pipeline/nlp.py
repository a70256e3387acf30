"""The pipeline: an ordered list of spaCy components, each of which works in anyone's pipeline too."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import entities, events, spacy_doc  # noqa: F401  (they register what build() names)
from pipeline.timex import component as _timex  # noqa: F401  (so does this)

COMPONENTS = {"times": "korean_timex", "entities": "korean_entities", "events": "korean_events"}
_NEEDS = {"entities": ("times",), "events": ("times", "entities")}


def build(only: Sequence[str] | None = None) -> Language:
    """A pipeline of our tokenizer and the stages asked for.

    Args:
        only: ``times``, ``entities`` and ``events`` in any number; ``None`` for all. What these need (entities the
            times, events both) comes along, so that a stage finds the same whatever else is asked for.

    Example:
        >>> nlp = build()
        >>> doc = annotate(nlp, "1957년 10월 4일 소련은 스푸트니크 1호를 발사했다.")
        >>> [time.value for time in doc._.timexes]
        ['1957-10-04']
    """
    config: dict[str, Any] = {"nlp": {"tokenizer": {"@tokenizers": "korean_morphology"}}}
    nlp = spacy.blank("ko", config=config)
    nlp.max_length = sys.maxsize  # spaCy's limit is for its parser; ours is linear in time and memory
    wanted = set(COMPONENTS if only is None else only)
    wanted |= {needed for stage in wanted for needed in _NEEDS.get(stage, ())}
    for stage, component in COMPONENTS.items():
        if stage in wanted:
            nlp.add_pipe(component)
    return nlp


def annotate(nlp: Language, text: str, *, date: str | None = None) -> Doc:
    """Runs a pipeline over one text.

    Args:
        nlp: a pipeline of :func:`build`.
        text: the text as read.
        date: the document's own date in ISO form, against which 오늘 and 올해 are read.
    """
    doc = nlp.make_doc(text)
    doc._.iso_date = date
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc
