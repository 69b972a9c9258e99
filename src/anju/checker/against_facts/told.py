"""与快照对照：有签发底稿的比底稿，没有底稿的比事实，什么都比不了的也要说。"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from anju.checker.against import compare, find_record
from anju.checker.against_facts.compare import Compared, compare_facts
from anju.checker.checked import Checked
from anju.kernel.finding import Finding, Severity

NO_RECORD = "against.no_record"


def against_snapshot(found: Checked, folder: Path) -> Checked:
    """The report as checked, with what the snapshot in `folder` says of it. BadSnapshot for one that cannot be
    believed."""
    record = find_record(folder, found.reading)
    if record is not None:
        return found.with_findings(compare(found.reading, record))
    compared = _compared(folder, found)
    relations = sorted((*found.relations, *compared.held), key=lambda each: (each.where.order, each.code))
    return replace(found, relations=tuple(relations)).with_findings([_no_record(compared), *compared.findings])


def _compared(folder: Path, found: Checked) -> Compared:
    try:
        return compare_facts(folder, found.reading)
    except LookupError:  # no policy in force for the snapshot's year: there are no figures of it
        return Compared()


def _no_record(compared: Compared) -> Finding:
    """A comparison that could not be made must not look like a clean one."""
    held, differ = len(compared.held), len(compared.findings)
    if held or differ:
        said = f"对得上的{held}处，对不上的{differ}处" if differ else f"{held}处都对得上"
        return Finding(
            NO_RECORD,
            Severity.NOTE,
            f"快照里没有这份文件的签发底稿，不能逐字对照；改与快照里的事实逐数对照，{said}。"
            "是本软件写的文件，请换写出它的那个快照再查。",
        )
    return Finding(
        NO_RECORD,
        Severity.ERROR,
        "快照里没有这份文件的签发底稿，文件里也没有能与快照的事实对照的数，没有对照。"
        "请核对快照是不是这个县、写出这份文件的那一个。",
    )
