"""写一张图：EMF 矢量图嵌在一段里，带替代文字。"""

from __future__ import annotations

from itertools import count

from anju.reports.document import Drawing
from anju.reports.layout import StyleName
from anju.reports.writers.docx.elements import NAMESPACES, Element, new, put, value
from anju.reports.writers.docx.emf import emf
from anju.reports.writers.docx.sheet import MILLIMETRE
from anju.reports.writers.docx.template import Template
from anju.reports.writers.xml_text import clean

_EMU = 36_000
"""To the millimetre."""
_GRAPHIC = {prefix: NAMESPACES[prefix] for prefix in ("r", "a", "pic")}


class PictureWriter:
    """Writes pictures of one document."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._numbers = count(1)

    def write(self, body: Element, drawing: Drawing, width: int) -> None:
        """`width` of the text block in twips; a wider picture is made smaller."""
        number, package, picture = next(self._numbers), self._template.package, drawing.picture
        part = package.free(f"word/media/{picture.name}{{}}.emf")
        package.add(part, emf(picture), "image/x-emf")
        identity = package.relate(package.main, "image", part)
        shrunk = min(1.0, width / MILLIMETRE / picture.width)
        size = {"cx": str(int(picture.width * shrunk * _EMU)), "cy": str(int(picture.height * shrunk * _EMU))}
        paragraph = put(body, "w:p")
        value(put(paragraph, "w:pPr"), "w:pStyle", self._template.style(StyleName.PICTURE))
        inline = new("wp:inline", dict.fromkeys(("distT", "distB", "distL", "distR"), "0"), nsmap=_GRAPHIC)
        put(inline, "wp:extent", size)
        said = {"title": clean(drawing.title), "descr": clean(drawing.says)}
        put(inline, "wp:docPr", {"id": str(number), "name": f"图{number}", **said})
        _graphic(inline, number, identity, size)
        put(put(paragraph, "w:r"), "w:drawing").append(inline)


def _graphic(inline: Element, number: int, identity: str, size: dict[str, str]) -> None:
    put(inline, "wp:cNvGraphicFramePr")
    data = put(put(inline, "a:graphic"), "a:graphicData", {"uri": NAMESPACES["pic"]})
    picture = put(data, "pic:pic")
    names = put(picture, "pic:nvPicPr")
    put(names, "pic:cNvPr", {"id": str(number), "name": f"图{number}"})
    put(names, "pic:cNvPicPr")
    fill = put(picture, "pic:blipFill")
    put(fill, "a:blip", {"r:embed": identity})
    put(put(fill, "a:stretch"), "a:fillRect")
    shape = put(picture, "pic:spPr")
    frame = put(shape, "a:xfrm")
    put(frame, "a:off", {"x": "0", "y": "0"})
    put(frame, "a:ext", size)
    put(put(shape, "a:prstGeom", {"prst": "rect"}), "a:avLst")
