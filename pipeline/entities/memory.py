"""Memory of the document: a full name explains its later short forms, a bracketed acronym the name before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.passage import Candidate, Passage

_GLOSS = re.compile(r"['’\"”」』》]?\s?[(（]([^()（）]{1,90})[)）]")
_SAID = re.compile(r"(?:이하|약칭|줄여서|통칭)[:,]?\s*['‘\"“]?([^'’\"”,;:]{1,30}?)['’\"”]?\s*(?:$|[,;])")
_LATIN = re.compile(r"[A-Z][A-Za-z.'\"&\-–]*(?: (?:[A-Za-z.'\"&\-–]+|\d+))*")
_PARTICLE_STARTS = frozenset("은는이가을를의에와과도로만나라께부까처보야여였며든랑")
_SHORTENED = frozenset(
    {
        "계획",
        "프로젝트",
        "작전",
        "로켓",
        "우주선",
        "위성",
        "탐사선",
        "우주왕복선",
        "왕복선",
        "미사일",
        "전투기",
        "폭격기",
    }
)
_LABELS_IN_LATIN = frozenset({"PS", "OG", "AF", "EV", "CV"})


class Memory:
    """What the document itself has explained: surface → (label, canonical name).

    Attributes:
        short: short forms, which stand for a longer name.
        whole: persons' names as they are, for mentions that show nothing of a person.
    """

    def __init__(self) -> None:
        self.short: dict[str, tuple[str, str]] = {}
        self.whole: dict[str, tuple[str, str]] = {}

    def learn(self, surface: str, label: str, name: str) -> None:
        """Keeps what a surface stands for; the first explanation holds."""
        listed = gazetteer().get(surface)
        if len(surface) >= 2 and (listed is None or (label == "PS" and listed.label == "LC")):
            self.short.setdefault(surface, (label, name))


def glosses(passage: Passage, found: Iterable[Candidate], memory: Memory) -> Iterator[Candidate]:
    """What brackets after a name call it: ``미국 항공우주국(NASA)``, ``노동자협의회(이하 노협)``, ``차범근(Cha Bum-Kun)``."""
    for candidate in found:
        match = _GLOSS.match(passage.text, candidate.end)
        if candidate.label == "QT" or match is None:
            continue
        inner, at = match.group(1), match.start(1)
        name = candidate.name or passage.text[candidate.start : candidate.end]
        said = _SAID.search(inner)
        if said:
            memory.learn(said.group(1), candidate.label, name)
            yield Candidate(at + said.start(1), at + said.end(1), candidate.label, "bracketed name", name)
        elif candidate.label in _LABELS_IN_LATIN and candidate.rule != "quantity":
            for latin in _LATIN.finditer(inner):
                if _starts_well(inner, latin.start()):
                    memory.learn(latin.group(), candidate.label, name)
                    yield Candidate(at + latin.start(), at + latin.end(), candidate.label, "bracketed name", name)


def _starts_well(inner: str, at: int) -> bool:
    """Latin words are a name where brackets hold nothing before them but another: ``(NACA: National …)``, ``(영어: …)``."""
    before = inner[:at].rstrip()
    return not before or before[-1] in ":,;/"


def learn_names(passage: Passage, found: Sequence[Candidate], memory: Memory) -> None:
    """Short forms that names leave behind: a person's last name, a craft or project without its kind."""
    for candidate in sorted(found, key=lambda c: c.label):  # AF before EV: 제미니 is a craft if the text has 제미니 8호
        surface = passage.text[candidate.start : candidate.end]
        pieces = surface.split()
        if candidate.label == "PS" and pieces[-1][0].isdigit():
            pieces = pieces[:-1]
        if candidate.label == "PS" and candidate.rule != "surname and title":
            name = candidate.name or surface
            if len(pieces) >= 2:
                memory.learn(pieces[-1], "PS", name)
                memory.learn(pieces[0], "PS", name)
            elif len(surface) >= 3:
                memory.whole.setdefault(surface, ("PS", name))
        elif candidate.label in ("AF", "EV") and len(pieces) == 2 and _kind_of_project(candidate.rule):
            memory.learn(pieces[0], candidate.label, surface)


def _kind_of_project(rule: str) -> bool:
    return rule == "series" or (rule.startswith("kind: ") and rule[6:] in _SHORTENED)


def recalled(passage: Passage, memory: Memory) -> Iterator[Candidate]:
    """Later (and earlier) mentions of short forms that the document explains, by their characters.

    The analyser cuts names that it does not know (``클/VA 리/NNB 퍼/NNG``), so the characters decide: a short form begins an
    eojeol or a morpheme, and a particle, a mark or a morpheme's end follows.
    """
    for known, rule in ((memory.short, "document memory"), (memory.whole, "repeated name")):
        for short, (label, name) in known.items():
            for i in passage.openings.get(short.replace(" ", "")[:2], ()):
                at = passage.starts[i]
                end = at + len(short)
                if passage.text.startswith(short, at) and _stands_alone(passage, at, end):
                    yield Candidate(at, end, label, rule, name)


def _stands_alone(passage: Passage, at: int, end: int) -> bool:
    """Whether a short form is a word of its own there, particles aside."""
    text = passage.text
    opens = at == 0 or not text[at - 1].isalnum() or _after_noun_end(passage, at)
    after = text[end : end + 1]
    return opens and (not after.isalnum() or passage.is_boundary(end) or after in _PARTICLE_STARTS)


def _after_noun_end(passage: Passage, at: int) -> bool:
    """Whether what precedes, unbroken, is no noun that the short form could be the tail of."""
    return passage.tags[passage.index_at(at - 1)][:1] in "JEVS" or len(passage.words[passage.index_at(at - 1)]) >= 2
