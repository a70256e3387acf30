"""Quantities: a number with its unit or counter (guideline §3, QT): ``2500개``, ``1천만 달러``, ``세 번째``, ``200억~250억 달러``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.vocabulary import remembered, table

_POWER = "[십백천만억조]"
# Counts are bounded and powers taken whole, or a row of digits or of 억 without end would be tried in every parting.
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,12}|\d{1,40})(?:\.\d{1,40})?"
_FIGURE = rf"{_DIGITS}(?:여?\s?{_POWER}{{1,6}}+(?:\s?{_DIGITS})?){{0,5}}"
_IN_HANGUL = (
    rf"(?:[수몇]{_POWER}{{1,3}}|[일이삼사오육칠팔구]{_POWER}[일이삼사오육칠팔구십백천만억조]{{0,15}}|{_POWER}{{1,4}})"
)
_ONES = "하나|한두|두세|두어|서너|네댓|대여섯|예닐곱|여남은|열댓|너덧|한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉"
_TENS = "스무|스물|서른|마흔|쉰|예순|일흔|여든|아흔|열"
_NATIVE = rf"(?!하나인)(?:(?:{_TENS})(?:{_ONES})?|{_ONES}|여러|첫(?= ?(?:번|째)))"
_ORDINAL = r"제\s?\d+\s?(?:차|회|대|위|호|기|단계|판|부|권|장|항|조)(?![가-힣]{2})"
_SCORE = (
    r"\d{1,3}[-:]\d{1,3}(?=(?:으로|로|승|패)(?![가-힣]))"
    r"|\d{1,9} ?대 ?\d{1,9}(?:\.\d{1,9})?(?:(?![\d가-힣])|(?=(?:의|으로|로)(?![가-힣])))"
)
_FRACTION = r"(?:\d{1,15}|[이삼사오육칠팔구십백천만]{1,9})분의 ?(?:\d{1,15}|[일이삼사오육칠팔구])"
_AGED = r"(?:스물|서른|마흔|쉰|예순|일흔|여든|아흔)(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)?(?=의 나이|에 )"
_BORN = r"(?:첫째|둘째|셋째|넷째|다섯째|여섯째|일곱째)(?=[로의는가이 ,])"
_IDIOM = re.compile(r"한 ?(?:발|걸음|발짝|번|판|바탕)(?: 더| 앞서| 물러| 나아가| 늦)|(?:\d+|한|두|세|네) ?개 ?분기")
_CHANGED = re.compile("로|으로| 밖")  # from … to … with a verb of change is no range
_LARGER, _SMALLER = ("피트", "파운드", "야드", "ft"), ("인치", "온스", "피트", "in")  # 6 피트 2 인치 is one quantity
_BARE = r"(?<=승점 )|(?<=골득실 )|(?<=타율 )|(?<=평점 )|(?<=시청률 )"
_OPENINGS = frozenset(
    "-+±0123456789섭화시초분규마북남동서제수몇십백천만억조일이삼사오육칠팔구스물서른마흔쉰예순여아열하한두세셋석네넷넉다대첫$€£¥₩"
)
_AGE = re.compile(r"(?:\s?(?:씨|군|양))?\s?[(（](?:본명 [^()]{2,8}·)?(\d{1,3})(?:세)?(?=[)）·,・])")


@remembered
def _pattern() -> re.Pattern[str]:
    listed = "|".join(re.escape(w) for w in sorted(table("counters.csv", "word", "kind"), key=lambda w: (-len(w), w)))
    units = rf"(?:원|달러|유로|엔|위안|%)대(?=[의로를에가이는였 ,.])|{listed}"
    figure = rf"(?:{_FIGURE}|{_IN_HANGUL})(?:\s?여(?!파)|여\s)?"
    counted = rf"{figure}\s?(?:{units})(?:\s?번째|째)?"
    # A range is one span: 200억~250억 달러.
    lower = rf"{figure}\s?(?:{units})?\s?(?:[~∼～–-]\s?|에서\s)|\d{{1,9}}·"
    small = "|".join(re.escape(w) for w in _SMALLER)
    compound = rf"{figure}\s?(?:{'|'.join(_LARGER)})\s{figure}\s?(?:{small})"
    native = rf"{_NATIVE}\s?(?:{units})(?:\s?번째|째)?"
    record = r"\d{1,3}(?:승|무승부|무|패)(?![가-힣])|\d할 ?\d푼(?: ?\d리)?대?|\d할(?: ?\d푼)?(?: ?\d리)?(?:대)?(?![가-힣]{2})"
    cannon = r"\d{1,5}(?:여 ?)?문(?=[을이은의과 ,.]|$)"
    goals = r"\d{1,3}호(?= ?(?:골|홈런|안타|도루)(?:[은는이가을를의도로 ,.]|$))"
    measured = rf"(?:시속|초속|분속|북위|남위|동경|서경) ?{figure}\s?(?:{units})|마하 ?{_DIGITS}(?![\d.]|,\d)"
    shaken = rf"규모 ?\d{{1,2}}(?:\.\d{{1,2}})?(?![\d,.]|\s?(?:{units}|{_POWER}|㎡))"
    # an index stands at, or passes, so many points: 2,320선을, 2322.88로 거래를 마쳤다
    index = (
        r"\d{1,3}(?:,\d{3})+선(?=[은는이가을를에 ])|\d{3,5}선(?=[은는이가을를에 ])"
        r"|(?:\d{1,3}(?:,\d{3})+|\d{2,5})\.\d{1,3}(?=(?:으로|로|에|을|를) (?:장을|거래를|마감|마쳤|마치|기록|출발|시작|끝))"
    )
    money = rf"[$€£¥₩]\s?{_FIGURE}(?:[KMB](?![A-Za-z]))?"
    signed = rf"(?<![^\s(])[-+±]{_DIGITS}\s?(?:%|퍼센트|도|℃)"
    aged = (
        r"\d{1,3}세 \d{1,3}일(?=[을로에의이였, .)])"
        r"|만 ?\d{1,3} ?[세살](?: \d{1,2} ?개월(?: \d{1,2} ?일)?)?|\d{1,3} ?[세살] \d{1,2} ?개월(?: \d{1,2} ?일)?"
    )
    degrees = rf"(?:섭씨|화씨) ?(?:영하 ?)?-?{_DIGITS} ?도"
    bare = rf"(?:{_BARE})-?\d{{1,15}}(?:\.\d{{1,15}})?"
    large = (
        rf"{_DIGITS}\s?[천백십]?[억조](?:\s?{_DIGITS}\s?[천백]?만)?(?=[은는이가을를의에로과와도,.)]|$|에서|으로|[ ])"
    )
    reached = rf"{_DIGITS}\s?[천백십]?[만천](?=에 (?:달|이르|육박|가까)|[을이] 넘)"
    troops = (
        rf"{_DIGITS}\s?[천백십]?[만천](?= (?:대군|병력|보병|군사|병사|농민|민중|군대|기병|관중|시민|군중|인파)(?![가-힣]{{2}}))"
        rf"|(?<=[군병사력] ){_DIGITS}\s?[천백십]?[만천](?=[이은을의과](?![가-힣])|으로)"
    )
    choices = (
        _ORDINAL,
        _FRACTION,
        money,
        signed,
        aged,
        degrees,
        _SCORE,
        compound,
        record,
        measured,
        shaken,
        goals,
        cannon,
        index,
        rf"(?:{lower})?{counted}",
        native,
        _AGED,
        _BORN,
        bare,
        large,
        reached,
        troops,
    )
    return re.compile(rf"(?:(?<!\w)(?<!\d[.,])|(?<=[가-힣]))(?:{'|'.join(choices)})")


# 3만 2천여 병사: a number whose 여 alone says that it counts what follows.
_OVER = re.compile(rf"{_DIGITS}\s?{_POWER}{{1,6}}+(?:\s?{_DIGITS}{_POWER}{{0,3}}+)?여(?= [가-힣])")


def quantities(passage: Passage) -> Iterator[Candidate]:
    """Spans of amounts that begin and end with a morpheme."""
    pattern, text = _pattern(), passage.text
    done = 0
    for i in passage.opening_with(_OPENINGS):
        start = passage.starts[i]
        cut = text[start] in "십백천만억조" and passage.glued(i) and passage.tags[i - 1] == "MM"  # 네만 강
        if start < done or cut or not _counts(passage, i):
            continue
        match = pattern.match(text, start)
        if (
            match is not None
            and "에서" in match.group()
            and (_CHANGED.match(text, match.end()) or not _is_range(match.group()))
        ):
            match = pattern.match(text, start, text.index("에서", start))
        if match is None or not passage.is_boundary(match.end()):  # 병 of 3만여 병사 is no bottle
            match = _OVER.match(text, start) or match
        if match is None or _IDIOM.match(text, start):
            continue
        done = match.end()
        if match.group().endswith("분") and _OF_MATCH.search(text, max(0, start - _HALF), start):
            continue  # 후반 36분: when in a match it was, and no amount
        if passage.is_boundary(done) or not text[done - 1].isalnum():
            yield Candidate(start, done, "QT", "quantity", match.group())


_OF_MATCH = re.compile(r"(?:전반|후반) ?(?:추가시간 ?)?\Z")
_HALF = 8
_UNITS_OF_RANGE = re.compile(r"[\d.,~여약수몇십백천만억조 ]+")


def _is_range(amounts: str) -> bool:
    """Whether what stands before and behind 에서 is counted alike: ``3개에서 5개``, not ``23경기에서 11골``."""
    lower, _, upper = amounts.partition("에서")
    unit = _UNITS_OF_RANGE.sub("", lower)
    return not unit or unit == _UNITS_OF_RANGE.sub("", upper)


def _counts(passage: Passage, i: int) -> bool:
    """Whether the analyser, too, sees a number there: ``한 개`` counts, the past tense of ``-한 개`` does not."""
    tag, word = passage.tags[i], passage.words[i]
    if tag in ("SN", "NR", "W_SERIAL") or word[0] in "$€£¥₩제-+±":
        return True
    if word in ("시속", "초속", "분속", "규모", "마하", "북위", "남위", "동경", "서경"):
        return passage.tags[i + 1] == "SN"
    if word in ("섭씨", "화씨", "만"):
        return passage.tags[i + 1] == "SN" or passage.words[i + 1] == "영하"  # 만 53세, not 만인
    if tag == "MM":
        alone = not passage.glued(i) or len(passage.words[i - 1]) > 1 or passage.tags[i - 1][:1] in "JES"
        return alone and word not in ("이", "그", "저")
    return tag == "NNG" and word[0] in "수몇"


def ages(passage: Passage, persons: Iterable[Candidate]) -> Iterator[Candidate]:
    """The age in brackets after a person's name: ``김모(35)씨``, ``장윤주(35)``."""
    for person in persons:
        match = _AGE.match(passage.text, person.end) if person.label == "PS" else None
        if match is None and person.label == "PS" and passage.text[person.end : person.end + 1] == "모":
            match = _AGE.match(passage.text, person.end + 1)
        if match:
            yield Candidate(match.start(1), match.end(1), "QT", "age in brackets", match.group(1))
