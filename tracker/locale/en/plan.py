"""Words of planning and checking."""

MESSAGES = {
    "left_out": "Left out {count}: never reported {unreported}, with nothing to confirm; completed or stopped {finished}, with no need to.",
    "sure": "This writes to {count} deeds. Go on?",
    "dry_run": "Dry run: {count} deeds, nothing written.",
    "written": "Entries written: {entries}, to deeds: {deeds} ({numbers}).",
    "same": "as it is now",
    "undated": "note: {count} of {deeds} have no due day. They are fixed without one: they cannot be overdue, and giving them one later takes the office, a reason and an approval reference.",
    "no_approval": "note: no document is named that fixes the books (--approval).",
    "nothing": "Nothing to write.",
    "proposed": "Proposal {number}, for the office to decide → deeds decide {number} --approve|--decline",
    "asks": "It asks: {what}",
    "carried_out": "Holds from now on: {what}",
    "declined": "Not approved: {what}",
    "added": "Added {code}  {title}",
    "closed_out": "{code} is closed out.",
    "no_disagreements": "No disagreements.",
    "no_evidence": "{code} has no evidence.",
    "differs_rejected": "reported completed, rejected",
    "differs_red": "reported going on, computed red",
    "differs_late": "expected {expected}, due {due}",
    "differs_short": "reported completed, quantity below target",
}
