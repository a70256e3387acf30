"""A sentence as a row of noun phrases and predicates: what the rules for clauses, triggers and arguments look at.

Blanks are not trusted (raw articles lose them): particles and endings delimit the units. Brackets and quoted
sentences are taken out of the row and read as rows of their own, so that nothing in them mixes with what is around.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.model import Entity, Sentence, Timex
from pipeline.morphology import Morpheme, analyse
from pipeline.reading import Reading

_NOMINAL = frozenset(
    ("NNG", "NNP", "NNB", "NP", "NR", "SN", "SL", "SH", "XPN", "XSN", "MM", "XR", "SW", "SB", "SO", "W_SERIAL")
)
_OPENING = frozenset("([{（［〔")
QUOTE = "QUOTE"  # the tag of what stands for a quoted sentence in the row around it
_PAUSES = frozenset(",，、;")


class Atom(NamedTuple):
    """One morpheme; those fused into one token share its offsets. ``blank`` tells of white space before it."""

    start: int
    end: int
    form: str
    tag: str
    blank: bool
    time: Timex | None
    entity: Entity | None

    @property
    def nominal(self) -> bool:
        """Whether it can stand in a noun phrase before its particle."""
        return self.time is not None or self.entity is not None or self.tag in _NOMINAL or self.tag == QUOTE


@dataclass(slots=True)
class Phrase:
    """A noun phrase or a time with its particles: ``스푸트니크 1호`` + ``를``; offsets leave the particles out.

    ``relation`` is the verb of a relational form (``에 의한`` → ``의하``), ``linked`` says that the phrase modifies or
    is coordinated with the next one (의, 과, ·, a comma in a list).
    """

    start: int
    end: int
    atoms: list[Atom]
    particles: tuple[str, ...] = ()
    pause: bool = False
    relation: str | None = None
    time: Timex | None = None
    complement: bool = False

    @property
    def particle(self) -> str:
        """All its particles as one string: ``에`` + ``는`` → ``에는``."""
        return "".join(self.particles)

    @property
    def entity(self) -> Entity | None:
        """The name that the phrase ends in, if it ends in one (모두, 등 may follow it)."""
        return self.head.entity

    @property
    def head(self) -> Atom:
        """Its last noun or name, without 모두, 등 and the like behind it."""
        last = len(self.atoms) - 1
        while last > 0 and self.atoms[last].form in _TRAILING:
            last -= 1
        return self.atoms[last]

    @property
    def topic(self) -> bool:
        """Whether 은/는 marks it (alone: 에는, 에서는 mark a place or a time)."""
        return self.particles in (("은",), ("는",), ("ᆫ",)) or self.particle in ("께서는", "이란", "란")

    @property
    def subject(self) -> bool:
        """Whether 이/가/께서 marks it."""
        return self.particle in ("이", "가", "께서", "이서") and not self.complement

    @property
    def genitive(self) -> bool:
        """Whether it modifies the next phrase (의, 에 의한 …)."""
        return self.particle in ("의", "에서의", "에의", "과의", "와의", "으로의", "로의", "까지의", "부터의", "로서의")

    @property
    def coordinate(self) -> bool:
        """Whether it is one of several heads (과, 와, 및, ·, or a comma without any particle)."""
        return self.particle in ("과", "와", "이나", "나", "하고", "랑", "이랑") or (not self.particles and self.pause)

    @property
    def form(self) -> str:
        """Its last noun, or its name."""
        return self.head.entity.text if self.head.entity else self.head.form


_TRAILING = frozenset(("모두", "등", "역시", "자체", "일행", "측", "들", "등등", "각각", "전원"))


@dataclass(slots=True)
class Predicate:
    """A verb, adjective or copula with its endings and auxiliaries: ``착륙``+``하는 데 성공했다`` is one.

    ``kind`` is how its clause stands in the sentence: ``final``, ``connective``, ``prenominal``, ``nominal`` or
    ``quotative``; ``span`` the trigger (the noun of N하다, else the verb with its endings); ``head`` the noun that a
    prenominal clause modifies.
    """

    start: int
    end: int
    span: tuple[int, int]
    lemma: str
    noun: Atom | None
    kind: str = "final"
    ending: str = ""
    voice: str = "active"
    stative: bool = False
    copula: bool = False
    negated: bool = False
    past: bool = False
    pause: bool = False
    modality: str | None = None
    frames: list[str] = field(default_factory=list)
    head: str | None = None


Unit = Phrase | Predicate


@dataclass(slots=True)
class Row:
    """Units in order. ``inside`` is what the row was taken out of: ``None``, ``bracket`` or ``quote``; ``host`` is the
    offset of the word before a bracket."""

    units: list[Unit]
    inside: str | None = None
    host: int | None = None


def rows(reading: Reading, sentence: Sentence, times: Sequence[Timex], entities: Sequence[Entity]) -> list[Row]:
    """The rows of one sentence: the sentence itself first, then what its brackets and quotes hold.

    Args:
        reading: the document.
        sentence: one of its sentences.
        times: the sentence's times, in order.
        entities: the sentence's entities, in order.
    """
    atoms = _atoms(reading, sentence, times, entities)
    outer, inner = _take_out(atoms)
    return [Row(list(_units(outer))), *(Row(list(_units(part)), kind, host) for part, kind, host in inner if part)]


def _atoms(reading: Reading, sentence: Sentence, times: Sequence[Timex], entities: Sequence[Entity]) -> list[Atom]:
    """Times and names are an atom each; what a name leaves of a token that it cuts is analysed anew."""
    atoms: list[Atom] = []
    covers = _covering([e for e in entities if e.label != "QT"]) | _covering(times)
    last_end = sentence.start
    for morpheme in reading.between(sentence.start, sentence.end):
        at = morpheme.start
        while at < morpheme.end:
            blank = at > last_end
            cover = covers.get(at)
            if cover is not None:
                if not atoms or cover not in (atoms[-1].time, atoms[-1].entity):
                    atoms.append(_cover_atom(cover, blank))
                end = cover.end
            else:
                end = next((i for i in range(at + 1, morpheme.end) if i in covers), morpheme.end)
                whole = (at, end) == (morpheme.start, morpheme.end)
                pieces = [morpheme] if whole else _recut(reading.text, at, end, bool(atoms) and not blank)
                atoms += (a for piece in pieces for a in _plain_atoms(piece, blank))
            at = last_end = max(end, at + 1)
    return atoms


def _cover_atom(cover: Timex | Entity, blank: bool) -> Atom:
    time, entity = (cover, None) if isinstance(cover, Timex) else (None, cover)
    return Atom(cover.start, cover.end, cover.text, "NNP", blank, time, entity)


def _recut(text: str, start: int, end: int, after_name: bool) -> list[Morpheme]:
    """What is left of a token; right behind a name it is a particle wherever it can be one."""
    piece = text[start:end]
    if after_name and piece in _JOSA:
        return [Morpheme(start, end, piece, _JOSA[piece], piece)]
    return [m._replace(start=m.start + start, end=m.end + start) for m in analyse(piece)]


_JOSA = {
    "은": "JX", "는": "JX", "이": "JKS", "가": "JKS", "을": "JKO", "를": "JKO", "의": "JKG", "에": "JKB", "에서": "JKB",
    "에게": "JKB", "로": "JKB", "으로": "JKB", "와": "JC", "과": "JC", "도": "JX", "만": "JX", "까지": "JX", "부터": "JX",
    "나": "JC", "이나": "JC", "께서": "JKS", "에는": "JKB", "에서는": "JKB", "에도": "JKB", "보다": "JKB", "처럼": "JKB",
}  # fmt: skip


def _plain_atoms(morpheme: Morpheme, blank: bool) -> Iterator[Atom]:
    for number, (form, tag) in enumerate(morpheme.parts):
        yield Atom(morpheme.start, morpheme.end, form, tag.split("-")[0], blank and not number, None, None)


def _covering(records: Sequence[Timex | Entity]) -> dict[int, Timex | Entity]:
    """The record over each offset that one covers."""
    return {offset: r for r in records for offset in range(r.start, r.end)}


def _take_out(atoms: list[Atom]) -> tuple[list[Atom], list[tuple[list[Atom], str, int | None]]]:
    """Separates what stands in brackets, and in quotes where a sentence ends there, from the rest."""
    outer: list[Atom] = []
    inner: list[tuple[list[Atom], str, int | None]] = []
    stack: list[tuple[list[Atom], str, int | None]] = []
    for atom in atoms:
        current = stack[-1][0] if stack else outer
        if atom.tag == "SSO" and not atom.time and not atom.entity:
            host = current[-1].end if current else None
            stack.append(([], "bracket" if atom.form in _OPENING else "quote", host))
        elif atom.tag == "SSC" and stack and not atom.time and not atom.entity:
            part, kind, host = stack.pop()
            below = stack[-1][0] if stack else outer
            if kind == "bracket" or any(a.tag == "EF" for a in part):
                inner.append((part, kind, host))
                if kind == "quote":
                    below.append(Atom(part[0].start, part[-1].end, "", QUOTE, False, None, None))
            else:
                below.extend(part)
        else:
            current.append(atom)
    for part, _, _ in stack:
        outer.extend(part)
    return outer, inner


def _units(atoms: list[Atom]) -> Iterator[Unit]:
    """Reads a row from left to right."""
    at = 0
    nominals: list[Atom] = []
    before: Phrase | None = None
    denied = False
    while at < len(atoms):
        atom = atoms[at]
        if atom.time:
            if nominals:
                before = yield from _give(before, _phrase(nominals))
                nominals = []
            particles, at = _time_particles(atoms, at + 1)
            pause = at < len(atoms) and atoms[at].form in _PAUSES
            before = yield from _give(before, _phrase([atom], particles, pause))
        elif atom.nominal:
            nominals.append(atom)
            at += 1
            if _closes(atoms, at, nominals):
                before = yield from _give(before, _phrase(nominals))
                nominals = []
        elif nominals and (atom.tag.startswith("J") or _is_bare_copula(atoms, at)):
            complement = atom.tag == "JKC"
            particles, at = _particles(atoms, at) if atom.tag != "VCP" else (("이",), at + 1)
            pause = at < len(atoms) and atoms[at].form in _PAUSES
            before = yield from _give(before, _phrase(nominals, particles, pause, complement))
            nominals = []
        elif atom.tag in ("VV", "VA", "VX", "XSV", "XSA", "VCP", "VCN"):
            predicate, at = _predicate(atoms, at, nominals)
            rest = [a for a in nominals if not (predicate.noun and a.start >= predicate.noun.start)]
            if rest:
                before = yield from _give(before, _phrase(rest))
            nominals = []
            predicate.negated ^= denied
            denied = False
            if before is not None and predicate.lemma in _RELATIONAL and _relates(before, predicate):
                before.relation, before.pause = predicate.lemma, predicate.pause
                if predicate.kind == "prenominal":
                    before.particles = ("의",)
                yield before
                before = None
            else:
                if before is not None:
                    yield before
                before = None
                yield predicate
        else:
            if nominals:
                pause = atom.form in _PAUSES
                before = yield from _give(before, _phrase(nominals, (), pause))
                nominals = []
            denied |= atom.tag == "MAG" and atom.form in ("안", "못")
            at += 1
    if before is not None:
        yield before
    if nominals:
        yield _phrase(nominals)


# Nouns that stand behind a time like a particle and place the happening before, after or around it.
_TIME_NOUNS = frozenset(
    ("이후", "이전", "이래", "사이", "당시", "현재", "무렵", "즈음", "동안", "내", "시점", "기준", "전후", "직후", "직전", "말", "초", "경",
     "쯤", "때", "후", "뒤", "전", "부로", "자", "께", "중", "일")
)  # fmt: skip


def _is_bare_copula(atoms: list[Atom], at: int) -> bool:
    """A 이 that has no ending is the particle, whatever the analyser took it for."""
    after = atoms[at + 1] if at + 1 < len(atoms) else None
    return atoms[at].tag == "VCP" and atoms[at].form == "이" and after is not None and after.nominal


def _closes(atoms: list[Atom], at: int, nominals: list[Atom]) -> bool:
    """``흐루쇼프 실각 후`` ends a phrase without any particle."""
    closing = len(nominals) > 1 and nominals[-1].form in _CLOSING_NOUNS and not nominals[-1].entity
    return closing and at < len(atoms) and atoms[at].nominal and atoms[at].blank


_CLOSING_NOUNS = frozenset(("후", "뒤", "이후", "직후", "직전", "당시", "무렵", "이래", "때", "동안", "이전"))


def _particles(atoms: list[Atom], at: int) -> tuple[tuple[str, ...], int]:
    begin = at
    while at < len(atoms) and atoms[at].tag.startswith("J"):
        at += 1
    return tuple(a.form for a in atoms[begin:at]), at


def _time_particles(atoms: list[Atom], at: int) -> tuple[tuple[str, ...], int]:
    """The particles of a time; a relational noun behind it (``1963년 이후``) counts as one, with its own particles."""
    particles, at = _particles(atoms, at)
    entering = at + 1 < len(atoms) and (atoms[at].form, atoms[at].tag) in (
        ("들", "VV"),
        ("들어서", "VV"),
        ("접어들", "VV"),
    )
    if entering and atoms[at + 1].tag == "EC" and atoms[at + 1].form in ("어", "어서", "면서"):
        return (*particles, "들어"), at + 2
    follows = at + 1 >= len(atoms) or not atoms[at + 1].nominal or atoms[at + 1].blank
    if at < len(atoms) and atoms[at].form in _TIME_NOUNS and atoms[at].tag.startswith("NN") and follows:
        more, at = _particles(atoms, at + 1) if particles in ((), ("의",)) else ((), at)
        if at and atoms[at - 1 - len(more)].form in _TIME_NOUNS:
            particles = (atoms[at - 1 - len(more)].form, *more)
    return particles, at


def _give(before: Phrase | None, phrase: Phrase) -> Iterator[Unit]:  # type: ignore[misc]
    """Hands on the phrase that waited for a relational verb, and lets the new one wait."""
    if before is not None:
        yield before
    return phrase  # type: ignore[return-value]


_RELATIONAL = frozenset(
    ("의하다", "대하다", "관하다", "위하다", "인하다", "따르다", "통하다", "비롯하다", "포함하다", "즈음하다", "걸치다", "향하다",
     "말미암다", "의거하다", "기하다", "맞서다", "대항하다", "대항", "이르다", "불구하다", "반하다", "비하다", "관련하다", "더불다", "앞서다",
     "힘입다", "제외하다", "대신하다", "포함", "비롯", "제외", "관련", "대비", "대신", "둘러싸다", "두다", "놓다")
)  # fmt: skip


def _relates(phrase: Phrase, predicate: Predicate) -> bool:
    """``에 의해``, ``를 위한``, ``로 인하여``: a verb that has become a postposition, in one of its frozen forms."""
    if predicate.kind not in ("connective", "prenominal", "nominal") or phrase.topic or phrase.subject:
        return False
    if predicate.lemma in ("향하다", "맞서다", "이르다", "앞서다", "둘러싸다", "두다", "놓다") and predicate.past:
        return False
    if predicate.lemma in _ADVERBIAL_RELATIONS and predicate.kind == "prenominal":
        return False
    return not predicate.past and bool(phrase.particles) and predicate.voice == "active"


# Verbs that are postpositions only in 아/어 form: 달을 향해, 소련에 맞서.
_ADVERBIAL_RELATIONS = frozenset(
    ("향하다", "맞서다", "이르다", "앞서다", "둘러싸다", "두다", "놓다", "더불다", "힘입다", "대항하다", "대항")
)


def _phrase(
    nominals: list[Atom], particles: tuple[str, ...] = (), pause: bool = False, complement: bool = False
) -> Phrase:
    last = nominals[-1]
    return Phrase(nominals[0].start, last.end, list(nominals), particles, pause, None, last.time, complement)


# What follows a predicate's ending and belongs to it, as "form/tag" sequences, with what that adds.
_TAILS: dict[str, tuple[tuple[re.Pattern[str], dict[str, object]], ...]] = {
    "prenominal": tuple(
        (re.compile(pattern), effect)
        for pattern, effect in (
            (r"수/NNB (?:\S+/J\w+ )*없/\S+ ", {"negated": True, "modality": "POSSIBLE"}),
            (r"수/NNB (?:\S+/J\w+ )*있/\S+ ", {"modality": "POSSIBLE"}),
            (
                r"(?:것|거)/NNB (?:으로|로)/JKB (?:추정|예상|전망|예측|추측|관측|기대)/NNG (?:되|하)/\S+ ",
                {"modality": "POSSIBLE"},
            ),
            (r"(?:것|거)/NNB (?:으로|로)/JKB (?:보이|여겨지|짐작되)/V\w+ ", {"modality": "POSSIBLE"}),
            (r"(?:것|거)/NNB (?:으로|로)/JKB (?:알려지|전해지|전하)/V\w+ ", {"modality": "REPORTED"}),
            (r"(?:것|거)/NNB (?:으로|로)/JKB (?:보도|조사|집계)/NNG 되/XSV ", {"modality": "REPORTED"}),
            (r"(?:것|거)/NNB (?:으로|로)/JKB (?:확인|판명|기록)/NNG 되/XSV ", {}),
            (r"(?:것|거)/NNB (?:으로|로)/JKB (?:나타나|드러나|밝혀지)/V\w+ ", {}),
            (r"(?:것|거)/NNB 이/VCP ", {}),
            (r"듯/NNB 하/\S+ ", {"modality": "POSSIBLE"}),
            (r"(?:예정|계획|방침|작정|전망|생각|셈)/NN\w 이/VCP ", {"modality": "PLANNED"}),
            (r"(?:예정|계획)/NN\w (?=[^/ ]+/(?:SF|SP|SSC)|$)", {"modality": "PLANNED"}),
            (r"바/NNB (?:\S+/J\w+ )?있/\S+ ", {}),
            (r"적/NNB (?:\S+/J\w+ )?있/\S+ ", {}),
            (r"적/NNB (?:\S+/J\w+ )?없/\S+ ", {"negated": True}),
            (r"데/NNB (?:에/JKB |는/JX |에/JKB 는/JX )?성공/NNG 하/XSV ", {"frame": "성공"}),
            (r"데/NNB (?:에/JKB |는/JX |에/JKB 는/JX )?실패/NNG 하/XSV ", {"frame": "실패", "negated": True}),
        )
    ),
    "nominal": tuple(
        (re.compile(pattern), effect)
        for pattern, effect in (
            (r"(?:로|으로)/JKB (?:하|결정하|결심하|약속하|합의하)/V\w+ ", {"modality": "PLANNED"}),
            (r"(?:로|으로)/JKB (?:결정|결의|합의|약속|예정|계획)/NNG (?:하|되)/XSV ", {"modality": "PLANNED"}),
            (r"(?:를/JKO |ᆯ/JKO )?시작/NNG (?:하|되)/XSV ", {"frame": "시작"}),
            (r"(?:도|는|까지)/JX 하/V\w+ ", {}),
            (r"(?:에|를|을)/JK\w 실패/NNG 하/XSV ", {"frame": "실패", "negated": True}),
            (r"(?:에|를|을)/JK\w 성공/NNG 하/XSV ", {"frame": "성공"}),
        )
    ),
    "connective": tuple(
        (re.compile(pattern), effect)
        for pattern, effect in (
            (r"(?:못/MAG 하/\S+ |못하/VX |않/VX |아니하/VX |말/VX )", {"negated": True}),
            (r"(?:하|되)/(?:VX|VV|XSV) ", {}),
            (r"(?:는/JX |도/JX |를/JKO )?(?:못하|않)/VX ", {"negated": True}),
            (r"\S+/VX ", {}),
        )
    ),
}
_PLANNING_ENDINGS = re.compile(r"려|려고|고자|으려|으려고|자고|을려고")
_AUXILIARY_ENDINGS = re.compile(
    r"[아어여]|게|지|고|려|려고|고자|어야|아야|여야|게끔|도록|으려|으려고|다가|나|을까|ᆯ까|면"
)
_SAYING_ENDING = re.compile(r".*(?:다고|라고|냐고|자고|으라고|다는|라는|다며|라며|다면서|라면서|다고는|단|대|다더니)$")
# Verbs that follow another verb's 아/어 and make one word with it (쏘아 올리다), in the order of the dictionary.
_SECOND_VERBS = frozenset(
    ("올리", "올라가", "올라오", "내리", "내려가", "내려오", "보내", "가", "오", "나가", "나오", "들어가", "들어오", "버리", "넘기", "넘어가",
     "주", "붙이", "내", "놓", "두", "들이", "앉", "치", "지", "들")
)  # fmt: skip


class _Endings(NamedTuple):
    at: int
    tag: str
    form: str
    past: bool


def _endings(atoms: list[Atom], at: int) -> _Endings:
    """Reads prefinal and final endings from ``at``."""
    past, tag, form = False, "", ""
    while at < len(atoms) and atoms[at].tag in ("EP", "EC", "EF", "ETM", "ETN"):
        form = form + atoms[at].form if tag == "EC" else atoms[at].form
        tag = atoms[at].tag
        past |= tag == "EP" and form in ("었", "았", "였", "ᆻ")
        past |= tag == "ETM" and form in ("ᆫ", "은", "던")
        at += 1
        if tag == "EC" and at < len(atoms) and atoms[at].tag == "ETM" and form.endswith(("다", "라", "자", "냐")):
            continue  # 있다는: the reported clause modifies a noun
        if tag != "EP":
            break
    return _Endings(at, tag, form, past)


def _predicate(atoms: list[Atom], at: int, nominals: list[Atom]) -> tuple[Predicate, int]:
    """Reads the predicate that begins at ``at`` (a stem, or the suffix of the noun before it) with all its tails."""
    first = atoms[at]
    noun = nominals[-1] if (nominals and first.tag in ("XSV", "XSA")) or _is_light(atoms, at, nominals) else None
    begin = _compound_start(nominals, noun) if noun else first
    copula = first.tag in ("VCP", "VCN")
    stem, at = _stem(atoms, at)
    endings = _endings(atoms, at)
    at = endings.at
    trigger_end = atoms[at - 1].end
    if noun is not None:
        noun = noun._replace(
            start=begin.start, form="".join(a.form for a in nominals if begin.start <= a.start <= noun.start)
        )
        lemma = noun.form
    else:
        lemma = stem + "다"
    span = (noun.start, noun.end) if noun else (first.start, trigger_end)
    predicate = Predicate(begin.start, atoms[at - 1].end, span, lemma, noun, past=endings.past, copula=copula,
                          stative=first.tag in ("VA", "XSA", "VCP", "VCN"))  # fmt: skip
    predicate.voice = _voice(first, stem, noun)
    _settle(predicate, endings)
    if lemma not in _RELATIONAL or noun is not None:
        at = _tails(atoms, at, predicate)
    if predicate.stative and "지" in predicate.frames:
        predicate.stative, predicate.lemma = False, lemma if noun is None else noun.form + "해지다"
        predicate.span = (predicate.start, trigger_end)
    elif "지" in predicate.frames and noun is None:
        predicate.lemma, predicate.voice = _passive_lemma(stem), "passive"
    predicate.end = atoms[at - 1].end
    predicate.pause = at < len(atoms) and atoms[at].form in _PAUSES
    if predicate.kind in ("prenominal", "nominal", "quotative"):
        predicate.head = next((a.form for a in atoms[at : at + 1] if a.nominal), None)
    if predicate.kind == "prenominal" and predicate.head == "등":
        predicate.kind = "connective"
    return predicate, at


def _is_light(atoms: list[Atom], at: int, nominals: list[Atom]) -> bool:
    """``거부당했다``, ``선고받았다``: 당하, 받, 시키 right behind a noun make a passive or causative of it."""
    atom = atoms[at]
    return bool(nominals) and not atom.blank and atom.tag == "VV" and atom.form in ("당하", "받", "시키", "하", "되")


def _compound_start(nominals: list[Atom], noun: Atom) -> Atom:
    """The first atom of the word that 하다 is put to: ``재``+``편성``, ``일원``+``화``, ``대량``+``생산``."""
    i = len(nominals) - 1
    while i > 0 and nominals[i].tag == "XSN" and nominals[i - 1].end == nominals[i].start:
        i -= 1
    while i > 0 and nominals[i - 1].tag == "XPN" and nominals[i - 1].end == nominals[i].start:
        i -= 1
    if i > 0 and len(nominals[i].form) == 1 and not nominals[i].blank and not nominals[i - 1].entity:
        i -= 1  # 주+회하다: a word of two characters that the analyser cut
    return nominals[i]


def _stem(atoms: list[Atom], at: int) -> tuple[str, int]:
    """The stem of a verb, compounds taken together: ``쏘``+``아``+``올리`` → ``쏘아올리``."""
    stem = atoms[at].form
    at += 1
    while (
        at + 1 < len(atoms)
        and atoms[at].tag == "EC"
        and atoms[at].form in ("어", "아", "여")
        and atoms[at + 1].tag == "VV"
        and (not atoms[at + 1].blank or atoms[at + 1].form in _SECOND_VERBS)
        and atoms[at - 1].tag in ("VV", "XSV")
    ):
        stem = _contract(stem, atoms[at].form) + atoms[at + 1].form
        at += 2
    return stem, at


def _contract(stem: str, ending: str) -> str:
    """A stem with 아/어 as it is written: 쏘+아 → 쏘아, 날리+어 → 날려, 세우+어 → 세워, 나+아 → 나."""
    last = ord(stem[-1]) - 0xAC00
    if not 0 <= last < 11172 or ending not in ("어", "아"):
        return stem + ending
    vowel, final = last // 28 % 21, last % 28
    if not final and vowel in (0, 4, 1, 5, 6):  # ㅏ ㅓ ㅐ ㅔ ㅕ take the ending in
        return stem
    if not final and vowel in (20, 13) and len(stem) > 1:  # ㅣ+어 = ㅕ, ㅜ+어 = ㅝ
        return stem[:-1] + chr(0xAC00 + (last // 588) * 588 + {20: 6, 13: 14}[vowel] * 28)
    return stem + ("아" if vowel in (0, 8) else "어")


def _voice(first: Atom, stem: str, noun: Atom | None) -> str:
    if noun is not None:
        if first.form in ("되", "당하", "받", "어지"):
            return "passive"
        return "causative" if first.form == "시키" else "active"
    return (
        "passive" if stem.endswith(("어지", "아지", "여지", "려지", "뉘", "불리", "쓰이", "잡히", "열리")) else "active"
    )


def _passive_lemma(stem: str) -> str:
    return _contract(stem, "어") + "지다"


def _settle(predicate: Predicate, endings: _Endings) -> None:
    """Sets the kind of clause from the ending reached so far."""
    kinds = {"EF": "final", "EC": "connective", "ETM": "prenominal", "ETN": "nominal"}
    predicate.kind = kinds.get(endings.tag, "final")
    predicate.ending = endings.form
    predicate.past |= endings.past
    if endings.tag in ("EC", "ETM") and _SAYING_ENDING.match(endings.form):
        predicate.kind = "quotative"


def _tails(atoms: list[Atom], at: int, predicate: Predicate) -> int:
    """Takes in auxiliaries and the frames that follow an ending, and lets them colour the predicate."""
    while at < len(atoms):
        rest = "".join(f"{a.form}/{a.tag} " for a in atoms[at : at + 7])
        if predicate.kind == "quotative" and (said := re.match(r"하/V\w+ (?:ᆫ다|었|였|는다)/", rest)):
            predicate.modality = "REPORTED"
            at = _continue(atoms, at + said.group().count(" "), predicate)
            continue
        if predicate.kind == "connective" and not _AUXILIARY_ENDINGS.fullmatch(predicate.ending):
            break
        found = next(((m, e) for p, e in _TAILS.get(predicate.kind, ()) if (m := p.match(rest))), None)
        if found is None or (predicate.kind == "connective" and _is_new_verb(predicate, rest)):
            break
        match, effect = found
        if predicate.kind == "connective" and _PLANNING_ENDINGS.fullmatch(predicate.ending):
            predicate.modality = "PLANNED"
        predicate.negated ^= bool(effect.get("negated"))
        if effect.get("modality"):
            predicate.modality = str(effect["modality"])
        if predicate.kind == "prenominal" and predicate.ending in ("ᆯ", "을") and match.re.pattern.endswith("이/VCP "):
            predicate.modality = predicate.modality or "POSSIBLE"
        if effect.get("frame"):
            predicate.frames.append(str(effect["frame"]))
        eaten = match.group().count(" ")
        predicate.frames += [a.form for a in atoms[at : at + eaten] if a.tag == "VX"]
        at = _continue(atoms, at + eaten, predicate)
    return at


def _is_new_verb(predicate: Predicate, rest: str) -> bool:
    """하다 and 되다 are auxiliaries only after 게, 려, 고자, 어야, 나, 지 and 어 (with an adjective)."""
    if not re.match(r"(?:하|되)/", rest):
        return False
    return not re.fullmatch(
        r"게|게끔|도록|려|려고|으려|으려고|고자|어야|아야|여야|나|지|면", predicate.ending
    ) and not rest.startswith(("하/VX", "되/VX"))


def _continue(atoms: list[Atom], at: int, predicate: Predicate) -> int:
    endings = _endings(atoms, at)
    if endings.at > at:
        _settle(predicate, endings)
    else:
        predicate.kind = "final"
    return endings.at
