"""A corpus into a dataset by several processes, killed at any moment: nothing twice, nothing half, nothing lost."""

import json
import os
import random
import signal
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest
from working import DiesOnce, dies_at_start, dies_over_13, refuses, square

from pipeline import article, dataset, extraction, morphology, workers
from pipeline.article import Document, Source
from pipeline.cache import ready
from pipeline.errors import InputError, OutputError, YeonpyoError
from pipeline.export import Options
from pipeline.extraction import Settings, extract
from pipeline.fragments import Fragmenter
from pipeline.journal import Journal, lock
from pipeline.tables import TABLES

SOURCE = Source("신문.jsonl", "ab" * 32, "utf-8")
ONLY_TIMES = Settings(only=("times",))
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and permissions of POSIX")


def corpus(number, of="문서"):
    return [Document(f"{of}{n}", f"{1900 + n}년 {n % 12 + 1}월에 {n}번째 배가 떠났다.\n2001년에 돌아왔다.", "2020-05-05", SOURCE)
            for n in range(number)]  # fmt: skip


def contents(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir()}


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory):
    """The dataset of forty documents, times only, from one quiet run."""
    out = tmp_path_factory.mktemp("quiet") / "out"
    extract(corpus(40), out, ONLY_TIMES)
    return contents(out)


class Killed(Exception):  # noqa: N818
    """Stands for a kill where the process that dies is the test's own."""


def dying_after(documents, number):
    yield from documents[:number]
    raise Killed


class TestSameBytes:
    def test_as_the_writer_of_whole_datasets(self, tmp_path, space_race):
        document = Document("문서", space_race.text, None, SOURCE)
        fragmenter = Fragmenter(lambda document: space_race, ["csv", "jsonl"], Options())
        fragment = fragmenter(document)
        dataset.write([(document, space_race)] * 2, tmp_path / "out")
        for name, head in fragmenter.heads.items():
            assert (tmp_path / "out" / name).read_bytes() == head + fragment.files[name] * 2

    @pytest.mark.parametrize("encoding", ["cp949", "utf-16"])
    def test_in_any_encoding(self, tmp_path, space_race, encoding):
        fragmenter = Fragmenter(lambda document: space_race, ["csv"], Options(("events",), encoding))
        made = [fragmenter(Document("문서", space_race.text)).files["events.csv"] for _ in range(2)]
        text = (fragmenter.heads["events.csv"] + b"".join(made)).decode(encoding)
        assert text.splitlines()[0].split(",") == [column.name for column in TABLES["events"].columns]
        assert text.count("쏘았다") == 2 * made[0].decode("utf-16-le" if encoding == "utf-16" else encoding).count(
            "쏘았다"
        )
        assert "\ufeff" not in text

    def test_of_two_processes_as_of_one(self, tmp_path, monkeypatch):
        """And what two processes keep of their analyses is all that one needs."""
        monkeypatch.setattr(extraction, "_BATCH_CHARACTERS", 100)
        settings = Settings(csv_encoding="cp949")
        kept = replace(settings, cache=ready(tmp_path / "캐시"))
        documents = corpus(12)
        documents.insert(7, Document("긴 것", "1957년 10월 4일 소련이 위성을 쏘았다. " * 90, None, SOURCE))
        one, _ = extract(documents, tmp_path / "1" / "out", settings)
        two, failed = extract(documents, tmp_path / "2" / "out", kept, jobs=2)
        monkeypatch.setattr(morphology, "_kiwi_of", lambda process: pytest.fail("Kiwi is loaded"))
        again, _ = extract(documents, tmp_path / "3" / "out", kept)
        assert one == two == again
        assert failed == []
        assert contents(tmp_path / "1" / "out") == contents(tmp_path / "2" / "out") == contents(tmp_path / "3" / "out")

    def test_run_json_counts_all(self, tmp_path):
        said, _ = extract(corpus(3), tmp_path / "out", ONLY_TIMES)
        assert said == json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
        assert said["inputs"] == [{"file": "신문.jsonl", "sha256": "ab" * 32, "encoding": "utf-8", "documents": 3}]
        assert (said["counts"]["sentences"], said["counts"]["times"]) == (6, 6)
        assert sorted([*said["files"], ".journal.jsonl"]) == sorted(contents(tmp_path / "out"))


