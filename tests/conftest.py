"""What all tests share: where caches go, and how a test asks for a program of the system."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest
from hypothesis.configuration import set_hypothesis_home_dir

ROOT = Path(__file__).resolve().parents[1]
CI = "CI" in os.environ

set_hypothesis_home_dir(ROOT / "var" / "cache" / "hypothesis")
# A slow shared machine must not turn a property red; CI repeats the same examples, a desk tries new ones.
hypothesis.settings.register_profile(
    "anju", deadline=None, derandomize=CI, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("anju")


def find_libreoffice() -> str | None:
    """Path of LibreOffice's command, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def find_chromium() -> str | None:
    """Path of Chromium, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def find_cjk_font() -> str | None:
    """Path of one Noto CJK font file, or None."""
    if not shutil.which("fc-list"):
        return None
    fonts = subprocess.run(["fc-list", ":lang=zh-cn", "file"], capture_output=True, text=True, check=False)
    return next((line.strip(" :") for line in fonts.stdout.splitlines() if "CJK" in line), None)


def find_linux() -> str | None:
    """Where processes can be looked up: other systems have none such, and take no file names but in UTF-8."""
    return "/proc" if Path("/proc/self/stat").exists() else None


# name → how to find it, what to type when it is not there
SYSTEM: dict[str, tuple[Callable[[], str | None], str]] = {
    "libreoffice": (find_libreoffice, "apt-get install libreoffice-calc libreoffice-writer"),
    "chromium": (find_chromium, "apt-get install chromium"),
    "cjk-font": (find_cjk_font, "apt-get install fontconfig fonts-noto-cjk"),
    "linux": (find_linux, "换到 Linux 上"),
}


def required() -> set[str]:
    """Names in ANJU_REQUIRE: their absence is a failure, not a reason to skip."""
    return {name.strip() for name in os.environ.get("ANJU_REQUIRE", "").split(",") if name.strip()}


def pytest_configure() -> None:
    unknown = required() - SYSTEM.keys()
    if unknown:
        raise pytest.UsageError(
            f"ANJU_REQUIRE 中有不认识的名称：{'、'.join(sorted(unknown))}；可用：{'、'.join(SYSTEM)}"
        )


def ask_for(name: str) -> str:
    """Path of the system's program or font `name`; without it the test is skipped, or fails when required."""
    find, install = SYSTEM[name]
    found = find()
    if found:
        return found
    message = f"本机缺少 {name}，请先执行：{install}"
    if name in required():
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


@pytest.fixture(scope="session")
def require() -> Callable[[str], str]:
    """`require("libreoffice")` gives its path; nothing else in the tests may skip."""
    return ask_for


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    from health.house import long_exceptions  # noqa: PLC0415  (found only once pytest has set its paths)

    listed = long_exceptions(ROOT)
    if listed:
        terminalreporter.write_line(f"获准超长的文件和函数 {len(listed)} 处：")
    for line in listed:
        terminalreporter.write_line(f"  {line}")
