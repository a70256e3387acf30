"""``yeonpyo gold export`` and ``yeonpyo gold import``: files, what is told, exit codes."""

from pathlib import Path

from marked import article

from pipeline.gold import read_annotations, write_annotations

GOLD = Path(__file__).parent.parent / "gold" / "space_race"


def test_out_to_brat_and_back_is_the_same_file(yeonpyo, tmp_path):
    out, back = tmp_path / "brat", tmp_path / "back.jsonl"
    assert yeonpyo("gold", "export", GOLD, "--format", "brat", "--out", out) == (0, "", "")
    arguments = "--format", "brat", "--article", GOLD / "article.txt", "--out", back
    assert yeonpyo("gold", "import", out, *arguments) == (0, "", "")
    assert back.read_bytes() == (GOLD / "annotations.jsonl").read_bytes()


def test_losses_are_told_one_line_a_kind(yeonpyo, tmp_path):
    gold = tmp_path / "annotations.jsonl"
    gold.write_text(write_annotations(article("[1957년|DATE 1957]이다.", "[1958년|DATE 1958]이다.")), encoding="utf-8")
    code, said, told = yeonpyo("gold", "export", gold, "--format", "conll", "--out", tmp_path / "out")
    assert (code, said, told) == (0, "", "yeonpyo: conll: not held: values of times (2)\n")
    told = yeonpyo("gold", "import", tmp_path / "out", "--format", "conll", "--out", tmp_path / "back.jsonl")[2]
    assert told == "yeonpyo: conll: not held: values of times, which are left empty (2)\n"
    assert [t.value for s in read_annotations(tmp_path / "back.jsonl") for t in s.times] == ["", ""]


def test_what_is_wrong_is_told_in_one_line(yeonpyo, tmp_path):
    arguments = "--out", tmp_path / "x.jsonl", "--format"
    code, _, told = yeonpyo("gold", "import", tmp_path, *arguments, "brat")
    assert (code, told) == (2, f"yeonpyo: {tmp_path}: no brat annotations; expected .ann files\n")
    code, _, told = yeonpyo("gold", "import", tmp_path, *arguments, "word")
    assert (code, told.count("\n")) == (2, 1)
    (tmp_path / "x.ann").write_text("T1\tLC 0 1\t달\n", encoding="utf-8")
    (tmp_path / "x.txt").write_text("해", encoding="utf-8")
    code, _, told = yeonpyo("gold", "import", tmp_path / "x.ann", *arguments, "brat")
    assert (code, told) == (2, f"yeonpyo: {tmp_path / 'x.ann'}:1: not what stands at 0–1; expected '해', got '달'\n")
    assert not (tmp_path / "x.jsonl").exists()
