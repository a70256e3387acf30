"""The page of a dataset: what it is told, that it stands alone, and how it behaves in a real browser.

The browser tests want Chromium with its driver (Debian: ``apt-get install chromium chromium-driver``) and selenium;
where one is missing they are skipped.
"""

import json
import re
from importlib.resources import files

import pytest
from browsing import Opened
from typer.testing import CliRunner

from pipeline.__main__ import app
from pipeline.errors import GoldError, InputError, OutputError
from pipeline.gold import write_annotations
from pipeline.model import EVENT_TYPES, AnnotatedSentence, Argument, Entity, Event, Timex, Trigger
from pipeline.palette import FAMILIES, FAMILY_COLOURS, LABEL_COLOURS
from pipeline.report import content, page, write
from pipeline.report.content import FIGURES, day_number, utf16
from pipeline.report.page import in_script

HOSTILE = '🚀 </script><script>window.hacked = 1</script><!-- <img src=x onerror="window.hacked = 1"> {{title}} '


def span(text, words, start):
    at = text.index(words)
    return start + at, start + at + len(words), words


def sentence(number, start, text, *, time=None, names=(), event=None, doc="우주"):
    """A sentence whose time, names and event are given by their words."""
    times = [Timex(*span(text, time[0], start), "DATE", time[1], rule="calendar")] if time else []
    entities = [Entity(*span(text, words, start), label, name) for words, label, name in names]
    events = []
    if event:
        words, type, date, *rest = event
        arguments = tuple(Argument(role, *span(text, a, start)) for role, a in rest[0]) if rest else ()
        more = rest[1] if len(rest) > 1 else {}
        events = [Event(Trigger(*span(text, words, start)), type, date, arguments, rule="own_clause", **more)]
    return AnnotatedSentence(doc, f"s{number:04d}", start, text, tuple(times), tuple(entities), tuple(events))


def document(*described, doc="우주"):
    """Sentences one after the other with a space between."""
    found, start = [], 0
    for number, (text, parts) in enumerate(described, 1):
        found.append(sentence(number, start, text, doc=doc, **parts))
        start += len(text) + 1
    return found


SPUTNIK = ("1957년 10월 4일 소련은 스푸트니크 1호를 발사했다.", {
    "time": ("1957년 10월 4일", "1957-10-04"),
    "names": [("소련", "LC", "소비에트 연방"), ("스푸트니크 1호", "AF", "스푸트니크 1호")],
    "event": ("발사", "LAUNCH", "1957-10-04", [("agent", "소련"), ("theme", "스푸트니크 1호")]),
})  # fmt: skip
SIXTIES = ("1960년대에 경쟁이 계속되었다.", {"time": ("1960년대", "196"), "event": ("계속", "OTHER", "196X")})
SINCE = ("1975년부터 두 나라는 협력했다.", {"time": ("1975년", "1975"), "event": ("협력", "SUPPORT", "1975/..")})
FAILED = ("1969년 2월 N1 로켓은 발사에 실패했다.", {
    "time": ("1969년 2월", "1969-02"), "names": [("N1 로켓", "AF", "N1 로켓")],
    "event": ("발사", "LAUNCH", "1969-02", [("theme", "N1 로켓")], {"polarity": "NEG"}),
})  # fmt: skip
APOLLO = (HOSTILE + "1969년 7월 20일 닐 암스트롱이 달에 착륙했다.", {
    "time": ("1969년 7월 20일", "1969-07-20"),
    "names": [("닐 암스트롱", "PS", "<b>닐</b> 암스트롱"), ("달", "LC", "달")],
    "event": ("착륙", "LANDING", "1969-07-20", [("agent", "닐 암스트롱"), ("place", "달")]),
})  # fmt: skip
SPRING = (
    "어느 해 4월 12일에 회의가 열렸다.",
    {"time": ("4월 12일", "XXXX-04-12"), "event": ("회의", "MEETING", "XXXX-04-12")},
)
QUIET = ("그 뒤로 별다른 일은 없었다.", {})
ARTICLE = [APOLLO, SPUTNIK, SIXTIES, SINCE, FAILED, SPRING, QUIET]
SYSTEM = document(*ARTICLE)


