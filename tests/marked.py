"""Sentences with their spans marked, as the tests write them.

``[1957년|DATE 1957]에 [소련|LC]은`` marks two spans; marks may be nested. A ``?`` at the end of what stands behind the
bar makes an item optional. The first word says what it is: a TIMEX3 type, an entity label or an event type.
"""

from pipeline.model import ENTITY_LABELS, TIMEX_TYPES, AnnotatedSentence, Argument, Entity, Event, Timex, Trigger


def sentence(marked: str, *, start: int = 0, id: str = "s1", doc: str | None = None) -> AnnotatedSentence:
    """A sentence of the offset ``start``, in which are marked:

    - times: ``[1957년|DATE 1957]``,
    - entities: ``[소련|LC]``, ``[소련|LC 소비에트_연방]`` with its name,
    - events: ``[발사|LAUNCH 1957]``, ``[발사|LAUNCH 1957 NEG PLANNED]``,
    - arguments of the event that comes next in the text: ``[위성|theme]``.
    """
    text, spans = _unmarked(marked)
    times: list[Timex] = []
    entities: list[Entity] = []
    events: list[Event] = []
    arguments: list[Argument] = []
    for begin, end, said in spans:
        place = (start + begin, start + end, text[begin:end])
        optional = said.endswith("?")
        kind, *rest = said.rstrip("?").split()
        if kind in TIMEX_TYPES:
            times.append(Timex(*place, kind, rest[0], optional=optional))
        elif kind in ENTITY_LABELS:
            entities.append(Entity(*place, kind, rest[0].replace("_", " ") if rest else place[2], optional=optional))
        elif kind.isupper():
            date, polarity, modality = (*rest, *("POS", "ASSERTED")[len(rest) - 1 :])
            events.append(Event(Trigger(*place), kind, date, tuple(arguments), polarity, modality, optional=optional))
            arguments = []
        else:
            arguments.append(Argument(kind, *place))
    return AnnotatedSentence(doc, id, start, text, tuple(times), tuple(entities), tuple(events))


def article(*marked: str, doc: str | None = None) -> list[AnnotatedSentence]:
    """Sentences one after the other with a blank between them."""
    sentences: list[AnnotatedSentence] = []
    for number, one in enumerate(marked, 1):
        start = sentences[-1].end + 1 if sentences else 0
        sentences.append(sentence(one, start=start, id=f"s{number}", doc=doc))
    return sentences


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The bare text and (start, end, what is said of the span) in the order of the closing marks."""
    text, spans, opened, position = "", [], [], 0
    while position < len(marked):
        sign = marked[position]
        if sign == "[":
            opened.append(len(text))
        elif sign == "|":
            close = marked.index("]", position)
            spans.append((opened.pop(), len(text), marked[position + 1 : close]))
            position = close
        else:
            text += sign
        position += 1
    return text, spans
