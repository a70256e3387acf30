"""Evidence for persons: Korean full names, titles and ranks around a name, foreign given names, surnames alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.shape import is_building
from pipeline.entities.vocabulary import (
    common_nouns,
    contexts,
    is_common_name,
    is_in_foreign_names,
    is_korean_name,
    kind_nouns,
    korean_given_names,
    looks_foreign,
    may_be_foreign_name,
    remembered,
    short_states,
    surnames,
    table,
    title_place,
    title_places,
    words,
)

_NOBLE = frozenset(
    {
        "폰",
        "반",
        "판",
        "드",
        "데",
        "디",
        "다",
        "두",
        "델",
        "라",
        "르",
        "알",
        "엘",
        "빈",
        "이븐",
        "벤",
        "판데르",
        "앤",
        "주니어",
    }
)
_PIECES = frozenset({"NNP", "NNG", "NNB", "XPN", "MM", "NR", "MAG", "NP", "XSN", "VV", "IC", "XR"})
_CUT_OFF = frozenset({"MM", "NP", "VV", "MAG", "NNB"})  # what the analyser makes of a surname before the rest of a name
_MOST_RULERS = 25
_MANY = 10  # surnames that go with a given name
_PLACE_ENDS = frozenset("도산강시군구동성진포주천읍면리섬역궁문사만항촌벌원관암당각루탑굴대호정봉담")
_BODY_ENDS = frozenset("부청원관회당국사실과팀단위소")
_AGED = re.compile(r" ?\((?:당시 )?\d{1,3}세?[)·,]")
_QUOTES = frozenset("'‘’\"“”")
_FOLLOWING = frozenset({"씨", "군", "양", "님"})
_OF_BOTH = frozenset({"장관", "차관", "정상", "대표", "회장", "총리", "후보", "지사", "시장", "외교장관"})  # 양 장관
_OF_CLANS = frozenset({"가문", "들", "문중", "집안", "족보", "일족", "종중", "종친회", "세보", "시조"})


def persons(passage: Passage, listed: set[int]) -> Iterator[Candidate]:
    """Spans that are persons by their own shape or by the title beside them.

    Args:
        passage: the text.
        listed: indices of morphemes that belong to a listed name of another kind.
    """
    begun = dict(_begun_before(passage))
    yield from (Candidate(*passage.span(first, end), "PS", "Korean name") for first, end in begun.items())
    done = 0
    for first, stop, i in passage.promising:
        done = max(done, begun.get(first - 1, 0), begun.get(first - 2, 0))
        if i < done or i in listed:
            continue
        end = _korean(passage, i)
        if end > i:
            if seat := _seat_of_office(passage, i, end):
                yield Candidate(*passage.span(i, end), seat, "name and title")
            elif _stands_for_place(passage, i, end) or _is_where(passage, i, end):
                yield Candidate(*passage.span(i, end), "LC", "context")
            elif not _is_thing_in_hanja(passage, *passage.span(i, end)):
                yield Candidate(*passage.span(i, end), "PS", "Korean name")
        elif _lone_surname(passage, i):
            end = i + 1
            yield Candidate(*passage.span(i, end), "PS", "surname and title")
        else:
            end = foreign_run(passage, i, stop, listed)
            rule = _foreign(passage, first, i, end) if end > i else ""
            if rule and not is_taxon(passage, *passage.span(i, end)):
                end += _regnal(passage, end)
                yield without_title(passage, _with_forename(passage, Candidate(*passage.span(i, end), "PS", rule)))
        done = end


def _stands_for_place(passage: Passage, i: int, end: int) -> bool:
    """Whether a word that could be a person's name has the ending and the particle of a place: ``양화진에 묻혔다``."""
    last = passage.words[end - 1][-1]
    if passage.words[end] != "에" or passage.tags[end] != "JKB" or last not in _LANDS + _BUILDINGS:
        return False
    after = passage.morphemes[end + 1].lemma if end + 1 < len(passage.morphemes) else ""
    placed = after in words("standing_predicates.csv") or after.startswith(_OF_PLACES)
    placed |= last in _BUILDINGS and not after.startswith(_BEARING_ON)
    return placed and not _has_title(passage, i, end)


def _is_where(passage: Passage, i: int, end: int) -> bool:
    """Whether 에서 or 로 makes a place of what has the shape of a name.

    ``정천채에서 격파하였다``, ``구리개로 옮겼다``; not what comes from a person.
    """
    particle = passage.words[end]
    if passage.tags[end] != "JKB" or particle not in ("에서", "로", "으로") or _has_title(passage, i, end):
        return False
    after = passage.morphemes[end + 1].lemma if end + 1 < len(passage.morphemes) else ""
    return not after.startswith(_FROM_PERSONS) if particle == "에서" else after.startswith(_TO_PLACES)


_TO_PLACES = ("옮기", "이전", "이사", "천도", "피란", "피난", "유배", "귀양", "낙향", "환도", "진격", "퇴각", "후퇴")
_FROM_PERSONS = (
    "비롯",
    "유래",
    "따",
    "나오",
    "기원",
    "시작",
    "출발",
    "이어지",
    "이름",
    "볼",
    "보",
    "영감",
    "착안",
    "벗어나",
    "파생",
)
_LANDS = "진포산강천령곡골촌동리면섬"
_BUILDINGS = "관루각당"
_BEARING_ON = (
    "대하",
    "의하",
    "따르",
    "이",
    "비하",
    "관하",
    "반하",
    "맞서",
    "앞서",
    "반발",
    "반대",
    "맞먹",
)  # with 에 of persons, too
_OF_PLACES = (
    "묻히",
    "묻",
    "안장",
    "상륙",
    "도착",
    "정착",
    "주둔",
    "머물",
    "머무르",
    "이르",
    "진치",
    "세우",
    "설치",
    "정박",
    "입항",
)
_MINISTRIES = frozenset({"이조", "호조", "예조", "병조", "형조", "공조"})
_MINISTERS = frozenset({"판서", "참판", "참의", "정랑", "좌랑"})
_MAGISTRATES = frozenset(
    {"부사", "목사", "군수", "현감", "현령", "부윤", "첨사", "만호", "관찰사", "감사", "유수", "절도사", "찰방"}
)


def _seat_of_office(passage: Passage, i: int, end: int) -> str:
    """The label of a town or ministry before the office that it is the seat of: ``동래|부사``, ``이조|정랑``; ``""`` for a person."""
    start, stop = passage.span(i, end)
    name, office = passage.text[start:stop], passage.words[end]
    if not passage.glued(end) or len(name) != _WORD:
        return ""
    if name in _MINISTRIES and office in _MINISTERS:
        return "OG"
    return "LC" if office in _MAGISTRATES else ""