def changed(described, **parts):
    text, before = described
    return text, before | parts


GOLD = document(
    APOLLO,
    changed(SPUTNIK, names=[("소련", "LC", "소비에트 연방")]),  # the craft is spurious
    changed(SIXTIES, time=("1960년대", "197")),  # the value is wrong
    SINCE,
    FAILED,
    SPRING,
    changed(QUIET, event=("일", "OTHER", "1970")),  # an event was missed
)


@pytest.fixture
def dataset(tmp_path):
    """Writes sentences as a dataset's folder."""

    def make(sentences=SYSTEM, name="우주 경쟁", run=None):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "annotations.jsonl").write_text(write_annotations(sentences), encoding="utf-8")
        if run is not None:
            (folder / "run.json").write_text(run, encoding="utf-8")
        return folder

    return make


# What the page is told


def test_places_are_in_utf16_units_of_the_sentence():
    [first, *_] = content(SYSTEM, title="우주")["documents"][0]["sentences"]
    units = first["text"].encode("utf-16-le")
    begin, end = first["events"][0]["at"]
    assert units[2 * begin : 2 * end].decode("utf-16-le") == "착륙"
    assert first["text"][begin:end] != "착륙"  # the rocket is one code point and two units


@pytest.mark.parametrize(("offset", "units"), [(0, 0), (1, 2), (2, 3), (3, 5)])
def test_utf16(offset, units):
    assert utf16("🚀가🛰", offset) == units


@pytest.mark.parametrize(
    ("day", "number"),
    [((1970, 1, 1), 0), ((1957, 10, 4), -4472), ((1, 1, 1), -719162), ((0, 12, 31), -719163), ((-62, 9, 23), -741908)],
)
def test_day_numbers_go_on_before_the_year_1(day, number):
    assert day_number(day) == number


def test_days_of_events():
    told = content(SYSTEM, title="")["documents"][0]["sentences"]
    days = {e["date"]: e.get("days") for s in told for e in s.get("events", [])}
    assert days["1957-10-04"] == [day_number((1957, 10, 4))] * 2
    assert days["196X"] == [day_number((1960, 1, 1)), day_number((1969, 12, 31))]
    assert days["1975/.."] == [day_number((1975, 1, 1)), None]
    assert days["XXXX-04-12"] is None


def test_gaps_between_sentences_are_told():
    told = content(
        [SYSTEM[0], sentence(2, SYSTEM[0].end + 2, "왔다."), sentence(3, SYSTEM[0].end + 5, "갔다.")], title=""
    )
    assert [s["gap"] for s in told["documents"][0]["sentences"]] == [0, 2, 0]


def test_errors_stand_where_they_happened():
    told = content(SYSTEM, title="", gold=GOLD, resamples=0)
    errors = [(e["sentence"], e["kind"], e["cause"]) for e in told["errors"]]
    assert sorted(errors) == [
        (1, "arguments", "spurious") if (1, "arguments", "spurious") in errors else (1, "entities", "spurious"),
        *([(1, "entities", "spurious")] if (1, "arguments", "spurious") in errors else []),
        (2, "times", "wrong value"),
        (6, "events", "missed"),
    ]
    missed = next(e for e in told["errors"] if e["cause"] == "missed")
    text = told["documents"][0]["sentences"][6]["text"]
    assert text[slice(*missed["at"])] == "일"
    assert [f["name"] for f in told["score"]] == list(FIGURES)


def test_errors_of_a_document_that_the_page_lacks_have_no_place():
    told = content(SYSTEM, title="", gold=[*SYSTEM, *document(SPUTNIK, doc="달")], resamples=0)
    assert {e["kind"] for e in told["errors"]} == {"sentences", "times", "entities", "events"}
    assert all("sentence" not in e and e["text"] == SPUTNIK[0] for e in told["errors"])


