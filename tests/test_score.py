"""Scoring (guideline §6) against cases worked by hand; the comments count."""

import json
import subprocess
import sys
from dataclasses import replace
from io import StringIO

import pytest
from marked import article, sentence
from rich.console import Console

from pipeline.errors import InputError
from pipeline.model import AnnotatedSentence
from pipeline.score import MAIN, Report, score
from pipeline.score_table import table, tables_by_group


def counts(report: Report, name: str) -> tuple[float, float, float]:
    """Gold, system, correct."""
    figure = report.figure(name)
    return figure.gold, figure.system, figure.correct


def one(gold: str, system: str) -> Report:
    ours, theirs = sentence(gold), sentence(system)
    assert ours.text == theirs.text
    return score([ours], [theirs])


# Sentences


def test_sentences_are_right_when_both_ends_are() -> None:
    text = "왔다.보았다. 이겼다."  # gold: 왔다. | 보았다. | 이겼다.   system: 왔다.보았다. | 이겼다.
    gold = [AnnotatedSentence(None, f"s{a}", a, text[a:b]) for a, b in ((0, 3), (3, 7), (8, 12))]
    system = [AnnotatedSentence(None, f"s{a}", a, text[a:b]) for a, b in ((0, 7), (8, 12))]
    report = score(gold, system)
    # 3 in gold, 2 found, 1 right: precision 1/2, recall 1/3, F1 = 2·1/(3+2).
    assert counts(report, "sentences") == (3, 2, 1)
    assert report.figure("sentences").precision == 1 / 2
    assert report.figure("sentences").recall == 1 / 3
    assert report.figure("sentences").f1 == 2 / 5


def test_white_space_around_a_sentence_is_no_matter() -> None:
    gold, system = AnnotatedSentence(None, "s1", 2, "왔다."), AnnotatedSentence(None, "s1", 0, "\n 왔다. ")
    assert counts(score([gold], [system]), "sentences") == (1, 1, 1)


# Times


def test_times_exact_relaxed_value_and_type() -> None:
    # The system takes the particle into the first span, mistakes the second's value, the third's type, makes up a
    # fourth and misses the fifth.
    report = one(
        "[1957년|DATE 1957]에서 [이듬해|DATE 1958]까지 [46년간|DURATION P46Y] 오후에 [매년|SET P1Y]",
        "[1957년에서|DATE 1957] [이듬해|DATE 1959]까지 [46년간|DATE P46Y] [오후|TIME TAF]에 매년",
    )
    assert counts(report, "times.exact") == (4, 4, 2)  # 이듬해, 46년간
    assert counts(report, "times.relaxed") == (4, 4, 3)
    assert counts(report, "times.value") == (4, 4, 2)  # 1957년에서, 46년간
    assert counts(report, "times.type") == (3, 3, 2)  # of the three relaxed pairs
    assert report.figure("times").f1 == 2 * 2 / 8


def test_times_by_type_add_up() -> None:
    report = one(
        "[1957년|DATE 1957] [46년간|DURATION P46Y] 오후",
        "[1957년|DATE 1957] [46년간|DATE P46Y] [오후|TIME TAF]",
    )
    # 46년간 is a pair (equal value), so it counts for its gold type; the spurious 오후 for its own.
    assert counts(report, "times.value[DATE]") == (1, 1, 1)
    assert counts(report, "times.value[DURATION]") == (1, 1, 1)
    assert counts(report, "times.value[TIME]") == (0, 1, 0)
    assert counts(report, "times.value") == (2, 3, 2)


def test_a_prediction_over_two_times_is_one_pair() -> None:
    report = one("[1957년|DATE 1957] [10월 4일|DATE 1957-10-04]", "[1957년 10월 4일|DATE 1957-10-04]")
    assert counts(report, "times.exact") == (2, 1, 0)
    assert counts(report, "times.relaxed") == (2, 1, 1)
    assert counts(report, "times.value") == (2, 1, 1)