class TestUnchanged:
    """Documents that stand in the dataset already, with the same settings, rules and words."""

    @pytest.fixture
    def analysed(self, monkeypatch):
        """The ids of the documents that are analysed."""
        ids, true = [], extraction.analysis
        monkeypatch.setattr(extraction, "analysis", lambda settings: lambda d: ids.append(d.id) or true(settings)(d))
        return ids

    def revised(self):
        """Of forty documents one is gone, one new, one changed, one has another date; two have changed places."""
        documents = corpus(40)
        documents[20] = Document("문서20", "1999년에 고쳤다.", "2020-05-05", SOURCE)
        documents[25] = Document("문서25", documents[25].text, "2021-05-05", SOURCE)
        documents[30], documents[31] = documents[31], documents[30]
        documents[10] = Document("새 문서", documents[10].text, "2020-05-05", SOURCE)
        return documents

    def test_are_not_done_again(self, tmp_path, uninterrupted, analysed):
        extract(corpus(40), tmp_path / "out", ONLY_TIMES)
        del analysed[:]
        extract(corpus(40), tmp_path / "out", ONLY_TIMES)
        assert analysed == []
        assert contents(tmp_path / "out") == uninterrupted

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_of_a_revised_corpus_only_what_is_new_is_done_and_the_bytes_are_a_fresh_runs(
        self, tmp_path, analysed, jobs, monkeypatch
    ):
        monkeypatch.setattr(extraction, "_BATCH_DOCUMENTS", 3)
        fresh, _ = extract(self.revised(), tmp_path / "fresh" / "out", ONLY_TIMES)
        extract(corpus(40), tmp_path / "out", ONLY_TIMES)
        del analysed[:]
        said, _ = extract(self.revised(), tmp_path / "out", ONLY_TIMES, jobs=jobs)
        assert analysed == (["새 문서", "문서20", "문서25"] if jobs == 1 else [])  # with two, in other processes
        assert said == fresh
        assert contents(tmp_path / "out") == contents(tmp_path / "fresh" / "out")

    def test_full_datasets_in_all_formats_that_grow(self, tmp_path):
        settings = Settings(("csv", "jsonl", "tables-jsonl", "ics", "timelinejs"), csv_encoding="utf-16")
        extract(self.revised(), tmp_path / "fresh" / "out", settings)
        extract(corpus(40), tmp_path / "out", settings)
        extract(self.revised(), tmp_path / "out", settings)
        assert contents(tmp_path / "out") == contents(tmp_path / "fresh" / "out")

    def test_with_other_settings_or_words_all_is_done_again(self, tmp_path, analysed):
        extract(corpus(3), tmp_path / "out", ONLY_TIMES)
        del analysed[:]
        extract(corpus(3), tmp_path / "out", Settings(only=("times",), csv_encoding="cp949"))
        assert len(analysed) == 3
        journal = tmp_path / "out" / ".journal.jsonl"
        journal.write_bytes(journal.read_bytes().replace(b'"lexicon": "', b'"lexicon": "0', 1))
        extract(corpus(3), tmp_path / "out", Settings(only=("times",), csv_encoding="cp949"))
        assert len(analysed) == 6

    @pytest.mark.parametrize("seed", range(6))
    def test_what_other_hands_changed_is_not_believed(self, tmp_path, uninterrupted, seed):
        extract(corpus(40), tmp_path / "out", ONLY_TIMES)
        chance = random.Random(seed)
        for path in chance.sample(sorted((tmp_path / "out").iterdir()), 2):
            data = bytearray(path.read_bytes())
            place = chance.randrange(len(data))
            if seed % 3 == 0:
                del data[place:]
            elif seed % 3 == 1:
                data[place] ^= 1
            else:
                data[place:place] = b"x"
            path.write_bytes(data)
            if path.name == "run.json":
                path.write_bytes(uninterrupted["run.json"])  # or the folder is not ours any more
        extract(corpus(40), tmp_path / "out", ONLY_TIMES)
        assert contents(tmp_path / "out") == uninterrupted

    def test_after_a_kill_both_the_killed_run_and_the_dataset_are_used(self, tmp_path, analysed):
        extract(corpus(40), tmp_path / "out", ONLY_TIMES)
        with pytest.raises(Killed):
            extract(dying_after(self.revised(), 15), tmp_path / "out", ONLY_TIMES)
        del analysed[:]
        extract(self.revised(), tmp_path / "out", ONLY_TIMES)
        extract(self.revised(), tmp_path / "fresh" / "out", ONLY_TIMES)
        assert analysed[:2] == ["문서20", "문서25"]
        assert len(analysed) == 42
        assert contents(tmp_path / "out") == contents(tmp_path / "fresh" / "out")

    def test_what_was_set_aside_is_tried_again(self, tmp_path, monkeypatch):
        def failing(document):
            raise RecursionError

        with monkeypatch.context() as patched:
            patched.setattr(extraction, "analysis", lambda settings: failing)
            with pytest.raises(InputError, match="was set aside"):
                extract(corpus(1), tmp_path / "out", ONLY_TIMES)
            patched.setattr(extraction, "analysis", lambda settings: lambda d: failing(d) if d.id == "문서0" else [])
            assert len(extract(corpus(2), tmp_path / "out", ONLY_TIMES)[1]) == 1
        assert extract(corpus(2), tmp_path / "out", ONLY_TIMES)[1] == []

    def test_not_if_it_is_asked_for(self, tmp_path, analysed):
        extract(corpus(3), tmp_path / "out", ONLY_TIMES)
        for _ in range(2):
            del analysed[:]
            extract(corpus(3), tmp_path / "out", Settings(only=("times",), reuse=False))
            assert len(analysed) == 3
            assert ".journal.jsonl" not in contents(tmp_path / "out")

    def test_formats_that_are_made_at_the_end_keep_no_journal(self, tmp_path):
        pytest.importorskip("pyarrow")
        for _ in range(2):
            extract(corpus(3), tmp_path / "out", Settings(("parquet",), ("times",)))
            assert ".journal.jsonl" not in contents(tmp_path / "out")


