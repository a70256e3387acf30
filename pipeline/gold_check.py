"""``yeonpyo gold check``: everything that is wrong with a labeller's file, line by line, against text and guideline."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from pipeline import edtf
from pipeline.errors import GoldError
from pipeline.evaluate import texts_beside
from pipeline.gold import check_against, read_lines
from pipeline.model import AnnotatedSentence, Entity, Event, Timex

# TIMEX3 values (ISO 24617-1) as the guideline writes them (§2); X is an unknown digit.
_YEAR = r"(?:BC\d{2,4}|BC[\dX]{4}|\d{2,3}|[\dX]{4})"
_PART = r"[\dX]{2}(?:-[\dX]{2})?|SP|SU|FA|WI|Q[1-4X]|H[12X]|W[\dX]{2}(?:-(?:[1-7X]|WE|WD))?"
_DATE = rf"{_YEAR}(?:-(?:{_PART}))?"
_CLOCK = r"T(?:[\dX]{2}(?::[\dX]{2}(?::[\dX]{2})?)?(?:Z|[+-]\d\d:\d\d)?|MO|MI|AF|EV|NI|DW)"
_AMOUNT = r"(?:\d+(?:\.\d+)?|X)"
_PERIOD = rf"P(?=.)(?:{_AMOUNT}(?:CE|DE|Y|Q|M|WE|W|D))*(?:T(?=.)(?:{_AMOUNT}[HMS])*)?"
_VALUES = {
    "DATE": re.compile(rf"{_DATE}|PAST_REF|PRESENT_REF|FUTURE_REF"),
    "TIME": re.compile(rf"(?:{_DATE})?{_CLOCK}|PAST_REF|PRESENT_REF|FUTURE_REF"),
    "DURATION": re.compile(_PERIOD),
    "SET": re.compile(rf"{_PERIOD}|(?:{_DATE})?{_CLOCK}|{_DATE}"),
}
_DAY = re.compile(r"(?:BC)?\d{4}-\d\d(?:-\d\d)?")
_LITERAL = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_KEYS: dict[str, frozenset[str]] = {
    "": frozenset(["format", "doc", "id", "start", "text", "times", "entities", "events"]),
    "times": frozenset(
        ["start", "end", "text", "type", "value", "mod", "literal", "rule", "score", "anchor", "begin", "optional"]
    ),
    "entities": frozenset(["start", "end", "text", "label", "name", "rule", "score", "optional"]),
    "events": frozenset(
        [
            "trigger",
            "type",
            "date",
            "arguments",
            "polarity",
            "modality",
            "rule",
            "score",
            "time",
            "uid",
            "inferred",
            "optional",
        ]
    ),
    "trigger": frozenset(["start", "end", "text", "lemma"]),
    "arguments": frozenset(["role", "start", "end", "text", "optional"]),
    "inferred": frozenset(["role", "start", "end", "text", "name"]),
}


def check(file: Path | str, texts: Mapping[str | None, str] | str | None = None) -> list[GoldError]:
    """Finds what is wrong with an annotation file.

    Args:
        file: the annotations.
        texts: the documents by id, or the one text; ``None`` takes ``article.txt`` or ``docs.jsonl`` beside the file,
            and leaves out what needs the text where there is neither.

    Returns:
        One error a problem with its line, in the order of the lines: lines that break the format (told once each),
        unknown keys, values that are no TIMEX3 or EDTF, spans with blanks at their ends, overlapping or repeated
        items, sentences that overlap, are out of order, not where the article has them, or leave text uncovered.

    Raises:
        GoldError: the file cannot be read at all.

    Example:
        >>> check("gold/space_race/annotations.jsonl")
        []
    """
    file = Path(file)
    problems: list[GoldError] = []
    numbered = list(read_lines(file, problems))
    texts = texts_beside(file) if texts is None else texts
    written = file.read_text(encoding="utf-8-sig").split("\n")
    for line, sentence in numbered:
        said = [*_unknown_keys(json.loads(written[line - 1]), ""), *_in_sentence(sentence)]
        problems += [GoldError(what, file=file, line=line, **told) for what, told in said]
        if texts is not None:
            problems += _misplaced(file, line, sentence, texts)
    problems += _between_sentences(file, numbered, texts)
    return sorted(problems, key=lambda problem: problem.line or 0)


Problem = tuple[str, dict[str, Any]]


def _unknown_keys(data: Any, kind: str) -> Iterator[Problem]:
    """Misspelt keys: reading passes them over, and an ``optonal`` would be lost."""
    for key, value in data.items():
        if key not in _KEYS[kind]:
            yield f"unknown key in {kind or 'sentence'}", {"expected": " ".join(sorted(_KEYS[kind])), "got": key}
        elif key in _KEYS:
            for child in value if isinstance(value, list) else [value]:
                yield from _unknown_keys(child, key)


def _in_sentence(sentence: AnnotatedSentence) -> Iterator[Problem]:
    if sentence.text != sentence.text.strip():
        yield "blanks around a sentence", {"column": "text", "got": repr(sentence.text[:30])}
    for time in sentence.times:
        yield from _timex(time)
    for event in sentence.events:
        yield from _event(event)
    arguments = [argument for event in sentence.events for argument in event.arguments]
    parts: list[Any] = [*sentence.times, *sentence.entities, *(e.trigger for e in sentence.events), *arguments]
    for part in parts:
        if part.text != part.text.strip():
            yield "blanks around a span", {"got": repr(part.text)}
    yield from _overlaps("times", sentence.times)
    yield from _overlaps("entities", sentence.entities)
    yield from _repeated(sentence.events)
    times = {(time.start, time.end) for time in sentence.times}
    for entity in sentence.entities:
        if entity.label == "QT" and (entity.start, entity.end) in times:
            yield "a time that is a quantity, too", {"got": entity.text, "hint": "a DURATION is a time, not QT (§3)"}


def _timex(time: Timex) -> Iterator[Problem]:
    if not _VALUES[time.type].fullmatch(time.value):
        yield f"no TIMEX3 value of a {time.type}", {"column": "value", "got": f"{time.value} for {time.text}"}
    elif (day := _DAY.match(time.value)) and not _is_calendar_date(day.group()):
        yield "no day of the calendar", {"column": "value", "got": f"{time.value} for {time.text}"}
    if time.literal is not None and not _LITERAL.fullmatch(time.literal):
        yield "no ISO date", {"column": "literal", "expected": "as 1597-09-16", "got": time.literal}


def _is_calendar_date(value: str) -> bool:
    astronomical = f"-{int(value[2:6]) - 1:04d}{value[6:]}" if value.startswith("BC") else value
    try:
        return edtf.days(astronomical.replace("-0000", "0000")) is not None
    except ValueError:
        return False


def _event(event: Event) -> Iterator[Problem]:
    try:
        edtf.days(event.date)
    except ValueError as error:
        yield "no EDTF date", {"column": "date", "got": f"{event.date} for {event.trigger.text} ({error})"}


def _overlaps(kind: str, parts: Sequence[Timex | Entity]) -> Iterator[Problem]:
    for one, other in pairwise(sorted(parts, key=lambda part: (part.start, part.end))):
        if other.start < one.end:
            yield f"{kind} that overlap", {"got": f"{one.text} and {other.text}"}


def _repeated(events: Sequence[Event]) -> Iterator[Problem]:
    told = Counter((e.trigger.start, e.trigger.end, e.trigger.text, e.type, e.date) for e in events)
    for (_, _, text, kind, date), times in told.items():
        if times > 1:
            yield "an event given twice", {"got": f"{text} {kind} {date}"}


def _misplaced(
    file: Path, line: int, sentence: AnnotatedSentence, texts: Mapping[str | None, str] | str
) -> list[GoldError]:
    try:
        check_against([sentence], texts, file=file)
    except GoldError as error:
        return [GoldError(error.what, file=file, line=line, column=error.column, offset=error.offset,
                          expected=error.expected, got=error.got)]  # fmt: skip
    return []


def _between_sentences(
    file: Path, numbered: Sequence[tuple[int, AnnotatedSentence]], texts: Mapping[str | None, str] | str | None
) -> Iterator[GoldError]:
    """Sentences of a document that overlap, come in the wrong order, or leave text between them to nobody."""
    reached: dict[str | None, tuple[int, int]] = {}
    for line, sentence in numbered:
        end, _ = reached.get(sentence.doc, (0, 0))
        if sentence.start < end:
            yield GoldError("a sentence that begins before the one before it ends", file=file, line=line, column="start",
                            expected=f"{end} or more", got=str(sentence.start))  # fmt: skip
        else:
            yield from _uncovered(file, line, sentence.doc, end, sentence.start, texts)
        reached[sentence.doc] = max(end, sentence.end), line
    for doc, (end, line) in reached.items():
        yield from _uncovered(file, line, doc, end, None, texts)


def _uncovered(
    file: Path,
    line: int,
    doc: str | None,
    start: int,
    end: int | None,
    texts: Mapping[str | None, str] | str | None,
) -> Iterator[GoldError]:
    text = texts if isinstance(texts, str) or texts is None else texts.get(doc)
    gap = text[start:end] if text is not None else ""
    if gap.strip():
        where = "before this sentence" if end is not None else "after the last sentence"
        yield GoldError(f"text {where} that no sentence covers", file=file, line=line, offset=start,
                        got=repr(gap.strip()[:40]))  # fmt: skip
