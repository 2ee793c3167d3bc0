"""Going through the traits in tests: what the list holds, taking something of it in hand, what is torn."""

import re
from collections.abc import Iterator

from textual.widgets import Static

from carecompanion.domain.periods import period
from carecompanion.domain.traits import Assessment, assess
from carecompanion.tui.parts.item_list import ItemList
from tests.tui.driving import NOW, Session

TO_EVERYTHING = ("3", "p", "p", "p", "t", "t")
"""The traits of `every_entry.BOOK` over all its days, whoever was co-ordinator; there is no review to begin from."""


def everything(session: Session) -> Assessment:
    """What is worked out then."""
    days = period("everything", session.book, NOW)
    assert days is not None
    return assess(session.book, days, NOW)


def the_list(session: Session) -> ItemList:
    """The list of the screen that is shown."""
    return session.app.screen.query_one(ItemList)


def rows(session: Session) -> Iterator[tuple[str | None, str]]:
    """Every item of the list, also those out of sight: its key, and its words as they are drawn."""
    shown = the_list(session)
    for place in range(shown._items.count):
        yield shown._items.key(place), shown._items.draw(place, shown._measured).plain


def entries(session: Session) -> list[tuple[str, str]]:
    """The entries in the list: the id of each, and its words on one line."""
    listed = [(key.split(":")[1], words) for key, words in rows(session) if key and key.startswith("entry:")]
    return [(entry_id, " ".join(words.split())) for entry_id, words in listed]


def take(session: Session, key: str) -> None:
    """Take the first item in hand whose key begins so."""
    found = next((each for each, _ in rows(session) if each and each.startswith(key)), None)
    assert found is not None, f"nothing to take up as {key}:\n{session.text}"
    the_list(session).take(found)


async def open_figure(session: Session, trait: str, measure: str) -> None:
    """From the cards into a trait, and from there to what is behind one of its figures."""
    take(session, trait)
    await session.press("enter")
    take(session, f"measure:{measure}")
    await session.press("enter")


async def back(session: Session) -> None:
    """Back from a page or a sheet, until a list is there again."""
    await session.press("escape")
    for _ in range(1000):
        if session.app.screen.query(ItemList):
            return
        await session.settle()
    raise AssertionError(f"There never was a list again:\n{session.text}")


def torn(session: Session) -> list[str]:
    """Lines with columns, marks or a scale that are wider than their place; only sentences may go on below."""
    shown = the_list(session)
    listed = [(words, shown._measured) for _, words in rows(session)]
    above = [
        (str(static.content), static.content_size.width)
        for static in session.app.screen.query("Static.lead")
        if isinstance(static, Static)
    ]
    lines = [(line, width) for words, width in (*listed, *above) for line in words.split("\n")]
    return [line for line, width in lines if len(line) > width and re.search(r"\S {4,}\S|[●○◐]{2}|[─━┃]", line)]
