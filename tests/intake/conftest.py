"""Forms of the shipped books, handed out once. A test module that uses them says ``pytest_plugins = ["office"]``."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tracker import i18n
from tracker.cli import main


@pytest.fixture(scope="session")
def forms(shipped_books, tmp_path_factory):
    """The folder of the forms of the shipped books, by which any copy of them knows its rows."""
    folder = tmp_path_factory.mktemp("forms")
    shutil.copy(shipped_books, folder / "deeds.db")
    language = i18n.language()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DEEDS_DATABASE_URL", str(folder / "deeds.db"))
        patch.setenv("DEEDS_TODAY", "2021-07-05")
        patch.setenv("DEEDS_LANG", "zh-CN")
        assert main(["handout", "-o", str(folder / "out")]) == 0
    i18n.use(language)
    return folder / "out"


@pytest.fixture
def jyt(forms) -> Path:
    """The form of an agency with four named deeds."""
    return next(forms.glob("JYT_*.xlsx"))


@pytest.fixture
def scjg(forms) -> Path:
    """The form of an agency with 62 unnamed deeds."""
    return next(forms.glob("SCJG_*.xlsx"))
