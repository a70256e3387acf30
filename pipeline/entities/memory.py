"""Memory of the document: a full name explains its later short forms, a bracketed acronym the name before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.passage import Candidate, Passage

_GLOSS = re.compile(r"\s?[(（]\s?(?:(?:이하|약칭|영어:|영문:)\s?)?['‘\"“]?([^()（）'’\"”,;]{1,60}?)['’\"”]?\s?[)）]")
_ACRONYM = re.compile(r"[A-Z][A-Za-z&\-]{1,9}\d?")


class Memory:
    """Short forms that the document itself has explained: surface → (label, canonical name)."""

    def __init__(self) -> None:
        self.short: dict[str, tuple[str, str]] = {}

    def learn(self, surface: str, label: str, name: str) -> None:
        """Keeps what a surface stands for; the first explanation holds."""
        if len(surface) >= 2 and gazetteer().get(surface) is None:
            self.short.setdefault(surface, (label, name))


def glosses(passage: Passage, found: Iterable[Candidate], memory: Memory) -> Iterator[Candidate]:
    """``미국 항공우주국(NASA)``, ``원진레이온(이하 원진)``: the acronym or short name in brackets after a name."""
    for candidate in found:
        if candidate.label == "QT":
            continue
        match = _GLOSS.match(passage.text, candidate.end)
        if match is None:
            continue
        inner, start = match.group(1), match.start(1)
        said = "이하" in match.group() or "약칭" in match.group()
        if said or (_ACRONYM.fullmatch(inner) and candidate.label in ("OG", "AF", "EV", "CV")):
            name = candidate.name or passage.text[candidate.start : candidate.end]
            memory.learn(inner, candidate.label, name)
            yield Candidate(start, start + len(inner), candidate.label, "bracketed short name", name)


def learn_names(passage: Passage, found: Iterable[Candidate], memory: Memory) -> None:
    """Short forms that names leave behind: a person's last and first name, a craft or project without its kind."""
    for candidate in found:
        surface = passage.text[candidate.start : candidate.end]
        pieces = surface.split()
        if candidate.label == "PS" and len(pieces) >= 2:
            name = candidate.name or surface
            memory.learn(pieces[-1], "PS", name)
        elif candidate.label in ("AF", "EV", "OG") and len(pieces) == 2 and candidate.rule != "gazetteer":
            memory.learn(pieces[0], candidate.label, surface)
        elif candidate.label == "PS" and candidate.rule != "surname and title":
            memory.learn(surface, "PS", candidate.name or surface)


def recalled(passage: Passage, memory: Memory) -> Iterator[Candidate]:
    """Later (and earlier) mentions of short forms that the document explains."""
    if not memory.short:
        return
    for i, morpheme in enumerate(passage.morphemes):
        known = memory.short.get(morpheme.text)
        if known is not None and passage.tags[i] in ("NNP", "NNG", "SL"):
            yield Candidate(morpheme.start, morpheme.end, known[0], "document memory", known[1])
