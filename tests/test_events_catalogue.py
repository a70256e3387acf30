"""Every example of the events catalogue gives what it says, and nothing under *never* is an event of that rule."""

import pytest

from pipeline.events.catalogue import catalogue
from pipeline.model import RuleEntry
from pipeline.nlp import annotate, build

ENTRIES = catalogue()
TYPES = [e for e in ENTRIES if e.name.isupper()]
RULES = [e for e in ENTRIES if not e.name.isupper()]


@pytest.fixture(scope="module")
def events_of():
    nlp = build()
    return lambda sentence: annotate(nlp, sentence)._.dated_events


def _cases(entries: list[RuleEntry], of: str) -> list:
    return [pytest.param(e, x, id=f"{e.name}-{i}") for e in entries for i, x in enumerate(getattr(e, of))]


@pytest.mark.parametrize(("entry", "example"), _cases(RULES, "examples"))
def test_rule_examples(events_of, entry, example):
    sentence, expected = example
    found = events_of(sentence)
    assert "; ".join(f"{e.trigger.text} {e.date}" for e in found) == expected
    assert entry.name in {e.rule for e in found} or entry.name == "own_clause"


@pytest.mark.parametrize(("entry", "sentence"), _cases(RULES, "never"))
def test_rule_never(events_of, entry, sentence):
    assert entry.name not in {e.rule for e in events_of(sentence)}


@pytest.mark.parametrize(("entry", "example"), _cases(TYPES, "examples"))
def test_type_examples(events_of, entry, example):
    sentence, trigger = example
    found = [(e.trigger.text, e.type) for e in events_of(sentence)]
    assert (trigger, entry.name) in found or any(
        kind == entry.name and (text in trigger or trigger in text) for text, kind in found
    )
