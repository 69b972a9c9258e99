"""样张：含演示数据的文件，每一页的页眉都写明“样张·演示数据”，单位自己的页眉留着。"""

from __future__ import annotations

from anju.reports.writers.docx.elements import NAMESPACES, Element, name, new, put, value
from anju.reports.writers.docx.template import SAMPLE, Template

WORDS = "样张·演示数据"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def unmark(template: Template) -> None:
    """Take the words away that a sample used as template has; whether they stand there is decided anew."""
    for root in template.headers.values():
        for paragraph in root.findall(name("w:p")):
            if "".join(word.text or "" for word in paragraph.iter(name("w:t"))) == WORDS:
                root.remove(paragraph)
        if not len(root):
            put(root, "w:p")


def mark_as_sample(template: Template) -> None:
    """Write the words at the head of odd, even and first pages of every section that follows the template."""
    wanted = ["default", "even", *(["first"] if template.section.find(name("w:titlePg")) is not None else [])]
    for kind in wanted:
        _write(template, _header(template, kind))


def _header(template: Template, kind: str) -> Element:
    if kind in template.headers:
        return template.headers[kind]
    package = template.package
    part = package.free("word/header{}.xml")
    root = new("w:hdr", nsmap={"r": NAMESPACES["r"]})
    package.add(part, root, _TYPE)
    identity = package.relate(package.main, "header", part)
    reference = new("w:headerReference", {"w:type": kind, "r:id": identity}, nsmap={"r": NAMESPACES["r"]})
    template.section.insert(0, reference)
    return root


def _write(template: Template, root: Element) -> None:
    paragraph = put(root, "w:p")
    value(put(paragraph, "w:pPr"), "w:pStyle", template.style(SAMPLE))
    run = put(paragraph, "w:r")
    put(put(run, "w:rPr"), "w:rFonts", {"w:hint": "eastAsia"})
    put(run, "w:t").text = WORDS
