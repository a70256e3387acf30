"""Files that are written whole or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import OutputError
from pipeline.outfile import filling, replacing

POSIX = pytest.mark.skipif(os.name != "posix", reason="links, modes and processes of POSIX")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def half_written(manager, out):
    with manager(out) as path:
        (path / "a.ann" if path.is_dir() else path).write_text("새")
        raise OSError(28, "No space left on device")


def test_the_new_file_takes_the_place_of_the_old(tmp_path):
    (tmp_path / "연표.csv").write_text("옛것")
    with replacing(tmp_path / "연표.csv") as path:
        path.write_text("새것")
        assert (tmp_path / "연표.csv").read_text() == "옛것"
    assert (tmp_path / "연표.csv").read_text() == "새것"
    assert names(tmp_path) == ["연표.csv"]


def test_a_failure_leaves_the_old_one_and_no_trace(tmp_path):
    (tmp_path / "연표.csv").write_text("옛것")
    with pytest.raises(OutputError, match=r"연표\.csv: cannot be written \(No space left on device\)"):
        half_written(replacing, tmp_path / "연표.csv")
    assert (tmp_path / "연표.csv").read_text() == "옛것"
    assert names(tmp_path) == ["연표.csv"]


def test_folders_are_made_and_a_file_is_no_folder(tmp_path):
    with replacing(tmp_path / "새" / "폴더" / "연표.csv") as path:
        path.write_text("새것")
    with pytest.raises(OutputError, match="cannot be written"), replacing(tmp_path / "새" / "폴더" / "연표.csv" / "x"):
        pass
    with pytest.raises(OutputError, match="cannot be written"), replacing(tmp_path / "새") as path:
        path.write_text("x")


@POSIX
class TestPosix:
    def test_a_link_stays_a_link_and_the_mode_stays_what_it_was(self, tmp_path):
        (tmp_path / "진짜").write_text("옛것")
        (tmp_path / "진짜").chmod(0o600)
        (tmp_path / "링크").symlink_to("진짜")
        with replacing(tmp_path / "링크") as path:
            path.write_text("새것")
        assert (tmp_path / "링크").is_symlink()
        assert (tmp_path / "진짜").read_text() == "새것"
        assert (tmp_path / "진짜").stat().st_mode & 0o777 == 0o600

    def test_what_is_no_file_is_written_to_as_it_stands(self):
        with replacing(os.devnull) as path:
            path.write_text("새것")
        assert not Path(os.devnull).is_file()

    @pytest.mark.parametrize("manager", ["replacing", "filling"])
    def test_what_a_killed_process_left_goes_with_the_next(self, tmp_path, manager):
        dying = (
            "import os, signal\nfrom pathlib import Path\n"
            f"from pipeline.outfile import {manager} as manager\n"
            f"with manager(Path({str(tmp_path / 'out')!r})) as path:\n"
            "    (path if not path.is_dir() else path / 'x').write_text('half')\n"
            "    os.kill(os.getpid(), signal.SIGKILL)\n"
        )
        done = subprocess.run([sys.executable, "-c", dying], check=False, cwd=Path(__file__).parents[1])
        assert done.returncode == -9
        assert [name for name in names(tmp_path) if name.endswith(".partial")]
        with {"replacing": replacing, "filling": filling}[manager](tmp_path / "out") as path:
            (path if not path.is_dir() else path / "x").write_text("whole")
        assert names(tmp_path) == ["out"]


def test_a_folder_gets_all_new_files_or_none_and_keeps_the_others(tmp_path):
    (tmp_path / "a.ann").write_text("옛것")
    (tmp_path / "내 것.txt").write_text("내 것")
    with pytest.raises(OutputError, match="cannot be written"):
        half_written(filling, tmp_path)
    assert names(tmp_path) == ["a.ann", "내 것.txt"]
    assert (tmp_path / "a.ann").read_text() == "옛것"
    with filling(tmp_path) as folder:
        (folder / "a.ann").write_text("새것")
        (folder / "b.ann").write_text("새것")
    assert names(tmp_path) == ["a.ann", "b.ann", "내 것.txt"]
    assert (tmp_path / "a.ann").read_text() == "새것"
