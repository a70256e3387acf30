"""Analyses kept on disk: nothing found changes, nothing damaged is believed, no failure stops a run."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline import cache, morphology
from pipeline.cache import FILE, Cache, Place, clear, default_folder, info, ready, used
from pipeline.errors import InputError
from pipeline.morphology import Morpheme, analyse, analyse_each

SENTENCES = ["소련은 1957년10월 4일스푸트니크 1호를 쏘았다.", "이듬해 미국도 성공했다.", "열린 문으로 달려갔다."]
KOREAN = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("가나다했였ᆫᆯ은는 1년월일.+\"'“\n\x00")))


@pytest.fixture
def place(tmp_path):
    return ready(tmp_path / "캐시")


@pytest.fixture
def seen(monkeypatch):
    """The texts that Kiwi analyses from now on."""
    texts = []
    kiwi = morphology._tokenized

    def tokenized(some):
        texts.extend(some)
        return kiwi(some)

    monkeypatch.setattr(morphology, "_tokenized", tokenized)
    return texts


def fill(place, sentences=SENTENCES):
    with used(place):
        return list(analyse_each(sentences))


class TestNothingChanges:
    @given(st.lists(KOREAN, max_size=5))
    @example(["", " ", "\n", "가 + 나", "ᄒᆞᆫ글", "🚀👩‍🚀 e\u0301", "\u1112\u1161\u11ab", "'; DROP TABLE analyses; --"])
    @example(["가\x00나", "가" * 3000, "x" * 70_000])
    @settings(deadline=None)
    def test_an_analysis_is_the_same_made_kept_and_read(self, tmp_path_factory, texts):
        place = Place(tmp_path_factory.getbasetemp() / "property")
        without = [analyse(text) for text in texts]
        made, read = fill(place, texts), fill(place, texts)
        assert made == without
        assert read == without
        assert all(type(m) is Morpheme for analysis in read for m in analysis)

    def test_a_dataset_is_the_same_to_the_byte_and_the_rerun_needs_no_kiwi(self, yeonpyo, tmp_path, monkeypatch):
        # 소유스11호 is cut anew behind the name, so what is left of a token must be kept, too.
        (tmp_path / "글.txt").write_text("\n".join([*SENTENCES, "1971년 소유스11호는살류트1호에서 23일을 보냈다."]))
        kept = tmp_path / "캐시"

        def dataset(folder, *options):
            out = tmp_path / folder / "out"
            assert yeonpyo("extract", tmp_path / "글.txt", "--out", out, *options)[0] == 0
            return {file.name: file.read_bytes() for file in out.iterdir() if file.name != ".journal.jsonl"}

        without = dataset("1", "--no-cache")
        assert not kept.exists()
        assert dataset("2", "--cache", kept) == without
        monkeypatch.setattr(morphology, "_kiwi_of", lambda process: pytest.fail("Kiwi is loaded"))
        assert dataset("3", "--cache", kept) == without

    def test_without_it_nothing_is_kept_in_the_dataset_either_and_all_is_done_anew(
        self, yeonpyo, tmp_path, monkeypatch
    ):
        (tmp_path / "글.txt").write_text(SENTENCES[0])
        command = ("extract", tmp_path / "글.txt", "--out", tmp_path / "out")
        assert yeonpyo(*command, "--cache", tmp_path / "캐시")[0] == 0
        assert (tmp_path / "out" / ".journal.jsonl").exists()
        monkeypatch.setattr(morphology, "_kiwi_of", lambda process: 1 / 0)
        assert "was set aside" in yeonpyo(*command, "--no-cache")[2]  # its analysis failed


class TestOnlyWhatIsNew:
    def test_a_sentence_is_analysed_once(self, place, seen):
        fill(place, [*SENTENCES, *SENTENCES])
        assert seen == SENTENCES
        fill(place)
        assert seen == SENTENCES

    def test_after_an_edit_that_sentence_alone(self, place, seen, morphology):
        with used(place):
            morphology("문이 열렸다. 배를 탔다. 밤이 왔다.")
            seen.clear()
            morphology("문이 열렸다. 배를 탔었다. 밤이 왔다.")
        assert seen == ["배를 탔었다."]

    def test_another_analyser_has_its_own_analyses(self, place, seen, monkeypatch):
        fill(place)
        monkeypatch.setattr(morphology, "identity", lambda: "another version of Kiwi")
        fill(place)
        assert seen == SENTENCES * 2

    def test_what_analyses_depend_on(self, monkeypatch):
        before = morphology.identity()
        monkeypatch.setattr(morphology, "_OPTIONS", {"load_multi_dict": False})
        other_options = morphology.identity()
        monkeypatch.setattr(morphology, "kiwi_version", lambda: {"kiwipiepy": "0"})
        assert len({before, other_options, morphology.identity()}) == 3

    def test_outside_nothing_is_kept(self, place, seen):
        fill(place)
        analyse(SENTENCES[0])
        assert seen[3:] == SENTENCES[:1]

    def test_each_analysis_is_on_the_disk_at_once(self, place, seen):
        with used(place):
            analyse(SENTENCES[0])
            assert info(place.folder).analyses == 1


def damage_bytes(file):
    file.write_bytes(b"\x00\xff" * 30_000)


def damage_head(file):
    content = bytearray(file.read_bytes())
    content[:100] = bytes(100)
    file.write_bytes(content)


def cut_in_half(file):
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def cut_to_one_page(file):
    file.write_bytes(file.read_bytes()[:4096])


def make_empty(file):
    file.write_bytes(b"")


def sql(*statements):
    def run(file):
        with closing(sqlite3.connect(file)) as connection, connection:
            for statement in statements:
                connection.execute(statement)

    return run


DAMAGES = {
    "other bytes": damage_bytes,
    "no head": damage_head,
    "half of it": cut_in_half,
    "the first page": cut_to_one_page,
    "empty": make_empty,
    "another table": sql("DROP TABLE analyses", "CREATE TABLE recipes (name, taste)"),
    "no index": sql("DROP INDEX analyses_by_use"),
    "another column": sql("ALTER TABLE analyses ADD COLUMN more"),
    "no rows": sql("DELETE FROM analyses"),
    "other content": sql('UPDATE analyses SET content = CAST(\'[[0],[2],"NNG",[""]]\' AS BLOB)'),
    "content cut off": sql("UPDATE analyses SET content = substr(content, 1, 20)"),
    "content as text": sql("UPDATE analyses SET content = CAST(content AS TEXT)"),
    "a number for content": sql("UPDATE analyses SET content = 7"),
    "another digest": sql("UPDATE analyses SET digest = randomblob(16)"),
    "a number for a digest": sql("UPDATE analyses SET digest = 7"),
    "another row's content": sql(
        "UPDATE analyses SET content = (SELECT content FROM analyses AS other ORDER BY key LIMIT 1), "
        "digest = (SELECT digest FROM analyses AS other ORDER BY key LIMIT 1)"
    ),
    "ages that are none": sql("UPDATE analyses SET used = 'long ago'"),
    "ages beyond measure": sql("UPDATE analyses SET used = 9223372036854775807"),
}


class TestDamage:
    @pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
    def test_is_seen_and_mended(self, place, seen, damage):
        right = fill(place)
        damage(place.folder / FILE)
        assert fill(place) == right
        assert fill(place) == right
        seen.clear()
        assert fill(place) == right
        assert seen == []

    @given(st.data())
    @settings(deadline=None, max_examples=60)
    def test_wherever_it_strikes(self, tmp_path_factory, data):
        place = ready(tmp_path_factory.mktemp("캐시"))
        sentences = [f"{number}년에 {word} 문이 열렸다." for number in range(20) for word in ("큰", "작은")]
        right = fill(place, sentences)
        file = place.folder / FILE
        content = bytearray(file.read_bytes())
        for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=20)):
            content[at] ^= data.draw(st.integers(1, 255))
        file.write_bytes(content)
        assert fill(place, sentences) == right
        assert fill(place, sentences) == right

    def test_in_the_words_of_the_schema(self, place):
        right = fill(place)
        file = place.folder / FILE
        content = bytearray(file.read_bytes())
        content[content.index(b"CREATE TABLE") + 8] = 0xE1
        file.write_bytes(content)
        assert fill(place) == right

    def test_while_it_is_in_use(self, place):
        right = fill(place)
        with used(place):
            damage_bytes(place.folder / FILE)
            (place.folder / f"{FILE}-wal").write_bytes(b"")
            assert list(analyse_each(SENTENCES)) == right

    def test_a_place_that_is_none_is_no_cache(self, tmp_path):
        (tmp_path / "파일").write_text("")
        with pytest.raises(InputError, match="no analyses are kept"):
            ready(tmp_path / "파일")
        assert fill(Place(tmp_path / "파일")) == [analyse(sentence) for sentence in SENTENCES]

    def test_a_full_disk_ends_the_keeping_not_the_run(self, place, monkeypatch):
        def full(*_):
            raise sqlite3.OperationalError("database or disk is full")

        monkeypatch.setattr(Cache, "_write", full)
        assert fill(place) == [analyse(sentence) for sentence in SENTENCES]


class TestSize:
    @staticmethod
    def numbered(first, last):
        return [f"{number}번째 문이 활짝 열린 것을 보고 모두 놀랐다." for number in range(first, last)]

    def test_is_bounded(self, tmp_path):
        place = Place(tmp_path, 300_000)
        for first in range(0, 1500, 50):
            fill(place, self.numbered(first, first + 50))
            assert info(tmp_path).size <= place.size
        assert info(tmp_path).analyses > 300

    def test_what_is_used_stays(self, tmp_path, seen):
        place = Place(tmp_path, 300_000)
        often, once = self.numbered(0, 20), self.numbered(20, 40)
        fill(place, [*often, *once])
        for first in range(100, 1500, 50):
            fill(place, [*often, *self.numbered(first, first + 50)])
        seen.clear()
        fill(place, often)
        assert seen == []
        fill(place, once)
        assert seen == once

    def test_a_smaller_size_is_heeded_with_the_next_analysis(self, tmp_path):
        fill(Place(tmp_path, 10_000_000), self.numbered(0, 1000))
        large = info(tmp_path).size
        fill(Place(tmp_path, 100_000), ["하나 더."])
        assert info(tmp_path).size <= 100_000 < large

    def test_a_run_that_finds_all_writes_nothing(self, place):
        fill(place)
        before = (place.folder / FILE).read_bytes()
        fill(place)
        assert (place.folder / FILE).read_bytes() == before


class TestSeveralRuns:
    def test_at_once(self, tmp_path):
        """Four processes begin one cache together, with sentences in common and of their own."""
        code = (
            "import sys\n"
            "from pathlib import Path\n"
            "from pipeline.cache import Cache, Place\n"
            "from pipeline.morphology import Morpheme\n"
            "kept = Cache(Place(Path(sys.argv[1])))\n"
            "mine = [f'{n}번째 문' for n in range(300)] + [f'{sys.argv[2]}의 {n}번째 문' for n in range(300)]\n"
            "for sentence in mine:\n"
            "    new = {sentence: [Morpheme(0, len(sentence), sentence, 'NNG', sentence)]}\n"
            "    assert kept.get([sentence]) in ({}, new)\n"
            "    kept.add(new)\n"
            "print(kept.get(mine).keys() == set(mine))\n"
        )
        runs = [
            subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "캐시"), name], stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, cwd=Path(__file__).parents[1])
            for name in "갑을병정"
        ]  # fmt: skip
        ends = [run.communicate() for run in runs]
        assert [error for _, error in ends] == [b""] * 4
        assert [said for said, _ in ends] == [f"True{os.linesep}".encode()] * 4
        assert info(tmp_path / "캐시").analyses == 300 + 4 * 300
        with closing(sqlite3.connect(tmp_path / "캐시" / FILE)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    @pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
    @pytest.mark.parametrize("after", [1, 7, 60])
    def test_one_that_is_killed_as_it_writes(self, tmp_path, after):
        code = (
            "import sys\n"
            "from pathlib import Path\n"
            "from pipeline.cache import Cache, Place\n"
            "from pipeline.morphology import Morpheme\n"
            "kept = Cache(Place(Path(sys.argv[1]), 100_000))\n"
            "for n in range(100_000):\n"
            "    kept.add({f'{n}번째 문': [Morpheme(0, 5, '문', 'NNG', '문')]})\n"
            "    print(n, flush=True)\n"
        )
        writing = subprocess.Popen([sys.executable, "-c", code, tmp_path], stdout=subprocess.PIPE,
                                   cwd=Path(__file__).parents[1])  # fmt: skip
        for _ in range(after):
            assert writing.stdout is not None
            last = int(writing.stdout.readline())
        writing.kill()
        writing.communicate()
        with closing(sqlite3.connect(tmp_path / FILE)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = Cache(Place(tmp_path)).get([f"{n}번째 문" for n in range(last + 1)])
        assert len(found) == last + 1, "what was added is kept"

    def test_one_that_holds_the_file_stops_nobody(self, place, seen, monkeypatch):
        monkeypatch.setattr(cache, "_PATIENCE", 0.05)
        with used(place), closing(sqlite3.connect(place.folder / FILE, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert len(list(analyse_each(SENTENCES))) == 3
            other.execute("ROLLBACK")
        assert info(place.folder).analyses == 0
        fill(place)
        assert info(place.folder).analyses == 3

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
    @pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")
    def test_a_forked_process_leaves_the_connection_alone(self, place):
        fill(place)
        kept = Cache(place)
        child = os.fork()
        if not child:
            os._exit(0 if kept.get(SENTENCES) == {} else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert len(kept.get(SENTENCES)) == 3
        kept.close()

    def test_cleared_while_in_use(self, place, seen):
        with used(place):
            fill(place)
            clear(place.folder)
            assert len(list(analyse_each(SENTENCES))) == 3
            assert seen == SENTENCES * 2
        assert info(place.folder).analyses == 3


class TestWhere:
    @pytest.mark.parametrize(
        ("environment", "platform", "folder"),
        [
            ({"YEONPYO_CACHE": "여기"}, "linux", "여기"),
            ({"YEONPYO_CACHE": "여기", "XDG_CACHE_HOME": os.path.abspath("/caches")}, "linux", "여기"),
            ({"YEONPYO_CACHE": ""}, "linux", "~/.cache/yeonpyo"),
            ({"XDG_CACHE_HOME": os.path.abspath("/caches")}, "linux", os.path.abspath("/caches/yeonpyo")),
            ({"XDG_CACHE_HOME": "caches"}, "linux", "~/.cache/yeonpyo"),
            ({}, "linux", "~/.cache/yeonpyo"),
            ({}, "darwin", "~/Library/Caches/yeonpyo"),
            ({"XDG_CACHE_HOME": os.path.abspath("/caches")}, "darwin", "~/Library/Caches/yeonpyo"),
            ({"LOCALAPPDATA": os.path.abspath("/Local")}, "win32", os.path.abspath("/Local/yeonpyo")),
            ({}, "win32", "~/AppData/Local/yeonpyo"),
        ],
    )
    def test_the_systems_place_unless_one_is_named(self, environment, platform, folder):
        assert default_folder(environment, platform) == Path(folder).expanduser()

    def test_no_home(self, monkeypatch):
        def homeless():
            raise RuntimeError("Could not determine home directory.")

        monkeypatch.setattr(Path, "home", homeless)
        with pytest.raises(InputError, match="no home folder"):
            default_folder({}, "linux")


class TestCommands:
    def test_info_and_clear(self, yeonpyo, tmp_path):
        (tmp_path / "글.txt").write_text(" ".join(SENTENCES))
        here = ("--cache", tmp_path / "캐시")
        assert yeonpyo("cache", "info", *here) == (0, f"{tmp_path / '캐시' / FILE}: 0 sentences, 0.0 MB\n", "")
        assert not (tmp_path / "캐시").exists()
        assert yeonpyo("extract", tmp_path / "글.txt", "--out", tmp_path / "out", *here)[0] == 0
        assert ": 3 sentences, 0.0 MB" in yeonpyo("cache", "info", *here)[1]
        assert yeonpyo("cache", "clear", *here) == (0, "", "")
        assert ": 0 sentences" in yeonpyo("cache", "info", *here)[1]
        assert yeonpyo("cache", "clear", "--cache", tmp_path / "nowhere") == (0, "", "")

    def test_a_place_that_is_none_is_told_and_the_run_goes_on(self, yeonpyo, tmp_path):
        (tmp_path / "글.txt").write_text(SENTENCES[0])
        options = ("--out", tmp_path / "out", "--cache", tmp_path / "글.txt")
        code, said, complained = yeonpyo("extract", tmp_path / "글.txt", *options)
        assert (code, "1 sentences" in said) == (0, True)
        assert complained.startswith(f"yeonpyo: {tmp_path / '글.txt' / FILE}: no analyses are kept (")
        assert complained.count("\n") == 1