def _is_thing_in_hanja(passage: Passage, start: int, end: int) -> bool:
    """Whether the Hanja in brackets behind a name end as no person's do: ``성균시(成均試)``."""
    gloss = _IN_HANJA.match(passage.text, end)
    last = gloss.group(1)[-1] if gloss and len(gloss.group(1)) == end - start else ""
    return last in _SURELY_NO_PERSON if last else False


def _begun_before(passage: Passage) -> Iterator[tuple[int, int]]:
    """Noun phrases to whose first word a surname belongs that the analyser took for something else: 이/MM 건/NNG 범/NNG."""
    for stop, _ in passage.phrases:
        first = stop
        while first > stop - 2 and passage.tags[first - 1] in _CUT_OFF and passage.glued(first):
            first -= 1
        for begin in range(first, stop):
            end = _cut_name(passage, begin)
            if end > stop:
                yield begin, end
                break


_FORENAME = re.compile(r"(?:(?<![가-힣])|(?<=에서))([가-힣]{2,5}) (?:드|데|다|두|폰|판|반|델|디|르|엘) $")
_FORENAME_REACH = 9


def _with_forename(passage: Passage, candidate: Candidate) -> Candidate:
    """A foreign name with what stands before its particle, however the analyser cuts that: ``고메스 다 코스타``."""
    before = passage.text[max(0, candidate.start - _FORENAME_REACH) : candidate.start]
    match = _FORENAME.search(before)
    if match is None or title_place(match.group(1)) or passage.names.get(match.group(1)) is not None:
        return candidate
    return candidate._replace(start=candidate.start - len(match.group()))


# Ranks that lost blanks leave at one side of a foreign name: 백작빌럼 4세, 베아트릭스공주.
_RANKS_BEFORE = (
    "백작",
    "공작",
    "후작",
    "남작",
    "자작",
    "대공",
    "국왕",
    "황제",
    "교황",
    "왕자",
    "공주",
    "술탄",
    "장군",
    "제독",
)
_RANKS_BEHIND = (*_RANKS_BEFORE, "총리", "대통령", "장관", "의원", "대사", "교수", "박사")


def without_title(passage: Passage, candidate: Candidate) -> Candidate:
    """``웰링턴`` of ``웰링턴 공작``, which the analyser takes for one word, and of ``공작웰링턴``."""
    text = passage.text[candidate.start : candidate.end]
    head, _, last = text.rpartition(" ")
    if head and title_place(last) in ("after", "both"):
        return candidate._replace(end=candidate.start + len(head))
    before = _rank_before(text)
    if before and (_is_foreign(text[len(before) :].partition(" ")[0]) or text.endswith("세")):
        return candidate._replace(start=candidate.start + len(before))
    behind = next((rank for rank in _RANKS_BEHIND if last.endswith(rank)), "")
    if behind and _is_foreign(last.removesuffix(behind)):
        return candidate._replace(end=candidate.end - len(behind))
    return candidate


def _rank_before(name: str) -> str:
    """The rank that a lost blank has put to a name: ``백작`` of ``백작빌럼 4세``; ``""`` for none."""
    return next((rank for rank in _RANKS_BEFORE if name.startswith(rank)), "")


def _is_foreign(word: str) -> bool:
    return looks_foreign(word) or is_in_foreign_names(word)


def _regnal(passage: Passage, end: int) -> int:
    """How many morphemes count a ruler after the name: two in ``요한 바오로 2세``."""
    number = passage.words[end]
    counted = passage.tags[end] == "SN" and passage.words[end + 1] == "세" and number.isdigit()
    return 2 if counted and int(number) <= _MOST_RULERS else 0


def _korean(passage: Passage, i: int) -> int:
    """Index after a Korean full name that begins at morpheme ``i``, also one that the analyser has cut; else ``i``."""
    word, tag = passage.words[i], passage.tags[i]
    if word[0] not in surnames() or _is_forename(passage, i):
        return i
    if word in words("loanwords.csv") or word in words("not_persons.csv"):
        return i
    if len(word) == _WORD and tag in ("NNP", "XR") and _lacks_its_end(passage, i):
        return i + 2
    if tag in ("NNP", "NNG") and is_korean_name(word) and not title_place(word):
        titled = _has_title(passage, i, i + 1)
        heads = word[-1] == passage.words[i + 1][:1]  # 문화원 원장
        sure = (
            titled
            and not _heads_unit(passage, i)
            and (tag == "NNP" or (is_common_name(word) and not heads and word[-1] != "인"))
        )
        stands_for_place = passage.words[i + 1] == "에서" and word[-1] in _PLACE_ENDS and not titled
        if (
            (sure or _is_plain(passage, i) or _is_unlisted(passage, i))
            and not stands_for_place
            and not _goes_on(passage, i)
        ):
            return i + 1
    return _cut_name(passage, i)


def _lacks_its_end(passage: Passage, i: int) -> bool:
    """Whether a proper noun of two syllables and the syllable behind it are a full name that the analyser cuts: ``윤정/희``."""
    last = passage.words[i + 1]
    cut = passage.glued(i + 1) and len(last) == 1 and passage.tags[i + 1] in ("NNG", "NNP") and not title_place(last)
    if not cut or not is_common_name(passage.words[i] + last):
        return False
    listed = passage.words[i][1] + last in korean_given_names() and last not in kind_nouns()
    ends = passage.tags[i + 2][:1] in ("J", "S") if passage.glued(i + 2) else listed
    return ends and (listed or passage.tags[i] == "NNP")


_HEADS_OF_UNITS = frozenset(
    {"국장", "부장", "과장", "실장", "처장", "청장", "단장", "대장", "소장", "관장", "원장", "팀장"}
)


def _heads_unit(passage: Passage, i: int) -> bool:
    """Whether a word of two syllables is the office whose head the title glued to it names: ``경무|국장``."""
    return len(passage.words[i]) == _WORD and passage.glued(i + 1) and passage.words[i + 1] in _HEADS_OF_UNITS


def _is_forename(passage: Passage, i: int) -> bool:
    """Whether a word is a foreign given name with a surname after it, though it looks Korean: ``도리스 하트``."""
    followed = not passage.glued(i + 1) and passage.tags[i + 1] == "NNP" and not title_place(passage.words[i + 1])
    return passage.words[i] in words("given_names.csv") and followed


def _is_plain(passage: Passage, i: int) -> bool:
    """Whether a proper noun is a full name by its shape alone: three syllables, or a surname before ``마리아``."""
    word = passage.words[i]
    if passage.tags[i] != "NNP" or looks_foreign(word) or passage.tags[i + 1] == "SN" or word[-1] in "회단당릉역":
        return False
    if word[-1] == "호" and contexts().get((passage.words[i - 1], "before")) == "AF" and not passage.glued(i):
        return False  # 여객선 설봉호
    if (
        word[-1] == "이"
        and passage.tags[i + 1][:1] in "NMV"
        and not passage.glued(i + 1)
        and not _has_title(passage, i, i + 1)
    ):
        return False  # 유빈이 새로운: a given name with its particle
    full = len(word) == 3 or word[1:] in words("given_names.csv")
    return full and (surnames()[word[0]][0] == "common" or is_common_name(word))


