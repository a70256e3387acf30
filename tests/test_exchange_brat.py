"""brat standoff: what is written, what of brat's own kind is read, what is refused and how that is told."""

import pytest
from exchanging import FULL_TEXT, full
from marked import article, sentence

from pipeline import exchange
from pipeline.errors import GoldError, InputError
from pipeline.model import Argument

TEXT = "🚀 소련은 1957년에 위성을 쏘았다."
MARKED = "🚀 [[소련|LC 소비에트_연방]|agent]은 [1957년|DATE 1957]에 [위성|theme]을 [쏘았다|LAUNCH 1957]."


@pytest.fixture
def brat(tmp_path):
    """Reads an ``.ann`` of these lines over a text."""

    def read(*lines, text=TEXT):
        (tmp_path / "article.txt").write_text(text, encoding="utf-8", newline="")
        (tmp_path / "article.ann").write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="")
        return exchange.load(tmp_path / "article.ann", "brat")

    return read


def test_spans_events_attributes_names_and_notes(tmp_path):
    exchange.export(exchange.documents([sentence(MARKED)], TEXT), "brat", tmp_path)
    assert (tmp_path / "article.txt").read_text(encoding="utf-8") == TEXT
    assert (tmp_path / "article.ann").read_text(encoding="utf-8").split("\n") == [
        "T1\tDATE 6 11\t1957년",
        "A1\tValue T1 1957",
        "T2\tLC 2 4\t소련",
        "N1\tName T2 name:소비에트_연방\t소비에트 연방",
        "T3\tLAUNCH 17 20\t쏘았다",
        "E1\tLAUNCH:T3 agent:T2 theme:T4",
        "A2\tDate E1 1957",
        "T4\tARG 13 15\t위성",
        "",
    ]


def test_a_role_given_twice_is_numbered_as_brat_numbers_it(tmp_path):
    exchange.export(exchange.documents(full(), {"기사/1": FULL_TEXT}), "brat", tmp_path)
    lines = (tmp_path / "기사%2F1.ann").read_text(encoding="utf-8").split("\n")
    assert [line for line in lines if "theme2:" in line] == ["E3\tLOSS:T9 theme:T7 theme2:T5"]


def test_a_file_in_the_shape_of_brats_own_page(brat):
    # T, E with numbered roles, A with and without a value, N, #, R and * as https://brat.nlplab.org/standoff.html has them
    (found,), lost = brat(
        "T1\tPS 2 4\t소련",
        "T2\tLAUNCH 17 20\t쏘았다",
        "T3\tAF 13 15\t위성",
        "E1\tLAUNCH:T2 agent:T1 theme:T3 theme2:T1",
        "A1\tOptional E1",
        "A2\tModality E1 PLANNED",
        "M1\tDate E1 1957",
        "N1\tReference T1 Wikipedia:534366\t소련",
        "#1\tAnnotatorNotes T1\tthis annotation is suspect",
        "R1\tOrigin Arg1:T3 Arg2:T1",
        "*\tEquiv T1 T3",
    )
    (event,) = found.events
    assert (event.type, event.date, event.modality, event.optional) == ("LAUNCH", "1957", "PLANNED", True)
    assert event.arguments == (
        Argument("agent", 2, 4, "소련"), Argument("theme", 13, 15, "위성"), Argument("theme", 2, 4, "소련"),
    )  # fmt: skip
    assert [(e.text, e.label, e.name) for e in found.entities] == [("소련", "PS", "소련"), ("위성", "AF", "위성")]
    assert lost.lines() == [
        "not held: notes of annotators (#) (1)",
        "not held: references to other resources (N) (1)",
        "not held: relations and equivalences (R, *) (2)",
    ]


def test_a_time_that_a_labeller_gave_no_value_is_left_empty_and_told(brat):
    (found,), lost = brat("T1\tDATE 6 11\t1957년")
    assert (found.times[0].type, found.times[0].value) == ("DATE", "")
    assert lost.lines() == ["not held: times without a value, which is left empty (1)"]


def test_offsets_that_count_utf16_units_are_known_by_the_words(brat):
    (found,), _ = brat("T1\tLC 3 5\t소련", "T2\tDATE 7 12\t1957년")
    assert [(e.start, e.end, e.text) for e in (*found.entities, *found.times)] == [(2, 4, "소련"), (6, 11, "1957년")]


def test_two_events_of_one_trigger(brat):
    (found,), _ = brat(
        "T1\tLAUNCH 17 20\t쏘았다", "E1\tLAUNCH:T1", "E2\tLAUNCH:T1", "A1\tDate E1 1957", "A2\tDate E2 1958"
    )
    assert [event.date for event in found.events] == ["1957", "1958"]


