"""A dataset's folder → its page in a file."""

from __future__ import annotations

from pathlib import Path

from pipeline.evaluate import check_same_text, load
from pipeline.outfile import replacing
from pipeline.report.content import Data, content
from pipeline.report.page import page
from pipeline.versions import read_run


def read(folder: Path, gold: Path | None = None, title: str | None = None) -> Data:
    """What a dataset's page shows.

    Args:
        folder: what ``yeonpyo extract`` wrote, ``annotations.jsonl`` among it.
        gold: hand labels, a file or its folder; with them the page has the errors and the score.
        title: the page's title; by default the folder's name.

    Raises:
        InputError: there is no annotation file, or gold and dataset have no document in common.
        GoldError: an annotation file breaks its format, or the gold is of another text.
    """
    sentences = load(folder)
    labels = None
    if gold is not None:
        labels = load(gold, check=True)
        check_same_text(labels, sentences)
    return content(sentences, title=title or folder.resolve().name, run=read_run(folder), gold=labels)


def write(folder: Path, gold: Path | None = None, out: Path | None = None, title: str | None = None) -> Path:
    """Writes a dataset's page.

    Args:
        folder: see :func:`read`.
        gold: see :func:`read`.
        out: the file; by default it stands beside the folder, by its name: ``outputs/space_race.html``.
        title: see :func:`read`.

    Returns:
        The file that was written.

    Raises:
        InputError, GoldError: see :func:`read`.
        OutputError: the file cannot be written.
    """
    place = folder.resolve()
    out = out or place.with_name(f"{place.name}.html")
    put(page(read(folder, gold, title)), out)
    return out


def put(written: str, out: Path) -> None:
    """Writes a page; a kill leaves the old file or the new one.

    Raises:
        OutputError: the file cannot be written.
    """
    with replacing(out) as place:
        place.write_text(written, encoding="utf-8", newline="\n")
