"""The time that a text has established, and what each of its times is therefore counted or completed from."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from pipeline.lexicon import in_use, read_table
from pipeline.model import Anchor
from pipeline.timex.draft import When
from pipeline.timex.point import Point, step
from pipeline.timex.scan import Piece
from pipeline.timex.write import Placed

RANGE = re.compile(r"\s*(?:\([월화수목금토일]\))?\s*(?:[~∼～–—-]|부터|에서|,|·|ㆍ|、|와|과|및|또는|이나|나|내지)\s*")
_FROM = re.compile(
    r"(?:에서|부터|로부터|으로부터|보다|의|기준으로|그로)\s{0,2}(?:약\s{0,2}|정확히\s{0,2}|꼭\s{0,2}|바로\s{0,2})?$"
)
_ASIDE = re.compile(
    r"\s?(?:현재|에\s?이어(?![가-힣])|에\s?이미|이래|기준|동기|동월|대비|같은\s?(?:기간|달|분기)|보다|에\s?비해)"
)
_SINCE = re.compile(
    r"[^.!?\n]{0,120}?(?:[가-힣]\s지|이후|이래|[한된진] (?:뒤|후))\s?(?:약\s?)?\d+\s?(?:일|년|개월|달|주|시간)여?\s?만(?=[이입])"
)  # … 가결한 지 92일 만이었다, 중단된 이후 7년여 만이었다
_SINCE_THEN = re.compile(
    r" ?(?:[가-힣]+ ){0,4}(?:이후|이래)로? (?:[가-힣]+ )?"
    r"(?:처음|최대|최고|최저|최다|가장|역대|첫|이틀째|[사나열]흘째|(?:약 )?\d+(?:거래일|일|년|개월|주|달)여? ?(?:만|째))"
)  # 지난달 31일 이후 처음이다
_OCCASION = re.compile(r"[을를] |(?: 연휴)?(?:[을를])? ?(?:앞두|맞)")  # 핼러윈을 즐기던, 추석을 앞두고
_AS_OF = re.compile(r"\s?(?:현재|기준)")
_OF_WORK = re.compile(r"[》〉』][(（]$")
EVEN = re.compile(r" ?만 ?해도")  # 50년 전만 해도 드물었다
# 취임한 김 청장은: somebody with a clause of what they did or underwent
_OF_PERSON = re.compile(
    r" (?:[가-힣]+ ){0,4}[가-힣]*[한된은난간온진린낸] (?:[가-힣]+ ){0,3}[가-힣A-Z]*"
    r"(?:씨|의원|대통령|장관|대표|청장|총리|시장|지사|회장|사장|위원장|교수|판사|검사|변호사|감독|총장|후보|군|양)[은는이가] "
)
_LIFE = re.compile(r"\s?[~∼～–—-]\s?[,)）]")  # 홍길동(1959년 5월 4일 ~ , 전남 고흥)
_NOUN_BEHIND = re.compile(r" (?:[가-힣]+ ){0,2}[가-힣]+[을를이가은는의]")
_FOLLOWED = re.compile(r"(?:데|에) 이어 ?$")  # 지난달 28일 수색한 데 이어 이날 조사했다
_ASIDE_BEFORE = re.compile(r"(?:이미|일찍이)\s?$")
# The sentence ends in a verb: 출간된다.
_TOLD_NOW = re.compile(r"[^.!?\n]{1,80}[가-힣]다(?:\.|$)")
_BESIDE = re.compile(r"에? (?:[가-힣A-Za-z]+[은는이가] )?")
_LONGEST_RANGE_SIGN = 12
_LUNAR_SENTENCES = 3
_SENTENCES_OF_A_PARAGRAPH = 5
_NEVER = -99
_LONG_AGO = 15  # years
_PART_OF_YEAR = re.compile(r"\d{4}-[QH]\d")
_MONTHS = 12
_DAY_RANK = 6  # what is finer is of a day
_DAYS = 8  # so many days that were told last are kept in mind
_WEEK = 7
_LONGEST_CLAUSE = 30  # characters
_SHORT_CLAUSE = 10  # characters


@dataclass(frozen=True, slots=True)
class Found:
    """A piece in its document.

    Attributes:
        sentence: number of its sentence.
        inserted: it stands inside a quotation or bracket.
        quoted: it stands inside a quotation.
        paragraph: number of its paragraph.
        clause: an adnominal clause before it says what it counts from (``결혼한 다음날``).
        past: its sentence is told in the past tense.
        ahead: it is of what is only meant to happen, though the sentence is told in the past tense.
        listed: it goes with a noun in a list.
        told: the text of its sentence.
        done: the verb right behind it tells the past.
    """

    piece: Piece
    sentence: int
    inserted: bool
    clause: bool = False
    quoted: bool = False
    paragraph: int = 0
    past: bool = False
    ahead: bool = False
    listed: bool = False
    told: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A time whose place in the calendar is known, as an anchor for others."""

    point: Point
    anchor: Anchor
    sentence: int
    paragraph: int = 0
    absolute: bool = False
    lunar_year: int | None = None
    told: str = ""
    looked_back: bool = False  # 지난 19일: what came before the news
    bare_day: bool = False

    @property
    def of_its_year(self) -> Point:
        """The point with the year by which its own calendar counts: a lunar year ends in the solar one that follows."""
        return self.point if self.lunar_year is None else replace(self.point, year=self.lunar_year)


