"""TimeML: TIMEX3 and EVENT inline, instances and the time that dates them; XML that would reach outside is refused."""

import xml.etree.ElementTree as ElementTree

import pytest
from exchanging import FULL_TEXT, full
from marked import sentence

from pipeline import exchange
from pipeline.errors import GoldError, OutputError
from pipeline.model import AnnotatedSentence

MARKED = "🚀 [1957년 말|DATE 1957] [소련|LC]은 R&D <위성>을 [발사|LAUNCH 1957 NEG PLANNED]했다."
TEXT = "🚀 1957년 말 소련은 R&D <위성>을 발사했다."


@pytest.fixture
def timeml(tmp_path):
    """Reads a TimeML file."""

    def read(written):
        path = tmp_path / "wsj_0001.tml"
        path.write_text(written, encoding="utf-8", newline="")
        return exchange.load(path, "timeml")

    return read


def test_the_documented_shape(tmp_path):
    exchange.export(exchange.documents([sentence(MARKED)], TEXT), "timeml", tmp_path)
    assert (tmp_path / "article.tml").read_text(encoding="utf-8").split("\n") == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<TimeML>",
        "<DOCID>article</DOCID>",
        '<TEXT>🚀 <TIMEX3 tid="t1" type="DATE" value="1957">1957년 말</TIMEX3> 소련은 R&amp;D &lt;위성&gt;을 '
        '<EVENT eid="e1" class="OCCURRENCE">발사</EVENT>했다.</TEXT>',
        '<MAKEINSTANCE eiid="ei1" eventID="e1" tense="NONE" aspect="NONE" pos="NONE" polarity="NEG" modality="PLANNED"/>',
        '<TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/>',
        "</TimeML>",
        "",
    ]


def test_times_and_dated_triggers_come_back_and_the_rest_is_told(tmp_path):
    lost = exchange.export(exchange.documents([sentence(MARKED)], TEXT), "timeml", tmp_path)
    assert lost.lines() == ["not held: entities (1)", "not held: types of events (1)"]
    back, _ = exchange.load(tmp_path, "timeml", {None: TEXT})
    assert back == [sentence(MARKED.replace("[소련|LC]", "소련").replace("LAUNCH", "OTHER"))]


def test_a_word_with_two_dates_is_one_event_with_two_instances(tmp_path):
    gold = [sentence("[1997년|DATE 1997], [1999년|DATE 1999] [[우승|OTHER 1997]|OTHER 1999]했다.")]
    text = "1997년, 1999년 우승했다."
    exchange.export(exchange.documents(gold, text), "timeml", tmp_path)
    assert (tmp_path / "article.tml").read_text(encoding="utf-8").count("<EVENT ") == 1
    assert exchange.load(tmp_path, "timeml") == (gold, {})


def test_a_trigger_on_a_time_cannot_be_inline(tmp_path):
    gold = [sentence("케플러([[1571년|BIRTH 1571]|DATE 1571])")]
    lost = exchange.export(exchange.documents(gold, "케플러(1571년)"), "timeml", tmp_path)
    assert lost["times and triggers that overlap with another"] == 1
    assert exchange.load(tmp_path, "timeml")[0] == [sentence("케플러([1571년|DATE 1571])")]


def test_every_loss_is_told(tmp_path):
    lost = exchange.export(exchange.documents(full(), {"기사/1": FULL_TEXT}), "timeml", tmp_path)
    assert lost.lines() == [
        "not held: anchors of times (2)",
        "not held: arguments of events (8)",
        "not held: dates of events that no time beside them says (1)",
        "not held: entities (4)",
        "not held: lemmas of triggers (1)",
        "not held: lunar dates as written (literal) (1)",
        "not held: optional of times and events (2)",
        "not held: places of the times that date events (1)",
        "not held: rules of times and events (2)",
        "not held: types of events (4)",
    ]


