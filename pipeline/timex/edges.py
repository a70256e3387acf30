"""What stands at the edges of a time and colours it: 초, 말, 중반, 경, 쯤, 약, 이상; and units lent across ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.lexicon import in_use, read_table
from pipeline.timex.draft import Draft, Length, When
from pipeline.timex.rule import Slot, words
from pipeline.timex.scan import _PARTICLE, Morphology, Piece, _is_hangul

_cache: dict[object, tuple[re.Pattern[str], Slot]] = {}
_OF_A_MONTH = ("초순", "상순", "중순", "하순")
_LOOSE = ("경", "쯤", "무렵", "즈음", "께")
_OUTSIDE = ("께", "무렵", "즈음")
_MONTH, _WEEK, _DAYPART = 4, 5, 7
_ENTERING = re.compile(r"\s?(?:에\s?)?들어(?:서|와|와서|서면서|서자)?(?![가-힣])")
_ABOUT = re.compile(r"(?:약|대략|거의|얼추)\s{0,2}$")
_EARLIEST = re.compile(r"(이르면|빠르면|늦어도)\s{0,2}$")
_EXTREMES = {"이르면": "ON_OR_AFTER", "빠르면": "ON_OR_AFTER", "늦어도": "ON_OR_BEFORE"}
_BOUND = re.compile(r"\s?(이상(?!문학|기후|고온|저온)|이하|미만|넘게|넘는|가까이|남짓)")
_BOUNDS = {"이상": "EQUAL_OR_MORE", "이하": "EQUAL_OR_LESS", "미만": "LESS_THAN", "넘게": "MORE_THAN", "넘는": "MORE_THAN",
           "가까이": "LESS_THAN", "남짓": "APPROX"}  # fmt: skip


def _edges() -> tuple[re.Pattern[str], Slot]:
    key = in_use()
    if key not in _cache:
        table = words({row["word"]: row["mod"] for row in read_table("edges.csv", ("word", "mod"))})
        _cache[key] = (re.compile(rf"\s{{0,2}}({table.regex})"), table)
    return _cache[key]


def with_edges(text: str, piece: Piece, end: int, morphology: Morphology) -> Piece:
    """The piece with the 초, 말, 경 … that belongs to it, and the modifier that stands around it."""
    draft = piece.draft
    if isinstance(draft, Length):
        return _bounded(text, piece, draft)
    if not isinstance(draft, When) or not draft.ranks or draft.ref:
        return piece
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
    after = text[match.end() : match.end() + 1]
    if _is_hangul(after) and not _PARTICLE.match(text, match.end()) and not morphology.is_boundary(match.end()):
        return piece
    last = piece.end if match[1] in _OUTSIDE else match.end()
    return replace(piece, end=last, draft=replace(draft, mod=table.read(match[1])), rules=(*piece.rules, "edge"))


def _fits(word: str, draft: When) -> bool:
    finest = draft.ranks[-1]
    if word in _OF_A_MONTH:
        return finest == _MONTH
    return word in _LOOSE or (finest <= _WEEK and draft.mod is None)


def _bounded(text: str, piece: Piece, draft: Length) -> Piece:
    if match := _BOUND.match(text, piece.end):
        return replace(piece, draft=replace(draft, mod=_BOUNDS[match[1]]))
    if _ABOUT.search(text, max(0, piece.start - 6), piece.start):
        return replace(piece, draft=replace(draft, mod="APPROX"))
    return piece


_LENDER = re.compile(r"(?<![\d.,:/-])(\d{1,4})\s{0,2}(?:[~∼～–—-]|[,·ㆍ、]|및|내지|부터|에서)\s{0,2}$")
_PARTICLES_OF_RANGES = ("부터", "에서")
_FIELDS = ("year", "month", "day", "hour", "minute")


def lend(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Adds the left side of ``1957~1958년`` and ``8, 9일``, which has its unit from the right side."""
    result: list[Piece] = []
    for piece in pieces:
        lent: list[Piece] = []
        start = piece.start
        floor = result[-1].end if result else 0
        while text[start : start + 1].isdigit() and (left := _lent(text, start, floor, piece)):
            lent.insert(0, left)
            start = left.start
        if weekday := _lent_weekday(text, start, floor, piece):
            lent.insert(0, weekday)
        if lent and _is_length(piece.draft):
            result.append(replace(piece, start=lent[0].start))
            continue
        result += [*lent, _of_its_century(text, piece, lent)]
    return result


