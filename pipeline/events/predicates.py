"""Reads a predicate: its stem (or the noun of N하다), its endings, and all that follows and belongs to it."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.events.units import Atom, Predicate

STEM_TAGS = frozenset(("VV", "VA", "VX", "XSV", "XSA", "VCP", "VCN"))
PAUSES = frozenset(",，、;→⇒")
_ENDING_TAGS = frozenset(("EP", "EC", "EF", "ETM", "ETN"))
_KINDS = {"EF": "final", "EC": "connective", "ETM": "prenominal", "ETN": "nominal"}
_LIGHT_VERBS = frozenset(("당하", "받", "시키", "하", "되", "짓"))  # 확정지었다
_PASSIVE_STEMS = (
    "어지", "아지", "여지", "려지", "뉘", "불리", "쓰이", "잡히", "열리", "팔리", "걸리", "뽑히", "묻히", "밀리", "쫓기", "빼앗기",
    "뺏기", "갇히", "놓이", "쌓이", "막히", "닫히", "꺾이", "꼽히", "찍히", "실리", "매달리", "끌리", "섞이", "풀리", "잘리", "걷히",
    "얹히", "담기", "잠기", "찢기", "끊기", "물리", "뜯기", "찔리", "밟히", "읽히", "적히", "새겨지", "나뉘", "합쳐지", "깎이",
    "헐리", "깔리", "뒤집히", "휩쓸리", "엎질러지", "떠밀리", "내몰리", "붙들리", "붙잡히",
)  # fmt: skip
_SAYING_ENDING = re.compile(
    r".*(?:다고|라고|냐고|자고|으라고|다는|라는|자는|냐는|다며|라며|다면서|라면서|다고는|단|대|다더니)$"
)
_PLANNING_ENDING = re.compile(r"으?려|으?려고|고자|자고|을려고")
_AUXILIARY_ENDING = re.compile(r"[아어여]|게|지|고|으?려|으?려고|고자|[아어여]야|게끔|도록|다가|나|을까|ᆯ까|면")
_HADA_AUXILIARY_ENDING = re.compile(r"게|게끔|도록|으?려|으?려고|고자|[아어여]야|나|지|면")
# Verbs that make one word with the 아/어 form before them even over a blank: 쏘아 올리다.
_SECOND_VERBS = frozenset(
    ("올리", "올라가", "올라오", "내리", "내려가", "내려오", "보내", "가", "오", "나가", "나오", "들어가", "들어오", "버리",
     "넘기", "넘어가", "주", "붙이", "내", "놓", "두", "들이", "앉", "치", "지", "들", "모으")
)  # fmt: skip


class Tail(NamedTuple):
    """What may follow an ending and belong to the predicate, as a sequence of ``form/tag``, with what it adds."""

    sequence: re.Pattern[str]
    negated: bool = False
    modality: str | None = None
    frame: str | None = None


def _tail(sequence: str, *, negated: bool = False, modality: str | None = None, frame: str | None = None) -> Tail:
    return Tail(re.compile(sequence), negated, modality, frame)


_ABILITY = "수/NNB "
BELIEVED = "보다"  # the frame of what the topic believes: 훔친 것으로 보고 있다
_THING = r"(?:것|거)/NNB "
_BEING_THING = _THING + r"(?:이/VCP |(?=[^/ ]+/SSC|$))"  # 열 것이다, “열 것”
_AS_THING = _THING + r"(?:으로|로)/JKB "
_GUESSED = r"(?:추정|예상|전망|예측|추측|관측|기대|예보)/NNG "
_AT = r"데/NNB (?:에/JKB |는/JX |에/JKB 는/JX )?"
_TAILS: dict[str, tuple[Tail, ...]] = {
    "prenominal": (
        _tail(r"수/NNB (?:\S+/J\w+ )*없/\S+ ", negated=True, modality="POSSIBLE"),
        _tail(r"수/NNB (?:\S+/J\w+ )*있/\S+ ", modality="POSSIBLE"),
        _tail(_AS_THING + _GUESSED + r"되/\S+ ", modality="POSSIBLE"),
        _tail(_AS_THING + _GUESSED + r"하/\S+ ", modality="POSSIBLE", frame=BELIEVED),
        _tail(_AS_THING + r"(?:보이|여겨지|짐작되|점쳐지)/V\w+ ", modality="POSSIBLE"),
        _tail(_AS_THING + r"내다보/V\w+ ", modality="POSSIBLE", frame=BELIEVED),
        _tail(_AS_THING + r"보/VV 고/EC 있/VX ", modality="POSSIBLE", frame=BELIEVED),
        _tail(_AS_THING + r"(?:알려지|전해지|전하)/V\w+ ", modality="REPORTED"),
        _tail(_AS_THING + r"(?:보도|조사|집계|파악|추산)/NNG 되/XSV ", modality="REPORTED"),
        _tail(_AS_THING + r"(?:확인|판명|기록)/NNG 되/XSV "),
        _tail(_AS_THING + r"(?:나타나|드러나|밝혀지)/V\w+ "),
        _tail(_BEING_THING),
        _tail(r"듯/NNB 하/\S+ ", modality="POSSIBLE"),
        _tail(r"(?:예정|계획|방침|작정|생각|셈)/NN\w 이/VCP ", modality="PLANNED"),
        _tail(r"(?:전망|추정|예상)/NN\w 이/VCP ", modality="POSSIBLE"),
        _tail(r"(?:예정|계획)/NN\w (?=[^/ ]+/(?:SF|SP|SSC)|$)", modality="PLANNED"),
        _tail(r"바/NNB (?:\S+/J\w+ )?있/\S+ "),
        _tail(r"적/NNB (?:\S+/J\w+ )?있/\S+ "),
        _tail(r"적/NNB (?:\S+/J\w+ )?없/\S+ ", negated=True),
        _tail(_AT + r"성공/NNG 하/XSV ", frame="성공"),
        _tail(_AT + r"실패/NNG 하/XSV ", frame="실패", negated=True),
    ),
    "nominal": (
        _tail(r"(?:로|으로)/JKB 하/V\w+ ", modality="PLANNED"),
        _tail(r"(?:로|으로)/JKB (?:예정|계획)/NNG (?:하|되)/XSV ", modality="PLANNED"),
        _tail(r"(?:를/JKO |ᆯ/JKO )?시작/NNG (?:하|되)/XSV ", frame="시작"),
        _tail(r"(?:도|는|까지)/JX 하/V\w+ "),
        _tail(r"에/JKB 이르/V\w+ "),
        _tail(r"(?:에|를|을)/JK\w 실패/NNG 하/XSV ", frame="실패", negated=True),
        _tail(r"(?:에|를|을)/JK\w 성공/NNG 하/XSV ", frame="성공"),
    ),
    "connective": (
        _tail(r"(?:못/MAG 하/\S+ |못하/VX |않/VX |아니하/VX |말/VX )", negated=True),
        _tail(r"(?:하|되)/(?:VX|VV|XSV) "),
        _tail(r"(?:는/JX |ᆫ/JX |도/JX |를/JKO )?(?:못하|않)/VX ", negated=True),
        _tail(r"\S+/VX "),
    ),
    "quotative": (_tail(r"하/V\w+ (?=(?:ᆫ다|는다)/)", modality="REPORTED"),),
}


class _Endings(NamedTuple):
    at: int
    tag: str
    form: str
    past: bool
    promised: bool
    going_on: bool


def read_predicate(atoms: list[Atom], at: int, nominals: list[Atom], bare: bool, text: str) -> tuple[Predicate, int]:
    """Reads the predicate whose stem, or whose suffix 하다/되다/시키다, stands at ``at``.

    Args:
        atoms: the row.
        at: the place of the stem or suffix.
        nominals: the atoms of the noun phrase before it, which the noun of N하다 is taken from.
        bare: whether it is a verb in the office of a postposition, which takes nothing in.
        text: what the atoms' offsets count.

    Returns:
        The predicate and the place after it.
    """
    first = atoms[at]
    noun = _noun(atoms, at, nominals)
    stem, at = _stem(atoms, at, text)
    endings = _endings(atoms, at)
    at = stem_end = endings.at
    predicate = Predicate(
        noun.start if noun else first.start,
        atoms[at - 1].end,
        (noun.start, noun.end) if noun else (first.start, atoms[at - 1].end),
        noun.form if noun else stem + "다",
        noun,
        voice=_voice(first, stem, noun),
        stative=first.tag in ("VA", "XSA", "VCP", "VCN"),
        copula=first.tag in ("VCP", "VCN"),
    )
    _settle(predicate, endings)
    if not bare:
        at = _take_tails(atoms, at, predicate)
    verb_end = _eojeol_end(atoms, stem_end, at)
    if noun is None:
        predicate.span = (first.start, verb_end)
    if "지" in predicate.frames:
        _become(predicate, atoms[stem_end:at], verb_end, text)
    predicate.end = atoms[at - 1].end
    predicate.pause = at < len(atoms) and atoms[at].form in PAUSES
    if predicate.kind in ("prenominal", "nominal", "quotative") and at < len(atoms) and atoms[at].nominal:
        predicate.head = atoms[at].form
    if predicate.kind == "nominal" and _goes_with_main(atoms[at : at + 2]):
        predicate.kind, predicate.ending = "connective", "면서"
    if predicate.kind == "nominal" and [a.form for a in atoms[at : at + 2]] in (["을", "당하"], ["을", "받"]):
        predicate.voice = "passive"  # 죽임을 당하다
    listed = predicate.kind == "prenominal" and predicate.head in ("등", "한편", "동시")  # 배우는 한편 출연했다
    if listed and [a.form for a in atoms[at + 1 : at + 2]] != ["의"]:
        predicate.kind = "connective"  # 발사하는 등: one of several clauses
    return predicate, at


def _goes_with_main(behind: list[Atom]) -> bool:
    """``시작함과 동시에``, ``함락시킴으로써``: a nominal clause that happens with the main one, or brings it about."""
    forms = [a.form for a in behind]
    return forms[:1] in (["으로써"], ["로써"]) or forms[1:] == ["동시"]


def _noun(atoms: list[Atom], at: int, nominals: list[Atom]) -> Atom | None:
    """The noun of N하다; also of ``거부당했다``, ``선고받았다``, where the verb is written to the noun."""
    first = atoms[at]
    light = not first.blank and first.tag == "VV" and first.form in _LIGHT_VERBS
    if not nominals or not (first.tag in ("XSV", "XSA") or light):
        return None
    begin = _word_start(nominals)
    form = "".join(a.form for a in nominals[begin:])
    return nominals[-1]._replace(start=nominals[begin].start, form=form)


def _word_start(nominals: list[Atom]) -> int:
    """Where the word that 하다 is put to begins: ``재``+``편성``, ``일원``+``화``, ``주``+``회``."""
    i = len(nominals) - 1
    while i > 0 and nominals[i].tag == "XSN" and not nominals[i].blank:
        i -= 1
    while i > 0 and nominals[i - 1].tag == "XPN" and not nominals[i].blank:
        i -= 1
    cut = len(nominals[i].form) == 1 and not nominals[i].blank
    return i - 1 if i > 0 and cut and not nominals[i - 1].entity and not nominals[i - 1].time else i


def _stem(atoms: list[Atom], at: int, text: str) -> tuple[str, int]:
    """The stem of a verb, compounds taken together as they are written: ``쏘아`` + ``올리`` → ``쏘아올리``."""
    begin = at
    at += 1
    while at < len(atoms) and atoms[at - 1].tag == atoms[at].tag == "VV" and not atoms[at].blank:
        at += 1  # 맞|바뀌었다: one stem that the analyser parts
    while atoms[begin].tag in ("VV", "XSV") and at + 1 < len(atoms) and _is_second_verb(atoms[at], atoms[at + 1]):
        at += 2
    last = atoms[at - 1]
    return text[atoms[begin].start : last.start].replace(" ", "") + last.form, at


def _is_second_verb(ending: Atom, verb: Atom) -> bool:
    joined = ending.tag == "EC" and ending.form in ("어", "아", "여")
    return joined and verb.tag == "VV" and (not verb.blank or verb.form in _SECOND_VERBS)


def _eojeol_end(atoms: list[Atom], at: int, limit: int) -> int:
    """Where the verb's eojeol ends: auxiliaries written to it belong to the trigger (``지어``+``진``)."""
    while at < limit and not atoms[at].blank and atoms[at].tag in (*STEM_TAGS, *_ENDING_TAGS):
        at += 1
    return atoms[at - 1].end


