"""Documents as a pandas DataFrame → what is found in them as another: the work that a cluster does on its partitions.

Nothing but a function of a DataFrame, so that whatever hands out partitions can call it: Dask's workers do it for
``yeonpyo extract --engine dask``, Spark's ``mapInPandas`` with an adapter of a few lines (``docs/scale.md``). A
process that calls it loads one Kiwi and keeps it.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Any

from pipeline import article, extraction
from pipeline.article import Document, Source
from pipeline.errors import InputError, LexiconError
from pipeline.extraction import Settings

if TYPE_CHECKING:
    from pandas import DataFrame

KINDS = ("documents", "characters", "sentences", "times", "entities", "events", "arguments")
ALL = Settings(format_names=("parquet",))
_SOURCE = Source("DataFrame", "", "utf-8")
# A process has one Kiwi and one lexicon, whatever the threads of a worker ask for.
_alone = Lock()
_analysts: dict[Settings, Callable[[Document], dict[str, Any]]] = {}


def analyse(documents: DataFrame, settings: Settings = ALL) -> DataFrame:
    """What is found in documents, a row each, in their order.

    Args:
        documents: columns ``id``, ``text`` and perhaps ``date`` (ISO); others are passed over.
        settings: which tables, and whose lexicon; a process reads its lexicon once.

    Returns:
        ``document`` (the id), ``failure`` (why there is nothing, or missing), ``counts`` (how much of each kind), then for each
        table a list of its rows, each a dict with a key a column. :func:`schema` has the types.

    Raises:
        LexiconError: this process has read another lexicon, or the lexicon is wrong.

    Example:
        >>> import pandas as pd
        >>> found = analyse(pd.DataFrame([{"id": "달", "text": "1969년 7월 20일에 내렸다."}]), Settings(only=("times",)))
        >>> [(time["text"], time["value"]) for time in found.times[0]]
        [('1969년 7월 20일', '1969-07-20')]
    """
    from pandas import DataFrame

    with _alone:
        analyst = _analysts.get(settings) or _new_analyst(settings)
        tables = settings.tables()
        rows = [_row(record, analyst, tables) for record in documents.to_dict("records")]
        return DataFrame(rows, columns=["document", "failure", "counts", *tables], dtype=object)


def schema(settings: Settings = ALL) -> Any:
    """The Arrow schema of what :func:`analyse` gives back: a list of structs a table."""
    extraction.use_lexicon(settings)
    import pyarrow

    from pipeline import parquet
    from pipeline.tables import TABLES

    text = pyarrow.string()
    counts = pyarrow.struct([(kind, pyarrow.int64()) for kind in KINDS])
    tables = [(name, pyarrow.list_(pyarrow.struct(parquet.schema(TABLES[name])))) for name in settings.tables()]
    return pyarrow.schema([("document", text), ("failure", text), ("counts", counts), *tables])


def _new_analyst(settings: Settings) -> Callable[[Document], dict[str, Any]]:
    """What makes a document's row; the stages read the lexicon as they are loaded, so there is one a process."""
    if any(other.lexicon != settings.lexicon for other in _analysts):
        raise LexiconError("this process has read another lexicon", expected="one --lexicon a worker",
                           hint="start the workers anew")  # fmt: skip
    analysis = extraction.analysis(settings)
    from pipeline.grouping import sentences_of
    from pipeline.provenance import counted
    from pipeline.tables import TABLES

    columns = {name: [column.name for column in TABLES[name].columns] for name in settings.tables()}

    def analyst(document: Document) -> dict[str, Any]:
        sentences, doc = sentences_of(analysis(document), document.id)
        rows = {name: [dict(zip(columns[name], row, strict=True)) for row in TABLES[name].rows(sentences, doc)]
                for name in columns}  # fmt: skip
        return {"document": document.id, "failure": None, "counts": counted(document, sentences), **rows}

    _analysts[settings] = analyst
    return analyst


def _row(
    record: dict[Any, Any], analyst: Callable[[Document], dict[str, Any]], tables: tuple[str, ...]
) -> dict[str, Any]:
    """A document's row; one that is no document, or over which the analysis fails, gives one that says so."""
    plain = {str(name): _plain(value) for name, value in record.items()}
    try:
        return analyst(article.document(plain, _SOURCE, None))
    except InputError as error:
        return _nothing(plain, str(error), tables)
    except LexiconError:
        raise
    except Exception as error:  # one document in a hundred thousand must not cost the others
        from pipeline.fragments import failure

        return _nothing(plain, failure(error), tables)


def _plain(value: Any) -> Any:
    """A cell as a record has it: no value of pandas' own for what is missing, a date as text."""
    from pandas import isna

    if not isinstance(value, str) and isna(value) is True:
        return None
    return value.isoformat() if hasattr(value, "isoformat") else value


def _nothing(record: dict[str, Any], failure: str, tables: tuple[str, ...]) -> dict[str, Any]:
    name = record.get("id")
    return {
        "document": None if name is None else str(name),
        "failure": failure,
        "counts": dict.fromkeys(KINDS, 0),
        **{table: [] for table in tables},
    }
