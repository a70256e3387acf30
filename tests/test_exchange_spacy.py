"""spaCy's DocBin: our own Docs with their records, and those of others with spans alone."""

import pytest
import spacy
from exchanging import FULL_TEXT, full
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from pipeline import exchange
from pipeline.errors import GoldError


@pytest.fixture
def docbin(tmp_path):
    """Reads Docs that somebody else saved."""

    def read(*docs, **kept):
        path = tmp_path / "train.spacy"
        DocBin(docs=docs, **kept).to_disk(path)
        return exchange.load(path, "spacy")

    return read


def test_other_spacy_code_sees_spans_and_entities(tmp_path):
    exchange.export(exchange.documents(full(), {"기사/1": FULL_TEXT}), "spacy", tmp_path)
    (doc,) = DocBin().from_disk(tmp_path / "labels.spacy").get_docs(spacy.blank("xx").vocab)
    assert doc.text == FULL_TEXT
    assert [(span.text, span.label_) for span in doc.spans["times"]][:2] == [
        ("1957년 10월 4일", "DATE"),
        ("이듬해", "DATE"),
    ]
    assert ("소련", "LC") in [(ent.text, ent.label_) for ent in doc.ents]
    assert [span.label_ for span in doc.spans["events"]] == ["LAUNCH", "LAUNCH", "LOSS", "MOVEMENT"]
    assert [token.tag_ for token in doc if token.text == "은"] == ["JX"]


def doc_of_words():
    doc = Doc(Vocab(), words=["🚀", "소련은", "1957년", "갔다", "."], spaces=[True, True, True, False, False])
    doc.spans["sc"] = [Span(doc, 2, 3, label="DATE"), Span(doc, 1, 2, label="COUNTRY")]
    doc.ents = [Span(doc, 1, 2, label="LC")]
    return doc


def test_docs_of_others_give_spans_without_values(docbin):
    (found,), lost = docbin(doc_of_words())
    assert (found.doc, found.id, found.text) == (None, "s0001", "🚀 소련은 1957년 갔다.")
    assert [(t.start, t.text, t.type, t.value) for t in found.times] == [(6, "1957년", "DATE", "")]
    assert [(e.text, e.label, e.name) for e in found.entities] == [("소련은", "LC", "소련은")]
    assert lost.lines() == [
        "not held: spans of other labels (1)",
        "not held: times without a value, which is left empty (1)",
    ]


def test_docs_without_ids_are_numbered(docbin):
    found, _ = docbin(doc_of_words(), doc_of_words())
    assert [sentence.doc for sentence in found] == ["1", "2"]


@pytest.mark.parametrize("data", [b"", b"no DocBin", b"\x80\x04K\x01."])
def test_what_is_no_docbin_is_refused(tmp_path, data):
    (tmp_path / "a.spacy").write_bytes(data)
    with pytest.raises(GoldError, match=r"a.spacy: no DocBin; expected a file that spaCy's DocBin.to_disk wrote"):
        exchange.load(tmp_path, "spacy")


@pytest.mark.parametrize(
    "data", [{"yeonpyo.times": [1]}, {"yeonpyo.times": [{"start": "x"}]}, {"yeonpyo.times": [], "yeonpyo.sentences": 3}]
)
def test_records_of_another_shape_are_refused(docbin, data):
    doc = doc_of_words()
    doc.user_data.update(data)
    with pytest.raises(GoldError, match=r"train.spacy: records of another shape"):
        docbin(doc, store_user_data=True)
