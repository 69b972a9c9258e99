"""核对报告：前后的数对不对得上；本软件写的报告，还与写出时的底稿对照。"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from rich.console import Console

from anju.checker.readers import READABLE
from anju.checker.titles import title
from anju.checker.waivers import Waiver, read_waivers
from anju.cli._checked import print_checked, print_many
from anju.cli._job import AGAINST, Job, Outcome, Work, outcomes
from anju.cli._listed import jobs
from anju.cli._notes import Notes
from anju.cli._parser import BadInput
from anju.cli._print import clear, console
from anju.cli._progress import watched
from anju.cli._told import as_json, as_sarif

_MOST_UNUSED = 20
"""So many entries that met nothing are told one by one."""
_STOPPED = 130
"""What a shell says of a command that Ctrl-C ended."""


def arguments(parser: argparse.ArgumentParser) -> None:
    kinds = "、".join(READABLE)
    parser.add_argument(
        "paths", type=Path, nargs="+", metavar="报告", help=f"要查的报告（{kinds}），或放着报告的文件夹"
    )
    parser.add_argument(
        "--against", type=Path, metavar="快照", help="与这个快照里留的签发底稿对照；没有底稿的，逐数与事实对照"
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "sarif"),
        default="text",
        metavar="写法",
        help="text 印成文字（默认），json、sarif 给别的程序用",
    )
    parser.add_argument(
        "--annotate", type=Path, metavar="文件夹", help="把问题写成 Word 批注，每份报告一个副本，放进这个文件夹"
    )
    parser.add_argument(
        "--waivers", type=Path, metavar="文件", help="说明文件（.yaml）：看过、说明理由放过的问题，不再算作错误"
    )


def run(options: argparse.Namespace) -> int:
    try:
        return _run(options)
    except BrokenPipeError:  # whoever reads went away, as `| head` does, and has what it wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(options: argparse.Namespace) -> int:
    options.json = options.format == "json"  # so that unusable input is told in JSON too
    against = None if options.against is None else import_module(AGAINST).snapshot_folder(options.against)
    work = Work(options.format, against, _waivers(options.waivers), annotate=_folder(options.annotate))
    told: list[Outcome] = []
    try:
        for outcome in _written(list(jobs(options.paths)), work):
            told.append(outcome)
    except KeyboardInterrupt:
        sys.stderr.write(f"\nanju：已停止，查完了{len(told)}份。\n")
        return _STOPPED
    options.json = False
    _unused_waivers(options.waivers, work, told)
    if all(each.notes.error for each in told):
        raise BadInput("；".join(each.notes.error for each in told[:3]))
    if options.format == "text":
        _print([each.notes for each in told], work, told)
    troubles = [each.trouble for each in told if each.trouble]
    if troubles:
        also = f"（写不成的共{len(troubles)}份）" if len(troubles) > 1 else ""
        sys.stderr.write(clear(f"anju：{troubles[0]}{also}") + "\n")
        return 2
    return 1 if any(each.notes.has_errors for each in told) else 0


def _waivers(path: Path | None) -> tuple[Waiver, ...]:
    if path is not None and not path.is_file():
        raise BadInput(f"没有“{path}”这个说明文件")
    return () if path is None else read_waivers(path)


def _folder(path: Path | None) -> Path | None:
    """The folder for the copies, made if need be."""
    if path is not None:
        try:
            path.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise BadInput(f"“{path}”是文件，批注要写进一个文件夹") from None
    return path


def _written(listed: Sequence[Job], work: Work) -> Iterator[Outcome]:
    """What came of each report; what programs are to read is written along the way."""
    found = watched(outcomes(listed, work), len(listed))
    if work.form == "json":
        found = as_json(found)
    elif work.form == "sarif":
        found = as_sarif(found, work.changes)
    yield from (outcome.light for outcome in found)


def _unused_waivers(path: Path | None, work: Work, told: Sequence[Outcome]) -> None:
    """An entry that met nothing is told once: what it let pass is gone, or was changed."""
    met = frozenset[int]().union(*(each.met for each in told))
    unused = [each for each in work.waivers if each.number not in met]
    file = f"anju：说明文件“{path.name if path is not None else ''}”"
    for waiver in unused[:_MOST_UNUSED]:
        which = "，".join(filter(None, (title(waiver.rule), waiver.place, waiver.print_)))
        why = "没有对上任何问题：数已改变，或问题已经没有了；请核对后删去或重写。"
        sys.stderr.write(clear(f"{file}第{waiver.number}条（{which}）{why}") + "\n")
    if len(unused) > _MOST_UNUSED:
        sys.stderr.write(f"{clear(file)}另有{len(unused) - _MOST_UNUSED}条也没有对上任何问题。\n")


def _print(several: Sequence[Notes], work: Work, told: Sequence[Outcome]) -> None:
    out: Console = console()
    if len(several) == 1:
        print_checked(out, several[0])
    else:
        print_many(out, several)
    if work.annotate is not None:
        out.print()
        out.print(clear(_copies(told, work.annotate)), soft_wrap=True)


def _copies(told: Sequence[Outcome], folder: Path) -> str:
    """Where the copies are."""
    copies = [each.copy for each in told if each.copy]
    if len(copies) == 1:
        return f"批注写在 {copies[0]}。"
    if copies:
        return f"批注写在“{folder}”里，共{len(copies)}份。"
    return "批注没有写成。" if any(each.trouble for each in told) else "没有要批注的问题，没有写副本。"
