"""Who may import whom: arrows only downwards."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "carecompanion"
STANDARD = sys.stdlib_module_names | {"__future__"}
LANGUAGE = "carecompanion.language"
"""What every layer says its texts through."""

ALLOWED: dict[str, set[str]] = {
    "domain": {"carecompanion.domain"},
    "store": {"carecompanion.store", "carecompanion.domain", "sqlcipher3", "cryptography"},
    "sharing": {"carecompanion.sharing", "carecompanion.domain"},
    "tui": {
        "carecompanion.tui",
        "carecompanion.domain",
        "carecompanion.sharing",
        "carecompanion.store",
        "textual",
        "rich",
    },
}
"""The packages each layer may use beside the standard library."""

ONLY_THERE = {
    "fpdf": "sharing/pdf.py",
    "fpdf.enums": "sharing/pdf.py",
    "fpdf.fonts": "sharing/pdf.py",
    "holidays": "domain/workdays.py",
    "icalendar": "sharing/calendar_file.py",
    "platformdirs": "tui/folder.py",
    "recurring_ical_events": "sharing/calendar_file.py",
}
"""Libraries that one file alone may use, when first needed."""

IMPURE = {"datetime.now", "date.today", "time.time", "open", "print", "input"}


def _sources(layer: str) -> list[Path]:
    return sorted((PACKAGE / layer).rglob("*.py"))


def _imports(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{source.name} imports relatively"
            yield node.module or ""


def _within(module: str, packages: set[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("layer", ALLOWED)
def test_a_layer_imports_only_what_lies_below_it(layer: str) -> None:
    for source in _sources(layer):
        place = source.relative_to(PACKAGE).as_posix()
        for module in _imports(source):
            if module.partition(".")[0] in STANDARD or module == LANGUAGE or ONLY_THERE.get(module) == place:
                continue
            assert _within(module, ALLOWED[layer]), f"{place} imports {module}"


@pytest.mark.parametrize(("library", "place"), ONLY_THERE.items())
def test_a_library_that_is_slow_to_import_waits_until_it_is_needed(library: str, place: str) -> None:
    asked_for = [
        node
        for node in ast.parse((PACKAGE / place).read_text(encoding="utf-8")).body
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not any(library in ast.unparse(node) for node in asked_for)


def test_screens_know_only_the_public_names_of_the_store() -> None:
    for source in _sources("tui"):
        for module in _imports(source):
            assert not module.startswith("carecompanion.store."), f"{source.name} imports {module}"


def test_the_domain_has_no_clock_and_no_files() -> None:
    for source in _sources("domain"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                assert ast.unparse(node.func) not in IMPURE, f"{source.name} line {node.lineno}"


def test_nothing_below_the_commands_knows_paths_or_commands() -> None:
    for layer in ALLOWED:
        for source in _sources(layer):
            for module in _imports(source):
                assert module not in ("carecompanion.paths", "carecompanion.cli", "carecompanion.options"), source.name


def test_files_and_functions_stay_short() -> None:
    for source in sorted(PACKAGE.rglob("*.py")):
        text = source.read_text(encoding="utf-8")
        assert text.count("\n") <= 300, f"{source.name} has over 300 lines"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                assert length <= 40, f"{source.name}: {node.name} has {length} lines"
