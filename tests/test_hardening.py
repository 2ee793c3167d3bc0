"""What is closed before the program starts. Each runs in a program of its own: it holds for the life of a process."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

START = "from carecompanion.hardening import harden; harden()\n"


def hardened(program: str, **environment: str) -> str:
    """What a program prints that begins by hardening itself."""
    ran = subprocess.run(
        [sys.executable, "-c", START + program],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | environment,
    )
    return ran.stdout.strip()


def test_new_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    hardened(f"import pathlib; pathlib.Path({str(tmp_path / 'new')!r}).write_text('')")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600


def test_there_are_no_core_dumps() -> None:
    assert hardened("import resource; print(resource.getrlimit(resource.RLIMIT_CORE))") == "(0, 0)"


@pytest.mark.skipif(sys.platform != "linux", reason="the call is Linux's own")
def test_other_programs_cannot_look_inside() -> None:
    assert hardened("import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))") == "0"


REFUSED = {
    "a connection": "socket.socket().connect(('192.0.2.1', 80))",
    "a connection to this computer": "socket.socket().connect(('127.0.0.1', 80))",
    "over IPv6": "socket.socket(socket.AF_INET6).connect(('2001:db8::1', 80))",
    "a datagram": "socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 53))",
    "a message": "socket.socket(type=socket.SOCK_DGRAM).sendmsg([b''], [], 0, ('192.0.2.1', 53))",
    "a server": "socket.socket().bind(('', 0))",
    "a name": "socket.getaddrinfo('example.org', 80)",
    "an old look-up": "socket.gethostbyname('example.org')",
    "the lower module": "__import__('_socket').socket().connect(('192.0.2.1', 80))",
    "urllib": "__import__('urllib.request').request.urlopen('http://192.0.2.1')",
}


@pytest.mark.parametrize("call", REFUSED.values(), ids=REFUSED)
def test_the_network_is_refused(call: str) -> None:
    program = f"import socket\ntry:\n    {call}\nexcept OSError as error:\n    print(error)"
    assert "Nothing was sent" in hardened(program)


def test_asyncio_and_threads_work_as_before() -> None:
    program = """
import asyncio, socket
one, other = socket.socketpair()
one.sendall(b"x")
assert other.recv(1) == b"x"
print(asyncio.run(asyncio.to_thread(lambda: "done")))
"""
    assert hardened(program) == "done"


def test_settings_of_textual_from_outside_are_dropped() -> None:
    program = "import os; print({n: v for n, v in os.environ.items() if n.startswith('TEXTUAL')})"
    found = hardened(program, TEXTUAL="devtools", TEXTUAL_LOG="textual.log", TEXTUAL_FPS="1")
    assert found == "{'TEXTUAL_FPS': '120'}"


def test_hardening_twice_does_no_harm_and_loads_little() -> None:
    program = "harden(); import sys; print({'textual', 'socket', 'asyncio', 'sqlcipher3'} & set(sys.modules))"
    assert hardened(program) == "set()"


def test_no_test_uses_the_network() -> None:
    with pytest.raises(PermissionError, match="Nothing was sent"):
        socket.create_connection(("127.0.0.1", 9))
