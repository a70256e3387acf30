"""Entities by the guideline: spans marked in the sentence as ``[surface|LABEL]`` or ``[surface|LABEL=canonical name]``."""

from __future__ import annotations

import pickle
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from multiprocessing import get_context

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import lexicon, morphology  # noqa: F401  (it registers the tokenizer)
from pipeline.annotation import store
from pipeline.entities import create_korean_entities, find_entities
from pipeline.model import Entity, Timex, Trial
from pipeline.reading import Reading
from pipeline.spacy_doc import read

MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]{2})(?:=([^\]]+))?\]")


@cache
def pipeline() -> Language:
    return spacy.blank("ko", config={"nlp": {"tokenizer": {"@tokenizers": "korean_morphology"}}})


def reading_of(text: str) -> Reading:
    return read(pipeline().make_doc(text))


def years(text: str) -> list[Timex]:
    """Years as the times stage would hand them on; these tests are about names."""
    return [Timex(m.start(), m.end(), m.group(), "DATE", m.group()[:4]) for m in re.finditer(r"\d{4}년", text)]


def entities_of(text: str) -> list[Entity]:
    return find_entities(reading_of(text), years(text))


def marked(text: str, entities: list[Entity], *, names: bool) -> str:
    pieces, done = [], 0
    for e in entities:
        name = f"={e.name}" if names and e.name != e.text else ""
        pieces += [text[done : e.start], f"[{e.text}|{e.label}{name}]"]
        done = e.end
    return "".join([*pieces, text[done:]])


