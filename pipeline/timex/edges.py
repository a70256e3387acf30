"""What stands at the edges of a time and colours it: 초, 말, 중반, 경, 쯤, 약, 이상, (음력)."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.lexicon import in_use, read_table
from pipeline.timex.calendar import NAMES_IN_DAE
from pipeline.timex.draft import Length, When
from pipeline.timex.eras import ERA, RULER
from pipeline.timex.rule import Slot, words
from pipeline.timex.scan import PARTICLE, Morphology, Piece, _is_hangul

_cache: dict[object, tuple[re.Pattern[str], Slot]] = {}
_OF_A_MONTH = ("초순", "상순", "중순", "하순")
_LOOSE = ("경", "쯤", "무렵", "즈음", "께")
_MONTH, _WEEK = 4, 5
_ENTERING = re.compile(r"\s?(?:에\s?)?들어(?:서|와|와서|서면서|서자)?(?![가-힣])")
_RULER, _ERA = re.compile(f"(?:{RULER})$"), re.compile(f"(?:{ERA})$")
# What no lexicon lists and stands before a year: a part of the time, though no rule takes it in.
_BEFORE_YEAR = {"reign_year": _RULER, "unknown_era_year": _ERA, "first_year_of_era": _ERA}
_LONGEST_BEFORE_YEAR = 6
_ABOUT_EDGE = re.compile(r"(?:경|쯤|께)(?=[에 ,.])")
_ABOUT_LENGTH = re.compile("가량|쯤")  # 한 달가량
_LUNAR = re.compile(r"\s?[(（]\s?음력\s?[)）]")
_ABOUT = re.compile(r"(?:약|대략|거의|얼추)\s{0,2}$")
_EARLIEST = re.compile(r"(이르면|빠르면|늦어도)\s{0,2}$")
_EXTREMES = {"이르면": "ON_OR_AFTER", "빠르면": "ON_OR_AFTER", "늦어도": "ON_OR_BEFORE"}
_BOUND = re.compile(r"\s?(이상(?!문학|기후|고온|저온)|이하|미만|넘게|넘는|가까이|남짓)")
_BOUNDS = {"이상": "EQUAL_OR_MORE", "이하": "EQUAL_OR_LESS", "미만": "LESS_THAN", "넘게": "MORE_THAN", "넘는": "MORE_THAN",
           "가까이": "LESS_THAN", "남짓": "APPROX"}  # fmt: skip


# Names that begin as 경, 말, 간 … do, right behind a year whose blank is lost.
_NAME_AHEAD = re.compile(
    r"경(?:인선|전선|의선|춘선|원선|부선|강선|북|남|기도|주|상|성(?!이)|복궁|희궁|운궁)"
    r"|말(?:리(?=에서|에|의|는|가|로|와)|레이|라야|라위|라카|타)|간(?:디|도(?=[에를의로와가는])|도에서|쑤|토)"
    rf"|대(?:{NAMES_IN_DAE}|전(?=에서|의|역|시|으로|을|은|이))"
    r"|후(?:백제|고구려|금|당|주|량|한|쿠오카|세인)|전(?:라|주(?=[에의로를는가]|시)|북|남(?=[에의])|두환|봉준|태일)|초나라|중(?:국|화|앙)"
)


def _edges() -> tuple[re.Pattern[str], Slot]:
    key = in_use()
    if key not in _cache:
        table = words({row["word"]: row["mod"] for row in read_table("edges.csv", ("word", "mod"))})
        _cache[key] = (re.compile(rf"\s{{0,2}}({table.regex})"), table)
    return _cache[key]


def with_edges(text: str, piece: Piece, end: int, morphology: Morphology) -> Piece:
    """The piece with the 초, 말, 경 … that belongs to it, and the modifier that stands around it."""
    draft = piece.draft
    if before := _BEFORE_YEAR.get(piece.rules[0]):
        named = before.search(text, max(0, piece.start - _LONGEST_BEFORE_YEAR), piece.start)
        piece = replace(piece, start=named.start()) if named else piece
    if isinstance(draft, Length):
        return _bounded(text, _with_span_noun(text, piece, morphology), draft)
    if not isinstance(draft, When) or not draft.ranks or draft.ref:
        return piece
    if draft.month is not None and _LUNAR.match(text, piece.end):
        draft = replace(draft, lunar=True)
        piece = replace(piece, draft=draft)
    if bound := _EARLIEST.search(text, max(0, piece.start - 6), piece.start):
        piece = _with_word(text, piece, draft, end, morphology)
        return replace(piece, draft=replace(draft, mod=_EXTREMES[bound[1]]))
    return _with_word(text, piece, draft, end, morphology)


def _with_word(text: str, piece: Piece, draft: When, end: int, morphology: Morphology) -> Piece:
    """The piece with the 초, 말, 경 … after it."""
    pattern, table = _edges()
    match = pattern.match(text, piece.end, end)
    if not match or not _fits(match[1], draft):
        return (
            replace(piece, draft=replace(draft, mod="START"))
            if _ENTERING.match(text, piece.end) and not draft.mod
            else piece
        )
    if text.startswith("초대 ", match.start(1)):
        return piece  # 1906년 3월 초대 통감으로
    if match.start(1) == piece.end and _NAME_AHEAD.match(text, piece.end):
        return piece  # 1948년간디가
    after = text[match.end() : match.end() + 1]
    if _is_hangul(after) and not PARTICLE.match(text, match.end()) and not morphology.is_boundary(match.end()):
        return piece
    about = _ABOUT_EDGE.match(text, match.end())
    last = about.end() if about else match.end()  # 1928년 말경
    return replace(piece, end=last, draft=replace(draft, mod=table.read(match[1])), rules=(*piece.rules, "edge"))


def _fits(word: str, draft: When) -> bool:
    finest = draft.ranks[-1]
    if word in _OF_A_MONTH:
        return finest == _MONTH
    return word in _LOOSE or (finest <= _WEEK and draft.mod is None)


def _with_span_noun(text: str, piece: Piece, morphology: Morphology) -> Piece:
    """``46년간미국의``: the 간 of a length, where a lost blank puts another word to it."""
    end = piece.end + 1
    if not text.startswith("간", piece.end) or not _is_hangul(text[end : end + 1]) or not morphology.is_boundary(end):
        return piece
    return replace(piece, end=end) if morphology.tags(piece.end, end)[-1:] in (["XSN"], ["NNB"]) else piece


def _bounded(text: str, piece: Piece, draft: Length) -> Piece:
    if (about := _ABOUT_LENGTH.match(text, piece.end)) and not (
        _is_hangul(text[about.end() : about.end() + 1]) and not PARTICLE.match(text, about.end())
    ):
        return replace(piece, end=about.end(), draft=replace(draft, mod="APPROX"))
    if match := _BOUND.match(text, piece.end):
        return replace(piece, draft=replace(draft, mod=_BOUNDS[match[1]]))
    if _ABOUT.search(text, max(0, piece.start - 6), piece.start):
        return replace(piece, draft=replace(draft, mod="APPROX"))
    return piece
