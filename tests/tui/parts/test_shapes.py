"""What stands for shapes where the font lacks them, and what a person wrote, which is never changed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import Note
from carecompanion.domain.sample import sample_book
from carecompanion.domain.spots import places_of
from carecompanion.tui.looks import Looks
from carecompanion.tui.parts import shapes
from carecompanion.tui.parts.drawing import both_ends, clipped, marks, say, time_bar
from carecompanion.tui.parts.shapes import BESIDE, LETTERS, PLAIN, as_shown, keep_as_written, ours, use_plain
from tests.domain.given import new
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, running

CONSOLE = Looks({"TERM": "linux"})
EVERY = "".join(PLAIN)


@pytest.fixture(autouse=True)
def plain() -> Iterator[None]:
    """Plain shapes while a test runs."""
    use_plain(True)
    yield
    use_plain(False)


def written(*texts: str) -> Book:
    return Book().keeping(*(new(Note, at=NOW, text=text) for text in texts))


def test_every_shape_has_letters_that_stand_for_it() -> None:
    assert ours("● ○ ◐ · ━ ─ ┃ ┤ ╍ ▎ › – … ↑ ↓") == "* o ~ . = - | | : > > - ... ^ v"
    assert ours(EVERY).isascii()
    use_plain(False)
    assert ours(EVERY) == as_shown(EVERY) == EVERY


def test_lines_and_marks_are_as_long_as_ever() -> None:
    plainly = [say(*time_bar(20, 0.5, 0, late=False)), say(*time_bar(20, 1, 0.2, late=True)), say(*marks(("met",)))]
    use_plain(False)
    drawn = [say(*time_bar(20, 0.5, 0, late=False)), say(*time_bar(20, 1, 0.2, late=True)), say(*marks(("met",)))]
    assert [line.cell_length for line in plainly] == [line.cell_length for line in drawn]
    assert plainly[1].plain == "====================|::::"


@pytest.mark.parametrize("cells", range(1, 12))
def test_what_is_cut_ends_in_dots_within_its_room(cells: int) -> None:
    cut = clipped("a long line of words", cells)
    assert len(cut) == cells
    assert cut.endswith(".")
    assert both_ends(cells, ["a long line of words"], []).cell_length == cells


SENTENCE = "Dana – the letter. It’s “late” …"


@pytest.mark.parametrize(
    ("theirs", "said", "shown"),
    [
        ((), SENTENCE, 'Dana - the letter. It\'s "late" ...'),
        (("the letter – from my GP",), "Dana – the letter – from my GP", "Dana - the letter – from my GP"),
        (("I don’t know …",), "A note, I don’t know …", "A note, I don’t know …"),
        (("● ● ━━",), "● the note, ● ● ━━", "* the note, ● ● ━━"),
        (("it’s, isn’t it",), "“it’s, isn’t it”", '"it’s, isn’t it"'),
        (("two\nlines – here",), "two lines – here", "two lines – here"),
        (("–",), "–", "–"),
        (("plain words",), "Dana – plain words", "Dana - plain words"),
    ],
)
def test_the_program_s_words_are_drawn_with_what_there_is_and_those_of_a_person_as_written(
    theirs: Sequence[str], said: str, shown: str
) -> None:
    keep_as_written(places_of(LETTERS, written(*theirs), BESIDE))
    assert say(said).plain == shown


def test_a_letter_that_a_person_wrote_in_very_many_places_is_left_everywhere() -> None:
    keep_as_written(places_of(LETTERS, written(*(f"word{number}’s – so" for number in range(400))), BESIDE))
    assert as_shown("It’s … ●") == "It’s ... *"
    assert as_shown("word7’s – so") == "word7’s – so"
    use_plain(False)
    assert not shapes.are_plain()


KEYS = (
    "2",
    "f",
    "escape",
    "enter",
    "escape",
    "3",
    "enter",
    "escape",
    "4",
    "6",
    "escape",
    "c",
    "escape",
    "question_mark",
)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_a_console_is_shown_nothing_its_font_may_lack(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, sample_book(NOW), size=size, looks=CONSOLE) as session:
        for key in (*KEYS, "escape"):
            await session.press(key)
            said = await session.still()
            assert said.isascii(), (key, said)


async def test_what_a_person_wrote_shows_as_they_wrote_it(tmp_path: Path) -> None:
    wrote = new(Note, at=NOW, text="mine ● is – as it was …")
    async with running(tmp_path, sample_book(NOW).keeping(wrote), looks=CONSOLE) as session:
        await session.press("2")
        assert session.says("mine ● is – as it was …")
        await session.press("n")
        await session.paste("“so ● is this …”")
        await session.press("ctrl+s")
        assert session.says("“so ● is this …”")
        assert "“so ● is this …”" in {note.text for note in session.book.notes.values()}
