"""The frozen records that every stage reads and writes.

Offsets are Unicode code points into the text of the document as read, ``start`` inclusive, ``end`` exclusive, and
``text[start:end]`` is the record's own ``text``. Labels follow the annotation guideline: TIMEX3 (ISO 24617-1) for
times, TTAK.KO-10.0852 for entities, ACE 2005 for events.
"""

from __future__ import annotations

from dataclasses import dataclass

TIMEX_TYPES = ("DATE", "TIME", "DURATION", "SET")
TIMEX_MODS = (
    "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER",
    "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
)  # fmt: skip
ENTITY_LABELS = ("PS", "LC", "OG", "AF", "EV", "CV", "QT")
EVENT_TYPES = (
    "LAUNCH", "LANDING", "FLIGHT", "DOCKING", "EXPLORATION", "RETURN", "ACCIDENT", "DISASTER", "DEATH", "BIRTH",
    "INJURY", "CONFLICT", "ATTACK", "SURRENDER", "ARREST", "TRIAL", "FOUNDING", "DISSOLUTION", "START", "END",
    "CONSTRUCTION", "DEVELOPMENT", "OPERATION", "DISCOVERY", "INVENTION", "PUBLICATION", "STATEMENT", "DECISION",
    "LEGISLATION", "AGREEMENT", "MEETING", "ELECTION", "APPOINTMENT", "RESIGNATION", "MARRIAGE", "EDUCATION",
    "TRANSFER", "TRADE", "MOVEMENT", "AWARD", "WIN", "LOSS", "PERFORMANCE", "CHANGE", "SUPPORT", "OTHER",
)  # fmt: skip
ROLES = ("agent", "theme", "place", "instrument")
POLARITIES = ("POS", "NEG")
MODALITIES = ("ASSERTED", "PLANNED", "POSSIBLE", "REPORTED")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's place in the document, without the white space around it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """The time that a relative expression was resolved against.

    ``start`` and ``end`` are the anchoring expression's offsets, or ``None`` for the document's own date.
    """

    value: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression (guideline §2): ``1957년 10월 4일`` is a DATE of value ``1957-10-04``.

    ``value`` and ``mod`` are TIMEX3; ``literal`` is a lunar date as written, in ISO form; ``rule`` names the rule
    that made it; ``anchor`` is what a resolved expression was resolved against.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None = None
    literal: str | None = None
    rule: str | None = None
    anchor: Anchor | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing (guideline §3); ``name`` is its canonical name: ``소련`` has the name ``소비에트 연방``."""

    start: int
    end: int
    text: str
    label: str
    name: str
    rule: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names a happening: ``발사`` of ``발사되었다`` (lemma ``발사``), ``죽은`` (lemma ``죽다``)."""

    start: int
    end: int
    text: str
    lemma: str | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """Who, what, where or with what: a span of the sentence with one of :data:`ROLES`, without its particle."""

    role: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Inferred:
    """Who a clause with a dropped subject is about: the topic of a sentence before it, in one of :data:`ROLES`.

    It is no span of the event's own sentence, so it is no :class:`Argument`; ``name`` is the topic's canonical name.
    """

    role: str
    start: int
    end: int
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event (guideline §4). ``date`` is EDTF; ``time`` is the ``start`` of the Timex that dates it, if any."""

    trigger: Trigger
    type: str
    date: str
    arguments: tuple[Argument, ...] = ()
    polarity: str = "POS"
    modality: str = "ASSERTED"
    rule: str | None = None
    time: int | None = None
    optional: bool = False
    inferred: tuple[Inferred, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedSentence:
    """One line of a gold or system file: a sentence and what stands in it, all offsets counted from the document."""

    doc: str | None
    id: str
    start: int
    text: str
    times: tuple[Timex, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def end(self) -> int:
        """Offset just after the sentence."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Trial:
    """One try of a rule on a text, for ``yeonpyo explain``.

    ``outcome`` is ``fired``, ``rejected`` or ``superseded`` (another rule's longer or surer span won); ``why`` says
    in a few words what decided it: the anchor, the morpheme that cut the span, the clause that took the time.
    """

    stage: str
    rule: str
    start: int
    end: int
    text: str
    outcome: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule as the catalogue (``yeonpyo rules``) prints it.

    ``kind`` is ``times``, ``entities`` or ``events``; ``examples`` pairs a Korean text with what the rule makes of it;
    ``never`` lists texts it must leave alone.
    """

    kind: str
    name: str
    pattern: str
    description: str
    examples: tuple[tuple[str, str], ...] = ()
    never: tuple[str, ...] = ()
