"""Here: what can be done on the screen that shows, as its own keys tell."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from textual.app import App
from textual.binding import ActiveBinding
from textual.screen import Screen

from carecompanion.domain.names import at_start
from carecompanion.tui.acts import ACTS
from carecompanion.tui.keymap import ANY_TIME, GO_TO, HERE, IN_A_LIST, KEYS, MOVING, TYPING, WRITE_DOWN, in_use
from carecompanion.tui.offer import Offer
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.why_not import why_not

HEADINGS: Mapping[str, str] = {IN_A_LIST: HERE}
"""Under which heading an act stands, where it is another than its group's."""
ORDER = (HERE, WRITE_DOWN, ANY_TIME, GO_TO)
NOT_OFFERED = (*MOVING, "keys", "palette", "palette_typing")
"""What goes through a list, and what leads here."""


def active(screen: Screen[Any]) -> dict[str, ActiveBinding]:
    """The bindings of named acts that do something now, by their ids."""
    bindings = screen.active_bindings.values()
    return {each.binding.id: each for each in reversed(bindings) if each.binding.id and each.enabled}


def here(screen: Screen[Any]) -> list[Offer]:
    """What can be done on this screen now: first what its last line names, in that order, then the rest."""
    can = {name: each for name, each in active(screen).items() if name not in NOT_OFFERED}
    for typing, plain in TYPING.items():
        if plain in can:
            can.pop(typing, None)
    hints = {name: words for bar in screen.query(KeyBar) for name, words in bar.offered.items()}
    first = [name for name in hints if name in can]
    names = [*first, *(key.id for key in KEYS if key.id in can and key.id not in first)]
    offers = list(_offers(screen, names, can, hints))
    return sorted(offers, key=lambda offer: ORDER.index(offer.group))


def _offers(
    screen: Screen[Any], names: list[str], can: Mapping[str, ActiveBinding], hints: Mapping[str, str]
) -> Iterator[Offer]:
    for name in names:
        if why_not(name, screen):
            continue
        key, act = in_use(name), ACTS.get(name)
        words = hints.get(name) or can[name].binding.description.partition(" (")[0]
        also = f"{act.words} {act.also}" if act else ""
        group = HEADINGS.get(key.group, key.group)
        yield Offer(name, at_start(words), partial(run, screen.app, can[name]), key.shown, also, group)


async def run(app: App[Any], each: ActiveBinding) -> None:
    """Do what a key would do."""
    await app.run_action(each.binding.action, each.node)
