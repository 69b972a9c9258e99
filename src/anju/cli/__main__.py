"""不装命令也能用：python -m anju.cli。"""

from anju.cli import script

script()
