"""Dated events, from sentence to record. Each case is a sentence and what happened, one line an event:

``trigger TYPE date role=span … NEG PLANNED`` (POS and ASSERTED are not written).
"""

import pytest

from pipeline.model import Event
from pipeline.nlp import annotate, build


@pytest.fixture(scope="module")
def told():
    """The events of a sentence, one line each."""
    nlp = build()
    return lambda sentence, date=None: [line(e) for e in annotate(nlp, sentence, date=date)._.dated_events]


def line(event: Event) -> str:
    arguments = [f"{a.role}={a.text}" for a in event.arguments]
    factuality = [x for x in (event.polarity, event.modality) if x not in ("POS", "ASSERTED")]
    return " ".join([event.trigger.text, event.type, event.date, *arguments, *factuality])


CASES = {
    "how it is done, between a thing and what is done with it": (
        "그는 2001년 애국가를 소리 내어 불렀다. 정부는 2003년 여우를 시험 삼아 풀어놓았다. "
        "회사는 2004년 평택에 50억 원을 들여 공장을 지었다.",
        ["불렀다 PERFORMANCE 2001 agent=그 theme=애국가", "풀어놓았다 MOVEMENT 2003 agent=정부 theme=여우",
         "지었다 CONSTRUCTION 2004 agent=회사 theme=공장 place=평택"],
    ),
    "what a court finds something to be; a promise with its deadline; what remains; what is let go": (
        "최고법원은 2021년 4월 1일 휴회를 위법하다고 판결했다. "
        "그는 2016년 7월 13일 총리에 취임하면서 10월 31일까지는 회담을 열겠다고 공언했다. "
        "정부는 2002년에 남은 지분을 팔겠다고 공표했다. 재단은 2005년 조직 개편을 마쳤다. "
        "당은 2001년 3월 총회에서 2015년까지 회관을 짓겠다고 선언했다. "
        "구청은 2012년 여우 두 마리를 산에 풀어놓았다.",
        ["판결 TRIAL 2021-04-01 agent=최고법원", "취임 APPOINTMENT 2016-07-13 agent=그",
         "회담 MEETING ../2016-10-31 agent=그 PLANNED", "공언 STATEMENT 2016-07-13 agent=그", "공표 STATEMENT 2002 agent=정부",
         "개편 CHANGE 2005 agent=재단 theme=조직",
         "짓겠다고 CONSTRUCTION ../2015 agent=당 theme=회관 PLANNED", "선언 STATEMENT 2001-03 agent=당",
         "풀어놓았다 MOVEMENT 2012 agent=구청 theme=여우 두 마리 place=산"],
    ),
    "since when it was last so; what is called off; where it was going; who does it before who once made it": (
        "금리를 내린 2020년 5월 이후 네 해가 지났다. 당은 2024년 10월 21일 열려던 회의를 취소했다. "
        "2024년 9월 24일 오후 청량리역을 떠나 안동으로 가던 열차가 탈선했다. "
        "영국이 2024년 10월 8일 두 회사가 개발한 백신의 접종을 시작했다. "
        "공동체는 2024년 10월 16일까지 대통령을 복권시키지 않으면 무력을 쓰겠다고 경고했다. 산업은 1990년대 크게 성장했다.",
        ["내린 CHANGE 2020-05 theme=금리", "회의 MEETING 2024-10-21 NEG PLANNED", "탈선 ACCIDENT 2024-09-24 theme=열차",
         "접종 OPERATION 2024-10-08 agent=영국 theme=백신", "복권 CHANGE ../2024-10-16 agent=공동체 theme=대통령 NEG POSSIBLE",
         "성장 CHANGE 199X theme=산업"],
    ),
    "one year after another; the plan that is told; what is to be and what was said; in what it is sent up": (
        "회사는 2022년에 이어 2023년 9월에도 심사를 철회했다. 사업단은 2031년 11월 조립을 끝내고 2032년 7월 기체를 옮긴다는 일정을 세웠다. "
        "부는 2023년 7월 20일 회의를 열 예정이며, 조정도 검토하겠다고 밝혔다. "
        "다누리가 2022년 8월 5일 플로리다주 우주 기지에서 팰컨 9에 실려 발사되었다.",
        ["철회 DECISION 2022 agent=회사 theme=심사", "철회 DECISION 2023-09 agent=회사 theme=심사",
         "조립 CONSTRUCTION 2031-11 agent=사업단", "옮긴다는 MOVEMENT 2032-07 agent=사업단 theme=기체 PLANNED",
         "회의 MEETING 2023-07-20 agent=부 PLANNED", "발사 LAUNCH 2022-08-05 theme=다누리 place=플로리다주 우주 기지 instrument=팰컨 9"],
    ),
    "why another one did it; what came on a day, so long after; what has been written since; what goes on and on": (
        "1956년 작가는 원고를 잡지에 보냈으나 편집진은 혁명을 왜곡했다는 이유로 그해 9월 게재를 거절하였다. "
        "아들이 메달을 받은 것은 1989년 12월 9일, 작가가 숨을 거둔 지 29년이 지난 뒤였다. 1980년대 들어 발표한 소설은 판매가 금지됐다. "
        "방글라데시에 2024년 8월 19일부터 이어진 폭우로 둑이 무너졌다. "
        "2026년 3월 21일로 예정됐던 경기는 소집 때문에 2026년 4월 4일로 미뤄졌다.",
        ["보냈으나 TRANSFER 1956 agent=작가 theme=원고", "거절 DECISION 1956-09 agent=작가 theme=게재",
         "받은 AWARD 1989-12-09 agent=아들 theme=메달", "발표 PUBLICATION 198X theme=소설",
         "이어진 OTHER 2024-08-19/.. theme=폭우 place=방글라데시", "경기 PERFORMANCE 2026-03-21 PLANNED",
         "경기 PERFORMANCE 2026-04-04 PLANNED"],
    ),
    "steps of an order; until when is no day of the saying; all through; a year told in brackets": (
        "의회는 1649년 1월 7일 그에게 군대를 해산하고 돌아오라고 명령했다. "
        "시는 2030년까지 건물을 보수하고 관광객을 늘릴 계획이라고 밝혔다. "
        "1960년대 내내 제작과 배급을 아우르는 영화사로 성장한 회사는 망했다. 내전은 현종 11년(1670년)부터 이듬해까지 계속되었다. "
        "폭발은 태풍이 섬을 덮친 1991년 6월 15일 오후에 일어났다. "
        "2016년 11월 17일 어머니가 소리 내어 울었다.",
        ["명령 DECISION 1649-01-07 agent=의회", "보수 CONSTRUCTION ../2030 agent=시 theme=건물 PLANNED",
         "늘릴 CHANGE ../2030 agent=시 theme=관광객 PLANNED", "성장 CHANGE 196X theme=회사", "계속 OTHER 1670/1671 theme=내전",
         "폭발 ACCIDENT 1991-06-15", "덮친 DISASTER 1991-06-15 theme=태풍 theme=섬",
         "울었다 OTHER 2016-11-17 agent=어머니"],
    ),
    "where and with whom beside the time; whom a cleft names; the later of two courts; whose heirs; what is spent": (
        "그는 1922년 시카고에서 친구 월리스 스미스와 함께 통조림을 만드는 회사를 세웠다. 2000년 8월 13일 경찰에 체포된 것은 최모 군이었다. "
        "김 군은 2001년 2월 1심에서 15년을, 같은 해 5월 2심에서 10년을 선고받았고 상고를 포기했다. "
        "2021년 고 이건희 회장 유족이 그림을 기증했다. 회사는 2011년 3월 50억 원을 들여 공장을 지었다.",
        ["세웠다 FOUNDING 1922 agent=그 agent=월리스 스미스 theme=회사 place=시카고", "체포 ARREST 2000-08-13 theme=최모",
         "선고 TRIAL 2001-02 theme=김", "선고 TRIAL 2001-05 theme=김", "포기 END 2001-05 agent=김 theme=상고",
         "기증 TRANSFER 2021 agent=유족 theme=그림", "지었다 CONSTRUCTION 2011-03 agent=회사 theme=공장"],
    ),
    "at the very moment; what was done and no more; a year of a noun; with what one is hurt; by whom one is beaten": (
        "2016년 11월 17일 재판부가 무죄를 선고하던 순간, 어머니가 울었다. 화가는 1953년 7월 일주일을 함께 보냈을 뿐 만나지 못했다. "
        "2023년 7월 29일, 구단은 2024년 신인 지명권을 키움 히어로즈에 내주었다. 기사는 2000년 8월 10일 흉기에 찔려 숨졌다. "
        "한국은 2023년 4월 1일 일본에 패했다. 2023년 11월 13일 서울에서 벌어진 경기를 이긴 팀은 정상에 섰다.",
        ["선고 TRIAL 2016-11-17 agent=재판부 theme=무죄", "울었다 OTHER 2016-11-17 agent=어머니", "보냈을 TRANSFER 1953-07",
         "내주었다 TRANSFER 2023-07-29 agent=구단 theme=신인 지명권 place=키움 히어로즈",
         "찔려 INJURY 2000-08-10 theme=기사 instrument=흉기",
         "숨졌다 DEATH 2000-08-10 theme=기사", "패 LOSS 2023-04-01 agent=일본 theme=한국",
         "경기 PERFORMANCE 2023-11-13 agent=팀 place=서울", "이긴 WIN 2023-11-13 agent=팀 theme=경기"],
    ),
    "steps of a plan; what lasts since a year and who made it; what is left over; an attempt that leads on": (
        "정부는 1872년까지 전국의 번을 폐지하고 현을 설치할 계획을 세우고 있었다. 1933년 이래 살라자르가 세운 체제가 지속되고 있었다. "
        "팀은 1998년 10월 두 경기를 남겨 두고 우승을 확정했다. 부대는 1974년 3월 16일 도시로 진격하려다 실패하면서 군인들이 체포되었다.",
        ["폐지 DISSOLUTION ../1872 agent=정부 theme=번 PLANNED", "설치 FOUNDING ../1872 agent=정부 theme=현 PLANNED",
         "지속 OTHER 1933/.. theme=체제", "확정 WIN 1998-10 agent=팀 theme=우승",
         "진격 ATTACK 1974-03-16 agent=부대 place=도시 NEG PLANNED", "체포 ARREST 1974-03-16 theme=군인들"],
    ),
    "what the topic is said to be before a pause; for want of what; what came again after so long; so long is no happening": (
        "대기근은 1670년부터 1671년까지 나라를 휩쓴 기근과 역병으로, 사람이 줄었다. 그는 1941년 3월 약이 바닥난 탓에 숨졌다. "
        "팀은 2023년 11월 13일 상대를 꺾고 29년 만에 우승했다. 계약 기간은 2026년까지다. "
        "두 사람은 1940년 5월 25일 균에 감염된 생쥐에 약을 주사하였다.",
        ["휩쓴 DISASTER 1670/1671 theme=나라", "숨졌다 DEATH 1941-03 theme=그",
         "꺾고 WIN 2023-11-13 agent=팀 theme=상대", "우승 WIN 2023-11-13 agent=팀",
         "주사 OTHER 1940-05-25 agent=두 사람 theme=생쥐 theme=약"],
    ),
    "what is put off; troops are withdrawn; what succeeds and what does not; a project that began is not what came later": (
        "2024년 10월 7일 열 예정이던 독주회는 부상으로 2024년 11월 18일로 미뤄졌다. 두 나라는 2024년 11월 1일 마을에서 병력을 철수했다. "
        "로켓은 2021년 10월 21일 발사됐지만 위성을 궤도에 올리는 데는 실패했다. 2010년 3월 시작된 사업에는 지금까지 1조 원이 들어갔다.",
        ["독주회 PERFORMANCE 2024-10-07 NEG PLANNED", "독주회 PERFORMANCE 2024-11-18 PLANNED",
         "철수 MOVEMENT 2024-11-01 agent=나라 theme=병력 place=마을", "발사 LAUNCH 2021-10-21 theme=로켓",
         "올리는 LAUNCH 2021-10-21 agent=로켓 theme=위성 place=궤도 NEG", "사업 OPERATION 2010-03"],
    ),
    "what ends while something breaks off; a meeting that is a day away; an aim that is no happening; where a firm goes": (
        "임무는 2009년 8월 29일 교신이 끊기면서 312일 만에 끝났다. 그는 2009년 은퇴하고 4년 만에 상을 받았다. "
        "미국은 2016년 9월 3일 정상회의를 하루 앞두고 비준서를 제출했다. "
        "정부는 2020년 말 2050년 탄소중립을 목표로 하는 전략을 제출했다. 회사는 1990년 안산으로 옮겼다.",
        ["끊기면서 END 2009-08-29 theme=교신", "끝났다 END 2009-08-29 theme=임무", "은퇴 RESIGNATION 2009 agent=그",
         "제출 TRANSFER 2016-09-03 agent=미국 theme=비준서", "제출 TRANSFER 2020 agent=정부 theme=전략",
         "옮겼다 MOVEMENT 1990 agent=회사 place=안산"],
    ),
    "what one undergoes befalls nothing later; what was announced on a day; the thing and its day are one": (
        "신문은 2001년 3월 5일 비판 기사를 실었다가 정간을 당했고, 이듬해 6월에야 복간되었다. "
        "보건 당국은 1980년 5월 8일 병이 지구에서 사라졌다고 선언했다. 두 사람이 잡지사를 차린 것이 1947년의 일이다. "
        "그는 1947년 8월 5일 잡지사가 망했다고 말했다.",
        ["실었다가 PUBLICATION 2001-03-05 agent=신문 theme=비판 기사", "정간 END 2001-03-05 theme=신문",
         "복간 PUBLICATION 2002-06 theme=신문", "선언 STATEMENT 1980-05-08 agent=보건 당국",
         "차린 FOUNDING 1947 agent=두 사람 theme=잡지사", "망했다고 DISSOLUTION 1947-08-05 theme=잡지사 REPORTED"],
    ),
    "what was done before something was said; fires; departments; halls by what they are; festivals do something": (
        "2018년 5월 무죄가 확정된 뒤 \"재산을 내놓겠다\"고 약속했다. 2001년 2월 5일 공장에 불이 났다. "
        "그는 1969년 한국대 회화과에 들어갔다. 고인은 1991년 종로에 소극장 세실을 열었다. 2002년 10월 부산국제영화제가 회고전을 마련했다.",
        ["확정 TRIAL 2018-05 theme=무죄", "불 ACCIDENT 2001-02-05 place=공장",
         "들어갔다 EDUCATION 1969 agent=그 theme=한국대 회화과", "열었다 FOUNDING 1991 agent=고인 theme=세실 place=종로",
         "회고전 PERFORMANCE 2002-10 agent=부산국제영화제"],
    ),
    "a time behind the subject of a clause; what is only called so; steps to an aim": (
        "국회는 2024년 9월 26일 대통령이 2024년 7월 거부한 법안을 표결했다. "
        "전쟁은 1950년부터 1953년까지 남과 북이 벌인 전쟁으로, 한국 전쟁이라고도 한다. "
        "그는 1889년 화투를 만들어 팔기 위해 회사를 세웠다. 그는 1990년 좋은 집을 짓고 큰 밭을 샀다.",
        ["거부 DECISION 2024-07 agent=대통령 theme=법안", "표결 LEGISLATION 2024-09-26 agent=국회 theme=법안",
         "전쟁 CONFLICT 1950/1953 theme=남 theme=북", "세웠다 FOUNDING 1889 agent=그 theme=회사",
         "짓고 CONSTRUCTION 1990 agent=그 theme=집", "샀다 TRADE 1990 agent=그 theme=밭"],
    ),
    "what only says how: evading somebody, with somebody at the head": (
        "그는 1815년 2월 26일 감시병을 피해 섬을 탈출하였다. 1919년 손병희가 중심이 되어 선언서를 발표하였다. "
        "4월 6일부터 53일간 이어진 포위전에서 그는 전사하였다.",
        ["탈출 MOVEMENT 1815-02-26 agent=그 place=섬", "발표 STATEMENT 1919 agent=손병희 theme=선언서",
         "이어진 OTHER 1919-04-06/1919-05-28 theme=포위전"],
    ),
    "who was in the midst of something; a thing of somebody with an office": (
        "2024년 3월 5일 A씨가 공장에서 작업을 하던 중 추락해 숨졌다. "
        "이이는 1564년 호조좌랑에 임명된 것을 시작으로 여러 벼슬을 거쳤다. "
        "국회는 2016년 12월 9일 박근혜 대통령 탄핵소추안을 가결했다. 경찰은 2016년 12월 9일 김 의원 사무실을 압수수색했다. "
        "박 전 대통령은 2017년 3월 31일 구속되었다.",
        ["추락 ACCIDENT 2024-03-05 theme=A", "숨졌다 DEATH 2024-03-05 theme=A", "임명 APPOINTMENT 1564 theme=이이",
         "가결 LEGISLATION 2016-12-09 agent=국회 theme=탄핵소추안", "압수수색 ARREST 2016-12-09 agent=경찰 theme=사무실",
         "구속 ARREST 2017-03-31 theme=박"],
    ),
    "of a year that only tells of what a noun is, no more than the later one dates the verb": (
        "1965년 한일수교를 계기로 1967년 4월 롯데제과를 설립했다. 2003년 영화 《실미도》로 2004년 대종상을 수상했다. "
        "1986년에는 챌린저호가, 2003년에는 컬럼비아호가 폭발했다.",
        ["설립 FOUNDING 1967-04 theme=롯데제과", "수상 AWARD 2004 theme=대종상", "폭발 ACCIDENT 1986 theme=챌린저호",
         "폭발 ACCIDENT 2003 theme=컬럼비아호"],
    ),
    "what is told in quotation marks leaves the year to what follows": (
        "1983년 “천재”라는 말을 들었으며, 1985년 5월 결혼하여 같은 해 9월 이혼했다. "
        "1983년 노래 \"봄비\"로 데뷔했고, 1985년 결혼하여 이듬해 이혼했다.",
        ["들었으며 OTHER 1983 theme=말", "결혼 MARRIAGE 1985-05", "이혼 MARRIAGE 1985-09", "데뷔 START 1983",
         "결혼 MARRIAGE 1985", "이혼 MARRIAGE 1986"],
    ),
    "whom somebody married, where they died, what they deny: the clause before only says of whom or where": (
        "그는 2018년 4월 16일 투석을 받으러 간 병원에서 숨졌다. 2010년 3월 함께 출연한 배우 김영희와 결혼했다. "
        "1982년 내무부 장관을 지낸 서정화의 장녀와 결혼했다. 2010년 5월 뇌물을 받은 혐의를 부인했다. "
        "그는 2021년 4월 20일 19년간 몸담은 회사를 떠났다. 2025년 11월 27일 국내에서 제작된 위성이 궤도에 진입했다.",
        ["숨졌다 DEATH 2018-04-16 theme=그 place=병원", "결혼 MARRIAGE 2010-03 agent=김영희", "결혼 MARRIAGE 1982 agent=장녀",
         "부인 STATEMENT 2010-05", "떠났다 RESIGNATION 2021-04-20 agent=그 theme=회사",
         "진입 LAUNCH 2025-11-27 theme=위성 place=궤도"],
    ),
    "a promise without its speaker; at what something is said": (
        "2022년 4월 14일 트위터를 인수하겠다고 제안했다. 2009년 3월 5일 런던에서 기자회견을 열고 은퇴한다고 밝혔다. "
        "김 장관은 2022년 7월 9일 회의에서 20일 협상을 시작하겠다고 밝혔다. "
        "바이든은 2021년 9월 11일까지 미군을 철수하겠다고 밝혔다.",
        ["제안 STATEMENT 2022-04-14", "기자회견 STATEMENT 2009-03-05 place=런던", "밝혔다 STATEMENT 2009-03-05",
         "협상 MEETING 2022-07-20 agent=김 place=회의 PLANNED", "밝혔다 STATEMENT 2022-07-09 agent=김",
         "철수 MOVEMENT ../2021-09-11 agent=바이든 place=미군 PLANNED"],
    ),
    "who comes back after years; who came to nothing in the end": (
        "그는 2017년 5월 17일 개관식에 참석하며 4년 만에 경영 일선에 복귀했다. "
        "1996년 종로구에 출마했지만 이명박에게 밀려 낙선했다. 그는 2010년 5월 1일 쓰러져 병원으로 옮겨졌으나 숨졌다. "
        "2010년 3월 은퇴하며 20년간의 선수 생활을 마감하였다. 그는 1996년부터 2001년까지 시장으로 일하다 비리로 구속됐다.",
        ["참석 MEETING 2017-05-17 agent=그", "복귀 APPOINTMENT 2017-05-17 agent=그", "출마 ELECTION 1996 place=종로구",
         "낙선 LOSS 1996", "쓰러져 INJURY 2010-05-01 theme=그", "옮겨졌으나 MOVEMENT 2010-05-01 theme=그 place=병원",
         "숨졌다 DEATH 2010-05-01 theme=그", "은퇴 RESIGNATION 2010-03", "마감 RESIGNATION 2010-03 theme=선수 생활",
         "일 APPOINTMENT 1996/2001 agent=그"],
    ),
    "what the main clause tells has the clause before for an example": (
        "2022년 9월 20일 경찰은 본사를 압수수색하는 등 수사에 착수했다. 2008년에는 탐사선을 발사하는 등 중국을 따라가고 있다.",
        ["압수수색 ARREST 2022-09-20 agent=경찰 theme=본사", "수사 TRIAL 2022-09-20 agent=경찰",
         "발사 LAUNCH 2008 theme=탐사선"],
    ),
    "what is put off, and to which day": (
        "교육부는 2017년 11월 16일 시험을 23일로 일주일 연기했다. 개봉은 2020년 4월에서 2021년 9월로 연기되었다. "
        "북한은 2023년 5월 16일로 예정된 회담을 취소했다. 국회는 2024년 6월 3일을 선거일로 확정했다.",
        ["시험 DEVELOPMENT 2017-11-23 PLANNED", "연기 CHANGE 2017-11-16 agent=교육부 theme=시험",
         "개봉 PUBLICATION 2021-09 PLANNED", "회담 MEETING 2023-05-16 PLANNED"],
    ),
    "a noun that only says what a name is; shares of a whole": (
        "구글이 2019년 5월 20일 열린 개발자 행사에서 차세대 운영체제인 안드로이드를 공개했다. "
        "2024년 5월 3일 지진으로 건물의 90%가 파괴됐다. 2010년 5월 탐사선은 3일에 걸쳐 시료를 채취하였다. "
        "미국은 2022년 7월 11일 러시아의 침공 이후 처음으로 특사를 파견했다.",
        ["행사 MEETING 2019-05-20", "공개 PUBLICATION 2019-05-20 agent=구글 theme=안드로이드", "지진 DISASTER 2024-05-03",
         "파괴 DISSOLUTION 2024-05-03 theme=90%", "채취 CONSTRUCTION 2010-05 agent=탐사선 theme=시료",
         "파견 MOVEMENT 2022-07-11 agent=미국 theme=특사"],
    ),
    "what was made anew, and the state that it was in; who builds, and what is built": (
        "1867년 임진왜란 때 소실된 경복궁을 중건하였다. 1907년 12월 14일 학포에 주둔한 일본 기병대를 습격했다. "
        "725년 정명이 창건하였다. 부석사 무량수전은 1916년 해체 수리하였다. "
        "그는 1919년 4월 9일 송원흥에게 시위에 참여하도록 독려하였다.",
        ["중건 CONSTRUCTION 1867 theme=경복궁", "습격 ATTACK 1907-12-14 theme=일본 기병대", "창건 FOUNDING 0725 agent=정명",
         "해체 수리 CONSTRUCTION 1916 theme=무량수전", "독려 SUPPORT 1919-04-09 agent=그"],
    ),
    "who is called by what was won then; what is reported of a time": (
        "2012년 이 대회 준우승자 양희영은 4타를 잃었다. 지난해 우승팀 두산은 2016년 6월 3일 기아를 꺾었다. "
        "배우 김선영이 2016년 9월 결혼한다는 보도가 나왔다. 1920년 2월 27일 오후 5시부터 11시까지 선언서를 인쇄하였다.",
        ["꺾었다 WIN 2016-06-03 agent=두산 theme=기아", "결혼 MARRIAGE 2016-09 agent=김선영 REPORTED",
         "인쇄 CONSTRUCTION 1920-02-27 theme=선언서"],
    ),
    "what is under way since; a noun that stands for its verb": (
        "2012년부터 건설 중인 다리가 무너졌다. "
        "1922년 6월에 착공, 1925년 9월에 준공되었다. 1912년 보통학교로 개교, 1950년 국민학교로 개칭하였다.",
        ["건설 CONSTRUCTION 2012/.. theme=다리", "착공 CONSTRUCTION 1922-06", "준공 CONSTRUCTION 1925-09", "개교 FOUNDING 1912",
         "개칭 CHANGE 1950"],
    ),
    "with whom and against whom something was done, where somebody was kept": (
        "대한민국은 2002년 6월 29일 터키에 2-3으로 졌다. 1972년 2월 닉슨은 저우언라이 총리와 공동성명을 발표했다. "
        "그는 1924년 벨 연구소에서 트랜지스터를 연구했다. 전봉준은 1895년 손화중·최경선과 함께 교수형에 처해졌다. "
        "1934년 박창세·차리석 등과 항저우로 옮겨갔다. 그는 1453년 의금부에 투옥되었다.",
        ["졌다 LOSS 2002-06-29 agent=터키 theme=대한민국", "발표 STATEMENT 1972-02 agent=닉슨 agent=저우언라이 theme=공동성명",
         "연구 DEVELOPMENT 1924 agent=그 theme=트랜지스터 place=벨 연구소",
         "교수형 DEATH 1895 theme=전봉준 theme=손화중 theme=최경선", "옮겨갔다 MOVEMENT 1934 place=항저우",
         "투옥 ARREST 1453 theme=그 place=의금부"],
    ),
    "what befell somebody on the day of a deed; what still has its name; what was ordered": (
        "1914년 6월 28일 사라예보를 방문한 황태자가 암살되었다. 1945년 4월 30일 소련군에 포위된 베를린에서 히틀러가 자살했다. "
        "회사는 1967년 두 회사를 인수하여 현재의 이름으로 바꾸었다. "
        "보스니아는 1878년 의회의 결정에 따라 오스트리아에 점령되었다. 1918년 3월 3일 조약을 맺었고, 몇 달 뒤 수도를 옮겼다.",
        ["방문 MOVEMENT 1914-06-28 agent=황태자 place=사라예보", "암살 ATTACK 1914-06-28 theme=황태자",
         "포위 ATTACK 1945-04-30 agent=소련군", "자살 DEATH 1945-04-30 theme=히틀러 place=베를린",
         "인수 TRADE 1967 agent=회사 theme=회사", "바꾸었다 CHANGE 1967 agent=회사", "결정 DECISION 1878 agent=의회",
         "점령 ATTACK 1878 theme=보스니아 place=오스트리아", "조약 AGREEMENT 1918-03-03"],
    ),
    "a battle with its days in brackets; of what a 사건 was; a meeting whose holding is spoken of": (
        "페르시아군은 테르모필레 전투(기원전 480년 8월 ~ 9월)에서 크게 고전하였다. "
        "1931년 1월 만보산 습격 사건이 일어나자 그는 상하이로 떠났다. "
        "그는 2019년 11월 열린 아시아 정상회의의 성공적 개최를 도왔다.",
        ["테르모필레 전투 CONFLICT -0479-08/-0479-09", "일어나자 ATTACK 1931-01 theme=만보산 습격 사건",
         "열린 MEETING 2019-11 theme=아시아 정상회의"],
    ),
    "a match won by a score and an army beaten; what is buried and what is asked; a journal": (
        "전주는 1999년 5월 3일 부산을 3-0으로 완파했다. 왜군은 1592년 조선군을 완파했다. 그는 1950년 6월 항아리를 땅에 묻었다. "
        "그는 1950년 6월 길을 물었다. 그는 1953년 4월 논문을 《네이처》에 발표하였다.",
        ["완파 WIN 1999-05-03 agent=전주 theme=부산", "완파 ATTACK 1592 agent=왜군 theme=조선군",
         "묻었다 OTHER 1950-06 agent=그 theme=항아리 place=땅", "물었다 STATEMENT 1950-06 agent=그 theme=길",
         "발표 PUBLICATION 1953-04 agent=그 theme=논문 place=네이처"],
    ),
    "grounds laid out, a sitting opened, a meeting held to explain": (
        "군은 2012년 강변에 생태공원을 조성하였다. 의회는 2012년 3월 5일 임시회를 개회하였다. "
        "군은 2012년 3월 7일 주민 설명회를 열었다.",
        ["조성 CONSTRUCTION 2012 agent=군 theme=생태공원 place=강변", "개회 START 2012-03-05 agent=의회 theme=임시회",
         "설명회 MEETING 2012-03-07 agent=군"],
    ),
    "with whom one plays; how one meets is nothing that it is done to": (
        "한국은 2002년 6월 4일 폴란드와 첫 경기를 치렀다. 양국은 2002년 6월 5일 차관급 회담을 열었다. "
        "군은 2002년 6월 6일 군민의 날 행사를 열었다. 그는 2002년 6월 7일 시즌 마지막 경기를 치렀다. "
        "장관은 2002년 6월 8일 차관과 회담을 했다.",
        ["첫 경기 PERFORMANCE 2002-06-04 agent=한국 agent=폴란드", "회담 MEETING 2002-06-05 agent=양국",
         "행사 MEETING 2002-06-06 agent=군", "경기 PERFORMANCE 2002-06-07 agent=그",
         "회담 MEETING 2002-06-08 agent=장관 agent=차관"],
    ),
    "what is to be brought to an end is what is to be": (
        "공단은 2027년까지 낡은 다리의 보강을 마칠 계획이다.",
        ["보강 CHANGE ../2027 agent=공단 theme=다리 PLANNED"],
    ),
    "what stands in a plight is not what happened": (
        "이 새는 1989년 10월 멸종 위기에 처한 동물 목록에 등재되었다.",
        ["등재 DECISION 1989-10 theme=새"],
    ),
    "not before that day": (
        "1952년 12월 20일에야 어부가 잡은 물고기를 확보할 수 있었다.",
        ["확보 TRANSFER 1952-12-20 theme=물고기"],
    ),
    "a quoted title is one noun": (
        "〈봄이 왔느냐〉는 1728년 김천택이 엮은 《청구영언》에 실려 있다.",
        ["실려 PUBLICATION 1728 theme=봄이 왔느냐 place=청구영언"],
    ),
    "when a work is set": (
        "소설은 폐광을 앞둔 1989년의 마을을 배경으로 한다.",
        [],
    ),
    "what was seen to happen": (
        "그는 1905년 2월 12일 혜성의 꼬리가 둘로 갈라진 것을 관찰했다.",
        ["갈라진 CHANGE 1905-02-12 theme=꼬리"],
    ),
    "a war by what it is said to be": (
        "청일 전쟁은 1894년 7월 25일부터 1895년 4월까지 청나라와 일본이 조선의 지배권을 두고 벌인 전쟁으로, 일본이 승리하였다.",
        ["전쟁 CONFLICT 1894-07-25/1895-04 agent=청나라 agent=일본"],
    ),
    "with whom one comes is not what happened": (
        "1592년 7월 이순신은 함대를 이끌고 한산도에서 왜군을 격파하였다.",
        ["격파 ATTACK 1592-07 agent=이순신 theme=왜군 place=한산도"],
    ),
    "what is taken over is the theme": (
        "회사는 2011년 진덕산업 인수를 마무리했다.",
        ["인수 TRADE 2011 agent=회사 theme=진덕산업"],
    ),
    "to whom a thing is given": (
        "왕은 1417년 3월 신하에게 말을 하사하였다.",
        ["하사 TRANSFER 1417-03 agent=왕 theme=말 place=신하"],
    ),
    "an examination of old": (
        "그는 1563년 별시문과에 급제하였다.",
        ["급제 EDUCATION 1563 agent=그 theme=별시문과"],
    ),
    "a row of a life, its month at the head": (
        "1995. 3. 대표이사 취임",
        ["취임 APPOINTMENT 1995-03"],
    ),
    "restored before it is shown": (
        "문화재청은 2013년 5월 4일 복원된 숭례문을 공개했다.",
        ["공개 PUBLICATION 2013-05-04 agent=문화재청 theme=숭례문"],
    ),
    "stems that the analyser parts": (
        "그는 1988년 5월 4일 이만수와 맞바뀌어 롯데 자이언츠로 이적하였다.",
        ["맞바뀌어 OTHER 1988-05-04 agent=그", "이적 TRANSFER 1988-05-04 agent=그 place=롯데 자이언츠"],
    ),
    "life dates with the years of a reign in brackets of their own; a reign under another name": (
        "홍윤식(洪允植, 1601(선조 34)∼1668(현종 9))은 조선 중기의 학자이다.",
        ["1601 BIRTH 1601 theme=홍윤식", "1668 DEATH 1668 theme=홍윤식"],
    ),
    "what a work is about is no matter of its day": (
        "2005년 3월 부산에서 피란 시절을 그린 연극이 막을 올렸다.",
        ["올렸다 START 2005-03 theme=연극 place=부산"],
    ),
    "what is to be done by a day, of the thing that is for it": (
        "2031년까지 전차를 도입하기 위한 공사가 한창이다.",
        ["도입 TRADE ../2031 theme=전차 PLANNED"],
    ),
    "what came long after is of no date before": (
        "그는 1911년 감옥에서 풀려나 훗날 학교를 세웠다.",
        ["풀려나 OTHER 1911 theme=그 place=감옥"],
    ),
    "a state that only tells of whom": (
        "그는 1988년 5월 2일 임신한 아내와 귀국했다.",
        ["귀국 RETURN 1988-05-02 agent=그"],
    ),
    "what is said before the main clause, of a topic of its own": (
        "재판소가 1977년 6월 그 조항은 위헌이라고 선언한 데 이어 7월 1일 의회가 법을 고쳤다.",
        ["선언 STATEMENT 1977-06 agent=재판소", "고쳤다 CHANGE 1977-07-01 agent=의회 theme=법"],
    ),
    "a drought comes; delimiters in the place of 을; an office reached": (
        "1733년 가뭄이 들자 왕은 기우제까지 올렸다.",
        ["가뭄 DISASTER 1733"],
    ),
    "a drought comes; delimiters in the place of 을; an office reached (2)": (
        "그는 참판을 거쳐 1755년 우의정에 이르렀다.",
        ["이르렀다 APPOINTMENT 1755 agent=그"],
    ),
    "a fact is told as one": (
        "그가 1902년 5월 결혼했다는 사실은 뒤에 알려졌다.",
        ["결혼 MARRIAGE 1902-05 agent=그"],
    ),
    "what goes on from 부터, also where it begins then": (
        "그는 1994년부터 소설을 쓰기 시작했다.",
        ["쓰기 PUBLICATION 1994/.. agent=그 theme=소설"],
    ),
    "what goes on from 부터, also where it begins then (2)": (
        "극단은 2001년 4월부터 공연을 이어 가고 있다.",
        ["공연 PERFORMANCE 2001-04/.. theme=극단"],
    ),
    "whose prize it was, too; authorities act": (
        "1965년 조부영은 김한나와 물리학상을 공동 수상하였다.",
        ["수상 AWARD 1965 agent=조부영 agent=김한나 theme=물리학상"],
    ),
    "whose prize it was, too; authorities act (2)": (
        "정부에서는 1962년 훈장을 추서하였다.",
        ["추서 AWARD 1962 agent=정부 theme=훈장"],
    ),
    "ruins are not rebuilt the same day": (
        "성당은 1666년 9월 불에 타 재건되었다.",
        ["타 ACCIDENT 1666-09 theme=성당"],
    ),
    "what came in a later age": (
        "항구는 1899년 5월 1일 문을 열어 일제강점기에는 쌀을 실어 냈다.",
        ["열어 START 1899-05-01 theme=항구"],
    ),
    "a craft that carries": (
        "위성은 1990년 4월 24일 챌린저호에 실려 발사되었다.",
        ["발사 LAUNCH 1990-04-24 theme=위성 instrument=챌린저호"],
    ),
    "at whose word it was done": (
        "1598년 7월 왕의 명을 받은 함대가 거제에 상륙하였다.",
        ["상륙 LANDING 1598-07 agent=함대 place=거제"],
    ),
    "what is permitted": (
        "협회는 1992년 6월 2일 본부를 부산으로 옮기는 것을 승인하였다.",
        ["승인 DECISION 1992-06-02 agent=협회"],
    ),
    "with what means and in what mood": (
        "그는 1908년 3월 사재를 들여 학교를 세웠고, 동료들은 불만을 품고 떠났다.",
        ["세웠고 FOUNDING 1908-03 agent=그 theme=학교"],
    ),
    "days of a reign are lunar, and those told after them": (
        "인조 2년 2월 8일 왕은 공주로 떠났다. 2월 22일 환도하였다.",
        ["떠났다 MOVEMENT 1624-03-26 agent=왕 place=공주", "환도 RETURN 1624-04-09"],
    ),
    "two names, each with its year": (
        "그는 1994년 릴레함메르 올림픽과 1998년 나가노 올림픽에 출전했다. "
        "그는 2010년 한국일보문학상과 2013년 현대문학상을 받았다.",
        ["출전 PERFORMANCE 1994 agent=그 theme=1994년 릴레함메르 올림픽",
         "출전 PERFORMANCE 1998 agent=그 theme=1998년 나가노 올림픽", "받았다 AWARD 2010 agent=그 theme=한국일보문학상",
         "받았다 AWARD 2013 agent=그 theme=현대문학상"],
    ),
    "what there was not; what came to nothing": (
        "그는 2011년 출전이 없었다. 2016년 그는 올림픽에 출전했으나 메달 획득에 실패하였다.",
        ["출전 PERFORMANCE 2011 NEG", "출전 PERFORMANCE 2016 agent=그 theme=올림픽", "메달 획득 AWARD 2016 agent=그 NEG"],
    ),
    "who speaks for somebody; who builds": (
        "배우 김민희 소속사 관계자는 2014년 8월 10일 사실을 부인했다. 박병대 전 대법관은 2024년 6월 12일 출석했다. "
        "시는 2025년 착공할 계획이다.",
        ["부인 STATEMENT 2014-08-10 agent=소속사 관계자 theme=사실", "출석 OTHER 2024-06-12 agent=박병대",
         "착공 CONSTRUCTION 2025 agent=시 PLANNED"],
    ),
    "what was agreed upon, and whom somebody met, in pairs; what 도 and 만 stand for": (
        "노사는 2024년 6월 22일 임금 인상과 고용 승계에 합의했다. 대표는 2024년 6월 22일 서울시장과 경기지사를 만났다. "
        "국회는 2024년 6월 22일 법안도 의결했다. 위원회는 2024년 6월 22일 예산안만 처리했다.",
        ["합의 AGREEMENT 2024-06-22 agent=노사 theme=임금 인상 theme=고용 승계",
         "만났다 MEETING 2024-06-22 agent=대표 theme=서울시장 theme=경기지사",
         "의결 LEGISLATION 2024-06-22 agent=국회 theme=법안", "처리 DECISION 2024-06-22 agent=위원회 theme=예산안"],
    ),
    "who was found dead; what is by somebody; what a thing was that a firm began": (
        "2024년 6월 22일 50대 남성이 집에서 숨진 채 발견됐다. 1936년에 발표된 김유정의 단편을 읽었다. "
        "발전소는 도쿄전력이 1967년 9월 29일 착공한 시설이다.",
        ["발견 DISCOVERY 2024-06-22 theme=50대 남성", "발표 PUBLICATION 1936 theme=단편",
         "착공 CONSTRUCTION 1967-09-29 agent=도쿄전력 theme=시설"],
    ),
    "who did something goes on doing it, whatever the topic before": (
        "쇼클리는 1955년 연구소를 세웠지만, 1957년 연구원 8명이 회사를 떠나 반도체를 차렸다. "
        "1010년 거란이 대군을 거느리고 고려에 침입하였다.",
        ["세웠지만 FOUNDING 1955 agent=쇼클리 theme=연구소", "떠나 RESIGNATION 1957 agent=연구원 8명 theme=회사",
         "차렸다 FOUNDING 1957 agent=연구원 8명 theme=반도체",
         "침입 ATTACK 1010 agent=거란 place=고려"],
    ),
    "what is questioned before an arrest; a draft takes effect; what was said in one word": (
        "박 판사는 2024년 6월 13일 구속 전 피의자 심문을 진행했다. 개정안은 2025년 1월 1일부터 시행된다. "
        "박 시장은 2024년 6월 28일 구의역을 찾아 “현실”이라며 사과했다.",
        ["심문 TRIAL 2024-06-13 agent=박 theme=구속 전 피의자", "시행 LEGISLATION 2025-01-01/.. theme=개정안",
         "찾아 MOVEMENT 2024-06-28 agent=박 place=구의역", "사과 STATEMENT 2024-06-28 agent=박"],
    ),
    "what is under way; what somebody was at till then; by what name": (
        "영화는 2012년 3월부터 상영 중이다. 그는 2014년 2월 3일 투병 중이던 병원에서 별세했다. "
        "드라마는 2006년 5월부터 '무한도전'이라는 이름으로 방송되었다.",
        ["상영 PERFORMANCE 2012-03/.. theme=영화", "별세 DEATH 2014-02-03 theme=그 place=병원",
         "방송 PUBLICATION 2006-05/.. theme=드라마"],
    ),
    "why, and what is yet to be held": (
        "그는 1919년 시위에 참여한 이유로 제적되었다. 그는 2014년 9월 있을 공연을 위해 연습하고 있다. "
        "2014년 8월 7일 발생한 지하철 화재 현장에서 가방이 발견됐다.",
        ["제적 EDUCATION 1919 theme=그", "공연 PERFORMANCE 2014-09 PLANNED", "화재 ACCIDENT 2014-08-07"],
    ),
    "whose doing a clause with its own subject is": (
        "1920년 김원봉이 주도한 의열단에 가입했다. 1145년 김부식이 편찬한 삼국사기가 완성되었다. "
        "918년 왕건을 추대한 신하들에 의해 쫓겨났다. 그는 1592년 4월 부산에 상륙한 왜군을 맞아 싸우다 전사하였다.",
        ["가입 OTHER 1920 place=의열단", "완성 CONSTRUCTION 1145 theme=삼국사기", "쫓겨났다 RESIGNATION 0918 agent=신하들",
         "싸우다 CONFLICT 1592-04 agent=그", "전사 DEATH 1592-04 theme=그"],
    ),
    "what is told with 는 goes on beside the main deed": (
        "이순신은 1598년 11월 19일 도주하는 적을 추격하다가 전사하였다. 1920년 학교를 졸업한 그는 일본으로 갔다.",
        ["추격 CONFLICT 1598-11-19 agent=이순신 theme=적", "전사 DEATH 1598-11-19 theme=이순신",
         "졸업 EDUCATION 1920 agent=그 theme=학교"],
    ),
    "what the suspect did, not the police; whose subject stands before": (
        "경찰은 2024년 6월 28일 흉기를 휘둘러 이웃을 숨지게 한 남성을 체포했다. "
        "2024년 6월 22일 경찰이 달아난 용의자를 붙잡았다. 김 의원이 2024년 6월 22일 열린 회의에서 지적했다.",
        ["체포 ARREST 2024-06-28 agent=경찰 theme=남성", "붙잡았다 ARREST 2024-06-22 agent=경찰 theme=용의자",
         "회의 MEETING 2024-06-22", "지적 STATEMENT 2024-06-22 agent=김 place=회의"],
    ),
    "a sentence of so many years; what comes again each year": (
        "그는 1920년 체포되어 징역 2년을 선고받았다. 서원은 2003년 소실되었고, 매년 봄과 가을에 제향을 지내고 있다.",
        ["체포 ARREST 1920 theme=그", "선고 TRIAL 1920 theme=그 theme=징역", "소실 DISSOLUTION 2003 theme=서원"],
    ),
    "what is pretended, asked, or only a condition": (
        "최씨는 2024년 4월 돈이 예치된 것처럼 증명서를 위조했다. 위원회는 2024년 6월 22일 이름을 공개할지 결정한다. "
        "그가 2024년 앨범을 발매한다면 기쁠 것이다. 정씨는 2024년 6월 29일 흉기를 산 것으로 파악됐다.",
        ["위조 CHANGE 2024-04 agent=최 theme=증명서", "결정 DECISION 2024-06-22 agent=위원회",
         "산 TRADE 2024-06-29 agent=정 theme=흉기 REPORTED"],
    ),
    "what only marks an object, what it seems, from what one leaves, none of which has the day": (
        "대통령은 2017년 6월 1일 기구에서 탈퇴하는 문서에 서명했다. 연구진은 2012년 7월 4일 힉스로 보이는 입자를 발견했다. "
        "그는 1941년 2월 12일 패혈증에 걸린 경찰관에게 페니실린을 투여했다. 2018년 11월 28일 엔진을 단 시험발사체를 발사했다.",
        ["서명 AGREEMENT 2017-06-01 agent=대통령 theme=문서", "발견 DISCOVERY 2012-07-04 agent=연구진 theme=입자",
         "투여 OTHER 1941-02-12 agent=그 theme=페니실린", "발사 LAUNCH 2018-11-28 theme=시험발사체"],
    ),
    "what was gathered over years; from what a firm grew": (
        "연구팀은 2012년부터 10년간 모은 자료를 분석했다. 카카오는 2006년 12월 김범수가 설립한 아이위랩을 전신으로 한다. "
        "대우그룹은 1967년 3월 김우중이 세운 대우실업에서 출발하였다.",
        ["모은 OTHER 2012/2022 theme=자료", "설립 FOUNDING 2006-12 agent=김범수 theme=아이위랩",
         "세운 FOUNDING 1967-03 agent=김우중 theme=대우실업"],
    ),
    "an hour, and from when on, are of what is reported": (
        "기상청은 2025년 1월 25일 오후 2시 17분 규모 3.1의 지진이 발생했다고 밝혔다. "
        "은행은 2025년 1월 20일부터 금리를 내렸다고 밝혔다.",
        ["지진 DISASTER 2025-01-25 REPORTED", "내렸다고 CHANGE 2025-01-20/.. agent=은행 theme=금리 REPORTED"],
    ),
    "the day of a promise goes on past its steps, not past its occasion": (
        "오픈AI는 2025년 1월 21일 합작사를 설립해 5000억 달러를 투자하겠다고 밝혔다.",
        ["밝혔다 STATEMENT 2025-01-21 agent=오픈AI"],
    ),
    "what one goes on from, done already": (
        "회사는 2025년 1월 9일 공장을 준공한 데 이어 판매에 나섰다. "
        "정부는 2025년 1월 9일 대책을 발표한 데 이어 예산도 늘릴 계획이다.",
        ["준공 CONSTRUCTION 2025-01-09 agent=회사 theme=공장", "판매 TRADE 2025-01-09 agent=회사",
         "발표 STATEMENT 2025-01-09 agent=정부 theme=대책"],
    ),
    "the year of a goal": (
        "2020년 10월 대통령이 2050년 탄소중립을 선언했다. 이듬해 국회는 법을 제정했다.",
        ["선언 STATEMENT 2020-10 agent=대통령 theme=탄소중립", "제정 LEGISLATION 2021 agent=국회 theme=법"],
    ),
    "a later time has the verb that an object before it lacks, in what is reported": (
        "부부는 1898년 7월 폴로늄을, 12월에는 라듐을 발견했다고 보고했다.",
        ["발견 DISCOVERY 1898-07 agent=부부 theme=폴로늄 REPORTED", "발견 DISCOVERY 1898-12 agent=부부 theme=라듐 REPORTED"],
    ),
    "the subject after a noun that tells what it was; where somebody was till then; an office that had its own year": (
        "외환 위기는 1997년 1월 23일 재계 14위이던 한보철강이 파산하면서 시작되었다. "
        "환자는 2025년 1월 6일 병실에 있다가 감염됐다. 2010년 부임했던 그는 2011년 팀을 떠났다.",
        ["파산 DISSOLUTION 1997-01-23 theme=한보철강", "시작 START 1997-01-23 theme=외환 위기",
         "감염 DISASTER 2025-01-06 theme=환자", "부임 APPOINTMENT 2010 agent=그", "떠났다 RESIGNATION 2011 agent=그 theme=팀"],
    ),
    "a day gone by right before what happened then; a row of nouns that only says what for": (
        "이 개정안은 2025년 9월 26일 통과된 법에 맞춰 조정한 것이다. 회사는 2019년 11월 19일 조사·연구 활성화를 위한 협약을 맺었다.",
        ["통과 LEGISLATION 2025-09-26 theme=법", "협약 AGREEMENT 2019-11-19 agent=회사"],
    ),
    "who says it stands behind what is said": (
        "북한은 2024년 5월 9일 미사일을 발사했다고 합동참모본부가 밝혔다.",
        ["발사 ATTACK 2024-05-09 agent=북한 theme=미사일 REPORTED"],
    ),
    "what was held where the main thing happened, and what was counted with the years before": (
        "웨이브는 2025년 11월 13일 강릉에서 열린 홈경기에서 청주를 물리쳤다. LG가 우승을 차지한 것은 1990년과 1994년에 이어 세 번째다.",
        ["홈경기 PERFORMANCE 2025-11-13 place=강릉", "물리쳤다 WIN 2025-11-13 agent=웨이브 theme=청주",
         "우승 WIN 1990 agent=LG", "우승 WIN 1994 agent=LG"],
    ),
    "what was begun, taken on, decided to do": (
        "회사는 1968년 기술자를 양성하는 일을 맡았다. 1899년 정부는 철로를 놓기로 했다.",
        ["양성 SUPPORT 1968 theme=기술자", "놓기 CONSTRUCTION 1899 agent=정부 theme=철로 PLANNED"],
    ),
    "an honour for what somebody did": (
        "그는 1993년 공로를 인정받아 훈장이 추서되었다.",
        ["인정받아 OTHER 1993 agent=그 theme=공로", "추서 AWARD 1993 theme=훈장"],
    ),
    "several firms, each with its year": (
        "모토롤라 (1967년), 도시바 (1969년) 등 외국 기업들이 한국에 공장을 세웠다.",
        ["세웠다 CONSTRUCTION 1967 agent=모토롤라 theme=공장 place=한국",
         "세웠다 CONSTRUCTION 1969 agent=도시바 theme=공장 place=한국"],
    ),
    "the end of an attempt, and of talks": (
        "김규식은 1996년 총선에 출마하였으나 낙선하였다. 두 회사는 1945년 교섭을 벌였으나 합의에 이르지 못했다.",
        ["출마 ELECTION 1996 agent=김규식 theme=1996년 총선", "낙선 LOSS 1996 agent=김규식",
         "교섭 MEETING 1945 agent=회사", "합의 AGREEMENT 1945 agent=회사 NEG"],
    ),
    "life dates with places": (
        "스반테 아레니우스(1859년 2월 19일 웁살라 ~ 1927년 10월 2일 스톡홀름)는 화학자이다.",
        ["1859년 2월 19일 BIRTH 1859-02-19 theme=스반테 아레니우스",
         "1927년 10월 2일 DEATH 1927-10-02 theme=스반테 아레니우스"],
    ),
    "until when something went on": (
        "그는 1929년부터 1942년 검거될 때까지 자료를 모았다.",
        ["검거 ARREST 1942 theme=그", "모았다 OTHER 1929/1942 agent=그 theme=자료"],
    ),
    "a cleft with 일로; doors that were opened": (
        "학위를 받은 것은 1939년의 일로, 논문은 1940년 실렸다. 그는 1986년 문을 연 미술관에서 일하였다.",
        ["받은 EDUCATION 1939 theme=학위", "실렸다 PUBLICATION 1940 theme=논문", "연 FOUNDING 1986 theme=미술관"],
    ),
    "what is aimed at, in a list; what is believed": (
        "사업은 2027년 착공, 2032년 준공을 목표로 한다. 탑이 세워진 것은 1010년으로 추정된다.",
        ["착공 CONSTRUCTION 2027 PLANNED", "준공 CONSTRUCTION 2032 PLANNED", "세워진 CONSTRUCTION 1010 theme=탑 POSSIBLE"],
    ),
    "offices held for a while": (
        "그는 2018년부터 군수를 지냈다. 그는 2022년 5월부터 2년간 장관을 지냈다.",
        ["지냈다 APPOINTMENT 2018/.. agent=그 theme=군수", "지냈다 APPOINTMENT 2022-05/2024-05 agent=그 theme=장관"],
    ),
    "the day of a meeting goes on past what an object had come through before": (
        "국회는 2024년 3월 14일 회의를 열고 2024년 2월 12일 위원회를 통과한 개정안을 의결했다.",
        ["회의 MEETING 2024-03-14 agent=국회", "통과 DECISION 2024-02-12 agent=개정안 theme=위원회",
         "의결 LEGISLATION 2024-03-14 agent=국회 theme=개정안"],
    ),
    "a time behind the subject of what somebody finds is of that": (
        "법원은 김민수가 2020년 3월 증거를 인멸한 사실을 인정했다.",
        ["인멸 OTHER 2020-03 agent=김민수 theme=증거"],
    ),
    "what is decided is of the future, the deciding of the day": (
        "두 정상은 2024년 5월 7일 회담을 갖고 훈련을 정례화하기로 합의했다.",
        ["회담 MEETING 2024-05-07 agent=정상", "합의 AGREEMENT 2024-05-07 agent=정상"],
    ),
    "what is ordered or promised comes after the saying": (
        "정부는 1962년 공장을 건설하라고 지시하였다. 연합국은 1943년 11월 한국을 독립시키겠다고 선언하였다.",
        ["지시 DECISION 1962 agent=정부", "선언 STATEMENT 1943-11 agent=연합국"],
    ),
    "what a paper claims is not what was done with it": (
        "멘델레예프는 1869년 3월 원소의 성질이 반복된다고 주장하는 논문을 발표하였다.",
        ["발표 PUBLICATION 1869-03 agent=멘델레예프 theme=논문"],
    ),
    "what somebody says while leaving": (
        "김구는 1948년 4월 19일 통일 정부를 세워야 한다며 평양으로 떠났다.",
        ["떠났다 MOVEMENT 1948-04-19 agent=김구 place=평양"],
    ),
    "what befell somebody on the way to the toll": (
        "2024년 5월 7일 밤 불어난 물에 갇힌 주민 3명이 숨졌다.",
        ["숨졌다 DEATH 2024-05-07 theme=주민 3명"],
    ),
    "the day of the first in ages": (
        "노조는 2024년 7월 8일 창사 이래 첫 파업에 돌입했다.",
        ["파업 CONFLICT 2024-07-08 agent=노조"],
    ),
    "what goes by is only time": (
        "불은 2024년 7월 8일 오전 5시를 조금 넘겨 꺼졌다.",
        ["꺼졌다 END 2024-07-08 theme=불"],
    ),
    "wages that have not been paid": (
        "1929년 3월 노동자들이 밀린 임금 문제로 파업했다.",
        ["파업 CONFLICT 1929-03"],
    ),
    "a plan that was begun is done, and who made somebody die did it": (
        "정부는 경제 개발 계획을 1967년에 시작하였다. 이완은 1919년 적장을 쏘아 숨지게 하였다.",
        ["시작 START 1967 agent=정부 theme=경제 개발 계획", "쏘아 ATTACK 1919 agent=이완 theme=적장",
         "숨지게 DEATH 1919 agent=이완 theme=적장"],
    ),
    "what somebody calls himself says nothing of what he did before": (
        "안녹산이 755년 반란을 일으켜 낙양을 점령하고 황제라 칭하였다.",
        ["반란 CONFLICT 0755 agent=안녹산", "점령 ATTACK 0755 agent=안녹산 theme=낙양"],
    ),
    "what is reckoned from one day and happened on another": (
        "1947년 3월 1일을 기점으로 1948년 4월 3일에 소요 사태가 발생했다.",
        ["소요 사태 CONFLICT 1948-04-03"],
    ),
    "a programme does what those who run it do": (
        "1945년 맨해튼 계획은 원자 폭탄을 개발했다.",
        ["개발 DEVELOPMENT 1945 agent=맨해튼 계획 theme=원자 폭탄"],
    ),
    "who goes into exile": (
        "1801년 정약용은 강진으로 귀양을 갔다.",
        ["귀양 ARREST 1801 theme=정약용 place=강진"],
    ),
    "what was done until something else was": (
        "1900년 그들은 학교를 세웠다가 1905년 문을 닫았다.",
        ["세웠다가 FOUNDING 1900 agent=그들 theme=학교", "닫았다 DISSOLUTION 1905 theme=그들"],
    ),
    "a passive subject is the theme": (
        "1902년 경의선이 착공되었다.",
        ["착공 CONSTRUCTION 1902 theme=경의선"],
    ),
    "an active subject is the agent, 을 the theme": (
        "2006년 구글은 유튜브를 인수했다.",
        ["인수 TRADE 2006 agent=구글 theme=유튜브"],
    ),
    "the head of a prenominal clause is the argument it lacks": (
        "1999년 6월 부산에 설립한 연구소가 있다.",
        ["설립 FOUNDING 1999-06 theme=연구소 place=부산"],
    ),
    "a light frame leaves the trigger to its noun": (
        "한국은 2013년 1월 위성 발사에 성공했다.",
        ["발사 LAUNCH 2013-01 agent=한국 theme=위성"],
    ),
    "an ordinal counts the happening": (
        "군대는 1901년 2월 세 번째와 네 번째의 처벌을 단행했다.",
        ["처벌 TRIAL 1901-02 agent=군대"],
    ),
    "so does a number of times": (
        "미국은 1986년 4월 두 차례의 공습을 단행했다.",
        ["공습 ATTACK 1986-04 agent=미국"],
    ),
    "failure in the frame": (
        "한국은 2010년 6월 위성 발사에 실패했다.",
        ["발사 LAUNCH 2010-06 agent=한국 theme=위성 NEG"],
    ),
    "failure in the next clause": (
        "회사는 2024년에 공장을 완공하려 했지만 자금난으로 실패했다.",
        ["완공 CONSTRUCTION 2024 agent=회사 theme=공장 NEG PLANNED"],
    ),
    "negation": (
        "1940년에는 올림픽이 열리지 않았다.",
        ["열리지 PERFORMANCE 1940 theme=올림픽 NEG"],
    ),
    "a length from a day that there is not": (
        "2001년 2월 30일부터 2주간 회의가 열렸다.",
        ["회의 MEETING 2001-02-30/.."],
    ),
    "a plan with a deadline": (
        "정부는 2030년까지 항구를 건설할 계획이다.",
        ["건설 CONSTRUCTION ../2030 agent=정부 theme=항구 PLANNED"],
    ),
    "what others say": (
        "그 절은 1377년에 지어진 것으로 추정된다.",
        ["지어진 CONSTRUCTION 1377 theme=절 POSSIBLE"],
    ),
    "a reported content and the saying": (
        "회사는 올해 3분기 매출이 늘었다고 24일 밝혔다.",
        ["늘었다고 CHANGE 2025-07/2025-09 theme=매출 REPORTED", "밝혔다 STATEMENT 2025-10-24 agent=회사"],
    ),
    "an interval": (
        "1950년부터 1953년까지 계속된 전쟁은 끝났다.",
        ["계속 OTHER 1950/1953 theme=전쟁"],
    ),
    "an open interval": (
        "1998년 이후 두 나라는 교류를 확대했다.",
        ["확대 CHANGE 1998/.. agent=나라 theme=교류"],
    ),
    "a list of years is an event each": (
        "브라질은 1958년, 1962년, 1970년에 우승했다.",
        ["우승 WIN 1958 agent=브라질", "우승 WIN 1962 agent=브라질", "우승 WIN 1970 agent=브라질"],
    ),
    "before Christ": (
        "기원전 57년 박혁거세가 신라를 건국하였다.",
        ["건국 FOUNDING -0056 agent=박혁거세 theme=신라"],
    ),
    "an offset takes its explicit date": (
        "전쟁이 끝나고 2년 뒤인 1955년, 그는 귀국했다.",
        ["귀국 RETURN 1955 agent=그"],
    ),
    "the verbs of one word": (
        "1957년 소련은 인공위성을 쏘아 올렸다.",
        ["쏘아 올렸다 LAUNCH 1957 agent=소련 theme=인공위성"],
    ),
    "an idiom's noun is no argument": (
        "그는 1936년 세상을 떠났다.",
        ["떠났다 DEATH 1936 theme=그"],
    ),
    "titles stay outside": (
        "김민수 대표는 2022년 3월 의장직에서 물러났다.",
        ["물러났다 RESIGNATION 2022-03 agent=김민수"],
    ),
    "what they rode": (
        "2008년 이소연은 소유스를 타고 우주 정거장을 방문했다.",
        ["방문 MOVEMENT 2008 agent=이소연 place=우주 정거장 instrument=소유스"],
    ),
    "several heads": (
        "1962년 8월 소련은 보스토크 3호와 보스토크 4호를 발사했다.",
        ["발사 LAUNCH 1962-08 agent=소련 theme=보스토크 3호 theme=보스토크 4호"],
    ),
    "lost blanks change nothing": (
        "1962년8월소련은보스토크 3호와보스토크 4호를발사했다.",
        ["발사 LAUNCH 1962-08 agent=소련 theme=보스토크 3호 theme=보스토크 4호"],
    ),
    "life dates are a birth and a death": (
        "정약용(1762년 8월 5일 ~ 1836년 4월 7일)은 학자이다.",
        ["1762년 8월 5일 BIRTH 1762-08-05 theme=정약용", "1836년 4월 7일 DEATH 1836-04-07 theme=정약용"],
    ),
    "a clause that only counts time is no event": (
        "그가 마흔 살 되던 1902년, 그는 학교를 세웠다.",
        ["세웠다 FOUNDING 1902 agent=그 theme=학교"],
    ),
    "a clause that says what happened then is one": (
        "임기가 끝나는 2027년 5월 선거가 치러진다.",
        ["끝나는 END 2027-05 theme=임기", "선거 ELECTION 2027-05"],
    ),
    "of two times before what is said, the first is of the saying": (
        "회사는 2021년 3월 5일 이듬해 4월에 공장을 부산으로 옮기겠다고 발표했다.",
        ["옮기겠다고 MOVEMENT 2022-04 agent=회사 theme=공장 place=부산 PLANNED", "발표 STATEMENT 2021-03-05 agent=회사"],
    ),
    "a scene of a promise": (
        "회사는 2021년 4월 4일에는 큰돈을 들여 공장을 짓겠다고 발표했다.",
        ["발표 STATEMENT 2021-04-04 agent=회사"],
    ),
    "a day that is set": (
        "법원은 2020년 3월 2일 회의를 열고 첫 재판을 4월 7일로 정했다.",
        ["회의 MEETING 2020-03-02 agent=법원", "재판 TRIAL 2020-04-07 PLANNED",
         "정했다 DECISION 2020-03-02 agent=법원 theme=재판"],
    ),
    "each of several times has its own object": (
        "1970년 선박을, 1983년 반도체를 각각 수출했다.",
        ["수출 TRADE 1970 theme=선박", "수출 TRADE 1983 theme=반도체"],
    ),
    "each of several times has its own subject": (
        "1988년에는 동구가, 1993년에는 남구가 각각 설치되었다.",
        ["설치 FOUNDING 1988 theme=동구", "설치 FOUNDING 1993 theme=남구"],
    ),
    "까지 in the place of 을": (
        "2019년 이 회사는 본사까지 부산으로 옮겼다.",
        ["옮겼다 MOVEMENT 2019 agent=회사 theme=본사 place=부산"],
    ),
    "역시 in the place of 은": ("김민수 역시 2001년 은퇴했다.", ["은퇴 RESIGNATION 2001 agent=김민수"]),
    "what is no person or body does nothing of itself": (
        "2005년 도시의 인구는 크게 늘었다.",
        ["늘었다 CHANGE 2005 theme=인구"],
    ),
    "a passive stem": ("2005년 6월 그의 그림은 높은 값에 팔렸다.", ["팔렸다 TRADE 2005-06 theme=그림"]),
    "에서 marks a place": ("그는 2004년 별장에서 숨졌다.", ["숨졌다 DEATH 2004 theme=그 place=별장"]),
    "에서 marks what is no place": ("그는 2003년 경기에서 이겼다.", ["이겼다 WIN 2003 agent=그"]),
    "one runs into the other": (
        "1930년 그들은 시위를 벌이다가 체포되었다.",
        ["시위 CONFLICT 1930 agent=그들", "체포 ARREST 1930 theme=그들"],
    ),
    "so long after is another time": ("1912년 그 배는 진수되어 10년 만에 침몰했다.", ["진수 CONSTRUCTION 1912 theme=배"]),
    "from so many to so many is an interval": (
        "도시의 인구는 2016년 말 27만 명에서 2021년 말 26만 명으로 줄었다.",
        ["줄었다 CHANGE 2016/2021 theme=인구"],
    ),
    "a time of what is quoted is not of the saying": (
        "그는 \"2016년 수준을 되찾기 어려울 것\"이라고 말했다.",
        ["되찾기 RETURN 2016 theme=수준 REPORTED"],
    ),
    "what was done is asked for after the day that is counted": (
        "연구소가 바이러스를 확인한 것은 2014년 3월 22일이었다.",
        ["확인 DISCOVERY 2014-03-22 agent=연구소 theme=바이러스"],
    ),
    "a half year that goes on": (
        "2016년 하반기부터 일감이 끊겼다.",
        ["끊겼다 END 2016-07/.. theme=일감"],
    ),
    "each clause before its name has its own time": (
        "1924년 1월 5일 광장에 폭탄을 던진 김지섭, 1926년 12월 28일 회사를 습격한 나석주는 동지였다.",
        ["던진 ATTACK 1924-01-05 agent=김지섭 theme=폭탄 place=광장", "습격 ATTACK 1926-12-28 agent=나석주 theme=회사"],
    ),
    "adverbs of order are no clauses": (
        "팀은 2005년, 2006년 잇따라 우승했다.",
        ["우승 WIN 2005 agent=팀", "우승 WIN 2006 agent=팀"],
    ),
    "what is done over the head of its clause": (
        "1975년 11월 25일 군인들이 시도한 쿠데타는 실패했다.",
        ["쿠데타 CONFLICT 1975-11-25 agent=군인들"],
    ),
    "what the head belongs to": ("1975년 4월 25일 치러진 총선거의 투표율은 90%였다.", ["총선거 ELECTION 1975-04-25"]),
    "말다 after 고 is no negation": ("그는 1920년 선거에서 참패하고 말았다.", ["참패 LOSS 1920 agent=그"]),
    "what is decided upon is not the decision": (
        "세 나라는 2021년 7월 잔해를 다시 조사하기로 합의했다.",
        ["합의 AGREEMENT 2021-07 agent=나라"],
    ),
    "life dates with another calendar's": (
        "정약용(1762년 8월 5일(음력 6월 16일) ~ 1836년 4월 7일)은 학자이다.",
        ["1762년 8월 5일 BIRTH 1762-08-05 theme=정약용", "1836년 4월 7일 DEATH 1836-04-07 theme=정약용"],
    ),
    "where the main happening took place": (
        "2009년 11월 7일 도쿄에서 열린 결승에서는 이 팀이 이겼고, 한 달 뒤 떠났다.",
        ["결승 PERFORMANCE 2009-11-07 place=도쿄", "이겼고 WIN 2009-11-07 agent=팀", "떠났다 MOVEMENT 2009-12"],
    ),
    "what is planned is no decision": (
        "구단은 2025년까지 훈련장을 새로 짓겠다는 계획을 내놓았다.",
        ["짓겠다는 CONSTRUCTION ../2025 agent=구단 theme=훈련장 PLANNED"],
    ),
    "what somebody means to do is planned, also in his own words": (
        '그는 2020년 5월 "내년에 회사를 떠나겠다"고 말했다.',
        ["떠나겠다 RESIGNATION 2021 theme=회사 PLANNED", "말 STATEMENT 2020-05 agent=그"],
    ),
    "means to do, in a report without a verb of its own": (
        "회사는 2021년 9월 공장을 열겠다고 했다.",
        ["열겠다고 FOUNDING 2021-09 agent=회사 theme=공장 PLANNED"],
    ),
    "what only happens is foretold": (
        "2020년 5월 4일에는 전국이 맑아지겠다.",
        ["맑아지겠다 CHANGE 2020-05-04 theme=전국 POSSIBLE"],
    ),
    "a forecast that is reported": (
        "기상청은 2020년 5월 3일 다음 날 비가 오겠다고 예보했다.",
        ["오겠다고 DISASTER 2020-05-04 theme=비 REPORTED", "예보 STATEMENT 2020-05-03 agent=기상청"],
    ),
    "after and until a half": (
        "2012년 상반기 이후 공장은 문을 닫았고, 2013년 하반기까지 사무실을 옮겼다.",
        ["닫았고 END 2012-01/.. theme=공장", "옮겼다 MOVEMENT ../2013-12 agent=공장 theme=사무실"],
    ),
    "a bare success is of what was told before": (
        "1957년 소련은 위성을 발사했다. 이듬해 미국도 성공했다.",
        ["발사 LAUNCH 1957 agent=소련 theme=위성", "성공 LAUNCH 1958 agent=미국"],
    ),
    "a time of what is reported keeps no other from the report": (
        "협회는 2023년 8월 16일 회의를 열고 7월에 환자가 줄었다고 밝혔다.",
        ["회의 MEETING 2023-08-16 agent=협회", "줄었다고 CHANGE 2023-07 theme=환자 REPORTED",
         "밝혔다 STATEMENT 2023-08-16 agent=협회"],
    ),
    "a source dates nothing": (
        "4일 경찰에 따르면 배우 김민수는 2018년 5월 1일 부산에서 열린 행사에서 사진을 찍었다.",
        ["행사 MEETING 2018-05-01 place=부산", "찍었다 OTHER 2018-05-01 agent=김민수 theme=사진"],
    ),
    "what is compared with dates nothing": (
        "회사의 수출은 2019년 같은 기간에 비해 두 배로 늘었다.",
        [],
    ),
    "a look of then dates nothing": (
        "그는 1994년 당시 모습을 되살렸다.",
        [],
    ),
    "what a verb is about dates nothing": (
        "20세기를 빛낸 배우들이 모였다.",
        [],
    ),
    "what was made then dates nothing": (
        "그는 1994년작 영화에 나온 배우와 2001년 결혼했다.",
        ["결혼 MARRIAGE 2001 agent=그 agent=배우"],
    ),
    "what is done for something": (
        "2011년 재단을 설립하기 위해 재산을 팔았다.",
        ["팔았다 TRADE 2011 theme=재산"],
    ),
    "what one goes to do": (
        "그는 1920년 의학을 공부하러 일본으로 건너갔다.",
        ["건너갔다 MOVEMENT 1920 agent=그 place=일본"],
    ),
    "an aim with a time before the one of the deed": (
        "2030년까지 달에 가기 위해 2025년 시험 비행을 했다.",
        ["가기 MOVEMENT ../2030 place=달 PLANNED", "시험 비행 FLIGHT 2025"],
    ),
    "an attempt that failed": (
        "1923년 그는 학교를 세우려다 체포되었다.",
        ["세우려다 FOUNDING 1923 agent=그 theme=학교 NEG PLANNED", "체포 ARREST 1923 theme=그"],
    ),
    "what is expected": (
        "새 제품은 2018년 9월 독일에서 판매될 전망이다.",
        ["판매 TRADE 2018-09 theme=제품 place=독일 POSSIBLE"],
    ),
    "a noun of doing before 이후": (
        "의회는 2007년 7월 결의안을 채택 이후 예산을 늘렸다.",
        ["채택 DECISION 2007-07 agent=의회 theme=결의안"],
    ),
    "a noun of doing for its verb": (
        "이 팀은 2008년 신인 김은정을 영입, 2009년 우승했다.",
        ["영입 APPOINTMENT 2008 agent=팀 theme=김은정", "우승 WIN 2009 agent=팀"],
    ),
    "a noun of happening for its verb": (
        "2018년 5월 24일 남부에서 강진이 발생, 39명이 사망했다.",
        ["강진 DISASTER 2018-05-24 place=남부", "사망 DEATH 2018-05-24 theme=39명"],
    ),
    "since when": (
        "그는 2011년 회사를 떠난 지 3년 만에 돌아왔다.",
        ["떠난 RESIGNATION 2011 agent=그 theme=회사"],
    ),
    "the founding after which": (
        "이 회사는 2005년 창사 이래 처음으로 2012년 12월 매출 1조 원을 돌파했다.",
        ["창사 FOUNDING 2005", "돌파 CHANGE 2012-12 agent=회사 theme=매출 1조 원"],
    ),
    "the first since the founding": (
        "팀은 2013년 창단 후 첫 정상에 올랐다.",
        ["올랐다 WIN 2013 agent=팀"],
    ),
    "the name of today": (
        "학교는 2007년 현재의 교명으로 변경되었다. 2010년 현재의 인구는 3만 명이다.",
        ["변경 CHANGE 2007 theme=학교"],
    ),
    "what is taken and who takes it": (
        "1646년 난징 공략을 시도했다. 1938년 독일의 오스트리아 병합이 이루어졌다.",
        ["공략 ATTACK 1646 theme=난징 NEG", "병합 CHANGE 1938 agent=독일 theme=오스트리아"],
    ),
    "a meeting agreed upon with a day of its own": (
        "대표단은 1999년 8월 28일 회담에서 9월 3일 상봉을 실시하기로 최종 합의했다.",
        ["상봉 MEETING 1999-09-03 PLANNED", "합의 AGREEMENT 1999-08-28 agent=대표단"],
    ),
    "a state with 이던": (
        "대통령은 지난 2010년 의장국이었던 한국과의 공조를 재확인했다.",
        [],
    ),
    "what was put out beside what names it": (
        "신문은 2009년 11월 13일 실명과 주소를 내보냈다.",
        ["내보냈다 PUBLICATION 2009-11-13 agent=신문 theme=실명 theme=주소"],
    ),
    "what happened before a length": (
        "2014년 세월호 침몰 이후 10년 동안 유족들은 싸웠다. 2018년 상장 이후 최대 이익을 기록했다.",
        ["침몰 ACCIDENT 2014 theme=세월호", "상장 TRADE 2018"],
    ),
    "a cleft that only counts": (
        "국가재난사태가 선포된 것은 2005년 4월 양양 산불 이후 두 번째다. 탑이 세워진 시기는 1010년으로 추정된다.",
        ["양양 산불 DISASTER 2005-04", "세워진 CONSTRUCTION 1010 theme=탑 POSSIBLE"],
    ),
    "who says that something is so": (
        "김 의원은 2024년 6월 11일 \"법안은 위헌\"이라고 주장했다. 교황은 1095년 11월 성지를 되찾자고 호소하였다.",
        ["주장 STATEMENT 2024-06-11 agent=김", "호소 STATEMENT 1095-11 agent=교황"],
    ),
    "deeds and the charge for them": (
        "김씨는 2022년 8월 자택에서 아내를 살해한 혐의로 기소됐다. 법원은 2023년 12월 14일 횡령 혐의로 기소된 최 회장에게 징역을 선고했다.",
        ["살해 DEATH 2022-08 agent=김 theme=아내 place=자택 REPORTED", "선고 TRIAL 2023-12-14 agent=법원 theme=최 theme=징역"],
    ),
    "a duty of today": (
        "그는 2019년 면허가 취소돼 시험을 다시 봐야 한다.",
        ["취소 RESIGNATION 2019 theme=면허"],
    ),
    "lines of a chronicle": (
        "1998년 2월 교명을 한밭대학교로 변경. 2001년 7월 김정태가 이사장에 취임.",
        ["변경 CHANGE 1998-02 theme=교명", "취임 APPOINTMENT 2001-07 agent=김정태"],
    ),
    "an aim with its date": (
        "2025년 완공을 목표로 2022년에 착공되었다. 2002년 월드컵을 앞두고 2001년 공항이 확장되었다.",
        ["완공 CONSTRUCTION 2025 PLANNED", "착공 CONSTRUCTION 2022", "확장 CHANGE 2001 theme=공항"],
    ),
    "a name that is part of a noun": (
        "1985년 부산행 열차가 탈선했다. 2008년 미국산 쇠고기를 수입했다.",
        ["탈선 ACCIDENT 1985 theme=부산행 열차", "수입 TRADE 2008 theme=미국산 쇠고기"],
    ),
    "made known as official": (
        "2013년 9월 회사는 신제품을 공식 발표했다. 1998년 정부는 계획을 공식 발표했다.",
        ["발표 PUBLICATION 2013-09 agent=회사 theme=신제품", "발표 STATEMENT 1998 agent=정부 theme=계획"],
    ),
    "why it was done": (
        "1938년 신사참배를 거부한다는 이유로 학교가 폐쇄되었다. 2024년 현재 9만여 점을 소장하고 있다.",
        ["폐쇄 DISSOLUTION 1938 theme=학교"],
    ),
    "each of two did it at its own time": (
        "국회는 2023년 6월 특별법을, 정부는 2024년 3월 시행령을 각각 의결했다.",
        ["의결 LEGISLATION 2023-06 agent=국회 theme=특별법", "의결 LEGISLATION 2024-03 agent=정부 theme=시행령"],
    ),
    "what somebody else built": (
        "경복궁은 1867년 흥선대원군이 백성을 동원하여 중건하였다. 황룡사는 1238년 몽골군이 불태웠다.",
        [
            "동원 CONFLICT 1867 agent=흥선대원군 theme=백성",
            "중건 CONSTRUCTION 1867 agent=흥선대원군 theme=경복궁",
            "불태웠다 ATTACK 1238 agent=몽골군 theme=황룡사",
        ],
    ),
    "clauses that run into the main one": (
        "1592년 그는 동래성을 지키다 전사하였다. 1721년 거제도에 유배, 이듬해 사사되었다.",
        [
            "지키다 OPERATION 1592 agent=그 theme=동래성",
            "전사 DEATH 1592 theme=그",
            "유배 ARREST 1721 place=거제도",
            "사사 DEATH 1722",
        ],
    ),
    "who is first told behind the clause": (
        "1793년 징집령에 항의하여 농민들이 봉기하였다. 1922년 그는 체포되어 6년간 복역하였다.",
        ["항의 CONFLICT 1793 theme=징집령", "봉기 CONFLICT 1793 agent=농민들", "체포 ARREST 1922 theme=그"],
    ),
    "a list with middle dots": (
        "대통령은 2019년 5월 프랑스·독일·영국을 방문했다.",
        ["방문 MOVEMENT 2019-05 agent=대통령 place=프랑스 place=독일 place=영국"],
    ),
    "what happened in brackets": (
        "이승만(1895년 입학)은 졸업하였다. 경인선(1899년 개통)은 철도이다. 진흥왕은 국왕(재위 540년~576년)이다.",
        ["입학 EDUCATION 1895 agent=이승만", "개통 START 1899 theme=경인선", "재위 APPOINTMENT 0540/0576 theme=진흥왕"],
    ),
    "an unknown noun after which": (
        "2005년 그 일 이후 마을은 조용하다.",
        [],
    ),
    "anniversaries": (
        "2019년 6월 3일 시인 한도윤 서거 10주기 추도식이 강릉에서 열렸다.",
        ["추도식 OTHER 2019-06-03 place=강릉"],
    ),
    "the day of a happening": (
        "박람회의 개막일은 2019년 7월 3일이다.",
        ["개막 START 2019-07-03 theme=박람회"],
    ),
    "the day planned for a happening": (
        "그의 전역 예정일은 2019년 5월 26일이다.",
        ["전역 RESIGNATION 2019-05-26 theme=그 PLANNED"],
    ),
    "a happening over which a verb only says that it happened": (
        "2018년 5월 17일 체육관에서 발생한 천장 붕괴 사고와 관련해 총장이 사과했다.",
        ["붕괴 사고 ACCIDENT 2018-05-17 place=체육관"],
    ),
    "a compound does not reach over a quotation mark": (
        "2018년 5월 14일 열린 '제2차 국민대회' 집회 당시 경찰이 나섰다.",
        ["집회 MEETING 2018-05-14 theme=제2차 국민대회"],
    ),
    "of whom one has told in a noun phrase": (
        "2018년 5월 6일 회사를 퇴사한 김 씨의 거취에 관심이 쏠린다.",
        ["퇴사 RESIGNATION 2018-05-06 agent=김 theme=회사"],
    ),
    "places that are joined": (
        "회원들은 2018년 1월 2일 광화문 앞과 시청 앞에 모여 구호를 외쳤다.",
        ["모여 MEETING 2018-01-02 agent=회원들 place=광화문 앞 place=시청 앞", "외쳤다 STATEMENT 2018-01-02 agent=회원들 theme=구호"],
    ),
    "a crime that somebody is accused of": (
        "정 군은 2017년 4월 학교에서 친구를 여러 차례 때린 혐의를 받고 있다.",
        ["때린 ATTACK 2017-04 agent=정 theme=친구 place=학교 REPORTED"],
    ),
    "말 after a day is no end of a month": (
        "경찰은 2018년 5월 3일 용의자를 검거했다고 4일 말했다.",
        ["검거 ARREST 2018-05-03 agent=경찰 theme=용의자 REPORTED", "말 STATEMENT 2018-05-04 agent=경찰"],
    ),
    "a clause before a time that has its own": (
        "2018년 2월 15일 소치에서 열린 2014년 동계올림픽 기념식에서 그는 상을 받았다.",
        ["기념식 MEETING 2018-02-15 place=소치", "받았다 AWARD 2018-02-15 agent=그 theme=상"],
    ),
    "about when of a clock leaves the day sure": (
        "그는 2018년 5월 3일 오전 2시께 집을 나왔다.",
        ["나왔다 MOVEMENT 2018-05-03 agent=그 place=집"],
    ),
    "what another one demands is not of the time": (
        "2005년 3월 미국이 체제를 바꾸자는 북한의 주장을 심도 있게 반박했다.",
        ["반박 STATEMENT 2005-03 agent=미국 theme=주장"],
    ),
    "at the same time as what a noun tells": (
        "그는 1970년 2월 졸업과 동시에 입사했다.",
        ["졸업 EDUCATION 1970-02", "입사 APPOINTMENT 1970-02 agent=그"],
    ),
    "what is quoted has a year of its own": (
        "정부는 2018년 4월 '2014년 물가 대책'을 발표했다.",
        ["발표 STATEMENT 2018-04 agent=정부 theme=물가 대책"],
    ),
    "whom and what it is about": (
        "회사는 2018년 4월 직장인을 대상으로 설문조사를 진행한 결과 절반이 반대했다.",
        ["조사 OTHER 2018-04 agent=회사"],
    ),
    "a place whose name a verb was once": (
        "회원들은 2016년 8월 2일 만남의 집에서 기자회견을 열었다.",
        ["기자회견 STATEMENT 2016-08-02 agent=회원들 place=집"],
    ),
    "what went on from then till then": (
        "1701년부터 1714년까지 이어진 전쟁의 결과 조약이 체결되었다.",
        ["이어진 OTHER 1701/1714 theme=전쟁"],
    ),
    "the topic of the main clause before it": (
        "재상은 1624년에 총리가 되어 죽을 때까지 자리에 있었다.",
        ["되어 APPOINTMENT 1624 theme=재상"],
    ),
    "joined genitives": ("1980년대 그는 한국과 미국의 관계를 조율했다.", ["조율 AGREEMENT 198X agent=그 theme=관계"]),
    "works with their years": (
        "이 배우는 드라마 《봄바람》(2011), 《여름비》(2012) 등의 작품에 출연했다.",
        ["출연 PERFORMANCE 2011 agent=배우 theme=봄바람", "출연 PERFORMANCE 2012 agent=배우 theme=여름비"],
    ),
    "works of one year": (
        "그 감독은 《봄바람》(2011), 《여름비》(2011)를 연출했다.",
        ["연출 PERFORMANCE 2011 agent=감독 theme=봄바람 theme=여름비"],
    ),
    "a work's year beside the time of the deed": (
        "2015년 그 극단은 《봄바람》(2011)을 다시 공연했다.",
        ["공연 PERFORMANCE 2015 agent=극단 theme=봄바람"],
    ),
    "what somebody undergoes": ("그는 2004년 12월 사형 선고를 받았다.", ["사형 선고 TRIAL 2004-12 theme=그"]),
    "what a source tells": (
        "그의 말에 따르면 전구는 1901년에 소방서로 기증되었다.",
        ["기증 TRANSFER 1901 theme=전구 place=소방서 REPORTED"],
    ),
    "who gets it, and who makes it": (
        "학교는 2000년 편지를 수집가에게 매각했고, 2001년 현대자동차에서 제작한 차를 샀다.",
        ["매각 TRADE 2000 agent=학교 theme=편지 place=수집가", "제작 CONSTRUCTION 2001 agent=현대자동차 theme=차"],
    ),
    "a reign in brackets without units": (
        "황제 샤푸르 1세(재위 241-272)는 책을 받았다.",
        ["재위 APPOINTMENT 0241/0272 theme=샤푸르 1세"],
    ),
    "in what state it was seen": (
        "1894년 빛이 주어지지 않은 상태에서 학자가 색의 변화를 관찰하였다.",
        ["관찰 OTHER 1894 agent=학자 theme=변화"],
    ),
    "to what the main happening is fitted": (
        "1927년 완공에 맞춰 경기가 열렸다.",
        ["완공 CONSTRUCTION 1927", "경기 PERFORMANCE 1927"],
    ),
    "years before Christ of which one is meant": (
        "그의 통치는 기원전 641년 혹은 640년에 끝났다.",
        ["끝났다 END -0639 theme=통치", "끝났다 END -0640 theme=통치"],
    ),
    "what nobody could do did not happen": (
        "1974년 그는 발목을 다쳐 대회에 출전할 수 없었다.",
        ["다쳐 INJURY 1974 theme=그 theme=발목", "출전 PERFORMANCE 1974 agent=그 theme=대회 NEG"],
    ),
    "what somebody could do happened": (
        "1974년 그는 벌금을 내고 대회에 참가할 수 있었다.",
        ["내고 TRANSFER 1974 agent=그 theme=벌금", "참가 PERFORMANCE 1974 agent=그 theme=대회"],
    ),
    "what somebody can do may happen": (
        "2030년에는 대회에 참가할 수 있다.",
        ["참가 PERFORMANCE 2030 theme=대회 POSSIBLE"],
    ),
    "the deed of which somebody is accused": (
        "1998년 남의 돈을 빼돌린 혐의로 구속되었다.",
        ["구속 ARREST 1998"],
    ),
    "an attempt from which the rest follows": (
        "1944년 부대는 상륙을 시도하여 섬을 점령했다.",
        ["상륙 LANDING 1944 agent=부대", "점령 ATTACK 1944 agent=부대 theme=섬"],
    ),
    "an attempt that is cut off": (
        "1944년 그는 탈옥을 시도하다가 붙잡혔다.",
        ["탈옥 MOVEMENT 1944 agent=그 NEG", "붙잡혔다 ARREST 1944 theme=그"],
    ),
    "a day that is announced for a happening": (
        "새 책의 발매일은 국내에서는 2011년 5월로 발표되었다.",
        ["발매 PUBLICATION 2011-05 theme=책 PLANNED"],
    ),
    "what is planned is the happening": (
        "2011년 5월 3일 개통이 예정되어 있다.",
        ["개통 START 2011-05-03 PLANNED"],
    ),
    "between two years": (
        "그 성벽은 1731년과 1744년 사이에 축조되었다.",
        ["축조 CONSTRUCTION 1731/1744 theme=성벽"],
    ),
    "in each of two years": (
        "1731년과 1744년에 성벽이 축조되었다.",
        ["축조 CONSTRUCTION 1731 theme=성벽", "축조 CONSTRUCTION 1744 theme=성벽"],
    ),
    "two nouns that make one predicate": (
        "1960년 검찰은 그를 구속 기소했다.",
        ["구속 기소 TRIAL 1960 agent=검찰 theme=그"],
    ),
    "a noun whose light verb follows it bare": (
        "1969년 달 착륙 성공했다.",
        ["착륙 LANDING 1969 place=달"],
    ),
    "a fact that becomes known": (
        "2005년 7월, 그 악단이 활동을 멈춘다는 사실이 알려졌다.",
        ["알려졌다 STATEMENT 2005-07 theme=사실"],
    ),
    "what befalls is told before the noun for it": (
        "1995년 6월 29일 백화점이 무너지는 사고가 났다.",
        ["무너지는 ACCIDENT 1995-06-29 theme=백화점"],
    ),
    "what somebody does in a demonstration is not what took place": (
        "1960년 3월 15일 부정 선거에 항의하는 시위가 마산에서 일어났다.",
        ["시위 CONFLICT 1960-03-15 place=마산"],
    ),
    "what one strikes with, and travels with": (
        "1909년 그는 권총으로 적장을 저격했고, 1910년 기차로 하얼빈을 떠났다.",
        ["저격 ATTACK 1909 agent=그 theme=적장 instrument=권총", "떠났다 MOVEMENT 1910 agent=그 place=하얼빈 instrument=기차"],
    ),
    "a rate is no place": (
        "중앙은행은 2024년 10월 11일 금리를 연 3.5%에서 3.25%로 인하했다.",
        ["인하 CHANGE 2024-10-11 agent=중앙은행 theme=금리"],
    ),
    "an accident that leads to something is passed over": (
        "2003년 10월 4일 열차가 탈선하는 사고로 열 명이 죽었다.",
        ["죽었다 DEATH 2003-10-04 theme=열 명"],
    ),
    "what an age brings is of all that follows": (
        "19세기에 들어서면서 서양과 교역하던 항구의 인구가 늘어났다.",
        ["늘어났다 CHANGE 18XX theme=인구"],
    ),
    "a noun of doing before 후 takes what its verb takes": (
        "그는 1921년 신문사에서 기자로 재직 후 1925년 만주로 건너갔다.",
        ["재직 APPOINTMENT 1921 agent=그 place=신문사", "건너갔다 MOVEMENT 1925 agent=그 place=만주"],
    ),
    "what ends before a time has its verb behind the next": (
        "1938년에는 소리를 모은 민요 <방아>를, 이듬해에는 <뱃노래>를 녹음했다.",
        ["녹음 PUBLICATION 1938 theme=방아", "녹음 PUBLICATION 1939 theme=뱃노래"],
    ),
    "who is killed undergoes it": (
        "1412년 5월 장수가 적에게 죽임을 당했다.",
        ["죽임 DEATH 1412-05 agent=적 theme=장수"],
    ),
    "to work as an officer is to hold the office": (
        "1931년 그는 학교에서 강사로 일했다.",
        ["일 APPOINTMENT 1931 agent=그 place=학교"],
    ),
    "two nouns over one 하다": (
        "2020년 3월 그는 체포 및 구속되었다.",
        ["체포 ARREST 2020-03 theme=그", "구속 ARREST 2020-03 theme=그"],
    ),
    "a state that lasts is passed over, and a name is the argument": (
        "2011년 3집에 실려 있는 〈밤비〉라는 곡을 불렀다.",
        ["불렀다 PERFORMANCE 2011 theme=밤비"],
    ),
    "one particle for the places of several years": (
        "1998년 홍콩, 1999년 영국, 2000년 캐나다에서 개봉하였다.",
        [
            "개봉 PUBLICATION 1998 place=홍콩",
            "개봉 PUBLICATION 1999 place=영국",
            "개봉 PUBLICATION 2000 place=캐나다",
        ],
    ),
    "a title takes the particle of the title, not of the place": (
        "1990년 서울에서 초등학교, 1996년 부산에서 중학교를 졸업했다.",
        ["졸업 EDUCATION 1990 theme=초등학교 place=서울", "졸업 EDUCATION 1996 theme=중학교 place=부산"],
    ),
    "a year of its own behind a day": (
        "2019년 5월 3일 입단, 2020년 주장을 맡았다.",
        ["입단 APPOINTMENT 2019-05-03", "맡았다 APPOINTMENT 2020 theme=주장"],
    ),
    "the place of what befell someone meanwhile": (
        "그는 1999년 런던에서 연설 도중 쓰러졌다.",
        ["쓰러졌다 INJURY 1999 theme=그 place=런던"],
    ),
    "a standing state passes no year to what has its own": (
        "2010년 서울에 살고 있는 그는 2012년 부산으로 이사했다.",
        ["살고 OTHER 2010 agent=그 place=서울", "이사 MOVEMENT 2012 agent=그 place=부산"],
    ),
    "what is won on a programme was not said there": (
        "그는 2012년 오디션 프로그램에서 우승했다고 밝혔다.",
        ["우승 WIN 2012 agent=그 place=오디션 프로그램 REPORTED"],
    ),
    "the toll of one accident": (
        "2003년 2월 18일 대구 지하철에서 불이 나 192명이 사망하고 151명이 부상했다.",
        [
            "불 ACCIDENT 2003-02-18 place=대구 지하철",
            "사망 DEATH 2003-02-18 theme=192명",
            "부상 INJURY 2003-02-18 theme=151명",
        ],
    ),
    "what only says how parts no clauses": (
        "1940년대에 항생제가 보급되면서 사망률이 크게 떨어졌다.",
        ["보급 TRANSFER 194X theme=항생제", "떨어졌다 CHANGE 194X theme=사망률"],
    ),
    "a body that says what it will do": (
        "2013년 9월 마이크로소프트가 휴대 전화 사업부를 인수한다고 발표하였다.",
        ["발표 STATEMENT 2013-09 agent=마이크로소프트"],
    ),
    "a day to come is of what is announced": (
        "협회는 오는 2024년 5월 25일 임시총회를 개최하기로 했다고 밝혔다.",
        ["총회 MEETING 2024-05-25 agent=협회 PLANNED"],
    ),
    "the budget of this year, decided on a day": (
        "국회는 2024년 5월 17일 올해 추가경정예산안을 의결했다.",
        ["의결 DECISION 2024-05-17 agent=국회 theme=추가경정예산안"],
    ),
    "an outlook is no saying": (
        "2024년 하반기에 금리를 내릴 것이라는 전망이 나온다.",
        ["내릴 CHANGE 2024-07/2024-12 theme=금리 POSSIBLE"],
    ),
    "what something is called has no subject but the name": (
        "1887년 고종이 이화학당이라는 교명을 하사했다.",
        ["하사 TRANSFER 1887 agent=고종 theme=이화학당"],
    ),
    "who dies does not go on": (
        "1906년 남편이 마차에 치여 숨지자 교수직을 이어받았다.",
        ["치여 ACCIDENT 1906 theme=남편", "숨지자 DEATH 1906 theme=남편", "이어받았다 APPOINTMENT 1906 theme=교수직"],
    ),
    "both of two parties": (
        "1904년 러시아와 일본 사이에 전쟁이 일어났다.",
        ["전쟁 CONFLICT 1904 agent=러시아 agent=일본"],
    ),
    "a new name is no place": (
        "1910년 한성부가 경성부로 개칭되었다.",
        ["개칭 CHANGE 1910 theme=한성부"],
    ),
    "how and for which time something is done is no argument": (
        "1996년 팬암은 상업 운항을 마쳤고, 2022년 6월 21일에는 누리호 2차 발사에 성공했다.",
        ["운항 OPERATION 1996 agent=팬암", "발사 LAUNCH 2022-06-21 agent=팬암 theme=누리호"],
    ),
    "what a ship carried": (
        "2014년 4월 16일 승객을 태운 여객선이 침몰했다.",
        ["침몰 ACCIDENT 2014-04-16 theme=여객선"],
    ),
    "what carries a craft": (
        "2018년 위성은 아리안 5 로켓에 실려 발사되었다.",
        ["발사 LAUNCH 2018 theme=위성 instrument=아리안 5 로켓"],
    ),
    "titles that are left are no places": (
        "2011년 그는 최고경영자에서 물러났다.",
        ["물러났다 RESIGNATION 2011 agent=그"],
    ),
    "a year that comes is no happening": (
        "1920년이 되자 상인들이 떠났다.",
        ["떠났다 MOVEMENT 1920 agent=상인들"],
    ),
    "a quarter before a noun is the noun's": (
        "은행은 2019년 5월 2일 지난 1분기 순이익을 발표했다.",
        ["발표 STATEMENT 2019-05-02 agent=은행 theme=순이익"],
    ),
    "what is said at a meeting did not happen there": (
        "기자는 2016년 4월 3일 열린 공청회에서 책임을 물어야 한다고 주장했다.",
        ["공청회 MEETING 2016-04-03", "주장 STATEMENT 2016-04-03 agent=기자"],
    ),
    "decades are narrowed by the years behind them": (
        "1980년대와 90년대에는 두 노선이 각각 1984년과 1991년에 개통되었다.",
        ["개통 START 1984 theme=노선", "개통 START 1991 theme=노선"],
    ),
    "from one time to where it reaches": (
        "1910년부터 1925년에 이르는 동안 제도가 철폐되었다.",
        ["철폐 END 1910/1925 theme=제도"],
    ),
    "what there was happened": (
        "1958년에 있었던 폭동 이후 군대가 떠났다.",
        ["폭동 CONFLICT 1958"],
    ),
    "what is only supposed did not happen": (
        "2003년 2월 사장은 공장을 닫으면 손해가 크다고 밝혔다.",
        ["밝혔다 STATEMENT 2003-02 agent=사장"],
    ),
    "through a range things change": (
        "1890년대부터 1910년대까지 의복이 변해 온 모습이 그려졌다.",
        ["변해 CHANGE 189X/191X theme=의복"],
    ),
    "the copula over a name parts no clauses": (
        "1905년 3월 9일, 군대는 요새를 나와 옛 수도인 성을 점령하고 마지막 왕이었던 그를 체포했다.",
        [
            "나와 MOVEMENT 1905-03-09 agent=군대 place=요새",
            "점령 ATTACK 1905-03-09 agent=군대 theme=성",
            "체포 ARREST 1905-03-09 agent=군대 theme=그",
        ],
    ),
    "a beginning frames what begins": (
        "1996년 5월 다리의 건설이 시작되었다.",
        ["건설 CONSTRUCTION 1996-05 theme=다리"],
    ),
    "an order dates itself, not what is ordered": (
        "1948년 1월 12일 사령부는 행진을 중단하도록 명령했다.",
        ["명령 DECISION 1948-01-12 agent=사령부"],
    ),
    "one who is met before what comes later": (
        "2020년 7월 9일 장관은 회원들을 만나고 학교에서 강연한 뒤 돌아왔다.",
        [
            "만나고 MEETING 2020-07-09 agent=장관 theme=회원들",
            "강연 STATEMENT 2020-07-09 agent=장관 place=학교",
        ],
    ),
    "the byline of news tells nothing": (
        "(여수=새소식) 김나리 기자 = 2024년 7월 4일 공장에서 폭발 사고가 나 두 명이 다쳤다.",
        ["폭발 사고 ACCIDENT 2024-07-04 place=공장", "다쳤다 INJURY 2024-07-04 theme=두 명"],
    ),
    "a second day before what is said is what is said": (
        "외교부는 2022년 11월 21일 응급대를 22일 현지로 보내기로 했다고 밝혔다.",
        ["보내기 TRANSFER 2022-11-22 agent=외교부 theme=응급대 place=현지 PLANNED", "밝혔다 STATEMENT 2022-11-21 agent=외교부"],
    ),
    "what is put off": (
        "공장의 증설은 2025년 7월로 미뤄졌다.",
        ["증설 CONSTRUCTION 2025-07 theme=공장 PLANNED"],
    ),
    "a named disaster happens, whatever noun it leads to": (
        "2003년 2월 18일에 발생한 대구 지하철 참사에 대한 대책이 나왔다.",
        ["발생 DISASTER 2003-02-18 theme=대구 지하철 참사"],
    ),
    "what is settled with 짓다": (
        "1995년 대법원은 원심을 확정지었다.",
        ["확정 TRIAL 1995 agent=대법원 theme=원심"],
    ),
    "a queen is no comparison": (
        "1821년 3월 대비 김씨가 궁을 떠났다.",
        ["떠났다 MOVEMENT 1821-03 agent=김씨 place=궁"],
    ),
    "a comparison is no queen": (
        "2015년 매출은 2014년 대비 늘었다.",
        ["늘었다 CHANGE 2015 theme=매출"],
    ),
    "a pronoun that ends like a copula": (
        "1986년 2월 그는 창고에서 무언가를 훔쳤다.",
        ["훔쳤다 TRANSFER 1986-02 agent=그 theme=무언가 place=창고"],
    ),
    "a bare noun of going stands for its verb": (
        "부대는 1913년 4월 산성에서 철수, 고향으로 이동했다.",
        ["철수 MOVEMENT 1913-04 agent=부대 place=산성", "이동 MOVEMENT 1913-04 agent=부대 place=고향"],
    ),
    "bare nouns of a list stand for none": (
        "1995년 서울에서 공연, 전시가 열렸다.",
        ["전시 PERFORMANCE 1995 place=서울"],
    ),
    "what was won at what took place then": (
        "1976년 나고야에서 열린 대회에서 우승했을 때 그는 열다섯이었다.",
        ["대회 PERFORMANCE 1976 place=나고야", "우승 WIN 1976 agent=그"],
    ),
    "a match is not the time before a debut": (
        "1987년 그는 데뷔전을 치렀다.",
        ["데뷔전 PERFORMANCE 1987 agent=그"],
    ),
    "the type of a happening in a frame": (
        "1987년 그는 훈련을 받았다.",
        ["훈련 EDUCATION 1987 theme=그"],
    ),
    "an idiom that says how it was done": (
        "1887년 그는 아버지의 뒤를 이어 왕이 되었고, 1903년 참사의 책임을 지고 물러났다.",
        ["되었고 APPOINTMENT 1887 theme=그", "물러났다 RESIGNATION 1903 agent=그"],
    ),
    "the idiom as what happened": (
        "1887년 그는 아버지의 뒤를 이었다.",
        ["이었다 APPOINTMENT 1887 agent=그"],
    ),
    "two happenings side by side with a subject each": (
        "1929년 10월 은행이 파산하면서 경제는 침체에 빠졌다.",
        ["파산 DISSOLUTION 1929-10 theme=은행", "빠졌다 CHANGE 1929-10 theme=경제"],
    ),
    "what happens at once with another thing": (
        "1993년 4월 공장이 완공됨과 동시에 회사는 신차를 내놓았다.",
        ["완공 CONSTRUCTION 1993-04 theme=공장", "내놓았다 PUBLICATION 1993-04 agent=회사 theme=신차"],
    ),
    "what only follows on another thing takes no time from it": (
        "2003년 2월 아버지가 떠나자 그는 울었다.",
        ["떠나자 MOVEMENT 2003-02 agent=아버지"],
    ),
    "from when a range is counted": (
        "그가 귀국한 2003년 3월부터 그해 6월까지 그들은 빈에 머물렀다.",
        ["귀국 RETURN 2003-03 agent=그", "머물렀다 OTHER 2003-03/2003-06 agent=그들 place=빈"],
    ),
    "in spite of what": ("1999년 반대에도 불구하고 그는 사퇴했다.", ["사퇴 RESIGNATION 1999 agent=그"]),
    "a body that decides": (
        "2001년 11월 문화재청에서 그 절을 보물로 지정했다.",
        ["지정 DECISION 2001-11 agent=문화재청 theme=절"],
    ),
    "a body before which a bill comes": (
        "2001년 11월 개정안이 국회에 상정되었다.",
        ["상정 LEGISLATION 2001-11 theme=개정안 place=국회"],
    ),
    "a body that a bill passes": (
        "2001년 11월 개정안이 국회를 통과했다.",
        ["통과 LEGISLATION 2001-11 theme=개정안 place=국회"],
    ),
    "what is planned of a thing": (
        "그 책은 2011년 9월 발매가 예정되어 있다.",
        ["발매 PUBLICATION 2011-09 theme=책 PLANNED"],
    ),
    "who began and ended, each with a time": (
        "1833년 착공해 1836년 완공한 탑은 오래갔다.",
        ["착공 CONSTRUCTION 1833 theme=탑", "완공 CONSTRUCTION 1836 theme=탑"],
    ),
    "all of a thing is the thing": (
        "1985년 건물 전체가 무너졌다.",
        ["무너졌다 ACCIDENT 1985 theme=건물"],
    ),
    "a length before 만에 is no argument": (
        "1985년 그는 10년 만에 고향에 돌아왔다.",
        ["돌아왔다 RETURN 1985 agent=그 place=고향"],
    ),
    "a change by which others take effect": (
        "1914년 행정구역 개편에 따라 두 면을 병합하였다.",
        ["개편 CHANGE 1914 theme=행정구역", "병합 CHANGE 1914 theme=면"],
    ),
    "a change by which others take effect later": (
        "1914년 행정구역 개편에 따라 1917년 그 면이 나뉘었다.",
        ["개편 CHANGE 1914 theme=행정구역", "나뉘었다 CHANGE 1917 theme=면"],
    ),
    "by what it came about": (
        "1453년 오스만 제국이 수도를 함락시킴으로써 동로마 제국은 멸망하였다.",
        ["함락 ATTACK 1453 agent=오스만 제국 theme=수도", "멸망 DISSOLUTION 1453 theme=동로마 제국"],
    ),
    "a bare noun of change stands for its verb": (
        "그 고장은 1981년 시로 승격, 분리되었다.",
        ["승격 CHANGE 1981 theme=고장", "분리 CHANGE 1981 theme=고장"],
    ),
    "two of whom it is told": (
        "1707년 잉글랜드와 스코틀랜드가 합병하였다.",
        ["합병 CHANGE 1707 agent=잉글랜드 agent=스코틀랜드"],
    ),
    "one with whom it is done": (
        "1999년 그 은행이 다른 은행과 합병하였다.",
        ["합병 CHANGE 1999 agent=은행 theme=은행"],
    ),
    "a foot that is set down is no argument": (
        "1911년 그는 남극에 발을 디뎠다.",
        ["디뎠다 MOVEMENT 1911 agent=그 place=남극"],
    ),
    "years from a year on": (
        "그 공사는 1831년부터 3년 동안 진행되었다.",
        ["공사 CONSTRUCTION 1831/1834"],
    ),
    "months from a month on": (
        "1925년 11월부터 3개월간 재판이 열렸다.",
        ["재판 TRIAL 1925-11/1926-02"],
    ),
    "a length that is coarser than its beginning": (
        "1925년 11월 3일부터 2년간 재판이 열렸다.",
        ["재판 TRIAL 1925-11-03/.."],
    ),
    "an exam that one prepares for": (
        "1975년 그는 외무고시를 준비했다.",
        ["준비 EDUCATION 1975 agent=그 theme=외무고시"],
    ),
    "what is reported, and the clause that leads into it": (
        "회사는 2016년 3분기 공장을 팔아 큰돈을 벌었다고 2016년 10월 27일 공시했다.",
        [
            "팔아 TRADE 2016-07/2016-09 agent=회사 theme=공장 REPORTED",
            "벌었다고 TRADE 2016-07/2016-09 agent=회사 theme=큰돈 REPORTED",
            "공시 STATEMENT 2016-10-27 agent=회사",
        ],
    ),
    "a mere day after the speaker is the day of a report of what is done": (
        "위원회는 17일 심사가 끝났다고 전했다. (올해)",
        ["전했다 STATEMENT 2025-10-17 agent=위원회"],
    ),
    "by what name a thing goes is no happening": (
        "기원전 8세기에 쿠마이라고도 알려진 곳의 주민들이 도시를 건설하였다.",
        ["건설 CONSTRUCTION -07XX agent=주민들 theme=도시"],
    ),
    "a fact that is found out": (
        "1913년 그는 전자가 움직인다는 사실을 알아냈다.",
        ["알아냈다 DISCOVERY 1913 agent=그 theme=사실"],
    ),
    "a cleft that goes on": (
        "그가 후보에 오른 것은 2020년 7월로, 두 달 뒤 당선되었다.",
        ["오른 ELECTION 2020-07 agent=그", "당선 ELECTION 2020-09"],
    ),
    "a year since which a thing is compared": (
        "2001년 3월 3일 1999년 이후 이 섬에서 가장 큰 지진이 일어났다.",
        ["지진 DISASTER 2001-03-03"],
    ),
    "an adverb of how many": ("1999년 9월 지진 때는 2000명이 넘게 숨졌다.", ["지진 DISASTER 1999-09", "숨졌다 DEATH 1999-09 theme=2000명"]),
    "an aim lends the main clause its subject": (
        "대통령이 1972년 2월 21일 주석과 만나기 위해 1972년 2월 17일 워싱턴을 떠났다.",
        [
            "만나기 MEETING 1972-02-21 agent=대통령 agent=주석 PLANNED",
            "떠났다 MOVEMENT 1972-02-17 agent=대통령 place=워싱턴",
        ],
    ),
    "minutes from an hour on are of that day": (
        "2016년 10월 3일 11시부터 25분 동안 두 정상은 통화했다.",
        ["통화 MEETING 2016-10-03 agent=정상"],
    ),
    "of people who came together, what they did": (
        "1919년 4월 1일 병천 장터에 모인 주민들은 만세를 불렀다.",
        ["불렀다 CONFLICT 1919-04-01 agent=주민들 theme=만세"],
    ),
    "but where the time is marked, that they came together": (
        "1942년에 모인 사람들은 떠났다.",
        ["모인 MEETING 1942 agent=사람들"],
    ),
    "a figure of speech for what it speaks of": (
        "1592년 명과 일본은 화의의 물꼬를 텄다.",
        ["텄다 AGREEMENT 1592 agent=명 agent=일본"],
    ),
    "a work that has the name of a figure of speech": (
        "영화 《길》(1954)에 출연했다.",
        ["출연 PERFORMANCE 1954 theme=길"],
    ),
    "an adverb and a verb that are one word": (
        "1972년 5월 이후락은 평양에서 김일성과 마주 앉았다.",
        ["앉았다 MEETING 1972-05 agent=이후락 agent=김일성 place=평양"],
    ),
    "what was only meant takes no time": (
        "1637년 1월 9일 밤 섬으로 피란하려던 왕의 행렬은 남한산성으로 들어갔다.",
        ["들어갔다 MOVEMENT 1637-01-09 theme=행렬 place=남한산성"],
    ),
    "days that a length takes together": (
        "1921년 3월 19일과 20일 이틀간 서울에서 회의가 열렸다.",
        ["회의 MEETING 1921-03-19/1921-03-20 place=서울"],
    ),
    "the season of a day": (
        "2021년 4월 22일 2020-2021시즌 리그 경기에서 그는 골을 넣었다.",
        ["넣었다 PERFORMANCE 2021-04-22 agent=그 theme=골"],
    ),
    "a present tense until a month to come": (
        "팀은 시즌이 끝나는 12월까지 다섯 경기를 치른다. (올해)",
        ["끝나는 END 2025-12 theme=시즌 PLANNED", "경기 PERFORMANCE ../2025-12 agent=팀 PLANNED"],
    ),
    "what something is made of": (
        "1971년 두 학자는 생쥐를 모델로 하여 유전자를 찾아냈다.",
        ["찾아냈다 DISCOVERY 1971 agent=학자 theme=유전자"],
    ),
    "after whom": (
        "2012년 9월 18일 그는 이종범에 이어 두 번째로 상을 받았다.",
        ["받았다 AWARD 2012-09-18 agent=그 theme=상"],
    ),
    "what is reached by now": (
        "그 책은 2017년 현재까지 10만 부의 판매량을 달성하였다.",
        ["달성 CHANGE ../2017 agent=책 theme=판매량"],
    ),
    "a work as the place": (
        "2017년 영화 《바다》에서는 삭발한 머리로 등장하여 상을 받았다.",
        ["등장 OTHER 2017", "받았다 AWARD 2017 theme=상"],
    ),
    "a time that turns": (
        "1941년이 저물 무렵 사단은 모스크바까지 진격했다.",
        ["진격 ATTACK 1941 agent=사단 theme=모스크바"],
    ),
    "a problem of several": (
        "2014년 6월 18일 헌법재판소는 증거가 조작되는 등의 문제로 재심을 결정했다.",
        ["결정 DECISION 2014-06-18 agent=헌법재판소 theme=재심"],
    ),
    "a fact that comes to light": (
        "2002년 5월 1일 위조 여권으로 입국한 사실이 알려지면서 그는 해임되었다.",
        ["알려지면서 STATEMENT 2002-05-01 theme=사실", "해임 RESIGNATION 2002-05-01 theme=그"],
    ),
    "a fact of which somebody tells": (
        "정보원은 2012년 4월 형이 동생에게 서신을 보낸 사실을 공개하였다.",
        ["보낸 STATEMENT 2012-04 agent=형 theme=서신"],
    ),
    "a bracket behind a verb, with the occasion": (
        "교회는 새 이름을 금하였고(745년, 라테란 공의회), 책을 펴냈다.",
        ["금하였고 DECISION 0745 agent=교회 theme=이름"],
    ),
    "a bracket behind a named deed": (
        "제1차 요동 정벌(1388년)에 반대하였다.",
        ["제1차 요동 정벌 ATTACK 1388"],
    ),
    "a happening that there was": ("대책회의가 1997년에 있었다.", ["회의 MEETING 1997"]),
    "the speaker behind what is said": (
        "2009년 1월 13일 그는 회의에서 이 사건은 상관없는 일이라고 잘라 말했다.",
        ["말 STATEMENT 2009-01-13 agent=그"],
    ),
    "a clause that ends before a later year": (
        "1997년 집권당이 기업들에게 돈을 모금하였으며 2002년 다시 돈을 모았다.",
        ["모금 TRADE 1997 agent=집권당 theme=돈 place=기업들", "모았다 TRADE 2002 agent=집권당 theme=돈"],
    ),
    "a clause over its own object": (
        "2015년 2월 26일 국회는 선거를 진행해 176표를 얻은 의원을 위원장에 선출했다.",
        ["선거 ELECTION 2015-02-26 agent=국회", "선출 ELECTION 2015-02-26 agent=국회 theme=의원"],
    ),
    "what is only called so": (
        "1994년에 시계라고 하는 유전자가 발견되었다.",
        ["발견 DISCOVERY 1994 theme=유전자"],
    ),
    "the year after that of a work": (
        "그는 앨범 《봄》(2015)으로 데뷔하였고, 이듬해 《여름》을 발매하였다.",
        ["데뷔 START 2015 agent=그", "발매 PUBLICATION 2016 agent=그 theme=여름"],
    ),
    "what goes on": ("1921년 총독부는 감시 활동을 이어 갔다.", ["감시 활동 OPERATION 1921 agent=총독부"]),
    "beside what happens": (
        "그는 그를 만나 2000년 광고를 찍으면서 연예계에 데뷔했다.",
        ["찍으면서 PERFORMANCE 2000 agent=그 theme=광고", "데뷔 START 2000 agent=그 theme=연예계"],
    ),
    "beside what happens, where another clause stands over it": (
        "나디르 샤가 1736년 3월 8일 무간 평원에서 즉위하면서 허수아비로 남아 있던 아바스 3세가 폐위되었다.",
        [
            "즉위 APPOINTMENT 1736-03-08 agent=나디르 샤 place=무간 평원",
            "폐위 RESIGNATION 1736-03-08 theme=아바스 3세",
        ],
    ),
    "what is done while saying what was done": (
        "유족은 2023년 3월 아버지가 숨졌다며 병원을 고소했다.",
        ["숨졌다며 DEATH 2023-03 theme=아버지 REPORTED"],
    ),
    "what was written and printed later": ("1895년 쓴 소설이 출판되었다.", ["쓴 PUBLICATION 1895 theme=소설"]),
    "who enlisted and died": ("2023년 6월 1일 입대한 훈련병이 숨졌다.", ["입대 APPOINTMENT 2023-06-01 agent=훈련병"]),
    "a day before a vote": ("2023년 6월 13일 선거를 앞두고 기자회견을 열었다.", ["기자회견 STATEMENT 2023-06-13"]),
    "a month of a vote": (
        "총리는 2019년 12월 총선을 앞두고 법안을 상정했다.",
        ["총선 ELECTION 2019-12"],
    ),
    "deeds in a row that somebody is suspected of": (
        "A씨는 2019년 6월 10일 버스에서 김모 씨를 폭행하고 달아난 혐의를 받고 있다.",
        [
            "폭행 ATTACK 2019-06-10 agent=A theme=김모 place=버스 REPORTED",
            "달아난 MOVEMENT 2019-06-10 agent=A REPORTED",
        ],
    ),
    "who came when called": (
        "A씨는 2019년 6월 7일 신고를 받고 출동한 경찰에 붙잡혔다.",
        ["붙잡혔다 ARREST 2019-06-07 theme=A"],
    ),
    "what the firemen did": (
        "2019년 6월 7일 신고를 받고 출동한 소방대가 불을 껐다.",
        ["껐다 END 2019-06-07 agent=소방대 theme=불"],
    ),
    "who went to what was held": (
        "김 의원이 2019년 6월 26일 국회에서 열린 추모식에 참석했다.",
        ["추모식 OTHER 2019-06-26 place=국회", "참석 MEETING 2019-06-26 agent=김"],
    ),
    "whose shelter it is": (
        "유족들이 2019년 6월 23일 쉼터인 나눔의 집에서 기자회견을 열고 소송을 제기한 이유를 밝혔다.",
        ["기자회견 STATEMENT 2019-06-23 agent=유족들 place=나눔의 집", "밝혔다 STATEMENT 2019-06-23 agent=유족들"],
    ),
    "what a protest is about": (
        "노조는 2019년 6월 16일 편집국 봉쇄 조치에 대한 항의에 나섰다.",
        ["항의 CONFLICT 2019-06-16 agent=노조"],
    ),
    "where somebody lives": (
        "2019년 6월 3일 아파트 9층에 사는 주민이 불을 껐다.",
        ["껐다 END 2019-06-03 agent=주민 theme=불"],
    ),
    "who filmed what the sentence is about": (
        "이 동영상은 2019년 6월 15일 오후 미군이 촬영한 것으로, 폭로할 의도로 해석된다.",
        ["촬영 PERFORMANCE 2019-06-15 agent=미군"],
    ),
    "who rises does it to nobody": (
        "그는 1995년 경쟁자를 누르고 회장에 올랐다.",
        ["누르고 WIN 1995 agent=그 theme=경쟁자", "올랐다 APPOINTMENT 1995 agent=그"],
    ),
    "where it is said": (
        "이 대통령은 2009년 1월 2일 국정연설에서 협정을 체결했다며 수출이 늘었다고 밝혔다.",
        ["밝혔다 STATEMENT 2009-01-02 agent=이"],
    ),
    "who else says it": (
        "김 위원장은 2008년 9월 8일 인수를 반대했고, 이튿날 산업은행도 협상을 중단하겠다고 밝혔다.",
        ["반대 STATEMENT 2008-09-08 agent=김 theme=인수", "밝혔다 STATEMENT 2008-09-09 agent=산업은행"],
    ),
    "what somebody else says": (
        "2004년 3월 1일 유세에서 후보가 피살되었다고 방송이 보도했다.",
        ["피살 DEATH 2004-03-01 theme=후보 REPORTED"],
    ),
    "what is asked for": (
        "1979년 10월에는 타임과의 인터뷰에서 정권에 대한 지지를 철회할 것을 주장하였다.",
        ["주장 STATEMENT 1979-10"],
    ),
    "from the hour": (
        "강원도가 2023년 6월 11일 0시를 기해 새로 출범했다.",
        ["출범 FOUNDING 2023-06-11 theme=강원도"],
    ),
    "years in a bracket behind a happening": (
        "우루과이는 월드컵 우승(1930, 1950)에 더해 금메달을 땄다.",
        ["우승 WIN 1930 theme=월드컵", "우승 WIN 1950 theme=월드컵"],
    ),
    "what a plan consists in": (
        "정부는 2030년까지 원전 10기를 짓는 계획을 발표했다.",
        ["짓는 CONSTRUCTION ../2030 agent=정부 theme=원전 10기 PLANNED"],
    ),
    "what is aimed at": (
        "회사는 2030년까지 매출을 두 배로 늘리는 것을 목표로 하고 있다.",
        ["늘리는 CHANGE ../2030 agent=회사 theme=매출 PLANNED"],
    ),
    "what holds now is of no date before": (
        "이 잡지는 1970년 창간되었고 지금까지 발행되고 있다.",
        ["창간 FOUNDING 1970 theme=잡지"],
    ),
    "a state before a noun leaves the object to the main clause": (
        "회사는 1995년 공장을 인건비가 싼 베트남으로 옮겼다.",
        ["옮겼다 MOVEMENT 1995 agent=회사 theme=공장 place=베트남"],
    ),
    "who developed it brought it out, too": (
        "1969년 보잉이 개발해 내놓은 747은 대형 여객기이다.",
        ["개발 DEVELOPMENT 1969 agent=보잉 theme=747", "내놓은 PUBLICATION 1969 agent=보잉 theme=747"],
    ),
    "with what it was launched": (
        "1997년 10월 타이탄 로켓에 실려 발사된 카시니호는 토성으로 향했다.",
        ["발사 LAUNCH 1997-10 theme=카시니호 instrument=타이탄 로켓"],
    ),
    "the first of two persons, of whom a body owns the second": (
        "위원회는 2020년 제니퍼 다우드나 교수와 막스플랑크 연구소의 에마뉘엘 샤르팡티에 소장을 수상자로 선정했다.",
        ["선정 AWARD 2020 agent=위원회 theme=제니퍼 다우드나 theme=에마뉘엘 샤르팡티에"],
    ),
    "이르면 says how sure the time is": (
        "국토부는 공항이 이르면 2026년 개항할 것으로 전망했다.",
        ["개항 START 2026 theme=공항 POSSIBLE"],
    ),
    "by what name it is called": (
        "1996년 7월 돌리라 불리는 양을 복제했다.",
        ["복제 CONSTRUCTION 1996-07 theme=양"],
    ),
    "a protest goes on": (
        "2014년 11월 광장에서 시위가 이어졌다.",
        ["시위 CONFLICT 2014-11 place=광장"],
    ),
    "how far something lies is no fall": (
        "2006년 지구에서 60억 km 떨어진 곳에서 사진을 찍었다.",
        ["찍었다 OTHER 2006 theme=사진 place=곳"],
    ),
    "what came first and what followed": (
        "2021년 10월 1차 발사에 이어 2022년 6월 2차 발사를 실시했다.",
        ["발사 LAUNCH 2021-10", "발사 LAUNCH 2022-06"],
    ),
    "the one who acts stands before a clause over the object": (
        "가수는 1979년 〈창밖의 여자〉가 수록된 음반을 발매했다.",
        ["발매 PUBLICATION 1979 agent=가수 theme=음반"],
    ),
    "what is dissolved is not who leaves it": (
        "밴드는 1970년 4월 10일 폴 매카트니가 탈퇴를 선언하면서 해체되었다.",
        ["선언 STATEMENT 1970-04-10 agent=폴 매카트니 theme=탈퇴", "해체 DISSOLUTION 1970-04-10 theme=밴드"],
    ),
    "what was done at a games of a year": (
        "그는 1988년 서울 올림픽 개막식 연출을 맡았다.",
        ["맡았다 APPOINTMENT 1988 agent=그 theme=개막식 연출"],
    ),
    "what an earthquake did to people": (
        "1976년 7월 28일 중국 탕산에서 지진이 발생하여 24만 명이 목숨을 잃고 16만 명이 부상을 입었다.",
        ["지진 DISASTER 1976-07-28 place=탕산", "잃고 DEATH 1976-07-28 theme=24만 명", "부상 INJURY 1976-07-28 theme=16만 명"],
    ),
    "for what it was built": (
        "에펠탑은 1889년 파리 만국 박람회를 위해 세워졌다.",
        ["세워졌다 CONSTRUCTION 1889 theme=에펠탑"],
    ),
    "for what somebody trains": (
        "선수들은 2012년 런던 올림픽을 위해 2010년 훈련을 시작했다.",
        ["훈련 OPERATION 2010 agent=선수들"],
    ),
    "what was founded is what was dissolved": (
        "1927년 2월 15일 두 세력이 신간회를 창립하였으나 1931년 5월 해소되었다.",
        ["창립 FOUNDING 1927-02-15 agent=세력 theme=신간회", "해소 DISSOLUTION 1931-05 theme=신간회"],
    ),
    "a wall that a state builds": (
        "베를린 장벽은 1961년 8월 동독이 서베를린을 봉쇄하기 위해 쌓기 시작했다.",
        ["쌓기 CONSTRUCTION 1961-08 agent=동독 theme=베를린 장벽"],
    ),
    "two places": (
        "1980년 5월 시위가 광주와 전남 일원에서 전개되었다.",
        ["시위 CONFLICT 1980-05 place=광주 place=전남 일원"],
    ),
    "a day that is made a holiday": (
        "1997년 5월 9일 5월 18일이 기념일로 제정되었다.",
        ["제정 LEGISLATION 1997-05-09"],
    ),
    "with whom a war was fought": (
        "프로이센은 1866년 오스트리아와의 전쟁에서 승리하였다.",
        ["전쟁 CONFLICT 1866 agent=오스트리아", "승리 WIN 1866 agent=프로이센"],
    ),
    "an exam that has a name": (
        "교육부는 2022년 11월 17일 대학수학능력시험을 실시했다.",
        ["실시 EDUCATION 2022-11-17 agent=교육부 theme=대학수학능력시험"],
    ),
    "who is called in, with a long title": (
        "검찰은 2022년 11월 정진상 민주당 대표실 정무조정실장을 소환했다.",
        ["소환 ARREST 2022-11 agent=검찰 theme=정진상"],
    ),
    "over which years something was done by those of whom a later day tells": (
        "위원회는 2014년 1월부터 2019년 12월까지 값을 담합한 업체에 과징금을 부과했다고 2022년 3월 16일 발표했다.",
        ["담합 AGREEMENT 2014-01/2019-12 agent=업체 theme=값", "발표 STATEMENT 2022-03-16 agent=위원회"],
    ),
    "whose feat it was": (
        "정현은 2018년 1월 호주오픈 4강에 진출하는 쾌거를 이뤘다.",
        ["진출 WIN 2018-01 agent=정현 place=4강"],
    ),
    "what is made to move is the object before": (
        "소련은 1959년 1월 2일 루나 1호를 발사하여 달에 접근시켰다.",
        ["발사 LAUNCH 1959-01-02 agent=소련 theme=루나 1호", "접근 EXPLORATION 1959-01-02 agent=소련 theme=루나 1호 place=달"],
    ),
    "each of those whom a clause and a noun tell of": (
        "1971년 우주선에 탑승한 비행사인 게오르기 도브로볼스키, 블라디슬라프 볼코프, 빅토르 파차예프는 모두 군인이었다.",
        ["탑승 MOVEMENT 1971 agent=게오르기 도브로볼스키 agent=블라디슬라프 볼코프 agent=빅토르 파차예프 instrument=우주선"],
    ),
    "whom a fall befalls": ("1964년 흐루쇼프 실각 후 방침이 바뀌었다.", ["실각 RESIGNATION 1964 theme=흐루쇼프"]),
    "what one joins": ("그는 1976년 10월 군대에 입대했다.", ["입대 APPOINTMENT 1976-10 agent=그 place=군대"]),
    "titles before 등": (
        "1932년 윤봉길은 폭탄을 던져 시라카와 대장 등을 죽였다.",
        ["던져 ATTACK 1932 agent=윤봉길 theme=폭탄", "죽였다 DEATH 1932 agent=윤봉길 theme=시라카와"],
    ),
    "with whom something was made": (
        "1965년 그는 김수영, 신동엽 등과 동인지를 만들었다.",
        ["만들었다 FOUNDING 1965 agent=그 agent=김수영 agent=신동엽 theme=동인지"],
    ),
    "from whom something was got": (
        "2003년 그는 아버지에게서 회사를 물려받았다.",
        ["물려받았다 TRANSFER 2003 agent=그 theme=회사"],
    ),
    "by what it was shot down": (
        "1983년 여객기가 전투기에 격추되었다.",
        ["격추 ATTACK 1983 agent=전투기 theme=여객기"],
    ),
    "it is the plan that": (
        "회사는 2026년 상반기 공장을 가동한다는 계획이다.",
        ["가동 OPERATION 2026-01/2026-06 agent=회사 theme=공장 PLANNED"],
    ),
    "dates of life and of a reign in one bracket": (
        "세종(1397년 5월 15일 ~ 1450년 4월 8일, 재위 1418년 ~ 1450년)은 조선의 국왕이다.",
        ["1397년 5월 15일 BIRTH 1397-05-15 theme=세종", "1450년 4월 8일 DEATH 1450-04-08 theme=세종",
         "재위 APPOINTMENT 1418/1450 theme=세종"],
    ),
    "an attitude is not what happened then": (
        "1519년 개혁에 반발한 훈구파가 기묘사화를 일으켰다.",
        ["일으켰다 CONFLICT 1519 agent=훈구파 theme=기묘사화"],
    ),
    "what somebody had done before": (
        "1388년 5월 요동 정벌에 나섰던 이성계는 위화도에서 회군하였다.",
        ["회군 MOVEMENT 1388-05 agent=이성계 place=위화도"],
    ),
    "what a school does of itself while a king acts": (
        "옥스퍼드 대학교는 1167년 헨리 2세가 유학을 금지하면서 성장하였다.",
        ["금지 DECISION 1167 agent=헨리 2세 theme=유학", "성장 CHANGE 1167 theme=옥스퍼드 대학교"],
    ),
    "who fell and what fell with him": (
        "만주국은 1945년 푸이가 퇴위하면서 사라졌다.",
        ["퇴위 RESIGNATION 1945 agent=푸이", "사라졌다 DISSOLUTION 1945 theme=만주국"],
    ),
    "who brings a state down": ("CIA는 1953년 정부를 전복하였다.", ["전복 DISSOLUTION 1953 agent=CIA theme=정부"]),
    "what is brought to a country": (
        "384년 마라난타가 백제에 불교를 전하였다.",
        ["전하였다 MOVEMENT 0384 agent=마라난타 theme=불교 place=백제"],
    ),
    "a founding in a chronicle": ("1945년 10월 24일: 국제 연합 창설", ["창설 FOUNDING 1945-10-24 theme=국제 연합"]),
    "what was to be held and was not": (
        "1940년 도쿄에서 열릴 예정이던 대회는 전쟁으로 취소되었다.",
        ["대회 PERFORMANCE 1940 place=도쿄 NEG PLANNED"],
    ),
    "where something was decided": (
        "1933년 국민투표에서 탈퇴를 결정하였다.",
        ["국민투표 ELECTION 1933", "결정 DECISION 1933 theme=탈퇴"],
    ),
    "whom somebody shot at and killed": (
        "1909년 안중근은 이토를 저격하여 사살했다.",
        ["저격 ATTACK 1909 agent=안중근 theme=이토", "사살 DEATH 1909 agent=안중근 theme=이토"],
    ),
    "of what kind an alliance is": (
        "1950년 미국은 필리핀과 군사 동맹을 맺었다.",
        ["동맹 AGREEMENT 1950 agent=미국 agent=필리핀"],
    ),
    "a fort is no earthquake": (
        "1871년 6월 미국 함대가 강화도 초지진에 상륙하였다.",
        ["상륙 LANDING 1871-06 agent=미국 함대 place=초지진"],
    ),
    "between which towns": (
        "경부선은 1905년 1월 1일 서울과 부산 사이에서 개통되었다.",
        ["개통 START 1905-01-01 theme=경부선 place=서울 place=부산"],
    ),
    "in what chart": ("밴드는 2018년 5월 빌보드 200에서 1위를 차지했다.", ["차지 WIN 2018-05 agent=밴드 theme=1위"]),
    "what was tried and failed is one thing": (
        "1926년 4월 독립단은 영사관을 습격하려다가 실패하였다.",
        ["습격 ATTACK 1926-04 agent=독립단 theme=영사관 NEG PLANNED"],
    ),
    "what was given up": (
        "그는 1931년 집을 팔려다가 그만두었다.",
        ["팔려다가 TRADE 1931 agent=그 theme=집 NEG PLANNED", "그만두었다 RESIGNATION 1931 agent=그"],
    ),
    "of a century, not in it": ("그 배는 20세기 유일의 탐사선이 되었다.", []),
    "what happened at the time of another happening": (
        "1950년 전쟁이 났을 때 그는 부산으로 피난했다.",
        ["전쟁 CONFLICT 1950", "피난 MOVEMENT 1950 agent=그 place=부산"],
    ),
    "what went on until then is of no one date": (
        "1989년 은퇴할 때까지 그는 골을 기록했다.",
        ["은퇴 RESIGNATION 1989 agent=그"],
    ),
    "from what somebody was saved": (
        "2011년 7월 그는 물에 빠진 아이를 구했다.",
        ["구했다 SUPPORT 2011-07 agent=그 theme=아이"],
    ),
    "whom the main clause is about, in the one before it": (
        "1960년 대학을 졸업한 뒤 그는 미국으로 떠났다.",
        ["졸업 EDUCATION 1960 agent=그 theme=대학"],
    ),
    "what befell the aircraft in which somebody was on that day": (
        "1994년 4월 6일 대통령이 탑승한 비행기가 격추되었다.",
        ["탑승 MOVEMENT 1994-04-06 agent=대통령 theme=비행기", "격추 ATTACK 1994-04-06 theme=비행기"],
    ),
    "how many died within a day": (
        "2021년 3월 26일 군부는 시위대에 발포해 하루에만 114명이 숨졌다.",
        ["발포 ATTACK 2021-03-26 agent=군부", "숨졌다 DEATH 2021-03-26 theme=114명"],
    ),
    "where in a plant": (
        "1986년 4월 26일 체르노빌 원자력 발전소 4호기에서 폭발이 일어났다.",
        ["폭발 ACCIDENT 1986-04-26 place=4호기"],
    ),
    "what happened is what the name before says": (
        "2011년 3월 11일 발생한 동일본 대지진으로 공장이 멈췄다.",
        ["발생 DISASTER 2011-03-11 theme=동일본 대지진"],
    ),
    "what is compared with a year is not of it": ("수출은 2019년과 비교하면 두 배로 늘었다.", []),
    "이 is not always a tooth": ("이는 2019년 크게 늘어난 것이다.", ["늘어난 CHANGE 2019 theme=이"]),
    "what was so even then": ("2015년의 일이다. 50년 전만 해도 그 마을에 아파트가 지어졌다.", []),
    "states are no events": ("2001년 현재 위성 수는 2500개다.", []),
    "a length of time dates nothing": ("그는 강진에서 18년 동안 머물렀다.", []),
    "a year of a name dates nothing by itself": ("그는 2010년 월드컵 주제가를 부르는 가수이다.", []),
    "an unknown year dates nothing": ("4월 12일은 공휴일로 지정되었다.", []),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), CASES.values(), ids=CASES.keys())
