"""Out to a tool's format and back: exact where the format can hold it, one line a kind of loss where it cannot."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from exchanging import FULL_TEXT, corpora, full, there_and_back
from hypothesis import HealthCheck, given, settings
from marked import article

from pipeline import exchange
from pipeline.errors import GoldError, InputError, OutputError
from pipeline.gold import read_annotations

EXACT = ["brat", "doccano", "label-studio", "spacy"]
GOLD = Path(__file__).parent.parent / "gold" / "space_race"


@pytest.mark.parametrize("name", EXACT)
def test_everything_that_a_record_can_say_comes_back(name, tmp_path):
    back, lost, lost_in = there_and_back(full(), {"기사/1": FULL_TEXT}, name, tmp_path)
    assert back == full()
    assert (lost, lost_in) == ({}, {})


@pytest.mark.parametrize("name", EXACT)
def test_the_articles_own_labels_come_back(name, tmp_path):
    gold = read_annotations(GOLD / "annotations.jsonl")
    text = (GOLD / "article.txt").read_bytes().decode()
    back, lost, _ = there_and_back(gold, text, name, tmp_path, {None: text})
    assert back == gold
    assert lost == {}


@pytest.mark.parametrize("name", ["brat", "doccano", "label-studio"])
@given(corpus=corpora())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_labels_come_back(name, corpus):
    texts, sentences = corpus
    with tempfile.TemporaryDirectory() as folder:
        back, lost, lost_in = there_and_back(sentences, texts, name, Path(folder))
    assert back == sentences
    assert (lost, lost_in) == ({}, {})


@given(corpus=corpora())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_labels_come_back_from_spacy_in_the_order_of_the_text(corpus):
    texts, sentences = corpus
    with tempfile.TemporaryDirectory() as folder:
        back, _, _ = there_and_back(sentences, texts, "spacy", Path(folder))
    assert back == [in_order(sentence) for sentence in sentences]


@given(corpus=corpora())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_timeml_keeps_text_and_times_that_do_not_overlap(corpus):
    texts, sentences = corpus
    sentences = [replace(s, times=s.times[:1], entities=(), events=()) for s in sentences]
    with tempfile.TemporaryDirectory() as folder:
        back, _, _ = there_and_back(sentences, texts, "timeml", Path(folder), texts)
    assert [(s.id, s.start, s.text) for s in back] == [(s.id, s.start, s.text) for s in sentences]
    assert [told_by_timeml(t) for s in back for t in s.times] == [told_by_timeml(t) for s in sentences for t in s.times]


@given(corpus=corpora())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_characters_hold_every_time_and_entity_that_does_not_begin_or_end_in_a_blank(corpus):
    texts, sentences = corpus
    sentences = [replace(s, times=trimmed(s.times), entities=trimmed(s.entities), events=()) for s in sentences]
    with tempfile.TemporaryDirectory() as folder:
        back, _, _ = there_and_back(sentences, texts, "conll", Path(folder), texts)
    assert [(t.start, t.end, t.type) for s in back for t in s.times] == [
        (t.start, t.end, t.type) for s in sentences for t in s.times
    ]
    assert [(e.start, e.end, e.label) for s in back for e in s.entities] == [
        (e.start, e.end, e.label) for s in sentences for e in s.entities
    ]


def in_order(sentence):
    def place(part):
        part = getattr(part, "trigger", part)
        return part.start, part.end

    kinds = ("times", "entities", "events")
    return replace(sentence, **{kind: tuple(sorted(getattr(sentence, kind), key=place)) for kind in kinds})


def told_by_timeml(time):
    return time.start, time.end, time.text, time.type, time.value, time.mod


def trimmed(parts):
    """One of them at most, if no blank stands at its ends."""
    return tuple(part for part in parts[:1] if part.text.strip() == part.text)


@pytest.mark.parametrize("name", sorted(exchange.FORMATS))
def test_the_same_labels_give_the_same_bytes(name, tmp_path):
    written = []
    for folder in (tmp_path / "1", tmp_path / "2"):
        exchange.export(exchange.documents(full(), {"기사/1": FULL_TEXT}), name, folder)
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert written[0] == written[1]


@pytest.mark.parametrize("name", sorted(exchange.FORMATS))
def test_documents_stay_apart(name, tmp_path):
    one = article("[1957년|DATE 1957]이다.", "[소련|LC]이다.", doc="가")
    other = article("[소련|LC]이다.", "[1957년|DATE 1957]이다.", doc="../나:*")
    texts = {"가": "1957년이다. 소련이다.", "../나:*": "소련이다. 1957년이다."}
    back, _, _ = there_and_back([*one, *other], texts, name, tmp_path / "out", texts)
    bare = sorted((s.doc, s.id, s.start, s.text) for s in [*one, *other])
    assert sorted((s.doc, s.id, s.start, s.text) for s in back) == bare
    assert [path.name for path in tmp_path.iterdir()] == ["out"], "an id is no way out of the folder"


@pytest.mark.parametrize("name", ["brat", "spacy", "timeml"])
def test_formats_of_whole_documents_want_the_text(name, tmp_path):
    with pytest.raises(InputError, match="no text of this document; expected its article; give --article"):
        exchange.export(exchange.documents(full(), None), name, tmp_path)


@pytest.mark.parametrize("name", ["conll", "doccano", "label-studio"])
def test_formats_of_sentences_do_without_the_text(name, tmp_path):
    back, _, _ = there_and_back(full(), None, name, tmp_path)
    assert [(s.doc, s.id, s.start, s.text) for s in back] == [(s.doc, s.id, s.start, s.text) for s in full()]


def test_labels_must_stand_in_the_article_that_is_named(tmp_path):
    exchange.export(exchange.documents(full(), {"기사/1": FULL_TEXT}), "doccano", tmp_path)
    with pytest.raises(
        GoldError, match=r"line 1: column text: offset 0: the sentence is not what stands in the article"
    ):
        exchange.load(tmp_path, "doccano", {"기사/1": "다른 글"})


@pytest.mark.parametrize("name", sorted(exchange.FORMATS))
def test_an_empty_folder_and_a_missing_file_are_told(name, tmp_path):
    with pytest.raises(InputError, match="expected"):
        exchange.load(tmp_path, name)
    with pytest.raises(InputError, match=r"nowhere.*: cannot be read \(No such file or directory\)"):
        exchange.load(tmp_path / "nowhere.txt", name)


def test_formats_that_are_not_there_are_told():
    known = "brat, conll, conll-eojeol, conll-morphemes, doccano, label-studio, spacy, timeml"
    with pytest.raises(InputError, match=f"--format: unknown format; expected {known}, got word"):
        exchange.load(Path("x"), "word")


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        exchange.export([], "brat", tmp_path / "file" / "out")


def test_losses_are_told_in_one_line_a_kind(tmp_path):
    _, lost, lost_in = there_and_back(full(), None, "conll", tmp_path)
    assert lost.lines() == [
        "not held: anchor of times (2)",
        "not held: events (4)",
        "not held: literal of times (1)",
        "not held: mod of times (1)",
        "not held: names of entities other than their words (2)",
        "not held: optional of times and entities (2)",
        "not held: rule of entities (1)",
        "not held: rule of times (1)",
        "not held: values of times (4)",
    ]
    assert lost_in.lines() == ["not held: values of times, which are left empty (4)"]
