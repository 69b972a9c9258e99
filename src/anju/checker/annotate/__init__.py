"""批注：把发现的问题写在一份 Word 副本里，正写在那几个字上；原来的文件一个字不动。"""

from __future__ import annotations

import zipfile
import zlib
from contextlib import suppress
from datetime import date
from pathlib import Path

from lxml import etree

from anju.checker.annotate.comment import comments_on
from anju.checker.annotate.package import NoCopy, annotated
from anju.checker.annotate.plain import plain_copy
from anju.checker.annotate.written import write_new
from anju.checker.waivers import Settled

# What a package may be that was good enough to be read: a broken part that the reader never opens, a comment's id that
# is no number, a member under a password.
_BROKEN = (etree.LxmlError, zipfile.BadZipFile, zlib.error, LookupError, ValueError, RuntimeError)


def annotated_copy(path: Path, settled: Settled, day: date) -> bytes | None:
    """The bytes of a .docx: a copy of the report at `path` with what was found in it as comments of that day. None
    when there is nothing to say. A report that is no Word document, or one that cannot be copied, is set anew from the
    text as read."""
    reading = settled.checked.reading
    comments = comments_on(settled, day)
    if not comments.comments:
        return None
    if reading.kind == "docx":
        with suppress(NoCopy, *_BROKEN):
            return annotated(path.read_bytes(), reading, comments)
    return plain_copy(path.name, reading, comments)


__all__ = ["annotated_copy", "write_new"]
