"""Ids of events that an edit elsewhere, respacing or other rules leave alone."""

from dataclasses import replace

from marked import article

from pipeline.uid import uids

LAUNCH = "[1957년|DATE 1957] 소련은 위성을 [발사|LAUNCH 1957]했다."
TWICE = "[발사|LAUNCH 1957] 뒤에 다시 [발사|LAUNCH 1958]했다."


def flat(*marked: str) -> list[str]:
    return [uid for names in uids(article(*marked)) for uid in names]


def test_an_edit_elsewhere_changes_nothing() -> None:
    (alone,) = flat(LAUNCH)
    assert flat("새로 쓴 문장이다.", LAUNCH, "또 하나.") == [alone]
    assert flat("새로 [쓴|PUBLICATION 1999] 문장이다.", LAUNCH)[1] == alone
    assert len(alone) == 12


def test_spaces_change_nothing() -> None:
    assert flat(LAUNCH) == flat("[1957년|DATE 1957]소련은위성을 [발사|LAUNCH 1957] 했다.")


def test_what_rules_say_of_the_event_changes_nothing() -> None:
    assert flat(LAUNCH) == flat("1957년 [소련|agent]은 위성을 [발사|START 1958 NEG PLANNED]했다.")


def test_another_word_or_another_sentence_is_another_event() -> None:
    assert flat(LAUNCH) != flat("[1957년|DATE 1957] 소련은 로켓을 [발사|LAUNCH 1957]했다.")
    assert flat(LAUNCH) != flat("[1957년|DATE 1957] 소련은 [위성|LAUNCH 1957]을 발사했다.")


def test_the_same_word_twice_in_a_sentence() -> None:
    first, second = flat(TWICE)
    assert first != second
    # One that a later rule no longer finds does not rename the other.
    assert flat("발사 뒤에 다시 [발사|LAUNCH 1958]했다.") == [second]


def test_a_list_of_years_with_one_trigger() -> None:
    assert len(set(flat("[[[우승|WIN 1997]|WIN 1999]|WIN 2003]했다."))) == 3


def test_a_sentence_said_twice() -> None:
    assert len(set(flat(LAUNCH, "그렇다.", LAUNCH))) == 2
    assert flat(LAUNCH, LAUNCH)[0] == flat(LAUNCH)[0]


def test_offsets_and_names_of_documents_do_not_matter() -> None:
    (sentence,) = article(LAUNCH)
    assert uids([replace(sentence, doc="d", id="s9")]) == uids([sentence])
