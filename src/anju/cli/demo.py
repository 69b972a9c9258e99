"""演示：磴口县2023年度，从随软件所带的工作簿到评分表。"""

from __future__ import annotations

import argparse
from pathlib import Path

from anju.cli._facts import read_facts
from anju.cli._print import console
from anju.cli._sheet import print_sheet
from anju.cli.evaluate import complete
from anju.examples import DENGKOU_WORKBOOK
from anju.exchange.folder import refuse_folder, write_folder
from anju.policy.loader import load_policy
from anju.scoring.assess import assess


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, default=Path("var/demo"), metavar="文件夹", help="写到哪里，默认 var/demo")
    parser.add_argument("--no-serve", action="store_true", help="写完文件夹就结束，不开网页")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when the folder was written, whatever was found."""
    policy = load_policy()
    refuse_folder(options.out, DENGKOU_WORKBOOK)
    facts = read_facts(DENGKOU_WORKBOOK, policy, None, None)
    found = complete(assess(facts.snapshot, policy), facts)
    write_folder(options.out, found)
    out = console()
    print_sheet(out, found)
    out.print()
    out.print(f"已写到 {options.out}：snapshot/（快照）、findings.xlsx（问题清单）", soft_wrap=True)
    return 0
