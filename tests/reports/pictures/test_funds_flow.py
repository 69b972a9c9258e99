"""资金图：高低与金额成比例；不知道的是斜线，不是零；不平的写出来。"""

import itertools
from typing import Any

import pytest
from assessed import complete, dengkou, nothing
from reports.pictures._counties import county, invented, labels, table

from anju.kernel.assurance import RowAssurance
from anju.reports.picture import Band, Box, Ink, Label
from anju.reports.pictures import funds_flow
from anju.reports.pictures._words import wide


def move(number: int, kind: str, amount: float | None, source: str | None = None) -> dict[str, Any]:
    said = {"编号": str(number), "小区": "*", "事项": kind, "金额": amount, "资金来源": source}
    return {name: value for name, value in said.items() if value is not None}


def boxes(drawing: Any) -> dict[str, Box]:
    return {shape.figure: shape for shape in drawing.picture.shapes if isinstance(shape, Box) and shape.figure}


def test_the_county_of_the_report_shows_what_it_told_and_what_it_did_not() -> None:
    drawing = funds_flow.draw(dengkou())
    assert table(drawing) == [
        ["来源", "上级资金（原文未分级次）", "2,021.00"],
        ["来源", "地方配套资金（原文未分级次）", "79.01"],
        ["到位", "到位", "2,100.01"],
        ["拨付", "拨付", "2,100.01"],
        ["去向", "去向未说明（支付、结转下年、财政收回未填报）", "2,100.01"],
        ["不平", "拨付多于总投资", "66.78"],
    ]
    assert "不平：拨付多于总投资66.78万元" in labels(drawing)


def test_heights_are_in_proportion_and_sources_make_up_what_is_in_place() -> None:
    found = boxes(funds_flow.draw(complete()))
    received, paid = found["funds.balance.received"], found["funds.balance.paid"]
    book = complete()
    values = {id: book.figure(id).value.value for id in found}
    assert received.height / paid.height == pytest.approx(
        float(values["funds.balance.received"] / values["funds.balance.paid"])
    )
    sources = [box for id, box in found.items() if id.startswith("source.received.")]
    assert len(sources) == 6
    assert sum(box.height for box in sources) == pytest.approx(received.height)


def test_nobody_told_of_payments_so_the_way_is_hatched_and_not_empty() -> None:
    drawing = funds_flow.draw(dengkou())
    assert drawing
    last = max((shape for shape in drawing.picture.shapes if isinstance(shape, Box)), key=lambda box: box.x)
    assert (last.ink, last.height > 0) == (Ink.POSSIBLE, True)
    assert any(isinstance(shape, Band) and shape.ink is Ink.POSSIBLE for shape in drawing.picture.shapes)
    assert "0.00万元" not in labels(drawing)


def test_what_came_from_nowhere_is_said() -> None:
    book = county(
        资金流水=[move(1, "到位", 100, "中央"), move(2, "到位", 50), move(3, "拨付", 200), move(4, "支付", 220)]
    )
    drawing = funds_flow.draw(book)
    assert ["来源", "未写明来源", "50.00"] in table(drawing)
    assert table(drawing)[-2:] == [["不平", "拨付多于到位", "50.00"], ["不平", "支付、结转和收回多于拨付", "20.00"]]


def test_what_was_kept_back_leaves_from_the_treasury() -> None:
    book = county(资金流水=[move(1, "到位", 150, "县"), move(2, "拨付", 90), move(3, "支付", 60), move(4, "收回", 5)])
    assert table(funds_flow.draw(book))[-4:] == [
        ["去向", "支付", "60.00"],
        ["去向", "财政收回", "5.00"],
        ["去向", "去向未说明（结转下年未填报）", "25.00"],
        ["去向", "未拨付", "60.00"],
    ]


def test_an_unknown_step_is_hatched_and_called_so() -> None:
    drawing = funds_flow.draw(county(资金流水=[move(1, "到位", 100, "中央"), move(2, "支付", 80)]))
    assert ["拨付", "拨付", "未填报"] in table(drawing)
    assert labels(drawing).count("未填报") == 1


def test_without_a_total_the_channels_that_are_known_are_shown() -> None:
    book = county(资金流水=[move(1, "到位", 100, "中央"), move(2, "到位", None, "居民"), move(3, "拨付", 90)])
    assert table(funds_flow.draw(book))[:3] == [
        ["来源", "中央补助资金", "100.00"],
        ["来源", "其余来源", "未填报"],
        ["到位", "到位", "未填报"],
    ]


def test_nothing_known_draws_nothing() -> None:
    assert funds_flow.draw(nothing()) is None


@pytest.mark.parametrize("made_up", [False, True])
def test_words_stay_on_the_page_and_apart(made_up: bool) -> None:
    assurance = RowAssurance.ILLUSTRATIVE if made_up else RowAssurance.RECORDED
    drawing = funds_flow.draw(invented(40, assurance=assurance))
    assert drawing
    spans = []
    for label in (shape for shape in drawing.picture.shapes if isinstance(shape, Label)):
        long = wide(label.text, label.size)
        start = {"start": label.x, "middle": label.x - long / 2, "end": label.x - long}[label.anchor]
        assert start >= -0.5
        assert start + long <= drawing.picture.width + 0.5
        spans.append((label.y, start, start + long))
    for (y, _, end), (below, start, _) in itertools.pairwise(sorted(spans)):
        assert y != below or end <= start
    assert any("示例" in words for words in labels(drawing)) is made_up
