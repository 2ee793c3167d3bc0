"""The texts of the program, a catalogue for each language; `python -m tests.catalogues` brings them up to date.

English has every text as the code has it, so that all of them can be read in one place. Another language keeps what is
translated already; a text that is new has nothing beside it there. What is read at run time is made from them.
"""

import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import carecompanion

PACKAGE = Path(carecompanion.__file__).parent
FOLDER, DOMAIN = PACKAGE / "locale", "carecompanion"
"""Where catalogues lie, and what theirs is called, as the program looks for them."""
ENGLISH = "en"
KEYWORDS = {"_": None, "ngettext": (1, 2), "plural": (1, 2)}
"""What holds texts: all its arguments, or which is for one thing and which for more."""
ALWAYS = datetime(2026, 1, 1, tzinfo=UTC)
"""Catalogues say no moment at which they were written, so that the same texts make the same file."""

Text = str | tuple[str, ...]


def of(language: str) -> Path:
    """Where the catalogue of a language lies."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def texts(language: str = ENGLISH, said: Callable[[Text], Text] = lambda text: text) -> Catalog:
    """Every text in the code, with the files it stands in and what it is in that language."""
    made = Catalog(language, project=DOMAIN, charset="utf-8", fuzzy=False, header_comment="# Every text that is read.")
    made.creation_date = made.revision_date = ALWAYS
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS)
    for file, _line, text, _comments, _context in sorted(found, key=lambda each: each[:2]):
        made.add(text, said(text), locations=[(f"{PACKAGE.name}/{file}", 0)])
    for file, fact in _facts():
        made.add(fact, said(fact), locations=[(f"{PACKAGE.name}/{file}", 0)])
    return made


def _facts() -> Iterator[tuple[str, str]]:
    """The facts that are kept beside the code, each with its file: whom to ring, and the routes of a concern."""
    for path in sorted((PACKAGE / "sharing" / "data").glob("*.json")):
        for fact in _within(json.loads(path.read_text(encoding="utf-8"))):
            if " " in fact and fact != "not checked":
                yield path.relative_to(PACKAGE).as_posix(), fact


def _within(held: Any) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict | list):
        for each in held.values() if isinstance(held, dict) else held:
            yield from _within(each)


def written(catalogue: Catalog) -> bytes:
    """A catalogue as its file has it."""
    file = io.BytesIO()
    write_po(file, catalogue, width=120, include_lineno=False, include_previous=True)
    return file.getvalue()


def compiled(catalogue: Catalog, folder: Path) -> None:
    """Put what the program reads of a catalogue into a folder of such."""
    path = folder / str(catalogue.locale_identifier) / "LC_MESSAGES" / f"{DOMAIN}.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)


def write() -> None:
    """Bring every catalogue up to date with the code."""
    of(ENGLISH).parent.mkdir(parents=True, exist_ok=True)
    of(ENGLISH).write_bytes(written(texts()))
    for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"):
        language = path.parent.parent.name
        if language != ENGLISH:
            with path.open("rb") as file:
                catalogue = read_po(file, language)
            catalogue.update(texts(), no_fuzzy_matching=True)
            path.write_bytes(written(catalogue))
            compiled(catalogue, FOLDER)


if __name__ == "__main__":
    write()
