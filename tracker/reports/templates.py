"""The templates of the reports: where they are, and compiled once, which takes four times as long as to fill them in."""

from __future__ import annotations

import contextlib
import marshal
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.bccache import Bucket

from tracker import resources
from tracker.errors import BadInput

KINDS = ("brief", "agency", "ledger", "reminder")
FILTERS = ("zip", "groupby_commitment", "content", "brief", "shortened", "day", "month")
TESTS = ("cut_short",)
"""What `pages` adds to Jinja's own, by the language of a report."""


def folders(own: Path | None = None) -> list[Path]:
    """Where templates are looked for: an office's own folder first."""
    return [*([own] if own else []), resources.folder("report_templates")]


class _Loader(FileSystemLoader):
    """Templates are UTF-8; one that is not is named."""

    def get_source(self, environment: Environment, template: str):
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise BadInput("template_not_text", template=template, line=line) from None


class _Compiled(BytecodeCache):
    """Templates as they were compiled, for the life of the process: that takes longer than to fill them in."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key, bucket.checksum] = bucket.code


_compiled = _Compiled()


def compile_all(own: Path | None = None) -> None:
    """Compile every template, so that workers need not; a faulty one is told where it is used."""
    environment = bare(own)
    for name in environment.list_templates(["j2"]):
        with contextlib.suppress(TemplateError, BadInput):
            environment.get_template(name)


def compiled(kind: str) -> bytes:
    """What a kind of report needs of the program's own templates, for `take` in another process of the same program."""
    environment, others = bare(None), {f"{other}.html.j2" for other in KINDS if other != kind}
    for name in environment.list_templates(["j2"]):
        if name not in others:
            environment.get_template(name)
    return marshal.dumps(_compiled.kept)


def take(made: bytes) -> None:
    """Take over what another process compiled; a template that is not the same is compiled again."""
    _compiled.kept.update(marshal.loads(made))


def bare(own: Path | None) -> Environment:
    """An environment that compiles the templates, and lacks what they are filled in with."""
    environment = Environment(
        loader=_Loader([str(folder) for folder in folders(own)]),
        bytecode_cache=_compiled,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(dict.fromkeys(FILTERS, _not_yet))
    environment.tests.update(dict.fromkeys(TESTS, _not_yet))
    return environment


def _not_yet(*_: Any) -> None:
    """Jinja works out while it compiles what it can, and leaves the rest."""
    raise NotImplementedError
