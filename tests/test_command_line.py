"""The command line: what it prints, what it writes, and its exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.export import read_csv
from pipeline.gold import read_annotations

TEXT = "1969년 7월 20일 미국은 아폴로 11호를 달에 착륙시켰다. 이듬해 소련은 루나 16호를 쏘았다."
GOLD = Path(__file__).parent.parent / "gold"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "달.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def process(*arguments, interpreter=()):
    command = [sys.executable, *interpreter, "-m", "pipeline", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


class TestExtract:
    def test_a_text_becomes_a_dataset(self, yeonpyo, article, tmp_path):
        code, said, complained = yeonpyo("extract", article, "--out", tmp_path / "out")
        assert (code, complained) == (0, "")
        assert "1 documents, 56 characters, 2 sentences" in said
        times = read_csv(tmp_path / "out" / "times.csv")
        assert [(t["text"], t["begin"]) for t in times] == [("1969년 7월 20일", "1969-07-20"), ("이듬해", "1970-01-01")]
        assert {"달", "미국"} <= {e["text"] for e in read_csv(tmp_path / "out" / "entities.csv")}
        assert ("착륙", "LANDING", "1969-07-20") in {
            (e["trigger"], e["type"], e["date"]) for e in read_csv(tmp_path / "out" / "events.csv")
        }

    def test_the_contract_of_measuring_scripts(self, yeonpyo, tmp_path):
        rows = [
            {"id": "a", "text": TEXT, "date": None},
            {"id": "b", "text": "올해 3월이다.", "date": "2013-02-12T04:30:00-02:00"},
        ]
        (tmp_path / "docs.jsonl").write_text("\n".join(map(json.dumps, rows)))
        code, *_ = yeonpyo("extract", tmp_path / "docs.jsonl", "--out", tmp_path / "out", "--format", "jsonl")
        assert code == 0
        records = read_annotations(tmp_path / "out" / "annotations.jsonl")
        assert [r.doc for r in records] == ["a", "a", "b"]
        assert [t.value for t in records[2].times] == ["2013-03"]
        assert not list((tmp_path / "out").glob("*.csv"))

    def test_only_times(self, yeonpyo, article, tmp_path):
        code, *_ = yeonpyo("extract", article, "--out", tmp_path / "all")
        assert code == 0
        code, *_ = yeonpyo("extract", article, "--out", tmp_path / "times", "--only", "times")
        assert code == 0
        assert {p.name for p in (tmp_path / "times").glob("*.csv")} == {"sentences.csv", "times.csv"}
        assert (tmp_path / "times" / "times.csv").read_bytes() == (tmp_path / "all" / "times.csv").read_bytes()

    def test_same_input_same_bytes(self, article, tmp_path, yeonpyo):
        """Whatever the seed of Python's hashes: here one of its own choice."""
        assert yeonpyo("extract", article, "--out", tmp_path / "one" / "out")[0] == 0
        command = [sys.executable, "-m", "pipeline", "extract", str(article), "--out", str(tmp_path / "two" / "out")]
        environment = {**os.environ, "PYTHONHASHSEED": "1", "YEONPYO_CACHE": str(tmp_path / "cache")}
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        assert done.returncode == 0
        assert done.stderr == b""
        one, two = ({p.name: p.read_bytes() for p in (tmp_path / n / "out").iterdir()} for n in ("one", "two"))
        assert one == two

    def test_words_of_ones_own(self, article, tmp_path):
        (tmp_path / "mine" / "gazetteer").mkdir(parents=True)
        (tmp_path / "mine" / "native_days.csv").write_text("wrod,days\n열흘,10\n", encoding="utf-8")
        done = process("extract", article, "--out", tmp_path / "out", "--lexicon", tmp_path / "mine")
        assert done.returncode == 2
        assert "native_days.csv:1: wrong columns; expected" in done.stderr
        done = process("extract", article, "--out", tmp_path / "out", "--lexicon", tmp_path / "nowhere")
        assert done.returncode == 2
        assert "no such lexicon folder" in done.stderr

    def test_a_cell_that_is_no_number(self, tmp_path):
        (tmp_path / "eras.csv").write_text("word,first_year,source\n건원,천팔백,삼국사기\n", encoding="utf-8")
        done = process("times", "건원 3년에 왔다.", "--lexicon", tmp_path)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert "eras.csv: a cell of the row '건원' cannot be read" in done.stderr


