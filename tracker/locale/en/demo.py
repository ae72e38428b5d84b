"""Words of the demo."""

MESSAGES = {
    "playing": "Simulating half a year",
    "brief_name": "brief_SAMPLE_as-of-{day}.pdf",
    "added": "{count} {count:agency|agencies} of the text, registered for this demo only: {names}",
    "nobodys": "{count} of which the text names no agency, given to “{name}” in this demo",
    "nobody": "Agency not named (sample)",
    "office": "Coordinating office (sample)",
}
