"""Slogans shaped like counted lists, tales told by residents, hoped-for effects: found only to be shown with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.article.candidates import Candidate
from tracker.article.compiling import compiled
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

NAME = "decoy"
_CN = "[一二两三四五六七八九十]"
_SLOGAN = compiled(
    rf"“(?P<name>{_CN}(?:大|个|种)?(?:法宝|字诀|意识|自信|维护|确立|必然|优势|作风|精神|关系|原则|标准|落实|到位|统一|结合|转变|带头|先锋|问|心|度|化|步|法|诀|力|关|讲|学|查|改|看|亮|比|史|个一))”"
)
_TALE = compiled(r"(?P<name>“[^”\n]{6,60}[。！]”)(?=[^。\n]{0,30}?(?:说|感慨|感叹|回想起|高兴|点赞|竖起|告诉|笑))")
_EFFECT = compiled(
    r"(?:助推|助力|促进|推动)(?P<name>[^，。；\n]{6,40}?)等(?:[^，。；\n]{0,6})(?:实事|事项|问题)(?:落地|落实|解决)"
)


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    paragraph = scene.structure.paragraphs[sentence.paragraph]
    for pattern, reason in ((_SLOGAN, "slogan"), (_TALE, "anecdote"), (_EFFECT, "effect")):
        for match in pattern.finditer(scene.text, sentence.start, min(sentence.end + 40, paragraph.end)):
            if match.start() >= sentence.end:
                break
            found = Candidate(NAME, Span(*match.span("name")), match.start("name"), match["name"], "list")
            if reason == "effect":
                found.to_context(reason)
            else:
                found.leave_out(reason)
            yield found