def _is_unlisted(passage: Passage, i: int) -> bool:
    """Whether a word that the analyser takes for a noun is a full name whose given name many bear: ``한선규``."""
    word = passage.words[i]
    many = korean_given_names().get(word[1:], 0) >= _MANY and surnames()[word[0]][0] == "common"
    return many and passage.tags[i] == "NNG" and is_common_name(word) and not passage.glued(i)


def _has_title(passage: Passage, i: int, end: int) -> bool:
    """Whether a title or rank stands beside the morphemes ``i`` to ``end - 1``."""
    before = title_place(passage.words[i - 1])
    return _title_at(passage, end, passage.tags[i] == "NNP") in ("after", "both") or before in ("before", "both")


_THEN = frozenset({"당시", "전", "현"})


def _title_at(passage: Passage, j: int, proper: bool) -> str:
    """The place of the title at morpheme ``j``, or behind a word of its time or its body there.

    So ``홍길동 당시 행정관``, and of a proper noun ``홍길동 헌재 공보관``.
    """
    beside = passage.words[j]
    if passage.glued(j):
        return title_place(beside)
    body = passage.names.get(beside) if proper else None
    behind = beside in _THEN or (body is not None and body.label == "OG")
    return title_place(passage.words[j + 1] if behind else beside)


def _goes_on(passage: Passage, i: int) -> bool:
    """Whether a word goes on, unbroken, with more of a name: ``도브로`` of ``도브로볼스키``, ``명지대`` of ``명지대학교``."""
    if not passage.glued(i + 1):
        return False
    following, tag = passage.words[i + 1], passage.tags[i + 1]
    return tag in ("NNP", "SN", "SL") or (tag == "NNG" and following in kind_nouns() and not title_place(following))


def _cut_name(passage: Passage, i: int) -> int:
    """A full name in pieces, ``박/NNP 보/NNG 영/NNG``: three syllables of one eojeol that no common words explain."""
    joined, j = passage.words[i], i + 1
    if not passage.glued(j) or joined[0] not in surnames():
        return i
    if passage.glued(i) and passage.tags[i - 1] not in ("SP", "SSO", "SSC") and not passage.after_time(i):
        return i
    if joined in surnames() and passage.words[j] in words("given_names.csv"):
        return i + 2  # 김마리아
    if _is_short_name(passage, i):
        return i + 2
    while len(joined) < 3 and passage.glued(j) and passage.tags[j] in _PIECES:
        joined += passage.words[j]
        j += 1
    if j - i < 2 or not is_common_name(joined) or not _ends_well(passage, j):
        return i
    tags = passage.tags[i:j]
    proper = tags[0] in ("NNP", "MAG") or tags[-1] == "NNP"  # no adverb touches a noun: 이제/현
    # A title as of the first piece: what stands after it is another one of the name's own.
    titled = (tags[-1] != "XSN" and _has_title(passage, i, i + 1)) or _titled_after(passage, joined, j)
    return j if len(tags) == 3 or proper or titled or _AGED.match(passage.text, passage.morphemes[j - 1].end) else i


def _is_short_name(passage: Passage, i: int) -> bool:
    """Whether a surname and one syllable that the analyser parts are a name between a title and a particle: ``시장 조/순은``."""
    surname, given = passage.words[i : i + 2]
    if len(surname + given) != 2 or surnames()[surname][0] != "common" or not is_korean_name(surname + given):
        return False
    before = title_place(passage.words[i - 1]) in ("before", "both") and passage.tags[i - 1] == "NNG"
    after = not passage.glued(i + 2) and _title_at(passage, i + 2, True) in ("after", "both")
    particle = passage.tags[i + 2] in ("JKS", "JX", "JKO", "JKG", "JC") or passage.words[i + 2] in ("(", ",")
    body = passage.names.get(passage.words[i + 2])
    cut = passage.tags[i : i + 2] == ["NNP", "MM"] and body is not None and body.label == "OG"  # 조/현 외교부 장관
    pieces = passage.tags[i + 1] in ("NNG", "NNP") or cut
    return pieces and ((before and particle) or after)


def _titled_after(passage: Passage, joined: str, j: int) -> bool:
    """Whether a title follows a name in pieces (``한지/민 장관``), and not the head of a body (``문화/원 원장``)."""
    title = passage.words[j]
    common = surnames()[joined[0]][0] == "common" and joined[-1] not in _BODY_ENDS and joined[-1] != title[:1]
    return common and not passage.glued(j) and _title_at(passage, j, True) in ("after", "both")


def _ends_well(passage: Passage, j: int) -> bool:
    """Whether a particle, a title, a mark or a blank follows."""
    tag = passage.tags[j]
    return (
        not passage.glued(j)
        or tag[0] in "JSV"
        or passage.words[j] in _FOLLOWING
        or tag == "XSN"
        or bool(title_place(passage.words[j]))
    )


def _lone_surname(passage: Passage, i: int) -> bool:
    """``김 씨``, ``신 회장``, ``박모(35)씨``: a surname alone before a title."""
    word = passage.words[i]
    if passage.tags[i] == "SL" and len(word) == 1 and passage.tags[i + 1] == "NNB":  # persons that news calls A씨, B군
        return word.isupper() and passage.words[i + 1] in _FOLLOWING
    follows, tag = passage.words[i + 1], passage.tags[i + 1]
    behind_word = passage.glued(i) and not _is_mark_or_month(passage, i - 1)
    if word not in surnames() or passage.tags[i] not in ("NNP", "NNG", "NNB") or behind_word:
        return False
    if follows == "씨" and passage.glued(i + 1) and passage.words[i + 2] in _OF_CLANS:
        return False  # a clan, no person
    if word == "양" and follows in _OF_BOTH:
        return False  # both of them; one whose full name is told is remembered
    if follows in ("군", "양") and passage.glued(i + 1) and passage.words[i + 2] in ("에서", "으로", "에"):
        return False  # 심양에서: a place
    if follows == "군" and passage.names.get(word + follows) is not None:
        return False  # 명군: an army
    if follows in ("씨", "모", "군", "양") and tag in ("NNB", "NP", "XSN", "NNG"):
        return passage.tags[i] == "NNP" or follows in ("씨", "모")
    if follows == "모씨":
        return True
    if word == "전" and passage.tags[i + 2] == "NNP":
        return False  # 전 총리 히로타: who was one before
    following = title_place(follows) or title_place(follows + passage.words[i + 2])
    return passage.tags[i] == "NNP" and following in ("after", "both") and not passage.glued(i + 1)


