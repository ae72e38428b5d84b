"""A page of an office's own, drawn with what is in its folder."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pikepdf

from tracker.reports import making
from tracker.reports.making import Choices, Scope

PAGE = '{% extends "base.html.j2" %}{% block title %}x{% endblock %}{% block body %}<p class="own">x</p>BODY{% endblock %}'


def drawn_by(own: Path, facts, body: str = "") -> pikepdf.Pdf:
    (own / "agency.html.j2").write_text(PAGE.replace("BODY", body), encoding="utf-8")
    return pikepdf.open(io.BytesIO(making.pdf("agency", facts, Choices("zh-CN", templates=own), Scope("MZT"))))


def face() -> Path:
    """The file of a font that is no font of the reports."""
    return Path(subprocess.run(["fc-match", "--format=%{file}", "DejaVu Sans Mono"], capture_output=True, text=True, check=True).stdout)
