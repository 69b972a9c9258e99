"""读一个文件：每个值知道自己在哪一行；读不了的，说出文件、行号和怎样改。"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from anju.policy.located import Located, PolicyError, read_yaml


def read(folder: Path, raw: bytes | str) -> Located:
    path = folder / "表.yaml"
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return read_yaml(path, "我的政策/表.yaml")


def refused(folder: Path, raw: bytes | str) -> str:
    with pytest.raises(PolicyError) as caught:
        read(folder, raw)
    return str(caught.value)


@pytest.mark.parametrize(
    ("raw", "line", "says"),
    [
        ("a: 1\n\tb: 2\n", 2, "制表符"),
        ("a:\n\t- x\n", 2, "制表符"),
        ("甲: 1\r\n\t乙: 2\r\n", 2, "制表符"),
        ("a: {b: 1\nc: 2\n", 2, "括号"),
        ("a: 1\nb: 'x\nc: 1\n", 2, "引号"),
        ("a: 1\n b: 2\n", 2, "缩进"),
        ("a: b: c\n", 1, "冒号"),
        ("a: *x\n", 1, "YAML"),
        ("a: 1\n---\nb: 2\n", 2, "YAML"),
        (b"a: 1\nb: \xb0\xb2\n", 2, "UTF-8"),
        ("a: 1\n".encode("utf-16"), 1, "UTF-8"),
        (b"a: \x01\n", 1, "控制字符"),
        ("", 1, "空的"),
        ("# 只有注释\n", 1, "空的"),
    ],
)
def test_what_is_no_yaml_is_refused_with_file_and_line(tmp_path: Path, raw: bytes | str, line: int, says: str) -> None:
    message = refused(tmp_path, raw)
    assert message.startswith(f"我的政策/表.yaml 第{line}行：")
    assert says in message


def test_a_mark_in_front_of_the_text_is_no_fault(tmp_path: Path) -> None:
    """Windows' own editor puts one there."""
    assert read(tmp_path, b"\xef\xbb\xbfa: 1\n").mapping()["a"].integer() == 1


def test_line_ends_do_not_move_the_lines(tmp_path: Path) -> None:
    for ends in ("\n", "\r\n"):
        entry = read(tmp_path, ends.join(["a: 1", "b:", "  c: 2", ""])).mapping()
        assert (entry["a"].line, entry["b"].line, entry["b"].mapping()["c"].line) == (1, 2, 3)


def test_a_value_stands_where_its_key_stands(tmp_path: Path) -> None:
    entry = read(tmp_path, "a:\n\n  - 1\n  - x\n").mapping()
    assert (entry["a"].line, [item.line for item in entry["a"].items()]) == (1, [3, 4])
    assert str(entry["a"].fail("不行")) == "我的政策/表.yaml 第1行：不行"


def test_a_doubled_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="第3行：“甲”写了两次"):
        read(tmp_path, "甲: 1\n乙: 2\n甲: 3\n").mapping()


def test_an_unknown_key_is_refused_and_the_known_ones_named(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="第2行：不认识“丙”；可以写：甲、乙"):
        read(tmp_path, "甲: 1\n丙: 2\n").mapping(("甲",), ("乙",))


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="第1行：缺少“乙”“丙”"):
        read(tmp_path, "甲: 1\n").mapping(("甲", "乙", "丙"))


def test_scalars_are_read_exactly(tmp_path: Path) -> None:
    entry = read(tmp_path, 'a: 0.1\nb: "2/3"\nc: 2023-01-31\nd: true\ne: null\nf: ~\ng: "012"\n').mapping()
    assert entry["a"].decimal() == Decimal("0.1")
    assert entry["a"].fraction() == Fraction(1, 10)
    assert entry["b"].fraction() == Fraction(2, 3)
    assert entry["c"].day() == date(2023, 1, 31)
    assert entry["d"].flag() is True
    assert entry["e"].is_null
    assert entry["f"].is_null
    assert not entry["g"].is_null
    assert entry["g"].text() == "012"


@pytest.mark.parametrize(
    ("text", "read_as", "says"),
    [
        ("一", "integer", "不是整数"),
        ("1.5", "integer", "不是整数"),
        ("一", "decimal", "不是数"),
        (".nan", "decimal", "不是数"),
        ("NaN", "decimal", "不是数"),
        ("Infinity", "decimal", "不是数"),
        ("1/0", "fraction", "不是分数或小数"),
        ("2023-02-30", "day", "不是日期"),
        ("2023年", "day", "不是日期"),
        ("yes", "flag", "true 或 false"),
        ("null", "text", "一段文字"),
        ("[1, 2]", "text", "一段文字"),
        ("{a: 1}", "texts", "列表"),
        ("a", "items", "列表"),
        ("a", "mapping", "键: 值"),
    ],
)
def test_a_value_of_another_kind_is_refused_at_its_line(tmp_path: Path, text: str, read_as: str, says: str) -> None:
    value = read(tmp_path, f"# 注释\na: {text}\n").mapping()["a"]
    with pytest.raises(PolicyError, match="第2行：") as caught:
        getattr(value, read_as)()
    assert says in caught.value.message
