"""改造任务的计划与实际：逐小区画户数；只有全县数的，画全县的小区、楼栋、户数和面积。"""

from __future__ import annotations

from anju.facts._table import WHOLE_COUNTY
from anju.facts.preference import prefers_whole
from anju.figures.book import Book
from anju.kernel.outcome import Value
from anju.reports.document import Drawing, Grid
from anju.reports.picture import Picture
from anju.reports.pictures._pairs import Pair, across, below
from anju.reports.pictures._table import grid, number, words

TITLE = "改造任务的计划与实际"
BY_COMMUNITY = "各小区改造户数：计划与实际"
WHOLE = "全县改造任务：计划与实际"
_LEGEND = "灰条是计划，绿条是实际，都从零画起；斜线短条是未填报的，长短不表示多少。"
MOST = 40
"""Communities that fit on a page; of more the largest are drawn."""
WIDTH = 156.0
COUNTY = (
    ("communities", "小区", "个"),
    ("buildings", "楼栋", "栋"),
    ("households", "户数", "户"),
    ("area", "面积", "万㎡"),
)


def draw(book: Book) -> Drawing | None:
    """None where nobody planned anything, or said how much."""
    places = _places(book)
    if places:
        return _by_community(book, places)
    pairs = [
        Pair(title, unit, book.figure(f"quantities.{name}.planned"), book.figure(f"quantities.{name}.actual"))
        for name, title, unit in COUNTY
    ]
    if not any(isinstance(found, Value) for pair in pairs for found in (pair.planned, pair.actual)):
        return None
    shapes, tall = below(pairs, WIDTH)
    return Drawing(Picture("communities_against_plan", WIDTH, tall, shapes), WHOLE, _LEGEND, _table(pairs, "任务"))


def _places(book: Book) -> list[str]:
    """The plan's communities, unless law 4 lets the county's own row count before them."""
    rows = [row for row in book.rows("renovations") if row["households_planned"] is not None]
    whole = [row["assurance"] for row in rows if row["community"] == WHOLE_COUNTY]
    single = [row["assurance"] for row in rows if row["community"] != WHOLE_COUNTY]
    if prefers_whole(whole, single):
        return []
    return [row["community"] for row in book.rows("renovations") if row["community"] != WHOLE_COUNTY]


def _by_community(book: Book, places: list[str]) -> Drawing | None:
    names = {row["community"]: row["name"] for row in book.rows("communities")}
    pairs = sorted((_pair(book, place, names.get(place) or place) for place in places), key=lambda pair: -pair.size)
    if not any(pair.size for pair in pairs):
        return None
    shapes, tall = across(pairs[:MOST], WIDTH)
    says = _LEGEND if len(pairs) <= MOST else f"{_LEGEND}图上只画计划户数最多的小区，全部小区在表里。"
    return Drawing(Picture("communities_against_plan", WIDTH, tall, shapes), BY_COMMUNITY, says, _table(pairs, "小区"))


def _pair(book: Book, place: str, name: str) -> Pair:
    of = f"cell.renovations.{place}.households"
    return Pair(name, "户", book.figure(f"{of}_planned"), book.figure(f"{of}_actual"))


def _table(pairs: list[Pair], what: str) -> Grid:
    rows = [
        (words(pair.title), words(pair.unit), number(pair.planned, pair.unit), number(pair.actual, pair.unit))
        for pair in pairs
    ]
    return grid((what, "单位", "计划", "实际"), rows, (40, 16, 22, 22), TITLE)
