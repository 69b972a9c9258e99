"""把一张图写成 EMF：Word 和 WPS 都认的矢量图，放大不糊；斜线一条条画，打印出来粗细不变。"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from anju.reports.picture import HATCH_STEP, HATCH_WIDTH, LINE_WIDTH, LOOKS, Band, Box, Ink, Label, Line, Picture, Shape
from anju.reports.writers.docx.emf_records import Point, Records

UNIT = 100
"""Hundredths of a millimetre."""
_STEPS = 16
"""Straight pieces a curve is drawn with."""
_STRAIGHT = 2**0.5


def emf(picture: Picture) -> bytes:
    """The picture as a file; the same picture gives the same bytes."""
    records = Records()
    width, height = _at(picture.width), _at(picture.height)
    records.begin(width, height)
    for shape in picture.shapes:
        _draw(records, shape)
    return records.file(width, height)


def _draw(records: Records, shape: Shape) -> None:
    if isinstance(shape, Box):
        right, low = shape.x + shape.width, shape.y + shape.height
        corners = ((shape.x, shape.y), (right, shape.y), (right, low), (shape.x, low))
        _area(records, [_point(*corner) for corner in corners], shape.ink)
    elif isinstance(shape, Band):
        _flow(records, shape)
    elif isinstance(shape, Line):
        ends = (_point(shape.x1, shape.y1), _point(shape.x2, shape.y2))
        records.lines([ends], LOOKS[shape.ink].edge, _at(LINE_WIDTH))
    else:
        _label(records, shape)


def _label(records: Records, label: Label) -> None:
    at = _point(label.x, label.y)
    records.text(at, label.text, _at(label.size), label.anchor, LOOKS[label.ink].edge)


def _area(records: Records, points: Sequence[Point], ink: Ink) -> None:
    look = LOOKS[ink]
    records.polygon(points, look.fill, None if look.hatched else look.edge, _at(LINE_WIDTH))
    if look.hatched:
        records.lines(hatched(points, round(HATCH_STEP * UNIT * _STRAIGHT)), look.edge, _at(HATCH_WIDTH))
        records.polygon(points, None, look.edge, _at(LINE_WIDTH))


def _flow(records: Records, band: Band) -> None:
    curves = band.curves()
    points = [_point(*each) for half in (curves[:4], curves[4:]) for each in _curve(half)]
    if LOOKS[band.ink].hatched:
        _area(records, points, band.ink)
    else:
        records.polygon(points, LOOKS[band.ink].pale, None, 0)


def _curve(four: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points of a cubic curve."""
    found = []
    for step in range(_STEPS + 1):
        part = step / _STEPS
        shares = ((1 - part) ** 3, 3 * part * (1 - part) ** 2, 3 * part**2 * (1 - part), part**3)
        across = sum(share * x for share, (x, _) in zip(shares, four, strict=True))
        down = sum(share * y for share, (_, y) in zip(shares, four, strict=True))
        found.append((across, down))
    return found


def hatched(points: Sequence[Point], step: int) -> list[tuple[Point, Point]]:
    """Lines rising at 45° inside a polygon: on each, x + y is a multiple of `step`."""
    sums = [x + y for x, y in points]
    found = []
    for number in range(ceil(min(sums) / step), max(sums) // step + 1):
        cuts = sorted(_cuts(points, number * step + 0.5))
        for left, right in zip(cuts[::2], cuts[1::2], strict=False):
            found.append(((round(left), round(number * step - left)), (round(right), round(number * step - right))))
    return found


def _cuts(points: Sequence[Point], total: float) -> list[float]:
    """Where the line x + y = total crosses the edges, as x; the half keeps it off the corners."""
    found = []
    for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True):
        before, after = x1 + y1 - total, x2 + y2 - total
        if before * after < 0:
            found.append(x1 + (x2 - x1) * before / (before - after))
    return found


def _point(x: float, y: float) -> Point:
    return _at(x), _at(y)


def _at(millimetres: float) -> int:
    return round(millimetres * UNIT)
