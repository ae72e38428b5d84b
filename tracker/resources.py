"""Where migrations, report templates and seeds are: in a wheel or in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `migrations`, `report_templates` or `seeds`.

    An installed wheel carries them under `tracker/_bundled`; a checkout has
    them beside the package.
    """
    bundled = _PACKAGE / "_bundled" / name
    return bundled if bundled.is_dir() else _PACKAGE.parent / name
