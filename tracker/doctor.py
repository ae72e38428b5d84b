"""What the program needs on this machine, looked at one by one. What `deeds doctor` shows."""

from __future__ import annotations

import ctypes
import ctypes.util
import locale
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

from tracker import i18n
from tracker.errors import DeedsError
from tracker.settings import Settings

LIBRARIES = (
    "sqlalchemy", "alembic", "typer", "rich", "jinja2", "weasyprint", "pydantic", "PyYAML", "opencc", "XlsxWriter",
    "openpyxl",
)  # fmt: skip
# What WeasyPrint loads, and the Debian package that brings it. Without the last a Chinese report takes
# many times as long and is never twice the same.
SHARED = {
    "pango-1.0.so.0": "libpango-1.0-0",
    "pangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "harfbuzz-subset.so.0": "libharfbuzz-subset0",
}
FONTS = ("Noto Serif CJK SC", "Noto Sans CJK SC")
OFFICIAL_FONTS = ("FangSong", "FangSong_GB2312", "FZXiaoBiaoSong-B05", "FZXiaoBiaoSong-B05S", "SimHei", "KaiTi")
# Files on these are locked by custom, or not at all, between machines.
NETWORK = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "lustre", "glusterfs", "gfs2", "ocfs2", "beegfs", "davfs",
    "fuse.sshfs", "fuse.glusterfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs", "vboxsf", "fuse.vmhgfs-fuse",
}  # fmt: skip
ROOM = 200_000_000
"""Bytes that must be free where the database is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `ok` is None where it is only worth knowing.

    `name` and `said` are messages of the catalogue `doctor`, `values` fill them
    in; `mend` is the line to type.
    """

    name: str
    ok: bool | None
    said: str
    mend: str | None = None
    values: dict[str, Any] = field(default_factory=dict)


