"""Commands that are suggested, so that they can be typed as they stand. (stdlib only)

`shlex` quotes whatever is not ASCII; a shell reads 草案.yaml without quotes, and people read it better.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable

_PLAIN = re.compile(r"[\w@%+=:,./-]+")


def quote(word: str) -> str:
    """One word, in quotes where a shell would part or change it."""
    return word if _PLAIN.fullmatch(word) else shlex.quote(word)


def join(words: Iterable[str]) -> str:
    """A command of these words."""
    return " ".join(map(quote, words))
