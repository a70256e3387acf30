"""Evidence of context: what the words and particles around an unknown name say of it, summed over its mentions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator

from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.person import foreign_run, has_abbreviation, is_quoted, is_taxon, without_title
from pipeline.entities.shape import is_building
from pipeline.entities.vocabulary import (
    common_nouns,
    contexts,
    foreign_persons,
    is_common_name,
    is_korean_name,
    looks_foreign,
    proper_nouns,
    remembered,
    title_place,
    words,
)

_ENOUGH = 2
_PARTICLES = {
    "에게": ("PS", 3),
    "에게서": ("PS", 3),
    "한테": ("PS", 3),
    "께": ("PS", 3),
    "께서": ("PS", 3),
    "에서": ("LC", 1),
}
SUBJECT = frozenset({"은", "는", "이", "가", "께서"})
_REACH = 7
_NEAR = 5
_CLAUSE = 12  # so far on a subject's own predicate is looked for
_LIST = 40  # so many, the end of a list
# What the names of firms end in: 스페이스린텍
_TRADES = (
    "텍", "테크", "랩스", "파워", "파마", "바이오", "소프트", "로보틱스", "모빌리티", "홀딩스", "네트웍스", "시스템즈", "솔루션", "웍스",
    "머티리얼즈", "테크놀로지", "에너지", "모터스", "엔터테인먼트", "미디어", "게임즈", "오토", "산업", "화학", "전자", "제약", "건설",
)  # fmt: skip
_LONG_BODY = 5  # syllables of 국가기술표준원
_SENTENCE = 40  # so many morphemes on, the end of a definition is looked for
_FOUNDED = frozenset({"을", "를"})
_BROUGHT_OUT = frozenset({"발매", "출시", "개발", "양산", "시판", "내놓", "선보이", "론칭", "런칭"})
_BEATEN = frozenset({"꺾", "물리치", "누르", "제치"})
_AND = frozenset({",", "와", "과", "·", "및"})
_MOVED = frozenset({"을", "를", "으로", "로", "에"})
_PLACE_ENDS = frozenset("도산강시군구동성진포주천읍면섬역궁문만항촌벌")


def unknown_names(passage: Passage, labels: dict[int, str]) -> Iterator[Candidate]:
    """Names that nothing else explains, labelled by the votes of all their mentions.

    Args:
        passage: the text.
        labels: what other evidence says of morphemes, by their index.
    """
    taken = set(labels)
    mentions: dict[str, list[tuple[int, int]]] = defaultdict(list)
    done = 0
    for _, stop, i in passage.promising:
        end = i if i < done or i in taken else foreign_run(passage, i, stop, taken)
        if end > i and not _is_prefix(passage, i, end):
            start, last = passage.span(i, end)
            mentions[passage.text[start:last]].append((i, end))
            done = end
    for surface, places in mentions.items():
        if any(is_taxon(passage, *passage.span(i, end)) for i, end in places):
            continue
        label = _label(passage, surface, places, labels)
        if label:
            for i, end in places:
                candidate = Candidate(*passage.span(i, end), label, "context")
                yield without_title(passage, candidate) if label == "PS" else candidate


def _is_prefix(passage: Passage, i: int, end: int) -> bool:
    """Whether what the analyser takes for a name is a syllable before a common noun, with which it is a word: ``원|도심``."""
    return end == i + 1 and len(passage.words[i]) == 1 and passage.glued(end) and passage.tags[end] == "NNG"


_PARTNERS = re.compile(r" ?[(（][A-Z][\w'.-]+ (?:and|&) [A-Z]")  # a firm by its partners
_SURE_KINDS = frozenset({"OG", "AF", "LC"})


def appositions(passage: Passage, taken: Container[int]) -> Iterator[Candidate]:
    """Names that the noun before them tells the kind of, however the analyser cuts them: ``방송국 헤나센사가``.

    Args:
        passage: the text.
        taken: indices of morphemes that other evidence explains.
    """
    kinds = _sure_kinds()
    for i, word in enumerate(passage.words):
        if word not in kinds or passage.tags[i] != "NNG" or i + 1 in taken:
            continue
        label = kinds[passage.words[i]]
        end = _eojeol_name(passage, i + 1, taken)
        if end > i + 1:
            yield Candidate(*passage.span(i + 1, end), label, "context")


@remembered
def _sure_kinds() -> dict[str, str]:
    """Nouns of kind before a name, with its label."""
    return {word: label for (word, side), label in contexts().items() if side == "before" and label in _SURE_KINDS}


def _eojeol_name(passage: Passage, i: int, taken: Container[int]) -> int:
    """Index after a name that is an eojeol but for its particles; ``i`` when the eojeol is no unknown name."""
    if i >= len(passage.morphemes):
        return i
    described = passage.tags[i] == "VA" and passage.glued(i + 1) and passage.tags[i + 1] == "NNG"  # 푸른바다
    if passage.tags[i] not in ("NNP", "NNG", "SL") and not (described and passage.words[i - 1].endswith("법인")):
        return i
    end = i + 1
    while passage.glued(end) and end not in taken:
        end += 1
    if end in taken or not _begins_unknown(passage, i, end):
        return i
    while end > i and (passage.tags[end - 1][:1] in "JS" or passage.tags[end - 1] in ("VCP", "EC", "ETM", "XSN")):
        end -= 1
    start, stop = passage.span(i, end) if end > i else (0, 0)
    return end if stop - start >= 2 and passage.tags[end][:1] in ("J", "S", "V") else i


def _begins_unknown(passage: Passage, i: int, end: int) -> bool:
    """Whether an eojeol begins with a name that is listed nowhere and no common noun."""
    word = passage.words[i]
    if passage.names.get(word) is not None or title_place(word) or word in common_nouns() or is_common_name(word):
        return False
    return passage.tags[i] in ("NNP", "SL", "VA") or (looks_foreign(word) and end > i + 1)


def _label(passage: Passage, surface: str, places: list[tuple[int, int]], labels: dict[int, str]) -> str:
    if any(_PARTNERS.match(passage.text, passage.span(i, end)[1]) for i, end in places):
        return "OG"
    votes: Counter[str] = Counter()
    for i, end in places:
        _vote(passage, i, end, votes)
        for neighbour in _listed_with(passage, i, end):
            if neighbour in labels and labels[neighbour] != "QT":
                votes[labels[neighbour]] += 1
    if label := next((x for i, end in places if (x := _kind_of_list(passage, end))), ""):
        votes[label] += 2
    if (
        len(surface) >= _LONG_BODY
        and surface[-1] in "원청회단국처소련당"
        and " " not in surface
        and not looks_foreign(surface)
    ):
        votes["OG"] += 2 * any(acts(passage, end + 1) for i, end in places if passage.tags[i] == "NNP")
    votes["OG"] += 3 * (surface.endswith("군") and len(surface) >= _LONG_BODY)  # counties have names of three syllables
    votes["OG"] += 2 * (surface.endswith(_TRADES) and len(surface) >= _LONG_BODY - 1 and " " not in surface)
    title = " " in surface and all(is_quoted(passage, *passage.span(i, end)) for i, end in places)
    pieces = surface.split(" ")
    foreign = len(pieces) > 1 and looks_foreign(surface) and not has_abbreviation(surface)
    foreign &= not any(_is_no_person(passage, piece) for piece in pieces)
    if foreign and not title and not any(is_building(passage, end - 1) for _, end in places):
        votes["PS"] += 1
    if " 앤드 " in surface or (has_abbreviation(surface) and " " in surface and not surface.isascii()):
        votes["OG"] += 2
    if is_common_name(surface) or (len(surface) == 2 and is_korean_name(surface)):
        votes["PS"] += 1
    usual = proper_nouns().get(surface, "")
    if all(_stands_alone(passage, end) for _, end in places):
        if surface in words("given_names.csv") and passage.tags[places[0][0]] == "NNP":
            votes["PS"] += 2
        elif not usual and (_names_person(surface) or _is_surname(passage, surface)):
            usual = "PS"
        elif not usual and surface in words("listed_places.csv"):
            usual = "LC"
    if surface in words("not_persons.csv"):
        usual = usual if usual != "PS" else ""
        del votes["PS"]
    if not votes:
        return usual
    (label, count), *rest = votes.most_common(2)
    plain = passage.tags[places[0][0]] == "NNP" and looks_foreign(surface) and " " not in surface
    whole = surface.count(" ") >= 1 and all(passage.tags[k] == "NNP" for k in range(*places[0]))
    enough = 1 if label == "PS" and (plain or whole) else _ENOUGH
    return label if count >= enough and (not rest or count > rest[0][1]) else usual


def _names_person(surface: str) -> bool:
    """Whether a word is listed as a foreign person's name, or is two such names in one: ``데이빗모스``."""
    listed = foreign_persons()
    given = words("given_names.csv")
    cuts = range(2, len(surface) - 1)
    return surface in listed or any(surface[:k] in given and surface[k:] in listed for k in cuts)


