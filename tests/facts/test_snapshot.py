"""A snapshot comes back as it was written; one changed byte anywhere, and it is refused in one sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from county_rows import tables

from anju.facts.snapshot import BadSnapshot, Head, Snapshot, freeze, is_snapshot, issued, read, write

HEAD = Head("150822", "磴口县", 2023, date(2024, 1, 30))
RECORD: dict[str, Any] = {
    "id": "performance_evaluation-0a1b2c",
    "paragraphs": [{"text": "计划改造7个小区", "figures": []}],
}
ROWS = {"资金流水": [{"编号": "1", "事项": "支付", "金额": "1.5", "办理日期": "2023年5月1日"}]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(frozen(), tmp_path / "snapshot", {RECORD["id"]: RECORD})
    return tmp_path / "snapshot"


def frozen() -> Snapshot:
    return freeze(HEAD, tables(ROWS))


def test_it_comes_back_whole(folder: Path) -> None:
    found = read(folder)
    assert (found.head, found.hash) == (HEAD, frozen().hash)
    assert found.tables["fund_moves"].equals(frozen().tables["fund_moves"])


def test_the_folder_that_holds_it_will_do(folder: Path) -> None:
    assert is_snapshot(folder.parent)
    assert read(folder.parent).hash == frozen().hash


def test_every_file_is_listed_with_both_digests(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_bytes())
    listed = {entry["path"] for entry in manifest["files"]}
    assert listed == {p.relative_to(folder).as_posix() for p in folder.rglob("*/*")}
    assert f"issued/{RECORD['id']}.json" in listed
    assert all(len(entry["sha256"]) == len(entry["sm3"]) == 64 for entry in manifest["files"])


def every_file() -> list[str]:
    return ["manifest.json", "tables/fund_moves.parquet", "tables/communities.parquet", f"issued/{RECORD['id']}.json"]


@pytest.mark.parametrize("name", every_file())
@pytest.mark.parametrize("place", [0.02, 0.5, 0.98])
def test_one_changed_byte_is_refused(folder: Path, name: str, place: float) -> None:
    content = bytearray((folder / name).read_bytes())
    content[int(len(content) * place)] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(BadSnapshot, match="改动过"):
        read(folder)


def test_a_manifest_rewritten_with_another_date_is_refused(folder: Path) -> None:
    path = folder / "manifest.json"
    path.write_bytes(path.read_bytes().replace(b"2024-01-30", b"2024-01-29"))
    with pytest.raises(BadSnapshot, match="改动过"):
        read(folder)


def test_a_snapshot_written_before_a_column_was_declared_is_read(tmp_path: Path) -> None:
    """An empty column adds nothing to the content hash, so a later version may add one."""
    whole = frozen()
    moves = whole.tables["fund_moves"]
    assert moves["voucher"].null_count == moves.num_rows > 0
    older = replace(whole, tables={**whole.tables, "fund_moves": moves.drop_columns(["voucher"])})
    write(older, tmp_path / "older")
    found = read(tmp_path / "older")
    assert found.hash == whole.hash
    assert found.tables["fund_moves"].equals(moves)


def test_a_missing_table_is_named(folder: Path) -> None:
    (folder / "tables/goals.parquet").unlink()
    with pytest.raises(BadSnapshot, match=r"goals\.parquet"):
        read(folder)


def test_a_folder_without_manifest_is_none(tmp_path: Path) -> None:
    assert not is_snapshot(tmp_path)
    with pytest.raises(BadSnapshot, match=r"manifest\.json"):
        read(tmp_path)


def test_what_a_document_said_comes_back(folder: Path) -> None:
    assert issued(folder) == issued(folder.parent) == [RECORD]


def test_what_was_issued_leaves_the_content_hash_alone(folder: Path, tmp_path: Path) -> None:
    write(frozen(), tmp_path / "other")
    assert issued(tmp_path / "other") == []
    assert read(tmp_path / "other").hash == read(folder).hash


def test_a_record_changed_or_slipped_in_is_not_believed(folder: Path) -> None:
    (folder / "issued/other.json").write_text("{}")
    assert issued(folder) == [RECORD]
    path = folder / f"issued/{RECORD['id']}.json"
    path.write_bytes(path.read_bytes().replace("7个".encode(), "5个".encode()))
    with pytest.raises(BadSnapshot, match="改动过"):
        issued(folder)


@pytest.mark.parametrize("name", ["../outside", "a/b", "", "报告 1"])
def test_an_id_that_is_no_file_name_is_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="文件编号"):
        write(frozen(), tmp_path / "snapshot", {name: RECORD})
    assert not (tmp_path / "snapshot").exists()
