"""读工作簿：每张表一个表格，每一格是屏幕上显示的样子（小数位、百分号、千分位照格式），不是存着的值。"""

from anju.checker.readers.xlsx.workbook import read_xlsx

__all__ = ["read_xlsx"]
