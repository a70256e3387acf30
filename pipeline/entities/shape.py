"""Evidence of shape: kind nouns (``… 로켓``, ``… 위원회``), numbers of a series (``… 1호``), codes (``R-7``), bracketed acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.vocabulary import (
    LONGEST_KIND,
    common_nouns,
    is_common_name,
    is_in_foreign_names,
    is_korean_name,
    kind_nouns,
    kinds_at_end,
    looks_foreign,
    remembered,
    surnames,
    title_place,
    words,
)

_YEAR = re.compile(r"(?<!\d)(?:\d{4}|\d{2})년 ?$")
_SPAN_OF_WAR = re.compile(r"(?<!\d)\d{1,3}년 ?$")
_JOINABLE = frozenset({"세계", "특별"})
_ADMINISTRATIVE = frozenset("시군구읍면동도")
_PLACING = frozenset({"에서", "에", "으로", "로", "까지", "부터", "인근", "일대", "부근", "소재", "출신", "주민"})
_CODE = re.compile(
    r"[A-Z](?:[A-Za-z]{0,5}-(?:[A-Z]{1,3}-?)?\d{1,4}(?:-?[A-Z]{1,3})?|[A-Z]{0,4}-[A-Z]{1,4}\d{0,3}"
    r"|(?<= .)[A-Z]{0,2}\d{1,3}|[A-Z]{2,4}\d{1,3}[A-Z]?)(?![A-Za-z\d-])"
)


_BESIDE = frozenset({"앞", "뒤", "옆", "안", "밖", "내", "내부", "근처", "부근", "인근", "주변", "에서"})


def is_building(passage: Passage, i: int) -> bool:
    """Whether a morpheme is a kind of place and stands as places do: ``하산 타워 앞에서``, not ``로버트 파크는``."""
    return passage.words[i + 1] in _BESIDE and kind_nouns().get(passage.words[i], ("",))[0] == "LC"


def name_like(passage: Passage, i: int) -> bool:
    """A morpheme that can be (part of) a name by itself: a proper noun, a Latin word, an unknown foreign word."""
    tag = passage.tags[i]
    if tag == "NNP":
        named = len(passage.words[i]) >= 2 or is_place(passage, i, i + 1)
        return named and not passage.words[i].endswith("주의")
    word = passage.words[i]
    if tag == "SL":
        return word[:1].isupper() and word not in words("acronyms.csv")
    return tag == "NNG" and (len(word) >= 5 or word in words("given_names.csv") or is_unknown_foreign(word))


def is_unknown_foreign(word: str) -> bool:
    """Whether a word looks transliterated and is no title: ``페이퍼``, not ``로켓``."""
    return len(word) >= 2 and looks_foreign(word) and not title_place(word)


def name_run(passage: Passage, i: int, first: int) -> int:
    """Index at which the run of name-like morphemes, digits and joints that ends just before ``i`` begins."""
    at = i
    while at > first and (
        name_like(passage, at - 1) or passage.tags[at - 1] in ("SN", "SO", "SW") or passage.words[at - 1] in ("-", "제")
    ):
        at -= 1
    while at < i and not name_like(passage, at) and passage.tags[at] != "SN":
        at += 1
    if first < at < i and passage.glued(at) and passage.tags[at - 1] == "NNG" and is_unknown_foreign(passage.words[at]):
        before = passage.words[at - 1]
        known = passage.names.get(passage.words[at]) is not None
        at -= (
            not known and before not in common_nouns() and before not in words("phrase_breaks.csv")
        )  # one eojeol: 종이클립 작전
    return at


def is_place(passage: Passage, first: int, stop: int) -> bool:
    """Whether the morphemes spell a listed place and nothing more; none does beyond the text's end."""
    if stop > len(passage.morphemes):
        return False
    start, end = passage.span(first, stop)
    listed = passage.names.get(passage.text[start:end])
    return listed is not None and listed.label == "LC"


@remembered
def _last_syllables() -> frozenset[str]:
    return frozenset({"왕", *(word[-1] for word in kind_nouns())})


def kinds(passage: Passage) -> Iterator[Candidate]:
    """Names that end in a kind noun."""
    table_of_kinds = kind_nouns()
    last_syllables = _last_syllables()
    for first, stop in passage.phrases:
        for i in range(first, stop):
            word = passage.words[i]
            last = word[-1]
            if last not in last_syllables:
                continue
            if last == "군" and len(word) >= 3 and passage.tags[i] == "NNP" and _is_army(passage, word[:-1]):
                yield Candidate(*passage.span(i, i + 1), "OG", "kind: 군")
            elif word == "군" and i > first and passage.glued(i) and _is_state(passage, i - 1):
                yield Candidate(*passage.span(i - 1, i + 1), "OG", "kind: 군")
            elif word == "왕" and _is_king(passage, i) and not _is_rank(passage, i):
                yield Candidate(*passage.span(i - 1, i + 1), "PS", "kind: 왕")
            elif not (word.endswith("의원") and title_place(word)) and (
                kinds_at_end(word) or _may_join(passage, first, i, table_of_kinds)
            ):
                yield from _kind_at(passage, first, i, table_of_kinds)


def _is_rank(passage: Passage, i: int) -> bool:
    """Whether a title ending in 왕 is what somebody is made: ``평서왕에 봉해졌다``."""
    made = passage.words[i + 1] in ("에", "으로") and passage.tags[i + 1] == "JKB"
    return made and passage.morphemes[i + 2].lemma.startswith(("봉", "책봉", "임명"))


_NO_KINGS = frozenset("현새옛각전폭명선후부모여남본타상")


def _is_king(passage: Passage, i: int) -> bool:
    """Whether ``왕`` and the one syllable before it make a king's name that the analyser has cut: ``우/왕``, ``창/왕``."""
    syllable = passage.words[i - 1]
    cut = len(syllable) == 1 and passage.tags[i - 1] in ("NNG", "NNP") and passage.glued(i)
    return (
        cut
        and syllable not in _NO_KINGS
        and not passage.glued(i - 1)
        and passage.tags[i + 1][:1] in ("J", "S")
        and passage.glued(i + 1)
    )


def _may_join(passage: Passage, first: int, i: int, known: dict[str, tuple[str, ...]]) -> bool:
    """Whether a kind noun may begin in the morpheme before: a proper noun's end, or all of it."""
    return i > first and (passage.tags[i - 1] == "NNP" or passage.words[i - 1] + passage.words[i] in known)


def _is_army(passage: Passage, stem: str) -> bool:
    """Whether the stem before ``군`` is a state's name: ``인도군``, not the county ``수원군``."""
    return stem in passage.names.states


def _is_state(passage: Passage, i: int) -> bool:
    """Whether a place can have an army: not a Korean district."""
    return _is_army(passage, passage.words[i]) and passage.tags[i + 1] != "NNP"


