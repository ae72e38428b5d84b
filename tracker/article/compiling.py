"""Regular expressions as Python compiled them, kept for the next run beside the compiled modules.

Recognition has some nine hundred of them, many with sets of Han characters, and compiling those takes Python 0.3 s: more than
half of a run over a short text. What is kept is what `re` hands to its engine, and with what a match can begin (`beginnings`).
That is private to Python, so it is only ever a shortcut: with another Python, or where nothing can be kept or what was kept is
damaged, `re.compile` does the work.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import re
import sys
import zlib
from array import array
from collections.abc import Mapping
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

try:
    import _sre
    from re import _compiler, _parser

    _MADE_BY = f"{sys.version} {_sre.MAGIC} {_sre.CODESIZE} 2"  # the form in which we keep them
except (ImportError, AttributeError):  # this Python keeps them elsewhere
    _MADE_BY = ""

Key = tuple[str, int]
_asked: dict[Key, Any] = {}  # what this run asked for, as it was kept; None where it was made anew
_news = False  # whether any was


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(pattern, flags)`, from what an earlier run kept where there is any."""
    global _news
    key = (pattern, int(flags))
    with contextlib.suppress(Exception):  # whatever is wrong with what was kept: it is made anew
        found = _engine(key, _kept[key])
        _asked[key] = _kept[key]
        return found
    _news = True
    _asked[key] = None
    return re.compile(pattern, flags)


def keep() -> None:
    """Have the next run find all that this one asked for; where that cannot be written, it makes them again."""
    global _news
    if not _news or not _MADE_BY or sys.dont_write_bytecode:
        return
    _news = False
    with contextlib.suppress(Exception):
        path = _path()
        path.parent.mkdir(exist_ok=True)
        _write(path)


def _path() -> Path:
    """One file for each build of Python: those of one version share the name of a compiled module, and would take turns to write this."""
    return Path(cache_from_source(__file__)).with_suffix(f".{zlib.crc32(_MADE_BY.encode()):08x}.patterns")


def _write(path: Path) -> None:
    """Whole or not at all: other runs read it, and may write it at the same time."""
    with NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        try:
            file.write(_content())  # only now: where nothing may be written, every run would make it in vain
            file.close()
            os.chmod(file.name, Path(__file__).stat().st_mode & 0o666)  # for everyone who may read the program
            os.replace(file.name, path)
        except BaseException:
            os.unlink(file.name)
            raise


def _content() -> bytes:
    made = marshal.dumps((_MADE_BY, {key: kept or _made(key) for key, kept in _asked.items()}))
    return zlib.crc32(made).to_bytes(4, "big") + made


def _read() -> Mapping[Key, Any]:
    with contextlib.suppress(Exception):
        content = _path().read_bytes()
        if int.from_bytes(content[:4], "big") == zlib.crc32(content[4:]):
            made_by, kept = marshal.loads(content[4:])
            if made_by == _MADE_BY:
                return dict(kept)
    return {}


def _made(key: Key) -> Any:
    """What `re` hands to its engine for this pattern, as plain values."""
    pattern, flags = key
    parsed = _parser.parse(pattern, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    from tracker.article.beginnings import with_beginnings

    codes = array("I", with_beginnings(_compiler._code(parsed, flags), parsed, flags | state.flags)).tobytes()
    return flags | state.flags, codes, state.groups - 1, state.groupdict, tuple(names)


def _engine(key: Key, kept: Any) -> re.Pattern[str]:
    flags, codes, groups, groupindex, names = kept
    return _sre.compile(key[0], flags, array("I", codes).tolist(), groups, groupindex, names)  # it refuses what is no code


_kept = _read() if _MADE_BY else {}
