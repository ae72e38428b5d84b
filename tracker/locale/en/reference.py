"""The reference made from the commands."""

MESSAGES = {
    "title": "Command reference",
    "made": "Made from the commands themselves; do not edit (`python -m tracker.cli.reference`). [中文](cli.zh.md)",
    "how": "Every command has `-h`, `--help`. Codes are read in upper and lower case; days as 2021-07-31, 7-31 or yesterday; statuses as codes or as Chinese words.",
    "options": "[OPTIONS]",
    "word": "Word",
    "meaning": "Meaning",
}
