"""道路整修：整修的小区道路面积，计划、完成、验收各多少。"""

from __future__ import annotations

from anju.measures._effects import effect

MEASURE = effect("roads")
