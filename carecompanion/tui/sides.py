"""The four groups of a review, to choose from on a sheet."""

from carecompanion.domain.review_words import GROUPS
from carecompanion.domain.vocabulary import ReviewSide
from carecompanion.language import _
from carecompanion.tui.field import Field
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.line import Line

KEYS: dict[ReviewSide, str] = {"well": "g", "better": "b", "waiting": "w", "ask": "q"}
SIDES = tuple(Option(KEYS[side], side, words) for side, words in GROUPS.items())
WISH_HINT = _("what would help, if you know")


def side_line(first: ReviewSide) -> Field:
    """The line that says in which group something stands."""
    return Field(_("Group"), Choice(SIDES, first, id="side"))


def side_of(value: str) -> ReviewSide:
    """The group that a line holds."""
    return next(side for side in GROUPS if side == value)


def wish_line(wish: str = "") -> Field:
    """The line for what the person would like to happen."""
    return Field(_("I would like"), Line(wish, hint=WISH_HINT, id="wish"))
