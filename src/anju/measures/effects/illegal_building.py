"""违法建设拆除：拆除的违法建设面积，计划、完成、验收各多少。"""

from __future__ import annotations

from anju.measures._effects import effect

MEASURE = effect("illegal_building")
