"""Words of the demo."""

MESSAGES = {
    "playing": "Simulating half a year",
    "brief_name": "brief_SAMPLE_as_of_{day}.pdf",
    "added": "registered for this demo only, being in no directory: {names}",
    "nobodys": "left out of the demo, as the text names no agency: {count}",
}
