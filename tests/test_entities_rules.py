"""Every kind of evidence in the catalogue: its examples fire, its nevers do not."""

from __future__ import annotations

import pytest
from test_entities import entities_of

from pipeline.entities import catalogue
from pipeline.entities.find import PRECEDENCE
from pipeline.model import ENTITY_LABELS, RuleEntry

ENTRIES = catalogue()
EXAMPLES = [(entry.name, text, found) for entry in ENTRIES for text, found in entry.examples]
NEVERS = [(entry.name, text) for entry in ENTRIES for text in entry.never]


def fired(rule: str | None, name: str) -> bool:
    return rule is not None and (rule == name or rule.startswith(name + ":"))


@pytest.mark.parametrize(("name", "text", "found"), EXAMPLES)
def test_example_fires(name: str, text: str, found: str) -> None:
    assert found in [f"{e.text} {e.label}" for e in entities_of(text) if fired(e.rule, name)]


@pytest.mark.parametrize(("name", "text"), NEVERS)
def test_never_does_not_fire(name: str, text: str) -> None:
    assert [e.text for e in entities_of(text) if fired(e.rule, name)] == []


def test_catalogue_lists_the_evidence_in_its_precedence() -> None:
    assert tuple(entry.name for entry in ENTRIES) == PRECEDENCE


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_entry_is_complete(entry: RuleEntry) -> None:
    assert entry.kind == "entities"
    assert entry.examples
    assert entry.never
    assert all(found.split()[-1] in ENTITY_LABELS for _, found in entry.examples)
