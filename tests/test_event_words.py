"""The type of a happening where one word has several: its noun decides. And words that only look like happenings."""

import pytest

from pipeline import lexicon
from pipeline.errors import LexiconError
from pipeline.events.frames import read_frame, read_idiom
from pipeline.events.vocabulary import vocabulary
from pipeline.nlp import annotate, build


@pytest.fixture(scope="module")
def types_in():
    nlp = build()
    return lambda sentence: [(e.trigger.text, e.type) for e in annotate(nlp, sentence)._.dated_events]


READINGS = """
    [올랐다|EXPLORATION] 2011년 그는 산 정상에 올랐다.
    [올랐다|WIN] 2011년 그 팀은 리그 정상에 올랐다.
    [올랐다|APPOINTMENT] 2011년 그는 사장 자리에 올랐다.
    [올랐다|PERFORMANCE] 2011년 그는 무대에 올랐다.
    [올랐다|CHANGE] 2011년 기름값이 올랐다.
    [올랐다|MOVEMENT] 2011년 그는 버스에 올랐다.
    [받았다|AWARD] 2019년 그는 대상을 받았다.
    [받았다|AWARD] 2012년 그는 외국어영화상을 받았다.
    [받았다|EDUCATION] 2010년 그는 박사 학위를 받았다.
    [받았다|TRIAL] 2010년 그는 징역 3년을 받았다.
    [받았다|SUPPORT] 2010년 대학은 지원금을 받았다.
    [돌아갔다|AWARD] 2019년 대상은 이 작품에 돌아갔다.
    [돌아갔다|RETURN] 2019년 그는 집으로 돌아갔다.
    [차지|AWARD] 2005년 팀은 금메달을 차지했다.
    [차지|AWARD] 2005년 그 책은 대상을 차지했다.
    [닫았다|DISSOLUTION] 1998년 회사가 문을 닫았다.
    [열었다|FOUNDING] 1998년 학교가 문을 열었다.
    [열었다|START] 1998년 새 청사가 문을 열었다.
    [내렸다|END] 1998년 대회가 막을 내렸다.
    [내렸다|CHANGE] 1998년 금리가 내렸다.
    [통과|LEGISLATION] 1987년 개정안이 국회를 통과했다.
    [통과|MOVEMENT] 2015년 배가 운하를 통과했다.
    [시행|LEGISLATION] 2015년 새 법이 시행되었다.
    [선포|DECISION] 1980년 정부는 비상계엄을 선포했다.
    [선포|STATEMENT] 1919년 그들은 독립을 선포했다.
    [세워졌다|CONSTRUCTION] 2003년 광장에 동상이 세워졌다.
    [세워졌다|FOUNDING] 2003년 마을에 학교가 세워졌다.
    [세웠다|PERFORMANCE] 2012년 그는 신기록을 세웠다.
    [세웠다|OTHER] 2012년 그는 공을 세웠다.
    [세웠다|DECISION] 2012년 회사는 계획을 세웠다.
    [들어섰다|CONSTRUCTION] 2003년 마을에 공장이 들어섰다.
    [들어섰다|FOUNDING] 1961년 군사 정권이 들어섰다.
    [보냈다|STATEMENT] 1938년 그는 친구에게 편지를 보냈다.
    [보냈다|TRANSFER] 1938년 그는 고향에 돈을 보냈다.
    [보냈다|MOVEMENT] 1938년 정부는 특사를 보냈다.
    [내놓았다|PUBLICATION] 2014년 회사는 신제품을 내놓았다.
    [내놓았다|DECISION] 2014년 회사는 대책을 내놓았다.
    [내놓았다|RESIGNATION] 2014년 그는 의장직을 내놓았다.
    [잡았다|APPOINTMENT] 2014년 그는 대표팀 지휘봉을 잡았다.
    [잡았다|ARREST] 2014년 경찰은 범인을 잡았다.
    [무너졌다|ACCIDENT] 1985년 다리가 무너졌다.
    [무너졌다|DISSOLUTION] 1985년 왕조가 무너졌다.
    [찾았다|DISCOVERY] 2022년 연구진은 새 행성을 찾았다.
    [찾았다|MOVEMENT] 2022년 대통령은 공장을 찾았다.
    [잃었다|DEATH] 2009년 그는 목숨을 잃었다.
    [잃었다|RESIGNATION] 2009년 그는 일자리를 잃었다.
    [잃었다|LOSS] 2009년 그 팀은 선두를 잃었다.
    [사표|RESIGNATION] 2010년 그는 사표를 냈다.
    [냈다|PUBLICATION] 2010년 그는 책을 냈다.
    [냈다|TRANSFER] 2010년 회사는 세금을 냈다.
    [걸렸다|INJURY] 2012년 그는 암에 걸렸다.
    [걸렸다|PERFORMANCE] 2012년 그림이 미술관에 걸렸다.
    [당선|AWARD] 2012년 그는 현상 공모에 당선되었다.
    [당선|ELECTION] 2012년 그는 시장에 당선되었다.
    [발행|TRADE] 2012년 회사는 채권을 발행했다.
    [발행|PUBLICATION] 2012년 학회는 잡지를 발행했다.
    [지진|DISASTER] 2012년 지진이 났다.
    [불|ACCIDENT] 2012년 건물에 불이 났다.
    [준우승|LOSS] 2012년 그는 대회에서 준우승에 그쳤다.
    [그쳤다|END] 2012년 비가 그쳤다.
    [되었다|APPOINTMENT] 2012년 그는 여성 최초의 판사가 되었다.
    [되었다|CHANGE] 2012년 그는 아버지가 되었다.
    [넘었다|MOVEMENT] 2012년 부대는 국경을 넘었다.
    [넘었다|CHANGE] 2012년 가입자가 100만 명을 넘었다.
    [들어갔다|EDUCATION] 2012년 그는 대학에 들어갔다.
    [들어갔다|APPOINTMENT] 2012년 그는 회사에 들어갔다.
    [서명|AGREEMENT] 2012년 두 나라는 조약에 서명했다.
    [서명|LEGISLATION] 2012년 대통령은 법안에 서명했다.
    [빼앗았다|ATTACK] 2012년 군은 마을을 빼앗았다.
    [빼앗겼다|RESIGNATION] 2012년 그는 왕위를 빼앗겼다.
    [만들었다|DEVELOPMENT] 2012년 연구팀은 백신을 만들었다.
    [만들었다|PUBLICATION] 2012년 감독은 영화를 만들었다.
    [만들었다|FOUNDING] 2012년 주민들은 협동조합을 만들었다.
    [만들었다|LEGISLATION] 2012년 국회는 법을 만들었다.
    [유출|ACCIDENT] 2008년 고객 정보가 유출되었다.
    [확정|WIN] 2008년 그 팀은 우승을 확정했다.
    [확정|TRIAL] 2008년 대법원은 원심을 확정했다.
    [압수 수색|ARREST] 2021년 검찰은 회사를 압수 수색했다.
    [방영|PUBLICATION] 2004년 그 드라마가 방영되었다.
    [중계|OPERATION] 2004년 결승전이 전국에 중계되었다.
    [보도|STATEMENT] 2004년 신문은 그 사건을 보도했다.
    [퍼졌다|STATEMENT] 2004년 소문이 퍼졌다.
    [퍼졌다|DISASTER] 2004년 콜레라가 퍼졌다.
    [발표|PUBLICATION] 2004년 그는 새 음반을 발표했다.
    [발표|STATEMENT] 2004년 그는 방침을 발표했다.
    [공개|STATEMENT] 2004년 정부는 명단을 공개했다.
    [데뷔|START] 2004년 그는 가수로 데뷔했다.
    [복귀|APPOINTMENT] 2004년 그는 공직에 복귀했다.
    [복귀|RETURN] 2004년 그는 무대에 복귀했다.
    [수확|AWARD] 2010년 그는 금메달 아홉 개를 수확했다.
    [잘랐다|RESIGNATION] 2010년 회사는 직원 100명을 잘랐다.
    [복귀|RETURN] 2004년 그는 부대에 복귀했다.
    [건립|CONSTRUCTION] 1960년 마을에 기념비가 건립되었다.
    [건립|FOUNDING] 1960년 마을에 학교가 건립되었다.
    [철거|DISSOLUTION] 1960년 그 건물은 철거되었다.
    [집행|DEATH] 1960년 그의 사형이 집행되었다.
    [집행|TRIAL] 1960년 벌금형이 집행되었다.
    [구속|ARREST] 1960년 그는 횡령 혐의로 구속되었다.
    [고발|TRIAL] 1960년 그는 횡령 혐의로 고발되었다.
    [투입|CONFLICT] 1960년 여단이 투입되었다.
    [참가|PERFORMANCE] 1996년 그는 올림픽에 참가했다.
    [참여|PERFORMANCE] 1996년 그는 그 음반에 참여했다.
    [참여|CONFLICT] 1919년 그는 독립운동에 참여했다.
    [도입|TRADE] 1996년 공군은 전투기를 도입했다.
    [도입|START] 1996년 정부는 새 제도를 도입했다.
    [가입|AGREEMENT] 1996년 그 나라는 연방에 가입했다.
    [가입|OTHER] 1996년 그는 동호회에 가입했다.
    [빠졌다|CHANGE] 1996년 나라는 혼란에 빠졌다.
    [빠졌다|ACCIDENT] 1996년 버스가 강에 빠졌다.
    [강등|CHANGE] 1996년 신용 등급이 강등되었다.
    [강등|LOSS] 1996년 그 팀은 2부 리그로 강등되었다.
    [취득|INVENTION] 1996년 그는 특허를 취득했다.
    [취득|EDUCATION] 1996년 그는 학사 학위를 취득했다.
    [옮겼다|TRANSFER] 1996년 그는 소속팀을 옮겼다.
    [옮겼다|MOVEMENT] 1996년 회사는 본사를 옮겼다.
    [마감|RESIGNATION] 1996년 그는 선수 생활을 마감했다.
    [무너졌다|ACCIDENT] 1996년 축대가 무너졌다.
    [가세|CONFLICT] 1621년 그는 공격에 가세했다.
    [알렸다|CHANGE] 1996년 그는 세상에 이름을 알렸다.
    [알렸다|STATEMENT] 1996년 그는 사고를 알렸다.
    [준비|EDUCATION] 1996년 그는 시험을 준비했다.
    [손상|CHANGE] 1996년 탑은 손상을 입었다.
    [재간택|DECISION] 1750년 왕실은 재간택을 행하였다.
"""

