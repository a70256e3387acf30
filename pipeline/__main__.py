"""The command line: ``yeonpyo run``, ``extract``, ``evaluate``, ``explain``, ``rules``, ``times``.

Whatever takes long to import is imported where it is used: ``--help`` answers at once, and ``evaluate`` starts
neither spaCy nor Kiwi.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline import commands
from pipeline.errors import InputError, OutputError, YeonpyoError

if TYPE_CHECKING:
    from pipeline.article import Document
    from pipeline.cache import Place
    from pipeline.extraction import Settings

BAD_INPUT = 2
# So many are made before the collector looks: what commands load stays, and a tenth of their start went in looking.
NEW_OBJECTS = 50_000
app = typer.Typer(
    name="yeonpyo",
    help="연표: raw Korean text in, a dated dataset out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
LexiconOption = Annotated[
    list[Path] | None,
    typer.Option("--lexicon", metavar="DIR", help="A folder of lexicon tables of your own; may be given again."),
]
DateOption = Annotated[
    str | None,
    typer.Option("--date", metavar="DATE", help="The text's own date (ISO), against which 오늘 and 올해 are read."),
]
PathsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…",
        help="Texts, .html, .hwp, .hwpx and .pdf files, documents in .jsonl, .csv (.gz, .bz2, .zst) or .parquet, "
        "Wikipedia dumps (.xml), folders; - is standard input.",
    ),
]
EncodingOption = Annotated[
    str | None, typer.Option("--encoding", help="The texts' encoding, where it is not found out rightly.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Analyse every sentence anew, and keep nothing.")]
CacheSizeOption = Annotated[
    int, typer.Option("--cache-size", metavar="MB", min=1, help="How large the cache of analyses may grow.")
]


@app.command(name="run")
def run_command(
    gold: Annotated[Path, typer.Option("--gold", metavar="DIR", help="The folder of hand-labelled articles.")] = Path(
        "gold"
    ),
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the datasets go.")] = Path("outputs"),
    lines: Annotated[int, typer.Option("--lines", help="How much of the chronology is printed.")] = 12,
    cache: commands.CacheOption = None,
    cache_size: CacheSizeOption = 500,
    no_cache: NoCacheOption = False,
) -> None:
    """Extract every article under gold/, score it against its hand labels, print the beginning of the chronology."""
    from pipeline import article, terminal
    from pipeline.evaluate import ANNOTATIONS, evaluate
    from pipeline.export import read_csv
    from pipeline.extraction import Settings

    articles = sorted(gold.glob("*/article.txt"))
    if not articles:
        raise InputError("no articles", file=gold, expected="folders that hold an article.txt")
    settings = Settings(cache=None if no_cache else _cache(cache, cache_size), reuse=not no_cache)
    for path in articles:
        date = _date_beside(path)
        folder = out / path.parent.name
        documents = (replace(document, id=path.parent.name) for document in article.read([path], date=date))
        _extract(documents, folder, settings)
        print(f"{path} → {folder}")
        terminal.show(terminal.chronology(read_csv(folder / "events.csv"), lines))
    if labels := [p for path in articles if (p := path.with_name(ANNOTATIONS)).is_file()]:
        report = evaluate(labels, [out / path.parent.name / ANNOTATIONS for path in labels])
        terminal.show(report.table())


def _date_beside(path: Path) -> str | None:
    """The date in the ``date.txt`` beside an article, if there is one."""
    from pipeline.article import check_date

    file = path.with_name("date.txt")
    if not file.is_file():
        return None
    date = file.read_text(encoding="utf-8-sig", errors="replace").strip()
    return check_date(date, InputError("not a date", file=file, expected="an ISO date as 2026-03-01", got=date[:40]))


@app.command(name="extract")
def extract_command(
    paths: PathsArgument,
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="The folder of the dataset.")],
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAMES",
            help="With commas: csv, jsonl (the record of the gold files), tables-jsonl, parquet, ics, timelinejs; "
            "by default csv,jsonl, and parquet on a cluster.",
        ),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option("--only", metavar="TABLES", help="Only these tables, with commas: times, entities, events …"),
    ] = None,
    lexicon: LexiconOption = None,
    date: DateOption = None,
    encoding: EncodingOption = None,
    csv_encoding: Annotated[
        str, typer.Option("--csv-encoding", help="Encoding of CSV files; Excel opens utf-8-sig.")
    ] = "utf-8-sig",
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            metavar="N",
            min=1,
            help="How many processes work at once, each on one core; without it one does, whose Kiwi takes those there are.",
        ),
    ] = None,
    cache: commands.CacheOption = None,
    cache_size: CacheSizeOption = 500,
    no_cache: NoCacheOption = False,
    engine: Annotated[
        str | None,
        typer.Option(
            "--engine",
            metavar="NAME",
            help="dask: a cluster reads and writes Parquet, here or at URLs (s3://…); it keeps no analyses.",
        ),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(
            "--scheduler", metavar="ADDRESS", help="The cluster's, as tcp://10.0.0.1:8786; else --jobs processes here."
        ),
    ] = None,
    part_size: Annotated[
        int,
        typer.Option(
            "--part-size",
            metavar="CHARACTERS",
            min=1,
            help="How much a worker of a cluster does, and writes, at a time.",
        ),
    ] = 1_000_000,
) -> None:
    """Turn texts into a dataset of sentences, times, entities and dated events; once killed, it goes on from there."""
    from pipeline import article
    from pipeline.extraction import Settings

    bad: list[InputError] = []
    settings = Settings(
        _names(format or ("parquet" if engine else "csv,jsonl")) or (), _names(only), tuple(lexicon or ()), csv_encoding
    )
    _check_engine(engine, scheduler)
    if engine:
        _extract_on_cluster(paths, out, settings, scheduler, jobs, date, part_size)
        return
    settings = replace(settings, cache=None if no_cache else _cache(cache, cache_size), reuse=not no_cache)

    def documents(refused: list[InputError]) -> Iterator[Document]:
        return article.read(paths, encoding=encoding, date=date, bad=refused)

    def characters() -> int | None:
        return sum(len(document.text) for document in documents([])) if article.read_quickly(paths) else None

    try:
        said = _extract(documents(bad), Path(out), settings, jobs=jobs, bad=bad, characters=characters)
        _tell(out, said)
    finally:
        for error in bad:
            _complain(error)
    if bad:
        raise typer.Exit(BAD_INPUT)


def _check_engine(engine: str | None, scheduler: str | None) -> None:
    if engine not in (None, "dask"):
        raise InputError("unknown engine", file="--engine", expected="dask", got=engine)
    if scheduler is not None and engine is None:
        raise InputError("a scheduler of what?", file="--scheduler", expected="--engine dask beside it")


def _extract_on_cluster(
    paths: Sequence[str],
    out: str,
    settings: Settings,
    scheduler: str | None,
    jobs: int | None,
    date: str | None,
    part_size: int,
) -> None:
    """What ``extract --engine dask`` does."""
    from pipeline import engine, terminal

    said, bad = engine.extract(paths, out, settings, scheduler=scheduler, jobs=jobs or 1, date=date, part_characters=part_size,
                               progress=terminal.progress)  # fmt: skip
    _tell(out, said)
    for error in bad:
        _complain(error)
    if bad:
        raise typer.Exit(BAD_INPUT)


def _tell(out: str, said: dict[str, Any]) -> None:
    print(f"{out}: {', '.join(f'{n:,} {kind}' for kind, n in said['counts'].items())}")


@app.command(name="texts")
def texts_command(
    paths: PathsArgument,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The file of documents, JSON Lines.")],
    date: DateOption = None,
    encoding: EncodingOption = None,
) -> None:
    """Write the texts as extract reads them, which is what its offsets count; extract reads the file in their place."""
    from pipeline import article

    bad: list[InputError] = []
    print(f"{out}: {article.write(article.read(paths, encoding=encoding, date=date, bad=bad), out):,} documents")
    for error in bad:
        _complain(error)
    if bad:
        raise typer.Exit(BAD_INPUT)


def _names(joined: str | None) -> tuple[str, ...] | None:
    return None if joined is None else tuple(dict.fromkeys(name.strip() for name in joined.split(",") if name.strip()))


def _use(lexicon: Sequence[Path] | None) -> None:
    """Sets the user's tables; to be called before the stages are imported, which read them then."""
    from pipeline.lexicon import use

    use(lexicon or ())


