"""Text from outside: what may be kept, and how it is shown. (stdlib only)

Control characters and the marks that turn the direction of writing can hide or
forge text on a screen; they are taken out where text comes in and made visible
where any is left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.errors import BadInput, NotFound, RuleError

# C0 and C1 controls, zero-width and bidi marks, line and paragraph separators, BOM, tags, halves of
# surrogate pairs (bytes of the terminal that were no text); not \t and \n.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SPACES = re.compile(r"[ \t\n\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_NOTHING = {"无", "無", "没有", "沒有", "暂无", "暫無", "none", "nil", "n/a", "na", "-", "--", "—", "——", "–", "/", "\\"}
LINE, NOTE = 300, 5000
"""The longest line and the longest note that are kept, in characters."""


def visible(text: str) -> str:
    """Text that is safe to print: each hidden character shown as a replacement mark."""
    return _HIDDEN.sub("\ufffd", text)


def line(text: str | None, what: str, limit: int = LINE) -> str | None:
    """One line as it is kept: hidden characters gone, white space single; None for nothing.

    `what` names the field in the message. Raises RuleError if it is too long.
    """
    if text is None:
        return None
    kept = _SPACES.sub(" ", unicodedata.normalize("NFC", _HIDDEN.sub("", text.replace("\r", "\n")))).strip()
    if len(kept) > limit:
        raise RuleError("text_too_long", what=what, length=len(kept), limit=limit)
    return kept or None


def none(text: str) -> bool:
    """Whether somebody says by a text that there is none: 无, 暂无, none, n/a or a dash."""
    return text.strip().rstrip("。.；;").lower() in _NOTHING


@contextmanager
def readable(file: Path | str) -> Iterator[None]:
    """While a file that somebody named is read. Raises NotFound, BadInput."""
    try:
        yield
    except FileNotFoundError:
        raise NotFound("file_missing", file=file) from None
    except OSError as error:
        raise BadInput("file_unreadable", file=file, why=error.strerror) from None


def note(text: str | None, what: str, limit: int = NOTE) -> str | None:
    """Several lines as they are kept; None for nothing. Raises RuleError if it is too long."""
    if text is None:
        return None
    lines = [line(part, what, limit) or "" for part in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept = "\n".join(lines).strip("\n")
    if len(kept) > limit:
        raise RuleError("text_too_long", what=what, length=len(kept), limit=limit)
    return kept or None
