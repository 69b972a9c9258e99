"""终端上的表：中文按两格对齐，只用老式国标终端也有的字符。"""

from __future__ import annotations

import json
import re
import sys
from typing import TextIO, cast

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

WIDTH = 100
# Columns parted by blanks, a line of hyphens under the heads: box-drawing characters are two cells wide in some
# Chinese consoles and one in others, hyphens never are.
_NEVER_FIRST, _NEVER_LAST = "，。；：、！？）》】〕”’％%", "（《【〔“‘"
# What one line holds together: a number or a Latin word, or one character, with the stops around it.
_PIECES = re.compile(rf"[{_NEVER_LAST}]{{0,3}}(?:[0-9A-Za-z.,_/-]{{1,60}}(?:万?[㎡一-鿿])?|[\s\S])[{_NEVER_FIRST}]*")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_RULED = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


def console() -> Console:
    """Plain when it is not a terminal, so that what is piped or kept in a file is the same everywhere."""
    if sys.stdout.isatty():
        return Console(highlight=False, emoji=False, markup=False)
    return plain(sys.stdout)


def plain(out: TextIO) -> Console:
    """Without colours, the same width everywhere: for a file, or a pipe."""
    trimmed = cast(TextIO, _Trimmed(out))
    return Console(file=trimmed, width=WIDTH, highlight=False, emoji=False, markup=False, color_system=None)


def table(*heads: str, right: tuple[str, ...] = ()) -> Table:
    made = Table(box=_RULED, pad_edge=False, show_edge=False, expand=False)
    for head in heads:
        made.add_column(head, justify="right" if head in right else "left", overflow="fold")
    return made


def clear(text: str) -> str:
    """Without what would move a terminal's cursor or turn its colours: names of files and what stands in them come
    from others."""
    return _CONTROLS.sub("□", text)


def heading(out: Console, text: str) -> None:
    text = clear(text)
    out.print()
    out.print(Text(text, style="bold"))
    out.print("-" * min(cell_len(text), WIDTH))


def hanging(out: Console, first: str, text: str) -> None:
    """A paragraph whose later lines stand under its text, not under its mark."""
    indent = cell_len(first)
    for number, line in enumerate(wrapped(clear(text), min(out.width, WIDTH) - indent)):
        out.print((first if number == 0 else " " * indent) + line, soft_wrap=True)


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells, broken between any two characters, as Chinese is, but never before a stop nor
    inside a number or a word in Latin letters."""
    lines, line, used = [], "", 0
    for piece in _PIECES.findall(text):
        size = cell_len(piece)
        if used and used + size > width:
            lines.append(line)
            line, used = "", 0
        line, used = line + piece, used + size
    return [*lines, line]


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n"))


class _Trimmed:
    """A file without the blanks that fill a table's last column."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, text: str) -> int:
        return self._out.write(_trimmed(text))

    def flush(self) -> None:
        self._out.flush()


def json_text(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def write_json(document: object) -> None:
    """One JSON document on stdout, in UTF-8 whatever the locale."""
    text = json_text(document)
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)
