"""Which predicate a time reaches: the first to its right that can take it (guideline §4).

A time governs the predicate of its own clause; a prenominal clause that follows at once is its own, unless a topic or
a pause parts them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum

from pipeline.events.candidates import TOLD_OF, Candidate
from pipeline.events.clauses import Clause, Parse, gives_name, says_of_other
from pipeline.events.constructions import (
    LASTING,
    befalls,
    comes_out,
    is_adverbial,
    is_aim,
    is_called_off,
    is_condition,
    is_decided,
    is_done,
    is_feat,
    is_followed,
    is_of_record,
    is_perceived,
    is_pretended,
    is_question,
    is_sent_for,
    is_work_begun,
    leads_into_decision,
    leads_into_quotation,
    leads_to_toll,
    makes_of,
    passes,
    passes_by,
    rides,
    sets_off_main,
    tells_home,
    tells_when,
)
from pipeline.events.nested import is_far
from pipeline.events.nouns import phrase_trigger
from pipeline.events.reports import (
    TO_COME,
    Between,
    accompanies,
    becomes_known,
    gives_reason,
    is_ahead,
    is_content_of_writing,
    is_order,
    is_part_of_promise,
    is_quoted_in_modifier,
    is_reported_on,
    is_what_is_said,
    leads_into_reason,
    said_after,
    said_noun,
    sets_scene_of_promise,
    stands_in_report,
    tells_who_or_where,
)
from pipeline.events.timegroups import DAY, TimeGroup
from pipeline.events.units import LEADING, Phrase, Predicate
from pipeline.events.vocabulary import Vocabulary

_AHEAD = re.compile(r"오는(?! ?날)|내년|내달|향후|앞으로|내일|모레|내주|글피")
_LEADING_OTHERS = frozenset(("이끌다", "거느리다", "데리다", "인솔"))


class _Step(Enum):
    """What a construction makes of a time before it."""

    PAST = "it goes on past the clause"
    WAITS = "the same, and what stands before the clause still counts"
    STAYS = "the clause has it"
    ENDS = "nothing has it"


# The constructions of Korean that decide by themselves, in the order in which they are looked for.
_CONSTRUCTIONS: tuple[tuple[Callable[[Candidate], bool], _Step], ...] = (
    # 정부는 10일 북한이 9일 발사했을 가능성이 있다고 밝혔다
    (
        lambda at: at.topic_before and at.group.bare_day and at.behind_another and is_reported_on(at.parse, at.index),
        _Step.PAST,
    ),
    # 전날 협의에서 21일 본회의를 열어 처리하기로 합의했다
    (lambda at: at.behind_another and leads_into_decision(at.parse, at.index), _Step.PAST),
    # 1929년부터 1942년 검거될 때까지 모았다
    (lambda at: at.clause.nested and not at.predicate.copula and _has_one_of(at.clause, at.later), _Step.PAST),
    # 반복된다고 주장하는 논문을 발표하였다
    (lambda at: is_quoted_in_modifier(at.parse, at.index), _Step.PAST),
    # 28일 회담에서 추석에 만나기로 합의했다
    (lambda at: _is_set_for(at) and is_decided(at.parse, at.index), _Step.STAYS),
    # 3일 기업들에 30일까지 자료를 제출할 것을 요구했다
    (lambda at: at.group.particle.startswith("까지") and is_decided(at.parse, at.index), _Step.STAYS),
    # 내년까지 열차를 투입하기 위한 공사가 진행 중이다
    (lambda at: at.group.particle.startswith("까지") and _is_what_is_aimed_at(at), _Step.STAYS),
    # 조사하기로 합의했다
    (lambda at: is_decided(at.parse, at.index), _Step.WAITS),
    # 세 척의 배를 이끌고 항구를 떠난 그는
    (lambda at: _leads_others(at), _Step.PAST),
    # 다음 달 9일 열리는 회의 일정을 발표했다
    (
        lambda at: _is_yet_to_come(at.group) and _will_be_done(at.parse, at.clause, at.words),
        _Step.STAYS,
    ),
    # 네 척을 파괴하는 성과를 거두었다
    (lambda at: is_feat(at.parse, at.clause, at.words), _Step.STAYS),
    # 내년 예산안을 비판했다: the time is of the noun
    (lambda at: is_to_come(at.group) and has_happened(at.predicate), _Step.ENDS),
    # 1941년이 저물 무렵
    (lambda at: tells_when(at.predicate, at.group, at.index), _Step.PAST),
    # 배를 타고 떠났다
    (lambda at: rides(at.parse, at.clause, at.words), _Step.PAST),
    # 21일 열려던 회의를 취소했다
    (lambda at: is_called_off(at.parse, at.clause), _Step.STAYS),
    # 오는 6일까지 복권시키지 않으면 무력을 쓸 수 있다고 경고했다
    (
        lambda at: (
            is_condition(at.predicate)
            and at.predicate.negated
            and at.group.particle.startswith("까지")
            and not at.before_another
        ),
        _Step.STAYS,
    ),
    # 19일 출국하려던 일정을 20일로 바꾸었다
    (lambda at: _was_scheduled(at.clause), _Step.STAYS),
    # 병천에 모인 주민들은
    (lambda at: sets_off_main(at.parse, at.clause, at.group, at.later), _Step.PAST),
    # 9층에 사는 주민이 신고했다
    (lambda at: tells_home(at.clause, at.group), _Step.PAST),
    # 이날 측근이 촬영한 것으로, 파문이 일었다
    (lambda at: is_of_record(at.clause) and not at.later, _Step.STAYS),
    # 신고를 받고 출동한 경찰에 붙잡혔다
    (lambda at: is_sent_for(at.parse, at.clause), _Step.PAST),
    # 물에 갇힌 주민이 숨졌다
    (lambda at: leads_to_toll(at.parse, at.clause, at.group, at.later, at.words), _Step.PAST),
    # 입국한 사실이 알려지면서
    (lambda at: comes_out(at.parse, at.clause), _Step.PAST),
    # 다음 달 27일 총회에서 승인되면 출범한다
    (lambda at: is_condition(at.predicate) and _is_day_ahead(at.group) and is_done(at.clause, at.words), _Step.STAYS),
    # 24일까지 타결되지 않으면 다음 달 파업에 들어간다
    (lambda at: is_condition(at.predicate) and at.before_another, _Step.ENDS),
    # 시작하면 잃을 수 있으므로: nothing that happened
    (lambda at: is_condition(at.predicate), _Step.PAST),
    # 빛이 나오는 것을 관찰했다
    (lambda at: is_perceived(at.parse, at.clause) and not at.later, _Step.PAST),
    # 라듐을 분리해 폴로늄을 발견했다는 공로로 상을 받았다
    (lambda at: leads_into_reason(at.parse, at.index), _Step.PAST),
    # 7월, 해체한다는 사실이 알려졌다
    (lambda at: becomes_known(at.parse, at.index, at.group.pause), _Step.PAST),
    # 화석을 발견했다는 연구 성과가 실렸다
    (lambda at: is_content_of_writing(at.parse, at.index), _Step.PAST),
    # 방해가 된다는 이유로 헐렸다
    (lambda at: gives_reason(at.parse, at.index), _Step.PAST),
    # 4월 4일에는 공장을 짓겠다고 발표했다
    (lambda at: at.predicate.kind == "quotative" and sets_scene_of_promise(at.group, at.predicate), _Step.PAST),
    # 바꾸자는 북한의 주장을
    (lambda at: says_of_other(at.parse.units, at.index), _Step.PAST),
    # 정부를 세워야 한다며 평양으로 떠났다
    (lambda at: accompanies(at.parse, at.index, at.words), _Step.PAST),
    # 돈이 예치된 것처럼 증명서를 위조했다: what is only pretended
    (lambda at: is_pretended(at.clause), _Step.PAST),
    # 이름을 공개할지 결정한다
    (lambda at: is_question(at.parse, at.index), _Step.PAST),
    # 자정을 넘기면서
    (lambda at: passes_by(at.parse, at.index, at.group), _Step.PAST),
)


def _has_one_of(clause: Clause, times: list[TimeGroup]) -> bool:
    """Whether one of several times stands in a clause."""
    own = {id(phrase.time) for phrase in clause.phrases if phrase.time is not None}
    return bool(own) and any(id(group.times[0]) in own for group in times)


def _is_what_is_aimed_at(at: Candidate) -> bool:
    """Whether a clause is what the thing behind it is for (``투입하기 위한 공사``), or what is done now is for, one day."""
    behind = at.parse.after(at.index)
    modifies = isinstance(behind, Predicate) and behind.kind == "prenominal"
    return is_aim(at.parse, at.index) and (modifies or _is_yet_to_come(at.group))


def _is_set_for(at: Candidate) -> bool:
    """Whether a time that lies ahead, or stands behind the day of the deciding, is of what is decided."""
    behind = at.group.behind_day and not _has_come(at.group)
    return at.predicate.kind == "nominal" and (behind or _is_yet_to_come(at.group))


def _has_come(group: TimeGroup) -> bool:
    """Whether a time is over, or is the day of the document itself, from which it was reckoned."""
    day = group.day_of_document
    under_way = day is not None and len(group.dates[0]) < DAY and day.startswith(group.dates[0])
    return day is not None and group.dates[0] <= day and not under_way


def _leads_others(at: Candidate) -> bool:
    """Whether a clause only tells whom somebody had along: ``함대를 이끌고 나아갔다``."""
    predicate, main = at.predicate, at.parse.next_predicate(at.index)
    along = predicate.kind == "connective" and predicate.lemma in _LEADING_OTHERS and predicate.ending in LEADING
    if not along or predicate.past or predicate.pause or main is None or main.copula:
        return False
    if at.clause.nested:
        return not at.later
    return not any(at.index < g.first < at.parse.units.index(main) for g in at.later)


def _will_be_done(parse: Parse, clause: Clause, words: Vocabulary) -> bool:
    predicate = clause.predicate
    to_do = predicate.kind == "prenominal" and not predicate.past and not predicate.copula and is_done(clause, words)
    head = clause.head
    if head is not None and head.particle == "에" and befalls(parse, clause, words) and phrase_trigger(head, words):
        return False  # 다음 달 세계를 도는 투어에 나선다
    return to_do and not _is_for_what_will_be_done(parse, clause, words)


def _is_for_what_will_be_done(parse: Parse, clause: Clause, words: Vocabulary) -> bool:
    """``오는 8월 보수를 맡을 자회사를 설립한다``: whether the main clause is to come, too, and has the head for its object."""
    main, head = parse.next_predicate(clause.index), clause.head
    held = (clause.predicate.lemma, "이") in words.light or clause.predicate.ending not in ("ᆯ", "을", "는")
    taken = head is not None and (head.object or head.genitive or head.particle == "도")
    if main is None or head is None or not taken or held or head.form in TOLD_OF:
        return False
    return main.kind == "final" and not main.past and not main.copula and not main.stative


def _was_scheduled(clause: Clause) -> bool:
    head = clause.head
    return clause.predicate.ending.endswith("려던") and head is not None and head.form in ("일정", "계획")


def _is_day_ahead(group: TimeGroup) -> bool:
    """Whether a time is a day to come, and no deadline."""
    day = len(group.dates[0]) == DAY and not group.particle.startswith("까지")
    return day and _is_yet_to_come(group)


def _is_yet_to_come(group: TimeGroup) -> bool:
    """Whether a time lies ahead by its words, or by its date in a text that has one."""
    return _lies_ahead(group) or is_ahead(group)


def own_clause(
    parse: Parse, group: TimeGroup, later: list[TimeGroup], words: Vocabulary
) -> tuple[Clause | Phrase, str] | None:
    """What the time governs: the first predicate to its right that can take it.

    A prenominal clause that the time passed over gets it back where the main clause has a time of its own or is a
    mere state.
    """
    if parse.next_predicate(group.last) is None:
        return None
    topic_before = _has_topic(parse, group) and not stands_in_report(parse, group)
    between = Between()
    passed: list[Clause] = []

    def has_time_of_its_own(index: int) -> bool:
        own = [g for g in later if passed and passed[0].index < g.first < index]
        return bool(own) and not _shares_verb(parse, own[0], index)

    def reports_of_others(clause: Clause, quoted: Predicate, between: Between) -> bool:
        """``경찰은 4일 김씨가 풀려나 출국했다고 밝혔다``: the day is of the saying, as it is with one reported clause."""
        at = parse.units.index(quoted)
        told = parse.units[group.last + 1 : clause.index]
        about_others = topic_before and group.bare_day and any(isinstance(u, Phrase) and u.subject for u in told)
        return about_others and is_what_is_said(parse, quoted, at, group, later, topic_before, between)

    for index in range(group.last + 1, len(parse.units)):
        unit = parse.units[index]
        if isinstance(unit, Phrase):
            between.pass_phrase(unit, tells_who_or_where(parse, group, index, unit))
            continue
        clause = parse.clause_at(index)
        at = Candidate(parse, clause, group, later, words, topic_before, between)
        step = next((step for holds, step in _CONSTRUCTIONS if holds(at)), None)
        if step is _Step.STAYS:
            return clause, "nominal_clause" if unit.kind == "nominal" else "prenominal_clause"
        if step is _Step.ENDS:
            break
        if step is not None:
            if step is _Step.PAST:
                between.pass_predicate()
            continue
        if unit.kind == "quotative":
            if (said := said_noun(parse, index, words)) is not None:
                if (at.behind_own_subject and not unit.promised) or group.particle.startswith("까지"):
                    return clause, "own_clause"  # 배우가 9월 결혼한다는 보도, 2014년까지 연장하자는 제안
                return said, "reported_noun"
            if is_what_is_said(parse, unit, index, group, later, topic_before, between):
                continue
        if is_aim(parse, index):
            if any(index < g.first for g in later):
                passed.append(clause)  # 2030년까지 가기 위해 2025년 시험했다
        elif passes(clause, words) or is_adverbial(clause):
            if unit.kind == "quotative" and unit.copula and at.behind_own_subject:
                break  # 회사는 판매량이 지난달 1250대였다고 밝혔다
            if unit.copula and clause.nested and clause.head is not None and clause.head.time is not None:
                break  # 새해 첫 근무일인 2일: the other time has it
            leads = clause.head is not None and clause.head.subject
            leads |= bool(clause.phrases) and clause.phrases[-1].form == "중"  # 투병 중이던 병원에서 숨졌다
            if topic_before and unit.copula and unit.ending == "던" and not leads:
                break  # 대통령은 지난해 의장국이었던 한국과
            quotes = unit.kind == "quotative" and not gives_name(unit)
            if not _lets_through(clause, words) or (quotes and group.particle.startswith(LASTING)):
                break
        elif not clause.nested and not (
            (quoted := leads_into_quotation(parse, index))
            and (
                between.speaker
                or sets_scene_of_promise(group, quoted)
                or reports_of_others(clause, quoted, between)
                or (
                    topic_before
                    and len(group.dates[0]) == DAY
                    and not later
                    and is_part_of_promise(clause, quoted, words)
                )
                or (topic_before and unit.ending == "고" and is_order(quoted))
            )
        ):
            return (passed[0], "passed_clause") if has_time_of_its_own(index) else (clause, "own_clause")
        elif is_work_begun(parse, clause) or (is_followed(clause) and not later):
            return clause, "prenominal_clause"
        elif clause.nested and not between.topic and group.pause:
            if unit.kind == "prenominal" and unit.past and is_done(clause, words):
                passed.append(clause)
        elif clause.nested and (not between.topic or _says_before(parse, index)):
            reported = said_after(parse, clause)
            if reported is not None and reports_of_others(clause, reported, between):
                between.pass_predicate()
                continue
            if has_time_of_its_own(index):
                return passed[0], "passed_clause"
            if not is_far(at):
                return clause, "prenominal_clause" if unit.kind == "prenominal" else "nominal_clause"
            if (unit.past or unit.kind == "connective") and is_done(clause, words):
                passed.append(clause)
        between.pass_predicate()
    return (passed[-1], "passed_clause") if passed else None


_AFTER = frozenset(("데", "뒤", "후", "직후", "이후", "다음"))


def _says_before(parse: Parse, index: int) -> bool:
    """``결혼은 무효라고 선언한 데 이어``: whether something is said before the main clause; a topic may be in what is said."""
    unit, said = parse.units[index], parse.before(index)
    saying = isinstance(said, Predicate) and said.kind == "quotative"
    return saying and isinstance(unit, Predicate) and unit.kind == "prenominal" and unit.head in _AFTER


def is_to_come(group: TimeGroup) -> bool:
    """Whether a time lies ahead of the day of the text, so that nothing told in the past happened then: ``오는 5월 19일``.

    Not a month told in a story (``다음 달``), nor how long something is to last (``내년 3월까지 연장했다``).
    """
    return not group.particle.startswith(("까지", "부터")) and _lies_ahead(group)


def _lies_ahead(group: TimeGroup) -> bool:
    anchor = group.times[0].anchor
    counted_from_text = anchor is not None and anchor.start is None
    return _AHEAD.match(group.times[0].text) is not None or (
        counted_from_text and TO_COME.match(group.times[0].text) is not None
    )


def has_happened(predicate: Predicate) -> bool:
    """Whether a predicate tells what is done already: 발표했다, not 하기로 했다 nor 했다고."""
    told = predicate.kind in ("final", "connective") and predicate.past
    return told and predicate.modality is None and not predicate.copula


def _shares_verb(parse: Parse, group: TimeGroup, index: int) -> bool:
    """``1946년에는 <봄>을, 이듬해에는 <가을>을 공연했다``: what ends before a time has its verb behind the next like phrase."""
    before = parse.before(group.first)
    if not isinstance(before, Phrase) or not before.pause or not (before.object or before.subject):
        return False
    behind = (u for u in parse.units[group.last + 1 : index] if isinstance(u, Phrase))
    return any(u.object == before.object and u.subject == before.subject for u in behind)


def _lets_through(clause: Clause, words: Vocabulary) -> bool:
    """Whether a time goes on past a predicate that is no happening; a state of the main clause keeps it."""
    relation = clause.predicate.lemma in words.relational or clause.predicate.kind == "quotative"
    return clause.nested or relation or is_adverbial(clause) or makes_of(clause) or _leads_from_state(clause.predicate)


def _leads_from_state(predicate: Predicate) -> bool:
    """``현실에 충실하며 다시 등록했다``: a state that only goes along with the main clause."""
    along = predicate.kind == "connective" and predicate.ending in LEADING | {"며", "으며", "면서", "으면서", "다가"}
    return along and not predicate.past and not predicate.copula and not predicate.negated


def _has_topic(parse: Parse, group: TimeGroup) -> bool:
    """Whether a topic stands before the time in its own clause."""
    for unit in reversed(parse.units[: group.first]):
        if isinstance(unit, Predicate) and unit.kind in ("connective", "final") and not unit.stative:
            return False
        if isinstance(unit, Phrase) and unit.topic and unit.time is None:
            return True
        if isinstance(unit, Phrase) and unit.particle == "도" and unit.names_actor:
            return True  # 티엔치리튬도 지난 7월 두 회사가 설립한 회사에 투자했다
    return False
