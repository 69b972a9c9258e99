"""凭此可以重算：快照、政策、评分表、截至日和代码，五样一样，结果就一样。"""

from __future__ import annotations

from lxml import etree

from anju.figures.book import Book
from anju.reports.document import Document
from anju.reports.writers.html.tags import facts, section, tag


def identity(book: Book, document: Document) -> etree._Element:
    depends = book.provenance
    said = facts(
        (
            ("快照", tag("code", depends.snapshot)),
            ("政策", tag("code", depends.policy)),
            ("评分表", tag("code", depends.scheme)),
            ("截至日", tag("code", depends.as_of)),
            ("代码", tag("code", depends.code)),
            ("报告编号", tag("code", document.id)),
        )
    )
    words = "以上各分数只取决于快照、政策、评分表、截至日和代码；五样相同，谁算都一样。"
    return section("identity", "凭此可以重算", tag("p", words), said)
