"""The units that a sentence is read as: noun phrases and predicates, in rows.

Offsets count the text of the reading; a phrase's leave its particles out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.model import Entity, Timex

ACCORDING = "따르면"  # the relation of a source: 4일 경찰에 따르면
LEADING = frozenset(("어", "아", "여", "어서", "아서", "여서", "고"))  # endings that lead into the next clause
QUOTE = "QUOTE"  # the tag of what stands for a quoted sentence in the row around it
_NOMINAL = frozenset(
    ("NNG", "NNP", "NNB", "NP", "NR", "SN", "SL", "SH", "XPN", "XSN", "MM", "XR", "SW", "SB", "SO", "W_SERIAL", QUOTE)
)
_ARROWS = frozenset("→⇒➡▶▷")  # what leads on to the next: 비상계엄 선포 → 탄핵
_TRAILING = frozenset(
    ("전체", "전부", "일부", "대부분", "모두", "등", "역시", "자체", "일행", "측", "들", "등등", "각각", "전원")
)
_TOPICS = frozenset(("은", "는", "ᆫ", "께서는", "이란", "란", "역시"))
_SUBJECTS = frozenset(("이", "가", "께서", "이서", "만이"))
_OBJECTS = frozenset(("을", "를", "만을"))
_GENITIVES = frozenset(("의", "에서의", "에의", "과의", "와의", "으로의", "로의", "까지의", "부터의", "로서의"))
_COORDINATES = frozenset(("과", "와", "이나", "나", "하고", "랑", "이랑"))


class Atom(NamedTuple):
    """One morpheme, or one time or name; morphemes fused into one token share its offsets.

    ``blank`` tells of white space before it.
    """

    start: int
    end: int
    form: str
    tag: str
    blank: bool
    time: Timex | None
    entity: Entity | None

    @property
    def nominal(self) -> bool:
        """Whether it can stand in a noun phrase before its particle."""
        return self.time is not None or self.entity is not None or (self.tag in _NOMINAL and self.form not in _ARROWS)


_ACTORS = ("PS", "OG", "LC")


@dataclass(eq=False, slots=True)
class Phrase:
    """A noun phrase or a time with its particles: ``스푸트니크 1호`` + ``를``.

    ``particle`` is all its particles as one string (``에`` + ``는`` → ``에는``); ``relation`` is the verb of a relational
    form (``에 의한`` → ``의하다``); ``pause`` a comma behind it; ``complement`` the 이/가 of 되다 and 아니다.
    """

    start: int
    end: int
    atoms: list[Atom]
    particles: tuple[str, ...] = ()
    pause: bool = False
    relation: str | None = None
    time: Timex | None = None
    complement: bool = False
    particle: str = field(init=False)

    def __post_init__(self) -> None:
        self.particle = "".join(self.particles)

    @property
    def head(self) -> Atom:
        """Its last noun or name, without 모두, 등 and the like behind it."""
        last = len(self.atoms) - 1
        while last > 0 and self.atoms[last].form in _TRAILING:
            last -= 1
        return self.atoms[last]

    @property
    def form(self) -> str:
        """Its last noun, or its name."""
        return self.head.entity.text if self.head.entity else self.head.form

    @property
    def entity(self) -> Entity | None:
        """The name that the phrase ends in, if it ends in one."""
        return self.head.entity

    @property
    def names_actor(self) -> bool:
        """Whether its name is a person's, a body's or a state's."""
        return self.entity is not None and self.entity.label in _ACTORS

    @property
    def is_title(self) -> bool:
        """Whether its name is the title of a work, in which one appears and with which one does not travel."""
        return self.entity is not None and (self.entity.rule or "").startswith(("title marks", "quoted title"))

    def has_name(self, *labels: str) -> bool:
        """Whether a name of one of some labels stands anywhere in it: the person of ``박 대통령``."""
        return any(atom.entity is not None and atom.entity.label in labels for atom in self.atoms)

    @property
    def topic(self) -> bool:
        """Whether 은/는 alone, or 역시, marks it (에는, 에서는 mark a place or a time)."""
        return self.particle in _TOPICS

    @property
    def subject(self) -> bool:
        """Whether 이/가/께서 marks it as a subject."""
        return self.particle in _SUBJECTS and not self.complement

    @property
    def object(self) -> bool:
        """Whether 을/를 marks it."""
        return self.particle in _OBJECTS

    @property
    def genitive(self) -> bool:
        """Whether it modifies the next phrase (의, 에 의한 …)."""
        return self.particle in _GENITIVES

    @property
    def coordinate(self) -> bool:
        """Whether it is one of several heads (과, 와, or a comma without any particle)."""
        return self.particle in _COORDINATES or (not self.particles and self.pause)


@dataclass(eq=False, slots=True)
class Predicate:
    """A verb, adjective or copula with its endings and auxiliaries: ``착륙`` + ``하는 데 성공했다`` is one.

    ``span`` is the trigger: the noun of N하다, else the verb with its endings. ``kind`` is how its clause stands in the
    sentence: ``final``, ``connective``, ``prenominal``, ``nominal`` or ``quotative``. ``head`` is the noun right behind
    it. ``promised`` tells of 겠, ``going_on`` of 던 without 었. ``frames`` are the auxiliaries and phase words it has taken in.
    """

    start: int
    end: int
    span: tuple[int, int]
    lemma: str
    noun: Atom | None
    kind: str = "final"
    ending: str = ""
    voice: str = "active"
    stative: bool = False
    copula: bool = False
    negated: bool = False
    past: bool = False
    promised: bool = False
    going_on: bool = False
    pause: bool = False
    modality: str | None = None
    frames: list[str] = field(default_factory=list)
    head: str | None = None


Unit = Phrase | Predicate


@dataclass(slots=True)
class Row:
    """Units in order.

    ``inside`` is what the row was taken out of: ``None``, ``bracket`` or ``quote``; ``host`` is where the word before
    the bracket ends.
    """

    units: list[Unit]
    inside: str | None = None
    host: int | None = None
