"""Names that go on from a listed one: a state of old, its team, a prize's category, a product's model, a club by its town."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.vocabulary import common_nouns, is_in_foreign_names, looks_foreign, title_place, words

_OF_OLD = re.compile(r"(?<![가-힣])고대 ?$")
_LONGEST_AGE = 3


def states_of_old(passage: Passage, listed: Iterable[Candidate]) -> Iterator[Candidate]:
    """A listed state or region as it was of old: ``고대 이집트``; not a side of one (``동부 캐나다``)."""
    for candidate in listed:
        if candidate.label != "LC":
            continue
        age = _OF_OLD.search(passage.text, max(0, candidate.start - _LONGEST_AGE), candidate.start)
        if age is not None and passage.is_boundary(age.start()):
            yield candidate._replace(start=age.start(), rule="state of old", name="")


_TEAM = re.compile(
    r"(?: ?(?:남자|여자|남녀|U-?\d\d|축구|야구|농구|배구|핸드볼|하키|탁구|배드민턴|양궁|유도|수영|빙상|쇼트트랙|청소년|올림픽"
    r"|아이스하키|컬링))* ?(?:국가)?대표팀"
)


def national_teams(passage: Passage, listed: Iterable[Candidate]) -> Iterator[Candidate]:
    """A state's team: ``대한민국 여자 핸드볼 국가대표팀``, ``한국대표팀``."""
    for candidate in listed:
        if candidate.label == "LC" and (team := _TEAM.match(passage.text, candidate.end)):
            yield Candidate(candidate.start, team.end(), "OG", "national team")


_SPORT = re.compile(
    r"리그|경기|개막전|결승|시즌|이적|입단|득점|감독|선수|승점|강등|승격|[0-9]-[0-9]|골을|골[,(]|[을를] 기록|컵 |데뷔"
)
_PLAYS = re.compile(
    r"[와과]의 (?:[가-힣A-Z\d]+ ){0,3}[가-힣]*(?:경기|전|결승|계약|더비)(?=[에은는이가을를의과와,. ])"
    r"|[을를] 상대로|(?:으로|로) (?:[가-힣]+ )?(?:이적|임대)"
    r"|에 (?:[가-힣]+ )?입단|[와과] (?:[가-힣\d]+ )?(?:계약|재계약)|전에서|에서 (?:뛰|활약|방출)"
)
# What is said of clubs alone.
_JOINS = re.compile(
    r"(?:으로|로) (?:[가-힣]+ )?(?:이적|임대|옮[겨기긴]|합류)|에서 (?:프로 )?데뷔|에 (?:[가-힣]+ )?입단|에서 방출"
)
_OF_CLUB = re.compile(r"[가-힣]{2,5}\((?:\d{2}[·, ]{1,2})?$")
_STANDS_FOR_CLUB = re.compile(r"(?:은|는|이|가|의|와|과|을|를|에는|였고|였다)(?![가-힣])")


def towns_at_play(passage: Passage, listed: Iterable[Candidate]) -> Iterator[Candidate]:
    """Clubs by their town alone, where one sentence has it play: ``보르도와의 개막전``, ``몽펠리에는 결승에 진출했다``.

    Where the text names the club (``전북 현대``), its town stands for it in whatever is told of a match.
    """
    towns = [c for c in listed if c.label == "LC" and passage.text[c.start : c.end] not in passage.names.states]
    playing = {c for c in towns if _is_at_play(passage, c, _PLAYS)}
    clubs = {passage.text[c.start : c.end]: "" for c in playing}
    for body in listed:
        if body.label == "OG" and (club := _CLUB.fullmatch(passage.text, body.start, body.end)):
            clubs[club.group(1)] = body.name
    for candidate in towns if clubs else ():
        town = passage.text[candidate.start : candidate.end]
        if town not in clubs or _hosts(passage, candidate):
            continue
        if candidate in playing or _is_at_play(passage, candidate, _STANDS_FOR_CLUB):
            yield candidate._replace(label="OG", rule="club by its town", name=clubs[town])


_CLUB = re.compile(
    r"(?:FC ?)?([가-힣]{2,5})(?: (?!.*(?:(?<!현)대|대학|대학교|항공|은행|[시군구]청|병원|방송|신문|교향악단)$)[가-힣A-Z ]+)?"
)
_HOSTS = re.compile(r"열린 도시|개최|유치|경기장 (?:테러|건설|건립)")