def _kind_at(passage: Passage, first: int, i: int, table_of_kinds: dict[str, tuple[str, ...]]) -> Iterator[Candidate]:
    """The name that the kind noun ending at morpheme ``i`` completes, if any."""
    word = passage.words[i]
    if i > first and passage.tags[i - 1] == "NNP" and passage.glued(i):
        across = _across(passage.words[i - 1], word, table_of_kinds)
        if across:
            yield Candidate(*passage.span(i - 1, i + 1), "OG", f"kind: {across}")
            return
    for kind, start in _endings(passage, first, i, table_of_kinds):
        label, takes = table_of_kinds[kind]
        if kind in _AIRCRAFT and i > first and passage.words[i - 1].endswith(_OF_AIRLINES) and not passage.glued(i):
            yield Candidate(*passage.span(noun_run(passage, i - 1, first), i), "OG", "kind: 항공")
            return  # 사우스웨스트항공 | 여객기
        if (
            kind == "공장"
            and i > first
            and passage.tags[i - 1] == "NNG"
            and passage.words[i - 1] in words("loanwords.csv")
        ):
            continue  # 플라스틱 공장
        if kind == "평원" and i > first and passage.words[start - 1].endswith("도"):
            continue  # 평안남도 평원: a county
        if kind == "공주" and is_in_foreign_names(passage.words[i].removesuffix("공주")):
            continue  # 베아트릭스공주: her title
        if kind == "게이트" and passage.words[i - 1] in words("given_names.csv"):
            continue  # 크리스티나 애플게이트
        if kind == "공사" and i > first and not passage.glued(start):
            continue  # 쾰른 대성당 공사, 본갱 공사: the work on it
        if kind.endswith("왕") and _is_rank(passage, i):
            continue
        if kind == "조합" and (
            word.endswith("재조합") or (i > first and (passage.tags[i - 1] == "SL" or passage.words[i - 1] == "재"))
        ):
            continue  # 유전자 재조합
        if kind in _MEDALS and i > first and passage.words[i - 1].endswith("상"):
            continue  # 노벨상 | 메달
        if kind == "대전" and passage.words[i - 1].endswith(("선", "도로", "철도")):
            continue  # 경부선 대전~옥천 구간: the town on a line
        if kind in _HOUSES and _SORTS_OF_HOUSES.search(
            passage.text, passage.starts[first], passage.ends[i] - len(kind)
        ):
            continue  # 시범아파트, 기둥식 아파트
        if start < i or word == kind:
            begin = _before(passage, first, start, kind, table_of_kinds)
            if begin == start:
                continue
        elif _is_tail(passage, i, label, kind):  # 대한축구협회
            begin = noun_run(passage, i, first) if takes in ("noun", "year") and label == "EV" else i
            if label == "OG":
                begin = _eojeol_head(passage, i, noun_run(passage, i, first))  # 청주|보통학교
        else:
            continue
        if label == "OG":
            begin = next((k for k in range(i - 1, begin, -1) if _is_state_after_person(passage, begin, k)), begin)
        if (
            kind in _FORCES
            and begin < start
            and not is_place(passage, begin, start)
            and passage.tags[start - 1] != "SN"
        ):
            continue  # 정승화 육군참모총장
        if label == "EV" and passage.glued(i + 1) and title_place(passage.words[i + 1]) == "after":
            continue  # 도시계획|국장
        if kind == "연구원" and passage.words[begin] in words("given_names.csv"):
            continue  # 존 점퍼 연구원
        if kind == "연구원" and passage.words[i - 1] in _RANKS:
            continue  # 한국항공우주연구원 책임|연구원
        if label == "OG" and passage.words[begin] == "제" and passage.words[begin + 2] == "대" and begin + 3 <= i:
            begin += 3  # who headed it so-manieth: 제46대 | 서울고등검찰청
        if label == "OG" and begin + 1 < i and _is_of_place_in_state(passage, begin, kind):
            begin += 1
        if label == "LC" and kind not in _OF_STATES and _is_region(passage, begin, start):
            continue  # 베트남 | 공장, 유럽 | 공항
        if label == "OG" and kind in _SCHOOLS and begin + 1 < start and not passage.glued(begin + 1):
            city = passage.names.get(passage.words[begin])
            if city is not None and city.label == "LC" and passage.tags[begin + 1] == "NNP":
                begin += 1  # 도쿄 | 가와바타 미술학교
        while (
            kind in _ROADS
            and begin < start - 1
            and is_place(passage, begin, begin + 1)
            and not passage.glued(begin + 1)
        ):
            begin += 1  # 경기 여주시 | 영동고속도로
        if kind in _OF_TOWNS and begin + 1 < i and passage.words[begin] in _PROVINCES and not passage.glued(begin + 1):
            begin += 1  # 전북 | 전주덕진경찰서
        if label == "OG" and begin < i and title_place(passage.words[i + 1]) in ("after", "both"):
            begin = _behind_holder(passage, begin, i)
        if label == "LC" and begin == i > 0 and passage.words[i - 1] == "태풍":
            continue  # 태풍 풀라산
        if label == "OG" and _is_session(passage, begin):
            label = "EV"
        if label == "EV" and begin + 1 < i and passage.words[begin] in passage.names.states:
            begin += not passage.glued(begin + 1) and is_place(passage, begin + 1, begin + 2)  # 독일 | 뮌헨안보회의
        if label == "EV" and begin > first and passage.words[begin - 1] == "세계" and kind in _WORLD_WIDE:
            begin -= 1
        begin -= begin == first and _is_cut_off(passage, begin - 1)
        while label == "OG" and begin > 0 and _goes_on_before(passage, begin):
            begin -= 1
        while label == "OG" and _is_dotted(passage, begin):
            begin -= 2
            begin -= begin > 0 and passage.tags[begin - 1] == "XPN" and passage.glued(begin)
        yield Candidate(*passage.span(begin, i + 1), label, f"kind: {kind}")
        return


# Of these a state or a part of the world has one: 일본 열도. Of airports it has many.
_OF_STATES = frozenset(
    {"해협", "열도", "대륙", "아대륙", "반도", "제도", "군도", "해", "만", "평원", "고원", "산맥", "사막", "분지", "평야", "초원",
     "열대우림", "공화국", "민주공화국", "인민공화국", "왕국", "제국", "연방", "공국", "왕조", "조계", "의사당", "국회의사당", "왕궁",
     "황궁",
     "위임통치령", "요새", "항", "강", "현", "주", "성", "도", "군"}
)  # fmt: skip


def _is_region(passage: Passage, begin: int, start: int) -> bool:
    """Whether the morphemes before a kind noun are a state or a part of the world and nothing more: ``유럽 | 공항``."""
    surface = passage.text[passage.starts[begin] : passage.ends[start - 1]].replace(" ", "")
    return surface in passage.names.regions


