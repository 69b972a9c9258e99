"""文件指纹：SHA-256 与国密 SM3，边读边算，不把文件整个读进内存。"""

from __future__ import annotations

import hashlib
from pathlib import Path

from cryptography.hazmat.primitives import hashes

_CHUNK = 1 << 20


def sha256_file(path: Path) -> str:
    """SHA-256 of a file's bytes, as 64 lower-case hexadecimal digits; OSError when it cannot be read."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sm3_file(path: Path) -> str:
    """SM3 (GB/T 32905-2016) of a file's bytes, as 64 lower-case hexadecimal digits; OSError as above."""
    running = hashes.Hash(hashes.SM3())
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            running.update(chunk)
    return running.finalize().hex()
