"""Which predicate a time reaches: the first to its right that can take it (guideline §4).

A time governs the predicate of its own clause; a prenominal clause that follows at once is its own, unless a topic or
a pause parts them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from pipeline.events.clauses import ACCUSATIONS, CHARGES, Clause, Parse, gives_name, says_of_other
from pipeline.events.constructions import (
    BEFALLEN,
    LASTING,
    befalls,
    comes_out,
    is_adverbial,
    is_aim,
    is_content,
    is_decided,
    is_done,
    is_feat,
    is_followed,
    is_of_record,
    is_pretended,
    is_question,
    is_sent_for,
    is_work_begun,
    leads_into_decision,
    leads_into_quotation,
    leads_to_toll,
    light_over_event,
    makes_of,
    opens_doors,
    passes,
    passes_by,
    rides,
    sets_off_main,
    tells_home,
    tells_when,
)
from pipeline.events.nouns import phrase_trigger
from pipeline.events.reports import (
    TO_COME,
    Between,
    accompanies,
    becomes_known,
    gives_reason,
    is_content_of_writing,
    is_part_of_promise,
    is_quoted_in_modifier,
    is_reported_on,
    is_what_is_said,
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
_CARRYING = frozenset(("태우다", "싣다", "실리다", "이끌다", "거느리다", "지휘", "품다", "인솔"))
# What somebody or something is marked by: 패혈증에 걸린 경찰관, 엔진을 단 발사체.
_MARKING = frozenset(
    ("걸리다", "빠지다", "앓다", "처하다", "시달리다", "물들다", "달다", "갖추다", "장착", "탑재", "담다", "새기다", "적히다", "본뜨다",
     "닮다", "숨지다", "죽다", "사망", "다치다", "덮이다", "뒤덮이다", "둘러싸이다", "찌들다", "굶주리다")
)  # fmt: skip
_SEASON = re.compile(r"-(?:SP|SU|FA|WI)$")  # days of one time, though their first and last are told
_LEADING_OTHERS = frozenset(("이끌다", "거느리다", "데리다", "인솔"))
# Nouns over a clause that say how it bears on the main one: 세상을 떠나는 바람에.
_CIRCUMSTANCES = frozenset(("것", "데", "동안", "과정", "바람", "통", "탓", "까닭", "덕분", "때문", "와중", "사이"))


class _Step(Enum):
    """What a construction makes of a time before it."""

    PAST = "it goes on past the clause"
    WAITS = "the same, and what stands before the clause still counts"
    STAYS = "the clause has it"
    ENDS = "nothing has it"


@dataclass(frozen=True, slots=True)
class _Seen:
    """A clause behind a time, with what its construction is judged by."""

    parse: Parse
    clause: Clause
    group: TimeGroup
    later: list[TimeGroup]
    words: Vocabulary
    topic_before: bool

    @property
    def index(self) -> int:
        """The place of its predicate in the row."""
        return self.clause.index

    @property
    def predicate(self) -> Predicate:
        """Its predicate."""
        return self.clause.predicate

    @property
    def behind_another(self) -> bool:
        """Whether another time stands between."""
        return any(g.first < self.index for g in self.later)

    @property
    def before_another(self) -> bool:
        """Whether another time follows."""
        return any(self.index < g.first for g in self.later)


# The constructions of Korean that decide by themselves, in the order in which they are looked for.
_CONSTRUCTIONS: tuple[tuple[Callable[[_Seen], bool], _Step], ...] = (
    # 정부는 10일 북한이 9일 발사했을 가능성이 있다고 밝혔다
    (
        lambda s: s.topic_before and s.group.bare_day and s.behind_another and is_reported_on(s.parse, s.index),
        _Step.PAST,
    ),
    # 전날 협의에서 21일 본회의를 열어 처리하기로 합의했다
    (lambda s: s.behind_another and leads_into_decision(s.parse, s.index), _Step.PAST),
    # 1929년부터 1942년 검거될 때까지 모았다
    (lambda s: s.clause.nested and not s.predicate.copula and _has_one_of(s.clause, s.later), _Step.PAST),
    # 반복된다고 주장하는 논문을 발표하였다
    (lambda s: is_quoted_in_modifier(s.parse, s.index), _Step.PAST),
    # 28일 회담에서 추석에 만나기로 합의했다
    (lambda s: _is_set_for(s) and is_decided(s.parse, s.index), _Step.STAYS),
    # 조사하기로 합의했다
    (lambda s: is_decided(s.parse, s.index), _Step.WAITS),
    # 세 척의 배를 이끌고 항구를 떠난 그는
    (lambda s: s.clause.nested and not s.later and _leads_others(s.predicate), _Step.PAST),
    # 다음 달 9일 열리는 회의 일정을 발표했다
    (lambda s: _lies_ahead(s.group) and _will_be_done(s.parse, s.clause, s.words), _Step.STAYS),
    # 네 척을 파괴하는 성과를 거두었다
    (lambda s: is_feat(s.parse, s.clause, s.words), _Step.STAYS),
    # 내년 예산안을 비판했다: the time is of the noun
    (lambda s: is_to_come(s.group) and has_happened(s.predicate), _Step.ENDS),
    # 1941년이 저물 무렵
    (lambda s: tells_when(s.predicate, s.group, s.index), _Step.PAST),
    # 배를 타고 떠났다
    (lambda s: rides(s.parse, s.clause, s.words), _Step.PAST),
    # 19일 출국하려던 일정을 20일로 바꾸었다
    (lambda s: _was_scheduled(s.clause), _Step.STAYS),
    # 병천에 모인 주민들은
    (lambda s: sets_off_main(s.parse, s.clause, s.group, s.later), _Step.PAST),
    # 9층에 사는 주민이 신고했다
    (lambda s: tells_home(s.clause, s.group), _Step.PAST),
    # 이날 측근이 촬영한 것으로, 파문이 일었다
    (lambda s: is_of_record(s.clause) and not s.later, _Step.STAYS),
    # 신고를 받고 출동한 경찰에 붙잡혔다
    (lambda s: is_sent_for(s.parse, s.clause), _Step.PAST),
    # 물에 갇힌 주민이 숨졌다
    (lambda s: leads_to_toll(s.parse, s.clause, s.group, s.later, s.words), _Step.PAST),
    # 입국한 사실이 알려지면서
    (lambda s: comes_out(s.parse, s.clause), _Step.PAST),
    # 24일까지 타결되지 않으면 다음 달 파업에 들어간다
    (lambda s: _is_condition(s.predicate) and s.before_another, _Step.ENDS),
    # 시작하면 잃을 수 있으므로: nothing that happened
    (lambda s: _is_condition(s.predicate), _Step.PAST),
    # 7월, 해체한다는 사실이 알려졌다
    (lambda s: becomes_known(s.parse, s.index, s.group.pause), _Step.PAST),
    # 화석을 발견했다는 연구 성과가 실렸다
    (lambda s: is_content_of_writing(s.parse, s.index), _Step.PAST),
    # 방해가 된다는 이유로 헐렸다
    (lambda s: gives_reason(s.parse, s.index), _Step.PAST),
    # 4월 4일에는 공장을 짓겠다고 발표했다
    (lambda s: s.predicate.kind == "quotative" and sets_scene_of_promise(s.group, s.predicate), _Step.PAST),
    # 바꾸자는 북한의 주장을
    (lambda s: says_of_other(s.parse.units, s.index), _Step.PAST),
    # 정부를 세워야 한다며 평양으로 떠났다
    (lambda s: accompanies(s.parse, s.index, s.words), _Step.PAST),
    # 돈이 예치된 것처럼 증명서를 위조했다: what is only pretended
    (lambda s: is_pretended(s.clause), _Step.PAST),
    # 이름을 공개할지 결정한다
    (lambda s: is_question(s.parse, s.index), _Step.PAST),
    # 자정을 넘기면서
    (lambda s: passes_by(s.parse, s.index, s.group), _Step.PAST),
)


def _has_one_of(clause: Clause, times: list[TimeGroup]) -> bool:
    """Whether one of several times stands in a clause."""
    return any(group.times[0] is phrase.time for group in times for phrase in clause.phrases)


def _is_set_for(seen: _Seen) -> bool:
    """Whether a time that lies ahead, or stands behind the day of the deciding, is of what is decided."""
    return seen.predicate.kind == "nominal" and (seen.group.behind_day or _lies_ahead(seen.group))


def _leads_others(predicate: Predicate) -> bool:
    return predicate.kind == "connective" and predicate.lemma in _LEADING_OTHERS


def _will_be_done(parse: Parse, clause: Clause, words: Vocabulary) -> bool:
    predicate = clause.predicate
    to_do = predicate.kind == "prenominal" and not predicate.past and not predicate.copula and is_done(clause, words)
    return to_do and not _is_for_what_will_be_done(parse, clause, words)


def _is_for_what_will_be_done(parse: Parse, clause: Clause, words: Vocabulary) -> bool:
    """``오는 8월 보수를 맡을 자회사를 설립한다``: whether the main clause is to come, too, and has the head for its object."""
    main, head = parse.next_predicate(clause.index), clause.head
    held = (clause.predicate.lemma, "이") in words.light or clause.predicate.ending not in ("ᆯ", "을", "는")
    taken = head is not None and (head.object or head.genitive or head.particle == "도")
    if main is None or head is None or not taken or held or head.form in _TOLD_OF:
        return False
    return main.kind == "final" and not main.past and not main.copula and not main.stative


def _was_scheduled(clause: Clause) -> bool:
    head = clause.head
    return clause.predicate.ending.endswith("려던") and head is not None and head.form in ("일정", "계획")


_IF = ("면", "으면", "다면", "ᆫ다면", "는다면")


def _is_condition(predicate: Predicate) -> bool:
    return predicate.kind == "connective" and predicate.ending in _IF and not predicate.past


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
        seen = _Seen(parse, clause, group, later, words, topic_before)
        step = next((step for holds, step in _CONSTRUCTIONS if holds(seen)), None)
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
                return said, "reported_noun"
            if is_what_is_said(parse, unit, index, group, later, topic_before, between):
                continue
        if is_aim(parse, index):
            if any(index < g.first for g in later):
                passed.append(clause)  # 2030년까지 가기 위해 2025년 시험했다
        elif passes(clause, words) or is_adverbial(clause):
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
            )
        ):
            return (passed[0], "passed_clause") if has_time_of_its_own(index) else (clause, "own_clause")
        elif is_work_begun(parse, clause) or (is_followed(clause) and not later):
            return clause, "prenominal_clause"
        elif clause.nested and not between.topic and group.pause:
            if unit.kind == "prenominal" and unit.past and is_done(clause, words):
                passed.append(clause)
        elif clause.nested and not between.topic:
            reported = said_after(parse, clause)
            if reported is not None and reports_of_others(clause, reported, between):
                between.pass_predicate()
                continue
            if has_time_of_its_own(index):
                return passed[0], "passed_clause"
            if not _is_far(parse, clause, group, later, topic_before, between, words):
                return clause, "prenominal_clause" if unit.kind == "prenominal" else "nominal_clause"
            if (unit.past or unit.kind == "connective") and is_done(clause, words):
                passed.append(clause)
        between.pass_predicate()
    return (passed[-1], "passed_clause") if passed else None


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


def _goes_on_now(parse: Parse, clause: Clause) -> bool:
    """Whether the main clause is of what goes on: ``모으고 있다``."""
    last = next((u for u in reversed(parse.units) if isinstance(u, Predicate)), None)
    return last is not None and last is not clause.predicate and last.kind == "final" and "있" in last.frames


def _stands_within(parse: Parse, clause: Clause, group: TimeGroup) -> bool:
    """``국회는 대통령이 지난 7월 거부한 법안을 표결했다``: whether a time stands behind the subject of a clause, and the topic of
    the main one before that."""
    subject, head = clause.own_subject, clause.head
    if subject is None or head is None or clause.predicate.kind != "prenominal":
        return False
    place = parse.units.index(subject)
    before = parse.units[:place]
    return place < group.first and any(isinstance(u, Phrase) and u.topic and u.time is None for u in before)


def _touches(parse: Parse, clause: Clause, group: TimeGroup) -> bool:
    """``개정안은 지난 26일 통과된 법에 맞춰 바꾼 것이다``: a day gone by right before what happened then, or a time behind
    another one (``2017년에도 2014년부터 2016년까지 지정된 문화재를``)."""
    predicate, before = clause.predicate, parse.before(group.first)
    if predicate.kind != "prenominal" or not predicate.past or clause.index != group.last + 1:
        return False
    behind_another = isinstance(before, Phrase) and before.time is not None and before.time.type in ("DATE", "TIME")
    return group.times[0].text.startswith("지난 ") or behind_another


_MANNERS = frozenset(("수법", "방식", "방법", "식", "수단", "형식", "형태"))
_TOLD_OF = frozenset(("점", "사실", "것", "정황", "혐의", "의혹", "증거", "경위", "장면", "모습", "일", "데"))
_HOLDING_OFFICE = frozenset(("있다", "재직", "재임", "근무", "복무"))


def _is_far(
    parse: Parse,
    clause: Clause,
    group: TimeGroup,
    later: list[TimeGroup],
    topic_before: bool,
    between: Between,
    words: Vocabulary,
) -> bool:
    """Whether a time passes over a nested clause: what comes between makes it the clause's own matter."""
    predicate = clause.predicate
    if (_stands_within(parse, clause, group) and is_done(clause, words)) or _touches(parse, clause, group):
        return False
    sense = words.standing.get(predicate.head or "")
    ranged = "/" in group.dates[0] and not (len(group.times) == 1 and _SEASON.search(group.times[0].value))
    lasting = group.particle.startswith(("부터", "까지")) or ranged
    lasting |= predicate.head in ("때", "무렵", "당시", "즈음")
    gone_on = predicate.going_on or "오" in predicate.frames  # 활약해 온
    if predicate.modality == "PLANNED" and predicate.ending == "던" and predicate.kind == "prenominal":
        return False  # 1940년 열릴 예정이던 대회는 취소되었다
    if (
        predicate.ending == "는"
        and clause.head is not None
        and clause.head.form in _MANNERS
        and clause.head.particle in ("로", "으로")
    ):
        return True  # 허위 계산서를 발행하는 수법으로 빼돌렸다
    if predicate.head in ("중", "도중", "상태", "상황", "조건", "환경", "가운데", "채", "대신") or (
        gone_on and not lasting
    ):
        return True
    if (
        between.subject
        and clause.own_subject is None
        and predicate.kind == "prenominal"
        and (predicate.voice == "passive" or (clause.head is not None and clause.head.object))
    ):
        return True  # 2006년 법원이 구속된 회장을 석방했다
    if topic_before and _is_of_suspect(parse, clause):
        return True  # 경찰은 흉기를 휘둘러 이웃을 숨지게 한 남성을 체포했다
    if _is_behind_subject_of_main(parse, clause, group):
        return True  # 경찰이 22일 달아난 용의자를 붙잡았다
    if predicate.head == "때" and predicate.lemma in _HOLDING_OFFICE:
        return True  # 이조정랑으로 있을 때 탄핵하였다
    into = parse.clause_of(clause.head) if predicate.kind == "connective" and clause.head is not None else None
    if into is not None and into.predicate.head in ("중", "도중"):
        return True  # 타고 가던 중 급서하였다
    if group.particle == "부터" and predicate.kind == "prenominal" and predicate.past and _goes_on_now(parse, clause):
        return True  # 2009년부터 유실된 문화재를 찾고 있다
    if predicate.kind == "prenominal" and predicate.ending == "는" and "있" in predicate.frames:
        return not lasting and not later and group.particle != "현재"  # 음반에 수록되어 있는 곡을
    if group.scene and predicate.kind == "prenominal" and clause.head is not None and sense is None:
        return predicate.head not in ("때", "뒤", "후", "끝", "것")
    if clause.head is not None and clause.own_subject is None and phrase_trigger(clause.head, words) is not None:
        if (predicate.lemma, "이") in words.light:
            return False  # 12월에 열릴 협의에서: the noun is the happening
    if lasting and is_content(clause):
        return False  # 2030년까지 원전을 짓는 계획을 발표했다
    gathered = predicate.kind == "prenominal" and predicate.past and clause.head is not None and clause.head.object
    if lasting and gathered and clause.index == group.last + 1:
        return False  # 2012년부터 10년간 모은 자료를 분석했다
    if predicate.modality in ("POSSIBLE", "PLANNED") or predicate.ending in ("ᆯ", "을"):
        return sense not in ("planned", "possible") and predicate.head not in ("때", "무렵", "당시", "즈음")
    if predicate.kind == "prenominal" and predicate.lemma in _CARRYING and clause.head is not None and not later:
        return True  # 승객을 태운 여객선이 침몰했다
    if _only_marks(parse, clause) and not later and not lasting:
        return True  # 패혈증에 걸린 경찰관에게 투여했다
    if not lasting and _is_of_main(parse, clause, later, topic_before, between, words):
        return True  # 1920년 김원봉이 주도한 의열단에 가입했다
    deed = _runs_into(parse, clause)
    accused = deed.head if deed.head is not None and deed.head.form in ACCUSATIONS else None
    if accused is not None and accused.particle in ("로", "으로"):
        return not _tells_deed(parse, deed, group)  # 때린 혐의로, 때리고 달아난 혐의로 체포되었다
    if topic_before and _is_charge(clause):
        return True  # 법원은 … 기소된 최 회장에게 선고했다
    if sense == "after" or predicate.head in ("때", "지", "결과") or (accused is not None and accused.object):
        return False
    known = words.kind_of(predicate) or words.framed(clause)
    if predicate.ending == "는" and clause.head is not None and befalls(parse, clause, words):
        if known is not None and predicate.head in BEFALLEN:
            return False
        if phrase_trigger(clause.head, words) is not None:
            return True  # 항의하는 시위가 일어났다
    if (
        ranged
        and len(group.times) > 1
        and later
        and predicate.kind == "prenominal"
        and predicate.past
        and any(p.object for p in clause.phrases)
    ):
        return False  # 2014년부터 2019년까지 값을 담합한 업체에 과징금을 부과했다고 올해 발표했다
    if (known is None and not light_over_event(clause, words)) or (topic_before and group.bare_day):
        return True
    own = int(opens_doors(clause))
    if topic_before and (between.subject or between.objects > own or between.phrases > 1 + own):
        return predicate.head not in ("것", "데", "사실")
    lasting = "는" in (predicate.ending, into.predicate.ending if into else "")  # 부수지 않고 이온화하는 방법
    lasting = lasting and (
        between.objects > 0 or between.subject or ((between.phrases > 0 or topic_before) and _is_told(parse, clause))
    )
    return lasting and sense != "planned" and predicate.head not in _CIRCUMSTANCES


