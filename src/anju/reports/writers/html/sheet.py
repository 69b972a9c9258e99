"""评分表：组、指标、评分点，一层层展开；每一步的算式、用到的数和佐证都在下面。"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from anju.figures.book import Book
from anju.kernel.outcome import Missing, NotApplicable, Value
from anju.policy.scheme import Group, Item, points_text
from anju.reports.writers.html.figures import Figures
from anju.reports.writers.html.tags import facts, section, tag
from anju.reports.writers.html.words import bar, basis
from anju.scoring.evaluation import ItemScore, PartScore

HEADS = ("代码", "指标", "分值", "已证实", "还能补", "已失去", "佐证", "结论")
WIDTHS = ("code", "title", "points", "points", "points", "points", "grade", "verdict")


class Sheet:
    """Writes the score sheet of one page."""

    def __init__(self, book: Book, figures: Figures) -> None:
        self._book, self._figures = book, figures
        self._found = book.assessment.evaluation

    def section(self) -> etree._Element:
        heads = tag("div", [tag("span", h, class_=w) for h, w in zip(HEADS, WIDTHS, strict=True)], class_="line heads")
        heads.set("aria-hidden", "true")  # each line says its own words again
        groups = [self._group(group) for group in self._found.scheme.groups.values()]
        help_ = tag("p", "点一行看它的算式、用到的数和佐证。", class_="quiet screen")
        return section("score", "评分", help_, tag("div", heads, groups, class_="sheet"))

    def _group(self, group: Group) -> etree._Element:
        items = [item for item in self._found.items if item.item.group == group.code]
        cells = self._cells(group, f"group.{group.code}", items)
        line = tag("h3", cells, tag("span"), tag("span"), class_="line group")
        return tag("div", line, [self._item(item) for item in items])

    def _item(self, item: ItemScore) -> etree._Element:
        of, policy = item.item, self._book.assessment.occasion.policy
        grade = tag(
            "span", tag("span", "佐证", class_="word"), f"{item.grade}级" if item.grade else "无", class_="grade"
        )
        cells = (*self._cells(of, of.code, [item]), grade, tag("span", verdict(item), class_="verdict"))
        parts = [self._part(item, part, number) for number, part in enumerate(item.parts, 1)]
        said = facts((("指标依据", basis(of.basis, policy)), ("评分办法", basis(of.scoring, policy))))
        return tag("details", tag("summary", cells, class_="line"), tag("div", said, parts, class_="parts"))

    def _cells(self, of: Group | Item, id: str, items: list[ItemScore]) -> Iterator[etree._Element]:
        """The cells of a line, each with its word for those who see no columns."""
        low, high = sum(item.confirmed for item in items), sum(item.at_most for item in items)
        lost = max(of.points - high - inapplicable(items), 0)
        ids = (f"score.{id}.confirmed", f"score.{id}.at_most - score.{id}.confirmed", self._lost(id, items))
        numbers = [self._figures.of(each, f"评分表{of.code}", "分", bare=True) for each in ids]
        yield tag("span", of.code, class_="code")
        drawn = bar(low, high, lost, f"{of.title}的得分") if low + lost + high else None
        yield tag("span", of.title, drawn, class_="title")
        for word, number in zip(HEADS[2:6], (points_text(of.points), *numbers), strict=True):
            yield tag("span", tag("span", word, class_="word"), number, class_="points")

    def _lost(self, of: str, items: list[ItemScore]) -> str:
        """The id of what can no longer be had: not what does not apply."""
        outside = ""
        if self._found.scheme.not_applicable != "full":
            outside = "".join(
                f" - score.{item.item.code}.{number}.points"
                for item in items
                for number, part in enumerate(item.parts, 1)
                if isinstance(part.outcome, NotApplicable)
            )
        return f"score.{of}.points - score.{of}.at_most{outside}"

    def _part(self, item: ItemScore, part: PartScore, number: int) -> etree._Element:
        of, where = f"score.{item.item.code}.{number}", f"评分点{item.item.code}·{part.title}"
        low, high = (self._figures.of(f"{of}.{end}", where, "分") for end in ("confirmed", "at_most"))
        heading = tag("h4", f"{part.title}（{points_text(part.part.points)}分）：已证实 ", low, "，最多 ", high)
        why = part.outcome.why if isinstance(part.outcome, NotApplicable) else None
        used = [[f"{title} ", self._figures.of(id, where), "　"] for id, title in _sums(part)]
        said = facts(
            (
                ("算式", tag("ul", [tag("li", line) for line in part.working]) if part.working else None),
                ("不适用", why),
                ("用到的数", used or None),
                ("佐证", part.cap.line or None),
            )
        )
        return tag("div", heading, said, class_="part")


def _sums(part: PartScore) -> Iterator[tuple[str, str]]:
    """Id and title of each sum the rule looked at."""
    for name, (each, _) in part.sums.items():
        yield f"{part.part.measure}.{name}", each.title


def inapplicable(items: list[ItemScore]) -> int:
    """Points of what does not apply."""
    parts = (part for item in items for part in item.parts)
    return sum(part.part.points for part in parts if isinstance(part.outcome, NotApplicable))


def verdict(item: ItemScore) -> str:
    """What became of an item, in a word or two."""
    gate = any(part.part.rule == "gate" for part in item.parts)
    if isinstance(item.outcome, NotApplicable):
        return "不适用"
    if isinstance(item.outcome, Missing):
        return "说不清" if gate else "未填报"
    if gate:
        return "通过" if all(part.outcome == Value(True) for part in item.parts) else "未通过"
    lacking = sum(isinstance(part.outcome, Missing) for part in item.parts)
    return f"{lacking}个评分点未填报" if lacking else "已填报"
