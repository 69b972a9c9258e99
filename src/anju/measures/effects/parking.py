"""停车位：改建和增设的停车位个数，计划、完成、验收各多少。"""

from __future__ import annotations

from anju.measures._effects import effect

MEASURE = effect("parking")
