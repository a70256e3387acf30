"""Annotation files (guideline §5): JSON Lines, one sentence a line, written by a labeller or by yeonpyo itself.

On file the offsets inside a sentence count from its start; in memory they count from the document. What is read is
checked line by line, so that everything behind this file may trust it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.errors import GoldError
from pipeline.model import (
    ENTITY_LABELS,
    EVENT_TYPES,
    MODALITIES,
    POLARITIES,
    ROLES,
    TIMEX_MODS,
    TIMEX_TYPES,
    Anchor,
    AnnotatedSentence,
    Argument,
    Entity,
    Event,
    Inferred,
    Timex,
    Trigger,
)
from pipeline.versions import FORMAT, KEY, other_format

_KINDS = {str: "a text", int: "a whole number", list: "a list", dict: "an object", bool: "true or false"}
_LONGEST_QUOTE = 60


def read_annotations(path: Path | str) -> list[AnnotatedSentence]:
    """Reads a gold or system file.

    Args:
        path: a JSON Lines file in UTF-8, one sentence a line. ``doc`` may be left out where there is one document.
            Keys that the record does not have (``score``) are passed over.

    Returns:
        The sentences in the order of the file; offsets, also of what stands in them, count the document's text.

    Raises:
        GoldError: with file and line; broken JSON, a missing or ill-typed key, an unknown label, a span whose text
            is not what stands there, an ``id`` given twice in a document, a file that is no UTF-8 text.

    Example:
        A line reads ``{"id": "s1", "start": 0, "text": "1957년이다.", "times": [{"start": 0, "end": 5, …``.
    """
    return [sentence for _, sentence in read_lines(path)]


def read_lines(path: Path | str, bad: list[GoldError] | None = None) -> Iterator[tuple[int, AnnotatedSentence]]:
    """The sentences of a file with their lines, for those who want to see all that is wrong with it.

    Args:
        path: see :func:`read_annotations`.
        bad: collects the errors of lines that cannot be read, so that the rest still comes out; ``None`` raises them.

    Raises:
        GoldError: the file cannot be read at all, or a line cannot and ``bad`` is ``None``.
    """
    seen: dict[tuple[str | None, str], int] = {}
    for line, written in enumerate(_lines(Path(path)), 1):
        try:
            place = _parsed(Path(path), line, written)
            sentence = _sentence(place)
            earlier = seen.setdefault((sentence.doc, sentence.id), line)
            if earlier != line:
                raise place.error("a second sentence of this id", key="id", expected="one", got=f"line {earlier} again")
        except GoldError as error:
            if bad is None:
                raise
            bad.append(error)
        else:
            yield line, sentence


def write_annotations(sentences: Iterable[AnnotatedSentence]) -> str:
    """The text of an annotation file, keys in the guideline's order; the same sentences give the same text.

    Example:
        >>> write_annotations([AnnotatedSentence(None, "s1", 9, "왔다.")])
        '{"id": "s1", "start": 9, "text": "왔다.", "times": [], "entities": [], "events": []}\\n'
    """
    return "".join(json.dumps(record(sentence), ensure_ascii=False) + "\n" for sentence in sentences)


def check_against(
    sentences: Sequence[AnnotatedSentence], texts: Mapping[str | None, str] | str, *, file: Path | str | None = None
) -> None:
    """Makes sure that every sentence stands in its article where its offset says.

    Args:
        sentences: as read from a file.
        texts: the documents by id (``None`` for sentences without ``doc``), or the one text all are from.
        file: the annotation file, for the message; the n-th sentence is its n-th line.

    Raises:
        GoldError: with the line of the first sentence that does not fit, or whose document there is no text for.
    """
    for line, sentence in enumerate(sentences, 1):
        text = texts if isinstance(texts, str) else texts.get(sentence.doc)
        if text is None:
            known = ", ".join(str(doc) for doc in texts)
            raise GoldError("no such document", file=file, line=line, column="doc", expected=f"one of {known}",
                            got=str(sentence.doc))  # fmt: skip
        there = text[sentence.start : sentence.end]
        if there != sentence.text:
            raise GoldError("the sentence is not what stands in the article", file=file, line=line, column="text",
                            offset=sentence.start, expected=_quote(there), got=_quote(sentence.text))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Place:
    """An object of a line: the line's number, the way to the object (``events[2].trigger``) and its keys."""

    file: Path
    line: int
    data: dict[str, Any]
    path: str = ""

    def error(self, what: str, *, key: str | None = None, **told: str) -> GoldError:
        column = f"{self.path}.{key}" if self.path and key else self.path or key
        return GoldError(what, file=self.file, line=self.line, column=column, **told)  # type: ignore[arg-type]

    def take(self, key: str, kind: type) -> Any:
        if key not in self.data:
            raise self.error(f"{key!r} is missing", expected=_KINDS[kind])
        value = self.data[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.error("wrong kind of value", key=key, expected=_KINDS[kind], got=_quote(value))
        return value

    def maybe(self, key: str, kind: type) -> Any:
        return None if self.data.get(key) is None else self.take(key, kind)

    def choose(self, key: str, known: Sequence[str]) -> str:
        value: str = self.take(key, str)
        if value not in known:
            raise self.error(f"unknown {key}", key=key, expected="one of " + " ".join(known), got=_quote(value))
        return value

    def children(self, key: str) -> Iterator[_Place]:
        for number, child in enumerate(self.take(key, list)):
            if not isinstance(child, dict):
                raise self.error("wrong kind of value", key=f"{key}[{number}]", expected="an object", got=_quote(child))
            yield replace(self, data=child, path=f"{self.path}.{key}[{number}]".lstrip("."))

    def child(self, key: str) -> _Place:
        return replace(self, data=self.take(key, dict), path=f"{self.path}.{key}".lstrip("."))

    def span(self, sentence: AnnotatedSentence) -> dict[str, Any]:
        """``start`` and ``end`` in the document and the ``text`` that stands there."""
        start, end, text = self.take("start", int), self.take("end", int), self.take("text", str)
        if not 0 <= start < end <= len(sentence.text):
            raise self.error("a span outside its sentence", expected=f"0 ≤ start < end ≤ {len(sentence.text)}",
                             got=f"start {start}, end {end}")  # fmt: skip
        there = sentence.text[start:end]
        if text != there:
            raise self.error(f"not what stands at {start}–{end}", key="text", expected=_quote(there), got=_quote(text))
        return {"start": sentence.start + start, "end": sentence.start + end, "text": text}


def _quote(value: Any) -> str:
    said = json.dumps(value, ensure_ascii=False, default=str)
    return said if len(said) <= _LONGEST_QUOTE else said[: _LONGEST_QUOTE - 1] + "…"


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        reached = error.object[: error.start].count(b"\n") + 1
        raise GoldError("not UTF-8", file=path, line=reached, expected="JSON Lines in UTF-8") from error
    except OSError as error:
        raise GoldError(f"cannot be read ({error.strerror})", file=path, expected="an annotation file") from error
    return text.removesuffix("\n").split("\n") if text else []


def _parsed(path: Path, line: int, written: str) -> _Place:
    try:
        data = json.loads(written)
    except json.JSONDecodeError as error:
        raise GoldError(f"broken JSON ({error.msg})", file=path, line=line, column=error.colno) from error
    except (RecursionError, ValueError) as error:  # nested without end, a number of thousands of figures
        raise GoldError("JSON that cannot be read", file=path, line=line, expected="a sentence") from error
    if not isinstance(data, dict):
        raise GoldError("not a sentence", file=path, line=line, expected="an object", got=_quote(data))
    if found := other_format(data):
        raise GoldError("a record in another format", file=path, line=line, column=KEY, expected=str(FORMAT), got=found,
                        hint="read it with that version")  # fmt: skip
    if "\\u" in written and (half := _half_of_a_pair(data)):
        raise GoldError("half of a surrogate pair is no character", file=path, line=line, got=half)
    return _Place(path, line, data)


def _half_of_a_pair(data: dict[str, Any]) -> str | None:
    """What no file could hold, as JSON escapes it."""
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        return f"\\u{ord(error.object[error.start]):04x}"
    return None


def _sentence(place: _Place) -> AnnotatedSentence:
    sentence = AnnotatedSentence(
        place.maybe("doc", str), place.take("id", str), place.take("start", int), place.take("text", str)
    )
    if sentence.start < 0:
        raise place.error("a sentence before the text", key="start", expected="0 or more", got=str(sentence.start))
    return replace(
        sentence,
        times=tuple(_timex(child, sentence) for child in place.children("times")),
        entities=tuple(_entity(child, sentence) for child in place.children("entities")),
        events=tuple(_event(child, sentence) for child in place.children("events")),
    )


def _timex(place: _Place, sentence: AnnotatedSentence) -> Timex:
    return Timex(
        **place.span(sentence),
        type=place.choose("type", TIMEX_TYPES),
        value=place.take("value", str),
        mod=place.choose("mod", TIMEX_MODS) if place.maybe("mod", str) else None,
        literal=place.maybe("literal", str),
        rule=place.maybe("rule", str),
        anchor=_anchor(place.child("anchor"), sentence.start) if place.maybe("anchor", dict) else None,
        optional=place.maybe("optional", bool) or False,
    )


def _anchor(place: _Place, sentence_start: int) -> Anchor:
    """An anchor's offsets count from the sentence, too: one in an earlier sentence is negative."""
    start, end = place.maybe("start", int), place.maybe("end", int)
    if start is None or end is None:
        return Anchor(place.take("value", str))
    return Anchor(place.take("value", str), sentence_start + start, sentence_start + end)


def _entity(place: _Place, sentence: AnnotatedSentence) -> Entity:
    return Entity(
        **place.span(sentence),
        label=place.choose("label", ENTITY_LABELS),
        name=place.take("name", str),
        rule=place.maybe("rule", str),
        optional=place.maybe("optional", bool) or False,
    )


def _event(place: _Place, sentence: AnnotatedSentence) -> Event:
    trigger, time = place.child("trigger"), place.maybe("time", int)
    return Event(
        trigger=Trigger(**trigger.span(sentence), lemma=trigger.maybe("lemma", str)),
        type=place.choose("type", EVENT_TYPES),
        date=place.take("date", str),
        arguments=tuple(
            Argument(role=argument.choose("role", ROLES), **argument.span(sentence))
            for argument in place.children("arguments")
        ),
        polarity=place.choose("polarity", POLARITIES),
        modality=place.choose("modality", MODALITIES),
        rule=place.maybe("rule", str),
        time=None if time is None else sentence.start + time,
        optional=place.maybe("optional", bool) or False,
        inferred=tuple(_inferred(child, sentence) for child in place.children("inferred"))
        if place.maybe("inferred", list)
        else (),
    )


def _inferred(place: _Place, sentence: AnnotatedSentence) -> Inferred:
    """A topic of an earlier sentence: its offsets, counted from this one, are negative."""
    start, end = place.take("start", int) + sentence.start, place.take("end", int) + sentence.start
    return Inferred(place.choose("role", ROLES), start, end, place.take("text", str), place.take("name", str))


def record(sentence: AnnotatedSentence) -> dict[str, Any]:
    """A sentence as the record of the guideline (§5): plain data, keys in order, offsets from the sentence's start.

    Example:
        >>> record(AnnotatedSentence("d", "s1", 9, "1957년", (Timex(9, 14, "1957년", "DATE", "1957"),)))["times"]
        [{'start': 0, 'end': 5, 'text': '1957년', 'type': 'DATE', 'value': '1957'}]
    """
    begin = sentence.start
    told: dict[str, Any] = {} if sentence.doc is None else {"doc": sentence.doc}
    told |= {"id": sentence.id, "start": begin, "text": sentence.text}
    told["times"] = [_place_of(t, begin) | _told_of_timex(t, begin) for t in sentence.times]
    told["entities"] = [_place_of(e, begin) | _told(e, "label", "name", "rule", "optional") for e in sentence.entities]
    told["events"] = [_told_of_event(e, begin) for e in sentence.events]
    return told


def _place_of(part: Timex | Entity | Trigger | Argument | Inferred, begin: int) -> dict[str, Any]:
    return {"start": part.start - begin, "end": part.end - begin, "text": part.text}


def _told(part: Any, *keys: str) -> dict[str, Any]:
    """The keys that have something to say: not ``None``, and not an ``optional`` that is false."""
    return {key: value for key in keys if (value := getattr(part, key)) is not None and value is not False}


def _told_of_timex(timex: Timex, begin: int) -> dict[str, Any]:
    told = _told(timex, "type", "value", "mod", "literal", "rule")
    if timex.anchor is not None:
        told["anchor"] = {"value": timex.anchor.value}
        if timex.anchor.start is not None and timex.anchor.end is not None:
            told["anchor"] |= {"start": timex.anchor.start - begin, "end": timex.anchor.end - begin}
    return told | _told(timex, "optional")


def _told_of_event(event: Event, begin: int) -> dict[str, Any]:
    told: dict[str, Any] = {"trigger": _place_of(event.trigger, begin) | _told(event.trigger, "lemma")}
    told |= _told(event, "type", "date")
    told["arguments"] = [{"role": a.role} | _place_of(a, begin) for a in event.arguments]
    told |= _told(event, "polarity", "modality", "rule")
    if event.time is not None:
        told["time"] = event.time - begin
    if event.inferred:
        told["inferred"] = [{"role": i.role} | _place_of(i, begin) | {"name": i.name} for i in event.inferred]
    return told | _told(event, "optional")
