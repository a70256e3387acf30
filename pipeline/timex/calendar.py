"""Rules of the calendar: years, decades, centuries, months and days, in words."""

from __future__ import annotations

from pipeline.lexicon import read_table
from pipeline.timex.draft import When
from pipeline.timex.numbers import DIGIT_FIRST, HANJA, HANJA_FIRST, SINO, SINO_FIRST, after_numerals, integer
from pipeline.timex.rule import Slot, rule, slot, table_slot, words


@slot("year")
def _year() -> Slot:
    """A year of three or four figures, or spelled out to the thousand or figure by figure."""
    thousands = "(?:[일이삼사오육칠팔구]천[일이삼사오육칠팔구백십]*|천[일이삼사오육칠팔구백십]+)"
    regex = rf"(?:\d{{3,4}}|{thousands}|[일이삼사오육칠팔구영공]{{4}}|{HANJA})"
    return Slot(regex, DIGIT_FIRST | SINO_FIRST | HANJA_FIRST, integer, after_numerals(SINO_FIRST))


@slot("two")
def _two() -> Slot:
    return Slot(r"\d{2}", DIGIT_FIRST, integer)


@slot("month_number")
def _month_number() -> Slot:
    regex = r"(?:1[0-2]|0?[1-9]|１[０-２]|[１-９]|十[一二]?|[一二三四五六七八九正])"
    return Slot(regex, DIGIT_FIRST | HANJA_FIRST | {"正"}, lambda w: 1 if w == "正" else integer(w))


@slot("day_number")
def _day_number() -> Slot:
    regex = rf"(?:3[01]|[12]\d|0?[1-9]|[１２３]?[０-９]|[이삼]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구]|{HANJA})"
    return Slot(regex, DIGIT_FIRST | HANJA_FIRST | SINO_FIRST | {"십"}, integer, after_numerals([*SINO_FIRST, "십"]))


@slot("month_name")
def _month_name() -> Slot:
    rows = read_table("months.csv", ("word", "month", "calendar"))
    return words({row["word"]: (int(row["month"]), row["calendar"] == "lunar") for row in rows})


table_slot("month_days", ("word", "day"), lambda row: int(row["day"]))


@rule(
    r"{year} [년年](?:도(?=[\s에의부까,.)]|$)|(?!\s?(?:동안|만에|내내|에\s?걸[친쳐]|간(?![가-힣])|"
    r"의\s?(?:역사|전통|세월|기간|통치|지배|유산|숙원)|이상(?=[^가-힣]|$|의|인|을|은|된|으로|걸|동안)|이내|가까이|넘게|남짓|째|이\s?(?:지난|흐른)(?![가-힣])|(?<=[천백만]\s년)을\s?(?:이어|지켜|버텨|넘|살)|(?<=[천백만]년)을\s?(?:이어|지켜|버텨|넘|살)))(?!생\b|형(?![제님])))",
    examples={
        "1957년에 발사했다": "1957",
        "천구백오십칠년의 일": "1957",
        "一九五七年": "1957",
        "2013년도 예산": "2013",
        "1981년 이상문학상을 받았다": "1981",
    },
    never=[
        "천 년을 이어 왔다",
        "천년 고찰을 찾았다",
        "역사 5000년을 자랑한다",
        "275년에 걸친 왕조",
        "500년 동안 이어졌다",
        "1200년 이상 된 나무",
        "그로부터 241년이 지난 뒤",
    ],
)
def year(year: int) -> When | None:
    """A year; round hundreds of three figures and far-off thousands are lengths (``오백 년 역사``)."""
    if not 100 <= year <= 2200 or (year < 1000 and year % 50 == 0):
        return None
    return When(year=year)


@rule(
    r"{year} 년(?=\s?에\s?걸[친쳐])",
    examples={"1801년부터 [1804년]에 걸쳐 썼다": "1804"},
    never=["275년에 걸친 왕조"],
    only_after=r"\d년(?:부터|에서) ?",
)
def last_year_of_stretch(year: int) -> When:
    """The year in which a stretch ends: ``1801년부터 1804년에 걸쳐``."""
    return When(year=year)


_NO_LENGTH = r"(?! ?(?:왕조|역사|전통|세월|도읍|고도|기업|사직|가까이|넘|된|묵|동안|만|간|이상|전|후|뒤|째|지기|사이|남짓|[이을를의]))"


@slot("round_year")
def _round_year() -> Slot:
    return Slot(r"[1-9](?:00|50)", DIGIT_FIRST, integer)