def _hosts(passage: Passage, town: Candidate) -> bool:
    """Whether the sentence tells of the town itself, in which others play."""
    sentence = passage.reading.sentence_at(town.start)
    return _HOSTS.search(passage.text, sentence.start, sentence.end) is not None


def _is_at_play(passage: Passage, town: Candidate, behind: re.Pattern[str]) -> bool:
    """Whether what stands behind a town is said of clubs, in a sentence about a sport."""
    sentence = passage.reading.sentence_at(town.start)
    said = behind.match(passage.text, town.end, sentence.end) is not None
    if _OF_CLUB.search(passage.text, sentence.start, town.start) and passage.text[town.end : town.end + 1] == ")":
        said = True  # 기성용(스완지)은
    if said and _JOINS.match(passage.text, town.end, sentence.end):
        return True
    return said and len(_SPORT.findall(passage.text, sentence.start, sentence.end)) >= _SURE_SPORT


_SURE_SPORT = 2
_PRIZE_GIVEN = re.compile(r"(?:영화제|영화상|대상|시상식|어워드|어워즈|연극제|음악제|문학제|[가-힣]상)$")
_CATEGORY = re.compile(
    r" (?:[가-힣]{2,6}(?<![에고을를은는며와서]) ){0,2}[가-힣]{0,8}"
    r"(?:주연|조연|신인|작품|감독|각본|연기|인기|작가|음악|미술|촬영|편집|공로|최우수|우수"
    r"|가수|노래|음반|심사위원|선수)상"
    r"(?=[은는이가을를의에과와도,. ]|$)"
)


_OF_METAL = re.compile(r"(?<![가-힣])(?:황금|금|은|동)[가-힣]{1,3}상 $")  # 은곰상 심사위원대상
_BEST = re.compile(r"(?:최우수|우수|신인|올해의|특별|공로)$")


