"""Rules of eras: years before Christ, reigns and era names, the cycle of sixty, the lunar calendar."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.timex.draft import When
from pipeline.timex.numbers import DIGIT_FIRST, HANJA, SINO, integer
from pipeline.timex.rule import Slot, rule, slot, table_slot, words


@slot("year_number")
def _year_number() -> Slot:
    """Any number of a year, after an era's name."""
    return Slot(
        rf"(?:\d천(?:\d백)?|\d{{1,4}}|{SINO}|{HANJA}|원|元)", frozenset(), lambda w: 1 if w in "원元" else integer(w)
    )


RULER = r"(?<![가-힣])[가-힣]{1,3}[왕종조제공후]\s?"  # one whom no lexicon lists, by the title his name ends in
ERA = r"(?<![가-힣])(?!임기|창단|결혼|설립|개교|개국|건국|재위|입사|데뷔|창립|재임|생후|사후|당시)[가-힣]{2}\s"
_LONGEST_ERA = 70
_NO_ERAS_SINCE = 1912
_LONGEST_REIGN = 110  # no reign or era was longer; counts of a state's or a faith's years say their own limit


# The first years of the solar calendar in Korea (1896) and in Japan (1873).
_SOLAR, _SOLAR_IN_JAPAN = 1896, 1873


@dataclass(frozen=True, slots=True)
class Era:
    """A reign or era: its first year (astronomical), how many years it can count, and before which year its months and days
    were of the lunar calendar."""

    first_year: int
    longest: int
    solar_since: int

    def year(self, number: int) -> int | None:
        """The year of that number as people count them, without a year 0; ``None`` beyond the era."""
        if not 1 <= number <= self.longest:
            return None
        year = self.first_year + number - 1
        return year if year > 0 else year - 1


table_slot("eras", ("word", "first_year", "source", "longest"), optional=("longest",),
           read=lambda row: Era(int(row["first_year"]), int(row["longest"] or _LONGEST_REIGN),
                                _SOLAR_IN_JAPAN if "일본" in row["source"] else _SOLAR))  # fmt: skip


@rule(
    r"{before_christ} {year_number} 년(?!\s?(?:동안|만에|간))",
    examples={"기원전 63년 9월에": "BC0063-09", "서기 14년에": "0014", "기원전 3천년경의 유물": "BC3000"},
)
def year_of_christ(before_christ: bool, year_number: int) -> When | None:
    """A year counted from Christ's birth, said so."""
    return When(year=-year_number if before_christ else year_number) if year_number > 0 else None


@slot("year_figures")
def _year_figures() -> Slot:
    return Slot(r"\d{1,4}", DIGIT_FIRST, integer)


@rule(
    r"{before_christ} {year_figures}(?!\s?[년세\d~천백]|\d)",
    examples={"A.D. 476 서로마가 멸망했다": "0476", "B.C. 31 악티움": "BC0031"},
    never=["서기 3명", "BC 카드"],
    sure=True,
)
def year_of_christ_bare(before_christ: bool, year_figures: int) -> When | None:
    """``B.C. 31``, ``AD 476``."""
    if not before_christ and year_figures < 100:
        return None
    return When(year=-year_figures if before_christ else year_figures) if year_figures else None


@rule(
    r"{year_figures}(?=\s?[-–—~∼]\s?\d{1,4}\s?[)）])",
    examples={"황제(재위 [241]-272)는": "0241"},
    never=["점수(24-25)", "재위 24-25번"],
    sure=True,
    only_after=r"(?:재위|재임|통치|치세)\s?:?\s?",
)
def year_of_reign(year_figures: int) -> When | None:
    """The first year of a reign in brackets, without its unit."""
    return When(year=year_figures) if year_figures else None


@slot("before_christ")
def _before_christ() -> Slot:
    before = ("기원전", "서력기원전", "서기전", "B.C.", "BC", "B.C", "B. C.", "BCE", "주전")
    after = ("기원후", "서기", "서력", "A.D.", "AD", "A.D", "CE")
    return words(dict.fromkeys(before, True) | dict.fromkeys(after, False))


@rule(
    r"{eras}(?:대왕|황제)?(?:\s?\([^()]{1,6}\))? (?:재위 |즉위 )?{year_number} 년(?!\s?(?:동안|만에|간))",
    examples={
        "광해군 3년에": "1611",
        "단기 4288년": "1955",
        "쇼와 16년": "1941",
        "세종 25년": "1443",
        "광무 원년": "1897",
        "개국 503년": "1894",
        "인조 2년 1월 17일": "1624-03-06",
        "고종 32년 11월 17일": "1896-01-01",
        "숙종 20년 4월": "1694-04",
        "당 태종 19년": "0645",
    },
    never=["가정 형편", "개국 7000년"],
    untagged=True,
)
def era_year(eras: Era, year_number: int) -> When | None:
    """A year of a reign or an era, by the first year of the era in the lexicon."""
    year = eras.year(year_number)
    return None if year is None else When(year=year, reign=year < eras.solar_since)


