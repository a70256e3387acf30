"""The rules of the events stage as ``yeonpyo rules`` prints them: how a time finds its happening, and the types.

Every example is a sentence with what the rule makes of it, ``trigger date`` (several joined by ``; ``); the tests run
them all. What stands under ``never`` gives no event by that rule.
"""

from __future__ import annotations

from pipeline.events.vocabulary import vocabulary
from pipeline.model import RuleEntry

_ATTACHMENTS = (
    RuleEntry(
        "events", "own_clause", "때 … 서술어",
        "The time dates the predicate of its own clause: the first one to its right that is a happening.",
        (
            ("정조는 1796년에 화성을 완공했다.", "완공 1796"),
            ("1988년 9월 17일 서울에서 올림픽이 열렸다.", "열렸다 1988-09-17"),
            ("1936년 손기정은 베를린에 도착하여 마라톤에 출전했다.", "도착 1936; 출전 1936"),
        ),
        ("2001년 현재 위성 수는 2500개다.", "그 법은 1990년과 다르다."),
    ),
    RuleEntry(
        "events", "shared_time", "때 … -하여 … 서술어",
        "A time at the head of the sentence dates the later clauses of the same subject, too; elsewhere only those that "
        "its own clause runs into without a pause.",
        (("1910년 8월, 그는 상하이로 건너가서 신문사를 세웠다.", "건너가서 1910-08; 세웠다 1910-08"),),
        ("1910년에 학교를 세웠지만 나중에 문을 닫았다.",),
    ),
    RuleEntry(
        "events", "prenominal_clause", "때 … -한 N",
        "A prenominal clause that follows the time at once is its own.",
        (("1908년에 창간된 그 신문은 일간지이다.", "창간 1908"), ("1999년 개통된 다리가 보인다.", "개통 1999")),
        ("1908년, 정부가 세운 학교가 문을 닫았다.",),
    ),
    RuleEntry(
        "events", "through_circumstance", "때 … 열린 N에서 … 서술어",
        "Where that clause modifies an event noun as the place of the main happening, the main one has the time, too.",
        (("그는 1392년 궁에서 열린 즉위식에 참석하였다.", "즉위 1392; 참석 1392"),),
        ("그는 1392년 지은 궁에서 살았다.",),
    ),
    RuleEntry(
        "events", "nominal_clause", "때 … -하기 전",
        "The same for a nominalised clause.",
        (("2012년 총선이 열리기 전까지는 조용했다.", "열리기 2012"),),
        ("2012년 그는 총선이 열리기 전에 귀국했다.",),
    ),
    RuleEntry(
        "events", "passed_clause", "때 … -한 N … 때 … 서술어",
        "A prenominal clause gets back the time that passed over it where the main clause has a time of its own.",
        (("그는 1980년대 운동을 지원했던 사람들과 1993년 재단을 설립했다.", "지원 198X; 설립 1993"),),
        ("그는 1980년대에 운동을 지원했던 사람들을 만났다.",),
    ),
    RuleEntry(
        "events", "head_noun", "때 N(의) 사건 명사",
        "A time that only heads a noun dates the noun, where it is an event noun or an event's name.",
        (
            ("1991년 소련의 붕괴 이후 국경이 바뀌었다.", "붕괴 1991"),
            ("1949년 3월 쿠데타로 정부가 무너졌다.", "쿠데타 1949-03; 무너졌다 1949-03"),
            ("회사는 2011년 발사 예정인 위성을 공개했다.", "발사 2011"),
        ),
        ("1949년 3월 정부가 무너졌다.",),
    ),
    RuleEntry(
        "events", "cleft", "-한 것은 때(이다)",
        "In a cleft sentence the time dates the clause before the topic.",
        (("그 섬이 처음 발견된 것은 1722년이다.", "발견 1722"), ("공장을 세운 것은 1926년, 김 씨였다.", "세운 1926")),
        ("그 섬은 1722년에 발견된 것이다.",),
    ),
    RuleEntry(
        "events", "copular_topic", "사건 명사은 때이다",
        "Where nothing else happens, an event noun as topic is dated by what is said of it.",
        (("지하철의 개통은 1974년 8월 15일이다.", "개통 1974-08-15"),),
        ("오늘은 1974년 8월 15일이다.",),
    ),
    RuleEntry(
        "events", "modified_time", "-한 때",
        "A clause that modifies the time itself is dated by it.",
        (("그가 대통령이 된 1963년 이후 정책이 바뀌었다.", "된 1963; 바뀌었다 1963/.."),),
        ("비행기가 추락한 다음 날인 1983년 9월 2일 정부는 성명을 발표했다.",),
    ),
    RuleEntry(
        "events", "reported_noun", "때 … -하겠다는 발언",
        "A time before a reported clause dates the noun of saying over it.",
        (("1961년 5월 25일에 달에 사람을 보내겠다는 발표가 있었다.", "발표 1961-05-25"),),
        ("1961년 5월 25일에 달에 사람을 보냈다.",),
    ),
    RuleEntry(
        "events", "bracket", "사건(때)",
        "A time alone in brackets dates the happening right before it.",
        (("그는 1972년 정상회담(2월 21일)에 참석했다.", "정상회담 1972-02-21; 참석 1972"),),
        ("그는 서울(1988년 올림픽 개최지)에 산다.",),
    ),
    RuleEntry(
        "events", "life_dates", "이름(때 ~ 때), 이름(재위 때 ~ 때)",
        "Dates in brackets after a person are a birth and a death; a noun before them is what they date.",
        (
            ("정약용(1762년 8월 5일 ~ 1836년 4월 7일)은 조선의 학자이다.",
             "1762년 8월 5일 1762-08-05; 1836년 4월 7일 1836-04-07"),
            ("세종(재위 1418년 ~ 1450년)은 조선의 왕이다.", "재위 1418/1450"),
        ),
        ("조선(1392년 ~ 1897년)은 왕조이다.",),
    ),
)  # fmt: skip


def catalogue() -> list[RuleEntry]:
    """The attachment rules, then the event types of ``events.toml`` with their examples."""
    words = vocabulary()
    types = []
    for kind in words.types.values():
        examples = tuple(
            (e.replace("[", "").replace("]", ""), e[e.index("[") + 1 : e.index("]")]) for e in kind.examples
        )
        pattern = ", ".join([*kind.nouns[:8], *kind.verbs[:4]])
        description = f"{len(kind.nouns)} nouns, {len(kind.verbs)} verbs, {len(kind.frames)} noun-verb frames"
        types.append(RuleEntry("events", kind.name, pattern, description, examples))
    return [*_ATTACHMENTS, *types]
