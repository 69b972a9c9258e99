"""读网页：按块分段，表格按格，用来排版的表格当正文，菜单和页脚不要。"""

from anju.checker.readers.html.page import read_html

__all__ = ["read_html"]
