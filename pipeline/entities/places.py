"""Places that no gazetteer lists, by what is decided of them (``매홀군이 설치되었다``) and by the place before them
(``양주 배봉산에``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.shape import is_about_districts
from pipeline.entities.vocabulary import common_nouns, title_place, words

_TOWN = 2  # syllables
_PREFECTURE = re.compile(r"부(?=로 |[가는를에의와] |에서| [가-힣]{1,3}[군면]|\()")
_MADE = re.compile(
    r"(?<![가-힣])(?P<name>(?P<stem>[가-힣]{1,3})(?P<unit>도호부|유수부|부|목|군|현|주))"
    r"(?:(?:으로|로) (?:이름을 )?(?:고치|고쳐|고쳤|고친|개칭|개명|승격|강등|복귀|환원|바뀌|바꾸|바꿨|되었|불리|불렸)"
    r"|[이가을를은는] (?:[가-힣]+(?:에|으로|로|와|과) ){0,2}(?:설치|폐지|승격|강등|신설|병합|개칭|폐합|되었))"
)
_WORDS_OF_DEEDS = (
    "승격",
    "강등",
    "개칭",
    "개명",
    "설치",
    "폐지",
    "신설",
    "병합",
    "환원",
    "고쳐",
    "고치",
    "고쳤",
    "바뀌",
    "되었",
)
_SEATS = frozenset({"부", "목", "도호부", "유수부"})
_ARMIES = (
    "의용",
    "독립",
    "광복",
    "예비",
    "지원",
    "해방",
    "혁명",
    "연합",
    "동맹",
    "반란",
    "농민",
    "동학",
    "정부",
    "인민",
    "정규",
    "친위",
    "시위",
    "호위",
)
_LANDSCAPE = re.compile(
    r" (?P<name>[가-힣]{1,3}(?:산|강|천|포|진|곶|령|봉|고개|골|촌|동|섬|도|루|정|나루|벌|못|들|재|바위|내))"
    r"(?=에서|에 |에는|에도|의 |으로 |로 |까지 |부터 |\(| 일대| 부근| 인근| 앞바다| 기슭| 자락)"
)


def old_towns(passage: Passage) -> Iterator[Candidate]:
    """Towns as prefectures of old: ``진주부``, not ``정부``."""
    text = passage.text
    for match in _PREFECTURE.finditer(text):
        start = match.start() - _TOWN
        name = text[start : match.end()] if start >= 0 and not text[start - 1 : start].isalpha() else ""
        if name and _is_town(passage, name[:-1]) and name not in common_nouns():
            yield Candidate(start, match.end(), "LC", "kind behind")


def _is_town(passage: Passage, name: str) -> bool:
    """Whether a name is a listed place and no state."""
    listed = passage.names.get(name)
    states = passage.names.states
    return listed is not None and listed.label == "LC" and listed.name not in states and name not in states


def renamed_towns(passage: Passage) -> Iterator[Candidate]:
    """Counties and towns by what is done to such: ``수성군으로 고쳤다``, ``매홀군이 설치되었다``, not ``의용군을 폐지``."""
    if not any(deed in passage.text for deed in _WORDS_OF_DEEDS):
        return
    for match in _MADE.finditer(passage.text):
        name, stem, unit = match["name"], match["stem"], match["unit"]
        if name in common_nouns() or not passage.is_boundary(match.start()) or title_place(name):
            continue
        if unit in _SEATS and not (_is_town(passage, stem) or stem[-1] in "주성산천양"):
            continue
        army = stem in passage.names.states or stem.endswith(_ARMIES)
        if (unit == "군" and army) or (unit != "주" and len(stem) == 1 and unit not in _SEATS):
            continue
        if unit == "주" and (len(stem) > 1 or ("고" not in match.group() and "승격" not in match.group())):
            continue  # 수주로 승격, not 매주 개칭
        yield Candidate(*match.span("name"), "LC", "kind behind")


_CITIES = frozenset({"서울", "부산", "대구", "인천", "광주", "대전", "울산"})
_QUARTER = re.compile(r"(?<![가-힣])[동서남북중]구(?=[와과은는이가을를의에,·])")
# Via della Conciliazione, Piazza di Spagna
_STREET = re.compile(
    r"(?<![가-힣])(?:비아|피아차|피아자|캄포) (?:델라|델로|델레|델|디|데이|데) [가-힣]{2,10}?(?=[은는이가을를의에와과로]|에서|으로| |$)"
)
# A place with its Hanja, and what it is behind them: 원저우(溫州)시, 허톈(和田)지구.
_IN_HANJA = re.compile(
    r"(?<![가-힣])([가-힣]{2,6})\(([\u4e00-\u9fff]{1,4})\)(?=(?:[현시군구정촌성주도]|지구|자치[구주]|[가-힣]{2,4}자치[구주])"
    r"(?:[은는이가을를의에와과로 ]|에서|으로|$))"
)


# What a city, a district, a county and a township are divided into.
_BELOW = {
    last: re.compile(rf" (?P<name>[가-힣]{{1,3}}(?:{units}))(?= [가-힣]|[을를은는이가에의과와,)]|으로|로|$)")
    for lasts, units in {"시구": "동|읍|면", "군": "읍|면", "읍면": "리"}.items()
    for last in lasts
}


def quarters(passage: Passage) -> Iterator[Candidate]:
    """Quarters of a town where districts are spoken of (``동구와 서구가 분구되었다``), streets, places with their Hanja inside."""
    for match in _QUARTER.finditer(passage.text):
        if is_about_districts(passage, match.start()) and passage.is_boundary(match.start()):
            yield Candidate(*match.span(), "LC", "kind behind")
    yield from (Candidate(*match.span(), "LC", "kind behind") for match in _STREET.finditer(passage.text))
    for match in _IN_HANJA.finditer(passage.text):
        yield Candidate(*match.span(1), "LC", "kind behind")
        yield Candidate(*match.span(2), "LC", "bracketed name", match.group(1))


def beside_places(passage: Passage, listed: Iterable[Candidate]) -> Iterator[Candidate]:
    """Hills, rivers, villages and pavilions named behind the place that they are in: ``양주 배봉산에``, ``한성 재동에``."""
    for place in listed:
        if place.label != "LC":
            continue
        match = _LANDSCAPE.match(passage.text, place.end)
        surface = passage.text[place.start : place.end]
        last = "시" if surface in _CITIES else surface[-1]
        if match is None and last in _BELOW:
            match = _BELOW[last].match(passage.text, place.end)  # 서울 도렴동 청사, 광양시 금호동을
        if (
            match is not None
            and _is_unknown(passage, match["name"], match.span("name"))
            and passage.is_boundary(match.end())
        ):
            yield Candidate(*match.span("name"), "LC", "kind behind")


def _is_unknown(passage: Passage, name: str, span: tuple[int, int]) -> bool:
    """Whether no common noun explains a word: ``배봉산``, which the analyser cuts to scraps, not ``야산``."""
    tags = [passage.tags[i] for i in passage.indices(*span)]
    if len(tags) == 1 and tags[0] != "NNP":
        return False
    scraps = len(tags) >= len(name) - 1 and set(tags) <= {"NNG", "NNP", "NNB", "NR", "MM", "XPN"}
    known = name in common_nouns() or name in words("not_persons.csv") or title_place(name)
    listed = passage.names.get(name)
    return (tags == ["NNP"] or scraps) and not known and (listed is None or listed.label == "LC")
