"""Words of planning and checking."""

MESSAGES = {
    "sure": "This writes to {count} deeds. Go on?",
    "dry_run": "Dry run: {count} deeds, nothing written.",
    "written": "Entries written: {entries}, to deeds: {deeds} ({numbers}).",
    "nothing": "Nothing to write.",
    "proposed": "Proposal {number}, for the office to decide → deeds decide {number} --approve|--decline",
    "added": "Added {code}  {title}",
    "named": "Named {count}.",
    "closed_out": "{code} is closed out.",
    "no_disagreements": "No disagreements.",
    "no_evidence": "{code} has no evidence.",
    "differs_rejected": "reported completed, rejected",
    "differs_red": "reported going on, computed red",
    "differs_late": "expected {expected}, due {due}",
    "differs_short": "reported completed, quantity below target",
}
