"""建筑节能改造：节能改造的建筑面积，计划、完成、验收各多少。"""

from __future__ import annotations

from anju.measures._effects import effect

MEASURE = effect("energy_saving")