def test_one_document_is_the_same_by_any_name():
    told = content(
        SYSTEM, title="", gold=document(*ARTICLE[:-1], (QUIET[0], {"time": ("뒤", "1970")}), doc=None), resamples=0
    )
    assert [(e["sentence"], e["cause"]) for e in told["errors"]] == [(6, "missed")]


def test_without_gold_there_is_no_score():
    assert not {"score", "errors"} & content(SYSTEM, title="").keys()


# The page as a file


def test_every_type_has_one_family_and_its_words():
    words = json.loads((files("pipeline.report") / "web" / "words.json").read_text(encoding="utf-8"))
    assert sorted(t for types in FAMILIES.values() for t in types) == sorted(EVENT_TYPES)
    assert FAMILIES.keys() == FAMILY_COLOURS.keys()
    wanted = [f"type.{t}" for t in EVENT_TYPES] + [f"label.{label}" for label in LABEL_COLOURS]
    wanted += [f"family.{f}" for f in FAMILIES] + [f"figure.{f}" for f in FIGURES]
    assert not set(wanted) - words.keys()
    assert all(len(said) == 2 and all(said) for said in words.values())


def test_words_have_the_same_holes_in_both_languages():
    words = json.loads((files("pipeline.report") / "web" / "words.json").read_text(encoding="utf-8"))
    for korean, english in words.values():
        assert sorted(re.findall(r"\{\w+\}", korean)) == sorted(re.findall(r"\{\w+\}", english))


@pytest.mark.parametrize("text", ["</script>", "<!--", "<script", "]]>", "&lt;", "\u2028", "\ud83d", "{{data}}"])
def test_json_in_a_script_says_what_it_said(text):
    written = in_script({"text": text})
    assert not re.search("[<>&\u2028\ud83d]", written)
    assert json.loads(written) == {"text": text}


def test_the_page_needs_nothing_else_and_runs_nothing_else():
    html = page(content(SYSTEM, title=HOSTILE))
    assert len(re.findall(r"<script\b", html)) == 4
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", html)
    assert "default-src &#x27;none&#x27;; script-src &#x27;sha256-" in html
    assert "window.hacked = 1</script>" not in html
    assert "{{title}}" in html  # in the text, left alone