class TestGoingOn:
    @pytest.mark.parametrize("done", [0, 1, 17, 40])
    def test_after_a_kill_between_documents(self, tmp_path, uninterrupted, done, monkeypatch):
        with pytest.raises(Killed):
            extract(dying_after(corpus(40), done), tmp_path / "out", ONLY_TIMES)
        assert not (tmp_path / "out").exists()
        analysed = []
        true = extraction.analysis
        monkeypatch.setattr(
            extraction, "analysis", lambda settings: lambda d: analysed.append(d.id) or true(settings)(d)
        )
        extract(corpus(40), tmp_path / "out", ONLY_TIMES)
        assert analysed == [d.id for d in corpus(40)[done:]]
        assert contents(tmp_path / "out") == uninterrupted
        assert [p.name for p in tmp_path.iterdir()] == ["out"]

    @pytest.mark.parametrize("seed", range(8))
    def test_after_files_were_cut_anywhere(self, tmp_path, uninterrupted, seed):
        """What a power failure leaves: journal and files of any lengths, or with other bytes in them."""
        chance = random.Random(seed)
        with pytest.raises(Killed):
            extract(dying_after(corpus(40), 30), tmp_path / "out", ONLY_TIMES)
        partial = tmp_path / ".out.partial"
        path = chance.choice([partial / "journal.jsonl", *sorted((partial / "files").iterdir())])
        data = bytearray(path.read_bytes())
        place = chance.randrange(len(data))
        if seed % 2:
            del data[place:]
        else:
            data[place] ^= 1
        path.write_bytes(data)
        extract(corpus(40), tmp_path / "out", ONLY_TIMES)
        assert contents(tmp_path / "out") == uninterrupted

    def test_with_another_corpus_what_differs_is_done_anew(self, tmp_path, uninterrupted):
        revised = corpus(40)
        revised[20] = Document(revised[20].id, "1999년에 고쳤다.", None, SOURCE)
        with pytest.raises(Killed):
            extract(dying_after(revised, 30), tmp_path / "out", ONLY_TIMES)
        extract(corpus(40), tmp_path / "out", ONLY_TIMES)
        assert contents(tmp_path / "out") == uninterrupted

    def test_with_a_shorter_corpus(self, tmp_path):
        with pytest.raises(Killed):
            extract(dying_after(corpus(40), 30), tmp_path / "out", ONLY_TIMES)
        extract(corpus(5), tmp_path / "out", ONLY_TIMES)
        extract(corpus(5), tmp_path / "quiet" / "out", ONLY_TIMES)
        assert contents(tmp_path / "out") == contents(tmp_path / "quiet" / "out")

    def test_with_other_settings_all_is_done_anew(self, tmp_path, uninterrupted):
        with pytest.raises(Killed):
            extract(dying_after(corpus(40), 30), tmp_path / "out", Settings(only=("times",), csv_encoding="cp949"))
        extract(corpus(40), tmp_path / "out", ONLY_TIMES)
        assert contents(tmp_path / "out") == uninterrupted

    def test_a_killed_run_leaves_the_old_dataset(self, tmp_path, uninterrupted):
        extract(corpus(40), tmp_path / "out", ONLY_TIMES)
        with pytest.raises(Killed):
            extract(dying_after(corpus(60), 50), tmp_path / "out", ONLY_TIMES)
        assert contents(tmp_path / "out") == uninterrupted


COMMAND = [sys.executable, "-m", "pipeline", "extract"]


