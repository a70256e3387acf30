"""Later clauses that a time dates as well (guideline §4: clauses that continue the same happening)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.events.clauses import INTENTIONS, Clause, Parse, gives_name
from pipeline.events.constructions import (
    SUSPICIONS,
    is_adverbial,
    is_broken_off,
    is_decided,
    is_sent_for,
    is_work_begun,
    leads_into_content,
    leads_into_decision,
    leads_into_quotation,
    passes,
)
from pipeline.events.nouns import phrase_trigger
from pipeline.events.reports import GONE, TO_COME, is_order
from pipeline.events.timegroups import DAY, TimeGroup
from pipeline.events.units import Phrase, Predicate, Unit
from pipeline.events.vocabulary import EventType, Vocabulary

_SERIAL = frozenset(
    ("어", "아", "여", "고", "어서", "아서", "여서", "다가", "다", "려다", "으려다", "려다가", "으려다가")
)
_SAME_HAPPENING = _SERIAL | {"며", "면서", "으며", "으면서", "은데", "는데", "자", "자마자"}
# What stands beside the main happening, whoever the subject of that is: 은행이 망하면서 경제가 무너졌다.
_ALONGSIDE = frozenset(("면서", "으면서"))
_RUNNING_ON = _SERIAL | _ALONGSIDE
_CLOSING = frozenset(("며", "으며", "고", "지만", "으나", "나", "다가"))
_LATER = re.compile(
    r"이후|직후|그\s?후|그\s?뒤|후에|뒤에|나중에|결국|다음|그사이|그동안|계속해서|이어서|현재(?!의)|얼마 ?(?:뒤|후|지나)"
)
# 1970년 창간되어 지금까지 나온다, 구조되어 훗날 책을 냈다: what holds now, comes again or came long after, is of no date before.
_NOW = re.compile(
    r"훗날|뒷날|강점기에|시대에는|시기에는|치하에|후일(?![가-힣])|지금(?!의)|현재(?!의)|오늘날(?!의)|오늘까지|최근|여전히|아직|지속적으로|매[년월주일]|해마다|격년"
)


_NEAR = 20  # characters


def sharing_clauses(
    parse: Parse, own: Clause, group: TimeGroup, later: list[TimeGroup], words: Vocabulary, text: str
) -> Iterator[Clause]:
    """Later clauses that the time dates as well.

    Those of the same subject after a time at the head of the sentence, and everywhere those that the own clause runs
    into without a pause (``모여 협상했다``).
    """
    born = words.kind_of(own.predicate)
    if born is not None and born.name == "BIRTH":
        return  # 1967년 태어나 대학교를 졸업하고 입대하였다: a life, told in one sentence
    if (
        any(group.last < g.first < own.index for g in later)
        and "각각" not in text[own.predicate.end : own.predicate.end + _NEAR]
    ):
        return  # 2월 1심에서 15년을, 5월 2심에서 10년을 선고받고 복역했다: the later time has what follows
    at_head = _at_head(parse, group, words) and not own.nested
    behind_own = (g for g in later if g.first > own.index and not _is_reported(parse, g))
    following = next((g for g in behind_own if not (_was_before(parse, group, g) or _is_of_noun(parse, g))), None)
    previous, behind = own, own.index
    quoted = leads_into_quotation(parse, own.index) is not None
    until = group.particle.startswith("까지")
    meant = own.predicate.modality == "PLANNED" and not is_broken_off(own.predicate)
    for clause in parse.clauses:
        if clause.index <= own.index:
            continue
        # 황제였던 푸이를, 벗어날 기회를: nothing that happened then
        apart = clause.nested and (clause.predicate.copula or clause.predicate.ending in ("ᆯ", "을"))
        content = leads_into_content(parse, previous)  # 번을 폐지하고 현을 설치할 계획
        apart &= not content
        if clause.predicate.lemma == "받다" and any(p.object and p.form in SUSPICIONS for p in clause.phrases):
            continue  # 침입해 재물을 손괴한 혐의를 받는다
        if is_sent_for(parse, clause):
            behind = clause.index
            continue  # 불이 나 신고를 받고 출동한 소방대에 의해 진화됐다
        if is_decided(parse, clause.index) or leads_into_decision(parse, clause.index):
            continue  # 회담을 열고 정례화하기로 합의했다
        if apart or gives_name(clause.predicate) or is_adverbial(clause):
            continue
        if "/" in group.dates[0] and len(group.times) > 1 and own.predicate.ending in ("다", "다가"):
            return  # 2001년까지 시장으로 일하다 구속됐다
        if clause.predicate.kind == "quotative" and clause.predicate.copula and clause.predicate.ending.endswith("며"):
            behind = clause.index
            continue  # 현장을 찾아 “현실”이라며 사과했다
        if clause.nested and clause.predicate.stative and clause.predicate.kind in ("prenominal", "nominal"):
            continue  # 발표하고 이 같은 결과를 공개했다, 상소를 올려 억울함을 풀어 줄 것을 요청했다
        gap = parse.units[behind + 1 : clause.index]
        tried = previous.predicate.lemma == "시도" or is_broken_off(previous.predicate)
        if clause.predicate.lemma == "실패" and tried:
            if not any(isinstance(u, Phrase) and u.particle == "에" for u in gap):  # 입대하려다 시험에 실패했다
                if clause.predicate.kind == "final":
                    return  # 습격하려다가 실패하였다, 시도했다가 실패했다: one thing
                previous, behind = clause, clause.index
                continue
        reported = clause.predicate.kind == "quotative"
        said = reported and not clause.predicate.past
        over = parse.before(clause.index)
        if until and isinstance(over, Predicate) and over.kind == "quotative":
            return  # 2030년까지 늘릴 계획이라고 밝혔다
        if _is_of_plan_told(parse, clause):
            continue  # 3월 끝내고 7월 옮긴다는 일정을 세웠다
        if meant and clause.predicate.past and clause.predicate.kind == "final":
            return  # 20일 회의를 열 예정이며 검토하겠다고 밝혔다
        if said and _is_occasion_of_saying(own, words):
            behind = clause.index
            continue  # 기자회견을 열고 은퇴한다고 밝혔다
        if said and clause.predicate.promised and GONE.match(group.times[0].text):
            return  # 지난달 법인을 세우고 해외에 진출하겠다고 밝혔다
        if said and _is_dated(parse, group, clause, later):
            return  # 12월까지 세우고 내년에 개통한다고 밝혔다
        if _leads_to_nothing(parse, previous, clause, gap, words):
            continue  # 출마했지만 이명박에게 밀려 낙선했다
        chained = previous.nested and clause.predicate.ending in ("ᆫ", "은")  # 서재필이 지원을 받아 창간한 독립신문
        if clause.predicate.lemma in _ANEW and (ruin := _kind(previous, words)) is not None and ruin.name in _RUIN:
            return  # 지진으로 파괴되어 재건되었다
        serial = _runs_into(previous, gap) or _exemplifies(previous, clause, gap)
        if serial and clause.nested:
            serial = bool(gap or chained) and previous.predicate.ending not in _ALONGSIDE
            serial = serial and (content or not _has_its_own(parse, clause, gap))
        if reported and own.topic is None and not previous.predicate.pause:
            return
        if reported and is_order(clause.predicate):
            behind = clause.index
            continue  # 감금하고 내전을 멈추라고 요구했다
        if not serial and not clause.nested and not reported and leads_into_quotation(parse, clause.index):
            continue
        if reported and not any(isinstance(u, Phrase) and u.topic and u.time is None for u in gap):
            behind = clause.index
        toll = _is_same_toll(previous, clause, gap, words)
        if not serial and (clause.nested or (reported and not toll)):
            if reported and quoted and group.particle.startswith("부터"):
                return  # 5월부터 팔리기 시작하면서 늘었다고 설명했다
            continue
        between = text[previous.predicate.end : clause.predicate.start]
        apart_of = [u for u in gap if not (isinstance(u, Phrase) and u.subject and _within_nested(parse, u))]
        if (
            clause.predicate.lemma in _BACK or previous.predicate.ending in _ALONGSIDE
        ):  # 교신이 끊기면서 이틀 만에 끝났다
            apart_of = [u for u in apart_of if not (isinstance(u, Phrase) and _is_later(u))]  # 4년 만에 복귀했다
        same_subject = at_head and (
            _goes_on_with(previous, apart_of, between)
            or _comes_to_nothing(previous, clause, gap, words)
            or _is_honoured(previous, clause, words)
        )
        goes_on = same_subject or toll
        if (not serial and not goes_on) or _NOW.search(between) or _is_still_to_come(previous, clause):
            return
        ends = clause.predicate.pause or reported or clause.predicate.ending in _CLOSING
        if following is not None and (clause.index > following.first or not ends):
            return
        if any(
            p.form in ("평생", "일생") or (_lasts_years(p) and clause.predicate.lemma not in _SENTENCING | _BACK)
            for p in clause.phrases
            if p.start > previous.predicate.start
        ):
            return  # 태어나 평생 그곳을 떠나지 않았다, 체포되어 6년간 복역하였다
        if "야" in clause.predicate.frames and not clause.predicate.past:
            return  # 다리가 부러져 쉬어야 한다
        if not passes(clause, words):
            yield _begun(parse, clause) or clause
        if reported and (quoted or until):
            return  # 무너지고 대피했다고 발표했다: the saying is of another time
        previous, behind = clause, clause.index


def _is_still_to_come(previous: Clause, clause: Clause) -> bool:
    """``지난해 8월 착공했으며 20조원을 투입한다``: whether what was done is followed by what is told in the present."""
    done = previous.predicate.kind == "connective" and previous.predicate.past and not previous.nested
    predicate = clause.predicate
    present = predicate.kind == "final" and not predicate.past and predicate.modality is None and not predicate.stative
    return done and present and not predicate.frames


def _is_dated(parse: Parse, group: TimeGroup, quoted: Clause, later: list[TimeGroup]) -> bool:
    """Whether what is said has a time of its own, so that the first one, if it lies ahead, is of a step to it."""
    ahead = group.particle.startswith("까지") or TO_COME.match(group.times[0].text) is not None
    return ahead and any(g.first > group.last and parse.next_predicate(g.last) is quoted.predicate for g in later)


def _begun(parse: Parse, clause: Clause) -> Clause | None:
    """The clause of what was begun: ``기술을 배워 기술자를 양성하는 일을 시작했다``."""
    nested = (c for c in parse.clauses if c.nested and is_work_begun(parse, c))
    return next((c for c in nested if parse.next_predicate(c.index) is clause.predicate), None)


def _was_before(parse: Parse, group: TimeGroup, later: TimeGroup) -> bool:
    """``14일 회의를 열고 지난달 12일 위원회를 통과한 법안을 의결했다``: a time of what befell the object of a clause before."""
    predicate = parse.next_predicate(later.last)
    if predicate is None or predicate.kind != "prenominal" or not predicate.past or predicate.copula:
        return False
    clause = parse.clause_at(parse.units.index(predicate))
    before = later.dates[-1].rstrip("~") < group.dates[0]
    return before and clause.nested and clause.head is not None and (clause.head.object or clause.head.genitive)


def _is_of_noun(parse: Parse, later: TimeGroup) -> bool:
    """``8일 총회를 열어 내년 총선 규칙을 확정했다``: a time to come, before what is done already, that only says of which noun."""
    predicate = parse.next_predicate(later.last)
    done = predicate is not None and predicate.past and predicate.kind in ("final", "connective")
    ahead = not later.particle and TO_COME.match(later.times[0].text) is not None and len(later.dates[0]) < DAY
    return done and ahead and predicate is not None and predicate.modality is None


def _lasts_years(phrase: Phrase) -> bool:
    """``6년간``: so long that what lasts it is of no one date."""
    if phrase.time is None or phrase.time.type != "DURATION" or not phrase.time.value.endswith("Y"):
        return False
    of_noun = phrase.genitive or phrase.time.text.endswith(("이내", "안", "내"))  # 10년간의 생활을 마감했다
    return not of_noun and not phrase.particle.startswith(("만", "뒤", "후"))


_SENTENCING = frozenset(("선고", "구형", "언도", "판결"))  # 체포되어 징역 2년을 선고받았다


def _has_its_own(parse: Parse, clause: Clause, gap: list[Unit]) -> bool:
    """``선거를 진행해 176표를 얻은 의원을 선출했다``: a clause over its own object is no part of the row around it."""
    if clause.predicate.kind != "prenominal" or not any(isinstance(u, Phrase) and u.object for u in gap):
        return False
    main = parse.next_predicate(clause.index)
    if clause.predicate.head in SUSPICIONS and main is not None and main.lemma in ("받다", "있다"):
        return False  # 들이받아 운전자를 숨지게 한 혐의를 받고 있다
    return main is not None and not main.copula


def _at_head(parse: Parse, group: TimeGroup, words: Vocabulary) -> bool:
    """At the head of the sentence, or right after its topic: no clause with a happening of its own comes before."""
    for unit in parse.units[: group.first]:
        if isinstance(unit, Predicate):
            if unit.kind not in ("prenominal", "nominal") and words.kind_of(unit) is not None and not unit.stative:
                return False
        elif (unit.subject and len(group.dates[0]) < DAY) or unit.object or unit.particle in ("에서", "로", "으로"):
            if not unit.pause and unit.form != "예" and not _within_nested(parse, unit):
                return False
    return True


def _within_nested(parse: Parse, phrase: Phrase) -> bool:
    return any(phrase in clause.phrases for clause in parse.clauses if clause.nested)


def _is_reported(parse: Parse, group: TimeGroup) -> bool:
    """Whether a time stands in what somebody says: ``16일 회의를 열고 지난주 환자가 줄었다고 밝혔다``."""
    return parse.reported_behind(group.last) is not None


def _runs_into(previous: Clause, gap: list[Unit]) -> bool:
    """A connective clause and the predicate that it runs into with no more than one phrase between."""
    if previous.predicate.pause or previous.predicate.ending not in _RUNNING_ON:
        return False
    plain = all(isinstance(u, Phrase) and not (u.subject or u.topic or _is_dating(u) or u.pause) for u in gap)
    counted = [u for u in gap if not (previous.nested and isinstance(u, Phrase) and u.genitive)]
    return plain and len(counted) <= (1 if previous.predicate.ending == "고" else 2)


def _is_of_plan_told(parse: Parse, clause: Clause) -> bool:
    """``옮긴다는 일정을 세웠다``: whether a clause only says that there is the plan of which the clauses before tell."""
    plan = clause.phrases[-1] if clause.phrases else None
    told = parse.before(parse.units.index(plan)) if plan is not None else None
    quoted = isinstance(told, Predicate) and told.kind == "quotative" and told.ending.endswith("는")
    return plan is not None and quoted and plan.object and plan.form in INTENTIONS | {"일정"}


def _is_dating(phrase: Phrase) -> bool:
    """Whether a phrase says when or how long, not how often: ``연간 500만 명``."""
    return phrase.time is not None and phrase.time.type != "SET"


def _exemplifies(previous: Clause, clause: Clause, gap: list[Unit]) -> bool:
    """``본사를 압수수색하는 등 수사에 착수했다``: what the main clause tells has the clause before for a part."""
    if clause.nested or "있" in clause.predicate.frames:
        return False
    if previous.predicate.head != "등" or previous.predicate.ending != "는":
        return False
    return all(isinstance(u, Phrase) and not (u.subject or u.topic or u.time) for u in gap)


def _goes_on_with(previous: Clause, gap: list[Unit], between: str) -> bool:
    """Whether the next clause goes on with the same subject and no later time (각각 hands the time to another one)."""
    if previous.predicate.ending in _ALONGSIDE:
        gap = [u for u in gap if not isinstance(u, Phrase) or not (u.subject or (u.topic and u.time is None))]
    if previous.own_subject is None and previous.topic is None and previous.carried is None:
        gap = [u for u in gap if not isinstance(u, Phrase) or not u.subject]  # 칙령에 반대하여 시민들이 쌓았다
    moved = any(isinstance(u, Phrase) and (u.subject or (u.topic and u.time is None) or _is_later(u)) for u in gap)
    same = previous.predicate.ending in _SAME_HAPPENING and not _LATER.search(between)
    return same and (not moved or "각각" in between)


def _comes_to_nothing(previous: Clause, clause: Clause, gap: list[Unit], words: Vocabulary) -> bool:
    """``총선에 출마했으나 낙선했다``, ``교섭했으나 합의하지 못했다``: how an attempt of the same subject ended."""
    moved = any(isinstance(u, Phrase) and (u.subject or u.topic or u.time is not None) for u in gap)
    at_something = any(p.particle == "에" for p in clause.phrases)  # 메달 획득에 실패했다
    same = clause.predicate.lemma == "실패" and not at_something  # 발사했으나 실패했다: one thing
    if moved or previous.predicate.ending not in _BUT or not clause.predicate.past or same:
        return False
    if "실패" in clause.predicate.frames:
        return True  # 발사됐지만 위성을 궤도에 올리는 데는 실패했다
    kind = _kind(clause, words)
    if kind is not None and (kind.name == "LOSS" or clause.predicate.lemma in _UNDONE):
        return True
    if kind is not None and kind.name == "DEATH" and previous.predicate.lemma in _TREATED:
        return True  # 병원으로 옮겨졌으나 숨졌다
    tried = _kind(previous, words)
    return (
        clause.predicate.negated and tried is not None and tried.name in ("MEETING", "ELECTION", "CONFLICT", "ATTACK")
    )


_TREATED = frozenset(("옮겨지다", "옮기다", "이송", "후송", "호송", "실려가다", "치료", "수술", "입원"))
# What comes after so long and is reckoned from the last time that it did: 꺾고 29년 만에 우승했다.
_BACK = frozenset(
    (
        "복귀",
        "돌아오다",
        "컴백",
        "복직",
        "복당",
        "복학",
        "재개",
        "귀환",
        "귀국",
        "공개",
        "되찾다",
        "탈환",
        "돌아서다",
        "전환",
        "우승",
        "준우승",
        "넘어서다",
        "넘다",
        "돌파",
        "경신",
        "이기다",
        "승리",
        "진출",
        "오르다",
        "석권",
        "제패",
        "정상",
        "웃돌다",
        "밑돌다",
        "탈출",
    )
)


def _leads_to_nothing(parse: Parse, previous: Clause, clause: Clause, gap: list[Unit], words: Vocabulary) -> bool:
    """Whether a clause only tells how an attempt came to nothing, as the next one says: ``밀려`` before ``낙선했다``."""
    if clause.nested or clause.predicate.kind != "connective" or clause.predicate.ending not in _SERIAL:
        return False
    after = parse.main_behind(clause.index)
    if after is None or previous.predicate.ending not in _BUT or after.predicate.lemma not in _UNDONE:
        return False
    behind = parse.units[clause.index + 1 : after.index]
    return _comes_to_nothing(previous, after, gap + behind, words)


def _is_occasion_of_saying(clause: Clause, words: Vocabulary) -> bool:
    """``기자회견을 열고``: at what something is said."""
    kind = _kind(clause, words)
    return kind is not None and kind.name in ("MEETING", "STATEMENT") and clause.predicate.kind == "connective"


def _is_honoured(previous: Clause, clause: Clause, words: Vocabulary) -> bool:
    """``공로를 인정받아 훈장이 추서되었다``: the honour is of whom the clause before tells."""
    kind = _kind(clause, words)
    return (
        previous.predicate.lemma in ("인정", "인정받다", "기리다", "평가") and kind is not None and kind.name == "AWARD"
    )


_BUT = frozenset(("으나", "나", "지만", "는데", "은데", "다가"))
_UNDONE = frozenset(
    (
        "낙선",
        "낙방",
        "탈락",
        "떨어지다",
        "무산",
        "부결",
        "좌절",
        "결렬",
        "기각",
        "그치다",
        "실패",
        "패하다",
        "패배",
    )
)


def _is_same_toll(previous: Clause, clause: Clause, gap: list[Unit], words: Vocabulary) -> bool:
    """``불이 나 32명이 숨지고 17명이 다쳤다``: what one accident did to some and to others."""
    cause, effect = (_kind(one, words) for one in (previous, clause))
    timed = any(isinstance(u, Phrase) and u.time is not None and u.time.type in ("DATE", "TIME") for u in gap)
    if (
        cause is None
        or timed
        or not ((effect is not None and effect.name in _TOLL) or clause.predicate.lemma in _CAUGHT)
    ):
        return False
    subject = previous.subject
    if cause.name == "LANDING" and subject is not None and previous.predicate.ending in _SAME_HAPPENING:
        return subject.form.endswith("태풍") or (subject.entity is not None and subject.entity.label == "EV")
    return previous.predicate.ending in _SAME_HAPPENING and cause.name in _TOLL | _DEADLY


def _kind(clause: Clause, words: Vocabulary) -> EventType | None:
    """What happened in a clause, by the noun of a light frame (``지진이 발생하여``, ``부상을 입었다``), else by its verb."""
    last = next((p for p in reversed(clause.phrases) if p.time is None), None)
    if last is not None and words.light_frame(clause.predicate.lemma, last.particle) is not None:
        if phrase_trigger(last, words) is not None and (kind := words.event_noun(last.form)) is not None:
            return kind
    return words.framed(clause) or words.kind_of(clause.predicate)


_RUIN = frozenset(("DISSOLUTION", "DISASTER", "ACCIDENT", "ATTACK"))
_ANEW = frozenset(("재건", "복구", "복원", "중건", "중수", "중창", "재개관", "재건축", "보수"))  # long after
_TOLL = frozenset(("DEATH", "INJURY"))
_CAUGHT = frozenset(("매몰", "실종", "고립", "매장", "전소", "침수", "추락", "갇히다", "깔리다"))
_DEADLY = frozenset(("ACCIDENT", "DISASTER", "ATTACK"))


def _is_later(phrase: Phrase) -> bool:
    """``10년 만에``, ``사흘 뒤``: a length that moves the next clause to another time."""
    if phrase.time is None:
        return phrase.form == "만" and phrase.particle == "에"
    if phrase.time.type == "DATE" and phrase.time.value.startswith(("X", "FUTURE")):
        return True  # 몇 달 뒤 수도를 옮겼다
    return phrase.time.type == "DURATION" and phrase.particle.startswith(("만", "뒤", "후"))