def _is_mark_or_month(passage: Passage, i: int) -> bool:
    """Whether a sign stands there, or the unit of a date behind which a blank is lost: ``“윤씨가``, ``1월윤씨를``."""
    tag = passage.tags[i]
    mark = tag[0] == "S" and tag not in ("SL", "SN", "SH")
    return mark or (tag == "NNB" and passage.words[i] in ("년", "월", "일"))


def foreign_run(passage: Passage, i: int, stop: int, listed: set[int]) -> int:
    """Index after a run of words that could be one foreign person's name; ``i`` when there is none."""
    if not _name_word(passage, i):
        return i
    at = i + 1
    if passage.words[i][0].isdigit():
        return at  # 1호선 | 가산디지털단지역
    given = passage.words[i] in words("given_names.csv")
    while at < stop and (at not in listed or (given and (at == i + 1 or _ends_run(passage, at)))):
        word, tag = passage.words[at], passage.tags[at]
        if word == "정" and passage.words[at + 1] == "교수" and passage.glued(at + 1):
            break  # 예술대학교 | 정교수
        initial = (tag == "SL" and (len(word.rstrip(".")) == 1 or passage.words[at + 1] == ".")) or word in (".", "-")
        more = _name_word(passage, at) or word in _NOBLE or initial or _inside_foreign(passage, i, at, stop)
        full = is_common_name(word) and not given
        if not more or full or _begins_another(passage, at) or (at in listed and word in passage.names.states):
            break  # 하야시 | 일본 외무상
        at += 1
    while at > i + 1 and passage.words[at - 1] in (".", "-"):
        at -= 1
    if at > i + 1 and at < stop and passage.words[at - 1] in _NOBLE and passage.tags[at] in ("NNP", "NNG"):
        at += 1  # 페드로 데 톨레도: a particle ends no name
    return at


def _ends_run(passage: Passage, at: int) -> bool:
    """Whether a word that is a place elsewhere ends a full name: ``알렉산더 메이그스 헤이그는``, not ``존 스미스 런던 시장``."""
    listed = passage.names.get(passage.words[at])
    ends = passage.tags[at + 1][:1] in "JS" or bool(_regnal(passage, at + 1))
    return listed is not None and listed.label == "LC" and not passage.glued(at) and ends


def _begins_another(passage: Passage, at: int) -> bool:
    """Whether a word is the surname of someone else, with a title: ``송`` of ``내발산동 송 씨``."""
    return passage.words[at] in surnames() and not passage.glued(at) and passage.words[at + 1] in _FOLLOWING


def _inside_foreign(passage: Passage, i: int, at: int, stop: int) -> bool:
    """Whether a scrap of the analyser's belongs to a foreign name: ``루`` of 마르셀/루 카에타누, ``한`` of 오토 한."""
    word, tag = passage.words[at], passage.tags[at]
    if at == i + 1 and tag == "NNG" and looks_foreign(word) and not passage.glued(at) and not passage.glued(at + 1):
        titled = title_place(passage.words[at + 1]) in ("after", "both")
        return titled and passage.words[i] in words("given_names.csv")  # 존 점퍼 연구원
    if len(word) > 1 or tag not in ("NNG", "NNP", "MM", "XSN"):
        return False
    if passage.glued(at):  # the end of an eojeol before another foreign word
        return at + 1 < stop and not passage.glued(at + 1) and _name_word(passage, at + 1)
    given = passage.words[i] in words("given_names.csv") and at == i + 1
    return given and word in surnames() and passage.glued(at + 1) and passage.tags[at + 1][:1] == "J"


def _name_word(passage: Passage, i: int) -> bool:
    word, tag = passage.words[i], passage.tags[i]
    if tag == "NNP":
        spelled = passage.spelled(i)
        plain = " " not in spelled or spelled not in words("loanwords.csv")
        return plain and not title_place(word) and not word.endswith("법인")
    if tag == "SL":
        return len(word) > 1 and word[0].isupper() and not word.isupper()
    return tag == "NNG" and may_be_foreign_name(word)


def _foreign(passage: Passage, first: int, i: int, end: int) -> str:
    """The evidence that a run of foreign words is a person; ``""`` for none."""
    start, last = passage.span(i, end)
    surface = passage.text[start:last]
    pieces = [piece for k in range(i, end) for piece in passage.spelled(k).replace(".", " ").split()]
    if len(pieces) >= 2 and pieces[0] in words("given_names.csv") and not is_building(passage, end - 1):
        return "given name"
    if "앤드" in pieces or (len(pieces) > 1 and pieces[-1] in common_nouns()):
        return ""  # 스탠더드 앤드 푸어스: a firm of partners; 하산 타워, 삼보 컴퓨터
    if any(c.isdigit() for c in surface) or surface.isupper() or surface in surnames():
        return ""
    if _regnal(passage, end) and passage.tags[i] == "NNP" and not is_common_name(surface):
        return "name and title"
    after = title_place(passage.words[end]) in ("after", "both") and passage.tags[end] not in ("JX", "NP")
    before = i > first and title_place(passage.words[i - 1]) in ("before", "both")
    sure = end - i > 1 or passage.tags[i] == "NNP" or surface in words("given_names.csv")
    if sure and (after or before) and not is_place_like(surface) and not _heads_unit(passage, i):
        return "name and title"
    whole = end - i == 1 and len(pieces) >= 2 and any(map(may_be_foreign_name, pieces))
    if whole and not has_abbreviation(surface) and not is_quoted(passage, start, last):
        return "foreign full name"  # the analyser lists it, and no gazetteer as something else
    return ""


_SPECIES = re.compile(
    r" ?[(（](?:학명[:,]? ?)?[A-Z][a-z]+ (?!(?:of|the|for|van|von|der|de|da|di)\b)[a-z]{3,}(?: [a-z]{3,})?[,)）]"
)
_GENUS_ENDS = (
    "사우루스",
    "케라톱스",
    "랍토르",
    "피테쿠스",
    "테리움",
    "옵테릭스",
    "오르니스",
    "코르니스",
    "케팔루스",
)


def is_taxon(passage: Passage, start: int, end: int) -> bool:
    """Whether a name is a genus's or species's, which no entity is: ``벨로키랍토르``, ``호모 에렉투스(Homo erectus)``."""
    named = any(piece.endswith(_GENUS_ENDS) for piece in passage.text[start:end].split())
    return named or _SPECIES.match(passage.text, end) is not None


def is_quoted(passage: Passage, start: int, end: int) -> bool:
    """Whether quotation marks stand around a span, as around the title of a work."""
    text = passage.text
    return start > 0 and text[start - 1] in _QUOTES and text[end : end + 1] in _QUOTES


def is_place_like(surface: str) -> bool:
    """Whether a word ends like an organisation or place (``부산외대``), which titles follow, too."""
    return surface.endswith(
        ("대", "부", "시", "군", "구", "도", "청", "원", "회", "당", "사", "국")
    ) and not looks_foreign(surface[-1])


