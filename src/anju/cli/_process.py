"""一条命令就是一个短命的进程：不收垃圾，也不为 pyarrow 问的一句话装入 pandas。"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn


class _WithoutPandas:
    """An import hook that says there is no pandas.

    pyarrow imports it, for half as long as our own imports take, to ask of each list whether it is a Series.
    """

    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError("No module named 'pandas'", name=name)


def leave(status: int) -> NoReturn:
    """End the process at once: what it holds goes with it, and need not be taken apart object by object before."""
    for stream in (sys.stdout, sys.stderr):
        # A reader that went away, as `| head` does, has read what it wanted.
        with suppress(BrokenPipeError):
            stream.flush()
    os._exit(status)


@contextmanager
def short_lived() -> Iterator[None]:
    """For one command. Of some hundred thousand small objects hardly any is garbage before the command ends."""
    collected = gc.isenabled()
    gc.disable()
    sys.meta_path.insert(0, _WithoutPandas)
    try:
        yield
    finally:
        sys.meta_path.remove(_WithoutPandas)
        if collected:
            gc.enable()