def examine(settings: Settings) -> Iterator[Finding]:
    """Everything the program needs, in the order in which it is needed."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("python", sys.version_info >= (3, 11), "version", _apt("python3"), {"version": version})
    yield _encoding()
    yield from _libraries(settings)
    yield from _shared()
    yield from _fonts()
    yield _zone()
    yield from _database(settings)


def _encoding() -> Finding:
    name = sys.stdout.encoding or locale.getpreferredencoding(False)
    try:
        "实●■ü".encode(name)
        able = True
    except (UnicodeEncodeError, LookupError):
        able = False
    return Finding("locale", able, "locale", "export LANG=C.UTF-8", {"encoding": name, "language": i18n.language()})


def _libraries(settings: Settings) -> Iterator[Finding]:
    wanted = list(LIBRARIES)
    if settings.database_url.startswith("postgres"):
        wanted.append("psycopg")
    for name in wanted:  # tzdata is not among them: the system may have the zones
        try:
            yield Finding("library", True, "version", values={"name": name, "version": metadata.version(name)})
        except metadata.PackageNotFoundError:
            wanted_as = "'psycopg[binary]'" if name == "psycopg" else name
            yield Finding("library", False, "missing", f"{sys.executable} -m pip install {wanted_as}", {"name": name})


def _loaded(name: str) -> ctypes.CDLL | None:
    for spelled in (f"lib{name}", ctypes.util.find_library(name.split(".so")[0])):
        try:
            if spelled:
                return ctypes.CDLL(spelled)
        except OSError:
            continue
    return None


def _shared() -> Iterator[Finding]:
    for name, package in SHARED.items():
        there = _loaded(name) is not None
        yield Finding("shared", there, "found" if there else "missing", _apt(package), {"name": f"lib{name}"})


def _apt(package: str) -> str:
    return f"{'' if os.geteuid() == 0 else 'sudo '}apt-get install {package}"


def _fonts() -> Iterator[Finding]:
    families = _families((*FONTS, *OFFICIAL_FONTS))
    for name in FONTS:
        there = name in families
        yield Finding("font", there, "found" if there else "missing", _apt("fonts-noto-cjk"), {"name": name})
    own = [name for name in OFFICIAL_FONTS if name in families]
    yield Finding("official_fonts", None, "official_fonts" if own else "no_official_fonts", values={"names": ", ".join(own)})


def _families(wanted: tuple[str, ...]) -> set[str]:
    """Those of the font families that fontconfig finds."""
    fc = _loaded("fontconfig.so.1")
    if fc is None:
        return set()
    for function in ("FcInitLoadConfigAndFonts", "FcNameParse", "FcFontMatch"):
        getattr(fc, function).restype = ctypes.c_void_p
    config, found = ctypes.c_void_p(fc.FcInitLoadConfigAndFonts()), set()
    for name in wanted:
        pattern = ctypes.c_void_p(fc.FcNameParse(name.encode()))
        fc.FcConfigSubstitute(config, pattern, 0)
        fc.FcDefaultSubstitute(pattern)
        match, family, place = ctypes.c_void_p(fc.FcFontMatch(config, pattern, ctypes.byref(ctypes.c_int()))), ctypes.c_char_p(), 0
        while match and fc.FcPatternGetString(match, b"family", place, ctypes.byref(family)) == 0:
            if family.value == name.encode():
                found.add(name)
            place += 1
        for used in filter(None, (match, pattern)):
            fc.FcPatternDestroy(used)
    fc.FcConfigDestroy(config)
    return found


def _zone() -> Finding:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo("Asia/Shanghai")
    except ZoneInfoNotFoundError:
        return Finding("zone", False, "missing", f"{sys.executable} -m pip install tzdata", {"name": "Asia/Shanghai"})
    return Finding("zone", True, "found", values={"name": "Asia/Shanghai"})


def _database(settings: Settings) -> Iterator[Finding]:
    from tracker import database

    try:
        engine = database.open_engine(settings.database_url)
    except DeedsError as error:
        yield _refused(error)
        return
    try:
        path = database.sqlite_path(engine)
        if path is not None:
            yield from _place(path)
        yield _state(engine)
    finally:
        engine.dispose()


def _place(path: Path) -> Iterator[Finding]:
    """Where an SQLite file is or is going to be."""
    folder = path.absolute().parent
    while not folder.exists():
        folder = folder.parent
    kind = file_system(folder)
    remote = kind in NETWORK
    said = "network" if remote else "local"
    yield Finding("file_system", not remote, said, "export DEEDS_DATABASE_URL=~/deeds.db", {"kind": kind or "–", "path": folder})
    free = shutil.disk_usage(folder).free
    yield Finding("room", free >= ROOM, "free", f"df -h {folder}", {"megabytes": free // 1_000_000})


def file_system(path: Path, mounts: Path = Path("/proc/mounts")) -> str | None:
    """The type of the file system that a path is on; None where the system does not tell."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return None
    path, best, kind = path.resolve(), -1, None
    for line in lines:
        _, point, type_, *_ = line.split(" ")
        place = Path(point.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        # A later line for the same place is mounted over the earlier one.
        if path.is_relative_to(place) and len(place.parts) >= best:
            best, kind = len(place.parts), type_
    return kind


class _Enough(Exception):
    """Ends a transaction that was only tried."""


def _state(engine) -> Finding:
    """Whether the database is there, at the right version, and can be written."""
    from sqlalchemy import text

    from tracker import database

    try:
        with database.writing(engine, checked=True) as connection:
            connection.execute(text("UPDATE current SET seq = seq WHERE 1 = 0"))
            raise _Enough
    except _Enough:
        return Finding("database", True, "database", values={"where": database.where(engine), "version": database.SCHEMA_VERSION})
    except DeedsError as error:
        return _refused(error)


def _refused(error: DeedsError) -> Finding:
    """What is wrong with the database, in the words of its error; one that is not made yet is no fault."""
    not_yet = error.key in ("errors.database_missing", "errors.database_empty")
    return Finding("database", None if not_yet else False, error.key, values=error.values)
