"""Importing, beside the screen, what the next keys need: all of it takes longer than a person should wait for."""

import ctypes
import gc
import sys
from importlib import import_module
from threading import Thread

from carecompanion.store import make_ready as make_store_ready

PLACES = ("journal", "traits", "team")
FORMS = ("contact", "reply", "visit", "note", "appointment", "person", "agreement", "write_down")
"""What is gone to every day. The rest is imported when it is: until then it takes up no memory."""


def make_ready() -> None:
    """Begin; nobody waits for the end of it, the end of the program neither."""
    Thread(target=_import_what_comes, daemon=True).start()


def _import_what_comes() -> None:
    make_store_ready()
    for name in (*PLACES, *FORMS):
        import_module(f"carecompanion.tui.{name}")
    # switched off at the start; what is there now stays to the end, and need not be looked through again and again
    gc.collect()
    gc.freeze()
    gc.enable()
    _give_back()


def _give_back() -> None:
    """Hand back to the computer what reading the journal needed for a moment, up to a third of it all."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)) is not None:
        trim(0)
