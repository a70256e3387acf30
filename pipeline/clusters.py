"""One happening, one id: events of a document that tell of the same thing.

Two events are one where they have the same type, date, polarity and modality, share a named argument, and no role of
theirs names different things. Precision before recall: an event without a named argument stays by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.model import ROLES, AnnotatedSentence, Argument, Entity, Event

Names = dict[str, frozenset[str]]


def entity_of(argument: Argument, entities: Iterable[Entity]) -> Entity | None:
    """The entity that an argument is, or else the one it shares most characters with; quantities name nothing."""

    def shared(entity: Entity) -> int:
        return min(argument.end, entity.end) - max(argument.start, entity.start)

    return max((e for e in entities if e.label != "QT" and shared(e) > 0), key=shared, default=None)


def names_of(event: Event, role: str, entities: Sequence[Entity]) -> list[str]:
    """Canonical names of an event's arguments in a role; an argument that is no entity goes by its own words.

    Example:
        >>> from pipeline.model import Trigger
        >>> launch = Event(Trigger(8, 10, "발사"), "LAUNCH", "1957", (Argument("agent", 0, 2, "소련"),))
        >>> names_of(launch, "agent", [Entity(0, 2, "소련", "LC", "소비에트 연방")])
        ['소비에트 연방']
    """
    named = [(a, entity_of(a, entities)) for a in event.arguments if a.role == role]
    return list(dict.fromkeys(e.name if e else a.text for a, e in named))


def clusters(sentences: Iterable[AnnotatedSentence]) -> dict[Event, str]:
    """The id of the happening that each event of a document tells of: ``h0001`` and on, in the order of the text."""
    alike: dict[tuple[str, ...], list[tuple[str, Names]]] = defaultdict(list)
    ids: dict[Event, str] = {}
    number = 0
    for sentence in sentences:
        for event in sentence.events:
            names = _named(event, sentence.entities)
            met = alike[event.type, event.date, event.polarity, event.modality]
            same = next((place for place, (_, others) in enumerate(met) if _is_same(names, others)), None)
            if same is None:
                number += 1
                ids[event] = f"h{number:04d}"
                met.append((ids[event], names))
            else:
                ids[event] = met[same][0]
                met[same] = (ids[event], {role: names[role] | met[same][1][role] for role in ROLES})
    return ids


def _named(event: Event, entities: Sequence[Entity]) -> Names:
    """Canonical names by role, of arguments that are named things and of what was inferred."""
    names = {
        role: {e.name for a in event.arguments if a.role == role and (e := entity_of(a, entities))} for role in ROLES
    }
    for inferred in event.inferred:
        names[inferred.role] = names[inferred.role] or {inferred.name}
    return {role: frozenset(found) for role, found in names.items()}


def _is_same(one: Names, other: Names) -> bool:
    if not any(one[role] & other[role] for role in ("theme", "agent", "instrument")):
        return False
    return all(not one[role] or not other[role] or one[role] & other[role] for role in ROLES)