def test_what_is_written_is_xml_whose_text_is_the_article(tmp_path):
    text = "\r\n<a>&amp; ]]> \" '\t🚀"
    exchange.export(
        exchange.documents([AnnotatedSentence("a&b", "s1", 2, text[2:])], {"a&b": text}), "timeml", tmp_path
    )
    root = ElementTree.parse(tmp_path / "a&b.tml").getroot()
    assert "".join(root.find("TEXT").itertext()) == text
    assert exchange.load(tmp_path, "timeml")[0][0].text == text[2:]


def test_a_file_in_the_shape_of_timebanks(timeml):
    (found, other), lost = timeml(
        """<?xml version="1.0" ?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<DOCID>wsj_0001</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="1998-01-08" functionInDocument="CREATION_TIME">01/08/98</TIMEX3></DCT>
<TEXT>
<s><ENAMEX TYPE="PERSON">그</ENAMEX>는 <TIMEX3 tid="t1" type="DATE" value="198" mod="END">1980년대 말</TIMEX3>에
<SIGNAL sid="s1">떠나고</SIGNAL> <EVENT eid="e1" class="REPORTING">말했다</EVENT>.</s>
<s>그리고 <EVENT eid="e2" class="STATE">있었다</EVENT>.</s>
</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" polarity="POS" pos="VERB" modality="would"/>
<TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/>
<TLINK lid="l2" relType="BEFORE" eventInstanceID="ei1" relatedToEventInstance="ei2"/>
</TimeML>""".replace("에\n<SIGNAL", "에 <SIGNAL")
    )
    assert (found.text, other.text) == ("그는 1980년대 말에 떠나고 말했다.", "그리고 있었다.")
    assert [(t.text, t.value, t.mod) for t in found.times] == [("1980년대 말", "198", "END")]
    assert [(e.trigger.text, e.type, e.date) for e in (*found.events, *other.events)] == [
        ("말했다", "STATEMENT", "198X"), ("있었다", "OTHER", ""),
    ]  # fmt: skip
    assert lost.lines() == [
        "not held: events without a date, which is left empty (1)",
        "not held: links but those of an event to its time (1)",
        "not held: tags ENAMEX (1)",
        "not held: tags SIGNAL (1)",
    ]


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE TimeML SYSTEM "http://example.org/TimeML.dtd">',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY x "하"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]>',
    ],
)
def test_what_could_declare_an_entity_is_refused(timeml, declaration):
    with pytest.raises(GoldError, match=r"wsj_0001.tml:1: a document type declaration; expected XML without one"):
        timeml(f"{declaration}<TimeML><TEXT>&x;&y;</TEXT></TimeML>")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("<TimeML>\n<TEXT>하</TimeML>", r"wsj_0001.tml:2: column \d+: broken XML \(mismatched tag\)"),
        ("<TimeML><TEXT>&x;</TEXT></TimeML>", r"wsj_0001.tml:1: column 15: broken XML \(undefined entity\)"),
        ("", r"wsj_0001.tml:1: column 1: broken XML \(no element found\)"),
        ("<TimeML>하</TimeML>", r"wsj_0001.tml: no TimeML; expected a TEXT element"),
        (
            '<TimeML><TEXT>\n<TIMEX3 type="DAY">하</TIMEX3></TEXT></TimeML>',
            r"wsj_0001.tml:2: unknown label; .* got DAY",
        ),
        ('<TimeML><TEXT><TIMEX3 type="DATE"/>하</TEXT></TimeML>', r"wsj_0001.tml:1: a span outside its text"),
    ],
)
def test_what_is_refused(timeml, written, told):
    with pytest.raises(GoldError, match=told):
        timeml(written)


def test_a_character_that_xml_has_not_is_refused(tmp_path):
    with pytest.raises(OutputError, match=r"article.tml: a character that XML cannot hold; got U\+0001"):
        exchange.export(exchange.documents([sentence("가\x01")], "가\x01"), "timeml", tmp_path)
