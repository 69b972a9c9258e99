"""表格：真的表格，和抄进纯文本、打散成一行一格的表格，都排成行列；每一格知道行名、列名、单位。"""

from anju.checker.extract.tables.cell import Cell
from anju.checker.extract.tables.flattened import flattened
from anju.checker.extract.tables.grid import Grid, grids

__all__ = ["Cell", "Grid", "flattened", "grids"]
