"""Writes a whole dataset: all its files in a folder beside the old one, then one takes the other's place.

A run that is killed leaves the old dataset or the new one, never half of one.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.article import Document
from pipeline.datapackage import describe
from pipeline.errors import InputError, OutputError
from pipeline.export import Options, finish, formats
from pipeline.grouping import Sentences, sentences_of
from pipeline.outfile import beside, sweep
from pipeline.provenance import Provenance
from pipeline.versions import FORMAT, RUN, other_format

if TYPE_CHECKING:
    from spacy.tokens import Doc

PACKAGE = "datapackage.json"
_OLD = "old"


def write(
    documents: Iterable[tuple[Document, Doc | Sentences]],
    out: Path | str,
    *,
    format_names: Sequence[str] = ("csv", "jsonl"),
    options: Options = Options(),  # noqa: B008  (frozen)
    asked: dict[str, Any] | None = None,
    refused: Sequence[InputError] = (),
) -> dict[str, Any]:
    """Writes a dataset as a whole.

    Args:
        documents: documents with their analyses, or with their annotated sentences, taken one by one.
        out: the folder; one that exists is replaced if yeonpyo wrote all that is in it.
        format_names: registered formats.
        options: which tables, and the encoding of CSV files.
        asked: further options of the run, for ``run.json``.
        refused: what could not be read; looked at after the documents are through.

    Returns:
        What ``run.json`` says.

    Raises:
        InputError: a format is unknown, or there is no document.
        OutputError: the folder cannot be written, or holds what yeonpyo did not write.
    """
    chosen = formats(format_names)
    said = {"formats": list(format_names), "tables": list(options.tables), "csv_encoding": options.csv_encoding}
    provenance = Provenance(said | (asked or {}))
    with _replacing(Path(out)) as folder:
        with ExitStack() as stack:
            writers = [stack.enter_context(format.write(folder, options)) for format in chosen]
            for document, analysis in documents:
                sentences, doc = sentences_of(analysis, document.id)
                provenance.add(document, sentences)
                for add in writers:
                    add(sentences, doc)
        finish(format_names, folder, options)
        return describe_run(folder, Path(out), provenance, options.csv_encoding, refused)


def describe_run(
    folder: Path, out: Path, provenance: Provenance, csv_encoding: str, refused: Iterable[InputError]
) -> dict[str, Any]:
    """Writes ``datapackage.json`` and ``run.json`` beside the files that they describe.

    Args:
        folder: holds the files.
        out: the folder that is to take its name.
        provenance: of all documents.
        csv_encoding: what the CSV files are written in.
        refused: documents that could not be read or analysed.

    Returns:
        What ``run.json`` says.

    Raises:
        InputError: there was no document.
    """
    package, run = description(_files(folder), out.resolve().name, provenance, csv_encoding, refused)
    for name, content in ((PACKAGE, package), (RUN, run)):
        (folder / name).write_text(as_json(content), encoding="utf-8", newline="\n")
    return run


def description(
    files: Iterable[str], name: str, provenance: Provenance, csv_encoding: str, refused: Iterable[InputError]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What ``datapackage.json`` and ``run.json`` hold.

    Args:
        files: names of the dataset's other files.
        name: the dataset's name.
        provenance: of all documents.
        csv_encoding: what the CSV files are written in.
        refused: documents that could not be read or analysed.

    Raises:
        InputError: there was no document.
    """
    if not provenance.counts["documents"]:
        raise InputError("no document to read", expected="at least one")
    files = sorted(files)
    return describe(name, files, csv_encoding), provenance.as_dict([*files, PACKAGE, RUN], refused)


def as_json(content: dict[str, Any]) -> str:
    """How those two files are written."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _files(folder: Path) -> set[str]:
    """The files of a folder and those below it, and folders that hold none."""
    found = (path for path in folder.rglob("*") if not path.is_dir() or not any(path.iterdir()))
    return {path.relative_to(folder).as_posix() for path in found}


@contextmanager
def _replacing(out: Path) -> Iterator[Path]:
    """A new folder to write into, which takes the place of ``out`` at the end, or goes without a trace."""
    place = out.resolve()
    try:
        mend(place)
        check_ours(place, out)
        partial = beside(place)
        partial.mkdir(parents=True)
        try:
            yield partial
            swap(partial, place)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    except UnicodeEncodeError as error:
        raise OutputError(f"{error.object[error.start]!r} cannot be written in {error.encoding}", file=out,
                          hint="leave out --csv-encoding") from error  # fmt: skip
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror or error})", file=out) from error


def swap(new: Path, place: Path) -> None:
    """Puts a folder in the place of another, whole; whoever is killed between the two steps leaves it to :func:`mend`."""
    old = place.with_name(f".{place.name}.{_OLD}")
    if not place.exists():
        new.rename(place)
        return
    place.rename(old)
    try:
        new.rename(place)
    except OSError:
        old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


def mend(place: Path) -> None:
    """Puts right what a killed run left: a swap that was cut short, folders of processes that are gone."""
    old = place.with_name(f".{place.name}.{_OLD}")
    if old.is_dir() and not place.exists():
        old.rename(place)
    shutil.rmtree(old, ignore_errors=True)
    sweep(place)


def check_ours(place: Path, out: Path) -> None:
    """Refuses a folder that holds anything yeonpyo did not write: it would be deleted."""
    if not place.exists():
        return
    if not place.is_dir():
        raise OutputError("not a folder", file=out, hint="give --out a folder")
    strangers = sorted({name for name in _files(place) if not name.startswith(".")} - _written(place))
    if strangers:
        raise OutputError("holds files that yeonpyo did not write", file=out, expected="a new or empty folder, or one "
                          "that yeonpyo wrote", got=", ".join(strangers[:3]))  # fmt: skip


def _written(folder: Path) -> set[str]:
    """The files that the run of a folder says it wrote."""
    try:
        run = json.loads((folder / RUN).read_text(encoding="utf-8"))
        ours, files = "yeonpyo" in run and other_format(run), set(run["files"]) if "yeonpyo" in run else set()
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return set()
    if ours:
        raise OutputError("holds a dataset in another format", file=folder / RUN, expected=str(FORMAT), got=ours,
                          hint="give another --out")  # fmt: skip
    return files
