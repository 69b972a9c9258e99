"""带行号的 YAML：读到的每个值都知道自己写在哪个文件第几行。

PyYAML's composed nodes carry the line of every value; its constructed objects do not. We keep the nodes, so that a
wrong weight in a county's own scheme is reported as 「schemes/360000/2022.yaml 第12行」. Every scalar stays text until
somebody asks for a number, so no weight ever passes through a float.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml


class PolicyError(Exception):
    """A policy file that cannot be used: file, line and what to mend, in one Chinese sentence."""

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(f"{path} 第{line}行：{message}")
        self.path, self.line, self.message = path, line, message


@dataclass(frozen=True)
class Located:
    """One YAML value and where it stands: PyYAML's composed nodes bear marks that name file and line.

    `key` is the node of the key it stands behind, if any: that line is what a reader looks for, also where the value
    itself only begins below it.
    """

    node: yaml.Node
    key: yaml.Node | None = None

    @property
    def path(self) -> str:
        return str(self._mark.name)

    @property
    def line(self) -> int:
        return int(self._mark.line) + 1

    @property
    def _mark(self) -> Any:
        return (self.key or self.node).start_mark

    def fail(self, message: str) -> PolicyError:
        return PolicyError(self.path, self.line, message)

    @property
    def is_null(self) -> bool:
        return isinstance(self.node, yaml.ScalarNode) and self.node.tag == "tag:yaml.org,2002:null"

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        return isinstance(self.node, yaml.SequenceNode)

    def mapping(self, required: Collection[str] = (), optional: Collection[str] | None = None) -> dict[str, Located]:
        """The entries by key. Unknown keys are refused when `optional` is given; doubled keys always."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.fail("这里应当是“键: 值”的列表")
        entries: dict[str, Located] = {}
        for key, value in self.node.value:
            name, where = str(key.value), Located(key)
            if name in entries:
                raise where.fail(f"“{name}”写了两次")
            if optional is not None and name not in required and name not in optional:
                raise where.fail(f"不认识“{name}”；可以写：{'、'.join([*required, *optional])}")
            entries[name] = Located(value, key)
        missing = [name for name in required if name not in entries]
        if missing:
            raise self.fail(f"缺少“{'”“'.join(missing)}”")
        return entries

    def items(self) -> Iterator[Located]:
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.fail("这里应当是以“- ”开头的列表")
        return (Located(child) for child in self.node.value)

    def text(self) -> str:
        if not isinstance(self.node, yaml.ScalarNode) or self.is_null:
            raise self.fail("这里应当是一段文字")
        return str(self.node.value)

    def texts(self) -> tuple[str, ...]:
        return tuple(item.text() for item in self.items())

    def integer(self) -> int:
        try:
            return int(self.text())
        except ValueError:
            raise self.fail(f"“{self.text()}”不是整数") from None

    def decimal(self) -> Decimal:
        try:
            number = Decimal(self.text())
        except InvalidOperation:
            raise self.fail(f"“{self.text()}”不是数") from None
        if not number.is_finite():
            raise self.fail(f"“{self.text()}”不是数")
        return number

    def fraction(self) -> Fraction:
        """A share written as 2/3, 0.8 or 1."""
        try:
            return Fraction(self.text())
        except (ValueError, ZeroDivisionError):
            raise self.fail(f"“{self.text()}”不是分数或小数") from None

    def day(self) -> date:
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            raise self.fail(f"“{self.text()}”不是日期，应写成 2023-01-31") from None

    def flag(self) -> bool:
        if self.text() not in ("true", "false"):
            raise self.fail("这里应当写 true 或 false")
        return self.text() == "true"


class _Named(io.StringIO):
    """Text under the name the user knows it by: PyYAML writes that name into every mark."""

    name = ""


def read_yaml(path: Path, shown: str) -> Located:
    """Compose one file. Raises PolicyError with file and line when it is not YAML in UTF-8, or empty."""
    text = _decoded(path.read_bytes(), shown)
    stream = _Named(text)
    stream.name = shown
    try:
        node = yaml.compose(stream, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as fault:
        raise _refused(text, shown, fault) from None
    except yaml.YAMLError:
        raise PolicyError(shown, 1, "含有文本文件里不该有的控制字符") from None
    if node is None:
        raise PolicyError(shown, 1, "文件是空的")
    return Located(node)


def _decoded(raw: bytes, shown: str) -> str:
    """The text, without the mark that some editors put in front of it."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        raise PolicyError(shown, line, "不是 UTF-8 编码的文本，请用 UTF-8 另存") from None


def _refused(text: str, shown: str, fault: yaml.MarkedYAMLError) -> PolicyError:
    """PyYAML's own words are English; what an officer got wrong is nearly always one of these."""
    lines = text.splitlines()
    marks = [mark.line for mark in (fault.problem_mark, fault.context_mark) if mark]
    # What was opened and never closed is only missed at the end: then say where it was opened.
    line = next((line for line in marks if line < len(lines)), 0)
    indent = lines[line][: len(lines[line]) - len(lines[line].lstrip())] if lines else ""
    if "\t" in indent:
        return PolicyError(shown, line + 1, "行首用了制表符（Tab），请改用空格")
    return PolicyError(shown, line + 1, "不是合格的 YAML，请核对这一行和上一行的缩进、冒号、引号和括号")
