"""A corpus → a dataset, by one process or several; a run that was killed goes on where it stopped.

Documents are taken from the corpus as they are needed and their rows appended as they are done, so memory does not grow
with the corpus. However many processes there are and however often a run was killed, the dataset is the same to the
byte.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import workers
from pipeline.article import Document
from pipeline.errors import InputError, OutputError

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pipeline.cache import Place
    from pipeline.fragments import Fragment, Fragmenter
    from pipeline.grouping import Sentences
    from pipeline.journal import Entry, Journal
    from pipeline.provenance import Provenance

# What goes to a process at a time: large enough that the pipe costs nothing, small enough to be done again.
_BATCH_DOCUMENTS, _BATCH_CHARACTERS = 64, 20_000
DIED = "the analysis died over it twice"
Advance = Callable[[str, int], None]
Known = Callable[[Document], "Fragment | None"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What is asked of a run; it is sent to other processes, which read the lexicon before all else."""

    format_names: tuple[str, ...] = ("csv", "jsonl")
    only: tuple[str, ...] | None = None
    lexicon: tuple[Path, ...] = ()
    csv_encoding: str = "utf-8-sig"
    # Neither changes anything that is written, and is told in run.json.
    cache: Place | None = None
    reuse: bool = True  # of the rows of unchanged documents; without it no journal is kept for the next run, either

    def tables(self) -> tuple[str, ...]:
        """The tables that are asked for."""
        from pipeline import tables

        return tables.chosen(self.only)

    def as_dict(self) -> dict[str, Any]:
        """The same for ``run.json``."""
        return {"formats": list(self.format_names), "tables": list(self.tables()), "csv_encoding": self.csv_encoding}


def analysis(settings: Settings) -> Callable[[Document], Doc | Sentences]:
    """What turns a document into its analysis, or into no more than was asked for."""
    use_lexicon(settings)
    wanted = set(settings.tables())
    if wanted <= {"sentences", "times"}:
        from pipeline.timex.finding import find_by_sentence

        return lambda document: find_by_sentence(document.text, date=document.date, doc_id=document.id)
    from pipeline import nlp

    language = nlp.build([stage for stage in nlp.COMPONENTS if stage in wanted])
    return _loading(lambda document: nlp.annotate(language, document.text, date=document.date))


def _loading(analyse: Callable[[Document], Doc]) -> Callable[[Document], Doc]:
    """The same, whose first document loads what all of them need.

    That stays for good: the collector need not walk it while it is read (a third of the time), nor again and again (a
    tenth).
    """
    loaded = False

    def analysed(document: Document) -> Doc:
        nonlocal loaded
        if loaded:
            return analyse(document)
        loaded = True
        collecting = gc.isenabled()
        gc.disable()
        try:
            return analyse(document)
        finally:
            gc.freeze()
            if collecting:
                gc.enable()

    return analysed


def use_lexicon(settings: Settings) -> None:
    """Sets the user's tables; to be called before the stages are imported, which read them then."""
    from pipeline.lexicon import use

    use(settings.lexicon)


def _start(settings: Settings) -> Fragmenter:
    """Loads what makes fragments of documents; called once in each process."""
    return _fragmenter(settings, analysis(settings))


def _start_apart(settings: Settings) -> Callable[[Document | None], Fragment | None]:
    """The same in a process of its own; of a document whose fragment is known it hears nothing."""
    from pipeline.cache import use

    use(settings.cache)
    fragment = _start(settings)
    return lambda document: None if document is None else fragment(document)


def _fragmenter(settings: Settings, analyse: Callable[[Document], Doc | Sentences]) -> Fragmenter:
    from pipeline.export import Options
    from pipeline.fragments import Fragmenter

    return Fragmenter(analyse, settings.format_names, Options(settings.tables(), settings.csv_encoding))


def _grows(settings: Settings) -> bool:
    """Whether the dataset's files are what the journal tells of; some formats make others of them at the end."""
    from pipeline.export import formats

    return not any(format.finish for format in formats(settings.format_names))


def _finish(settings: Settings, folder: Path) -> None:
    from pipeline.export import Options, finish

    finish(settings.format_names, folder, Options(settings.tables(), settings.csv_encoding))


