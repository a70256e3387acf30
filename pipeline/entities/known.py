"""Evidence of the gazetteers: names that are listed, where the morphemes and the guard allow it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

from pipeline.entities.context import SUBJECT, predicate_behind
from pipeline.entities.gazetteer import Listed
from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.vocabulary import (
    common_nouns,
    contexts,
    is_common_name,
    is_korean_name,
    kind_nouns,
    label_of_kind,
    looks_foreign,
    short_states,
    title_place,
    words,
)

_LONG_UNKNOWN = 7  # the analyser swallows what it cannot cut: 사이에서발트해연안의… as one proper noun
_SHORTEST_INSIDE = 3
_LONG_NAME = 3  # from so many syllables on, a listed name may hold particles and verbs: 다마스쿠스의 봄
_DERIVING = frozenset({"인", "적", "어", "화", "풍"})
_SURE_NAME = 4  # … and begin with a proper noun, whatever the analyser makes of the rest
_PERSONAL = frozenset(
    {"교수", "박사", "씨", "선수", "여사", "변호사", "작가", "기자", "대령", "소령", "대위", "중위", "장군", "경"}
)
_BEFORE_EARTH = frozenset({"반", "전", "저", "유인", "무인", "달"})
_FROM = frozenset({"에서", "부터"})
_TOWARDS = frozenset({"에", "로", "으로", "까지"})
_SET_OFF = frozenset("해섬강산만역주성")
_NOUNS = frozenset({"NNP", "NNG"})
_COUNTED = frozenset({"MM", "SN", "NR"})
_DOTS = frozenset("·․・ㆍ-/")


def known(passage: Passage) -> Iterator[Candidate]:
    """Spans of listed names, whatever became of their blanks."""
    dark, starts, tags = passage.dark, passage.dark_starts, passage.tags
    for opening, places in passage.openings.items():
        by_next = passage.names.sizes(opening)
        shorter = by_next[""]
        for i in places if len(by_next) > 1 or shorter else ():
            after = starts[i] + 2
            sizes = by_next.get(dark[after : after + 1], shorter)
            if sizes and tags[i][0] not in "JE" and (candidate := _at(passage, i, sizes)):
                yield candidate
    for i, word in enumerate(passage.words):
        if len(word) >= _LONG_UNKNOWN and passage.tags[i] in _NOUNS and " " not in word:
            yield from _inside(passage, i)


def _at(passage: Passage, i: int, sizes: Iterable[int]) -> Candidate | None:
    """The longest listed name of these sizes that begins at a morpheme and ends with one."""
    dark, start, surfaces = passage.dark, passage.dark_starts[i], passage.names.surfaces
    for size in sizes:
        listed = surfaces.get(dark[start : start + size])
        if listed is None or start + size > len(dark):
            continue
        stop = bisect_left(passage.dark_starts, start + size, i)
        if passage.dark_starts[stop] == start + size and _guarded(passage, listed, i, stop):
            return Candidate(*passage.span(i, stop), listed.label, "gazetteer", listed.name)
    return None


def _inside(passage: Passage, i: int) -> Iterator[Candidate]:
    """Listed names inside a long unknown word, in which the analyser swallowed its neighbours."""
    start, stop = passage.dark_starts[i : i + 2]
    shift = passage.starts[i] - start
    at = start
    while at < stop - 1:
        listed_here = passage.names.at(passage.dark, at)
        size, listed = next(((n, x) for n, x in listed_here if n >= _SHORTEST_INSIDE and at + n <= stop), (0, None))
        if listed is not None and not (at == start and at + size == stop):
            yield Candidate(at + shift, at + size + shift, listed.label, "gazetteer", listed.name)
        at += size or 1


def _blanks_fit(surface: str, size: int, name: str) -> bool:
    """Whether a listed name may hold the blanks that the text has there.

    A short name is not put together over a blank: ``이 란`` is not Iran, ``한 나라`` no state. One of three syllables is
    where it is spelled so, or where its kind is set off, as foreign seas and islands long were: ``발트 해``.
    """
    if len(surface) == size or surface == name:
        return True
    if size > _LONG_NAME:
        return not surface.endswith(" 전")  # 홍길동 전 장관: no tale of him
    return size == _LONG_NAME and surface[-2] == " " and surface[-1] in _SET_OFF


# What makes the name of an illness of a place's.
_OF_ILLNESS = re.compile(r"[가-힣]{0,5}(?:증후군|뇌염|독감|열병|감기|출혈열|수면병)")


# Endings of names that the analyser takes for forms of address.
_LIKE_ADDRESSES = {"OG": "군", "LC": "옹"}


def _guarded(passage: Passage, listed: Listed, i: int, j: int) -> bool:
    """Whether its blanks, its guard and its neighbours let the morphemes ``i`` to ``j - 1`` stand for a listed thing."""
    start, end = passage.span(i, j)
    size = passage.dark_starts[j] - passage.dark_starts[i]
    if not _blanks_fit(passage.text[start:end], size, listed.name):
        return False
    tags, tag, after = passage.tags, passage.tags[i], passage.tags[j]
    planet = listed.guard == "body" and tags[i:j] == ["NNG", "XSN"] and after[:1] == "J"  # 금/성|과
    address = _LIKE_ADDRESSES.get(listed.label)
    addressed = tags[i:j] == ["NNP", "NNB"] and passage.words[j - 1] == address  # 명/군, 리/옹: no young or old Mr
    if size < _LONG_NAME and any(map(_is_no_piece, tags[i:j])) and not planet and not addressed:
        return False
    if tags[j - 1][0] in "JE" or (passage.glued(j) and title_place(passage.words[j - 1] + passage.words[j])):
        return False
    if tags[j - 1] == "SN" and after == "NNB" and passage.glued(j):
        return False  # 조별리그 1차전: no league
    if listed.label == "EV" and passage.glued(j) and passage.words[j] in ("소추안", "소추", "안", "법", "법안"):
        return False  # 대통령 탄핵소추안
    if after in ("XSV", "XSA") or (after == "XSN" and passage.words[j] in _DERIVING):
        return False
    if size <= 2 and tags[i - 1] == "SN" and passage.glued(i):
        return False
    if size <= _LONG_NAME and passage.glued(i) and tags[i - 1] in _NOUNS and _is_scrap(passage, passage.words[i - 1]):
        return False
    if size == 2 and listed.label in ("LC", "PS") and tag not in ("NNP", "SL") and listed.guard not in ("body", "josa"):
        misread = passage.morphemes[j - 1].tag.endswith("ETM") and after[:1] == "J"  # 변한|에: no form of a verb
        return misread or _in_scraps(passage, i, j) or (listed.guard == "stem" and _is_where(passage, j))
    if listed.label == "LC" and (_is_titled_person(passage, i, j) or _lives(passage, i, j)):
        return False
    if listed.label == "LC" and passage.words[i] == "서안" and _is_place(passage, i - 1):
        return False  # 북미 서안: the west coast
    if listed.label in ("LC", "PS") and not passage.glued(i) and _is_warship(passage.words[i - 1]):
        return False  # 순양함 에이잭스
    if listed.label == "PS" and not passage.glued(i) and passage.words[i - 1] in _SPACECRAFT:
        return False  # 탐사선 헤라
    if listed.label == "LC" and passage.glued(j) and _OF_ILLNESS.match(passage.text, end):
        return False  # 일본뇌염
    if listed.label == "LC" and passage.words[j] == "의" and passage.words[j + 1] in _WRITTEN:
        if is_korean_name(passage.text[start:end]):
            return False  # 한강의 소설
    if listed.label in ("OG", "AF") and passage.words[j] in _HEADS_OF_NONE and not passage.glued(j):
        return not looks_foreign(passage.words[i])  # 맥도날드 수상
    if listed.label == "PS" and passage.glued(j) and kind_nouns().get(passage.words[j], ("",))[0] == "CV":
        return False  # 허균문학상
    if listed.label == "PS" and passage.glued(j) and after == "NNG" and len(passage.words[j]) == 1:
        return bool(title_place(passage.words[j]))  # 바흐|람
    return _GUARDS[listed.guard](passage, i, j)


_SPACECRAFT = frozenset({"탐사선", "우주선", "착륙선", "궤도선", "인공위성", "우주망원경", "우주왕복선"})


def _is_warship(word: str) -> bool:
    """Whether a word is a kind of warship, behind which the ship's name stands: ``순양함``."""
    return word.endswith("함") and contexts().get((word, "before")) == "AF"


