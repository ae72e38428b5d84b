"""Posts in short lines: 【候车更舒心】 with a line for each deed below it, after words that announce so many of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.article import labels, naming, targets
from tracker.article.candidates import Candidate, Item
from tracker.article.compiling import compiled
from tracker.article.listing import ACTION
from tracker.article.numerals import NUMBER, whole
from tracker.article.quantities import quantities
from tracker.article.scene import Scene
from tracker.article.structure import Paragraph, Span

NAME = "numbered"
_SIGNS = "\u200d\u2190-\u21ff\u2300-\u23ff\u2460-\u2473\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_HEAD = compiled(rf"[{_SIGNS} \d、.．]*【[^】\n]{{1,14}}】[^\n。]{{0,14}}$")
_BULLET = compiled(r"[\u25b6-\u25bb\u261e\u2705\u2713\u2714\u27a4] ?")
_PICTURE = compiled(rf"(?!{_BULLET.pattern})[{_SIGNS}][{_SIGNS} ]*[^，。；：\n]{{2,20}}$")  # 🏠住得更舒心
_ELSE = compiled(r"【[^】\n]{0,6}(?:预告|提醒|提示|回顾|通知|公告|往期|活动|先睹)")  # what a post goes on with
_MARKED = compiled(rf"【|^{_BULLET.pattern}", re.M)
_OTHER = compiled(rf"[{_SIGNS}]")  # a line that begins with a sign opens something else
_SETS = "承诺|清单|实事|举措|措施|服务|小事|好事|计划"
_LISTED = compiled(
    rf"(?P<name>(?:“[^”\n]{{2,16}}”)?[^，。：、“”\n]{{0,12}}(?:{_SETS})(?:(?:项目|任务)?(?:{_SETS}))?”?)"
)
_COUNT = compiled(rf"(?P<number>{NUMBER})[条项件个]")
_CHAT = compiled(r"[～~哦啦呀吗呢喔？?]|小[一-龥]{1,3}[：说去给]|点击|转发|评论|留言|扫码|截止|温馨提示")
_DAY = compiled(r"\d{1,2}月|年底|季度|年内")
_ABOVE = 5  # lines above the first heading among which the list is announced
_LONGEST = 42  # characters of a line
_FEWEST = 3  # deeds, fewer are no list


def find(scene: Scene) -> Iterator[Candidate]:
    """Every list of short lines under headings in 【】, or of lines with bullets under pictures."""
    if not _MARKED.search(scene.text):
        return
    lines = [line for line in scene.structure.paragraphs if scene.text[line.start : line.end].strip()]
    index = 0
    while index < len(lines):
        if not _is_head(scene, lines[index]):
            index += 1
            continue
        last = index
        items: list[Item] = []
        while last < len(lines) and not _ELSE.match(scene.text, lines[last].start) and (_is_head(scene, lines[last]) or _is_member(scene, lines[last])):
            if not _is_head(scene, lines[last]) and (item := _item(scene, lines[last])) is not None:
                items.append(item)
            last += 1
        if len(items) >= _FEWEST and (found := _announced(scene, lines[max(0, index - _ABOVE) : index], items)):
            yield found
        index = max(last, index + 1)


def _is_head(scene: Scene, line: Paragraph) -> bool:
    """【停车更方便】, or a picture and a few words over a line with a bullet."""
    if _HEAD.match(scene.text, line.start, line.end):
        return True
    following = scene.structure.paragraphs[line.index + 1 : line.index + 2]
    return bool(
        following and _BULLET.match(scene.text, following[0].start) and _PICTURE.match(scene.text, line.start, line.end)
    )


def _is_member(scene: Scene, line: Paragraph) -> bool:
    """A line with a bullet, （责任单位：…） below such, or a short line of its own."""
    text = scene.text
    if _BULLET.match(text, line.start) or labels.LINE.match(text, line.start, line.end):
        return True
    return (
        line.end - line.start <= _LONGEST
        and not _OTHER.match(text, line.start)
        and "。" not in text[line.start : line.end]
    )


def _item(scene: Scene, line: Paragraph) -> Item | None:
    """The deed of a line: an action, an amount or a day; chat is none."""
    text = scene.text
    bullet = _BULLET.match(text, line.start)
    start, end = bullet.end() if bullet else line.start, line.end
    if labels.LINE.match(text, start, end):
        return None
    while end > start and (_OTHER.match(text, end - 1) or text[end - 1] in " ！!，；"):
        end -= 1
    if _CHAT.search(text, start, end) or end - start < 4:
        return None
    concrete = ACTION.match(text[start:end]) or _DAY.search(text, start, end) or any(quantities(text, start, end))
    if not concrete:
        return None
    found = targets.of_item(scene, Span(start, end), Span(start, end), True)
    found.title = naming.clean_name(text[start:end])
    return found


def _announced(scene: Scene, above: Sequence[Paragraph], items: list[Item]) -> Candidate | None:
    if not above:
        return None
    text = scene.text
    start, end = above[0].start, above[-1].end
    named = list(_LISTED.finditer(text, start, end))
    for name in reversed(named):
        count = _COUNT.search(text, name.end(), min(end, name.end() + 40))
        declared = whole(count["number"]) if count else None
        if count and declared and declared >= 2:
            counts = _COUNT.finditer(text, name.end(), min(end, name.end() + 40))
            last = [one for one in counts if (whole(one["number"]) or 0) > 1][-1]  # 共15项，看看哪一项…
            declared = whole(last["number"])
            title = naming.clean_name(re.sub(r"^.*?(?:推出|发布|公布|作出|晒出|印发|了)", "", name["name"])).lstrip("《")
            return Candidate(
                NAME,
                Span(name.end() - len(title), last.end()),
                name.end() - 1,
                title,
                "list",
                declared,
                items=items,
                open_list=len(items) < (declared or 0),
                extent=Span(name.start(), items[-1].span.end),
            )
    return None
