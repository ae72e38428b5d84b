"""What a page prints around its article: copyright, editors, buttons, page numbers, the headlines of other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tracker.article.compiling import compiled

_WORDS = (
    r"版权所有|ICP备|公网安备|网安备|责任编辑|责编|编辑[:：]|来源[:：]|稿源[:：]|信息来源|打印本页|关闭窗口|【关闭】|【打印】"
    r"|字号[:：]|字体[:：]|分享到|浏览次数|浏览量|点击数|点击次数|阅读次数|访问量|扫一扫|二维码|相关阅读|相关链接|返回顶部|网站地图"
    r"|当前位置|您的位置|您所在的位置|无障碍(?:浏览|阅读|模式|版|辅助|访问|通道$|$)|Copyright|All Rights Reserved|技术支持[:：]|主办单位[:：]|特别声明|免责声明"
    r"|原创文章|转载请|客户端下载|发布时间[:：]|发布日期[:：]|索引号|发文字号|主题分类"
)
_BUTTONS = r"上一篇|下一篇|首页|打印|关闭|收藏|分享|评论|返回|跳到主要内容区块"
# What an advertisement tells its reader to do or have; a discount alone may be a government's.
_ADVERTISED = (
    r"限时(?:优惠|特惠|折扣|抢购|抢|秒杀|福利|免费领)|火热抢购|抢购中|立即(?:抢购|下单|购买|咨询|下载)|点击(?:下载|领取|购买|咨询|进群|蓝字|上方|下方)"
    r"|(?:扫码|长按|扫描)[^\n。，]{0,10}?(?:关注|下载|领取|进群|加群|咨询|购买)|(?:下载|打开)[^\n。，]{0,6}?(?:APP|App|app|客户端)|(?:加|添加)微信|独家赞助"
)

# A whole short line. Sentences that only mention a word of these end in a full stop.
LINES = compiled(
    rf"^(?=[^\n。；]{{1,120}}$)(?:(?:[【\[(（]?(?:{_WORDS}))[^\n]*|[^\n，]{{0,30}}(?:版权所有|ICP备|公网安备)[^\n]*"
    rf"|[【\[(（]?(?:广告|推广)[】\])）:：][^\n]*|[【\[(（](?:猜[你您]喜欢|(?:相关|推荐|延伸|热门)(?:新闻|阅读|链接|推荐))[】\])）][^\n]*|(?![(（]?[一二三四五六七八九十\d①-⑳])[^\n]*?(?:{_ADVERTISED})[^\n]*"
    rf"|(?:(?:{_BUTTONS})[:： ]?)+[^\n，]{{0,40}})(?:\n|\Z)",
    re.M,
)
# A number alone on its line, unless the next line goes on with its unit: 104 / 年 3 月.
PAGE_NUMBERS = compiled(
    r"^(?:[-—]? ?\d{1,3} ?[-—]?|第\d{1,3}页(?:[/共]*\d{1,3}页)?|\d{1,3}/\d{1,3})"
    r"(?:\n(?![年月日号时点个处项件条户名人万亿座家所%、.．])|\Z)",
    re.M,
)

_BELOW_A_NUMBER = compiled(rf"{PAGE_NUMBERS.pattern}(?P<head>(?=[^\n。]*[一-龥]{{4}})[^\n。，；：]{{4,40}}\n)", re.M)


_PAGE = 300  # characters that a page has at least; what a bare number comes before sooner again is a row of a table


def running_heads(text: str) -> Iterator[tuple[int, int, str]]:
    """The edits that take out what stands at the head of every page: a line that is the same below several page numbers."""
    pages: dict[str, list[re.Match[str]]] = {}
    for match in _BELOW_A_NUMBER.finditer(text):
        pages.setdefault(match["head"], []).append(match)
    found = [match for below in pages.values() if len(below) > 1 and not _are_rows(below) for match in below]
    for match in sorted(found, key=lambda match: match.start()):
        yield *match.span("head"), ""


def _are_rows(below: list[re.Match[str]]) -> bool:
    """Whether a table, copied with each of its cells in a line, has this one in several rows."""
    bare = [match.start() for match in below if match[0].partition("\n")[0].isdecimal()]
    return any(later - one < _PAGE for one, later in pairwise(bare))


# 相关新闻, alone on its line below an article: what follows are headlines, as far as lines look like headlines.
_OTHERS = compiled(
    r"^[^\n一-龥]{0,4}(?:(?:相关|更多|推荐|延伸|拓展|热门|热点|最新|精彩|往期|同类)(?:新闻|阅读|报道|链接|文章|资讯|稿件|推荐|回顾|信息|解读|文档|专题|精选)"
    r"|(?:新闻|点击|阅读|热点|热门)(?:排行榜?|推荐|热榜)|猜你喜欢|猜您喜欢|为您推荐|为你推荐|大家都在看|热点聚焦|热搜榜?)[^\n一-龥0-9]{0,6}$\n?",
    re.M,
)
# Who edited it, at the end of a text; nothing but headlines and buttons follows.
_EDITOR = compiled(r"[【\[(（]?(?:责任编辑|责编|编辑|作者|来源)[:：][^\n。]{0,40}$\n?", re.M)
_LINE = compiled(r"[^\n]*\n?")
_HEADLINE = compiled(r"[^\n。；]{0,60}\n?")
_NUMBERED = compiled(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．]|附|[①-⑳]|20\d\d年\d{1,2}月\d{1,2}日$", re.M)
_PROSE = compiled(r"[。；](?=\n|[（(【\[](?:责任编辑|责编|编辑))")


def other_headlines(text: str) -> Iterator[tuple[int, int, str]]:
    """The edits that take out the headlines of other articles, with what stands over them."""
    first = _PROSE.search(text)
    if first is None:
        return
    done = first.end()
    for over in _OTHERS.finditer(text, done):
        if over.start() >= done:
            done = _past_headlines(text, over.end(), numbered="链接" not in over[0])
            yield over.start(), done, ""
    editor = _EDITOR.search(text, max(_last_prose(text), done))
    if editor and _past_headlines(text, editor.end(), numbered=False) == len(text) > editor.end():
        yield editor.end(), len(text), ""


def _last_prose(text: str) -> int:
    """Where the last sentence that closes its line ends, looked for from the last line on."""
    end = len(text)
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        found = [match.end() for match in _PROSE.finditer(text, start, end + 1)]
        if found:
            return found[-1]
        end = start - 1
    return 0


def _past_headlines(text: str, place: int, numbered: bool) -> int:
    """Where the lines from `place` on end that look like headlines: short and without a full stop."""
    while place < len(text):
        line = _LINE.match(text, place)
        assert line is not None
        if not _HEADLINE.fullmatch(line[0]) or (not numbered and _NUMBERED.match(line[0])):
            break
        place = line.end()
    return place
