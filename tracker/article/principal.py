"""Who speaks where no owner is written: the head of a government who reports, the place in a title, whoever has the word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tracker.article import organ_words
from tracker.article.compiling import compiled
from tracker.article.directory import Organ
from tracker.article.scene import Scene
from tracker.article.structure import Paragraph, Sentence

_OPENING = 20_000  # characters in which the text says which place it speaks of
_CITY = compiled(rf"(?P<city>(?:{organ_words.PROVINCES}|某|甲|乙|丙|[A-Z])市)(?![场民级])")
_GOVERNMENT = compiled(r"(?:^|(?<=[^一-龥]))(?P<government>[一-龥]{2,3}[市县]政府)", re.M)
_SOME_PLACE = compiled(r"(?<![一-龥])(?![全本我该各城外他邻])([一-龥]{2}[市县])(?![场民级政区长])")
_LINES = 10  # at the head of a report, among which its speaker stands

_PLACE = r"[一-龥]{2,8}?(?:省|自治区|市|自治州|州|县|区|旗|镇|乡)"
# 某县人民政府县长 某某 / ——某年某月某日在某县第几届人民代表大会第几次会议上
_REPORTS = compiled(
    rf"^[—-]*(?:代理)?(?P<organ>{_PLACE}人民政府)代?[省市县区州旗镇乡主][长席]|^[—-]*[^\n。]{{0,14}}日?在(?P<place>{_PLACE})第?[一二三四五六七八九十百]{{1,4}}届人民代表大会",
    re.M,
)
_OWN_REPORT = compiled(rf"^(?:20\d\d年)?(?:(?P<organ>{_PLACE}(?:人民)?政府)(?:20\d\d年度?)?|(?P<place>{_PLACE})20\d\d年度?政府)工作报告", re.M)
# ——摘自《某县人民政府工作报告》, （节选自某县2024年政府工作报告）: under or over a part of a report
_TAKEN_FROM = compiled(
    rf"(?:[摘节选引]自|摘编自|摘登自?|节选[：:]?)于?(?:[《“]?(?:20\d\d年)?(?P<place>{_PLACE})(?P<government>(?:人民)?政府)?(?:20\d\d年|20\d\d年度)?[《“]?(?(government)|政府)工作报告"
    rf"|[^\n。]{{0,14}}?在(?P<held>{_PLACE})第?[一二三四五六七八九十百]{{1,4}}届人民代表大会[^\n。]{{0,24}}工作报告)"
)
# 市教育局2024年工作要点, 交通局业务报告, as a title
OWN_LIST = compiled(
    r"(?P<organ>[一-龥]{0,8}?[省市县区州旗镇乡](?:[一-龥]{1,10}?(?:[局委厅办处]|府(?=(?:20|1)\d\d年|民生|为民))|公所)|(?![全本我各])[一-龥]{2,8}?[局处])(?:关于)? ?(?:(?:20|1)\d\d年(?:度|[上下]半年)?)?(?:(?:(?:重点|主要|年度|为民办?|民生|业务|施政|专题)*(?:工作|任务|实事)(?:项目)?|施政|业务)(?:要点|计划|安排|任务|清单|方案|打算|部署|报告)*[：:]?|(?:书面|口头|专案)?报告|(?:施政|业务|工作)(?:成果|重点|报告)?[及与和暨][^，。；：]{2,8})"
)
_IN_TITLE = compiled(
    r"(?:20\d\d年)?(?:中共)?(?P<place>[一-龥]{2,5}?(?:省|市|州|县|区|旗|镇|乡|街道))(?=(?:委|政府)?(?:公示|公布|发布|推出|确定|印发|为民|民生|办好|实施|推进|晒出|出台|20\d\d年|今年|：|全力|着力|把|多措|启动|部署)|[^一-龥])"
)
# 某市人民政府办公室关于印发…的通知
_IN_NOTICE = compiled(
    r"(?P<place>[一-龥]{2,16}?(?:政府办公[室厅]|政府|委员会|[局厅委]|办公室))关于(?:印发|下达|公布|发布|实施|做好|分解|开展)"
)
# 某区民政局某区残联, in a line over 关于印发…的通知
_OVER_NOTICE = compiled(r"(?P<place>[一-龥]{2,16}?(?:政府|委员会|联合会|总工会|[局厅联]|委(?!员)))[一-龥、 ]{0,60}\n(?=关于(?:印发|下达|公布|发布|实施|做好|分解|开展)[^\n]{2,60}通知)")
_KINDS_OF_OWN = compiled(r"[我全本][市县区州镇乡]$")


def of_text(scene: Scene) -> Organ | None:
    """The government whose head gives the report."""
    return scene.remembered("reports", lambda: _reporting(scene))


def without_houses(scene: Scene) -> None:
    """In a government's report 市图书馆延时开放 and 县中医院整体搬迁 tell of houses that are the government's, and of no other owner."""
    government = of_text(scene)
    if government is not None and government.name.endswith("政府"):
        scene.keep_subjects(lambda organ: not organ_words.is_house(organ.name) or organ.name.endswith(_JUDGES))


_JUDGES = ("法院", "检察院")


def _reporting(scene: Scene) -> Organ | None:
    paragraphs = scene.structure.paragraphs[:_LINES]
    if not paragraphs:
        return None
    match = _OWN_REPORT.search(scene.text, 0, paragraphs[-1].end)
    if match is not None:  # 某市政府工作报告, 某市2026年政府工作报告
        name = match["organ"] or f"{match['place']}人民政府"
        return Organ(name, *match.span(match.lastgroup or 0), scene.directory.code(name))
    for line in paragraphs[:_TITLES]:
        begins = line.number.end if line.number else line.start
        match = OWN_LIST.fullmatch(scene.text, begins, line.end) if line.heading else None
        if match is not None and not organ_words.NOT_A_NAME.search(match["organ"]):
            return Organ(match["organ"], *match.span("organ"), scene.directory.code(match["organ"]))
    if (addresses := _addressing(scene, paragraphs[:_TITLES])) is not None:
        return addresses
    match = _REPORTS.search(scene.text, 0, paragraphs[-1].end)
    if match is None:
        return _taken_from(scene, paragraphs)
    name = match["organ"] or f"{match['place']}人民政府"
    return Organ(name, match.start(), match.end(), scene.directory.code(name))


# 二〇二七财政年度施政方针, 东海特区《施政纲领》, as a title: what a government is to do
_ADDRESS = compiled(r"(?:(?:(?P<chief>行政长官)|(?P<region>[一-龥]{2}特(?:区|别行政区))|(?P<place>[一-龥]{2}[市县]))(?:政府)?)?[0-9二〇零一三四五六七八九年财政度《“ ]*施政(?:总?报告|总?方针|纲领)")


def _addressing(scene: Scene, titles: list[Paragraph]) -> Organ | None:
    """The government whose policy address it is, by the name that the title or the text has for it."""
    match = next((match for line in titles if line.heading and (match := _ADDRESS.match(scene.text, line.start, line.end))), None)
    if match is None:
        return _before_council(scene, titles)
    name = f"{match['region'] or match['place']}政府" if match["region"] or match["place"] else _most_named(_REGION, scene.text) or ("特区政府" if match["chief"] else None)
    return Organ(name, *match.span(), scene.directory.code(name)) if name else None


# 议长、各位议员先进，大家早: a mayor before his council
_TO_COUNCIL = compiled(r"(?:主席|议长|各位|[、，])*(?:副议长|议长|议员)(?:女士|先生|先进|同仁|[、，：！])")
_OURS = compiled(r"(?P<level>[市县])(?=府)|本(?P<place>[市县])")


def _before_council(scene: Scene, titles: list[Paragraph]) -> Organ | None:
    """The government of the city or county that speaks of itself as 本市 or 市府, by its name where the text has it."""
    line = next((line for line in titles if _TO_COUNCIL.match(scene.text, line.start, line.end)), None)
    ours = _OURS.search(scene.text) if line else None
    if line is None or ours is None:
        return None
    level = ours["level"] or ours["place"]
    known = _city(scene), _government(scene), _government_of_place(scene)
    name = next((name.removesuffix("政府") + "政府" for name in known if name and name.removesuffix("政府")[-1] == level), f"{level}政府")
    return Organ(name, line.start, line.end, scene.directory.code(name))


def _taken_from(scene: Scene, first: list[Paragraph]) -> Organ | None:
    ends = [*first[:_TITLES], *scene.structure.paragraphs[-_TITLES:]]
    match = next((match for line in ends if (match := _TAKEN_FROM.search(scene.text, line.start, line.end))), None)
    if match is None:
        return None
    name = (match["place"] or match["held"]) + (match["government"] or "人民政府")
    return Organ(name, *match.span(), scene.directory.code(name))


def of_title(scene: Scene) -> Organ | None:
    """The place whose list the title tells of: 某县公布第二批项目清单."""
    return scene.remembered("title", lambda: _titled(scene))


def _titled(scene: Scene) -> Organ | None:
    for paragraph in scene.structure.paragraphs[:_LINES]:
        titled = paragraph.heading or scene.text[paragraph.end - 1] in "：:"
        match = _IN_NOTICE.match(scene.text, paragraph.start, paragraph.end) if titled else None
        match = match or (_IN_TITLE.match(scene.text, paragraph.start, paragraph.end) if titled else None)
        if match and not organ_words.NO_PLACE.search(match["place"]):
            return Organ(match["place"], match.start(), match.end(), scene.directory.code(match["place"]))
    return None


def of_notice(scene: Scene) -> Organ | None:
    """某县人民政府办公室关于印发…的通知: who issues what stands in it."""
    return scene.remembered("notice", lambda: next(_notices(scene), None))


def _notices(scene: Scene) -> Iterator[Organ]:
    for paragraph in scene.structure.paragraphs[:_LINES]:
        match = _IN_NOTICE.match(scene.text, paragraph.start, paragraph.end) if paragraph.heading else None
        match = match or _OVER_NOTICE.match(scene.text, paragraph.start)
        if match:
            yield Organ(match["place"], match.start(), match.end(), scene.directory.code(match["place"]))


def of_named_list(scene: Scene, name: str) -> Organ | None:
    """2023年县政府民生实事项目, said of the list somewhere at the head of the text."""
    return scene.remembered(("named list", name), lambda: _whose(scene, name))


def _whose(scene: Scene, name: str) -> Organ | None:
    place = scene.text.find(name, 0, _HEAD)
    while place >= 0:
        match = organ_words.OF_THE_LIST.search(scene.text, max(0, place - _BEFORE), place)
        if match:
            organ = match["organ"].removeprefix("年").partition("、")[0]
            return Organ(organ, match.start("organ"), match.start("organ") + len(organ), scene.directory.code(organ))
        place = scene.text.find(name, place + 1, _HEAD)
    return None


_BEFORE = 30  # characters


def of_decision(scene: Scene) -> Organ | None:
    """代表票决出10个民生实事项目，由县人民政府负责实施: who carries out what an assembly has chosen."""
    return scene.remembered("decided", lambda: _decided(scene))


def _decided(scene: Scene) -> Organ | None:
    match = _CARRIES_OUT.search(scene.text, 0, _HEAD)
    return Organ(match["organ"], *match.span("organ"), scene.directory.code(match["organ"])) if match else None


_CARRIES_OUT = compiled(r"(?:实事|项目)[^。；\n]{0,20}?由(?P<organ>[^，。；：\n由]{0,8}?(?:人民)?政府)(?:负责|组织|抓好)*(?:实施|办理|落实)")


_HEAD = 1200  # characters at the head of a text


def of_headline(scene: Scene) -> Organ | None:
    """市住建局：今年改造小区186个, as the title of a text: whose news it is."""
    return scene.remembered("headline", lambda: _headline(scene))


def _headline(scene: Scene) -> Organ | None:
    for paragraph in scene.structure.paragraphs[:_TITLES]:
        found = scene.subjects_between(paragraph.start, paragraph.end) if paragraph.heading else []
        if found and found[0].start == paragraph.start and not found[0].generic and found[0].name[-1] not in _PLACES:
            return found[0] if scene.text[found[0].end : found[0].end + 1] in _AFTER_ITS_NAME else None
    return None


_AFTER_ITS_NAME = ("：", "“")  # 市住建局：…, 县医保局“三聚焦”办实事
_TITLES = 2  # lines among which the title of a text stands
_PLACES = "省市县区州镇乡旗"


def of_only(scene: Scene) -> Organ | None:
    """The one organ that the text speaks of, which its later paragraphs no longer name."""
    return scene.remembered("only", lambda: _only(scene))


def _only(scene: Scene) -> Organ | None:
    found: Organ | None = None
    for organ in scene.subjects:
        if organ.generic or (found is not None and (found.name.endswith(organ.name) or organ.name.endswith(found.name))):
            continue
        if found is not None or organ.name[-1] not in _OFFICES:
            return None
        found = organ
    return found


_OFFICES = "局厅委办处会团司院心联社"


def lead_over(scene: Scene, index: int) -> Paragraph:
    """The paragraph above, or above all that have a run-in heading as this one has: 就业更充分。…, 教育更公平。…"""
    paragraphs = scene.structure.paragraphs
    first = index
    while first > max(0, index - _FIELDS) and scene.structure.run_in(paragraphs[first]):
        first -= 1
    return paragraphs[first if first < index else max(0, index - 1)]


_FIELDS = 20  # paragraphs with run-in headings


def of_lead(scene: Scene, lead: Paragraph) -> Organ | None:
    """县政府将办好32件民生实事, over the fields of it: who announces them."""
    count = _COUNTED_DEEDS.search(scene.text, lead.start, lead.end)
    return of_count(scene, count.start()) if count else None


def of_count(scene: Scene, place: int) -> Organ | None:
    """Who announces what is counted at `place`: whom the sentence names before it."""
    sentence = scene.structure.sentence_at(place)
    return scene.first_named(sentence.start, place) if sentence else None


_COUNTED_DEEDS = compiled(r"(?:将|要|计划|拟|力争)[^。；\n]{0,60}?\d{1,3}[件项][^，。；\n]{0,8}实事")


def of_colon(scene: Scene, sentence: Sentence) -> Organ | None:
    """区卫健委提醒：3月起，全区卫生院…: who says so."""
    clause = scene.clauses(sentence)[0]
    return scene.first_named(clause.start, clause.end) if scene.text[clause.end : clause.end + 1] == "：" else None


def of_own(scene: Scene, organ: Organ) -> Organ | None:
    """本府, 县府, 我市: the government or the place that the article speaks of."""
    city, title = _city(scene), of_title(scene)
    name = organ.name
    if "府" in name:
        government = _government(scene)
        if name in ("市府", "县府") and (city is None or city[-1] != name[0]):
            fits = government is not None and government[-3] == name[0]
            return Organ(government if fits and government else name, organ.start, organ.end, None)
        found = city + "政府" if city else government or _government_of_place(scene)
    elif name in ("我市", "全市", "本市"):
        found = city or (title.name if title and title.name[-1] == "市" else None)
    elif title and _KINDS_OF_OWN.match(name) and title.name[-1] == name[-1]:
        found = title.name
    else:
        found = None
    return Organ(found, organ.start, organ.end, scene.directory.code(found)) if found else None


def of_mayor(scene: Scene, mayor: Organ) -> Organ | None:
    """县长表示: the government of that level, by the name that the text has for it."""
    place = _PLACE_OF_MAYOR.match(mayor.name)
    if place is None:
        return of_level(scene, mayor, mayor.name[-2])
    name = place[0] + "人民政府"
    return Organ(name, mayor.start, mayor.end, scene.directory.code(name))


def of_region(scene: Scene, said: Organ) -> Organ | None:
    """政府: the government that the text names, of a special administrative region or of the one place it speaks of."""
    found = scene.remembered("region", lambda: _most_named(_REGION, scene.text)) or _government(scene)
    return Organ(found, said.start, said.end, scene.directory.code(found)) if found else None


_REGION = compiled(r"((?<![一-龥])[一-龥]{2}特(?:区|别行政区)政府|特区政府)")


def of_level(scene: Scene, said: Organ, level: str) -> Organ | None:
    """县长, 全县: whose report it is, else the government of that level that the text names, else the place in its title."""
    reports, title = of_text(scene), of_title(scene)
    named = scene.remembered(("government", level), lambda: next((found for found in _GOVERNMENT_OF_LEVEL.finditer(scene.text, 0, _OPENING) if found["level"] == level), None))
    if reports and reports.name.endswith("政府"):
        name = reports.name
    elif named:
        name = named[0]
    elif title and title.name[-1] == level:
        name = title.name
    else:
        return None
    return Organ(name, said.start, said.end, scene.directory.code(name))


_GOVERNMENT_OF_LEVEL = compiled(r"(?:(?<![一-龥])[一-龥]{2,4})?(?P<level>[省市县区州盟旗镇乡])(?:人民)?政府(?!部门|办公|工作报告)")
_PLACE_OF_MAYOR = compiled(r"[一-龥]{2,4}?[省市县区州盟旗镇乡](?=(?:常务)?副?代?[省市县区州盟旗镇乡]长)")


def _city(scene: Scene) -> str | None:
    return scene.remembered("city", lambda: _most_named(_CITY, scene.text))


def _government(scene: Scene) -> str | None:
    return scene.remembered("government", lambda: _most_named(_GOVERNMENT, scene.text))


def _government_of_place(scene: Scene) -> str | None:
    """The place with a name that the text speaks of most, where it never names its government."""

    def find() -> str | None:
        known = Counter(
            match[1] for match in _SOME_PLACE.finditer(scene.text, 0, _OPENING) if not organ_words.NO_PLACE.search(match[1])
        )
        return known.most_common(1)[0][0] + "政府" if known else None

    return scene.remembered("government of place", find)


def _most_named(pattern: re.Pattern[str], text: str) -> str | None:
    known = Counter(match[1] for match in pattern.finditer(text, 0, _OPENING))
    return known.most_common(1)[0][0] if known else None
