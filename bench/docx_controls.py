"""报告写成 docx：每个数一个控件，与 docxtpl 把同样的文字填进同样的版面（不带控件）比。"""

from __future__ import annotations

import argparse
import importlib.util
import tempfile
import zipfile
from functools import partial
from pathlib import Path

from _pairs import Promises, take_turns
from lxml import etree

from anju.checker.readers import read
from anju.examples.build import dengkou_2023
from anju.figures.book import Book
from anju.policy.loader import load_policy
from anju.reports.compose import compose
from anju.reports.document import Document
from anju.reports.issued import flatten
from anju.reports.writers.docx import write
from anju.scoring.assess import assess

MOST = 2
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="每种做法计时几遍（默认 15）")
    parser.add_argument("--look", dest="judged", action="store_false", help="只看比值，不判守没守住")
    asked = parser.parse_args(arguments)
    promises, document = Promises(asked.judged), _document()
    with tempfile.TemporaryDirectory() as folder:
        return _measure(promises, document, Path(folder), asked.rounds)


def _measure(promises: Promises, document: Document, folder: Path, rounds: int) -> int:
    ours, theirs = folder / "report.docx", folder / "docxtpl.docx"
    write(document, ours)
    template, context = _template(ours, folder), _context(document)
    promises.say(f"报告 {len(flatten(document)):,} 段，{len(context):,} 个数各有一个控件")
    if not importlib.util.find_spec("docxtpl"):
        promises.say("没有装 docxtpl，只看写出来的文字与留底一样不一样；make bench 会装")
        return 0 if _same(promises, document, ours) else 1
    _fill(template, context, theirs)
    if not (_same(promises, document, ours) and _same(promises, document, theirs)):
        return 1
    ways = {"ours": partial(write, document, ours), "docxtpl": partial(_fill, template, context, theirs)}
    found = take_turns(ways, rounds)
    mine, theirs_took = (1000 * found.median(way) for way in ways)
    promises.say(f"  带控件写出 {mine:.0f} 毫秒，docxtpl 填好的版面 {theirs_took:.0f} 毫秒")
    promises.keep("带控件写出÷docxtpl 不带控件", found.ratio("ours", "docxtpl"), MOST)
    return promises.status


def _document() -> Document:
    policy = load_policy()
    return compose(Book(assess(dengkou_2023(policy), policy)))


def _fill(template: Path, context: dict[str, str], path: Path) -> None:
    """What docxtpl's users do: open the template, fill it, save it."""
    from docxtpl import DocxTemplate  # noqa: PLC0415  (only make bench installs it)

    opened = DocxTemplate(template)
    opened.render(context, autoescape=True)
    opened.save(path)


def _context(document: Document) -> dict[str, str]:
    return {figure.mark: figure.text for paragraph in flatten(document) for figure in paragraph.figures}


def _template(written: Path, folder: Path) -> Path:
    """The report with all its words and looks in place and `{{ f12 }}` where a figure stood, so that docxtpl has
    nothing to do but to fill in the figures."""
    path = folder / "template.docx"
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.namelist():
            content = source.read(member)
            target.writestr(member, _without_controls(content) if member == BODY else content)
    return path


def _without_controls(content: bytes) -> bytes:
    root = etree.fromstring(content)
    for control in list(root.iter(f"{W}sdt")):
        alias = control.find(f"{W}sdtPr/{W}alias").get(f"{W}val")
        run = control.find(f"{W}sdtContent/{W}r")
        run.find(f"{W}t").text = "{{ " + alias.rpartition(" ")[2] + " }}"
        control.getparent().replace(control, run)
    for mark in [*root.iter(f"{W}bookmarkStart"), *root.iter(f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _same(promises: Promises, document: Document, path: Path) -> bool:
    """The file says what was issued, to the last cell; nothing is timed before."""
    found = [paragraph.text for paragraph in read(path).paragraphs]
    wanted = [paragraph.text for paragraph in flatten(document)]
    if found == wanted:
        promises.say(f"{path.name} 的文字与留底一样，一段不差")
        return True
    wrong = next((n for n, pair in enumerate(zip(found, wanted, strict=False)) if pair[0] != pair[1]), len(wanted))
    promises.say(f"{path.name} 的文字与留底不一样，从第 {wrong + 1} 段起")
    return False


if __name__ == "__main__":
    raise SystemExit(main())