def test_the_value_decides_which_overlapping_time_is_paired() -> None:
    # By overlap alone the longer 10월 4일 would be taken; by value only 1957년 fits.
    report = one("[1957년|DATE 1957] [10월 4일|DATE 1957-10-04]", "[1957년 10월 4일|DATE 1957]")
    assert counts(report, "times.value") == (2, 1, 1)


def test_ranges_written_as_two_spans_or_one() -> None:
    report = one("[8월 11일|DATE 1962-08-11]~[15일|DATE 1962-08-15]", "[8월 11일~15일|DATE 1962-08-11]")
    assert counts(report, "times.relaxed") == (2, 1, 1)
    assert counts(report, "times.value") == (2, 1, 1)


# Entities


def test_the_four_readings_of_entities() -> None:
    # As in SemEval-2013 task 9 / MUC-5, of five gold entities and five predictions:
    #   미국 공군 OG / OG           right in all readings
    #   소련 LC / OG                span right, label wrong
    #   스푸트니크 1호 AF / 스푸트니크 AF   label right, span too short
    #   뉴욕 타임즈 OG / 뉴욕 LC     both wrong, but overlapping
    #   가가린 PS / –               missed
    #   – / 의회 OG                 made up
    report = one(
        "[미국 공군|OG] [소련|LC] [스푸트니크 1호|AF] [뉴욕 타임즈|OG] [가가린|PS] 의회",
        "[미국 공군|OG] [소련|OG] [스푸트니크|AF] 1호 [뉴욕|LC] 타임즈 가가린 [의회|OG]",
    )
    assert counts(report, "entities.strict") == (5, 5, 1)
    assert counts(report, "entities.exact") == (5, 5, 2)
    assert counts(report, "entities.partial") == (5, 5, 2 + 0.5 * 2)
    assert counts(report, "entities.type") == (5, 5, 2)
    assert report.figure("entities.partial").precision == 3 / 5
    assert report.figure("entities").f1 == 1 / 5


def test_entities_by_label_add_up() -> None:
    report = one("[소련|LC] [미국|LC] [NASA|OG] 의회", "[소련|OG] [미국|LC] NASA [의회|OG]")
    assert counts(report, "entities.strict[LC]") == (2, 1, 1)  # 미국; 소련 is missed as an LC …
    assert counts(report, "entities.strict[OG]") == (1, 2, 0)  # … and made up as an OG
    assert counts(report, "entities.exact[LC]") == (2, 2, 2)  # the pair 소련 counts for its gold label
    assert counts(report, "entities.exact[OG]") == (1, 1, 0)
    for reading in ("strict", "exact", "partial", "type"):
        labels = [counts(report, name) for name in report.figures if name.startswith(f"entities.{reading}[")]
        assert tuple(map(sum, zip(*labels, strict=True))) == counts(report, f"entities.{reading}")


def test_canonical_names_are_asked_of_strict_matches() -> None:
    report = one(
        "[소련|LC 소비에트_연방] [가가린|PS 유리_가가린] [NASA|OG 미국_항공우주국]",
        "[소련|LC 소비에트_연방] [가가린|PS 가가린] [NASA|LC 미국_항공우주국]",
    )
    assert counts(report, "entities.name") == (2, 2, 1)


def test_a_name_marked_twice_is_right_once() -> None:
    report = one("[소련|LC]", "[[소련|LC]|LC]")
    assert counts(report, "entities.strict") == (1, 2, 1)
    report = one("[[소련|LC]|OG]", "[소련|OG]")
    assert counts(report, "entities.strict") == (2, 1, 1)
    assert counts(report, "entities.strict[OG]") == (1, 1, 1)


