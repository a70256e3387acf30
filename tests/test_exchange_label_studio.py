"""Label Studio: tasks with regions, what is said of regions, and relations; predictions; offsets of old versions."""

import json
import xml.etree.ElementTree as ElementTree

import pytest
from marked import sentence

from pipeline import exchange
from pipeline.errors import GoldError
from pipeline.exchange.graph import ATTRIBUTES, LABELS
from pipeline.model import ROLES

MARKED = "🚀 [[소련|LC]|agent]은 [1957년|DATE 1957?]에 [쏘았다|LAUNCH 1957]."
TEXT = "🚀 소련은 1957년에 쏘았다."


@pytest.fixture
def label_studio(tmp_path):
    """Reads tasks that Label Studio exported."""

    def read(tasks, articles=None):
        path = tmp_path / "project-1.json"
        path.write_text(tasks if isinstance(tasks, str) else json.dumps(tasks), encoding="utf-8")
        return exchange.load(path, "label-studio", articles)

    return read


def region(start, end, label, identifier="r1", **value):
    value = {"start": start, "end": end, "labels": [label]} | value
    return {"id": identifier, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def task(*result, text=TEXT, key="annotations", **more):
    return {"id": 1, "data": {"text": text}, key: [{"id": 1001, "result": list(result)} | more]}


def test_the_documented_shape(tmp_path):
    exchange.export(exchange.documents([sentence(MARKED, start=7, doc="기사")], None), "label-studio", tmp_path)
    (written,) = json.loads((tmp_path / "label_studio.json").read_text(encoding="utf-8"))
    about = {"to_name": "text"}
    assert written == {
        "id": 1,
        "data": {"text": TEXT, "doc": "기사", "sentence": "s1", "start": 7},
        "annotations": [{"result": [
            region(6, 11, "DATE", "1", text="1957년"),
            about | {"id": "1", "from_name": "value", "type": "textarea", "value": {"start": 6, "end": 11, "text": ["1957"]}},
            about | {"id": "1", "from_name": "optional", "type": "choices", "value": {"start": 6, "end": 11, "choices": ["true"]}},
            region(2, 4, "LC", "2", text="소련"),
            region(13, 16, "LAUNCH", "3", text="쏘았다"),
            about | {"id": "3", "from_name": "date", "type": "textarea", "value": {"start": 13, "end": 16, "text": ["1957"]}},
            {"type": "relation", "from_id": "3", "to_id": "2", "direction": "right", "labels": ["agent"]},
        ]}],
    }  # fmt: skip


def test_the_interface_names_every_label_attribute_and_role(tmp_path):
    exchange.export([], "label-studio", tmp_path)
    view = ElementTree.parse(tmp_path / "label_studio.xml").getroot()
    assert [label.get("value") for label in view.iter("Label")] == list(LABELS)
    assert [relation.get("value") for relation in view.iter("Relation")] == [*ROLES, "time"]
    said = {tag.get("name") for tag in view if tag.get("perRegion") == "true"}
    assert said == {name for names in ATTRIBUTES.values() for name in names}


def test_an_export_in_the_shape_of_the_guide(label_studio):
    # as https://labelstud.io/guide/task_format shows a completed task, with keys that say nothing to us
    found, lost = label_studio([{
        "id": 1, "created_at": "2021-03-09T21:52:49.513742Z", "updated_at": "2021-03-09T22:16:08.746926Z", "project": 83,
        "data": {"text": TEXT},
        "annotations": [{"id": "1001", "was_cancelled": False, "ground_truth": False, "lead_time": 4.288, "completed_by": 10,
                         "result": [region(2, 4, "LC", "Dx_aB91ISN", text="소련") | {"origin": "manual", "score": 0.5},
                                    {"id": "u", "from_name": "t", "to_name": "text", "type": "taxonomy", "value": {}}]}],
        "predictions": [{"model_version": "model 1", "result": [region(0, 1, "AF", "t5sp3TyXPo")]}],
    }])  # fmt: skip
    assert [(s.doc, s.id, s.start, [(e.text, e.label) for e in s.entities]) for s in found] == [
        ("1", "s0001", 0, [("소련", "LC")])
    ]
    assert lost.lines() == ["not held: results of type taxonomy (1)"]


def test_predictions_count_where_nobody_has_labelled(label_studio):
    (found,), _ = label_studio(task(region(2, 4, "LC"), key="predictions"))
    assert [e.text for e in found.entities] == ["소련"]


def test_of_several_annotations_the_ground_truth_counts_else_the_last(label_studio):
    one, other = {"result": [region(2, 4, "LC")]}, {"result": [region(2, 4, "OG")]}
    for annotations, label, further in [
        ([one, other], "OG", 1), ([one | {"ground_truth": True}, other], "LC", 1), ([one, other | {"was_cancelled": True}], "LC", 0),
    ]:  # fmt: skip
        (found,), lost = label_studio({"data": {"text": TEXT}, "annotations": annotations})
        assert [e.label for e in found.entities] == [label]
        assert lost["further annotations of a task"] == further


def test_offsets_count_code_points_and_those_of_old_versions_are_known_by_the_words(label_studio):
    for start in (2, 3):  # 🚀 is two UTF-16 units
        (found,), _ = label_studio(task(region(start, start + 2, "LC", text="소련")))
        assert (found.entities[0].start, found.entities[0].text) == (2, "소련")


def test_a_relation_may_point_left(label_studio):
    arrow = {"type": "relation", "from_id": "a", "to_id": "b", "direction": "left", "labels": ["agent"]}
    (found,), _ = label_studio(task(region(2, 4, "LC", "a"), region(13, 16, "LAUNCH", "b"), arrow))
    assert [(a.role, a.text) for a in found.events[0].arguments] == [("agent", "소련")]


@pytest.mark.parametrize(
    ("tasks", "told"),
    [
        ("[\n{]", r"project-1.json:2: column 2: broken JSON"),
        ([3], r"column \[0\]: wrong kind of value; expected an object, got 3"),
        ([{"data": {}}], r"column \[0\].data: 'text' is missing; expected a text"),
        (
            [task(region(2, 4, "LC", text="미국"))],
            r"annotations\[0\].result\[0\]: not what stands at 2–4; expected '소련', got '미국'",
        ),
        (
            [task(region("2", 4, "LC"))],
            r"result\[0\].value.start: wrong kind of value; expected a whole number, got \"2\"",
        ),
        (
            [task(region(2, 4, "LC") | {"value": {"start": 2, "end": 4, "labels": ["LC", "OG"]}})],
            r"value.labels: not one label",
        ),
        ([task(region(2, 4, "COUNTRY"))], r"unknown label; expected one of DATE .*, got COUNTRY"),
        (
            [task({"type": "relation", "from_id": "x", "to_id": "y", "labels": ["agent"]})],
            r"a link to nowhere; .* got x",
        ),
    ],
)
def test_what_is_refused(label_studio, tasks, told):
    with pytest.raises(GoldError, match=told):
        label_studio(tasks)
