"""Which commands there are, where each is defined, and for whom: the table of `deeds --help`.

Nothing is imported here, so that whoever completes a word on the command line reads it at once.
"""

from __future__ import annotations

# panel → {command: module of tracker.cli}; names of panels and one-line helps are in the catalogue `help`.
PANELS: dict[str, dict[str, str]] = {
    "everyone": {
        "inbox": "inbox",
        "list": "look",
        "show": "look",
        "log": "look",
        "status": "status",
        "explain": "look",
        "silent": "rounds",
        "due": "remind",
        "instructions": "inbox",
        "whoami": "people",
    },
    "agency": {
        "update": "work",
        "start": "work",
        "complete": "work",
        "block": "work",
        "confirm": "work",
        "undo": "work",
        "name": "plan",
        "add": "plan",
        "drop": "plan",
        "propose": "plan",
        "evidence": "verify",
        "answer": "inbox",
        "handin": "intake",
    },
    "office": {
        "extract": "extract",
        "import": "books",
        "assign": "plan",
        "baseline": "plan",
        "decide": "plan",
        "verify": "verify",
        "disagreements": "verify",
        "round": "rounds",
        "remind": "remind",
        "instruct": "inbox",
        "person": "people",
        "agency": "agencies",
        "handout": "intake",
        "take": "intake",
        "source": "source",
    },
    "reports": {"report": "report"},
    "setup": {
        "init": "books",
        "demo": "demo",
        "db": "db",
        "doctor": "doctor",
        "completion": "completion",
    },
}
MODULES = {name: module for panel in PANELS.values() for name, module in panel.items()}
