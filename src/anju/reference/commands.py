"""命令：每条命令怎么用。"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from anju.cli._main import COMMANDS, parser
from anju.policy.loader import Policy
from anju.reference._markdown import document, section, table


def page(_: Policy) -> str:
    intro = (
        "退出码：0 没有问题；1 核出了错误级的问题（结果照样全部给出）；2 输入或参数不能用（一句话说明，什么都不写）。"
        "每条命令加 `--help` 就打印这里的说明。"
    )
    commands = _children(parser())
    return document("命令", intro, *(section(f"anju {name}", *_said(name, commands[name])) for name in COMMANDS))


def _said(name: str, command: argparse.ArgumentParser) -> Iterator[str]:
    """What the parser itself knows; argparse's own layout differs between versions of Python."""
    yield (command.description or "").strip()
    says = _help(command)
    actions = {f"{name} {each}": sub for each, sub in _children(command).items()} or {name: command}
    for call, each in actions.items():
        yield says.get(call.rpartition(" ")[2], "")
        arguments = [action for action in each._actions if action.dest != "help"]
        yield "\n".join(["```text", " ".join(["anju", call, *map(_synopsis, arguments)]), "```"])
        yield table(("参数", "说明"), ((f"`{_name(action)}`", action.help or "") for action in arguments))


def _synopsis(action: argparse.Action) -> str:
    return _name(action) if action.required else f"[{_name(action)}]"


def _name(action: argparse.Action) -> str:
    value = "" if action.nargs == 0 else str(action.metavar or action.dest)
    more = "…" if action.nargs in ("*", "+") else ""
    return " ".join(filter(None, ["/".join(action.option_strings), value + more]))


def _help(command: argparse.ArgumentParser) -> dict[str, str]:
    """Subcommand → its one line; a subparser itself does not know the line it was added with."""
    return {
        choice.dest: choice.help or ""
        for action in command._actions
        if isinstance(action, argparse._SubParsersAction)
        for choice in action._choices_actions
    }


def _children(command: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in command._actions:  # the one place where argparse keeps its subcommands
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}
