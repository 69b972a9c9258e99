"""不装命令也能用：python -m anju.cli。"""

import sys

from anju.cli import main

sys.exit(main())