@rule(
    r"{year_figures} 년(?=\s?[(（]\s?(?:{before_christ}\s?)?{year}년[)）,])",
    examples={"노나라 [은공 3년](기원전 720년)에": "BC0720", "[문공 12년](748년) 봄": "0748"},
    never=["그로부터 12년 뒤(1960년)에", "12년(1960년에 시작)", "창단 10년(1990년)", "임기 4년(2010년)"],
    sure=True,
    only_after=RULER,
)
def reign_year(year_figures: int, before_christ: bool | None, year: int) -> When | None:
    """A year of a reign that the lexicon does not know, by the year of Christ in brackets after it."""
    return When(year=-year if before_christ else year) if 1 <= year_figures <= _LONGEST_REIGN else None


@rule(
    r"{year_figures} 년(?=\s?[(（]\s?(?:{before_christ}\s?)?{year}년[)）,])",
    examples={"[건안 5년](200년) 봄": "0200"},
    never=["임기 4년(2010년)", "창단 10년(1990년)", "결혼 5년(1920년)"],
    sure=True,
    only_after=ERA,
)
def unknown_era_year(year_figures: int, before_christ: bool | None, year: int) -> When | None:
    """A year of an era that the lexicon does not know, by the year of Christ in brackets after it."""
    told = 1 <= year_figures <= _LONGEST_ERA and year < _NO_ERAS_SINCE
    return When(year=-year if before_christ else year) if told else None


@rule(
    r"원년(?=\s?[(（]\s?(?:{before_christ}\s?)?{year}년[)）,])",
    examples={"[연강 원년](220년), 조비가": "0220"},
    never=["프로야구 원년(1982년에 창설)"],
    sure=True,
    only_after=ERA,
)
def first_year_of_era(before_christ: bool | None, year: int) -> When | None:
    """The first year of an era that the lexicon does not know, by the year of Christ in brackets after it."""
    return When(year=-year if before_christ else year) if year < _NO_ERAS_SINCE else None


@slot("sexagenary")
def _sexagenary() -> Slot:
    stems, branches = "갑을병정무기경신임계", "자축인묘진사오미신유술해"
    return words({stems[i % 10] + branches[i % 12]: i for i in range(60)})


@rule(
    r"{sexagenary}년(?:\s?\([甲-龥]{2,3}\))?",
    examples={"1597년에 썼다. [갑오년 4월]의": "1594-04", "1890년대에, 1896년 이전 [을미년]": "1895"},
    never=["경사 년", "신사 년도"],
)
def sexagenary_year(sexagenary: int) -> When:
    """A year by its name in the cycle of sixty, the nearest to what is told."""
    return When(cycle=sexagenary)


@rule(r"{eras} 즉위년", examples={"세종 즉위년에": "1418", "철종 즉위년": "1849"}, never=["세종 즉위식"], untagged=True)
def accession_year(eras: Era) -> When:
    """The year of a king's accession, the year before his first full one."""
    return When(year=eras.first_year - 1, reign=eras.first_year <= eras.solar_since)


@rule(r"{before_christ} {year_number} 년대", examples={"기원전 60년대": "BC006"}, sure=True)
def decade_of_christ(before_christ: bool, year_number: int) -> When | None:
    """A decade counted from Christ's birth."""
    return When(decade=-(year_number // 10) if before_christ else year_number // 10) if year_number >= 10 else None


@rule(r"{before_christ} {year_number} 세기", examples={"기원전 3세기": "BC02", "기원후 1세기 말": "00"}, sure=True)
def century_of_christ(before_christ: bool, year_number: int) -> When | None:
    """A century counted from Christ's birth; the third before him is 300–201."""
    if not 1 <= year_number <= 99:
        return None
    return When(century=-year_number if before_christ else year_number - 1)


@slot("lunar")
def _lunar() -> Slot:
    return words({"음력": True, "양력": False})


@rule(
    r"{lunar} {year} 년(?=\s?(?:윤\s?)?[\d정동섣일이삼사오유칠팔구시십])",
    examples={"음력 1592년 4월 13일": "1592-05-23", "양력 1592년 5월 23일": "1592-05-23"},
    never=["음력 1592년"],
)
def lunar_year(lunar: bool, year: int) -> When | None:
    """``음력`` before the year of a month and day."""
    return When(year=year, lunar=lunar) if 100 <= year <= 2200 else None


@slot("leap")
def _leap() -> Slot:
    return words({"윤": True, "윤달": True})


@rule(
    r"{lunar} (?:{leap} )?(?:{month_number} 월|{month_name})(?!호)",
    examples={"1392년 음력 8월": "1392-09", "2020년 음력 윤4월": "2020-06"},
)
def lunar_month(lunar: bool, leap: bool | None, month_number: int | None, month_name: tuple[int, bool] | None) -> When:
    """A month said to be lunar (or solar)."""
    month = month_number or (month_name[0] if month_name else None)
    return When(month=month, lunar=lunar, leap=bool(leap))


@rule(r"윤 {month_number} 월", examples={"1417년 윤5월": "1417-07"})
def leap_month(month_number: int) -> When:
    """An intercalary month of the lunar calendar."""
    return When(month=month_number, lunar=True, leap=True)
