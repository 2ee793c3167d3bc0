"""The README's way out: a page of Python that reads a journal without this program."""

import ast
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from carecompanion.domain.records import LISTS
from carecompanion.domain.sample import sample_book
from carecompanion.store import Journal, files
from carecompanion.store.columns import written
from tests.test_readme import README
from tests.tui.driving import NOW

SCRIPT = README.partition("## If this program were gone")[2].partition("```python\n")[2].partition("\n```")[0]
NEEDS = {"hashlib", "hmac", "json", "sqlite3", "sys", "cryptography"}


@dataclass(frozen=True)
class Kept:
    """The sample journal, closed, with a few acts in its history; its code, and the script beside it."""

    file: Path
    code: str
    script: Path
    rows: dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Nobody changes it."""
    place = tmp_path_factory.mktemp("way-out")
    book = sample_book(NOW)
    journal, code = Journal.create(place / "journal", None, book.settings, NOW, records=tuple(book.everything()))
    journal.keep(without=[next(iter(book.notes.values()))])
    rows = {name: [written(record) for record in journal.book.list(name).values()] for name in LISTS}
    journal.close()
    (place / "way_out.py").write_text(SCRIPT, encoding="utf-8")
    return Kept(place / "journal" / files.JOURNAL, code, place / "way_out.py", rows)


def run(kept: Kept, file: Path, code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(kept.script), str(file)]
    return subprocess.run(command, input=f"{code}\n", capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize("spelled", [str, lambda code: code.lower().replace("-", " ").replace("0", "o")])
def test_it_reads_every_record_and_the_history_from_the_file_and_the_code(kept: Kept, spelled: Any) -> None:
    ran = run(kept, kept.file, spelled(kept.code))
    assert (ran.returncode, ran.stderr) == (0, "Recovery code:\n")
    read = json.loads(ran.stdout)
    assert {name: read[name] for name in LISTS} == kept.rows
    assert sum(map(len, kept.rows.values())) > 100
    assert len(read["acts"]) == len(read["versions"]) == 1
    assert read["settings"]


def test_another_code_and_a_damaged_page_are_said_to_be_just_that(kept: Kept, tmp_path: Path) -> None:
    content = bytearray(kept.file.read_bytes())
    content[4096 * 5 + 100] ^= 1
    (tmp_path / "damaged.db").write_bytes(content)
    other = "1" if kept.code[0] != "1" else "2"
    for file, code, page in (
        (kept.file, other + kept.code[1:], 1),
        (tmp_path / "damaged.db", kept.code, 6),
    ):
        ran = run(kept, file, code)
        assert ran.returncode == 1
        assert ran.stdout == ""
        assert ran.stderr.endswith(f"or page {page} of it is damaged. Nothing was changed.\n")


def test_it_is_thirty_lines_at_most_and_needs_only_python_and_one_library() -> None:
    lines = [line for line in SCRIPT.splitlines() if line.strip() and not line.startswith("#")]
    assert 0 < len(lines) <= 30
    for node in ast.walk(ast.parse(SCRIPT)):
        if isinstance(node, ast.Import):
            assert {name.name for name in node.names} <= NEEDS
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").partition(".")[0] in NEEDS
    assert re.search(r"pip install cryptography", README)
