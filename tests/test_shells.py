"""What a shell can be taught: completions that complete, a page that man can show, and help worth reading."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from carecompanion import cli
from carecompanion.examples import EXAMPLES
from tests.test_cli import COMMANDS, Shell, shell

__all__ = ["shell"]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_of_every_command_ends_with_an_example_that_can_be_given(shell: Shell, command: str) -> None:
    assert shell(*command.split(), "--help") == cli.DONE
    example = EXAMPLES[command]
    assert " ".join(shell.out.split()).endswith(f"For example: {example}")
    given = example.partition(" > ")[0].split()
    assert given[0] == "carecompanion"
    asked = cli._parser().parse_args(given[1:])
    assert getattr(asked, "named", "") == command


def test_there_is_an_example_for_each_command_and_for_nothing_else() -> None:
    assert set(EXAMPLES) == {"", *COMMANDS}


def completed(shell_name: str, script: str, tmp_path: Path) -> list[str]:
    """What a shell that was taught says to the words in the script."""
    (tmp_path / "taught").write_text(taught(shell_name), encoding="utf-8")
    found = shutil.which(shell_name)
    assert found is not None, f"this test needs {shell_name}"
    said = subprocess.run(
        [found, "-c", f"{script}"], cwd=tmp_path, capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    return said.stdout.split()


def taught(shell_name: str) -> str:
    from carecompanion import shells

    return shells.completion(cli._parser(), shell_name)


BASH = """
source ./taught
COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_shtab_carecompanion; printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("carecompanion tra", {"traits", "trash"}),
        ("carecompanion re", {"redo", "restore", "recovery-code", "review"}),
        ("carecompanion waiting --dis", {"--discreet"}),
        ("carecompanion review --names i", {"initials"}),
        ("carecompanion completion z", {"zsh"}),
    ],
)
def test_bash_completes_commands_options_and_words(words: str, expected: set[str], tmp_path: Path) -> None:
    assert set(completed("bash", BASH.format(words=words), tmp_path)) == expected


@pytest.mark.slow
def test_fish_completes_commands_and_options(tmp_path: Path) -> None:
    def offered(words: str) -> set[str]:
        script = f"source ./taught; complete -C 'carecompanion {words}'"
        lines = completed("fish", f"{script} | string replace -r '\\t.*' ''", tmp_path)
        return set(lines)

    assert offered("tra") == {"traits", "trash"}
    assert "--discreet" in offered("waiting --dis")


@pytest.mark.slow
def test_zsh_understands_what_it_is_taught(tmp_path: Path) -> None:
    script = (
        "zsh -n ./taught && mkdir known && cp taught known/_carecompanion && fpath=(./known $fpath);"
        "autoload -U compinit && compinit -D -u && autoload +X _carecompanion && print -r -- ${_comps[carecompanion]}"
    )
    assert completed("zsh", script, tmp_path) == ["_carecompanion"]


def test_the_page_for_man_names_every_command_with_its_options(shell: Shell) -> None:
    assert shell("man") == cli.DONE
    page = shell.out.replace("\\-", "-")
    assert page.startswith(".TH CARECOMPANION")
    for command in COMMANDS:
        assert f"carecompanion {command}" in page
    for option in ("--discreet", "--trait", "--forgotten", "--large-print"):
        assert option in page


def test_no_shell_page_says_a_path_of_this_machine(shell: Shell) -> None:
    assert shell("man") == cli.DONE
    said = shell.out + "".join(taught(name) for name in ("bash", "zsh", "fish"))
    assert str(Path.home()) not in said
    assert str(Path(cli.__file__).parent) not in said
