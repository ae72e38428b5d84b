"""``python -m tracker.locale`` rewrites the Traditional catalogue from the Simplified one.

A developer's command: run it after changing a file of `zh_CN`; a test fails
while the two differ. OpenCC's Taiwan phrases do the work; `OVERRIDES` says
what it gets wrong in our field.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from tracker.locale.taiwan import OFFICIAL

HERE = Path(__file__).parent
OVERRIDES = {
    # OpenCC's phrase table turns these into words of the computer trade.
    "專案": "項目",
    "程序": "程序",
    "程式碼": "代碼",
    "稽核": "審核",
    "物件": "對象",
    **OFFICIAL,
}


def traditional(text: str) -> str:
    from opencc import OpenCC

    global _converter
    try:
        converter = _converter
    except NameError:
        converter = _converter = OpenCC("s2twp")
    text = converter.convert(text)
    for wrong, right in OVERRIDES.items():
        text = text.replace(wrong, right)
    return text


def rendered(room: str) -> str:
    """The Traditional file for a room, as it must stand in the tree."""
    messages = import_module(f"tracker.locale.zh_CN.{room}").MESSAGES
    lines = ['"""Made from zh_CN by ``python -m tracker.locale``; do not edit."""', "", "MESSAGES = {"]
    lines += [f"    {name!r}: {traditional(text)!r}," for name, text in messages.items()]
    return "\n".join([*lines, "}", ""])


def rooms() -> list[str]:
    return sorted(path.stem for path in (HERE / "zh_CN").glob("*.py") if path.stem != "__init__")


if __name__ == "__main__":
    for room in rooms():
        (HERE / "zh_TW" / f"{room}.py").write_text(rendered(room), encoding="utf-8")