_INITIAL = re.compile(r"[A-Z](?=\((?:\d{1,3}|[초중고]\d)[^()]{0,12}\)\s?(?:씨|군|양))")
_ANONYMOUS = re.compile(r"(?<![가-힣])([가-힣])모(?=\s?(?:\(\d{1,3}|씨|군|양|(?:[가-힣]{2,4}) ?\())")


def anonymous(passage: Passage) -> Iterator[Candidate]:
    """The surname or initial of someone whom the news does not name: ``박모(54) 씨``, ``A(22·여)씨``."""
    for match in _INITIAL.finditer(passage.text):
        if match.start() == 0 or not passage.text[match.start() - 1].isalnum() or passage.is_boundary(match.start()):
            yield Candidate(*match.span(), "PS", "surname and title")
    for match in _ANONYMOUS.finditer(passage.text):
        if match.group(1) in surnames() and passage.is_boundary(match.start()):
            yield Candidate(match.start(), match.start() + 1, "PS", "surname and title")


def has_abbreviation(surface: str) -> bool:
    """Whether Latin capitals stand in a name, as in those of clubs and firms: ``VfL 보훔``, ``SV 다름슈타트 98``."""
    return any(sum(c.isupper() for c in piece) >= 2 for piece in surface.split())


_IN_HANJA = re.compile(r"[(（]([\u4e00-\u9fff\uf900-\ufaff]{2,4})(?:, ?((?:기원전 ?)?\d{1,4}년))?(?=[,)）~ ])")


def with_hanja(passage: Passage) -> Iterator[Candidate]:
    """Korean names by their Hanja in brackets, syllable for syllable, and the years of life: ``한도윤(韓道允, 1549년 ~``."""
    for match in _IN_HANJA.finditer(passage.text):
        hanja, dated = match.groups()
        end = match.start()
        start = end - len(hanja)
        name = passage.text[start:end] if start >= 0 else ""
        if name[:1] not in surnames() or not passage.is_boundary(start) or all(s in short_states() for s in name):
            continue  # 한미(韓美)
        if not dated and _WHERE.match(passage.text, match.end() + 1) and name not in words("given_names.csv"):
            continue  # 안평(安平)에 세워진
        if not dated and hanja[-1] in _SURELY_NO_PERSON:
            continue  # 성균시(成均試)
        if dated or is_common_name(name) or (_bears_surname(name, hanja) and not _is_word(passage, start, end)):
            yield Candidate(start, end, "PS", "Korean name")


_HANJA_GLOSS = r"[(（][\u4e00-\u9fff\uf900-\ufaff]{1,4}[)）]"
_ANOTHER = re.compile(
    rf"(?:^|(?<=[,.·의] )|(?<=[(（\n]))(?:(?P<short>자|호|휘)|아호|별호|이명|본명|필명|예명|법명|법호|시호|아명|초명|세례명)[은는] "
    rf"(?P<names>[가-힣]{{2,4}}?(?:{_HANJA_GLOSS})?(?:[·ㆍ][가-힣]{{2,4}}?(?:{_HANJA_GLOSS})?)*)"
    r"(?=[,.]|이(?:다|며|고|었))"
)
_ONE_OF_THEM = re.compile("[가-힣]{2,4}")
_SEAT = re.compile(
    r"본관은 ([가-힣]{2,3}?)(?:[(（]([\u4e00-\u9fff\uf900-\ufaff]{2,3})[)）])?(?=,| ?·|\.|이(?:다|며|고|었))"
)
_NAMED_AS = re.compile(
    r"(?:(?<![가-힣])(?<![’”'\"] )(?P<bare>[가-힣]{2,5}?)|[‘“'\"](?P<quoted>[가-힣]{2,5})[’”'\"])(?:이라|라)는 "
    r"(?:예명|필명|가명|본명|법명|세례명|아명|아호)"
)
_NEXT_NAME = re.compile(r", (?:자|호|휘|아호|시호|본관|본명)[은는] ")


_NEAR_CLAN = 24  # characters


def by_other_names(passage: Passage) -> Iterator[Candidate]:
    """What somebody is called besides: ``자는 여해(汝諧), 호는 율곡(栗谷)·석담(石潭), 시호는 충무이다``."""
    for match in _ANOTHER.finditer(passage.text):
        glossed = any(mark in match.group("names") for mark in "(（")
        clan = "본관은" in passage.text[max(0, match.start() - _NEAR_CLAN) : match.start()]
        if match.group("short") and not (glossed or clan) and not _NEXT_NAME.match(passage.text, match.end()):
            continue  # 자는 시간이다
        if not glossed and _is_common_word(passage, *match.span("names"), noun=not match.group("short")):
            continue  # 본명은 비밀이다
        for name in _ONE_OF_THEM.finditer(passage.text, *match.span("names")):
            yield Candidate(*name.span(), "PS", "Korean name")
    for seat in _SEAT.finditer(passage.text) if "본관" in passage.text else ():
        yield Candidate(*seat.span(1), "LC", "name and title")
        if seat.group(2):
            yield Candidate(*seat.span(2), "LC", "bracketed name", seat.group(1))
    for called in _NAMED_AS.finditer(passage.text):  # 소월이라는 필명으로
        group = "quoted" if called.group("quoted") else "bare"
        if group == "quoted" or not _is_common_word(passage, *called.span(group)):
            yield Candidate(*called.span(group), "PS", "Korean name")


def _is_common_word(passage: Passage, start: int, end: int, *, noun: bool = True) -> bool:
    """Whether a word is no name: a verb (``밝혀졌다``), a pronoun or, where that tells anything, a common noun."""
    tags = [passage.tags[i] for i in passage.indices(start, end)]
    if passage.text[start:end] in words("not_persons.csv") or not passage.is_boundary(end):
        return True
    return (noun and tags == ["NNG"]) or any(tag not in _OF_NAMES for tag in tags)


_OF_NAMES = frozenset({"NNG", "NNP", "NNB", "NR", "MM", "XR", "XPN", "XSN", "SO", "SP"})


# What the last Hanja of a name says it is, in names of three syllables and more and in what is no common noun.
_KINDS_IN_HANJA = {
    "LC": "城山縣郡州江島鎭浦里洞面邑嶺峴川湖海灣港津關驛樓亭橋峰谷野坪宮寺庵塔陣水河國祠殿閣陵",
    "OG": "會黨團派軍隊社",
    "AF": "記錄集經史傳書譜圖曲抄註",
    "EV": "亂變獄役禍戰",
    "CV": "法令律約",
}
_OFTEN_IN_NAMES = frozenset("山州鎭江島浦川湖海津峰谷水河城國集經傳")  # of persons: 김지하(金芝河), 정도전(鄭道傳)
_RANK_ENDS = ("將軍", "護軍", "中軍", "刺史", "御史", "內史", "長史", "縣令", "書令", "侍令", "司令")
_KIND_OF_HANJA = {sign: label for label, signs in _KINDS_IN_HANJA.items() for sign in signs}
_GLOSSED = re.compile(r"(?<![가-힣])([가-힣]{2,8})[(（]([\u4e00-\u9fff\uf900-\ufaff]{2,8})[)）]")


