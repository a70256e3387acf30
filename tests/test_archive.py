"""Packed files → their bytes."""

import bz2
import gzip
import sys
import tracemalloc

import pytest

from pipeline.archive import opened
from pipeline.errors import InputError

zstd = pytest.importorskip("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")


def zstandard(content):
    """As the command zstd packs: with a checksum."""
    return zstd.compress(content, options={zstd.CompressionParameter.checksum_flag: 1})


PACKERS = {"gz": gzip.compress, "bz2": bz2.compress, "zst": zstandard}
TEXT = "1592년 4월 13일 왜군이 부산에 상륙했다.\n".encode() * 1000


def pieces(path):
    with opened(str(path)) as file:
        while file.read(2**16):
            pass


@pytest.mark.parametrize("ending", PACKERS)
class TestPacked:
    def test_is_read_whole(self, tmp_path, ending):
        path = tmp_path / f"a.{ending}"
        path.write_bytes(PACKERS[ending](TEXT))
        with opened(str(path)) as file:
            assert file.read() == TEXT

    def test_several_one_after_the_other_are_one(self, tmp_path, ending):
        path = tmp_path / f"a.{ending}"
        path.write_bytes(PACKERS[ending](TEXT) + PACKERS[ending](b"end"))
        with opened(str(path)) as file:
            assert file.read() == TEXT + b"end"

    @pytest.mark.parametrize(
        "damage", [lambda b: b[:-9], lambda b: b"none at all", lambda b: b[:40] + b"\xff" * 9 + b[49:]]
    )
    def test_a_broken_one_is_told(self, tmp_path, ending, damage):
        path = tmp_path / f"a.{ending}"
        path.write_bytes(damage(PACKERS[ending](TEXT)))
        kind = {"gz": "gzip", "bz2": "bzip2", "zst": "Zstandard"}[ending]
        with pytest.raises(InputError, match=f"a broken {kind} file"), opened(str(path)) as file:
            file.read()

    def test_a_bomb_is_refused_before_it_is_unpacked(self, tmp_path, ending, monkeypatch):
        """Twenty megabytes of zeros, where one is allowed or 250 times the packed size."""
        monkeypatch.setattr("pipeline.archive.LARGEST", 2**20)
        path = tmp_path / f"a.{ending}"
        path.write_bytes(PACKERS[ending](bytes(20_000_000)))
        tracemalloc.start()
        with pytest.raises(InputError, match="an archive bomb: it unpacks to too much"):
            pieces(path)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 16_000_000

    def test_large_is_no_bomb_if_its_packed_size_is_fit(self, tmp_path, ending, monkeypatch):
        monkeypatch.setattr("pipeline.archive.LARGEST", 1000)
        path = tmp_path / f"a.{ending}"
        content = "".join(f"{number**5:x}" for number in range(20_000)).encode()
        path.write_bytes(PACKERS[ending](content))
        with opened(str(path)) as file:
            assert file.read() == content


def test_the_limit_is_that_of_the_documentation():
    from pipeline import archive

    assert (archive.LARGEST, archive.RATIO) == (256 * 2**20, 250)


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="Python has Zstandard itself")
def test_without_zstandard_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "backports.zstd", None)
    with pytest.raises(InputError, match=r"a.zst: Zstandard needs backports.zstd; pip install 'yeonpyo\[zst\]'"):
        opened(str(tmp_path / "a.zst"))