_WEEKDAY = re.compile(r"(?<![가-힣])([월화수목금토일])\s?[~∼·ㆍ,-]\s?$")


def _lent_weekday(text: str, start: int, floor: int, piece: Piece) -> Piece | None:
    """``월`` of ``월~금요일``."""
    match = _WEEKDAY.search(text, max(floor, start - 4), start)
    if match is None or not isinstance(piece.draft, When) or not piece.draft.weekday or piece.rules[0] != "weekday":
        return None
    draft = When(weekday=str("월화수목금토일".index(match[1]) + 1))
    return Piece(match.start(1), match.end(1), draft, (*piece.rules[:1], "lent_unit"))


def _lent(text: str, start: int, floor: int, piece: Piece) -> Piece | None:
    match = _LENDER.search(text, max(floor, start - 9), start)
    if not match or (isinstance(piece.draft, Length) and match[0].rstrip()[-1] in ",、"):
        return None
    value = int(match[1])
    draft = piece.draft
    if match[0].rstrip().endswith(_PARTICLES_OF_RANGES) and not (
        isinstance(draft, When) and draft.ranks[0] >= _DAYPART
    ):
        return None
    if _is_length(draft):
        return Piece(match.start(1), match.end(1), draft, piece.rules)
    if not isinstance(draft, When) or draft.shift:
        return None
    if draft.decade is not None:
        number = _decade_beside(value, draft.decade)
        return (
            Piece(match.start(1), match.end(1), When(decade=number), (*piece.rules[:1], "lent_unit"))
            if number
            else None
        )
    field = next((f for f in _FIELDS if getattr(draft, f) is not None), None)
    if draft.century is not None and draft.century > 0 and 1 <= value <= draft.century:
        return Piece(match.start(1), match.end(1), When(century=value - 1), (*piece.rules[:1], "lent_unit"))
    limits = {"year": (1000, 2200), "month": (1, 12), "day": (1, 31), "hour": (0, 24), "minute": (0, 59)}
    if field is None or draft.lunar or not limits[field][0] <= value <= limits[field][1]:
        return None
    return Piece(match.start(1), match.end(1), _of_one_field(field, value), (*piece.rules[:1], "lent_unit"))


def _decade_beside(value: int, decade: int) -> int | None:
    """The decade that a bare number before another one means: ``1950`` and ``50`` of ``…~60년대``."""
    if value % 10 or not (10 <= value < 100 or 1000 <= value <= 2090):
        return None
    return value // 10 if value >= 1000 else decade // 10 * 10 + value // 10


def _of_its_century(text: str, piece: Piece, lent: Sequence[Piece]) -> Piece:
    """``60년대`` of ``1850~60년대``: a decade of two figures is of the century told before it."""
    first = lent[0].draft if lent else None
    if (
        not isinstance(piece.draft, When)
        or not isinstance(first, When)
        or piece.draft.decade is None
        or first.decade is None
    ):
        return piece
    short = not text[piece.start : piece.start + 4].isdigit()
    return (
        replace(piece, draft=replace(piece.draft, decade=first.decade // 10 * 10 + piece.draft.decade % 10))
        if short
        else piece
    )


def _of_one_field(field: str, value: int) -> When:
    makers = {"year": lambda n: When(year=n), "month": lambda n: When(month=n), "day": lambda n: When(day=n),
              "hour": lambda n: When(hour=n), "minute": lambda n: When(minute=n)}  # fmt: skip
    return makers[field](value)


def _is_length(draft: Draft) -> bool:
    return isinstance(draft, Length) or (isinstance(draft, When) and draft.base == "offset")
