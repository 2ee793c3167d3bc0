"""A made-up language: every text of the program with longer words, so that one that is hard-wired shows.

`python -m tests.made_up FILE`, in a process of its own, writes what screens and plain lines say in it, as JSON.
"""

import asyncio
import gettext
import importlib
import json
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from tests.catalogues import Text, compiled, texts

LANGUAGE = "en_XA"
LONGER = str.maketrans({plain: marked * 2 for plain, marked in zip("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ", strict=True)})
"""Each vowel stands twice with a mark: words are about two fifths longer, and no two texts become one."""
HELD = re.compile(r"(\{[^}]*\})")
"""What a text leaves room for, which is no word."""


def in_it(text: Text) -> Text:
    """A text in that language."""
    if isinstance(text, tuple):
        return tuple(str(in_it(each)) for each in text)
    return "".join(each if HELD.fullmatch(each) else each.translate(LONGER) for each in HELD.split(text))


def speak(folder: Path) -> None:
    """Have the program, which is not yet imported, read its texts from a catalogue of that language."""
    assert "carecompanion.language" not in sys.modules
    compiled(texts(LANGUAGE, in_it), folder)
    os.environ["LANGUAGE"] = LANGUAGE
    usual = gettext.translation
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gettext, "translation", lambda domain, **_beside: usual(domain, folder))
        importlib.import_module("carecompanion.language")


async def _screens() -> dict[str, dict[str, Any]]:
    """For each screen and size what it says, and which hints of it are cut."""
    from tests.tui.driving import MIDDLE, NARROW, WIDE
    from tests.tui.test_snapshots import at, resized, said
    from tests.tui.walking import BESIDE, PLACES, cut

    found = {}
    for name in PLACES.keys() - BESIDE.keys():
        if not re.search("colon . ", PLACES[name][0]):  # what is typed there is English
            with tempfile.TemporaryDirectory() as folder:
                async with at(name, Path(folder)) as session:
                    for size in (WIDE, MIDDLE, NARROW):
                        await resized(session, size)
                        found[f"{name} {size[0]}"] = {"says": await said(session), "cut": cut(session)}
    return found


SAVED = {
    "a contact": ("c", "enter"),
    "a reply": ("r", "t", "enter"),
    "how a visit went": ("v", *"yyyyy", "enter"),
    "a note": ("n", "…", "ctrl+s"),
    "an appointment": ("a", "tab", "+", "enter"),
    "something asked for": ("s", "tab", "…", "enter"),
    "a promise": ("s", "p", "…", "enter"),
    "a change": ("s", "c", "…", "enter"),
    "news": ("s", "n", "…", "enter"),
    "time away": ("s", "w", "enter"),
    "what was agreed": ("4", "g", "ctrl+s"),
}
"""The keys that write each down from Today, and what is pasted."""
PASTED = {"…": "some words", "+": "tomorrow 2pm"}


async def _saved() -> list[str]:
    """What of these can be written down: what a sheet itself puts in its lines has to be understood."""
    from carecompanion.domain.sample import sample_book
    from tests.tui.driving import NOW, running

    saved = []
    for name, keys in SAVED.items():
        with tempfile.TemporaryDirectory() as folder:
            async with running(Path(folder) / "journal", sample_book(NOW)) as session:
                before = session.book
                for key in keys:
                    await (session.paste(PASTED[key]) if key in PASTED else session.press(key))
                saved += [name] if session.book is not before else []
    return saved


async def _all() -> dict[str, Any]:
    return {"screens": await _screens(), "saved": await _saved()}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as catalogues:
        speak(Path(catalogues))
        Path(sys.argv[1]).write_text(json.dumps(asyncio.run(_all())), encoding="utf-8")
