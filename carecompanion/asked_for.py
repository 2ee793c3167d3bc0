"""The commands that ask line by line, by their names."""

import argparse
from collections.abc import Callable, Mapping

from carecompanion import going_through, review_changing, shared
from carecompanion.adding import add
from carecompanion.asking import Say
from carecompanion.changing import change, delete
from carecompanion.leaving_out import leave_out
from carecompanion.letter_writing import WAYS, begin, converse
from carecompanion.reading_out import entry
from carecompanion.role_answering import role
from carecompanion.setting import settings
from carecompanion.undoing import redo, trash, undo
from carecompanion.viewing import views

ANSWERS: Mapping[str, Callable[[argparse.Namespace, Say], str]] = {
    "add": add,
    "change": change,
    "delete": delete,
    "leave-out": leave_out,
    "undo": undo,
    "redo": redo,
    "trash": trash,
    "settings": settings,
    "entry": entry,
    "role": role,
    "views": views,
}
"""What each does; it answers with what was done."""

CONVERSATIONS: Mapping[tuple[str, str], Callable[[argparse.Namespace, Say], str]] = {
    ("review", "walk"): going_through.walk,
    ("review", "practise"): going_through.practise,
    ("review", "change"): review_changing.change,
    ("review", "bring"): review_changing.bring,
    ("review", "about"): review_changing.about,
    ("letters", "new"): begin,
    **{("letters", way): converse for way in WAYS},
    ("shared", "delete"): shared.delete,
}
"""What else is asked line by line, by the command and its option."""
