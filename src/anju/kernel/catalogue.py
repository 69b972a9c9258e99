"""目录：走一遍文件夹就是全部清单，按名排序，不可改动。

A file's name is its identity; nobody keeps a list, so nothing can be forgotten in one.
"""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

T_co = TypeVar("T_co", covariant=True)


class NotInCatalogue(KeyError):
    """目录里没有这个名称；说明里列出最接近的几个。"""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = known

    def nearest(self, limit: int = 3) -> list[str]:
        """Up to `limit` known names, the likeliest first; a slip in the folder or in the file both count."""

        def likeness(known: str) -> tuple[float, float]:
            whole = difflib.SequenceMatcher(None, self.name, known).ratio()
            leaf = difflib.SequenceMatcher(None, _leaf(self.name), _leaf(known)).ratio()
            return max(whole, leaf), whole

        scored = sorted((tuple(-each for each in likeness(known)), known) for known in self.known)
        return [known for (score, _), known in scored[:limit] if score <= -0.6]

    def __str__(self) -> str:
        # Written only when shown: looking a name up with `in` or `get` must not pay for the comparison.
        nearest = self.nearest()
        hint = f"，最接近的是：{'、'.join(nearest)}" if nearest else ""
        return f"目录中没有“{self.name}”{hint}"


class Catalogue(Mapping[str, T_co]):
    """名称到内容的不可变映射，按名称排序。"""

    __slots__ = ("_entries",)

    def __init__(self, entries: Mapping[str, T_co]) -> None:
        self._entries = {name: entries[name] for name in sorted(entries)}

    def __getitem__(self, name: str) -> T_co:
        try:
            return self._entries[name]
        except KeyError:
            raise NotInCatalogue(name, tuple(self._entries)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __repr__(self) -> str:
        return f"Catalogue({self._entries!r})"


def walk_modules(package: str, attribute: str | None) -> Catalogue[Any]:
    """Import every module below a package and take one attribute of each.

    Key: dotted path below the package ("funds.execution_rate"). Modules with a part that begins with "_" are
    left out; folders need no `__init__.py`. With `attribute` None the value is the module itself. TypeError,
    naming the file, when a module has no such attribute.
    """
    names = module_names(package)
    return Catalogue({name: _taken(importlib.import_module(f"{package}.{name}"), attribute) for name in names})


def module_names(package: str) -> list[str]:
    """The keys that `walk_modules` has, in order, without importing what they name."""
    root = importlib.import_module(package)
    return sorted(
        ".".join(file.relative_to(folder).with_suffix("").parts)
        for folder in map(Path, getattr(root, "__path__", ()))
        for file in _visible(folder, ".py")
    )


def walk_files(root: Path, suffix: str) -> Catalogue[Path]:
    """Every file below `root` whose name ends in `suffix` (".yaml").

    Key: path below the root with "/" and without the suffix. Files with a part that begins with "_" or "."
    are left out. NotADirectoryError when `root` is no folder, so that a misspelt one is not an empty list.
    """
    if not root.is_dir():
        raise NotADirectoryError(f"不是文件夹：{root}")
    return Catalogue({file.relative_to(root).as_posix().removesuffix(suffix): file for file in _visible(root, suffix)})


def _visible(folder: Path, suffix: str) -> Iterator[Path]:
    for file in folder.rglob(f"*{suffix}"):
        if file.is_file() and not any(part[0] in "_." for part in file.relative_to(folder).parts):
            yield file


def _taken(module: ModuleType, attribute: str | None) -> Any:
    if attribute is None:
        return module
    try:
        return getattr(module, attribute)
    except AttributeError:
        raise TypeError(f"{module.__file__} 里没有 {attribute}") from None


def _leaf(name: str) -> str:
    return name.replace("/", ".").rpartition(".")[2]