_MEDALS = frozenset({"메달", "트로피", "상금", "상패"})
_SCHOOLS = frozenset(
    {"학교", "미술학교", "음악학교", "고등학교", "중학교", "초등학교", "대학", "대학교", "고등보통학교"}
)
_AIRCRAFT = frozenset({"여객기", "화물기", "항공기", "비행기", "전세기", "수송기"})
_OF_AIRLINES = ("항공", "에어", "에어라인", "에어웨이즈", "항공사")
_OF_TOWNS = frozenset(
    {"경찰서", "소방서", "시청", "군청", "구청", "세관", "보건소", "상공회의소", "교육지원청", "해양경찰서", "우체국"}
)
_ROADS = frozenset({"고속도로", "고속국도", "순환도로", "고속철도", "철도"})
_PROVINCES = frozenset(
    {"강원", "경기", "경남", "경북", "전남", "전북", "충남", "충북", "제주", "서울", "부산", "대구", "인천", "광주", "대전", "울산",
     "강원도", "경기도", "경상남도", "경상북도", "전라남도", "전라북도", "충청남도", "충청북도", "제주도"}
)  # fmt: skip
_FORCES = frozenset({"육군", "해군", "공군", "해병대"})


def _goes_on_before(passage: Passage, begin: int) -> bool:
    """Whether a scrap of a body's name goes on before it in one eojeol: ``생/XPN`` of 분당/제/생/병원."""
    scrap = passage.tags[begin] == "XPN" or (len(passage.words[begin]) == 1 and passage.tags[begin] in ("MM", "NNG"))
    return scrap and passage.glued(begin) and passage.tags[begin - 1] in ("MM", "XPN", "NNP", "NNG")


def _is_dotted(passage: Passage, begin: int) -> bool:
    """Whether a middle dot joins a common noun to the first of a body's name: ``화해·치유재단``, not ``국회·대법원``."""
    dotted = begin > 1 and passage.words[begin - 1] in ("·", "ㆍ") and passage.glued(begin - 1) and passage.glued(begin)
    return dotted and passage.tags[begin - 2] == passage.tags[begin] == "NNG"


_CUT_OFF = frozenset({"VX", "VV", "VA", "IC", "NP", "MAG"})


def _is_cut_off(passage: Passage, i: int) -> bool:
    """Whether a syllable begins the eojeol that a foreign name goes on with: ``블/VX`` of ``블레인 카운티``."""
    cut = i >= 0 and passage.tags[i] in _CUT_OFF and len(passage.words[i]) == 1 and passage.glued(i + 1)
    return cut and not passage.glued(i) and looks_foreign(passage.words[i] + passage.words[i + 1])


_QUARTERS = frozenset({"동부", "서부", "남부", "북부", "중부", "중앙"})
_WORLD_WIDE = frozenset({"대회", "선수권", "선수권대회", "선수권 대회", "박람회"})


def _is_state_after_person(passage: Passage, begin: int, k: int) -> bool:
    """Whether a state stands behind a foreign full name: the body is the state's, ``마츠 말름 | 스웨덴 한림원``."""
    words_of_name = len(passage.spelled(begin).split()) + (k - begin - 1)
    foreign = passage.tags[begin] == "NNP" and not is_place(passage, begin, begin + 1)
    return passage.words[k] in passage.names.states and foreign and words_of_name > 1


def _is_of_place_in_state(passage: Passage, begin: int, kind: str) -> bool:
    """Whether a state is only told with the town or the own name of a body, or with who heads it.

    ``미국 | 미네소타 대학교``, ``미국 | 예일 대학교``.
    """
    if passage.words[begin] not in passage.names.states or passage.glued(begin + 1):
        return False
    headed = kind in ("행정부", "내각", "정부") and passage.tags[begin + 1] == "NNP"
    own = passage.words[begin + 1] not in passage.names.states
    town = own and is_place(passage, begin + 1, begin + 2)
    named = own and kind in _ONE_OF_MANY and passage.tags[begin + 1] == "NNP"
    return headed or named or (town and not passage.glued(begin + 2))


def _behind_holder(passage: Passage, begin: int, i: int) -> int:
    """Where a listed body begins behind the name of who heads it: ``박진 | 외교부 장관``."""
    listed = passage.names.get(passage.text[passage.starts[begin + 1] : passage.ends[i]])
    person = passage.tags[begin] == "NNP" and not is_place(passage, begin, begin + 1)
    return begin + (person and listed is not None and listed.label == "OG")


def _is_broadcasters(passage: Passage, first: int, start: int) -> bool:
    """Whether only a listed body and common nouns stand before a kind: ``MBC 오디션``."""
    return _is_listed_body(passage, first) and all(passage.tags[k] == "NNG" for k in range(first + 1, start))


def _is_listed_body(passage: Passage, i: int) -> bool:
    listed = passage.names.get(passage.words[i])
    return listed is not None and listed.label == "OG"


def _is_maker(passage: Passage, i: int) -> bool:
    """Whether a listed body, set off by a blank, stands before the name of what it makes."""
    return _is_listed_body(passage, i) and not passage.glued(i + 1)


def _is_session(passage: Passage, begin: int) -> bool:
    """Whether a body's name is that of one of its sessions: ``제3차 세계관광위원회``, ``1차 바티칸 공의회``."""
    number = begin + (passage.words[begin] == "제")
    return passage.tags[number] == "SN" and passage.words[number + 1] in ("차", "회")


def _eojeol_head(passage: Passage, i: int, first: int) -> int:
    """Index of the first noun of the eojeol that goes on with morpheme ``i``, not before ``first``."""
    while i > first and passage.glued(i):
        i -= 1
    return i


def _across(before: str, word: str, known: dict[str, tuple[str, ...]]) -> str:
    """The kind of organisation that the analyser has cut in two: ``대학교`` of 명지대/NNP 학교/NNG."""
    joined = before + word
    longest = min(LONGEST_KIND, len(joined))
    across = next((joined[-n:] for n in range(longest, len(word), -1) if joined[-n:] in known), "")
    return across if across and len(joined) - len(across) >= 2 and known[across][0] == "OG" else ""


def _is_tail(passage: Passage, i: int, label: str, kind: str) -> bool:
    """Whether a kind noun is the tail of a name that is one morpheme."""
    word = passage.words[i]
    rest = len(word) - len(kind)
    if kind == "릉":
        return rest >= 1 and passage.tags[i] == "NNP"
    return rest >= (1 if label == "PS" else 2) and len(word) >= 3 and _inside_fits(passage, i, label, kind)


def _endings(passage: Passage, first: int, i: int, known: dict[str, tuple[str, ...]]) -> list[tuple[str, int]]:
    """Kind nouns that end with a morpheme, longest first, each with the morpheme where it starts."""
    word = passage.words[i]
    joined = passage.words[i - 1] + word
    ends = [(joined, i - 1)] if i > first and len(joined) <= LONGEST_KIND and joined in known else []
    return ends + [(kind, i) for kind in kinds_at_end(word)]


