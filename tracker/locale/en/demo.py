"""Words of the demo."""

MESSAGES = {
    "playing": "Simulating half a year",
    "brief_name": "brief_SAMPLE_as_of_{day}.pdf",
}
