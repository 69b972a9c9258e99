"""第四层：成语、套话、地名、俗称里的数字，看着像数加量词；两条线、四个意识、三台县、三道湾村，数不得。"""

from __future__ import annotations

import re
from collections import defaultdict

_WORDS = (
    "两个维护 两个确立 两个责任 两个覆盖 两个结合 两个毫不动摇 三个代表 三个一批 三个务必 四个意识 四个自信 "
    "四个全面 四个最严 四个不摘 四个体系 五个一 六个一 四个一 三个一 两个一 七个一 两条线 两条腿 三条红线 三道红线 "
    "两张皮 两套班子 两口子 八项规定 九项准则 十项全能 三位一体 四位一体 五位一体 三重一大 三支一扶 三次产业 "
    "三件套 四件套 五件套 三轮车 三轮摩托 三班倒 两班倒 三类县 二元 三元区 三元桥 三元锂 三台县 五台县 五台山 "
    "九台区 七台河 四平市 四平站 三门县 三门峡 六盘水 六盘山 三条岭 五座以下 七座以下 四面 八面 三面 两面"
)
_NUMERALS = "一二三四五六七八九十百千万两〇零"
_PLACE = "间道台户家口门棵块里顶股队站角面眼方塘排屯合源星官座所条支岔头段层盘孔"
_SHAPES = (
    rf"(?<=[{_NUMERALS}])(?:(?:户|区|楼|院|人|小区|项目|村|标段|点|岗|表|校|街|企)[{_NUMERALS}]"
    r"(?:策|档|表|岗|图|码|案|册|卡|员|方案|档案|责|证|品|特|警|医|站|队|格|书)"
    rf"|[{_PLACE}][\u4e00-\u9fff]?(?:镇|乡|村|街|路|巷|县|河|沟|湾|庄|屯|寨|井|山|店|堡|洼|坝子)(?![民干道体洞组级委]))"
    r"|(?<=[一二三四五六七八九十两])分之|(?<=十)分(?![之钟])"
    r"|(?<=1)(?<!\d1)5分钟(?=[\u4e00-\u9fff]{0,4}圈)|(?<=7)[×xX*]24小时?|(?<=2)(?<!\d2)4小时(?!以?内|之内|后|前|以上)"
)


def _built() -> re.Pattern[str]:
    """One pattern that looks at a word only where its first character stands; the longest word first."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(_WORDS.split()), key=len, reverse=True):
        by_first[word[0]].append(word[1:])
    words = "|".join(f"(?<={first})(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return re.compile(f"[{_NUMERALS}127](?<![{_NUMERALS}].)(?:{words}|{_SHAPES})")


PATTERN = _built()
