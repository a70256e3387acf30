"""Commands on annotations: ``yeonpyo evaluate``, ``diff``, ``report``, ``gold check``, ``move``, ``export`` and ``import``.

As in :mod:`pipeline.__main__`, what takes long to import is imported where it is used.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.errors import InputError
from pipeline.outfile import replacing

if TYPE_CHECKING:
    from pipeline.model import AnnotatedSentence

MISSED, BAD_INPUT = 1, 2
gold_app = typer.Typer(
    name="gold", help="Check hand labels, move them to a revised text, exchange them with tools.", no_args_is_help=True
)
cache_app = typer.Typer(name="cache", help="Look at the cache of analyses, or empty it.", no_args_is_help=True)
CacheOption = Annotated[
    Path | None,
    typer.Option(
        "--cache", metavar="DIR", help="Where analyses are kept; by default YEONPYO_CACHE, or the user's caches."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]
CsvOption = Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Also write the list as a CSV table.")]


def register(app: typer.Typer) -> None:
    """Adds the commands to the command line."""
    app.command(name="evaluate")(evaluate_command)
    app.command(name="diff")(diff_command)
    app.command(name="report")(report_command)
    app.add_typer(gold_app)
    app.add_typer(cache_app)


def evaluate_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Hand labels: annotations.jsonl, or a folder with it.")],
    system: Annotated[Path, typer.Argument(metavar="SYSTEM", help="What yeonpyo, or another labeller, wrote.")],
    as_json: JsonOption = False,
    fail_under: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-under", metavar="FIGURE=F1", help="Exit with 1 below it (events=0.8); may be given again."
        ),
    ] = None,
    groups: Annotated[bool, typer.Option("--groups", help="Also by type, label and role.")] = False,
    errors: Annotated[
        Path | None, typer.Option("--errors", metavar="FILE", help="Write every mistake with its cause as a CSV table.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option("--compare", metavar="OTHER", help="Another run, to tell what changed since.")
    ] = None,
    annotators: Annotated[
        bool, typer.Option("--annotators", help="Both are annotators: their agreement, with Cohen's kappa.")
    ] = False,
) -> None:
    """Score annotations against hand labels."""
    from pipeline import compare, error_analysis, score_table
    from pipeline.agreement import agreement
    from pipeline.evaluate import check_same_text, load, missed
    from pipeline.score import score

    ours, theirs = load(gold, check=True), load(system)
    check_same_text(ours, theirs)
    if annotators:
        if unused := [name for name, given in (("--fail-under", fail_under), ("--groups", groups), ("--errors", errors),
                                               ("--compare", baseline)) if given]:  # fmt: skip
            raise InputError("neither of two annotators is right or wrong", file="--annotators",
                             hint=f"leave out {', '.join(unused)}")  # fmt: skip
        found = agreement(ours, theirs)
        _show([found.table()], found.as_dict(), as_json)
        return
    report = score(ours, theirs)
    under = missed(report, fail_under or ())
    tables, told = [report.table()], report.as_dict()
    if report.unjudged:
        print(f"{len(report.unjudged)} documents without gold are left out", file=sys.stderr)
    if groups:
        tables += score_table.tables_by_group(report)
    if errors is not None:
        error_analysis.write_csv(error_analysis.mistakes(ours, theirs), errors)
        tables += error_analysis.tables(ours, theirs)
    if baseline is not None:
        other = load(baseline)
        check_same_text(ours, other)
        comparison = compare.compare(ours, other, theirs)
        tables += [comparison.table(), *comparison.lists()]
        told["comparison"] = comparison.as_dict()
    _show(tables, told, as_json)
    for line in under:
        print(line, file=sys.stderr)
    if under:
        raise typer.Exit(MISSED)


def diff_command(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A dataset's folder, its annotations.jsonl, or a text.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same of the new run, or the revised text.")],
    as_json: JsonOption = False,
    as_csv: CsvOption = None,
    page: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Also write a page to read and print.")
    ] = None,
) -> None:
    """Tell what changed between two runs or two versions of a text, and why."""
    from pipeline.diff import Change, diff, same_rules_in

    texts = [not path.is_dir() and path.suffix != ".jsonl" for path in (old, new)]
    same_rules = True if all(texts) else None if any(texts) else same_rules_in(*map(_folder, (old, new)))
    found = diff(_annotations(old), _annotations(new), same_rules=same_rules)
    if as_csv is not None:
        _write_csv(as_csv, [field.name for field in fields(Change)], map(astuple, found.changes))
    if page is not None:
        from pipeline.report import changes_page, put

        put(changes_page(found, str(old), str(new)), page)
    _show([found.table(), *([found.list_changes()] if found.changes else [])], found.as_dict(), as_json)


@gold_app.command(name="check")
def check_command(
    paths: Annotated[list[Path], typer.Argument(metavar="GOLD…", help="Annotation files, or folders with them.")],
) -> None:
    """Tell everything that is wrong with hand labels, line by line."""
    from pipeline.evaluate import find
    from pipeline.gold_check import check

    problems = [problem for path in paths for file in find(path) for problem in check(file)]
    for problem in problems:
        print(problem)
    if problems:
        raise typer.Exit(BAD_INPUT)


@gold_app.command(name="move")
def move_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Hand labels: annotations.jsonl, or a folder with it.")],
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="The text that they fit.")],
    new_article: Annotated[Path, typer.Argument(metavar="NEW_ARTICLE", help="The revised text.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the moved labels go.")],
    as_csv: CsvOption = None,
) -> None:
    """Carry hand labels to a revised text, and list what a labeller has to look at."""
    from pipeline.evaluate import load
    from pipeline.gold import write_annotations
    from pipeline.gold_move import Notice, move_all, table

    found = move_all(load(gold), _texts(article), _texts(new_article))
    with replacing(out) as place:
        place.write_text(write_annotations(found.sentences), encoding="utf-8", newline="\n")
    if as_csv is not None:
        _write_csv(as_csv, [field.name for field in fields(Notice)], map(astuple, found.notices))
    _show([table(found)], {}, False)


@gold_app.command(name="export")
def gold_export_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Labels: annotations.jsonl, or a folder with it.")],
    format: Annotated[
        str, typer.Option("--format", metavar="NAME", help="brat, doccano, label-studio, spacy, conll …")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the tool's files.")],
    article: Annotated[
        Path | None, typer.Option("--article", metavar="PATH", help="The text, where it does not stand beside GOLD.")
    ] = None,
) -> None:
    """Write labels in the format of a labelling tool, and tell what it cannot hold."""
    from pipeline import exchange
    from pipeline.evaluate import ANNOTATIONS, load, texts_beside

    texts = _articles(article) if article else texts_beside(gold / ANNOTATIONS if gold.is_dir() else gold)
    lost = exchange.export(exchange.documents(load(gold), texts), format, out)
    for line in lost.lines():
        print(f"yeonpyo: {format}: {line}", file=sys.stderr)


@gold_app.command(name="import")
def gold_import_command(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="What the tool wrote: a file, or a folder of files.")],
    format: Annotated[
        str, typer.Option("--format", metavar="NAME", help="brat, doccano, label-studio, spacy, conll …")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the labels go.")],
    article: Annotated[
        Path | None, typer.Option("--article", metavar="PATH", help="The text that they must fit.")
    ] = None,
) -> None:
    """Read labels that a labelling tool wrote, and tell what could not be taken over."""
    from pipeline import exchange
    from pipeline.gold import write_annotations

    found, lost = exchange.load(path, format, _articles(article) if article else None)
    with replacing(out) as place:
        place.write_text(write_annotations(found), encoding="utf-8", newline="\n")
    for line in lost.lines():
        print(f"yeonpyo: {format}: {line}", file=sys.stderr)


def report_command(
    dataset: Annotated[
        Path, typer.Argument(metavar="DIR", help="What extract wrote: a folder with annotations.jsonl.")
    ],
    gold: Annotated[
        Path | None,
        typer.Option("--gold", metavar="GOLD", help="Hand labels; the page shows the errors and the score."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="The page; by default DIR.html, beside the folder.")
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", help="The page's title; by default the folder's name.")
    ] = None,
) -> None:
    """Make one page to read offline: chronology, article and tables, linked with each other."""
    from pipeline.report import write

    page = write(dataset, gold, out, title)
    print(f"{page}: {page.stat().st_size / 1000:,.0f} kB")


@cache_app.command(name="info")
def cache_info_command(folder: CacheOption = None) -> None:
    """Tell where analyses are kept, how many, and how much room they take."""
    from pipeline.cache import default_folder, info

    found = info(folder or default_folder())
    print(f"{found.file}: {found.analyses:,} sentences, {found.size / 1_000_000:,.1f} MB")


@cache_app.command(name="clear")
def cache_clear_command(folder: CacheOption = None) -> None:
    """Forget all analyses; the next run makes them anew."""
    from pipeline.cache import clear, default_folder

    clear(folder or default_folder())


def _articles(path: Path) -> dict[str | None, str]:
    """The documents by id; one text alone goes for labels that name no document."""
    from pipeline.article import read

    found = list(read([path]))
    return {None: found[0].text} if path.is_file() and len(found) == 1 else {d.id: d.text for d in found}


def _annotations(path: Path) -> list[AnnotatedSentence]:
    """The annotations of a dataset, or of a text that is analysed on the way."""
    from pipeline.evaluate import load

    if path.is_dir() or path.suffix == ".jsonl":
        return load(path)
    from pipeline import article, nlp
    from pipeline.annotation import annotated

    analyse = nlp.build()
    return [
        sentence
        for document in article.read([path])
        for sentence in annotated(nlp.annotate(analyse, document.text, date=document.date), document.id)
    ]


def _folder(path: Path) -> Path:
    return path if path.is_dir() else path.parent


def _texts(path: Path) -> dict[str, str]:
    from pipeline.article import read

    return {document.id: document.text for document in read([path])}


def _show(tables: Sequence[Any], told: dict[str, Any], as_json: bool) -> None:
    from pipeline import terminal

    if as_json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        terminal.show(*tables)


def _write_csv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    from pipeline.cells import harmless

    with replacing(path) as place, place.open("w", encoding="utf-8-sig", newline="") as file:
        write = csv.writer(file).writerow
        write(columns)
        for row in rows:
            write([harmless(cell) if isinstance(cell, str) else cell for cell in row])