def test_nested_names() -> None:
    # Gold has the long name only; the system the long one and 미국 inside: the long ones are the pair.
    report = one("[미국 공군|OG]", "[[미국|OG] 공군|OG]")
    assert counts(report, "entities.strict") == (1, 2, 1)
    assert counts(report, "entities.partial") == (1, 2, 1.0)
    # The system has only the inside: half right by span, wrong by label.
    report = one("[미국 공군|OG]", "[미국|LC] 공군")
    assert counts(report, "entities.partial") == (1, 1, 0.5)
    assert counts(report, "entities.type") == (1, 1, 0)


# Events


def test_an_event_is_right_when_triggers_overlap_and_days_are_the_same() -> None:
    report = one(
        "[발사|LAUNCH 1957-10-04]했고 [랑데부|DOCKING 1965] [착륙|LANDING 1969-07-20] [폭발|ACCIDENT 1986] 성공",
        "[발사했|LAUNCH 1957-10-04]고 [랑데부|DOCKING 1966] 착륙 폭[발|DISASTER 1986~] [성공|OTHER 1969-07-20]",
    )
    # 발사: trigger longer, same day: right.  랑데부: other year.  착륙: missed, though its date is found elsewhere in
    # the sentence.  폭발: overlaps, same days.  성공: made up.
    assert counts(report, "events") == (4, 4, 2)
    assert counts(report, "triggers") == (4, 4, 3)
    assert counts(report, "dates") == (4, 4, 3)  # 1957-10-04, 1969-07-20 and 1986
    assert counts(report, "events.type") == (2, 2, 1)  # DISASTER for ACCIDENT


@pytest.mark.parametrize(
    ("gold", "system", "right"),
    [
        ("1957-10-04", "1957-10-04", True),
        ("1957-10", "1957-10-04", False),
        ("1957~", "1957", True),
        ("-0062", "-0062", True),  # 기원전 63년
        ("-0062", "0063", False),
        ("-0043/0014", "-0043/0014", True),
        ("-01XX", "-0199/-0100", True),  # 기원전 2세기
        ("1957/1975", "1957-01-01/1975-12-31", True),
        ("1957/1975", "1957", False),
        ("1975/..", "1975/..", True),
        ("1975/..", "1975", False),
        ("../1975", "1975/..", False),
        ("../1975", "../1975-12", True),
        ("196X", "1960/1969", True),
        ("2012-01/2012-06", "2012-40", True),
        ("XXXX-04-12", "XXXX-04-12", True),
        ("XXXX-04-12", "XXXX-05-12", False),
        ("1957", "오십칠년", False),
    ],
)
def test_days_of_events(gold: str, system: str, right: bool) -> None:
    report = one(f"[발사|LAUNCH {gold}]했다", f"[발사|LAUNCH {system}]했다")
    assert counts(report, "events") == (1, 1, int(right))
    assert counts(report, "dates") == (1, 1, int(right))
    assert counts(report, "triggers") == (1, 1, 1)


def test_one_trigger_with_a_list_of_years() -> None:
    # Three events share the trigger; each is paired with the prediction of its own year, whatever the order.
    report = one(
        "[[[우승|WIN 1997]|WIN 1999]|WIN 2003]했다",
        "[[[우승|WIN 2003]|WIN 1999]|WIN 2001]했다",
    )
    assert counts(report, "events") == (3, 3, 2)
    assert counts(report, "triggers") == (3, 3, 3)
    assert counts(report, "dates") == (3, 3, 2)


def test_the_date_must_stand_in_the_same_sentence() -> None:
    gold = article("[발사|LAUNCH 1957]했다.", "[착륙|LANDING 1969]했다.")
    system = article("[발사|LAUNCH 1969]했다.", "[착륙|LANDING 1969]했다.")
    assert counts(score(gold, system), "dates") == (2, 2, 1)


