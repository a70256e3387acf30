"""Clauses: which phrases belong to which predicate, and how each clause stands in its sentence."""

import pytest

from pipeline import entities, timex
from pipeline.events import outline
from pipeline.spacy_doc import read


@pytest.fixture(scope="module")
def clauses(morphology):
    """A line a clause: ``predicate kind[, nested] < subject | phrases > what it modifies``."""

    def told(sentence):
        reading = read(morphology(sentence))
        times = timex.find_times(reading)
        names = entities.find_entities(reading, times)
        return [line(c) for c in outline(reading, times, names)]

    return told


def line(clause):
    said = f"{clause.lemma} {clause.standing}" + (" nested" if clause.nested else "")
    said += f" < {clause.subject}" if clause.subject else ""
    said += f" | {' '.join(clause.phrases)}" if clause.phrases else ""
    return said + (f" > {clause.head}" if clause.head else "")


CASES = {
    "a prenominal clause takes back to the topic": (
        "소련은 위성을 탑재한 로켓을 쏘았다.",
        ["탑재 prenominal nested | 위성+을 > 로켓", "쏘다 final < 소련 | 로켓+을"],
    ),
    "a topic goes on to the clauses that follow": (
        "그는 학교를 세우고 책을 썼다.",
        ["세우다 connective < 그 | 학교+를", "쓰다 final < 그 | 책+을"],
    ),
    "a new subject ends it": (
        "왕이 죽고 아들이 즉위했다.",
        ["죽다 connective < 왕", "즉위 final < 아들"],
    ),
    "a subject of a clause without pause is carried": (
        "군대가 반란을 일으켜 정권을 장악했다.",
        ["일으키다 connective < 군대 | 반란+을", "장악 final < 군대 | 정권+을"],
    ),
    "a nominalised clause": (
        "정부는 선거가 열리기 전에 해산했다.",
        ["열리다 nominal nested < 선거", "해산 final < 정부 | 전+에"],
    ),
    "what is reported": (
        "그는 사실이 아니라고 말했다.",
        ["아니다 quotative < 그 | 사실+이", "말 final < 그"],
    ),
    "auxiliaries and phases belong to the predicate": (
        "회사는 공장을 짓기 시작했다.",
        ["짓다 final < 회사 | 공장+을"],
    ),
    "a verb that is a postposition makes no clause": (
        "소련에 의해 위성이 발사되었다.",
        ["발사 final < 위성 | 소련+에"],
    ),
    "the name behind 인 is what a clause modifies": (
        "2008년 발사한 탐사선인 찬드라얀 1호가 도착했다.",
        ["발사 prenominal nested | 2008년 > 찬드라얀 1호", "이다 prenominal nested | 탐사선 > 찬드라얀 1호",
         "도착 final < 찬드라얀 1호"],
    ),
    "a bracket is a row of its own": (
        "그는 정상회담(회담은 사흘 이어졌다)에 참석했다.",
        ["참석 final < 그 | 정상회담+에", "이어지다 final < 회담 | 사흘"],
    ),
    "lost blanks change nothing": (
        "소련은위성을탑재한로켓을쏘았다.",
        ["탑재 prenominal nested | 위성+을 > 로켓", "쏘다 final < 소련 | 로켓+을"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), CASES.values(), ids=CASES.keys())
def test_clauses(clauses, sentence, expected):
    assert clauses(sentence) == expected