def test_scripts_never_parse_html():
    for path in (files("pipeline.report") / "web").iterdir():
        if path.name.endswith(".js"):
            assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|fetch\(|import\(",
                                 path.read_text(encoding="utf-8")), path.name  # fmt: skip


def test_same_dataset_same_bytes(dataset, tmp_path):
    folder = dataset(run='{"yeonpyo": "0.1.0"}')
    one = write(folder, out=tmp_path / "one.html").read_bytes()
    assert write(folder, out=tmp_path / "two.html").read_bytes() == one


def test_the_page_stands_beside_the_folder(dataset):
    folder = dataset()
    assert write(folder) == folder.with_name("우주 경쟁.html")


def test_command(dataset, tmp_path):
    out = tmp_path / "new" / "page.html"
    result = CliRunner().invoke(app, ["report", str(dataset()), "--out", str(out), "--title", "우주 <경쟁>"])
    assert (result.exit_code, "kB" in result.output) == (0, True)
    assert "<title>우주 &lt;경쟁&gt;</title>" in out.read_text(encoding="utf-8")


def test_bad_input(dataset, tmp_path):
    with pytest.raises(InputError, match="no annotations in this folder"):
        write(tmp_path)
    with pytest.raises(InputError, match=r"run\.json: cannot be read"):
        write(dataset(run="{", name="깨진"))
    other = dataset([sentence(1, 0, "다른 글이다.")], name="다른")
    with pytest.raises(GoldError, match="different texts"):
        write(dataset(), gold=other)
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        write(tmp_path / "우주 경쟁", out=tmp_path / "file" / "page.html")


# The page in a browser


@pytest.fixture
def opened(chromium, tmp_path):
    """Opens the page of some data; nothing may be complained of in the console by the end of the test."""

    def open_page(sentences=SYSTEM, gold=None, fragment="", size=(1280, 900), title="우주 경쟁"):
        path = tmp_path / "page.html"
        path.write_text(page(content(sentences, title=title, gold=gold, resamples=20)), encoding="utf-8")
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
        chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        chromium.get("about:blank")
        chromium.get(path.as_uri() + fragment)
        found = Opened(chromium)
        if found.run("return document.documentElement.lang") != "ko":
            found.click("#language")
        found.settle()
        return found

    chromium.get_log("browser")
    yield open_page
    assert chromium.get_log("browser") == []


KEY_RIGHT, KEY_DOWN, KEY_ENTER = "\ue014", "\ue015", "\ue007"
IN_TIME = ["1957년 10월 4일", "1960년대", "1969년 2월", "1969년 7월 20일", "1975년부터", "연도 모름 4월 12일"]


def test_the_chronology_is_in_order_and_nothing_is_loaded(opened):
    shown = opened()
    assert shown.rows() == IN_TIME
    assert shown.run("return performance.getEntriesByType('resource').length") == 0
    assert "1개" in shown.text("#undated")
    assert shown.run("""
        const {width, height} = document.getElementById('drawing');
        const pen = document.getElementById('drawing').getContext('2d');
        return pen.getImageData(0, 0, width, height).data.some((value) => value > 0);""")


def test_a_hostile_text_is_only_text(opened):
    shown = opened(title=HOSTILE, gold=GOLD)
    shown.click("#tables-tab")
    shown.click("#errors-tab")
    shown.click("#text-tab")
    assert shown.run("return window.hacked") is None
    assert shown.all("img, article b") == []
    assert shown.text("h1") == HOSTILE
    assert HOSTILE in shown.text("#article")


def test_an_event_leads_to_its_sentence(opened):
    shown = opened()
    shown.click("#events .row:nth-child(4)")
    assert shown.text("#article .s.chosen").endswith("닐 암스트롱이 달에 착륙했다.")
    assert shown.text("#article [data-chosen]") == "착륙"
    assert "<b>닐</b> 암스트롱" in shown.text("#card .arguments")
    assert shown.run("return location.hash").startswith("#event-")


def test_a_sentence_leads_to_its_events(opened):
    shown = opened()
    shown.click("#article .s[data-s='1']")
    assert [e.text.split("\n")[0] for e in shown.all("#card .event")] == ["1957년 10월 4일"]
    assert shown.one("#events [aria-selected=true]").text.startswith("1957년 10월 4일")
    shown.click("#article .s[data-s='6']")
    assert "사건이 없습니다" in shown.text("#card")


def test_other_sentences_of_the_same_happening_are_named(opened):
    again = changed(SPUTNIK)
    shown = opened(document(SPUTNIK, QUIET, (again[0].replace("발사했다", "발사하였다"), again[1])))
    shown.click("#events .row")
    assert "같은 일을 말하는 문장: s0003" in shown.text("#card")
    shown.click("#card .told .note a")
    assert shown.text("#article .s.chosen").endswith("발사하였다.")


def test_a_trigger_is_a_link_that_can_be_kept(opened):
    shown = opened()
    address = shown.run("return document.querySelector(\"[data-s='4'] .trigger\").hash")
    shown.click("[data-s='4'] .trigger")
    assert "1969년 2월" in shown.text("#card .event[aria-pressed=true]")
    again = opened(fragment=address)
    assert "1969년 2월" in again.text("#card .event[aria-pressed=true]")
    assert "부정" in again.text("#card .event")


def test_a_click_on_the_drawing_chooses_what_is_there(opened):
    shown = opened()
    place = shown.run("""
        const canvas = document.getElementById('drawing'), box = canvas.getBoundingClientRect();
        for (let y = 46; y < box.height; y += 6) for (let x = 4; x < box.width; x += 6) {
            const at = {clientX: box.left + x, clientY: box.top + y, pointerId: 1};
            canvas.dispatchEvent(new PointerEvent('pointermove', at));
            const tip = document.getElementById('tip');
            if (!tip.hidden && tip.textContent.includes('스푸트니크')) {
                for (const type of ['pointerdown', 'pointerup']) canvas.dispatchEvent(new PointerEvent(type, at));
                return [x, y];
            }
        }
        return null;""")  # fmt: skip
    assert place is not None
    assert shown.text("#article .s.chosen") == SPUTNIK[0]


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        ("query", "스푸트니크", ["1957년 10월 4일"]),
        ("query", "소비에트", ["1957년 10월 4일"]),  # a canonical name that does not stand in the text
        ("query", "1969-07", ["1969년 7월 20일"]),
        ("query", "없는 말", []),
        ("from", "1969-03", ["1960년대", "1969년 7월 20일", "1975년부터"]),
        ("until", "1959", ["1957년 10월 4일"]),
        ("from", "2030", ["1975년부터"]),  # open to this day
        ("from", "봄", IN_TIME),  # no date: told, and no filter
    ],
)
def test_filters_by_text_and_period(opened, field, typed, expected):
    shown = opened()
    shown.one(f"#{field}").send_keys(typed)
    assert shown.rows() == expected
    assert shown.text("#status") == f"사건 {len(expected)} / 6"
    assert shown.run("return document.getElementById('from').validity.valid") == (typed != "봄")