def _voice(first: Atom, stem: str, noun: Atom | None) -> str:
    if noun is not None:
        if first.form in ("되", "당하", "받", "어지"):
            return "passive"
        return "causative" if first.form == "시키" else "active"
    return "passive" if stem.endswith(_PASSIVE_STEMS) else "active"


def _is_of_two(form: str, after: Atom) -> bool:
    """Whether an ending and what follows are one: ``습격하려|다가``, ``있다|는``."""
    broken_off = form.endswith("려") and (after.form, after.tag) == ("다가", "EC")
    return broken_off or (form.endswith(("다", "라", "자", "냐")) and after.tag == "ETM")


def _endings(atoms: list[Atom], at: int) -> _Endings:
    """Reads prefinal and final endings from ``at``."""
    past, told, promised, tag, form = False, False, False, "", ""
    while at < len(atoms) and atoms[at].tag in _ENDING_TAGS:
        form = form + atoms[at].form if tag == "EC" else atoms[at].form
        tag = atoms[at].tag
        told |= tag == "EP" and form in ("었", "았", "였", "ᆻ")
        past |= told or (tag == "ETM" and form in ("ᆫ", "은", "던"))
        promised |= tag == "EP" and form == "겠"
        at += 1
        if tag != "EP" and not (tag == "EC" and at < len(atoms) and _is_of_two(form, atoms[at])):
            break
    return _Endings(at, tag, form, past, promised, form == "던" and not told)


