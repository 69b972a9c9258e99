"""参考文档共用：标题、表格和出处怎么写成 Markdown。"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from anju.kernel.citation import Citation
from anju.policy.loader import Policy

HEAD = "<!-- 由 python -m anju.reference 生成，不要手改 -->"


def document(title: str, intro: str, *sections: str) -> str:
    return "\n\n".join([f"# {title}", HEAD, intro, *sections]).rstrip() + "\n"


def section(title: str, *paragraphs: str) -> str:
    return "\n\n".join([f"## {title}", *[paragraph for paragraph in paragraphs if paragraph]])


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A pipe table; a bar or line break inside a cell is written so that it stays in the cell."""
    lines = [_line(heads), _line(["---"] * len(heads)), *(_line(row) for row in rows)]
    return "\n".join(lines)


def _line(cells: Sequence[object]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def cited(policy: Policy, basis: Citation) -> str:
    """《…》（文号）条款【可靠程度】；说明."""
    source = policy.sources[basis.source].shown
    note = f"；{basis.note}" if basis.note else ""
    return f"{source}{basis.article}【{basis.assurance.label}】{note}"


def first_line(module: object) -> tuple[str, str]:
    """Title and definition: a docstring's first line before and after its colon."""
    line = (getattr(module, "__doc__", None) or "").strip().splitlines()[0]
    title, _, says = line.partition("：")
    return title, says