def _inside_fits(passage: Passage, i: int, label: str, kind: str) -> bool:
    """Whether a kind noun may be the tail of a longer word: ``역삼동`` by its place in an address, ``대한축구협회`` as it is."""
    word = passage.words[i]
    if passage.tags[i] not in ("NNP", "NNG"):
        return False
    if label == "PS":
        return passage.tags[i] == "NNP"
    if len(kind) >= 2:
        head = word[: -len(kind)]
        foreign = label == "LC" and len(head) > _SHORT_HEAD and looks_foreign(head) and word not in common_nouns()
        generic = head in words("generic_heads.csv") or (passage.tags[i] == "NNG" and label != "OG" and not foreign)
        return not generic and not (label in ("AF", "EV") and passage.tags[i] == "NNG")
    if label != "LC" or (passage.tags[i] != "NNP" and kind != "읍"):
        return False
    if looks_foreign(word[:-1]):
        return _is_foreign_town(passage, i)
    if kind not in "시군구동읍면리도강산섬역궁":
        return False
    if kind in "강산섬" and len(word) > _SHORT_HEAD and not is_korean_name(word):
        return True  # 미호강
    if kind == "역":
        return word not in _KINDS_OF_STATIONS  # a proper noun that ends so is a station: 오봉역
    before, stem = passage.names.get(passage.words[i - 1]), passage.names.get(word[:-1])
    if stem is not None and stem.label == "LC" and not (kind == "구" and is_korean_name(word)):
        return True
    district = passage.tags[i - 1] in ("NNP", "NNG") and passage.words[i - 1][-1:] in _ADMINISTRATIVE
    placed = (before is not None and before.label == "LC") or district
    if kind in "군읍면" and not passage.glued(i + 1) and passage.words[i + 1][-1:] in tuple("면읍리"):
        return True  # 대덕군 유천면
    placed |= kind in "군읍면" and is_about_districts(passage, passage.starts[i])
    return placed or (passage.words[i + 1] in _PLACING and not is_korean_name(word))


def is_about_districts(passage: Passage, at: int) -> bool:
    """Whether the sentence at an offset speaks of what is decided of districts."""
    sentence = passage.reading.sentence_at(at)
    return _OF_DISTRICTS.search(passage.text, sentence.start, sentence.end) is not None


_OF_DISTRICTS = re.compile(r"승격|편입|분구|분동|통폐합|행정 ?구역|관할|분리되|나뉘|군청|면사무소|읍사무소")
_SHORT_HEAD = 2  # syllables
_KINDS_OF_STATIONS = frozenset(
    {"보통역", "간이역", "종착역", "시발역", "환승역", "중간역", "임시역", "무인역", "전철역", "배치간이역"}
)


def _is_foreign_town(passage: Passage, i: int) -> bool:
    """Whether a foreign word that ends as towns and provinces do stands where places stand, or is glossed as one.

    ``텅저우시에서``, ``텅저우시의 한 병원``, ``발루치스탄주(州)``.
    """
    word = passage.words[i]
    if word[-1] not in "시현성주" or len(word) <= 1 + _SHORT_HEAD:
        return False
    of_one = passage.words[i + 1] == "의" and passage.words[i + 2] == "한" and passage.tags[i + 2] == "MM"
    return (passage.words[i + 1] in _PLACING or of_one) or (
        passage.words[i + 1] == "(" and passage.words[i + 2] in tuple("市縣省州")
    )


def _before(passage: Passage, first: int, start: int, kind: str, known: dict[str, tuple[str, ...]]) -> int:
    """Index where the name before a kind noun begins; ``start`` when there is none."""
    label, takes = known[kind]
    if takes == "name":
        if kind in ("역", "항") and not passage.glued(start):
            return start  # a part on the stage, a term of a sum
        begin = name_run(passage, start, first)
        if kind == "프로그램" and _is_broadcasters(passage, first, start):
            return start  # MBC 오디션 프로그램
        if kind in _ONE_OF_MANY and _is_states_own(passage, begin, start):
            return start
        if begin < start and all(passage.words[k] in words("generic_heads.csv") for k in range(begin, start)):
            return start  # 뉴스 프로그램
        if begin == start and label == "EV" and start - 2 >= first and passage.tags[start - 1] == "NNG":
            begin = name_run(passage, start - 1, first)  # 아폴로 응용 계획
            return start if begin == start - 1 or is_place(passage, begin, start - 1) else begin
        if begin == start and start - 2 >= first and passage.words[start - 1] in _QUARTERS and passage.glued(start - 1):
            return start - 2 if is_place(passage, start - 2, start - 1) else start  # 서울동부구치소
        numbered = passage.tags[start - 1] == "SN" and not (
            passage.tags[start - 2] == "SL" and passage.glued(start - 1)
        )
        if begin == start and kind == "의회" and passage.words[start - 1] in _RANKS_OF_CITIES and passage.glued(start):
            return start - 2 if start - 2 >= first and is_place(passage, start - 2, start) else start
        if begin == start or (numbered and label != "AF" and kind not in _NUMBERED_BODIES):
            return start
        if label == "AF" and is_place(passage, begin, start):
            return start
        while label == "AF" and begin < start - 1 and _is_maker(passage, begin):
            begin += 1  # the firm before its product is a name of its own: 인텔 | 펜티엄 프로세서
        if label == "LC":
            while begin < start - 1 and is_place(passage, begin, begin + 1):
                begin += 1  # the state before a region is a name of its own: 미국 | 애리조나주
            if passage.words[begin] in ("-", "–") and begin > first:
                begin -= 1  # 파리-루앙 철도
            return begin if _names_place(passage, begin, start, kind) else start
        return begin
    begin = noun_run(passage, start, first)
    while label == "LC" and begin + 1 < start and _is_district(passage, begin):
        begin += 1  # 성남시 | 삼평동 | SK 데이터센터
    if begin == start > first and kind.endswith("상") and passage.glued(start) and _is_person(passage, start - 1):
        return start - 1  # 허균문학상
    if kind in _CASES and begin > first and begin < start and _is_person(passage, begin - 1):
        return begin - 1  # 홍길동 | 피살 사건
    if kind in _OF_PLACES and begin == start > first and passage.names.get(passage.words[start - 1]) is None:
        return start - 1 if _is_person(passage, start - 1) else start  # 오시모 조약: a place that looks like a person
    if takes == "tail":
        return _firm(passage, begin, start, kind)
    if takes == "glued":
        begin = next((k for k in range(begin, start) if all(passage.glued(j) for j in range(k + 1, start + 1))), start)
        return begin if start - begin >= 2 else start
    if begin == start or (kind in _ONE_OF_MANY and _is_states_own(passage, begin, start)):
        return start
    if takes == "year" and year_before(passage, passage.morphemes[begin].start) >= 0:
        return begin
    named = any(name_like(passage, k) for k in range(begin, start))
    one_eojeol = all(passage.glued(k) for k in range(begin + 1, start + 1))
    generic = all(passage.words[k] in words("generic_heads.csv") for k in range(begin, start))
    named = named and not generic  # 텔레비전 방송국
    if label in ("EV", "CV", "LC"):
        coined = one_eojeol and not generic and (kind[-1] == "법" or (takes == "year" and start - begin >= 2))
        coined |= kind in _ACTS_OF_STATES and start - begin >= 2  # 반도체 산업 지원 특별법
        return begin if named or coined or passage.words[begin] == "제" or _is_numbered(passage, begin) else start
    coined = not generic and kind not in _OF_NAMES and (one_eojeol or start - begin >= 2)
    return begin if named or coined else start