def _only_marks(parse: Parse, clause: Clause) -> bool:
    """``엔진을 단 발사체를``, ``숨진 여성의 심장을``: a past clause that only tells of what kind an object or owner is."""
    head, predicate = clause.head, clause.predicate
    if head is None or predicate.kind != "prenominal" or predicate.ending not in ("ᆫ", "은"):
        return False
    undergoing = head.object or head.genitive or head.particle in ("에게", "에게서", "한테")
    return predicate.lemma in _MARKING and undergoing and _is_told(parse, clause)


def _is_told(parse: Parse, clause: Clause) -> bool:
    """Whether the main clause tells what was done: a past verb that ends the sentence, or leads to its end."""
    main = parse.next_predicate(clause.index)
    if main is None or main.copula or main.stative or main.kind not in ("final", "connective"):
        return False
    last = next(u for u in reversed(parse.units) if isinstance(u, Predicate))
    return last.kind == "final" and last.past and not last.copula and not last.stative


def _is_of_main(
    parse: Parse, clause: Clause, later: list[TimeGroup], topic_before: bool, between: Between, words: Vocabulary
) -> bool:
    """Whether a past clause only tells what an object, goal or doer of the main one is, which the time is of.

    Its own subject stands between (``1920년 김원봉이 주도한 의열단에 가입했다``), it tells by whom (``왕건을 추대한 신하들에
    의해 쫓겨났다``), it is of its head while the main one is of the topic (``그는 부산에 상륙한 왜군을 맞아``), or the main one
    tells when its head was made (``김부식이 편찬한 삼국사기가 완성되었다``).
    """
    head, predicate = clause.head, clause.predicate
    if head is None or predicate.ending not in ("ᆫ", "은") or predicate.kind != "prenominal" or predicate.copula:
        return False
    main = parse.main_with(head)
    if main is None or head.head.tag == "NNB" or head.form in words.standing or head.form in _SAID_OF_DEEDS:
        return False
    if not _is_told(parse, clause) or any(g.first < main.index for g in later) or phrase_trigger(head, words):
        return False
    if head.subject or head.topic:
        kind = words.kind_of(main.predicate)
        made = kind is not None and kind.name in _MAKING and main.predicate.voice == "passive"
        return made and (between.subject or between.objects > 0)
    if between.subject or head.relation == "의하다":
        return True
    kind = words.kind_of(predicate)
    itself = kind is not None and kind.name in _OF_ITSELF and between.objects == 0
    return itself and topic_before and predicate.voice == "active" and (head.object or head.genitive)


