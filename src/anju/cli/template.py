"""生成空白的县级工作簿。"""

from __future__ import annotations

import argparse
from pathlib import Path

from anju import exchange
from anju.cli._parser import BadInput
from anju.policy.loader import load_policy

DEFAULT = Path("老旧小区改造工作簿.xlsx")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, default=DEFAULT, metavar="文件.xlsx", help=f"写到哪里，默认 {DEFAULT}")


def run(options: argparse.Namespace) -> int:
    out: Path = options.out
    if out.exists():
        raise BadInput(f"“{out}”已经存在，不覆盖；请换一个文件名")
    if not out.parent.is_dir():
        raise BadInput(f"文件夹“{out.parent}”不存在")
    exchange.write_template(out, load_policy())
    print(f"已写好空白工作簿：{out}")
    return 0
