"""Make the pictures in screenshots/ from the sample journal at a fixed moment: python -m tests.screenshots [FOLDER]."""

import asyncio
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from carecompanion.domain.sample import sample_book
from carecompanion.tui.terminals import ThemeName
from tests.tui.driving import NOW, WIDE, running

FOLDER = Path(__file__).parent.parent / "screenshots"

PICTURES: dict[str, tuple[Sequence[str], str]] = {
    "today": ((), "How it is going"),
    "journal": (("2", "down", "down", "down", "down"), "What was said"),
    "find": (("slash", *"letter", "down"), "enter open"),
    "delete": (("2", "down", "d"), "Delete this?"),
    "narrow": (("2", "f"), "What to show"),
    "trash": (("2", "d", "d", "down", "d", "d", "x"), "What was deleted"),
    "traits": (("3",), "The heavy line"),
    "trait": (("3", "down", "down", "down", "down", "enter"), "How this is worked out"),
    "evidence": (("3", "down", "down", "enter", "enter"), "How this is worked out"),
    "thread": (("2", "t", *("down",) * 13, "enter"), "What happened"),
    "own_trait": (("3", "end", "e"), "Still ask?"),
    "promise": (("s", "p"), "Somebody said they would do something"),
    "team": (("4",), "What you agreed"),
    "review": (("5", "down", "down", "space"), "How it will read"),
    "letter": (("5", "l", "down", "enter"), "Checked in November"),
    "role": (("5", "o"), "usually promises"),
    "practise": (("5", "t", "space"), "space next"),
    "bring": (("3", "b"), "Bring this to your review"),
    "contact": (("c",), "You got in touch"),
    "reply": (("r",), "Which reply came?"),
    "visit": (("v", "2", "0", "enter", "p", "y"), "4 of 5"),
    "note": (("n",), "Hard thing"),
    "appointment": (("a",), "An appointment"),
    "safety": (("6",), "Check the recovery code"),
    "privacy": (("6", "end", "enter"), "What there is not"),
    "settings": (("7",), "How it looks"),
    "keys": (("question_mark",), "Write down"),
}
"""Each picture, the keys that lead to it from Today, and words that show once it is there."""

FONT_FACES = re.compile(r"@font-face \{[^}]*\}\s*")
"""Fonts to be fetched from elsewhere: the reader's own will do."""

THEMES: tuple[ThemeName, ...] = ("dusk", "paper")


async def picture(name: str, theme: ThemeName) -> str:
    """What the program shows, as SVG without anything that changes from one run to the next."""
    keys, words = PICTURES[name]
    with tempfile.TemporaryDirectory() as folder:
        async with running(Path(folder) / "journal", sample_book(NOW), size=WIDE, theme=theme) as session:
            for key in keys:
                await session.press(key)
            await session.until(words)
            await session.still()
            drawn = session.app.export_screenshot(title="carecompanion")
    return FONT_FACES.sub("", re.sub(r"terminal-\d+", "terminal", drawn))


async def make(folder: Path) -> None:
    """Every picture, dark and light."""
    folder.mkdir(exist_ok=True)
    for name in PICTURES:
        for theme in THEMES:
            (folder / f"{name}-{theme}.svg").write_text(await picture(name, theme), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
