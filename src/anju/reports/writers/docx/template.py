"""模板：随附的一份，或者单位自己在 Word 里改过样式的一份；样式按名称找，缺一个也不写。"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from anju.reports.layout import Manner, StyleName
from anju.reports.writers.docx.elements import Element, name
from anju.reports.writers.docx.package import NotAPackage, Package
from anju.reports.writers.docx.sheet import sheet

TABLE, SAMPLE = "公文表格", "公文样张"
_MEND = "请在本软件写出的 report.docx 上改样式，另存作模板"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WANTED = {
    "paragraph": (*(style.value for style in StyleName), SAMPLE),
    "character": tuple(manner.value for manner in Manner),
    "table": (TABLE,),
}


class BadTemplate(Exception):
    """A template that cannot be used; one Chinese sentence."""


class Template:
    """A package whose styles have been found, and the section properties that its pages follow. What stands in its
    body is not kept, so its pictures are dropped at once."""

    def __init__(self, package: Package, label: str) -> None:
        self.package, self._label = package, label
        try:
            self._ids = dict(self._found())
            self.body, self.section = self._page()
            self.headers = self._headers()
            package.add(package.main, package.element(package.main), _MAIN)
            package.drop("image")
            for part in (part for part in package.parts("docProps/") if part.endswith(".xml")):
                package.element(part)
        except NotAPackage as fault:
            raise self._bad(str(fault)) from None
        except (ValueError, TypeError):
            raise self._bad("的纸张或边距写得不对") from None

    def style(self, style: str) -> str:
        """The id of the style of this name."""
        return self._ids[style]

    def _found(self) -> Iterable[tuple[str, str]]:
        if self.package.beside("vbaProject") is not None:
            raise self._bad("里有宏，Word 不会打开带宏的 .docx")
        part = self.package.beside("styles")
        if part is None:
            raise self._bad("里没有样式")
        named = dict(_named(self.package.element(part)))
        for kind, wanted in _WANTED.items():
            for each in wanted:
                if (kind, each) not in named:
                    raise self._bad(f"里没有样式“{each}”")
                yield each, named[kind, each]

    def _page(self) -> tuple[Element, Element]:
        body = self.package.element(self.package.main).find(name("w:body"))
        # The first section: an issued report used as template ends with an annex, which may lie on its side.
        section = None if body is None else next(body.iter(name("w:sectPr")), None)
        if body is None or section is None:
            raise self._bad("里没有纸张和边距")
        sheet(section)
        return body, section

    def _headers(self) -> dict[str, Element]:
        """The heads of pages by kind: default, even, first."""
        found = {}
        for reference in self.section.findall(name("w:headerReference")):
            part = self.package.related(reference.get(name("r:id"), ""))
            found[reference.get(name("w:type"), "default")] = self.package.element(part)
        return found

    def _bad(self, why: str) -> BadTemplate:
        return BadTemplate(f"模板“{self._label}”{why}；{_MEND}")


def opened(path: Path | None) -> Template:
    """The office's own template, or the one that comes along. BadTemplate, or OSError when the file cannot be read."""
    if path is None:
        return Template(shipped(), "随附模板")
    try:
        return Template(Package.opened(path), path.name)
    except NotAPackage as fault:
        raise BadTemplate(f"模板“{path.name}”{fault}；{_MEND}") from None


def shipped() -> Package:
    """The parts of the folder `template`, as XML anyone can read."""
    return Package(dict(_parts()))


@cache
def _parts() -> tuple[tuple[str, bytes], ...]:
    return tuple(_walk(files("anju.reports.writers.docx") / "template", ""))


def _walk(folder: Traversable, path: str) -> Iterable[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _walk(entry, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}", entry.read_bytes()


def _named(styles: Element) -> Iterable[tuple[tuple[str, str], str]]:
    for style in styles.findall(name("w:style")):
        called = style.find(name("w:name"))
        if called is not None:
            kind = style.get(name("w:type"), "paragraph")
            yield (kind, called.get(name("w:val"), "")), style.get(name("w:styleId"), "")