def _is_surname(passage: Passage, surface: str) -> bool:
    """Whether a town is listed whose name persons bear, too: ``해밀턴``."""
    listed = passage.names.get(surface)
    return listed is not None and listed.guard == "surname"


def _stands_alone(passage: Passage, end: int) -> bool:
    """Whether nothing but a particle or mark is glued to a name: not ``노르만|족``."""
    return not passage.glued(end) or passage.tags[end][:1] in "JS" or passage.tags[end] == "VCP"


def _is_no_person(passage: Passage, piece: str) -> bool:
    """Whether a word of a name is listed as something else than a person's: ``캐나다`` of ``캐나다 태평양 철도``."""
    listed = passage.names.get(piece)
    return listed is not None and listed.label != "PS" and piece not in words("given_names.csv")


_INCLUDING = ["비롯", "한"]  # 진도를 비롯한 섬


def _kind_of_list(passage: Passage, i: int) -> str:
    """The label by the noun that a list of names leads to: ``무디스, 피치 등의 신용평가기관``, ``… 같은 예술가들``."""
    inside = False  # a bracket: 시그네틱스 (1966년), 도시바 (1969년) 등 미국 기업들이
    for k in range(i, min(i + _LIST, len(passage.morphemes))):
        if passage.words[k] in "()":
            inside = passage.words[k] == "("
            continue
        if inside:
            continue
        included = passage.words[k] in ("을", "를") and passage.words[k + 1 : k + 3] == _INCLUDING
        if included:
            k += 2
        if (
            included
            or (passage.words[k] == "등" and passage.tags[k].startswith("NNB"))
            or (passage.words[k : k + 2] == ["같", "은"] and passage.words[k - 1] not in ("와", "과"))
        ):
            k += 1 + (passage.words[k + 1] in ("의", "은"))
            while passage.tags[k] in ("NNG", "NNP", "SN", "NR", "NNB"):  # 등 4개 지역
                after = k + 1 + (passage.words[k + 1] == "의")  # 등 북부의 도시
                if passage.tags[after] not in ("NNG", "NNP", "NNB"):
                    break
                k = after
            word = passage.words[k]
            if title_place(word):
                return "PS"
            return next((x for n in (len(word), 2, 1) if (x := contexts().get((word[-n:], "before"), ""))), "")
        if passage.tags[k] not in ("SP", "SC", "JC", "NNP", "NNG", "SL", "SN") and passage.words[k] not in _AND:
            return ""
    return ""


