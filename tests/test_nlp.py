"""The stages as spaCy components: in our own pipeline and in anyone else's."""

import subprocess
import sys
from importlib.metadata import entry_points

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin

from pipeline.annotation import annotated, stored
from pipeline.nlp import annotate, build
from pipeline.spacy_doc import read
from pipeline.timex.finding import find_by_sentence

TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "korean_morphology"}}}
TEXT = "1592년 4월 13일 왜군이 부산에 상륙했다. 이듬해 1월 명나라 군대가 평양을 되찾았다."


@pytest.fixture(scope="module")
def nlp():
    return build()


def found(doc):
    return [[(r.start, r.end, r.text) for r in stored(doc, kind)] for kind in ("times", "entities")] + [
        [(e.trigger.text, e.type, e.date, e.arguments) for e in stored(doc, "events")]
    ]


def test_the_whole_way_of_a_text(nlp):
    doc = annotate(nlp, TEXT)
    assert doc.text == TEXT
    assert [(t.text, t.value) for t in doc._.timexes] == [("1592년 4월 13일", "1592-04-13"), ("이듬해 1월", "1593-01")]
    assert {"부산", "명나라", "평양"} <= {e.text for e in doc._.named_entities}
    assert ("상륙", "1592-04-13") in {(e.trigger.text, e.date) for e in doc._.dated_events}


def test_a_document_is_read_as_its_tokens_are_now(nlp):
    doc = nlp.make_doc("열린 문")
    doc[1].tag_ = "NNP"
    assert [(m.text, m.tag) for m in read(doc).morphemes] == [("열린", "VV+ETM"), ("문", "NNP")]


def test_a_document_is_read_the_same_whether_or_not_it_was_just_made(nlp):
    first, other = nlp.make_doc(" 가는\t\t말이\n고와야 \u1112\u1161\u11ab국 "), nlp.make_doc("오는 말이 곱다.")
    loaded = Doc(first.vocab).from_bytes(first.to_bytes())
    assert read(nlp.make_doc(first.text)).morphemes == read(loaded).morphemes == read(first).morphemes
    assert [m.text for m in read(other).morphemes] == ["오", "는", "말", "이", "곱", "다", "."]


def test_spans_lead_to_their_records(nlp):
    doc = annotate(nlp, TEXT)
    [first, _] = doc.spans["times"]
    assert (first.text, first.label_, first._.timex.value) == ("1592년 4월 13일", "DATE", "1592-04-13")
    assert all(span._.entity.text in span.text for span in doc.spans["entities"])
    assert all(span._.event.trigger.text in span.text for span in doc.spans["events"])


def test_the_documents_own_date(nlp):
    assert [t.value for t in annotate(nlp, "그는 올해 3월에 왔다.", date="2013-02-12")._.timexes] == ["2013-03"]
    assert [t.value for t in annotate(nlp, "그는 올해 3월에 왔다.")._.timexes] == ["XXXX-03"]


@pytest.mark.parametrize("stages", [["times"], ["entities"], ["times", "entities"], ["events"]])
def test_a_stage_finds_the_same_whatever_else_is_asked_for(nlp, stages):
    whole, part = annotate(nlp, TEXT), annotate(build(stages), TEXT)
    for stage in stages:
        assert stored(part, stage) == stored(whole, stage)


def test_a_component_in_someone_elses_pipeline():
    theirs = spacy.blank("ko", config=TOKENIZER)
    theirs.add_pipe("korean_timex")
    assert [span.text for span in theirs(TEXT).spans["times"]] == ["1592년 4월 13일", "이듬해 1월"]


def test_to_disk_and_back(nlp, tmp_path):
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    assert again.pipe_names == ["korean_timex", "korean_entities", "korean_events"]
    assert found(again(TEXT)) == found(nlp(TEXT))


def test_documents_to_bytes_and_back(nlp):
    doc = annotate(nlp, TEXT, date="2013-02-12")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    [packed] = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    for other in (again, packed):
        assert annotated(other) == annotated(doc)


def test_two_processes(nlp):
    texts = [TEXT, "그는 1598년 11월 19일 죽었다.", "", "시간이 없다."] * 3
    assert [found(d) for d in nlp.pipe(texts, n_process=2, batch_size=2)] == [found(d) for d in nlp.pipe(texts)]


@pytest.mark.skipif(
    not entry_points(group="spacy_factories", name="korean_timex"), reason="yeonpyo is not installed here"
)
def test_spacy_finds_the_components_by_itself():
    code = f"import spacy; nlp = spacy.blank('ko', config={TOKENIZER}); nlp.add_pipe('korean_timex'); print(nlp.pipe_names)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "['korean_timex']\n"


PIECES = [
    "1957년 10월 4일",
    "이듬해",
    "같은 해 ",
    "3일 뒤",
    "달에",
    " 소련이 ",
    "발사했다.",
    "쏘았다. ",
    "사흘 동안",
    "미사일",
    "\n",
    "10월",
    "“",
    "”",
    "\u1112\u1161\u11ab국",
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.sampled_from([None, "2013-02-12", "2013-02-12T10:00:00"]),
)
@settings(max_examples=60, deadline=None)
def test_times_by_themselves_are_those_of_the_whole_pipeline(nlp, text, date):
    whole = annotated(annotate(nlp, text, date=date), "문서")
    alone = find_by_sentence(text, date=date, doc_id="문서")
    assert [(s.id, s.start, s.text, s.times) for s in alone] == [(s.id, s.start, s.text, s.times) for s in whole]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@settings(max_examples=60, deadline=None)
def test_every_record_stands_in_its_text_and_in_one_sentence(nlp, text):
    doc = annotate(nlp, text)
    for sentence in annotated(doc):
        parts = [*sentence.times, *sentence.entities, *(e.trigger for e in sentence.events)]
        parts += [a for e in sentence.events for a in e.arguments]
        for part in parts:
            assert text[part.start : part.end] == part.text
            assert sentence.start <= part.start < part.end <= sentence.end
    assert sum(len(s.times) for s in annotated(doc)) == len(stored(doc, "times"))
    assert sum(len(s.events) for s in annotated(doc)) == len(stored(doc, "events"))


def test_a_text_longer_than_spacys_own_limit(nlp):
    doc = annotate(nlp, "\n" * 1_000_000 + "그는 1957년에 왔다.")
    assert [t.value for t in doc._.timexes] == ["1957"]
