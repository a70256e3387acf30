"""Two annotators: F1 of their items, Cohen's kappa of what they see in sentences."""

import pytest
from marked import article

from pipeline.agreement import Presence, agreement
from pipeline.model import AnnotatedSentence


def test_kappa_by_hand() -> None:
    # 50 sentences; observed (20 + 15)/50 = 0.7; by chance 25·30/2500 + 25·20/2500 = 0.5; kappa (0.7 - 0.5)/0.5.
    assert Presence(20, 5, 10, 15).kappa == pytest.approx(0.4)
    assert Presence(3, 0, 0, 3).kappa == 1
    assert Presence(0, 2, 2, 0).kappa == -1
    assert Presence(1, 1, 1, 1).kappa == 0
    assert Presence(4, 0, 0, 0).kappa is None
    assert Presence(0, 0, 0, 0).kappa is None


def test_two_annotators() -> None:
    first = article("[1957년|DATE 1957] [소련|LC]", "[1958년|DATE 1958] 미국", "우주", "달")
    second = article("[1957년|DATE 1957] [소련|OG]", "1958년 [미국|LC]", "우주", "달")
    found = agreement(first, second)
    # Times: one agreed, one alone: 2/(2 + 1). Entities: 소련 as LC, as OG, and 미국 stand alone.
    assert found.f1["times"] == 2 / 3
    assert found.f1["entities"] == 0
    assert found.f1["sentences"] == 1
    assert found.f1["events"] is None
    assert found.presence["times"] == Presence(1, 1, 0, 2)
    assert found.presence["entities"] == Presence(1, 0, 1, 2)
    # observed 3/4; chance 2·1/16 + 2·3/16 = 1/2
    assert found.presence["times"].kappa == 0.5


def test_it_is_the_same_from_either_side() -> None:
    first = article("[1957년|DATE 1957?] [소련|LC] [달|LC?]", "[1958년|DATE 1958] [미국|LC]")
    second = article("[1957년|DATE 1957] [소련|LC?] 달", "[1958년|DATE 1959?] [미국|LC]")
    one, other = agreement(first, second), agreement(second, first)
    assert one.f1 == other.f1
    # 1957년 is optional to one of them and 1958년 differs in its value: only the mandatory one stands alone.
    assert one.f1["times"] == 0
    assert one.f1["entities"] == 1


def test_sentences_cut_differently_are_compared_where_they_overlap() -> None:
    first = [AnnotatedSentence(None, "s1", 0, "왔다. 보았다."), AnnotatedSentence(None, "s2", 9, "이겼다.")]
    second = [AnnotatedSentence(None, f"s{a}", a, t) for a, t in ((0, "왔다."), (4, "보았다."), (9, "이겼다."))]
    assert agreement(first, second).presence["events"] == Presence(0, 0, 0, 2)


def test_as_json() -> None:
    told = agreement(article("[1957년|DATE 1957]", "달"), article("[1957년|DATE 1957]", "달")).as_dict()
    assert told["f1"]["times"] == 1
    assert told["presence"]["times"] == {"both": 1, "only_first": 0, "only_second": 0, "neither": 1, "kappa": 1.0}
