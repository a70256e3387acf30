"""Labels carried to a revised text: rightly, never wrongly, and what is lost is listed."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import article

from pipeline.errors import GoldError
from pipeline.gold import check_against, read_annotations
from pipeline.gold_move import LOST, NEW_TEXT, TO_CHECK, Move, move
from pipeline.model import Anchor, AnnotatedSentence, Event, Inferred

HOME = Path(__file__).parent.parent / "gold" / "space_race"
ARTICLE = (HOME / "article.txt").read_bytes().decode()
GOLD = read_annotations(HOME / "annotations.jsonl")

LAUNCH = "[1957년|DATE 1957] [소련|LC]은 [위성|theme]을 [발사|LAUNCH 1957]했다."
LANDING = "아폴로 11호는 [1969년|DATE 1969] [달|LC]에 [착륙|LANDING 1969]했다."


def text_of(sentences: list[AnnotatedSentence]) -> str:
    return " ".join(sentence.text for sentence in sentences)


def moved(old: list[str], new: str) -> Move:
    gold = article(*old)
    found = move(gold, text_of(gold), new)
    check_against(found.sentences, new)
    for sentence in found.sentences:
        for part in (*sentence.times, *sentence.entities, *(e.trigger for e in sentence.events)):
            assert new[part.start : part.end] == part.text
    return found


def notices(found: Move) -> list[tuple[str, str, str]]:
    return [(n.state, n.kind, n.text) for n in found.notices]


def test_onto_the_same_text_it_is_the_identity() -> None:
    assert move(GOLD, ARTICLE, ARTICLE) == Move(tuple(GOLD), ())


@settings(max_examples=12, deadline=None)
@given(st.integers(min_value=0))
def test_there_and_back_over_other_spaces(seed: int) -> None:
    chance = random.Random(seed)
    fewer = [c for c in ARTICLE if c != " " or chance.random() < 0.7]
    respaced = "".join(c + " " * (c != "\n" and chance.random() < 0.1) for c in fewer)
    there = move(GOLD, ARTICLE, respaced)
    # A blank put where none was may make one sentence look like two: the labeller's cut is kept.
    assert there.notices == ()
    assert move(there.sentences, respaced, ARTICLE) == Move(tuple(GOLD), ())


def test_labels_follow_their_sentences() -> None:
    found = moved([LAUNCH, LANDING], "새로 쓴 글이다. 아폴로 11호는 1969년 달에 착륙했다.1957년소련은 위성을 발사했다.")
    assert [(s.id, s.text) for s in found.sentences] == [
        ("s2", "아폴로 11호는 1969년 달에 착륙했다."),
        ("s1", "1957년소련은 위성을 발사했다."),
    ]
    assert [t.value for s in found.sentences for t in s.times] == ["1969", "1957"]
    assert found.sentences[1].events[0].arguments[0].text == "위성"
    assert notices(found) == [(NEW_TEXT, "sentences", "새로 쓴 글이다.")]


def test_a_deleted_sentence_is_listed_with_all_its_labels() -> None:
    found = moved([LAUNCH, LANDING], "아폴로 11호는 1969년 달에 착륙했다.")
    assert [s.id for s in found.sentences] == ["s2"]
    assert notices(found) == [
        (LOST, "sentences", "1957년 소련은 위성을 발사했다."),
        (LOST, "times", "1957년"),
        (LOST, "entities", "소련"),
        (LOST, "events", "발사"),
    ]
    assert [n.said for n in found.notices] == ["", "DATE 1957", "LC 소련", "LAUNCH 1957"]


def test_the_nearest_candidate_is_named() -> None:
    new = "소련 이야기. 아폴로 11호는 1969년 달에 착륙했다. 소련의 일이다."
    found = moved([LANDING, LAUNCH], new)
    (lost,) = [n for n in found.notices if n.text == "소련"]
    assert lost.candidate == new.rindex("소련")


def test_a_rewritten_sentence_keeps_what_kept_its_words() -> None:
    found = moved([LAUNCH, LANDING], "1957년 소련은 최초의 로켓을 발사했다. 아폴로 11호는 1969년 달에 착륙했다.")
    (launch, _) = found.sentences
    assert launch.id == "s1"
    assert [t.text for t in launch.times] == ["1957년"]
    assert [e.trigger.text for e in launch.events] == ["발사"]
    assert launch.events[0].arguments == ()
    assert notices(found) == [
        (TO_CHECK, "sentences", "1957년 소련은 위성을 발사했다."),
        (LOST, "arguments", "위성"),
    ]
    assert found.notices[0].said == "1957년 소련은 최초의 로켓을 발사했다."


def test_an_event_does_not_outlive_its_date() -> None:
    found = moved([LAUNCH, LANDING], "1958년 소련은 위성을 발사했다. 아폴로 11호는 1969년 달에 착륙했다.")
    (launch, _) = found.sentences
    assert (launch.times, launch.events) == ((), ())
    assert [e.text for e in launch.entities] == ["소련"]
    assert notices(found)[1:] == [(LOST, "times", "1957년"), (LOST, "events", "발사")]


def test_a_sentence_cut_in_two_and_two_made_one() -> None:
    both = "[1957년|DATE 1957] [소련|LC]은 위성을 쏘았으며 [1969년|DATE 1969] [미국|LC]은 달에 [착륙|LANDING 1969]했다."
    found = moved([both], "1957년 소련은 위성을 쏘았다. 1969년 미국은 달에 착륙했다.")
    assert [[t.text for t in s.times] for s in found.sentences] == [["1957년"], ["1969년"]]
    assert {s.id for s in found.sentences} == {"s1", "s1.2"}
    halves = [
        "[1957년|DATE 1957] [소련|LC]은 위성을 쏘았다.",
        "[1969년|DATE 1969] [미국|LC]은 달에 [착륙|LANDING 1969]했다.",
    ]
    (one,) = moved(halves, "1957년 소련은 위성을 쏘았고 1969년 미국은 달에 착륙했다.").sentences
    assert [t.text for t in one.times] == ["1957년", "1969년"]
    assert [e.trigger.text for e in one.events] == ["착륙"]


def test_a_sentence_said_twice_keeps_its_place() -> None:
    twice = ["[달|LC]에 갔다.", LAUNCH, "달에 갔다.", LANDING]
    new = "달에 갔다. 아폴로 11호는 1969년 달에 착륙했다."  # the first 달에 갔다. and the launch were deleted
    found = moved(twice, new)
    assert [(s.id, len(s.entities)) for s in found.sentences] == [("s3", 0), ("s4", 1)]
    assert (LOST, "entities", "달") in notices(found)


def test_words_inside_another_sentence_are_not_the_sentence() -> None:
    found = moved(["[달|LC]에 갔다.", LAUNCH], "그는 어제 달에 갔다. 1957년 소련은 위성을 발사했다.")
    assert [s.text for s in found.sentences] == ["그는 어제 달에 갔다.", "1957년 소련은 위성을 발사했다."]
    assert (TO_CHECK, "sentences", "달에 갔다.") in notices(found)


def test_what_points_into_other_sentences_follows_them() -> None:
    first, second = article("[소련|LC]은 [1957년|DATE 1957]에 쏘았다.", "[이듬해|DATE 1958] [착륙|LANDING 1958]했다.")
    time = replace(second.times[0], anchor=Anchor("1957", 4, 9))
    event = replace(second.events[0], time=time.start, inferred=(Inferred("agent", 0, 2, "소련", "소비에트 연방"),))
    gold = [first, replace(second, times=(time,), events=(event,))]
    found = move(gold, text_of(gold), "머리말. 소련은1957년에 쏘았다. 이듬해 착륙했다.")
    moved = found.sentences[1]
    assert moved.times[0].anchor == Anchor("1957", 8, 13)
    assert moved.events[0].time == moved.times[0].start == 20
    assert moved.events[0].inferred == (Inferred("agent", 5, 7, "소련", "소비에트 연방"),)
    alone = move(gold, text_of(gold), "이듬해 착륙했다.").sentences[0]
    assert alone.times[0].anchor == Anchor("1957")
    assert alone.events[0].inferred == ()


def test_labels_must_fit_the_old_text() -> None:
    with pytest.raises(GoldError, match="not what stands in the article"):
        move(article(LAUNCH), "1957년 소련은 위성을 쏘았다.", "")


# Scripted revisions of the article. A revision is a list of (character, its offset in the old text or None), so that
# where every label belongs is known, however the labels are carried.

Revision = list[tuple[str, int | None]]
NEW_SENTENCES = (
    "이 문단은 나중에 덧붙여졌다.",
    "1970년 4월 24일 중국은 둥팡훙 1호를 발사했다.",
    "당시 소련의 신문은 이를 크게 보도하였다.",
)


def written(text: str) -> Revision:
    return [(character, None) for character in text]


def revise(seed: int) -> str | Revision:
    """Two deletions, insertions, swaps, typos and words each, and some spaces, all at chance places."""
    chance = random.Random(seed)
    blocks: list[Revision] = []
    done = 0
    for sentence in GOLD:
        blocks.append([(ARTICLE[i], i) for i in range(done, sentence.end)])
        done = sentence.end
    for _ in range(2):
        del blocks[chance.randrange(len(blocks))]
        blocks.insert(chance.randrange(len(blocks)), written(chance.choice(NEW_SENTENCES)))
        one, other = chance.sample(range(len(blocks)), 2)
        blocks[one], blocks[other] = blocks[other], blocks[one]
        block = chance.choice([b for b in blocks if len(b) > 30])
        at = chance.randrange(5, len(block) - 5)
        block[at] = ("뷁", None)
        block = chance.choice([b for b in blocks if len(b) > 30])
        at = chance.choice([i for i, (c, _) in enumerate(block) if c == " "] or [10])
        block[at:at] = written(" 다시금")
    revised = [pair for block in blocks for pair in block]
    return [pair for pair in revised if not (pair[0] == " " and chance.random() < 0.2)]


def labels(sentences: tuple[AnnotatedSentence, ...] | list[AnnotatedSentence]) -> list[tuple[str, int, int, str]]:
    """Kind, start, end and what is said of each label."""
    found = []
    for sentence in sentences:
        found += [("time", t.start, t.end, f"{t.type} {t.value}") for t in sentence.times]
        found += [("entity", e.start, e.end, f"{e.label} {e.name}") for e in sentence.entities]
        found += [("event", e.trigger.start, e.trigger.end, _said(e)) for e in sentence.events]
        found += [(a.role, a.start, a.end, _said(e)) for e in sentence.events for a in e.arguments]
    return found


def _said(event: Event) -> str:
    return f"{event.type} {event.date} {event.polarity} {event.modality}"


@pytest.mark.parametrize("seed", range(20))
def test_scripted_revisions(seed: int) -> None:
    revision = revise(seed)
    new_text = "".join(character for character, _ in revision)
    where = {old: new for new, (_, old) in enumerate(revision) if old is not None}
    found = move(GOLD, ARTICLE, new_text)
    check_against(found.sentences, new_text)

    def place(start: int, end: int) -> tuple[int, int] | None:
        """Where a span belongs: its characters (blanks aside) must all be there, with nothing new between them."""
        places = [where.get(i) for i in range(start, end) if not ARTICLE[i].isspace()]
        known = [p for p in places if p is not None]
        whole = len(known) == len(places) and known == sorted(known)
        between = new_text[known[0] : known[-1] + 1] if known else ""
        return (known[0], known[-1] + 1) if whole and len("".join(between.split())) == len(known) else None

    expected = {(k, *p, said) for k, start, end, said in labels(GOLD) if (p := place(start, end))}
    carried = set(labels(found.sentences))
    assert carried <= expected, "carried wrongly"
    assert len(carried) >= 0.99 * len(expected)
    for kind in ("times", "entities", "events"):
        lost = sum((n.state, n.kind) == (LOST, kind) for n in found.notices)
        kept = sum(len(getattr(sentence, kind)) for sentence in found.sentences)
        assert kept + lost == sum(len(getattr(sentence, kind)) for sentence in GOLD), "dropped silently"
