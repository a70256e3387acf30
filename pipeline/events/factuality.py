"""Polarity and modality: did it happen, and who says so (guideline §4)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events.clauses import Clause, Parse
from pipeline.events.constructions import (
    SUSPICIONS,
    is_aim,
    is_broken_off,
    is_called_off,
    is_condition,
    is_content,
    is_decided,
    is_work_begun,
    leads_into_content,
)
from pipeline.events.triggers import Named
from pipeline.events.units import ACCORDING, Phrase, Predicate
from pipeline.model import Argument

PLANNED_HEADS = frozenset(("예정", "계획", "목표", "방침", "목적", "공약", "일정"))
_POSSIBLE_HEADS = frozenset(("가능성", "전망", "우려", "여지", "위험", "확률", "공산", "가망", "소지"))
_REPORTING_HEADS = frozenset(("주장", "혐의", "보도", "소문", "추측", "의혹", "설", "발표", "소식", "입장"))
_FAILURES = frozenset(("실패",))
_FOLLOWING = frozenset(("어", "아", "여", "어서", "아서", "여서"))
_UNDONE = frozenset(
    ("실패", "좌절", "무산", "체포", "붙잡히다", "잡히다", "발각", "적발", "격퇴", "패배", "패하다", "사망")
)


def polarity(parse: Parse, target: Clause | Phrase, named: Named) -> str:
    """POS, or NEG where the happening failed or did not take place.

    A failure in the next clause takes a happening back: ``나로호를 발사했지만 실패했다``.
    """
    if not isinstance(target, Clause):
        return named.polarity
    if named.polarity == "NEG":
        return "POS" if _leads_on(parse, target) else "NEG"
    if is_broken_off(target.predicate) or is_called_off(parse, target):
        return "NEG"  # 훔치려다 붙잡혔다, 열려던 회의를 취소했다
    after = parse.units[target.index + 1 : target.index + 3]
    fails = next((u for u in after if isinstance(u, Predicate)), None)
    adversative = target.predicate.ending in ("지만", "으나", "나", "는데", "은데", "다가")
    if adversative and fails is not None and fails.lemma in _FAILURES and fails.noun is not None:
        before = parse.units[parse.units.index(fails) - 1]
        framed = isinstance(before, Phrase) and before.particle == "에"
        return named.polarity if framed else "NEG"
    return named.polarity


def _leads_on(parse: Parse, clause: Clause) -> bool:
    """``상륙을 시도하여 섬을 점령했다``: an attempt from which the rest follows has not failed."""
    predicate = clause.predicate
    if predicate.lemma != "시도" or predicate.negated or predicate.ending not in _FOLLOWING:
        return False
    after = parse.main_behind(clause.index)
    return after is not None and not after.predicate.negated and after.predicate.lemma not in _UNDONE


def modality(parse: Parse, target: Clause | Phrase, named: Named, found: Sequence[Argument]) -> str:
    """ASSERTED, PLANNED, POSSIBLE or REPORTED, from endings, frames and the noun that the clause modifies.

    What somebody does 겠 plans (``법을 고치겠다``), of what happens to the subject it is a guess (``비가 오겠다``).
    """
    if isinstance(target, Phrase) and target.relation == "목표":
        return "PLANNED"
    if isinstance(target, Phrase) and (set_for := parse.clause_of(target)) is not None:
        if set_for.predicate.lemma == "예정" and set_for.predicate.ending != "던":
            return "PLANNED"
    if isinstance(target, Phrase) and target.particle.startswith(("에서", "로", "으로")):
        return named.modality or "ASSERTED"  # 국민투표에서 탈퇴를 결정하였다
    if isinstance(target, Phrase) and target.pause and _is_listed_with_aim(parse, target):
        return "PLANNED"
    if isinstance(target, Phrase):
        return _by_next(parse, parse.units.index(target), named.modality or "ASSERTED")
    if named.modality is not None:
        return named.modality
    predicate = target.predicate
    if is_decided(parse, target.index):
        return "PLANNED"  # 만나기로 합의했다
    if is_condition(predicate):
        return "POSSIBLE"
    if predicate.kind == "quotative":
        planned = (
            predicate.ending == "자고"
            or predicate.head in PLANNED_HEADS
            or (predicate.promised and not _befalls(target, found))
        )
        fact = predicate.head == "사실" and not planned  # 결혼했다는 사실
        return "PLANNED" if planned else "ASSERTED" if fact else "REPORTED"
    if predicate.promised:
        return "POSSIBLE" if _befalls(target, found) else "PLANNED"
    begun = is_work_begun(parse, target)  # 기술자를 양성하는 사업을 벌였다
    if not begun and ((predicate.kind == "prenominal" and predicate.head in PLANNED_HEADS) or is_content(target)):
        return "PLANNED"
    if predicate.kind == "prenominal" and predicate.ending.endswith("려던"):
        return "PLANNED"
    if predicate.kind == "prenominal" and predicate.head in _POSSIBLE_HEADS:
        return "POSSIBLE"
    if predicate.kind == "prenominal" and predicate.head == "경우" and not predicate.past:
        return "POSSIBLE"  # 은퇴할 경우
    claimed = target.head is None or target.head.entity is None  # 합의했던 주장 서경훈: whoever leads the team
    if predicate.kind == "prenominal" and predicate.head in _REPORTING_HEADS and claimed:
        return "REPORTED"
    if predicate.kind == "prenominal" and predicate.head == "것":
        return _by_next(parse, target.index, "ASSERTED")
    if is_aim(parse, target.index) or is_broken_off(predicate):
        return "PLANNED"
    if leads_into_content(parse, target):
        return "PLANNED"  # 번을 폐지하고 현을 설치할 계획
    if predicate.kind == "connective" and _into_accusation(parse, target):
        return "REPORTED"  # 들이받아 숨지게 한 혐의
    if predicate.kind == "connective" and _inside_report(parse, target, named):
        return "REPORTED"
    if predicate.kind == "connective" and not predicate.past:
        shared = "ASSERTED" if named.kind.name in _OCCASIONS else _shared_plan(parse, target)
        return shared if shared != "ASSERTED" or target.nested else _as_told(parse, target)
    return "ASSERTED" if target.nested else _as_told(parse, target)


def _is_listed_with_aim(parse: Parse, target: Phrase) -> bool:
    """``2027년 착공, 2032년 준공을 목표로``: whether a noun stands in a list that ends in what is aimed at."""
    for unit in parse.behind(target):
        if isinstance(unit, Predicate):
            return False
        if unit.relation in PLANNED_HEADS:
            return True
    return False


_CLAIMS = (
    "주장", "증언", "진술", "소문", "전설", "설화", "전승", "일설", "소식통", "관계자", "회고", "회고록", "폭로", "제보", "보도",
    "기록", "목격자", "말", "바", "이야기", "자서전", "견해", "추정", "속설",
)  # fmt: skip


def _as_told(parse: Parse, clause: Clause) -> str:
    """``전설에 따르면 …``: what others claim in a clause of the sentence itself; an office or agency states a fact."""
    sources = (u for u in parse.units[: clause.index] if isinstance(u, Phrase) and u.relation == ACCORDING)
    claimed = any(u.form.endswith(_CLAIMS) or (u.entity is not None and u.entity.label == "PS") for u in sources)
    return "REPORTED" if claimed else "ASSERTED"


def _shared_plan(parse: Parse, clause: Clause) -> str:
    """``착공해 가동될 예정이다``: a plan that the next clause tells takes in those that lead to it."""
    following = parse.main_behind(clause.index)
    leads = following is not None and clause.predicate.ending in ("어", "아", "여", "고", "어서", "아서")
    after = parse.next_predicate(clause.index)
    if after is not None and after.kind == "nominal" and is_decided(parse, parse.units.index(after)):
        return "PLANNED"  # 특위를 구성하고 청문회를 열기로 합의했다
    return "PLANNED" if leads and following is not None and following.predicate.modality == "PLANNED" else "ASSERTED"


def _inside_report(parse: Parse, clause: Clause, named: Named) -> bool:
    """``심화시켰고, 붕괴로 이어졌다고 주장하는``: the clause goes on into what is reported.

    After the topic, who is the speaker, it does where it has a subject of its own, or where it leads into a report
    about the speaker and is no occasion of speaking itself: ``회사는 …을 팔아 …을 남겼다고``, not ``회의를 열어 …했다고``.
    """
    later = parse.main_behind(clause.index)
    if later is None or later.predicate.kind != "quotative" or later.predicate.ending.endswith("는"):
        return False  # 세웠고, …을 벌였다는 이유로
    if later.predicate.copula and later.predicate.ending.endswith("며"):
        return False  # 현장을 찾아 “현실”이라며 사과했다
    over = parse.next_predicate(later.index)
    if later.predicate.copula and over is not None and over.lemma in _CALLING:
        return False  # 점령하고 황제라 칭하였다
    if clause.topic is None:
        at_which = named.kind.name in _OCCASIONS and not later.predicate.past and clause.own_subject is None
        return later.topic is None and not at_which  # 기자회견을 열고 은퇴한다고 밝혔다
    if clause.own_subject is not None:
        return True
    leads = clause.predicate.ending in _FOLLOWING and not clause.predicate.pause and later.own_subject is None
    return leads and named.kind.name not in _OCCASIONS


def _into_accusation(parse: Parse, clause: Clause) -> bool:
    """Whether a clause runs into one that tells of what its subject is suspected: ``들이받아 숨지게 한 혐의를 받는다``."""
    told = parse.end_of_chain(clause)
    if told is None or told.predicate.kind != "prenominal" or told.head is None or told.head.form not in SUSPICIONS:
        return False
    main = parse.next_predicate(told.index)
    return main is not None and (
        main.lemma in ("받다", "있다") or (clause.nested and told.head.particle in ("로", "으로"))
    )


_CALLING = frozenset(("칭하다", "자칭", "부르다", "일컫다", "하다", "명명", "개칭", "이름하다", "불리다", "자처"))
_OCCASIONS = frozenset(("MEETING", "STATEMENT", "PUBLICATION", "PERFORMANCE", "AGREEMENT"))


def _befalls(clause: Clause, found: Sequence[Argument]) -> bool:
    """Whether a clause tells what happens to its subject, not what anybody does."""
    roles = {argument.role for argument in found}
    subject = clause.subject
    themes = [argument for argument in found if argument.role == "theme"]
    return subject is not None and "agent" not in roles and any(subject.start <= t.start < subject.end for t in themes)


def _by_next(parse: Parse, index: int, otherwise: str) -> str:
    """``보내는 것을 계획했다``, ``착륙 계획도 검토되고 있다``: the predicate over the clause or noun colours it."""
    following = parse.next_predicate(index)
    aim = parse.after(index)
    if isinstance(aim, Phrase) and aim.form in PLANNED_HEADS and aim.particle in ("로", "으로"):
        return "PLANNED"
    if isinstance(aim, Phrase) and aim.relation in PLANNED_HEADS:
        return "PLANNED"  # 줄이는 것을 목표로 하고 있다
    before = parse.units[parse.units.index(following) - 1] if following is not None and following.copula else None
    if isinstance(before, Phrase) and before.form in PLANNED_HEADS:
        return "PLANNED"  # 줄이는 것이 목표다
    if following is None:
        return otherwise
    if following.lemma in ("계획", "예정", "목표", "준비", "결정", "기획", "추진", "약속", "예고", "앞두다"):
        return "PLANNED"
    if following.lemma in ("검토", "추정", "예상", "전망", "고려", "논의", "예측"):
        return "POSSIBLE"
    return "REPORTED" if following.lemma in ("주장", "보도", "여겨지다", "간주", "평가") else otherwise
