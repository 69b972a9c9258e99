"""补什么最管用：按能多证实的分从多到少。"""

from __future__ import annotations

from lxml import etree

from anju.figures.book import Book
from anju.policy.scheme import points_text
from anju.reports.writers.html.tags import section, tag
from anju.scoring.advise import Advice


def advice(book: Book) -> etree._Element:
    """Each piece with what the whole score would gain, which was computed, not guessed."""
    found = book.assessment.advice
    if not found:
        return section("advice", "补什么最管用", tag("p", "没有可补的材料。"))
    said = tag("p", "每一条都真算过：补上之后，总分里已证实的分多这么多；几条一起补，不一定等于相加。", class_="quiet")
    return section("advice", "补什么最管用", said, tag("ol", [_entry(each) for each in found], class_="advice"))


def _entry(each: Advice) -> etree._Element:
    gain = tag("strong", f"＋{points_text(each.gain)}分", class_="gain")
    what = tag("span", f"{each.item.item.code} {each.item.item.title}·{each.part.title}", class_="what")
    return tag("li", gain, what, tag("ul", [tag("li", line) for line in each.says]))
