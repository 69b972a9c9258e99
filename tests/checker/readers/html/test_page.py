"""A page is read as it is seen, menus left out; its encoding is recognised, its tables are grids, its layout is not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from anju.checker.readers.html import read_html
from anju.checker.reading import Place, Reading, Unreadable


def reading(page: str | bytes) -> Reading:
    return read_html(Path("报告.html"), page.encode() if isinstance(page, str) else page)


def texts(page: str | bytes) -> list[str]:
    return [each.text for each in reading(page).paragraphs]


def placed(page: str) -> list[tuple[str, Place | None]]:
    return [(each.text, each.place) for each in reading(page).paragraphs]


@pytest.mark.parametrize(
    ("encoding", "declares"),
    [
        ("utf-8", '<meta charset="utf-8">'),
        ("utf-8", ""),
        ("gb18030", '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
        ("gb18030", ""),
        ("gb18030", '<meta charset="utf-8">'),
        ("utf-8", '<meta charset="gb2312">'),
        ("big5", '<meta charset="big5">'),
        ("utf-8-sig", '<meta charset="gbk">'),
        ("utf-16", ""),
    ],
)
def test_the_encoding_is_recognised_whatever_the_page_says(encoding: str, declares: str) -> None:
    page = f"<html><head>{declares}</head><body><p>計劃完成7個小區</p></body></html>"
    assert texts(page.encode(encoding)) == ["計劃完成7個小區"]


def test_blocks_and_breaks_open_paragraphs_and_inline_words_do_not() -> None:
    page = """<!DOCTYPE html><title>不印</title><h1>绩效评价报告</h1><div>总投资<b>2033.23</b>万元，
      其中<span>上级</span>资金
      2021 万元。<p>另一段</p>尾</div>一行<br>又一行<ul><li>甲<li>乙</ul><h2>（一）资金</h2>"""
    assert [(each.text, each.level) for each in reading(page).paragraphs] == [
        ("绩效评价报告", 1),
        ("总投资2033.23万元，其中上级资金 2021 万元。", None),
        ("另一段", None),
        ("尾", None),
        ("一行", None),
        ("又一行", None),
        ("甲", None),
        ("乙", None),
        ("（一）资金", 2),
    ]


def test_entities_raised_digits_and_kept_breaks() -> None:
    assert texts("<p>8.44万m<sup>2</sup>&nbsp;&amp;&#x4E2D;</p>") == ["8.44万m²\xa0&中"]
    assert texts("<pre>一\n二</pre>") == ["一", "二"]
    assert texts("<p>7\x01个\x02小区</p>") == ["7个小区"]


def test_menus_scripts_and_feet_are_left_out_and_the_text_is_not() -> None:
    links = "".join(f'<li><a href="/{number}.html">栏目{number}</a></li>' for number in range(8))
    page = f"""<script>var a = "7个";</script><style>p {{}}</style><nav>首页</nav><ul>{links}</ul>
      <div class="breadcrumb">您的位置：首页 &gt; 公开</div><p style="display: none">藏着</p>
      <div class="main-menu-content"><p>{"改造面积8.44万平方米。" * 40}</p></div>
      <p>见<a href="/a.html">附件</a>。</p><div id="footer">版权所有 备案号 1234号</div>
      <noscript>请打开脚本</noscript>"""
    assert texts(page) == ["改造面积8.44万平方米。" * 40, "见附件。"]


def test_a_contents_list_that_leads_within_the_page_is_text() -> None:
    page = "".join(f'<p><a href="#{number}">第{number}部分的标题</a></p>' for number in range(8))
    assert len(texts(f"<div>{page}</div>")) == 8


def test_a_table_is_a_grid_with_what_cells_span() -> None:
    page = """<table border="1"><caption>表1 资金（万元）</caption><thead><tr><th rowspan="2">小区</th>
      <th colspan="2">资金</th></tr><tr><th>下达</th><th>支出</th></tr></thead>
      <tbody><tr><td>绿苑</td><td>1<br>2</td><td><p>甲</p><p>乙</p></td></tr></tbody></table><p>后</p>"""
    assert placed(page) == [
        ("表1 资金（万元）", None),
        ("小区", Place(1, 1, 1, 1, 2)),
        ("资金", Place(1, 1, 2, 2, 1)),
        ("下达", Place(1, 2, 2)),
        ("支出", Place(1, 2, 3)),
        ("绿苑", Place(1, 3, 1)),
        ("1\n2", Place(1, 3, 2)),
        ("甲\n乙", Place(1, 3, 3)),
        ("后", None),
    ]


@pytest.mark.parametrize("span", ["0", "9999999999", "-1", "二", "1.5", ""])
def test_strange_spans_are_taken_as_browsers_take_them(span: str) -> None:
    page = f'<table border="1"><tr><td rowspan="{span}">甲<td>乙</tr><tr><td>丙<td>丁</tr></table>'
    cells = placed(page)
    assert [text for text, _ in cells] == ["甲", "乙", "丙", "丁"]
    assert cells[0][1] == Place(1, 1, 1, 1, 2 if span in {"0", "9999999999"} else 1)


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><h2>正文</h2><p>第一段</p><p>第二段</p></td></tr></table>",
        '<table border="1"><tr><td>正文<td><table border="1"><tr><td>第一段<td>第二段</table></table>',
        f"<table><tr><td>正文</td><td>第一段{'长' * 700}</td><td>第二段</td></tr></table>",
        "<table><tr><td>正文</td></tr><tr><td>第一段</td></tr><tr><td>第二段</td></tr></table>",
        "<table><tr><td>正文</td><td>第一段</td></tr>夹在行间的第二段</table>",
        '<table role="presentation"><tr><td>正文</td><td>第一段</td></tr><tr><td>第二段</td></tr></table>',
    ],
)
def test_a_table_for_layout_is_text_and_nothing_of_it_is_lost(page: str) -> None:
    found = placed(page)
    outside = [text for text, place in found if place is None]
    assert outside[0] == "正文" or "夹在" in page
    whole = "".join(text for text, _ in found)
    assert all(said in whole for said in ("正文", "第一段", "第二段"))


def test_no_address_is_opened_and_no_entity_expanded() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "7个">]><p>正文&x;&y;</p>'
    assert "root:" not in "".join(texts(page))
    assert "7个" not in texts(page)[-1]


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("<html><body></body></html>", "没有文字"),
        ("<html><body>" + "<div>" * 5000 + "深", "太多层"),
        (b"<html>\x00\x81\x00\xff" * 50, "编码"),
        (b"<html>" + b"a" * (17 << 20), "兆"),
    ],
)
def test_bad_pages_are_refused_with_a_sentence(page: str | bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as told:
        reading(page)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr>" + "<td>7" * 100_000,
        "<table>" + "<tr>" + "<td colspan=1000 rowspan=65534>7" * 2000 + "<tr><td>8" * 2000,
        "<table><tr><td>甲<td>" * 60 + "里面7个",
        "<p " + "a=1 " * 300_000 + ">甲</p>",
        "<p>甲" + " " * 2_000_000 + "乙</p>",
    ],
)
def test_hostile_pages_take_their_length_and_no_more(page: str) -> None:
    began = time.monotonic()
    assert texts("<html><body>" + page)
    assert time.monotonic() - began < 20
