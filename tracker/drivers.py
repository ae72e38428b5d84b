"""What a database driver says, as an error of ours that names what to do.

The driver's own sentence is English, or in whatever language the server speaks: it is told only to who asks for it
with DEEDS_DEBUG. An error inside a session is known by its SQLSTATE. A connection that does not come about has none,
so that it is known by what libpq, psycopg or a server in English or Chinese says of it.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from pathlib import Path

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError

from tracker.errors import DatabaseError

_SQLITE = (
    ("append-only", "append_only"),
    ("disk is full", "disk_full"),
    ("readonly database", "database_readonly"),
    ("unable to open database", "database_unreadable"),
    ("file is not a database", "database_not_ours"),
    ("database is locked", "database_locked"),
    ("malformed", "database_damaged"),
    ("disk i/o error", "database_damaged"),
)
_STATES = {
    "28P01": "database_password",
    "28000": "database_not_admitted",
    "3D000": "database_absent",
    "42501": "database_role",
    "25006": "database_readonly",
    "53100": "disk_full",
    "40001": "database_locked",
    "40P01": "database_locked",
    "55P03": "database_locked",
    "53300": "database_busy",
    "57P03": "database_busy",
    "XX001": "database_damaged",
    "XX002": "database_damaged",
}
_CONNECTING = (
    (r"no password supplied|没有提供(口令|密码)", "database_no_password"),
    (r"password authentication failed|role .* does not exist|(密码|口令|password) ?认证失败|角色.*不存在", "database_password"),
    (r"no pg_hba\.conf entry|authentication failed|not permitted to log in|permission denied for database|pg_hba\.conf|认证失败|不允许登录", "database_not_admitted"),
    (r"database .* does not exist|数据库.*不存在", "database_absent"),
    (r"resolve host|translate host name|name or service not known", "database_host_unknown"),
    (r"connection refused|no such file or directory", "database_refused"),
    (r"timeout|timed out|no route to host|network is unreachable", "database_no_answer"),
    (r"too many (clients|connections)|connection slots|starting up|shutting down|not yet accepting|过多|正在启动|正在关闭", "database_busy"),
)
_OURS = "append-only"  # the triggers' own words, whatever the server speaks


def explained(error: DBAPIError | sqlite3.Error, where: Path | str, url: URL) -> DatabaseError | None:
    """The error to be shown for a driver's; None for one that nobody foresaw. `where` names the database."""
    original = getattr(error, "orig", error)
    said = str(original).lower()
    if isinstance(original, sqlite3.Error):
        key = next((key for words, key in _SQLITE if words in said), None)
        if key == "database_unreadable" and isinstance(where, Path):
            return unreachable_file(where)
        # SQLite says "disk I/O error", too, when its files beside the database find no room.
        full = key == "database_damaged" and isinstance(where, Path) and _is_full(where)
        return DatabaseError("disk_full" if full else key, path=where) if key else None
    if _OURS in said:
        return DatabaseError("append_only", path=where)
    key = _STATES.get(getattr(original, "sqlstate", None) or "")
    if key is None and isinstance(error, OperationalError) and re.search("connection|resolve host", said):
        key = next((key for words, key in _CONNECTING if re.search(words, said)), "database_unreachable")
    if key is None and getattr(error, "connection_invalidated", False):
        key = "database_unreachable"
    host = ":".join(filter(None, (url.host or url.query.get("host") or "localhost", str(url.port or ""))))
    return DatabaseError(key, path=where, host=host, name=url.database, user=url.username) if key else None


def unreachable_file(path: Path) -> DatabaseError:
    """A file that cannot be opened; most often because SQLite may not make its journal beside it."""
    there = next(folder for folder in path.absolute().parents if os.path.exists(folder))
    if os.path.isdir(there) and not os.access(there, os.W_OK):
        return DatabaseError("database_folder_readonly", path=path, folder=there)
    return DatabaseError("database_unreadable", path=path)


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < 1_000_000
    except OSError:
        return False
