"""The commands that ask line by line, by their names."""

import argparse
from collections.abc import Callable, Mapping

from carecompanion.adding import add
from carecompanion.asking import Say
from carecompanion.changing import change, delete
from carecompanion.leaving_out import leave_out
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
