"""写下副本：先写在一旁，写全了才有名字；已有的文件不盖，名字太长的截短。"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from uuid import uuid4

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES, errno.EINVAL}
_MOST_BYTES = 255
"""Longest name that file systems take, of bytes; some count characters, and are then never at their limit."""


def write_new(folder: Path, place: Path, content: bytes) -> Path:
    """Write the copy of the report `place` below a folder, as <name>.批注.docx, of what is no Word file as
    <name>.pdf.批注.docx; never over a file that is there: then as <name>.批注2.docx and so on. No name is ever that of
    half a copy, whatever ends us. OSError when it cannot be written; then nothing is left."""
    base = folder / place.parent
    base.mkdir(parents=True, exist_ok=True)
    aside = base / f".{uuid4().hex}.批注.tmp"
    try:
        with aside.open("xb") as file:
            file.write(content)
        return next(filter(None, (_named(aside, base / name) for name in _names(place))))
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _names(place: Path) -> Iterator[str]:
    name = place.stem if place.suffix.lower() == ".docx" else place.name
    for number in count(1):
        ending = f".批注{number if number > 1 else ''}.docx"
        # A letter cut in two is left out as a whole; a name that was no text stays the bytes it was.
        most = _MOST_BYTES - len(ending.encode())
        short = name
        while len(os.fsencode(short)) > most:
            short = short[:-1]
        yield short + ending


def _named(aside: Path, target: Path) -> Path | None:
    """Give a finished file its name, all at once; None when that is taken."""
    try:
        target.hardlink_to(aside)
    except FileExistsError:
        return None
    except OSError as fault:
        if fault.errno not in _NO_LINKS:
            raise
        return _moved(aside, target)
    return target


def _moved(aside: Path, target: Path) -> Path | None:
    """The same where there are no links, as on a memory stick: the name is taken first, then filled."""
    try:
        target.open("xb").close()
    except FileExistsError:
        return None
    return aside.replace(target)


__all__ = ["write_new"]
