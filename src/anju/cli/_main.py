"""入口：找到命令，跑它，把输入问题变成一行话和退出码2。"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType

from anju.cli._parser import BadInput, Parser
from anju.cli._print import write_json
from anju.kernel.catalogue import Catalogue, walk_modules
from anju.kernel.finding import Finding
from anju.policy.located import PolicyError

COMMANDS: Catalogue[ModuleType] = walk_modules("anju.cli", None)


def parser() -> Parser:
    top = Parser(prog="anju", description="安居：城镇老旧小区改造的管理与绩效核算")
    commands = top.add_subparsers(dest="command", metavar="命令", required=True, parser_class=Parser)
    for name, module in COMMANDS.items():
        says = (module.__doc__ or "").strip()
        command = commands.add_parser(name, help=says.splitlines()[0], description=says)
        module.arguments(command)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 nothing wrong, 1 findings of severity error, 2 unusable input or arguments."""
    for stream in (sys.stdout, sys.stderr):
        # A GBK console must not stop over a rare character in somebody's name.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    options = parser().parse_args(arguments)
    try:
        status: int = COMMANDS[options.command].run(options)
    except BadInput as fault:
        return _refuse(options, str(fault), fault.findings)
    except (PolicyError, LookupError, NotADirectoryError) as fault:
        return _refuse(options, str(fault), ())
    except OSError as fault:
        return _refuse(options, f"“{fault.filename}”：{fault.strerror or fault}", ())
    return status


def _refuse(options: object, message: str, findings: tuple[object, ...]) -> int:
    sys.stderr.write(f"anju：{message}\n")
    if getattr(options, "json", False):
        found = [finding.as_json() for finding in findings if isinstance(finding, Finding)]
        write_json({"error": message, "findings": found})
    return 2
