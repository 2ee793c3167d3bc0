"""Help now on the command line: without a journal, by nation, and with a person's own numbers first."""

from dataclasses import replace
from pathlib import Path

import pytest

from carecompanion import cli
from carecompanion.domain.sample import sample_book
from carecompanion.sharing.guidance import COUNTRIES, help_lines, own_help, spoken_help
from tests.test_cli import Shell, journal_in
from tests.test_cli import shell as shell  # the fixture
from tests.tui.driving import NOW

AT = ("--as-of", "2026-03-12T14:20:00Z")


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_nation_has_only_its_own_numbers(shell: Shell, country: str) -> None:
    assert shell("help-now", "--nation", country) == cli.DONE
    assert shell.out == spoken_help(COUNTRIES[country]) + "\n"
    here = {line.ring for group in help_lines(COUNTRIES[country]) for line in group.lines}
    everywhere = {line.ring for group in help_lines(None) for line in group.lines}
    assert all(f"{ring}: " in shell.out for ring in here)
    assert not any(f"{ring}: " in shell.out for ring in everywhere - here)


def test_england_and_wales_are_told_that_the_number_is_for_both(shell: Shell) -> None:
    for country in ("england", "wales"):
        assert shell("help-now", "--nation", country) == cli.DONE
        assert "NHS 111, then 2: mental health help, in England and in Wales, any time" in shell.out


def test_ones_own_numbers_come_first_when_the_journal_is_opened(shell: Shell, tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "journal", sample_book(NOW))
    assert shell("help-now", "--own", "--journal", folder, *AT) == cli.DONE
    own = own_help(sample_book(NOW), NOW)
    assert shell.out == spoken_help("england_and_wales", own) + "\n"
    assert shell.out.index("Dana 01632 960 480") < shell.out.index("999, or go to A&E")
    assert "Lifeline" not in shell.out
    assert shell("help-now", "--own", "--nation", "scotland", "--journal", folder, *AT) == cli.DONE
    assert shell.out == spoken_help("scotland", own) + "\n"


def test_the_numbers_are_said_even_when_the_journal_does_not_open(shell: Shell, tmp_path: Path) -> None:
    assert shell("help-now", "--own", "--journal", tmp_path / "none") == cli.REFUSED
    assert shell.out == spoken_help() + "\n"
    assert shell.err


def test_what_a_person_typed_cannot_steer_the_terminal(shell: Shell, tmp_path: Path) -> None:
    sample = sample_book(NOW)
    agreed = max(sample.agreements.values(), key=lambda each: each.starts_on)
    folder = journal_in(tmp_path / "journal", sample.keeping(replace(agreed, urgent_route="Ring\x1b[2J Jo")))
    assert shell("help-now", "--own", "--journal", folder, *AT) == cli.DONE
    assert "\x1b" not in shell.out
