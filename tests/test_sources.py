"""What no source may hold: ways in which a person's words would be read as markup, printed or lost."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "carecompanion"
SCREENS = sorted((PACKAGE / "tui").rglob("*.py"))
EVERY = sorted(PACKAGE.rglob("*.py"))

READS_MARKUP = {
    "notify",
    "from_markup",
    "from_text",
    "escape",
    "Label",
    "Button",
    "OptionList",
    "DataTable",
    "Markdown",
}
"""Calls that read markup in a str, or try to take it out again; Textual's and Rich's."""
READ_AS_MARKUP = {"tooltip", "border_title", "border_subtitle"}
"""Attributes whose str is read as markup."""
LOUD = {"sleep", "breakpoint", "getLogger", "basicConfig", "log"}
"""Calls that wait, stop or write where nobody looks."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def tree(source: Path) -> ast.Module:
    return ast.parse(source.read_text(encoding="utf-8"))


def place(source: Path, node: ast.AST) -> str:
    return f"{source.relative_to(PACKAGE)}, line {getattr(node, 'lineno', '?')}"


def calls(within: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call, by the last part of the name of what is called."""
    for node in ast.walk(within):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def functions(within: ast.AST) -> Iterator[Function]:
    yield from (node for node in ast.walk(within) if isinstance(node, Function))


MAKES_CONTENT = {"Content", "truncate"} | {
    function.name
    for source in SCREENS
    for function in functions(tree(source))
    if function.returns is not None and ast.unparse(function.returns) in ("Content", "Content | None")
}
"""Whatever answers with Content."""


def is_content(node: ast.expr, function: Function) -> bool:
    """Whether an expression is Content whatever the person typed: made by what makes it, or by a name that holds it."""
    if isinstance(node, ast.IfExp):
        return is_content(node.body, function) and is_content(node.orelse, function)
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return name in MAKES_CONTENT
    return isinstance(node, ast.Name) and holds_content(node.id, function)


def holds_content(name: str, function: Function) -> bool:
    """Whether everything a function puts under a name is Content."""
    for argument in (*function.args.args, *function.args.kwonlyargs):
        if argument.arg == name:
            return argument.annotation is not None and ast.unparse(argument.annotation) == "Content"
    given = [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and any(isinstance(to, ast.Name) and to.id == name for to in node.targets)
    ]
    return bool(given) and all(is_content(value, function) for value in given)


def shown(function: Function) -> Iterator[ast.expr]:
    """What a function hands to a Static, in making it or after."""
    for name, call in calls(function):
        if name == "Static" or (name == "update" and isinstance(call.func, ast.Attribute)):
            yield from call.args
            yield from (keyword.value for keyword in call.keywords if keyword.arg in ("content", "renderable"))


@pytest.mark.parametrize("source", SCREENS, ids=lambda source: source.stem)
def test_what_a_widget_shows_is_content(source: Path) -> None:
    for function in functions(tree(source)):
        for words in shown(function):
            assert is_content(words, function), f"{place(source, words)}: {ast.unparse(words)}"


@pytest.mark.parametrize("source", SCREENS, ids=lambda source: source.stem)
def test_what_is_drawn_by_hand_is_content(source: Path) -> None:
    for function in functions(tree(source)):
        if function.name == "render":
            assert function.returns is not None
            assert ast.unparse(function.returns) == "Content", place(source, function)


@pytest.mark.parametrize("source", SCREENS, ids=lambda source: source.stem)
def test_no_screen_reads_markup(source: Path) -> None:
    for name, call in calls(tree(source)):
        assert name not in READS_MARKUP, place(source, call)
        assert not any(keyword.arg in ("markup", *READ_AS_MARKUP) for keyword in call.keywords), place(source, call)
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            assert node.attr not in READ_AS_MARKUP, place(source, node)


def test_words_become_content_in_one_place_that_reads_no_markup() -> None:
    for source in SCREENS:
        for name, call in calls(tree(source)):
            if name == "Content" and source.name != "drawing.py":
                assert all(isinstance(words, ast.Constant) for words in call.args), place(source, call)
            if name == "assemble" and source.name != "drawing.py":
                parts = [part for part in call.args if not ast.unparse(part).startswith("' ' * ")]
                inside = next(
                    each for each in functions(tree(source)) if each.lineno <= call.lineno <= (each.end_lineno or 0)
                )
                assert all(is_content(part, inside) for part in parts), place(source, call)


def test_only_the_commands_print() -> None:
    printing = {source.name for source in EVERY for name, _ in calls(tree(source)) if name == "print"}
    assert printing == {"cli.py", "opening.py"}


def test_nothing_waits_for_a_while_or_keeps_a_log() -> None:
    for source in EVERY:
        for name, call in calls(tree(source)):
            quiet = name == "log" and ast.unparse(call.func) == "math.log"
            assert name not in LOUD or quiet, place(source, call)
        for node in ast.walk(tree(source)):
            if isinstance(node, ast.Import):
                assert not any(name.name.partition(".")[0] == "logging" for name in node.names), place(source, node)
