"""加装电梯：加装的电梯部数，计划、完成、验收各多少。"""

from __future__ import annotations

from anju.measures._effects import effect

MEASURE = effect("lifts")
