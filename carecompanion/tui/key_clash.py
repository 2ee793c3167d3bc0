"""Clashes of keys: two acts with one key on one screen, read off the bindings of every screen there is."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path

from textual.binding import Binding
from textual.screen import Screen

from carecompanion.tui.key_refusal import can_be_chosen
from carecompanion.tui.keymap import BY_ID, KEPT_BESIDE

AT_HAND = ("hide_typing", "help_now_typing", "palette_typing", "close", "move_up", "move_down")
"""What the program itself has, and lists have, on every screen."""


def clashes(chosen: Mapping[str, str], act: str) -> list[str]:
    """The acts that would share a key with this one where both work, and do not share the usual ones.

    The letters that answer a question stay what they are, and win where it is asked.
    """
    there = dict.fromkeys(chain.from_iterable(ids for ids in screens() if act in ids))
    others = [each for each in there if can_be_chosen(BY_ID[each])]
    return [each for each in others if each != act and _meet(chosen, act, each) and not _meet({}, act, each)]


def swapped(chosen: Mapping[str, str], act: str, key: str) -> dict[str, str]:
    """The keys once an act has this one, and whatever had it has the act's own."""
    was = key_of(chosen, act)
    new = {**chosen, act: key}
    return without_usual({**new, **dict.fromkeys(clashes(new, act), was)})


def key_of(chosen: Mapping[str, str], act: str) -> str:
    """The key that an act would have, the first of its own."""
    usual = BY_ID[act].keys.split(",")
    return chosen.get(act) or next(key for key in usual if key != KEPT_BESIDE.get(act))


def without_usual(chosen: Mapping[str, str]) -> dict[str, str]:
    """What was chosen, less what is as usual."""
    return {act: key for act, key in chosen.items() if key != key_of({}, act)}


@cache
def screens() -> tuple[frozenset[str], ...]:
    """For each kind of screen the acts that have a key on it."""
    for module in _modules():
        import_module(module)
    kinds: dict[type, None] = dict.fromkeys(_below(Screen))
    return tuple(frozenset((*_ids(kind), *AT_HAND)) for kind in kinds if kind.__module__.startswith("carecompanion."))


def _meet(chosen: Mapping[str, str], one: str, other: str) -> bool:
    return not set(_keys(chosen, one)).isdisjoint(_keys(chosen, other))


def _keys(chosen: Mapping[str, str], act: str) -> list[str]:
    if act in chosen:
        return [chosen[act], *KEPT_BESIDE.get(act, "").split()]
    return BY_ID[act].keys.split(",")


def _ids(kind: type) -> Iterator[str]:
    lists: Iterator[list[object]] = (vars(each).get("BINDINGS", []) for each in kind.__mro__)
    yield from (each.id for bindings in lists for each in bindings if isinstance(each, Binding) and each.id in BY_ID)


def _below(kind: type) -> Iterator[type]:
    each: type
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def _modules() -> Iterator[str]:
    """Every module of the screens."""
    here = Path(__file__).parent
    for file in here.rglob("*.py"):
        parts = file.relative_to(here).with_suffix("").parts
        yield ".".join(("carecompanion.tui", *(part for part in parts if part != "__init__")))
