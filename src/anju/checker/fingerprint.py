"""指纹：同一个问题，文字挪了地方、前后换了次序，还是同一个；数变了就不是了。"""

from __future__ import annotations

import hashlib

from anju.kernel.finding import Finding


def fingerprint(finding: Finding) -> str:
    """16 hex of SHA-256 over the code, what it is about and what was computed: never places."""
    said: set[str] = set()
    if finding.computation is not None:
        computation = finding.computation
        said = {each for each in (computation.stated, computation.computed, *computation.operands) if each}
    if not said:
        said = {"".join((finding.where.text or finding.message).split())}
    return hashlib.sha256("\0".join([finding.code, finding.about, *sorted(said)]).encode()).hexdigest()[:16]
