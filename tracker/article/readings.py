"""The reading of characters that a copy has left in brackets behind them: 發(fā), 教育（jiào yù）, 学(xue2)习(xi2).

Real brackets behind a Han character hold Han characters, capitals (EPC), words that are no syllables (app, wifi), or what
has no tone; toneless syllables count as readings only where the text is peppered with readings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tracker.article.compiling import compiled

_OPEN, _CLOSE = r"(（\[［【〔", r")）\]］】〕"
_TONES = "\u0300\u0301\u0304\u030c"  # of `unicodedata.normalize("NFD", …)`
_LETTERS = "A-Za-z\u00c0-\u024f\u0300\u0301\u0304\u0308\u030c\u1e3e\u1e3f"
# (The look-ahead only lets the search skip characters at once.)
_BRACKET = compiled(
    rf"(?=[{_OPEN}])(?:(?<=[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇])|(?<=[{_CLOSE}]))[{_OPEN}](?P<words>[{_LETTERS}][{_LETTERS}1-5 ,，、/;；'’·-]{{0,40}})[{_CLOSE}]"
)
# The longest syllable first and none taken back, so that no run of letters is tried in many ways.
_SYLLABLE = (
    r"(?>(?!wi|ca?fe)(?:(?:[zcs]h?|[bpmfdtnlgkhjqrxyw])?"
    r"(?:i(?:a(?:ng?|o)?|e|u|ng?|ong)?|u(?:a(?:ng?|i)?|e|o|i|n)?|v(?:e|an|n)?|a(?:ng?|i|o)?|o(?:ng|u)|e(?:ng?|i|r)?)|[bpmfwy]?o))"
)
_WORD = compiled(rf"(?:{_SYLLABLE})++|ng?|m")
_COUNTED = compiled(rf"(?:(?=[a-z]{{2}})(?!lv){_SYLLABLE}[1-5])++")  # lv3 is a level
_NEUTRAL = frozenset(("de", "le", "zhe", "ne", "ma", "ba", "me", "men", "zi"))
_OTHERWISE = frozenset(("ai", "a", "e", "o", "m", "n", "lv"))  # 人工智能(ai), 第(a)款
_FEWEST = 3  # toneless readings that show each other to be readings


def in_brackets(text: str) -> Iterator[tuple[int, int, str]]:
    """The edits that take the readings out."""
    found = [(match, kind) for match in _BRACKET.finditer(text) if (kind := _kind(match["words"]))]
    peppered = any(kind == "toned" for _, kind in found) or len(found) >= _FEWEST
    end = -1
    for match, kind in found:
        behind_han = text[match.start() - 1] not in ")）]］】〕" or match.start() == end
        if behind_han and (kind != "plain" or peppered or match["words"].strip() in _NEUTRAL):
            yield *match.span(), ""
            end = match.end()


def are_left(text: str) -> bool:
    """Whether there are any that one text would keep, and another that is peppered with readings would not."""
    return any(_kind(match["words"]) == "plain" for match in _BRACKET.finditer(text))


@lru_cache(4096)  # there are some thirteen hundred syllables
def _kind(words: str) -> str | None:
    """toned, plain, or None for what is no reading."""
    letters = unicodedata.normalize("NFD", words)
    plain = letters.lower().replace("u\u0308", "v")
    toned = any(tone in plain for tone in _TONES)
    parts = re.findall(r"[a-z1-5]+", plain.translate(dict.fromkeys(map(ord, _TONES))))
    if not parts:
        return None
    if all(map(_WORD.fullmatch, parts)):
        if toned or "\u0308" in letters:
            return "toned"
        return "plain" if letters.islower() and not _OTHERWISE.issuperset(parts) else None
    counted = not toned and letters.islower() and all(map(_COUNTED.fullmatch, parts))
    return "toned" if counted else None