def _listed_with(passage: Passage, i: int, end: int) -> Iterator[int]:
    """The morphemes of the names before and after in a list: ``A, B와 C``."""
    if passage.words[end] in _AND:
        yield end + 1
    if passage.words[i - 1] in _AND:
        yield i - 2


def _vote(passage: Passage, i: int, end: int, votes: Counter[str]) -> None:
    """Adds what one mention says: the nouns on both sides, the particle, the predicate of which it is the subject."""
    known = contexts()
    end = _behind_gloss(passage, end)
    before = i - 1
    if passage.tags[before] in ("VCP", "SP") and passage.words[before] in ("인", ",") and not passage.glued(before):
        before -= 1
    before -= passage.words[before] == "인"
    if label := known.get((passage.words[before], "before")) or known.get((passage.words[before][-2:], "before")):
        votes[label] += 2  # 업체, 생산업체
    elif title_place(passage.words[before]) in ("before", "both"):
        votes["PS"] += 2
    compound = passage.glued(end) and passage.tags[i] != "NNP"  # 벼룩|시장
    if (label := known.get((passage.words[end], "after"))) and not compound:
        votes[label] += 2
    particle = passage.words[end]
    if particle in _PARTICLES and passage.tags[end][:1] == "J":
        label, weight = _PARTICLES[particle]
        votes[label] += weight
    if (
        particle in ("에서", "에", "으로", "로")
        and passage.words[end - 1][-1] in _PLACE_ENDS
        and passage.tags[end] == "JKB"
    ):
        votes["LC"] += 1 + (particle == "에서")
    if (
        particle in _MOVED
        and passage.tags[end] in ("JKB", "JKO")
        and end + 1 < len(passage.morphemes)  # a headline may end with its particle
        and passage.morphemes[end + 1].lemma in words("place_predicates.csv")
    ):
        votes["LC"] += 2
    if passage.tags[i] == "NNP" and _is_taken(passage, end):
        votes["LC"] += 2
    if particle == "의" and (label := known.get((passage.words[end + 1], "after"))):
        votes[label] += 1 + (label == "PS" and passage.tags[i] == "NNP")
    if (
        particle in _FOUNDED
        and passage.tags[end] == "JKO"
        and predicate_behind(passage, end + 1) in words("body_predicates.csv")
    ):
        votes["OG"] += 2
    if particle in _FOUNDED and predicate_behind(passage, end + 1) in _BEATEN and passage.tags[end] == "JKO":
        votes["PS"] += 1 + (passage.tags[i] != "NNP")
    if particle in _FOUNDED and passage.tags[i] == "NNP" and predicate_behind(passage, end + 1) in _BROUGHT_OUT:
        votes["AF"] += 2
    if passage.tags[i] == "NNP" and not is_korean_name(passage.words[end - 1]):
        _vote_place(passage, i, end, votes)
    if label := called(passage, end):
        votes[label] += 2
    firm = passage.tags[i] == "NNP" and passage.words[i] not in words("foreign_names.csv")
    if firm and particle in SUBJECT and predicate_behind(passage, end + 1, _CLAUSE) in _OF_FIRMS:
        votes["OG"] += 2
    if particle in SUBJECT and passage.tags[end] in ("JKS", "JX"):
        votes["PS"] += acts(passage, end + 1)
        if label := _what_it_is(passage, end + 1):
            votes[label] += 2


