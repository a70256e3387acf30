"""Documents with annotations made by hand, for the tests of what is written out of them."""

from __future__ import annotations

import gc
import os

import pytest
from browsing import binary
from hypothesis import settings
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline import annotation
from pipeline.__main__ import NEW_OBJECTS, main
from pipeline.model import Anchor, Argument, Entity, Event, Timex, Trigger
from pipeline.spacy_doc import KoreanMorphology, read

# The same examples in every run, so that a change that breaks nothing never fails; HYPOTHESIS_PROFILE=exploring
# looks for new ones.
settings.register_profile("reproducible", derandomize=True)
settings.register_profile("exploring")
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "reproducible"))
gc.set_threshold(NEW_OBJECTS)  # as the command line does


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """Commands keep their analyses where no user's are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("YEONPYO_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def yeonpyo(monkeypatch, capsys):
    """Runs a command; gives back its exit code and what it printed to standard output and error."""

    def run(*arguments):
        monkeypatch.setattr("sys.argv", ["yeonpyo", *map(str, arguments)])
        with pytest.raises(SystemExit) as exit:
            main()
        printed = capsys.readouterr()
        return exit.value.code or 0, printed.out, printed.err

    return run


@pytest.fixture(scope="session")
def morphology():
    return KoreanMorphology(Vocab())


@pytest.fixture(scope="session")
def chromium():
    """A headless Chromium."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    browser, driver = binary("chromium", "chromium-browser", "google-chrome"), binary("chromedriver")
    if not browser or not driver:
        pytest.skip("no Chromium with its driver on this machine")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--lang=ko"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield started
    started.quit()


@pytest.fixture
def annotated_doc(morphology):
    """Makes a document of a text and records that name their words; each stands at its first place in the text."""

    def make(text, times=(), entities=(), events=(), doc_id="문서", date=None) -> Doc:
        doc = morphology(text)
        doc._.doc_id, doc._.iso_date = doc_id, date
        for kind, records in (("times", times), ("entities", entities), ("events", events)):
            annotation.store(doc, kind, records, read(doc))
        return doc

    return make


TEXT = "소련은 1957년 10월 4일 스푸트니크 1호를 쏘았다. 이듬해 미국도 성공했다."


@pytest.fixture
def space_race(annotated_doc):
    """Two sentences with two times, an anchor, three entities, two events and three arguments."""
    return annotated_doc(
        TEXT,
        times=[
            Timex(4, 16, "1957년 10월 4일", "DATE", "1957-10-04", rule="calendar.day"),
            Timex(32, 35, "이듬해", "DATE", "1958", rule="deictic.next_year", anchor=Anchor("1957-10-04", 4, 16)),
        ],
        entities=[
            Entity(0, 2, "소련", "LC", "소비에트 연방", rule="gazetteer.LC"),
            Entity(17, 25, "스푸트니크 1호", "AF", "스푸트니크 1호", rule="shape.craft"),
            Entity(36, 38, "미국", "LC", "미국", rule="gazetteer.LC"),
        ],
        events=[
            Event(Trigger(27, 30, "쏘았다", "쏘다"), "LAUNCH", "1957-10-04",
                  (Argument("agent", 0, 2, "소련"), Argument("theme", 17, 25, "스푸트니크 1호")),
                  rule="own_clause", time=4),
            Event(Trigger(40, 42, "성공", "성공"), "LAUNCH", "1958", (Argument("agent", 36, 38, "미국"),),
                  rule="own_clause", time=32),
        ],
    )  # fmt: skip
