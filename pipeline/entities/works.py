"""Evidence of marks: titles of works between their marks or quoted after their kind, quoted titles of honour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.entities.passage import NOUNS, Candidate, Passage
from pipeline.entities.vocabulary import contexts

_MARKED_TITLE = re.compile(
    r"(?:[《〈『「]|<(?=[^<>\n]*[가-힣])(?![^<>\n]*다\. ))([^《〈『「》〉』」<>\n]{1,60})[》〉』」>]"
)
_GLOSSED = re.compile(r"([^()]{2,40}?) ?\(([^()]{2,50})\)$")  # a title with its original in brackets
_QUOTED = re.compile(r"['‘`\"“]([^'’`\"”‘“\n]{1,40})(?<!만세)['’`\"”]")


def titles(passage: Passage) -> Iterator[Candidate]:
    """Works by the marks around their titles: ``《종의 기원》``, ``영화 '기생충'``."""
    kinds_of_works = works()
    for match in _MARKED_TITLE.finditer(passage.text):
        listed = passage.names.get(match.group(1))
        if listed is not None and listed.label in ("AF", "OG"):
            yield Candidate(*match.span(1), listed.label, "title marks", listed.name)
        else:
            label = "OG" if _is_periodical(passage, match) else "CV" if _is_law_title(match.group(1)) else "AF"
            lead = passage.text[max(0, match.start() - _KIND_REACH) : match.start()].rstrip()
            named = _GATHERING.search(match.group(1)) and not lead.endswith(tuple(kinds_of_works))
            label = "EV" if named or _GATHERING.search(lead) else label
            yield from _titled(match, label, "title marks", match.group(1))
    quoted = list(_QUOTED.finditer(passage.text))
    for match in quoted:
        before = passage.words[passage.index_at(match.start()) - 1]
        lead_in = passage.text, max(0, match.start() - _KIND_REACH), match.start()
        said = match.group(1).endswith((".", "다", "요", "?", "!"))
        told = _PERIODICALS if said or _MAKING.match(passage.text, match.end()) else _BODIES
        if told.search(*lead_in):
            yield Candidate(*match.span(1), "OG", "quoted title")
        elif _SHOW.search(*lead_in) or (not said and _EXERCISE.match(passage.text, match.end())):
            yield Candidate(*match.span(1), "EV", "quoted title")
        elif _BY_MAKER.search(*lead_in) or ((before in kinds_of_works or _ALBUM.search(*lead_in)) and not said):
            yield from _titled(match, "AF", "quoted title", "")
        elif not said and contexts().get((before, "before")) in ("AF", "EV") and _NAME.fullmatch(match.group(1)):
            yield Candidate(*match.span(1), contexts()[before, "before"], "quoted title")
        elif _HAPPENING.search(match.group(1)) and not _SAID.match(passage.text, match.end()):
            yield Candidate(*match.span(1), "EV", "quoted title")
        elif not said and _OF_MAKER.search(*lead_in):
            if _is_about_works(passage, match.start()):
                yield Candidate(*match.span(1), "AF", "quoted title")
        elif not said and _IN_KIND.match(passage.text, match.end()) and _is_about_works(passage, match.start()):
            yield from _titled(match, "AF", "quoted title", "")
        elif not said and _PRIZE.search(match.group(1)) and _GIVEN.search(passage.text, match.end(), match.end() + 40):
            yield Candidate(*match.span(1), "CV", "quoted title")
        elif statute := _STATUTE.match(match.group(1)):
            yield Candidate(match.start(1), match.start(1) + statute.end(1), "CV", "quoted title")
        elif not said and _is_among_treasures(passage, match):
            yield Candidate(*match.span(1), "AF", "quoted title")
        elif _PLAYED.match(passage.text, match.end()) and _PART.fullmatch(match.group(1)):
            yield Candidate(*match.span(1), "PS", "quoted title")
    yield from _made(passage, quoted)


def _titled(match: re.Match[str], label: str, rule: str, name: str) -> Iterator[Candidate]:
    """What stands between marks as a title; where it has its original in brackets, both: ``〈봄날(Spring Day)〉``."""
    if glossed := _GLOSSED.match(match.string, *match.span(1)):
        yield from (Candidate(*glossed.span(k), label, rule, glossed.group(1)) for k in (1, 2))
    else:
        yield Candidate(*match.span(1), label, rule, name)


_GATHERING = re.compile(r"(?:콘서트|페스티벌|쇼케이스|팬미팅|시상식)$")
# 리틀 록 고등학교 사건, 자유를 위한 행진: quoted names of several words that end in a happening's kind.
_HAPPENING = re.compile(
    r"^(?!(?:우리|이것|그것|저것|이게|[가-힣]+[은는]) )"
    r"[가-힣\d].* ?[^ ]+ (?:사건|행진|참사|사태|혁명|봉기|항쟁|학살|폭동|페스티벌"
    r"|축제|콘서트|박람회|전시회|선발대회|경연대회|콩쿠르|공모전|가요제|영화제)$"
    r"|^(?:제 ?\d{1,3}[회차]|(?:19|20)\d\d년?) [가-힣A-Za-z\d ·&-]{1,28}(?:축제|페스티벌|페스타|박람회|엑스포|영화제|음악제|연극제"
    r"|문화제|예술제|도서전|비엔날레|트리엔날레|마라톤|포럼|콘퍼런스|컨퍼런스|심포지엄|콘서트|가요제|체전|한마당|서밋|어워즈|시상식|대회|공모전"
    r"|챔피언십|특별전|기획전)$"
)


# '버터' 한 곡, '퍼미션 투 댄스' 등 싱글, `당신만이 내 사랑` 66회
_IN_KIND = re.compile(
    r"(?:\([^()]{2,40}\))?(?: 한 곡| 등(?:의)? (?:싱글|곡|노래|영화|드라마|소설|작품|음반)| \d{1,3}[회화](?![가-힣]{2}))"
)
_STATUTE = re.compile(r"(.{2,40}에 관한 (?:법률|특별법|특례법))(?: ?(?:일부|전부)?개정안| ?제정안|안)?$")
_TREASURES = re.compile(r"국보|보물|문화재|유물|괘불|불상|고서|서화|출품작")
_LISTED_TREASURE = re.compile(r"(?:, ?['‘“]| 등|(?:은|는|을|를|이|가|도|과|와)(?![가-힣]))")


def _is_among_treasures(passage: Passage, title: re.Match[str]) -> bool:
    """Whether a quoted name stands in a sentence about treasures: ``보물 ‘신윤복 필 미인도’, …``."""
    sentence = passage.reading.sentence_at(title.start())
    told = _TREASURES.search(passage.text, sentence.start, sentence.end) is not None
    return told and _LISTED_TREASURE.match(passage.text, title.end()) is not None


_SHOW = re.compile(
    r"(?:특별전|기획전|전시회|개인전|회고전|사진전|초대전|유작전|순회전|박람회) ?$"
)  # 특별전 ‘산, 빛으로 서다’
_EXERCISE = re.compile(r" ?(?:연합 ?|합동 ?)?(?:연습|훈련|작전)(?![가-힣]{3})")  # ‘을지 자유의 방패’ 연습
_PRIZE = re.compile(r"[가-힣]{2,}상$")
_GIVEN = re.compile(r"수상|받[았은는]|수여|시상|주어")
_NAME = re.compile(r"[가-힣A-Za-z\d-]{2,10}(?: [가-힣A-Za-z\d-]{1,8}){0,2}")  # 태풍 '카눈'
_SAID = re.compile("이?라[고며면]")
_ALBUM = re.compile(r"\d집 ?$")


def _made(passage: Passage, quoted: Iterable[re.Match[str]]) -> Iterator[Candidate]:
    """Quoted titles of what someone makes or plays, each in a list of them: ``‘푸른 언덕’과 ‘밤의 강’을 작곡했다``."""
    text = passage.text
    listed: list[re.Match[str]] = []
    for match in quoted:
        if listed and not _BETWEEN_TITLES.fullmatch(text, listed[-1].end(), match.start()):
            listed = []
        listed.append(match)
        made = _MAKING.match(text, match.end())
        if made and not match.group(1).endswith((".", "?", "!")):
            yield from (Candidate(*title.span(1), "AF", "quoted title") for title in listed)
            listed = []


def _is_periodical(passage: Passage, title: re.Match[str]) -> bool:
    """Whether a marked title is a newspaper's or journal's: by its own kind, the kind before it or what appears in it."""
    before = passage.text[max(0, title.start() - _KIND_REACH) : title.start()]
    after = passage.text[title.end() : title.end() + _KIND_REACH]
    return bool(_PERIODICAL.search(title.group(1)) or _PERIODICALS.search(before) or _APPEARS.match(after))


_KIND_REACH = 16
_BETWEEN_TITLES = re.compile(r"(?:,|·|[와과]|및| 및)? ?(?:[가-힣A-Za-z\d&]{1,8}의? ?)?")
_MAKING = re.compile(
    r"(?: 등)?(?: ?같은 (?:곡|노래|작품)들?)?(?:의 (?:곡|노래))?(?:이?라는 (?:곡|노래|작품))?"
    r"(?:[을를] (?:[가-힣]{2,4}하고 )?(?:작곡|작사|편곡|발매|집필|저술|출간|펴내|펴냈|펴낸|불렀|부른|부르며|연출|번역|각색|리메이크|초연)"
    r"|(?:로|으로|에|에서) (?:[가-힣]{2,4} )?(?:데뷔|출연|주연|열연)|[이가] (?:방영|개봉|상영|초연|연재|발매|수록)"
    r"| 등이? [가-힣]{2,5}의 작품| 등 (?:총 )?(?:\d{1,2}(?:개|곡|편)? ?)?(?:트랙|수록곡|곡[이을은]|노래))"
)
_PERIODICAL = re.compile(
    r"(?:신문|일보|신보|시보|저널|잡지|월간|주간|타임스|타임즈|포스트|헤럴드|매거진|리뷰|회보|학보)$"
)
_LAW_TITLE = re.compile(
    r"(?:법|법률|법규|법령|규정|규칙|조례|시행령|관리(?:임시)?방법|심사기준|통지|통고|지침|강령|헌장|협약|조약|협정|맞춤법 통일안)$"
)
_PERIODICALS = re.compile(r"(?:신문|잡지|일간지|주간지|월간지|계간지|학술지|문예지|기관지|동인지|학회지|저널) ?$")
_BODIES = re.compile(
    rf"{_PERIODICALS.pattern}|(?<![가-힣])(?:밴드|그룹|걸그룹|보이그룹|듀오|트리오|극단|악단|무용단|합창단|팬클럽|출판사|기획사|스타트업"
    r"|혼성그룹|록밴드|인디밴드|프로젝트 ?팀) ?$"
)
_BY_MAKER = re.compile(
    r"(?:감독|작가|소설가|시인|화가|가수|작곡가|밴드|극작가|안무가|조각가)의 (?:신작|대표작|데뷔작|장편|단편)? ?$"
)
_OF_MAKER = re.compile(r"(?<![가-힣])[가-힣A-Za-z\d]{1,8}의 $")  # 에이트의 ‘심장이 없어’
_PLAYED = re.compile(r" ?(?:역|역할|배역|캐릭터)(?:을|를|으로|로|에|의|이|은|는|[,. ])")
_PART = re.compile(r"[가-힣]{2,4}(?: [가-힣]{2,4})?")
_WORKS = re.compile(
    r"작곡|작사|노래|곡[을은이으]|수록|앨범|음반|소설|시집|희곡|영화|드라마|뮤지컬|불렀|부른|작품|출연|주연|연속극|방영|방송|시청률|싱글|트랙"
)


def _is_about_works(passage: Passage, at: int) -> bool:
    """Whether the sentence at an offset speaks of songs, books or films."""
    sentence = passage.reading.sentence_at(at)
    return _WORKS.search(passage.text, sentence.start, sentence.end) is not None


_APPEARS = re.compile(
    r"(?:에|에는|에서) (?:[가-힣]+ )?(?:발표|게재|실린|실렸|실었|실은|싣|연재|기고|투고|보도)"
    r"|[가이은는] (?:[가-힣\d]+ ){0,2}(?:보도|폐간|창간|정간)|[은는이가의]? ?(?:기자|편집장|편집인|창간호|신춘문예|현상문예|공모)"
    r"| (?:장편|단편|중편)?소설 공모"
)
_LISTED_BEFORE = re.compile(r"['‘\"“]([^'’\"”‘“\n]{2,40})['’\"”](?:, ?|와 |과 |및 )$")
_FAR = 200  # a list of honours before the verb is no longer
_HONOUR = re.compile(
    r"['‘\"“]([^'’\"”‘“\n]{2,40})['’\"”] ?"
    r"(?:(?:으로|로|에|에도|을|를) ?(?:선정|뽑|수상|올랐|꼽)|(?:상|부문)(?=[을를에의이과와,. ]))"
)


def honours(passage: Passage) -> Iterator[Candidate]:
    """Quoted titles of honour that someone is given: ``‘올해의 선수’로 선정되었다``, ``'Best Game' 상을``; lists share the verb."""
    for match in _HONOUR.finditer(passage.text):
        yield Candidate(*match.span(1), "CV", "quoted title")
        begin = max(0, match.start() - _FAR)
        before = passage.text[begin : match.start()]
        while listed := _LISTED_BEFORE.search(before):
            yield Candidate(begin + listed.start(1), begin + listed.end(1), "CV", "quoted title")
            before = before[: listed.start()]


_LAW = re.compile(
    r"(?<![가-힣])[가-힣]{1,20}법(?=\([\u4e00-\u9fff]{1,12}法\)|\((?:1\d|20)\d\d년?(?: ?[-~–] ?\d{2,4}년?)?\))"
    r"|(?<=['‘“「])[가-힣 ]{2,20}법(?=['’”」])"
)
_LAW_END = re.compile("법[('’”」]")
_NO_LAW = re.compile(r"(?:방|용|기|수|문|어|화|요|창|공|작|사용|치료|표기|계산|조리|제조|운전|대화|독서|공부|생활)법$")


_LAW_IN_USE = re.compile(
    r"(?<![가-힣])[가-힣]{2,12}법(?= ?(?:위반|개정|제정|시행령|제\d{1,4}조|상의? )"
    r"|에 (?:따라|따르면|의해|의하면|의거|근거)|[을이] (?:개정|제정|공포|시행|통과|발효)|의 (?:적용|개정|제정|시행))"
)
_GENERIC_LAW = re.compile(
    r"(?:^.|관련|현행|특별|일반|국제|국내|관습|실정|자연|[불위합편입악율준탈무헌동]|개정|같은 ?|[이그])법$"
)


def laws(passage: Passage) -> Iterator[Candidate]:
    """Laws by their Hanja, their year or the marks around them: ``해상법(海商法)``, ``어음수표법(1995)``, ``‘증권법’``.

    Or by what is done with laws: ``선박안전법 위반``, ``산림법이 제정되었다``.
    """
    for match in _LAW.finditer(passage.text) if _LAW_END.search(passage.text) else ():
        if not _NO_LAW.search(match.group()):
            yield Candidate(*match.span(), "CV", "quoted title")
    for match in _LAW_IN_USE.finditer(passage.text) if "법" in passage.text else ():
        # 본회의를 열어|돌봄법 제정안을
        start = passage.begins_at(match.end() - 1, match.start(), lambda i: passage.tags[i] in NOUNS)
        law = passage.text[start : match.end()]
        if not _NO_LAW.search(law) and not _GENERIC_LAW.search(law):
            yield Candidate(start, match.end(), "CV", "law")


def _is_law_title(title: str) -> bool:
    """Whether a title is that of a law or regulation: ``중화인민공화국 광고법``, not ``글쓰기의 방법``."""
    return bool(_LAW_TITLE.search(title)) and not _NO_LAW.search(title) and len(title) >= _SHORTEST_LAW


_SHORTEST_LAW = 4


def works() -> frozenset[str]:
    """Kinds of works that stand before a quoted title: ``영화``, ``소설`` …"""
    return frozenset(word for (word, side), label in contexts().items() if side == "before" and label == "AF")
