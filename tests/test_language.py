"""The texts of the program: all in one catalogue, easy to read, and none of them hard-wired."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from carecompanion.domain.sample import sample_book
from tests import catalogues
from tests.domain.test_wording import HARDEST, grade
from tests.made_up import HELD, SAVED
from tests.tui.driving import NOW

NEVER = re.compile(
    r"\b(fail(s|ed|ure)?|breach\w*|overdue|violat\w*|missed by|scores?|ratings?|poor(ly)?|unacceptable|SLA|entit(y|ies)"
    r"|appointment log|contact attempts?|submit\w*|edit mode|quit|service users?|patients?|clinicians?|mentally ill"
    r"|suffering)\b",
    re.IGNORECASE,
)
"""What interface.md and guidance.md keep out of the program's mouth."""
NAMES = ("Patient and Client Council",)
"""Names that hold such a word all the same."""
TYPED = "carecompanion/tui/acts.py"
"""What stands there besides is typed to find an act by, and never shown."""
FEWEST = 6
"""Words from which on a reading grade says something of a text."""
AS_IT_IS = {
    *("carecompanion", "backspace", "enter", "esc", "tab", "space", "home", "shift", "ctrl"),
    *("PDF", "pdf", "html", "txt"),
}
"""What is called so in every language: keys, the program, and kinds of files."""


def texts() -> Iterator[tuple[str, list[str]]]:
    """Every text, one and several, and the files it stands in."""
    for message in catalogues.texts():
        for text in filter(None, each(message.id)):
            yield text, [file for file, _line in message.locations]


def each(text: str | Iterable[str]) -> tuple[str, ...]:
    """A text, or each of those for one thing and for more."""
    return (text,) if isinstance(text, str) else tuple(text)


def bare(text: str) -> str:
    """A text with a short word for each place that it leaves room."""
    return HELD.sub("it", re.sub(r"[0-9a-f]{8}-[0-9a-f-]+", "it", text))


def of_a_fact(file: str) -> bool:
    """Whether a file holds names and numbers of services, which are called what they are called."""
    return file.endswith(".json")


def test_the_catalogue_of_english_has_every_text_as_the_code_has_it() -> None:
    assert catalogues.of(catalogues.ENGLISH).read_bytes() == catalogues.written(catalogues.texts())


def test_every_catalogue_leaves_room_for_the_same_things_as_the_code() -> None:
    for path in catalogues.FOLDER.glob("*/LC_MESSAGES/*.po"):
        with path.open("rb") as file:
            for message in read_po(file):
                rooms = [sorted(HELD.findall(text)) for text in each(message.id)]
                for said in filter(None, each(message.string or "") if message.id else ()):
                    assert sorted(HELD.findall(said)) in rooms, said


def test_every_text_reads_easily_and_all_of_them_more_so() -> None:
    shown = [bare(text) for text, files in texts() if files != [TYPED] and not all(map(of_a_fact, files))]
    too_hard = {text: grade(text) for text in shown if len(text.split()) >= FEWEST and grade(text) > HARDEST}
    assert too_hard == {}
    assert grade(" ".join(text if text[-1] in ".?!:" else f"{text}." for text in shown)) <= 6.0


def test_no_text_says_what_is_not_said_here() -> None:
    for text, files in texts():
        without = text
        for name in NAMES:
            without = without.replace(name, "")
        assert files == [TYPED] or not NEVER.search(without), text


@pytest.mark.slow
def test_in_another_language_no_word_is_hard_wired_hints_have_room_and_sheets_are_saved(
    tmp_path: Path,
) -> None:
    written = tmp_path / "said.json"
    subprocess.run([sys.executable, "-m", "tests.made_up", written], check=True, cwd=Path(__file__).parent.parent)
    told: dict[str, Any] = json.loads(written.read_text(encoding="utf-8"))
    assert told["saved"] == list(SAVED)
    found: dict[str, dict[str, Any]] = told["screens"]
    assert len(found) > 200
    own = {word.casefold() for record in sample_book(NOW).everything() for word in _words(record)}
    for screen, drawn in found.items():
        assert not drawn["cut"], screen
        plain = set(re.findall(r"\b[A-Za-z]{3,}\b(?!…)", drawn["says"])) - AS_IT_IS
        assert not {word for word in plain if re.search("[aeiouy]", word) and word.casefold() not in own}, screen


def _words(held: object) -> Iterator[str]:
    """What a person wrote in a record."""
    if isinstance(held, str):
        yield from re.findall("[A-Za-z]+", held)
    elif is_dataclass(held) and not isinstance(held, type):
        for field in fields(held):
            yield from _words(getattr(held, field.name))
    elif isinstance(held, tuple):
        for each in held:
            yield from _words(each)
