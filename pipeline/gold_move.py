"""``yeonpyo gold move``: carries hand labels to a revised text, and lists what lost its ground.

A sentence that reads as before (white space aside) takes all its labels along, wherever it stands now. In a rewritten
one a label is carried if every character of its words was kept. Nothing is dropped silently: what is not carried is
listed with the nearest place where its words stand now. Nothing is invented: new sentences get no record, they are
listed, too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from pipeline import sentences
from pipeline.errors import InputError
from pipeline.gold import check_against
from pipeline.model import Anchor, AnnotatedSentence, Event, Timex
from pipeline.revision import Bare, bare, kept, rewritings

if TYPE_CHECKING:
    from rich.table import Table

LOST, TO_CHECK, NEW_TEXT = "lost", "to check", "new text"
_CONTEXT = 80  # characters on either side that tell equal sentences apart


@dataclass(frozen=True, slots=True)
class Notice:
    """Something for the labeller to look at.

    Attributes:
        state: ``lost`` (a label or sentence that was not carried), ``to check`` (carried into a rewritten sentence)
            or ``new text`` (a sentence that has no labels yet).
        kind: ``sentences``, ``times``, ``entities``, ``events`` or ``arguments``.
        sentence: the id of the gold sentence; empty for new text.
        start: offset in the old article (of new text: in the new one).
        text: the words.
        said: what the label says of them.
        candidate: where the same words stand nearest in the new article; ``None`` if nowhere.
    """

    state: str
    kind: str
    sentence: str
    start: int
    text: str
    said: str = ""
    candidate: int | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """The labels on the new text, and what the labeller has to look at, in the order of the old text."""

    sentences: tuple[AnnotatedSentence, ...]
    notices: tuple[Notice, ...]


def move(gold: Sequence[AnnotatedSentence], old_text: str, new_text: str) -> Move:
    """Carries the labels of one document to a new version of its text.

    Args:
        gold: the hand labels, of one document.
        old_text: the article that they fit.
        new_text: the revised article.

    Raises:
        GoldError: the labels do not fit the old article.

    Example:
        Old ``소련은1957년 위성을 쏘았다.``, new ``그해 10월이었다. 소련은 1957년 위성을 쏘았다.``: the labels follow, and
        ``그해 10월이었다.`` is listed as new text.
    """
    check_against(gold, old_text)
    return _Carrier(_Ground(gold, old_text, new_text)).carry()


def move_all(gold: Sequence[AnnotatedSentence], old: Mapping[str, str], new: Mapping[str, str]) -> Move:
    """Carries the labels of several documents.

    Args:
        gold: the hand labels; sentences without ``doc`` are of the one text there is.
        old: the texts that they fit, by id.
        new: the revised texts, by id; a single one on both sides is the same whatever it is called.

    Raises:
        GoldError: the labels do not fit the old texts.
        InputError: a document has no old or new text.
    """
    documents: dict[str | None, list[AnnotatedSentence]] = defaultdict(list)
    for sentence in gold:
        documents[sentence.doc].append(sentence)
    moves = []
    for doc, inside in documents.items():
        alone = len(documents) == len(old) == len(new) == 1
        texts = [next(iter(side.values())) if alone else side.get(doc or "") for side in (old, new)]
        if texts[0] is None or texts[1] is None:
            raise InputError("no text of this document", expected=", ".join(old if texts[0] is None else new),
                             got=str(doc))  # fmt: skip
        moves.append(move(inside, texts[0], texts[1]))
    return Move(tuple(s for m in moves for s in m.sentences), tuple(n for m in moves for n in m.notices))


def table(found: Move) -> Table:
    """What the labeller has to look at, for the terminal."""
    from rich import box
    from rich.markup import escape
    from rich.table import Table

    labels = sum(len(s.times) + len(s.entities) + len(s.events) for s in found.sentences)
    title = f"{len(found.sentences)} sentences and {labels} labels moved, {len(found.notices)} to look at"
    drawn = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for heading in ("state", "kind", "sentence", "text", "label", "nearest"):
        drawn.add_column(heading)
    for n in found.notices:
        candidate = "" if n.candidate is None else str(n.candidate)
        drawn.add_row(*map(escape, (n.state, n.kind, n.sentence, n.text, n.said, candidate)))
    return drawn


@dataclass(frozen=True, order=True, slots=True)
class _Piece:
    """A stretch of a text without white space: a sentence, ``end`` exclusive."""

    start: int
    end: int

    def is_apart(self, other: _Piece) -> bool:
        return self.end <= other.start or other.end <= self.start


class _Ground:
    """Where the characters of the gold's sentences are in the new text; all positions leave white space out."""

    def __init__(self, gold: Sequence[AnnotatedSentence], old_text: str, new_text: str) -> None:
        self.gold, self.new_text = gold, new_text
        self.old, self.new = bare(old_text), bare(new_text)
        self.spans = [_Piece(self.old.index(s.start), self.old.index(s.end)) for s in gold]
        self.old_cuts, self.new_cuts = _cuts(old_text, self.old), _cuts(new_text, self.new)
        self.where: dict[int, int] = {}
        """Old character → new character."""
        self.same = self._find_same()
        self.pieces = sorted([*self.same.values(), *self._left_over()])
        """The sentences of the new text."""
        self.rewritten = self._find_rewritten()

    def _find_same(self) -> dict[int, _Piece]:
        """Gold sentences that stand in the new text as they were; those whose surroundings agree best come first."""
        places = [place for number in range(len(self.gold)) for place in self._places(number)]
        found: dict[int, _Piece] = {}
        for _, _, number, piece in sorted(places):
            if number not in found and all(piece.is_apart(other) for other in found.values()):
                found[number] = piece
                self.where |= zip(_range(self.spans[number]), _range(piece), strict=True)
        return found

    def _places(self, number: int) -> Iterator[tuple[int, int, int, _Piece]]:
        """Where the new text has the words of a sentence.

        Sorted, the best place comes first: whose surroundings agree most, then (a paragraph given twice) whose turn
        it is. Words that were a sentence must still be one, or stand where they stood.
        """
        span = self.spans[number]
        words = self.old.text[span.start : span.end]
        turn = _occurrences(self.old.text, words).index(span.start) if words else 0
        around = _surroundings(self.old.text, span)
        for new_turn, start in enumerate(_occurrences(self.new.text, words)):
            piece = _Piece(start, start + len(words))
            new_around = _surroundings(self.new.text, piece)
            if around == new_around or self._is_cut_alike(span, piece):
                likeness = sum(map(_common, around, new_around))
                yield -likeness, abs(new_turn - turn), number, piece

    def _is_cut_alike(self, span: _Piece, piece: _Piece) -> bool:
        begins = piece.start in self.new_cuts or span.start not in self.old_cuts
        return begins and (piece.end in self.new_cuts or span.end not in self.old_cuts)

    def _left_over(self) -> Iterator[_Piece]:
        """Sentences of the new text, or what remains of them, that no gold sentence has."""
        taken = {place for piece in self.same.values() for place in _range(piece)}
        for start, end in pairwise(sorted(self.new_cuts)):
            free = [place for place in range(start, end) if place not in taken]
            for _, run in groupby(enumerate(free), key=lambda x: x[1] - x[0]):
                places = [place for _, place in run]
                yield _Piece(places[0], places[-1] + 1)

    def _find_rewritten(self) -> dict[int, list[_Piece]]:
        """Gold sentences with the new sentences that keep their words; one that was cut in two has two."""
        old = [self.old.text[span.start : span.end] for span in self.spans]
        new = [self.new.text[piece.start : piece.end] for piece in self.pieces]
        found = {number: self.pieces.index(piece) for number, piece in self.same.items()}
        rewritten: dict[int, list[_Piece]] = defaultdict(list)
        used: set[int] = set()
        for number, n in rewritings(old, new, found):
            span, piece = self.spans[number], self.pieces[n]
            pairs = {span.start + i: piece.start + k for i, k in enumerate(kept(old[number], new[n])) if k is not None}
            fresh = {o: k for o, k in pairs.items() if o not in self.where and k not in used}
            if 2 * len(fresh) >= min(len(old[number]), len(new[n])):
                self.where |= fresh
                used.update(fresh.values())
                rewritten[number].append(piece)
        return dict(rewritten)

    def offset(self, piece: _Piece) -> tuple[int, int]:
        """Where a piece begins and ends in the new text."""
        return self.new.offsets[piece.start], self.new.offsets[piece.end - 1] + 1

    def carried(self, start: int, end: int) -> _Piece | None:
        """The place of a span of the old text, if all its characters were kept side by side in one sentence."""
        places = [self.where.get(i) for i in range(self.old.index(start), self.old.index(end))]
        first = places[0] if places else None
        if first is None or places != list(range(first, first + len(places))):
            return None
        home = self.pieces[bisect_right(self.pieces, _Piece(first, len(self.new.text))) - 1]
        return _Piece(first, first + len(places)) if first + len(places) <= home.end else None

    def nearest(self, text: str, start: int) -> int | None:
        """Where the words of a span stand in the new text, nearest to where they would be expected."""
        index = self.old.index(start)
        before = max((i for i in self.where if i <= index), default=None)
        expected = 0 if before is None else self.where[before] + index - before
        places = _occurrences(self.new.text, bare(text).text)
        return min((self.new.offsets[p] for p in places), key=lambda p: abs(p - expected), default=None)