def _settle(predicate: Predicate, endings: _Endings) -> None:
    """Sets the kind of clause from the endings reached so far."""
    predicate.kind = _KINDS.get(endings.tag, "final")
    predicate.ending = endings.form
    predicate.past |= endings.past
    predicate.promised |= endings.promised
    predicate.going_on = endings.going_on
    if endings.tag in ("EC", "ETM") and _SAYING_ENDING.match(endings.form):
        predicate.kind = "quotative"


def _take_tails(atoms: list[Atom], at: int, predicate: Predicate) -> int:
    """Takes in auxiliaries and what else follows an ending, and lets them colour the predicate."""
    could = False
    while at < len(atoms) and predicate.kind in _TAILS:
        rest = "".join([f"{a.form}/{a.tag} " for a in atoms[at : at + 7]])
        tails = ((t, m) for t in _TAILS[predicate.kind] if (m := t.sequence.match(rest)))
        found = next(((t, m) for t, m in tails if not (t.negated and _completes(predicate, rest))), None)
        if found is None or (predicate.kind == "connective" and not _is_auxiliary(predicate.ending, rest)):
            break
        tail, match = found
        if predicate.ending == "게" and match.group().startswith("하/VX"):
            predicate.voice = "causative"  # 숨지게 하였다
        _colour(predicate, tail)
        could |= match.group().startswith(_ABILITY)
        eaten = match.group().count(" ")
        predicate.frames += ["야"] * predicate.ending.endswith("야")  # 쉬어야 한다
        predicate.frames += [a.form for a in atoms[at : at + eaten] if a.tag == "VX"]
        at += eaten
        endings = _endings(atoms, at)
        if endings.at > at:
            _settle(predicate, endings)
        else:
            predicate.kind = "final"
        at = endings.at
    if could and predicate.past and predicate.modality == "POSSIBLE":
        predicate.modality = None  # 참가할 수 있었다, 갈 수 없었다: it is told whether it happened
    return at


