"""The calendar: which events are in it, and RFC 5545's rules of escaping, folding, ids and line ends."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from marked import article, sentence

from pipeline.export import FORMATS, Options
from pipeline.icalendar import calendar, escaped, folded

LAUNCH = "[[소련|LC 소비에트_연방]|agent]은 [1957년 10월 4일|DATE 1957-10-04] [[🚀 위성, 하나|AF]|theme]를 [쏘았다|LAUNCH 1957-10-04]."


def entries(*sentences):
    """The entries of a calendar as property → value, unfolded as a reader would."""
    lines = calendar(sentences).replace("\r\n ", "").split("\r\n")
    begins = [number for number, line in enumerate(lines) if line == "BEGIN:VEVENT"]
    bodies = [lines[begin + 1 : lines.index("END:VEVENT", begin)] for begin in begins]
    return [dict(line.split(":", 1) for line in body) for body in bodies]


def test_a_dated_event_is_an_entry():
    written = calendar([sentence(LAUNCH)])
    assert written.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//yeonpyo//dated events//KO\r\n")
    assert written.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    (entry,) = entries(sentence(LAUNCH))
    assert len(entry.pop("UID").split("-")[0]) == 12
    assert entry == {
        "DTSTAMP": "19571004T000000Z",
        "DTSTART;VALUE=DATE": "19571004",
        "DTEND;VALUE=DATE": "19571005",
        "SUMMARY": "소비에트 연방 🚀 위성\\, 하나 쏘았다",
        "DESCRIPTION": "소련은 1957년 10월 4일 🚀 위성\\, 하나를 쏘았다.",
        "CATEGORIES": "LAUNCH",
        "STATUS": "CONFIRMED",
        "TRANSP": "TRANSPARENT",
    }


def test_places_and_doubts_are_told():
    place, planned, failed = entries(*article(
        "[달|place]에 [착륙|LANDING 1969-07-20]했다.",
        "[착륙|LANDING 1970-07-20 POS PLANNED]할 예정이다.",
        "[착륙|LANDING 1971-07-20 NEG]하지 못했다.",
    ))  # fmt: skip
    assert [place["LOCATION"], place["STATUS"]] == ["달", "CONFIRMED"]
    assert [planned["STATUS"], failed["STATUS"]] == ["TENTATIVE", "CANCELLED"]


def test_an_interval_ends_the_day_after():
    (entry,) = entries(sentence("[비행|FLIGHT 1962-08-11/1962-08-31]했다."))
    assert (entry["DTSTART;VALUE=DATE"], entry["DTEND;VALUE=DATE"]) == ("19620811", "19620901")


def test_what_has_no_full_date_is_no_entry():
    dates = ["1957", "1957-10", "196X", "1957-10-04~", "1957-10/1957-11", "1957-10-04/..", "XXXX-04-12", "-0062-09-23",
             "0000-01-01", "1957-02-30", "", "12345-01-01"]  # fmt: skip
    one = sentence("[일|OTHER 1957]이다.")
    for date in dates:
        assert calendar([replace(one, events=(replace(one.events[0], date=date),))]) == "", date


def test_the_last_day_of_the_calendar_has_no_day_after():
    (entry,) = entries(sentence("[끝|END 9999-12-31]."))
    assert "DTEND;VALUE=DATE" not in entry


def test_what_is_told_twice_is_one_entry():
    again = "[[소련|LC 소비에트_연방]|agent]이 [쏘아올린|LAUNCH 1957-10-04] 위성이다."
    assert len(entries(*article(LAUNCH, again))) == 1


def test_an_entry_keeps_its_id_when_the_article_is_edited_elsewhere():
    one, other = entries(*article(LAUNCH)), entries(*article("새 문장이다.", LAUNCH))
    assert one == other
    (elsewhere,) = entries(sentence(LAUNCH, doc="다른 글"))
    assert elsewhere["UID"] != one[0]["UID"]


def test_texts_are_escaped():
    assert escaped("가;나, 다\\라\r\n마\n바\x07") == "가\\;나\\, 다\\\\라\\n마\\n바 "


@given(st.text("가🚀a,;\\ ", max_size=200))
def test_lines_are_folded_at_75_octets_and_no_character_is_cut(text):
    written = folded("SUMMARY:" + text)
    assert written.endswith("\r\n")
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert written.replace("\r\n ", "") == f"SUMMARY:{text}\r\n"


def test_no_text_makes_a_property_of_its_own():
    (entry,) = entries(sentence("BEGIN:VALARM\r\nATTACH:x [일|OTHER 1957-10-04]"))
    assert entry["DESCRIPTION"] == "BEGIN:VALARM\\nATTACH:x 일"
    assert "ATTACH" not in entry


def test_the_writer_appends_documents(tmp_path):
    with FORMATS["ics"].write(tmp_path, Options()) as add:
        for number, date in enumerate(["1957-10-04", "1957", "1958-01-31"]):
            add([sentence(f"[일|OTHER {date}]", doc=str(number))], None)
    written = (tmp_path / "calendar.ics").read_bytes()
    assert written.count(b"BEGIN:VCALENDAR\r\n") == written.count(b"END:VCALENDAR\r\n") == 2
    assert written.count(b"\n") == written.count(b"\r\n")
