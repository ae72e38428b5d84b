"""Words of the demo."""

MESSAGES = {
    "playing": "Simulating half a year",
    "brief_name": "brief_SAMPLE_as-of-{day}.pdf",
    "added": "{count} {count:agency|agencies} of the text, registered for this demo only: {names}",
    "nobodys": "left out of the demo, as the text names no agency: {count}",
    "office": "Coordinating office (sample)",
}
