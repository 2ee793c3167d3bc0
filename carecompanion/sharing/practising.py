"""Practising a review: what is said, one thing after the other, each with what stands behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from carecompanion.domain.records import CareReview
from carecompanion.domain.review import Review
from carecompanion.domain.review_items import Item
from carecompanion.domain.review_sides import Matter
from carecompanion.domain.walk import Going
from carecompanion.language import _
from carecompanion.sharing.own_hand import dated, how_it_came_out, what
from carecompanion.sharing.plain_lines import plain, stopped
from carecompanion.sharing.review_pages import HEADINGS, WISHED
from carecompanion.sharing.review_words import entry_words, figure_words, plain_words

FIRST = _("What I want to say first")
MATTERS = _("What matters most to me")
END = _("That was all of it. You can say it in your own order.")
NOTHING = _("There is nothing to practise yet. Points of your own, and what your journal brings, will stand here.")


@dataclass(frozen=True, slots=True, repr=False)
class Card:
    """One thing to say: under which heading, what, what one would like to happen, and the examples behind it."""

    heading: str
    text: str
    wish: str = ""
    behind: tuple[str, ...] = ()


def cards(found: Going, review: Review) -> tuple[Card, ...]:
    """Everything to say, beginning with what comes first and what matters most."""
    return (*_own(found.record), *(_card(item, review) for item in found.items))


def spoken_practice(said: tuple[Card, ...]) -> tuple[str, ...]:
    """The same as plain lines, an empty one between one thing and the next."""
    if not said:
        return (NOTHING,)
    return plain([*(_spoken(card) for card in said), [END]])


def wish_words(card: Card) -> str:
    """As in "What I would like to happen: A call on Fridays."; "" without a wish."""
    return f"{WISHED}: {stopped(card.wish)}" if card.wish else ""


def _own(record: CareReview) -> Iterator[Card]:
    for heading, text in ((FIRST, record.say_first), (MATTERS, record.matters_most)):
        if text and text.strip():
            yield Card(heading, text.strip())


def _card(item: Item, review: Review) -> Card:
    behind = _examples(item, item.source, review) if isinstance(item.source, Matter) else _brought(item, review)
    return Card(HEADINGS[item.side], plain_words(item, review), item.wish, tuple(behind))


def _brought(item: Item, review: Review) -> Iterator[str]:
    """The entries that were brought along, where they are not the point itself."""
    for record in item.brought if item.own_words else ():
        yield stopped(entry_words(record, review, "exact"))


def _examples(item: Item, matter: Matter, review: Review) -> Iterator[str]:
    """The figure where it is not said already, then the entries it rests on, each with its day."""
    if item.own_words:
        yield figure_words(matter)
    for each in matter.examples:
        came_out = how_it_came_out(each, matter.measurement, review.book, review.now)
        yield stopped(
            f"{dated(each.on, 'exact', review.days.last.year)} – {what(each, review.book, review.now)} – {came_out}"
        )


def _spoken(card: Card) -> list[str]:
    return [f"{card.heading}: {stopped(card.text)}", *filter(None, (wish_words(card),)), *card.behind]
