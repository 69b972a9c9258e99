"""入口：找到命令，跑它，把输入问题变成一行话和退出码2。"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from anju.cli._parser import BadInput, Parser
from anju.cli._print import clear, write_json
from anju.kernel.catalogue import module_names
from anju.kernel.finding import Finding
from anju.kernel.system_fault import said_of
from anju.policy.located import PolicyError

COMMANDS = tuple(module_names("anju.cli"))


def command(name: str) -> ModuleType:
    """The module of a command."""
    return import_module(f"anju.cli.{name}")


def parser(only: str = "") -> Parser:
    """Of all commands, or of the one that is asked for: what the others need is then not imported."""
    top = Parser(prog="anju", description="安居：城镇老旧小区改造的管理与绩效核算")
    commands = top.add_subparsers(dest="command", metavar="命令", required=True, parser_class=Parser)
    for name in [only] if only else COMMANDS:
        module = command(name)
        says = (module.__doc__ or "").strip()
        module.arguments(commands.add_parser(name, help=says.splitlines()[0], description=says))
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 nothing wrong, 1 findings of severity error, 2 unusable input or arguments."""
    for stream in (sys.stdout, sys.stderr):
        # A GBK console must not stop over a rare character in somebody's name.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = parser(given[0] if given[:1] and given[0] in COMMANDS else "").parse_args(given)
    try:
        status: int = command(options.command).run(options)
    except BadInput as fault:
        return _refuse(options, str(fault), fault.findings)
    except (PolicyError, LookupError, NotADirectoryError) as fault:
        return _refuse(options, str(fault), ())
    except OSError as fault:
        return _refuse(options, f"“{fault.filename}”：{said_of(fault)}" if fault.filename else said_of(fault), ())
    return status


def _refuse(options: object, message: str, findings: tuple[object, ...]) -> int:
    sys.stderr.write(f"anju：{clear(message)}\n")
    if getattr(options, "json", False):
        found = [finding.as_json() for finding in findings if isinstance(finding, Finding)]
        write_json({"error": message, "findings": found})
    return 2
