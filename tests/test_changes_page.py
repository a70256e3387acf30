"""The page of ``yeonpyo diff --html``: what stands in it, that it stands alone, and how it behaves in a browser."""

import re
from html.parser import HTMLParser

import pytest
from browsing import Opened
from marked import article, sentence
from typer.testing import CliRunner

from pipeline.__main__ import app
from pipeline.diff import diff
from pipeline.errors import OutputError
from pipeline.gold import write_annotations
from pipeline.report import changes_page, put

LAUNCH = "[1957년|DATE 1957] [소련|LC]은 [위성|theme]을 [발사|LAUNCH 1957]했다."
LANDING = "아폴로 11호는 [1969년|DATE 1969] [달|LC]에 [착륙|LANDING 1969]했다."
FLIGHT = "유리 가가린은 [1961년|DATE 1961]에 [우주|LC]를 [비행|FLIGHT 1961]했다."
QUIET = "그 뒤로 별다른 일은 없었다."
HOSTILE = '</script><script>window.hacked = 1</script><!-- <img src=x onerror="window.hacked = 1"> {{title}} \ud83d'

OLD = article(LAUNCH, LANDING, QUIET)
REVISED = LAUNCH.replace("[1957년|DATE 1957]", "[1958년|DATE 1958]").replace("LAUNCH 1957", "LAUNCH 1958")
NEW = article(QUIET, REVISED, LANDING.replace("달|LC", "달|OG"), FLIGHT)


class Changes(HTMLParser):
    """Reads the list of changes back: its attributes, and the text of what is marked in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, str, str]] = []
        self.marked: list[tuple[str, str]] = []
        self.sentences: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag not in {"meta", "link", "input", "br"}:
            self.open.append(said.get("class") or tag)
        if said.get("class") == "change":
            self.found.append((said["data-kind"], said["data-change"], said["data-why"]))

    def handle_endtag(self, tag):
        self.open.pop()

    def handle_data(self, text):
        if self.open and self.open[-1] in {"ins", "del"}:
            self.marked.append((self.open[-1], text))
        if self.open and self.open[-1].startswith("sentence"):
            self.sentences.append(text)


def made(old=OLD, new=NEW, same_rules=None):
    return changes_page(diff(old, new, same_rules=same_rules), "옛것", "새것")


def test_every_change_stands_once_with_its_reason() -> None:
    assert Changes(made()).found == [
        ("sentences", "moved", "text"),
        ("sentences", "changed", "text"),
        ("times", "changed", "text"),
        ("events", "changed", "text"),
        ("entities", "changed", "rules or context"),
        ("sentences", "added", "text"),
        ("times", "added", "text"),
        ("entities", "added", "text"),
        ("events", "added", "text"),
    ]


def test_changes_stand_with_their_sentence() -> None:
    assert Changes(made()).sentences == [
        "그 뒤로 별다른 일은 없었다.",
        "1958년 소련은 위성을 발사했다.",
        "아폴로 11호는 1969년 달에 착륙했다.",
        "유리 가가린은 1961년에 우주를 비행했다.",
    ]


def test_what_differs_is_marked_on_both_sides() -> None:
    page = made(article(LAUNCH), article(REVISED))
    assert Changes(page).marked[:6] == [
        ("del", "1957년"), ("ins", "1958년"),  # of the sentence
        ("del", "1957년"), ("del", "1957"), ("ins", "1958년"), ("ins", "1958"),  # of the time: its words, its value
    ]  # fmt: skip


def test_other_rules_on_the_same_text() -> None:
    page = made(article("달에 갔다."), article("[달|LC]에 갔다."))
    assert Changes(page).found == [("entities", "added", "rules")]
    assert "규칙이 달라짐" in page
    assert "rules changed" in page


def test_a_sentence_that_is_gone() -> None:
    page = made(article(LAUNCH, QUIET), article(QUIET))
    assert Changes(page).found[0] == ("sentences", "removed", "text")
    assert '<p class="sentence removed" lang="ko">1957년 소련은' in page


def test_nothing_changed() -> None:
    page = made(OLD, OLD)
    assert Changes(page).found == []
    assert "달라진 것이 없습니다." in page
    assert "data-filter" not in page[: page.index("<script>")]


def test_each_document_has_its_heading() -> None:
    page = made([sentence(LAUNCH, doc="하나"), sentence(LANDING, doc="둘 <i>")], [sentence(QUIET, doc="셋")])
    assert re.findall("<h2>(.*)</h2>", page) == ["하나", "둘 &lt;i&gt;", "셋"]


def test_what_comes_from_a_text_is_escaped() -> None:
    plain = HOSTILE.replace("|", "")
    hostile = [sentence(f"[달|LC {plain.replace(' ', '_')}]에 갔다." + plain, doc=HOSTILE), sentence(QUIET, doc="둘")]
    page = changes_page(diff([], hostile), HOSTILE, "새것")
    assert len(re.findall("<script", page)) == 1
    assert "<img" not in page
    assert "{{title}}" in page  # in the text, left alone
    page.encode()  # and half a character does not get in the way of writing


def test_the_page_needs_nothing_else_and_runs_nothing_else() -> None:
    page = made()
    assert not re.search(r"""(src|href)=["']?(https?:)?//|@import|url\(""", page)
    assert "default-src &#x27;none&#x27;; script-src &#x27;sha256-" in page
    assert made() == page


