"""Names in Latin letters, and names in Hangul by their spelling in brackets: ``코나카(Ronald J. Konoka)``, ``Robin Guitars``, ``KXN은``."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.entities.context import SUBJECT, acts, called, predicate_behind
from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.person import is_quoted
from pipeline.entities.vocabulary import (
    common_nouns,
    contexts,
    label_of_kind,
    looks_foreign,
    may_be_foreign_name,
    title_place,
    words,
)
from pipeline.hangul import initial_consonant

_INITIALS = re.compile(
    r"(?<![A-Za-z.])(?:[A-Z]\. ?){1,3}[가-힣]{2,7}?(?: [가-힣]{2,6}?)?"
    r"(?=(?:은|는|이|가|을|를|의|에|와|과|도|과의|와의|에게|에게서|로|으로)(?![가-힣])|[,()]| 또한| 등|$)"
)


def with_initials(passage: Passage) -> Iterator[Candidate]:
    """Foreign names that begin with Latin initials: ``W.C. 핸디``, ``J. K. 롤링``."""
    for match in _INITIALS.finditer(passage.text) if "." in passage.text else ():
        surname = match.group().rpartition(".")[2].split()[-1]
        # J.R.모스가, which the analyser takes whole
        sure = match.group().count(".") > 1 or passage.is_boundary(match.end())
        unlisted = passage.names.get(surname) is None and surname not in common_nouns()
        if sure and (may_be_foreign_name(surname) or (unlisted and looks_foreign(surname))):
            yield Candidate(*match.span(), "PS", "bracketed name")


_COMPANY = re.compile(
    r"\b(?:Company|Corporation|Inc|Ltd|University|College|Institute|Society|Group|Party|Army|River|Island|City|The|System|Award|Museum|Records|Music|Studios?)\b"
)
_SPELLED = re.compile(
    r"[(（](?:[가-힣]{1,5}어: ?)?([A-Z][\w'’.-]*(?: (?:[a-z]{1,3} )?[A-Z][\w'’.-]*){1,3})(?=[),;，）])"
)
_EOJEOLS = re.compile(r"[가-힣]+(?: [가-힣]+)+$")
_LONGEST_FULL_NAME = 40
_THREE = 3  # words that are spelled alike are no chance


def with_latin(passage: Passage) -> Iterator[Candidate]:
    """Foreign full names by their spelling in brackets, word for word: ``소설가 앤더스 코(Anders Corr)``."""
    for match in _SPELLED.finditer(passage.text):
        end, latin = match.start(), match.group(1).split()
        end -= passage.text[end - 1 : end] == " "
        before = _EOJEOLS.search(passage.text, max(0, end - _LONGEST_FULL_NAME), end)
        hangul = before.group().split(" ") if before else []
        told = hangul[-len(latin) :]
        if len(told) < len(latin):
            continue
        start = end - len(" ".join(told))
        titled = len(hangul) > len(told) and title_place(hangul[-len(told) - 1]) in ("before", "both")
        person = (titled and any(map(looks_foreign, told))) or told[0] in words("given_names.csv")
        unquoted = not is_quoted(passage, start, end) and not match.group(1).isupper()
        spelled = list(map(spells, told, latin))
        foreign = any if len(told) >= _THREE else all
        person = person or (unquoted and foreign(map(looks_foreign, told)) and all(spelled))
        company = _COMPANY.search(match.group(1)) and spelled[0]
        if company and passage.is_boundary(start) and passage.is_boundary(end):
            yield Candidate(start, end, "OG", "bracketed name")  # 셸비 일렉트릭 컴퍼니(Shelby Electric Company)
            continue
        inside = any(title_place(word) or passage.names.get(word) is not None for word in told)
        if person and not inside and passage.is_boundary(start) and passage.is_boundary(end):
            yield Candidate(start, end, "PS", "bracketed name")


_INITIALS_SPELLED = re.compile(r"[(（]((?:[A-Z]\. ?){0,3}[A-Z][\w'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+)*)(?=[),;，）])")
_WORD_BEFORE = re.compile(r"(?<![가-힣])([가-힣]{2,6}) ?$")
_LAST_WORD = re.compile(r"([가-힣]+) $")
_LONGEST_BEFORE = 8  # so far before a bracket a name is looked for
_FULL = 2  # a forename or initial, and a surname


def with_initials_in_latin(passage: Passage) -> Iterator[Candidate]:
    """Foreign surnames by the full name in brackets: ``코나카(Ronald J. Konoka)``, ``맥클레이(R.S. Maclay)``."""
    for match in _INITIALS_SPELLED.finditer(passage.text):
        latin = match.group(1)
        word = _WORD_BEFORE.search(passage.text, max(0, match.start() - _LONGEST_BEFORE), match.start())
        if word is None:
            continue
        name = word.group(1)
        spelled = latin.replace(".", " ").split()
        if len(spelled) < _FULL or title_place(name) or name in common_nouns() or passage.names.get(name) is not None:
            continue
        before = _LAST_WORD.search(passage.text, max(0, word.start() - _LONGEST_BEFORE), word.start())
        part = before is not None and looks_foreign(before.group(1)) and not title_place(before.group(1))
        whole = passage.is_boundary(word.start(1)) and passage.is_boundary(word.end(1)) and not part
        shouted = latin.isupper() and "." not in latin
        if whole and not shouted and spells(name, spelled[-1]) and not _COMPANY.search(latin):
            yield Candidate(*word.span(1), "PS", "bracketed name")
            yield Candidate(*match.span(1), "PS", "bracketed name", name)


# The Latin letters with which a name can begin that Hangul spells with an initial consonant.
_LATIN_INITIALS = {
    "ㄱ": "GKCQ", "ㄲ": "GKCQ", "ㄴ": "NKGM", "ㄷ": "DTJ", "ㄸ": "DT", "ㄹ": "RLW", "ㅁ": "M", "ㅂ": "BVPF", "ㅃ": "BPV",
    "ㅅ": "SCTZX", "ㅆ": "STC", "ㅇ": "AEIOUYWHJQÄÅÉÖÜŐŒÁÓ", "ㅈ": "JGZDXY", "ㅉ": "JZ", "ㅊ": "CTSZ", "ㅋ": "KCQGX",
    "ㅌ": "TD", "ㅍ": "PFV", "ㅎ": "HJFGXW",
}  # fmt: skip


def spells(hangul: str, latin: str) -> bool:
    """Whether a Latin word may be the spelling of a word in Hangul, by what they begin with: ``코나카``, ``Konoka``."""
    initial = initial_consonant(hangul)
    return bool(initial) and latin[:1].upper() in _LATIN_INITIALS[initial]


_LATIN_WORD = r"[A-ZÀ-Þ][A-Za-zÀ-ɏ\d'’&-]*\.?"
_LATIN_NAME = re.compile(
    rf"(?<![A-Za-z.'’&-]){_LATIN_WORD}(?: (?:(?:of|the|and|for|de|la|von|van|&|in|on) )?{_LATIN_WORD}(?: \d{{1,4}})?)+(?![A-Za-z\d])"
)
_LAST_WORDS = (
    ("OG", re.compile(
        r"\b(?:Inc\.?|Corp\.?|Corporation|Company|Co\.|Ltd\.?|Records|Music|Entertainment|Guitars?|Group|University|College"
        r"|Institute|Society|Association|Agency|Party|Orchestra|Club|FC|Bank|Press|Studios?|Research|Electronics|Motors|Airlines"
        r"|Committee|Council|Commission|Foundation|Union|Force|Army|Times|Post|News|Magazine)$")),
    ("LC", re.compile(r"\b(?:Street|Avenue|Blvd\.?|Boulevard|Road|Park|Hall|Room|Square|Island|River|Lake|Airport|Station"
        r"|Bridge|Tower|Castle)$")),
    ("EV", re.compile(r"\b(?:War|Festival|Games|Cup|Championships?|Conference|Expo)$")),
    ("CV", re.compile(r"\b(?:Awards?|Prize|Act|Treaty|Agreement)$")),
)  # fmt: skip


def latin_names(passage: Passage) -> Iterator[Candidate]:
    """Names of several words in Latin letters, by their last word or the noun beside them: ``Robin Guitars``, ``영화 Matters of Fact``.

    Those in brackets explain the name before them (:mod:`pipeline.entities.memory`).
    """
    for match in _LATIN_NAME.finditer(passage.text):
        start, end = match.span()
        if passage.text[start - 1 : start] in "(（:" and start:
            continue
        if (label := _label_of_latin(passage, match.group(), start, end)) and passage.is_boundary(start):
            yield Candidate(start, end, label, "Latin name")


_DOMAIN = re.compile(r"(?<![A-Za-z\d@/.-])[A-Za-z\d][A-Za-z\d-]{1,40}\.(?:com|net|org|co\.kr|or\.kr)(?![A-Za-z\d/.-])")


def domains(passage: Passage) -> Iterator[Candidate]:
    """Sites and firms by their domain: ``1UP.com``, no part of an address."""
    ends = any(end in passage.text for end in (".com", ".net", ".org", ".co.kr", ".or.kr"))
    for match in _DOMAIN.finditer(passage.text) if ends else ():
        yield Candidate(*match.span(), "OG", "Latin name")


def _label_of_latin(passage: Passage, name: str, start: int, end: int) -> str:
    """What a name in Latin letters names; ``""`` when nothing tells."""
    i, j = passage.index_at(start), passage.index_at(end)
    if passage.text.startswith("사", end) and passage.words[j] == "사":
        return "OG"
    if label := next((label for label, last in _LAST_WORDS if last.search(name)), ""):
        return label
    before = passage.words[i - 1]
    if label := contexts().get((before, "before"), "") or called(passage, j):
        return label
    return "PS" if title_place(before) in ("before", "both") and passage.tags[i - 1] == "NNG" else ""


_SHORTEST_IN_LATIN = 3
_LATIN_ALONE = re.compile(
    rf"(?<![A-Za-z\d.'’&/@_-])(?:[a-z](?=[A-Z]))?{_LATIN_WORD}(?: {_LATIN_WORD}| \d{{1,4}}(?!\d| ?[년월일]))*(?![A-Za-z\d/@_-])"
)
_OPENING = "'‘\"“"
_CLOSING = "'’\"”"
_BLANK_OR_QUOTE = re.compile("[ '’\"”]*")


def written_in_latin(passage: Passage) -> Iterator[Candidate]:
    """Names in Latin letters that nothing else explains, by what is done to them or by them, summed over their mentions.

    ``Telecaster를 발매했다`` is a product, ``Fender에서 개발했다`` a firm, ``가수 Beck은`` a person.
    """
    mentions: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in _LATIN_ALONE.finditer(passage.text):
        start, end = match.span()
        letters = match.group().rstrip(".")
        lowered = any(letter.islower() for letter in letters) and len(letters) >= _SHORTEST_IN_LATIN
        outside = passage.text[start - 1 : start] not in ("(", "（", ":") or not start
        if lowered and outside and passage.is_boundary(start) and letters not in words("acronyms.csv"):
            mentions[letters].append((start, start + len(letters)))
    for places in mentions.values():
        votes: Counter[str] = Counter()
        for start, end in places:
            votes.update(_votes_in_latin(passage, start, end))
        (label, count), *others = [*votes.most_common(2), ("", 0)]
        if count >= _SURELY_ACTS and (not others or count > others[0][1]):
            yield from (Candidate(start, end, label, "Latin name") for start, end in places)


def _votes_in_latin(passage: Passage, start: int, end: int) -> Iterator[str]:
    """What one mention says of a name in Latin letters; what is sure counts twice."""
    i = passage.index_at(start)
    behind = _BLANK_OR_QUOTE.match(passage.text, end)
    j = passage.index_at(behind.end() if behind else end)
    i -= passage.text[start - 1 : start] in tuple(_OPENING)
    before = passage.words[i - 1]
    if (
        label := contexts().get((before, "before"), "")
        or called(passage, j)
        or contexts().get((passage.words[j], "after"), "")
    ):
        yield from (label, label)
    elif title_place(before) in ("before", "both") and passage.tags[i - 1] == "NNG":
        yield from ("PS", "PS")
    particle, tag = passage.words[j], passage.tags[j]
    if tag[:1] != "J":
        return
    predicate = predicate_behind(passage, j + 1)
    made = predicate in words("making_predicates.csv")
    if tag == "JKO" and made:
        yield from ("AF", "AF")
    elif particle == "에서" and made:
        yield from ("OG", "OG")
    elif particle in SUBJECT:
        if made and _is_passive(passage, j + 1):
            yield from ("AF", "AF")
        elif made or predicate in words("body_predicates.csv"):
            yield from ("OG", "OG")
        elif acts(passage, j + 1):
            yield "PS"
        else:
            yield "OG"


def _is_passive(passage: Passage, i: int) -> bool:
    """Whether the next predicate is a passive one: ``발매되었다``."""
    for k in range(i, min(i + _PREDICATE_REACH, len(passage.morphemes))):
        if passage.tags[k] == "XSV":
            return passage.words[k][:1] in ("되", "돼", "됐")
    return False


_PREDICATE_REACH = 7
_EXPLAINED = re.compile(r"(?<![A-Za-z])([A-Z][A-Za-z&-]{1,9}) ?[(（]([가-힣][가-힣\d·]*(?: [가-힣\d·]+){0,5})[)）]")
_CAPITALS = 2
_SHORTEST_EXPLANATION = 3  # characters


def explained(passage: Passage) -> Iterator[Candidate]:
    """Initials with the Korean name in brackets that says by its kind what they name: ``WHO(세계 보건 기구)``."""
    for match in _EXPLAINED.finditer(passage.text):
        initials, name = match.groups()
        listed = passage.names.get(name)
        label = listed.label if listed is not None else label_of_kind(name.rpartition(" ")[2])
        capitals = sum(letter.isupper() for letter in initials)
        if (
            capitals >= _CAPITALS
            and initials not in words("acronyms.csv")
            and label in ("OG", "EV", "CV")
            and len(name) >= _SHORTEST_EXPLANATION
        ):
            named = listed.name if listed is not None else name
            yield Candidate(*match.span(1), label, "bracketed name", named)
            yield Candidate(*match.span(2), label, "bracketed name", named)


_ACRONYM = re.compile(r"[A-Z]{3,6}|[A-Z]&[A-Z]")
_ROMAN = re.compile(r"[IVXLC]+")
_INSIDE = frozenset("-/·.'")  # what holds an acronym to something longer


def acronyms(passage: Passage) -> Iterator[Candidate]:
    """Bodies by their Latin initials, where what follows is said of bodies: ``KXN사와``, ``XBC에 가입했다``."""
    mentions: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in _ACRONYM.finditer(passage.text):
        start, end = match.span()
        whole = (
            passage.is_boundary(start) and passage.is_boundary(end) and passage.text[start - 1 : start] not in _INSIDE
        )
        if whole and match.group() not in words("acronyms.csv") and not _ROMAN.fullmatch(match.group()):
            mentions[match.group()].append((start, end))
    for places in mentions.values():
        if label := _label_of_acronym(passage, places):
            yield from (Candidate(start, end, label, "acronym") for start, end in places)


def _label_of_acronym(passage: Passage, places: list[tuple[int, int]]) -> str:
    """What Latin initials stand for: a body that acts as one does, or what the noun before says; by all their mentions."""
    spots = [(passage.index_at(start), passage.index_at(end)) for start, end in places]
    told = (contexts().get((passage.words[i - 1], "before"), "") for i, _ in spots)
    if label := next(filter(None, told), ""):
        return label
    said_of_bodies = any(passage.glued(j) and _is_of_body(passage, j) for _, j in spots)
    topics = sum(passage.glued(j) and passage.words[j] in SUBJECT for _, j in spots)
    return "OG" if said_of_bodies or topics >= _SURELY_ACTS else ""


_SURELY_ACTS = 2  # so often the subject


def _is_of_body(passage: Passage, i: int) -> bool:
    """Whether a corporate ``사``, or a particle with a predicate of bodies, follows a name."""
    if passage.words[i] in ("사", "측"):
        return True
    if passage.tags[i] not in ("JKS", "JX", "JKB", "JKO", "JC"):
        return False
    predicate = predicate_behind(passage, i + 1)
    return predicate in words("body_predicates.csv") or (passage.words[i] in SUBJECT and acts(passage, i + 1))
