"""Fitting: which of many offers fit the words that are typed, the most fitting first."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from carecompanion.domain.search import words_in

T = TypeVar("T")
Rank = tuple[bool, int, bool, int]


def fitting(asked: str, offers: Sequence[T], called: Callable[[T], tuple[Sequence[str], Sequence[str]]]) -> list[T]:
    """The offers in which every word that is asked for begins one of theirs, in any order, accents aside.

    `called` gives an offer's words and those it is known by besides, both as `words_in` makes them. First come those
    whose own words fit, of these the ones with most of the words whole, those that begin alike, the shorter. Without a
    word that is asked for all of them stay, in their order.
    """
    words = words_in(asked)
    ranked = ((_rank(words, *called(offer)), offer) for offer in offers)
    fits = [(rank, offer) for rank, offer in ranked if rank is not None]
    return [offer for _, offer in (sorted(fits, key=lambda each: each[0]) if words else fits)]


def _rank(asked: Sequence[str], own: Sequence[str], besides: Sequence[str]) -> Rank | None:
    """The lower the more fitting; None when a word that is asked for begins none of the offer's."""
    if not all(_begins(word, own) or _begins(word, besides) for word in asked):
        return None
    is_known_otherwise = not all(_begins(word, own) for word in asked)
    begins_otherwise = not (own and asked and own[0].startswith(asked[0]))
    whole = sum(1 for word in asked if word in own or word in besides)
    return is_known_otherwise, -whole, begins_otherwise, 0 if is_known_otherwise else len(own)


def _begins(word: str, words: Sequence[str]) -> bool:
    return any(each.startswith(word) for each in words)
