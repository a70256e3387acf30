"""Annotation files (guideline §5): what is read, what is written, what is refused and how that is told."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import GoldError
from pipeline.gold import check_against, read_annotations, write_annotations
from pipeline.model import Anchor, AnnotatedSentence, Argument, Entity, Event, Inferred, Timex, Trigger

ARTICLE = Path(__file__).parent.parent / "gold" / "space_race"
TEXT = "서론.1957년10월 4일소련은 위성을 쏘았다."


def line(**changes: Any) -> dict[str, Any]:
    """[1957년10월 4일] [소련]은 위성을 [쏘았다]: a time, an entity and an event in a sentence that begins at 3."""
    return {
        "id": "s2",
        "start": 3,
        "text": "1957년10월 4일소련은 위성을 쏘았다.",
        "times": [{"start": 0, "end": 11, "text": "1957년10월 4일", "type": "DATE", "value": "1957-10-04"}],
        "entities": [{"start": 11, "end": 13, "text": "소련", "label": "LC", "name": "소비에트 연방"}],
        "events": [
            {
                "trigger": {"start": 19, "end": 22, "text": "쏘았다"},
                "type": "LAUNCH",
                "date": "1957-10-04",
                "arguments": [{"role": "agent", "start": 11, "end": 13, "text": "소련"}],
                "polarity": "POS",
                "modality": "ASSERTED",
            }
        ],
    } | changes


def write(folder: Path, *lines: dict[str, Any] | str) -> Path:
    path = folder / "annotations.jsonl"
    path.write_text("".join((x if isinstance(x, str) else json.dumps(x, ensure_ascii=False)) + "\n" for x in lines),
                    encoding="utf-8")  # fmt: skip
    return path


def test_offsets_count_from_the_document_in_memory(tmp_path: Path) -> None:
    (sentence,) = read_annotations(write(tmp_path, line()))
    assert sentence == AnnotatedSentence(
        None,
        "s2",
        3,
        "1957년10월 4일소련은 위성을 쏘았다.",
        (Timex(3, 14, "1957년10월 4일", "DATE", "1957-10-04"),),
        (Entity(14, 16, "소련", "LC", "소비에트 연방"),),
        (Event(Trigger(22, 25, "쏘았다"), "LAUNCH", "1957-10-04", (Argument("agent", 14, 16, "소련"),)),),
    )
    for part in (*sentence.times, *sentence.entities, sentence.events[0].trigger, *sentence.events[0].arguments):
        assert TEXT[part.start : part.end] == part.text


def test_optional_keys_and_what_the_extractor_adds(tmp_path: Path) -> None:
    said = line(doc="d1")
    said["times"][0] |= {"mod": "APPROX", "literal": "1957-08-11", "rule": "calendar.ymd", "score": 0.5,
                         "anchor": {"value": "1956", "start": -3, "end": -1}, "optional": True}  # fmt: skip
    said["entities"][0] |= {"rule": "gazetteer.LC", "optional": True}
    said["events"][0]["trigger"]["lemma"] = "쏘다"
    said["events"][0] |= {"rule": "own_clause", "time": 0, "optional": True}
    (sentence,) = read_annotations(write(tmp_path, said))
    assert sentence.doc == "d1"
    assert sentence.times[0].mod == "APPROX"
    assert sentence.times[0].literal == "1957-08-11"
    assert sentence.times[0].rule == "calendar.ymd"
    assert sentence.times[0].anchor == Anchor("1956", 0, 2)
    assert sentence.events[0].trigger.lemma == "쏘다"
    assert sentence.events[0].time == 3
    assert sentence.times[0].optional
    assert sentence.entities[0].optional
    assert sentence.events[0].optional


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    sentences = [
        AnnotatedSentence(
            "d1",
            "s1",
            9,
            "이듬해 가가린이 죽었다.",
            (Timex(9, 12, "이듬해", "DATE", "1968", rule="next_year", anchor=Anchor("1967", 2, 7)),
             Timex(9, 12, "이듬해", "DATE", "1968", anchor=Anchor("1967"), optional=True)),
            (Entity(13, 16, "가가린", "PS", "유리 가가린", rule="memory"),),
            (Event(Trigger(18, 21, "죽었다", "죽다"), "DEATH", "1968", (Argument("theme", 13, 16, "가가린"),),
                   rule="own_clause", time=9, inferred=(Inferred("agent", 2, 4, "소련", "소비에트 연방"),)),),
        ),
        AnnotatedSentence("d2", "s1", 0, "끝."),
    ]  # fmt: skip
    written = write_annotations(sentences)
    path = tmp_path / "a.jsonl"
    path.write_text(written, encoding="utf-8")
    assert read_annotations(path) == sentences
    assert write_annotations(sentences) == written


def test_keys_stand_in_the_order_of_the_guideline() -> None:
    time = Timex(0, 3, "그해", "DATE", "1957", "APPROX", "1957-01", "r", None, True)
    event = Event(Trigger(0, 1, "그", "그"), "OTHER", "1957", (Argument("agent", 0, 1, "그"),), rule="r", optional=True)
    (told,) = [json.loads(x) for x in write_annotations([AnnotatedSentence("d", "s", 0, "그해", (time,), (), (event,))])
               .splitlines()]  # fmt: skip
    assert list(told) == ["doc", "id", "start", "text", "times", "entities", "events"]
    assert list(told["times"][0]) == ["start", "end", "text", "type", "value", "mod", "literal", "rule", "optional"]
    assert list(told["events"][0]) == ["trigger", "type", "date", "arguments", "polarity", "modality", "rule",
                                       "optional"]  # fmt: skip
    assert list(told["events"][0]["arguments"][0]) == ["role", "start", "end", "text"]


def test_the_articles_gold_is_written_back_byte_for_byte() -> None:
    path = ARTICLE / "annotations.jsonl"
    sentences = read_annotations(path)
    assert len(sentences) == 298
    assert write_annotations(sentences).encode() == path.read_bytes()
    check_against(sentences, (ARTICLE / "article.txt").read_bytes().decode())


def test_an_empty_file_has_no_sentences(tmp_path: Path) -> None:
    assert read_annotations(write(tmp_path)) == []


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(line()).encode() + b"\r\n")
    assert len(read_annotations(path)) == 1


def changed(kind: str, **changes: Any) -> dict[str, Any]:
    said = line()
    said[kind][0] |= changes
    return said


def without(kind: str, key: str) -> dict[str, Any]:
    said = line()
    del said[kind][0][key]
    return said


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ('{"id": "s1", ', "column 14: broken JSON"),
        ("", "column 1: broken JSON"),
        ('["s1"]', 'not a sentence; expected an object, got ["s1"]'),
        (line(start="0"), 'column start: wrong kind of value; expected a whole number, got "0"'),
        (line(start=True), "column start: wrong kind of value; expected a whole number, got true"),
        (line(start=-1), "column start: a sentence before the text; expected 0 or more, got -1"),
        (line(times={}), "column times: wrong kind of value; expected a list, got {}"),
        (line(times=["1957"]), 'column times[0]: wrong kind of value; expected an object, got "1957"'),
        (without("times", "value"), "column times[0]: 'value' is missing; expected a text"),
        (changed("times", type="YEAR"), 'column times[0].type: unknown type; expected one of DATE TIME DURATION SET, '
                                        'got "YEAR"'),
        (changed("times", mod="경"), "column times[0].mod: unknown mod; expected one of START MID"),
        (changed("times", end=12), "column times[0].text: not what stands at 0–12; expected \"1957년10월 4일소\", "
                                   "got \"1957년10월 4일\""),
        (changed("times", start=11), "column times[0]: a span outside its sentence; expected 0 ≤ start < end ≤ 23, "
                                     "got start 11, end 11"),
        (changed("times", start=-1), "column times[0]: a span outside its sentence"),
        (changed("times", end=99), "column times[0]: a span outside its sentence"),
        (changed("times", optional="yes"), 'times[0].optional: wrong kind of value; expected true or false, got "yes"'),
        (changed("entities", label="PER"), "column entities[0].label: unknown label; expected one of PS LC OG"),
        (without("entities", "name"), "column entities[0]: 'name' is missing"),
        (changed("events", type="LIFTOFF"), "column events[0].type: unknown type"),
        (changed("events", polarity="+"), "column events[0].polarity: unknown polarity; expected one of POS NEG"),
        (changed("events", modality="SURE"), "column events[0].modality: unknown modality; expected one of ASSERTED"),
        (changed("events", trigger={"start": 19, "end": 21, "text": "쏘다"}),
         'column events[0].trigger.text: not what stands at 19–21; expected "쏘았", got "쏘다"'),
        (changed("events", arguments=[{"role": "subject", "start": 11, "end": 13, "text": "소련"}]),
         "column events[0].arguments[0].role: unknown role; expected one of agent theme place instrument"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_one_line(tmp_path: Path, bad: dict[str, Any] | str, told: str) -> None:
    path = write(tmp_path, line(id="s1"), bad, line(id="s9"))
    with pytest.raises(GoldError) as error:
        read_annotations(path)
    assert str(error.value).startswith(f"{path}:2: ")
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_an_id_given_twice(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r":2: column id: a second sentence of this id; expected one, got line 1 again"):
        read_annotations(write(tmp_path, line(), line()))
    assert len(read_annotations(write(tmp_path, line(doc="a"), line(doc="b")))) == 2


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        read_annotations(tmp_path / "none.jsonl")
    with pytest.raises(GoldError, match="cannot be read"):
        read_annotations(tmp_path)
    path = tmp_path / "cp949.jsonl"
    path.write_bytes(b"{}\n" + "한국".encode("cp949"))
    with pytest.raises(GoldError, match=r"cp949.jsonl:2: not UTF-8"):
        read_annotations(path)


def test_sentences_must_stand_in_their_article(tmp_path: Path) -> None:
    sentences = read_annotations(write(tmp_path, line(id="s1", start=3), line(id="s2", start=4)))
    check_against(sentences[:1], TEXT)
    check_against(sentences[:1], {None: TEXT})
    with pytest.raises(GoldError, match=r"^a.jsonl:2: column text: offset 4: the sentence is not what stands") as error:
        check_against(sentences, TEXT, file="a.jsonl")
    assert error.value.expected == '"957년10월 4일소련은 위성을 쏘았다."'
    with pytest.raises(GoldError, match=r"no such document; expected one of d1, d2, got None"):
        check_against(sentences, {"d1": TEXT, "d2": TEXT})


def test_reading_starts_neither_spacy_nor_kiwi() -> None:
    code = (
        "import sys, pipeline.gold; print([m for m in ('spacy', 'kiwipiepy', 'pandas', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