def test_arguments_of_matched_events() -> None:
    report = one(
        "[소련|agent]은 [R-7 로켓|instrument]으로 [위성|theme]을 [발사|LAUNCH 1957]했다",
        "[소련|theme]은 [R-7|instrument] 로켓으로 [위성|theme]을 [발사|LAUNCH 1957]했다",
    )
    # 소련 has the wrong role, R-7 overlaps, 위성 is right.
    assert counts(report, "arguments") == (3, 3, 2)
    assert counts(report, "events.arguments[agent]") == (1, 0, 0)
    assert counts(report, "events.arguments[theme]") == (1, 2, 1)


def test_arguments_of_events_without_a_partner_are_not_asked() -> None:
    report = one("[소련|agent]은 [발사|LAUNCH 1957]했다", "[소련|agent]은 [발사|LAUNCH 1958]했다")
    assert counts(report, "arguments") == (0, 0, 0)


def test_polarity_and_modality_of_matched_events() -> None:
    report = one(
        "[발사|LAUNCH 1957 NEG]하지 못하고 [착륙|LANDING 1969 POS PLANNED]하려 했다",
        "[발사|LAUNCH 1957]하지 못하고 [착륙|LANDING 1969 POS PLANNED]하려 했다",
    )
    assert counts(report, "events.polarity") == (2, 2, 1)
    assert counts(report, "events.modality") == (2, 2, 2)


def test_events_by_type_add_up() -> None:
    report = one("[발사|LAUNCH 1957] [폭발|ACCIDENT 1986] 성공", "[발사|FLIGHT 1957] 폭발 [성공|OTHER 1969]")
    assert counts(report, "events[LAUNCH]") == (1, 1, 1)
    assert counts(report, "events[ACCIDENT]") == (1, 0, 0)
    assert counts(report, "events[OTHER]") == (0, 1, 0)
    assert "events[FLIGHT]" not in report.figures


# Optional items


@pytest.mark.parametrize(
    ("gold", "system", "expected"),
    [
        ("[당시|DATE PAST_REF?]", "당시", (0, 0, 0)),  # missed: costs nothing
        ("[당시|DATE PAST_REF?]", "[당시|DATE PAST_REF]", (0, 0, 0)),  # found: earns nothing
        ("[당시|DATE PAST_REF?]", "[당시|DATE 1957]", (0, 1, 0)),  # found, but it says something else
        ("[당시|DATE PAST_REF?]", "[[당시|DATE PAST_REF]|DATE PAST_REF]", (0, 1, 0)),  # found twice: once too often
        ("당시", "[당시|DATE PAST_REF?]", (0, 1, 0)),  # the system's own optional is no excuse …
        ("[당시|DATE PAST_REF]", "[당시|DATE PAST_REF?]", (1, 1, 1)),  # … and no loss
        # A mandatory and an optional item of one value, and one prediction over both: the mandatory has it.
        ("[10월|DATE 1957-10?] [4일|DATE 1957-10]", "[10월 4일|DATE 1957-10]", (1, 1, 1)),
        # With two predictions each has one: the first is dropped, the second right.
        ("[10월|DATE 1957-10?] [4일|DATE 1957-10]", "[10월|DATE 1957-10] [4일|DATE 1957-10]", (1, 1, 1)),
    ],
)
def test_optional_times(gold: str, system: str, expected: tuple[int, int, int]) -> None:
    assert counts(one(gold, system), "times.value") == expected


def test_optional_entities_by_reading() -> None:
    # The optional 우주 경쟁 is predicted with another label: dropped where only the span counts, spurious where the
    # label does.
    report = one("[우주 경쟁|EV?]", "[우주 경쟁|CV]")
    assert counts(report, "entities.exact") == (0, 0, 0)
    assert counts(report, "entities.partial") == (0, 0, 0)
    assert counts(report, "entities.strict") == (0, 1, 0)
    assert counts(report, "entities.type") == (0, 1, 0)
    assert counts(one("[소련|LC?]", "[소련|LC 러시아]"), "entities.name") == (0, 0, 0)


