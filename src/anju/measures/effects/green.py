"""绿地恢复提升：恢复和提升的绿地面积，计划、完成、验收各多少。"""

from __future__ import annotations

from anju.measures._effects import effect

MEASURE = effect("green")
