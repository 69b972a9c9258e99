"""命令：每条命令怎么用。"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from unittest.mock import patch

from anju.cli._main import COMMANDS, parser
from anju.policy.loader import Policy
from anju.reference._markdown import document, section


def page(_: Policy) -> str:
    intro = (
        "退出码：0 没有问题；1 核出了错误级的问题（结果照样全部给出）；2 输入或参数不能用（一句话说明，什么都不写）。"
    )
    # argparse fits its lines to the terminal; the page must not depend on whose terminal it was.
    with patch.dict(os.environ, {"COLUMNS": "100"}):
        sections = [section(f"anju {name}", *_help(name)) for name in COMMANDS]
    return document("命令", intro, *sections)


def _help(name: str) -> Iterator[str]:
    command = _children(parser())[name]
    yield _fenced(command)
    for action in _children(command).values():
        yield _fenced(action)


def _fenced(command: argparse.ArgumentParser) -> str:
    lines = [line.rstrip() for line in command.format_help().strip().splitlines()]
    return "\n".join(["```text", *lines, "```"])


def _children(command: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in command._actions:  # the one place where argparse keeps its subcommands
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}
