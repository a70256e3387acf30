"""``yeonpyo evaluate``: finds the annotation files of both sides, makes sure they speak of one text, and scores them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline import article
from pipeline.errors import GoldError, InputError
from pipeline.gold import check_against, read_annotations
from pipeline.model import AnnotatedSentence
from pipeline.score import Report, score
from pipeline.versions import read_run

ANNOTATIONS, ARTICLE, DOCUMENTS = "annotations.jsonl", "article.txt", "docs.jsonl"
_SHOWN = 30


def evaluate(
    gold: Path | Sequence[Path], system: Path | Sequence[Path], *, resamples: int = 1000, seed: int = 0
) -> Report:
    """Scores annotation files or the folders they lie in.

    Args:
        gold: hand labels; see :func:`load`. A gold with its article beside it is checked against it.
        system: the predictions, or another labeller's file.
        resamples: draws of the bootstrap.
        seed: of the bootstrap.

    Raises:
        GoldError: a file breaks the format, a gold does not fit its article, or the two sides are of different texts.
        InputError: there is no annotation file, or the sides have no document in common.

    Example:
        ``evaluate(Path("gold/space_race"), Path("outputs/space_race")).figure("events").f1``
    """
    ours, theirs = load(gold, check=True), load(system)
    check_same_text(ours, theirs)
    return score(ours, theirs, resamples=resamples, seed=seed)


def load(paths: Path | Sequence[Path], *, check: bool = False) -> list[AnnotatedSentence]:
    """Reads the sentences of one side.

    Args:
        paths: ``annotations.jsonl`` files by any name, folders with one, or folders of such folders. Where there are
            (or could be) several, sentences without ``doc`` get the name of their file's folder.
        check: whether a file with ``article.txt`` (or ``docs.jsonl``) beside it is checked against it.

    Raises:
        GoldError: a file breaks the format or does not fit its article.
        InputError: there is no annotation file, or two files have sentences of one document.
    """
    given = [paths] if isinstance(paths, Path) else paths
    files = [(path, file) for path in given for file in find(path)]
    several = len(files) > 1 or any(path.is_dir() and file.parent != path for path, file in files)
    sentences: list[AnnotatedSentence] = []
    file_of: dict[str | None, Path] = {}
    for _, file in files:
        found = read_annotations(file)
        if any(path.is_dir() for path in given):
            _check_complete(file, len(found))
        texts = texts_beside(file) if check else None
        if texts is not None:
            check_against(found, texts, file=file)
        if several:
            found = [s if s.doc is not None else replace(s, doc=file.resolve().parent.name) for s in found]
        for doc in dict.fromkeys(s.doc for s in found):
            earlier = file_of.setdefault(doc, file)
            if earlier is not file:
                raise InputError("a second file of this document", file=file, expected="one", got=f"{doc} in {earlier}")
        sentences += found
    return sentences


def _check_complete(file: Path, sentences: int) -> None:
    """Makes sure that a dataset holds what its run wrote; a file given by itself is taken as it is.

    Raises:
        InputError: it holds another number of sentences, or is of another format.
    """
    counts = read_run(file.parent).get("counts")
    counted = counts.get("sentences") if isinstance(counts, dict) else None
    if counted is not None and counted != sentences:
        raise InputError("not the dataset that was written", file=file, expected=f"{counted} sentences",
                         got=str(sentences), hint="extract again, or give the file itself")  # fmt: skip


def find(path: Path) -> list[Path]:
    """The annotation files that a path stands for, folders in the order of their names.

    Raises:
        InputError: there are none.
    """
    if not path.is_dir():
        return [path]
    files = [f for f in (path / ANNOTATIONS, *sorted(path.glob(f"*/{ANNOTATIONS}"))) if f.is_file()]
    if not files:
        raise InputError(
            "no annotations in this folder", file=path, expected=f"{ANNOTATIONS}, or folders that hold one"
        )
    return files


def texts_beside(file: Path) -> dict[str | None, str] | str | None:
    """The text of the ``article.txt`` beside an annotation file, or the texts of its ``docs.jsonl`` by id, if any."""
    if (path := file.with_name(ARTICLE)).is_file():
        return next(document.text for document in article.read([path]))
    if (path := file.with_name(DOCUMENTS)).is_file():
        return {document.id: document.text for document in article.read([path])}
    return None


def check_same_text(gold: Iterable[AnnotatedSentence], system: Iterable[AnnotatedSentence]) -> None:
    """Makes sure that gold and predictions of a document quote one text wherever both quote it.

    A single document on either side is taken for the same, as in scoring.

    Raises:
        GoldError: with the offset of the first sentence that reads otherwise.
    """
    ours, theirs = sorted(gold, key=_place), sorted(system, key=_place)
    anonymous = len({s.doc for s in ours}) == len({s.doc for s in theirs}) == 1
    of_doc: dict[str | None, list[AnnotatedSentence]] = {}
    for sentence in theirs:
        of_doc.setdefault(None if anonymous else sentence.doc, []).append(sentence)
    starts = {doc: [s.start for s in sentences] for doc, sentences in of_doc.items()}
    for sentence in ours:
        doc = None if anonymous else sentence.doc
        first = max(0, bisect_right(starts.get(doc, []), sentence.start) - 1)
        for other in of_doc.get(doc, [])[first:]:
            if other.start >= sentence.end:
                break
            _check_common(sentence, other)


def _place(sentence: AnnotatedSentence) -> tuple[str, int]:
    return sentence.doc or "", sentence.start


def _check_common(gold: AnnotatedSentence, system: AnnotatedSentence) -> None:
    start, end = max(gold.start, system.start), min(gold.end, system.end)
    ours, theirs = (s.text[max(0, start - s.start) : max(0, end - s.start)] for s in (gold, system))
    if ours != theirs:
        raise GoldError("gold and system quote different texts", file=gold.doc, offset=start,
                        expected=repr(ours[:_SHOWN]), got=repr(theirs[:_SHOWN]))  # fmt: skip


def missed(report: Report, floors: Iterable[str]) -> list[str]:
    """What lies under its floor, told in words; a figure with nothing to find and nothing found misses none.

    Args:
        report: of :func:`evaluate`.
        floors: as ``events=0.8``; names as :meth:`Report.figure` knows them.

    Raises:
        InputError: a floor is no name and number from 0 to 1, or there is no such figure.

    Example:
        ``missed(report, ["events=0.8"])`` → ``["events is 0.745, under 0.8"]``
    """
    told = []
    for said in floors:
        name, _, floor = said.partition("=")
        try:
            least = float(floor)
        except ValueError:
            least = -1.0
        if not 0 <= least <= 1:
            raise InputError("no floor", file="--fail-under", expected="a figure and an F1 from 0 to 1, as events=0.8",
                             got=said or "nothing")  # fmt: skip
        value = report.figure(name).f1
        if value is not None and value < least:
            told.append(f"{name} is {value:.3f}, under {floor}")
    return told
