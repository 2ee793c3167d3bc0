"""Print one of the README's two commands: `demo` is the first block of shell code, `tests` the second."""

import re
import sys
from pathlib import Path

blocks = re.findall(r"^```sh\n(.+?)\n```$", Path("README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
print(blocks[("demo", "tests").index(sys.argv[1])])