def test_everything_is_said_in_both_languages() -> None:
    page = made()
    korean, english = re.findall('<span class="ko"', page), re.findall('<span class="en"', page)
    assert len(korean) == len(english) > 20
    assert not re.search(r'<span class="en" lang="en">[^<]*[가-힣]', page)


@pytest.fixture
def folders(tmp_path):
    for name, sentences in (("옛것", OLD), ("새것", NEW)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "annotations.jsonl").write_text(write_annotations(sentences), encoding="utf-8")
    return tmp_path / "옛것", tmp_path / "새것"


def test_command(folders, tmp_path) -> None:
    out = tmp_path / "new" / "page.html"
    result = CliRunner().invoke(app, ["diff", *map(str, folders), "--html", str(out)])
    assert result.exit_code == 0
    assert len(Changes(out.read_text(encoding="utf-8")).found) == 9


def test_a_page_that_cannot_be_written(tmp_path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        put(made(), tmp_path / "file" / "page.html")


# The page in a browser


@pytest.fixture
def opened(chromium, tmp_path):
    """Opens a page in Korean; nothing may be complained of in the console by the end of the test."""

    def open_page(page, width=1280):
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        chromium.get(path.as_uri())
        found = Opened(chromium)
        if found.run("return document.documentElement.lang") != "ko":
            found.click("#language")
        return found

    chromium.get_log("browser")
    yield open_page
    assert chromium.get_log("browser") == []


def shown_changes(shown):
    return [
        (c.get_attribute("data-kind"), c.get_attribute("data-change")) for c in shown.all(".change") if c.is_displayed()
    ]


def test_filters(opened) -> None:
    shown = opened(made())
    assert shown.text("#status") == "9 / 9"
    for kind in ("sentences", "entities", "events"):
        shown.click(f"[value={kind}]")
    assert shown_changes(shown) == [("times", "changed"), ("times", "added")]
    shown.one("#query").send_keys("가가린")
    assert shown_changes(shown) == [("times", "added")]
    assert shown.text("#status") == "1 / 9"


def test_it_works_with_the_keyboard(opened) -> None:
    shown = opened(made())
    shown.press("#changes", "n", "n")
    assert shown.run("return document.activeElement.textContent").startswith("1958년")
    shown.press(".group:last-child", "p")
    assert shown.run("return document.activeElement.textContent").startswith("아폴로")
    shown.press("#changes", "/")
    assert shown.run("return document.activeElement.id") == "query"
    shown.press("[value=times]", " ")
    assert shown.text("#status") == "7 / 9"


def test_both_languages_dark_and_light(opened) -> None:
    shown = opened(made())
    assert shown.one("h1").text == "달라진 점"
    shown.click("#language")
    assert shown.one("h1").text == "What changed"
    assert not re.search("[가-힣]", shown.one("#filters").text)
    colour = "return getComputedStyle(document.documentElement).backgroundColor"
    before = shown.run(colour)
    shown.click("#theme")
    assert shown.run(colour) != before


def test_a_hostile_text_runs_nothing(opened) -> None:
    text = HOSTILE.replace("\ud83d", "")
    shown = opened(changes_page(diff([], [sentence(text, doc=text), sentence(QUIET, doc="둘")]), text, text))
    assert shown.run("return window.hacked") is None
    assert shown.text("h2") == text
    assert shown.text(".sentence") == text


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_hangs_out_of_the_page(opened, width) -> None:
    assert opened(made(), width).run("return document.documentElement.scrollWidth") <= width


def test_on_paper(opened) -> None:
    shown = opened(made())
    shown.click("#theme")
    shown.run("window.dispatchEvent(new Event('beforeprint'))")
    assert shown.run("return document.documentElement.dataset.theme") == "light"
    shown.run("window.dispatchEvent(new Event('afterprint'))")
    assert shown.run("return document.documentElement.dataset.theme") == "dark"
    assert len(shown.driver.print_page()) > 1000