def _is_scrap(passage: Passage, word: str) -> bool:
    """Whether a word is a piece of an unknown foreign name: ``스태`` of 스태|빌라이|저."""
    return looks_foreign(word) and passage.names.get(word) is None and word not in common_nouns()


def _in_scraps(passage: Passage, i: int, j: int) -> bool:
    """Whether the analyser has cut a name of two syllables into two nouns that make no sense: ``난/징``, ``무/주``."""
    begins = not passage.glued(i) or passage.tags[i - 1][:1] in "JES" or passage.after_time(i)
    ends = passage.glued(j) and passage.tags[j][:1] in "JS"
    return j == i + 2 and passage.glued(i + 1) and passage.tags[i + 1] in _NOUNS and begins and ends


@cache
def _is_no_piece(tag: str) -> bool:
    """Whether no short name holds a morpheme of this tag."""
    return tag[0] in "JEVX" or tag in ("MM", "MAG", "NNB", "VCP")


_WRITTEN = frozenset(
    {
        "소설",
        "시집",
        "장편",
        "장편소설",
        "단편",
        "단편소설",
        "시",
        "희곡",
        "수필",
        "에세이",
        "자서전",
        "동화",
        "데뷔작",
        "소설집",
        "산문집",
        "에세이집",
        "신작",
        "신간",
        "작품",
        "작품집",
        "연작",
        "책",
    }
)
# Titles that a state, an army or a church gives, and no firm or club.
_HEADS_OF_NONE = frozenset(
    {
        "수상",
        "총리",
        "대통령",
        "장군",
        "제독",
        "원수",
        "박사",
        "의원",
        "목사",
        "신부",
        "주교",
        "백작",
        "공작",
        "남작",
        "경",
    }
)


