"""网页 index.html：一个文件，不用联网也不用服务器，没有脚本照样读，每个数点得到它的行。"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from lxml import etree, html

from anju.figures.book import Book
from anju.reports.document import Document
from anju.reports.writers.html import top
from anju.reports.writers.html.advice import advice
from anju.reports.writers.html.figures import Figures
from anju.reports.writers.html.findings import findings
from anju.reports.writers.html.identity import identity
from anju.reports.writers.html.pictures import pictures
from anju.reports.writers.html.sheet import Sheet
from anju.reports.writers.html.tags import tag
from anju.reports.writers.html.text import Text

_HERE = Path(__file__).parent


def write(book: Book, document: Document, path: Path) -> None:
    """Write the page. OSError when the file cannot be written."""
    path.write_text(page(book, document), encoding="utf-8", newline="\n")


def page(book: Book, document: Document) -> str:
    """The whole page as text; it asks nothing of any other file or host."""
    figures = Figures(book)
    parts = [
        top.result(book, document, figures),
        findings(book, figures),
        Sheet(book, figures).section(),
        pictures(book, figures),
        advice(book),
        Text(document, figures).section(),
        figures.section(),
        identity(book, document),
    ]
    sample = top.sample_note() if document.sample or figures.illustrative else None
    body = tag(
        "body",
        sample,
        top.banner(book),
        tag("main", parts),
        _script(),
        class_="sampled" if sample is not None else None,
    )
    root = tag("html", _head(book), body, lang="zh-CN")
    written: str = html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>")
    return written + "\n"


def _head(book: Book) -> etree._Element:
    head = book.assessment.snapshot.head
    title = f"{head.region_name}{head.year}年度城镇老旧小区改造绩效评价"
    style = tag("style")
    style.text = _read("page.css")
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy()),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("link", rel="icon", href="data:,"),
        style,
    )


def _policy() -> str:
    """Whatever slipped into a name: nothing is fetched, and no script runs but our own."""
    digest = base64.b64encode(hashlib.sha256(_read("page.js").encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{digest}'"


def _script() -> etree._Element:
    script = tag("script")
    script.text = _read("page.js")
    return script


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
