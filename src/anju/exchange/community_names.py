"""小区的编号和名称：其他各表写编号、名称、* 或“全县”都认，认不出的不猜。"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from anju.exchange.headings import INVISIBLE
from anju.facts._table import WHOLE_COUNTY
from anju.kernel.numeral import half_width

_WHOLE = frozenset({"*", "全县", "全县合计"})
_INVISIBLE = str.maketrans("", "", INVISIBLE)


class CommunityNames:
    """Finds a community's local id by id or by name. Made from the rows of the sheet 小区: pairs of id and name."""

    def __init__(self, rows: Iterable[tuple[str | None, str | None]]) -> None:
        self._codes: dict[str, str] = {}
        self._names: dict[str, set[str]] = {}
        self._shown: dict[str, str] = {}
        for code, name in rows:
            if code is None:
                continue
            self._codes.setdefault(_folded(code), code)
            self._shown[code] = f"{name}（{code}）" if name else code
            if name:
                self._names.setdefault(_folded(name), set()).add(code)

    def resolve(self, text: str) -> str:
        """The local id, * for the whole county. LookupError with a Chinese sentence when there is no one answer."""
        wanted = _folded(text)
        if wanted in _WHOLE:
            return WHOLE_COUNTY
        if wanted in self._codes:
            return self._codes[wanted]
        named = self._names.get(wanted, set())
        if len(named) == 1:
            return next(iter(named))
        if named:
            raise LookupError(f"有{len(named)}个小区都叫“{text.strip()}”，请填编号：{'、'.join(sorted(named))}")
        raise LookupError(f"“{text.strip()}”不在“小区”表里{self._hint(wanted)}；文件只说全县的填 *")

    def _hint(self, wanted: str) -> str:
        known = difflib.get_close_matches(wanted, [*self._names, *self._codes], 3, 0.5)
        codes = [code for name in known for code in (sorted(self._names.get(name, ())) or [self._codes[name]])]
        likely = "、".join(self._shown[code] for code in dict.fromkeys(codes))
        return f"，最接近的是{likely}" if likely else "，请先在“小区”表里列出"


def whole_county(text: str) -> str:
    """The sheet 小区 itself: an id as typed, or * for the whole county."""
    return WHOLE_COUNTY if _folded(text) in _WHOLE else text


def _folded(text: str) -> str:
    return "".join(half_width(text).translate(_INVISIBLE).split()).casefold()
