"""What a figure counts, in words: `agency.SCJG.named` is "省市场监管局 · 已具名". (stdlib only, for completion asks it, too)"""

from __future__ import annotations

from collections.abc import Callable

Say = Callable[..., str]


def meaning(id: str, say: Say, agency: Callable[[str], str], commitment: Callable[[str], str]) -> tuple[str, str]:
    """Of whom or of what, and what is counted; `say` words a message, the others call an agency and a commitment by name."""
    scope, *rest = id.split(".")
    if scope == "deed":
        return rest[0], say(f"reports.value_{rest[1]}")
    if scope == "agency":
        of = agency(rest.pop(0))
    elif scope == "commitment":
        of = commitment(rest.pop(0))
    elif scope == "reminder":
        of = say("reports.scope_reminder", agency=agency(rest.pop(0)))
        if len(rest) > 1:
            of = f"{of} · {rest.pop(0)}"
    elif scope == "month":
        year, month = rest.pop(0).split("-")
        of = say("reports.scope_month", year=year, month=int(month))
    else:
        of = say(f"reports.scope_{scope}")
    cut = rest[0]
    word = {"word": say(f"words.{cut}_{rest[1]}")} if cut in ("status", "light", "reason") else {}
    return of, say(f"reports.cut_{cut}", **word)