class Narrative:
    """The story of one document: the last date told outside quotations, brackets and asides, and the last day.

    Args:
        text: the document.
        now: its own date or moment.
        exact: whether ``now`` has a clock time, so that the text is an utterance.
    """

    def __init__(self, text: str, now: datetime | None, exact: bool) -> None:
        self.text, self.now, self.exact = text, now, exact
        self.story: Known | None = None
        self.earlier: Known | None = None  # what came before the day of the news, as told last
        self.period: Known | None = None  # the last quarter or half told
        self.other_year: Known | None = None  # the last time of another year than that of the news
        self.days: deque[Known] = deque(maxlen=_DAYS)
        self.left: tuple[Piece, Known | None, When] | None = None
        self.previous: Piece | None = None
        self.lunar = _NEVER
        self.work: Known | None = None

    def document(self) -> Known | None:
        """The document's own date, or the moment of an utterance."""
        if self.now is None:
            return None
        if self.exact:
            return Known(Point.of(self.now), Anchor(self.now.isoformat(timespec="minutes")), _NEVER)
        return Known(Point.of(self.now.date()), Anchor(self.now.date().isoformat()), _NEVER)

    def partner(self, mention: Found) -> tuple[Known, When] | None:
        """The time to the left that this one goes on from in a range or list."""
        if self.left is None or self.left[1] is None:
            return None
        gap = self.text[self.left[0].end : mention.piece.start]
        return (self.left[1], self.left[2]) if len(gap) < _LONGEST_RANGE_SIGN and RANGE.fullmatch(gap) else None

    def is_equivalent(self, piece: Piece) -> bool:
        """Whether a time stands in brackets right after another one, as the same date in another era."""
        return self.previous is not None and self.encloses(self.previous, piece)

    def encloses(self, before: Piece, piece: Piece) -> bool:
        """Whether a time stands alone in the brackets right behind another one."""
        return self.text[before.end : piece.start].strip() == "(" and self.text[piece.end : piece.end + 1] == ")"

    def establish(self, mention: Found, when: When, placed: Placed) -> None:
        """Makes a date the anchor of what follows, unless it is an aside, inserted, or no date of the calendar."""
        piece = mention.piece
        known = (
            None
            if placed.point is None
            else Known(
                placed.point,
                Anchor(placed.value, piece.start, piece.end),
                mention.sentence,
                mention.paragraph,
                when.year is not None,
                _year_of(placed.literal),
                mention.told,
                when.direction is not None,
                _is_bare_day(when),
            )
        )
        self.previous = self.left[0] if self.left else None
        self.left = (piece, known, when)
        if known is not None and _OF_WORK.search(self.text, max(0, piece.start - 2), piece.start):
            self.work = known
        if known is None or when.ref or (mention.inserted and self.story is not None):
            return
        if mention.inserted and _LIFE.match(self.text, piece.end):
            return
        if (mention.listed and self._is_finer_here(known)) or self._harks_back(known) or self._is_of_goal(piece, known):
            return
        aside = (
            (self.now is not None and mention.told.startswith("앞서 "))  # what came before the day of the news
            or _ASIDE.match(self.text, piece.end)
            or _SINCE.match(self.text, piece.end)
            or _ASIDE_BEFORE.search(self.text, max(0, piece.start - 6), piece.start)
            or (self.now is not None and self._is_year_of_noun(piece))
            or ("holiday" in piece.rules and _OCCASION.match(self.text, piece.end))
            or (self.now is not None and _SINCE_THEN.match(self.text, piece.end))
        )
        if aside and known.point.day is not None and _AS_OF.match(self.text, piece.end):
            self.days.append(known)  # 26일 오후 4시 기준 24명이 숨졌다. 이날
        if aside and mention.told.startswith("앞서 "):
            self.earlier = known
        if not aside:
            self.story = known
            if self.now is not None and known.point.year != self.now.year:
                self.other_year = known
            self.period = known if _PART_OF_YEAR.fullmatch(placed.value) else self.period
            eve = (
                when.base == "story" and when.shift == ((-1, "D"),) and (bool(self.days) or self.now is not None)
            )  # 전날: 이날 is still the day told before it
            # 오는 13일까지: no day that was told of
            until = not when.shift and self.text.startswith("까지", piece.end) and not self._is_past(known)
            if known.point.day is not None and not eve and not until:
                self.days.append(known)
            lunar = placed.literal and "holiday" not in piece.rules  # 추석 says nothing of the days beside it
            self.lunar = mention.sentence if lunar else _NEVER if when.year is not None else self.lunar

    def _harks_back(self, known: Known) -> bool:
        """Whether a year long before is named beside the story's own time in one sentence: ``7월 … 1926년 이래``."""
        story = self.story
        same = story is not None and known.absolute and story.sentence == known.sentence
        return story is not None and same and story.point.year - known.point.year >= _LONG_AGO

    def _is_of_goal(self, piece: Piece, known: Known) -> bool:
        """Whether a later year right beside a month only says of what year a noun is: ``10월 대통령이 2050년 탄소중립을``."""
        story = self.story
        if story is None or not known.absolute or not self._is_finer_here(known) or story.anchor.end is None:
            return False
        beside = _BESIDE.fullmatch(self.text, story.anchor.end, piece.start) is not None
        return beside and known.point.year > story.point.year and _NOUN_BEHIND.match(self.text, piece.end) is not None

    def _is_finer_here(self, known: Known) -> bool:
        """Whether the sentence has told a month or day before this bare year."""
        story = self.story
        return (
            story is not None
            and story.sentence == known.sentence
            and story.point.month is not None
            and known.point.month is None
        )

    def base(self, mention: Found, when: When, partner: tuple[Known, When] | None) -> Known | None:
        """What a time is counted or completed from."""
        document = self.document()
        if when.base == "story" and when.shift[0][0] > 0 and self.work and self.work.sentence == mention.sentence:
            return self.work  # 《봄》(2015)으로 데뷔하였고, 이듬해
        if when.shift and EVEN.match(self.text, mention.piece.end):
            return document
        if when.base == "story" and (happened := self._day_of_happening(mention, when)):
            return happened
        if when.base == "speech":
            told = mention.quoted and not self.exact and when.shift[-1][1] == "D" and self._recent_day(mention)
            return told or document or self.story
        if when.direction is not None and document is not None:
            return document  # 오는 8월 3일: from the day of the news
        if partner and not when.shift:
            return partner[0]
        if any(amount for amount, _ in when.shift) and (start := self._start_of_offset(mention)):
            return start
        if when.shift and mention.clause and not self._goes_back_in_story(mention):
            return self._day_of_clause(mention, when)
        if when.base == "story" and when.shift and when.shift[0][1] == "Y" and self._follows_earlier(mention):
            return self.earlier  # 앞서 1심은 2024년 1월 무죄를 선고했다. 검찰은 같은 해 2월
        if when.base == "story" and when.shift and when.shift[0][1] == "Y" and self._reports(mention):
            return self.other_year  # 2014년 9월 숨졌다고 18일 밝혔다. 그는 그해 8월
        if document is None or self.story is None:
            return document or self.story
        return self._beside_document(mention, when, self.story, document)

    def _follows_earlier(self, mention: Found) -> bool:
        """Whether what came before the news is the last thing that was told."""
        earlier, story = self.earlier, self.story
        last = earlier is not None and (story is None or story.sentence <= earlier.sentence)
        return last and earlier is not None and mention.sentence - earlier.sentence <= _SENTENCES_OF_A_PARAGRAPH

    def _reports(self, mention: Found) -> bool:
        """Whether the last time told is a mere day, of the report, behind what it reports of another year."""
        told, story = self.other_year, self.story
        return told is not None and story is not None and story.bare_day and mention.sentence - told.sentence <= 1

    def _is_year_of_noun(self, piece: Piece) -> bool:
        """Whether a time only says of what year the noun behind it is: ``내년도 예산안을``."""
        year = self.text.endswith("년도", piece.start, piece.end)
        return year and _NOUN_BEHIND.match(self.text, piece.end) is not None

    def _goes_back_in_story(self, mention: Found) -> bool:
        """``전쟁이 일어나기 3년 전``: in a story it counts from what was told last, in news from what stands right before."""
        before = self.text[max(0, mention.piece.start - 2) : mention.piece.start].rstrip().endswith("기")
        near = self.story is not None and self.story.sentence == mention.sentence and self.story.anchor.end is not None
        close = near and self.story is not None and mention.piece.start - (self.story.anchor.end or 0) <= _SHORT_CLAUSE
        return before and (self.now is None or close)

    def _day_of_clause(self, mention: Found, when: When) -> Known | None:
        """``11월 23일 발표한 다음 날``: the day told in the clause that a time counts from, if it has one."""
        told = self.story
        if told is None or told.sentence != mention.sentence or told.point.day is None or told.anchor.end is None:
            return None
        near = mention.piece.start - told.anchor.end <= _LONGEST_CLAUSE
        return told if near and when.shift[-1][1] == "D" else None

    def _day_of_happening(self, mention: Found, when: When) -> Known | None:
        """``사고 당일``, ``선거 다음 날``: the day told with that happening, or the first of the paragraph."""
        happening = _happening(in_use()).search(self.text, max(0, mention.piece.start - 6), mention.piece.start)
        if when.shift[-1][1] != "D" or happening is None:
            return None
        told = [day for day in self.days if happening[1] in day.told]
        return told[-1] if told else next((d for d in self.days if d.paragraph == mention.paragraph), None)

    def _start_of_offset(self, mention: Found) -> Known | None:
        """The time right before from which an offset says it counts: ``5월 5일에서 열흘 뒤``."""
        start, left = mention.piece.start, self.left
        if left is None or left[1] is None or start - left[0].end >= _LONGEST_RANGE_SIGN:
            return None
        return left[1] if _FROM.search(self.text[left[0].end : start]) else None

    def _beside_document(self, mention: Found, when: When, story: Known, document: Known) -> Known:
        """Which of two counts, the last told time or the document's own."""
        if when.base == "story" and when.shift[0][0] < 0 and not self._is_past(story):
            return document
        if not self.exact and not when.shift and when.direction is None and when.ranks[0] > _DAY_RANK:
            if story.point.hour is not None and mention.sentence - story.sentence <= 1:
                return story  # 전날 오후 10시 불이 났다. 오후 11시
            return self._recent_day(mention) or document  # 8일 저녁 폭발이 있었다. 오후 9시쯤
        if self._is_after_last_month(when, story, document) or self._is_month_ahead(mention, when, story):
            return document
        if _is_bare_day(when) and not when.shift and mention.ahead and self._is_of_month_gone(story, document):
            return document  # 8월에: 지난 5월 31일 실패한 터여서 21일 실시하기로 했다
        if self._is_day_of_document(mention, when, story) or (when.base == "story" and _is_too_coarse(when, story)):
            return document
        age = mention.sentence - story.sentence
        hourly = when.base == "offset" and when.shift[-1][1] in "hms" and story.point.hour is not None
        if hourly and age <= 1:
            return story
        unit, forward = (when.shift[-1][1], when.shift[0][0] > 0) if when.shift else ("", False)
        by_day = when.base == "offset" and unit in "Dh" and forward and not self.exact
        if by_day or (when.base == "story" and (unit == "D" or (unit == "W" and story.point.day is None))):
            day = self._recent_day(mention)
            return day if day and (when.shift[0][0] >= 0 or self._is_past(day)) else document
        if when.base == "offset":
            follows = story.absolute or (mention.past and self._has_come(story, when))
            return story if age == 0 and forward and follows else document
        return story if age == 0 or (when.base == "story" and self._is_recent(mention, story)) else document

    def _has_come(self, story: Known, when: When) -> bool:
        """Whether an offset from a told month leads to the past: ``지난 8월 냈지만 두 달 뒤 요구받았다``."""
        point: Point | None = story.point
        for amount, unit in when.shift if story.point.month is not None else ():
            point = step(point, amount, unit) if point is not None and unit in "DWMY" else None
        moved = None if point is None or point == story.point else replace(point, day=point.day or 1).moment
        return moved is not None and self.now is not None and moved.date() <= self.now.date()

    def _is_day_of_document(self, mention: Found, when: When, story: Known) -> bool:
        """Whether a bare day is near the document's own date: ``올해 3분기 매출이 늘었다고 24일 밝혔다``."""
        if self.exact or when.shift or when.day is None or when.month is not None:
            return False
        if story.point.day is not None:
            return (
                mention.past and not mention.ahead and not self._is_past(story)
            )  # 9월 2일 제출할 예정이라고 10일 밝혔다
        return story.point.month is None or mention.past or self._is_past(story)

    def _is_after_last_month(self, when: When, story: Known, document: Known) -> bool:
        """``지난달 31일 …, 18일``: a smaller day behind one of last month is of the document's own month."""
        then, now, day = story.point, document.point, when.day
        if day is None or when.month is not None or when.shift or then.day is None or then.month is None:
            return False
        of_last_month = not story.absolute and now.month is not None and (now.month - then.month) % _MONTHS == 1
        return of_last_month and day < then.day and now.day is not None and day <= now.day

    def _is_month_ahead(self, mention: Found, when: When, story: Known) -> bool:
        """``지난해 10월 상을 받은 작가의 책이 4월 출간된다``: a bare month of what is to come, behind what has been."""
        bare = when.month is not None and when.year is None and not when.shift and when.direction is None
        told = _TOLD_NOW.match(self.text, mention.piece.end) is not None and not mention.past
        return bare and not self.exact and (mention.ahead or told) and self._is_past(story)

    def _is_of_month_gone(self, story: Known, document: Known) -> bool:
        """Whether the last told time is of a month before that of the document."""
        told, now = story.point, document.point
        return told.month is not None and now.month is not None and (told.year, told.month) < (now.year, now.month)

    def _recent_day(self, mention: Found) -> Known | None:
        """The day that 이날 means: the last one told, but no coming day where the past is told, nor an old one
        where one near the document's own has been told."""
        followed = _FOLLOWED.search(self.text, max(0, mention.piece.start - 6), mention.piece.start) is not None
        days = [
            day
            for day in self.days
            if self._is_recent(mention, day) and not (followed and day.sentence == mention.sentence)
        ]
        if days and days[-1].sentence == mention.sentence and self._is_of_person(mention, days[-1]):
            days.pop()
        if days and days[-1].sentence == mention.sentence:
            return None if self._ends_range_of(mention, days[-1]) else days[-1]
        fitting = [day for day in days if not mention.past or self._is_past(day)]
        current = [day for day in fitting if not day.looked_back or mention.sentence - day.sentence <= 1]
        fitting = current or fitting
        near = [day for day in fitting if self._is_near(day)]
        last = (near or fitting)[-1] if fitting else None
        return self._announced_with(mention, last, fitting) or last

    def _announced_with(self, mention: Found, last: Known | None, days: list[Known]) -> Known | None:
        """``다음 달 7일 연다고 26일 밝혔다. 축제는 이튿날 …``: the coming day beside that of the report, where no past is told."""
        if last is None or mention.past or not last.bare_day or not self._is_past(last):
            return None
        return next((d for d in days if d.sentence == last.sentence and not self._is_past(d)), None)

    def _is_of_person(self, mention: Found, day: Known) -> bool:
        """``지난 3일 구속된 김씨는 이날``: in news, a day that only says what somebody is known for."""
        end = day.anchor.end
        between = self.text[end : mention.piece.start] if end is not None else ""
        return self.now is not None and _OF_PERSON.fullmatch(between) is not None

    def _ends_range_of(self, mention: Found, day: Known) -> bool:
        """``9일부터 이날 오전까지``: a range does not end on the day with which it begins."""
        end = day.anchor.end
        between = self.text[end : mention.piece.start] if end is not None else ""
        return self.now is not None and RANGE.fullmatch(between) is not None

    def _is_near(self, known: Known) -> bool:
        """Whether a day lies within a week of the document's."""
        day = known.point.date
        return day is not None and self.now is not None and abs((day - self.now.date()).days) <= _WEEK

    def _is_recent(self, mention: Found, known: Known) -> bool:
        """Whether a told time still counts beside the document's own: in its paragraph, or just before if it is past."""
        age = mention.sentence - known.sentence
        if mention.paragraph == known.paragraph:
            return age <= _SENTENCES_OF_A_PARAGRAPH
        near = self.now is not None and known.point.day is not None and self._is_near(known)  # a paragraph a sentence
        return self._is_past(known) and age <= (_SENTENCES_OF_A_PARAGRAPH if near else 1)

    def _is_past(self, known: Known) -> bool:
        """Whether a told time begins no later than the document's day."""
        moment = replace(known.point, month=known.point.month or 1, day=known.point.day or 1).moment
        return moment is None or self.now is None or moment.date() <= self.now.date()

    def is_lunar_passage(self, mention: Found) -> bool:
        """Whether bare months and days here are still of the lunar calendar that was spoken of before."""
        return mention.sentence - self.lunar <= _LUNAR_SENTENCES


def _is_bare_day(when: When) -> bool:
    """Whether a day is told without month and year: ``18일``, ``전날``."""
    if when.shift:
        return when.shift[-1][1] == "D" and when.year is None and when.month is None
    return when.day is not None and when.month is None and when.year is None and when.direction is None


@lru_cache(maxsize=4)
def _happening(_: object) -> re.Pattern[str]:
    words = sorted((row["word"] for row in read_table("happenings.csv", ("word",))), key=lambda w: (-len(w), w))
    return re.compile(rf"(?<![가-힣])({'|'.join(words)})\s?$")


def _is_too_coarse(when: When, story: Known) -> bool:
    """Whether the story has no month from which ``지난해 같은 달`` could be counted."""
    return len(when.shift) > 1 and when.shift[-1][1] != "P" and story.point.month is None


def _year_of(literal: str | None) -> int | None:
    """The year of a lunar date as written (``1636-12-14``)."""
    return int(literal[:4]) if literal and literal[:4].isdigit() else None
