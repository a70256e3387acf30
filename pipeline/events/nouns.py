"""Event nouns in noun phrases: ``달 착륙``, ``시험 비행``, ``2011년 발사 예정``."""

from __future__ import annotations

from pipeline.events.units import Atom, Phrase
from pipeline.events.vocabulary import Vocabulary


def phrase_trigger(phrase: Phrase, words: Vocabulary) -> tuple[int, int] | None:
    """The event noun, with those right before it, that a phrase ends in.

    Nouns that only say how it stands with the happening (예정, 실패, 이후, 사건 …) may follow it.

    Returns:
        First and last place in ``phrase.atoms``, or ``None``.
    """
    last = len(phrase.atoms) - 1
    while last > 0 and phrase.atoms[last].form in words.standing and phrase.atoms[last].entity is None:
        follows = words.standing[phrase.atoms[last].form] == "after" and not phrase.atoms[last].blank
        if follows and phrase.atoms[last - 1].form + phrase.atoms[last].form in words.nouns:
            break  # 데뷔전: a match, not the time before a debut
        last -= 1
    atom = phrase.atoms[last]
    if atom.entity is not None or atom.time is not None or not atom.tag.startswith(("NN", "XSN", "XR")):
        return None
    if atom.form == "선발" and phrase.particle in ("로", "로는", "으로"):
        return None  # 10일 선발로 나선다: who begins a match
    owner = phrase.atoms[last - 1].entity if last else None
    if atom.form == "전역" and owner is not None and owner.label == "LC":
        return None  # 유천면 전역: all of it
    if last and phrase.atoms[last - 1].tag == "SN" and not atom.blank:
        return None  # 12득점, 7도움
    first = last
    if (whole := _longest_whole(phrase, last, words)) < last:
        return whole, last
    if words.event_noun(atom.form) is None:
        before = phrase.atoms[last - 1] if last else None
        if before is None or before.entity or before.form + atom.form not in words.nouns:
            return None
        first -= 1
    while first > 0 and not phrase.atoms[first - 1].entity:
        before = phrase.atoms[first - 1]
        if phrase.atoms[first].start - before.end > 1:
            break  # a quotation mark stands between: '국민대회' 집회
        prefixed = before.tag == "XPN" or before.form + phrase.atoms[first].form in words.nouns
        if not prefixed and (words.event_noun(before.form) is None or _is_office(before, phrase.atoms[last])):
            break
        if before.form == "조직" and phrase.atoms[first].blank:
            break  # 조직 배양 실험, 조직 개편: what it is done to
        first -= 1
    return first, last


_OFFICES = frozenset(("이사", "감사"))
_TAKING_OFFICE = frozenset(("취임", "선임", "사임", "해임", "퇴임", "임명", "승진"))


def _is_office(before: Atom, noun: Atom) -> bool:
    """Whether a noun names the office that is taken or left, not a happening: 대표이사 취임, 감사 선임."""
    return before.form in _OFFICES and noun.form in _TAKING_OFFICE


_PIECES = 4  # of one word: 대학|수학|능력|시험


def _longest_whole(phrase: Phrase, last: int, words: Vocabulary) -> int:
    """Where the longest listed event noun begins that pieces written as one word make up; ``last`` for none."""
    first, joined, found = last, phrase.atoms[last].form, last
    while (
        first > 0
        and last - first < _PIECES - 1
        and not phrase.atoms[first].blank
        and not phrase.atoms[first - 1].entity
    ):
        first -= 1
        joined = phrase.atoms[first].form + joined
        found = first if joined in words.nouns else found
    return found


def standing(phrase: Phrase, words: Vocabulary) -> frozenset[str]:
    """The senses of the nouns that follow the event noun or name: planned, negative, after, circumstance …"""
    senses = set()
    for atom in reversed(phrase.atoms):
        sense = words.standing.get(atom.form)
        if sense is None or atom.entity is not None:
            break
        senses.add(sense)
    return frozenset(senses)


def ends_in_name(phrase: Phrase, words: Vocabulary) -> bool:
    """Whether the phrase is an event's name, with at most 이후 and the like behind it."""
    for atom in reversed(phrase.atoms):
        if atom.entity is not None:
            return atom.entity.label == "EV"
        if atom.form not in words.standing:
            return False
    return False
