"""A copy of an SQLite database, whole or not there at all."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from tracker.errors import DatabaseError


def copy(path: Path, label: str) -> Path:
    """Copy a database, also one in use, to a new file beside it that has `label` in its name; returns its path.

    Raises DatabaseError.
    """
    number, target = 1, path.with_name(f"{path.stem}.{label}{path.suffix}")
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem}.{label}-{number}{path.suffix}")
    part = target.with_name(f"{target.name}.part")
    try:
        source, made = sqlite3.connect(path), None
        try:
            made = sqlite3.connect(part)
            source.backup(made)
        finally:
            source.close()
            if made:
                made.close()
        os.replace(part, target)
    except (sqlite3.Error, OSError) as error:
        part.unlink(missing_ok=True)
        raise DatabaseError("backup_failed", path=target, why=getattr(error, "strerror", None) or error) from None
    return target