# What they are about stands before them in common nouns.
_ACTS_OF_STATES = frozenset(
    {"특별법", "특별조치법", "기본법", "보호법", "지원법", "촉진법", "진흥법", "처벌법", "방지법", "금지법", "의정서"}
)
_RANKS_OF_CITIES = frozenset({"직할시", "광역시", "특별시", "특별자치시", "특별자치도"})


def _is_district(passage: Passage, i: int) -> bool:
    """Whether a listed district or province stands alone: ``성남시``, ``경기``, ``캘리포니아주``."""
    word = passage.words[i]
    named = word in _PROVINCES or (len(word) > 2 and word[-1] in _ADMINISTRATIVE | {"주", "성", "현"})
    return named and not passage.glued(i + 1) and is_place(passage, i, i + 1)


def _is_numbered(passage: Passage, i: int) -> bool:
    """Whether a number counts what follows as one of a row: ``7대 총선``, ``3차 공의회``, not ``세계 3대 영화제``."""
    if passage.words[i + 1] == "대" and passage.words[i - 1] in ("세계", "국내", "전국", "아시아", "유럽"):
        return False
    return passage.tags[i] == "SN" and passage.words[i + 1] in ("대", "차", "회")


_CASES = frozenset({"사건"})
_OF_NAMES = frozenset({"공사", "그룹"})  # 보강공사 is a work, no corporation
_OF_PLACES = frozenset({"조약", "협정", "전투", "해전", "휴전", "회담", "회의", "공방전"})
_NUMBERED_BODIES = frozenset({"혜성", "소행성"})
_ONE_OF_MANY = frozenset(
    (
        "거래소",
        "함대",
        "대학",
        "대학교",
        "병원",
        "학교",
        "고등학교",
        "연구소",
        "은행",
        "중앙은행",
        "박물관",
        "미술관",
        "도서관",
        "공사",
    )
)


def _is_states_own(passage: Passage, begin: int, start: int) -> bool:
    """Whether only a state stands before a kind of which it has many: ``미국 대학``, ``프랑스 함대``."""
    return start == begin + 1 and not passage.glued(start) and passage.words[begin] in passage.names.states


# Trades of firms alone, so that a town before them is a part of the name: 동해제강.
_TRADES = frozenset(
    {"제강", "제철", "제지", "제분", "제과", "제당", "방직", "물산", "중공업", "제약", "화학", "정밀", "식품", "전자", "특수강", "철강",
     "해운"}
)  # fmt: skip


def _firm(passage: Passage, first: int, start: int, kind: str) -> int:
    """Index where a firm's or house's name begins that ends in a kind noun of its trade: ``우성|건설``, ``교토|통신|공업``.

    A common noun before the trade makes a trade of its own (``주택건설``), a place alone one of that place (``한국건설``).
    """
    begin = _eojeol_head(passage, start, first)
    tags = passage.tags[begin:start]
    if begin == start or passage.words[begin] in words("phrase_breaks.csv"):
        return start
    if is_place(passage, begin, begin + 1):
        town = kind in _TRADES and passage.words[begin] not in passage.names.states
        return begin if start - begin >= 2 or town else start
    coined = start - begin >= 2 and all(len(word) == 1 for word in passage.words[begin:start])
    return begin if "SN" not in tags and ("NNP" in tags or "SL" in tags or coined) else start


_SURE_KIND = 2  # syllables


_STATES = frozenset({"공국", "대공국", "왕국", "제국", "공화국", "후국", "백국", "연방"})


def _names_place(passage: Passage, begin: int, start: int, kind: str) -> bool:
    """Whether words before ``군``, ``강`` or ``왕국`` can name a place or state: ``메클렌부르크 주``, not ``박 군``."""
    word = passage.words[start - 1]
    if kind in ("군", "구", "면", "읍", "동") and passage.glued(start) and is_place(passage, begin, start):
        return True
    if passage.tags[start - 1] == "SL" or word in surnames() or is_korean_name(word):
        built = not looks_foreign(kind) or is_building(passage, start)
        built &= len(word) > 1 and passage.tags[start - 1] == "NNP"  # 사근진 해수욕장
        return len(kind) >= _SURE_KIND and (built or kind in _STATES or is_place(passage, begin, start))
    if word in words("given_names.csv") and looks_foreign(kind) and not is_building(passage, start):
        return False  # 로버트 파크
    return len(kind) >= 2 or (
        passage.tags[start] in ("NNG", "NNB", "NNP") and kind not in ("군", "구", "면", "리", "동", "만")
    )


def noun_run(passage: Passage, i: int, first: int) -> int:
    """Index at which the nouns before morpheme ``i`` begin, not going beyond a person or a word that no name contains."""
    at = i
    while at > first and not _ends_names(passage, at - 1):
        at -= 1
    while at < i and passage.tags[at] in ("SO", "SW", "SP", "NNB"):
        at += 1
    return at


def _ends_names(passage: Passage, i: int) -> bool:
    word = passage.words[i]
    if word in _JOINABLE and passage.glued(i + 1):
        return False  # 세계선수권대회
    if word in words("state_pairs.csv"):
        return not passage.glued(i + 1)  # 한중친선협회
    if word in words("phrase_breaks.csv"):
        return True
    return _is_person(passage, i)


def _is_person(passage: Passage, i: int) -> bool:
    """Whether a proper noun is a listed person or has the shape of a Korean full name."""
    word = passage.words[i]
    if passage.tags[i] != "NNP":
        return False
    listed = passage.names.get(word)
    return listed.label == "PS" if listed else len(word) == 3 and is_common_name(word) and word[-1] != "동"


def year_before(passage: Passage, at: int) -> int:
    """Where a year begins that stands right before an offset (``2012년 하계 올림픽``); -1 when there is none."""
    match = _YEAR.search(passage.text[max(0, at - 9) : at])
    return at - len(match.group()) if match else -1