def _cache(folder: Path | None, megabytes: int) -> Place | None:
    """Where analyses are kept; nowhere, and that is told, where nothing can be written."""
    from pipeline.cache import ready

    try:
        return ready(folder, megabytes * 1_000_000)
    except InputError as error:
        _complain(error)
        return None


def _extract(
    documents: Iterable[Document],
    out: Path,
    settings: Settings,
    *,
    jobs: int | None = None,
    bad: list[InputError] | None = None,
    characters: Callable[[], int | None] = lambda: None,
) -> dict[str, Any]:
    """Writes the dataset of documents, with a sign of life while it works; ``bad`` grows by those set aside."""
    from pipeline import extraction, terminal

    bad = [] if bad is None else bad
    with terminal.progress(characters) as advance:
        said, failed = extraction.extract(documents, out, settings, jobs=jobs, bad=bad, advance=advance)
    bad += failed
    return said


@app.command(name="explain")
def explain_command(text: Annotated[str, typer.Argument(metavar="TEXT", help="A sentence or a few.")],
            date: DateOption = None, lexicon: LexiconOption = None) -> None:  # fmt: skip
    """Show which rules were tried on a text, which fired, which were rejected and why."""
    _use(lexicon)
    from pipeline import explain, nlp, terminal
    from pipeline.article import from_text

    document = from_text(text, date)
    terminal.show(*terminal.explanation(explain.explain(nlp.build(), document.text, document.date)))


