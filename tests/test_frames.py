"""Documents as a DataFrame into what is found in them as another, which any engine of partitions can call."""

import os
import shutil
import sys
from importlib.util import find_spec

import pandas as pd
import pyarrow as pa
import pytest

from pipeline import frames, nlp, tables
from pipeline.extraction import Settings

TIMES = Settings(format_names=("parquet",), only=("times",))
TEXTS = ["1957년 10월 4일 소련은 스푸트니크 1호를 발사했다.", "이듬해 미국도 성공했다. 1969년 7월 20일 달에 내렸다."]


def documents(**more):
    return pd.DataFrame({"id": ["위성", "달"], "text": TEXTS} | more)


def expected(table):
    language = nlp.build()
    docs = [nlp.annotate(language, text) for text in TEXTS]
    for doc, name in zip(docs, ("위성", "달"), strict=True):
        doc._.doc_id = name
    return tables.frame(table, docs).astype(object).where(lambda frame: frame.notna(), None).to_dict("records")


@pytest.mark.parametrize("table", tables.TABLES)
def test_the_rows_are_those_of_the_tables(table):
    found = frames.analyse(documents())
    assert list(found.columns) == ["document", "failure", "counts", *tables.TABLES]
    assert [row for rows in found[table] for row in rows] == expected(table)
    assert list(found["document"]) == ["위성", "달"]


def test_it_fits_its_schema():
    found = frames.analyse(documents())
    kept = pa.Table.from_pandas(found, schema=frames.schema(), preserve_index=False)
    assert kept.column("events").to_pylist() == list(found["events"])
    assert kept.column("counts")[0].as_py()["characters"] == len(TEXTS[0])


def test_what_is_missing_and_dates_of_all_kinds():
    dates = [pd.Timestamp("2020-05-05").date(), None]
    found = frames.analyse(pd.DataFrame({"id": [1, 2], "text": ["어제 왔다."] * 2, "date": dates}), TIMES)
    assert [[time["value"] for time in times] for times in found["times"]] == [["2020-05-04"], ["XXXX-XX-XX"]]
    assert list(found["document"]) == ["1", "2"]


def test_a_row_that_is_no_document_says_so():
    found = frames.analyse(pd.DataFrame({"id": ["빈", "달"], "text": [None, "1969년이다."]}), TIMES)
    assert "a document without text" in found["failure"][0]
    assert (found["times"][0], found["counts"][0]["documents"]) == ([], 0)
    assert (found["failure"][1], len(found["times"][1])) == (None, 1)


@pytest.mark.skipif(find_spec("pyspark") is None or shutil.which("java") is None, reason="wants pyspark and Java")
def test_spark_calls_it_too(tmp_path, monkeypatch):
    """The adapter of docs/scale.md, with a local Spark."""
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    monkeypatch.setitem(os.environ, "PYSPARK_PYTHON", sys.executable)

    def found(partitions):
        for documents in partitions:
            yield frames.analyse(documents)

    documents().to_parquet(tmp_path / "corpus.parquet")
    spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        corpus = spark.read.parquet(str(tmp_path / "corpus.parquet"))
        corpus.mapInPandas(found, from_arrow_schema(frames.schema())).write.parquet(str(tmp_path / "out"))
    finally:
        spark.stop()
    came = pd.read_parquet(tmp_path / "out").sort_values("document", ascending=False)
    for table in tables.TABLES:
        assert [row for rows in came[table] for row in rows] == expected(table)
