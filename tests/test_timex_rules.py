"""Every rule's own examples and *nevers*, as they stand in the catalogue."""

import re

import pytest

from pipeline.model import RuleEntry
from pipeline.timex import catalogue, find

_ENTRIES = catalogue()
_EXAMPLES = [(e.name, text, value) for e in _ENTRIES for text, value in e.examples]
_NEVER = [(e.name, text) for e in _ENTRIES for text in e.never]


@pytest.mark.parametrize(("name", "text", "value"), _EXAMPLES)
def test_example(name: str, text: str, value: str) -> None:
    text, _, date = text.partition(" — ")
    marked = re.search(r"\[(.+?)\]", text)
    plain = re.sub(r"\[(.+?)\]", r"\1", text)
    times = find(plain, date or None)
    start = marked.start() if marked else times[0].start if times else -1
    found = [t for t in times if t.start == start and name in (t.rule or "").split("+")]
    assert [t.value for t in found] == [value]
    if marked:
        assert found[0].text == marked[1]


@pytest.mark.parametrize(("name", "text"), _NEVER)
def test_never(name: str, text: str) -> None:
    assert [t.text for t in find(text) if name in (t.rule or "").split("+")] == []


@pytest.mark.parametrize("entry", _ENTRIES, ids=lambda e: e.name)
def test_every_rule_says_what_it_is_and_shows_it(entry: RuleEntry) -> None:
    assert entry.description
    assert entry.examples
