"""Output that is there whole or not at all. (stdlib only)"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tracker.errors import OutputError


def check(path: Path) -> None:
    """Raise OutputError where nothing could be written, before the work begins."""
    folder = path.parent
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OutputError("output_is_device", file=path)  # moving a file into its place would take the device away
    if path.is_dir():
        raise OutputError("output_is_folder", file=path)
    if not folder.is_dir():
        raise OutputError("output_no_folder", folder=folder)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError("output_not_permitted", folder=folder)


def write(path: Path, content: bytes) -> None:
    """Move a file into place once all of it is on the disk; a link keeps pointing where it did. Raises OutputError."""
    path = path.resolve() if path.is_symlink() else path
    check(path)
    partial = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.stem[:60]}-", delete=False) as file:
            partial = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        partial.chmod(0o666 & ~mask)
        partial.replace(path)
    except OSError as error:
        if partial is not None:
            partial.unlink(missing_ok=True)
        raise OutputError("output_failed", file=path, why=error.strerror or error) from None
    except BaseException:
        if partial is not None:
            partial.unlink(missing_ok=True)
        raise