@POSIX
class TestKilledProcesses:
    def test_kill_9_at_any_moment(self, tmp_path):
        """Kills the command and all its processes as its journal reaches some length, twice, then lets it end."""
        archive = tmp_path / "신문.jsonl"
        rows = ({"id": f"문서{n}", "text": f"{1900 + n % 99}년 {n % 12 + 1}월에 떠났다.\n" * 9} for n in range(500))
        archive.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        extract(article.read([archive]), tmp_path / "quiet" / "out", ONLY_TIMES)
        chance = random.Random(7)
        for jobs in ("2", "1"):
            command = [*COMMAND, archive, "--only", "times", "--jobs", jobs, "--out", tmp_path / "out"]
            kill_as_it_works(command, tmp_path / ".out.partial" / "journal.jsonl", chance)
        assert not (tmp_path / "out").exists()
        extract(article.read([archive]), tmp_path / "out", ONLY_TIMES)
        assert contents(tmp_path / "out") == contents(tmp_path / "quiet" / "out")
        assert {p.name for p in tmp_path.iterdir()} == {"out", "quiet", archive.name}


def kill_as_it_works(command, journal, chance):
    more = chance.randrange(1, 60)
    before = len(journal.read_bytes().splitlines()) if journal.exists() else 0
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        if journal.exists() and len(journal.read_bytes().splitlines()) >= before + more:
            break
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@POSIX
class TestWorkers:
    def batches(self):
        return [list(range(n, n + 5)) for n in range(0, 60, 5)]

    def found(self, start, jobs=2):
        with closing(workers.results(start, self.batches(), jobs)) as found:
            return list(found)

    @pytest.mark.parametrize("jobs", [1, 3])
    def test_results_come_in_order(self, jobs):
        assert self.found(square, jobs) == [(n, n * n) for n in range(60)]

    def test_the_work_of_a_dead_process_is_done_again(self, tmp_path):
        assert self.found(DiesOnce(tmp_path / "mark")) == [(n, n * n) for n in range(60)]

    def test_what_kills_every_process_is_set_aside_alone(self):
        found = self.found(dies_over_13)
        assert [n for n, _ in found] == list(range(60))
        assert [n for n, result in found if isinstance(result, workers.Killed)] == [13]

    def test_processes_that_cannot_start_are_not_started_for_ever(self):
        with pytest.raises(YeonpyoError, match="die as they start; got exit code 1; try fewer --jobs"):
            self.found(dies_at_start)

    def test_an_error_of_ours_comes_through(self):
        with pytest.raises(InputError, match="not a number that we take"):
            self.found(refuses)

    def test_work_is_taken_no_faster_than_it_is_done(self):
        taken = []

        def batches():
            for n in range(1000):
                taken.append(n)
                yield [n]

        with closing(workers.results(square, batches(), 2)) as found:
            for done, _ in enumerate(found):
                assert len(taken) <= done + 20
                if done == 50:
                    break


class TestSetAside:
    def test_a_document_whose_analysis_fails(self, tmp_path, monkeypatch):
        def analysis(settings):
            def analyse(document):
                if document.id == "문서1":
                    raise RecursionError("too deep")
                return []

            return analyse

        monkeypatch.setattr(extraction, "analysis", analysis)
        said, failed = extract(corpus(3), tmp_path / "out", ONLY_TIMES)
        told = "신문.jsonl: the document '문서1' was set aside: the analysis failed (RecursionError: too deep)"
        assert [str(error) for error in failed] == said["refused"] == [told]
        assert said["counts"]["documents"] == said["inputs"][0]["documents"] == 2

    def test_one_that_was_set_aside_is_not_tried_again(self, tmp_path, monkeypatch):
        tried = []

        def analyse(document):
            tried.append(document.id)
            raise ValueError

        monkeypatch.setattr(extraction, "analysis", lambda settings: analyse if len(tried) < 2 else lambda document: [])
        with pytest.raises(Killed):
            extract(dying_after(corpus(4), 2), tmp_path / "out", ONLY_TIMES)
        said, failed = extract(corpus(4), tmp_path / "out", ONLY_TIMES)
        assert (tried, len(failed), said["counts"]["documents"]) == (["문서0", "문서1"], 2, 2)


