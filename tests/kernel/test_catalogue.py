"""Catalogues: sorted, immutable, walked from the folder, helpful about a slip."""

import importlib
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.kernel.catalogue import Catalogue, NotInCatalogue, walk_files, walk_modules


@given(st.dictionaries(st.text(max_size=8), st.integers()))
def test_sorted_and_detached_from_what_it_was_made_of(entries: dict[str, int]) -> None:
    before = dict(entries)
    catalogue = Catalogue(entries)
    entries["~~~~~~~~~"] = 0
    entries.clear()
    assert list(catalogue) == sorted(before)
    assert catalogue == before
    assert len(catalogue) == len(before)


def test_immutable() -> None:
    catalogue = Catalogue({"a": 1})
    with pytest.raises(TypeError):
        catalogue["b"] = 2  # type: ignore[index]
    with pytest.raises(TypeError):
        del catalogue["a"]  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        catalogue.extra = 1  # type: ignore[attr-defined]


def test_unknown_name_lists_the_nearest() -> None:
    catalogue = Catalogue({"funds.execution_rate": 1, "funds.in_place_rate": 2, "works.lamps": 3})
    with pytest.raises(NotInCatalogue) as caught:
        catalogue["funds.exection_rate"]
    assert caught.value.nearest()[0] == "funds.execution_rate"
    assert str(caught.value).startswith("目录中没有“funds.exection_rate”，最接近的是：funds.execution_rate")
    assert caught.value.nearest(limit=1) == ["funds.execution_rate"]
    assert NotInCatalogue("lamps", tuple(catalogue)).nearest() == ["works.lamps"]


def test_unknown_name_without_a_likeness() -> None:
    with pytest.raises(KeyError) as caught:
        Catalogue({"works.lamps": 3})["绿化"]
    assert str(caught.value) == "目录中没有“绿化”"


def test_reads_as_a_mapping_and_travels() -> None:
    catalogue = Catalogue({"b": 2, "a": 1})
    assert "c" not in catalogue
    assert catalogue.get("c") is None
    assert repr(catalogue) == "Catalogue({'a': 1, 'b': 2})"
    assert pickle.loads(pickle.dumps(catalogue)) == catalogue


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package `garden` with two definitions, one in a folder without `__init__.py`, and what is to be left out."""
    root = tmp_path / "garden"
    for name, text in {
        "__init__.py": "",
        "rose.py": "PLANT = 'rose'\n",
        "bed/tulip.py": "PLANT = 'tulip'\n",
        "_tools.py": "raise RuntimeError\n",
        "_shed/spade.py": "raise RuntimeError\n",
        "bed/_soil.py": "raise RuntimeError\n",
        "bed/notes.txt": "not a module",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    yield root
    for name in [name for name in sys.modules if name.split(".")[0] == "garden"]:
        del sys.modules[name]


def test_walk_modules(package: Path) -> None:
    assert dict(walk_modules("garden", "PLANT")) == {"bed.tulip": "tulip", "rose": "rose"}
    assert list(walk_modules("garden", "PLANT")) == ["bed.tulip", "rose"]


def test_walk_modules_whole(package: Path) -> None:
    assert walk_modules("garden", None)["bed.tulip"].__name__ == "garden.bed.tulip"


def test_a_new_file_is_found_without_any_list(package: Path) -> None:
    (package / "bed" / "aster.py").write_text("PLANT = 'aster'\n", encoding="utf-8")
    importlib.invalidate_caches()
    assert walk_modules("garden", "PLANT")["bed.aster"] == "aster"


def test_walk_modules_names_the_file_that_lacks_the_attribute(package: Path) -> None:
    with pytest.raises(TypeError, match=r"(rose|tulip)\.py 里没有 COLOUR"):
        walk_modules("garden", "COLOUR")


def test_walk_files(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/c.yaml", "a/_draft.yaml", ".hidden/d.yaml", "a/.~lock.yaml", "e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "folder.yaml").mkdir()
    assert dict(walk_files(tmp_path, ".yaml")) == {"a/c": tmp_path / "a/c.yaml", "b": tmp_path / "b.yaml"}


def test_walk_files_of_no_folder(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="不是文件夹"):
        walk_files(tmp_path / "absent", ".yaml")