def _is_titled_person(passage: Passage, i: int, j: int) -> bool:
    """Whether a person has the name of a place: ``소설가 한강은``, ``다카사키 교수``."""
    if j != i + 1:
        return False
    if passage.words[j] in _PERSONAL and passage.tags[j] in ("NNG", "NNB") and not passage.glued(j):
        return looks_foreign(passage.words[i]) and passage.words[i] not in passage.names.states
    titled = title_place(passage.words[i - 1]) == "before" and passage.tags[i - 1] == "NNG"
    return titled and passage.tags[j][:1] == "J" and is_korean_name(passage.words[i])


# What only persons do: 한강은 맨부커상을 수상했다, 강남이 데뷔했다.
_PERSONAL_DEEDS = frozenset(
    {
        "태어나",
        "출생",
        "졸업",
        "결혼",
        "데뷔",
        "수상",
        "연출",
        "출연",
        "별세",
        "입대",
        "등단",
        "은퇴",
        "집필",
        "주연",
        "열연",
    }
)


def _lives(passage: Passage, i: int, j: int) -> bool:
    """Whether a name that a person may bear is the subject of what only persons do."""
    named = j == i + 1 and is_korean_name(passage.words[i]) and passage.words[i] not in passage.names.states
    subject = passage.glued(j) and passage.tags[j] in ("JKS", "JX") and passage.words[j] in SUBJECT
    return named and subject and predicate_behind(passage, j + 1) in _PERSONAL_DEEDS


def _any(passage: Passage, i: int, j: int) -> bool:
    return True


def _is_proper(passage: Passage, i: int, j: int) -> bool:
    """Whether the analyser, too, takes the word for a proper noun; initials are none that stand for a thing (``USB``)."""
    if passage.tags[i] == "SL":
        return passage.words[i] not in words("acronyms.csv")
    return passage.tags[i] == "NNP" and (j == i + 1 or passage.dark_starts[j] - passage.dark_starts[i] >= _SURE_NAME)


def _is_stem(passage: Passage, i: int, j: int) -> bool:
    """Whether a place's name without its kind stands for the place: after another, or before a noun of place."""
    placed = passage.tags[i] == "NNP" and passage.words[j] in words("place_words.csv")
    reached = passage.words[j] == "까지" and passage.words[i - 1] in _FROM and _is_place(passage, i - 2)
    return _is_place(passage, i - 1) or placed or reached or _is_where(passage, j)