def _completes(predicate: Predicate, rest: str) -> bool:
    """``참패하고 말았다``: 말다 after -고 brings to an end, after -지 it negates."""
    return predicate.ending in ("고", "고야") and rest.startswith("말/")


def _colour(predicate: Predicate, tail: Tail) -> None:
    if predicate.kind == "connective" and _PLANNING_ENDING.fullmatch(predicate.ending):
        predicate.modality = "PLANNED"
    if predicate.kind == "prenominal" and predicate.ending in ("ᆯ", "을") and tail.sequence.pattern == _BEING_THING:
        predicate.modality = predicate.modality or "POSSIBLE"  # 보낼 것이다
    predicate.negated ^= tail.negated
    meant = predicate.promised and tail.modality == "REPORTED"  # 열겠다고 한다
    predicate.modality = "PLANNED" if meant else tail.modality or predicate.modality
    if tail.frame:
        predicate.frames.append(tail.frame)


def _is_auxiliary(ending: str, rest: str) -> bool:
    """Whether what follows a connective ending is an auxiliary; 하다 and 되다 are one only after 게, 려, 어야 …"""
    if not _AUXILIARY_ENDING.fullmatch(ending):
        return False
    new_verb = re.match(r"(?:하|되)/(?!VX)", rest)
    return not new_verb or bool(_HADA_AUXILIARY_ENDING.fullmatch(ending))


def _become(predicate: Predicate, tail: list[Atom], verb_end: int, text: str) -> None:
    """아/어지다: an adjective becomes a change (치열해지다), a verb a passive (지어지다)."""
    become = next(a for a in tail if a.tag == "VX" and a.form == "지")
    if predicate.noun is not None and not predicate.stative:
        return
    predicate.lemma = text[predicate.start : become.start].strip() + "지다"
    predicate.span = (predicate.start, verb_end)
    if predicate.stative:
        predicate.stative = False
    else:
        predicate.voice = "passive"
