"""页首：哪个县、哪一年、截至哪天、按哪张表，得了多少分，还有多少说不清。"""

from __future__ import annotations

from lxml import etree

from anju.figures.book import Book
from anju.kernel.finding import Severity
from anju.kernel.period import chinese_date
from anju.policy.scheme import points_text
from anju.reports.document import Document
from anju.reports.writers.html.figures import Figures
from anju.reports.writers.html.tags import Child, facts, tag
from anju.reports.writers.html.words import assurance, bar, basis, grade
from anju.scoring.grade import bands_in_words

SAMPLE = "样张·演示数据"


def banner(book: Book) -> etree._Element:
    head = book.assessment.snapshot.head
    where = tag("p", tag("strong", "安居"), f"　{head.region_name}　{head.year}年度", class_="where")
    return tag("header", where, _links(), class_="top")


def _links() -> etree._Element:
    parts = {
        "result": "结论",
        "findings": "问题",
        "score": "评分",
        "pictures": "图",
        "advice": "建议",
        "report": "报告",
        "figures": "数",
        "identity": "凭据",
    }
    return tag("nav", [tag("a", word, href=f"#{id}") for id, word in parts.items()], aria_label="本页各部分")


def result(book: Book, document: Document, figures: Figures) -> etree._Element:
    """The heading of the page, and what came out."""
    found, head = book.assessment, book.assessment.snapshot.head
    scheme = found.evaluation.scheme
    title = tag("h1", f"{head.region_name}{head.year}年度城镇老旧小区改造绩效评价")
    said = facts(
        (
            ("填报单位", "、".join(document.head.issuers) or "未填报"),
            ("截至日", chinese_date(found.occasion.as_of)),
            ("评分表", [f"{scheme.title}（{scheme.code}）　", basis(scheme.basis, found.occasion.policy)]),
            ("等级", [tag("strong", grade(found)), _bands(book)]),
            ("问题", _counted(book)),
        )
    )
    return tag("section", title, _total(book, figures), said, id="result")


def _total(book: Book, figures: Figures) -> list[etree._Element]:
    """「已证实 18.25 分，最多 99.5 分」 and its bar; the words say the same as the bar."""
    found = book.assessment.evaluation
    low, high, full = found.confirmed, found.at_most, found.scheme.total
    proved = figures.of("score.total.confirmed", "页首的总分", "分", bare=True)
    most = figures.of("score.total.at_most", "页首的总分", "分", bare=True)
    words = tag("p", "已证实 ", tag("strong", proved), " 分，最多 ", tag("strong", most), " 分", class_="total")
    words.append(tag("span", f"（满分 {points_text(full)} 分）", class_="quiet"))
    parts = (("proved", "已证实", low), ("possible", "还能补", high - low), ("lost", "已失去", full - high))
    said = f"已证实{points_text(low)}分，还能补{points_text(high - low)}分，已失去{points_text(full - high)}分"
    keys = [
        tag("li", tag("span", class_=f"sample {ink}"), f"{word} {points_text(points)} 分")
        for ink, word, points in parts
    ]
    return [words, bar(low, high, full - high, said), tag("ul", keys, class_="legend")]


def _bands(book: Book) -> Child:
    found = book.assessment
    bands = found.occasion.policy.parameters[found.evaluation.scheme.grades]
    here = bands.at(found.evaluation.scheme.region, found.occasion.year_end)
    return ["　分档：", bands_in_words(here.value), assurance(here.citation.assurance)]


def _counted(book: Book) -> Child:
    counts = [(each, sum(f.severity is each for f in book.assessment.findings)) for each in Severity]
    said = "，".join(f"{severity.label} {count} 条" for severity, count in counts if count)
    return tag("a", said, href="#findings") if said else "没有核出问题"


def sample_note() -> etree._Element:
    """Stays in sight on the screen, and stands on every printed page."""
    return tag("p", SAMPLE, class_="sample-note", role="note")