@app.command(name="rules")
def rules_command(
    kind: Annotated[str | None, typer.Option("--kind", help="times, entities or events; all if left out.")] = None,
    as_json: JsonOption = False,
    lexicon: LexiconOption = None,
) -> None:
    """Print the catalogue of rules with their examples."""
    from dataclasses import asdict

    _use(lexicon)
    from pipeline import explain, terminal

    entries = explain.catalogue(kind)
    if as_json:
        print(json.dumps([asdict(entry) for entry in entries], ensure_ascii=False, indent=2))
    else:
        terminal.show(*terminal.catalogue(entries))


@app.command(name="times")
def times_command(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A sentence or a few.")],
    date: DateOption = None,
    as_json: JsonOption = False,
    lexicon: LexiconOption = None,
) -> None:
    """Find and value the temporal expressions of a text."""
    _use(lexicon)
    from pipeline import terminal
    from pipeline.article import from_text
    from pipeline.timex import find

    document = from_text(text, date)
    found = find(document.text, document.date)
    if as_json:
        print(json.dumps([terminal.plain(time) for time in found], ensure_ascii=False, indent=2))
    else:
        terminal.show(terminal.times(found))


commands.register(app)


def _complain(error: YeonpyoError) -> None:
    print(f"yeonpyo: {error}", file=sys.stderr)


def main() -> None:
    """Runs the command line; whatever is wrong with the input is told in one line and exits with 2."""
    gc.set_threshold(NEW_OBJECTS)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # where a pipe is not UTF-8, as on Windows, Korean would be refused
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            app()
        finally:
            sys.stdout.flush()  # or what is still to be written would fail where nobody can catch it
    except YeonpyoError as error:
        _complain(error)
        sys.exit(BAD_INPUT)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what it still holds has nowhere to go
        what = "cannot be written" if error.filename is None else "cannot be read or written"
        _complain(OutputError(f"{what} ({error.strerror or error})", file=error.filename or "standard output"))
        sys.exit(BAD_INPUT)


if __name__ == "__main__":
    main()