def named_in_hanja(passage: Passage) -> Iterator[Candidate]:
    """Names by the last of their Hanja in brackets, which are a name of the same thing: ``적봉진(赤烽鎭)``."""
    for match in _GLOSSED.finditer(passage.text):
        word, hanja = match.groups()
        label = "LC" if hanja.endswith("書院") else _KIND_OF_HANJA.get(hanja[-1])
        if _WHERE.match(passage.text, match.end()) and (label is None or _can_be_person(passage, word, hanja)):
            if label == "LC" or _is_unknown_place(passage, match.start(1), match.end(1)):
                yield Candidate(*match.span(1), "LC", "bracketed name", word)
                yield Candidate(*match.span(2), "LC", "bracketed name", word)
            continue
        if label is None or len(word) != len(hanja) or word in common_nouns() or title_place(word):
            continue
        if hanja.endswith(_RANK_ENDS) or _can_be_person(passage, word, hanja):
            continue
        tags = [passage.tags[i] for i in passage.indices(*match.span(1))]
        if any(tag not in ("NNG", "NNP", "XSN", "XPN", "NNB", "NR", "MM", "SN") for tag in tags):
            continue
        if "NNP" in tags or len(word) >= _SURE_IN_HANJA:
            yield Candidate(*match.span(1), label, "bracketed name", word)
            yield Candidate(*match.span(2), label, "bracketed name", word)


# What is said of a place: 안평(安平)에 세워진, 선산(船山)으로 후퇴하였다.
_WHERE = re.compile(
    r"에서[는도]? |(?:에|로|으로|까지) (?:[가-힣]+[을를] )?(?:도착|도달|이르|머물|머무|주둔|상륙"
    r"|후퇴|퇴각|철수|진군|진격|진출|돌아|세워|위치|있는|있던"
    r"|정착|은거|은둔|유배|귀양|이주|이동|이사|옮|쌓|건너|떠나|향하|향해|들어|내려|파견|피신|피난|도망|도주|낙향|안장|묻|장사)"
)


def _is_unknown_place(passage: Passage, start: int, end: int) -> bool:
    """Whether a word before Hanja may be a place's name: no common noun, no title, nothing that is listed otherwise."""
    word = passage.text[start:end]
    listed = passage.names.get(word)
    known = word in common_nouns() or title_place(word) or is_common_name(word)
    tags = {passage.tags[i] for i in passage.indices(start, end)}
    return not known and (listed is None or listed.label == "LC") and "NNP" in tags


def _can_be_person(passage: Passage, word: str, hanja: str) -> bool:
    """Whether what Hanja end in says little, as a person may bear the name: ``김홍집(金弘集)``, ``송강(松江)``."""
    listed = passage.names.get(word)
    if listed is not None and listed.label == "PS":
        return True
    if hanja[-1] not in _OFTEN_IN_NAMES or len(word) > _LONGEST_NAME:
        return False
    return len(word) == _WORD or word[:1] in surnames()


_LONGEST_NAME = 3
_SURE_IN_HANJA = 3
_NO_PERSON_ENDS = frozenset(
    "寺城山縣郡州江島門宮殿院廟書錄集經記史傳論法制軍黨會派試里洞面邑府道海湖川嶺國家氏人族學敎物時代館堂樓亭戰亂財帶壓試量度性者員官權力圖表機線品油業語法士師"
)
_SURELY_NO_PERSON = frozenset("試寺殿宮院廟書錄制軍黨會縣郡邑嶺戰亂")  # whatever the name sounds like: 성균시(成均試)
_OF_REIGNS = frozenset("王祖宗皇后朝")
_WORD = 2  # syllables of most common nouns in Hanja


def _is_word(passage: Passage, start: int, end: int) -> bool:
    """Whether the analyser knows a common noun there, or one made with a prefix or suffix: ``황금``, ``고성능``."""
    tags = [passage.tags[i] for i in passage.indices(start, end)]
    return (tags == ["NNG"] and end - start == _WORD) or "XPN" in tags or "XSN" in tags


def _bears_surname(name: str, hanja: str) -> bool:
    """Whether Hanja begin with a surname of that sound, and end as no place, book or body does: ``방은조(房恩照)``."""
    readings = table("surname_hanja.csv", "word", "sounds")
    heads = (hanja[:1], hanja[:2])
    sounds = {sound for head in heads if head in readings for sound in readings[head][0].split("/")}
    reigns = len(hanja) > 1 and hanja[1] in _OF_REIGNS
    return any(name.startswith(sound) for sound in sounds) and hanja[-1] not in _NO_PERSON_ENDS and not reigns


_PEN_NAME_ENDS = frozenset("암재곡계당헌은촌포담호천송산운강봉")