def _is_town(passage: Passage, i: int, j: int) -> bool:
    """Whether a name that persons bear, too, stands for the town: as a stem would, or before ``에서``."""
    return passage.words[j] == "에서" or _is_stem(passage, i, j)


def _is_where(passage: Passage, j: int) -> bool:
    """Whether what stands before is where somebody was born, went or met, whatever else the word means: ``예산에서 태어나``."""
    particle = passage.words[j]
    if j + 1 >= len(passage.morphemes) or not passage.glued(j) or passage.tags[j] not in ("JKB", "JX"):
        return False
    stem = passage.morphemes[j + 1].parts[0][0]
    if particle == "에서":
        return stem in words("place_stays.csv")
    return particle in _TOWARDS and stem in words("place_predicates.csv")


def _is_place(passage: Passage, i: int) -> bool:
    listed = passage.names.get(passage.words[i])
    return listed is not None and listed.label == "LC"


def _has_particle(passage: Passage, i: int, j: int) -> bool:
    """Whether a whole word has a particle: ``일제의``."""
    return passage.glued(j) and passage.tags[j][:1] == "J" and not (passage.glued(i) and passage.tags[i - 1] in _NOUNS)


def _is_body(passage: Passage, i: int, j: int) -> bool:
    """``달`` is the Moon unless it is counted or pointed at; ``지구`` the Earth unless a district's kind noun."""
    if passage.tags[i] not in ("NNG", "NNP"):
        return False
    before = passage.tags[i - 1]
    word = passage.words[i]
    if word == "달":
        return not (before in _COUNTED and passage.words[j] not in words("body_words.csv"))
    if word == "지구":
        return before not in ("NNG", "NNP", "SN", "SL") or passage.words[i - 1] in _BEFORE_EARTH
    return True


_GUARDS = {"": _any, "NNP": _is_proper, "stem": _is_stem, "surname": _is_town, "josa": _has_particle, "body": _is_body}


_NEXT_IN_LIST = re.compile(
    r"(?:\([^()]{2,20}\))?(?:, ?|[와과] |·| 및 )([가-힣]{2,3})(?=, ?|[와과을를은는이가에의도(]|·| 등| 및 )"
)  # 항저우(1932년 5월), 창사(1937년 12월), 광저우
_SURELY_PLACES = 2  # so many places before, and the next name of their list is one, too


