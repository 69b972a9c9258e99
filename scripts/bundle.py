"""Make an offline installer below var/bundle.

    python scripts/bundle.py                 for this machine and Python; proved by installing it without an index
    python scripts/bundle.py windows 3.12    for another kind of machine; its wheels are gathered, not run

Only what the program needs to run goes in, at the versions and with the hashes of requirements.lock.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
UV = ROOT / ".venv/bin/uv"
LINUX = ("2_28", "2_27", "2_26", "2_24", "2_17", "2014")  # oldest C library a wheel asks for


class Kind(NamedTuple):
    """A kind of machine: its Chinese name, uv's name for it, pip's tags (none: this very machine)."""

    title: str
    uv: str
    tags: tuple[str, ...]


def linux_tags(processor: str) -> tuple[str, ...]:
    return tuple(f"manylinux{'_' if '_' in c else ''}{c}_{processor}" for c in LINUX)


KINDS = {
    "windows": Kind("Windows 10 以上，64 位", "x86_64-pc-windows-msvc", ("win_amd64",)),
    "linux": Kind("Linux，x86_64", "x86_64-manylinux_2_28", linux_tags("x86_64")),
    "linux-arm": Kind("Linux，ARM64（飞腾、鲲鹏）", "aarch64-manylinux_2_28", linux_tags("aarch64")),
}


def run(*command: str | Path, env: dict[str, str] | None = None) -> None:
    """Run a command in the clone; when it fails its own message has been printed, and we end."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env=env, check=False)
    if done.returncode:
        sys.exit(f"制作离线安装包失败：{' '.join(map(str, command[:4]))} …… 以 {done.returncode} 结束。")


def pins(lock: Path) -> dict[str, set[str]]:
    """`name==version` → its hashes."""
    entries = re.split(r"^(?=\w)", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {entry.split()[0]: set(re.findall(r"sha256:\w+", entry)) for entry in entries if "==" in entry}


def write_runtime_pins(target: Path, kind: Kind, python: str) -> None:
    """The hash-pinned list of the runtime dependencies for one kind of machine; ends if it strays from the lock."""
    platform = ("--python-platform", kind.uv) if kind.tags else ()
    run(UV, "pip", "compile", "-q", "pyproject.toml", "--python-version", python, *platform,
        "--generate-hashes", "--no-header", "--no-annotate", "-c", "requirements.lock", "-o", target)  # fmt: skip
    locked = pins(ROOT / "requirements.lock")
    strays = [pin for pin, hashes in pins(target).items() if not hashes <= locked.get(pin, set())]
    if strays:
        sys.exit(f"这些依赖与 requirements.lock 不一致，请先 make lock：{'、'.join(strays)}")


def gather_wheels(folder: Path, kind: Kind, python: str) -> None:
    """Download each pinned wheel, build our own, and pin ours with its hash as well."""
    wheels, listed = folder / "wheels", folder / "requirements.txt"
    tags = [word for tag in kind.tags for word in ("--platform", tag)]
    version = ["--python-version", python] if kind.tags else []
    run(sys.executable, "-m", "pip", "download", "-qq", "--no-deps", "--require-hashes",
        "--only-binary", ":all:", *tags, *version, "-r", listed, "-d", wheels)  # fmt: skip
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", wheels)
    ours = next(wheels.glob("anju-*.whl"))
    pin = f"anju=={ours.name.split('-')[1]} --hash=sha256:{hashlib.sha256(ours.read_bytes()).hexdigest()}\n"
    with listed.open("a", encoding="utf-8") as lines:
        lines.write(pin)


def write_guides(folder: Path, words: dict[str, str]) -> None:
    """The two install scripts and the guide, in the encoding each reader expects."""
    encodings = {"install.sh": ("utf-8", "\n"), "install.bat": ("gbk", "\r\n"), "说明.txt": ("utf-8-sig", "\r\n")}
    for name, (encoding, newline) in encodings.items():
        text = (ROOT / "scripts/installer" / name).read_text(encoding="utf-8")
        for word, value in words.items():
            text = text.replace(f"@{word}@", value)
        (folder / name).write_text(text, encoding=encoding, newline=newline)
    (folder / "install.sh").chmod(0o755)


def prove(folder: Path) -> None:
    """Install into a fresh place with no index, no cache and no settings, and run the demonstration there."""
    place = ROOT / "var/bundle-proof"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    deaf = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1", "LANG": "C.UTF-8"}
    env = {"PATH": os.environ["PATH"], "HOME": str(place), "PYTHON": sys.executable, **deaf}
    run("sh", folder / "install.sh", place / "anju", env=env)
    run(place / "anju/bin/anju", "demo", "--no-serve", "--out", place / "demo", env=env)
    print("验证：已在断开软件源的全新环境中装好，并跑通 anju demo。")


def main(arguments: list[str]) -> None:
    if len(arguments) not in (0, 2) or (arguments and arguments[0] not in KINDS):
        sys.exit(f'用法：make bundle，或 make bundle FOR="种类 Python版本"；种类有：{"、".join(KINDS)}')
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    name, python = arguments or (sysconfig.get_platform(), here)
    kind = KINDS[name] if arguments else Kind(f"与制作时相同的机器（{name}）", "", ())
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    folder = ROOT / "var/bundle" / f"anju-{version}-{name}-python{python}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    write_runtime_pins(folder / "requirements.txt", kind, python)
    gather_wheels(folder, kind, python)
    write_guides(folder, {"VERSION": version, "PYTHON": python, "MACHINE": kind.title})
    if not arguments:
        prove(folder)
    print(f"离线安装包：{folder.relative_to(ROOT)}")


if __name__ == "__main__":
    main(sys.argv[1:])