SENTENCES = [
    # a given name before an unknown surname; a town that looks like old Mr Lee; about so many
    "제자 [프랑코 알파노|PS]에게 맡겼다. 경찰은 [리옹|LC]에 있는 창고를 뒤졌다. [열댓 가구|QT]와 [여남은 명|QT]이 살았다.",
    # where one moves; a conference; a blank lost behind a length
    "학교는 [구리개|LC]로 옮겼다. [이천수|PS]로 바꾸었다. [제21차 기후변화협약 당사국총회|EV]가 열렸다.",
    "1961년에 왔다. 같은 해[보스토크 1호|AF]가 왔다. 같은 해결책을 찾았다.",
    # acts by what they are about; schools after persons; ports of states; lines of rails; flights; plants; shows; prizes
    "[마드리드|LC]에서 [환경 보호 의정서|CV]가 채택되었다. [국회|OG]가 [반도체산업 지원 특별법|CV]을 가결했다. 새 특별법을 가결했다.",
    "그는 [마르타 윌슨 신학교|OG]에서 가르쳤고 [싱가포르항|LC]에 내렸다. [유럽|LC] 항구에 내렸다.",
    "1912년에 [군산선|AF]이 개통되었다. [에어 프랑스 4590편|AF]이 추락했다. 단편 [4편|QT]이 실렸다.",
    "[현대중공업 군산조선소|LC]가 문을 닫았다. 미술관은 특별전 ‘[산, 빛으로 서다|EV]’를 연다. 영화는 [은곰상 심사위원대상|CV]을 받았다.",
    "[미 재무부|OG]와 [미 국가안보회의|OG]가 답했다. [미|LC] 의회가 답했다. [제38차 세계유산위원회|EV]가 열렸다. [동해제강|OG]이 갔다.",
    "[한국|LC]화학을 배웠다. [평안남도|LC] 평원의 집이다. [종로2가|LC]에 갔다. 양국 군은 ‘[을지 자유의 방패|EV]’ 연습을 했다.",
    "“[윤|PS]씨가 옮겼다”고 했다. 지난해 1월[윤|PS]씨를 불렀다. [마하 2.04|QT]의 속도로 [남위 60도|QT]를 지났다. 대포 [64문|QT]을 실었다.",
    "[빌럼 4세|PS]는 백작[빌럼 4세|PS]이다. [안나 페트로바|PS]대통령이 왔다. [평강공주|PS]가 왔다. 상왕으로 물러났다.",
    "그는 1985년[모스크바 국제 영화제|EV]에 갔다. [2016년 하계 올림픽|EV]에 나갔다.",
    "1969년 6개월 뒤[찬드라얀 3호|AF]가 발사되었다. 6개월 뒤늦게 왔다. 두 달 뒤이어 왔다.",
    # bodies between a person and an office; schools by what one does there; cups, exhibitions; a state before a body
    "[최민기|PS] 전 [학전|OG] 대표가 왔다. [최민기|PS] [KQZ|OG] 이사가 왔다. [최민기|PS] 전 이사가 왔다.",
    "그는 [광성고|OG]를 거쳐 왔다. 입법예고를 거쳐 정했다. [일왕배|EV] 결승에 올랐다. 대학선배 대회에 갔다.",
    "그는 [니카전|EV]에 입선했다. 개인전에 출품했다. [일본|LC] [도쿄증권거래소|OG]에 상장했다.",
    "[저신다 케이트 로럴 아던|PS]([Jacinda Kate Laurell Ardern|PS])은 정치인이다.",
    # fishing firms, where a hall stands, what only looks like a union
    "[한울수산|OG]과 [고려원양|OG]이 조업했다. [국회 의원회관|LC]에서 열렸다. 유전자 재조합을 연구했다.",
    # kings behind their dynasty or by what they do; a clan's seat; dynasties by one syllable; ends of a line; halls of fame
    "[청 태종|PS]이 왔다. 1720년 [경종|PS]이 즉위하였다. [인종|PS]의 치세였다. 시종의 아들이다.",
    "본관은 [밀양|LC]([密陽|LC])이다. [송나라|LC]에 갔다. [송|LC]과 화친하고 [송군|OG]을 물리쳤다. 송은 곧게 자란다.",
    "[남인천|LC]~[송도|LC] 구간이 열렸다. [야구 명예의 전당|OG]에 올랐다. [한강|PS]의 신작을 읽었다.",
    # full names that the analyser cuts or takes for nouns, by given names that many bear; what only looks like one
    "방송은 [이수민|PS]에게 처음이었다. [이동건|PS]은 어제 왔다. 검사 역에 [강수연|PS]도 나왔다. [한선규|PS] 연기는 좋다.",
    "[박정민|PS]을 보았다.",
    "하지만 연구진은 설명회를 열었다. 정회원이 되었다. 사건의 정상화를 위해 한인회가 나섰다. 이 영화는 좋았다. 이 지혜를 얻었다.",
    # foreign persons and places that are listed as such; two names in one
    "역시 [스콜세지|PS]의 영화다. [데이빗모스|PS]를 보았다. [위스퀴다르|LC]의 병원에 갔다. [톈진항|LC] 주변에 산다.",
    # of what states and parts of the world have many, none is theirs; bridges and quarters by their numbers
    "[일본|LC] 원전에서 사고가 났다. [유럽|LC] 공항이 닫혔다. [동북아|LC] 원전 안전을 논의했다. [고리 원전|LC]에 갔다.",
    "[일본 열도|LC]를 지났다.",
    "[성수2교|LC] 밑에서 [상계 3동|LC] 주민을 만났다. 아파트 [3동|QT]에 산다. [남양주눈썰매장|LC]에서 [용산국제업무지구|LC] 사업을 보았다.",
    # two states by one syllable each, before what they deal in and as those who do
    "[남|LC][북|LC] 이산가족이 만났다. [한|LC][미|LC]가 합동 훈련을 했다. 미소가 번지는 관계였다. 남북으로 길다.",
    # what somebody is called besides; a name of two syllables before a body; both ministers; a club by its town
    "[이이|PS]의 자는 [숙헌|PS]([叔獻|PS]), 호는 [율곡|PS]([栗谷|PS])·[석담|PS]([石潭|PS])이다. 자는 시간이다. 필명은 [소월|PS]이다.",
    "시호는 없다. 본명은 밝혀졌다. 본명은 비밀이다. 자는 미상, 호는 [율곡|PS]이다. 외국인이라는 가명을 썼다.",
    "[서울 시립대|OG]가 왔다. [서울|LC]은 경기와 결승을 개최했다. [양|PS] 변호사가 왔다. [대전|LC] 원도심 재생 사업을 도왔다.",
    "그는 ‘[초희|PS]’라는 필명으로 시를 썼다. 무엇이라는 본명이 있었다.",
    "[조현|PS] [외교부|OG] 장관이 왔다. 양 장관은 회담했다. 원도심에 갔다. 후반 36분 골이 나왔다. [36분|QT]을 기다렸다.",
    "[전북 현대|OG]가 왔다. [전북|OG]은 경기에서 [3-0|QT]으로 앞서 승점을 얻었다. [전북|LC]에서 온 팬이 경기를 보았다.",
    "그는 한동안 [카이저 빌헬름 연구소|OG]에 있었다. [핀란드 민주 공화국|LC]이 수립되었다. 민주 공화국을 꿈꾸었다. [서인|OG]이 몰락했다.",
    # divisions by two numbers, prizes by a person, halls and academies by their Hanja; counts and ranks that are no names
    "[서울고법 형사14-1부|OG]는 무죄를 선고했다. [허균문학상|CV]을 받았다. [국계서원|LC]([菊溪書院|LC])을 세웠다.",
    "세계 [3대|QT] 영화제에 갔다. 왕태자에 책봉되었다. 안전문 유지·보수 업무를 맡았다. [류경완|PS] 도의원은 말했다.",
    "[경기|LC] [성남시|LC] [분당구|LC] [삼평동|LC] [SK C&C 데이터센터|LC]에서 불이 났다. [홍길동|PS] 전 장관이 왔다.",
    # towns whose name is a surname, too; districts and what is built there, whose own name looks like a person's
    "재판에서 [패터슨|PS]의 과거 범행을 언급했다. [해밀턴|PS]은 2015년 우승했다.",
    "그는 [캐나다|LC] [해밀턴|LC]에서 태어나 [리처드슨|PS]과 결혼했다. 아니면 [바실리|PS]와 [레오|PS]의 갈등인가?",
    "[광양시|LC] [금호동|LC]을 지나 [사근진 해수욕장|LC]의 피서객을 만났다. 유적지 내 [하산 타워|LC] 앞에서 시위를 벌였다.",
    "[파키스탄|LC] 남서부 [발루치스탄주|LC](州)와 [워싱턴 D.C|LC]에서 열렸다. [로버트 파크|PS]는 떠났다.",
    # seats of offices, whatever the analyser makes of them; officers of old; a school of a town; lists with years in brackets
    "그는 [흥덕|LC]현감에 임명되었고 [예조|OG]좌랑으로 [봉상시|OG]봉사를 지냈다. 첨사 [정발|PS]이 전사하였다.",
    "[도쿄|LC] [가와바타 미술학교|OG]를 나왔다. [J.R.모스|PS]가 부설권을 얻었다. [푸틸로프 공장|LC]과 [베트남|LC] 공장에 갔다.",
    "[시그네틱스|OG] (1966년), [모토롤라|OG] (1967년), [도시바|OG] (1969년) 등 [미국|LC] 기업들이 왔다.",
    # districts where such are spoken of; a street; Hanja inside a name; lines are made
    "[대덕군|LC] [유천면|LC]과 [신탄진읍|LC]이 편입되었고 [중구|LC]에서 [서구|LC]가 분구되었다.",
    "[비아 델라 콘칠리아치오네|LC]는 길다. [미야자키|LC]([宮崎|LC])현에 갔다. [양화진|LC]에 묻혔다. [한성|LC] [재동|LC]에 섰다.",
    # a firm by its officer; channels; a town's office in its province; quoted titles and prizes; speeds, magnitudes, indices
    "[김민수|PS] [금양|OG] 회장이 왔다. [금양|OG]은 공장을 짓는다. [KBS 1TV|OG]에서 보았다.",
    "[전북|LC] [전주덕진경찰서|OG]는 [시속 159㎞|QT]로 달린 그를 불렀다. [규모 5.4|QT]의 지진이 났다.",
    "`[당신만이 내 사랑|AF]` [66회|QT]를 보았고, '[버터|AF]' [한 곡|QT]을 들었다. [류|PS] 감독은 ‘[까멜리아상|CV]’을 수상했다.",
    "[코스피|OG]는 [2,320선|QT]을 넘어 [2322.88|QT]로 거래를 마쳤다.",
    # places by the place before them, and by what is decided of them
    "[정조|PS]는 [수원|LC] [배봉산|LC]에 무덤을 썼다. [한성|LC] [재동|LC]에 병원이 섰다.",
    "475년 [매홀군|LC]이 설치되었고 757년 [수성군|LC]으로 고쳤으며 940년에는 [수주|LC]로 승격되었다.",
    "1946년 의용군을 폐지하고 경비대로 개칭하였다.",
    # blanks lost around names, and inside them
    "우주 경쟁에서[미국|LC]과[소비에트 연방|LC]이우주 개발을 놓고 다투었다.",
    "[소비에트연방|LC]은 세계 최초로 위성을 쏘았다.",
    # names in Latin letters, by what is done to them or by them; awards in quotes
    "[Fender|OG]에서 픽업을 개발하여 1950년에 [Telecaster|AF]를 발매했다. [Fender|OG]는 1954년 [Stratocaster|AF]를 내놓았다.",
    "가수 [Beck|PS]은 '[Best Album|CV]' 부문에서 상을 받았고, [애플|OG]은 [iPod|AF]를 공개했다.",
    # places by their Hanja and by their taking, persons by theirs
    "[양산|LC]([洋山|LC])에 도착했다. [타이난|LC] 부근의 [안평|LC]([安平|LC])에 세워진 요새를 함락시켰다.",
    "[이방원|PS]([李芳遠|PS])에 의해 살해되었다.",
    "1646년 [과주|LC]와 전장을 함락시켰다. 성균시(成均試)에 급제하였다.",
    # consorts and rulers
    "[신덕왕후 강씨|PS]가 죽자 [태조 주원장|PS]이 슬퍼했다. 기자는 [대구방송|OG]에 입사했다.",
    # who holds an office of a body or state; towns and ministries before an office
    "[박진|PS] [외교부|OG] 장관과 [이재명|PS][더불어민주당|OG] 대표, [하야시|PS] [일본|LC] 외무상이 만났다.",
    "[동래|LC]부사 [송상현|PS]과 [이조|OG]정랑 [조광조|PS]가 있었다.",
    # facilities, temples and prefectures of a town, units by number, flights
    "[울산공장|LC]과 [경주분관|OG]을 짓고 [원흥사|LC]를 창건하였다. 1895년 [진주부|LC]로 승격되었다.",
    "[제23연대|OG] [3대대|OG]와 [14연대|OG]가 2개 연대를 도왔다. [대한항공 007편|AF]이 격추되었다.".replace(
        "2개", "[2개|QT]"
    ),
    "[독일|LC] [뮌헨안보회의|EV]에 갔다가 [서울동부구치소|LC]에 수감되었다. [6·25|EV] 때 거란군 [10만|QT]이 왔다.".replace(
        "거란군", "[거란군|OG]"
    ),
    # towns whose names are common words, by what happened there; the state in 일제, not the sweep
    "그는 [예산|LC]에서 태어나 [무안|LC]으로 유배되었다가 예산의 절반을 썼다.",
    "[서울|LC]에서 [함양|LC]까지 걸어 [보은|LC]으로 이주했다.",
    "[경부선|AF] [대전|LC]~[옥천|LC] 구간에서 [대전|LC]까지 달렸다.",
    "[일제|LC]에 의해 체포되었다. 경찰은 일제 단속에 나섰다. 모두 일제히 일어났다.",
    "최초의인공위성[스푸트니크 1호|AF]를 쏘아올렸다.",
    "[독일|LC]의[A-4 로켓|AF]은 처음으로 우주에 닿았다.",
    # works by what is made of them, alone and in a list
    "[정수라|PS]의 ‘[푸른 언덕|AF]’, ‘[밤의 강|AF]’을 작곡했다.",
    "‘만세’를 부르며 “나는 가겠다”라고 말했다.",
    # kings and persons by the Hanja of a surname, however the analyser cuts them
    "[방은조|PS]([房恩照|PS])와 [추겸득|PS]([秋兼得|PS])은 황금(黃金)과 문화(文化)를 그날의 왕에게 말했다.",
    # pen name and name are one; a faculty belongs to its university
    "[퇴계 이황|PS]과 [율곡 이이|PS]는 [고려대학교 법학과|OG]와 [서울대 법대|OG]에서 연구된다.",
    # pairs of states, whatever the analyser makes of them
    "[한|LC=대한민국][러|LC=러시아]수교 뒤 [미|LC=미국][중|LC=중국] 무역 분쟁이 있었고, 어린이의 미소는 밝았다.",
    "높이는 [5 피트 2.5 인치|QT], 무게는 [3 파운드 4 온스|QT]이다.",
    # a guessed name leaves no short forms that are common nouns or places
    "[시베리아 횡단 철도|AF]의 직원이 [캐나다|LC]에서 철도를 놓았다.",
    "[에르빈 로멜|PS]SS대장이 [노키아|OG]사를 찾았다.",
    # women whom annals call by their clan; rulers by their number, however the analyser cuts them
    "왕대비 [홍씨|PS]와 아내 [밀양박씨|PS]가 왔다.",
    "옛 [이집트|LC]의[람세스 2세|PS]가 세웠고 아이는 [만 5세|QT]가 되었다.",
    # numbers that make names: army units, lines, votes, one of a row
    "[미 7함대|OG] 사령관은 [부산 도시철도 3호선|AF]을 탔고, [8대 총선|EV]과 [4·7 재보궐선거|EV]가 열렸다.",
    "[이시애의 난|EV]으로 나라가 흔들렸고 [한국|LC]의 난을 길렀다.",
    # a firm and what it makes are two names, a product and its model one
    "[인텔|OG] [펜티엄 프로세서|AF]를 쓰고 [아이패드 미니|AF]로 보았다.",
    # a place of two syllables that the analyser cuts in two
    "2001년[난징|LC]이 커졌다.",
    # genera and species are no entities
    "그는 1925년에 오스트랄로피테쿠스 아파렌시스(Australopithecus afarensis)와 벨로키랍토르를 보았다.",
    # a government by its head; states of old China, whatever persons their names resemble
    "[김대중 정부|OG]와 [미국|LC] 정부가 만났다. [채나라|LC]는 [허나라|LC]를 도왔다.",
    "그는 [KBS|OG]드라마를 보았고, 즉위 후[카를로스 3세|PS]는 쉬었다.",
    # names of several words in the analyser's dictionary, glued; what they name is no person always
    "그 뒤 [마이클키튼|PS]의 영화가 나왔다.",
    "[존케네디|PS]와 [토비맥과이어|PS]가 왔다.",
    "[김봉환|PS]은 이황화탄소 중독으로 쓰러졌다.",
    # common nouns in the shape of a Korean name
    "유치원 교사를 지냈다.",
    "[나카무라 신스케|PS]와 명승부를 펼쳤고 인두세 폭동이 일어났다.",
    # states by one syllable before their organs and in a row; a person with a town's name; a government by its head
    "[미|LC] 대통령 선거가 끝나고 [일 외무성|OG]이 발표했다.",
    "[한|LC]·[미|LC]·[일|LC] 3국이 만났다.",
    "[다카사키|PS] 교수와 [리즈 테일러|PS]가 왔다.",
    "[김정일 정권|OG]이 무너졌다.",
    # what a name is said to be; districts by a point of the compass; bodies by initials everybody knows
    "그곳에 [의화권|OG]([義和拳|OG])이라는 민간 결사가 생겨났다.",
    "그는 [코르사노|LC]라는 마을에서 났고 사랑이라는 이름으로 살았다.",
    "[광주디자인센터|LC]와 [부산영상센터|LC]가 문을 열었다.",
    "[부산|LC] [남구|LC]와 [대전|LC] [중구|LC]에 불이 났다.",
    # happenings by their day, leagues by their division, amounts without a unit, titles between < and >, initials
    "[5·16 군사쿠데타|EV] 뒤에 [5·18 항쟁|EV]이 있었다.",
    "[소비에트 2부 리그 B|OG]로 승격했다.",
    "[김포공항|LC]은 [688억|QT]을 벌었다.",
    "단편 <[보물선|AF]>을 냈고 x < 3 이었다.",
    "[W.C. 핸디|PS] 또한 노래를 들었다.",
    "[추밀원|OG]은 [와카쓰키 내각|OG]을 물러나게 했고 [삼보컴퓨터|OG]는 남았다.",
    # a treaty by a place in the shape of a name, shares
    "[오시모 조약|CV] 뒤 그는 [14만 941주|QT]를 기증했다.",
    # a rising by a foreign full name, a comet by its number, works by their maker
    "[와트 타일러의 난|EV]이 일어났다.",
    "[와일드 2 혜성|LC]을 보았다.",
    "[문병곤|PS] 감독의 '[세이프|AF]'와 [김수진|PS] 감독의 '[선|AF]'이 초청됐다.",
    # a surname from abroad alone
    "그 무렵 [푸홀스|PS]의 글이 나왔다.",
    # a given name that looks Korean; a title and its original in brackets; a programme of no name
    "화가 [도리스 하트|PS]와 [안토니오 로마오|PS]는 《[푸른 산|AF]([Blue Hill|AF])》을 보았다.",
    "그는 예능 프로그램과 TV 프로그램에 나왔고 [한|LC=대한민국][일|LC=일본] 간 합의를 말했다.",
    # one syllable that a lost blank leaves before a name
    "첫[프로그레스 우주선|AF]을 쏘았다.",
    # states by their Hanja are no persons; who headed a body so-manieth; laws by what is done with them
    "한미(韓美) 조약 뒤 그는 [제46대|QT] [서울고등검찰청|OG] 검사장이었고 [산림법|CV] 위반을 캤다. 방법에 따라 [2% 포인트|QT] 올랐다.",
    # what is glued to a body's name is part of it only where it ends bodies' names; amounts after a comma without blank
    "[국회|OG]본회의와 [집현전|OG]학사는 이후[아폴로 계획|EV]을 알았고,[7명|QT]이 떠났다. [1,957명|QT]이 남았다.",
    # particles, titles and appositions stay outside
    "사업가 [데니스 티토|PS]는 [러시아|LC]의 [소유스 TM-32|AF]를 탔다.",
    "[케네디|PS] 대통령은 의회에서 연설했다.",
    "[존 F. 케네디|PS]는 암살되었다.",
    # the kind noun belongs to the name
    "[T-28훈련기|AF]가 추락했다.",
    "[스푸트니크 쇼크|EV]로 [국방교육법|CV]이 제정되었다.",
    # the longest name; nothing inside it
    "[미국 공군|OG]은 시험을 중단했다.",
    "[제2차 세계 대전|EV] 후의 긴장이 있었다.",
    "[2010년 FIFA 월드컵|EV]에서 해설을 맡았다.",
    "1592년 [임진왜란|EV]이 일어났다.",
    # blanks inside a name that is listed without them: only before its kind, or in a long name
    "유조선은 [발트 해|LC]를 건넜다.",
    "[대한 민국|LC] 정부가 밝혔다.",
    "[왕건|PS]이 건국한 나라이다.",
    "그들은 이 란을 비워 두었다.",
    # a person who has the name of a place, and the place
    "소설가 [한강|PS]은 상을 받았다.",
    "그는 [한강|LC]을 건넜다.",
    # bodies of the arts, courts with their divisions
    "[인천시립무용단|OG]과 [서울시립교향악단|OG]이 무대에 섰고, 무용단과 교향악단은 쉬었다.",
    "[특정경제범죄가중처벌법|CV] 위반 혐의를 받았으나 새 처벌법은 아직 없다.",
    "[국립극단|OG]은 연극을 올렸다.",
    "[서울중앙지법 형사합의25부|OG]는 형을 선고했다.",
    # Korean persons without titles, lists of them
    "가족은 부인 [한수정|PS], 딸 [한보라|PS]가 있다.",
    # news
    "[서울|LC] [강남구|LC] [역삼동|LC]에서 [김모|PS]([35|QT]) 씨가 붙잡혔다.",
    "[삼성전자|OG]는 [10조8천억원|QT]을 벌었다.",
    # generic nouns are no entities
    "우주 정거장과 인공위성은 의회에서 대통령이 말했다.",
    "여러 연구소와 대학교가 새 로켓의 개발 계획을 세웠다.",
    # homographs
    "[달|LC]에 착륙한 지 한 달이 지났다.",
    "경기에서 이긴 선수들은 후에 국위를 선양하고 방어를 강화했다.",
    "과실 파리를 날려보냈다.",
    # history, with and without blanks
    "[이성계|PS]는 [위화도|LC]에서 군대를 돌려 [최영|PS]을 제거하였다.",
    "[조선총독부|OG]는 헌병을 동원하였으며,[제암리 학살 사건|EV]이 일어났다.",
    "1919년[상하이|LC]에서[대한민국 임시 정부|OG]가 수립되고[이승만|PS]이 추대되었다.",
    "[막시밀리앙 드 로베스피에르|PS]는 [공안위원회|OG]를 이끌었다.",
    "[다리우스 3세|PS]는 [가우가멜라 전투|EV]에서 졌다.",
    # lives and works
    "[마리 스크워도프스카 퀴리|PS]는 [바르샤바|LC]에서 태어나 [노벨 물리학상|CV]을 받았다.",
    "소설 『[이방인|AF]』은 [알베르 카뮈|PS]가 발표한 작품이다.",
    # sport
    "[류현진|PS]은 [클리블랜드 가디언스|OG]와의 경기에서 [3피안타|QT] [2실점|QT]으로 이겼다.",
    "[황희찬|PS]이 [프리미어리그|OG] [19라운드|QT]에서 뛰었다.",
    # quantities
    "[2500개|QT]와 [88%|QT]와 [100km|QT]와 [1천만 달러|QT]를 적었다.",
    "[3인승|QT] 우주선은 [세 번째|QT]였고 무게는 [1톤|QT]이었다.",
    "재판관 [6대 3|QT]의 의견으로 결정했다.",
    "자동차 [3대|QT]와 버스 [2대|QT]가 있다.",
    "[7천장|QT]이 넘는 사진과 약 [30여개|QT]의 표본을 보냈다.",
    "대표팀은 [3 대 1|QT]로 이긴 뒤 [2차전|QT]에 나섰고, [서른둘|QT]의 나이로 주장이 되었다.",
    "값은 [3달러|QT]에서 [9달러|QT]로 올랐고, [30에서 50명|QT]이 모였으며, 한발 앞서 나갔다.",
    "매출은 [5조원대|QT]였고 두 개 분기 만에 늘었다.",
    # firms and houses by their trade in one eojeol, schools of a place, armies of states; trades and counties are none
    "[누리건설|OG]과 [교토통신공업|OG]은 주택건설 사업에 나섰고 자동차산업은 컸다.",
    "그는 [청주공립보통학교|OG]를 나와 [파리 대학교|OG]에서 배웠고, 화학연구소와 심사위원회를 오갔다.",
    "[인도군|OG]과 [일본수군|OG]이 [수원군|LC] 앞에서 만났다.",
    "[서울중앙지법 형사합의부|OG]는 판결했다.",
    # a session of a body, a numbered exhibition, games of the world
    "[제5회 조선사진전람회|EV]와 [제3차 세계관광위원회|EV]가 열렸다.",
    "[세계청소년선수권대회|EV]와 [2015년 한국시리즈|EV]에서 이겼고 세계 대회가 열렸다.",
    # journals and works
    "논문은 《[겨레과학|OG]》에 발표되었고, 학술지 《[물결|OG]》이 이를 알렸으며, 《[물결|AF]》은 책이 되었다.",
    "그는 '보이스 데이즈'로 이름을 알렸다.",
    # what stands beside an unknown name
    "무장 단체 [푸른별단|OG]은 사라졌고 방송국 [헤르나센|OG]이 이를 알렸다.",
    "[수원시|LC] [고등동|LC]과 [스위스|LC] [벨로나트|LC]에 공장을 지었다.",
    "화가들은 [주람회|OG]를 결성했다.",
    "그 영화에서는 [카르밀로스|PS]의 연기가 좋았다.",
    "벼룩시장에서 위스키 시장을 보았다.",
    # persons: Hanja and years of life, names that the analyser cuts, titles that lost their blank, particles of nobility
    "[여재량|PS]([呂載良|PS], 1620년 ~ 1671년)은 무신이다. 왕은 [여재량|PS]을 불렀다.",
    "감독 [백건|PS]은 떠났다. [고훈|PS] 회장도 떠났다.",
    "국왕[카를루스 3세|PS]와 교수[카르멜로 가르시아|PS]가 만났다.",
    "[고메스 다 코르테스|PS] 장군이 이끌었다.",
    "[서율|PS] [헌재|OG] 공보관은 답하지 않았다.",
    "민주주의와 공화주의자, 정상회의와 유대인 변호사에 대하여 썼다.",
    # models, republics, risings, clubs, rates, police
    "[아이패드 3|AF]는 [DDR4|AF] 대신 [LPDDR2|AF]를 썼고 [아이폰|AF] [열 대|QT]가 팔렸다.",
    "[제3공화국|LC] 때 [이시애의 난|EV]을 연구했다.",
    "프로축구 [전주 타이탄스|OG]가 이겼다. [타이탄스|OG]는 [세 골|QT]을 넣었다.",
    "[원|CV]·[달러|CV] 환율은 올랐고 달러 값은 내렸다.",
    "경찰은 경찰 경력을 보냈고 검찰에 넘겼다.",
    "[한국말글보급협회|OG]([말보협|OG])가 생겼다. [말보협|OG]은 곧 흩어졌다.",
    # a state has an army, a county none; of its colleges there are many
    "[인도군|OG]은 [고부군|LC] 사람을 몰랐고, [미국|LC] 대학과 [프랑스|LC] 함대 이야기를 했다.",
    # Hanja in brackets name the same thing; a clan is no person
    "시인 [한도윤|PS]([韓道允|PS])은 [양구|LC]에서 났다.",
    "[청주 한씨|OG]([淸州 韓氏|OG])는 오래된 집안이다. [청주 한씨|OG]의 족보가 나왔다.",
    # places, each inside the one before, are names each
    "[강원도|LC] [춘천|LC]과 [경기도|LC] [수원시|LC] [팔달구|LC]에서 모였다.",
    # surnames alone that the document explains
    "[전보람|PS] 대표는 사과했다. [전|PS] 대표는 다시 사과했다.",
    "화가 [파울 한|PS]이 죽었다. 그림을 산 것은 [한|PS]의 형이었다.",
    "[한지민|PS] 장관과 문화원 원장이 왔다.",
    "경찰에 따르면 [A|PS]([22|QT]·여)씨는 [B|PS]씨와 다투었다.",
    # what a sentence says that its subject is, or becomes
    "[리슐리외|PS]는 널리 알려져 있는 추기경이자 총리이다.",
    "[벨티에르|PS]는 1624년에 총리가 되었다.",
    # a full name that ends like a place; a place before a title
    "[알렉산더 메이그스 헤이그 2세|PS]는 군인이다.",
    # the noun that a list leads to
    "[무디스|OG], [스탠더드 앤드 푸어스|OG] 등의 신용평가기관을 찾았다.",
    "[하이덴|OG], [크로노텔|OG] 등 기업이 참여했다.",
    # laws by their Hanja, year or marks; periodicals in quotes; foreign houses
    "[해상법|CV]([海商法|CV])과 [어음수표법|CV](1995), '[증권법|CV]'이 생겼다. 새 치료법(2001)도 나왔다.",
    "그는 [코나카|PS]([Ronald J. Konoka|PS])와 [맥클레이|PS]([R.S. Maclay|PS])를 만났다. ‘러브 폴리마(LOVE POLIMA)’가 열렸다.",
    "[김도윤|PS]이 나섰고 [박선우|PS] 당시 행정관을 보냈다. [개경|LC]으로 올라와 [이제현|PS]의 문하에서 배웠다. 민주주의를 말했다.",
    "[청룡영화상 여우주연상|CV]을 받았고 [멜론 뮤직 어워드|EV], [골든 디스크|EV]에서 노래했다. [골든 디스크|CV]를 탔다.",
    "남부 [텍사스|LC]와 동부 [캐나다|LC], [고대 이집트|LC]에서 [대한민국 여자 핸드볼 국가대표팀|OG]이 이겼다.",
    "[제1차 요동 정벌|EV]과 [9.19 공동성명|CV], [2차 바티칸 공의회|EV]를 다루었다.",
    "《[중화인민공화국 광고법|CV]》과 《[글쓰기의 방법|AF]》을 읽었다.",
    "[몽펠리에|OG]는 [보르도|OG]와의 개막전에서 이겨 승점을 얻어 결승에 진출했고, [몽펠리에|OG]와 계약을 맺었다. [보르도|LC]에서 살았다.",
    "[미국|LC] [미네소타 대학교|OG]에서 배우고 [맥도날드|PS] 수상을 만났다.",
    "[노르드어|CV] 문헌과 [변호사법|CV] 개정을 보았다. [빌보드 핫 100 차트|AF]에 올랐다.",
    "그는 [Robin Guitars|OG]와 영화 [Matters of Fact|AF]를 알았다. [KXN|OG]은 물러났다. [KXN|OG]은 돌아왔다. [KXN|OG]은 떠났다.",
    "소년 ‘[종대|PS]’ 역을 맡았고, 노래로 에이트의 ‘[심장이 없어|AF]’를 불렀다.",
    "타율 [2할 8푼 6리|QT]에 [24승|QT] [23패|QT], [2량|QT]과 [9만9900주|QT]였다.",
    "[동대문아파트|LC]와 [개포주공아파트|LC], [여의도 시범아파트|LC]는 고층아파트와 국민임대아파트와 다르다.",
    "이름을 가진 시민아파트, 호화아파트, 우리아파트와 다르다.",
    "밴드 ‘[페이퍼모드|OG]’와 걸그룹 '[소녀달|OG]'이 [KBS|OG] 오디션 프로그램에 나왔다. 그룹 '가자!'",
    "[WITSA|OG]([세계 정보기술 서비스연맹|OG])는 [PLoS|OG]([공공 과학 도서관|OG])와 다르다. 그 뒤 [WITSA|OG]의 CEO(최고경영자)를 보았다.",
    "[서소문 아파트|LC]는 기둥식 아파트와 다르다. 여객선 [설봉호|AF]를 타고 [제7회 한국대중음악상|CV]에 갔다.",
    "네만 강가에서 거의 [10만|QT]에 달하던 병사를 이끌었다.",
    "[반포동|LC] [압구정동|LC] [청담동|LC] [도곡동|LC]이 지정됐다. [청와대|OG]는 [참여정부|OG]의 [건축법|CV]을 알렸다.",
    "[제 1 서부군|OG]과 [나폴레옹군|OG]이 싸웠다. 중학생 [이재준|PS]군은 [A|PS]군을 만났다. [김정호|PS] 지도를 폈다.",
    "신자유주의와 단지형 주택, 최신형 무기를 보았다.",
    "[30%대|QT]의 지지율과 [+25.68%|QT]의 이익, [만 53세|QT], [섭씨 39도|QT], [3만 2천여|QT] 병사, [$9M|QT]의 돈이었다.",
    "[춘천|LC]에 데이터센터를 짓고 [서울|LC]에 헬스센터를 열었다. 이중 나선 구조를 밝혔다.",
    "보강공사를 하였고 뉴스 프로그램의 아이돌 그룹이 나왔다.",
    "잡지 '[라이프|OG]'에 실렸다.",
    "[고데라 씨|OG]([小寺氏|OG])가 맡았다.",
    # bodies of which each state has one
    "그는 [미국 육군사관학교|OG]에 입학했다.",
    "[미국 적십자사|OG]와 [일본 적십자사|OG]가 도왔다.",
    # an institution with a name of its own, which the state before it only places
    "그는 [영국|LC] [리즈 대학교|OG]에서 배웠고 [일본|LC] 중앙은행이 금리를 올렸다.",
    # what its number or its states make a name: acts, treaties, regiments, craft of common nouns
    "1972년 [긴급명령 제15호|CV]와 2003년 [결의안 1483호|CV], [4개국 조약|CV]이 나왔다.",
    "[제 3 기갑사단|OG]과 [제21보병연대|OG]가 움직였고 [차세대정지궤도위성 2호|AF]가 올라갔다.",
    "[아시아 주니어 탁구 선수권 대회|EV]가 열렸고 그는 [15세 8개월 12일|QT]에 [3Km|QT]를 달렸다.",
    # lists by the noun that they lead to, whatever stands before it
    "[케임브리지|LC], [노리치|LC], [콜체스터|LC] 등 동부의 도시와 [벨리니|PS] 같은 화가들이 있었다.",
    "[G. H. 하디|PS], [J. E. 리틀우드|PS] 등이 왔다.",
    # prizes and ceremonies with what stands before them
    "[2021 골든 디스크|EV]에서 노래했고 [최우수작품상|CV]을 받았다.",
    # the year of a reign is no ruler; a particle ends no name
    "1297년(충렬왕 23) 관직에서 물러났고 [이사벨 데 카스티야|PS]가 왔다. 그는 전 총리 [다카하시|PS]를 만났다.",
    # gatherings and happenings between marks, sites by their domain and not in an address
    "‘[자유를 향한 행진|EV]’이 열렸고 〈[달빛 콘서트|EV]〉가 끝났다. 그는 [example.com|OG]을 만들었고 http://example.com/을 보았다.",
    # the last of their Hanja tells what names are; ranks and common nouns are none
    "[흑룡진|LC]([黑龍鎭|LC])을 지나 [만월록|AF]([滿月錄|AF])을 썼고, 신무위대장군(神武衛大將軍)은 국경(國境)을 보았다.",
    # statutes with their article, what a name is in another language, concerts by their titles, a body behind its form
    "[형법 제125조|CV]와 [헌법 10조|CV]를 보았다. [도쿠가와 이에야스|PS]([일본어|CV]: [徳川家康|PS])가 이겼다.",
    "소극장 콘서트 《[여름의 꿈|EV]》을 열고 ‘[올해의 목소리|CV]’ 로 선정되었다. 재단법인 [모라드|OG]가 도왔다.",
    # no terms of a sum, no schools of thought as islands, no quantity of one among several
    "방정식에 상수 항을 더했고 그 가운데 하나인 길로 갔다.",
    # Hanja that end persons' names, too, and offices; films about gatherings; what is said
    "[이동국|PS]([李東國|PS])과 [박영진|PS]([朴永鎭|PS])이 왔고 그는 상호군(上護軍)이 되었다.",
    "영화 ‘[마지막 콘서트|AF]’와 영화 《[한여름의 페스티벌|AF]》이 개봉했다. 그는 “이것은 명백한 학살”이라고 말했다.",
    # the same as another is no list of a kind; sums and vehicles are no articles and acts; signs of comparison no marks
    "[에밀리|PS]는 [로잘린|PS]과 같은 영화에 출연했다. [파리 협약|CV] [3조원|QT]을 냈다. 사법고시 1호이다.",
    "[한국|LC]<[일본|LC] 순이다. [중국|LC]>[미국|LC] 순이다.",
    # particles that the analyser takes for the end of a name, works by their number, offices and examinations
    "[레오니드 야코블레프|PS]가 [민스크|LC]에 왔고 [교향곡 9번|AF]과 [피아노 협주곡 제1번|AF]을 [2번|QT] 들었다.",
    "그는 사마시에 합격하고 당대표로 선출되었다.",
    # craft by their spelling in brackets, storms in quotation marks, models with what follows their number
    "[보이저 1호|AF]([Voyager 1|AF=보이저 1호])는 1977년 발사되었다.",
    "2023년 태풍 '[카눈|EV]'이 [한반도|LC]를 지나갔다.",
    "[삼성전자|OG]는 2022년 [갤럭시 S22 울트라|AF]를, [애플|OG]은 [아이폰 15 프로|AF]를 공개했다.",
    "1979년 [애틀랜틱 엠프레스호|AF]가 충돌했다.",
    "2020년 [존 점퍼|PS] 연구원이 발표했다.",
    "2021년 백신 [300만 명분|QT]을 들여왔다.",
    # bodies with a middle dot in their name
    "정부는 2018년 [화해·치유재단|OG]을 해산하고 [저출산·고령사회위원회|OG]를 열었다.",
    # parties in politics, ships behind their kind, one eojeol that the analyser has cut, numbers that count
    "[국회|OG]에서 [전진당|OG]이 이겼고 어선 [청보호|AF]가 전복됐다.",
    "[분당제생병원|OG]과 [한중친선협회|OG]가 조별리그 [1차전|QT]을 도왔다.",
    "[B.J. 업튼|PS]과의 승부는 [오리올파크|LC]에서 끝났고 CCTV에 찍혔다.",
    # the head of an office, a particle swallowed by a name, a word that is seldom a state
    "그는 1919년 [임시정부|OG] 경무국장이 되었고 1948년 유고 시집이 나왔다.",
    "[차범근|PS]은 1978년 [다름슈타트|OG]에 입단했다.",
    # what is brought out is a product
    "[현대자동차|OG]는 1975년 첫 고유 모델인 [포니|AF]를 출시했다.",
    # a rank with its army behind a person, a motion named after what it is for
    "[정승화|PS] 육군참모총장을 연행했고 [박근혜|PS] 대통령 탄핵소추안을 가결했다.",
    # stations, places whose name is a word, too, in a list of places, exchanges
    "발생한 [오봉역|LC] 사고 뒤 [과천|LC=과천시], [성남|LC=성남시], [하남|LC=하남시], [광명|LC=광명시]을 제외했다.",
    "가상화폐 거래소 [FTX|OG]는 파산보호를 신청했다.",
    # who is beaten, who wrote it, a name that the analyser cuts after its second syllable
    "[안세영|PS]은 결승에서 [천위페이|PS]를 물리쳤고 [한강|PS]의 소설이 상을 받았다.",
    "[백건우|PS]의 아내 [윤정희|PS]는 [파리|LC]에서 별세했다.",
    # professors, arms of a state, units with a state before them
    "그는 [한빛예술대학교|OG] 정교수로 재직하였고 [미 공군|OG]과 [미 국방부|OG]가 그를 불렀다.",
    "[영국군 제29사단|OG]이 상륙하였고 [육군 제3보병사단|OG]이 막았다.",
    # coasts, seas of a side, new ports, roads behind a town
    "배는 [북미|LC] 서안을 떠나 [부산신항|LC]과 [동지중해|LC]를 거쳐 [인천신항|LC]에 닿았다.",
    "[경기|LC] [여주시|LC] [영동고속도로|AF]에서 사고가 났다.",
    # offices of a town, bodies of a nation, foundations, agencies' offices
    "[부산직할시의회|OG] 의원과 [김영수|PS] [제천시|LC] 관광과장이 왔다.",
    "[한빛의료재단|OG]과 학교법인 [푸른학원|OG]이 [서산출장소|OG]에서 [전국금속노동조합연맹|OG]과 맞섰다.",
    # what is no name: a disease's wake, believers
    "지난해에는 코로나19 여파로 신교도와 구교도의 행사가 열리지 못했다.",
    # quoted festivals, meetings of two, wars of initials, spellings in other scripts, ages to the day
    "시는 '[제5회 부산 불꽃축제|EV]'를 열고 [한-아세안 정상회의|EV]를 기렸다.",
    "[러·일전쟁|EV]이 끝나자 그는 [태화관|LC]에 갔다. 그는 [18세 351일|QT]에 골을 넣었다.",
    "[김육|PS]([金堉|PS], 1580년 ~ 1658년)은 [대동법|CV]을 시행하였다.",
    "그는 [한국항공우주연구원|OG] 책임연구원으로 일하다 [한국전자통신연구원|OG] 선임연구원을 만났다.",
    # a verb before a ruler whose blank is lost, ranks that the analyser takes into a name
    "군을 일으켜[페드루 2세|PS]를 몰아냈고 1866년 [로즈|PS] 제독이 침범했다.",
    # a kind noun and a title put to a name by a lost blank
    "[소련|LC]은 우주 정거장[살류트 1호|AF]를 발사하였고 1962년 교황[요한 23세|PS]가 소집하였다.",
    "2020년 8월 노래로 [빌보드 핫 100|AF]정상에 올랐다.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_spans_and_labels(sentence: str) -> None:
    text = MARK.sub(r"\1", sentence)
    assert marked(text, entities_of(text), names=False) == MARK.sub(r"[\1|\2]", sentence)


NAMES = [
    ("소련은 실패했다.", "소련", "소비에트 연방"),
    ("한국은 이겼다.", "한국", "대한민국"),
    ("미·소 관계가 나빠졌다.", "미", "미국"),
    ("NASA는 발표했다.", "NASA", "미국 항공우주국"),
    ("에르빈 로멜은 장군이었다. 로멜은 사막에서 싸웠다.", "로멜", "에르빈 로멜"),
    ("한지민 장관과 박나래 의원이 왔다. 한 장관은 말이 없었다.", "한", "한지민"),
    ("곽보라(31) 씨가 붙잡혔다. 곽 씨는 부인했다.", "곽", "곽보라"),
    ("최명석이 쉬었다. 최모 씨를 붙잡았다. 최 씨는 부인했다.", "최", "최모"),
    ("LG 트윈스가 이겼다. 이어 LG는 한 경기를 더 이겼다.", "LG", "LG 트윈스"),
    ("수원 화성은 성이다. 그해 화성을 고쳤다.", "화성", "수원 화성"),
    ("소설은 제14회 누리문학상을 받았다.", "제14회 누리문학상", "누리문학상"),
    ("LG는 새 공장을 지었다.", "LG", "LG그룹"),
    ("그 뒤 마이클키튼의 영화가 나왔다.", "마이클키튼", "마이클 키튼"),
    ("시진핑(習近平)이 왔다.", "習近平", "시진핑"),
    ("한국방송작가협회(이하 작가협)는 쉬었다. 작가협은 성명을 냈다.", "작가협", "한국방송작가협회"),
]


@pytest.mark.parametrize(("text", "surface", "name"), NAMES)
def test_canonical_name(text: str, surface: str, name: str) -> None:
    assert {e.name for e in entities_of(text) if e.text == surface} == {name}


@pytest.mark.parametrize("table", ["kind_nouns.csv", "name_contexts.csv", "person_titles.csv", "state_dealings.csv"])
def test_a_text_may_end_with_any_word_that_rules_know(table: str) -> None:
    known = sorted({line.split(",")[0] for line in (lexicon.HOME / table).read_text("utf-8").splitlines()[1:]})
    for word in ["프로축구", "구단", *known[::3]]:
        assert all(e.text in word for e in entities_of(word))


def test_no_entity_coincides_with_a_time() -> None:
    text = "23일 뒤에 3시간 동안 비행했다."
    times = [Timex(0, 5, "23일 뒤", "DATE", "XXXX-XX-XX"), Timex(7, 10, "3시간", "DURATION", "PT3H")]
    assert find_entities(reading_of(text), times) == []


def test_entities_do_not_overlap_and_quote_the_text() -> None:
    text = "1957년 10월 4일소비에트 연방은 스푸트니크 1호를, 미국 해군은뱅가드 TV3을 쏘았다."
    found = entities_of(text)
    assert all(text[e.start : e.end] == e.text for e in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_every_entity_names_its_evidence() -> None:
    assert all(e.rule for e in entities_of("이순신은 1598년 노량 해전에서 명나라 수군과 함께 싸웠다."))


def test_trials_tell_what_lost_and_why() -> None:
    trials: list[Trial] = []
    find_entities(reading_of("미국 구름 연구소는 강했다."), [], trials)
    assert ("미국 구름 연구소", "fired") in {(t.text, t.outcome) for t in trials}
    assert ("미국", "superseded") in {(t.text, t.outcome) for t in trials}
    assert all(t.why for t in trials if t.outcome == "superseded")


def test_component_keeps_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", "소련은 이겼다.")
    doc = pipeline().make_doc(text)
    reading = read(doc)
    store(doc, "entities", find_entities(reading, []), reading)
    (entity,) = doc._.named_entities
    assert (entity.start, entity.end) == (0, 5)
    assert doc.text[entity.start : entity.end] == unicodedata.normalize("NFD", "소련")


def test_component_goes_to_processes_that_start_anew() -> None:
    """Processes that are spawned, not forked, get the components of a pipeline pickled."""
    nlp = pipeline()
    text = "유리 가가린은 소련의 우주 비행사였다."
    expected = [e.text for e in entities_of(text)]
    component = pickle.loads(pickle.dumps(create_korean_entities(nlp, "korean_entities")))
    assert [span.text for span in component(nlp.make_doc(text)).spans["entities"]] == expected
    with get_context("spawn").Pool(1) as workers:
        found = workers.apply(surfaces_of, (create_korean_entities(nlp, "korean_entities"), nlp.make_doc(text)))
    assert found == expected == ["유리 가가린", "소련"]


def surfaces_of(component: Callable[[Doc], Doc], doc: Doc) -> list[str]:
    return [span.text for span in component(doc).spans["entities"]]


def test_same_text_same_entities() -> None:
    text = "마리 퀴리는 바르샤바에서 태어나 파리에서 일했다."
    assert entities_of(text) == entities_of(text)
