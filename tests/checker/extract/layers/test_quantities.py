"""Every kind of figure that reports print, and what looks like one and is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from anju.checker.extract.folded import fold
from anju.checker.extract.layers import masked
from anju.checker.extract.layers.quantities import mentions
from anju.checker.extract.mention import Mention
from anju.kernel.unit import Dimension

HERE = Path(__file__).parent


def cases(name: str) -> list[Any]:
    written = yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return [pytest.param(case, id=case["名"]) for case in written]


def found(text: str) -> Iterator[tuple[str, Mention]]:
    for line in text.splitlines():
        folded = fold(line, wrapped=False)
        for mention in mentions(masked(folded.text).text):
            start, end = folded.span(mention.start, mention.end)
            yield line[start:end], mention


def shown(mention: Mention) -> str:
    words = [
        str(mention.quantity),
        mention.qualifier.value,
        f"/{mention.per}" if mention.per else "",
        "段" if mention.ranged else "",
        "推" if mention.inferred else "",
    ]
    return " ".join(filter(None, words))


@pytest.mark.parametrize("case", cases("quantities.yaml"))
def test_every_figure_is_read(case: Mapping[str, Any]) -> None:
    assert [(written, shown(mention)) for written, mention in found(case["文"])] == list(case["量"].items())


@pytest.mark.parametrize("case", cases("not_quantities.yml"))
def test_what_counts_nothing_is_no_figure(case: Mapping[str, Any]) -> None:
    assert [(written, shown(mention)) for written, mention in found(case["文"])] == []


@pytest.mark.parametrize("case", cases("quantities.yaml"))
def test_what_is_counted_is_named_by_the_unit(case: Mapping[str, Any]) -> None:
    for _, mention in found(case["文"]):
        unit = mention.quantity.unit
        scales = "" if unit.dimension is Dimension.COUNT else unit.symbol
        assert mention.counted == unit.symbol.removeprefix(scales).lstrip("万亿")


def test_there_are_cases_enough() -> None:
    assert sum(len(each.values[0]["量"]) for each in cases("quantities.yaml")) >= 120
