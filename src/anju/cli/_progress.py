"""进度：查很多份的时候，终端上看得见查到哪里；不是终端就不作声。"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Item = TypeVar("Item")


def watched(items: Iterator[Item], total: int) -> Iterator[Item]:
    """The same items; with two or more of them, a bar on stderr while they come."""
    if total < 2 or not sys.stderr.isatty():
        yield from items
        return
    columns = (TextColumn("核对"), BarColumn(), MofNCompleteColumn(), TextColumn("份，还要"), TimeRemainingColumn())
    # Drawn by hand and not by a thread of its own: processes are forked from here.
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        bar = progress.add_task("", total=total)
        for item in items:
            progress.update(bar, advance=1, refresh=True)
            yield item
