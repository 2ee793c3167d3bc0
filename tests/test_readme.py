"""What the README says is so: its commands, its keys, its commands of the program, its lists and its pictures."""

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from carecompanion.domain.measures import MEASURES
from carecompanion.domain.records import LISTS, Record, Reply
from carecompanion.domain.settings import Settings
from carecompanion.domain.shapes import hints, members
from carecompanion.domain.trait_words import MEASURES as MEASURE_WORDS
from carecompanion.domain.trait_words import TRAITS
from carecompanion.sharing.columns_of import FIELDS, HEADS
from carecompanion.sharing.privacy import PARTS
from carecompanion.tui.keymap import KEYS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def table_after(mark: str) -> list[list[str]]:
    """The rows of the table that follows a comment, without its head; each row its cells."""
    _, found, rest = README.partition(f"<!-- {mark}")
    assert found, f"there is no table of {mark}"
    rows = [line for line in rest.partition("\n\n")[0].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\\\)\|", row)[1:-1]] for row in rows[2:]]


def test_it_opens_with_one_sentence_one_picture_and_two_commands() -> None:
    opening = README.partition("## ")[0]
    _title, sentence, picture, *_ = (part for part in opening.split("\n\n") if part)
    assert sentence.count(".") == 1
    assert picture.startswith("![")
    blocks = re.findall(r"^```sh\n(.+?)\n```$", opening, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 2
    assert all("\n" not in block for block in blocks)
    assert blocks[0].endswith("carecompanion demo")
    assert ".venv/bin/pytest" in blocks[1]


def test_every_key_is_told_as_it_works() -> None:
    told = [(row[0].strip("`"), row[1]) for row in table_after("keys") if row[1]]
    assert told == [(key.shown, key.words) for key in KEYS if key.group != "Here"]


def test_every_figure_is_told_by_its_name_and_in_its_place() -> None:
    told = [row[0] for row in table_after("measures")]
    expected: list[str] = []
    for measure in MEASURES:
        name = f"**{TRAITS[measure.trait].name}**"  # type: ignore[index]  # a measure's trait is one of them
        if measure.headline:
            expected.append(name)
            assert MEASURE_WORDS[measure.id].said in README
        else:
            expected.append(MEASURE_WORDS[measure.id].said)
    assert told == expected


def test_what_this_protects_is_told_in_the_words_of_its_page() -> None:
    _, found, rest = README.partition("<!-- privacy")
    assert found
    told = [line for line in rest.partition("\n## ")[0].splitlines()[1:] if line]
    expected: list[str] = []
    for part in PARTS:
        expected += [f"**{part.heading}**", *(f"- {point}" for point in part.points)]
    assert told == expected


def test_every_command_and_option_is_told() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "carecompanion", "--help"], capture_output=True, text=True, check=True
    )
    commands = set(re.findall(r"^    ([a-z-]+) ", shown.stdout, re.MULTILINE))
    told = {match for row in table_after("commands") for match in re.findall(r"`carecompanion ([a-z-]+)", row[0])}
    assert told == commands
    for option in set(re.findall(r"--[a-z-]+", shown.stdout)) - {"--help", "--version"}:
        assert f"`{option}" in README, option


@pytest.mark.parametrize(
    "command",
    [
        *("import", "export", "backup", "restore", "review", "letters", "shared", "passphrase", "recovery-code"),
        "help-now",
    ],
)
def test_every_option_of_a_command_is_told(command: str) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "carecompanion", command, "--help"], capture_output=True, text=True, check=True
    )
    for option in set(re.findall(r"--[a-z-]+", shown.stdout)) - {"--help"}:
        assert f"`{option}" in README, option


def test_every_column_of_a_table_is_told_with_the_words_it_is_known_by() -> None:
    told = {row[0].strip("`"): row[1:] for row in table_after("columns")}
    assert list(told) == list(dict.fromkeys(field for fields_of in FIELDS.values() for field in fields_of))
    for field, (kinds, words) in told.items():
        assert kinds.split(" and ") == [kind for kind in FIELDS if field in FIELDS[kind]]
        assert field.startswith("replied") or words.split(", ") == HEADS[field].split()


@pytest.mark.parametrize("name", ["settings", *LISTS])
def test_every_field_of_the_json_journal_is_told(name: str) -> None:
    told = next(row[1] for row in table_after("json") if row[0] == f"`{name}`")
    names = re.findall(r"`([a-z_]+)(\??)`", re.sub(r"\(a list of[^)]*\)", "", told))
    kind: type = Settings if name == "settings" else LISTS[name]
    common = {field.name for field in fields(Record)} - {"id"}
    expected = {field.name.rstrip("_") for field in fields(kind)} - (common if name != "settings" else set())
    extra = {"contacts": {"no_due_at"}}.get(name, set())
    assert {found for found, _ in names} | extra >= expected
    assert {found for found, _ in names} <= expected | extra


@pytest.mark.parametrize("name", LISTS)
def test_a_field_that_may_be_missing_is_told_so(name: str) -> None:
    told = next(row[1] for row in table_after("json") if row[0] == f"`{name}`")
    kind: type = LISTS[name]
    for field, hint in hints(kind).items():
        if type(None) in members(hint) and f"`{field.rstrip('_')}" in told:
            assert f"`{field.rstrip('_')}?`" in told, field


def test_the_author_of_a_reply_has_a_key_of_its_own() -> None:
    assert {"by", "written_by"} <= {field.name for field in fields(Reply)}
    assert "`written_by?`" in README


def test_every_picture_is_there() -> None:
    for picture in re.findall(r"\((screenshots/[^)]+)\)", README):
        assert (ROOT / picture).is_file(), picture


def test_the_tree_is_the_one_that_is_there() -> None:
    tree = README.partition("## For developers")[2]
    for folder in ("domain", "store", "sharing", "tui"):
        assert f"{folder}/" in tree
        assert (ROOT / "carecompanion" / folder).is_dir()
    for file in re.findall(r"([a-z_]+\.py)", tree.partition("tests/")[0]):
        assert (ROOT / "carecompanion" / file).is_file(), file
