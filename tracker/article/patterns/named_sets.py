"""“六办”服务, 三个“扩面”, 行人安全三支箭: a set whose name in quotes says how many its members are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article import members, naming, targets
from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.numerals import whole
from tracker.article.patterns.counted import share_out
from tracker.article.patterns.introduced import members_after
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span
from tracker.article.words import STUDY

NAME = "counted"
_NUMBER = "[二两三四五六七八九十]{1,2}"
_VERB = "组织|推出|推行|推进|推动|实施|实行|试行|开展|启动|打造|祭出|制定|订定|做好|办好|开办|开设|提供|提出|承诺|公布|抓好|落实|打好|打赢"
# The groups are those of a written count, as which a list may take it. “十百千” and “三百” are slogans and no counts.
IN_QUOTES = compiled(
    rf"“(?!两癌)(?P<phrase>(?P<nested>)(?P<about>)[^“”\n，。]{{0,10}}?(?<![十百千万])(?P<number>{_NUMBER})(?![十百千万年月季天])(?P<classifier>[个大项支张件场道条]?)(?P<more>)(?!个?一”)[一-龥]{{1,4}}(?<![式法度观化心性力气风识])(?<!聚焦)(?<!坚持)(?<!突出)(?<!强化)(?<!到位)(?<!注重)(?<!着力)(?<!结合)(?<!带头))”"
    r"(?P<head>(?:专项|惠民|便民|志愿)?(?:服务活动|服务|行动|工程|举措|措施|救助|政策|项目|攻坚战?))?(?!工作法|机制|制度|模式|理念|原则|标准|要求|精神|方法|做法|问题|活动|意识)"
)
_BEFORE_QUOTES = compiled(
    rf"(?P<number>{_NUMBER})[个大项](?P<what>“[^“”\n]{{2,8}}”)(?!工作法|机制|制度|模式|理念|原则|标准|要求|精神|方法|做法|问题|活动|意识)"
)
# “五个一”服务: of each of so many things one
_OF_EACH_ONE = compiled(
    rf"“(?P<number>{_NUMBER})个一”(?P<head>(?:专项|惠民|便民|民生|为民|暖心|帮扶|关爱|关怀)*(?:服务|行动|工程|举措|措施|项目|计划))(?=[，。；：]|$|进)"
)
# “六必访”工作，做到逢年过节必访、生病住院必访; “四送”服务，送岗位、送政策: members that repeat the word which the name counts
_ONE = r"(?:[^，。；、：\d]{2,14}(?P=must)|(?P=act)[^，。；、：\d]{1,8})"
_REPEATED = compiled(
    rf"“(?P<phrase>(?P<number>{_NUMBER})(?:(?P<must>必[一-龥])|(?P<act>[送进访帮查清减免包])))”(?P<head>(?:[一-龥]{{2}})?(?:服务|行动|工作|举措|活动|措施|制度|机制))?(?:，?(?:即|切实)?(?:做到|包括|落实|确保)[：“]?|，|：)"
    rf"(?P<row>{_ONE}(?:[、，]{_ONE}){{1,8}})(?P<open>等)?(?=[，。；]|$)"
)
# 推广送餐到家、集中配餐、流动餐车三种助餐模式, 打通甲路、乙路两条断头路, 开办甲、乙等26个“即训即用”专班: whatever is counted, when its members are named.
_COMPLETE = compiled(
    r"(?<=[^第、，。；：\d的])(?:[惠便利爱暖助安稳护][民企农心老残困学医岗商旅侨军才](?P<articles>[二三四五六七八九十]{1,3}|\d{1,2})条(?:措施|举措|政策|新政|实招)?|(?P<number>[二两三四五六七八九十]|\d{1,3})(?P<classifier>[个种条类场处座所支道家款张门件大项路期间])"
    r"(?P<what>(?!问题|难题|方面|领域|人员|群体|对象|渠道|方式|途径|部门|单位|环节|小时|月|年|原则|理念|机制|制度|体系|意识|要求|能力|精神|作用|优势|特点|标准|指标|阶段|层面|维度|角度|关键|关系|县区|区县|市县|乡镇|镇街|城市|地区|省|国家|建设|企业|公司|议题|主题|专题|课题|节目|类别|案例|故事|奖|荣誉|称号|案件|行为|责任|主体|防线|底线|红线|现象|犯罪|违法|风险|矛盾|纠纷)"
    r"(?:“[^”\n]{2,10}”[^，。；：、！？\n“”的0-9]{0,8}|[^，。；：、！？\n“”的已0-9]{2,10}?)))(?=[，。；]|$)"
)
_MOST = 16  # characters of a member
_MADE = compiled(
    r"建设|新建|新辟|开通|开行|增设|设立|推广|先做|规划|兴建|开放|改造|修建|增开|上线|启用|组建|打通|疏浚|整治|治理|修缮|修复|完成|推出|推行|推进|推动|实施|实行|试行|开展|启动|打造|制定|做好|办好|开办|开设|提出|落实"
)
_ALREADY = compiled(r"已经?(?:全面|全部|陆续|先后|正式|成功|率先)?$")
_GOVERNS = compiled(rf"(?:{_VERB})(?:了|好)?[^，。；：]{{0,18}}$")
_LEADS = compiled(rf".*(?:{_VERB})(?:了|好)?")


def complete(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Things of any kind that are made or brought in, the last of them followed by how many they are."""
    text = scene.text
    if text.find("、", sentence.start, sentence.end) < 0:
        return
    for match in _COMPLETE.finditer(text, sentence.start, sentence.end):
        declared = whole(match["number"] or match["articles"])
        clause = scene.clause_at(sentence, match.start())
        verbs = list(_MADE.finditer(text, clause.start, match.start()))
        if declared is None or declared < 2 or not verbs or STUDY.search(match["what"] or ""):
            continue
        first = text.find("、", verbs[0].end(), match.start())
        verb = next((verb for verb in reversed(verbs) if verb.end() < first or first < 0), None)
        if verb is None or _ALREADY.search(text, clause.start, verb.start()) or not naming.is_outside_quotes(text, clause.start, match.start()):
            continue
        is_open = text[match.start() - 1] == "等"
        parts = members.split(text, verb.end(), match.start() - is_open, declared)
        fits = len(parts) == declared or (is_open and 1 < len(parts) < declared)
        if fits and not members.is_attribute(text, parts) and all(part.end - part.start <= _MOST for part in parts):
            name = text[match.start() : match.end()]
            found = Candidate(
                NAME,
                Span(members.quote_start(text, parts, match.end()), match.end()),
                match.start(),
                name,
                naming.kind(name),
                declared,
                open_list=is_open,
                weak=True,
                extent=Span(verb.end(), match.end()),
            )
            share_out(scene, found, parts, is_open, "")
            yield found


