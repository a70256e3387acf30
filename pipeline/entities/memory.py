"""Memory of the document: a full name explains its later short forms, a bracketed acronym the name before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.vocabulary import common_nouns, is_korean_name, kind_nouns, looks_foreign, surnames, title_place

# What stands in brackets, with at most a date's equivalent in brackets of its own: (金堉, 1580년 8월 23일(음력 7월 14일) ~)
_GLOSS = re.compile(r"['’\"”」』》]?\s?[(（]((?:[^()（）]|\([^()（）]{1,20}\)){1,120})[)）]")
_SPELLED = re.compile(
    r"(?:^|, ?|; ?)[가-힣]{1,7}어: ?([^,;:()（）가-힣]{3,60}?(?:, ?(?:Ltd|Inc|LLC)\.?)?)(?=$|[,;(（])"
)  # (핀란드어: talvisota)
_SAID = re.compile(r"(?:이하|약칭|줄여서|통칭)[:,]?\s*['‘\"“]?([^'’\"”,;:]{1,30}?)['’\"”]?\s*(?:$|[,;])")
_LETTER = "A-Za-zÀ-ɏ"
_LATIN = re.compile(rf"[A-ZÀ-ÞĀ-Ž][{_LETTER}.'’\"&\-–]*(?: (?:[{_LETTER}.'’\"&\-–]+|\d+:?))*")
_HANJA = re.compile(r"(?P<name>[\u4e00-\u9fff\uf900-\ufaff]{2,12}(?: [\u4e00-\u9fff\uf900-\ufaff]{1,12})*)")
_IN_LANGUAGE = re.compile(
    rf"(?:일본어|중국어(?: [정간]체자?)?|한자|[정간]체자?): ?{_HANJA.pattern}"
)  # (일본어: 昭和天皇)
_HOUSE = re.compile(r"(?<![가-힣])([가-힣]{2,6} ?씨) ?\([\u4e00-\u9fff]{1,6}氏\)")  # 고데라 씨(小寺氏)
_CLAN = re.compile(
    r"([가-힣]{2,3} [가-힣]{1,2}씨)[(（][\u4e00-\u9fff\uf900-\ufaff]{2,3} ?[\u4e00-\u9fff\uf900-\ufaff]{1,2}氏"
)
_PARTICLE_STARTS = frozenset("은는이가을를의에와과도로만나라께부까처보야여였며든랑")
_SHORTENED = frozenset(
    {
        "계획",
        "프로젝트",
        "작전",
        "로켓",
        "우주선",
        "위성",
        "탐사선",
        "우주왕복선",
        "왕복선",
        "미사일",
        "전투기",
        "폭격기",
    }
)
_LABELS_IN_LATIN = frozenset({"PS", "OG", "AF", "EV", "CV"})
_ABBREVIATED = frozenset({"OG", "EV", "CV"})
_NUMBERED = re.compile(r"^제\s?\d+\s?회 ?")
_SHORT_HANGUL = re.compile("[가-힣]{2,5}")
_LABELS_IN_HANJA = frozenset({"PS", "LC", "OG", "AF", "EV", "CV"})
_UNSURE = frozenset({"context", "foreign full name"})
_AFTER_SURNAME = frozenset({"씨", "군", "양", "모"})


class Memory:
    """What the document itself has explained: surface → (label, canonical name).

    Attributes:
        short: short forms, which stand for a longer name.
        whole: persons' names as they are, for mentions that show nothing of a person.
        bearers: full names by their surname of one syllable (``한`` of 한동훈, of 오토 한), each with where it stands.
        clubs: longer names by the listed name that stands for them where both occur (``LG`` of LG 트윈스, ``화성`` of 수원 화성).
    """

    def __init__(self) -> None:
        self.short: dict[str, tuple[str, str]] = {}
        self.whole: dict[str, tuple[str, str]] = {}
        self.bearers: dict[str, list[tuple[int, str]]] = {}
        self.foreign: set[str] = set()
        self.clubs: dict[str, str] = {}

    def bearer(self, surname: str, at: int) -> str:
        """The full name of whoever bears a surname and was named last before an offset; else who is named first."""
        bearers = self.bearers.get(surname, [])
        before = [name for start, name in bearers if start < at]
        return before[-1] if before else bearers[0][1] if bearers else ""

    def learn(self, surface: str, label: str, name: str) -> None:
        """Keeps what a surface stands for; the first explanation holds."""
        listed = gazetteer().get(surface)
        if len(surface) >= 2 and (listed is None or (label == "PS" and listed.label == "LC")):
            self.short.setdefault(surface, (label, name))


def glosses(passage: Passage, found: Iterable[Candidate], memory: Memory) -> Iterator[Candidate]:
    """What brackets after a name call it: ``미국 항공우주국(NASA)``, ``노동자협의회(이하 노협)``, ``차범근(Cha Bum-Kun)``."""
    for candidate in found:
        match = _GLOSS.match(passage.text, candidate.end)
        if candidate.label == "QT" or match is None:
            continue
        inner, at = match.group(1), match.start(1)
        name = candidate.name or passage.text[candidate.start : candidate.end]
        said = _SAID.search(inner)
        hanja = _HANJA.match(inner) or _IN_LANGUAGE.match(inner)
        if hanja and candidate.label in _LABELS_IN_HANJA:
            yield Candidate(at + hanja.start("name"), at + hanja.end(), candidate.label, "bracketed name", name)
        if said:
            memory.learn(said.group(1), candidate.label, name)
            yield Candidate(at + said.start(1), at + said.end(1), candidate.label, "bracketed name", name)
        elif _abbreviates(inner, passage.text[candidate.start : candidate.end]) and candidate.label in _ABBREVIATED:
            memory.learn(inner, candidate.label, unnumbered(name))
            yield Candidate(at, at + len(inner), candidate.label, "bracketed name", unnumbered(name))
        elif candidate.label in _LABELS_IN_LATIN and (spelled := list(_SPELLED.finditer(inner))):
            for other in spelled:
                memory.learn(other.group(1), candidate.label, name)
                yield Candidate(at + other.start(1), at + other.end(1), candidate.label, "bracketed name", name)
        elif candidate.label in _LABELS_IN_LATIN and candidate.rule != "quantity":
            for latin in _LATIN.finditer(inner):
                if _starts_well(inner, latin.start()):
                    memory.learn(latin.group(), candidate.label, name)
                    yield Candidate(at + latin.start(), at + latin.end(), candidate.label, "bracketed name", name)


def _abbreviates(inner: str, name: str) -> bool:
    """Whether Hangul in brackets are some of a longer name's syllables in their order: ``국전`` of 대한민국미술전람회."""
    if not _SHORT_HANGUL.fullmatch(inner) or len(name) < 2 * len(inner) or inner in name:
        return False
    rest = iter(name)
    return all(syllable in rest for syllable in inner)


