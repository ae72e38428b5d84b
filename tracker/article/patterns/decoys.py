"""“三大法宝”, “四字诀”, “四落实”: slogans shaped like counted lists. Found only to be shown as left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.article.candidates import Candidate
from tracker.article.scene import Scene
from tracker.article.structure import Sentence, Span

NAME = "decoy"
_CN = "[一二两三四五六七八九十]"
_SLOGAN = re.compile(
    rf"“(?P<name>{_CN}(?:大|个|种)?(?:法宝|字诀|意识|自信|维护|确立|必然|优势|作风|精神|关系|原则|标准|落实|到位|统一|结合|转变|带头|先锋|清单|问|心|度|化|步|法|诀|力|关|讲|学|查|改|看|亮|比|史|个一))”"
)


def find(scene: Scene, sentence: Sentence) -> Iterator[Candidate]:
    for match in _SLOGAN.finditer(scene.text, sentence.start, sentence.end):
        found = Candidate(NAME, Span(*match.span("name")), match.start("name"), match["name"], "list")
        found.leave_out("slogan")
        yield found
