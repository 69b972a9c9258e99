"""造 XML 元素：名字写作 w:p，命名空间在这里查。"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lxml import etree

Element = etree._Element
_OOXML = "http://schemas.openxmlformats.org"
NAMESPACES = {
    "w": f"{_OOXML}/wordprocessingml/2006/main",
    "r": f"{_OOXML}/officeDocument/2006/relationships",
    "wp": f"{_OOXML}/drawingml/2006/wordprocessingDrawing",
    "a": f"{_OOXML}/drawingml/2006/main",
    "pic": f"{_OOXML}/drawingml/2006/picture",
    "ct": f"{_OOXML}/package/2006/content-types",
    "rel": f"{_OOXML}/package/2006/relationships",
    "ds": f"{_OOXML}/officeDocument/2006/customXml",
    "cp": f"{_OOXML}/package/2006/metadata/core-properties",
    "op": f"{_OOXML}/officeDocument/2006/custom-properties",
    "vt": f"{_OOXML}/officeDocument/2006/docPropsVTypes",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


@cache
def name(short: str) -> str:
    """`w:p` in the long form of lxml; a name without a prefix stays as it is."""
    prefix, _, local = short.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local


def put(parent: Element, short: str, attributes: Mapping[str, str] | None = None) -> Element:
    """A new last child."""
    child = etree.SubElement(parent, name(short))
    for key, value in (attributes or {}).items():
        child.set(name(key), value)
    return child


def value(parent: Element, short: str, text: str | int) -> Element:
    """A new last child that bears nothing but `w:val`."""
    child = etree.SubElement(parent, name(short))
    child.set(name("w:val"), str(text))
    return child


def new(short: str, attributes: Mapping[str, str] | None = None, *, nsmap: Mapping[str, str] | None = None) -> Element:
    """An element without a parent, which declares its own prefix and those of `nsmap`."""
    prefix = short.rpartition(":")[0]
    element = etree.Element(name(short), nsmap={prefix: NAMESPACES[prefix], **(nsmap or {})})
    for key, text in (attributes or {}).items():
        element.set(name(key), text)
    return element


def xml(element: Element) -> bytes:
    """A whole part."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def parsed(content: bytes) -> Element:
    """A part read; etree.XMLSyntaxError when it is none. Nothing outside it is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False)
    return etree.fromstring(content, parser)
