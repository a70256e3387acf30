"""The rules of evidence as ``yeonpyo rules --kind entities`` prints them; their examples run as tests.

An example pairs a text with what the rule finds in it, ``surface LABEL``; a text under ``never`` must not let it fire.
"""

from __future__ import annotations

from pipeline.model import RuleEntry


def _entry(name: str, pattern: str, description: str, examples: dict[str, str], never: tuple[str, ...]) -> RuleEntry:
    return RuleEntry("entities", name, pattern, description, tuple(examples.items()), never)


def catalogue() -> list[RuleEntry]:
    """The kinds of evidence in the order of their precedence."""
    return list(_ENTRIES)


_ENTRIES = (
    _entry(
        "title marks",
        "《…》 〈…〉 『…』 「…」",
        "Works stand between title marks.",
        {"찰스 다윈은 《비글호 항해기》를 펴냈다.": "비글호 항해기 AF"},
        ("그는 “다시 오겠다”고 말했다.",),
    ),
    _entry(
        "quoted title",
        "{kind of work} '…'",
        "Quotation marks after a kind of work hold its title.",
        {"봉준호 감독은 영화 '살인의 추억'을 연출했다.": "살인의 추억 AF"},
        ("그는 '반드시 이긴다'고 썼다.",),
    ),
    _entry(
        "name with year",
        "{year}년 … {games, election}",
        "Games, elections and the like own the year before them.",
        {"2002년 FIFA 월드컵에서 4강에 올랐다.": "2002년 FIFA 월드컵 EV", "1960년 총선에서 이겼다.": "1960년 총선 EV"},
        ("1592년 임진왜란이 일어났다.",),
    ),
    _entry(
        "ceremony",
        "{award}에서",
        "An award is the gathering where it is given, if something happens there.",
        {"그는 골든 디스크에서 노래했다.": "골든 디스크 EV"},
        ("그는 골든 디스크를 받았다.",),
    ),
    _entry(
        "club by its town",
        "{town}와의 경기, {town}로 이적",
        "A town stands for its club where a sentence about a sport has it play.",
        {"그는 리그 개막전 경기에서 뛰었고, 보르도와의 결승에서 이겼다.": "보르도 OG"},
        ("그는 보르도에서 태어나 경기를 보았다.",),
    ),
    _entry(
        "bracketed name",
        "{name}({ACRONYM}), {name}(이하 {short})",
        "Brackets after a name hold its acronym, its Latin form or the short form used from there on.",
        {
            "한국방송작가협회(이하 작가협)는 성명을 냈다.": "작가협 OG",
            "국제 철새 보호 협회(IBPA)가 조사했다.": "IBPA OG",
            "이순신(李舜臣)은 이겼다.": "李舜臣 PS",
        },
        ("서울(수도)에 산다.", "대표팀은 결승(3세트)에서 이겼다."),
    ),
    _entry(
        "firm and office",
        "{person} {firm} 회장",
        "A firm that no gazetteer lists, between a person and the office there.",
        {"김민수 금양 회장이 왔다.": "금양 OG"},
        ("김민수 전 회장이 왔다.",),
    ),
    _entry(
        "document memory",
        "{short form that the document explains}",
        "A full name explains its later short forms, a craft's its name without number or kind.",
        {"에르빈 로멜은 장군이었다. 로멜은 사막에서 싸웠다.": "로멜 PS"},
        ("로멜은 사막에서 싸웠다.",),
    ),
    _entry(
        "gazetteer",
        "{gazetteer/*.csv}",
        "Listed names, whatever became of their blanks, where the morphemes and the row's guard allow it.",
        {"미국과소비에트연방이우주 개발을 시작했다.": "소비에트연방 LC", "유엔은 결의안을 채택했다.": "유엔 OG"},
        ("이 란을 채우십시오.", "행사를 성대히 선전하였다.", "국위를 선양했다."),
    ),
    _entry(
        "short state",
        "미·소, 한미 {dealings of states}",
        "States by one syllable beside another, with a dot or before a noun of their dealings.",
        {"한미 정상회담이 열렸다.": "한 LC", "미·소 관계가 나빠졌다.": "소 LC"},
        ("어린이의 미소를 보았다.", "한일전이 열렸다.", "동·서 냉기가 흘렀다."),
    ),
    _entry(
        "affiliate",
        "{listed body}{nouns}",
        "Bodies that carry a listed one's name in one eojeol.",
        {"롯데해양산업은 배를 샀다.": "롯데해양산업 OG"},
        ("삼성전자회장이 말했다.", "유엔 직원이 왔다."),
    ),
    _entry(
        "prize",
        "{award} {category}상",
        "A prize's category belongs to it.",
        {"그녀는 청룡영화상 여우주연상을 받았다.": "청룡영화상 여우주연상 CV"},
        ("그녀는 청룡영화상과 상금을 받았다.",),
    ),
    _entry(
        "article",
        "{statute} {number}조",
        "The article belongs to the statute's name.",
        {"그는 형법 제125조를 어겼다.": "형법 제125조 CV"},
        ("그는 9조를 어겼다.",),
    ),
    _entry(
        "national team",
        "{state} {sport} 국가대표팀",
        "A state's team is named by the state and its sport.",
        {"대한민국 여자 핸드볼 국가대표팀이 이겼다.": "대한민국 여자 핸드볼 국가대표팀 OG"},
        ("대한민국에서 대표팀이 이겼다.",),
    ),
    _entry(
        "kind behind",
        "{work} 차트, {paper} 지",
        "The noun of its kind belongs to a listed name.",
        {"노래가 빌보드 핫 100 차트에 올랐다.": "빌보드 핫 100 차트 AF"},
        ("그는 빌보드 핫 100과 지도를 보았다.",),
    ),
    _entry(
        "state of old",
        "고대 {state or region}",
        "A state as it was of old is a name; a side of one (동부 캐나다) is none.",
        {"그들은 고대 이집트를 연구했다.": "고대 이집트 LC"},
        ("이집트 고대사를 연구했다.",),
    ),
    _entry(
        "series",
        "{name} {number}호, {name} 호",
        "A name with its number in a series, or with the 호 of ships.",
        {"소련은 보이저 2호를 보지 못했다.": "보이저 2호 AF", "새 아이패드 3를 샀다.": "아이패드 3 AF"},
        ("국보 1호를 복원했다.", "태풍으로 1호선이 멈췄다."),
    ),
    _entry(
        "kind",
        "{name} {kind noun}",
        "A kind noun completes the name before it; kind_nouns.csv says which nouns take a name and which any noun.",
        {
            "독일은 페이퍼백 작전에 반발했다.": "페이퍼백 작전 EV",
            "그는 대한민국어린이연구소에서 일했다.": "대한민국어린이연구소 OG",
            "정부는 근로자퇴직급여보장법을 고쳤다.": "근로자퇴직급여보장법 CV",
            "제4회 조선사진전람회에 나갔다.": "제4회 조선사진전람회 EV",
        },
        ("새 로켓을 쏘았다.", "개발 계획을 세웠다.", "국제 기구가 나섰다.", "연구 방법을 바꿨다."),
    ),
    _entry(
        "broken name",
        "{nonsense} {number}호 | {kind noun}",
        "Characters that the analyser cuts into particles and endings where neither can stand are a name.",
        {"달 착륙에 성공한루나 9호 등으로 앞섰다.": "루나 9호 AF"},
        ("큰 사건이 있었다.", "달에 탐사선을 보냈다.", "발사된 위성을 추적했다."),
    ),
    _entry(
        "code",
        "{Latin letters}-{digits}",
        "Designations of letters and digits; a proper noun before belongs to them.",
        {"훈련 중에MiG-15의 추락으로 사망했다.": "MiG-15 AF"},
        ("2010-12에 끝났다.", "COVID가 퍼졌다."),
    ),
    _entry(
        "acronym",
        "{LATIN INITIALS}",
        "Latin initials are a body's where what follows is said of bodies, but for those that are common nouns.",
        {"그는 KXN사와 계약했다.": "KXN OG", "K&R 측은 KXBC가 밝혔다고 했다.": "KXBC OG"},
        ("그 영화는 DVD로 나왔다.", "COVID가 퍼졌다.", "새 CEO를 뽑았다.", "MBTI가 유행했다.", "제VIII장에 있다."),
    ),
    _entry(
        "Latin name",
        "{Latin words}",
        "Several words in Latin letters, by the last of them or by the noun beside them.",
        {"그는 Robin Guitars를 세웠다.": "Robin Guitars OG", "영화 Matters of Fact가 나왔다.": "Matters of Fact AF"},
        ("그는 Very Good이라고 했다.",),
    ),
    _entry(
        "law",
        "{…}법 {what is done with laws}",
        "Laws are named where they are broken, made, amended or applied.",
        {"갯벌법이 제정되었다.": "갯벌법 CV"},
        ("새 요리법을 만들었다.", "관련법이 개정되었다.", "이 방법에 따라 했다."),
    ),
    _entry(
        "Korean name",
        "{surname}{given syllables}",
        "Korean full names by their shape, also those that the analyser has cut.",
        {"한나래가 노래했다.": "한나래 PS", "박보영 최고다": "박보영 PS"},
        ("이 영화는 재미있다.", "한국은 이겼다.", "주인공이 나온다."),
    ),
    _entry(
        "given name",
        "{given name} {more names}",
        "Transliterated names that begin with a known given name.",
        {"프란츠 요제프 바이덴은 빈에서 죽었다.": "프란츠 요제프 바이덴 PS"},
        ("유리 공장을 세웠다.", "존경하는 인물이다."),
    ),
    _entry(
        "name and title",
        "{name} {title}, {title} {name}",
        "A title or rank beside a proper noun; it stays outside.",
        {"치프라스 총리는 사임했다.": "치프라스 PS"},
        ("부산외대 총장이 사과했다.", "독일 총리는 사임했다."),
    ),
    _entry(
        "surname and title",
        "{surname} {title}",
        "A surname alone before a title, or someone whom the news does not name.",
        {"경찰은 김모(35) 씨를 붙잡았다.": "김모 PS", "박 씨는 부인했다.": "박 PS"},
        ("이 사람은 회장이다.", "차 안에서 잤다."),
    ),
    _entry(
        "foreign full name",
        "{two or more transliterated words that the analyser knows as one}",
        "Foreign full names in the analyser's dictionary that nothing else explains.",
        {"보 댈러스는 책을 썼다.": "보 댈러스 PS"},
        ("로켓 엔진을 만들었다.",),
    ),
    _entry(
        "context",
        "{unknown proper noun} among telling words",
        "What particles, nouns and predicates around all mentions of an unknown name say of it (name_contexts.csv).",
        {"회사 측은 블루노아 소속 직원을 보냈다.": "블루노아 OG"},
        ("위스키를 마셨다.", "카메라에게 필요한 렌즈다."),
    ),
    _entry(
        "repeated name",
        "{person's name found elsewhere}",
        "A person's name once recognised is recognised in all its mentions.",
        {"가수 남진아는 노래했다. 우리는 남진아 때문에 웃었다.": "남진아 PS"},
        ("우리는 날씨 때문에 웃었다.",),
    ),
    _entry(
        "quantity",
        "{number} {counter}",
        "Amounts with unit or counter, ranges, ordinals, money, fractions, scores.",
        {
            "200억~250억 달러를 썼다.": "200억~250억 달러 QT",
            "세 번째로 발사했다.": "세 번째 QT",
            "7천장이 넘는 사진을 찍었다.": "7천장 QT",
            "3천700여명이 모였다.": "3천700여명 QT",
        },
        ("우주를 비행한 사람이다.", "미사일을 쏘았다.", "한가한 날이다."),
    ),
    _entry(
        "age in brackets",
        "{person}({age})",
        "The age that news gives after a person's name.",
        {"배우 이영애(35)가 출연했다.": "35 QT"},
        ("규정(35)에 따른다.",),
    ),
)