def with_year(passage: Passage, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Games, elections and the like with the year that belongs to their name: ``2010년 FIFA 월드컵``."""
    table_of_kinds = kind_nouns()
    for candidate in found:
        if candidate.label not in ("EV", "LC"):
            continue
        text = passage.text[candidate.start : candidate.end].replace(" ", "")
        dated = any(table_of_kinds.get(text[-n:], ("", ""))[1] == "year" for n in range(2, 6))
        blank = (
            passage.text[candidate.start - 1 : candidate.start] == " "
        )  # 1985년|칸 영화제: the link began behind the year
        year = year_before(passage, candidate.start) if dated and blank and not _ORDINAL.match(text) else -1
        if year >= 0 and not passage.text.endswith(("지난 ", "이듬해", "오는 "), 0, year):
            yield candidate._replace(start=year, rule="name with year", name="")


_ORDINAL = re.compile(r"제|\d{1,3}[대회차]")


def lone_with_year(passage: Passage) -> Iterator[Candidate]:
    """``1985년 총선``, ``1577년 대혜성``: a kind noun that its year alone makes a name."""
    table_of_kinds = kind_nouns()
    for first, _ in passage.phrases:
        word = passage.words[first]
        if table_of_kinds.get(word, ("", ""))[1] == "year":
            year = year_before(passage, passage.morphemes[first].start)
            if year >= 0:
                yield Candidate(year, passage.morphemes[first].end, table_of_kinds[word][0], "name with year")
        elif word == "전쟁" and (match := _SPAN_OF_WAR.search(_just_before(passage, first))):
            start = passage.morphemes[first].start - len(match.group())
            yield Candidate(start, passage.morphemes[first].end, "EV", "name with year")  # 80년 전쟁


def _just_before(passage: Passage, i: int) -> str:
    start = passage.morphemes[i].start
    return passage.text[max(0, start - 8) : start]


def series(passage: Passage) -> Iterator[Candidate]:
    """A name with its number: ``스푸트니크 1호``, ``소유스 TM-32``; a ship by ``호``: ``챌린저 호``."""
    for first, stop in passage.phrases:
        for i in range(first + 1, stop):
            if passage.words[i] == "호" and passage.tags[i] in ("NNB", "NNG"):
                if passage.words[i + 1] in ("골", "홈런", "안타", "도루"):
                    continue  # 프리미어리그 15호 골
                begin = _coined_craft(passage, i - 1, first)
                if begin < i - 1:
                    yield Candidate(*passage.span(begin, i + 1), "AF", "series")
                    continue
                begin = name_run(passage, i, first)
                swallowed = begin < i and _is_swallowed(passage, begin - 1)
                named = begin == i - 1 and passage.glued(i) and is_korean_name(passage.words[begin] + "호")
                if begin < i and name_like(passage, begin) and not named:  # 조면|호
                    yield Candidate(*passage.span(begin - swallowed, i + 1), "AF", "series")
                elif _is_glossed_craft(passage, i, first):
                    yield Candidate(*passage.span(i - 2, i + 1), "AF", "series")
            elif _is_ship(passage, i):
                begin = i
                while begin > first and not passage.glued(begin) and looks_foreign(passage.words[begin - 1]):
                    begin -= 1
                if begin < i:
                    yield Candidate(*passage.span(begin, i + 1), "AF", "series")


def _is_swallowed(passage: Passage, i: int) -> bool:
    """Whether a syllable between a common noun and a foreign word begins the name: ``살/VV`` of 정거장|살류트."""
    cut = i > 0 and passage.tags[i] in _CUT_OFF and len(passage.words[i]) == 1
    glued = passage.glued(i) and passage.glued(i + 1) and passage.tags[i - 1] == "NNG"
    return cut and glued and looks_foreign(passage.words[i + 1])


_IN_OTHER_LETTERS = re.compile(r" ?[(（](?:[가-힣]{1,5}어: ?)?(?:[A-Z][A-Za-z-]+ ?\d|[\u4e00-\u9fff]{2,6}號)")


def _is_glossed_craft(passage: Passage, i: int, first: int) -> bool:
    """Whether a common noun and a number before ``호`` are a name that a bracket spells: ``보이저 1호(Voyager 1)``."""
    numbered = i - 2 >= first and passage.tags[i - 1] == "SN" and passage.tags[i - 2] == "NNG"
    return numbered and _IN_OTHER_LETTERS.match(passage.text, passage.ends[i]) is not None


def _is_ship(passage: Passage, i: int) -> bool:
    """Whether a foreign word that the analyser takes whole ends in 호: ``엠프레스호``."""
    word = passage.words[i]
    foreign = word[-1] == "호" and len(word) > _SHIP and passage.tags[i] == "NNP" and looks_foreign(word[:-1])
    return foreign and passage.tags[i + 1][:1] in ("J", "S")


_SHIP = 2  # syllables


def _coined_craft(passage: Passage, number: int, first: int) -> int:
    """Where a name of common nouns begins that a craft's kind ends, before its number: ``차세대중형위성 3호``; else the number."""
    if number - 1 <= first or passage.tags[number] != "SN":
        return number
    kinds_of_last = kinds_at_end(passage.words[number - 1])
    craft = any(kind_nouns()[kind][0] == "AF" for kind in kinds_of_last)
    head = _eojeol_head(passage, number - 1, first)
    return head if craft and number - head > 1 and passage.tags[head] == "NNG" else number


_VESSEL = re.compile(
    r"(?:[가-힣]선|선박|경비함|구축함|호위함|초계함|잠수함|잠수정|순양함|군함|경비정|고속정|어업지도선|낚싯배|나룻배|요트|함정) "
    r"([가-힣]{1,6}호)(?=[가는를의와에]|에서|로 |[ ,(])"
)


def vessels(passage: Passage) -> Iterator[Candidate]:
    """Ships behind the noun of their kind, however the analyser cuts their names: ``어선 청보호``."""
    for match in _VESSEL.finditer(passage.text) if "호" in passage.text else ():
        if passage.is_boundary(match.start(1)) and passage.is_boundary(match.end(1)):
            yield Candidate(*match.span(1), "AF", "series")


def codes(passage: Passage) -> Iterator[Candidate]:
    """Letters and digits with a hyphen: ``R-7``, ``MiG-15``, ``H-IIB``; a name before belongs to them (``소유스 TM-32``)."""
    for match in _CODE.finditer(passage.text):
        start, end = match.span()
        i = passage.index_at(start)
        if not (passage.is_boundary(start) and passage.is_boundary(end)):
            continue
        first, _ = passage.phrase_at(i)
        before = i - 1
        lettered = match.group()[:3].isalpha()  # HBM2E
        if "-" not in match.group() and not lettered and not (before >= first and passage.tags[before] == "NNP"):
            continue
        if before >= first and passage.tags[before] == "NNP" and not is_place(passage, before, i):
            start = passage.morphemes[before].start
        elif before >= 0 and passage.tags[before] == "SN" and passage.glued(i) and lettered:
            start = passage.starts[before]  # 10BASE-T
        yield Candidate(start, end, "AF", "code")


_RISING = re.compile(r"(?<![가-힣])[가-힣]{2,5}의 ?(?:난|변|옥사)(?=[을이은가는를에의로으도,.과와) ]|$)")
_REPUBLIC = re.compile(r"제\s?\d{1,2}\s?(?:공화국|제국)(?![가-힣]{2})")


def risings(passage: Passage) -> Iterator[Candidate]:
    """Risings by their leader, ``이시애의 난``; republics by their number, ``제3공화국``."""
    for match in _RISING.finditer(passage.text):
        i = passage.index_at(match.start())
        listed = passage.names.get(match.group().partition("의")[0])
        if listed is not None and listed.label == "LC":
            continue  # 한국의 난을 길렀다
        if passage.tags[i] == "NNP" or is_korean_name(match.group().partition("의 ")[0]):
            yield Candidate(_forename(passage, i, match.start()), match.end(), "EV", "kind: 난")
    for match in _REPUBLIC.finditer(passage.text):
        yield Candidate(*match.span(), "LC", "series")


def _forename(passage: Passage, i: int, start: int) -> int:
    """Where a foreign full name begins that ends with the word at ``start``, in morpheme ``i``: ``와트`` of ``와트 타일러``."""
    if passage.starts[i] < start:
        return passage.starts[i]
    foreign = is_in_foreign_names(passage.words[i - 1])
    return passage.starts[i - 1] if foreign and not passage.glued(i) and looks_foreign(passage.words[i]) else start


_LINE = re.compile(
    r"(?:(?:지하철|도시철도|전철|광역전철|경전철) ?\d{1,2}|(?:고속국도|국도|지방도) ?(?:제 ?)?\d{1,4})호선"
    r"|(?<![\d.])\d{1,4}번 ?(?:국도|지방도)"
)
_UNIT = re.compile(
    r"(?<![가-힣A-Za-z\d])(?:[미영] ?제?\d{1,3} ?(?:군|사단|공군|비행단)|[미영소독일] ?제?\d{1,3} ?(?:함대|군단|여단)"
    r"|제\d{1,3}군(?=[은는이가을를의에과와 ,.)])|제 ?\d{1,2} ?[동서남북]부군"
    r"|(?:(?:육군|해군|공군|해병대) )?제 ?\d{1,3} ?(?:(?:보병|기병|산악|기갑|포병|공수|해병|근위|전차|기계화"
    r"|특수|전투|항공|야전|혼성|향토|동원|수색|정찰|공병) ?){0,2}"
    r"(?:사단|연대|여단|대대|군단|비행단|비행대대|전투비행전대))(?![가-힣]{3})"
    r"|(?<![가-힣A-Za-z\d,])\d{1,3}(?:사단|연대|여단|대대|군단|함대|비행단)(?=[은는이가을를의에과와 ,.)]|에서|로 )"
)
_ARMED = re.compile(r"\d ?(?:군|공군|함대|[동서남북]부군)|사단|연대|여단|대대|군단|비행단")
_OF_NATIONS = re.compile(
    r"(?<![가-힣\d])\d{1,2}개국 ?(?:조약|협약|협정|협상|동맹)(?![가-힣]{3}| (?:당사국|체결국|회원국|가입국))"
)
_DAY_AGREED = re.compile(
    r"(?<![\d.])(?:1[0-2]|[1-9])[.·](?:3[01]|[12]\d|[1-9]) ?(?:남북 ?)?(?:공동성명|공동선언|합의|성명|조치|담화)(?![가-힣]{3})"
)
_AGREED = ("공동", "합의", "성명", "조치", "담화")
_DEEDS = ("정벌", "원정", "침공", "침략", "북벌", "봉기", "총파업", "왕자의 난")
_NTH_DEED = re.compile(
    rf"(?:제\s?)?\d{{1,2}}차 (?:[가-힣]{{2,8}} ){{0,2}}(?:{'|'.join(_DEEDS)})(?=[은는이가을를의에과와 ,.()]|$)"
)
_DAY_NAMED = re.compile(
    r"[1-9](?<![\d.].)(?<!율 .)(?<!점 .)(?:(?<=1)[0-2])?[.·](?:3[01]|[12]\d|[1-9]) ?"
    r"(?:(?:\d{1,2}대 )?(?:총선|대선|재보궐선거|보궐선거|재보선|지방선거|전당대회)|(?:[가-힣]{1,4} ?)?"
    r"(?:항쟁|쿠데타|정변|혁명|운동|의거|사태|봉기|학살|선언|사건|테러|참사|부정선거))"
)
_WAR_OF_TWO = re.compile(
    r"(?<![가-힣·])[러일청미영독불중소인프보터한][·ㆍ][러일청미영독불중소인프보터한] ?전쟁(?![가-힣]{2})"
)
_ACTS = ("조치", "결의", "칙령", "포고", "훈령", "명령", "법률", "법령", "조례", "고시", "총령", "부령")
_ACT = re.compile(
    r"(?:조치|결의안|결의|칙령|포고령|포고|훈령|명령|법률|법령|조례|(?<!법)(?<!행정)(?<!외무)고시|총령|부령)"
    r" ?제? ?\d{1,5}호(?![가-힣]{3}|[선기실점])"
)
_WORKS = (
    "교향곡", "협주곡", "소나타", "사중주", "오중주", "삼중주", "3중주", "4중주", "5중주", "연습곡", "전주곡", "모음곡", "환상곡",
    "야상곡", "녹턴", "랩소디", "광시곡", "왈츠", "발라드", "폴로네즈", "칸타타",
)  # fmt: skip
_OPUS = re.compile(
    r"(?<![가-힣])(?:(?:피아노|바이올린|첼로|비올라|클라리넷|호른|트럼펫|플루트|오보에|하프|현악|관현악|무반주) ?)?"
    rf"(?:{'|'.join(_WORKS)})"
    r" ?제? ?\d{1,3}번(?! ?(?:씩|이나|째|만에))(?: [가-힣]{1,2}(?:장조|단조))?"
)
_DAYS_ALONE = ("6·25", "4·19", "5·16", "5·18", "12·12", "10·26", "6.25", "4.19", "5.16", "5.18", "12.12", "10.26")
# 6·25 때: the war that began on that day.
_DAY_ALONE = re.compile(
    rf"(?<![\d·.])(?:{'|'.join(map(re.escape, _DAYS_ALONE))})(?= ?(?:때|직후|직전|전후|당시|이후|와중))"
)
_DIVIDED = re.compile(r"(?<![가-힣\d])[1-7]부 ?리그(?: [A-C](?![A-Za-z]))?")


def numbered(passage: Passage) -> Iterator[Candidate]:
    """Lines, army units and acts by their numbers, votes and risings by their days: ``서울 지하철 2호선``, ``미 7함대``.

    And ``긴급조치 9호``, ``4·7 재보궐선거``, ``피아노 협주곡 1번``.
    """
    text = passage.text
    patterns = (
        (_LINE if "호선" in text or "국도" in text or "지방도" in text else None, "AF"),
        (_UNIT if _ARMED.search(text) else None, "OG"),
        (_DAY_NAMED, "EV"),
        (_DAY_ALONE if any(day in text for day in _DAYS_ALONE) else None, "EV"),
        (_DAY_AGREED if any(word in text for word in _AGREED) else None, "CV"),
        (_NTH_DEED if any(deed in text for deed in _DEEDS) else None, "EV"),
        (_OF_NATIONS if "개국" in text else None, "CV"),
        (_ACT if any(act in text for act in _ACTS) else None, "CV"),
        (_WAR_OF_TWO if "전쟁" in text else None, "EV"),
        (_OPUS if any(work in text for work in _WORKS) else None, "AF"),
    )
    for pattern, label in patterns:
        for match in pattern.finditer(text) if pattern else ():
            start, end = match.span()
            i = passage.index_at(start)
            if pattern is _LINE and is_place(passage, i - 1, i):
                start = passage.starts[i - 1]
            elif pattern is _ACT:
                while i > 0 and passage.glued(i) and passage.tags[i - 1][:2] in ("NN", "XP"):
                    i -= 1  # 대통령긴급|조치, not 요구하는|결의
                start = passage.starts[i]
            elif pattern is _UNIT and (army := _ARMY_BEFORE.search(text, max(0, start - _LONGEST_ARMY), start)):
                start = _of_army(passage, army, start)
            if passage.is_boundary(start) and passage.is_boundary(end):
                yield Candidate(start, end, label, "series")


_ARMY_BEFORE = re.compile(r"(?<![가-힣])((?:[가-힣]{2,8} )?[가-힣]{1,8})군 $")
_LONGEST_ARMY = 20


def _of_army(passage: Passage, army: re.Match[str], start: int) -> int:
    """Where the name of a unit begins with the state's army that it is of: ``영국군 제29사단``, ``오스만 제국군 제19사단``."""
    states, name = passage.names.states, army.group(1)
    last = name.rpartition(" ")[2]
    empire = name.endswith(("제국", "왕국", "공화국")) and passage.names.get(name) is not None
    begin = (
        army.start(1)
        if name in states or empire
        else army.end(1) - len(last)
        if last in states or last == "미"
        else start
    )
    return begin if passage.is_boundary(begin) else start


def leagues(passage: Passage) -> Iterator[Candidate]:
    """Leagues by their number, where it is told whose: ``잉글랜드 1부 리그``, not a bare ``2부 리그``."""
    for match in _DIVIDED.finditer(passage.text) if "리그" in passage.text else ():
        i = passage.index_at(match.start()) - 1
        if i >= 0 and passage.tags[i] == "NNP" and passage.is_boundary(match.end()):
            yield Candidate(passage.starts[i], match.end(), "OG", "series")


_HOUSES = frozenset({"아파트", "맨션"})
_COMPLEX = re.compile(r"(?<![가-힣\d-])([가-힣\d-]{2,12})아파트(?=[은는이가을를의에과와도,.() ]|에서|으로|$)")
_RANKS = frozenset(("책임", "선임", "수석", "전임", "주임", "객원", "초빙", "상임"))  # of researchers
_SORTS_OF_HOUSES = re.compile(
    r"(?:고층|저층|시민|외인|임대|분양|주공|시범|신축|노후|재건축|재개발|주상복합|고급|호화|서민|민간|민영|국민|공공|소형|중형|대형|일반|평형|상가"
    r"|단지|연립|도시|전원|직원|사원|군인|새|첫|우리|해당|인근|주변|지역|지방|서울|수도권|전국|강남|강북|부산|대구|인천|광주|대전|울산|세종"
    r"|[가-힣](?:형|식|급|층|평|짜리)) ?$"
)
_BRANDS = frozenset({"현대", "삼성", "한양", "우성", "대림", "주공", "시범"})  # many have it: only with the quarter


def complexes(passage: Passage) -> Iterator[Candidate]:
    """Blocks of flats, with the quarter before them: ``개포주공아파트``, ``압구정동 현대아파트``, not ``고층아파트``."""
    for match in _COMPLEX.finditer(passage.text) if "아파트" in passage.text else ():
        i = passage.index_at(match.start())
        nouns = all(tag[:1] in "NXS" for tag in passage.tags[i : passage.index_at(match.end(1))])
        if not nouns or not passage.is_boundary(match.end()):
            continue
        name = match.group(1)
        if is_place(passage, i - 1, i) and not passage.glued(i):
            if name in _BRANDS or not _SORTS_OF_HOUSES.search(name):
                yield Candidate(passage.starts[i - 1], match.end(), "LC", "kind: 아파트")
        elif name not in _BRANDS and passage.tags[i] == "NNP":
            yield Candidate(*match.span(), "LC", "kind: 아파트")


_POLITICS = re.compile(
    "정당|총선|선거|의석|득표|국회|의회|의원|창당|여당|야당|당수|당대표|연립|내각|공천|공산당|민주당|정권"
)
_SHORTEST_PARTY = 3


def parties(passage: Passage) -> Iterator[Candidate]:
    """Parties by 당 in a sentence of politics: ``전진당``, not the halls and pen names that end so, too (``여유당``)."""
    for i, word in enumerate(passage.words):
        if word[-1:] != "당" or passage.tags[i] != "NNP" or len(word) < _SHORTEST_PARTY or word in common_nouns():
            continue
        sentence = passage.reading.sentence_at(passage.starts[i])
        around = [(sentence.start, passage.starts[i]), (passage.ends[i], sentence.end)]
        if any(_POLITICS.search(passage.text, *place) for place in around):
            yield Candidate(*passage.span(i, i + 1), "OG", "kind: 당")


_SPORTS = frozenset({"농구", "축구", "야구", "배구", "하키", "핸드볼", "미식축구", "리그", "구단", "프로팀"})


def clubs(passage: Passage) -> Iterator[Candidate]:
    """Clubs by their town and a foreign noun after their sport: ``프로축구 전주 타이탄즈``."""
    for i in passage.places(_SPORTS):
        if is_place(passage, i + 1, i + 2) and not passage.glued(i + 1) and not passage.glued(i + 2):
            word, tag = passage.words[i + 2], passage.tags[i + 2]
            named = tag in ("NNP", "NNG") and looks_foreign(word) and not title_place(word)
            if named and passage.tags[i + 3][:1] in ("J", "S"):
                yield Candidate(*passage.span(i + 1, i + 3), "OG", "kind: 구단")
