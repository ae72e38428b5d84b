"""A fault as one line in the user's language."""

from __future__ import annotations

from difflib import get_close_matches

from tracker.i18n import t

from . import indents, models
from .strict_yaml import Document, Fault, Path

MAX_SHOWN = 60
_OF_PYDANTIC = {"missing": "missing", "extra_forbidden": "unknown_field"}
"""The only faults that are pydantic's own and not ours (`values`, `checks`, `strict_yaml`)."""


def worded(fault: Fault, document: Document, name: str) -> str:
    """`file:line:column: path: what is wrong`."""
    message, values = fault.message, {key: shown(value) for key, value in fault.values.items() if key != "words"}
    if "words" in fault.values:  # our own list of choices, never shortened
        values["words"] = t("proposal.kinds", **{kind: kind for kind in models.KINDS}) if fault.path[-1:] == ("kind",) else fault.values["words"]
    path = fault.path
    if message in _OF_PYDANTIC:
        message, values, path = _OF_PYDANTIC[message], {"name": shown(path[-1])}, path[:-1]
        if message == "unknown_field" and not str(fault.path[-1]).isascii() and document.at(fault.path) is None:
            message = "comma_in_text"  # in braces, what follows a comma is taken for another field, with nothing in it
        elif message == "unknown_field" and (near := _near_field(fault.path)):
            message, values["near"] = "unknown_field_near", near
    where = shown(document.spell(path), 200) or t("proposal.of_line" if message in indents.MESSAGES else "proposal.whole_file", line=fault.line)
    return f"{shown(name, 1000)}:{fault.line}:{fault.column}: {where}: {t(f'proposal.{message}', **values)}"


def shown(value: object, limit: int = MAX_SHOWN) -> object:
    """A value fit for a message: text shortened, with what cannot be seen spelled out."""
    if not isinstance(value, str):
        return value
    text = value if len(value) <= limit else value[: limit - 1] + "…"
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in text)


_MODELS = {
    "agencies": models.Agency,
    "source": models.Source,
    "commitments": models.Commitment,
    "context": models.Mention,
    "left_out": models.Mention,
    "items": models.Item,
    "target": models.Target,
    "starts": models.Start,
}


def _near_field(path: Path) -> str | None:
    """The field that was probably meant by the last word of `path`."""
    model = next((_MODELS[step] for step in reversed(path[:-1]) if step in _MODELS), models.Proposal)
    near = get_close_matches(str(path[-1]), model.model_fields, 1, 0.6)
    return near[0] if near else None