def test_fragments_over_a_line_break_are_one_span(tmp_path):
    lines = ["[1957년\n10월|DATE 1957-10]이다."]
    gold = article(*lines)
    exchange.export(exchange.documents(gold, "1957년\n10월이다."), "brat", tmp_path)
    assert (tmp_path / "article.ann").read_text(encoding="utf-8").startswith("T1\tDATE 0 5;6 9\t1957년 10월\n")
    assert exchange.load(tmp_path, "brat") == (gold, {})


def test_fragments_with_words_between_them_are_taken_whole_and_told(brat):
    (found,), lost = brat("T1\tEV 2 4;13 15\t소련 위성")
    assert found.entities[0].text == "소련은 1957년에 위성"
    assert lost.lines() == ["not held: gaps in spans of several fragments, which are taken whole (1)"]


def test_without_sentences_beside_the_text_is_cut(brat):
    found, _ = brat("T1\tDATE 9 14\t1957년", text="소련이 했다. \n1957년이었다.")
    assert [(s.id, s.start, s.text, len(s.times)) for s in found] == [
        ("s0001", 0, "소련이 했다.", 0), ("s0002", 9, "1957년이었다.", 1),
    ]  # fmt: skip


def test_the_configuration_knows_every_label(tmp_path):
    exchange.export(exchange.documents([sentence(MARKED)], TEXT), "brat", tmp_path)
    sections = (tmp_path / "annotation.conf").read_text(encoding="utf-8").split("\n")
    assert [line for line in sections if line.startswith("[")] == [
        "[entities]", "[relations]", "[events]", "[attributes]",
    ]  # fmt: skip
    assert "LAUNCH\tagent*:<ENTITY>, theme*:<ENTITY>, place*:<ENTITY>, instrument*:<ENTITY>, " \
           "time?:DATE|TIME|DURATION|SET" in sections  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["T1\tLC 2 4\t미국"], r"article.ann:1: not what stands at 2–4; expected '소련', got '미국'"),
        (["T1\tLC 2 99\t소련"], r"article.ann:1: not what stands at 2–99"),
        (["T1\tLC 4 2\t소련"], r"article.ann:1: not what stands at 4–2"),
        (
            ["T1 LC 2 4 소련"],
            r"article.ann:1: no line of brat's; expected T1<tab>DATE 0 5<tab>the words, got T1 LC 2 4",
        ),
        (["T1\tLC -2 4\t소련"], r"article.ann:1: no line of brat's"),
        (["T1\tCOUNTRY 2 4\t소련"], r"article.ann:1: unknown label; expected one of DATE TIME .*, got COUNTRY"),
        (["T1\tLC 2 4\t소련", "T1\tLC 2 4\t소련"], r"article.ann:2: an id given twice; expected one, got T1"),
        (["", "E1\tLAUNCH:T9"], r"article.ann:2: an event without a trigger; expected a T of this file, got T9"),
        (["E1\tLAUNCH"], r"article.ann:1: no line of brat's; expected E1<tab>LAUNCH:T1 agent:T2, got E1"),
        (["T1\tLAUNCH 17 20\t쏘았다", "E1\tLAUNCH:T1 agent:T7"], r"article.ann:2: a link to nowhere; .* got T7"),
        (
            ["T1\tLAUNCH 17 20\t쏘았다", "E1\tLAUNCH:T1 hero:T1"],
            r"article.ann:2: unknown role; expected agent .* got hero",
        ),
        (
            ["T1\tDATE 6 11\t1957년", "A1\tMod T1 ABOUT"],
            r"article.ann:1: unknown mod; expected one of START .*, got ABOUT",
        ),
        (
            ["Q1\tLC 2 4\t소련"],
            r"article.ann:1: no line of brat's; expected a line of T, E, R, A, M, N, # or \*, got Q1",
        ),
    ],
)
def test_what_is_refused(brat, lines, told):
    with pytest.raises(GoldError, match=told):
        brat(*lines)


def test_an_ann_without_its_text_is_refused(tmp_path):
    (tmp_path / "a.ann").write_text("T1\tLC 0 2\t소련\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.txt: cannot be read"):
        exchange.load(tmp_path, "brat")


def test_a_span_over_two_sentences_is_refused(brat):
    with pytest.raises(GoldError, match=r"article.ann:1: a span that no sentence holds whole"):
        brat("T1\tEV 0 11\t갔다. 1957년이다", text="갔다. 1957년이다.")
