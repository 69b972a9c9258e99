"""核出的问题：重的在前，每条写明说了什么、在哪里、怎么算的、依据哪份文件。"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from anju.figures.book import Book
from anju.kernel.finding import Finding, Status
from anju.reports.writers.html.figures import Figures
from anju.reports.writers.html.tags import Child, facts, section, tag
from anju.reports.writers.html.words import basis, place


def findings(book: Book, figures: Figures) -> etree._Element:
    """All findings of the assessment, worst first as they come."""
    found = book.assessment.findings
    if not found:
        return section("findings", "核出的问题", tag("p", "没有核出问题。"))
    seen: Counter[str] = Counter()
    entries = []
    for number, finding in enumerate(found, 1):
        seen[finding.code] += 1
        entries.append(_entry(book, figures, finding, number, seen[finding.code]))
    return section("findings", f"核出的问题（{len(found)}条）", tag("ol", entries, class_="findings"))


def _entry(book: Book, figures: Figures, finding: Finding, number: int, nth: int) -> etree._Element:
    status = "" if finding.status is Status.OPEN else f"·{finding.status.label}"
    mark = tag("span", f"{finding.severity.label}{status}", class_=f"mark {finding.severity.value}")
    said = facts(
        (
            ("位置", place(finding.where)),
            ("算式", _computation(finding, figures, number, nth)),
            ("依据", basis(finding.basis, book.assessment.occasion.policy) if finding.basis else None),
            ("核查", tag("code", finding.code)),
        )
    )
    details = tag("details", tag("summary", "位置、算式和依据"), said)
    return tag("li", tag("p", mark, finding.message), details, id=f"finding-{number}")


def _computation(finding: Finding, figures: Figures, number: int, nth: int) -> Child:
    """What was written and what comes out are figures of their own, and lead to their rows."""
    computed = finding.computation
    if computed is None:
        return None
    said: list[Child] = []
    for word, title in (("stated", "写的是"), ("computed", "算出来是")):
        if getattr(computed, word) is not None:
            said.append([title, " ", figures.of(f"finding.{finding.code}.{nth}.{word}", f"问题第{number}条"), "；"])
    if computed.operands:
        said.append(f"用到：{'、'.join(computed.operands)}")
    return said