def _is_taken(passage: Passage, i: int) -> bool:
    """Whether what stands before is taken as towns are, alone or in a list: ``과주와 전장을 함락시키고``."""
    while passage.words[i] in _AND and passage.tags[i + 1] in ("NNG", "NNP"):
        i += 2
    object_ends = passage.words[i] in _FOUNDED and passage.tags[i] == "JKO"
    return object_ends and predicate_behind(passage, i + 1) in words("taking_predicates.csv")


def called(passage: Passage, i: int) -> str:
    """The label by the noun that a name goes with: ``헤나센이라는 방송국``, ``의화권(義和拳)이라는 민간 결사``."""
    if passage.words[i] == "(":
        i = next((k + 1 for k in range(i, min(i + _REACH, len(passage.morphemes))) if passage.words[k] == ")"), i)
    i += passage.words[i] == "이"
    if passage.words[i] not in ("라는", "이라는"):
        return ""
    head = ""
    for k in range(i + 1, min(i + 1 + _NEAR, len(passage.morphemes))):
        if passage.tags[k] not in ("NNG", "NNP", "XSN", "MM"):
            break
        head = passage.words[k]
    return "PS" if title_place(head) else contexts().get((head, "before"), "")


def _what_it_is(passage: Passage, i: int) -> str:
    """The label by the noun that a sentence says of its subject: ``… 추기경이자 총리이다``, ``1624년에 총리가 되어``."""
    known = contexts()
    for k in range(i, min(i + _SENTENCE, len(passage.morphemes))):
        tag, before = passage.tags[k], passage.words[k - 1]
        if tag == "SF":
            break
        became = passage.words[k] in ("이", "가") and passage.morphemes[k + 1 : k + 2] and _becomes(passage, k + 1)
        ends = (tag == "VCP" and passage.tags[k + 1] in ("EF", "EC", "EP")) or (became and k - i < _REACH)
        if ends and passage.tags[k - 1] == "NNG":
            return "PS" if title_place(before) else known.get((before, "before"), "")
    return ""