def test_filters_by_type_and_label(opened):
    shown = opened()
    shown.click("#more summary")
    shown.click("[data-type=LAUNCH]")
    assert shown.rows() == ["1957년 10월 4일", "1969년 2월"]
    shown.click("[data-label=LC]")
    assert shown.rows() == ["1957년 10월 4일"]
    dim = [int(s.get_attribute("data-s")) for s in shown.all("#article .s.dim")]
    assert dim == [0, 2, 3, 4, 5, 6]
    shown.click("#clear")
    assert shown.rows() == IN_TIME
    shown.click("[data-family=course]")
    assert shown.rows() == ["1960년대"]


def test_tables_follow_the_filters_and_sort(opened):
    shown = opened()
    shown.click("#tables-tab")
    assert shown.text("#table-count") == "6행"
    shown.click("[data-column=type]")
    types = [row.text for row in shown.all("#table td.column-type")]
    assert types == sorted(types)
    assert shown.one("#table th[aria-sort=ascending]").text.startswith("유형")
    shown.one("#query").send_keys("달에")
    assert shown.text("#table-count") == "1행"
    shown.click("#table-choice [data-key=entities]")
    assert [row.text for row in shown.all("#table td.column-name")] == ["<b>닐</b> 암스트롱", "달"]
    shown.click("#table .cell")
    assert "착륙" in shown.text("#card")


def test_errors_are_shown_in_place_with_the_score(opened):
    shown = opened(gold=GOLD)
    assert shown.text("[data-s='6'] .missed") == "일"
    assert shown.text("[data-s='2'] .badge") == "≠"
    shown.click("#errors-tab")
    cells = [row.text for row in shown.all("#score tbody tr:nth-child(11) > *")]
    assert cells[0] == "사건 (트리거와 날짜)"
    assert cells[1].startswith("0.9")  # 5 found, 6 wanted (one of them without a year), 5 right
    shown.click("#causes [data-key=missed]")
    assert [row.text for row in shown.all("#errors td.column-cause")] == ["놓침"]
    shown.click("#errors .cell")
    assert "놓침" in shown.text("#card .mistakes")


def test_both_languages(opened):
    shown = opened()
    shown.click("#events .row")
    shown.click("#language")
    assert shown.run("return document.documentElement.lang") == "en"
    assert shown.rows() == [
        "4 October 1957",
        "1960s",
        "February 1969",
        "20 July 1969",
        "since 1975",
        "12 April (Year unknown)",
    ]
    assert shown.text("#chronology-heading") == "Chronology"
    assert "4 October 1957" in shown.text("#card")
    left = shown.run("""
        const said = [...document.querySelectorAll('[data-say], .chips button, .legend li, th')].map((n) => n.textContent);
        return said.filter((text) => /[가-힣]/.test(text))""")  # fmt: skip
    assert left == []
    assert shown.one("#article").get_attribute("lang") == "ko"
    shown.click("#language")
    assert shown.rows() == IN_TIME