@rule(
    r"{round_year}년"
    + _NO_LENGTH
    + r"(?=(?:에|에는|까지|부터|경|무렵)(?![가-힣])| [가-힣\d ]{2,16}?[은는이가](?![가-힣]))",
    examples={"[800년] 카롤루스는 즉위하였다": "0800", "[600년]에 침입하였다": "0600"},
    never=["500년 왕조는 무너졌다", "그 나무는 500년 동안 자랐다"],
    only_after=r"(?:^|[.!?]\s{1,2}|\n|[은는] )",
)
def round_year(round_year: int) -> When:
    """A round year of three figures at the head of a sentence, where a length would have a noun of its own."""
    return When(year=round_year)


@slot("early_year")
def _early_year() -> Slot:
    return Slot(r"\d{1,2}", DIGIT_FIRST, integer)


@rule(
    r"{early_year}년(?=\s?[~∼–-]\s?\d{1,3}년\s?[)）])",
    examples={"트라야누스(재위 [98년] ~ 117년)": "0098"},
    never=["(3년 ~ 5년)"],
    only_after=r"재위:?\s?",
)
@rule(
    r"{early_year}년(?=\s?[)）])",
    examples={"티투스(재위 79년 ~ [81년])": "0081"},
    never=["(3년 ~ 5년)"],
    only_after=r"재위:?\s?\d{1,2}년\s?[~∼–-]\s?",
)
def year_of_early_reign(early_year: int) -> When:
    """A year of one or two figures in the bracket of a reign."""
    return When(year=early_year)


# Whoever tells of these tells of the first century.
_ANTIQUITY = (
    r"[^.!?\n]{0,60}?(?:황제|즉위|후한|광무제|왕망|네로|티투스|도미티아누스|베스파시아누스|네르바|트라야누스|클라우디우스|칼리굴라"
    r"|티베리우스|아우구스투스|폼페이|베수비오|로마 대화재|파르티아|유대 전쟁|예수|사도 |고구려|백제|낙랑|흉노|유리왕|태조왕|대무신왕"
    r"|로마(?:에서|의) 대화재|로마군|로마 제국)"
)


@rule(
    r"{early_year}년(?:(?=에 )|(?= ?[가-힣\d])(?!동안|만에|간|전|후|뒤|째|생|대))"
    + _NO_LENGTH.replace("[이을를의]", "[을를의]").replace("|후|", "|후(?!한)|")
    + rf"(?={_ANTIQUITY})",
    examples={
        "[25년] 후한 광무제가 즉위하였다": "0025",
        "[79년]에 베수비오산이 분화하였다": "0079",
        "[64년]로마에서 대화재가 났다": "0064",
    },
    never=["25년 동안 황제였다", "황제는 25년간 다스렸다", "30년 전쟁이 끝나고 황제가 즉위하였다"],
    only_after=r"(?:^|[.!?]\s{0,2}|\n|[은는]\s?)",
)
def year_of_antiquity(early_year: int) -> When | None:
    """A year of the first century, where the sentence tells of antiquity."""
    return When(year=early_year) if early_year else None


@rule(r"['’‘]{two} 년(?!대)", examples={"'57년 가을": "1957-FA", "’88년에": "1988"}, sure=True)
def apostrophe_year(two: int) -> When:
    """A year without its century, marked by an apostrophe."""
    return When(short_year=two)


@rule(
    r"{two} 년(?:도(?=[\s에의부까,.)]|거|$)(?!\s?(?:전|안|채|더|넘|못))|(?=\s?\d{1,2}\s?월)|"
    r"(?=작|생|산|\s?(?:월드컵|올림픽|대선|총선|시즌)))",
    examples={"57년 10월 4일": "1957-10-04", "80년작": "1980", "03년도 영화": "2003"},
    never=["30년 넘게 일했다", "20년 만의 우승"],
)
def short_year(two: int) -> When:
    """A year of two figures, where a month or ``도`` shows that it is no length."""
    return When(short_year=two)


@rule(
    r"{two} 년(?=(?:에(?!\s?걸쳐|\s?한)|에[는도]|부터는?|까지는?|도에)(?![가-힣]))",
    examples={"94년에 나온": "1994", "97년에는": "1997", "95년까지는": "1995"},
    never=["10년에 한 번"],
)
def short_year_with_josa(two: int) -> When | None:
    """``94년에``: two figures that are too many for a length, with a particle of time."""
    return When(short_year=two) if two >= 60 else None


@slot("season_year")
def _season_year() -> Slot:
    return Slot(r"(?:19|20)\d{2}", DIGIT_FIRST, integer)


@rule(
    r"{season_year}(?=[-–~∼/](?:(?:19|20)?\d{2}) ?시즌)",
    examples={"[2010]-2011시즌에 데뷔했다": "2010", "[2015]-16 시즌": "2015"},
    never=["2010-11에서"],
    sure=True,
)
def first_year_of_season(season_year: int) -> When:
    """The year in which a season begins that ends in the next one."""
    return When(year=season_year)


