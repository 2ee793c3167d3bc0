"""The four groups of a review, to choose from on a sheet, and what the person would like beside a point."""

from carecompanion.domain.review_words import GROUPS
from carecompanion.domain.sheets.asks import Ask, ChoiceAsk, Option
from carecompanion.domain.vocabulary import ReviewSide
from carecompanion.language import _

KEYS: dict[ReviewSide, str] = {"well": "g", "better": "b", "waiting": "w", "ask": "q"}
SIDES = tuple(Option(KEYS[side], side, words) for side, words in GROUPS.items())
WISH_HINT = _("what would help, if you know")


def side_ask(first: ReviewSide) -> ChoiceAsk:
    """The line that says in which group something stands."""
    return ChoiceAsk(name="side", label=_("Group"), held=first, options=SIDES, aloud=_("In which group?"))


def side_of(value: str) -> ReviewSide:
    """The group that a line holds."""
    return next(side for side in GROUPS if side == value)


def wish_ask(wish: str = "") -> Ask:
    """The line for what the person would like to happen."""
    return Ask(name="wish", label=_("I would like"), held=wish, hint=WISH_HINT)