def test_events(told, sentence, expected):
    assert told(sentence, "2025-10-27" if "올해" in sentence else None) == expected


NEWS = {
    "what a body says that others did and went on to do": (
        "법무부는 4일 A씨가 석방돼 출국했다고 밝혔다.",
        ["밝혔다 STATEMENT 2024-03-04 agent=법무부"],
    ),
    "over a clause that says after what": (
        "경찰은 3일 김모씨가 흉기를 휘둘러 2명을 다치게 한 뒤 달아났다고 밝혔다.",
        ["밝혔다 STATEMENT 2024-03-03 agent=경찰"],
    ),
    "a year's figures in what is said on a day": (
        "현대차는 4일 지난해 매출이 늘어 이익을 냈다고 공시했다.",
        ["늘어 CHANGE 2023 theme=매출 REPORTED", "냈다고 OTHER 2023 agent=현대차 theme=이익 REPORTED",
         "공시 STATEMENT 2024-03-04 agent=현대차"],
    ),
    "a year before its figure dates nothing beside a day": (
        "회사는 4일 올해 매출 목표를 낮췄다.",
        ["낮췄다 CHANGE 2024-03-04 agent=회사 theme=매출 목표"],
    ),
    "of what year a plan is dates nothing beside the day of the deed": (
        "재정부는 내년도 예산안을 9월 2일 국회에 제출할 예정이라고 4일 밝혔다.",
        ["제출 DECISION 2024-09-02 agent=재정부 theme=예산안 place=국회 PLANNED",
         "밝혔다 STATEMENT 2024-03-04 agent=재정부"],
    ),
    "until when something may yet come to pass": (
        "노조는 오는 24일까지 교섭이 타결되지 않으면 7월 1일부터 총파업에 들어가기로 했다.",
        ["총파업 CONFLICT 2024-07-01/.. agent=노조 PLANNED"],
    ),
    "what may have happened the day before": (
        "정부는 4일 북한이 3일 미사일을 발사했을 가능성이 있다고 밝혔다.",
        ["발사 ATTACK 2024-03-03 agent=북한 theme=미사일 POSSIBLE", "밝혔다 STATEMENT 2024-03-04 agent=정부"],
    ),
    "a day behind who did it is of the deed": (
        "로이터 통신은 이스라엘이 4일 가자지구를 공습했다고 보도했다.",
        ["공습 ATTACK 2024-03-04 agent=이스라엘 theme=가자지구 REPORTED"],
    ),
    "who believes it": (
        "경찰은 김씨가 4일 밤 가게에 침입해 돈을 훔친 것으로 추정하고 있다.",
        ["침입 ATTACK 2024-03-04 agent=김", "훔친 TRANSFER 2024-03-04 agent=김 theme=돈 POSSIBLE"],
    ),
    "a prize of a year, given on a day": (
        "그는 5일 2023년 노벨 문학상 수상자로 선정됐다.",
        ["선정 AWARD 2024-03-05 theme=그"],
    ),
    "a day to come is a plan: under 뒤, of a noun, before a noun, in a step to a promise": (
        "은행은 오는 20일 새 지점을 개점한 뒤 21일 고객을 초청한다. 양국은 오는 6월 준비회의를 열어 의제를 조율하기로 했다. "
        "시는 다음 달 2일 개막하는 축제에 앞서 공연장을 정비했다. 회사는 오는 20일 공장을 착공하고 내년에 완공한다고 밝혔다.",
        ["개점 FOUNDING 2024-03-20 agent=은행 theme=지점 PLANNED", "초청 OTHER 2024-03-21 agent=은행 theme=고객 PLANNED",
         "준비회의 MEETING 2024-06 agent=양국 PLANNED", "조율 AGREEMENT 2024-06 agent=양국 theme=의제 PLANNED",
         "개막 START 2024-04-02 theme=축제 PLANNED", "착공 CONSTRUCTION 2024-03-20 agent=회사 theme=공장 PLANNED",
         "완공 CONSTRUCTION 2025 agent=회사 PLANNED"],
    ),
    "a plan in a quotation; a quoted -ㄹ 것 is a guess": (
        "대표는 \"오는 6월 신작을 출시하고 하반기에는 해외에 지사를 세우겠다\"고 밝혔다. "
        "정부는 \"다음 달 3일 회의를 열 것\"이라고 밝혔다.",
        ["출시 PUBLICATION 2024-06 theme=신작 PLANNED",
         "세우겠다 FOUNDING 2024-07/2024-12 theme=지사 place=해외 PLANNED", "회의 MEETING 2024-04-03 POSSIBLE"],
    ),
    "what is past is no plan: a day of a past deed, a time of what was said": (
        "그는 지난 3일 회의를 열고 대책을 마련하겠다고 말했다. 2월 1일 문을 연 식당은 2월 5일 문을 닫았다.",
        ["회의 MEETING 2024-03-03 agent=그", "말 STATEMENT 2024-03-03 agent=그", "연 START 2024-02-01 theme=식당",
         "닫았다 DISSOLUTION 2024-02-05 theme=식당"],
    ),
    "a deadline of a step to what is announced is none of the announcing": (
        "시는 12월까지 다리를 세우고 내년에 개통한다고 밝혔다. 시는 12월까지 다리를 세우고 개통할 계획이라고 밝혔다. "
        "시는 3일 회의를 열고 내년에 다리를 개통한다고 밝혔다.",
        ["세우고 CONSTRUCTION ../2024-12 agent=시 theme=다리 PLANNED", "개통 START 2025 agent=시 PLANNED",
         "세우고 CONSTRUCTION ../2024-12 agent=시 theme=다리 PLANNED", "개통 START ../2024-12 agent=시 PLANNED",
         "회의 MEETING 2024-03-03 agent=시", "개통 START 2025 agent=시 theme=다리 PLANNED",
         "밝혔다 STATEMENT 2024-03-03 agent=시"],
    ),
    "no plans: steps that are done, forecasts, what one is about": (
        "회사는 지난달 법인을 설립하고 해외에 진출하겠다고 밝혔다. 은행은 “내년 물가가 떨어진다”고 전망했다. "
        "노조는 2월부터 파업을 이어간다고 밝혔다. 그는 “어제 회의를 열고 대책을 마련하기로 했다”고 말했다.",
        ["설립 FOUNDING 2024-02 agent=회사 theme=법인", "떨어진다 CHANGE 2025 theme=물가 REPORTED",
         "파업 CONFLICT 2024-02/.. agent=노조 REPORTED", "회의 MEETING 2024-03-04 REPORTED",
         "마련 DECISION 2024-03-04 theme=대책 PLANNED"],
    ),
    "a step that is done dates the saying, too": (
        "경찰은 2일 김 씨를 구속하고 오는 20일 송치한다고 밝혔다. 회사는 2일 계약을 체결하고 6월부터 제품을 판매한다고 밝혔다.",
        ["구속 ARREST 2024-03-02 agent=경찰 theme=김", "송치 TRIAL 2024-03-20 agent=경찰 theme=김 PLANNED",
         "밝혔다 STATEMENT 2024-03-02 agent=경찰", "체결 AGREEMENT 2024-03-02 agent=회사 theme=계약",
         "판매 TRADE 2024-06/.. agent=회사 theme=제품 PLANNED", "밝혔다 STATEMENT 2024-03-02 agent=회사"],
    ),
    "a hall does not build; ships sunk by shells win no match": (
        "시청 신청사는 2025년 착공해 2027년 준공한다. 이순신은 1597년 12척으로 왜군을 격파했다.",
        ["착공 CONSTRUCTION 2025 theme=시청 신청사 PLANNED", "준공 CONSTRUCTION 2027 theme=시청 신청사 PLANNED",
         "격파 ATTACK 1597 agent=이순신 theme=왜군"],
    ),
    "what modifies a time happens then": (
        "공장이 문을 여는 2025년 하반기에는 회사가 흑자로 돌아설 것이다.",
        ["여는 START 2025-07/2025-12 theme=공장 PLANNED", "돌아설 CHANGE 2025-07/2025-12 theme=회사 POSSIBLE"],
    ),
    "what has once been done": (
        "두 나라는 지난해 8월 국경을 봉쇄한 바 있다.",
        ["봉쇄 CONFLICT 2023-08 agent=나라 theme=국경"],
    ),
    "a match and who won it": (
        "두산은 4일 잠실구장에서 열린 한화와의 경기에서 6-5로 이겼다.",
        ["경기 PERFORMANCE 2024-03-04 agent=한화 place=잠실구장", "이겼다 WIN 2024-03-04 agent=두산"],
    ),
    "days before what bears a year in its name": (
        "결승전은 2026 월드컵 개막 이틀 전인 6월 9일 열린다.",
        ["결승전 PERFORMANCE 2024-06-09 PLANNED"],
    ),
    "called out, they come": (
        "소방대원들은 4일 신고를 받고 출동한 지 10분 만에 불을 껐다.",
        ["껐다 END 2024-03-04 agent=소방대원들 theme=불"],
    ),
    "when it was first to be": (
        "완공은 당초 올해 12월로 잡혔다.",
        ["완공 CONSTRUCTION 2024-12 PLANNED"],
    ),
    "who begins a match": (
        "손흥민은 7일 선발로 나선다.",
        ["나선다 PERFORMANCE 2024-03-07 agent=손흥민 PLANNED"],
    ),
    "a day of the past that the month has yet to see is of the month before": (
        "회사는 28일 공장 문을 닫았다.",
        ["닫았다 DISSOLUTION 2024-02-28 theme=회사"],
    ),
    "rows joined by arrows": (
        "12월 3일 비상계엄 선포 → 4일 해제 요구안 가결 → 14일 탄핵소추안 가결",
        ["비상계엄 선포 STATEMENT 2023-12-03", "가결 DECISION 2023-12-04 theme=해제 요구안",
         "가결 DECISION 2023-12-14 theme=탄핵소추안"],
    ),
    "whom a storm kills": (
        "태풍으로 4일 제주에서 2명이 숨졌다.",
        ["숨졌다 DEATH 2024-03-04 theme=2명 place=제주"],
    ),
    "how plainly it happened": (
        "지난달 10일 이후 수출이 눈에 띄게 줄었다.",
        ["줄었다 CHANGE 2024-02-10/.. theme=수출"],
    ),
    "what goes on is what is done": (
        "어선들은 4일 밤 10시에도 조업을 계속했다.",
        ["조업 OPERATION 2024-03-04 theme=어선들"],
    ),
    "from the beginning of a month or year to a part of it": (
        "올해 들어 지난달까지 자동차 수출이 5% 늘었다.",
        ["늘었다 CHANGE 2024-01/2024-02 theme=자동차 수출"],
    ),
    "what has been done stands in what is said, where more is said": (
        "관측소는 지난 1일 수위가 3m까지 올랐다며 더 오를 수 있다고 경고했다.",
        ["올랐다며 CHANGE 2024-03-01 theme=수위 REPORTED"],
    ),
    "what is done with a happening: it is taken up again, called, pushed ahead": (
        "두 회사는 다음 달 협상을 재개한다.",
        ["협상 MEETING 2024-04 agent=회사 PLANNED"],
    ),
    "what is done with a happening: it is taken up again, called, pushed ahead (2)": (
        "은행은 오는 12일 긴급 총회를 소집한다.",
        ["총회 MEETING 2024-03-12 agent=은행 PLANNED"],
    ),
    "what is done with a happening: it is taken up again, called, pushed ahead (3)": (
        "지분 매각이 연내 추진되고 있다.",
        ["매각 TRADE 2024 theme=지분 PLANNED"],
    ),
    "a tour that goes round": (
        "악단은 다음 달 2일 유럽 다섯 도시를 도는 순회공연에 나선다.",
        ["순회공연 PERFORMANCE 2024-04-02 agent=악단 PLANNED"],
    ),
    "the saying is of no time in what is said": (
        "회사는 신차가 지난달부터 현지에서 팔리기 시작하면서 주문이 늘었다고 설명했다.",
        ["팔리기 TRADE 2024-02/.. theme=신차 place=현지 REPORTED"],
    ),
    "a drink is a manner; the deed of a night before a charge": (
        "윤모 씨는 지난달 20일 밤 술에 취해 이웃을 폭행한 혐의로 불구속 기소됐다.",
        ["폭행 ATTACK 2024-02-20 agent=윤모 theme=이웃 REPORTED"],
    ),
    "what is agreed upon": (
        "두 나라는 지난 1월 제네바에서 만나 교역을 늘리기로 뜻을 모았다.",
        ["만나 MEETING 2024-01 theme=나라 place=제네바", "모았다 AGREEMENT 2024-01 agent=나라"],
    ),
    "what was done by night, as somebody says": (
        "국방부는 2일 밤 무인기가 영공을 침범했다고 밝혔다.",
        ["침범 ATTACK 2024-03-02 agent=무인기 theme=영공 REPORTED"],
    ),
    "the day is of the ruling, not of the charge against who was something": (
        "고등법원은 5일 횡령 혐의로 기소된 전 조합장 최모(58)씨의 항소심에서 무죄를 선고했다.",
        ["선고 TRIAL 2024-03-05 agent=고등법원 theme=무죄"],
    ),
    "a fine for what went on": (
        "당국은 2021년 3월부터 2년간 값을 속인 업체를 고발했다.",
        ["속인 OTHER 2021-03/2023-03 agent=업체 theme=값"],
    ),
    "a time to come that is only of a noun": (
        "정부는 지난 4일 회의를 열어 내년 사업 규모를 확정했다.",
        ["회의 MEETING 2024-03-04 agent=정부", "확정 DECISION 2024-03-04 agent=정부 theme=사업 규모"],
    ),
    "what a reform consists in": (
        "교육청은 2026년부터 시험을 없애는 개편안을 지난달 확정했다.",
        ["없애는 DISSOLUTION 2026/.. theme=시험 PLANNED", "확정 DECISION 2024-02 agent=교육청 theme=개편안"],
    ),
    "what befell somebody on a day, and the end of it later": (
        "지난 1일 공장에서 쓰러진 노동자가 나흘 만에 숨졌다.",
        ["쓰러진 INJURY 2024-03-01 theme=노동자 place=공장"],
    ),
    "an accident and who is caught in it": (
        "지난 3일 새벽 터널이 무너져 인부 두 명이 매몰됐다.",
        ["무너져 ACCIDENT 2024-03-03 theme=터널", "매몰 OTHER 2024-03-03 theme=인부 두 명"],
    ),
    "in what state somebody was": (
        "그는 절도 혐의로 지난달 20일 체포돼 2일 구속된 상태였다.",
        ["체포 ARREST 2024-02-20 theme=그", "구속 ARREST 2024-03-02 theme=그"],
    ),
    "a month of what is to come, behind what has been": (
        "지난해 9월 문을 닫은 극장이 6월 다시 개관한다.",
        ["닫은 DISSOLUTION 2023-09 theme=극장", "개관 FOUNDING 2024-06 theme=극장 PLANNED"],
    ),
    "a day of the month, and no length, before 이후": (
        "물가는 규제가 풀린 1일 이후 크게 올랐다.",
        ["풀린 DECISION 2024-03-01 theme=규제", "올랐다 CHANGE 2024-03-01/.. theme=물가"],
    ),
    "a chance of what may happen; what somebody burns": (
        "혜성이 2029년 4월 지구를 스칠 확률은 낮다.",
        ["스칠 OTHER 2029-04 agent=혜성 theme=지구 POSSIBLE"],
    ),
    "a chance of what may happen; what somebody burns (2)": (
        "회사는 지난달 20일 서류 3만 장을 소각했다.",
        ["소각 DISSOLUTION 2024-02-20 agent=회사 theme=서류 3만 장"],
    ),
    "a season that has a clause of its own": (
        "주장은 2일 경기를 마친 뒤 올 시즌이 끝나면 은퇴하겠다고 말했다.",
        ["경기 PERFORMANCE 2024-03-02 agent=주장", "은퇴 RESIGNATION 2024 agent=주장 PLANNED"],
    ),
    "what is quoted behind its kind": (
        "회사는 지난달 번역 모델 '누리'를 공개했다.",
        ["공개 PUBLICATION 2024-02 agent=회사 theme=누리"],
    ),
    "whose thing the head is: who got a prize, who was found": (
        "지난해 10월 상을 받은 작가의 산문집이 나왔다.",
        ["받은 AWARD 2023-10 agent=작가 theme=상"],
    ),
    "whose thing the head is: who got a prize, who was found (2)": (
        "지난 1일 숨진 채 발견된 대학생의 전화기를 찾고 있다.",
        ["발견 DISCOVERY 2024-03-01 theme=대학생"],
    ),
    "how far something fell is nothing that fell": (
        "주가는 4일 3만 원 선까지 하락했다.",
        ["하락 CHANGE 2024-03-04 theme=주가"],
    ),
    "a day right before what is said to be done": (
        "경찰은 창고에 불을 지른 김모 씨를 4일 구속했다고 밝혔다.",
        ["구속 ARREST 2024-03-04 agent=경찰 theme=김모 REPORTED"],
    ),
    "talks from one day on, and the day of the agreement": (
        "노사는 지난달 20일부터 협상을 벌인 끝에 3일 파업을 중단하기로 합의했다.",
        ["협상 MEETING 2024-02-20/.. agent=노사", "합의 AGREEMENT 2024-03-03 agent=노사"],
    ),
    "a month's record dates nothing": ("8월 기록으로는 가장 높은 수치를 기록했다.", []),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), NEWS.values(), ids=NEWS.keys())
def test_events_of_news(told, sentence, expected):
    assert told(sentence, "2024-03-05") == expected


def test_an_event_carries_its_rule_and_its_time():
    (event,) = annotate(build(), "그 섬이 처음 발견된 것은 1722년이다.")._.dated_events
    assert event.rule == "cleft"
    assert event.time == 15


def test_decomposed_text_gives_the_same_events_at_its_own_offsets():
    import unicodedata

    text = "1957년 소련은 위성을 발사했다."
    doc = annotate(build(), unicodedata.normalize("NFD", text))
    (event,) = doc._.dated_events
    trigger = event.trigger
    assert doc.text[trigger.start : trigger.end] == trigger.text == unicodedata.normalize("NFD", "발사")
    assert event.date == "1957"
