"""A sentence as rows of noun phrases and predicates: what the rules for clauses, triggers and arguments look at.

Blanks are not trusted (raw articles lose them): particles and endings delimit the units. Brackets and quoted
sentences are taken out of the row and read as rows of their own, so that nothing in them mixes with what is around.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from pipeline.events.predicates import PAUSES, STEM_TAGS, read_predicate
from pipeline.events.units import ACCORDING, LEADING, QUOTE, Atom, Phrase, Predicate, Row, Unit
from pipeline.events.vocabulary import Vocabulary
from pipeline.model import Entity, Sentence, Timex
from pipeline.morphology import Morpheme, analyse
from pipeline.reading import Reading

_BRACKETS = frozenset("([{（［〔")
_JOSA = {
    "은": "JX", "는": "JX", "이": "JKS", "가": "JKS", "을": "JKO", "를": "JKO", "의": "JKG", "에": "JKB", "에서": "JKB",
    "에게": "JKB", "로": "JKB", "으로": "JKB", "와": "JC", "과": "JC", "도": "JX", "만": "JX", "까지": "JX", "부터": "JX",
    "나": "JC", "이나": "JC", "께서": "JKS", "에는": "JKB", "에서는": "JKB", "에도": "JKB", "보다": "JKB", "처럼": "JKB",
}  # fmt: skip
# Nouns that end a phrase without any particle: 흐루쇼프 실각 후 새 지도부는.
_CLOSING_NOUNS = frozenset(
    ("후", "뒤", "이후", "직후", "직전", "당시", "무렵", "이래", "때", "동안", "이전",
     "중", "도중", "전", "끝", "와중", "결과", "가운데", "채", "한편", "동시")
)  # fmt: skip
# What is glued to a time that only says when something was made or born: 1994년작, 1985년생.
MADE_THEN = ("작", "산", "생", "식", "형", "판")
# Nouns that stand behind a time like a particle and place the happening before, after or around it.
_TIME_NOUNS = frozenset(
    ("이후", "이전", "이래", "사이", "당시", "현재", "무렵", "즈음", "동안", "내", "시점", "기준", "전후", "직후", "직전",
     "대비", "말", "초", "경", "쯤", "때", "안", "후", "뒤", "전", "부로", "자", "께", "중", "일")
)  # fmt: skip


_AFTER = frozenset(("후", "뒤", "이후"))
# ``대학에 입학, …``, ``전선에서 철수, …``: happenings that say of themselves where from or where to.
_WHENCE = frozenset(("에", "에서", "로", "으로"))
_GOING = frozenset(
    (
        "MOVEMENT",
        "RETURN",
        "EDUCATION",
        "APPOINTMENT",
        "RESIGNATION",
        "ELECTION",
        "BIRTH",
        "DEATH",
        "WIN",
        "LOSS",
        "CHANGE",
        "ARREST",
        "TRIAL",
        "AGREEMENT",
        "TRANSFER",
        "SUPPORT",
    )
)
_WITH_VERB = _WHENCE | {"와", "과"}  # particles that a verb alone takes
_atom: Callable[[tuple[int, int, str, str, bool, None, None]], Atom] = partial(tuple.__new__, Atom)  # half the time


# (여수=연합뉴스) 최민호 기자 = …: whence and by whom news comes, of which nothing is told.
_BYLINE = re.compile(
    r"[(（\[][^()（）=\]]{1,20}=[^()（）=\]]{1,15}[)）\]] ?(?:[가-힣· ]{2,30}?(?:기자|특파원|통신원|리포터) ?= ?)?"
)


def rows(
    reading: Reading, sentence: Sentence, times: Sequence[Timex], entities: Sequence[Entity], words: Vocabulary
) -> list[Row]:
    """The rows of one sentence: the sentence itself first, then what its brackets and quotes hold.

    Args:
        reading: the document.
        sentence: one of its sentences.
        times: the sentence's times, in order.
        entities: the sentence's entities, in order.
        words: the vocabulary.
    """
    byline = _BYLINE.match(reading.text, sentence.start, sentence.end)
    told = replace(sentence, start=byline.end()) if byline else sentence
    outer, inner = _take_out(list(_joined_suffix(_atoms(reading, told, times, entities, words))))
    found = [Row(_RowReader(outer, reading.text, words).units())]
    return found + [
        Row(_RowReader(part, reading.text, words).units(), kind, host) for part, kind, host in inner if part
    ]


def _joined_suffix(atoms: Iterator[Atom]) -> Iterator[Atom]:
    """Words that the analyser parts, as one: nouns with the suffix 성 (``가능성``), and 보고 right before 하다."""
    before: Atom | None = None
    for atom in atoms:
        if before is not None and before.tag == "VV" and before.form == "보" and atom.form == "고" and atom.tag == "EC":
            before = before._replace(end=atom.end, form="보고", tag=_PARTED)
            continue
        if before is not None and before.tag == _PARTED:
            if atom.form == "하" and not atom.blank:
                before, atom = before._replace(tag="NNG"), atom._replace(tag="XSV")
            else:
                yield before._replace(end=before.end - 1, form="보", tag="VV")
                before = before._replace(start=before.end - 1, form="고", tag="EC", blank=False)
        if before is not None and atom.form == "성" and atom.tag == "XSN" and not atom.blank and before.tag == "NNG":
            before = before._replace(end=atom.end, form=before.form + atom.form)
            continue
        if before is not None:
            yield before
        before = atom
    if before is not None:
        yield before


_PARTED = "VV+EC"


def _names_day(noun: str, words: Vocabulary) -> bool:
    """``개막일``, ``출시일``: the day of a happening."""
    return len(noun) > len("휴일") and noun not in words.nouns and words.event_noun(noun[:-1]) is not None


def _atoms(
    reading: Reading, sentence: Sentence, times: Sequence[Timex], entities: Sequence[Entity], words: Vocabulary
) -> Iterator[Atom]:
    """Times and names are an atom each; what a name leaves of a token that it cuts is analysed anew."""
    covers: dict[int, Timex | Entity] = _covering([e for e in entities if e.label != "QT"])
    covers |= _covering(times)
    last: Timex | Entity | None = None
    last_end = sentence.start
    covered = covers.keys()
    for morpheme in reading.between(sentence.start, sentence.end):
        at, end, _, tag, lemma = morpheme
        if at not in covers and (end - at == 1 or covered.isdisjoint(range(at + 1, end))):
            if at == last_end and last is not None and tag[0] != "J" and _is_particle(reading.text, at, end):
                lemma = reading.text[at:end]
                tag = _JOSA[lemma]
            if "+" in tag or "-" in tag:
                yield from _plain_atoms(morpheme, at > last_end)
            elif lemma[-1] == "일" and _names_day(lemma, words):
                yield Atom(at, end - 1, lemma[:-1], tag, at > last_end, None, None)
                yield Atom(end - 1, end, "날", tag, False, None, None)
            else:
                yield _atom((at, end, lemma, tag, at > last_end, None, None))
            last, last_end = None, end
            continue
        while at < end:
            blank = at > last_end
            cover = covers.get(at)
            if cover is not None:
                reached = cover.end
                if cover is not last:
                    yield _cover_atom(cover, blank)
            else:
                reached = next((i for i in range(at + 1, end) if i in covers), end)
                for piece in _recut(reading.text, at, reached, last is not None and not blank):
                    yield from _plain_atoms(piece, blank)
            last = cover
            at = last_end = max(reached, at + 1)


def _is_particle(text: str, start: int, end: int) -> bool:
    """Whether a token glued to a name is a particle, whatever the analyser took it for: ``임종석이 성명을``."""
    return text[start:end] in _JOSA and not text[end : end + 1].isalnum()


def _covering(records: Sequence[Timex | Entity]) -> dict[int, Timex | Entity]:
    """The record over each offset that one covers."""
    return {offset: r for r in records for offset in range(r.start, r.end)}


def _cover_atom(cover: Timex | Entity, blank: bool) -> Atom:
    time, entity = (cover, None) if isinstance(cover, Timex) else (None, cover)
    return Atom(cover.start, cover.end, cover.text, "NNP", blank, time, entity)


def _recut(text: str, start: int, end: int, after_name: bool) -> list[Morpheme]:
    """What is left of a token; right behind a name it is a particle wherever it can be one."""
    piece = text[start:end]
    if after_name and piece in _JOSA:
        return [Morpheme(start, end, piece, _JOSA[piece], piece)]
    return [m._replace(start=m.start + start, end=m.end + start) for m in analyse(piece)]


def _plain_atoms(morpheme: Morpheme, blank: bool) -> Iterator[Atom]:
    start, end, _, tags, lemma = morpheme
    if "+" not in tags:
        yield Atom(start, end, lemma, tags.partition("-")[0], blank, None, None)
        return
    for number, (form, tag) in enumerate(morpheme.parts):
        yield _atom((start, end, form, tag.partition("-")[0], blank and not number, None, None))


def _take_out(atoms: list[Atom]) -> tuple[list[Atom], list[tuple[list[Atom], str, int | None]]]:
    """Separates what stands in brackets, and in quotes where a sentence ends there, from the rest."""
    outer: list[Atom] = []
    inner: list[tuple[list[Atom], str, int | None]] = []
    stack: list[tuple[list[Atom], str, int | None]] = []
    for number, atom in enumerate(atoms):
        current = stack[-1][0] if stack else outer
        mark = not atom.time and not atom.entity
        if atom.tag == "SSO" and mark:
            host = current[-1].end if current else None
            stack.append(([], "bracket" if atom.form in _BRACKETS else "quote", host))
        elif atom.tag == "SSC" and stack and mark:
            part, kind, host = stack.pop()
            below = stack[-1][0] if stack else outer
            said = any(a.tag == "EF" for a in part) or _is_said(atoms[number + 1 : number + 3], part)
            if kind == "bracket" or said:
                inner.append((part, kind, host))
            elif _is_title(part):
                text = " ".join(a.form for a in part)
                below.append(Atom(part[0].start, part[-1].end, text, "NNG", part[0].blank, None, None))
            else:
                below.extend(part)
            if kind == "quote" and said:
                below.append(Atom(part[0].start, part[-1].end, "", QUOTE, False, None, None))
        else:
            current.append(atom)
    for part, _, _ in stack:
        outer.extend(part)
    return outer, inner


def _is_title(part: list[Atom]) -> bool:
    """``‘살아 있는 화석’으로 불린다``: whether what stands in quotes is a noun with a clause of its own, dated by nothing."""
    ends = bool(part) and part[-1].tag in ("NNG", "NNB", "XSN")
    return ends and any(a.tag in STEM_TAGS for a in part) and all(a.time is None and a.entity is None for a in part)


# What 을 … 로 says of the noun before it: no part of what happens.
_TAKEN_AS = frozenset(
    ("중심", "대상", "바탕", "토대", "기반", "계기", "상대", "주제", "기점", "근거", "배경", "이유", "빌미", "명목",
     "전제", "조건", "제목", "목표", "일기", "위주", "필두", "시작", "끝", "기준", "매개", "무대", "목적", "핑계", "구실", "담보", "소재")
)  # fmt: skip
_MIDDLE_DOTS = frozenset("·ㆍ‧・")
_TELLING = frozenset(("따르다", "의하다"))
# 잇따라, 연이어: adverbs now, whatever verbs they come from.
_IN_A_ROW = frozenset(("잇따르다", "잇달다", "연잇다", "연달다"))


_SAYING = (
    "이라고",
    "라고",
    "고",
    "이라며",
    "라며",
    "이라면서",
    "라면서",
    "이라면서도",
    "라면서도",
    "며",
    "이라는",
    "라는",
    "는",
)


def _is_said(after: list[Atom], part: list[Atom]) -> bool:
    """Whether what stands in quotes is somebody's words: a verb in it, or a topic that it says something of
    (``"법안은 위헌"``), and 이라고 or the like behind."""
    if not after or after[0].blank:
        return False
    form = "".join(a.form for a in after[:2]) if after[0].tag == "VCP" else after[0].form
    if any(a.tag in STEM_TAGS for a in part):
        return form in _SAYING
    return form in _SAYING_OF_NOUN and any(a.tag == "JKS" or (a.tag == "JX" and a.form in ("은", "는")) for a in part)


_SAYING_OF_NOUN = frozenset(("이라고", "라고", "이라며", "라며", "이라면서", "라면서"))


def _says_how(predicate: Predicate, last: Unit | None) -> bool:
    """``크게 이겼다``, ``최초이자 유일한``: an adjective or copula that is no clause of its own."""
    if predicate.copula:
        return predicate.ending == "자"
    if predicate.lemma in _IN_A_ROW:
        return predicate.ending in ("어", "아", "여")
    return predicate.stative and predicate.ending == "게" and not (isinstance(last, Phrase) and last.subject)


# 이르면 2026년, 늦어도 다음 달: they only say how sure the time is.
_AT_THE_EARLIEST = frozenset((("이르다", "면"), ("빠르다", "면"), ("늦다", "어도")))
_CALLED = frozenset(("불리", "불리우", "부르", "일컫", "칭하"))
# 이종범에 이어, not 뒤를 이어; 정황으로 미뤄, not 회의를 미뤄
_RELATING_BY = {"잇다": ("에",), "미루다": ("로", "으로")}


class _RowReader:
    """Reads atoms from left to right into phrases and predicates."""

    def __init__(self, atoms: list[Atom], text: str, words: Vocabulary) -> None:
        self.atoms = atoms
        self.text = text
        self.words = words
        self.at = 0
        self.nominals: list[Atom] = []
        self.found: list[Unit] = []
        self.denied = False

    def units(self) -> list[Unit]:
        """The whole row."""
        while self.at < len(self.atoms):
            atom = self.atoms[self.at]
            if atom.time:
                self._time(atom)
            elif atom.nominal:
                self._noun(atom)
            elif self.nominals and self._is_indefinite():
                self.at += 2
            elif self.nominals and atom.form == "하고" and atom.tag.startswith("J") and self._is_done():
                self.atoms[self.at : self.at + 1] = [  # 회담하고 협력을 강화했다
                    atom._replace(form="하", tag="XSV", blank=False),
                    atom._replace(form="고", tag="EC", blank=False),
                ]
            elif self.nominals and (atom.tag.startswith("J") or self._is_bare_copula()):
                self._particles(atom)
            elif atom.tag in STEM_TAGS and not self.nominals and (noun := self._made_noun()) is not None:
                self.nominals = [noun]
            elif atom.tag in STEM_TAGS:
                self._predicate()
            elif atom.form == "역시" and self.nominals:
                self.at += 1
                self._close(("역시",))
            elif atom.form == "이어" and self.nominals and self.nominals[-1].form == "데":
                self._close()  # 참배한 데 이어, which the analyser takes for an adverb
                last = self.found[-1]
                assert isinstance(last, Phrase)
                last.relation = "잇다"
                self.at += 1
            else:
                self._close()
                self.denied |= atom.tag == "MAG" and atom.form in ("안", "못")
                self.at += 1
        self._close()
        return self.found

    def _is_done(self) -> bool:
        """Whether the noun before 하고 names a doing, and not whom one does it with."""
        noun = self.nominals[-1]
        return noun.entity is None and noun.tag == "NNG" and self.words.event_noun(noun.form) is not None

    def _close(self, particles: tuple[str, ...] = (), complement: bool = False) -> None:
        """Ends the noun phrase read so far."""
        if not self.nominals:
            return
        mark = self.atoms[self.at].form if self.at < len(self.atoms) else ""
        pause = mark in PAUSES or (mark in _MIDDLE_DOTS and not particles and self._ends_in_name())
        atoms, self.nominals = self.nominals, []
        before = self.found[-1] if self.found else None
        if isinstance(before, Phrase) and before.object and particles and len(atoms) == 1:
            if atoms[0].form in _TAKEN_AS and particles[0] in ("로", "으로"):
                before.relation, before.pause = atoms[0].form, pause  # 직장인을 대상으로
                return
        if not particles and (done := self._done(atoms, pause)) is not None:
            self.found.append(done)
            if done.head is None:
                return
            atoms = atoms[-1:]
        self.found.append(
            Phrase(atoms[0].start, atoms[-1].end, atoms, particles, pause, None, atoms[-1].time, complement)
        )

    def _ends_in_name(self) -> bool:
        """``정진석·우상호 의원``, ``프랑스·독일·영국을``: whether a middle dot parts names, not the pieces of one word."""
        name = self.nominals[-1].entity
        if name is None or name.label not in ("PS", "LC", "OG"):
            return False
        behind = self.atoms[self.at + 1 : self.at + 3]
        listed = len(behind) > 1 and behind[0].entity is not None and not behind[1].nominal
        return name.label == "PS" or (listed and len(name.text) > 1)

    def _done(self, atoms: list[Atom], pause: bool) -> Predicate | None:
        """A noun of doing that stands for its verb: ``결의안을 채택 이후``, ``교수로 재직 후``, ``강진이 발생, …``."""
        before = self.found[-1] if self.found else None
        ends = pause or self.at >= len(self.atoms) or self.atoms[self.at].tag == "SF"
        closed = len(atoms) > 1 and atoms[-1].form in _CLOSING_NOUNS and not pause
        noun = atoms[-2] if closed else atoms[-1]
        named = noun.entity is not None or noun.time is not None or noun.tag != "NNG"
        last = not pause and ends
        if named or not (ends or closed) or len(atoms) > (1 + closed):
            return None
        span = noun.start, noun.end
        if closed and self._is_under_way(atoms):
            return Predicate(*span, span, noun.form, noun, "prenominal", "ᆫ", past=True, head=atoms[-1].form)
        if not isinstance(before, Phrase):
            return None
        kind = self.words.event_noun(noun.form)
        takes = (
            before.object
            or (before.subject and not closed)
            or (atoms[-1].form in _AFTER and before.particle in _WITH_VERB)
        )
        takes |= before.particle in _WHENCE and kind is not None and kind.name in _GOING and (pause or last)
        timed = pause and any(atom.time is not None for atom in self.atoms[self.at : self.at + 2])
        if last or timed:
            takes |= before.particle in _WITH_VERB and before.time is None  # 코스닥에 상장, 보통학교로 개교, 1950년
        takes |= timed and before.time is not None and before.particle == "에"  # 1922년 6월에 착공, 1925년에
        if not takes or before.pause or kind is None:
            return None
        if closed:
            return Predicate(*span, span, noun.form, noun, "prenominal", "ᆫ", past=True, head=atoms[-1].form)
        return Predicate(*span, span, noun.form, noun, *(("connective", "고") if pause else ("final", "")), pause=pause)

    def _is_under_way(self, atoms: list[Atom]) -> bool:
        """``상영 중이다``, ``투병 중이던``: whether a noun before 중 is what somebody is doing."""
        after = self.atoms[self.at : self.at + 1]
        return atoms[-1].form == "중" and bool(after) and after[0].tag == "VCP" and len(atoms[0].form) > 1

    def _made_noun(self) -> Atom | None:
        """``나눔의 집``, ``기쁨의 눈물``: a verb that 음 has made a noun, over no phrase of its own."""
        stem, *after = self.atoms[self.at : self.at + 3]
        if [a.tag for a in after] != ["ETN", "JKG"] or stem.tag not in ("VV", "VA"):
            return None
        last = self.found[-1] if self.found else None
        if isinstance(last, Phrase) and not (last.genitive or last.topic or last.time):
            return None
        self.at += 2
        return Atom(stem.start, after[0].end, self.text[stem.start : after[0].end], "NNG", stem.blank, None, None)

    def _time(self, atom: Atom) -> None:
        self._close()
        self.at += 1
        self.nominals = [atom]
        self._close(self._time_particles())

    def _noun(self, atom: Atom) -> None:
        self.nominals.append(atom)
        self.at += 1
        behind_clause = (
            bool(self.found) and isinstance(self.found[-1], Predicate) and self.found[-1].kind == "prenominal"
        )
        closes = atom.form in _CLOSING_NOUNS or (behind_clause and atom.form in ("다음", "경우"))  # 거행한 다음 국호를
        closes = closes and atom.tag.startswith("NN") and not atom.entity
        closing = (len(self.nominals) > 1 or behind_clause) and closes
        after = self.atoms[self.at] if self.at < len(self.atoms) else None
        if atom.form == "전" and (behind_clause or (after is not None and after.form.startswith("피의자"))):
            return  # 기소된 전 구청장: who was one; 구속 전 피의자 심문: one noun
        if closing and after is not None and after.nominal and (after.blank or (behind_clause and after.entity)):
            self._close()  # 향하던 중|소련 영공에서

    def _is_bare_copula(self) -> bool:
        """A 이 that has no ending is the particle, whatever the analyser took it for."""
        atom, after = self.atoms[self.at], self.atoms[self.at + 1 : self.at + 2]
        return atom.tag == "VCP" and atom.form == "이" and bool(after) and after[0].nominal

    def _is_indefinite(self) -> bool:
        """``무언가를``, ``어딘가에서``: the ᆫ가 of a pronoun that a particle follows is no copula."""
        here = self.atoms[self.at : self.at + 3]
        return [a.tag[:3] for a in here[:2]] == ["VCP", "EC"] and here[1].form == "ᆫ가" and here[-1].tag.startswith("J")

    def _particles(self, atom: Atom) -> None:
        if atom.tag == "VCP":
            self.at += 1
            self._close(("이",))
        else:
            particles = self._josa()
            becomes = self.atoms[self.at : self.at + 1] and self.atoms[self.at].form in ("되", "아니", "돼")
            self._close(particles, complement=atom.tag == "JKC" and bool(becomes))

    def _josa(self) -> tuple[str, ...]:
        atoms, begin, at = self.atoms, self.at, self.at
        while at < len(atoms) and atoms[at].tag.startswith("J"):
            at += 1
        self.at = at
        return tuple(["에서" if (a.form, a.tag) == ("서", "JKB") else a.form for a in atoms[begin:at]])

    def _time_particles(self) -> tuple[str, ...]:
        """A time's particles; a noun behind it (``1963년 이후``) and ``들어`` count as one."""
        particles = self._josa()
        here, after = self.atoms[self.at : self.at + 1], self.atoms[self.at + 1 : self.at + 2]
        if (
            here
            and not here[0].blank
            and not particles
            and here[0].form in MADE_THEN
            and not here[0].tag.startswith("J")
        ):
            self.at += 1
            return (here[0].form, *self._josa())
        if (
            particles == ("까지", "만")
            and here
            and after
            and here[0].form == "하"
            and after[0].form in ("어도", "여도")
        ):
            self.at += 2
            return ("까지",)  # 2019년까지만 해도
        if here and after and here[0].tag == "VV" and here[0].form in ("들", "들어서", "접어들"):
            if after[0].tag == "EC" and after[0].form in ("어", "어서", "면서"):
                self.at += 2
                return (*particles, "들어")
        elif (
            here
            and (here[0].tag.startswith(("NN", "XSN")) or (here[0].tag == "MAG" and here[0].form == "현재"))
            and here[0].form in _TIME_NOUNS
            and particles in ((), ("의",))
        ):
            if here[0].form == "대비" and after and after[0].entity is not None and after[0].entity.label == "PS":
                return particles  # 1821년 3월 대비 김씨는: a queen
            if here[0].form == "현재" and after and after[0].tag == "JKG":
                return particles  # 1997년 현재의 이름으로 바꾸었다
            if not after or after[0].blank or not (after[0].nominal or after[0].tag in ("XSV", "XSA")):
                self.at += 1
                return (here[0].form, *self._josa())
        return particles

    def _predicate(self) -> None:
        stem = self.atoms[self.at].form + "다"
        bare = stem in self.words.postpositions and not self.nominals and self._stands_by(stem)
        bare = bare and [a.form for a in self.atoms[self.at + 1 : self.at + 2]] not in (
            ["지"],
            ["기"],
        )  # 합의에 이르지 못했다, 철로를 놓기로 했다
        predicate, after = read_predicate(self.atoms, self.at, self.nominals, bare, self.text)
        if predicate.noun is not None:
            self.nominals = [a for a in self.nominals if a.start < predicate.noun.start]
        self._close()
        self.at = after
        called = after < len(self.atoms) and self.atoms[after].form in _CALLED
        if called and predicate.copula and predicate.ending == "라":
            predicate.kind = "quotative"  # 돌리라 불리는 양
        predicate.negated ^= self.denied
        self.denied = False
        last = self.found[-1] if self.found else None
        bare = isinstance(last, Phrase) and not last.particles and last.time is None and not last.pause
        if bare and predicate.lemma in ("있다", "없다") and predicate.ending == "게":
            del self.found[-1]  # 심도 있게
            return
        if _says_how(predicate, last) or (predicate.lemma, predicate.ending) in _AT_THE_EARLIEST:
            return
        if isinstance(last, Phrase) and self._is_manner(last, predicate):
            self.found.pop()
            while self.found and isinstance(before := self.found[-1], Phrase) and before.particle == "의":
                self.found.pop()  # 아버지의 뒤를 이어
            return
        if isinstance(last, Phrase) and self._relates(last, predicate):
            told = predicate.lemma in _TELLING and predicate.ending == "면"
            last.relation, last.pause = ACCORDING if told else predicate.lemma, predicate.pause
            if predicate.kind == "prenominal":
                self.found[-1] = replace(last, particles=("의",))
        else:
            if isinstance(last, Phrase) and (joined := self._joined(last, predicate)) is not None:
                self.found[-1] = joined
            self.found.append(predicate)

    def _joined(self, phrase: Phrase, predicate: Predicate) -> Predicate | None:
        """``준공`` of ``도서관을 준공 및 개관했다``: a noun of doing that shares the 하다 of the next one."""
        noun, after = phrase.head, predicate.noun
        if after is None or phrase.particles or any(a.entity is not None or a.tag != "NNG" for a in phrase.atoms):
            return None
        if self.text[phrase.end : after.start].strip() != "및" or self.words.event_noun(noun.form) is None:
            return None
        form = " ".join(a.form for a in phrase.atoms)
        span = phrase.start, phrase.end
        return Predicate(*span, span, form, noun, "connective", "고", voice=predicate.voice)

    def _is_manner(self, phrase: Phrase, predicate: Predicate) -> bool:
        """``책임을 지고 물러났다``, ``아버지의 뒤를 이어 즉위했다``, ``눈에 띄게 줄었다``: an idiom that only says how the main
        thing was done."""
        leads = predicate.ending in LEADING and not predicate.past and (phrase.object or phrase.particle == "에")
        how = predicate.kind == "connective" and (leads or predicate.ending == "게")
        return how and (phrase.form, predicate.lemma) in self.words.manners

    def _stands_by(self, lemma: str) -> bool:
        """Whether the phrase before has the particle that the verb needs to be a postposition: not in ``뒤를 이어``."""
        phrase = self.found[-1] if self.found else None
        particles = _RELATING_BY.get(lemma)
        if particles is None:
            return True
        put_off = lemma == "미루다" and isinstance(phrase, Phrase) and phrase.time is not None  # 7월로 미뤄졌다
        return isinstance(phrase, Phrase) and phrase.particle in particles and not put_off

    def _relates(self, phrase: Phrase, predicate: Predicate) -> bool:
        """``에 의해``, ``를 위한``, ``로 인하여``: a verb that has become a postposition, in one of its frozen forms."""
        form = self.words.postpositions.get(predicate.lemma)
        followed = phrase.form == "데" and predicate.lemma == "잇다"  # 참배한 데 이어
        if not self._stands_by(predicate.lemma) and not followed:
            return False
        if form is None or predicate.kind not in ("connective", "prenominal", "nominal"):
            return False
        if not phrase.particles and not followed:
            return False
        if phrase.topic or phrase.subject or predicate.voice != "active":
            return False
        if predicate.kind == "prenominal":
            return form == "any" and predicate.ending in ("ᆫ", "은", "는", "던")
        return not predicate.past
