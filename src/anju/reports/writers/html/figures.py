"""页上的每个数：点开看它的值、怎么算、背后是哪些行、印在哪里。"""

from __future__ import annotations

from collections import defaultdict

from lxml import etree

from anju.facts.fact_row import FactRow
from anju.figures.book import Book
from anju.figures.figure import Figure
from anju.kernel.outcome import NotApplicable, Outcome, Value
from anju.reports.document import Printed
from anju.reports.writers.html.rows import Rows, brief
from anju.reports.writers.html.tags import Child, facts, scrolled, section, tag

PLACES = 12
"""Places named on a card; a number that stands everywhere need not say so everywhere."""
STORED_IN = {
    "fen": "分",
    "dm2": "平方分米",
    "count": "个",
    "share": "万分之一",
    "points": "万分之一分",
    "thousandth": "千分之一",
}


class Figures:
    """Collects the figures of one page as they are printed, and tells of each on a card of its own."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._tables = Rows(book)
        self._numbers: dict[str, int] = {}
        self._figures: list[Figure] = []
        self._places: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._units: dict[str, str] = {}
        self._rows_of: dict[tuple[FactRow, ...], Figure] = {}

    @property
    def illustrative(self) -> bool:
        return any(figure.illustrative for figure in self._figures)

    def printed(self, run: Printed, where: str, mark: str = "") -> etree._Element:
        """The figure as printed at one place, `where` in words; `mark` is its name in the record of issue."""
        figure, text = run.figure, run.text
        if figure.id not in self._numbers:
            self._figures.append(figure)
            self._numbers[figure.id] = len(self._figures)
        number, places = self._numbers[figure.id], self._places[figure.id]
        id = mark or f"at-{number}-{len(places) + 1}"
        places.append((id, f"{where}：{text}"))
        if run.unit:
            self._units.setdefault(figure.id, run.unit)
        label = f"{figure.title}：{text}{'（示例）' if figure.illustrative else ''}"
        return tag("a", text, href=f"#figure-{number}", id=id, class_="figure", title=label)

    def of(self, id: str, where: str, unit: str = "", bare: bool = False) -> Child:
        """The figure of that id, or the word for why there is none."""
        return self.outcome(self._book.figure(id), where, unit, bare)

    def outcome(self, found: Outcome[Figure], where: str, unit: str = "", bare: bool = False) -> Child:
        if isinstance(found, Value):
            text = found.value.printed(unit, bare=bare, grouped=True)
            return self.printed(Printed(found.value, text, unit), where)
        if isinstance(found, NotApplicable):
            return tag("span", "不适用", class_="none", title=found.why)
        return tag("span", "未填报", class_="none", title=found.what)

    def section(self) -> etree._Element:
        """The list of all figures, and their cards; a card shows when a link names it."""
        heads = tag("tr", [tag("th", word, scope="col") for word in ("数", "印作", "怎么算的", "背后的行", "依据性质")])
        lines = [self._line(figure) for figure in self._figures]
        table = tag("table", tag("thead", heads), tag("tbody", lines), class_="list", id="figure-list")
        words = "页上带下划点线的数，点一下就打开它的值、算法和背后的事实表的行；没有的写未填报，从不当作零。"
        listed = tag(
            "details", tag("summary", f"列出全部{len(self._figures)}个数"), scrolled(table, "全部的数"), class_="kept"
        )
        cards = tag("div", [self._card(figure) for figure in self._figures], class_="cards")
        paper = "每个数的值、算法和背后的行见同一文件夹里的 trace.json；要在纸上列出，先在屏幕上展开这里的表再打印。"
        said = [tag("p", words, class_="screen"), tag("p", paper, class_="paper-only")]
        return section("figures", "数从哪里来", said, listed, cards)

    def _text(self, figure: Figure) -> str:
        """In the unit it is printed in somewhere on the page, if any: a count alone does not know what it counts."""
        return figure.printed(self._units.get(figure.id, ""), grouped=True)

    def _line(self, figure: Figure) -> etree._Element:
        link = tag("a", figure.title, href=f"#figure-{self._numbers[figure.id]}")
        sure = figure.assurance.label if figure.assurance else "—"
        value = tag("td", self._text(figure), class_="number" if figure.value is not None else None)
        return tag("tr", tag("th", link, scope="row"), value, _cell(figure.working), _cell(brief(figure)), _cell(sure))

    def _card(self, figure: Figure) -> etree._Element:
        number, places = self._numbers[figure.id], self._places[figure.id]
        title = tag("h3", figure.title, id=f"figure-{number}-title")
        close = tag("a", "关闭", href=f"#{places[0][0]}", class_="close")
        value = tag("p", self._text(figure), class_="value")
        if figure.illustrative:
            value.append(tag("span", "示例", class_="badge"))
        said = facts(
            (
                ("怎么算的", figure.working or None),
                ("依据性质", f"{figure.assurance.label}（各行里最差的）" if figure.assurance else None),
                ("口径", tag("code", figure.measure)),
                ("准确值", _exact(figure)),
                ("印在", tag("ul", [tag("li", tag("a", where, href=f"#{id}")) for id, where in places[:PLACES]])),
            )
        )
        label = f"figure-{number}-title"
        parts = (tag("div", title, close, class_="bar"), value, said, self._rows(figure))
        return tag("section", *parts, id=f"figure-{number}", class_="card", aria_labelledby=label, tabindex="-1")

    def _rows(self, figure: Figure) -> Child:
        """The rows, once for all figures that have the same ones."""
        if not figure.rows:
            return tag("p", "这个数不出自事实表的行。", class_="quiet")
        first = self._rows_of.setdefault(figure.rows, figure)
        if first is not figure and len(figure.rows) > 3:
            link = tag("a", first.title, href=f"#figure-{self._numbers[first.id]}")
            return tag("p", f"背后的{len(figure.rows)}行与“", link, "”的相同。")
        return self._tables.tables(figure, self._units.get(figure.id, ""))


def _exact(figure: Figure) -> str | None:
    """The stored value, which no print has rounded."""
    return None if figure.value is None else f"{figure.value}，以{STORED_IN[figure.stored]}计"


def _cell(words: str) -> etree._Element:
    return tag("td", words)
