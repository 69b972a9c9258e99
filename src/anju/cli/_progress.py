"""进度：查很多份的时候，终端上看得见查到哪里；不是终端就不作声。"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from typing import TypeVar

from rich.console import Console

Item = TypeVar("Item")


def watched(items: Iterator[Item], total: int) -> Iterator[Item]:
    """The same items; with two or more of them, a bar on stderr while they come."""
    if total < 2 or not sys.stderr.isatty():
        yield from items
        return
    rich = import_module("rich.progress")  # only here: a single report shows none, and shall not wait for it
    said, left = rich.TextColumn("核对"), rich.TextColumn("份，还要")
    columns = (said, rich.BarColumn(), rich.MofNCompleteColumn(), left, rich.TimeRemainingColumn())
    # Drawn by hand and not by a thread of its own: processes are forked from here.
    with rich.Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        bar = progress.add_task("", total=total)
        for item in items:
            progress.update(bar, advance=1, refresh=True)
            yield item