class TestBadInput:
    def test_the_good_documents_come_out_and_the_bad_are_told_at_the_end(self, yeonpyo, article, tmp_path):
        (tmp_path / "빈.txt").write_text("")
        (tmp_path / "docs.jsonl").write_text('{"id": "a", "text": "1957년이다."}\n{"id": \n{"id": "a", "text": "둘"}\n')
        code, said, complained = yeonpyo(
            "extract", tmp_path / "없는.txt", tmp_path / "빈.txt", article, tmp_path / "docs.jsonl", "--out", tmp_path / "out"
        )  # fmt: skip
        assert code == 2
        assert "2 documents" in said
        lines = complained.splitlines()
        assert [line.removeprefix(f"yeonpyo: {tmp_path}{os.sep}").split(";")[0] for line in lines] == [
            "없는.txt: no such file or folder",
            "빈.txt: a document without text",
            "docs.jsonl:2: column 8: broken JSON (Expecting value)",
            "docs.jsonl: the id 'a' stands twice",
        ]
        run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
        assert len(run["refused"]) == 4

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["extract", "{}/달.txt", "--out", "{}/달.txt"], "달.txt: not a folder"),
            (["extract", "{}/달.txt", "--out", "{}"], "holds files that yeonpyo did not write"),
            (["extract", "{}/달.txt", "--out", "{}/달.txt/out"], "cannot be written"),
            (
                ["extract", "{}/달.txt", "--out", "{}/out", "--format", "xls"],
                "--format: unknown format; expected csv, ",
            ),
            (
                ["extract", "{}/달.txt", "--out", "{}/out", "--only", "dates"],
                "--only: unknown table; expected sentences, ",
            ),
            (["extract", "{}/달.txt", "--out", "{}/out", "--date", "어제"], "--date: not a date; expected an ISO date"),
            (["extract", "{}/달.txt", "--out", "{}/out", "--encoding", "klingon"], "cannot be decoded"),
            (["extract", "{}/달.txt", "--out", "{}/out", "--csv-encoding", "klingon"], "--csv-encoding: "),
            (["extract", "{}/달.txt", "--out", "{}/out", "--csv-encoding", "ascii"], "cannot be written in ascii"),
            (["extract", "{}/없는.txt", "--out", "{}/out"], "no such file or folder"),
            (["evaluate", "{}/없는.jsonl", "{}/없는.jsonl"], "cannot be read"),
            (["evaluate", "{}/달.txt", "{}/달.txt"], "달.txt:1: column 5: broken JSON"),
            (
                ["rules", "--kind", "verbs"],
                "--kind: unknown kind of rules; expected times, entities, events, got verbs",
            ),
            (["times", " "], "a document without text"),
            (["times", "오늘", "--date", "2026-02-30"], "not a date"),
            (["explain", "반쪽 \udcff"], "half of a surrogate pair"),
            (["run", "--gold", "{}"], "no articles"),
        ],
    )
    def test_is_told_in_one_line(self, yeonpyo, article, tmp_path, arguments, said):
        before = {p.name for p in tmp_path.iterdir()}
        code, _, complained = yeonpyo(*(a.replace("{}", str(tmp_path)) for a in arguments))
        assert code == 2
        assert said in complained
        assert all(line.startswith("yeonpyo: ") for line in complained.splitlines())
        assert {p.name for p in tmp_path.iterdir()} == before

    def test_an_option_that_there_is_none_of(self, yeonpyo):
        assert yeonpyo("extract", "--colour", "red")[0] == 2
        assert yeonpyo("extract")[0] == 2