def extract(
    documents: Iterable[Document],
    out: Path | str,
    settings: Settings = Settings(),
    *,
    jobs: int | None = None,
    bad: Sequence[InputError] = (),
    advance: Advance = lambda name, characters: None,
) -> tuple[dict[str, Any], list[InputError]]:
    """Writes the dataset of a corpus; the same call after a kill goes on where it stopped.

    Rows of documents that stand unchanged in the dataset that is replaced are taken over, if that was made likewise.

    Args:
        documents: the corpus, taken one by one.
        out: the folder; one that exists is replaced at the end if yeonpyo wrote all that is in it.
        settings: formats, tables and lexicon.
        jobs: how many processes, each of which takes one core; ``None``: this process, whose Kiwi takes the cores
            there are.
        bad: what could not be read; looked at after the documents are through.
        advance: told the id and the length of each document that is done, also of those that a killed run did.

    Returns:
        What ``run.json`` says, and the documents that were set aside because their analysis fails.

    Raises:
        InputError: a format or table is unknown, or there is no document.
        OutputError: the folder cannot be written, another run is writing it, or it holds what yeonpyo did not write.

    Example:
        ``extract(article.read(["신문.jsonl"]), "outputs/신문", jobs=2)``
    """
    use_lexicon(settings)
    from pipeline import journal
    from pipeline.provenance import Provenance
    from pipeline.unchanged import Unchanged

    empty = _fragmenter(settings, lambda document: [])
    run = _Run(Provenance(settings.as_dict()), advance)
    with journal.lock(Path(out)) as folder:
        growing = journal.Journal(folder, run.provenance.made_with(), empty.heads)
        unchanged = Unchanged(Path(out).resolve(), growing.first_line(), empty.heads) if settings.reuse else None
        try:
            rest = run.take_up(iter(documents), growing)
            known: Known = unchanged.fragment if unchanged else lambda document: None
            with closing(_fragments(rest, known, settings, jobs)) as found:
                for document, fragment in found:
                    run.count(document, growing.add(document, fragment))
            growing.end(empty.tails())
            _finish(settings, growing.folder)
            said = run.describe(growing.folder, Path(out), settings, bad)
        except UnicodeEncodeError as error:
            growing.forget()
            raise OutputError(f"{error.object[error.start]!r} cannot be written in {error.encoding}", file=out,
                              hint="leave out --csv-encoding") from error  # fmt: skip
        except InputError:
            growing.forget()
            raise
        finally:
            growing.close()
            if unchanged:
                unchanged.close()
        growing.finish(Path(out), keep=settings.reuse and _grows(settings))
    return said, run.failed


def set_aside(name: str, failure: str, file: str | None) -> InputError:
    """What is told of a document that cannot be analysed."""
    return InputError(f"the document {name!r} was set aside: {failure}", file=file)


class _Run:
    """What a run keeps count of."""

    def __init__(self, provenance: Provenance, advance: Advance) -> None:
        self.provenance, self.advance = provenance, advance
        self.failed: list[InputError] = []

    def count(self, document: Document, entry: Entry) -> None:
        if entry.failure is None:
            self.provenance.add_counted(document, entry.counts)
        else:
            self.failed.append(set_aside(document.id, entry.failure, document.source.path if document.source else None))
        self.advance(document.id, len(document.text))

    def take_up(self, documents: Iterator[Document], growing: Journal) -> Iterator[Document]:
        """Passes over the documents that a killed run did, as long as they are the same; gives back the others."""
        from pipeline.fragments import fingerprint

        with closing(growing.begun()) as begun:
            for entry in begun:
                document = next(documents, None)
                if document is None:
                    break
                if fingerprint(document) != entry.document:
                    return chain([document], documents)
                self.count(document, entry)
        return documents

    def describe(self, folder: Path, out: Path, settings: Settings, bad: Sequence[InputError]) -> dict[str, Any]:
        """Writes the files about the others: ``datapackage.json`` and ``run.json``."""
        from pipeline.dataset import describe_run

        if self.failed and not self.provenance.counts["documents"]:
            raise self.failed[0]  # that there is nothing to write would not say why

        return describe_run(folder, out, self.provenance, settings.csv_encoding, [*bad, *self.failed])


def _fragments(
    documents: Iterator[Document], known: Known, settings: Settings, jobs: int | None
) -> Generator[tuple[Document, Fragment], None, None]:
    """Documents with their fragments, in order; a document that kills its process gives one that says so."""
    from pipeline.cache import used

    for document in documents:  # as long as nothing is left to do, no Kiwi need be loaded
        if (fragment := known(document)) is None:
            documents = chain([document], documents)
            break
        yield document, fragment
    else:
        return
    if jobs is None or jobs == 1:
        from pipeline.morphology import one_thread

        with used(settings.cache), nullcontext() if jobs is None else one_thread():
            make = _start(settings)
            yield from ((document, known(document) or make(document)) for document in documents)
        return
    yield from _made_apart(documents, known, settings, jobs)


def _made_apart(
    documents: Iterable[Document], known: Known, settings: Settings, jobs: int
) -> Iterator[tuple[Document, Fragment]]:
    from pipeline.fragments import Fragment

    waiting: deque[tuple[Document, Fragment | None]] = deque()  # what the processes are at, in order

    def work() -> Iterator[list[Document | None]]:
        for batch in _batches(documents):
            told = [(document, known(document)) for document in batch]
            waiting.extend(told)
            yield [document if fragment is None else None for document, fragment in told]

    with closing(workers.results(partial(_start_apart, settings), work(), jobs)) as results:
        for _, result in results:
            document, fragment = waiting.popleft()
            if isinstance(result, workers.Killed):
                result = Fragment(failure=DIED)
            fragment = fragment or result
            assert fragment is not None
            yield document, fragment


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    characters = 0
    for document in documents:
        if batch and (len(batch) == _BATCH_DOCUMENTS or characters + len(document.text) > _BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(document)
        characters += len(document.text)
    if batch:
        yield batch