def _range(piece: _Piece) -> range:
    return range(piece.start, piece.end)


def _cuts(text: str, words: Bare) -> set[int]:
    """Where sentences begin and end, counted without white space."""
    return {words.index(place) for s in sentences.split(text) for place in (s.start, s.end)}


def _occurrences(text: str, words: str) -> list[int]:
    places = []
    place = text.find(words) if words else -1
    while place >= 0:
        places.append(place)
        place = text.find(words, place + 1)
    return places


def _surroundings(text: str, piece: _Piece) -> tuple[str, str]:
    """What stands before a piece, backwards, and after it."""
    return text[max(0, piece.start - _CONTEXT) : piece.start][::-1], text[piece.end : piece.end + _CONTEXT]


def _common(one: str, other: str) -> int:
    """Length of the common beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


class _Carrier:
    """Carries labels over a ground and takes down what it could not carry."""

    def __init__(self, ground: _Ground) -> None:
        self.ground = ground
        self.notices: list[Notice] = []
        self.records: dict[_Piece, AnnotatedSentence] = {}

    def carry(self) -> Move:
        for number, sentence in enumerate(self.ground.gold):
            homes = [self.ground.same[number]] if number in self.ground.same else self.ground.rewritten.get(number, [])
            self._open_records(sentence, homes)
            if not homes:
                self._note(LOST, "sentences", sentence, sentence)
            elif number not in self.ground.same:
                start, end = self.ground.offset(homes[0])
                self.notices.append(Notice(TO_CHECK, "sentences", sentence.id, sentence.start, sentence.text,
                                           self.ground.new_text[start:end], start))  # fmt: skip
            self._labels(sentence)
        for piece in self.ground.pieces:
            if piece not in self.records:
                start, end = self.ground.offset(piece)
                self.notices.append(Notice(NEW_TEXT, "sentences", "", start, self.ground.new_text[start:end]))
        return Move(tuple(self.records[piece] for piece in sorted(self.records)), tuple(self.notices))

    def _open_records(self, sentence: AnnotatedSentence, homes: Sequence[_Piece]) -> None:
        for number, piece in enumerate(homes, 1):
            if piece not in self.records:
                start, end = self.ground.offset(piece)
                name = sentence.id if number == 1 else f"{sentence.id}.{number}"
                text = self.ground.new_text[start:end]
                self.records[piece] = AnnotatedSentence(sentence.doc, name, start, text)

    def _labels(self, sentence: AnnotatedSentence) -> None:
        for time in sentence.times:
            self._put("times", self._moved(time))
            if self._moved(time) is None:
                self._note(LOST, "times", sentence, time, f"{time.type} {time.value}")
        for entity in sentence.entities:
            self._put("entities", self._moved(entity))
            if self._moved(entity) is None:
                self._note(LOST, "entities", sentence, entity, f"{entity.label} {entity.name}")
        for event in sentence.events:
            self._event(sentence, event)

    def _event(self, sentence: AnnotatedSentence, event: Event) -> None:
        trigger = self._moved(event.trigger)
        dating = [time for time in sentence.times if _dates(time, event)]
        if trigger is None or any(self._moved(time) is None for time in dating):
            self._note(LOST, "events", sentence, event.trigger, f"{event.type} {event.date}")
            return
        arguments = []
        for argument in event.arguments:
            moved = self._moved(argument)
            if moved is None or self._home(moved.start) != self._home(trigger.start):
                self._note(LOST, "arguments", sentence, argument, argument.role)
            else:
                arguments.append(moved)
        time = None if event.time is None else self._offset(event.time)
        inferred = tuple(moved for topic in event.inferred if (moved := self._moved(topic)) is not None)
        carried = replace(event, trigger=trigger, arguments=tuple(arguments), time=time, inferred=inferred)
        self._put("events", carried)

    def _moved(self, part: Any) -> Any:
        """A time, entity, trigger or argument on the new text; ``None`` if its words are gone."""
        place = self.ground.carried(part.start, part.end)
        if place is None:
            return None
        start, end = self.ground.offset(place)
        moved = replace(part, start=start, end=end, text=self.ground.new_text[start:end])
        if isinstance(part, Timex) and part.anchor is not None:
            moved = replace(moved, anchor=self._anchor(part.anchor))
        return moved

    def _anchor(self, anchor: Anchor) -> Anchor:
        if anchor.start is None or anchor.end is None:
            return anchor
        place = self.ground.carried(anchor.start, anchor.end)
        return Anchor(anchor.value, *(self.ground.offset(place) if place else (None, None)))

    def _offset(self, offset: int) -> int | None:
        place = self.ground.where.get(self.ground.old.index(offset))
        return None if place is None else self.ground.new.offsets[place]

    def _home(self, offset: int) -> _Piece:
        pieces = self.ground.pieces
        return pieces[bisect_right(pieces, _Piece(self.ground.new.index(offset), len(self.ground.new.text))) - 1]

    def _put(self, kind: str, record: Any) -> None:
        if record is not None:
            piece = self._home(record.trigger.start if isinstance(record, Event) else record.start)
            told = self.records[piece]
            grown: dict[str, Any] = {kind: (*getattr(told, kind), record)}
            self.records[piece] = replace(told, **grown)

    def _note(self, state: str, kind: str, sentence: AnnotatedSentence, part: Any, said: str = "") -> None:
        candidate = self.ground.nearest(part.text, part.start)
        self.notices.append(Notice(state, kind, sentence.id, part.start, part.text, said, candidate))


def _dates(time: Timex, event: Event) -> bool:
    """Whether a time may be what dates an event, by its value; times count even if they say the year only."""
    sides = [side.rstrip("~?%").rstrip("X") for side in event.date.split("/")]
    return time.value.partition("T")[0] in sides
