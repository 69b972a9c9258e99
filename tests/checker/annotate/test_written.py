"""A copy has its name only when it is whole, takes nobody else's, and its name is never too long."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from anju.checker.annotate.written import write_new

PLACE = Path("内/报告.docx")


def test_it_is_written_below_the_folder_and_over_nothing(tmp_path: Path) -> None:
    found = [write_new(tmp_path, PLACE, bytes([number])) for number in range(3)]
    assert [each.name for each in found] == ["报告.批注.docx", "报告.批注2.docx", "报告.批注3.docx"]
    assert [each.read_bytes() for each in found] == [b"\0", b"\1", b"\2"]
    assert sorted(tmp_path.rglob("*")) == sorted([tmp_path / "内", *found])


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        def write(self, _: bytes) -> None:
            pass

    opened = Path.open

    def full(path: Path, mode: str) -> Full:
        opened(path, mode).close()
        return Full()

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OSError, match="No space"):
        write_new(tmp_path, PLACE, b"1")
    assert list((tmp_path / "内").iterdir()) == []


def test_where_there_are_no_links_it_is_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", none)
    found = [write_new(tmp_path, PLACE, bytes([number])) for number in range(2)]
    assert [each.name for each in found] == ["报告.批注.docx", "报告.批注2.docx"]
    assert [each.read_bytes() for each in found] == [b"\0", b"\1"]
    assert len(list((tmp_path / "内").iterdir())) == 2


@pytest.mark.parametrize("name", ["很" * 83 + ".docx", "长" * 83 + ".txt", "a" * 250 + ".txt", "\udcc3" * 240 + ".txt"])
def test_a_long_name_is_cut_between_two_letters(tmp_path: Path, name: str) -> None:
    for ending in (".批注.docx", ".批注2.docx"):
        found = write_new(tmp_path, Path(name), b"1")
        assert found.name.endswith(ending)
        assert name.startswith(found.name.removesuffix(ending))
        assert len(found.name) > 50
