"""演示：磴口县2023年度，从随软件所带的工作簿到评分表和报告，再核对县里原来的报告。"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from anju.checker.readers import read
from anju.checker.run import check
from anju.checker.waivers import Settled
from anju.cli._checked import print_checked
from anju.cli._facts import read_facts
from anju.cli._notes import Notes, notes_of
from anju.cli._print import console, heading, json_text, plain
from anju.cli._sheet import print_sheet
from anju.cli.evaluate import complete, written
from anju.examples import DENGKOU_REPORT, DENGKOU_WORKBOOK
from anju.exchange.folder import refuse_folder
from anju.figures.book import Book
from anju.policy.loader import load_policy
from anju.scoring.assess import assess

FILES = {
    "report.docx": "绩效评价报告，每个数都能追到行",
    "indicators.xlsx": "评分、附表和数据来源",
    "index.html": "评分、问题和每个数的来历，用浏览器打开",
    "findings.xlsx": "问题清单",
    "trace.json": "每个数的来历，给别的程序用",
    "snapshot/": "快照，凭它可以重算，也可以核对报告有没有被改动",
    "county-report.docx": "县里原来的报告（按原意改写，数和毛病照旧）",
    "county-report-check.txt": "对它的核查，.json 的一份给别的程序用",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, default=Path("var/demo"), metavar="文件夹", help="写到哪里，默认 var/demo")
    parser.add_argument("--pdf", action="store_true", help="另写一份 report.pdf，要有 LibreOffice")
    parser.add_argument("--no-serve", action="store_true", help="写完文件夹就结束，不开网页")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when the folder was written, whatever was found."""
    policy = load_policy()
    refuse_folder(options.out, DENGKOU_WORKBOOK)
    facts = read_facts(DENGKOU_WORKBOOK, policy, None, None)
    found = complete(assess(facts.snapshot, policy), facts)
    written(options.out, Book(found), as_pdf=options.pdf)
    notes = _county_report(options.out)
    out = console()
    print_sheet(out, found)
    print_checked(out, notes)
    heading(out, "写出的文件")
    out.print(f"都在 {options.out}：", soft_wrap=True)
    for name, says in FILES.items():
        out.print(f"{name:<24}{says}", soft_wrap=True)
    return 0


def _county_report(folder: Path) -> Notes:
    """The county's own report, retold, laid into the folder with what a reviewer would ask about it."""
    copy = folder / "county-report.docx"
    shutil.copyfile(DENGKOU_REPORT, copy)
    checked = check(read(copy))
    notes = notes_of(Settled(checked), copy.name)
    with copy.with_name("county-report-check.txt").open("w", encoding="utf-8") as page:
        print_checked(plain(page), notes)
    told = json_text({"documents": [checked.as_json(copy.name)]})
    copy.with_name("county-report-check.json").write_text(told, encoding="utf-8")
    return notes
