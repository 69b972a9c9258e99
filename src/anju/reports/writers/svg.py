"""把一张图写成 SVG：可缩放、不取外面的任何东西，颜色之外还有斜线，灰度打印也分得清。"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from anju.reports.picture import HATCH_STEP, HATCH_WIDTH, LINE_WIDTH, LOOKS, Band, Box, Ink, Label, Line, Picture, Shape
from anju.reports.writers.xml_text import clean

NAMESPACE = "http://www.w3.org/2000/svg"
FONTS = '"Noto Sans CJK SC","PingFang SC","Microsoft YaHei","Source Han Sans SC",sans-serif'


def element(picture: Picture, title: str, says: str, prefix: str = "") -> etree._Element:
    """The picture as an `svg` element, in mm of its own, as wide as it is allowed to be.

    `title` and `says` are read aloud to those who cannot see it. `prefix` tells apart two copies on one page.
    """
    mark = f"{prefix}{picture.name}"
    svg = etree.Element(_name("svg"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # the stubs forget None
    svg.set("viewBox", f"0 0 {_mm(picture.width)} {_mm(picture.height)}")
    svg.set("width", f"{_mm(picture.width)}mm")
    svg.set("height", f"{_mm(picture.height)}mm")
    svg.set("role", "img")
    svg.set("aria-labelledby", f"{mark}-title {mark}-says")
    svg.set("font-family", FONTS)
    _child(svg, "title", id=f"{mark}-title").text = clean(title)
    _child(svg, "desc", id=f"{mark}-says").text = clean(says)
    hatched = sorted({shape.ink for shape in picture.shapes if isinstance(shape, Box | Band)})
    for ink in (ink for ink in hatched if LOOKS[ink].hatched):
        _hatch(svg, mark, ink)
    for shape in picture.shapes:
        _draw(svg, shape, mark)
    return svg


def text(picture: Picture, title: str, says: str) -> str:
    """The same as a file of its own."""
    return etree.tostring(element(picture, title, says), encoding="unicode", pretty_print=True)


def _draw(svg: etree._Element, shape: Shape, mark: str) -> None:
    if isinstance(shape, Box):
        place = {"x": shape.x, "y": shape.y, "width": shape.width, "height": shape.height}
        _child(svg, "rect", **_size(place), **_area(shape.ink, mark), **_figure(shape.figure))
    elif isinstance(shape, Band):
        _child(svg, "path", d=" ".join(_path(shape)), **_flow(shape.ink, mark))
    elif isinstance(shape, Line):
        ends = {"x1": shape.x1, "y1": shape.y1, "x2": shape.x2, "y2": shape.y2}
        _child(svg, "line", **_size(ends), stroke=LOOKS[shape.ink].edge, stroke_width=_mm(LINE_WIDTH))
    else:
        _label(svg, shape)


def _label(svg: etree._Element, label: Label) -> None:
    place = _size({"x": label.x, "y": label.y, "font_size": label.size})
    written = _child(svg, "text", **place, fill=LOOKS[label.ink].edge, **_figure(label.figure))
    if label.anchor != "start":
        written.set("text-anchor", label.anchor)
    written.text = clean(label.text)


def _area(ink: Ink, mark: str) -> dict[str, str]:
    look = LOOKS[ink]
    ground = f"url(#{mark}-{ink.value})" if look.hatched else look.fill or "none"
    return {"fill": ground, "stroke": look.edge, "stroke_width": _mm(LINE_WIDTH)}


def _flow(ink: Ink, mark: str) -> dict[str, str]:
    return _area(ink, mark) if LOOKS[ink].hatched else {"fill": LOOKS[ink].pale}


def _path(band: Band) -> Iterator[str]:
    """Move, curve, line, curve back, close."""
    points = [f"{_mm(x)},{_mm(y)}" for x, y in band.curves()]
    yield f"M{points[0]} C{' '.join(points[1:4])}"
    yield f"L{points[4]} C{' '.join(points[5:8])} Z"


def _hatch(svg: etree._Element, mark: str, ink: Ink) -> None:
    """The pattern of a hatched ink: one line a tile, turned by 45°."""
    look, step = LOOKS[ink], _mm(HATCH_STEP)
    pattern = _child(svg, "pattern", id=f"{mark}-{ink.value}", width=step, height=step, patternUnits="userSpaceOnUse")
    pattern.set("patternTransform", "rotate(45)")
    _child(pattern, "rect", width=step, height=step, fill=look.fill or "none")
    _child(pattern, "line", x1="0", y1="0", x2="0", y2=step, stroke=look.edge, stroke_width=_mm(HATCH_WIDTH * 2))


def _figure(id: str) -> dict[str, str]:
    return {"data_figure": clean(id)} if id else {}


def _size(numbers: dict[str, float]) -> dict[str, str]:
    return {name: _mm(value) for name, value in numbers.items()}


def _mm(value: float) -> str:
    """At most three decimals, always written the same way."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def _child(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    """A child of the same namespace; `stroke_width` becomes stroke-width."""
    child = etree.SubElement(parent, _name(name))
    for key, value in attributes.items():
        child.set(key.replace("_", "-"), value)
    return child


def _name(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"
