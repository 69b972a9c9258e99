"""命令行：一条命令一个文件，只管接参数和打印。"""

from anju.cli._main import main

__all__ = ["main"]
