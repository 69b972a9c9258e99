"""读 Word 文档：直接读压缩包里的 XML，取最后定稿的文字，连同表格位置、数的控件和书签。"""

from anju.checker.readers.docx.document import read_docx

__all__ = ["read_docx"]
