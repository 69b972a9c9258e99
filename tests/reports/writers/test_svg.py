"""SVG：读得出标题，不取外面的任何东西，名字再怪也只是字。"""

from lxml import etree

from anju.reports.picture import LOOKS, Band, Box, Ink, Label, Line, Picture
from anju.reports.writers import svg

ALL = Picture(
    "demo",
    100,
    50,
    (
        Box(1, 2, 3, 4, Ink.PROVED, "score.total.confirmed"),
        Box(5, 2, 3, 4, Ink.POSSIBLE),
        Box(9, 2, 3, 4, Ink.LOST),
        Band(10, 0, 5, 30, 10, 5, Ink.SOURCE),
        Band(10, 20, 5, 30, 10, 5, Ink.POSSIBLE),
        Line(0, 0, 10, 0, Ink.LINE),
        Label(3, 40, "<script>alert(1)</script>&\x00", "end", 3.6),
    ),
)


def parsed() -> etree._Element:
    return etree.fromstring(svg.text(ALL, "标题", "说明"))


def named(root: etree._Element, name: str) -> list[etree._Element]:
    return [each for each in root.iter() if etree.QName(each).localname == name]


def test_title_and_description_come_first_and_name_the_picture() -> None:
    root = parsed()
    assert [etree.QName(each).localname for each in root][:2] == ["title", "desc"]
    assert root.get("aria-labelledby") == " ".join(each.get("id") for each in root[:2])
    assert (root.get("viewBox"), root[0].text, root[1].text) == ("0 0 100 50", "标题", "说明")


def test_a_hatched_area_points_at_its_own_pattern_and_a_solid_one_bears_its_colour() -> None:
    root = parsed()
    proved, possible, lost = named(root, "rect")[-3:]
    (pattern,) = named(root, "pattern")
    assert possible.get("fill") == f"url(#{pattern.get('id')})"
    assert proved.get("fill") == LOOKS[Ink.PROVED].fill
    assert lost.get("fill") == "#ffffff"
    assert lost.get("stroke") == LOOKS[Ink.LOST].edge
    assert proved.get("data-figure") == "score.total.confirmed"


def test_a_flow_keeps_its_width_from_edge_to_edge() -> None:
    path, hatched = named(parsed(), "path")
    assert path.get("d") == "M10,0 C20,0 20,10 30,10 L30,15 C20,15 20,5 10,5 Z"
    assert hatched.get("fill", "").startswith("url(#")


def test_words_are_only_words() -> None:
    written = svg.text(ALL, "标题", "说明")
    assert "<script" not in written
    assert named(parsed(), "text")[0].text == "<script>alert(1)</script>&\ufffd"


def test_nothing_is_fetched() -> None:
    outside = [value for each in parsed().iter() for value in each.attrib.values() if "//" in value]
    assert outside == []


def test_two_copies_on_a_page_share_no_name() -> None:
    first, second = (
        {each.get("id") for each in svg.element(ALL, "a", "b", prefix).iter() if each.get("id")} for prefix in "xy"
    )
    assert first
    assert not first & second
