"""What the page is told: documents, sentences and what stands in them, as plain data.

Browsers count characters in UTF-16 units, so every place in a sentence is given in those, from the sentence's start.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from pipeline import edtf
from pipeline.clusters import clusters, entity_of
from pipeline.error_analysis import Mistake, mistakes
from pipeline.model import AnnotatedSentence, Argument, Entity, Event, Timex
from pipeline.score import Report, score
from pipeline.timex.value import begin_end
from pipeline.uid import uids

Data = dict[str, Any]
FIGURES = (
    "sentences", "times.exact", "times.relaxed", "times.value", "times.type",
    "entities.strict", "entities.exact", "entities.partial", "entities.type", "entities.name",
    "events", "events.triggers", "events.dates", "events.arguments", "events.type", "events.polarity",
    "events.modality",
)  # fmt: skip
"""The figures of the score, in the order of the page."""

_CYCLE = 400  # the Gregorian calendar repeats itself after so many years …
_CYCLE_DAYS = 146097  # … of so many days


def content(
    sentences: Sequence[AnnotatedSentence],
    *,
    title: str,
    run: Mapping[str, Any] | None = None,
    gold: Sequence[AnnotatedSentence] | None = None,
    resamples: int = 1000,
) -> Data:
    """Everything that the page shows.

    Args:
        sentences: of any number of documents, offsets counting each document's text.
        title: the page's title.
        run: what ``run.json`` says of the versions and inputs.
        gold: hand labels; with them the page has the errors and the score.
        resamples: draws of the score's bootstrap.

    Returns:
        Plain data for JSON: ``title``, ``run``, ``documents``, and with a gold ``score`` and ``errors``.

    Raises:
        InputError: gold and sentences have no document in common.

    Example:
        ``content(read_annotations("outputs/space_race/annotations.jsonl"), title="우주 경쟁")["documents"][0]["id"]``
    """
    documents = {
        doc: sorted(own, key=lambda s: s.start)
        for doc, own in groupby(sorted(sentences, key=lambda s: s.doc or ""), key=lambda s: s.doc)
    }
    in_order = dict.fromkeys(s.doc for s in sentences)
    told: Data = {"title": title, "run": dict(run or {})}
    told["documents"] = [{"id": doc, "sentences": list(_sentences(documents[doc]))} for doc in in_order]
    if gold is not None:
        told["score"] = list(_figures(score(gold, sentences, resamples=resamples)))
        same = len({s.doc for s in gold}) == len(documents) == 1
        told["errors"] = list(_errors(mistakes(gold, sentences), [documents[doc] for doc in in_order], same=same))
    return told


def utf16(text: str, offset: int) -> int:
    """An offset in code points as one in UTF-16 units.

    Example:
        >>> utf16("🚀 발사", 2)
        3
    """
    return offset + sum(character > "\uffff" for character in text[:offset])


def day_number(day: edtf.Day) -> int:
    """Days from 1 January 1970 in the proleptic Gregorian calendar, years before 1 included.

    Example:
        >>> day_number((1957, 10, 4)), day_number((0, 12, 31)) - day_number((1, 1, 1))
        (-4472, -1)
    """
    year, month, number = day
    cycles, year_in_cycle = divmod(year - 1, _CYCLE)
    return date(year_in_cycle + 1, month, number).toordinal() - date(1970, 1, 1).toordinal() + cycles * _CYCLE_DAYS


def _sentences(sentences: Sequence[AnnotatedSentence]) -> Iterator[Data]:
    reached = 0
    cluster_of = clusters(sentences)
    for sentence, names in zip(sentences, uids(sentences), strict=True):
        text, begin = sentence.text, sentence.start
        told: Data = {"id": sentence.id, "start": begin, "gap": max(0, begin - reached), "text": text}
        told["times"] = [_timex(time, sentence) for time in sentence.times]
        told["entities"] = [_entity(entity, sentence) for entity in sentence.entities]
        told["events"] = [
            _event(e, uid, cluster_of[e], sentence) for e, uid in zip(sentence.events, names, strict=True)
        ]
        yield {key: value for key, value in told.items() if value != []}
        reached = sentence.end


def _at(part: Any, sentence: AnnotatedSentence) -> list[int]:
    return [utf16(sentence.text, part.start - sentence.start), utf16(sentence.text, part.end - sentence.start)]


def _said(**values: Any) -> Data:
    return {key: value for key, value in values.items() if value is not None and value is not False}


def _timex(time: Timex, sentence: AnnotatedSentence) -> Data:
    found = begin_end(time.value)
    days = [_number_of(iso) for iso in found] if found else None
    return {"at": _at(time, sentence)} | _said(type=time.type, value=time.value, mod=time.mod, literal=time.literal,
                                               days=days, rule=time.rule)  # fmt: skip


def _number_of(iso: str) -> int:
    year, month, number = iso.rsplit("-", 2)
    return day_number((int(year), int(month), int(number)))


def _entity(entity: Entity, sentence: AnnotatedSentence) -> Data:
    return {"at": _at(entity, sentence)} | _said(label=entity.label, name=entity.name, rule=entity.rule)


def _event(event: Event, uid: str, cluster: str, sentence: AnnotatedSentence) -> Data:
    days = edtf.denoted(event.date)
    told: Data = {"uid": uid, "cluster": cluster, "at": _at(event.trigger, sentence)}
    told |= _said(lemma=event.trigger.lemma, type=event.type, date=event.date)
    if not isinstance(days, str):
        told["days"] = [None if day is None else day_number(day) for day in days]
    if event.arguments:
        told["arguments"] = [_argument(a, sentence) for a in event.arguments]
    if event.inferred:
        told["inferred"] = [{"role": i.role, "name": i.name} for i in event.inferred]
    told |= {} if event.polarity == "POS" else {"polarity": event.polarity}
    told |= {} if event.modality == "ASSERTED" else {"modality": event.modality}
    return told | _said(rule=event.rule)


def _argument(argument: Argument, sentence: AnnotatedSentence) -> Data:
    entity = entity_of(argument, sentence.entities)
    named = {"name": entity.name, "label": entity.label} if entity else {"name": argument.text}
    return {"role": argument.role, "at": _at(argument, sentence)} | named


def _figures(report: Report) -> Iterator[Data]:
    for name in FIGURES:
        yield {"name": name} | report.figures[name].as_dict()


def _errors(
    found: Iterable[Mistake], documents: Sequence[Sequence[AnnotatedSentence]], *, same: bool
) -> Iterator[Data]:
    """The mistakes, each with the page's own document and sentence (by number) and the place in it, if it has one.

    Args:
        found: in the order of the page.
        documents: the page's documents.
        same: whether gold and page have one document each, which are the same, whatever they are called.
    """
    number_of = {own[0].doc: number for number, own in enumerate(documents) if own}
    starts = [[sentence.start for sentence in own] for own in documents]
    for m in found:
        told = {"kind": m.kind, "cause": m.cause, "gold": m.gold, "system": m.system, "rule": m.rule}
        document = 0 if same else number_of.get(m.doc)
        if document is None or not documents[document]:
            yield told | {"text": m.text}
            continue
        number = max(0, bisect_right(starts[document], m.start) - 1)
        sentence = documents[document][number]
        first, last = (min(max(0, offset - sentence.start), len(sentence.text)) for offset in (m.start, m.end))
        at = [utf16(sentence.text, first), utf16(sentence.text, last)]
        yield told | {"document": document, "sentence": number, "at": at}