def prizes(passage: Passage, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """A prize with its category: ``청룡영화상 여우주연상``, ``KBS 연기대상 청소년 연기상``."""
    for candidate in found:
        given = candidate.label in ("CV", "EV") and _PRIZE_GIVEN.search(passage.text[candidate.start : candidate.end])
        begin = max(0, candidate.start - _LONGEST_COUNT)
        if candidate.label == "CV" and given and (metal := _OF_METAL.search(passage.text, begin, candidate.start)):
            yield candidate._replace(start=metal.start(), rule="prize", name="")
        if candidate.label == "CV" and given and (best := _BEST.search(passage.text, begin, candidate.start)):
            yield candidate._replace(start=best.start(), rule="prize", name="")
        if given and (category := _CATEGORY.match(passage.text, candidate.end)):
            yield Candidate(candidate.start, category.end(), "CV", "prize")


_STATUTE = re.compile(r"(?:법|법률|헌법|시행령|규칙|헌장|협약|조약)$")
_ARTICLE = re.compile(r" ?제? ?\d{1,4}조(?! ?[원여달])(?: ?제? ?\d{1,3}항)?(?![가-힣]{3})")


_CONSTITUTION = re.compile(rf"(?<![가-힣])헌법{_ARTICLE.pattern}")


def articles(passage: Passage, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """A statute with its article: ``형법 제125조``, ``헌법 10조``."""
    for candidate in found:
        if candidate.label == "CV" and _STATUTE.search(passage.text, candidate.start, candidate.end):
            if article := _ARTICLE.match(passage.text, candidate.end):
                yield candidate._replace(end=article.end(), rule="article", name="")
    for match in _CONSTITUTION.finditer(passage.text) if "헌법" in passage.text else ():
        yield Candidate(*match.span(), "CV", "article")


_STRETCH = re.compile(
    r"(?<![가-힣])([가-힣]{2,6}) ?[~∼～–] ?([가-힣]{2,6})(?= (?:구간|간 |노선|고속도로|철도|항로|복선|도로|국도|연장))"
)


def ends_of_lines(passage: Passage, listed: Iterable[Candidate]) -> Iterator[Candidate]:
    """The two ends of a line or road of which one is a listed place: ``남인천~송도 구간``."""
    places = {(c.start, c.end) for c in listed if c.label == "LC"}
    for match in _STRETCH.finditer(passage.text):
        spans = (match.span(1), match.span(2))
        if any(span in places for span in spans):
            yield from (Candidate(*span, "LC", "kind behind") for span in spans if span not in places)


_FACILITY = re.compile(
    r"(?:역|대교|터널|제?\d? ?공장|성당|분관|분원|신공항|나들목|분기점|휴게소|신도시|지하차도|(?:시|군|구|도)?청사"
    r"|눈?썰매장|정수장|소각장|소각시설|물류센터|물류단지|(?:국제)?(?:업무|금융|물류)지구|(?:재개발|택지|도시개발)지구"
    r"|(?:국가|지방|일반)?산업단지|(?:석유화학|화학|철강|조선)?단지|공단)"
    r"(?=[은는이가을를의에과와도,.() ]|에서|으로|로 |$)"
    r"| (?:제?\d ?공장|공장|분관|분원|나들목|분기점|신도시|(?:국가|지방|일반)?산업단지)(?=[은는이가을를의에과와도,.()]|에서|으로|로 |$)"
)


def facilities(passage: Passage, listed: Iterable[Candidate]) -> Iterator[Candidate]:
    """A place's factory, church or branch: ``울산공장``, ``앨라배마 공장``, ``경주분관``."""
    for candidate in listed:
        own = candidate.label == "LC" and passage.text[candidate.start : candidate.end] not in passage.names.states
        if own and (facility := _FACILITY.match(passage.text, candidate.end)):
            branch = facility.group().endswith(("분관", "분원"))  # of a museum, of an institute
            yield Candidate(candidate.start, facility.end(), "OG" if branch else "LC", "kind behind")


_TOWNSHIP = re.compile(r" ([가-힣]{1,3}읍|[가-힣]{2,3}[면동])(?=에서|으로|로 |에 |의 |[은는이가을를과와,.()·])")


def townships(passage: Passage, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Townships behind their town or county, however the analyser cuts them: ``화성시 향남읍``."""
    for candidate in found:
        if candidate.label != "LC" or passage.text[candidate.end - 1] not in "시군구":
            continue
        match = _TOWNSHIP.match(passage.text, candidate.end)
        if match is not None and match.group(1) not in common_nouns() and passage.is_boundary(match.end()):
            yield Candidate(*match.span(1), "LC", "kind behind")


_PART_OF_WORLD = re.compile(
    r"(?<![가-힣])(?:[동서남북중]|[동서][남북]|[남북][동서])(?:지중해|대서양|태평양|인도양|아프리카|아메리카|아시아|유럽|시베리아)"
    r"(?![가-힣]*[국인](?:[은는이가을를의에 ]|$))"
)
_WITH_REGION = re.compile(
    r"(?<![가-힣])한[-·‧–](?:[가-힣]{2,8}) ?(?:특별 ?)?(?:정상회의|장관회의|외교장관회의|경제협력포럼)"
)


_OF_NATION = re.compile(
    r"(?<![가-힣])(?:전국|한국|대한|국제|세계|범국민|전북|전남|경남|경북|충남|충북|경기|강원|제주|서울|부산|대구|광주|대전|울산)[가-힣]{3,14}"
    r"(?:총연합회|총연합|연합회|연합|협의회|연맹|운동본부|시민연대|공동행동|네트워크|노동조합|노조|교사모임|모임)"
    r"(?=[은는이가을를의에과와도,.() ]|에서|으로|로 |$)"
)


# Bridges and quarters by their numbers: 성수2교, 상계 3동.
_NTH = re.compile(
    r"(?<![가-힣])(?!아파트|빌라|건물|상가)[가-힣]{2,4}(?:\d{1,2}교| ?\d{1,2}동)"
    r"(?=[은는이가을를의에과와,.)]|에서| (?:밑|위|아래|부근|인근|주민|일대|[가-힣]{2,5}(?:센터|아파트))| ?['‘])"
)


_HALL_OF_FAME = re.compile(
    r"(?<![가-힣])(?:(?:로큰롤|야구|농구|축구|골프|테니스|배구|컨트리 음악|작곡가|[eE]스포츠|LPGA|세계 골프"
    r"|국제 수영|한국 야구|미국 야구|일본 야구|과학기술인|발명가|스포츠영웅) )?명예의 ?전당(?![가-힣]{2})"
)


_CUP = re.compile(
    r"(?<![가-힣])[가-힣]{2,5}(?<![선후재지분])배"
    r"(?= (?:결승|준결승|[48]강|16강|32강|본선|예선|대회|우승|전국|여자|남자|배구|축구|야구|농구|바둑|골프|국제))"
)
_EXHIBITION = re.compile(
    r"(?<![가-힣])(?!(?:개인|초대|단체|회고|기획|공모|작품|미술|전시|동인|졸업|그룹)전)"
    r"[가-힣]{1,4}전(?=에(?:서)? (?:입선|특선|입상|낙선|출품))"
)
_SCHOOL = re.compile(
    r"(?<![가-힣])[가-힣]{2,5}(?:고|여중|공대|의대|여대)(?=[를을] (?:나와|나온|거쳐|졸업|다니|마치|마친|중퇴)|에 (?:진학|입학|다니))"
)
# Each with its label and the tag of the word that it begins with, "" for any.
_BY_SHAPE = (
    (_HALL_OF_FAME, "OG", ""),
    (_NTH, "LC", "NNP"),
    (_PART_OF_WORLD, "LC", ""),  # seas and continents by a point of the compass: 동지중해, 남대서양
    (_WITH_REGION, "EV", ""),  # meetings of Korea and a region: 한-중앙아시아 정상회의
    (_CUP, "EV", ""),  # 일왕배 결승
    (_EXHIBITION, "EV", ""),  # 니카전에 입선했다
    (_SCHOOL, "OG", "NNP"),  # by what one does with schools: 광성고를 거쳐
    (_OF_NATION, "OG", ""),  # unions and leagues by what such bodies begin and end with: 전국초등돌봄교사연합
)


def by_shape(passage: Passage) -> Iterator[Candidate]:
    """Names that their own shape tells, whatever the analyser makes of them: ``동지중해``."""
    for pattern, label, tag in _BY_SHAPE:
        for match in pattern.finditer(passage.text):
            named = not tag or passage.tags[passage.index_at(match.start())] == tag
            if named and passage.is_boundary(match.start()) and passage.is_boundary(match.end()):
                yield Candidate(*match.span(), label, "kind behind")


_OF_PROVINCE = re.compile(
    r"(?:주립|도립|시립|국립|군립|구립) ?(?:대학교|대학|대|병원|의료원|미술관|박물관|도서관|교향악단|합창단|극단|무용단|국악단|공원)"
    r"(?=[은는이가을를의에과와도,.() ]|에서|으로|로 |$)"
)


def bodies_of_provinces(passage: Passage, listed: Iterable[Candidate]) -> Iterator[Candidate]:
    """Bodies that a state, town or province keeps: ``버지니아주립대``, ``부산시립미술관``."""
    for candidate in listed:
        if candidate.label == "LC" and (body := _OF_PROVINCE.match(passage.text, candidate.end)):
            label = "LC" if body.group().endswith("공원") else "OG"
            yield Candidate(candidate.start, body.end(), label, "kind behind")


_AT_CLUB = re.compile(r"(?<![가-힣A-Za-z])([가-힣A-Z]{2,5})전(?=에서|에 |을 |은 |이 |부터|까지|의 |,? )")


def clubs_met(passage: Passage) -> Iterator[Candidate]:
    """The club that a match is against, in a sentence about a sport: ``두산|전에서``."""
    for match in _AT_CLUB.finditer(passage.text):
        listed = passage.names.get(match.group(1))
        if listed is None or listed.label != "OG":
            continue
        sentence = passage.reading.sentence_at(match.start())
        if _SPORT_PLAYED.search(passage.text, sentence.start, sentence.end):
            yield Candidate(*match.span(1), "OG", "club by its town", listed.name)


_SPORT_PLAYED = re.compile(
    r"경기|등판|선발|안타|홈런|득점|골|승리|패배|시즌|투수|타자|감독|선수|이닝|리그|실점|세이브|연승|연패"
)


_CHANNEL = re.compile(
    r"(?<![A-Za-z\d])(?:KBS|MBC|SBS|EBS|OBS|TBS|YTN|MBN|JTBC|tvN)"
    r" ?(?:[12] ?TV|TV|[12]라디오|라디오|표준FM|FM4U|드라마넷)(?![A-Za-z\d])"
)


def channels(passage: Passage) -> Iterator[Candidate]:
    """A broadcaster's channels: ``KBS 1TV``, ``MBC TV``."""
    yield from (Candidate(*match.span(), "OG", "kind behind") for match in _CHANNEL.finditer(passage.text))


_OFFICER = re.compile(
    r"(?: [전현])? ([가-힣A-Za-z&]{2,10}) (?:그룹 )?"
    r"(?:회장|부회장|대표이사|대표|사장|부사장|최고경영자|CEO|명예회장|이사장|이사|창업자|창립자|의장)"
    r"(?=[은는이가을를의과와도,.·) ]|$)"
)


def bodies_of_officers(passage: Passage, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The firm between a person and the office: ``류광지 금양 회장``, ``김민기 전 학전 대표``."""
    for candidate in found:
        match = _OFFICER.match(passage.text, candidate.end) if candidate.label == "PS" else None
        if match is None:
            continue
        body = match.group(1)
        known = body in common_nouns() or title_place(body) or passage.names.get(body) is not None
        tags = {passage.tags[i] for i in passage.indices(*match.span(1))}
        if not known and tags <= {"NNP", "SL"} and passage.is_boundary(match.start(1)):
            yield Candidate(*match.span(1), "OG", "firm and office")


_DEEDS_OF_TEMPLES = ("창건", "중창", "중건", "개창", "소실", "불타", "폐사", "복원")
_TEMPLE = re.compile(
    r"(?<![가-힣])([가-힣]{2}사)(?=[를은가] (?:[가-힣]+(?:에|으로|하여|되어|에게) ){0,2}"
    rf"(?:{'|'.join(_DEEDS_OF_TEMPLES)}))"
)


def temples(passage: Passage) -> Iterator[Candidate]:
    """Temples by what is done with temples: ``원흥사를 창건하였다``."""
    for match in _TEMPLE.finditer(passage.text) if any(deed in passage.text for deed in _DEEDS_OF_TEMPLES) else ():
        name = match.group(1)
        if name not in common_nouns() and not title_place(name) and passage.is_boundary(match.start()):
            yield Candidate(*match.span(1), "LC", "kind behind")


_FLIGHT = re.compile(r" ?\d{1,4}편(?=[은는이가을를의에과와도,. ]|으로|$)")
_AIRLINE = re.compile(
    r"(?:항공|에어 [가-힣]{2,6}|에어|에어라인|에어라인스|에어웨이스|에어웨이즈|에어프랑스|루프트한자|아에로플로트)$"
)


def flights(passage: Passage, listed: Iterable[Candidate]) -> Iterator[Candidate]:
    """A flight by its airline and number: ``일본항공 123편``."""
    for candidate in listed:
        if candidate.label == "OG" and (number := _FLIGHT.match(passage.text, candidate.end)):
            if _AIRLINE.search(passage.text, candidate.start, candidate.end):
                yield Candidate(candidate.start, number.end(), "AF", "series")


_PLANT = re.compile(r" ?([가-힣]{2,4})(?:공장|조선소|제철소|제련소|발전소)(?=[은는이가을를의에과와도,. ]|에서|으로|$)")


def plants(passage: Passage, listed: Iterable[Candidate]) -> Iterator[Candidate]:
    """A firm's plant by its town: ``한국GM 군산공장``."""
    for candidate in listed:
        if candidate.label == "OG" and (plant := _PLANT.match(passage.text, candidate.end)):
            town = passage.names.get(plant.group(1))
            if town is not None and town.label == "LC":
                yield Candidate(candidate.start, plant.end(), "LC", "series")


_STREET = re.compile(
    r"(?<![가-힣])[가-힣]{1,3}[로동]\d가(?=[은는이가를을의와도,. ]|에(?![가-힣])|에서|에는|까지|부터|$)"
)


def streets(passage: Passage) -> Iterator[Candidate]:
    """A part of a street or quarter by its number: ``종로2가``."""
    for match in _STREET.finditer(passage.text):
        if passage.is_boundary(match.start()):
            yield Candidate(*match.span(), "LC", "series")


_RAILWAY = re.compile(
    r"(?<![가-힣])([가-힣]{2,4})선(?=[이을은의]? (?:[가-힣]+ ){0,2}(?:개통|부설|착공|폐선|전철화|복선|직결|운행|철도|열차|구간))"
)


def railways(passage: Passage) -> Iterator[Candidate]:
    """A line of rails by a town on it, where it is opened, closed or run: ``군산선이 개통되었다``."""
    for match in _RAILWAY.finditer(passage.text) if "선" in passage.text else ():
        town = passage.names.get(match.group(1))
        if town is not None and town.label == "LC" and passage.is_boundary(match.start()):
            yield Candidate(*match.span(), "AF", "series")


_COUNT_BEFORE = re.compile(r"제 ?\d{1,3}[회차] $")
_LONGEST_COUNT = 7


_SESSIONS = ("위원회", "총회", "이사회", "회의", "평의회")


def counted(passage: Passage, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """A listed prize, or a gathering, with its number: ``제7회 한국대중음악상``; a body's so-manieth session is a happening."""
    for candidate in found:
        session = candidate.label == "OG" and passage.text.endswith(_SESSIONS, candidate.start, candidate.end)
        if (candidate.label in ("CV", "EV") and candidate.rule == "gazetteer") or session:
            before = _COUNT_BEFORE.search(passage.text, max(0, candidate.start - _LONGEST_COUNT), candidate.start)
            if before is not None:
                label = "EV" if session else candidate.label
                yield candidate._replace(start=before.start(), label=label, rule="series", name="")


_CEREMONY = re.compile(r"(?:어워드|어워즈|시상식|가요대상|가요제전|디스크|뮤직 어워드)$")
_NEXT_CEREMONY = re.compile(r"(?:,|[와과]|·| 및) ?")
_YEAR_OF = re.compile(r"(?<!\d)(?:19|20)\d\d $")  # 2019 빌보드 뮤직 어워드
_HELD = re.compile(r"에서|에 참석| 무대| 레드")


def ceremonies(passage: Passage, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Awards as the gatherings where they are given, each of a list of them: ``골든 디스크, 가온 차트 어워드에서``."""
    awards = {c.start: c for c in found if c.label == "CV" and _CEREMONY.search(passage.text[c.start : c.end])}
    for candidate in awards.values():
        last = candidate
        while (joint := _NEXT_CEREMONY.match(passage.text, last.end)) and joint.end() in awards:
            last = awards[joint.end()]
        if _HELD.match(passage.text, last.end):
            year = _YEAR_OF.search(passage.text, max(0, candidate.start - _LONGEST_COUNT), candidate.start)
            start = year.start() if year is not None else candidate.start
            yield candidate._replace(start=start, label="EV", rule="ceremony")


_CHART = re.compile(r" ?차트(?=[은는이가을를의에과와도,. ]|$)")
_MAGAZINE = re.compile(r" 지(?=[은는이가을를의에과와도,. ]|$)")


def followed_by_kind(passage: Passage, listed: Iterable[Candidate]) -> Iterator[Candidate]:
    """A listed name with the noun of its kind: ``빌보드 핫 100 차트``, ``플레이보이 지``."""
    for candidate in listed:
        kind = _CHART if candidate.label == "AF" else _MAGAZINE if candidate.label in ("OG", "PS") else None
        match = kind.match(passage.text, candidate.end) if kind is not None else None
        if match is not None and passage.is_boundary(match.end()):  # not 김정호 지도
            label = candidate.label if kind is _CHART else "OG"
            yield candidate._replace(end=match.end(), label=label, rule="kind behind")


_MODEL = re.compile(
    r"(?: [A-Z]{1,3}(?=\d)| [A-Z]{2,3} (?=\d)| )?(?:(?<=[A-Z ])\d{3,4}|\d{1,2}(?:\.\d{1,2}|[A-Za-z])?)(?![\d,%A-Za-z]|\.\d)"
)
_AFTER_NUMBER = frozenset({"프로"})  # words that tell a model only behind its number: 아이폰 15 프로


def products(passage: Passage, listed: Iterable[Candidate]) -> Iterator[Candidate]:
    """A listed product with its model: ``아이패드 3를``, ``윈도우 7``, ``아이패드 미니``, ``갤럭시 S22 울트라``."""
    for candidate in listed:
        if candidate.label != "AF":
            continue
        model = _MODEL.match(passage.text, candidate.end)
        end = model.end() if model is not None else candidate.end
        first = last = passage.index_at(end)
        while not passage.glued(last) and _is_model_word(passage.words[last], model is not None):
            last += 1
        if last > first:
            end = passage.ends[last - 1]
        if end > candidate.end and _ends_eojeol(passage, end, counted=last == first):
            yield candidate._replace(end=end, rule="series", name="")


def _is_model_word(word: str, numbered: bool) -> bool:
    return word in words("model_words.csv") or (numbered and word in _AFTER_NUMBER)


def _ends_eojeol(passage: Passage, end: int, *, counted: bool) -> bool:
    """Whether a name may end at an offset: behind its last word a particle or suffix, behind a number no counter."""
    i = passage.index_at(end)
    if end == len(passage.text) or (counted and not passage.glued(i)):
        return True
    return passage.glued(i) and passage.tags[i][:1] in (("J", "S", "X") if counted else ("J", "S", "X", "V"))


_DIVISION = re.compile(
    r" ?(?:형사|민사|행정|가사|특별|특수|공안|외사|조사|금융조사|공공수사|반부패수사|강력)?(?:합의|항소|단독)?(?:\d+(?:-\d+)?)?"
    r"(?:부|단독|재판부|과|계|팀)(?=[은는이가을를에의와과도,.() ]|$)"
    r"| [가-힣]{2,4}(?:지사|지점|지부|지회|지역본부)(?=[은는이가을를에의와과도,.() ]|$)"
    r"| (?:창작|민속|정악)?(?:악단|합창단|무용단|관현악단|교향악단|오케스트라)(?=[은는이가을를에의와과도,.() ]|$)"
)
_UNIVERSITY = re.compile(r"(?:대|대학|대학교)$")
_FACULTY = re.compile(
    r"(?: [가-힣]{2,4}대학)? ?(?!(?:입|유|재|휴|복|장|진|퇴|편입|방|개)학과)[가-힣]{0,8}"
    r"(?:학과|(?:영화|미술|무용|체육|음악|경영|문예창작|연극|국악|건축|디자인|작곡|성악|회화|조소|무역|외교|간호)과|학부|대학원|법대|의대|공대|문리대|사범대|음대|미대|[국영불독노중일]문과|부속[가-힣]{0,4}병원|연구소)"
    r"(?=[은는이가을를에의와과도,.() ]|$)"
)
_OFFICE = re.compile(
    r" [가-힣]{2,5}(?:출장소|지청|지방청|사무소|지방사무소|지역본부|지사|지부|지방국토관리청)(?=[은는이가을를에의와과도,.() ]|$)"
)
_AGENCY = re.compile(r"(?<![가-힣])[가-힣]{2,10}(?:부|청|처|공사|공단|위원회)$")
_COURT = re.compile(r"(?:법원|지법|고법|지검|고검|검찰청|지청|경찰청|경찰서|세관|국세청)$")


def divisions(passage: Passage, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """A court with its numbered division, a university with its faculty: ``대법원 3부``, ``부산대학교 국문학과``."""
    for candidate in found:
        body = passage.text[candidate.start : candidate.end] if candidate.label == "OG" else ""
        if _UNIVERSITY.search(body) and (faculty := _FACULTY.match(passage.text, candidate.end)):
            yield candidate._replace(end=faculty.end(), rule="affiliate", name="")
        if _AGENCY.search(body) and (office := _OFFICE.match(passage.text, candidate.end)):
            yield candidate._replace(end=office.end(), rule="affiliate", name="")
        if not _COURT.search(body):
            continue
        division = _DIVISION.match(passage.text, candidate.end)
        said = division.group() if division else ""
        if division and ("합의부" in said or any(character.isdigit() for character in said)):
            yield candidate._replace(end=division.end(), rule="affiliate", name="")


_OF_LANGUAGE = re.compile(
    r"(?:로|로는|의|는|를) ?(?:언어|번역|쓰[여인였]|쓴|된|말하|문헌|문법|방언|표기|이름|명칭)"
    r"|(?: |의 )(?:문헌|문법|방언|사용자|자모)"
)
_SHORTEST_LANGUAGE = 3


def languages(passage: Passage) -> Iterator[Candidate]:
    """Languages by 어 behind an unknown foreign name: ``노르드어``; of one word, what is done with languages must follow."""
    for i in [i for i, word in enumerate(passage.words) if word[-1:] == "어"]:
        word = passage.words[i]
        if word == "어" and passage.tags[i] == "NNG" and passage.glued(i) and passage.tags[i - 1] == "NNP":
            if (
                looks_foreign(passage.words[i - 1])
                and passage.tags[i + 1][:1] in "JSN"
                and passage.words[i + 1] != "나"
            ):
                yield Candidate(*passage.span(i - 1, i + 1), "CV", "kind: 어")
        elif len(word) >= _SHORTEST_LANGUAGE and passage.tags[i] in ("NNG", "NNP"):
            unknown = looks_foreign(word[:-1]) and word not in common_nouns() and not is_in_foreign_names(word)
            if unknown and _OF_LANGUAGE.match(passage.text, passage.ends[i]):
                yield Candidate(*passage.span(i, i + 1), "CV", "kind: 어")
