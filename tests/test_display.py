"""Spans in a notebook."""

import re

import pytest
from spacy import displacy

from pipeline.display import KINDS, displacy_options, show, to_html
from pipeline.model import ENTITY_LABELS, EVENT_TYPES, TIMEX_TYPES, Entity, Event, Timex, Trigger


def plain(html):
    """The words of a fragment without marks and tags behind them."""
    kept = re.sub(r'<span style="font-size[^>]*>[^<]*</span>', "", html)
    return re.sub(r"<[^>]+>", "", kept)


def test_every_record_is_marked(space_race):
    html = to_html(space_race)
    assert plain(html) == space_race.text
    for said in (">1957-10-04<", ">LC<", ">AF<", ">LAUNCH 1957-10-04<", ">LAUNCH 1958<"):
        assert said in html
    assert "agent=소련 theme=스푸트니크 1호" in html


def test_only_what_is_asked_for(space_race):
    html = to_html(space_race, ["times"])
    assert (">1958<" in html, ">LC<" in html, "LAUNCH" in html) == (True, False, False)


def test_spans_may_overlap(annotated_doc):
    doc = annotated_doc(
        "2010년 월드컵에서 우승했다.",
        times=[Timex(0, 5, "2010년", "DATE", "2010")],
        entities=[Entity(0, 9, "2010년 월드컵", "EV", "2010년 월드컵")],
        events=[Event(Trigger(12, 14, "우승"), "WIN", "2010")],
    )
    html = to_html(doc)
    assert plain(html) == doc.text
    both = re.search(r'<span style="([^"]*)" title="([^"]*)">2010년</span>', html)
    assert "background" in both[1]
    assert "border-bottom" in both[1]
    assert both[2] == "DATE 2010\nEV 2010년 월드컵"


def test_a_text_is_never_markup(annotated_doc):
    text = '<script>alert(1)</script> & "소련"'
    start = text.index("소련")
    doc = annotated_doc(text, entities=[Entity(start, start + 2, "소련", "LC", '"><img src=x>')])
    html = to_html(doc)
    assert "<script>" not in html
    assert "<img" not in html


def test_notebooks_find_the_html(space_race):
    assert show(space_race)._repr_html_() == str(show(space_race)) == to_html(space_race)


@pytest.mark.parametrize(("kind", "labels"), list(zip(KINDS, (TIMEX_TYPES, ENTITY_LABELS, EVENT_TYPES), strict=True)))
def test_displacy_knows_our_spans(space_race, kind, labels):
    options = displacy_options(kind)
    assert tuple(options["colors"]) == labels
    drawn = displacy.render(space_race, style="span", options=options, jupyter=False)
    assert options["colors"][space_race.spans[kind][0].label_] in drawn
