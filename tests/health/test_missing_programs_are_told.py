"""A test that wants a missing program is skipped with what to type, and fails where ANJU_REQUIRE names it."""

import subprocess

import conftest
import pytest
from _pytest.outcomes import Failed, Skipped
from health.house import ROOT


@pytest.fixture(autouse=True)
def no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(conftest.SYSTEM, "libreoffice", (lambda: None, "apt-get install libreoffice-calc"))


@pytest.mark.parametrize(("required", "outcome"), [("", Skipped), ("cjk-font", Skipped), ("libreoffice", Failed)])
def test_it_skips_or_fails(required: str, outcome: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANJU_REQUIRE", required)
    with pytest.raises(outcome, match="本机缺少 libreoffice，请先执行：apt-get install libreoffice-calc"):
        conftest.ask_for("libreoffice")


def test_a_name_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANJU_REQUIRE", "libreofice")
    with pytest.raises(pytest.UsageError, match="libreofice"):
        conftest.pytest_configure()


def test_setup_says_which_python_is_missing(tmp_path: object) -> None:
    setup = ["sh", "scripts/venv.sh", f"{tmp_path}/venv", "requirements.lock"]
    done = subprocess.run(
        setup, cwd=ROOT, env={"PATH": "/usr/bin:/bin", "PYTHON": "python2"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("缺少 Python 3.11 或更高版本")
    assert done.stderr.count("\n") == 1