def listed_on(passage: Passage, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Places whose name is a common word, too, in a list of places: ``과천, 성남, 하남, 광명을``."""
    places = sorted(c for c in found if c.label == "LC")
    begins = {c.start for c in places}
    before = last = 0  # how many places stand in the list so far, and where the last of them ends
    for place in places:
        if place.start < last:
            continue
        following = _NEXT_IN_LIST.match(passage.text, last)
        before = before + 1 if following is not None and following.start(1) == place.start else 1
        last = place.end
        while before >= _SURELY_PLACES and (match := _NEXT_IN_LIST.match(passage.text, last)):
            start, stop = match.span(1)
            listed = passage.names.get(match.group(1))
            whole = passage.is_boundary(start) and passage.is_boundary(stop)
            if start in begins or listed is None or listed.label != "LC" or not whole:
                break
            yield Candidate(start, stop, "LC", "gazetteer", listed.name)
            last, before = stop, before + 1


def affiliates(passage: Passage, found: list[Candidate]) -> Iterator[Candidate]:
    """Bodies that carry a listed name in one eojeol: ``LG에너지솔루션``, ``롯데카드``, ``대한민국애국부인회``."""
    for candidate in found:
        j = stop = passage.index_at(candidate.end)
        while stop < len(passage.morphemes) and passage.glued(stop) and passage.tags[stop] in ("NNG", "NNP"):
            stop += 1
        if stop > j and candidate.label in ("OG", "LC") and _completes(passage, candidate.label, j, stop):
            yield Candidate(candidate.start, passage.morphemes[stop - 1].end, "OG", "affiliate")


_REGIONAL = frozenset({"방송", "신문"})  # 대구방송


def _completes(passage: Passage, label: str, j: int, stop: int) -> bool:
    """Whether glued nouns make another body's name of a listed one, and not a title, a place of work or a person."""
    pieces = [passage.words[k] for k in range(j, stop)]
    tail = "".join(pieces)
    if label == "LC":
        return tail in _REGIONAL or (len(tail) >= 3 and tail[-1] in "회단당련" and len(pieces) >= 2)
    if tail == "사":
        return False  # a bare corporate 사 is no part of the name
    if contexts().get((pieces[-1], "before")) == "AF":
        return False  # KBS|드라마
    beside = any((piece, "after") in contexts() or title_place(piece) for piece in pieces)
    named = is_common_name(tail) or any(passage.names.get(piece) is not None for piece in (tail, *pieces))
    return not beside and not named and _names_body(pieces[-1]) and pieces[-1] not in words("phrase_breaks.csv")


def _names_body(word: str) -> bool:
    """Whether a noun may end a body's name: one of its kinds or trades, or a word from abroad."""
    label = label_of_kind(word)
    return label == "OG" if label else looks_foreign(word)


_CITIES = frozenset({"서울", "부산", "대구", "인천", "광주", "대전", "울산", "포항"})
_DISTRICT = re.compile(r"(..)(?:특별시|광역시|시)? ?([동서남북중]구)(?![가-힣]{2}|장\b)")


def districts(passage: Passage) -> Iterator[Candidate]:
    """Districts by a point of the compass and their city, which alone may be common words: ``대전 중구``."""
    for i in sorted(i for city in _CITIES for i in passage.openings.get(city, ())):
        match = _DISTRICT.match(passage.text, passage.starts[i])
        if match is not None and passage.is_boundary(match.end()):
            for place in (1, 2):
                listed = passage.names.get(match.group(place))
                name = listed.name if listed is not None else match.group(place)
                yield Candidate(*match.span(place), "LC", "gazetteer", name)


_VILLAGE_ENDS = re.compile(r"리(?=에서|에 |의 |[,.()·]|로 |$)")
_VILLAGE = re.compile(r"(?<=([가-힣][면읍군]) )[가-힣]{1,3}리$")
_LONGEST_VILLAGE = 4


def villages(passage: Passage) -> Iterator[Candidate]:
    """Villages behind their township, however the analyser cuts them: ``이원면 강청리``."""
    text = passage.text
    for ends in _VILLAGE_ENDS.finditer(text):
        end = ends.end()
        match = _VILLAGE.search(text, max(0, end - _LONGEST_VILLAGE), end)
        if match is not None and text[match.start() - 3 : match.start() - 1] not in common_nouns():
            yield Candidate(*match.span(), "LC", "gazetteer")


_ADMINISTRATION = re.compile(r"(?: (?:정부|행정부|내각|정권)|(군))(?=[은는이가을를의에와과도,.() ]|에서|로|으로|$)")


def administrations(passage: Passage, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """A government or army by the person who heads it: ``김대중 정부``, ``나폴레옹군``, not the boy ``이재준군``."""
    for candidate in found:
        match = _ADMINISTRATION.match(passage.text, candidate.end) if candidate.label == "PS" else None
        if match and match.group(1) and not _leads_army(passage, candidate):
            continue
        if match and not title_place(passage.words[passage.index_at(candidate.start) - 1]):
            yield Candidate(candidate.start, match.end(), "OG", "affiliate")


_OF_WAR = re.compile(r"전투|전쟁|원정|병력|공격|점령|패배|승리|포위|진격|후퇴|대군|본대|군대|부대|싸우|싸웠")


def _leads_army(passage: Passage, leader: Candidate) -> bool:
    """Whether 군 behind a name is an army's, in a sentence of war: a listed leader from abroad, no boy."""
    sentence = passage.reading.sentence_at(leader.start)
    war = _OF_WAR.search(passage.text, sentence.start, sentence.end) is not None
    return war and leader.rule == "gazetteer" and looks_foreign(leader.name)


_RATE = re.compile(r"(원|엔|위안|유로|달러|파운드)[·/](원|엔|위안|유로|달러|파운드)(?= ?환율)")


def currencies(passage: Passage) -> Iterator[Candidate]:
    """Currencies as such, in their rates: ``원·달러 환율``."""
    for match in _RATE.finditer(passage.text):
        yield from (Candidate(*match.span(k), "CV", "gazetteer", match.group(k)) for k in (1, 2))


def states(passage: Passage) -> Iterator[Candidate]:
    """States by one syllable: ``미·소`` with a dot between them, ``한미`` before a noun of states' dealings."""
    names, pairs, dealings = short_states(), words("state_pairs.csv"), words("state_dealings.csv")
    for pair in pairs:
        for i in passage.openings.get(pair[:2], ()):
            at = passage.starts[i]
            named = passage.tags[i] in _NOUNS and passage.text.startswith(pair, at)
            if named and _deals(passage, i, at + len(pair), dealings):
                yield from (Candidate(at + k, at + k + 1, "LC", "short state", names[s][0]) for k, s in enumerate(pair))
    for i in passage.opening_with(_DOTS):
        if len(passage.words[i]) == 1:
            yield from _dotted(passage, passage.starts[i])
    for match in _DOTTED_ROW.finditer(passage.text) if "·" in passage.text else ():
        if passage.is_boundary(match.start()) and passage.is_boundary(match.end()):
            places = range(match.start(), match.end(), 2)
            yield from (Candidate(at, at + 1, "LC", "short state", names[passage.text[at]][0]) for at in places)
    organs = words("state_organs.csv")
    for i in passage.opening_with(_ACTING):
        word, following = passage.words[i], passage.words[i + 1]
        alone = passage.tags[i] in _NOUNS and not passage.glued(i) and not passage.glued(i + 1)
        if word in _ACTING and alone and following in _FORCES:
            yield Candidate(*passage.span(i, i + 2), "OG", "short state", f"{names[word][0]} {following}")
        elif word in _ACTING and alone:
            size = next((n for n in (1, 2, 3) if "".join(passage.words[i + 1 : i + 1 + n]) in organs), 0)
            organ = "".join(passage.words[i + 1 : i + 1 + size])
            if organ.endswith(_MINISTRIES) and not organ.endswith(("정부", "행정부")):
                yield Candidate(*passage.span(i, i + 1 + size), "OG", "short state", f"{names[word][0]} {organ}")
            elif organ:
                yield Candidate(*passage.span(i, i + 1), "LC", "short state", names[word][0])


_DOTTED_ROW = re.compile(r"(?<![가-힣])[한미일중러북남영불독](?:[·․・ㆍ][한미일중러북남영불독]){2,4}(?![가-힣]{3})")
_FORCES = frozenset({"육군", "해군", "공군", "해병대", "해안경비대"})
_MINISTRIES = ("부", "성", "국", "회의")  # 미 재무부, 일 외무성; 미 의회 is any state's
_ACTING = frozenset("미일중러영불독북")  # 이, 한, 조 … are surnames before titles
_OTHER_WORDS = frozenset({"독소", "미소", "불독", "영미", "조미", "중소"})  # toxin, smile, bulldog …
_CLAUSE = 10  # morphemes in which two states' dealings are told
_GLUED_DEALINGS = frozenset({"수교", "국교", "관계", "정상", "양국"})  # 미일|합의 is a name


def _deals(passage: Passage, i: int, end: int, dealings: frozenset[str]) -> bool:
    """Whether a noun of states' dealings, or ``간``, follows a pair that begins at morpheme ``i``, whatever the cuts."""
    j = passage.index_at(end)
    if j == i:  # 미소관계
        return passage.text[end : passage.ends[i]] in dealings
    word = passage.words[j]  # 한/불/수교, 미소 관계
    if passage.tags[j] in ("JX", "JKS", "JKG") and passage.text[passage.starts[i] : end] not in _OTHER_WORDS:
        return not dealings.isdisjoint(passage.words[j + 1 : j + 1 + _CLAUSE])  # 남북은 … 합의했다
    return word == "간" or word in (_GLUED_DEALINGS if passage.glued(j) else dealings)


def _dotted(passage: Passage, dot: int) -> Iterator[Candidate]:
    text, names = passage.text, short_states()
    left, right = text[dot - 1 : dot], text[dot + 1 : dot + 2]
    if left not in names or right not in names or left == right:
        return
    before, after = text[dot - 2 : dot - 1], text[dot + 2 : dot + 3]
    if _is_syllable(before) and before not in _DOTS and not passage.is_boundary(dot - 1):
        return
    if _is_syllable(after) and not passage.is_boundary(dot + 2):
        return
    for at in (dot - 1, dot + 1):
        yield Candidate(at, at + 1, "LC", "short state", names[text[at]][0])


def _is_syllable(character: str) -> bool:
    return "가" <= character <= "힣"