def unnumbered(name: str) -> str:
    """A prize's or exhibition's name without its number: ``제14회 누리문학상`` → ``누리문학상``."""
    return _NUMBERED.sub("", name)


def clans(passage: Passage) -> Iterator[Candidate]:
    """Clans, by their seat and surname in Hangul and in Hanja: ``김해 김씨(金海 金氏)``."""
    if "氏" not in passage.text:
        return
    for match in (*_HOUSE.finditer(passage.text), *_CLAN.finditer(passage.text)):
        yield Candidate(*match.span(1), "OG", "bracketed name", match.group(1))


def _starts_well(inner: str, at: int) -> bool:
    """Latin words are a name where brackets hold nothing before them but another: ``(NACA: National …)``, ``(영어: …)``."""
    before = inner[:at].rstrip()
    return not before or before[-1] in ":,;/"


def learn_names(passage: Passage, found: Sequence[Candidate], memory: Memory) -> None:
    """Short forms that names leave behind: a person's last name, a craft or project without its kind."""
    for candidate in sorted(
        found, key=lambda c: (c.label, c.start)
    ):  # AF before EV: 제미니 is a craft if the text has 제미니 8호
        surface = passage.text[candidate.start : candidate.end]
        pieces = surface.split()
        if candidate.label == "PS" and pieces[-1][0].isdigit():
            pieces = pieces[:-1]
        if is_kept_back(passage, candidate):
            memory.bearers.setdefault(surface, []).append((candidate.start, surface + "모"))
        if candidate.label == "PS" and candidate.rule != "surname and title":
            name = candidate.name or surface
            if len(pieces) >= 2:
                for piece in (pieces[-1], pieces[0]):
                    if _is_name_alone(piece, candidate.rule):
                        memory.learn(piece, "PS", name)
                if len(pieces[-1]) == 1:
                    memory.foreign.add(pieces[-1])
                    memory.bearers.setdefault(pieces[-1], []).append((candidate.start, name))
            elif surface[0] in surnames() and is_korean_name(surface):
                memory.bearers.setdefault(surface[0], []).append((candidate.start, name))
            if len(pieces) == 1 and len(surface) >= 3:
                memory.whole.setdefault(surface, ("PS", name))
        elif candidate.label in ("AF", "EV") and len(pieces) == 2 and _kind_of_project(candidate.rule):
            memory.learn(pieces[0], candidate.label, surface)
        elif candidate.label == "LC" and len(pieces) == 2 and _has_homograph(pieces[1]):
            memory.clubs.setdefault(pieces[1], candidate.name or surface)  # 수원 화성 … 화성
        elif candidate.rule == "bracketed name" and surface.isascii():
            memory.short.setdefault(surface, (candidate.label, candidate.name or surface))  # WITSA(세계 …연맹)
        elif candidate.rule == "firm and office":
            memory.short.setdefault(surface, ("OG", surface))  # 류광지 금양 회장
        elif candidate.rule == "kind: 구단":
            memory.short.setdefault(pieces[-1], ("OG", surface))
        elif candidate.label == "OG" and surface[-1] == "씨":
            memory.short.setdefault(surface, ("OG", surface))  # a clan
        elif candidate.label == "OG" and len(pieces) == 2 and kind_nouns().get(pieces[1], ("", ""))[1] == "name":
            _learn_club(pieces[0], candidate.name or surface, memory)


