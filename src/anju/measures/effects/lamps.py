"""照明灯具：补建更换的灯具盏数，计划、完成、验收各多少。"""

from __future__ import annotations

from anju.measures._effects import effect

MEASURE = effect("lamps")
