"""读整套政策：用户文件夹里的与自带的同等；校验值只看名称和文字。"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from policy.own_policy import SMALL, spoilt, write

from anju.policy import loader
from anju.policy.loader import SHIPPED, load_policy
from anju.policy.located import PolicyError


def test_a_county_s_own_table_loads_the_same_way(tmp_path: Path) -> None:
    policy = load_policy(write(tmp_path, **{"schemes__150822__2023": SMALL}))
    assert set(policy.schemes) == {*load_policy().schemes, "150822/2023"}
    assert policy.schemes["150822/2023"].title == "小评分表"


def test_a_table_of_the_same_name_takes_the_place_of_ours(tmp_path: Path) -> None:
    policy = load_policy(write(tmp_path, **{"schemes__national__2023": SMALL}))
    assert policy.schemes["national/2023"].title == "小评分表"
    assert len(policy.schemes) == len(load_policy().schemes)
    assert policy.default_scheme(2023).title == "小评分表"


def test_a_threshold_of_the_same_name_takes_the_place_of_ours(tmp_path: Path) -> None:
    ours = (SHIPPED / "parameters/funds/pass_on_days.yaml").read_text(encoding="utf-8")
    policy = load_policy(write(tmp_path, parameters__funds__pass_on_days=ours.replace("value: 30", "value: 20")))
    assert policy.parameters["funds/pass_on_days"].values[0].integer() == 20
    assert load_policy().parameters["funds/pass_on_days"].values[0].integer() == 30


def test_his_own_files_are_named_as_he_gave_them_and_ours_from_policy_on(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, schemes__小=spoilt('total: "10"', 'total: "x"'))
    with pytest.raises(PolicyError) as caught:
        load_policy(Path())
    assert caught.value.path == "schemes/小.yaml"
    assert load_policy().schemes["national/2023"].entry.path == "policy/schemes/national/2023.yaml"


def test_a_wrong_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="不存在"):
        load_policy(tmp_path / "没有")
    with pytest.raises(NotADirectoryError, match="schemes"):
        load_policy(write(tmp_path, 小=SMALL))


def test_a_file_that_would_be_passed_over_is_refused(tmp_path: Path) -> None:
    (write(tmp_path, schemes__小=SMALL) / "schemes/小.yaml").rename(tmp_path / "schemes/小.yml")
    with pytest.raises(PolicyError, match=r"\.yaml 结尾"):
        load_policy(tmp_path)


def test_the_central_table_of_the_year_is_the_last_that_began(tmp_path: Path) -> None:
    newer = spoilt("years: {from: 2023, to: null}", "years: {from: 2025, to: 2026}")
    elsewhere = spoilt("years: {from: 2023, to: null}", "years: {from: 2024, to: null}")
    policy = load_policy(write(tmp_path, **{"schemes__national__2025": newer, "schemes__2024": elsewhere}))
    assert policy.default_scheme(2023).code == "national/2023"
    assert policy.default_scheme(2024).code == "national/2023"
    assert policy.default_scheme(2026).code == "national/2025"
    assert policy.default_scheme(2027).code == "national/2023"
    with pytest.raises(LookupError, match="没有适用于2019年度的中央评分表"):
        policy.default_scheme(2019)


def test_line_ends_do_not_change_the_hash(tmp_path: Path) -> None:
    copy = tmp_path / "政策"
    shutil.copytree(SHIPPED, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    for path in copy.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_policy(copy).hash == load_policy().hash


def test_every_word_and_every_name_counts_in_the_hash(tmp_path: Path) -> None:
    def hashed(folder: str, **files: str) -> str:
        return load_policy(write(tmp_path / folder, **files)).hash

    renamed, changed = hashed("乙", schemes__大=SMALL), hashed("丙", schemes__小=SMALL + "# 注\n")
    found = {load_policy().hash, hashed("甲", schemes__小=SMALL), renamed, changed}
    assert len(found) == 4
    assert hashed("丁", schemes__小=SMALL) == hashed("甲", schemes__小=SMALL)


def test_a_file_that_takes_the_place_of_ours_word_for_word_changes_nothing(tmp_path: Path) -> None:
    ours = (SHIPPED / "schemes/national/2023.yaml").read_text(encoding="utf-8")
    assert load_policy(write(tmp_path, schemes__national__2023=ours)).hash == load_policy().hash


def test_policy_is_read_once_a_process() -> None:
    assert load_policy() is load_policy()
    assert hash(load_policy()) == hash(load_policy())


def test_nothing_but_the_five_rooms_is_read(tmp_path: Path) -> None:
    write(tmp_path, schemes__小=SMALL, 笔记="不是政策\n\t", notes__表="x")
    assert set(load_policy(tmp_path).schemes) - set(load_policy().schemes) == {"小"}
    assert loader.ROOMS == ("sources", "parameters", "vocabularies", "schemes", "report_kinds")