def is_kept_back(passage: Passage, candidate: Candidate) -> bool:
    """Whether somebody's surname is all that a text tells of the name: ``김모 씨``, ``이 모(44)씨``."""
    told = candidate.rule == "surname and title"
    return told and passage.text.startswith(("모", " 모(", " 모 씨", " 모씨"), candidate.end)


def _is_name_alone(piece: str, rule: str) -> bool:
    """Whether part of a person's name may stand for it: no common noun, and foreign where the name is a guess."""
    if piece in common_nouns():
        return False
    return rule not in _UNSURE or (gazetteer().get(piece) is None and looks_foreign(piece))


def _has_homograph(surface: str) -> bool:
    """Whether a place's short form is a planet's name."""
    listed = gazetteer().get(surface)
    return listed is not None and listed.guard == "body"


def _learn_club(owner: str, name: str, memory: Memory) -> None:
    """``LG`` stands for LG 트윈스 where the document has both; a place is no club (``인천 유나이티드``)."""
    listed = gazetteer().get(owner)
    if listed is None and owner.isascii() and owner.isupper():
        memory.short.setdefault(owner, ("OG", name))
    elif listed is not None and listed.label == "OG":
        memory.clubs.setdefault(owner, name)


def _kind_of_project(rule: str) -> bool:
    return rule == "series" or (rule.startswith("kind: ") and rule[6:] in _SHORTENED)


