"""doccano: the form with relations, the older ones with triples, and metadata that carries what doccano has no place for."""

import json

import pytest
from marked import sentence

from pipeline import exchange
from pipeline.errors import GoldError

MARKED = "🚀 [[소련|LC 소비에트_연방]|agent]은 [1957년|DATE 1957]에 [쏘았다|LAUNCH 1957 NEG]."
TEXT = "🚀 소련은 1957년에 쏘았다."


@pytest.fixture
def doccano(tmp_path):
    """Reads lines that doccano exported."""

    def read(*lines, articles=None):
        written = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
        path = tmp_path / "admin.jsonl"
        path.write_text("".join(line + "\n" for line in written), encoding="utf-8")
        return exchange.load(path, "doccano", articles)

    return read


def test_the_form_with_relations(tmp_path):
    exchange.export(exchange.documents([sentence(MARKED, start=7)], None), "doccano", tmp_path)
    assert json.loads((tmp_path / "doccano.jsonl").read_text(encoding="utf-8")) == {
        "id": 0,
        "text": TEXT,
        "entities": [
            {"id": 1, "start_offset": 6, "end_offset": 11, "label": "DATE"},
            {"id": 2, "start_offset": 2, "end_offset": 4, "label": "LC"},
            {"id": 3, "start_offset": 13, "end_offset": 16, "label": "LAUNCH"},
        ],
        "relations": [{"id": 0, "from_id": 3, "to_id": 2, "type": "agent"}],
        "details": [
            {"start_offset": 6, "end_offset": 11, "label": "DATE", "value": "1957"},
            {"start_offset": 2, "end_offset": 4, "label": "LC", "name": "소비에트 연방"},
            {"start_offset": 13, "end_offset": 16, "label": "LAUNCH", "date": "1957", "polarity": "NEG"},
        ],
        "sentence": "s1",
        "start": 7,
    }


def test_what_doccano_numbers_anew_keeps_its_details(doccano):
    # doccano gives ids of its own, orders by its own lights, and the labeller has moved the end of the time
    (found,), lost = doccano({
        "id": 2548, "text": TEXT, "sentence": "s1", "start": 7, "Comments": ["?"],
        "entities": [{"id": 91, "label": "LAUNCH", "start_offset": 13, "end_offset": 16},
                     {"id": 90, "label": "LC", "start_offset": 2, "end_offset": 4},
                     {"id": 92, "label": "DATE", "start_offset": 6, "end_offset": 12}],
        "relations": [{"id": 5, "from_id": 91, "to_id": 90, "type": "agent"}],
        "details": [{"start_offset": 6, "end_offset": 11, "label": "DATE", "value": "1957"},
                    {"start_offset": 2, "end_offset": 4, "label": "LC", "name": "소비에트 연방"},
                    {"start_offset": 13, "end_offset": 16, "label": "LAUNCH", "date": "1957", "polarity": "NEG"}],
    })  # fmt: skip
    assert (found.entities, found.events) == (sentence(MARKED, start=7).entities, sentence(MARKED, start=7).events)
    assert [(t.text, t.start, t.value) for t in found.times] == [("1957년에", 13, "")]
    assert lost.lines() == ["not held: comments (1)", "not held: times without a value, which is left empty (1)"]


@pytest.mark.parametrize("key", ["label", "labels", "entities"])
def test_the_forms_with_triples(doccano, key):
    found, _ = doccano(
        {"id": 15, "text": "🚀 소련이다. 미국이다.", key: [[2, 4, "LC"], [8, 10, "LC"]]}, {"text": "달", key: []}
    )
    assert [(s.doc, s.id, s.text, [e.text for e in s.entities]) for s in found] == [
        ("15", "s0001", "🚀 소련이다.", ["소련"]), ("15", "s0002", "미국이다.", ["미국"]), ("2", "s0001", "달", []),
    ]  # fmt: skip


def test_passages_are_looked_up_in_the_article(doccano):
    lines = [{"text": "소련이다.", "label": [[0, 2, "LC"]]}, {"text": "소련이다.", "label": [[0, 2, "LC"]]}]
    found, _ = doccano(*lines, articles={None: "머리말.소련이다. 소련이다."})
    assert [(s.doc, s.start, s.entities[0].start) for s in found] == [(None, 4, 4), (None, 10, 10)]
    with pytest.raises(GoldError, match=r"admin.jsonl:3: column text: a passage that does not stand in the article"):
        doccano(*lines, {"text": "소련이다.", "label": []}, articles={None: "머리말.소련이다. 소련이다."})


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", r"admin.jsonl:1: column 2: broken JSON"),
        ("[" * 100_000, r"admin.jsonl:1: broken JSON"),
        ('{"text": "\\ud83d"}', r"admin.jsonl:1: broken JSON; expected well-formed text"),
        ("7", r"admin.jsonl:1: wrong kind of value; expected an object, got 7"),
        ({"id": 1}, r"admin.jsonl:1: 'text' is missing; expected a text"),
        ({"text": 5}, r"admin.jsonl:1: column text: wrong kind of value; expected a text, got 5"),
        (
            {"text": "달", "label": [[0, 1]]},
            r'admin.jsonl:1: column label\[0\]: no label of doccano\'s; expected as \[0, 2, "LC"\], got \[0, 1\]',
        ),
        (
            {"text": "달", "label": [[0, 9, "LC"]]},
            r"admin.jsonl:1: a span outside its text; expected 0 ≤ start < end ≤ 1, got start 0, end 9",
        ),
        (
            {"text": "달", "entities": [{"id": 1, "start_offset": 0, "label": "LC"}]},
            r"admin.jsonl:1: column entities\[0\]: 'end_offset' is missing",
        ),
        (
            {"text": "달", "sentence": "s1", "start": -1},
            r"admin.jsonl:1: column start: a sentence before its text; expected 0 or more, got -1",
        ),
        (
            {"text": "달", "sentence": "s1", "start": True},
            r"column start: wrong kind of value; expected a whole number, got true",
        ),
    ],
)
def test_what_is_refused(doccano, line, told):
    with pytest.raises(GoldError, match=told):
        doccano(line)


def test_a_start_far_away_costs_nothing(doccano):
    (found,), _ = doccano({"text": "달", "sentence": "s1", "start": 10**15, "label": [[0, 1, "LC"]]})
    assert found.entities[0].start == 10**15
