"""指标工作簿 indicators.xlsx：评分表、逐项依据、各张附表，末页是每个数的来源。"""

from anju.reports.writers.xlsx.writer import write

__all__ = ["write"]
