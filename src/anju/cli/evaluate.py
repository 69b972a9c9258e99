"""评价一个县：读工作簿或快照，核查、打分，写出报告，说明哪些已证实、哪些说不清。"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from anju.cli._facts import Facts, read_facts
from anju.cli._parser import BadInput
from anju.cli._print import console, write_json
from anju.cli._sheet import print_sheet
from anju.exchange.folder import add_pdf, refuse_folder, write_folder
from anju.figures.book import Book
from anju.kernel.period import NotADate, read_date
from anju.policy.loader import load_policy
from anju.reports import narrative
from anju.reports.writers.docx import BadTemplate
from anju.reports.writers.pdf import NoLibreOffice
from anju.scoring.assess import Assessment, assess


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("input", type=Path, metavar="工作簿或快照", help="县级工作簿（.xlsx），或快照文件夹")
    parser.add_argument("--scheme", metavar="代码", help="评分表；不写则用该年度的中央评分表")
    parser.add_argument("--as-of", type=_day, metavar="日期", help="算到哪一天；不写则用封面上的截至日期")
    parser.add_argument(
        "--out", type=Path, metavar="文件夹", help="把报告、评分工作簿、网页、问题清单和快照写到这个文件夹"
    )
    parser.add_argument("--template", type=Path, metavar="文件", help="本单位改过样式的公文模板，与 --out 同用")
    parser.add_argument("--pdf", action="store_true", help="另写一份 report.pdf，要有 LibreOffice，与 --out 同用")
    parser.add_argument("--policy", type=Path, metavar="文件夹", help="自己的政策文件夹，里面有 schemes/ 等")
    parser.add_argument("--columns", type=Path, metavar="文件", help="列名对照文件；不写则用工作簿旁边的同名文件")
    parser.add_argument("--json", action="store_true", help="只打印一份 JSON")


def run(options: argparse.Namespace) -> int:
    policy = load_policy(options.policy)
    scheme = policy.scheme(options.scheme) if options.scheme else None
    if options.out is None and (options.template or options.pdf):
        raise BadInput("--template 和 --pdf 要与 --out 一起写")
    if options.out is not None:
        refuse_folder(options.out, options.input, *([options.template] if options.template else []))
    facts = read_facts(options.input, policy, options.columns, options.out)
    found = complete(assess(facts.snapshot, policy, scheme, options.as_of), facts)
    if options.out is not None:
        written(options.out, Book(found), options.template, as_pdf=options.pdf)
    if options.json:
        write_json(found.as_json())
    else:
        print_sheet(console(), found)
    return 1 if found.has_errors else 0


def complete(found: Assessment, facts: Facts) -> Assessment:
    """With the faults of the officer's paragraphs and the workbook's own, each led back to its sheet and cell."""
    told = found.with_findings(narrative.faults(Book(found)))
    return told.located(facts.locate).with_findings(facts.findings)


def written(out: Path, book: Book, template: Path | None = None, *, as_pdf: bool = False) -> None:
    """Write the folder. BadInput for a template that cannot be used; a PDF that cannot be made is said and no more."""
    try:
        write_folder(out, book, template)
    except BadTemplate as fault:
        raise BadInput(str(fault)) from None
    try:
        if as_pdf:
            add_pdf(out)
    except NoLibreOffice as fault:
        sys.stderr.write(f"anju：{fault}\n")


def _day(text: str) -> date:
    try:
        period = read_date(text)
    except NotADate as fault:
        raise argparse.ArgumentTypeError(str(fault)) from None
    return period.last
