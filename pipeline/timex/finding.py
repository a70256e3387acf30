"""Finds the times of a document: scan, join, edges, then values."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from pipeline.grouping import by_sentence
from pipeline.hangul import compose
from pipeline.model import AnnotatedSentence, Sentence, Timex, Trial
from pipeline.reading import Reading
from pipeline.sentences import split
from pipeline.timex import calendar, clock, deictic, duration, eras, figures, parts, recurring  # noqa: F401  (they register rules)
from pipeline.timex.anchors import Found
from pipeline.timex.draft import When
from pipeline.timex.edges import with_edges
from pipeline.timex.lending import lend, lend_month
from pipeline.timex.resolve import Resolver
from pipeline.timex.scan import PARTICLE, Morphology, Piece, is_time, join, join_backwards, scan

_NIEUN = 4  # the index of ㄴ among the finals of a syllable
_QUOTATION_MARKS = ("“”", "「」", "『』")
_MARKS = (*_QUOTATION_MARKS, "‘’", "《》", "〈〉", "()", "（）", "[]")
_APOSTROPHE = re.compile(r"'(?!\d\d(?!\d))")  # not in '57년


def find_times(reading: Reading, trials: list[Trial] | None = None) -> list[Timex]:
    """The times of a document, in order, offsets into ``reading.text``.

    Args:
        reading: the document as the rules read it.
        trials: where to note which rules were tried and why they were refused; ``None`` for no record.
    """

    def load(sentence: Sentence) -> list[tuple[int, int, str]]:
        return [(m.start, m.end, m.tag) for m in reading.between(sentence.start, sentence.end)]

    moment, exact = _moment(reading)
    return _find(reading.text, reading.sentences, load, moment, exact, trials)


def find(text: str, date: str | date | None = None) -> list[Timex]:
    """The times of a text; sentences are analysed only where a time depends on their morphemes.

    Args:
        text: any text.
        date: its own date (ISO), against which 오늘 and 올해 are read; with a clock time, it is an utterance then.

    Returns:
        The times in order, offsets into ``text``; the same as :func:`find_times` gives.

    Example:
        >>> [(t.text, t.value) for t in find("1957년10월 4일소비에트 연방이", None)]
        [('1957년10월 4일', '1957-10-04')]
    """
    from pipeline.morphology import analyse

    composed = compose(text)

    def load(sentence: Sentence) -> list[tuple[int, int, str]]:
        piece = composed.text[sentence.start : sentence.end]
        return [(m.start + sentence.start, m.end + sentence.start, m.tag) for m in analyse(piece)]

    moment, exact = _parsed(date)
    times = _find(composed.text, split(composed.text), load, moment, exact, None)
    return times if composed.offsets is None else [_moved(t, composed.source, text) for t in times]


def find_by_sentence(text: str, *, date: str | None = None, doc_id: str | None = None) -> list[AnnotatedSentence]:
    """The sentences of a text with their times, and with nothing paid for what is not asked.

    Args:
        text: the text as read.
        date: the document's own date in ISO form.
        doc_id: the document's id.

    Example:
        >>> [(s.text, [t.value for t in s.times]) for s in find_by_sentence("1957년에 왔다. 이듬해 갔다.")]
        [('1957년에 왔다.', ['1957']), ('이듬해 갔다.', ['1958'])]
    """
    composed = compose(text)
    return by_sentence(text, composed, split(composed.text), [find(text, date)], doc_id)


def _moved(timex: Timex, source: Callable[[int], int], text: str) -> Timex:
    start, end = source(timex.start), source(timex.end)
    anchor = timex.anchor
    if anchor and anchor.start is not None and anchor.end is not None:
        anchor = replace(anchor, start=source(anchor.start), end=source(anchor.end))
    return replace(timex, start=start, end=end, text=text[start:end], anchor=anchor)


def _moment(reading: Reading) -> tuple[datetime | None, bool]:
    if reading.moment is not None:
        return reading.moment, True
    return (datetime(reading.date.year, reading.date.month, reading.date.day), False) if reading.date else (None, False)


def _parsed(day: str | date | None) -> tuple[datetime | None, bool]:
    if day is None:
        return None, False
    if isinstance(day, str):
        return datetime.fromisoformat(day), len(day) > len("2026-03-01")
    return datetime(day.year, day.month, day.day), False


def _find(
    text: str,
    sentences: Sequence[Sentence],
    load: Callable[[Sentence], Sequence[tuple[int, int, str]]],
    moment: datetime | None,
    exact: bool,
    trials: list[Trial] | None,
) -> list[Timex]:
    found: list[Found] = []
    paragraph = done = 0
    for number, sentence in enumerate(sentences):
        paragraph += "\n" in text[done : sentence.start]
        done = sentence.end
        morphology = Morphology(lambda sentence=sentence: load(sentence))  # type: ignore[misc]
        pieces = scan(text, sentence.start, sentence.end, morphology, trials)
        if not pieces:
            continue
        past, told = _is_told_in_past(text, sentence), text[sentence.start : sentence.end]
        joined = lend_month(text, join(text, lend(text, pieces)))
        for piece in join_backwards(text, joined) if exact else joined:
            edged = _recurring(text, sentence, with_edges(text, piece, sentence.end, morphology))
            if not is_time(edged, exact) or _is_last_of_something(edged) or _is_in_title(text, sentence, edged):
                continue
            found.append(
                Found(
                    edged,
                    number,
                    _is_inserted(text, sentence, edged),
                    _hangs_on_clause(text, edged, morphology),
                    _is_quoted(text, sentence, edged),
                    paragraph,
                    past,
                    past and _is_to_come(text, sentence, edged),
                    _is_listed(text, edged),
                    told,
                    past and _is_done_then(text, sentence, edged),
                )
            )
    return [t for t in Resolver(text, moment, exact).resolve(found) if t.end > t.start]


def _is_last_of_something(piece: Piece) -> bool:
    """``대회 마지막 날``: the last day of what no month or year tells, which only the happening dates."""
    when = piece.draft
    if not isinstance(when, When) or when.nth != -1 or when.weekday is not None:
        return False
    return when.month is None and when.year is None and not when.shift and when.direction is None


_HOLIDAY = re.compile(r"기념|휴일|축일|명절|국경일")
_NAMED = re.compile(r"[을은]\s")
_BRACKETED_HOLIDAY = re.compile(r"(?:축일|기념일|명절|탄신일|탄생일|국경일)[과와은는이가을를의]?\s?[(（]$")


def _recurring(text: str, sentence: Sentence, piece: Piece) -> Piece:
    """A month and day that are spoken of as a holiday recur every year: ``4월 12일을 … 기념한다``, ``축일(9월 29일)``."""
    when = piece.draft
    if not isinstance(when, When) or when.month is None or when.day is None or len(when.ranks) > len(("month", "day")):
        return piece
    bracketed = _BRACKETED_HOLIDAY.search(text, max(sentence.start, piece.start - 7), piece.start)
    if bracketed or (_NAMED.match(text, piece.end) and _HOLIDAY.search(text, sentence.start, sentence.end)):
        return replace(piece, draft=replace(when, recurring=True))
    return piece


_TITLE = re.compile(r"《[^》]{0,40}$|〈[^〉]{0,40}$|『[^』]{0,40}$")
# 3집 '푸른 밤의 지도', 타이틀곡 '새벽 세 시': what a work is called.
_WORK_CALLED = re.compile(
    r"(?:\d집|앨범|음반|곡|노래|싱글|영화|드라마|소설|시집|뮤지컬|연극|웹툰|만화|게임|프로그램) ?"
    r"(['‘\"“])[^'‘’\"”“\n]{0,30}$"
)
_QUOTE_MARKS = frozenset("'‘’\"“”<>")
_TITLE_END = re.compile(r"[^《〈『]{0,40}?[》〉』]")


def _is_in_title(text: str, sentence: Sentence, piece: Piece) -> bool:
    """Whether a piece is part of a title: ``〈봄이 오다〉``, ``《1987년》``."""
    if piece.rules in _OFTEN_IN_WORDS and _is_part_of_word(text, sentence, piece):
        return True
    if piece.rules == ("nights_and_days",) and text[piece.start - 1 : piece.start] in _QUOTE_MARKS:
        return text[piece.end : piece.end + 1] in _QUOTE_MARKS  # '1박2일'
    if _is_in_name_of_work(text, sentence, piece):
        return True
    if piece.rules in _OFTEN_IN_WORDS and _is_of_title(text, sentence, piece):
        return True
    if text[piece.start - 1 : piece.start] == "<" and text[piece.end : piece.end + 1] == ">":
        return True
    opened = _TITLE.search(text, max(sentence.start, piece.start - 42), piece.start)
    return opened is not None and _TITLE_END.match(text, piece.end, sentence.end) is not None


def _is_in_name_of_work(text: str, sentence: Sentence, piece: Piece) -> bool:
    """``3집 '어느 봄밤의 꿈'``: a piece of what is quoted right behind a kind of work, and is nothing said."""
    closed = _CLOSING_MARK.match(text, piece.end, sentence.end)
    if closed is None or _SAID.match(text, closed.end()):
        return False
    called = _WORK_CALLED.search(text, max(sentence.start, piece.start - 36), piece.start)
    if called is None:
        return False
    closes = called[1] in "'\"" and text.count(called[1], sentence.start, called.start(1)) % 2  # '오징어 게임'은 2021년
    return not closes


_CLOSING_MARK = re.compile(r"[^'‘’\"”“\n]{0,40}['’\"”]")
_SAID = re.compile("라?고|라?며|라?면서")


_TITLE_BEGUN = re.compile(r"['‘\"“](?:[가-힣]{1,6} )?[가-힣]{1,6}의 $")
_TITLE_ENDED = re.compile(r"['’\"”](?!이?라[고며]|[고며])")
_TITLE_GOES_ON = re.compile(r"의 [가-힣]{1,6}['’\"”](?!이?라[고며]|[고며])")


def _is_of_title(text: str, sentence: Sentence, piece: Piece) -> bool:
    """Whether a season or part of the day makes a title with one other noun: ``'수정의 밤'``, ``'봄의 노래'``."""
    last = _TITLE_ENDED.match(text, piece.end, sentence.end) is not None
    opened = text[piece.start - 1 : piece.start] in _QUOTE_MARKS and piece.start > sentence.start
    if opened and _TITLE_OF_TWO.match(text, piece.end, sentence.end):
        return True  # '겨울 우체국'
    if last and _TITLE_BEGUN.search(text, max(sentence.start, piece.start - 18), piece.start):
        return True
    return opened and _TITLE_GOES_ON.match(text, piece.end, sentence.end) is not None


_TITLE_OF_TWO = re.compile(r" [가-힣]{1,6}['’\"”](?!이?라[고며]|[고며])")
_OFTEN_IN_WORDS = (("season",), ("part_of_day",))


_MADE_WORDS = ("새", "푸른", "맑은", "밝은", "좋은", "고운", "깊은", "하얀")  # 새아침, 푸른아침
_SURELY_PARTICLE = re.compile("에|부터|까지")  # 봄에는하루하루가: a lost blank behind it


def _is_part_of_word(text: str, sentence: Sentence, piece: Piece) -> bool:
    """Whether a season or part of the day is a piece of a word: ``새아침``, and in a title ``겨울공주``, ``아침저널``."""
    if text.endswith(_MADE_WORDS, 0, piece.start):
        return True
    after = text[piece.end : piece.end + 1]
    goes_on = (
        "가" <= after <= "힣" and not PARTICLE.match(text, piece.end) and not _SURELY_PARTICLE.match(text, piece.end)
    )
    return goes_on and _is_inserted(text, sentence, piece)


_HAS_BEEN = re.compile(r"([가-힣]) (?:바|바가|적|적이) 있다[.\s”\"’')\]]{0,6}$")
_LAST_VERB = re.compile(r"([가-힣])다[.\s”\"’')\]]{0,6}$")
_SSANG_SIOS = 20  # the index of ㅆ among the finals of a syllable


def _is_told_in_past(text: str, sentence: Sentence) -> bool:
    """Whether a sentence ends in the past tense: 밝혔다, 밝힌 바 있다, not 밝힌다, 있다, 하겠다."""
    been = _HAS_BEEN.search(text, max(sentence.start, sentence.end - 14), sentence.end)
    if been is not None:
        return (ord(been[1]) - 0xAC00) % 28 == _NIEUN
    last = _LAST_VERB.search(text, max(sentence.start, sentence.end - 8), sentence.end)
    return last is not None and last[1] not in "있겠" and (ord(last[1]) - 0xAC00) % 28 == _SSANG_SIOS


# What the verbs of a sentence say of when, the first of them behind a time: told (``했``), or meant (``하겠``, ``할 예정``).
_TOLD_OR_MEANT = re.compile(
    r"[가-힣](?=다고|다며|다면서|지만|으나|으며|으면서|고 |다[. ])|겠|[가-힣] (?=예정|계획|방침|것으로|것이라)|기로 "
)


def _is_to_come(text: str, sentence: Sentence, piece: Piece) -> bool:
    """Whether the verb behind a time says that it lies ahead, though the sentence is told in the past.

    ``3월에 시행하겠다고 밝혔다``, ``2월 착공할 예정이라고 말했다``, ``12월까지 세운다고 밝혔다``.
    """
    for verb in _TOLD_OR_MEANT.finditer(text, piece.end, sentence.end):
        meant, final = verb.group(), (ord(verb.group()[0]) - 0xAC00) % 28
        if meant in ("겠", "기로 "):
            return True
        if meant.endswith(" ") and final == _RIEUL:
            return True
        if final == _SSANG_SIOS:
            return False
        if text.startswith("까지", piece.end) or _PUT_IN_FORCE.search(text, piece.end, verb.end()):
            present = final == _NIEUN and text.startswith(("다고", "다며", "다면서"), verb.end())  # 한다고, 연다고
            if present and not _MODIFIED.search(text, piece.end, verb.start()):
                return True
    return False


def _is_done_then(text: str, sentence: Sentence, piece: Piece) -> bool:
    """Whether the first verb behind a time tells the past, with no topic and no present one before it: ``24일 끝난 경기에서
    졌다``, not ``24일 열리는 경기에 나선다고 밝혔다``."""
    for eojeol in text[piece.end : sentence.end].split():
        if eojeol.endswith(("는", "할", "될", "릴", "칠", "낼")) or "겠" in eojeol:
            return False  # 열리는, 개막할
        for at, syllable in enumerate(eojeol[:-1]):
            told = "가" <= syllable <= "힣" and (ord(syllable) - 0xAC00) % 28 == _SSANG_SIOS and syllable != "있"
            if told and eojeol[at + 1] in "다고으지는":
                return True
    return False


_RIEUL = 8  # the index of ㄹ among the finals of a syllable
# 7월부터 …한다고: what one begins to do, not what one is about (4월부터 파업을 이어간다고)
_PUT_IN_FORCE = re.compile(
    r"(?<=부터) .*(?:시행|실시|도입|적용|운영|운행|판매|시작|인상|인하|중단|폐지|확대|지급|접수|모집|공급|개방)[한된]\Z"
)
# A syllable that ends in ㄴ before a blank, as in 시행한 결과: what is said may be of something else.
_MODIFIED = re.compile(f"[{''.join(chr(0xAC00 + 28 * n + _NIEUN) for n in range(399))}] ")
_LISTED = re.compile(r"[^\s고며나만서자니면데어아여지은는년월일로],\s?$|(?<![나들녀너려라])[와과]\s$")


def _is_listed(text: str, piece: Piece) -> bool:
    """Whether a time stands in a list of nouns and goes with one of them: ``이주형, 2024년 신인 지명권을``."""
    listed = _LISTED.search(text, max(0, piece.start - 3), piece.start)
    return listed is not None and text[piece.end : piece.end + 1] == " " and text[piece.end + 1 : piece.end + 2] >= "가"


def _is_inserted(text: str, sentence: Sentence, piece: Piece) -> bool:
    """Whether a piece stands inside a quotation or bracket of its sentence."""
    before = text[sentence.start : piece.start]
    return _is_open(before, _MARKS) or len(_APOSTROPHE.findall(before)) % 2 == 1


def _is_quoted(text: str, sentence: Sentence, piece: Piece) -> bool:
    """Whether a piece stands inside a quotation of its sentence."""
    return _is_open(text[sentence.start : piece.start], _QUOTATION_MARKS)


def _is_open(before: str, marks: tuple[str, ...]) -> bool:
    """Whether a straight quotation mark or one of several pairs of marks is opened and not closed."""
    return before.count('"') % 2 == 1 or any(before.rfind(pair[0]) > before.rfind(pair[1]) for pair in marks)


# Verbs that say how time passes: what they modify is counted from the story all the same (한 달이 지난 이듬해).
_PASSING = re.compile(r"(?:되는|되던|된|맞는|맞던|맞은|맞이한|맞이하는|맞이하던|지난|흐른|앞둔|넘긴)\s?$")


def _hangs_on_clause(text: str, piece: Piece, morphology: Morphology) -> bool:
    """Whether an adnominal clause before it says from when it counts: ``결혼한 다음날``."""
    if not isinstance(piece.draft, When) or piece.draft.base not in ("story", "offset"):
        return False
    if not any(amount for amount, _ in piece.draft.shift) or _PASSING.search(
        text, max(0, piece.start - 6), piece.start
    ):
        return False
    before = text[max(0, piece.start - 2) : piece.start].rstrip()
    if before.endswith("기") and piece.draft.shift[0][0] < 0:
        tags = morphology.tags(piece.start - 3, piece.start)
        return bool(tags) and tags[-1] == "ETN"  # 증상이 나타나기 10년 전
    if not before or before == text[max(0, piece.start - 2) : piece.start] or (ord(before[-1]) - 0xAC00) % 28 != _NIEUN:
        return False
    tags = morphology.tags(piece.start - 3, piece.start)
    return bool(tags) and "ETM" in tags[-1]