def test_optional_events_have_no_arguments_to_ask_of() -> None:
    report = one(
        "[소련|agent]은 [발사|LAUNCH 1957?]하여 [성공|OTHER 1957]했다",
        "[소련|theme]은 [발사|START 1957]하여 [성공|OTHER 1957]했다",
    )
    assert counts(report, "events") == (1, 1, 1)
    assert counts(report, "events.type") == (1, 1, 1)
    assert counts(report, "arguments") == (0, 0, 0)


# Different cuts, several documents, empty sides


def test_sentences_cut_differently() -> None:
    gold = article("[1957년|DATE 1957] [발사|LAUNCH 1957]했다.", "[1969년|DATE 1969] [착륙|LANDING 1969]했다.")
    (whole,) = article("[1957년|DATE 1957] [발사|LAUNCH 1957]했다. [1969년|DATE 1969] [착륙|LANDING 1969]했다.")
    for ours, theirs in ((gold, [whole]), ([whole], gold)):
        report = score(ours, theirs)
        assert counts(report, "sentences")[2] == 0
        for name in ("times", "events", "triggers", "dates"):
            assert counts(report, name) == (2, 2, 2)
    assert score([whole], gold).sentences == 1


def test_several_documents_are_kept_apart() -> None:
    gold = [*article("[1957년|DATE 1957]", doc="a"), *article("[1969년|DATE 1969]", doc="b")]
    system = [*article("[1969년|DATE 1969]", doc="b"), *article("[1957년|DATE 1958]", doc="a")]
    report = score(gold, system)
    assert counts(report, "times.exact") == (2, 2, 2)
    assert counts(report, "times") == (2, 2, 1)
    assert report.documents == 2
    # Swapped, nothing fits though offsets and texts are the same length.
    swapped = [replace(s, doc={"a": "b", "b": "a"}[s.doc or ""]) for s in system]
    assert counts(score(gold, swapped), "times") == (2, 2, 0)


def test_a_document_that_only_one_side_has() -> None:
    gold = [*article("[1957년|DATE 1957]", doc="a"), *article("[1969년|DATE 1969]", doc="b")]
    report = score(gold, article("[1957년|DATE 1957]", doc="a"))
    assert counts(report, "times") == (2, 1, 1)
    report = score(gold[:1], [*gold, *article("[오늘|DATE 2024-01-01]", doc="c")])
    assert counts(report, "times") == (1, 1, 1)
    assert report.unjudged == ("b", "c")


def test_a_single_document_needs_no_name() -> None:
    named, bare = article("[1957년|DATE 1957]", doc="a"), article("[1957년|DATE 1957]")
    assert counts(score(named, bare), "times") == (1, 1, 1)
    assert counts(score(bare, named), "times") == (1, 1, 1)


def test_no_document_in_common() -> None:
    with pytest.raises(InputError, match="gold and system have no document in common; expected a, got b"):
        score(article("왔다.", doc="a"), article("왔다.", doc="b"))
    with pytest.raises(InputError, match="expected a, b, got a file without doc"):
        score([*article("왔다.", doc="a"), *article("왔다.", doc="b")], article("왔다."))


def test_empty_sides() -> None:
    gold = article("[1957년|DATE 1957] [소련|LC] [발사|LAUNCH 1957]")
    missed = score(gold, [])
    assert counts(missed, "times") == (1, 0, 0)
    assert missed.figure("times").f1 == 0
    assert missed.figure("times").precision is None
    assert missed.figure("times").recall == 0
    made_up = score(article("1957년 소련 발사"), gold)
    assert counts(made_up, "events") == (0, 1, 0)
    assert made_up.figure("events").f1 == 0
    assert made_up.figure("events").recall is None
    nothing = score([], [])
    assert counts(nothing, "events") == (0, 0, 0)
    assert nothing.figure("events").f1 is None
    assert nothing.main_figures() == dict.fromkeys(MAIN, 1.0)
    assert (nothing.figure("events").low, nothing.figure("events").high) == (None, None)


# Intervals