FORMS = """
    [개인전|PERFORMANCE] 1995년 그는 서울에서 개인전을 열었다.
    [회갑연|MEETING] 1795년 회갑연이 열렸다.
    [낭송제|PERFORMANCE] 1995년 마을에서 낭송제가 열렸다.
    [준공식|CONSTRUCTION] 1995년 준공식이 열렸다.
    [혼례|MARRIAGE] 1920년 두 사람은 혼례를 올렸다.
    [표결|DECISION] 1995년 의장은 안건을 표결에 부쳤다.
    [파업|CONFLICT] 2012년 노조는 파업에 들어갔다.
    [넓어졌다|CHANGE] 2010년 마을이 넓어졌다.
    [산업화|CHANGE] 1970년대에 그 나라는 산업화되었다.
    [재투표|ELECTION] 1995년 재투표가 실시되었다.
"""

NO_HAPPENING = (
    "1995년 우주비행사는 모두 서른 명이다.",
    "1995년 그 나라는 강대국이었다.",
    "1995년 신인상은 없다.",
)


def _cases(written: str) -> list:
    lines = [line.strip()[1:] for line in written.strip().splitlines()]
    return [(sentence, *said.split("|")) for said, _, sentence in (line.partition("] ") for line in lines)]


@pytest.mark.parametrize(("sentence", "trigger", "kind"), _cases(READINGS))
def test_the_noun_decides(types_in, sentence, trigger, kind):
    assert types_in(sentence) == [(trigger, kind)]


