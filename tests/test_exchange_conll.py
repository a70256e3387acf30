"""CoNLL/BIO: columns over characters, eojeol and morphemes; what tags cannot say; files of others' kind."""

import pytest
from marked import article, sentence

from pipeline import exchange
from pipeline.errors import GoldError

MARKED = "[1957년|DATE 1957]에 [소련|LC]은🚀"
TEXT = "1957년에 소련은🚀"


@pytest.fixture
def conll(tmp_path):
    """Reads lines of a CoNLL file."""

    def read(*lines, articles=None):
        path = tmp_path / "train.conll"
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return exchange.load(path, "conll", articles)

    return read


def written(name, folder, sentences):
    lost = exchange.export(exchange.documents(sentences, None), name, folder)
    return (folder / "labels.conll").read_text(encoding="utf-8").split("\n"), lost


def places(found):
    return [[(p.start, p.end, p.text) for p in (*s.times, *s.entities)] for s in found]


def test_characters(tmp_path):
    lines, _ = written("conll", tmp_path, [sentence(MARKED, start=7, doc="기사")])
    assert lines == [
        "# newdoc id = 기사", "# sent_id = s1", "# start = 7", f"# text = {TEXT}",
        "1\tB-DATE\tO", "9\tI-DATE\tO", "5\tI-DATE\tO", "7\tI-DATE\tO", "년\tI-DATE\tO", "에\tO\tO",
        "소\tO\tB-LC", "련\tO\tI-LC", "은\tO\tO", "🚀\tO\tO", "", "",
    ]  # fmt: skip


def test_eojeol_widen_what_cuts_them(tmp_path):
    lines, lost = written("conll-eojeol", tmp_path, [sentence(MARKED)])
    assert lines[3:] == ["1957년에\tB-DATE\tO", "소련은🚀\tO\tB-LC", "", ""]
    assert lost["borders of spans that cut a token, moved to its ends"] == 2


def test_morphemes_part_noun_and_particle(tmp_path):
    lines, lost = written("conll-morphemes", tmp_path, [sentence("[소련|LC]은 위성을 쏘았다.")])
    assert lines[3:5] == ["소련\tO\tB-LC", "은\tO\tO"]
    assert lost.lines() == []


def test_neighbours_stay_two(tmp_path):
    gold = [sentence("[미|LC][소|LC] [달|LC]")]
    lines, _ = written("conll", tmp_path, gold)
    assert lines[3:6] == ["미\tO\tB-LC", "소\tO\tB-LC", "달\tO\tB-LC"]
    assert exchange.load(tmp_path, "conll")[0] == gold


def test_a_time_in_a_name_has_a_column_of_its_own(tmp_path):
    gold = [sentence("[[2010년|DATE 2010?] FIFA 월드컵|EV]")]
    lines, lost = written("conll", tmp_path, gold)
    assert lines[3] == "2\tB-DATE\tB-EV"
    assert places(exchange.load(tmp_path, "conll")[0]) == [[(0, 5, "2010년"), (0, 14, "2010년 FIFA 월드컵")]]
    assert lost.lines() == ["not held: optional of times and entities (1)", "not held: values of times (1)"]


def test_of_two_that_overlap_the_first_is_held_and_the_loss_told(tmp_path):
    lines, lost = written("conll", tmp_path, [sentence("[[미국|LC] 공군|OG]")])
    assert lines[3:5] == ["미\tO\tB-LC", "국\tO\tI-LC"]
    assert lost["times or entities that share tokens with another"] == 1


def test_line_breaks_in_a_sentence_come_back_from_the_article(tmp_path):
    gold = article("[1957년\n10월|DATE 1957]이다.")
    lines, lost = written("conll", tmp_path, gold)
    assert lines[2] == "# text = 1957년 10월이다."
    assert lost["line breaks and tabs in sentences and ids, written as blanks"] == 1
    back, _ = exchange.load(tmp_path, "conll", {None: "1957년\n10월이다."})
    assert (back[0].text, places(back)) == (gold[0].text, places(gold))


def test_one_column_of_tags_and_no_comments_over_an_article(conll):
    # the kind of CoNLL-2003's IOB files, parted by blanks; an I- after another kind begins a new name
    found, lost = conll("소련 I-LC", "은 O", "", "미국 B-LC", "NASA I-OG",
                        articles={None: "🚀 소련은 갔다.\n미국 NASA도."})  # fmt: skip
    assert [(s.id, s.start, s.text) for s in found] == [("s0001", 2, "소련은"), ("s0002", 10, "미국 NASA")]
    assert places(found) == [[(2, 4, "소련")], [(10, 12, "미국"), (13, 17, "NASA")]]
    assert lost.lines() == []


def test_blanks_as_tokens_as_klue_has_them(conll):
    (found,), _ = conll("# text = 그 달", "그\tB-LC", " \tI-LC", "달\tI-LC")
    assert places([found]) == [[(0, 3, "그 달")]]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["소련\tO"], r"train.conll:1: no text of this sentence; expected a line # text = …"),
        (
            ["# text = 소련은", "소련"],
            r"train.conll:2: no token with its tags; expected token<tab>time<tab>entity, got 소련",
        ),
        (
            ["# text = 소련은", "미국\tO"],
            r"train.conll:2: a token that does not come next in the text; expected '소련은', got '미국'",
        ),
        (["# text = 소련은", "소련\tX-LC"], r"train.conll:2: no tag; expected O, B-… or I-…, got X-LC"),
        (["# text = 소련은", "소련\tB-COUNTRY"], r"train.conll:2: unknown label; expected one of DATE .* got COUNTRY"),
        (
            ["# start = 둘", "# text = 소련은", "소련\tO"],
            r"train.conll:1: no offset; expected # start = a whole number, got 둘",
        ),
    ],
)
def test_what_is_refused(conll, lines, told):
    with pytest.raises(GoldError, match=told):
        conll(*lines)


def test_a_sentence_that_is_not_in_the_article_is_refused(conll):
    with pytest.raises(GoldError, match=r"train.conll:1: a sentence that does not stand in the article; got 소련은"):
        conll("# text = 소련은", "소련\tO", articles={None: "미국은"})
