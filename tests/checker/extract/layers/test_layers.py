"""Whatever the text: nothing is raised, and every figure stands where it is said to stand."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from anju.checker.extract import extract
from anju.checker.extract.folded import fold
from anju.checker.extract.layers import masked
from anju.checker.extract.layers.quantities import mentions
from anju.checker.reading import Paragraph, Reading

_PIECES = (
    "约 近 超过 不低于 不超过 ≥ 分别为 各为 每户 百分之 第 附件 截至 改造 小区 资金 任务 得分 其中 惠及居民 "
    "7 26 120 2023 1,234 67,463.91 0.5 -3 ９５ 二十三 一百二十 两 十 万 亿 千 元 万元 个 户 栋 套(户) ㎡ 平方米 km "
    "公里 % ％ 分 成 年 月 日 个月 号 余 多 以上 以内 左右 、 ， , 。 ； : ： （ ） ( ) - — 至 和 / 〔 〕 《 》 . "
    "萬 戶 棟 元/户 ① 一、 1. （二） 2023年 12月底 十四五"
)
PIECES = st.sampled_from([*_PIECES.split(), " ", "　", "\n", "\t"])
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60))


@given(TEXTS, st.booleans())
def test_a_mask_keeps_every_place(text: str, wrapped: bool) -> None:
    plain = fold(text, wrapped=wrapped).text
    found = masked(plain)
    assert len(found.text) == len(found.labels) == len(plain)
    ends = [end for each in found.dates for end in (each.start, each.end)]
    assert ends == sorted(ends)


@settings(max_examples=400)
@given(TEXTS, st.booleans())
def test_figures_stand_in_order_and_hold_their_digits(text: str, wrapped: bool) -> None:
    folded = fold(text, wrapped=wrapped)
    last = 0
    for mention in mentions(masked(folded.text).text):
        assert last <= mention.start < mention.end <= len(folded.text)
        last = mention.end
        printed = folded.text[mention.start : mention.end]
        value = f"{abs(mention.quantity.value):f}"
        if re.fullmatch(r"[\d,.]+", re.split(r"[^\d,.-]", printed)[0].lstrip("-")) and not re.search(
            r"[亿万千]\d", printed
        ):
            assert re.match(r"-?[\d,]+(?:\.\d+)?", printed)[0].replace(",", "").lstrip("-") == value  # type: ignore[index]
        start, end = folded.span(mention.start, mention.end)
        assert 0 <= start < end <= len(text)
        assert fold(text[start:end], wrapped=wrapped).text.replace(" ", "") == printed.replace(" ", "")


@given(TEXTS, st.sampled_from(["txt", "docx"]))
def test_nothing_is_raised(text: str, kind: str) -> None:
    found = extract(Reading("x", kind, (Paragraph(1, text),)))
    for claim in found.claims:
        assert text[claim.where.start : claim.where.end] == claim.where.text
