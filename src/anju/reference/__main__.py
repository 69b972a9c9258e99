"""生成 docs/reference：python -m anju.reference；加 --check 只核对，过时的点名。"""

from __future__ import annotations

import sys
from pathlib import Path

from anju.kernel.catalogue import walk_modules
from anju.policy.loader import load_policy

FOLDER = Path("docs/reference")
MEASURED = frozenset({"checker-accuracy.md"})
"""Pages that are measured, in minutes and not here: make bench-checker writes them."""


def pages() -> dict[str, str]:
    """File name → text, for every page there is; a module may have a folder of further pages."""
    policy = load_policy()
    found: dict[str, str] = {}
    for module_name, module in walk_modules("anju.reference", None).items():
        name = module_name.replace("_", "-")
        found[f"{name}.md"] = module.page(policy)
        more = module.pages(policy) if hasattr(module, "pages") else {}
        found |= {f"{name}/{file}": text for file, text in more.items()}
    return found


def stale(folder: Path, wanted: dict[str, str]) -> list[str]:
    """Pages that are missing, differ, or are of no use any more."""
    there = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}
    names = {*there, *wanted} - MEASURED
    return sorted(name for name in names if there.get(name) != wanted.get(name))


def main(arguments: list[str]) -> int:
    wanted = pages()
    old = stale(FOLDER, wanted)
    if "--check" in arguments:
        for name in old:
            print(f"{FOLDER / name} 过时了，请运行 python -m anju.reference", file=sys.stderr)
        return 1 if old else 0
    for name in old:
        if name in wanted:
            (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
            (FOLDER / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
