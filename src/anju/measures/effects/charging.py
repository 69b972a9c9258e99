"""充电设施：电动自行车和汽车充电设施个数，计划、完成、验收各多少。"""

from __future__ import annotations

from anju.measures._effects import effect

MEASURE = effect("charging")