def _becomes(passage: Passage, i: int) -> bool:
    return passage.morphemes[i].lemma.split("+")[0] in ("되", "되다")


def _vote_place(passage: Passage, i: int, end: int, votes: Counter[str]) -> None:
    """Adds what the particles of place say of a proper noun that looks like no Korean person."""
    particle, tag = passage.words[end], passage.tags[end]
    if tag != "JKB" and tag != "JKG":
        return
    before = passage.names.get(passage.words[i - 1])
    beside = before is not None and before.label == "LC" and passage.words[i - 1] != passage.words[i]
    if beside and particle in ("에", "에서", "로", "으로", "의"):
        votes["LC"] += 2
    elif particle == "에서" and looks_foreign(passage.words[end - 1]):
        votes["LC"] += 1
    elif particle == "에" and predicate_behind(passage, end + 1) in words("standing_predicates.csv"):
        votes["LC"] += 2


def _behind_gloss(passage: Passage, end: int) -> int:
    """The place behind a name and its spelling in brackets: ``앨버말(Albemarle)|과``."""
    if passage.words[end] != "(" or not passage.glued(end):
        return end
    closed = next((k for k in range(end, min(end + _NEAR, len(passage.morphemes))) if passage.words[k] == ")"), None)
    return end if closed is None or passage.tags[end + 1] != "SL" else closed + 1


# What firms do, whatever their name: 인수했다.
_OF_FIRMS = frozenset(
    {"인수", "매각", "출시", "상장", "합병", "공시", "양산", "수주", "납품", "출자", "증자", "매입", "감산", "증설"}
)


def predicate_behind(passage: Passage, i: int, reach: int = _NEAR) -> str:
    """The lemma of the next predicate, or of the noun that makes one, within a few morphemes; ``""`` for none."""
    for k in range(i, min(i + reach, len(passage.morphemes))):
        tag = passage.tags[k]
        if tag in ("VV", "VV-I", "VV-R", "VA") or (tag == "NNG" and passage.tags[k + 1] == "XSV"):
            return passage.morphemes[k].lemma.split("+")[0]
        if tag in ("SF", "EC", "SP"):
            return ""
    return ""


def acts(passage: Passage, i: int) -> bool:
    """Whether the predicate that follows soon is one of persons: ``태어나``, ``졸업``, ``밝히``."""
    predicates = words("person_predicates.csv")
    for k in range(i, min(i + _CLAUSE, len(passage.morphemes))):
        tag = passage.tags[k]
        if tag in ("SF", "EC", "ETM", "SP"):
            return False
        acts = tag == "VV" or (tag == "NNG" and passage.tags[k + 1] in ("XSV", "JKO"))
        if acts and passage.morphemes[k].lemma.split("+")[0] in predicates:
            return True
    return False
