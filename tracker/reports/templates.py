"""The templates of the reports: where they are, and compiled once, which takes four times as long as to fill them in."""

from __future__ import annotations

import contextlib
import marshal
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment

from tracker import resources
from tracker.errors import BadInput

KINDS = ("brief", "agency", "ledger", "reminder")
FILTERS = ("zip", "groupby_commitment", "content", "brief", "shortened", "both_ends", "phrases", "day", "month")
TESTS = ("cut_short",)
"""What `pages` adds to Jinja's own, by the language of a report."""


def folders(own: Path | None = None) -> list[Path]:
    """Where templates are looked for: an office's own folder first."""
    return [*([own] if own else []), resources.folder("report_templates")]


def unused(own: Path) -> tuple[list[str], list[str]]:
    """Templates and sheets of an office's folder that override nothing and that no file in use names; and the names that override something."""
    known = sorted([*(path.name for path in resources.folder("report_templates").iterdir() if path.is_file()), "own.css"])
    waiting = {path.relative_to(own).as_posix(): path for path in own.rglob("*") if path.is_file() and path.suffix in (".css", ".j2", ".html", ".htm")}
    texts = [waiting.pop(name).read_text("utf-8", "replace") for name in known if name in waiting]
    while texts:
        text = texts.pop()
        texts += [waiting.pop(name).read_text("utf-8", "replace") for name in list(waiting) if name in text]
    return sorted(waiting), known


class _Loader(FileSystemLoader):
    """Templates are UTF-8 and lie in the folders, whatever links there are; one that is not or does not is named."""

    def get_source(self, environment: Environment, template: str):
        try:
            found = super().get_source(environment, template)
            real = Path(found[1]).resolve()
            if not any(real.is_relative_to(Path(folder).resolve()) for folder in self.searchpath):
                raise BadInput("template_outside", template=template)
            return found
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise BadInput("template_not_text", template=template, line=line) from None


class _Compiled(BytecodeCache):
    """Templates as they were compiled, for the life of the process: that takes longer than to fill them in."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str, bool], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.kept.get(self._name(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[self._name(bucket)] = bucket.code

    def _name(self, bucket: Bucket) -> tuple[str, str, bool]:
        return bucket.key, bucket.checksum, bucket.environment.sandboxed


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
    """An environment that compiles the templates, and lacks what they are filled in with.

    With an office's folder it is a sandbox: what was copied from elsewhere may
    print the facts, and neither change them nor reach anything else of the
    machine. Our own templates need none, and take a third less time without.
    """
    environment = (ImmutableSandboxedEnvironment if own else Environment)(
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
