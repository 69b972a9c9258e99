"""中文的参数解析：标准库 argparse，把它自己的英文句子换成中文。"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from typing import NoReturn

# argparse asks gettext for each of its sentences; we answer from here instead of shipping a compiled catalogue.
_SENTENCES = {
    "usage: ": "用法：",
    "positional arguments": "参数",
    "options": "选项",
    "show this help message and exit": "显示这段说明",
    "expected one argument": "后面要写一个值",
    "expected at least one argument": "后面至少要写一个值",
    "the following arguments are required: %s": "还要写：%s",
    "unrecognized arguments: %s": "不认识的参数：%s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s：%(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "不能写 %(value)s，可以写：%(choices)s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s 说不清是哪一个：%(matches)s",
    "not allowed with argument %s": "不能和 %s 一起写",
}


def _chinese(sentence: str) -> str:
    return _SENTENCES.get(sentence, sentence)


argparse._ = _chinese  # type: ignore[attr-defined]


class Parser(argparse.ArgumentParser):
    """One line on stderr and exit 2 for a wrong argument; help in Chinese."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}：{_one_line(message)}。用 {self.prog} --help 看用法。\n")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        if message:
            sys.stderr.write(message)
        sys.exit(status)


def _one_line(message: str) -> str:
    return re.sub(r"\s+", " ", message)


class BadInput(Exception):
    """Unusable input: said in one line on stderr, exit 2. `findings` go along in JSON output."""

    def __init__(self, message: str, findings: tuple[object, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


Arguments = Callable[[argparse.ArgumentParser], None]
