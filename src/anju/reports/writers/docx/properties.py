"""文件自己的编号：写在自定义属性里，也写在一个自带的部分里，别的程序存过之后至少留下一处。"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from anju.reports.document import Document
from anju.reports.writers.docx.elements import NAMESPACES, Element, new, put
from anju.reports.writers.docx.package import Package
from anju.reports.writers.xml_text import clean

PROPERTY = "AnjuDocumentId"
NAMESPACE = "urn:anju:document"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PACKAGE = "application/vnd.openxmlformats-package"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_CUSTOM = "docProps/custom.xml"


def write_properties(package: Package, document: Document) -> None:
    _core(package, document)
    _custom(package, document.id)
    _own_part(package, document)


def _core(package: Package, document: Document) -> None:
    spaces = {prefix: NAMESPACES[prefix] for prefix in ("dc", "dcterms", "xsi")}
    root = new("cp:coreProperties", nsmap=spaces)
    put(root, "dc:title").text = clean(document.title)
    put(root, "dc:creator").text = clean("、".join(document.head.issuers))
    if document.head.dated_on:
        day = put(root, "dcterms:created", {"xsi:type": "dcterms:W3CDTF"})
        day.text = f"{document.head.dated_on.isoformat()}T00:00:00Z"
    package.add("docProps/core.xml", root, f"{_PACKAGE}.core-properties+xml")
    package.relate("", "core-properties", "docProps/core.xml")


def _custom(package: Package, identity: str) -> None:
    """Other properties of an office's template stay."""
    root = package.element(_CUSTOM) if package.has(_CUSTOM) else new("op:Properties", nsmap={"vt": NAMESPACES["vt"]})
    for old in [each for each in root if each.get("name") == PROPERTY]:
        root.remove(old)
    numbers = [int(each.get("pid", "1")) for each in root]
    named = {"fmtid": _FORMAT, "pid": str(max(numbers, default=1) + 1), "name": PROPERTY}
    put(put(root, "op:property", named), "vt:lpwstr").text = identity
    package.add(_CUSTOM, root, f"{_OFFICE}.custom-properties+xml")
    package.relate("", "custom-properties", _CUSTOM)


def _own_part(package: Package, document: Document) -> None:
    part = _known(package) or package.free("customXml/item{}.xml")
    package.add(part, _identity(document), "application/xml")
    package.relate(package.main, "customXml", part)
    properties = part.replace("item", "itemProps")
    root = new("ds:datastoreItem", {"ds:itemID": f"{{{str(uuid5(NAMESPACE_URL, NAMESPACE)).upper()}}}"})
    put(put(root, "ds:schemaRefs"), "ds:schemaRef", {"ds:uri": NAMESPACE})
    package.add(properties, root, f"{_OFFICE}.customXmlProperties+xml")
    package.relate(part, "customXmlProps", properties)


def _known(package: Package) -> str | None:
    """Where an issued document that is used as template has its own id."""
    parts = [part for part in package.parts("customXml/item") if not part.startswith("customXml/itemProps")]
    return next((part for part in parts if etree.QName(package.element(part)).namespace == NAMESPACE), None)


def _identity(document: Document) -> Element:
    spaces = {None: NAMESPACE}
    root = etree.Element(f"{{{NAMESPACE}}}document", nsmap=spaces)  # type: ignore[arg-type]  # the stubs forget None
    root.set("id", document.id)
    root.set("kind", document.kind)
    return root
