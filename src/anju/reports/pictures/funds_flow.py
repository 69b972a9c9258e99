"""资金从来源到去向：哪些来源到位多少，拨付多少，支付、结转、收回多少，多少去向未说明。"""

from __future__ import annotations

from fractions import Fraction

from anju.figures.book import Book
from anju.reports.document import Drawing, Grid
from anju.reports.picture import Ink, Label, Picture, Shape
from anju.reports.pictures._amounts import Amount, ends, excess, kept_back, sources, stage
from anju.reports.pictures._flow import NODE, Bar, above, beside, height, into, node, out_of, stacked
from anju.reports.pictures._table import grid, number, shown, words
from anju.reports.pictures._words import SMALL

TITLE = "资金从来源到去向"
SAYS = (
    "从左到右：各来源到位、财政拨付、最后去向；高低与金额成比例。斜线是未填报或去向未说明的，未填报的高低不表示金额。"
)
WIDTH = 156.0
SOURCES, RECEIVED, PASSED_ON, ENDS = 38.0, 66.0, 92.0, 120.0
UNKNOWN = 30.0
"""mm of a step that nobody reported."""


class _Flow:
    """What the picture tells: the steps, the sources before them, the ends after them, and what does not balance."""

    def __init__(self, book: Book) -> None:
        self.received, self.passed_on = stage(book, "received", "到位"), stage(book, "passed_on", "拨付")
        self.sources = sources(book, self.received)
        self.kept = kept_back(book, self.received, self.passed_on)
        self.ends = ends(book, self.passed_on)
        paid = [each for each in self.ends if not each.rest]
        invested = Amount("总投资", book.figure("funds.raised.investment"))
        found = (
            excess(book, "拨付多于到位", [self.passed_on], self.received),
            excess(book, "支付、结转和收回多于拨付", paid, self.passed_on),
            excess(book, "拨付多于总投资", [self.passed_on], invested),
        )
        self.unbalanced = [each for each in found if each is not None]

    def amounts(self) -> list[Amount]:
        kept = [self.kept] if self.kept else []
        return [*self.sources, self.received, self.passed_on, *kept, *self.ends]


def draw(book: Book) -> Drawing | None:
    """None where nobody reported any amount."""
    flow = _Flow(book)
    known = [each.fen for each in flow.amounts() if each.fen]
    if not known:
        return None
    totals = (flow.sources, flow.ends, [flow.received], [flow.passed_on])
    most = max(sum((each.fen or Fraction(0) for each in some), Fraction(0)) for some in totals)
    bars = _bars(flow, most)
    bottom = max(bar.y + max(bar.height, 9) for some in bars for bar in some) + 4
    notes = [
        Label(0, bottom + 4.5 * line, f"不平：{each.title}{shown(each.found, '万元')}", size=SMALL)
        for line, each in enumerate(flow.unbalanced, 1)
    ]
    shapes = (*_bands(bars), *(bar.box() for some in bars for bar in some), *_labels(bars), *notes)
    tall = bottom + 4.5 * len(notes) + 3
    return Drawing(Picture("funds_flow", WIDTH, tall, shapes), TITLE, SAYS, _table(flow))


Bars = tuple[list[Bar], list[Bar], list[Bar], list[Bar]]
"""Sources, in place, passed on, ends: what was kept back comes last among them."""


def _bars(flow: _Flow, most: Fraction) -> Bars:
    """A step that nobody reported is as tall as its neighbour."""
    tall = height(flow.passed_on, most, UNKNOWN)
    received = node(flow.received, RECEIVED, most, tall, Ink.SOURCE)
    passed_on = node(flow.passed_on, PASSED_ON, most, received.height, Ink.SOURCE)
    last = [*flow.ends, *([flow.kept] if flow.kept else [])]
    return stacked(flow.sources, SOURCES, most, Ink.SOURCE), [received], [passed_on], stacked(last, ENDS, most, Ink.USE)


def _bands(bars: Bars) -> list[Shape]:
    starts, (received,), (passed_on,), last = bars
    kept = [bar for bar in last if bar.amount.title == "未拨付"]
    others = [bar for bar in last if bar not in kept]
    shapes = into(starts, received, Ink.SOURCE)
    shapes += into([_part(received, passed_on)], passed_on, Ink.SOURCE)
    shapes += out_of(passed_on, others, Ink.USE)
    return shapes + out_of(received, kept, Ink.USE, passed_on.height)


def _part(bar: Bar, to: Bar) -> Bar:
    """As much of a bar as the next one takes."""
    return Bar(bar.amount, bar.x, bar.y, min(bar.height, to.height), bar.ink)


def _labels(bars: Bars) -> list[Shape]:
    starts, (received,), (passed_on,), last = bars
    shapes = [label for bar in starts for label in beside(bar, SOURCES - 2, left=True)]
    shapes += [*above(received), *above(passed_on)]
    return shapes + [label for bar in last for label in beside(bar, WIDTH - ENDS - NODE - 2, left=False)]


def _table(flow: _Flow) -> Grid:
    """Every amount of the picture, what does not balance last."""
    steps = [("来源", flow.sources), ("到位", [flow.received]), ("拨付", [flow.passed_on]), ("去向", flow.ends)]
    steps += [("去向", [flow.kept] if flow.kept else []), ("不平", flow.unbalanced)]
    rows = [
        (words(step), words(_named(each)), number(each.found, "万元")) for step, amounts in steps for each in amounts
    ]
    return grid(("环节", "名目", "金额（万元）"), rows, (20, 50, 30), TITLE)


def _named(amount: Amount) -> str:
    return f"{amount.title}（{amount.note}）" if amount.note else amount.title