def recalled(passage: Passage, memory: Memory) -> Iterator[Candidate]:
    """Later (and earlier) mentions of short forms that the document explains, by their characters.

    The analyser cuts names that it does not know (``클/VA 리/NNB 퍼/NNG``), so the characters decide: a short form begins an
    eojeol or a morpheme, and a particle, a mark or a morpheme's end follows.
    """
    for known, rule in ((memory.short, "document memory"), (memory.whole, "repeated name")):
        for short, (label, name) in known.items():
            for i in passage.openings.get(short.replace(" ", "")[:2], ()):
                at = passage.starts[i]
                end = at + len(short)
                if passage.text.startswith(short, at) and _stands_alone(passage, at, end):
                    yield Candidate(at, end, label, rule, name)


_DYNASTIES = "주한위촉오진송제양수당요금원명청"
_ONCE_NAMED = re.compile(rf"(?<![가-힣])([{_DYNASTIES}])나라(?!당)")
_ALONE = re.compile(
    rf"(?<![가-힣])([{_DYNASTIES}])"
    r"(?:(?P<army>군)(?=[은는이가을를의에과와]|에게|,| |$)|(?=(?:과|와|이|가|의|에|에서|에게)(?![가-힣])))"
)


def dynasties(passage: Passage, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """States of China by one syllable, and their armies, where the document names them in full: ``송나라`` … ``송과``, ``송군``."""
    named = {match.group(1) for match in _ONCE_NAMED.finditer(passage.text)}
    if not named:
        return
    names = {passage.text[c.start : c.end]: c.name for c in found if c.label == "LC"}
    for match in _ALONE.finditer(passage.text):
        state = match.group(1)
        counted = passage.text[max(0, match.start() - 2) : match.start()].rstrip()[-1:].isdigit()  # 3 명이
        if state in named and not counted:
            name = names.get(f"{state}나라") or f"{state}나라"
            if match.group("army"):
                yield Candidate(*match.span(), "OG", "document memory", f"{name} 군")
            else:
                yield Candidate(*match.span(1), "LC", "document memory", name)


def by_surname(passage: Passage, memory: Memory) -> Iterator[Candidate]:
    """Surnames of one syllable that the document explains, whatever the analyser takes them for.

    A Korean surname needs a title after it (``한 대표``, ``전 부회장``), that of a foreigner a particle (``오토 한`` … ``한은``).
    """
    for i in [i for i, word in enumerate(passage.words) if word in memory.bearers]:
        surname = passage.words[i]
        if not _may_be_surname(passage, i):
            continue
        follows, tag = passage.words[i + 1], passage.tags[i + 1]
        if passage.glued(i + 1):
            named = surname in memory.foreign and tag[:1] in "JS"
        else:
            named = follows not in _AFTER_SURNAME and title_place(follows) in ("after", "both")
            named = named and passage.words[i + 2] != "들"
        if named:
            name = memory.bearer(surname, passage.starts[i])
            yield Candidate(*passage.span(i, i + 1), "PS", "document memory", name)


def _may_be_surname(passage: Passage, i: int) -> bool:
    """Whether a syllable begins an eojeol, and is no ``전`` of a former office after a name (``전두환 전 대통령``)."""
    before = passage.tags[i - 1]
    if passage.glued(i) and before not in ("SS", "SSO", "SSC", "SP", "SF"):
        return False
    return passage.words[i] != "전" or (before[:1] != "N" and before not in ("SSC", "SL", "SH", "XSN"))


def _stands_alone(passage: Passage, at: int, end: int) -> bool:
    """Whether a short form is a word of its own there, particles aside."""
    text = passage.text
    opens = at == 0 or not text[at - 1].isalnum() or _after_noun_end(passage, at)
    after = text[end : end + 1]
    return opens and (not after.isalnum() or passage.is_boundary(end) or after in _PARTICLE_STARTS)


def _after_noun_end(passage: Passage, at: int) -> bool:
    """Whether what precedes, unbroken, is no noun that the short form could be the tail of."""
    if passage.after_time(passage.index_at(at)):
        return True  # 1966년코롤료프가
    return passage.tags[passage.index_at(at - 1)][:1] in "JEVS" or len(passage.words[passage.index_at(at - 1)]) >= 2
