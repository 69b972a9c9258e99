"""输入：一个工作簿或一个快照；读不了的写回标红的工作簿，再说一句话。"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from anju import exchange
from anju.cli._ask import ask_on_terminal
from anju.cli._parser import BadInput
from anju.facts import snapshot
from anju.kernel.finding import Finding, Severity
from anju.policy.loader import Policy


@dataclass(frozen=True)
class Facts:
    """A frozen snapshot; `findings` are the workbook's own, `locate` gives a finding its sheet and cell."""

    snapshot: snapshot.Snapshot
    findings: tuple[Finding, ...]
    locate: Callable[[Finding], Finding]


def read_facts(path: Path, policy: Policy, mapping: Path | None, out: Path | None) -> Facts:
    """Raises BadInput: for a workbook with unreadable cells after the marked copy was written."""
    if not path.exists():
        raise BadInput(f"“{path}”不存在")
    if path.is_dir():
        try:
            return Facts(snapshot.read(path), (), lambda finding: finding)
        except snapshot.BadSnapshot as fault:
            raise BadInput(str(fault)) from None
    return _workbook(path, policy, mapping, out)


def _workbook(path: Path, policy: Policy, mapping: Path | None, out: Path | None) -> Facts:
    ask = ask_on_terminal if sys.stdin.isatty() and sys.stdout.isatty() else None
    try:
        read = exchange.read_workbook(path, policy=policy, mapping=mapping, ask=ask)
    except exchange.UnusableFile as fault:
        raise BadInput(str(fault)) from None
    if read.unreadable or read.head is None:
        marked = _marked_path(path, out)
        exchange.write_marked(marked, read, policy)
        count = sum(1 for finding in read.findings if finding.severity is Severity.ERROR)
        raise BadInput(f"“{path}”有{count}处读不了，什么都没有收；已逐处标红批注：{marked}", tuple(read.findings))
    frozen = snapshot.freeze(read.head, read.tables)
    return Facts(frozen, tuple(read.findings), read.locate)


def _marked_path(path: Path, out: Path | None) -> Path:
    """`findings.xlsx` in the folder asked for, else beside the input; never over a file that is there."""
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        first, stem, folder = "findings.xlsx", "findings", out
    else:
        first, stem, folder = f"{path.stem}.批注.xlsx", f"{path.stem}.批注", path.parent
    names = [first, *(f"{stem}({n}).xlsx" for n in range(2, 1000))]
    return next(folder / name for name in names if not (folder / name).exists())
