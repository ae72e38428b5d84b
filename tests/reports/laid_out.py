"""Pages as the renderer lays them out, and what stands on them."""

from __future__ import annotations

from tracker.reports import making, templates

ONE = (("MZT", "专项行动", "measure", None, ("我为企业减负担",)),)
"""The commitments of a book with one deed."""


def laid(kind, facts, choices, scope=making.WHOLE, room=None):
    import weasyprint

    page = making.html(kind, facts, choices, scope, room)
    return weasyprint.HTML(string=page.html, base_url=f"{templates.folders()[-1].as_uri()}/").render().pages


def boxes(page, kind):
    return [box for box in page._page_box.descendants() if type(box).__name__ == kind]


def text_of(box) -> str:
    return "".join(each.text for each in box.descendants() if type(each).__name__ == "TextBox")
