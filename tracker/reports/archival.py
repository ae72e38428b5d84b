"""What archives (PDF/A-3a) and screen readers (PDF/UA-1) ask of a file, where the renderer leaves it out."""

from __future__ import annotations

_EXTENDS = b"http://www.aiim.org/pdfa/ns/"
_SAYS_SO = b"""<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description xmlns:pdfaExtension="%(at)sextension/" xmlns:pdfaSchema="%(at)sschema#" xmlns:pdfaProperty="%(at)sproperty#" rdf:about="">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>""" % {b"at": _EXTENDS}


def finish(pdf) -> None:
    """Complete the renderer's PDF before it is written."""
    _claim_accessible(pdf)
    for picture in _pictures(pdf):
        picture["Interpolate"] = "false"  # an archive is to show what is there, not what a viewer makes up between


def in_print_colours(pdf) -> bool:
    """Whether anything on the pages has the four colours of a printing press, which mean nothing in the sRGB that the file declares."""
    return any(picture["ColorSpace"] == "/DeviceCMYK" for picture in _pictures(pdf)) or any(
        b"/DeviceCMYK cs" in each.stream or b"/DeviceCMYK CS" in each.stream for each in pdf.objects if hasattr(each, "stream")
    )


def _pictures(pdf):
    return (each.extra for each in pdf.objects if hasattr(each, "extra") and each.extra.get("Subtype") == "/Image")


def _claim_accessible(pdf) -> None:
    """Say in the metadata that the file is PDF/UA-1 too (the renderer writes one variant only), and to PDF/A what that word means."""
    number = int(pdf.catalog["Metadata"].split()[0])
    metadata = pdf.objects[number]
    content = b"".join(part if isinstance(part, bytes) else part.data for part in metadata.stream)
    metadata.stream = [content.replace(b"</rdf:RDF>", _SAYS_SO, 1)]