def with_pen_name(passage: Passage, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """A Korean name with the pen or temple name before it, which are one (guideline §3): ``율곡 이이``, ``태조 주원장``."""
    for candidate in found:
        if candidate.label != "PS" or candidate.end - candidate.start > _LONGEST_KOREAN:
            continue
        i = passage.index_at(candidate.start) - 1
        pen = passage.words[i] if i >= 0 else ""
        plain = len(pen) == 2 and pen[-1] in _PEN_NAME_ENDS and passage.tags[i] == "NNP" and not passage.glued(i)
        listed = passage.names.get(pen)
        temple = len(pen) == 2 and pen[-1] in "조종" and listed is not None and listed.label == "PS"
        unknown = plain and listed is None and not title_place(pen)
        if passage.glued(i + 1) or not (unknown or temple):
            continue
        before = passage.words[i - 1]
        other = passage.names.get(before) is not None or before == "주식회사"  # a place's or firm's name goes on
        if not other and is_korean_name(passage.text[candidate.start : candidate.end]):
            yield candidate._replace(start=passage.starts[i], rule="Korean name", name="")


_KIN = "대왕대비|폐비|폐빈|왕대비|대비|왕비|계비|왕후|후궁|상궁|숙의|귀인|부인|어머니|생모|모친|장모|아내|딸|며느리|누이|외할머니|할머니"
_LADY = re.compile(rf"(?:{_KIN}) ?((?:[가-힣]{{2}} ?)?[가-힣]씨)(?=[은는이가을를의에와과도,()]| |$)")


_CONSORT = re.compile(
    r"(?<![가-힣])([가-힣]{2}(?:왕후|왕비|궁)|[가-힣]빈) [가-힣]씨(?=[은는이가을를의에와과도,()]| |$)"
)


def ladies(passage: Passage) -> Iterator[Candidate]:
    """Women whom annals call by their clan, ``씨`` and its seat included: ``대비 조씨``, ``어머니 영주 우씨``, ``희빈 장씨``."""
    for match in _LADY.finditer(passage.text) if "씨" in passage.text else ():
        start, end = match.span(1)
        if match.group(1)[-2] in surnames() and passage.is_boundary(start):
            yield Candidate(start, end, "PS", "surname and title", match.group(1))
    for match in _CONSORT.finditer(passage.text) if "씨" in passage.text else ():
        yield Candidate(*match.span(), "PS", "Korean name")


_AFTER = frozenset({"후", "뒤", "때", "중", "등", "전"})
_NUMBERED = re.compile(r"(\d{1,2})세(?=[가는이의와로,()를은도 ]|에게|에 의|$)(?!의 나이)")
_BEFORE_NUMBER = re.compile(r"[가-힣]{2,7}(?= ?$)")
_LONGEST_RULER = 8
_MOST_GUESSED = 9  # an unknown name with a higher number is an age


def rulers(passage: Passage) -> Iterator[Candidate]:
    """Rulers and popes by their number, however the analyser cuts the name: ``람세스 2세``, ``메흐메트 2세``."""
    text = passage.text
    for match in _NUMBERED.finditer(text):
        before = _BEFORE_NUMBER.search(text, max(0, match.start() - _LONGEST_RULER), match.start())
        if before is None or int(match.group(1)) > _MOST_RULERS:
            continue
        start = passage.begins_at(before.end() - 1, before.start(), lambda i: _may_hold(passage, i))
        start += _title_glued(text[start : before.end()])
        name = text[start : before.end()]
        listed = passage.names.get(name)
        known = name in words("given_names.csv") or (listed is not None and listed.label == "PS")
        guessed = looks_foreign(name) and name[-1] not in "계안인" and name not in words("loanwords.csv")
        if len(name) >= 2 and (known or (guessed and int(match.group(1)) <= _MOST_GUESSED)):
            yield Candidate(start, match.end(1) + 1, "PS", "name and title")


# What is told of kings, by their temple names: 경종이 즉위하면서, 인종의 치세.
_TEMPLE_NAME = re.compile(
    r"(?:(?<![가-힣])|(?<=[가-힣]나라 )|(?<=고려 )|(?<=조선 ))([가-힣][종조])"
    r"(?=(?:이|가|은|는|께서) (?:[가-힣]{1,8} ){0,2}"
    r"(?:즉위|재위|승하|붕어|친정|책봉|폐위|등극|항복|파천|피란|환도|하교|전교|윤허|훙서|선위|양위|복위|친히|총애|중용)"
    r"|의 (?:치세|재위|즉위|왕비|왕후|후궁|세자|왕자|아들|손자|손녀|딸|장남|차남|모후|생모|어진|능|명으로|명을|뒤를|총애|신임"
    r"|둘째|셋째|넷째|장자|서자|동생|아우))"
)
# A temple name behind its dynasty by one syllable is one name: 청 태종, 수 양제.
_OF_DYNASTY = re.compile(
    r"(?<![가-힣])(?:[당송명원청금요] [고태세중현숙성신영정광문무선철인효건도함동가강옹융양의경헌희목순][종조]"
    r"|수 [양문]제|한 [무헌선원]제|진 무제|위 [문명]제)(?![가-힣]{2,}|도)"
)
_OF_STATE = re.compile(r"[가-힣]나라 ([가-힣][종조])(?=[은는이가의과와에을를](?![가-힣])|에게)")
_NO_KING = frozenset(
    ("시종", "멸종", "변종", "품종", "업종", "직종", "기종", "어종", "토종", "방종", "수종", "잡종", "별종", "신종", "각종",
     "일종", "특종", "시조", "원조", "협조", "강조", "창조", "개조", "제조", "구조", "왕조", "풍조", "보조", "공조", "신조",
     "이조", "호조", "예조", "병조", "형조", "사조", "길조", "흉조", "징조", "체조", "논조", "색조", "난조", "저조", "고조", "격조")
)  # fmt: skip


def kings(passage: Passage) -> Iterator[Candidate]:
    """Kings whose temple name is a common noun to the analyser, by what only kings do: ``경종이 즉위하였다``, ``요나라 흥종의``."""
    for match in _OF_DYNASTY.finditer(passage.text):
        yield Candidate(*match.span(), "PS", "name and title")
    for pattern in (_TEMPLE_NAME, _OF_STATE):
        for match in pattern.finditer(passage.text):
            if match.group(1) not in _NO_KING and passage.is_boundary(match.end(1)):
                yield Candidate(*match.span(1), "PS", "name and title")


_SHORTEST_TITLED = 4  # syllables


def _title_glued(name: str) -> int:
    """How long a title is that a lost blank has put to a ruler's name: ``교황|요한``."""
    if name in words("given_names.csv"):
        return 0
    if (rank := _rank_before(name)) and len(name) >= _SHORTEST_TITLED:
        return len(rank)  # 백작|빌럼
    places = (k for k in range(2, len(name) - 1) if title_place(name[:k]) in ("before", "both"))
    return next((k for k in places if name[k:] in words("given_names.csv")), 0)


def _may_hold(passage: Passage, i: int) -> bool:
    """Whether a morpheme may be part of the name that goes on after it: no particle, ending or title."""
    tag = passage.tags[i]
    word = passage.words[i]
    if "+E" in passage.morphemes[i].tag:
        return False  # 일으켜|페드루 2세
    return tag[:1] not in "JE" and tag not in ("XSV", "XSA", "VCP") and not title_place(word) and word not in _AFTER


_LONGEST_KOREAN = 4
_PARTICLE = "은는이가을를의와과도만로"
_NAME_GLUED = re.compile(rf"([가-힣]{{3}})(?=[{_PARTICLE},()]|에게|씨| |$)")


_NAME_BEFORE = re.compile(r"(?<![가-힣])([가-힣]{2,5}) ?$")
_LONGEST_HOLDER = 6


def holders(passage: Passage, listed: Iterable[Candidate]) -> Iterator[Candidate]:
    """Who holds an office of the body or state behind the name: ``박진 외교부 장관``, ``하야시 일본 외무상``."""
    for candidate in listed:
        if candidate.label not in ("OG", "LC") or not _has_office(passage, candidate):
            continue
        before = _NAME_BEFORE.search(passage.text, max(0, candidate.start - _LONGEST_HOLDER), candidate.start)
        if before is not None and _may_hold_office(passage, *before.span(1)):
            yield Candidate(*before.span(1), "PS", "name and title")


def _has_office(passage: Passage, body: Candidate) -> bool:
    """Whether a title follows a body's name, or that of an office of state the state's: ``외교부 장관``, ``일본 외무상``."""
    j = passage.index_at(body.end)
    if passage.glued(j) or passage.tags[j][:2] != "NN":
        return False
    if body.label == "OG":
        return title_place(passage.words[j]) in ("after", "both")
    office = passage.words[j] + passage.words[j + 1] * passage.glued(j + 1)
    if passage.words[j - 1] in passage.names.states:
        return office.endswith(_OFFICES_OF_STATE)
    end = next(
        (k for k in range(j, j + _PIECES_OF_OFFICE) if passage.tags[k] != "NNG" or (k > j and not passage.glued(k))), j
    )
    office = "".join(passage.words[j:end])
    return (
        len(office) > _WORD
        and office.endswith(_OFFICES_OF_TOWNS)
        and title_place(passage.words[end - 1]) in ("after", "both")
    )


_OFFICES_OF_STATE = (
    "장관", "총리", "외무상", "방위상", "재무상", "외교부장", "국방부장", "대통령", "국가주석", "대사", "수상", "총통",
)  # fmt: skip


_PIECES_OF_OFFICE = 4
# 제천시 관광과장, 서울시 도시계획국장
_OFFICES_OF_TOWNS = (
    "국장",
    "과장",
    "실장",
    "부장",
    "소장",
    "팀장",
    "단장",
    "센터장",
    "담당관",
    "계장",
    "부시장",
    "부지사",
    "부구청장",
    "부군수",
)


def _may_hold_office(passage: Passage, start: int, end: int) -> bool:
    """Whether an eojeol may be a person's name: a surname with one or two syllables, or a foreign word."""
    name = passage.text[start:end]
    listed = passage.names.get(name)
    if listed is not None and listed.label != "PS":
        return False
    if (
        name in common_nouns()
        or title_place(name)
        or name in words("not_persons.csv")
        or name in words("loanwords.csv")
    ):
        return False
    tags = {passage.tags[i] for i in passage.indices(start, end)}
    if len(name) == _WORD:
        return listed is not None or (tags == {"NNP"} and (name[0] in surnames() or looks_foreign(name)))
    if is_korean_name(name) and len(name) <= _LONGEST_KOREAN:
        return True
    return (looks_foreign(name) or name in words("given_names.csv")) and not tags & {"JKB", "JX", "EC", "ETM", "VCP"}


_TOWN_OFFICE = re.compile(
    r"(?<![가-힣])([가-힣]{2})(?:현감|현령|군수|부사|목사|부윤|서윤|판관|첨사|찰방)(?=[에으을를이가은는로로 ,·ㆍ.]|$)"
)
_MINISTRY_OFFICE = re.compile(
    r"(?<![가-힣])([이호예병형공]조)(?:판서|참판|참의|참지|정랑|좌랑)(?=[에으을를이가은는로과와 ,·ㆍ.]|$)"
)
_COURT_OFFICE = re.compile(
    r"(?<![가-힣])(봉상시|양현고|성균관|승문원|승정원|사헌부|사간원|홍문관|예문관|춘추관|의금부|한성부|장악원|전의감|관상감|내의원"
    r"|선공감|사복시|군기시|내자시|내섬시|예빈시|장흥고|광흥창|교서관|세자시강원|시강원|종부시|통례원|사옹원|훈련원|도총부"
    r"|비변사|선혜청|돈녕부|중추부|충훈부|의정부|규장각|집현전|상서원|제용감|군자감|사재감|전옥서|활인서|혜민서|도화서)"
    r"(?=[가-힣]{2,3}(?:[에을를이가은는로과와 ,·ㆍ.]|으로|$))"
)
_NO_TOWNS = frozenset(
    ("전임", "신임", "후임", "당시", "초대", "현직", "전직", "지방", "외직", "임시", "부임", "병마", "수군", "인근", "해당", "역대",
     "이웃", "각읍", "다시", "먼저", "여러", "모든", "이후", "다음", "그때", "관할", "겸임", "동료", "담당", "도호", "현지",
     "미국", "그의", "유명", "원로", "젊은")
)  # fmt: skip


def seats(passage: Passage) -> Iterator[Candidate]:
    """Towns, ministries and courts glued to an office there, whatever the analyser makes of them: ``흥덕|현감``, ``예조|좌랑``,
    ``봉상시|봉사``."""
    text = passage.text
    for match in _TOWN_OFFICE.finditer(text):
        town = match.group(1)
        listed = passage.names.get(town)
        place = listed is not None and listed.label == "LC"
        common = town in _NO_TOWNS or town in common_nouns() or bool(title_place(town))
        pastor = text.startswith("목사", match.end(1))  # 담임목사
        word = {passage.tags[i] for i in passage.indices(*match.span(1))} & {"MM", "NP", "MAG", "VV", "VA"}
        if place or not (common or pastor or word):
            yield Candidate(*match.span(1), "LC", "name and title")
    for pattern in (_MINISTRY_OFFICE, _COURT_OFFICE):
        yield from (Candidate(*match.span(1), "OG", "name and title") for match in pattern.finditer(text))


_OFFICER = re.compile(
    r"(?:첨사|순변사|[좌우]?수사|목사|부사|현감|현령|관찰사|방어사|조방장|만호|도원수|부원수|절도사|통제사|순찰사|찰방|권관"
    r"|의병장|승병장|영의정|좌의정|우의정|판서|참판|도승지|대제학) ([가-힣]{2,3})(?=[은는이가을를의와과] |에게)"
)


def officers(passage: Passage) -> Iterator[Candidate]:
    """Who held an office of old, right behind it, whatever the analyser makes of either: ``첨사 정발이``, ``순변사 신립은``."""
    for match in _OFFICER.finditer(passage.text):
        name = match.group(1)
        tags = [passage.tags[i] for i in passage.indices(*match.span(1))]
        word = tags == ["NNG"] or not set(tags) <= {"NNG", "NNP", "XSN", "NNB", "MM", "NR", "NP"}
        known = name in common_nouns() or title_place(name) or passage.names.get(name) is not None
        if name[0] in surnames() and not word and not known and passage.is_boundary(match.end()):
            yield Candidate(*match.span(1), "PS", "name and title")


def glued_to_title(passage: Passage) -> Iterator[Candidate]:
    """A Korean name glued to the title before it (``부인오은미``), which the analyser cuts anywhere."""
    text = passage.text
    for title in _titles_before():
        for i in passage.openings.get(title[:2], ()):
            at = passage.starts[i]
            if not text.startswith(title, at) or (at and "가" <= text[at - 1] <= "힣"):
                continue
            match = _NAME_GLUED.match(text, at + len(title))
            if match is None or not is_common_name(match.group(1)) or match.group(1).endswith("주의"):
                continue
            if text[match.end() : match.end() + 1].isalnum() or match.group(1)[-1] not in _PARTICLE:
                yield Candidate(*match.span(1), "PS", "name and title")


@remembered
def _titles_before() -> list[str]:
    return sorted(title for title, place in title_places().items() if place in ("before", "both") and len(title) >= 2)