_MAKING = frozenset(("CONSTRUCTION", "PUBLICATION", "FOUNDING", "INVENTION"))
_OF_ITSELF = frozenset(("MOVEMENT", "LANDING", "RETURN", "DEATH", "INJURY", "RESIGNATION", "LOSS", "BIRTH"))
_SAID_OF_DEEDS = _TOLD_OF | _CIRCUMSTANCES | BEFALLEN | {"뒤", "후", "때", "당시", "무렵", "결과", "끝", "가운데"}


def _runs_into(parse: Parse, clause: Clause) -> Clause:
    """The prenominal clause that a nested one runs into: ``달아난`` for ``때리고 달아난 혐의``; a clause that does not, itself."""
    if clause.predicate.kind != "connective" or not clause.nested or clause.head is not None:
        return clause
    after = parse.end_of_chain(clause)
    return after if after is not None and after.predicate.kind == "prenominal" else clause


def _tells_deed(parse: Parse, clause: Clause, group: TimeGroup) -> bool:
    """Whether a time before an accusation is of the deed: where it was done stands between, and who is accused is the
    topic: ``A씨는 지난 3일 편의점에서 돈을 훔친 혐의로 체포됐다``, not ``경찰은 지난 3일 …``."""
    between = parse.units[group.last + 1 : clause.index]
    told = any(isinstance(u, Predicate) or u.particle in ("에서", "로부터", "으로부터", "에게서") for u in between)
    main = parse.next_predicate(clause.index)
    return told and main is not None and main.voice == "passive" and main.kind != "prenominal"


def _is_behind_subject_of_main(parse: Parse, clause: Clause, group: TimeGroup) -> bool:
    """Whether the subject before a time is the main clause's, which has the head of the clause for its object."""
    head = clause.head
    if head is None or not head.object or clause.predicate.kind != "prenominal" or clause.own_subject is not None:
        return False
    main = parse.main_with(head)
    subject = main.own_subject if main is not None else None
    return subject is not None and subject.end <= group.start


def _is_of_suspect(parse: Parse, clause: Clause) -> bool:
    """Whether a clause runs into what somebody did who is held or tried for it by the topic."""
    deed = _runs_into(parse, clause)
    main = parse.next_predicate(deed.index)
    held = deed is not clause and deed.head is not None and (deed.head.object or deed.head.form in ACCUSATIONS)
    return held and main is not None and main.lemma in CHARGES and main.voice == "active"


def _is_charge(clause: Clause) -> bool:
    """``기소된 최 회장에게``, ``구속된 김씨에 대해``: what brought somebody before the court that the main clause tells of."""
    head = clause.head
    to = head is not None and (head.particle in ("에게", "에게는", "의") or head.relation == "대하다")
    return clause.predicate.kind == "prenominal" and clause.predicate.lemma in CHARGES and to
