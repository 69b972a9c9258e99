"""系统说的话：磁盘满了、没有权限这一类，系统用英文说，这里换成中文。"""

from __future__ import annotations

import errno

_SAID = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限，或正被别的程序占用",
    errno.EPERM: "没有权限",
    errno.EEXIST: "已经有了",
    errno.ENOTDIR: "上一级不是文件夹",
    errno.EISDIR: "是文件夹，不是文件",
    errno.EROFS: "这个盘只能读，不能写",
    errno.ENAMETOOLONG: "名字太长",
    errno.ELOOP: "快捷方式绕成了圈",
    errno.EIO: "磁盘或连接出了故障",
    errno.EBUSY: "正被别的程序占用",
    errno.EMFILE: "同时打开的文件太多",
    errno.ENFILE: "同时打开的文件太多",
    getattr(errno, "EDQUOT", errno.ENOSPC): "磁盘配额用完了",
    errno.ENOSPC: "磁盘满了",
}


def said_of(fault: OSError) -> str:
    """Why the system refused, in a few Chinese words; what is unknown by its number. Words that are no English, as our
    own code raises, stay."""
    own = fault.strerror or (str(fault) if fault.errno is None else "")
    if own and not own.isascii():
        return own
    if fault.errno is None:
        return "系统没有说明原因"
    return _SAID.get(fault.errno, f"系统错误，编号{fault.errno}")
