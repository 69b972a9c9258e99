"""An officer looks at scoring tables: lists them, sees where each number comes from, sets two side by side."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from golden_file import compare

from anju.cli import main
from anju.kernel.assurance import PolicyAssurance
from anju.policy.loader import SHIPPED, load_policy


def test_it_lists_the_shipped_tables(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scheme", "list"]) == 0
    out = capsys.readouterr().out
    assert all(code in out for code in ("national/2023", "national/self_evaluation", "360000/2022"))


@pytest.mark.parametrize("code", ["national/2023", "national/self_evaluation", "360000/2022"])
def test_it_shows_source_and_assurance_of_every_number(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scheme", "show", code]) == 0
    out = capsys.readouterr().out
    scheme = load_policy().schemes[code]
    flat = "".join(out.split())
    for item in scheme.items.values():
        assert f"{item.code}{item.title}" in flat
    numbers = len(scheme.groups) + 2 * len(scheme.items)
    assert sum(out.count(f"【{assurance.label}】") for assurance in PolicyAssurance) >= numbers
    compare(f"scheme-{code.replace('/', '-')}.txt", out)


def test_it_compares_two_tables(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scheme", "compare", "national/2023", "360000/2022"]) == 0
    compare("scheme-compare.txt", capsys.readouterr().out)


def test_an_unknown_table_is_refused_with_the_nearest_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scheme", "show", "national/2032"]) == 2
    err = capsys.readouterr().err
    assert "national/2023" in err
    assert err.count("\n") == 1


def test_a_users_own_table_loads_the_same_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "schemes/150822"
    own.mkdir(parents=True)
    own.joinpath("2023.yaml").write_text('extends: national/2023\ntitle: 磴口县自评表\nregion: "150822"\n', "utf-8")
    assert main(["scheme", "show", "150822/2023", "--policy", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "磴口县自评表" in out
    assert "150822/2023 ← national/2023" in out


def test_a_users_wrong_table_is_refused_with_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "schemes/national"
    own.mkdir(parents=True)
    text = (SHIPPED / "schemes/national/2023.yaml").read_text("utf-8")
    shutil.copy(SHIPPED / "schemes/national/2023.yaml", own)
    own.joinpath("2023.yaml").write_text(text.replace('points: "20"', 'points: "21"', 1), "utf-8")
    assert main(["scheme", "list", "--policy", str(tmp_path)]) == 2
    err = capsys.readouterr().err
    line = next(n for n, text in enumerate(text.splitlines(), 1) if text.strip().startswith("FM:"))
    assert "2023.yaml" in err
    assert f"第{line}行" in err
    assert "20分" in err
