"""Plain text comes in any encoding and any line width; what is read is the original, to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.checker.readers import read
from anju.checker.readers.txt import read_txt
from anju.checker.reading import Unreadable

SAYS = "一、基本情况\n\n2023年计划改造7个小区。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_the_encoding_is_recognised(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(SAYS.replace("\n", "\r\n").encode(encoding))
    found = [(each.number, each.text, each.level) for each in read(path).paragraphs]
    assert found == [(1, "一、基本情况", 1), (2, "2023年计划改造7个小区。", None)]


def test_lines_broken_at_the_margin_are_one_paragraph_with_the_break_in_its_text() -> None:
    lines = [
        "    2023年计划改造绿苑小区、绿洲小区、华苑小区等7个小区，总投资约为20",
        "33.23万元，涉及住宅楼23栋，住户776户，共计8.44万平方米，目前项目已全",
        "部完工。",
        "二、项目实施情况",
    ]
    found = [each.text for each in read_txt(Path("x.txt"), "\n".join(lines).encode()).paragraphs]
    assert found == ["\n".join(lines[:3]), lines[3]]


def test_lines_of_a_table_are_not_joined() -> None:
    lines = ["序号\t小区名称\t计划改造户数\t实际改造户数", "1\t绿苑小区\t134\t134", "2\t绿洲小区\t97\t97"]
    assert [each.text for each in read_txt(Path("x.txt"), "\n".join(lines).encode()).paragraphs] == lines


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02\x03", b"\xff\xfe\xff", "甲\0乙".encode(), b" \n\t\n", b"x" * (17 << 20)]
)
def test_what_is_no_text_is_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match="报告"):
        read(path)


@given(st.text())
def test_any_text_is_read_whole(text: str) -> None:
    try:
        reading = read_txt(Path("x.txt"), text.encode("utf-8", "surrogatepass"))
    except Unreadable:
        return
    found = "".join("".join(each.text.split()) for each in reading.paragraphs)
    assert found == "".join(text.removeprefix("\ufeff").split())