class TestFaults:
    def test_two_runs_into_one_folder(self, tmp_path):
        with (
            lock(tmp_path / "out"),
            pytest.raises(OutputError, match="out: another run is writing this dataset; wait for it"),
        ):
            extract(corpus(1), tmp_path / "out", ONLY_TIMES)
        extract(corpus(1), tmp_path / "out", ONLY_TIMES)
        assert [p.name for p in tmp_path.iterdir()] == ["out"]

    def test_the_output_folder_is_removed_while_it_runs(self, tmp_path, uninterrupted):
        extract(corpus(3), tmp_path / "out", ONLY_TIMES)

        def documents():
            yield from corpus(40)[:20]
            for path in (tmp_path / "out").iterdir():
                path.unlink()
            (tmp_path / "out").rmdir()
            yield from corpus(40)[20:]

        extract(documents(), tmp_path / "out", ONLY_TIMES)
        assert contents(tmp_path / "out") == uninterrupted

    @POSIX
    def test_all_of_it_is_removed_while_it_runs(self, tmp_path):
        def documents():
            yield from corpus(2)
            subprocess.run(["rm", "-r", tmp_path / "new"], check=True)

        with pytest.raises(OutputError, match="cannot be written"):
            extract(documents(), tmp_path / "new" / "out", ONLY_TIMES)
        assert not list(tmp_path.iterdir())

    @POSIX
    @pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="nothing is read-only to root")
    def test_a_read_only_place(self, tmp_path):
        tmp_path.chmod(0o500)
        with pytest.raises(OutputError, match="cannot be written"):
            extract(corpus(1), tmp_path / "out", ONLY_TIMES)

    @POSIX
    def test_a_place_that_is_no_folder(self, tmp_path):
        (tmp_path / "file").write_text("")
        with pytest.raises(OutputError, match="cannot be written"):
            extract(corpus(1), tmp_path / "file" / "out", ONLY_TIMES)

    @POSIX
    def test_a_full_disk(self, tmp_path, uninterrupted):
        """A limit on the size of files stands for it: a write fails half-way, as it does on a full disk."""
        limited = (
            "import resource, signal, sys\n"
            "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))\n"
            "sys.path.insert(0, sys.argv[2])\n"
            "from test_extraction import corpus, extract, ONLY_TIMES\n"
            "extract(corpus(40), sys.argv[1], ONLY_TIMES)\n"
        )
        here = os.path.dirname(__file__)
        done = subprocess.run([sys.executable, "-B", "-c", limited, tmp_path / "out", here], check=False,
                              capture_output=True, encoding="utf-8", cwd=os.path.dirname(here))  # fmt: skip
        assert "cannot be written (File too large); what is done is kept: the same command goes on" in done.stderr
        assert not (tmp_path / "out").exists()
        kept = (tmp_path / ".out.partial" / "journal.jsonl").read_bytes().splitlines()
        assert 2 < len(kept) < 40
        extract(corpus(40), tmp_path / "out", ONLY_TIMES)
        assert contents(tmp_path / "out") == uninterrupted

    def test_no_document_leaves_no_trace(self, tmp_path):
        with pytest.raises(InputError, match="no document to read"):
            extract([], tmp_path / "out", ONLY_TIMES)
        assert not list(tmp_path.iterdir())

    def test_nor_does_a_character_that_the_encoding_lacks(self, tmp_path):
        for jobs in (1, 2):
            with pytest.raises(OutputError, match="'🚀' cannot be written in cp949; leave out --csv-encoding"):
                extract(
                    [Document("가", "로켓 🚀가 떴다.")],
                    tmp_path / "out",
                    Settings(only=("times",), csv_encoding="cp949"),
                    jobs=jobs,
                )
            assert not list(tmp_path.iterdir())

    def test_a_strangers_folder_is_left_alone(self, tmp_path):
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "소설.txt").write_text("")
        with pytest.raises(OutputError, match="holds files that yeonpyo did not write"):
            extract(corpus(1), tmp_path / "out", ONLY_TIMES)
        assert [p.name for p in tmp_path.iterdir()] == ["out"]

    def test_a_journal_is_only_data(self, tmp_path):
        with pytest.raises(Killed):
            extract(dying_after(corpus(3), 2), tmp_path / "out", ONLY_TIMES)
        with lock(tmp_path / "out") as partial:
            path = partial / "journal.jsonl"
            head, first, _ = path.read_bytes().splitlines(keepends=True)
            for line in (
                b"[]\n",
                b'{"a": 1}\n',
                b'["x", {"../../etc": 3}, 0, {}, null]\n',
                b'["x", 3, 0, {}, null]\n',
                b'["x", {"times.csv": -5}, 0, {}, null]\n',
                b"null\n",
            ):
                path.write_bytes(head + line + first)
                settings = json.loads(head)
                heads = {p.name: b"" for p in (partial / "files").iterdir()}
                with closing(Journal(partial, settings, heads).begun()) as begun:
                    assert list(begun) == []
                path.write_bytes(head + first)
