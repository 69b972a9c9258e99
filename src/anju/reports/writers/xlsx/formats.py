"""工作簿的格式：按名字取，同样的只建一次。"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LINE = "#c8d1da"


class Formats:
    """The formats of one workbook. `raw` is XlsxWriter's; `base` stands under every style of `styles`, whose borders
    have the colour `line`."""

    def __init__(
        self, raw: Any, base: Mapping[str, Any], styles: Mapping[str, Mapping[str, Any]], line: str = LINE
    ) -> None:
        self.raw = raw
        self._base, self._styles, self._line = base, styles, line
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def style(self, name: str, **more: Any) -> Any:
        """The named look, with what differs from it. KeyError for a name there is not."""
        properties = {**self._base, **self._styles[name], **more}
        if properties.get("border"):
            properties.setdefault("border_color", self._line)
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self.raw.add_format(properties)
        return self._made[key]
