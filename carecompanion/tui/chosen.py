"""What is said to the program when something about itself was set, set back, or is only tried."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.message import Message


@dataclass
class Chosen(Message):
    """Something is set otherwise now; it holds at once."""


@dataclass
class Tried(Message):
    """This is to be looked at before it is chosen; None: no longer."""

    choices: Mapping[str, str] | None