@rule(
    r"{season_year}(?= ?시즌)",
    examples={"2010-[2011] 시즌에": "2011", "[2020]시즌에": "2020", "[2011] 시즌 우승": "2011"},
    never=["번호 2010 시즌", "제2011 시즌"],
    not_after=r"(?:번호 ?|[가-힣\d])",
    sure=True,
)
def year_of_season(season_year: int) -> When:
    """The year of a season, or that in which one ends that began in the year before."""
    return When(year=season_year)


@rule(
    r"{two}(?= ?시즌)",
    examples={"1993-[94] 시즌에": "1994", "2010–[11]시즌의 우승": "2011"},
    never=["15 시즌"],
    only_after=r"(?:19|20)\d{2}[-–~∼/]",
    sure=True,
)
def last_two_figures_of_season(two: int) -> When:
    """The same in two figures."""
    return When(short_year=two)


@rule(r"{year} 학년도", examples={"2024학년도 입시": "2024"}, never=["1학년도 읽는다"])
def school_year(year: int) -> When:
    """A school year by the year in which it begins."""
    return When(year=year)


@slot("decade")
def _decade() -> Slot:
    regex = r"(?:(?:1\d|20)\d0|[1-9]0|(?:천(?:[일이삼사오육칠팔구]?백)?)?[이삼사오육칠팔구]십)"
    return Slot(regex, DIGIT_FIRST | SINO_FIRST, integer, after_numerals(SINO_FIRST))


# Names that begin as 대 does, right behind a year or decade whose blank is lost: 1960년|대구에서, 1960년대|구에서.
NAMES_IN_DAE = r"구(?:에서|에|의|로|를|는|가|와|시|사범|고| )|마도|동강|관령|한|만(?=[에의이은과])"


