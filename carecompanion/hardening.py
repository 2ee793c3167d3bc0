"""Before anything else: private files, no core dumps, no network, no settings of Textual's from outside."""

import os
import sys
from collections.abc import Callable

FRAMES_A_SECOND = "120"
"""Halves the time from a key to the screen; Textual reads it when it is imported."""

PR_SET_DUMPABLE = 4

NAMES = ("socket.getaddrinfo", "socket.getnameinfo", "socket.gethostbyname", "socket.gethostbyaddr")
CALLS = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg")
LOOPBACK = ("127.0.0.1", "::1")

_hooks: list[Callable[[str, tuple[object, ...]], None]] = []


def harden() -> None:
    """Close what can be closed for the life of this process. Comes before Textual is imported; twice does no harm."""
    os.umask(0o077)
    _forbid_core_dumps()
    _forbid_other_programs_to_look()
    _forbid_the_network()
    _forget_textual_settings()


def _forbid_core_dumps() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid_other_programs_to_look() -> None:
    """Shut this process's memory and environment to the account's other programs; execve opens them again."""
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def _forbid_the_network() -> None:
    if not _hooks:
        _hooks.append(_refuse)
        sys.addaudithook(_refuse)


def _refuse(event: str, args: tuple[object, ...]) -> None:
    if not event.startswith("socket."):
        return
    if event in NAMES or (event in CALLS and not _stays_here(args)):
        raise PermissionError("Nothing was sent: carecompanion does not use the network.")


def _stays_here(args: tuple[object, ...]) -> bool:
    """Whether a socket call stays on this computer, as asyncio's own two ends of a pipe do."""
    import socket

    family = getattr(args[0], "family", None)
    if sys.platform == "win32":
        address = args[1] if len(args) > 1 else None
        return isinstance(address, tuple) and address[:1] in [(host,) for host in LOOPBACK]
    return family == socket.AF_UNIX


def _forget_textual_settings() -> None:
    """Logs and screenshots can be switched on from outside by these."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    os.environ["TEXTUAL_FPS"] = FRAMES_A_SECOND
    if not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)  # an empty one asks for nothing (no-color.org), and Textual obeys it