@pytest.mark.parametrize(("sentence", "trigger", "kind"), _cases(FORMS))
def test_the_form_tells(types_in, sentence, trigger, kind):
    assert (trigger, kind) in types_in(sentence)


@pytest.mark.parametrize("sentence", NO_HAPPENING)
def test_words_that_only_end_like_a_happening(types_in, sentence):
    assert types_in(sentence) == []


@pytest.mark.parametrize(
    ("form", "kind"),
    [("시험비행", "FLIGHT"), ("재선거", "ELECTION"), ("준공식", "CONSTRUCTION"), ("영화상", None), ("비행사", None),
     ("우주비행사", None), ("신인상", None), ("강대국", None)],
)  # fmt: skip
def test_compounds_are_cut_where_one_is_plausible(form, kind):
    found = vocabulary().event_noun(form)
    assert (found and found.name) == kind


def test_a_frame_stands_for_every_noun_with_every_verb():
    assert read_frame("왕위|보위/에+오르다|앉다") == (("왕위", "보위"), "에", ("오르다", "앉다"), False)
    assert read_idiom("막을 내리다") == (("막",), "을", ("내리다",), True)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('[WIN]\nframes = ["왕위 오르다"]', "왕위+오르다"),
        ('[WIN]\nframes = ["왕위/라도+오르다"]', "왕위+오르다"),
        ('[WIN]\nframes = ["<없는반>+오르다"]', "noun_classes.csv"),
        ('[END]\nidioms = ["막내리다"]', "문을 닫다"),
        ('[WIN]\nnouns = ["진수"]\n[LOSS]\nnouns = ["진수"]', "two types"),
        ('[WIN]\nframes = ["기록+세우다"]\n[LOSS]\nframes = ["기록+세우다"]', "two types"),
    ],
)
def test_a_table_that_breaks_the_format(tmp_path, table, said):
    (tmp_path / "events.toml").write_text(table, encoding="utf-8")
    lexicon.use([tmp_path])
    try:
        with pytest.raises(LexiconError, match=r"events\.toml") as error:
            vocabulary()
        assert said in str(error.value)
    finally:
        lexicon.use([])


def test_a_users_frame_and_word_win(tmp_path):
    (tmp_path / "events.toml").write_text(
        '[LAUNCH]\nactions = ["진수"]\nframes = ["조약돌+세우다"]\nidioms = ["닻을 올리다"]\n[OTHER]\nnouns = ["발표"]\n',
        encoding="utf-8",
    )
    lexicon.use([tmp_path])
    try:
        nlp = build()
        for sentence, kind in (
            ("2012년 새 배가 진수되었다.", "LAUNCH"), ("2012년 여객선이 닻을 올렸다.", "LAUNCH"),
            ("2012년 회사는 계획을 발표했다.", "OTHER"),
        ):  # fmt: skip
            assert [e.type for e in annotate(nlp, sentence)._.dated_events] == [kind]
    finally:
        lexicon.use([])
