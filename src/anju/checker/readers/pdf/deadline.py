"""时限：读 PDF 的库遇到绕圈子的文件会停不下来，到点就打断它。"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_AGAIN = 0.5


class TimeUp(BaseException):
    """The time is up. No Exception, for the library catches those within its endless loops."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Break off the block with TimeUp once it has run so long, and again until it ends. It works in any thread and on
    any system, between two steps of Python; what runs in C must be bounded by itself."""
    ended, lock = threading.Event(), threading.Lock()
    thread = ctypes.c_ulong(threading.get_ident())

    def watch() -> None:
        wait = seconds
        while not ended.wait(max(0.01, wait)):
            wait = _AGAIN
            with lock:
                if not ended.is_set():
                    _raise(thread, ctypes.py_object(TimeUp))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        with lock:  # what was sent and has not yet arrived is called back
            _raise(thread, None)


def _raise(thread: ctypes.c_ulong, kind: ctypes.py_object[type[TimeUp]] | None) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, kind)
