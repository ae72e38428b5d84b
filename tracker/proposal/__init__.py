"""Proposals and seeds: one YAML schema, read strictly, all faults at once.

`load` and `loads` give a frozen `Proposal` or raise one `BadInput` that lists
every fault as `file:line:column: path: what is wrong`, in the user's language.
Import this package inside a function: it loads pydantic and PyYAML.
"""

from __future__ import annotations

import os
from pathlib import Path as FilePath

from pydantic import ValidationError

from tracker import shellwords
from tracker.errors import BadInput, NotFound

from . import checks, codes, strict_yaml
from .checks import Known
from .models import FORMAT, KINDS, Agency, Commitment, Item, Mention, Proposal, Source, Start, Target
from .wording import shown, worded

__all__ = [
    "FORMAT",
    "KINDS",
    "Agency",
    "Commitment",
    "Item",
    "Known",
    "Mention",
    "Proposal",
    "Source",
    "Start",
    "Target",
    "load",
    "loads",
]

MAX_BYTES = 20_000_000


def load(path: str | os.PathLike[str], *, reviewed: bool = True, known: Known | None = None) -> Proposal:
    """Read a proposal or seed file (UTF-8, with or without BOM).

    `reviewed=False` lets commitments stand whose agency is still unknown; with
    `known`, codes that neither it nor the file has are faults too.
    Raises `NotFound` (no such file) and `BadInput` (not readable, too large, not
    UTF-8, or not a proposal: then `problems` has every fault).
    """
    name = os.fspath(path)
    try:
        with FilePath(path).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise NotFound("proposal_missing", file=shown(name, 1000)) from None
    except IsADirectoryError:
        raise BadInput("proposal_is_folder", file=shown(name, 1000)) from None
    except PermissionError:
        raise BadInput("proposal_not_permitted", file=shown(name, 1000)) from None
    except OSError as error:
        raise BadInput("proposal_unreadable", file=shown(name, 1000), number=error.errno) from None
    if len(data) > MAX_BYTES:
        raise BadInput("proposal_too_large", file=shown(name, 1000), limit=MAX_BYTES // 1_000_000)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if data.startswith(_OF_PROGRAMS) or b"\0" in data[:65536]:
            raise BadInput("proposal_not_text", file=shown(name, 1000)) from None
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput("proposal_not_utf8", file=shown(name, 1000), line=line) from None
    return loads(text, name, reviewed=reviewed, known=known).of_file(data)


_OF_PROGRAMS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # what prints, tables and documents of offices begin with


def loads(text: str, name: str, *, reviewed: bool = True, known: Known | None = None) -> Proposal:
    """Read a proposal from text; `name` stands for the file in messages. Raises `BadInput`."""
    document = strict_yaml.read(text.removeprefix("\ufeff"))
    proposal, faults = None, []
    if isinstance(document.data, dict):
        codes.resolve(document.data, known.agencies if known else None)
        try:
            proposal = Proposal.model_validate(document.data)
        except ValidationError as error:
            faults += _schema_faults(document, error)
        found = _findings(document, reviewed, known)
        places = {finding[:2] for finding in found if finding.message in ("code_open", "agency_unknown_near")}
        faults = found + [fault for fault in faults if fault[:2] not in places]
    elif document.data is not None:
        faults.append(strict_yaml.Fault(*document.locate(()), (), "not_a_proposal", {}))
    # A fault of the YAML is told once, not again as what follows from it at the same place.
    told = {fault[:2] for fault in document.faults}
    faults = document.faults + [fault for fault in faults if fault[:2] not in told]
    if faults:
        raise BadInput(
            "proposal_invalid",
            problems=tuple(worded(fault, document, name) for fault in sorted(faults, key=lambda each: each[:2])),
            file=shown(name, 1000),
            again=shellwords.join(("deeds", "import", shown(name, 1000))),
            count=len(faults),
        )
    return proposal.remember(name, document)


def _schema_faults(document: strict_yaml.Document, error: ValidationError) -> list[strict_yaml.Fault]:
    faults = []
    for each in error.errors(include_url=False, include_input=False):
        path, message = each["loc"], each["type"]
        line, column = document.locate(path, key=message == "extra_forbidden")
        faults.append(strict_yaml.Fault(line, column, path, message, each.get("ctx", {})))
    return faults


def _findings(document: strict_yaml.Document, reviewed: bool, known: Known | None) -> list[strict_yaml.Fault]:
    faults = []
    for finding in checks.findings(document.data, reviewed=reviewed, known=known):
        line, column = document.locate(finding.path)
        values = dict(finding.values)
        if finding.first is not None:
            values["line"] = document.locate(finding.first)[0]
        faults.append(strict_yaml.Fault(line, column, finding.path, finding.message, values))
    return faults
