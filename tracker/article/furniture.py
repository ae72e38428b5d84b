"""What a page prints around its article: copyright, editors, buttons, page numbers."""

from __future__ import annotations

import re

_WORDS = (
    r"版权所有|ICP备|公网安备|网安备|责任编辑|责编|编辑[:：]|来源[:：]|稿源[:：]|信息来源|打印本页|关闭窗口|【关闭】|【打印】"
    r"|字号[:：]|字体[:：]|分享到|浏览次数|浏览量|点击数|点击次数|阅读次数|访问量|扫一扫|二维码|相关阅读|相关链接|返回顶部|网站地图"
    r"|当前位置|您的位置|您所在的位置|无障碍|Copyright|All Rights Reserved|技术支持[:：]|主办单位[:：]|特别声明|免责声明"
    r"|原创文章|转载请|客户端下载|发布时间[:：]|发布日期[:：]|索引号|发文字号|主题分类"
)
_BUTTONS = r"上一篇|下一篇|首页|打印|关闭|收藏|分享|评论|返回|跳到主要内容区块"

# A whole short line. Sentences that only mention a word of these end in a full stop.
LINES = re.compile(
    rf"^(?=[^\n。；]{{1,120}}$)(?:(?:[【\[(（]?(?:{_WORDS}))[^\n]*|[^\n，]{{0,30}}(?:版权所有|ICP备|公网安备)[^\n]*"
    rf"|(?:(?:{_BUTTONS})[:： ]?)+[^\n，]{{0,40}})(?:\n|\Z)",
    re.M,
)
# A number alone on its line, unless the next line goes on with its unit: 104 / 年 3 月.
PAGE_NUMBERS = re.compile(
    r"^(?:[-—]? ?\d{1,3} ?[-—]?|第\d{1,3}页(?:[/共]*\d{1,3}页)?|\d{1,3}/\d{1,3})"
    r"(?:\n(?![年月日号时点个处项件条户名人万亿座家所%、.．])|\Z)",
    re.M,
)
