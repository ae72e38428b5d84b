"""Files to import, and what importing one did."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import func, select

from tracker.deeds import select_deeds


def file(body: str = "", declared: int | None = 4, more: str = "", key: str = "s", **source) -> str:
    """A file with one commitment of JYT and these lines of items."""
    said = "".join(f", {name}: {value}" for name, value in source.items())
    text = f"format: practical-deeds/1\nsource: {{key: {key}{said}}}\ncommitments:\n"
    text += "  - key: c\n    agency: JYT\n    name: 专项行动\n    kind: action_group\n"
    text += f"    declared: {declared}\n" if declared else ""
    text += "".join(f"    {line}\n" for line in more.splitlines())
    return text + ("    items:\n" + "".join(f"      - {{{line}}}\n" for line in body.splitlines()) if body else "")


def actions(plan, what: str = "item") -> Counter:
    return Counter(change.action for change in plan.changes if change.what == what)


def count(desk, table) -> int:
    return desk.connection.scalar(select(func.count()).select_from(table))


def codes_of(desk, word: str) -> list[str]:
    return [deed.code for deed in select_deeds(desk.connection, [word])]