def test_it_works_with_the_keyboard(opened):
    shown = opened()
    shown.press("#drawing", KEY_RIGHT, KEY_RIGHT)
    assert "1960년대" in shown.text("#card .event[aria-pressed=true]")
    assert shown.text("#spoken").startswith("1960년대")
    shown.press("#drawing", KEY_ENTER)
    assert shown.run("return document.activeElement.id") == "article"
    shown.press("#events", KEY_DOWN)
    assert "1969년 2월" in shown.text("#card .event[aria-pressed=true]")
    chosen = shown.one("#events [aria-selected=true]").get_attribute("id")
    assert shown.one("#events").get_attribute("aria-activedescendant") == chosen
    shown.press("#text-tab", KEY_RIGHT)
    assert shown.one("#tables-tab").get_attribute("aria-selected") == "true"
    shown.press("#drawing", "/")
    assert shown.run("return document.activeElement.id") == "query"
    before = shown.text("#window")
    shown.press("#drawing", "-", "-")
    shown.settle()
    assert shown.text("#window") != before


@pytest.mark.parametrize(("scale", "span"), [("centuries", 500), ("decades", 45), ("years", 6)])
def test_scales(opened, scale, span):
    old = document(("1392년 나라를 세웠다.", {"event": ("세웠다", "FOUNDING", "1392")}), SPUTNIK)
    shown = opened(old)
    shown.click(f"[data-scale={scale}]")
    shown.settle()
    first, last = (int(year) for year in re.findall(r"(\d{3,4})년", shown.text("#window")))
    assert abs(last - first - span) <= 1


def test_dark_and_light(opened):
    shown = opened()
    colour = "return getComputedStyle(document.documentElement).backgroundColor"
    before = shown.run(colour)
    shown.click("#theme")
    assert shown.run(colour) != before
    shown.click("#theme")
    assert shown.run(colour) == before


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_hangs_out_of_the_page(opened, width):
    shown = opened(gold=GOLD, size=(width, 740))
    for tab in ("text", "tables", "errors"):
        shown.click(f"#{tab}-tab")
        assert shown.run("return document.documentElement.scrollWidth") <= width


def test_on_paper(opened):
    shown = opened()
    shown.run("window.dispatchEvent(new Event('beforeprint'))")
    assert len(shown.all("#paper tbody tr")) == 6
    assert shown.run("return document.documentElement.dataset.theme") == "light"
    shown.run("window.dispatchEvent(new Event('afterprint'))")
    assert shown.all("#paper tr") == []
    assert len(shown.driver.print_page()) > 1000


def test_several_documents(opened):
    shown = opened(document(SPUTNIK, doc="하나") + document(SINCE, doc="둘 <i>"))
    assert [h.text for h in shown.all("#article h3")] == ["하나", "둘 <i>"]
    shown.click("#document option[value='1']")
    assert shown.rows() == ["1975년부터"]


def test_an_empty_dataset_is_a_page(opened):
    shown = opened([])
    assert shown.text("#status") == "사건 0 / 0"
    shown.click("#tables-tab")
    assert "해당하는 것이 없습니다" in shown.text("#table")


def test_only_what_is_in_view_is_in_a_long_list(opened):
    many = [
        (f"{1000 + n % 1000}년 {n}번째 배가 떠났다.", {"event": ("떠났다", "MOVEMENT", f"{1000 + n % 1000}")})
        for n in range(3000)
    ]
    shown = opened(document(*many))
    assert len(shown.all("#events .row")) < 60
    shown.press("#events", "\ue010")  # End
    assert shown.rows()[-1] == "1999년"
    assert shown.text("#article .s.chosen") == "1999년 2999번째 배가 떠났다."
    shown.settle()
    assert shown.run("""
        const box = document.getElementById('article').getBoundingClientRect();
        const chosen = document.querySelector('.s.chosen').getBoundingClientRect();
        return chosen.top >= box.top && chosen.bottom <= box.bottom;""")
    shown.click("#tables-tab")
    assert len(shown.all("#table tr")) < 100