@rule(r"['’‘]{decade} 년대", examples={"'80년대 초": "198"}, sure=True)
@rule(
    rf"{{decade}} 년대(?!(?<=년대)(?:{NAMES_IN_DAE}|전(?:에서|역|시|으로)))",
    examples={"1960년대에는": "196", "1920년대 중반독일의": "192", "90년대 풍": "199", "2000년대": "200"},
    sure=True,
)
def decade(decade: int) -> When:
    """A decade; of two figures, in the last century."""
    return When(decade=(decade if decade >= 100 else 1900 + decade if decade >= 30 else 2000 + decade) // 10)


@slot("century")
def _century() -> Slot:
    return Slot(
        rf"(?:\d{{1,2}}|{SINO})", DIGIT_FIRST | SINO_FIRST | {"십"}, integer, after_numerals([*SINO_FIRST, "십"])
    )


@rule(
    r"{century} 세기(?!\s?(?:동안|폭스|만에|넘게|이상(?=[^가-힣]|$|을|동안)|간(?![가-힣])))"
    r"(?!(?<=[1-3]세기)(?<!\d[1-3]세기)(?<![와과서터]\x20[1-3]세기)(?:[가를] 넘|에 걸))",
    examples={"19세기 말,러시아의": "18", "21세기 들어": "20", "이십일세기": "20"},
    never=["20세기폭스", "5세기 동안 이어진", "1세기가 넘게 자랐다", "7세기 이상 지켜 온 땅"],
)
def century(century: int) -> When | None:
    """A century by the first two figures of its years."""
    return When(century=century - 1) if 1 <= century <= 30 else None


# Names that begin as 호 does, right behind a month whose blank is lost; 월호 is of a magazine.
_NAMES_IN_HO = r"찌민|치민|놀룰루|르무즈|바트|쇠이|남|원|반|메로스|엔촐|건|국|주|리|위|킨스"


@rule(
    r"{month_number} [월月](?!\s?결산)(?!(?<=[123470]월)\s?혁명(?![가-힣]{2}))"
    r"(?!\s?(?:테제|유신|(?:민주\s?)?항쟁|봉기|정변|사화|민중항쟁|폭동|의거)(?![가-힣]{2}))"
    r"(?:달(?![가-힣]{2})|\s달(?=에(?![가-힣]|\s?(?:착륙|도[달착]|사람|보내|내려))|까지|부터|동안|[,.]))?"
    rf"(?!호(?!{_NAMES_IN_HO})|요일|드컵|급|세(?![상계])|남|북|별\s)",
    examples={
        "1957년10월": "1957-10",
        "[5월]호찌민의 한 호텔에서": "XXXX-05",
        "1998년 3 월": "1998-03",
        "[5월 달]에 간다": "XXXX-05",
        "[9월] 혁명을 꾀했다": "XXXX-09",
    },
    never=["1월호에 실렸다", "제2월드컵", "12월 결산법인", "10월 혁명을 이끌었다"],
)
def month(month_number: int) -> When:
    """A month by its number."""
    return When(month=month_number)


@rule(
    r"{month_name}(?!호)",
    examples={"이천이십년 삼월": "2020-03", "2005년 시월": "2005-10"},
    never=["유월절을 지켰다", "그 세월이 흘렀다"],
)
def month_by_name(month_name: tuple[int, bool]) -> When:
    """A month by its name; 정월, 동짓달 and 섣달 are lunar."""
    return When(month=month_name[0], lunar=month_name[1])


# Not where so many days pass (31일이 지나자), but where a month or 지난, 오는 stands before (4월 20일이 지나자).
_NOT_PASSING = (
    r"(?:(?<=[월月달난는인]\d[일日])|(?<=[월月달난는인]\d\d[일日])|(?<=[월月달난는인]\s\d[일日])|(?<=[월月달난는인]\s\d\d[일日])"
    r"|(?![이도]\s?(?:지나|지난|지났|경과|흐르|흐른|흘러|흘렀)))"
)


@rule(
    r"{day_number} [일日]"
    + _NOT_PASSING
    + r"(?!간(?![가-힣])|째|[차장치당](?![가-힣]{2})|분(?=[의을이은과]? )|\s?(?:연속|동안|기간(?!제)|만(?:에|인|이|의)|내내|지속"
    r"|이내|이상(?=[^가-힣]|$|의|인|을|은|된|으로|걸|동안)|가량|남짓|가까이|정도|넘게|안에|에\s?걸[친쳐]))",
    examples={
        "1957년 10월 4일": "1957-10-04",
        "1597년 9월 16일": "1597-09-16",
        "[5월 25일]치명적인 — 1940-06-01": "1940-05-25",
    },
    never=[
        "제3일장",
        "25일치 식량",
        "30일분의 약을 받았다",
        "5일장이 섰다",
        "23일간",
        "미사일을 쏘았다",
        "4일 연속 올랐다",
        "13일 만인 오늘",
        "주 5일 일한다",
        "입원한 후 31일이 지나자",
        "17세 4개월 5일의 나이로",
        "5일 기간의 행사",
        "결혼한 지 10일이 됐다",
        "출시된 지 이제 10일 됐다",
    ],
    not_after=r"(?<![가-힣\d])(?<![번음난는그첫째막]\s)주\s?|\d개월 |[가-힣]\s지 (?:겨우 |이제 |벌써 |불과 |약 |만 )?",
)
def day(day_number: int) -> When | None:
    """A day of the month."""
    return When(day=day_number) if 1 <= day_number <= 31 else None


@rule(
    r"{day_number} [일日](?=\s?에\s?걸[친쳐])",
    examples={"1957년 10월 4일부터 [7일]에 걸쳐": "1957-10-07", "[10월 7일]에 걸쳐": "XXXX-10-07"},
    never=["11일에 걸친 임무", "3일에 걸쳐 시료를 채취했다"],
    only_after=r"(?:일(?:부터|에서)|월) ?",
)
def last_day_of_stretch(day_number: int) -> When | None:
    """The day in which a stretch ends: ``4일부터 7일에 걸쳐``."""
    return When(day=day_number) if 1 <= day_number <= 31 else None


@rule(
    r"초 ?{day_number} ?[일日](?!간|째|치)",
    examples={"1906년 4월 초5일에": "1906-04-05", "3월 초 3일": "XXXX-03-03"},
    never=["초5일", "초 30일"],
    only_after=r"월 ?",
    sure=True,
)
def early_day(day_number: int) -> When | None:
    """A day of the first ten, as ``초하루`` is: ``초5일``."""
    return When(day=day_number) if 1 <= day_number <= 10 else None


@rule(
    r"{month_days}",
    examples={"2024년 3월 말일": "2024-03-31", "정월 열나흘": "XXXX-01-14"},
    never=["보름 동안", "열하루 뒤"],
    only_after=r"[월달]\s{0,2}",
)
def day_by_name(month_days: int) -> When:
    """A day of the month by its native name, after the month."""
    return When(day=month_days)


@slot("plain_month_days")
def _plain_month_days() -> Slot:
    rows = read_table("month_days.csv", ("word", "day"))
    return words(
        {row["word"]: int(row["day"]) for row in rows if row["word"][0] in "초그말" or row["word"].startswith("스무하")}
    )


@rule(r"{plain_month_days}", examples={"1392년 8월이었다. [초사흘]에": "1392-08-03"}, never=["초이스", "그믐달이 떴다"])
def plain_day_by_name(plain_month_days: int) -> When:
    """A day of the month by a name that means nothing else."""
    return When(day=plain_month_days)