def test_an_interval_spans_what_other_draws_of_sentences_give() -> None:
    # Two sentences, one right and one missed. A draw has both (F1 2/3), twice the right one (1) or twice the
    # missed one (0), the latter two in a quarter of the draws each: more than 2.5 % lie at either end.
    report = score(article("[1957년|DATE 1957]", "[1969년|DATE 1969]"), article("[1957년|DATE 1957]", "1969년"))
    figure = report.figure("times")
    assert figure.f1 == 2 / 3
    assert (figure.low, figure.high) == (0, 1)


def test_nothing_varies_where_all_sentences_are_alike() -> None:
    gold = article(*["[1957년|DATE 1957] [소련|LC]"] * 9)
    system = article(*["[1957년|DATE 1957] [소련|OG]"] * 9)
    report = score(gold, system)
    assert (report.figure("times").low, report.figure("times").high) == (1, 1)
    assert (report.figure("entities").low, report.figure("entities").high) == (0, 0)


def test_draws_follow_the_seed() -> None:
    gold = article(*["[1957년|DATE 1957]", "[소련|LC]", "[1969년|DATE 1969] [미국|LC]"] * 7)
    system = article(*["[1957년|DATE 1957]", "소련", "[1969년|DATE 1968] [미국|LC]"] * 7)
    assert score(gold, system, seed=1).as_dict() == score(gold, system, seed=1).as_dict()
    figures = [score(gold, system, seed=seed, resamples=100).figure("times") for seed in (1, 2)]
    assert figures[0] != figures[1]
    assert score(gold, system, resamples=0).figure("times").low is None


# What is told of it


def test_the_report_as_json() -> None:
    report = one("[1957년|DATE 1957]에 [소련|LC]이 [미국|LC]을", "[1957년|DATE 1957]에 [소련|LC]이 [미국|OG]을")
    told = json.loads(json.dumps(report.as_dict(), allow_nan=False))
    assert told["sentences"] == told["documents"] == 1
    assert told["figures"]["entities.strict"] == {
        "f1": 0.5, "precision": 0.5, "recall": 0.5, "low": 0.5, "high": 0.5, "gold": 2, "system": 2, "correct": 1,
    }  # fmt: skip
    assert told["figures"]["times.type"] == {"accuracy": 1.0, "low": 1.0, "high": 1.0, "of": 1, "correct": 1}
    assert told["figures"]["events"]["f1"] is None
    assert list(told["figures"])[:4] == ["sentences", "times.exact", "times.exact[DATE]", "times.relaxed"]


def test_figures_have_short_names() -> None:
    report = one("[1957년|DATE 1957]", "[1957년|DATE 1957]")
    assert report.figure("times") is report.figures["times.value"]
    assert report.figure("entities") is report.figures["entities.strict"]
    assert list(report.main_figures()) == ["sentences", "times", "entities", "events", "triggers", "dates", "arguments"]
    with pytest.raises(InputError, match=r"no such figure; expected one of sentences, times, .*, got evnets"):
        report.figure("evnets")


def test_the_tables_show_figures_with_their_counts() -> None:
    report = one("[1957년|DATE 1957]에 [소련|LC]이 [미국|LC]을", "[1957년|DATE 1957]에 [소련|LC]이 [미국|OG]을")
    console = Console(width=140, file=StringIO(), record=True)
    console.print(table(report), *tables_by_group(report))
    shown = [line.split() for line in console.export_text().splitlines()]
    assert ["Entities,", "strict", "0.500", "0.500–0.500", "0.500", "0.500", "2", "2", "1"] in shown
    assert ["Events", "(trigger", "and", "days)", "–", "–", "–", "–", "0", "0", "0"] in shown
    assert any(line[:1] == ["LC"] for line in shown)


def test_scoring_starts_neither_spacy_nor_kiwi() -> None:
    code = (
        "import sys, pipeline.score; print([m for m in ('spacy', 'kiwipiepy', 'pandas', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