class TestEvaluate:
    def test_gold_against_itself(self, yeonpyo):
        code, said, _ = yeonpyo("evaluate", GOLD / "space_race", GOLD / "space_race" / "annotations.jsonl", "--json")
        assert code == 0
        assert json.loads(said)["figures"]["times.value"]["f1"] == 1

    def test_a_missed_floor_exits_with_1(self, yeonpyo, tmp_path):
        rows = [json.loads(line) for line in (GOLD / "space_race" / "annotations.jsonl").open(encoding="utf-8")]
        bare = "".join(json.dumps({**row, "events": []}) + "\n" for row in rows)
        (tmp_path / "bare.jsonl").write_text(bare)
        arguments = ("evaluate", GOLD / "space_race", tmp_path / "bare.jsonl", "--fail-under")
        assert yeonpyo(*arguments, "times=0.99")[0] == 0
        code, said, complained = yeonpyo(*arguments, "events=0.8")
        assert code == 1
        assert "Events" in said
        assert complained == "events is 0.000, under 0.8\n"
        assert yeonpyo(*arguments, "evnets=0.8")[0] == 2

    def test_starts_neither_spacy_nor_kiwi(self):
        done = process("evaluate", GOLD / "space_race", GOLD / "space_race", interpreter=["-X", "importtime"])
        assert done.returncode == 0
        loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
        assert "pipeline.evaluate" in loaded
        assert not {name for name in loaded if name.split(".")[0] in ("spacy", "kiwipiepy", "pandas")}


class TestReadingAloud:
    @pytest.mark.parametrize("text", ["1957년 10월 4일이었다.", "1957년, 달에 갔다. 이듬해 돌아왔다."])
    def test_times_need_neither_spacy_nor_pandas(self, text):
        done = process("times", text, interpreter=["-X", "importtime"])
        loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
        assert loaded & {"spacy", "pandas", "kiwipiepy"} == ({"kiwipiepy"} if "이듬해" in text else set())

    def test_times_of_a_sentence(self, yeonpyo):
        code, said, _ = yeonpyo("times", "그는 내년 3월에 온다.", "--date", "2026-03-01", "--json")
        assert code == 0
        [time] = json.loads(said)
        assert (time["text"], time["value"], time["begin"], time["end"]) == (
            "내년 3월",
            "2027-03",
            "2027-03-01",
            "2027-03-31",
        )
        assert "2027-03-31" in yeonpyo("times", "그는 내년 3월에 온다.", "--date", "2026-03-01")[1]

    def test_explain_tells_what_was_tried_and_what_came_of_it(self, yeonpyo):
        code, said, _ = yeonpyo("explain", TEXT)
        assert code == 0
        for expected in (
            "Morphemes",
            "착륙",
            "NNG",
            "Tried: times",
            "fired",
            "Tried: entities",
            "Result: 이듬해 소련은",
            "1970",
        ):
            assert expected in said

    def test_rules_are_listed_with_their_examples(self, yeonpyo):
        code, said, _ = yeonpyo("rules", "--kind", "times")
        assert code == 0
        assert "times · " in said
        assert " → " in said
        _, listed, _ = yeonpyo("rules", "--json")
        assert {entry["kind"] for entry in json.loads(listed)} == {"times", "entities", "events"}


def test_run_extracts_scores_and_prints_the_chronology(yeonpyo, tmp_path, article):
    (tmp_path / "gold" / "달").mkdir(parents=True)
    article.rename(tmp_path / "gold" / "달" / "article.txt")
    yeonpyo("extract", tmp_path / "gold" / "달" / "article.txt", "--out", tmp_path / "labels")
    labels = (tmp_path / "labels" / "annotations.jsonl").read_text(encoding="utf-8").replace('"doc": "article", ', "")
    (tmp_path / "gold" / "달" / "annotations.jsonl").write_text(labels, encoding="utf-8")
    (tmp_path / "gold" / "달" / "date.txt").write_text("1999-01-01\n")
    code, said, complained = yeonpyo("run", "--gold", tmp_path / "gold", "--out", tmp_path / "outputs", "--lines", "1")
    assert (code, complained) == (0, "")
    assert "Score over 2 sentences" in said
    assert "\n1969-07-20  LANDING" in said
    assert read_csv(tmp_path / "outputs" / "달" / "events.csv")[0]["document"] == "달"


def test_help_is_there_at_once():
    """It loads none of what takes seconds: no analyser, no spaCy, no pandas."""
    asked = "import sys; sys.argv[1:] = ['--help']\nfrom pipeline.__main__ import main\ntry: main()\nexcept SystemExit: pass"
    told = "print('loaded:', *sorted({'kiwipiepy', 'numpy', 'pandas', 'spacy'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", f"{asked}\n{told}"], capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "loaded:"


def test_a_closed_pipe_is_no_error():
    command = f"{sys.executable} -m pipeline rules --kind times | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.startswith("times · ")
    assert done.stderr == ""
