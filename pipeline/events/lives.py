"""Dates in brackets after a name: ``케플러(1571년 12월 27일 ~ 1630년 11월 15일)``, ``태조(재위 1392년 ~ 1398년)``.

A pair of dates, or one with an open side, is a birth and a death whose triggers are the dates themselves; a noun before
the dates (재위, 재임 …) is the trigger of what it names, over the whole interval (guideline §4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.events.clauses import Parse
from pipeline.events.timegroups import TimeGroup, groups
from pipeline.events.units import Phrase, Predicate
from pipeline.events.vocabulary import Vocabulary
from pipeline.model import Argument, Entity, Event, Timex, Trigger
from pipeline.timex.value import edtf

_TO = re.compile(r"\s*[~∼〜～–—−-]\s*")
_BORN = re.compile(r"\s*(?:출생|생|탄생|태어남)(?![가-힣])")
_DIED = re.compile(r"\s*(?:사망|몰|졸|별세|서거|순국)(?![가-힣])")


# 1859년 2월 19일 웁살라 ~
_PLACE_TO = re.compile(r"(?:,\s?| )[가-힣A-Z][가-힣A-Za-z ,·]{1,30}\s?[~∼〜～–—]\s?(?=\)|）|\d{3,4}년)")
_EQUIVALENT = re.compile(r"\s?[(（][^()（）]{1,20}[)）]")
_HOLDERS = frozenset(("PS", "OG", "EV", "AF", "LC"))


def life_dates(bracket: Parse, outer: Parse, text: str, words: Vocabulary) -> list[Event] | None:
    """The events of a bracket after a name.

    Args:
        bracket: the row of a bracket.
        outer: the row it was taken out of.
        text: the document.
        words: the vocabulary.

    Returns:
        ``None`` where the bracket is no such list of dates and its times are to be read as anywhere else.
    """
    person = _named_before(outer, bracket.row.host) or _told_of(outer, bracket)
    if bracket.row.host is None or any(isinstance(u, Predicate) and not u.copula for u in bracket.units):
        return None
    found: list[Event] = []
    reigned = {u.form for u in bracket.units if isinstance(u, Phrase)} & _REIGNS
    for group in groups(bracket, text):
        if (
            reigned
            and group.first == 0
            and person is not None
            and person.label == "PS"
            and _follows_comma(bracket, group)
        ):
            found += _life(group.times, person, text)  # 세종(1397년 ~ 1450년, 재위 1418년 ~ 1450년)
            continue
        noun = bracket.units[group.first - 1] if group.first else bracket.after(group.last)  # 이승만(1895년 입학)
        own = noun.entity if isinstance(noun, Phrase) and noun.entity and noun.entity.label == "PS" else None
        kind = words.event_noun(noun.form) if isinstance(noun, Phrase) and noun.entity is None else None
        if isinstance(noun, Phrase) and kind is not None:
            trigger = Trigger(noun.head.start, noun.end, text[noun.head.start : noun.end], noun.form)
            did = (not group.first or noun.form in ("재임", "재직")) and person is not None and person.label == "PS"
            role = kind.people or kind.subject if did else "theme"
            found.append(_event(trigger, kind.name, group.dates[0], person, group.start, role))
        elif person is not None and person.label == "PS":
            found += _life(group.times, person, text)
        elif own is not None:  # Adolph Rickenbaker (아돌프 리켄베커 1886~1976)
            found += _life(group.times, own, text)
    return found or None


_REIGNS = frozenset(("재위", "재임", "재직", "통치", "치세"))


def _follows_comma(bracket: Parse, group: TimeGroup) -> bool:
    """Whether a reign is told behind a comma of its own after dates of life."""
    last, after = bracket.units[group.last], bracket.after(group.last)
    return isinstance(last, Phrase) and last.pause and isinstance(after, Phrase) and after.form in _REIGNS


def _told_of(outer: Parse, bracket: Parse) -> Entity | None:
    """The person whom the sentence is about, where the bracket tells of a reign: ``진흥왕은 신라의 국왕(재위 540년~576년)이다``."""
    first = bracket.units[0] if bracket.units else None
    if not isinstance(first, Phrase) or first.form not in ("재위", "재임", "재직"):
        return None
    topics = (u.entity for u in outer.units if isinstance(u, Phrase) and u.topic and u.entity is not None)
    return next((entity for entity in topics if entity.label == "PS"), None)


def _named_before(outer: Parse, host: int | None) -> Entity | None:
    """The name right before the bracket, a title behind it passed over."""
    for unit in outer.units:
        if isinstance(unit, Phrase) and host is not None and 0 <= host - unit.end <= 1:
            return next((a.entity for a in reversed(unit.atoms) if a.entity and a.entity.label in _HOLDERS), None)
        if isinstance(unit, Phrase) and host is not None and unit.start < host <= unit.end:
            return next((a.entity for a in unit.atoms if a.entity is not None and 0 <= host - a.end <= 1), None)
    return None


def _life(times: list[Timex], person: Entity, text: str) -> Iterator[Event]:
    if len(times) == 2 and _TO.fullmatch(text[_behind_equivalent(text, times[0].end) : times[1].start]):
        for time, kind in zip(times, ("BIRTH", "DEATH"), strict=True):
            yield _dated(time, kind, person)
    elif len(times) == 1:
        (time,) = times
        if _DIED.match(text, time.end) or _TO.fullmatch(text[time.start - 2 : time.start].lstrip("(（)）")):
            yield _dated(time, "DEATH", person)
        elif (
            _PLACE_TO.match(text, time.end)
            or _BORN.match(text, time.end)
            or _TO.match(text, _behind_equivalent(text, time.end))
        ):
            yield _dated(time, "BIRTH", person)


def _behind_equivalent(text: str, end: int) -> int:
    """The place behind the same date in another calendar: ``5월 25일(음력 4월 22일) ~``."""
    bracket = _EQUIVALENT.match(text, end)
    return bracket.end() if bracket else end


def _dated(time: Timex, kind: str, person: Entity) -> Event:
    return _event(Trigger(time.start, time.end, time.text), kind, edtf(time) or "", person, time.start)


def _event(trigger: Trigger, kind: str, date: str, person: Entity | None, time: int, role: str = "theme") -> Event:
    arguments = (Argument(role, person.start, person.end, person.text),) if person else ()
    return Event(trigger, kind, date, arguments, rule="life_dates", time=time)
