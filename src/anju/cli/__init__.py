"""命令行：一条命令一个文件，只管接参数和打印。"""

from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from anju.cli._process import leave, short_lived


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. The commands are imported here, for that too is quicker in a process that is soon over."""
    with short_lived():
        status: int = import_module("anju.cli._main").main(arguments)
    return status


def script() -> NoReturn:
    """Run the command of this process, and end it."""
    leave(main())


__all__ = ["main", "script"]
