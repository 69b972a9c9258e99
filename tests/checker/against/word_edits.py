"""A docx edited as Word or WPS would leave it: controls kept or gone, runs split, rows cut out; and saved elsewhere."""

from __future__ import annotations

import copy
import re
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PART = "word/document.xml"
Element = etree._Element
Edit = Callable[[Element], None]


def rewritten(source: Path, target: Path, edit: Edit) -> Path:
    """The document with its main part edited; every other part as it was."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == PART:
                body = etree.fromstring(content)
                edit(body)
                content = etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(name, content)
    return target


def saved_by_libreoffice(soffice: str, sources: Sequence[Path], folder: Path, form: str = "docx") -> list[Path]:
    """Opened and saved again in another program, all in one start of it."""
    kind = {"docx": "docx:MS Word 2007 XML", "txt": "txt:Text (encoded):UTF8"}[form]
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", kind]
    files = [str(each) for each in sources]
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=120)
    return [folder / f"{each.stem}.{form}" for each in sources]


def texts(node: Element) -> str:
    return "".join(each.text or "" for each in node.iter(f"{W}t"))


def say(node: Element, text: str) -> None:
    """Put `text` into the first run below the node and empty the others."""
    first, *others = node.iter(f"{W}t")
    first.text = text
    for each in others:
        each.text = ""


def controls(body: Element, text: str = "") -> list[Element]:
    """Figures' controls, those that say `text`."""
    return [each for each in body.iter(f"{W}sdt") if not text or texts(each) == text]


def paragraphs(body: Element, part: str) -> list[Element]:
    return [each for each in body.iter(f"{W}p") if part in texts(each)]


def rows(body: Element, part: str) -> list[Element]:
    return [each for each in body.iter(f"{W}tr") if part in texts(each)]


def without_control(control: Element, text: str | None) -> None:
    """The control deleted, and `text` typed by hand where it stood; with its bookmarks, which go along."""
    parent = control.getparent()
    for mark in (control.getprevious(), control.getnext()):
        if mark is not None and mark.tag in {f"{W}bookmarkStart", f"{W}bookmarkEnd"}:
            parent.remove(mark)
    if text is not None:
        parent.insert(parent.index(control), run(text))
    parent.remove(control)


def run(text: str) -> Element:
    made = etree.Element(f"{W}r")
    word = etree.SubElement(made, f"{W}t")
    word.text = text
    word.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def stripped(body: Element) -> None:
    """No control and no bookmark left."""
    for control in list(body.iter(f"{W}sdt")):
        inside = control.find(f"{W}sdtContent")
        parent = control.getparent()
        for child in list(inside):
            parent.insert(parent.index(control), child)
        parent.remove(control)
    for mark in [each for each in body.iter() if each.tag in {f"{W}bookmarkStart", f"{W}bookmarkEnd"}]:
        mark.getparent().remove(mark)


def typed(body: Element, part: str, text: str) -> None:
    """`text` typed at the end of the paragraph that holds `part`."""
    paragraphs(body, part)[0].append(run(text))


def replaced(body: Element, old: str, new: str) -> None:
    """`old` replaced in the first run that holds it."""
    word = next(each for each in body.iter(f"{W}t") if old in (each.text or ""))
    word.text = (word.text or "").replace(old, new, 1)


def split_runs(body: Element) -> None:
    """Every run cut in two, as Word does when a spelling check or another author passed; with another font."""
    for old in list(body.iter(f"{W}r")):
        word = old.find(f"{W}t")
        if word is None or len(word.text or "") < 2:
            continue
        new = copy.deepcopy(old)
        middle = len(word.text) // 2
        other = new.find(f"{W}t")
        word.text, other.text = word.text[:middle], word.text[middle:]
        properties = new.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            new.insert(0, properties)
        etree.SubElement(properties, f"{W}rFonts").set(f"{W}eastAsia", "宋体")
        old.addnext(new)


def moved(body: Element, part: str) -> None:
    """The paragraph that holds `part` put at the end."""
    story = body.find(f"{W}body")
    paragraph = next(each for each in paragraphs(body, part) if each.getparent() is story)
    story.insert(len(story) - 1, paragraph)


def commented(body: Element, part: str) -> None:
    """A comment of a reviewer on the paragraph; its text stands in a part of its own."""
    paragraph = paragraphs(body, part)[0]
    start, end = etree.Element(f"{W}commentRangeStart"), etree.Element(f"{W}commentRangeEnd")
    for mark in (start, end):
        mark.set(f"{W}id", "7")
    paragraph.insert(1, start)
    paragraph.append(end)
    reference = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}commentReference")
    reference.set(f"{W}id", "7")


def each_text(body: Element, change: Callable[[str], str]) -> None:
    for word in body.iter(f"{W}t"):
        word.text = change(word.text or "")


def grouped(text: str) -> str:
    """2100.01 → 2,100.01; years keep their digits."""
    return re.sub(r"(?<![\d.])\d{4,}(?!年)(?=\D|$)", lambda found: f"{int(found[0]):,}", text)


def tracked(control: Element, text: str) -> None:
    """The control's text struck out and another typed with revisions on: the final text counts."""
    inside = control.find(f"{W}sdtContent")
    deleted = etree.Element(f"{W}del")
    inserted = etree.Element(f"{W}ins")
    for old in list(inside):
        for word in old.iter(f"{W}t"):
            word.tag = f"{W}delText"
        deleted.append(old)
    inserted.append(run(text))
    inside.append(deleted)
    inside.append(inserted)
