"""Documents → rows."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import tables
from pipeline.annotation import annotated
from pipeline.clusters import entity_of, names_of
from pipeline.errors import InputError
from pipeline.model import Argument, Entity, Event, Timex, Trigger
from pipeline.tables import TABLES, chosen


def rows(table, doc):
    return [
        dict(zip((c.name for c in TABLES[table].columns), row, strict=True))
        for row in TABLES[table].rows(annotated(doc, doc._.doc_id), doc)
    ]


def test_every_row_names_its_document_sentence_place_surface_and_rule(space_race):
    for name, table in TABLES.items():
        surface = "trigger" if name == "events" else "text"
        found = rows(name, space_race)
        assert found
        for row in found:
            assert row["document"] == "문서"
            assert row["sentence"] in ("s0001", "s0002")
            assert space_race.text[row["start_offset"] : row["end_offset"]] == row[surface]
            assert row["rule"]
        keys = [row[table.key] for row in found]
        assert len(set(keys)) == len(keys)


def test_references_lead_to_a_row_of_the_other_table(space_race):
    for name, table in TABLES.items():
        for column, other in table.refers:
            known = {row[TABLES[other].key] for row in rows(other, space_race)}
            assert {row[column] for row in rows(name, space_race)} <= known | {None}


def test_times(space_race):
    first, second = rows("times", space_race)
    assert (first["text"], first["type"], first["value"]) == ("1957년 10월 4일", "DATE", "1957-10-04")
    assert (first["begin"], first["end"], first["anchor_value"]) == ("1957-10-04", "1957-10-04", None)
    assert (second["text"], second["value"], second["begin"], second["end"]) == (
        "이듬해",
        "1958",
        "1958-01-01",
        "1958-12-31",
    )
    assert (second["anchor_value"], second["anchor_offset"]) == ("1957-10-04", 4)


@pytest.mark.parametrize(
    ("timex", "begin", "end"),
    [
        (Timex(0, 5, "기원전 6", "DATE", "BC0063-09"), "-0062-09-01", "-0062-09-30"),
        (Timex(0, 5, "기원전 6", "DATE", "18"), "1800-01-01", "1899-12-31"),
        (Timex(0, 5, "기원전 6", "DURATION", "P46Y"), None, None),
        (Timex(0, 5, "기원전 6", "SET", "P1Y"), None, None),
        (Timex(0, 5, "기원전 6", "DATE", "XXXX-04-12"), None, None),
        (Timex(0, 5, "기원전 6", "DATE", "PAST_REF"), None, None),
    ],
)
def test_first_and_last_day_of_a_time(annotated_doc, timex, begin, end):
    doc = annotated_doc("기원전 63년 9월이다.", times=[timex])
    assert [(row["begin"], row["end"]) for row in rows("times", doc)] == [(begin, end)]


def test_events_by_canonical_name(space_race):
    first, second = rows("events", space_race)
    assert (first["trigger"], first["lemma"], first["type"], first["date"]) == (
        "쏘았다",
        "쏘다",
        "LAUNCH",
        "1957-10-04",
    )
    assert (first["agent"], first["theme"], first["place"]) == ("소비에트 연방", "스푸트니크 1호", "")
    assert (first["begin"], first["end"]) == ("1957-10-04", "1957-10-04")
    assert (second["begin"], second["end"], second["agent"]) == ("1958-01-01", "1958-12-31", "미국")
    assert (second["time"], second["time_text"]) == ("t0002", "이듬해")
    assert second["sentence_text"] == "이듬해 미국도 성공했다."


@pytest.mark.parametrize(
    ("date", "begin", "end"),
    [
        ("196X", "1960-01-01", "1969-12-31"),
        ("1962-08-11/1962-08-15", "1962-08-11", "1962-08-15"),
        ("../1975", None, "1975-12-31"),
        ("1975/..", "1975-01-01", None),
        ("-0062", "-0062-01-01", "-0062-12-31"),
        ("XXXX-05-01", None, None),
    ],
)
def test_first_and_last_day_of_an_event(annotated_doc, date, begin, end):
    doc = annotated_doc("그는 죽었다.", events=[Event(Trigger(3, 6, "죽었다"), "DEATH", date)])
    [row] = rows("events", doc)
    assert (row["begin"], row["end"], row["time"], row["lemma"]) == (begin, end, None, None)


def test_arguments(space_race):
    assert [(r["event"], r["role"], r["text"], r["name"], r["label"], r["entity"]) for r in rows("arguments", space_race)] == [
        ("e0001", "agent", "소련", "소비에트 연방", "LC", "n0001"),
        ("e0001", "theme", "스푸트니크 1호", "스푸트니크 1호", "AF", "n0002"),
        ("e0002", "agent", "미국", "미국", "LC", "n0003"),
    ]  # fmt: skip


class TestNames:
    """``소련과 미국의 연구소 두 곳`` by canonical name."""

    entities = (
        Entity(0, 2, "소련", "LC", "소비에트 연방"),
        Entity(4, 6, "미국", "LC", "미국"),
        Entity(12, 15, "두 곳", "QT", "두 곳"),
    )

    def test_an_argument_goes_by_the_entity_that_it_is(self):
        assert entity_of(Argument("agent", 0, 2, "소련"), self.entities) == self.entities[0]

    def test_or_by_the_one_it_shares_most_with(self):
        assert entity_of(Argument("agent", 1, 6, "련과 미국"), self.entities) == self.entities[1]

    def test_a_quantity_names_nothing_nor_does_a_neighbour(self):
        assert entity_of(Argument("place", 8, 15, "연구소 두 곳"), self.entities) is None
        assert entity_of(Argument("place", 2, 4, "과 "), self.entities) is None

    def test_two_of_a_role_are_two_names_and_one_told_twice_is_one(self):
        both = (Argument("agent", 0, 2, "소련"), Argument("agent", 4, 6, "미국"), Argument("agent", 0, 2, "소련"))
        event = Event(Trigger(8, 11, "연구소"), "OTHER", "1957", (*both, Argument("place", 8, 11, "연구소")))
        assert names_of(event, "agent", self.entities) == ["소비에트 연방", "미국"]
        assert names_of(event, "place", self.entities) == ["연구소"]


def test_morphemes_tell_tag_lemma_and_eojeol(annotated_doc):
    found = rows("morphemes", annotated_doc("\n문이 열린 날."))
    assert [(r["text"], r["tag"], r["lemma"], r["eojeol"]) for r in found] == [
        ("문", "NNG", "문", "문이"),
        ("이", "JKS", "이", "문이"),
        ("열린", "VV+ETM", "열리+ᆫ", "열린"),
        ("날", "NNG", "날", "날."),
        (".", "SF", ".", "날."),
    ]


def test_decomposed_hangul_keeps_the_offsets_of_the_text_as_read(annotated_doc):
    doc = annotated_doc("\u1112\u1161\u11ab국의 봄.")  # 한국의 봄.
    found = rows("morphemes", doc)
    assert (found[0]["text"], found[0]["start_offset"], found[0]["end_offset"]) == ("\u1112\u1161\u11ab국", 0, 4)


def test_frames_hold_whole_numbers_and_missing_values(space_race):
    frame = tables.times(space_race)
    assert list(frame.columns) == [c.name for c in TABLES["times"].columns]
    assert frame["anchor_offset"].dtype == "Int64"
    assert frame["mod"].isna().all()
    for name in TABLES:
        assert len(getattr(tables, name)([space_race, space_race])) == 2 * len(rows(name, space_race))


def test_only():
    assert chosen(None) == tuple(TABLES)
    assert chosen(["entities", "times"]) == ("sentences", "times", "entities")
    assert chosen(["events"]) == chosen(["arguments"]) == ("sentences", "events", "arguments")
    with pytest.raises(InputError, match=r"--only: unknown table; expected sentences, .*, got tiems"):
        chosen(["tiems"])


def test_columns_are_described():
    for table in TABLES.values():
        for column in table.columns:
            assert len(column.description) > 10
            assert column.unit or not re.search(r"offset$|^begin$|^end$", column.name)


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_gives_tables_whose_offsets_hold(morphology, text):
    doc = morphology(text)
    for row in [*rows("sentences", doc), *rows("morphemes", doc)]:
        assert text[row["start_offset"] : row["end_offset"]] == row["text"]
    assert all(row["eojeol"].strip() for row in rows("morphemes", doc))