def _repeated(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    for match in _REPEATED.finditer(scene.text, sentence.start, sentence.end):
        declared, clause = whole(match["number"]), scene.clause_at(sentence, match.start())
        parts = members.split(scene.text, *match.span("row"), declared)
        if declared is None or not _GOVERNS.search(scene.text, clause.start, match.start()) or not 1 < len(parts) <= declared:
            continue
        place = Span(match.start(), match.end("head") if match["head"] else match.end("phrase") + 1)
        name = naming.clean_name(scene.text[place.start : place.end])
        items = [targets.item(scene, part) for part in parts]
        yield Candidate(NAME, place, match.start("number"), name, naming.kind(name), declared, items=items, open_list=bool(match["open"]))


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    """Sets that are carried out and either name their members or are called services, actions or projects."""
    text = scene.text
    yield from _repeated(scene, sentence)
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    for pattern in (IN_QUOTES, _OF_EACH_ONE, _BEFORE_QUOTES):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            declared = whole(match["number"])
            if declared is None or declared < 2 or STUDY.search(text, match.start(), min(match.end() + 6, sentence.end)):
                continue
            clause = scene.clause_at(sentence, match.start())
            lead = _LEADS.match(text, clause.start, match.start())
            if lead is None:
                continue
            parts, is_open = members.split(text, lead.end(), match.start(), declared), False
            if len(parts) != declared:
                parts, is_open = members_after(text, match.end(), paragraph.end)
            fits = len(parts) == declared
            called = pattern is not _BEFORE_QUOTES and match["head"] and _is_counted(match) and _GOVERNS.search(text, clause.start, match.start())
            if not (fits or called):
                continue
            name = text[match.start() : match.end()]
            yield Candidate(
                NAME,
                Span(*match.span()),
                match.start("number"),
                naming.clean_name(name),
                naming.kind(name),
                declared,
                items=[targets.item(scene, part) for part in parts] if fits else [],
                open_list=is_open if fits else False,
            )


def _is_counted(match: re.Match[str]) -> bool:
    """“六办”服务, “三项清零”行动, but not “四季欢歌”行动, “三减三健”行动: a number that only opens a name."""
    if match.re is not IN_QUOTES or match["classifier"]:
        return True
    return _ONE_MORE.match(match.string, match.end("number")) is not None


_ONE_MORE = compiled("[一-龥]”")
