"""Sentences and ways that the tests of the exchange formats share."""

from dataclasses import replace

from hypothesis import strategies as st

from pipeline import exchange
from pipeline.model import (
    ENTITY_LABELS,
    EVENT_TYPES,
    MODALITIES,
    POLARITIES,
    ROLES,
    TIMEX_MODS,
    TIMEX_TYPES,
    Anchor,
    AnnotatedSentence,
    Argument,
    Entity,
    Event,
    Inferred,
    Timex,
    Trigger,
)

FULL_TEXT = (
    "🚀 1957년 10월 4일 소련은 위성을 쏘았다. 이듬해와 이듬해 말 𝒜사는 실패했다.\n음력 8월 15일, 미국이 🌕에 갔다."
)


def words(text, quoted, nth=0):
    """Start, end and words of the nth place where words stand in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quoted, start + 1)
    return start, start + len(quoted), quoted


def full():
    """Three sentences in which every field of every record says something; letters outside the BMP come first."""
    t = FULL_TEXT
    first, second, third = (
        words(t, "🚀 1957년 10월 4일 소련은 위성을 쏘았다."),
        words(t, "이듬해와 이듬해 말 𝒜사는 실패했다."),
        words(t, "음력 8월 15일, 미국이 🌕에 갔다."),
    )
    day = Timex(*words(t, "1957년 10월 4일"), "DATE", "1957-10-04", rule="calendar.day")
    year = Timex(*words(t, "이듬해"), "DATE", "1958", anchor=Anchor("1957-10-04", day.start, day.end), optional=True)
    end = Timex(*words(t, "이듬해 말", 0), "DATE", "1958", mod="END", anchor=Anchor("1957-10-04"))
    lunar = Timex(*words(t, "음력 8월 15일"), "DATE", "1959-09-17", literal="1959-08-15")
    return [
        AnnotatedSentence(
            "기사/1", "s1", first[0], first[2], (day,),
            (Entity(*words(t, "소련"), "LC", "소비에트 연방", rule="gazetteer.LC"),),
            (Event(Trigger(*words(t, "쏘았다"), "쏘다"), "LAUNCH", "1957-10-04",
                   (Argument("agent", *words(t, "소련")), Argument("theme", *words(t, "위성"))), time=day.start),),
        ),
        AnnotatedSentence(
            "기사/1", "s2", second[0], second[2], (year, end),
            (Entity(*words(t, "𝒜사"), "OG", "𝒜사", optional=True),),
            (Event(Trigger(*words(t, "실패")), "LAUNCH", "1958", (Argument("agent", *words(t, "𝒜사")),), "NEG",
                   "REPORTED", rule="own_clause", optional=True),
             Event(Trigger(*words(t, "실패")), "LOSS", "1957/1958", (Argument("theme", *words(t, "𝒜사")),
                   Argument("theme", *words(t, "이듬해"))), "NEG")),
        ),
        AnnotatedSentence(
            "기사/1", "s3", third[0], third[2], (lunar,),
            (Entity(*words(t, "미국"), "LC", "미국"), Entity(*words(t, "🌕"), "LC", "달")),
            (Event(Trigger(*words(t, "갔다")), "MOVEMENT", "1959-09-17",
                   (Argument("place", *words(t, "🌕")), Argument("instrument", *words(t, "8월"))),
                   inferred=(Inferred("agent", *words(t, "소련"), "소비에트 연방"),)),),
        ),
    ]  # fmt: skip


def there_and_back(sentences, texts, name, folder, articles=None):
    """What is read of what was written, what was lost on the way out, and what on the way in."""
    lost = exchange.export(exchange.documents(sentences, texts), name, folder)
    back, lost_in = exchange.load(folder, name, articles)
    return back, lost, lost_in


LETTERS = st.sampled_from("가나다라년월일에 은1957()<&>\"'%|#\t\\🚀𝒜é中")
VALUES = st.text(st.sampled_from('0123456789-XPYTWBC가 <"&@%\t'), min_size=1, max_size=8)
FREE = st.none() | st.text(LETTERS, min_size=1, max_size=5)


@st.composite
def corpora(draw):
    """One or two documents of a few sentences with labels of every kind, nested and side by side."""
    texts, sentences = {}, []
    for number in range(draw(st.integers(1, 2))):
        doc, text = f"기사 {number}/%", ""
        for index in range(draw(st.integers(1, 3))):
            said = "가" + draw(st.text(LETTERS, max_size=20)) + "다."
            sentences.append(draw(labels(AnnotatedSentence(doc, f"s{index}", len(text), said))))
            text += said + draw(st.sampled_from(["", " ", "\n", "\r\n", " \u3000"]))
        texts[doc] = text
    return texts, sentences


@st.composite
def spans(draw, sentence):
    start = draw(st.integers(0, len(sentence.text) - 1))
    end = draw(st.integers(start + 1, len(sentence.text)))
    return sentence.start + start, sentence.start + end, sentence.text[start:end]


@st.composite
def labels(draw, sentence):
    flag, few = st.booleans(), 2
    anchors = st.none() | st.builds(Anchor, st.sampled_from(["1957", "1957-10-04"])) | st.just(Anchor("1957", 3, 8))
    times = [Timex(*draw(spans(sentence)), draw(st.sampled_from(TIMEX_TYPES)), draw(VALUES),
                   draw(st.none() | st.sampled_from(TIMEX_MODS)), draw(FREE), draw(FREE), draw(anchors), draw(flag))
             for _ in range(draw(st.integers(0, few)))]  # fmt: skip
    entities = [Entity(*draw(spans(sentence)), draw(st.sampled_from(ENTITY_LABELS)),
                       draw(st.text(LETTERS, min_size=1, max_size=6)), draw(FREE), draw(flag))
                for _ in range(draw(st.integers(0, few)))]  # fmt: skip
    starts = st.none() | st.sampled_from([t.start for t in times] + [sentence.start + 900])
    events = []
    for _ in range(draw(st.integers(0, few))):
        arguments = tuple(Argument(draw(st.sampled_from(ROLES)), *draw(spans(sentence)))
                          for _ in range(draw(st.integers(0, few))))  # fmt: skip
        events.append(Event(Trigger(*draw(spans(sentence)), draw(FREE)), draw(st.sampled_from(EVENT_TYPES)), draw(VALUES),
                            arguments, draw(st.sampled_from(POLARITIES)), draw(st.sampled_from(MODALITIES)), draw(FREE),
                            draw(starts), draw(flag)))  # fmt: skip
    return replace(sentence, times=tuple(times), entities=tuple(entities), events=tuple(events))
