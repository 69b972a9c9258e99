"""A file converted by LibreOffice, with a profile of its own, so that two tests never wait for one another."""

from __future__ import annotations

import subprocess
from pathlib import Path


def converted(path: Path, folder: Path, kind: str, office: str) -> Path:
    """The file as `kind` ("pdf", or with a filter's options) in the folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    command = [office, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{kind.partition(':')[0]}"
