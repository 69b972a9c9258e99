"""不装命令也能用：python -m anju.cli。"""

from anju.cli import script

if __name__ == "__main__":  # a process that starts anew reads this file again
    script()
