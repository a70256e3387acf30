"""Rules of lengths of time: 46년간, 한 달 보름, 2박 3일, 수십 분."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.lexicon import in_use, read_table
from pipeline.timex.draft import FINER, UNIT_RANKS, Length, Repeat, When
from pipeline.timex.numbers import DIGIT_FIRST, after_numerals, native_numbers, number
from pipeline.timex.rule import BLANK, Slot, rule, slot, words

_PLAIN = r"(?>\d{1,3}(?:,\d{3}){1,3}|\d{1,9}(?:\.\d{1,6})?)"  # whole: no unit begins within a figure
_FIGURES = rf"(?:(?:{_PLAIN}\s?[천백]?[만억조]\s?){{1,3}}|\d[천백]\s?\d{{1,2}}(?!\d)|{_PLAIN}[천백]?)"  # 1백 50
_SINO = "[일이삼사오육칠팔구십백천]{1,9}"
_UNITS = {"년": "Y", "개년": "Y", "해": "Y", "개월": "M", "개분기": "Q", "개학기": "H", "달": "M",
          "주일": "W", "주": "W", "일": "D", "시간": "h", "분": "m", "초": "s",
          "세기": "C"}  # fmt: skip
_SHARES = 300  # so many 주 are no weeks
# What may follow 반 (a half) without its being another word.
_AFTER_HALF = "(?=[^가-힣]|$|동안|만|쯤|정도|간|안|내|이|씩|전|뒤|후|짜리|의|을|은|도|에)"
# Hundredths of a second, as races are timed: 9초56.
_HUNDREDTHS = r"(?<=초)(?P<hundredths>\d{2,3})(?!\d|[.,]\d|\s?[회번개명차배장권원])"
_NATIVE_UNITS = "해|달(?!러)|주일|주|시간|세기"
_ANY_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True)).replace("|달", "|달(?!러)")
_ANY_UNIT = (
    _ANY_UNIT.replace("개년", r"개년(?!\s?계획)")
    .replace("개분기", r"개\s{0,2}분기")
    .replace("개학기", r"개\s{0,2}학기")
)
_SINO_UNITS = "년|개년(?! ?계획)|개월|주일|주|일|시간|분|초|세기"


def _native() -> str:
    return "|".join(sorted(native_numbers(), key=len, reverse=True))


def _vague_words() -> set[str]:
    return {row["word"] for row in read_table("vague_amounts.csv", ("word", "mod"), optional=("mod",))}


def _vague() -> str:
    return "|".join(sorted(_vague_words(), key=lambda word: (-len(word), word)))


def _piece() -> str:
    """An amount with its unit: native numbers count 해, 달, 주, 시간, Sino-Korean ones 년, 개월, 일, 분, 초."""
    native = rf"(?P<native>(?:(?:{_native()})\s?)?(?:{_native()})){BLANK}(?P<native_unit>{_NATIVE_UNITS})"
    other = rf"(?P<amount>(?:{_FIGURES}|(?:{_vague()}))(?:\s?여)?){BLANK}(?P<unit>{_ANY_UNIT})"
    sino = rf"(?P<sino>{_SINO}(?:\s?여)?){BLANK}(?P<sino_unit>{_SINO_UNITS})"
    return rf"(?:(?:{other}|{native}|{sino})(?P<more>여)?(?:{BLANK}(?P<half>반){_AFTER_HALF}|{_HUNDREDTHS})?)"


def _fixed_piece() -> str:
    """A word that is a length by itself, and a half of its unit: 이틀 반."""
    words = "|".join(sorted(_fixed(), key=len, reverse=True))
    return rf"(?P<fixed>{words})(?:{BLANK}(?P<half_more>반){_AFTER_HALF})?"


_NAMED = re.compile(r"\?P<[a-z_]+>")


@lru_cache(maxsize=4)
def _vocabulary(_: object) -> tuple[dict[str, tuple[float | None, str]], set[str], re.Pattern[str]]:
    """Fixed lengths, vague amounts, and the expression that takes a length to pieces."""
    return _fixed(), _vague_words(), re.compile(rf"{_piece()}|{_fixed_piece()}")


def _fixed() -> dict[str, tuple[float | None, str]]:
    """Words that are a length by themselves: 반년, 며칠, 사흘."""
    rows = read_table("fixed_lengths.csv", ("word", "amount", "unit"), optional=("amount",))
    fixed = {row["word"]: (float(row["amount"]) if row["amount"] else None, row["unit"]) for row in rows}
    return fixed | {word: (float(days), "D") for word, days in _day_words().items()}


def _day_words() -> dict[str, int]:
    return {row["word"]: int(row["days"]) for row in read_table("native_days.csv", ("word", "days"))}


@slot("length")
def _length() -> Slot:
    fixed = _fixed()
    one = _NAMED.sub("?:", rf"(?:{_piece()}|{_fixed_piece()})")
    first = DIGIT_FIRST | frozenset(w[0] for w in [*native_numbers(), *fixed]) | set("일이삼사오육칠팔구십백천몇수여")
    # Whatever follows the first part is taken whole or not at all: 일일일일… can be parted in thousands of ways.
    others = rf"(?:(?>(?:(?:{BLANK}|{BLANK}하고{BLANK}){one}){{1,4}})|)"
    return Slot(one + others, first, read_length, after_numerals(first))


def read_length(word: str) -> Length:
    """The parts of a length.

    Example:
        >>> read_length("3년 반").parts, read_length("한 달 보름").parts, read_length("수십 분").parts
        (((3.5, 'Y'),), ((1.0, 'M'), (15.0, 'D')), ((None, 'm'),))
    """
    parts: list[tuple[float | None, str]] = []
    mod = None
    fixed, vague, pieces = _vocabulary(in_use())
    for match in pieces.finditer(word):
        if match["fixed"]:
            whole, unit = fixed[match["fixed"]]
            parts.append((whole + 0.5 if whole is not None and match["half_more"] else whole, unit))
            continue
        amount = match["amount"] or match["native"] or match["sino"]
        unit = match["unit"] or match["native_unit"] or match["sino_unit"]
        mod = "MORE_THAN" if amount.endswith("여") or match["more"] else mod
        bare = re.sub(r"\s+", "", amount.removesuffix("여"))
        value = None if bare in vague else number(bare)
        rest = 0.5 if match["half"] else float(f"0.{match['hundredths'] or 0}")
        parts.append((None if value is None else value + rest, _UNITS["".join(unit.split())]))
    return Length(tuple(parts), mod=mod)


@rule(
    r"{length} ?째(?= ?(?:에(?:는|야)?(?![가-힣])|날|되(?:는|던) ?날))",
    examples={
        "1941년 2월 12일 시작했다. [닷새째]에 끝났다": "1941-02-16",
        "1995년 6월 29일이다. [11일째] 되는 날": "1995-07-09",
    },
    never=["닷새째 이어졌다", "3년째에 접어든"],
)
def nth_day(length: Length) -> When | None:
    """``닷새째에``: the day so many days on, the first one counted."""
    amount, unit = length.parts[0]
    if unit != "D" or amount is None or len(length.parts) > 1:
        return None
    return When(shift=((int(amount) - 1, "D"),), base="story")


@slot("each")
def _each() -> Slot:
    units = {
        "하루": "D",
        "일주일": "W",
        "1주일": "W",
        "한 달": "M",
        "1개월": "M",
        "1년": "Y",
        "한 해": "Y",
        "일 년": "Y",
    }
    return words(units, behind=DIGIT_FIRST | frozenset("에한두세네다몇수"))


@rule(
    r"{each}(?=(?:(?<=하루)에?|에) ?(?:평균 |약 |최대 |최소 )?\d[\d,.]{0,12}(?:\s?[~∼-]\s?\d[\d,.]{0,12})? ?[천만억]{0,2} ?"
    r"(?:시간|분|편|개|명|건|권|잔|갑|통|대|톤|리터|원|달러|배럴|끼|알|정|칼로리|㎞|km|㎏|kg|㎎|mg)(?! ?(?:만|뒤|후|전|안|내))"
    r"(?![가-힣]{3}))",
    examples={
        "하루 20∼50분 강의한다": "P1D",
        "하루에 5편을 본다": "P1D",
        "하루 8시간 일한다": "P1D",
        "1년에 695억원이 든다": "P1Y",
    },
    never=["하루 3시간 만에", "하루가 지났다", "1년 3개월"],
)
def by_the_day(each: str) -> Repeat:
    """하루, 한 달, 1년 before the amount of each."""
    return Repeat(every=Length(((1.0, each),)))


@rule(
    r"{length}(?!(?<=반\x20\d\d분)(?!\s?(?:동안|간|내내)))(?:(?<!여러.주)(?<!여러주)|(?=\s?(?:동안|째|간|에\s?걸|만|내내)))(?!의\s?\d|상(?![가-힣]{2})|\s?(?:전쟁|대\s?(?!해서))|차|살이|(?:장|생|호)(?![가-힣]{2})|\s?[전후뒤](?![가-힣])|\s?[전뒤후](?:인|에|의|부터|까지))(?:째|\s?간(?![가-힣]{2}|호|질))?",
    examples={
        "46년간 미국의": "P46Y",
        "수십분의 탄도 비행": "PTXM",
        "몇 개월 지연": "PXM",
        "3년 반 동안": "P3Y6M",
        "77분을 소화": "PT77M",
        "[1분9초56]의 기록": "PT1M9.56S",
        "이틀 반 동안": "P2DT12H",
        "7개 분기 만에": "P21M",
        "1백 50년간": "P150Y",
        "하룻밤을 보냈다": "P1D",
        "1세기가 넘게 자랐다": "P100Y",
        "1세기에 걸쳐": "P100Y",
    },
    never=[
        "동부의 여러 주를 잇는 철도",
        "3분의 1",
        "두해살이풀",
        "사주팔자",
        "부친의 3년상을",
        "17세 4개월의 나이로",
        "후반 41분 골을 넣었다",
    ],
    not_after=r"\d ?[세살] (?:\d{1,2} ?개월 )?",  # 17세 4개월
)
def length(length: Length) -> Length | None:
    """A length of time; a year of the calendar is none, nor two days side by side (``14일 1일``), nor ``하루 8시간``."""
    if length.parts[0][1] == "W" and (length.parts[0][0] or 0) >= _SHARES:
        return None  # 14만 941주: shares
    daily = length.parts[0] == (1.0, "D") and length.parts[1:2] and length.parts[1][1] in "hm"
    return length if goes_finer(length) and not daily and not is_year(length) else None


def goes_finer(length: Length) -> bool:
    """Whether each unit of a length is finer than the one before: not ``3일 1994년``."""
    sizes = [UNIT_RANKS[unit] for _, unit in length.parts]
    return sizes == sorted(set(sizes))


_LONGEST_TERM = 1000  # years


def is_year(length: Length) -> bool:
    """Whether ``1957년`` stands where a length could: four figures, and not a round thousand."""
    amount, unit = length.parts[0]
    return unit == "Y" and amount is not None and 1000 <= amount <= 2200 and amount % 1000 != 0


@rule(
    r"{count}년(?:\s?간(?![가-힣]{2}|호|질)|(?=\s?동안))",
    examples={"1480년간 지속되었다": "P1480Y", "[1200년] 동안": "P1200Y"},
    never=["1957년 사이에"],
)
def long_term(count: int) -> Length | None:
    """So many years that their number could be that of a year, were it not for 간 and 동안."""
    return Length(((float(count), "Y"),)) if count > _LONGEST_TERM else None


@rule(
    r"{count}년(?: {months_of_term}(?:월|개월))?",
    examples={"징역 [2년 6월]에 집행유예": "P2Y6M", "형량이 [7년 6월]로 줄었다": "P7Y6M"},
    never=["2년 6월", "여운형은 1914년", "형은 2026년 5월 만료된다"],
    only_after=r"(?:징역|금고|구류|유예|형량[이은을]|(?<![가-힣])형[이은을])\s{0,2}",
)
@rule(
    r"{count}년(?: {months_of_term}(?:월|개월))?(?=의 (?:실형|징역|금고|형))",
    examples={"[1년 10월]의 실형을 살았다": "P1Y10M"},
    never=["1년 10월의 행사"],
)
def term_of_sentence(count: int, months_of_term: int | None) -> Length | None:
    """A term in a judgment, whose months are counted in 월."""
    if count >= _LONGEST_TERM:
        return None
    years, months = (float(count), "Y"), (float(months_of_term or 0), "M")
    return Length((years, months) if months_of_term else (years,))


@rule(r"{months_of_term}월", examples={"징역 [8월]을": "P8M"}, never=["8월"], only_after=r"(?:징역|금고|구류)\s{0,2}")
def months_of_sentence(months_of_term: int) -> Length:
    """Months of a term in a judgment."""
    return Length(((float(months_of_term), "M"),))


@slot("months_of_term")
def _months_of_term() -> Slot:
    return Slot(r"(?:1[0-8]|[1-9])", DIGIT_FIRST, lambda word: int(word))


@rule(
    r"{count} 주[년기](?<!일주기)(?![가-힣]*율)",
    examples={"창립 50주년을 맞아": "P50Y", "서거 5주기": "P5Y"},
    never=["경제 주기", "3 주기율", "일주기 생체 시계"],
)
def anniversary(count: int) -> Length:
    """How many years ago something was that is remembered."""
    return Length(((float(count), "Y"),))


@slot("count")
def _count() -> Slot:
    return Slot(
        rf"(?:\d{{1,4}}|{_SINO})",
        DIGIT_FIRST | set("일이삼사오육칠팔구십백"),
        lambda word: int(number(word) or 0),
        after_numerals("일이삼사오육칠팔구십백"),
    )


@rule(
    r"{count} 분기(?= ?(?:만에|연속|째|동안))",
    examples={"8분기 만에": "P24M", "3분기 연속": "P9M"},
    never=["3분기에"],
)
def quarters(count: int) -> Length:
    """So many quarters of a year."""
    return Length(((float(count), "Q"),))


@rule(r"{nights}박 {days_of_stay}일", examples={"2박 3일 일정": "P3D"}, never=["수박 3일치"])
def nights_and_days(nights: int, days_of_stay: int) -> Length:
    """``2박 3일``: so many nights and days, as long as the days."""
    return Length(((float(days_of_stay), "D"),))


@slot("nights")
def _nights() -> Slot:
    return Slot(
        r"(?:\d{1,2}|[일이삼사오])",
        DIGIT_FIRST | set("일이삼사오"),
        lambda w: int(number(w) or 0),
        after_numerals("일이삼사오"),
    )


@slot("days_of_stay")
def _days_of_stay() -> Slot:
    return Slot(r"(?:\d{1,2}|[일이삼사오])", DIGIT_FIRST, lambda w: int(number(w) or 0))


@slot("long_time")
def _long_time() -> Slot:
    return Slot(
        "(?:오랫동안|오랜 ?(?:세월|기간|시간)|장기간|단기간|장시간|단시간|평생|일생)",
        frozenset("오장단평일"),
        lambda w: w,
        {c: frozenset(behind) for c, behind in zip("오장단평일", ("랫랜", "기시", "기시", "생", "생"), strict=True)},
    )


@rule(
    r"{long_time}(?!교육|학습|직업|회원)",
    examples={"오랜 세월동안": "PXY", "장기간에 걸쳐": "PXY"},
    never=["평생교육원"],
)
def long_time(long_time: str) -> Length:
    """A long or short time of no told length; optional."""
    return Length(((None, "Y"),), optional=True)


def steps(length: Length, sign: int) -> tuple[tuple[int, str], ...]:
    """Whole steps by unit; a half goes to the next finer unit: 반년 → 6 months, 한 시간 반 → 90 minutes."""
    result: list[tuple[int, str]] = []
    for amount, unit in length.parts:
        whole = int(amount or 0)
        rest = (amount or 0) - whole
        if unit == "C":
            result.append((sign * round((amount or 0) * 100), "Y"))
            continue
        if whole or not rest:
            result.append((sign * whole, unit))
        if rest and unit in FINER:
            result.append((sign * round(rest * FINER[unit][1]), FINER[unit][0]))
    return tuple(result)
